// The application: what is planned and what it costs, with the figures of closed years behind it, so that
// whoever reads the plan sees what the centre has done before.

import Domain
package import Projections
import Wording

extension GrantReport {
  /// The application as data.
  ///
  /// - Parameter years: closed years to stand behind the plan, newest first.
  package func application(years: [YearFigures]) -> Report {
    var report = outline(
      key: "application",
      title: say(nb: "Tilskuddssøknad", nn: "Tilskotssøknad", en: "Grant application"))
    report.sections = [about, plan]
    report.sections += [goals.map(asPlan), money([.budget])].compactMap { $0 }
    report.sections += [conditions, allYears(years), ofActivities(years)].compactMap { $0 }
    report.foot = [
      years.isEmpty
        ? say(
          nb: "Sentralen har ingen avsluttede år bak tallene ennå.",
          nn: "Sentralen har ingen avslutta år bak tala enno.",
          en: "The centre has no closed years behind the figures yet.")
        : say(
          nb: "Tallene fra tidligere år er slik de var da årene ble avsluttet.",
          nn: "Tala frå tidlegare år er slik dei var då åra vart avslutta.",
          en: "The figures of earlier years are as those years were closed."),
      basis.footLine(language),
    ]
    return report
  }

  /// What is planned: activities, and the own hours that are applied with.
  private var plan: ReportSection {
    var section = ReportSection(
      key: "plan", title: say(nb: "Planen", en: "The plan"),
      columns: [
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity),
        ReportColumn("kind", kindWord),
      ])
    section.rows = figures.activities.filter(\.isIncluded).map { activity in
      ReportRow(
        .item,
        [
          .text(activity.code.text), .text(activity.details.name),
          activity.kind.map { .text($0) } ?? .empty,
        ])
    }
    guard let applied = figures.grant.step(.applied) else { return section }
    if let amount = applied.amount {
      let kroner = Numbers.kroner(ore: amount, language)
      section.notes.append(
        say(nb: "Søkt om: \(kroner)", nn: "Søkt om: \(kroner)", en: "Applied for: \(kroner)"))
    }
    if let minutes = applied.minutes {
      let hours = Numbers.countedHours(minutes: minutes, language)
      section.notes.append(
        say(
          nb: "Egeninnsats: \(hours)", nn: "Eigeninnsats: \(hours)",
          en: "Own contribution: \(hours)"))
    }
    return section
  }

  /// Goals without what has come of them.
  private func asPlan(_ goals: ReportSection) -> ReportSection {
    var plan = goals
    plan.title = say(nb: "Mål", en: "Goals")
    let kept = goals.columns.indices.filter {
      goals.columns[$0].key != "attained" && goals.columns[$0].key != "percent"
    }
    plan.columns = kept.map { goals.columns[$0] }
    plan.rows = goals.rows.map { row in ReportRow(row.role, kept.map { row.cells[$0] }) }
    return plan
  }

  private func allYears(_ years: [YearFigures]) -> ReportSection? {
    if years.isEmpty { return nil }
    let columns = FigureColumns(
      FigureColumns.fitting([.distinct, .headcount, .hours, .fte], to: years.map(\.totals)),
      language)
    var section = ReportSection(
      key: "years",
      title: say(
        nb: "Sentralen i avsluttede år", nn: "Sentralen i avslutta år",
        en: "The centre in closed years"),
      columns: [
        ReportColumn("year", OwnWords.year(language)),
        ReportColumn("activities", words.columns.activities, .right),
      ] + columns.columns)
    section.rows = years.map { year in
      ReportRow(
        .item,
        [.text("\(year.year)"), .integer(year.activities.count)]
          + columns.cells(year.totals, at: .year, in: year))
    }
    return section
  }

  /// The activities of the grant in those years.
  private func ofActivities(_ years: [YearFigures]) -> ReportSection? {
    let rows = years.flatMap { year in
      (year.activities + year.outside).filter { figures.grant.includes($0.code) }.map { (year, $0) }
    }
    if rows.isEmpty || figures.grant.activities.isEmpty { return nil }
    let columns = FigureColumns(
      FigureColumns.fitting([.distinct, .headcount, .hours], to: rows.map { $0.1.figures }),
      language)
    var section = ReportSection(
      key: "years-activities",
      title: say(
        nb: "Aktivitetene i planen, i avsluttede år", nn: "Aktivitetane i planen, i avslutta år",
        en: "The planned activities in closed years"),
      columns: [
        ReportColumn("year", OwnWords.year(language)),
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity),
      ] + columns.columns)
    section.rows = rows.map { year, activity in
      ReportRow(
        .item,
        [.text("\(year.year)"), .text(activity.code.text), .text(activity.details.name)]
          + columns.cells(activity.figures, at: .activity(activity.code), in: year))
    }
    return section
  }
}
