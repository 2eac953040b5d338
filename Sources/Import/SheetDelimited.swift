// Delimited text, as RFC 4180 and its older relatives write it.
//
// - A line break is CR LF, LF or CR; inside quotation marks it belongs to the cell.
// - A cell that begins with a quotation mark ends with one; a doubled mark inside stands for one.
//   A mark anywhere else is refused with its place: everything after it would be read wrongly.
// - `sep=;` in the first line, which Excel writes and obeys, names the separator.
// - Otherwise the separator is the one that makes the most even table of the first rows.

extension Sheet {
  /// Reads a file of text whose cells stand between `;`, `,` or tabs.
  ///
  /// Throws what is wrong with the first place that cannot be read; what the cells should hold is
  /// judged by `readSheet`.
  package init(delimited bytes: [UInt8]) throws(SheetFault) {
    if bytes.count > Self.bytesMax { throw .tooManyBytes(max: Self.bytesMax) }
    if let kind = FileKind.of(bytes) { throw .notText(kind) }
    let (text, encoding) = try TextEncoding.decode(bytes)
    var scanner = DelimitedScanner(text)
    let separator = scanner.takeNamedSeparator() ?? scanner.likelySeparator()
    scanner.separator = separator?.byte
    var rows: [Row] = []
    var cells = 0
    while let row = try scanner.next() {
      if row.isEmpty { continue }
      cells += row.cells.count
      if cells > Self.cellsMax { throw .tooManyCells(max: Self.cellsMax) }
      if rows.count == Self.rowsMax { throw .tooManyRows(max: Self.rowsMax) }
      rows.append(row)
    }
    if rows.isEmpty { throw .empty }
    self.init(rows: rows, origin: .delimited(separator, encoding))
  }
}

/// Takes UTF-8 apart into rows.
struct DelimitedScanner {
  /// How many rows are looked at to find the separator.
  private static let sample = 100
  private static let quote: UInt8 = 34

  private let text: [UInt8]
  /// Nil: the whole line is one cell.
  var separator: UInt8?
  private var place = 0
  private var line = 1

  init(_ text: [UInt8]) { self.text = text }

  /// Returns the next row, empty ones too, or nil at the end.
  mutating func next() throws(SheetFault) -> Sheet.Row? {
    guard place < text.count else { return nil }
    var row = Sheet.Row(line: line, cells: [])
    while true {
      if row.cells.count == Sheet.columnsMax {
        throw .tooManyColumns(line: row.line, max: Sheet.columnsMax)
      }
      row.cells.append(try cell())
      guard place < text.count else { return row }
      if text[place] == separator {
        place += 1
      } else {
        takeLineBreak()
        return row
      }
    }
  }

  /// Reads up to a separator, a line break or the end.
  private mutating func cell() throws(SheetFault) -> String {
    let start = place
    if place < text.count, text[place] == Self.quote { return try quotedCell() }
    while place < text.count, text[place] != separator, !isBreak(text[place]) {
      if text[place] == Self.quote { throw strayQuote() }
      place += 1
    }
    try check(start: start, bytes: place - start)
    return cellText(text[start..<place])
  }

  private mutating func quotedCell() throws(SheetFault) -> String {
    let start = place
    var content: [UInt8] = []
    var from = place + 1
    place += 1
    while true {
      guard place < text.count else {
        let open = TextPlace(of: start, in: text)
        throw .openQuote(line: open.line, column: open.column)
      }
      let byte = text[place]
      if byte == Self.quote {
        content += text[from..<place]
        place += 1
        guard place < text.count, text[place] == Self.quote else { break }
        from = place  // the second of two marks is text
        place += 1
      } else if isBreak(byte) {
        takeLineBreak()
      } else {
        place += 1
      }
    }
    if place < text.count, text[place] != separator, !isBreak(text[place]) { throw strayQuote() }
    try check(start: start, bytes: content.count)
    return cellText(content)
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  private mutating func takeLineBreak() {
    let isPair = text[place] == 13 && place + 1 < text.count && text[place + 1] == 10
    place += isPair ? 2 : 1
    line += 1
  }

  private func strayQuote() -> SheetFault {
    let found = TextPlace(of: place, in: text)
    return .strayQuote(line: found.line, column: found.column)
  }

  private func check(start: Int, bytes: Int) throws(SheetFault) {
    guard bytes > Sheet.cellBytesMax else { return }
    let found = TextPlace(of: start, in: text)
    throw .cellTooLong(
      line: found.line, column: found.column, bytesMax: Sheet.cellBytesMax)
  }

  /// Skips a first line `sep=;` and returns what it names.
  mutating func takeNamedSeparator() -> Separator? {
    guard text.starts(with: Array("sep=".utf8)), text.count >= 5,
      let named = Separator.allCases.first(where: { $0.byte == text[4] }),
      text.count == 5 || isBreak(text[5])
    else { return nil }
    place = 5
    if place < text.count { takeLineBreak() }
    return named
  }

  /// Returns the separator that makes the most even table, or nil if none stands in the first rows.
  func likelySeparator() -> Separator? {
    var best: (separator: Separator, share: Double, width: Int)?
    for candidate in Separator.allCases {
      guard let (share, width) = evenness(candidate) else { continue }
      if let best, (best.share, best.width) >= (share, width) { continue }
      best = (candidate, share, width)
    }
    return best?.separator
  }

  /// Returns how large a share of the first rows has the most usual number of cells, and that number;
  /// nil if the rows can be read and none has two cells.
  private func evenness(_ candidate: Separator) -> (share: Double, width: Int)? {
    guard text.contains(candidate.byte) else { return nil }
    var scanner = self
    scanner.separator = candidate.byte
    var counts: [Int: Int] = [:]
    var rows = 0
    var penalty = 0.0
    do throws(SheetFault) {
      while rows < Self.sample, let row = try scanner.next() {
        if row.isEmpty { continue }
        rows += 1
        counts[row.cells.count, default: 0] += 1
      }
    } catch {
      // A mark that is stray under this separator may be in its place under another.
      penalty = 1
    }
    counts[1] = nil
    guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return penalty > 0 || rows == 0 ? (-penalty, 2) : nil
    }
    return (Double(usual.value) / Double(rows) - penalty, usual.key)
  }
}
