// The little XML that a workbook is written in: elements, attributes, text. No document type is
// accepted (ECMA-376 part 2 forbids one in a package), so no entity can grow and nothing is fetched.

/// A pull reader of one part: each `next` stands on the beginning or the end of an element or on text.
///
/// Names are compared without their prefix: `x:row` is `row`.
struct XlsxXML {
  enum Token: Hashable { case start, end, text }

  /// Deepest nesting; a workbook needs a dozen.
  private static let depthMax = 64

  let part: String
  private let bytes: [UInt8]
  private var place = 0
  /// The local name of the element that `next` stands on.
  private var name: Range<Int> = 0..<0
  private var attributes: Range<Int> = 0..<0
  /// The text that `next` stands on, entities resolved.
  private(set) var text = ""
  /// The full names of the open elements, outermost first.
  private var open: [Range<Int>] = []
  /// An element `<a/>` has begun and must still end.
  private var endIsDue = false

  /// Reads a part of at most `Sheet.bytesMax` bytes of UTF-8, or UTF-16 with its mark.
  init(_ part: String, _ bytes: [UInt8]) throws(XlsxFault) {
    self.part = part
    if bytes.count > Sheet.bytesMax { throw .tooLarge(part: part, bytesMax: Sheet.bytesMax) }
    do throws(SheetFault) {
      let (text, encoding) = try TextEncoding.decode(bytes)
      if encoding == .windows1252 { throw .empty }
      self.bytes = text
    } catch {
      throw .badXML(part: part, byte: 0)
    }
  }

  /// Whether the element that `next` stands on is called so.
  func isNamed(_ word: String) -> Bool { bytes[name].elementsEqual(word.utf8) }

  /// Goes on to the next token; nil at the end of the part.
  mutating func next() throws(XlsxFault) -> Token? {
    if endIsDue {
      endIsDue = false
      open.removeLast()
      return .end
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        if open.isEmpty { continue }  // white space around the root
        text = try resolved(start..<place)
        return .text
      }
      let following = place + 1 < bytes.count ? bytes[place + 1] : 0
      if following != UInt8(ascii: "!"), following != UInt8(ascii: "?") {
        return try tag()
      } else if starts(with: "<!--") {
        try skip(past: "-->")
      } else if starts(with: "<?") {
        try skip(past: "?>")
      } else if starts(with: "<![CDATA[") {
        let start = place + 9
        try skip(past: "]]>")
        text = String(decoding: bytes[start..<(place - 3)], as: UTF8.self)
        return .text
      } else {
        throw .doctype(part: part)
      }
    }
    if !open.isEmpty { throw fault() }
    return nil
  }

  /// Skips everything inside the element that has just begun, its end too.
  mutating func skipElement() throws(XlsxFault) {
    let depth = open.count
    while open.count >= depth, try next() != nil {}
  }

  /// Returns all text inside the element that has just begun, and goes past its end.
  mutating func takeText() throws(XlsxFault) -> String {
    let depth = open.count
    var all = ""
    while open.count >= depth, let token = try next() { if token == .text { all += text } }
    return all
  }

  /// Returns the value of an attribute of the element that has just begun.
  func attribute(_ word: String) throws(XlsxFault) -> String? {
    var from = attributes.lowerBound
    while let found = try attribute(from: from) {
      if local(found.name).count == word.utf8.count,
        bytes[local(found.name)].elementsEqual(word.utf8)
      {
        return try resolved(found.value)
      }
      from = found.value.upperBound + 1
    }
    return nil
  }

  // MARK: - Tags

  private mutating func tag() throws(XlsxFault) -> Token {
    place += 1
    let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let start = place
    while place < bytes.count, isNameByte(bytes[place]) { place += 1 }
    let full = start..<place
    if full.isEmpty { throw fault() }
    name = local(full)
    if isEnd {
      skipSpaces()
      guard place < bytes.count, bytes[place] == UInt8(ascii: ">"), let last = open.popLast(),
        bytes[last] == bytes[full]
      else { throw fault() }
      place += 1
      return .end
    }
    attributes = place..<place
    while let found = try attribute(from: place) { place = found.value.upperBound + 1 }
    attributes = full.upperBound..<place
    skipSpaces()
    if place < bytes.count, bytes[place] == UInt8(ascii: "/") {
      endIsDue = true
      place += 1
    }
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">"), open.count < Self.depthMax else {
      throw fault()
    }
    place += 1
    open.append(full)
    return .start
  }

  /// Reads `name="value"` after white space, or returns nil where the tag ends.
  private func attribute(from: Int) throws(XlsxFault) -> (name: Range<Int>, value: Range<Int>)? {
    var at = from
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    let start = at
    while at < bytes.count, isNameByte(bytes[at]) { at += 1 }
    let name = start..<at
    if name.isEmpty { return nil }
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw fault(at: at) }
    at += 1
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == 34 || bytes[at] == 39 else { throw fault(at: at) }
    let mark = bytes[at]
    let from = at + 1
    at = from
    while at < bytes.count, bytes[at] != mark { at += 1 }
    if at == bytes.count { throw fault(at: from) }
    return (name, from..<at)
  }

  private func local(_ full: Range<Int>) -> Range<Int> {
    guard let colon = bytes[full].firstIndex(of: UInt8(ascii: ":")) else { return full }
    return (colon + 1)..<full.upperBound
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 9, 10, 13, 32, 33...44, 47, 59...64, 91...94, 96, 123...127: false
    default: byte > 32
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 13
  }

  private mutating func skipSpaces() {
    while place < bytes.count, isSpace(bytes[place]) { place += 1 }
  }

  private func starts(with word: String) -> Bool { bytes[place...].starts(with: word.utf8) }

  private mutating func skip(past word: String) throws(XlsxFault) {
    let start = place
    while place < bytes.count {
      if starts(with: word) {
        place += word.utf8.count
        return
      }
      place += 1
    }
    throw fault(at: start)
  }

  // MARK: - Entities

  /// Returns the text with its five entities and its character references resolved.
  private func resolved(_ range: Range<Int>) throws(XlsxFault) -> String {
    guard bytes[range].contains(UInt8(ascii: "&")) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var result: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "&") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      guard let end = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: ";")),
        let scalar = entity(String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
      else { throw fault(at: at) }
      result += Array(String(Character(scalar)).utf8)
      at = end + 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func entity(_ word: String) -> Unicode.Scalar? {
    switch word {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    default:
      if word.hasPrefix("#x") {
        UInt32(word.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if word.hasPrefix("#") {
        UInt32(word.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        nil
      }
    }
  }

  private func fault(at byte: Int? = nil) -> XlsxFault {
    .badXML(part: part, byte: min(byte ?? place, bytes.count))
  }
}
