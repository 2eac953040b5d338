// Any report as JSON, schema `dugnad-report:1`: the same rows, with typed values. Hours are minutes.

import Domain
import Projections
import Wording

extension Report {
  /// Returns the report as JSON in one line with a newline.
  package func json() -> String {
    var members: [JSONMember] = [
      JSONMember(key: "schema", value: .string("dugnad-report:1")),
      JSONMember(key: "report", value: .string(key)),
      JSONMember(key: "language", value: .string(language.rawValue)),
      JSONMember(key: "title", value: .string(title)),
    ]
    if !years.isEmpty {
      members.append(JSONMember(key: "years", value: .array(years.map { .integer($0) })))
    }
    if let basis {
      members += [
        JSONMember(key: "ledger", value: .string(basis.ledger)),
        JSONMember(key: "reconstruction", value: .bool(basis.reconstruction)),
        JSONMember(key: "through", value: .integer(basis.through)),
        JSONMember(key: "hash", value: .string(basis.hash)),
      ]
    }
    members += [
      JSONMember(key: "header", value: .array(header.map { .string($0) })),
      JSONMember(key: "sections", value: .array(sections.map(\.json))),
      JSONMember(key: "foot", value: .array(foot.map { .string($0) })),
    ]
    return JSONValue.object(members).text + "\n"
  }
}

extension ReportSection {
  fileprivate var json: JSONValue {
    .object([
      "key": .string(key),
      "title": .string(orNull: title),
      "columns": .array(
        columns.map { .object(["key": .string($0.key), "heading": .string($0.heading)]) }),
      "rows": .array(rows.map(json)),
      "notes": .array(notes.map { .string($0) }),
    ])
  }

  /// A row: its values by column, and the addresses of those that are figures.
  private func json(_ row: ReportRow) -> JSONValue {
    let pairs = zip(columns, row.cells)
    let values = pairs.map { JSONMember(key: $0.key, value: $1.value.json) }
    let explain = pairs.compactMap { column, cell in
      cell.explain.map { JSONMember(key: column.key, value: .string($0)) }
    }
    return .object([
      "role": .string(row.role.rawValue), "values": .object(values), "explain": .object(explain),
    ])
  }
}

extension ReportValue {
  fileprivate var json: JSONValue {
    switch self {
    case .empty: .null
    case .text(let text): .string(text)
    case .flag(let isSet): .bool(isSet)
    case .integer(let number): .integer(number)
    case .hours(let minutes): .integer(minutes)
    case .decimal(let number, let divisor, _): jsonDecimal(number, over: divisor)
    case .period(let period): .string(period.text)
    case .moment(let moment): .string(moment.text)
    }
  }
}

/// Returns a quotient as a JSON number with four decimals, rounded half up.
func jsonDecimal(_ number: Int, over divisor: Int) -> JSONValue {
  .decimal(Numbers.csvDecimal(number, divisor, places: 4).replacing(",", with: "."))
}
