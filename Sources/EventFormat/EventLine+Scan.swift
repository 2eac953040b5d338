package import Domain
package import Integrity

extension EventLine {
  /// A line that was read.
  package struct ScannedLine: Sendable {
    /// The event with its envelope.
    package let recorded: Recorded
    /// The digits the line says, not recomputed.
    package let hash: Digest
    /// How many bytes of the line the hash covers.
    package let bodyCount: Int
  }

  /// A line in order but for a type or version that this version of the format does not know.
  package struct UnknownLine: Sendable {
    /// What the line says besides its event.
    package let envelope: Envelope
    /// The type as it is spelled.
    package let type: String
    /// The version of its data.
    package let version: Int
    /// The digits the line says, not recomputed.
    package let hash: Digest
    /// How many bytes of the line the hash covers.
    package let bodyCount: Int
  }

  /// Reads a line, newline not included.
  ///
  /// Accepts the one spelling of an event and nothing else. That the hash is right is not asked
  /// here: it needs the line above.
  package static func scan(_ line: Span<UInt8>) throws(FormatError) -> ScannedLine {
    try line.withUnsafeBufferPointer { (bytes) throws(FormatError) -> ScannedLine in
      var pass = ScanningPass(bytes)
      try checkLength(&pass)
      let envelope = try Envelope.fields(&pass, nil)
      try pass.key("type")
      guard let kind = pass.kind() else { throw unknownType(pass, envelope) }
      try pass.key("data")
      pass.open()
      let event = try EventFields.scan(kind, &pass)
      try pass.close()
      let (hash, bodyCount) = try pass.seal()
      return ScannedLine(recorded: Recorded(envelope, event), hash: hash, bodyCount: bodyCount)
    }
  }

  /// Reads a line whose type or version `scan` did not know: all but its data, which is only known
  /// to stand between braces.
  package static func scanUnknown(_ line: Span<UInt8>) throws(FormatError) -> UnknownLine {
    try line.withUnsafeBufferPointer { (bytes) throws(FormatError) -> UnknownLine in
      var pass = ScanningPass(bytes)
      try checkLength(&pass)
      let envelope = try Envelope.fields(&pass, nil)
      try pass.key("type")
      return try unknown(&pass, envelope)
    }
  }

  private static func unknown(
    _ pass: inout ScanningPass, _ envelope: Envelope
  ) throws(FormatError) -> UnknownLine {
    let type = try pass.text(nil, bytesMax: bytesMax)
    let version = try pass.number("v", nil, in: 0...(LineNumber.limit - 1))
    try pass.key("data")
    let start = pass.cursor.position
    let end = pass.cursor.count - sealBytes
    guard end - start >= 2, pass.cursor[start] == UInt8(ascii: "{"),
      pass.cursor[end - 1] == UInt8(ascii: "}")
    else { throw pass.error(.punctuation, at: start) }
    pass.cursor.go(to: end)
    let (hash, bodyCount) = try pass.seal()
    return UnknownLine(
      envelope: envelope, type: type, version: version, hash: hash, bodyCount: bodyCount)
  }

  /// Returns why a line has no known type: because it is not a line at all, or because of its type.
  @inline(never)
  private static func unknownType(_ pass: ScanningPass, _ envelope: Envelope) -> FormatError {
    var rest = pass
    do throws(FormatError) {
      _ = try unknown(&rest, envelope)
      return pass.error(.typeUnknown)
    } catch {
      return error
    }
  }

  private static func checkLength(_ pass: inout ScanningPass) throws(FormatError) {
    let count = pass.cursor.count
    if count > bytesMax { throw pass.error(.lineTooLong(bytes: count), at: bytesMax) }
  }

  /// Returns the digits that a line ends in, whether or not the rest of it is in order: what the
  /// line below it is checked against.
  package static func digits(ending line: Span<UInt8>) -> Digest? {
    guard line.count >= sealBytes else { return nil }
    return line.withUnsafeBufferPointer { bytes in
      var pass = ScanningPass(bytes)
      pass.cursor.go(to: line.count - sealBytes)
      return try? pass.seal().hash
    }
  }
}

extension ScanningPass {
  /// Goes over the value of `type`, `,"v":` and the version, or stays where it is.
  @inline(__always)
  fileprivate mutating func kind() -> EventKind? {
    let start = cursor
    guard cursor.skip(UInt8(ascii: "\"")) else { return nil }
    for kind in EventKind.allCases where cursor.skip(kind.name) {
      guard cursor.skip("\",\"v\":"), cursor.number() == kind.version else { break }
      return kind
    }
    cursor = start
    return nil
  }

  /// Goes over the end of the line and returns the hash it says.
  fileprivate mutating func seal() throws(FormatError) -> (hash: Digest, bodyCount: Int) {
    let bodyCount = cursor.position
    current = "hash"
    guard cursor.skip(EventLine.sealHead) else { throw error(.punctuation) }
    let start = cursor.position
    let end = start + Digest.hexCount
    guard end <= cursor.count, let hash = cursor.withBytes(start..<end, { Digest(hex: $0) }) else {
      throw error(.hexDigits, at: start)
    }
    cursor.go(to: end)
    guard cursor.skip("\"}") else { throw error(.punctuation) }
    guard cursor.isAtEnd else { throw error(.afterEnd) }
    return (hash, bodyCount)
  }
}
