/// What a text in the log must be like (`events/README.md`, section 2), without the normal form,
/// which is the business of whoever reads the text in.
package enum TextRule {
  /// Names of activities, groups, sectors, recipients and the ledger.
  package static let nameBytesMax = 200
  /// A voucher reference such as "perm 3, ark 12".
  package static let voucherBytesMax = 40
  /// The name of a source that is imported.
  package static let sourceBytesMax = 80

  /// A line of a budget, the funder's word for a kind of activity, the name of a profile.
  package static let postBytesMax = 80
  /// The id of a finding.
  package static let findingBytesMax = 32

  /// Returns what is wrong with `text`, or nil if nothing is.
  package static func fault(in text: String, bytesMax: Int) -> Fault? {
    if text.isEmpty { return .empty }
    if text.utf8.count > bytesMax { return .tooLong(bytesMax: bytesMax) }
    if text.utf8.first == 32 || text.utf8.last == 32 { return .spaceAtEnd }
    return text.unicodeScalars.contains(where: isForbidden) ? .controlCharacter : nil
  }

  /// Control characters and the two line separators could forge lines on a terminal.
  package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
      || scalar.value == 0x2029
  }

  package enum Fault: Hashable, Sendable {
    case empty, spaceAtEnd, controlCharacter
    case tooLong(bytesMax: Int)
  }
}
