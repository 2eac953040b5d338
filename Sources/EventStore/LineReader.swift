import EventFormat
import Files

// Cuts a file into lines in memory of a fixed size. A line that is longer than the buffer keeps its
// beginning and its end, since it is refused anyway and only its last digits still matter.

/// Reads the lines of one file in order.
struct LineReader: ~Copyable {
  /// Large enough that reading is not felt, small enough that memory stays level.
  private static let bufferBytes = 1 << 20
  /// What is kept of the beginning of a line that does not fit: one byte more than a line may have.
  private static let headBytes = EventLine.bytesMax + 1

  /// A line as it lies in the file.
  struct Line {
    /// From 1.
    let number: Int
    /// Where it begins in the file.
    let offset: Int
    /// Its bytes in the file without the newline; more than were handed over if it did not fit.
    let count: Int
    let hasNewline: Bool
  }

  private let file: File
  private var buffer = [UInt8](repeating: 0, count: bufferBytes)
  /// The bytes in the buffer, and the first of them that belongs to the present line.
  private var filled = 0
  private var start = 0
  private var number = 0
  private var offset = 0
  /// Bytes of the present line that were left out.
  private var dropped = 0

  init(_ file: consuming File) { self.file = file }

  /// Hands over each line to the end of the file, or until the body returns false.
  mutating func readLines(
    _ body: (Span<UInt8>, Line) throws(StoreError) -> Bool
  ) throws(StoreError) {
    var searched = 0
    while true {
      if let newline = Self.newline(in: buffer.span, searched..<filled) {
        guard try hand(over: newline, hasNewline: true, body) else { return }
        offset += newline + 1 - start + dropped
        dropped = 0
        start = newline + 1
        searched = start
        continue
      }
      makeRoom()
      searched = filled
      let added = try StoreError.lifting { () throws(FilesError) in
        try file.read(into: &buffer, from: filled)
      }
      filled += added
      if added == 0 { break }
    }
    if filled > start { _ = try hand(over: filled, hasNewline: false, body) }
  }

  private mutating func hand(
    over end: Int, hasNewline: Bool, _ body: (Span<UInt8>, Line) throws(StoreError) -> Bool
  ) throws(StoreError) -> Bool {
    number += 1
    let line = Line(
      number: number, offset: offset, count: end - start + dropped, hasNewline: hasNewline)
    return try body(buffer.span.extracting(start..<end), line)
  }

  /// Moves the beginning of the present line to the front, and shortens it if it fills the buffer.
  private mutating func makeRoom() {
    if start > 0 {
      buffer.withUnsafeMutableBufferPointer { bytes in
        for index in start..<filled { bytes[index - start] = bytes[index] }
      }
      filled -= start
      start = 0
    }
    guard filled == buffer.count else { return }
    let kept = Self.headBytes + EventLine.sealBytes
    for index in 0..<EventLine.sealBytes {
      buffer[Self.headBytes + index] = buffer[filled - EventLine.sealBytes + index]
    }
    dropped += filled - kept
    filled = kept
  }

  /// Returns the place of the first newline in a range of the bytes.
  private static func newline(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let raw = bytes.bytes
    let each: UInt64 = 0x0101_0101_0101_0101
    var index = range.lowerBound
    // Eight bytes at a time: a byte that is zero after the exclusive or borrows from its highest bit.
    while index + 8 <= range.upperBound {
      let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let other = word ^ (each &* UInt64(UInt8(ascii: "\n")))
      let found = (other &- each) & ~other & (each &* 0x80)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\n") { return index }
      index += 1
    }
    return nil
  }
}
