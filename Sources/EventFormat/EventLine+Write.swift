package import Domain
package import Integrity

extension EventLine {
  /// A line that was written, and its hash, which the next line covers.
  package struct Written: Sendable {
    /// The line without its newline.
    package let bytes: [UInt8]
    /// What the next line covers.
    package let hash: Digest
  }

  /// Returns the line of an event, given the 64 digits of the line above (`HashChain.first` for
  /// line 1).
  ///
  /// Throws for what the format has no spelling for, such as a text that is not in normalisation
  /// form C, and for a line over 65 535 bytes.
  package static func write(
    _ recorded: Recorded, previousHex: [UInt8]
  ) throws(FormatError) -> Written {
    var pass = WritingPass()
    _ = try Envelope.fields(&pass, recorded)
    let kind = EventKind(of: recorded.event)
    pass.key("type")
    pass.append("\"")
    pass.append(kind.name)
    pass.append("\"")
    _ = try pass.number("v", kind.version, in: 1...kind.version)
    pass.key("data")
    pass.open()
    try EventFields.write(recorded.event, &pass)
    pass.close()

    let count = pass.bytes.count + sealBytes
    guard count <= bytesMax else { throw FormatError(.lineTooLong(bytes: count), column: 0) }
    let hash = HashChain.link(previousHex: previousHex, body: pass.bytes)
    pass.append(sealHead)
    pass.append(hash.hexBytes)
    pass.append("\"}")
    return Written(bytes: pass.bytes, hash: hash)
  }
}
