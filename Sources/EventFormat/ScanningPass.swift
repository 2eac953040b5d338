import Domain

// The pass that reads: a strict scanner that knows what must come next and refuses everything else,
// so that a value has one spelling. Bounded: one line, no recursion, no number wider than it accepts.

/// Reads the fields of a line where they lie.
struct ScanningPass: FieldPass {
  var cursor: ByteCursor
  /// What stands before the next key: a brace at the beginning of an object, then commas.
  private var lead = UInt8(ascii: "{")
  /// The key that was gone over last, for errors.
  var current: Key?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { cursor = ByteCursor(bytes) }

  @inline(never)
  func error(_ kind: FormatError.Kind, at place: Int? = nil) -> FormatError {
    let place = place ?? cursor.position
    return FormatError(kind, column: place + 1, key: current, found: cursor[place])
  }

  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(FormatError) {
    guard cursor.skip(byte) else { throw error(.punctuation) }
  }

  mutating func open() { lead = UInt8(ascii: "{") }

  mutating func close() throws(FormatError) {
    try expect(UInt8(ascii: "}"))
    lead = UInt8(ascii: ",")
  }

  @inline(__always)
  mutating func key(_ key: Key) throws(FormatError) {
    current = key
    guard cursor.skip(key: key.literal, after: lead) else { throw wrongKey(key) }
    lead = UInt8(ascii: ",")
  }

  @inline(__always)
  mutating func key(_ key: Key, ifGiven isGiven: Bool) -> Bool {
    guard cursor.skip(key: key.literal, after: lead) else { return false }
    current = key
    lead = UInt8(ascii: ",")
    return true
  }

  @inline(never)
  private func wrongKey(_ key: Key) -> FormatError {
    let expected = String(UnicodeScalar(lead)) + "\"\(key)\":"
    return error(.punctuation, at: cursor.position + cursor.agreement(with: expected))
  }

  @inline(__always)
  mutating func number(_ given: Int?, in range: ClosedRange<Int>) throws(FormatError) -> Int {
    let start = cursor.position
    guard let number = cursor.number() else { throw error(.number, at: start) }
    guard range.contains(number) else { throw error(.numberOutside(range), at: start) }
    return number
  }

  mutating func boolean(_ given: Bool?) throws(FormatError) -> Bool {
    if cursor.skip("true") { return true }
    if cursor.skip("false") { return false }
    throw error(.boolean)
  }

  @inline(__always)
  mutating func id<ID: WireID>(_ given: ID?) throws(FormatError) -> ID {
    let start = cursor.position
    guard cursor.skip(UInt8(ascii: "\"")), cursor.skip(ID.letterByte),
      let seq = cursor.number(), EventFields.counts.contains(seq),
      cursor.skip(UInt8(ascii: "\""))
    else { throw error(.id, at: start) }
    return ID(seq: seq)
  }

  mutating func word<Word: WireWord>(_ given: Word?) throws(FormatError) -> Word {
    let start = cursor.position
    // `a–z` and `-` only: what passes is ASCII, so equality of texts is equality of bytes.
    guard let text = plain(.code, countMax: 32), let word = Word(rawValue: text) else {
      throw error(.word, at: start)
    }
    return word
  }

  mutating func words<Word: WireWord>(_ given: [Word]?) throws(FormatError) -> [Word] {
    let start = cursor.position
    try expect(UInt8(ascii: "["))
    if cursor.skip(UInt8(ascii: "]")) { return [] }
    var words: [Word] = []
    repeat {
      let word: Word = try word(nil)
      if words.contains(word) { throw error(.repeatedText, at: start) }
      words.append(word)
    } while cursor.skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return words
  }

  mutating func characters(
    _ given: String?, _ allowed: Characters
  ) throws(FormatError) -> String {
    let start = cursor.position
    guard let text = plain(allowed, countMax: allowed.count.upperBound),
      text.utf8.count >= allowed.count.lowerBound
    else { throw error(allowed.kind, at: start) }
    return text
  }

  /// Goes over characters of a set in quotation marks.
  @inline(__always)
  private mutating func plain(_ allowed: Characters, countMax: Int) -> String? {
    guard cursor.skip(UInt8(ascii: "\"")) else { return nil }
    let start = cursor.position
    var end = start
    while let byte = cursor[end], allowed.contains(byte) {
      end += 1
      guard end - start <= countMax else { return nil }
    }
    guard cursor[end] == UInt8(ascii: "\"") else { return nil }
    let text = cursor.string(ascii: start..<end)
    cursor.go(to: end + 1)
    return text
  }

  mutating func ranges(_ given: LineRanges?) throws(FormatError) -> LineRanges {
    let start = cursor.position
    var ranges: [ClosedRange<Int>] = []
    try expect(UInt8(ascii: "["))
    repeat {
      try expect(UInt8(ascii: "["))
      let first = try number(nil, in: EventFields.counts)
      try expect(UInt8(ascii: ","))
      let last = try number(nil, in: first...EventFields.counts.upperBound)
      try expect(UInt8(ascii: "]"))
      ranges.append(first...last)
    } while cursor.skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    guard let set = LineRanges(canonical: ranges) else { throw error(.ranges, at: start) }
    return set
  }
}
