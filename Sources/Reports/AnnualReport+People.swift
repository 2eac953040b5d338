// The sections of the annual report about volunteers, activities and participants.

import Domain
import Projections
import Wording

extension AnnualReport {
  /// The handful of figures that the first page begins with.
  var keyFigures: ReportSection? {
    let totals = figures.totals
    guard totals.entries > 0 else { return nil }
    var section = ReportSection(
      key: "key-figures",
      title: label(nb: "Året i tall", nn: "Året i tal", en: "The year in figures"),
      columns: [
        ReportColumn("figure", label(nb: "Tall", nn: "Tal", en: "Figure")),
        ReportColumn("value", label(nb: "Verdi", en: "Value"), .right),
      ])
    func row(_ name: String, _ value: ReportValue, _ measure: FigureMeasure) {
      let address = FigureAddress(year: figures.year, scope: .year, measure: measure).text
      section.rows.append(ReportRow(.item, [.text(name), ReportCell(value, explain: address)]))
    }
    section.rows.append(
      ReportRow(
        .item, [.text(words.columns.activities), .integer(figures.activities.count)]))
    row(words.columns.distinct, .integer(totals.distinct), .distinct)
    row(words.columns.perActivity, .integer(totals.participations), .participations)
    if totals.headcount > 0 { row(words.columns.headcount, .integer(totals.headcount), .headcount) }
    row(words.columns.hours, .hours(minutes: totals.minutes), .hours)
    row(
      words.columns.fullTimeEquivalents,
      .decimal(totals.minutes, over: 60 * figures.settings.divisor, places: 1), .fte)
    return section
  }

  /// For whom: sectors, and in each the units that the hours were for.
  var forWhom: ReportSection? {
    guard figures.recipients.contains(where: { $0.name != nil }) else { return nil }
    let parts = figures.recipients.sortedNorwegian { $0.name ?? "\u{10FFFF}" }
      .falling { $0.name == nil ? -1 : $0.figures.minutes }
    let columns = FigureColumns(
      FigureColumns.fitting([.distinct, .headcount, .hours], to: parts.map(\.figures)), language)
    var section = ReportSection(
      key: "recipients",
      title: label(
        nb: "Produksjon: for hvem", nn: "Produksjon: for kven", en: "Production: for whom"),
      columns: [
        ReportColumn("recipient", words.columns.recipient),
        ReportColumn("activities", words.columns.activities, .right),
      ] + columns.columns)
    let names = Dictionary(
      figures.activities.map { ($0.code, $0.details.name) }, uniquingKeysWith: { first, _ in first }
    )
    section.rows = parts.map { part in
      return ReportRow(
        .item,
        [
          .text(part.name ?? OwnWords.noRecipient(language)), .integer(part.activities.count),
        ]
          + columns.cells(part.figures, at: .recipient(part.name), in: figures))
    }
    section.rows.append(
      ReportRow(
        .sum,
        [.text(words.tables.sum), .integer(figures.activities.count)]
          + columns.cells(figures.totals, at: .year, in: figures)))
    section.notes = parts.map { part in
      (part.name ?? OwnWords.noRecipient(language)) + ": "
        + part.activities.map { names[$0] ?? $0.text }.joined(separator: ", ")
    }
    let again = parts.clampedSum { $0.figures.distinct } - figures.totals.distinct
    if again > 0 {
      section.notes += [
        label(
          nb: "Frivillige for flere mottakere er talt hos hver; i summen én gang (\(again) færre).",
          nn:
            "Frivillige for fleire mottakarar er talde hos kvar; i summen éin gong (\(again) færre).",
          en:
            "Volunteers for several recipients are counted in each; once in the total (\(again) fewer)."
        )
      ]
    }
    return section
  }

  /// How recruitment stands: who came, and who does more than one thing.
  var recruitment: ReportSection? {
    let people = beside.recruitment.byActivities
    guard !people.isEmpty else { return nil }
    var section = ReportSection(
      key: "recruitment-status",
      title: label(
        nb: "Status for rekruttering", nn: "Status for rekruttering", en: "Status of recruitment"),
      columns: [
        ReportColumn(
          "activities",
          label(
            nb: "Frivillige med", nn: "Frivillige med", en: "Volunteers in")),
        ReportColumn("distinct", words.columns.distinct, .right),
      ])
    section.rows = people.sorted { $0.key < $1.key }.map { count, persons in
      ReportRow(
        .item,
        [
          .text(
            Numbers.counted(
              count, label(nb: "aktivitet", en: "activity"),
              label(nb: "aktiviteter", nn: "aktivitetar", en: "activities"), language)),
          .integer(persons),
        ])
    }
    section.rows.append(
      ReportRow(.sum, [.text(words.tables.sum), .integer(people.values.reduce(0, +))]))
    if let new = beside.recruitment.new {
      let (new, old) = (
        Numbers.integer(new, language), Numbers.integer(beside.recruitment.returning, language)
      )
      section.notes = [
        label(
          nb: "Nye i året: \(new). Med timer her i et tidligere år: \(old).",
          nn: "Nye i året: \(new). Med timar her i eit tidlegare år: \(old).",
          en: "New in the year: \(new). With hours here in an earlier year: \(old).")
      ]
    } else {
      section.notes = [
        label(
          nb: "Hvor mange som er nye, kan ikke sies: hendelsesloggen har ingen tidligere år.",
          nn: "Kor mange som er nye, kan ikkje seiast: hendingsloggen har ingen tidlegare år.",
          en: "How many are new cannot be told: the log has no earlier year.")
      ]
    }
    return section
  }

  /// By the nine categories of the national statistics.
  var categories: ReportSection? {
    let parts = figures.categories.falling { $0.name == nil ? -1 : $0.figures.minutes }
    guard parts.contains(where: { $0.name != nil }) else { return nil }
    let columns = FigureColumns(
      FigureColumns.fitting([.distinct, .headcount, .hours], to: parts.map(\.figures)), language)
    var section = ReportSection(
      key: "categories", title: words.tables.perCategory,
      columns: [
        ReportColumn("category", words.columns.category),
        ReportColumn("activities", words.columns.activities, .right),
      ] + columns.columns)
    section.rows = parts.map { part in
      let name =
        part.name.map { NationalCategory.named($0)?.name(language) ?? $0 }
        ?? words.tables.noCategory
      return ReportRow(
        .item,
        [.text(name), .integer(part.activities.count)]
          + columns.cells(
            part.figures, at: .category(part.name.flatMap(Domain.Category.init)), in: figures))
    }
    section.rows.append(
      ReportRow(
        .sum,
        [.text(words.tables.sum), .integer(figures.activities.count)]
          + columns.cells(figures.totals, at: .year, in: figures)))
    return section
  }

  /// Those the activities were for, beside the volunteers.
  var participants: ReportSection? {
    if beside.participants.isEmpty { return nil }
    var section = ReportSection(
      key: "participants", title: GrantWords.participants(language),
      columns: [
        ReportColumn("activity", words.columns.activity),
        ReportColumn("days", label(nb: "Dager", nn: "Dagar", en: "Days"), .right),
        ReportColumn(
          "attendances", label(nb: "Oppmøter", nn: "Frammøte", en: "Attendances"), .right),
        ReportColumn(
          "different",
          label(nb: "Ulike deltakere", nn: "Ulike deltakarar", en: "Different participants"), .right
        ),
      ])
    section.rows = beside.participants.map { sum in
      func count(_ number: Int) -> ReportCell { number == 0 ? .empty : .integer(number) }
      return ReportRow(
        .item,
        [.text(sum.activity), count(sum.days), count(sum.attendances), count(sum.different)])
    }
    section.notes = [
      label(
        nb:
          "Deltakere telles og kjennes ikke ved navn: den som er med i flere perioder eller "
          + "aktiviteter, er talt i hver av dem.",
        nn:
          "Deltakarar blir talde og er ikkje kjende ved namn: den som er med i fleire periodar eller "
          + "aktivitetar, er tald i kvar av dei.",
        en:
          "Participants are counted and not known by name: whoever is in several periods or activities is "
          + "counted in each."
      ),
      knownLine,
    ]
    return section
  }
}
