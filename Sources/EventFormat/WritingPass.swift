import Domain

// The pass that writes. It refuses what the scanner would refuse, so a line that was written can be
// read: the check stands before the write and again after the read.

/// Writes the fields of a line.
struct WritingPass: FieldPass {
  private(set) var bytes: [UInt8] = []
  private var lead = UInt8(ascii: "{")
  private var current: Key?

  init() { bytes.reserveCapacity(512) }

  @inline(never)
  private func error(_ kind: FormatError.Kind) -> FormatError {
    FormatError(kind, column: 0, key: current)
  }

  /// A pass that writes is always given the value: a description that forgets it is our own fault.
  private func value<Value>(_ given: Value?) -> Value {
    guard let given else { preconditionFailure("nothing was given to write") }
    return given
  }

  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func open() { lead = UInt8(ascii: "{") }

  mutating func close() {
    bytes.append(UInt8(ascii: "}"))
    lead = UInt8(ascii: ",")
  }

  mutating func key(_ key: Key) {
    current = key
    bytes.append(lead)
    bytes.append(UInt8(ascii: "\""))
    append(key.literal)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    lead = UInt8(ascii: ",")
  }

  mutating func key(_ key: Key, ifGiven isGiven: Bool) -> Bool {
    if isGiven { self.key(key) }
    return isGiven
  }

  mutating func number(_ given: Int?, in range: ClosedRange<Int>) throws(FormatError) -> Int {
    let number = value(given)
    guard range.contains(number) else { throw error(.numberOutside(range)) }
    bytes.append(contentsOf: String(number).utf8)
    return number
  }

  mutating func boolean(_ given: Bool?) -> Bool {
    let isTrue = value(given)
    append(isTrue ? "true" : "false")
    return isTrue
  }

  mutating func text(_ given: String?, bytesMax: Int) throws(FormatError) -> String {
    let text = value(given)
    switch TextRule.fault(in: text, bytesMax: bytesMax) {
    case .empty: throw error(.text(.empty))
    case .spaceAtEnd: throw error(.text(.spaceAtEnd))
    case .controlCharacter: throw error(.text(.controlCharacter))
    case .tooLong(let bytesMax): throw error(.text(.tooLong(bytesMax: bytesMax)))
    case nil: break
    }
    guard NormalForm.isComposed(text) else { throw error(.text(.notComposed)) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
    return text
  }

  mutating func texts(_ given: [String]?, bytesMax: Int) throws(FormatError) -> [String] {
    let texts = value(given)
    guard Set(texts).count == texts.count else { throw error(.repeatedText) }
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      _ = try self.text(text, bytesMax: bytesMax)
    }
    bytes.append(UInt8(ascii: "]"))
    return texts
  }

  mutating func word<Word: WireWord>(_ given: Word?) -> Word {
    let word = value(given)
    quote(word.rawValue)
    return word
  }

  mutating func words<Word: WireWord>(_ given: [Word]?) throws(FormatError) -> [Word] {
    let words = value(given)
    guard Set(words).count == words.count else { throw error(.repeatedText) }
    bytes.append(UInt8(ascii: "["))
    for (index, word) in words.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      _ = self.word(word)
    }
    bytes.append(UInt8(ascii: "]"))
    return words
  }

  mutating func id<ID: WireID>(_ given: ID?) throws(FormatError) -> ID {
    let id = value(given)
    guard EventFields.counts.contains(id.seq) else { throw error(.id) }
    quote(id.text)
    return id
  }

  mutating func characters(
    _ given: String?, _ allowed: Characters
  ) throws(FormatError) -> String {
    let text = value(given)
    guard allowed.count.contains(text.utf8.count), text.utf8.allSatisfy(allowed.contains) else {
      throw error(allowed.kind)
    }
    quote(text)
    return text
  }

  mutating func day(_ given: Day?) throws(FormatError) -> Day {
    let day = value(given)
    guard Day.years.contains(day.year) else { throw error(.day) }
    quote(day.text)
    return day
  }

  mutating func clock(_ given: Clock?) -> Clock {
    let clock = value(given)
    quote(clock.text)
    return clock
  }

  mutating func period(_ given: Period?) throws(FormatError) -> Period {
    let period = value(given)
    guard Day.years.contains(period.year) else { throw error(.period) }
    quote(period.text)
    return period
  }

  mutating func moment(_ given: Instant?) throws(FormatError) -> Instant {
    let moment = value(given)
    guard Day.years.contains(moment.utcDay.year) else { throw error(.moment) }
    quote(moment.text)
    return moment
  }

  mutating func age(_ given: AgeBand?) -> AgeBand {
    let band = value(given)
    quote(band.text)
    return band
  }

  mutating func ages(_ given: [AgeBand]?) -> [AgeBand] {
    let bands = value(given)
    bytes.append(UInt8(ascii: "["))
    for (index, band) in bands.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      _ = age(band)
    }
    bytes.append(UInt8(ascii: "]"))
    return bands
  }

  mutating func ranges(_ given: LineRanges?) throws(FormatError) -> LineRanges {
    let set = value(given)
    guard !set.ranges.isEmpty, let first = set.first, let last = set.last,
      EventFields.counts.contains(first), EventFields.counts.contains(last)
    else { throw error(.ranges) }
    bytes.append(UInt8(ascii: "["))
    for (index, range) in set.ranges.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(Array("[\(range.lowerBound),\(range.upperBound)]".utf8))
    }
    bytes.append(UInt8(ascii: "]"))
    return set
  }
}
