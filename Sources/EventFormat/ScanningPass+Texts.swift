import Domain

// Texts: UTF-8 in normalisation form C, two escapes and no control character.

extension ScanningPass {
  mutating func text(_ given: String?, bytesMax: Int) throws(FormatError) -> String {
    let start = cursor.position + 1
    try expect(UInt8(ascii: "\""))
    let shape = try shape(from: start)
    let count = shape.end - start - shape.escapes
    if count == 0 { throw error(.text(.empty), at: start) }
    if count > bytesMax { throw error(.text(.tooLong(bytesMax: bytesMax)), at: start) }
    if cursor[start] == UInt8(ascii: " ") { throw error(.text(.spaceAtEnd), at: start) }
    if cursor[shape.end - 1] == UInt8(ascii: " ") {
      throw error(.text(.spaceAtEnd), at: shape.end - 1)
    }
    let text =
      shape.isASCII && shape.escapes == 0
      ? cursor.string(ascii: start..<shape.end)
      : try decode(start..<shape.end, shape)
    if shape.mayBeDecomposed, !NormalForm.isComposed(text) {
      throw error(.text(.notComposed), at: start)
    }
    cursor.go(to: shape.end + 1)
    return text
  }

  mutating func texts(_ given: [String]?, bytesMax: Int) throws(FormatError) -> [String] {
    let start = cursor.position
    try expect(UInt8(ascii: "["))
    var texts: [String] = []
    if !cursor.skip(UInt8(ascii: "]")) {
      repeat {
        texts.append(try text(nil, bytesMax: bytesMax))
      } while cursor.skip(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"))
    }
    if texts.count > 1, Set(texts).count < texts.count { throw error(.repeatedText, at: start) }
    return texts
  }

  mutating func age(_ given: AgeBand?) throws(FormatError) -> AgeBand {
    let start = cursor.position
    let text = try characters(nil, .age)
    guard let band = AgeBand(text: text) else { throw error(.age, at: start) }
    return band
  }

  mutating func ages(_ given: [AgeBand]?) throws(FormatError) -> [AgeBand] {
    try expect(UInt8(ascii: "["))
    var bands: [AgeBand] = []
    if !cursor.skip(UInt8(ascii: "]")) {
      repeat {
        bands.append(try age(nil))
      } while cursor.skip(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"))
    }
    return bands
  }

  /// What a text is made of, found on the way to the quotation mark that ends it.
  private struct Shape {
    var end: Int
    var escapes = 0
    var isASCII = true
    var mayBeDecomposed = false
  }

  private func shape(from start: Int) throws(FormatError) -> Shape {
    var shape = Shape(end: start)
    while let byte = cursor[shape.end] {
      switch byte {
      case UInt8(ascii: "\""): return shape
      case UInt8(ascii: "\\"):
        let escaped = cursor[shape.end + 1]
        guard escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "\\") else {
          throw error(.text(.escape), at: shape.end)
        }
        shape.escapes += 1
        shape.end += 2
      case 0x20..<0x7F: shape.end += 1
      case 0x80...:
        shape.isASCII = false
        if byte >= NormalForm.firstByteToCheck { shape.mayBeDecomposed = true }
        if isForbidden(byte, at: shape.end) { throw error(.text(.controlCharacter), at: shape.end) }
        shape.end += 1
      default: throw error(.text(.controlCharacter), at: shape.end)
      }
    }
    throw error(.text(.endless), at: shape.end)
  }

  /// U+0080–U+009F, U+2028 and U+2029, by their bytes.
  private func isForbidden(_ byte: UInt8, at place: Int) -> Bool {
    switch byte {
    case 0xC2: cursor[place + 1].map { (0x80...0x9F).contains($0) } ?? false
    case 0xE2:
      cursor[place + 1] == 0x80 && (cursor[place + 2] == 0xA8 || cursor[place + 2] == 0xA9)
    default: false
    }
  }

  private func decode(_ range: Range<Int>, _ shape: Shape) throws(FormatError) -> String {
    let read = cursor.withBytes(range) { bytes -> Result<String, UTF8.ValidationError> in
      do throws(UTF8.ValidationError) {
        return .success(String(copying: try UTF8Span(validating: bytes)))
      } catch {
        return .failure(error)
      }
    }
    switch read {
    case .success(let text): return shape.escapes == 0 ? text : unescaped(text)
    case .failure(let fault):
      throw error(.text(.notUTF8), at: range.lowerBound + fault.byteOffsets.lowerBound)
    }
  }

  private func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isEscaped = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        bytes.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
