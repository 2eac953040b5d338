// What an import tells of the file: what was read, and what should be looked at before it is believed.

import Domain
import Import
import Reports
import Wording

/// Says what became of one file.
struct ImportTeller {
  /// Most rows of one kind that are listed.
  static let shownMax = 10

  let context: Context
  let plan: ImportPlan
  let file: ImportedFile
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

  func say(nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  /// How many of a kind are not listed, if any.
  func moreLine(_ count: Int, indent: String = "  ") -> [String] {
    let more = count - Self.shownMax
    return more > 0 ? [indent + "… " + say(nb: "og \(more) til", en: "and \(more) more")] : []
  }
}

extension ImportTeller {
  var readLines: [String] {
    var lines = [headline]
    lines += headerLine
    lines += reading.sums.filter { $0.agrees || isBound($0) }.map { "  " + sumLine($0) }
    if !reading.ignored.isEmpty { lines.append(ignoredLine) }
    for text in reading.trailingTexts.prefix(Self.shownMax) {
      lines.append(
        say(
          nb: "  Tekst på \(place(text.line)): «\(text.text)»",
          en: "  Text in \(place(text.line)): '\(text.text)'"))
    }
    lines += comparisonLines
    lines += plan.notes.prefix(Self.shownMax).map {
      "  " + say(nb: "merk: ", en: "note: ") + $0(language)
    }
    lines += moreLine(plan.notes.count)
    return lines
  }

  /// What a line of the file is called, and its number.
  func place(_ line: Int) -> String {
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
    let names = reading.ignored.prefix(Self.shownMax).map { column in
      column.header.isEmpty
        ? column.letters
        : column.letters + (language == .en ? " '\(column.header)'" : " «\(column.header)»")
    }
    let more = reading.ignored.count > Self.shownMax ? ", …" : ""
    return say(nb: "  Ikke lest: ", nn: "  Ikkje lese: ", en: "  Not read: ")
      + names.joined(separator: ", ") + more
  }
}
