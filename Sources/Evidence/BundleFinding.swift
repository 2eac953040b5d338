// What is wrong with a bundle, by the ids of events/README.md, section 10. Facts only.

package import EventFormat
package import Integrity

/// One thing that a check of a bundle found.
package struct BundleFinding: Hashable, Sendable {
  /// The ids of the page, in the order of its steps.
  package enum ID: String, CaseIterable, Hashable, Sendable {
    case bundleDamaged = "bundle-damaged"
    case lineDamaged = "line-damaged"
    case typeUnknown = "type-unknown"
    case numberWrong = "number-wrong"
    case chainBroken = "chain-broken"
    case proofFails = "proof-fails"
    case incomplete
    case figureDiffers = "figure-differs"
    case timesheetDiffers = "timesheet-differs"
    case reportDiffers = "report-differs"
    case identityDiffers = "identity-differs"
  }

  /// What is wrong, as far as the id does not say it.
  package enum Facts: Hashable, Sendable {
    /// The file is no ZIP of the one kind.
    case notABundle
    /// `bevis.json`, `kontrollpunkt.txt` or `rapport.json` is not in its form.
    case manifest
    /// The files are others, or stand in another order, than a bundle of this kind has.
    case names(expected: [String], found: [String])
    /// A file has another size or SHA-256 than `bevis.json` says.
    case digest(computed: String)
    case format(FormatError)
    /// A line that says another number; without a line, how many lines there are too many.
    case number(found: Int)
    /// A line that is named is not there.
    case lineMissing
    /// The last line lacks its newline.
    case newline
    /// The digits of a line are not those computed from the digits above it.
    case hash
    case proof(ProofFault)
    /// The key of `bevis.json` or of a line that does not agree.
    case key(String)
    /// There is no such closing among the lines.
    case noClosing
    /// There is no such sent report among the lines.
    case noReport
    /// The leaf of the grant is not there once, or not the one that the lines give.
    case leaf
    /// Beside the leaf of the grant stands another leaf than the next one, or none.
    case neighbours
    /// A disclosed line that has no part in what the bundle is about.
    case surplusLine
    /// A total that the closing says, and what the lines give.
    case total(said: Int, computed: Int)
    /// The digest of the figure set is another than the closing or the sent report says, or of an
    /// unknown version.
    case figureSet
    /// A figure that is claimed or printed, and what the lines give; nil for none.
    case figure(said: Int?, computed: Int?)
    /// A figure that is claimed more than once.
    case claimedTwice
    /// The bytes of a file are not those made from the lines.
    case bytes
    /// The salt and the text are not what the person's line is committed to.
    case commitment
  }

  package let id: ID
  /// The file of the bundle.
  package let file: String
  /// The number of the line of the log; 0 where it is not about one.
  package let line: Int
  /// The address of the figure, where it is about one.
  package let figure: String
  package let facts: Facts

  init(_ id: ID, _ file: String, line: Int = 0, figure: String = "", _ facts: Facts) {
    self.id = id
    self.file = file
    self.line = line
    self.figure = figure
    self.facts = facts
  }
}
