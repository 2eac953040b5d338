// What of a report is compared with the figures: the tables of `rapport.json`, and the rows of
// `rapport.csv`.

/// The tables of a report in JSON: values by column, and the addresses of those that are figures.
struct ReportCells: Decodable {
  struct Section: Decodable {
    var columns: [Column]
    var rows: [Row]
  }

  struct Column: Decodable {
    var key: String
    var heading: String
  }

  struct Row: Decodable {
    var values: [String: Cell]
    var explain: [String: String]
  }

  /// A cell: a whole number, a text, nothing, or something that is compared with nothing.
  enum Cell: Decodable, Equatable {
    case null
    case number(Int)
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = (try? container.decode(String.self)).map { .text($0) } ?? .other
      }
    }

    var number: Int? { if case .number(let number) = self { number } else { nil } }
  }

  var sections: [Section]
}

/// The records of a file with `;` between cells (RFC 4180). Total: any bytes have some records.
struct CSVRecords {
  private(set) var records: [[String]] = []
  private var record: [String] = []
  private var cell: [UInt8] = []
  private var isQuoted = false

  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for byte in bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...] { take(byte) }
    if !record.isEmpty || !cell.isEmpty { endRecord() }
  }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""):
      // The second of two inside a quoted cell stands for one.
      isQuoted.toggle()
      if isQuoted, wasQuote { cell.append(byte) }
    case UInt8(ascii: ";") where !isQuoted: endCell()
    case UInt8(ascii: "\n") where !isQuoted: endRecord()
    case UInt8(ascii: "\r") where !isQuoted: break
    default: cell.append(byte)
    }
    wasQuote = byte == UInt8(ascii: "\"")
  }

  private var wasQuote = false

  private mutating func endCell() {
    record.append(String(decoding: cell, as: UTF8.self))
    cell = []
  }

  private mutating func endRecord() {
    endCell()
    records.append(record)
    record = []
  }
}
