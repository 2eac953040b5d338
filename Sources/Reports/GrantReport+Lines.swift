// The lines of a grant report: every claimed entry with what an auditor asks of it.

import Domain
import Projections
import Wording

extension GrantReport {
  var lines: ReportSection {
    ClaimedLines(figures.entries, of: figures, in: state, names: names, language).section
  }
}

/// Claimed entries as a table.
struct ClaimedLines {
  private let entries: [ClaimedEntry]
  private let kinds: [ActivityCode: String]
  private let state: State
  private let names: PersonNames
  private let language: Language
  private let words: ReportWords

  init(
    _ entries: [ClaimedEntry], of figures: GrantFigures, in state: State, names: PersonNames,
    _ language: Language
  ) {
    self.entries = entries
    kinds = Dictionary(
      figures.activities.compactMap { row in row.kind.map { (row.code, $0) } },
      uniquingKeysWith: { kind, _ in kind })
    self.state = state
    self.names = names
    self.language = language
    words = ReportWords.of(language)
  }

  var section: ReportSection {
    let details = Set(entries.map(\.content.activity)).compactMap { state.activities[$0]?.details }
    let places = details.contains { !place($0).isEmpty }
    let columns = words.columns
    var section = ReportSection(
      key: "entries",
      title: Phrase(nb: "Timene", nn: "Timane", en: "The hours")(language),
      columns: [
        ReportColumn("id", OwnWords.entry(language)),
        ReportColumn("on", columns.period),
        ReportColumn("code", columns.code, isDataOnly: true),
        ReportColumn("activity", columns.activity),
        ReportColumn("task", task, isDataOnly: kinds.isEmpty),
        ReportColumn(
          "place", Phrase(nb: "Hører til", nn: "Høyrer til", en: "Belongs to")(language),
          isDataOnly: !places),
        ReportColumn("group", columns.group, isDataOnly: true),
        ReportColumn("sector", columns.sector, isDataOnly: true),
        ReportColumn("recipient", columns.recipient, isDataOnly: true),
        ReportColumn("person", columns.person),
        ReportColumn("headcount", columns.headcount, .right, isDataOnly: true),
        ReportColumn("minutes", columns.hours, .right),
        ReportColumn("of", Phrase(nb: "av", en: "of")(language), .right),
        ReportColumn("known", columns.howKnown),
        ReportColumn(
          "voucher", columns.voucher, isDataOnly: !entries.contains { $0.content.voucher != nil }),
        ReportColumn("by", columns.recordedBy),
        ReportColumn("at", columns.recordedAt),
        ReportColumn("approved", columns.approvedBy),
        ReportColumn("approvedAt", sentence(words.states.approved)),
        ReportColumn(
          "corrections",
          Phrase(nb: "Rettet i linje", nn: "Retta i linje", en: "Corrected in line")(language)),
        ReportColumn("line", columns.line, .right),
      ])
    section.rows = entries.map(row)
    let sums = (
      claimed: entries.clampedSum { $0.minutes },
      all: entries.clampedSum { $0.content.minutes }
    )
    var cells = section.columns.map { _ in ReportCell.empty }
    cells[0] = .text(words.tables.sum)
    cells[1] = .text(OwnWords.counted(entries.count, .entries, language))
    for (place, column) in section.columns.enumerated() {
      if column.key == "minutes" { cells[place] = .hours(sums.claimed) }
      if column.key == "of" { cells[place] = .hours(sums.all) }
    }
    section.rows.append(ReportRow(.sum, cells))
    return section
  }

  private var task: String { Phrase(nb: "Oppgave", nn: "Oppgåve", en: "Task")(language) }

  /// Group, sector and recipient; a name that stands for two of them stands once.
  private func place(_ details: ActivityDetails) -> String {
    [details.group, details.sector, details.recipient].compactMap { $0 }
      .reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
      .joined(separator: " · ")
  }

  private func row(_ claimed: ClaimedEntry) -> ReportRow {
    let (entry, content) = (claimed.entry, claimed.content)
    let details =
      state.activities[content.activity]?.details
      ?? ActivityDetails(code: content.activity, name: content.activity.text)
    let event = EventWords(language: language, names: names)
    func text(_ text: String?) -> ReportCell { text.map { .text($0) } ?? .empty }
    return ReportRow(
      .item,
      [
        .text(entry.id.text), ReportCell(.period(content.on)), .text(content.activity.text),
        .text(details.name), text(kinds[content.activity]), text(place(details)),
        text(details.group), text(details.sector), text(details.recipient),
        .text(event.who(content.who)),
        content.who.person == nil ? .integer(content.who.heads) : .empty,
        .hours(claimed.minutes), .hours(content.minutes), .text(event.known(content.known)),
        text(content.voucher), .text(names(entry.recordedBy)),
        ReportCell(.moment(entry.recordedAt)),
        entry.approval.map { .text(names($0.by)) } ?? .text(words.states.notApproved),
        entry.approval.map { ReportCell(.moment($0.at)) } ?? .empty,
        text(entry.corrections.map(String.init).joined(separator: ", ")),
        .integer(claimed.contentLine),
      ])
  }
}
