import Domain
import Foundation
import Import
import Testing

/// The encodings that spreadsheets are saved in.
struct SheetTextTests {
  private func read(_ bytes: [UInt8]) -> Result<Sheet, SheetFault> {
    do throws(SheetFault) {
      return .success(try Sheet(delimited: bytes))
    } catch {
      return .failure(error)
    }
  }

  @Test func `the complete table of Windows-1252 is read, and what it leaves out refused`() throws {
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    for byte in UInt8(0x80)...0xFF {
      // 0xE5 (å) before a letter is no UTF-8, so the file is not taken for that.
      let result = read(Array("a;b\nc;\u{64}".utf8) + [0xE5, 0x78, byte, 0x78])
      if undefined.contains(byte) {
        #expect(result == .failure(.badByte(byte, line: 2, column: 6)))
        continue
      }
      let foreign = String(data: Data([byte]), encoding: .windowsCP1252)
      let scalar = try #require(foreign?.unicodeScalars.first)
      let text = try result.get().rows[1].cells[1].unicodeScalars.map(\.value)
      switch scalar.value {
      case 0xA0: #expect(text == [0x64, 0xE5, 0x78, 0x20, 0x78])
      case 0xAD: #expect(text == [0x64, 0xE5, 0x78, 0x78])
      default: #expect(text == [0x64, 0xE5, 0x78, scalar.value, 0x78])
      }
    }
  }

  @Test func `UTF-8 is UTF-8 with its mark or without`() throws {
    let text = Array("Språkkafé;–\n".utf8)
    let plain = try read(text).get()
    let marked = try read([0xEF, 0xBB, 0xBF] + text).get()
    #expect(plain.origin == .delimited(.semicolon, .utf8))
    #expect(marked.origin == .delimited(.semicolon, .utf8WithMark))
    #expect(plain.rows == marked.rows)
    #expect(plain.rows[0].cells == ["Språkkafé", "–"])
  }

  @Test func `a mark promises UTF-8, so that a broken letter is no other encoding`() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a;b\næ;".utf8) + [0xE5, 0x78]
    #expect(read(bytes) == .failure(.badCharacter(line: 2, column: 3)))
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read in either order, with its pairs`(isLittle: Bool) throws {
    func bytes(_ units: [UInt16]) -> [UInt8] {
      ([0xFEFF] + units).flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittle ? [low, high] : [high, low]
      }
    }
    let sheet = try read(bytes(Array("a\tå😀\r\nb\tč".utf16))).get()
    #expect(sheet.origin == .delimited(.tab, .utf16))
    #expect(sheet.rows.map(\.cells) == [["a", "å😀"], ["b", "č"]])
    let place = SheetFault.badCharacter(line: 2, column: 3)
    let start = Array("a\tb\n\u{E5}\t".utf16)
    #expect(read(bytes(start + [0xD83D])) == .failure(place))
    #expect(read(bytes(start + [0xD83D, 0x61])) == .failure(place))
    #expect(read(bytes(start + [0xDE00])) == .failure(place))
    #expect(read(bytes(start + [0])) == .failure(place))
    #expect(read(bytes(start) + [0x61]) == .failure(place))
  }

  @Test(arguments: [
    ("hours-excel-1252.csv", Sheet.Origin.delimited(.semicolon, .windows1252)),
    ("hours-excel-utf8.csv", .delimited(.semicolon, .utf8WithMark)),
    ("hours-excel-unicode.txt", .delimited(.tab, .utf16)),
    ("hours-google.csv", .delimited(.comma, .utf8)),
    ("hours-mac.csv", .delimited(.semicolon, .utf8)),
  ])
  func `every origin says the same`(name: String, origin: Sheet.Origin) throws {
    let sheet = try SheetFixtures.sheet(name)
    #expect(sheet.origin == origin)
    let result = readSheet(sheet)
    #expect(result.kind == .hours)
    #expect(result.cellFaults == [] && result.headerFaults == [])
    let rows = result.hours
    #expect(
      rows.prefix(4).map(\.activity) == ["Språkkafé", "Språkkafé", "Nymoens kafé", "Seniordans"])
    #expect(rows.prefix(4).map(\.minutes) == [150, 150, 101_640, 150])
    #expect(rows.prefix(4).map(\.on.text) == ["2024-03-05", "2024-03-05", "2024-03", "2024-03-05"])
    #expect(rows[1].person.map { Array($0.unicodeScalars).last } == "\u{C5}")
    #expect(rows[2].person == nil && rows[2].headcount == 12)
    #expect(rows[0].voucher == "perm 3, ark 12" && rows[2].voucher == "ark 1 – 4")
  }
}
