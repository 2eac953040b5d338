import Domain
import EventFormat
import Glibc
import Testing

// Bytes that somebody chose to hurt us: every answer is an error, and a quick one.

@Suite struct HostileTests {
  private let head = Array(
    (#"{"seq":1,"at":"2024-03-05T17:04:09Z","by":"p2","cmd":"a","left":0,"#
      + #""type":"activity.added","v":1,"data":{"code":"a","name":"#).utf8)
  private let foot = Array(
    (#","aliases":[],"recipients":[],"counted":true},"hash":""#
      + String(repeating: "0", count: 64) + #""}"#).utf8)

  private func error(_ line: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try EventLine.scan(line.span)
      return nil
    } catch {
      return error
    }
  }

  private func error(name: [UInt8]) -> FormatError? { error(head + name + foot) }

  @Test func `the frame itself is a line`() {
    #expect(error(name: Array("\"Å\"".utf8)) == nil)
  }

  @Test func `ten megabytes are refused by their length alone`() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
    let count = head.count + long.count + 2 + foot.count
    #expect(error(name: [0x22] + long + [0x22])?.kind == .lineTooLong(bytes: count))
    #expect(error(long)?.column == 65_536)
  }

  @Test func `a line may have 65 535 bytes and not one more`() throws {
    guard let code = Samples.code else { return }
    func line(_ count: Int) throws -> [UInt8] {
      let names = (0..<331).map { "\($0 + 1_000)" + String(repeating: "x", count: 190) }
      let filler = String(repeating: "y", count: count)
      let details = ActivityDetails(code: code, name: "a", aliases: names + [filler])
      return try EventLine.write(
        Samples.recorded(.activityAdded(details)), previousHex: Samples.digits
      ).bytes
    }
    let room = EventLine.bytesMax - (try line(1).count)
    #expect(room > 0 && room < 200)
    let longest = try line(1 + room)
    #expect(longest.count == 65_535)
    #expect(error(longest) == nil)
    #expect(throws: FormatError(.lineTooLong(bytes: 65_536), column: 0)) { try line(2 + room) }
    #expect(error(longest + [0x20])?.kind == .lineTooLong(bytes: 65_536))
  }

  @Test func `nesting goes nowhere`() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 60_000)
    #expect(error(deep)?.kind == .punctuation)
    #expect(error(name: deep)?.kind == .punctuation)
    let objects = Array(String(repeating: #"{"a":"#, count: 10_000).utf8)
    #expect(error(objects)?.column == 3)
  }

  @Test func `bytes that are not UTF-8 are refused where they stand`() {
    let bad: [(bytes: [UInt8], offset: Int)] = [
      ([0xC0, 0xAF], 0),  // overlong /
      ([0xE0, 0x80, 0xAF], 0), ([0xF0, 0x80, 0x80, 0xAF], 0),
      ([0xC1, 0xBF], 0),
      ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF], 0),  // lone surrogates
      ([0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], 0),  // a pair of them (CESU-8)
      ([0xF4, 0x90, 0x80, 0x80], 0),  // over U+10FFFF
      ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0xFE], 0),
      ([0x80], 0), ([0x61, 0xBF], 1),
      ([0xC3], 0), ([0xE2, 0x82], 0), ([0xF0, 0x9F, 0x98], 0),  // cut short
      ([0x61, 0x62, 0xE2, 0x82, 0x61], 2),
    ]
    for (bytes, offset) in bad {
      let found = error(name: [0x22] + bytes + [0x22])
      #expect(found?.kind == .text(.notUTF8), "\(bytes)")
      #expect(found?.column == head.count + 2 + offset, "\(bytes)")
    }
  }

  @Test func `an escaped surrogate, NUL and controls are refused`() {
    #expect(error(name: Array(#""\ud800""#.utf8))?.kind == .text(.escape))
    #expect(error(name: Array(#""\u0000""#.utf8))?.kind == .text(.escape))
    #expect(error(name: Array(#""\""#.utf8))?.kind != nil)
    for scalar: UInt32 in Array(0...0x1F) + Array(0x7F...0x9F) + [0x2028, 0x2029] {
      let text = Array("\"a\(Unicode.Scalar(scalar) ?? "x")b\"".utf8)
      #expect(error(name: text)?.kind == .text(.controlCharacter), "\(scalar)")
    }
    for scalar: UInt32 in [0xA0, 0x2027, 0x202A, 0xFEFF, 0xE000, 0x10FFFF] {
      let text = Array("\"a\(Unicode.Scalar(scalar) ?? "x")b\"".utf8)
      #expect(error(name: text) == nil, "\(scalar)")
    }
    #expect(error([])?.column == 1)
    #expect(error([0])?.column == 1)
    #expect(error([UInt8](repeating: 0, count: 4_096))?.column == 1)
  }

  @Test func `the scanner and the rule of the domain forbid the same characters`() {
    for value: UInt32 in 0...0xFFFF {
      guard let scalar = Unicode.Scalar(value), value != 0x22, value != 0x5C else { continue }
      let text = "a\(scalar)b"
      guard NormalForm.isComposed(text) else { continue }
      let isRefused = error(name: Array("\"\(text)\"".utf8)) != nil
      #expect(isRefused == TextRule.isForbidden(scalar), "\(value)")
    }
  }

  @Test func `numbers of any length are refused without overflow`() {
    let places = [#"{"seq":"#, #"{"seq":1,"at":"2024-03-05T17:04:09Z","by":"p"#]
    for place in places {
      for digits in 16...40 {
        for digit in ["9", "1"] {
          let line = place + String(repeating: digit, count: digits)
          #expect(error(Array(line.utf8)) != nil)
        }
      }
    }
    #expect(error(Array(#"{"seq":18446744073709551617,"#.utf8))?.kind == .number)
    #expect(error(Array(#"{"seq":9223372036854775808,"#.utf8))?.kind == .number)
  }

  @Test func `a list of many texts is refused or read in a moment`() {
    let many = (0..<9_000).map { #""\#($0)""# }.joined(separator: ",")
    let line =
      #"{"seq":1,"at":"2024-03-05T17:04:09Z","by":"p2","cmd":"a","left":0,"#
      + #""type":"activity.added","v":1,"data":{"code":"a","name":"n","aliases":["# + many
    #expect(error(Array((line + #","1"],"#).utf8))?.kind == .repeatedText)
    #expect(error(Array(line.utf8))?.kind == .punctuation)
  }

  @Test func `nothing is read past the end of a page`() throws {
    let page = sysconf(Int32(_SC_PAGESIZE))
    let line = try Samples.lines()[3]
    let memory = mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return }
    defer { munmap(memory, 2 * page) }
    #expect(mprotect(memory + page, page, PROT_NONE) == 0)
    for count in 0...line.count {
      let start = memory + (page - count)
      let bytes = UnsafeMutableRawBufferPointer(start: start, count: count)
      bytes.copyBytes(from: line.prefix(count))
      let span = UnsafeBufferPointer(bytes.bindMemory(to: UInt8.self)).span
      do throws(FormatError) {
        _ = try EventLine.scan(span)
        #expect(count == line.count)
      } catch {
        #expect(count < line.count)
      }
      _ = EventLine.digits(ending: span)
    }
  }
}
