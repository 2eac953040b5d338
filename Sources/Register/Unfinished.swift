package import Domain
package import Files
package import Integrity

// register/unfinished: `FIRST-LAST LINES HASH`, the lines that a command is about to write persons
// into, and the end of the log that it writes them after (`-` after an empty log).
//
// 1. It is saved before the register, and goes when the log has the lines, or when a later command has
//    cleaned the register: so whoever finds it finds what a command left that was interrupted.
// 2. It speaks of one log only. Where its end is no line of the log, it counts as absent.

/// What a command is about to write when it saves the register.
package struct Unfinished: Hashable, Sendable {
  /// The lines that may be persons.
  package let lines: ClosedRange<Int>
  /// How many lines the log had.
  private let count: Int
  /// The `hash` of the last of them; nil in an empty log.
  private let hash: Digest?

  /// - Parameter hashes: the `hash` of every line of the log.
  package init(_ lines: ClosedRange<Int>, after hashes: [Digest]) {
    self.lines = lines
    count = hashes.count
    hash = hashes.last
  }

  private init?(_ text: String) {
    let words = text.split(whereSeparator: { $0 == "-" || $0.isWhitespace })
    guard words.count >= 3, let first = LineNumber.parse(words[0]),
      let last = LineNumber.parse(words[1]), first <= last, let count = Int(words[2])
    else { return nil }
    lines = first...last
    self.count = count
    hash = words.count == 4 ? Digest(hex: words[3].utf8) : nil
    guard count >= 0, (count == 0) == (hash == nil), self.text == text else { return nil }
  }

  private var text: String {
    "\(lines.lowerBound)-\(lines.upperBound) \(count) \(hash?.hex ?? "-")\n"
  }

  /// Tells whether the log, by the `hash` of every line, goes on from the end this was written after.
  private func isPart(of hashes: [Digest]) -> Bool {
    count <= hashes.count && (count == 0 || hashes[count - 1] == hash)
  }

  /// Whether a profile was left by the interrupted command: it is named, and its line is no person.
  package func leaves(_ person: PersonID, in log: [Recorded]) -> Bool {
    lines.contains(person.seq) && !isRegistered(person, in: log)
  }

  /// Returns what is noted in a folder of this log, or nil.
  package static func load(
    folder: String, hashes: [Digest], calls: SystemCalls
  ) throws(RegisterError) -> Unfinished? {
    guard let bytes = try file(in: folder, calls).read(),
      let found = Unfinished(String(decoding: bytes, as: UTF8.self)),
      found.isPart(of: hashes)
    else { return nil }
    return found
  }

  /// Replaces the file, durably and private.
  package func save(folder: String, calls: SystemCalls) throws(RegisterError) {
    try Self.file(in: folder, calls).replace(with: Array(text.utf8))
  }

  /// Takes the file away. One that stays is known again, so nobody is told.
  package static func remove(folder: String, calls: SystemCalls) {
    file(in: folder, calls).remove()
  }

  private static func file(in folder: String, _ calls: SystemCalls) -> PrivateFile {
    PrivateFile(folder: folder, name: "unfinished", calls: calls)
  }
}

/// Whether the log has a person in the line that the id names.
///
/// - Parameter log: the lines in order, from the first.
package func isRegistered(_ person: PersonID, in log: [Recorded]) -> Bool {
  guard log.indices.contains(person.seq - 1),
    case .personRegistered = log[person.seq - 1].event
  else { return false }
  return true
}
