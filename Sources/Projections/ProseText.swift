// A text as sentences and rows of tables. Tables are tabs, Markdown's bars, or columns held apart by
// spaces; what stands in no table is cut into sentences, and headings are remembered for what follows.

/// A sentence, or a heading.
struct ProseSentence {
  var tokens: [ProseToken]
  let isHeading: Bool
  /// The heading it stands under.
  let heading: [ProseToken]
  /// The line before it that ends in a colon, if any.
  let leadIn: [ProseToken]
}

/// A row of a table.
struct ProseRow {
  /// The words it begins with.
  let label: [ProseToken]
  let cells: [Cell]
  /// Which table, counted from 1: rows of one table add up to its sum.
  let table: Int
  let heading: [ProseToken]
  /// What the table is about: its headings, and a short line right above it.
  let about: [ProseToken]

  struct Cell {
    let tokens: [ProseToken]
    /// The heading of its column; empty where it has none.
    let header: [ProseToken]
    /// Which column.
    let column: Int
  }
}

enum ProseUnit {
  case sentence(ProseSentence)
  case row(ProseRow)
}

/// Cuts a text into units, in order.
struct ProseText {
  private let key: (String) -> String
  private(set) var units: [ProseUnit] = []
  private var paragraph: [[ProseToken]] = []
  private var lengths: [Int] = []
  private var heading: [ProseToken] = []
  private var leadIn: [ProseToken] = []
  private var header: Header?
  private var tables = 0
  /// Whether the line before was a row.
  private var isInTable = false
  /// A short line without an end, which may be the title of a table below it.
  private var title: [ProseToken] = []

  private struct Header {
    let kind: Character
    var columns: [(range: Range<Int>, tokens: [ProseToken])]
  }

  init(_ text: String, key: @escaping (String) -> String) {
    self.key = key
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      take(Array(line), number)
    }
    flush()
  }

  private mutating func take(_ line: [Character], _ number: Int) {
    guard let first = line.firstIndex(where: { !$0.isWhitespace }) else {
      flush()
      isInTable = false
      leadIn = leadIn.last?.mark == ":" ? leadIn : []
      return
    }
    if line.allSatisfy({ Self.ruling.contains($0) || $0.isWhitespace }) {
      return flush()
    }
    if line[first] == "#" {
      flush()
      isInTable = false
      var start = first
      while start < line.count, line[start] == "#" || line[start] == " " { start += 1 }
      start = endOfNumbering(line, start, inHeading: true)
      heading = ProseScanner.tokens(line, start..<line.count, line: number, key: key)
      leadIn = []
      add(heading, isHeading: true)
      return
    }
    if let (kind, ranges) = Self.cells(line) {
      let cells = ranges.map { ProseScanner.tokens(line, $0, line: number, key: key) }
      if row(kind, ranges, cells) { return }
    }
    isInTable = false
    let start = endOfNumbering(line, first, inHeading: false)
    if start != first { flush() }
    let tokens = ProseScanner.tokens(line, start..<line.count, line: number, key: key)
    if let begins = tokens.first, begins.isCapitalised, let before = lengths.last, before < 60 {
      flush()
    }
    paragraph.append(tokens)
    lengths.append(line.count)
    if tokens.last?.mark == ":" {
      flush()
      leadIn = tokens
    }
  }

  private static let ruling: Set<Character> = [
    "|", "-", ":", "─", "━", "═", "—", "=", "+", "_", "*",
  ]

  /// Past the mark or the number of a list item.
  private func endOfNumbering(_ line: [Character], _ first: Int, inHeading: Bool) -> Int {
    guard first < line.count else { return first }
    var end = first
    if "-*•–+>".contains(line[first]), first + 1 < line.count, line[first + 1] == " " {
      return first + 2
    }
    if line[end] == "(" { end += 1 }
    let digits = end
    while end < line.count, ProseScanner.isDigit(line[end]) || inHeading && line[end] == "." {
      end += 1
    }
    guard end > digits, end - digits <= (inHeading ? 8 : 2), end < line.count else { return first }
    if inHeading, line[end] == " ", line[digits..<end].contains(".") { return end }
    guard line[end] == "." || line[end] == ")", end + 1 < line.count, line[end + 1] == " " else {
      return first
    }
    // "4. mars" is a day, not the fourth item.
    let word = String(line[(end + 2)...].prefix { $0.isLetter })
    return ProseVocabulary.months.contains(key(word)) ? first : end + 1
  }

  // MARK: Tables

  /// Returns the columns of the cells of a line, or nil if it has only one.
  private static func cells(_ line: [Character]) -> (Character, [Range<Int>])? {
    for mark in ["|", "\t"] as [Character] {
      let marks = line.indices.filter { line[$0] == mark }
      if marks.isEmpty || mark == "|" && marks.count < 2 { continue }
      let borders = [-1] + marks + [line.count]
      var ranges = zip(borders, borders.dropFirst()).map { ($0 + 1)..<$1 }
      if mark == "|" {
        if line[ranges[0]].allSatisfy(\.isWhitespace) { ranges.removeFirst() }
        if let last = ranges.last, line[last].allSatisfy(\.isWhitespace) { ranges.removeLast() }
      }
      return ranges.count > 1 ? (mark, ranges) : nil
    }
    var ranges: [Range<Int>] = []
    var start: Int?
    var index = 0
    while index < line.count {
      if line[index] == " ", index + 1 == line.count || line[index + 1] == " " {
        if let begun = start {
          ranges.append(begun..<index)
          start = nil
        }
      } else if start == nil, line[index] != " " {
        start = index
      }
      index += 1
    }
    if let start { ranges.append(start..<line.count) }
    return ranges.count > 1 ? (" ", ranges) : nil
  }

  /// Takes a line as a row of a table, or says that it is none.
  private mutating func row(
    _ kind: Character, _ ranges: [Range<Int>], _ cells: [[ProseToken]]
  ) -> Bool {
    let isHeader =
      !cells.dropFirst().contains { $0.contains { Self.isPlain($0) } }
      && cells.dropFirst().contains { ProseNoun.measure(of: $0) != nil || Self.isYear($0) }
    if isHeader {
      flush()
      header = Header(kind: kind, columns: Array(zip(ranges, cells)))
      tables += 1
      isInTable = true
      return true
    }
    var known: Header? = header?.kind == kind ? header : nil
    if kind == " " {
      guard let header = known, let last = ranges.last,
        header.columns.contains(where: { $0.range.upperBound == last.upperBound }) || isInTable,
        cells.last?.contains(where: { $0.number != nil }) == true
      else { return false }
    } else if let header = known, !isInTable, header.columns.count != cells.count {
      known = nil
    }
    flush()
    if !isInTable { tables += 1 }
    isInTable = true
    guard let place = cells.firstIndex(where: { $0.contains(where: \.isWord) || Self.isYear($0) })
    else { return true }
    let rest = cells.indices.filter { $0 != place && !cells[$0].isEmpty }
    units.append(
      .row(
        ProseRow(
          label: cells[place],
          cells: rest.map { index in
            let column = known.flatMap { Self.column(of: ranges[index], index, in: $0) }
            return .init(
              tokens: cells[index], header: column.flatMap { known?.columns[$0].tokens } ?? [],
              column: column ?? index)
          }, table: tables, heading: heading,
          about: heading + title + (known?.columns.first?.tokens ?? []))))
    return true
  }

  private static func isPlain(_ token: ProseToken) -> Bool {
    if case .plain = token.number?.kind { true } else { false }
  }

  private static func isYear(_ tokens: [ProseToken]) -> Bool {
    if tokens.count == 1, case .year = tokens[0].number?.kind { true } else { false }
  }

  private static func column(of range: Range<Int>, _ index: Int, in header: Header) -> Int? {
    guard header.kind == " " else { return header.columns.indices.contains(index) ? index : nil }
    if let exact = header.columns.lastIndex(where: { $0.range.upperBound == range.upperBound }) {
      return exact
    }
    return header.columns.firstIndex { $0.range.overlaps(range) }
  }

  // MARK: Sentences

  private mutating func add(_ tokens: [ProseToken], isHeading: Bool = false) {
    guard !tokens.isEmpty else { return }
    units.append(
      .sentence(
        ProseSentence(tokens: tokens, isHeading: isHeading, heading: heading, leadIn: leadIn)))
  }

  private mutating func flush() {
    let tokens = paragraph.flatMap { $0 }
    paragraph = []
    lengths = []
    guard !tokens.isEmpty else { return }
    var start = 0
    for (index, token) in tokens.enumerated() where Self.ends(tokens, index, token) {
      add(Array(tokens[start...index]))
      start = index + 1
    }
    add(Array(tokens[start...]))
    title = start == 0 && tokens.count <= 8 && tokens.last?.mark == nil ? tokens : []
    leadIn = []
  }

  /// Whether a sentence ends with this token.
  private static func ends(_ tokens: [ProseToken], _ index: Int, _ token: ProseToken) -> Bool {
    guard let mark = token.mark, ".!?".contains(mark), index + 1 < tokens.count else {
      return false
    }
    let next = tokens[index + 1]
    if next.touches, next.place.line == token.place.line { return false }
    if mark != "." { return true }
    guard next.isCapitalised || next.number != nil, index > 0 else { return false }
    let before = tokens[index - 1]
    if before.isWord, ProseVocabulary.abbreviations.contains(before.key) || before.key.count == 1 {
      return false
    }
    // "4. March" is a day; "Strikking: 3. Praktisk" are two sentences.
    return !(before.number != nil && ProseVocabulary.months.contains(next.key))
  }
}
