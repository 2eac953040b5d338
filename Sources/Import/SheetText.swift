// Bytes as people's programs save them, as UTF-8.
//
//   byte order mark of UTF-16 → UTF-16 (Excel's "Unicode text")
//   byte order mark of UTF-8  → UTF-8, and nothing else
//   valid UTF-8               → UTF-8
//   anything else             → Windows-1252, what Excel on Windows saves as "CSV"

/// How a file of text was encoded.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  /// UTF-8 that says so in its first three bytes.
  case utf8WithMark
  case windows1252
  /// UTF-16 in either byte order, which its first two bytes tell.
  case utf16

  static func isMarkedUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Returns the text as UTF-8 without a mark, and how it was encoded.
  ///
  /// Throws `.badByte` or `.badCharacter` with the place.
  static func decode(_ bytes: [UInt8]) throws(SheetFault) -> (text: [UInt8], TextEncoding) {
    if isMarkedUTF16(bytes) { return (try utf16(bytes), .utf16) }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = isMarked ? Array(bytes.dropFirst(3)) : bytes
    do {
      _ = try UTF8Span(validating: text.span)
      return (text, isMarked ? .utf8WithMark : .utf8)
    } catch {
      if isMarked {
        let place = TextPlace(of: error.byteOffsets.lowerBound, in: text)
        throw .badCharacter(line: place.line, column: place.column)
      }
      return (try windows1252(text), .windows1252)
    }
  }

  private static func windows1252(_ bytes: [UInt8]) throws(SheetFault) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let scalar = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
      guard scalar != 0, let scalar = Unicode.Scalar(scalar) else {
        // One byte is one character here.
        let line = TextPlace(ofByte: offset, in: bytes)
        throw .badByte(byte, line: line.line, column: line.column)
      }
      text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
    return text
  }

  /// 0x80 to 0x9F of Windows-1252 (Unicode's CP1252.TXT); 0 where it defines nothing.
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func utf16(_ bytes: [UInt8]) throws(SheetFault) -> [UInt8] {
    let isLittle = bytes[0] == 0xFF
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var lead: UInt32?
    func broken() -> SheetFault {
      let place = TextPlace(of: text.count, in: text)
      return .badCharacter(line: place.line, column: place.column)
    }
    for place in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      let unit = isLittle ? second << 8 | first : first << 8 | second
      var value = unit
      if let high = lead {
        guard (0xDC00...0xDFFF).contains(unit) else { throw broken() }
        value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
        lead = nil
      } else if (0xD800...0xDBFF).contains(unit) {
        lead = unit
        continue
      }
      guard value != 0, let scalar = Unicode.Scalar(value) else { throw broken() }
      text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
    if lead != nil || bytes.count % 2 != 0 { throw broken() }
    return text
  }
}

/// Where something stands in a text: line and character, both from 1.
struct TextPlace {
  var line = 1
  var column = 1

  /// Finds the place of a byte in UTF-8.
  init(of offset: Int, in text: [UInt8]) {
    self.init(of: offset, in: text) { $0 & 0xC0 != 0x80 }
  }

  /// Finds the place of a byte in an encoding of one byte a character.
  init(ofByte offset: Int, in text: [UInt8]) {
    self.init(of: offset, in: text) { _ in true }
  }

  private init(of offset: Int, in text: [UInt8], begins: (UInt8) -> Bool) {
    var previous: UInt8 = 0
    for byte in text.prefix(offset) {
      if byte == 10, previous == 13 {
        column = 1  // the second half of one line break
      } else if byte == 10 || byte == 13 {
        line += 1
        column = 1
      } else if begins(byte) {
        column += 1
      }
      previous = byte
    }
  }
}
