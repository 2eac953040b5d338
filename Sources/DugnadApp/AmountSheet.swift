// From a sheet to lines of budget and accounts. Everything that is wrong is found at once; what the
// ledger would refuse is told here with its line and column, before anything is written.

import CommandLineKit
import Domain
import Import
import Reports
import Wording

/// A sheet of amounts, read.
struct AmountSheet {
  private(set) var amounts: [GrantAmount] = []
  /// In the order of the sheet.
  private(set) var faults: [AmountFault] = []
  /// Headers that nothing is read from.
  private(set) var ignored: [String] = []
  private var places: [AmountColumn: Int] = [:]
  private var headers: [String] = []
  private let book: GrantAmount.Book?
  private let today: Day

  /// - Parameters:
  ///   - book: which book the lines are of, where no column says it.
  ///   - today: no day of the accounts is after it.
  init(_ sheet: Sheet, book: GrantAmount.Book?, today: Day) {
    self.book = book
    self.today = today
    guard let header = sheet.rows.first else { return }
    readHeader(header)
    if !faults.isEmpty { return }
    for row in sheet.rows.dropFirst() { read(row) }
  }

  private mutating func readHeader(_ row: Sheet.Row) {
    headers = row.cells
    for (place, text) in row.cells.enumerated() where !text.isEmpty {
      guard let column = AmountColumn(header: text) else {
        ignored.append(text)
        continue
      }
      if let first = places[column] {
        let other = columnLetters(first)
        faults.append(
          AmountFault(
            line: row.line, column: columnLetters(place), header: nil, text: text,
            expected: Phrase(
              nb: "én kolonne: \(other) sier det samme", nn: "éin kolonne: \(other) seier det same",
              en: "one column: \(other) says the same")))
      } else {
        places[column] = place
      }
    }
    let needed = AmountColumn.needed + (book == nil ? [.book] : [])
    for column in needed where places[column] == nil {
      let near = suggestions(for: column.headers[0], among: ignored)
      let meant = near.first.map { " («\($0)»?)" } ?? ""
      faults.append(
        AmountFault(
          line: row.line, column: nil, header: nil, text: "",
          expected: Phrase(
            nb: "en kolonne \(column.words.nb)\(meant)",
            nn: "ei kolonne \(column.words.nb)\(meant)",
            en: "a column \(column.words.en)\(meant)")))
    }
  }

  private mutating func read(_ row: Sheet.Row) {
    let before = faults.count
    if let place = row.cells.indices.first(where: {
      $0 >= headers.count && !row.cells[$0].isEmpty
    }) {
      fault(row, place, AmountFault.nothing)
    }
    let book = book(in: row)
    let post = text(.post, in: row, bytesMax: TextRule.postBytesMax)
    if post == nil, faults.count == before { fault(row, .post, AmountFault.value) }
    if let post, Self.isSum(post) { fault(row, .post, AmountFault.noSum) }
    let ore = ore(in: row)
    let (flow, funding) = direction(in: row)
    let day = day(in: row, of: book)
    let voucher = text(.voucher, in: row, bytesMax: TextRule.voucherBytesMax)
    guard faults.count == before, let book, let post, let ore, let flow else { return }
    amounts.append(
      GrantAmount(
        book, flow, post: post, amount: ore, funding: funding, on: day, voucher: voucher))
  }

  /// A row that sums up others would count them twice.
  private static func isSum(_ post: String) -> Bool {
    let words = searchKey(post).split(separator: " ")
    return ["sum", "total", "totalt", "totalsum"].contains(words.first)
      || words.starts(with: ["i", "alt"])
  }

  // MARK: - Cells

  private mutating func book(in row: Sheet.Row) -> GrantAmount.Book? {
    let text = cell(.book, in: row)
    if text.isEmpty, let book { return book }
    if let read = GrantWord.read(text, GrantWords.name) as GrantAmount.Book? { return read }
    fault(row, .book, AmountFault.book)
    return nil
  }

  private mutating func ore(in row: Sheet.Row) -> Int? {
    let text = cell(.amount, in: row)
    guard let ore = SpelledKroner(text)?.ore, GrantDetails.amountRange.contains(ore) else {
      fault(row, .amount, AmountFault.kroner)
      return nil
    }
    return ore
  }

  /// Cost or income, and where an income comes from. Where no cell says which, only an income says
  /// where it comes from.
  private mutating func direction(
    in row: Sheet.Row
  ) -> (GrantAmount.Flow?, GrantAmount.Funding?) {
    let (typed, source) = (cell(.flow, in: row), cell(.funding, in: row))
    var funding: GrantAmount.Funding?
    if !source.isEmpty {
      funding =
        GrantWord.read(source, GrantWord.typed) ?? GrantWord.read(source, GrantWords.name)
      if funding == nil { fault(row, .funding, AmountFault.funding) }
    }
    if typed.isEmpty { return (source.isEmpty ? .cost : .income, funding) }
    guard let flow = GrantWord.read(typed, GrantWords.name) as GrantAmount.Flow? else {
      fault(row, .flow, AmountFault.flow)
      return (nil, nil)
    }
    if flow == .cost, !source.isEmpty { fault(row, .funding, AmountFault.noFunding) }
    if flow == .income, source.isEmpty { fault(row, .funding, AmountFault.funding) }
    return (flow, funding)
  }

  private mutating func day(in row: Sheet.Row, of book: GrantAmount.Book?) -> Day? {
    let text = cell(.date, in: row)
    switch book {
    case .budget:
      if !text.isEmpty { fault(row, .date, AmountFault.noDay) }
      return nil
    case .accounts:
      guard let spelled = SpelledDay(text) else {
        fault(row, .date, AmountFault.day)
        return nil
      }
      let day = spelled.day(today: today)
      if day > today { fault(row, .date, AmountFault.past) }
      return day
    case nil: return nil
    }
  }

  /// The text of a cell as it is stored; nil when it is empty or cannot be.
  private mutating func text(
    _ column: AmountColumn, in row: Sheet.Row, bytesMax: Int
  ) -> String? {
    guard let text = cell(column, in: row).asStoredOrNil else { return nil }
    switch TextRule.fault(in: text, bytesMax: bytesMax) {
    case nil: return text
    case .tooLong: fault(row, column, AmountFault.shorter(bytesMax))
    default: fault(row, column, AmountFault.plainText)
    }
    return nil
  }

  private func cell(_ column: AmountColumn, in row: Sheet.Row) -> String {
    places[column].map { row[column: $0] } ?? ""
  }

  private mutating func fault(_ row: Sheet.Row, _ column: AmountColumn, _ expected: Phrase) {
    guard let place = places[column] else {
      faults.append(
        AmountFault(line: row.line, column: nil, header: nil, text: "", expected: expected))
      return
    }
    fault(row, place, expected)
  }

  private mutating func fault(_ row: Sheet.Row, _ place: Int, _ expected: Phrase) {
    faults.append(
      AmountFault(
        line: row.line, column: columnLetters(place),
        header: headers.indices.contains(place) ? headers[place] : nil,
        text: row[column: place], expected: expected))
  }
}
