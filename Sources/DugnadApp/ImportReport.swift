// What an import says when it is done, or would be: what was read, what is recorded, how to take it back.
// Four hundred entries are not printed; `--json` has them.

import CommandLineKit
import Domain
import EventStore
import Import
import Projections
import Register
import Reports
import Wording

/// Most rows of one kind that are listed.
private let shownMax = 10
/// Most figures that are listed.
private let changesMax = 40

extension Context {
  /// Tells what was recorded.
  func report(
    _ plan: ImportPlan, _ file: ImportedFile, _ reading: SheetReadingResult,
    _ decided: Decided, _ open: OpenLedger, _ receipt: Writer.Receipt?
  ) {
    if let receipt { tellRepairs(receipt) }
    let teller = ImportTeller(self, plan, file, reading, open)
    if isJSON { return print(teller.json(decided).text) }
    teller.warnOfFile()
    if decided.isRepeated {
      tell(
        say(
          nb: "Dette var ført fra før; ingenting nytt.",
          en: "This was recorded before; nothing new."))
    }
    for line in teller.readLines + teller.recordedLines(decided, isDryRun: false) { print(line) }
    teller.warn(decided.warnings)
    if decided.isRepeated { return }
    print(say(nb: "angre: dugnad angre \(plan.id.text)", en: "undo: dugnad undo \(plan.id.text)"))
    for recorded in decided.recorded {
      guard case .undone = recorded.event else { continue }
      print(
        Phrase(
          nb: "sett deretter tilbake det som ble tatt: dugnad angre \(recorded.seq)",
          nn: "set deretter tilbake det som vart teke: dugnad angre \(recorded.seq)",
          en: "then put back what was taken: dugnad undo \(recorded.seq)")(language))
    }
  }

  /// Tells what would be recorded, and which figures it would change.
  func preview(
    _ plan: ImportPlan, _ file: ImportedFile, _ reading: SheetReadingResult, _ decided: Decided,
    _ open: OpenLedger
  ) {
    let teller = ImportTeller(self, plan, file, reading, open)
    let changes = decided.isRepeated ? [] : changes(decided, open)
    if isJSON { return print(teller.json(decided, isDryRun: true, changes).text) }
    teller.warnOfFile()
    for line in teller.readLines + teller.recordedLines(decided, isDryRun: true) { print(line) }
    teller.warn(decided.warnings)
    let shown = changes.filter(\.isTold).prefix(changesMax)
    for change in shown { print("  \(change.address.text): \(change.before) → \(change.after)") }
    let more = changes.count - shown.count
    if more > 0 {
      print(
        "  … "
          + say(
            nb: "og \(more) tall til (alle: --json)", en: "and \(more) more figures (all: --json)"))
    }
    if changes.isEmpty { print("  " + say(nb: "ingen tall endres", en: "no figure changes")) }
  }

  /// Tells that there is nothing to record.
  func tellNothing(
    _ plan: ImportPlan, _ file: ImportedFile, _ reading: SheetReadingResult, _ open: OpenLedger
  ) {
    let teller = ImportTeller(self, plan, file, reading, open)
    if isJSON { return print(teller.json(nil, isDryRun: arguments[Common.dryRun]).text) }
    teller.warnOfFile()
    for line in teller.readLines { print(line) }
    if let left = plan.leftAlone { return print(left(language)) }
    let id = plan.made.after.map { " (\($0.text))" } ?? ""
    print(
      say(
        nb: "Alt er inne fra før\(id); ingenting nytt å føre.",
        en: "Everything is in already\(id); nothing new to record."))
  }
}

extension Context.Change {
  /// Whether a person wants to read it: a figure of the year, or hours of a part that has a name.
  fileprivate var isTold: Bool {
    switch address.scope {
    case .year: true
    case .activity: address.measure == .hours
    case .group(let name), .sector(let name): address.measure == .hours && name != nil
    }
  }
}

/// Says what became of one file.
struct ImportTeller {
  let context: Context
  let plan: ImportPlan
  private let file: ImportedFile
  let reading: SheetReadingResult
  let open: OpenLedger
  var language: Language { context.language }

  init(
    _ context: Context, _ plan: ImportPlan, _ file: ImportedFile, _ reading: SheetReadingResult,
    _ open: OpenLedger
  ) {
    self.context = context
    self.plan = plan
    self.file = file
    self.reading = reading
    self.open = open
  }

  private func say(nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  // MARK: - What was read

  var readLines: [String] {
    var lines = [headline]
    lines += headerLine
    lines += reading.sums.filter { $0.agrees || isBound($0) }.map { "  " + sumLine($0) }
    if !reading.ignored.isEmpty { lines.append(ignoredLine) }
    for text in reading.trailingTexts.prefix(shownMax) {
      lines.append(
        say(
          nb: "  Tekst på \(place(text.line)): «\(text.text)»",
          en: "  Text in \(place(text.line)): '\(text.text)'"))
    }
    lines += comparisonLines
    lines += plan.notes.prefix(shownMax).map {
      "  " + say(nb: "merk: ", en: "note: ") + $0(language)
    }
    lines += moreLine(plan.notes.count)
    return lines
  }

  /// What a line of the file is called, and its number.
  private func place(_ line: Int) -> String {
    "\(ImportWords.unit(of: file.sheet)(language)) \(line)"
  }

  private var headline: String {
    let what = reading.kind.map { ImportWords.kind($0)(language) } ?? ""
    let rows = Numbers.counted(
      plan.made.rows, say(nb: "rad", en: "row"), say(nb: "rader", en: "rows"), language)
    return say(
      nb: "Leste \(file.title(.nb)): \(rows), \(what) (\(origin)). Kilde: \(plan.made.source).",
      nn: "Las \(file.title(.nn)): \(rows), \(what) (\(origin)). Kjelde: \(plan.made.source).",
      en: "Read \(file.title(.en)): \(rows) of \(what) (\(origin)). Source: \(plan.made.source).")
  }

  /// Which row was taken as the header, where letters chose columns and any row would do.
  private var headerLine: [String] {
    guard reading.isByLetters else { return [] }
    guard let line = reading.headerLine else {
      return [
        say(
          nb: "  Ingen overskrift: alle radene er lest som data.",
          nn: "  Inga overskrift: alle radene er lesne som data.",
          en: "  No header: every row was read as data.")
      ]
    }
    return [
      say(
        nb: "  Overskriften er \(place(line)), og er ikke lest som data.",
        nn: "  Overskrifta er \(place(line)), og er ikkje lesen som data.",
        en: "  The header is \(place(line)), and was not read as data.")
    ]
  }

  private var origin: String {
    switch file.sheet.origin {
    case .made: return ""
    case .workbook(let sheet, let hidden):
      let hiddenWords =
        hidden == 0
        ? ""
        : say(
          nb: ", \(hidden) skjulte rader er med", nn: ", \(hidden) skjulte rader er med",
          en: ", \(hidden) hidden rows are included")
      return say(nb: "arket «\(sheet)»", en: "sheet '\(sheet)'") + hiddenWords
    case .delimited(let separator, let encoding):
      let mark: String? = separator.map {
        switch $0 {
        case .tab: say(nb: "tabulator", en: "tabs")
        case .semicolon: say(nb: "semikolon", en: "semicolons")
        case .comma: say(nb: "komma", en: "commas")
        }
      }
      let name =
        switch encoding {
        case .utf8, .utf8WithMark: "UTF-8"
        case .windows1252: "Windows-1252"
        case .utf16: "UTF-16"
        }
      return [name, mark].compactMap { $0 }.joined(separator: ", ")
    }
  }

  private func sumLine(_ sum: SumCheck) -> String {
    func amount(_ value: Int) -> String {
      switch sum.field {
      case .hours, .minutes: Numbers.countedHours(minutes: value, language)
      default:
        Numbers.counted(
          value, say(nb: "person", en: "person"),
          say(nb: "personer", nn: "personar", en: "persons"), language)
      }
    }
    if sum.agrees {
      return say(
        nb: "Sumraden (\(place(sum.line))) stemmer: \(amount(sum.printed)).",
        nn: "Sumrada (\(place(sum.line))) stemmer: \(amount(sum.printed)).",
        en: "The sum row (\(place(sum.line))) agrees: \(amount(sum.printed)).")
    }
    return say(
      nb:
        "Sumraden (\(place(sum.line))) sier \(amount(sum.printed)), radene gir \(amount(sum.computed)).",
      nn:
        "Sumrada (\(place(sum.line))) seier \(amount(sum.printed)), radene gjev \(amount(sum.computed)).",
      en:
        "The sum row (\(place(sum.line))) says \(amount(sum.printed)), the rows give \(amount(sum.computed))."
    )
      + (isBound(sum)
        ? say(
          nb: " \(sum.printed) tas som ulike frivillige.",
          nn: " \(sum.printed) blir tekne som ulike frivillige.",
          en: " \(sum.printed) are taken as distinct volunteers.") : "")
  }

  /// Whether a sum is smaller since people are in two rows, and is taken as how many they are.
  private func isBound(_ sum: SumCheck) -> Bool {
    plan.made.table?.distinct == sum.printed && ImportPlanner.distinctClaim(reading) == sum
  }

  /// Warns of what somebody should look at before the figures are believed: sums that differ, and most
  /// of a list gone.
  func warnOfFile() {
    for sum in reading.sums where !sum.agrees && !isBound(sum) {
      // A sentence becomes the words after `merk:`.
      let sentence = sumLine(sum)
      let words = sentence.prefix(1).lowercased() + sentence.dropFirst().dropLast()
      context.warn(Phrase(nb: words, nn: words, en: words))
    }
    if let warning = plan.lossWarning { context.warn(warning) }
  }

  private var ignoredLine: String {
    let names = reading.ignored.prefix(shownMax).map { column in
      column.header.isEmpty
        ? column.letters
        : column.letters + (language == .en ? " '\(column.header)'" : " «\(column.header)»")
    }
    let more = reading.ignored.count > shownMax ? ", …" : ""
    return say(nb: "  Ikke lest: ", nn: "  Ikkje lese: ", en: "  Not read: ")
      + names.joined(separator: ", ") + more
  }

  // MARK: - What is there already

  private var comparisonLines: [String] {
    var lines: [String] = []
    let rows = Numbers.integer(plan.made.rows, language)
    let id = plan.made.after.map { " (\($0.text))" } ?? ""
    if let comparison = plan.comparison {
      if !comparison.same.isEmpty {
        let count = Numbers.integer(comparison.same.count, language)
        lines.append(
          say(
            nb: "  \(count) av \(rows) rader er inne fra før\(id).",
            nn: "  \(count) av \(rows) rader er inne frå før\(id).",
            en: "  \(count) of \(rows) rows are already in\(id)."))
      }
      if !comparison.takenBack.isEmpty {
        let places = comparison.takenBack.prefix(shownMax)
          .map { "\($0.line) (\($0.entry.text))" }.joined(separator: ", ")
        let more = comparison.takenBack.count > shownMax ? ", …" : ""
        let unit = ImportWords.unit(of: file.sheet)(language)
        lines.append(
          say(
            nb: "  Tatt tilbake for hånd, og ikke tatt inn igjen: \(unit) \(places)\(more)",
            nn: "  Teke tilbake for hand, og ikkje teke inn att: \(unit) \(places)\(more)",
            en: "  Taken back by hand, and not taken in again: \(unit) \(places)\(more)"))
      }
      lines += leftAlone(comparison)
    }
    if !plan.there.isEmpty {
      let count = Numbers.integer(plan.there.count, language)
      lines.append(
        say(
          nb: "  \(count) av \(rows) er der fra før.", nn: "  \(count) av \(rows) er der frå før.",
          en: "  \(count) of \(rows) are there already."))
    }
    for row in plan.differing.prefix(shownMax) {
      let verb =
        row.isChanged
        ? say(nb: "endres", nn: "blir endra", en: "changes")
        : say(nb: "ulik, ikke endret", nn: "ulik, ikkje endra", en: "differs, not changed")
      lines.append("  \(place(row.line)), \(verb): \(row.text(language))")
    }
    lines += moreLine(plan.differing.count)
    if plan.differing.contains(where: { !$0.isChanged }), plan.made.kind != .persons {
      lines.append("  " + say(nb: "endre dem: --oppdater", en: "change them: --update"))
    }
    return lines
  }

  /// Rows that changed or went, where nobody asked to follow them.
  private func leftAlone(_ comparison: Comparison) -> [String] {
    let unit = ImportWords.unit(of: file.sheet)
    var items: [Phrase] = []
    if plan.corrections.isEmpty {
      items += comparison.changed.map { ImportWords.changed($0, unit, open).text }
    }
    if plan.vanished.isEmpty {
      items += comparison.vanished.map { ImportWords.vanished($0, open).text }
    }
    if items.isEmpty { return [] }
    return [
      say(
        nb: "  Endret eller borte i filen; regnskapet står (følg filen: --oppdater):",
        nn: "  Endra eller borte i fila; rekneskapen står (følg fila: --oppdater):",
        en: "  Changed or gone in the file; the ledger stands (follow the file: --update):")
    ] + items.prefix(shownMax).map { "    " + $0(language) } + moreLine(items.count, indent: "    ")
  }

  private func moreLine(_ count: Int, indent: String = "  ") -> [String] {
    count > shownMax
      ? [indent + "… " + say(nb: "og \(count - shownMax) til", en: "and \(count - shownMax) more")]
      : []
  }

  // MARK: - What is recorded

  func recordedLines(_ decided: Decided, isDryRun: Bool) -> [String] {
    let span = decided.recorded
    let lines = "\(plan.line)–\(span.last?.seq ?? plan.line)"
    let head =
      isDryRun
      ? say(nb: "Ville føre \(plan.id.text)", en: "Would record \(plan.id.text)")
      : say(nb: "Ført \(plan.id.text)", en: "Recorded \(plan.id.text)")
    var result = [
      head + ": " + parts.joined(separator: ", ") + " (" + say(nb: "linje ", en: "lines ") + lines
        + ")"
    ]
    result += changeLines
    if !plan.activities.isEmpty {
      let codes = plan.activities.prefix(shownMax).map(\.code.text).joined(separator: ", ")
      let more = plan.activities.count > shownMax ? ", …" : ""
      result.append(
        "  " + say(nb: "nye aktiviteter: ", nn: "nye aktivitetar: ", en: "new activities: ") + codes
          + more)
    }
    if !plan.persons.isEmpty {
      let names = plan.persons.prefix(shownMax).map { "\($0.name) (\($0.id.text))" }
      let more = plan.persons.count > shownMax ? ", …" : ""
      result.append(
        "  " + say(nb: "nye personer: ", nn: "nye personar: ", en: "new persons: ")
          + names.joined(separator: ", ") + more)
    }
    return result
  }

  /// The entries that are corrected and taken back.
  var changeLines: [String] {
    var result: [String] = []
    for change in plan.corrections.prefix(shownMax) {
      result.append(
        "  " + say(nb: "retter ", nn: "rettar ", en: "corrects ") + change.entry.text + ": "
          + ImportWords.brief(change.before, open, language) + " → "
          + ImportWords.brief(change.row.content, open, language))
    }
    result += moreLine(plan.corrections.count)
    for entry in plan.vanished.prefix(shownMax) {
      result.append(
        "  " + say(nb: "tar tilbake ", nn: "tek tilbake ", en: "takes back ") + entry.text)
    }
    result += moreLine(plan.vanished.count)
    return result
  }

  private var parts: [String] {
    func counted(_ count: Int, _ one: Phrase, _ many: Phrase) -> String? {
      count == 0 ? nil : Numbers.counted(count, one(language), many(language), language)
    }
    var parts: [String?] = [
      counted(
        plan.entries.count, Phrase(nb: "føring", en: "entry"),
        Phrase(nb: "føringer", nn: "føringar", en: "entries"))
    ]
    if !plan.entries.isEmpty {
      let contents = plan.entries.map(\.content)
      parts.append(Numbers.countedHours(minutes: contents.reduce(0) { $0 + $1.minutes }, language))
      parts.append(
        counted(
          Set(contents.compactMap(\.who.person)).count, Phrase(nb: "person", en: "person"),
          Phrase(nb: "personer", nn: "personar", en: "persons")))
      let heads = contents.reduce(0) { $0 + ($1.who.person == nil ? $1.who.heads : 0) }
      parts.append(
        counted(
          heads, Phrase(nb: "uten navn", nn: "utan namn", en: "unnamed"),
          Phrase(nb: "uten navn", nn: "utan namn", en: "unnamed")))
    }
    parts.append(
      counted(
        plan.corrections.count, Phrase(nb: "rettelse", nn: "retting", en: "correction"),
        Phrase(nb: "rettelser", nn: "rettingar", en: "corrections")))
    parts.append(
      counted(
        plan.vanished.count, Phrase(nb: "tatt tilbake", nn: "teken tilbake", en: "taken back"),
        Phrase(nb: "tatt tilbake", nn: "tekne tilbake", en: "taken back")))
    parts.append(
      counted(
        plan.activities.count, Phrase(nb: "ny aktivitet", en: "new activity"),
        Phrase(nb: "nye aktiviteter", nn: "nye aktivitetar", en: "new activities")))
    parts.append(
      counted(
        plan.persons.count, Phrase(nb: "ny person", en: "new person"),
        Phrase(nb: "nye personer", nn: "nye personar", en: "new persons")))
    let others = plan.commands.reduce(into: (shifts: 0, signups: 0, changes: 0)) {
      counts, command in
      switch command {
      case .planShift: counts.shifts += 1
      case .signUp: counts.signups += 1
      case .changeShift, .changeActivity: counts.changes += 1
      default: break
      }
    }
    parts.append(
      counted(others.shifts, Phrase(nb: "vakt", en: "shift"), Phrase(nb: "vakter", en: "shifts")))
    parts.append(
      counted(
        others.signups, Phrase(nb: "påmelding", en: "sign-up"),
        Phrase(nb: "påmeldinger", nn: "påmeldingar", en: "sign-ups")))
    parts.append(
      counted(
        others.changes, Phrase(nb: "endring", en: "change"),
        Phrase(nb: "endringer", nn: "endringar", en: "changes")))
    return parts.compactMap { $0 }
  }

  /// Warns of what the domain found unlikely: a few in words, then how many.
  func warn(_ warnings: [Domain.Warning]) {
    for warning in warnings.prefix(shownMax) { context.warn(context.words(warning, open)) }
    if warnings.count > shownMax {
      let more = warnings.count - shownMax
      context.warn(
        Phrase(
          nb: "og \(more) slike til", nn: "og \(more) slike til", en: "and \(more) more like these")
      )
    }
  }
}
