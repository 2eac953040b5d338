// What has changed since a report was sent: for `--since`, and at the end of the next version.

package import Domain
package import Projections
package import Wording

/// The changes since a report that was sent.
package struct SentChangesReport: Sendable {
  private let changes: SentChanges
  private let sent: Sent
  private let basis: ReportBasis
  private let names: PersonNames
  private let language: Language

  package init(
    _ changes: SentChanges, since sent: Sent, basis: ReportBasis, names: PersonNames = .none,
    _ language: Language
  ) {
    self.changes = changes
    self.sent = sent
    self.basis = basis
    self.names = names
    self.language = language
  }

  /// The report as data.
  package var report: Report {
    let content = sent.content
    let (about, day) = (scope(content.scope), written(content.on, language))
    var report = Report(
      key: "since", language: language,
      title: Phrase(
        nb: "Endret siden \(sent.id.text) ble sendt: \(about)",
        nn: "Endra sidan \(sent.id.text) vart send: \(about)",
        en: "Changed since \(sent.id.text) was sent: \(about)")(language), basis: basis)
    if case .year(let year) = content.scope { report.years = [year] }
    report.header = basis.header(ofOpenYear: false, language)
    report.header.append(
      Phrase(
        nb: "Sendt til \(content.to) \(day), beregnet av linje 1 til \(changes.lines)",
        nn: "Send til \(content.to) \(day), rekna ut av linje 1 til \(changes.lines)",
        en: "Sent to \(content.to) \(day), computed from lines 1 to \(changes.lines)")(language))
    report.header.append(
      Phrase(
        nb: "Sammenlignet: timer, deltakere, aktiviteter, tilskudd, merker og sentralen; ikke "
          + "godkjenninger",
        nn: "Samanlikna: timar, deltakarar, aktivitetar, tilskot, merke og sentralen; ikkje "
          + "godkjenningar",
        en: "Compared: hours, participants, activities, grants, marks and the centre; not approvals"
      )(
        language))
    if let closed = changes.closing {
      report.header.append(
        Phrase(
          nb:
            "Året er avsluttet ved linje \(closed): «nå» er det som er kjent nå; rapporten for året "
            + "har fortsatt tallene fra avslutningen",
          nn:
            "Året er avslutta ved linje \(closed): «no» er det som er kjent no; rapporten for året "
            + "har framleis tala frå avslutninga",
          en: "The year is closed at line \(closed): “now” is what is known now; the report of the "
            + "year still has the figures of the closing")(language))
    }
    let tables = ChangeTables(changes, names: names, language)
    report.sections = [tables.figures, tables.entries, tables.others].compactMap { $0 }
    if changes.isEmpty { report.header.append(tables.nothing) }
    report.foot = [basis.footLine(language)]
    return report
  }

  private func scope(_ scope: SentReport.Scope) -> String {
    switch scope {
    case .year(let year): "\(year)"
    case .grant(let grant): grant.text
    }
  }
}

extension GrantReport {
  /// The corrections since the version that was sent last.
  func sinceLast(_ changes: SentChanges) -> ReportSection {
    let tables = ChangeTables(changes, names: names, language)
    var section = tables.entries ?? tables.noEntries
    section.title = say(
      nb: "Endret siden forrige versjon", nn: "Endra sidan førre versjon",
      en: "Changed since the last version")
    if !changes.others.isEmpty {
      let lines = changes.others.map { "\($0.seq)" }.joined(separator: ", ")
      section.notes.append(
        say(
          nb: "Andre endringer: linje \(lines)", nn: "Andre endringar: linje \(lines)",
          en: "Other changes: line \(lines)"))
    }
    return section
  }
}

/// Changes as tables.
struct ChangeTables {
  private let changes: SentChanges
  private let words: ReportWords
  private let event: EventWords
  private let language: Language

  init(_ changes: SentChanges, names: PersonNames, _ language: Language) {
    self.changes = changes
    self.language = language
    words = ReportWords.of(language)
    event = EventWords(language: language, names: names)
  }

  var nothing: String {
    say(nb: "Ingenting er endret.", nn: "Ingenting er endra.", en: "Nothing has changed.")
  }

  private func say(nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  // MARK: Figures

  var figures: ReportSection? {
    if changes.figures.isEmpty { return nil }
    var section = ReportSection(
      key: "figures",
      title: say(nb: "Tall som er endret", nn: "Tal som er endra", en: "Figures that differ"),
      columns: [
        ReportColumn("figure", OwnWords.address(language)),
        ReportColumn("was", then, .right), ReportColumn("now", now, .right),
      ])
    section.rows = changes.figures.map { change in
      ReportRow(
        .item,
        [
          .text(change.address), ReportCell(value(change.was)),
          ReportCell(value(change.isNow), explain: change.isNow == nil ? nil : change.address),
        ])
    }
    return section
  }

  private var then: String { say(nb: "Sendt", nn: "Send", en: "As sent") }
  private var now: String { say(nb: "Nå", nn: "No", en: "Now") }

  private func value(_ value: FigureValue?) -> ReportValue {
    switch value {
    case .count(let count): .integer(count)
    case .minutes(let minutes): .hours(minutes: minutes)
    case .fullTime(let minutes, let divisor): .decimal(minutes, over: 60 * divisor, places: 1)
    case nil: .empty
    }
  }

  // MARK: Entries

  var noEntries: ReportSection {
    var section = ReportSection(
      key: "changes",
      title: say(
        nb: "Føringer som er endret", nn: "Føringar som er endra", en: "Entries that differ"),
      columns: [
        ReportColumn("id", OwnWords.entry(language)),
        ReportColumn("on", words.columns.period),
        ReportColumn("activity", words.columns.activity),
        ReportColumn("was", then, .right), ReportColumn("now", now, .right),
        ReportColumn("minutes", OwnWords.difference(language), .right),
        ReportColumn("why", say(nb: "Hvorfor", nn: "Kvifor", en: "Why")),
        ReportColumn("by", words.columns.recordedBy),
        ReportColumn("at", words.columns.recordedAt),
        ReportColumn("line", words.columns.line, .right),
      ])
    section.notes = [
      say(nb: "Ingen føringer er endret.", nn: "Ingen føringar er endra.", en: "No entries differ.")
    ]
    return section
  }

  /// A row for each line that made a difference.
  var entries: ReportSection? {
    if changes.entries.isEmpty { return nil }
    var section = noEntries
    section.notes = []
    section.rows = changes.entries.flatMap { change in change.steps.map { row(change.entry, $0) } }
    section.rows.append(
      ReportRow(
        .sum,
        [.text(words.tables.sum), .empty, .empty, .empty, .empty]
          + [.hours(changes.isNow - changes.was), .empty, .empty, .empty, .empty]))
    let (was, isNow) = (
      Numbers.countedHours(minutes: changes.was, language),
      Numbers.countedHours(minutes: changes.isNow, language)
    )
    section.notes = [
      say(
        nb: "I hele rapporten: \(was) da den ble sendt, \(isNow) nå.",
        nn: "I heile rapporten: \(was) då han vart send, \(isNow) no.",
        en: "In the whole report: \(was) as sent, \(isNow) now.")
    ]
    return section
  }

  private func row(_ entry: EntryID, _ step: EntryChange.Step) -> ReportRow {
    let counted = step.isNow ?? step.was
    return ReportRow(
      .item,
      [
        .text(entry.text), counted.map { ReportCell(.period($0.on)) } ?? .empty,
        counted.map { .text($0.activity.text) } ?? .empty,
        step.was.map { .hours($0.minutes) } ?? .empty,
        step.isNow.map { .hours($0.minutes) } ?? .empty, .hours(step.minutes),
        .text(why(step)), .text(event.names(step.recorded.by)),
        ReportCell(.moment(step.recorded.at)), .integer(step.recorded.seq),
      ])
  }

  /// "rettet: feil antall minutter; ikke godkjent siden".
  private func why(_ step: EntryChange.Step) -> String {
    var text = cause(step.recorded.event)
    if let was = step.was, let isNow = step.isNow {
      var parts: [String] = []
      if was.who != isNow.who { parts.append("\(event.who(was.who)) → \(event.who(isNow.who))") }
      if was.activity != isNow.activity {
        parts.append("\(was.activity.text) → \(isNow.activity.text)")
      }
      if was.known != isNow.known {
        parts.append("\(event.known(was.known)) → \(event.known(isNow.known))")
      }
      if was.isApproved, !isNow.isApproved { parts.append(words.states.notApproved) }
      if !parts.isEmpty { text += " (\(parts.joined(separator: ", ")))" }
    }
    return text
  }

  private func cause(_ event: Event) -> String {
    switch event {
    case .hoursLogged: return words.states.recorded
    case .lateLogged:
      return say(nb: "ført etter avslutningen", nn: "ført etter avslutninga", en: "recorded late")
    case .hoursCorrected(_, _, let reason):
      return "\(OwnWords.corrected(language)): \(self.event.reason(reason))"
    case .lateCorrected(_, _, let reason):
      return say(
        nb: "rettet etter avslutningen", nn: "retta etter avslutninga", en: "corrected late")
        + ": \(self.event.reason(reason))"
    case .hoursApproved: return words.states.approved
    case .hoursUnapproved:
      return say(nb: "godkjenning trukket", nn: "godkjenning trekt", en: "approval withdrawn")
    case .hoursClaimed:
      return say(nb: "ført på tilskuddet", nn: "ført på tilskotet", en: "claimed on the grant")
    case .claimReleased(_, let reason):
      return say(nb: "tatt av tilskuddet", nn: "teke av tilskotet", en: "released")
        + ": \(self.event.reason(reason))"
    case .undone(_, let reason):
      let undone = say(nb: "angret", nn: "angra", en: "undone")
      return reason.map { "\(undone): \(self.event.reason($0))" } ?? undone
    case .redone: return say(nb: "gjort om igjen", nn: "gjort om att", en: "redone")
    default: return ""
    }
  }

  // MARK: Other lines

  var others: ReportSection? {
    if changes.others.isEmpty { return nil }
    var section = ReportSection(
      key: "others", title: say(nb: "Andre endringer", nn: "Andre endringar", en: "Other changes"),
      columns: [
        ReportColumn("line", words.columns.line, .right),
        ReportColumn("at", words.columns.recordedAt),
        ReportColumn("by", words.columns.recordedBy),
        ReportColumn("event", OwnWords.what(language)),
      ])
    section.rows = changes.others.map { recorded in
      ReportRow(
        .item,
        [
          .integer(recorded.seq), ReportCell(.moment(recorded.at)),
          .text(event.names(recorded.by)),
          .text(event.sentence(recorded.event, at: recorded.seq)),
        ])
    }
    return section
  }
}
