import Domain
import Foundation
import Import
import Testing

/// The same rows, written as any of our users' programs might write them, read back the same.
struct SheetDialectTests {
  private struct Dialect {
    var separator: Character
    var breaks: String
    var comma: Bool
    var encoding: Int
    var day: Int
    var amount: Int

    init(_ numbers: inout Random) {
      separator = [";", ",", "\t"].randomElement(using: &numbers) ?? ";"
      breaks = ["\n", "\r\n", "\r"].randomElement(using: &numbers) ?? "\n"
      comma = Bool.random(using: &numbers)
      encoding = Int.random(in: 0..<5, using: &numbers)
      day = Int.random(in: 0..<5, using: &numbers)
      amount = Int.random(in: 0..<4, using: &numbers)
    }

    func written(_ minutes: Int) -> String {
      let (hours, rest) = (minutes / 60, minutes % 60)
      switch amount {
      case 0: return "\(hours):\(rest < 10 ? "0" : "")\(rest)"
      case 1: return "\(hours)t \(rest)m"
      case 2: return "\(minutes) min"
      default:
        let quarters = ["", "25", "5", "75"][rest / 15]
        return "\(hours)" + (quarters.isEmpty ? "" : (comma ? "," : ".") + quarters)
      }
    }

    func written(_ day: Day) -> String {
      let (year, month, number) = day.parts
      let padded = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
      switch self.day {
      case 0: return day.text
      case 1: return "\(number).\(month).\(year)"
      case 2: return "\(padded(number)).\(padded(month)).\(year % 100)"
      case 3:
        let name = [
          "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
          "oktober", "november", "desember",
        ][month - 1]
        return "\(number). \(name) \(year)"
      default: return day.text + " 00:00:00"
      }
    }

    func file(_ rows: [[String]]) -> [UInt8] {
      let text = rows.map { row in
        row.map { cell in
          cell.contains { $0 == separator || $0 == "\"" }
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: String(separator)) + breaks
      }.joined()
      switch encoding {
      case 0: return Array(text.utf8)
      case 1: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case 2: return Array(text.data(using: .windowsCP1252) ?? Data())
      case 3: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      default: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      }
    }
  }

  @Test func `rows in any dialect read back the same`() throws {
    var numbers = Random(seed: 4)
    let activities = ["Språkkafé", "Tolk, ledsager", "Nymoens kafé; kveld", "Film \"Ny\"", "Åre"]
    for round in 0..<400 {
      let dialect = Dialect(&numbers)
      var expected: [HoursRow] = []
      var cells = [["Aktivitet", "Navn", "Antall", "Dato", "Timer", "Bilag"]]
      for line in 2...Int.random(in: 2...9, using: &numbers) {
        let day = Day(number: Int32.random(in: 18_262...20_000, using: &numbers))
        let minutes = 15 * Int.random(in: 1...200, using: &numbers)
        let heads = Bool.random(using: &numbers) ? Int.random(in: 1...5_000, using: &numbers) : nil
        let activity = activities.randomElement(using: &numbers) ?? ""
        expected.append(
          HoursRow(
            line: line, activity: activity, person: heads == nil ? "Testperson Ø" : nil,
            headcount: heads, on: Period(day), minutes: minutes, voucher: "perm 3, ark \(line)"))
        cells.append([
          activity, heads == nil ? "Testperson Ø" : "", heads.map { "\($0)" } ?? "",
          dialect.written(day), dialect.written(minutes), "perm 3, ark \(line)",
        ])
      }
      let result = readSheet(try Sheet(delimited: dialect.file(cells)))
      #expect(
        result.isClean, "round \(round): \(dialect) \(result.headerFaults) \(result.cellFaults)")
      #expect(result.hours == expected, "round \(round): \(dialect)")
    }
  }
}
