import Domain
import Import
import Testing

/// Whatever the bytes: a sheet or a fault, and no trap.
struct SheetHostileTests {
  private static let texts = [
    "hours-excel-1252.csv", "hours-excel-utf8.csv", "hours-excel-unicode.txt", "hours-google.csv",
    "hours-faults.csv", "forms-google.csv", "persons.csv", "activities.csv", "shifts.csv",
    "signups.csv", "kongsberg-2024.csv",
  ]

  /// Reads as the kind of the header and as another; every fault has its place.
  private func read(_ bytes: [UInt8], _ round: Int) -> Bool {
    do throws(SheetFault) {
      let sheet = try Sheet(delimited: bytes)
      let last = sheet.rows.last?.line ?? 0
      for kind in [nil, SheetKind.allCases[round % SheetKind.allCases.count]] {
        let result = readSheet(sheet, kind: kind)
        #expect(result.cellFaults.allSatisfy { (1...last).contains($0.line) })
        if !result.headerFaults.isEmpty { #expect(result.rows == .none) }
      }
      return true
    } catch {
      return false
    }
  }

  @Test func `random bytes never trap`() {
    var numbers = Random(seed: 1)
    let marks = Array(";,\t\"\r\n åæø0123456789.:-#=".utf8)
    for round in 0..<500 {
      let bytes = (0..<Int.random(in: 0...400, using: &numbers)).map { _ -> UInt8 in
        round % 2 == 0
          ? UInt8.random(in: 0...255, using: &numbers)
          : marks[Int.random(in: 0..<marks.count, using: &numbers)]
      }
      _ = read(bytes, round)
    }
  }

  @Test func `a thousand changed files never trap`() throws {
    var numbers = Random(seed: 2)
    let files = try Self.texts.map(SheetFixtures.bytes)
    var readable = 0
    for round in 0..<1_000 {
      if read(mutated(files[round % files.count], &numbers), round) { readable += 1 }
    }
    // Most changes leave a sheet; otherwise the rows were never reached.
    #expect(readable > 300)
  }

  @Test func `a thousand changed parts of workbooks never trap`() throws {
    var numbers = Random(seed: 3)
    let books = try ["hours.xlsx", "hours-1904.xlsx"].map(SheetFixtures.parts)
    var readable = 0
    for round in 0..<1_000 {
      var parts = books[round % books.count]
      let names = parts.keys.sorted()
      let name = names[Int.random(in: 0..<names.count, using: &numbers)]
      parts[name] = mutated(parts[name] ?? [], &numbers)
      do throws(XlsxFault) {
        let book = try XlsxBook(parts: parts)
        for entry in book.sheets { _ = readSheet(try book.read(entry, parts: parts)) }
        readable += 1
      } catch {
        continue
      }
    }
    #expect(readable > 100)
  }

  private func mutated(_ bytes: [UInt8], _ numbers: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &numbers) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let other = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[other], at: place)
      case 3: bytes.swapAt(place, other)
      default: bytes.removeLast(Int.random(in: 0...min(20, bytes.count), using: &numbers))
      }
    }
    return bytes
  }
}
