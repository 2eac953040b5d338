import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

// The little XML that a workbook is written in: elements, attributes, text; read by Foundation's parser.
// No document type is accepted (ECMA-376 part 2 forbids one in a package), so no entity can grow and
// nothing is fetched.

/// A pull reader of one part: each `next` stands on the beginning or the end of an element or on text.
///
/// Names are compared without their prefix: `x:row` is `row`.
struct XlsxXML {
  enum Token: Hashable { case start, end, text }

  let part: String
  /// The text that `next` stands on, entities resolved.
  private(set) var text = ""
  private var name = ""
  private var attributes: [String: String] = [:]
  private let events: [XlsxEvent]
  private var place = 0
  /// How many elements are open.
  private var depth = 0

  /// Reads a part of at most `Sheet.bytesMax` bytes of UTF-8, or UTF-16 with its mark.
  init(_ part: String, _ bytes: [UInt8]) throws(XlsxFault) {
    self.part = part
    if bytes.count > Sheet.bytesMax { throw .tooLarge(part: part, bytesMax: Sheet.bytesMax) }
    let decoded: [UInt8]
    do throws(SheetFault) {
      let (text, encoding) = try TextEncoding.decode(bytes)
      if encoding == .windows1252 { throw .empty }
      decoded = text
    } catch {
      throw .badXML(part: part, byte: 0)
    }
    let whole = String(decoding: decoded, as: UTF8.self)
    if whole.contains("<!DOCTYPE") { throw .doctype(part: part) }
    // What was looked at is what is parsed: a declared encoding could make other characters of it.
    var body = decoded[...]
    if body.starts(with: "<?xml".utf8), let end = body.firstIndex(of: UInt8(ascii: ">")) {
      body = body[(end + 1)...]
    }
    let parser = XMLParser(data: Data(body))
    let collector = XlsxCollector()
    parser.delegate = collector
    // A part that ends too early is no error to every version of the parser: then elements are open.
    guard parser.parse(), parser.parserError == nil, collector.depth == 0,
      collector.rest.isEmpty, !collector.events.isEmpty
    else {
      if collector.isTooMany { throw .tooLarge(part: part, bytesMax: Sheet.bytesMax) }
      throw .badXML(part: part, byte: Self.byte(decoded, parser.lineNumber, parser.columnNumber))
    }
    events = collector.events
  }

  /// Whether the element that `next` stands on is called so.
  func isNamed(_ word: String) -> Bool { name == word }

  /// Goes on to the next token; nil at the end of the part.
  mutating func next() throws(XlsxFault) -> Token? {
    guard place < events.count else { return nil }
    defer { place += 1 }
    switch events[place] {
    case .start(let name, let attributes):
      self.name = name
      self.attributes = attributes
      depth += 1
      return .start
    case .end(let name):
      self.name = name
      depth -= 1
      return .end
    case .text(let text):
      self.text = text
      return .text
    }
  }

  /// Skips everything inside the element that has just begun, its end too.
  mutating func skipElement() throws(XlsxFault) {
    let depth = depth
    while self.depth >= depth, try next() != nil {}
  }

  /// Returns all text inside the element that has just begun, and goes past its end.
  mutating func takeText() throws(XlsxFault) -> String {
    let depth = depth
    var all = ""
    while self.depth >= depth, let token = try next() { if token == .text { all += text } }
    return all
  }

  /// Returns the value of an attribute of the element that has just begun.
  func attribute(_ word: String) throws(XlsxFault) -> String? { attributes[word] }

  /// Where the parser stopped: its line and column as a place in the part.
  private static func byte(_ bytes: [UInt8], _ line: Int, _ column: Int) -> Int {
    var line = line
    var start = 0
    while line > 1, let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      start = newline + 1
      line -= 1
    }
    return min(start + max(0, column - 1), bytes.count)
  }
}

/// What the parser met.
private enum XlsxEvent {
  case start(String, [String: String])
  case end(String)
  case text(String)
}

/// Takes down what the parser tells.
private final class XlsxCollector: NSObject, XMLParserDelegate {
  /// Deepest nesting; a workbook needs a dozen.
  private static let depthMax = 64

  /// More events than the cells of the largest sheet have.
  private static let eventsMax = 16_000_000

  private(set) var events: [XlsxEvent] = []
  /// Text that the parser hands over in pieces, until something else comes.
  private(set) var rest = ""
  private(set) var isTooMany = false
  private(set) var depth = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    endText()
    depth += 1
    if events.count > Self.eventsMax { isTooMany = true }
    if depth > Self.depthMax || isTooMany { parser.abortParsing() }
    events.append(
      .start(
        local(name),
        attributes.isEmpty
          ? attributes
          : Dictionary(
            attributes.map { (local($0.key), $0.value) }, uniquingKeysWith: { one, _ in one })))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    endText()
    depth -= 1
    events.append(.end(local(name)))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if depth > 0 { rest += string }
  }

  private func endText() {
    if !rest.isEmpty { events.append(.text(rest)) }
    rest = ""
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
  }

  private func local(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
