// Heads that were given away, in the ledger's folder `checkpoints`: `SIZE.checkpoint`, the signatures of
// the ledger beside it (`SIZE.checkpoint.sig`, and `SIZE.checkpoint.2.sig` for a second key), and those of
// witnesses (`SIZE.checkpoint.NAME.witness.sig`). Nothing there is ever replaced by another text.

import Domain
import EventStore
import Files
import Integrity
import Reports
import Wording

/// A signature that is kept beside a checkpoint.
struct KeptSignature {
  /// Its path in the ledger.
  let file: String
  let bytes: [UInt8]
  /// Who witnessed; nil for a signature of the ledger's own.
  let witness: String?
}

/// A checkpoint that is kept, with its signatures: the ledger's own first.
struct KeptHead {
  let checkpoint: Checkpoint
  /// Its path in the ledger.
  let file: String
  var signatures: [KeptSignature] = []

  var witnesses: [String] { signatures.compactMap(\.witness) }

  /// "Underskrevet ved linje 3141; vitne: kasserer"; nil when nobody has signed.
  var vouching: Phrase? {
    if signatures.isEmpty { return nil }
    let names = witnesses.joined(separator: ", ")
    let isOwn = signatures.contains { $0.witness == nil }
    let (size, plural) = (checkpoint.size, witnesses.count > 1 ? "es" : "")
    if names.isEmpty {
      return Phrase(
        nb: "Underskrevet ved linje \(size)", nn: "Underskrive ved linje \(size)",
        en: "Signed at line \(size)")
    }
    if !isOwn {
      return Phrase(
        nb: "Bevitnet ved linje \(size): \(names)", nn: "Vitna ved linje \(size): \(names)",
        en: "Witnessed at line \(size): \(names)")
    }
    return Phrase(
      nb: "Underskrevet ved linje \(size); vitne: \(names)",
      nn: "Underskrive ved linje \(size); vitne: \(names)",
      en: "Signed at line \(size); witness\(plural): \(names)")
  }
}

/// The folder `checkpoints` of a ledger.
struct KeptHeads {
  static let folder = "checkpoints"
  private static let suffix = ".checkpoint"

  /// By rising size.
  private(set) var heads: [KeptHead] = []
  private let path: String
  private let calls: SystemCalls

  /// Reads what is kept; none where there is no folder. Throws where a checkpoint cannot be read: what is
  /// not known cannot be extended.
  init(_ ledger: LedgerFolder, _ calls: SystemCalls) throws {
    path = ledger.checkpoints
    self.calls = calls
    let folder = Folder(path, system: calls)
    do {
      guard try folder.exists() else { return }
      let names = try folder.names().filter { !AtomicReplace.isTemporary($0) }
      var found: [Int: KeptHead] = [:]
      for name in names where name.hasSuffix(Self.suffix) {
        guard let checkpoint = try? Checkpoint(parsing: try read(name)),
          name == Self.name(of: checkpoint.size)
        else { throw Unreadable.checkpoint(name) }
        found[checkpoint.size] = KeptHead(
          checkpoint: checkpoint, file: Path.join(Self.folder, name))
      }
      for name in names where name.hasSuffix(".sig") {
        guard let mark = name.firstRange(of: Self.suffix), let size = Int(name[..<mark.lowerBound]),
          found[size] != nil
        else { continue }
        let (bytes, witness) = (try read(name), Self.witness(String(name[mark.upperBound...])))
        // What is no signature in the role of its name vouches for nothing.
        guard SSHSignature(bytes)?.role == (witness == nil ? .ledger : .witness) else { continue }
        found[size]?.signatures.append(
          KeptSignature(file: Path.join(Self.folder, name), bytes: bytes, witness: witness))
      }
      heads = found.values.sorted { $0.checkpoint.size < $1.checkpoint.size }
    } catch let error as FilesError {
      throw Failure(error)
    } catch Unreadable.checkpoint(let name) {
      throw Failure(
        "head-unreadable", exit: .unverified, place: Path.join(Self.folder, name),
        Phrase(
          nb: "Filen er ikke kontrollpunktet som navnet lover.",
          en: "the file is not the checkpoint that its name promises"),
        hints: [
          Phrase(
            nb: "legg den tilbake fra en kopi", en: "restore it from a copy")
        ])
    }
    for index in heads.indices {
      heads[index].signatures.sort { one, next in
        (one.witness == nil ? 0 : 1, one.file) < (next.witness == nil ? 0 : 1, next.file)
      }
    }
  }

  private enum Unreadable: Error {
    case checkpoint(String)
  }

  /// The newest line that a witness has signed; of one witness, when a name is given.
  func newestWitnessed(by name: String?) -> Int? {
    heads.last { head in
      head.witnesses.contains { name == nil || $0 == name }
    }?.checkpoint.size
  }

  var known: [KnownHead] { heads.map { KnownHead(checkpoint: $0.checkpoint, place: $0.file) } }

  private static func name(of size: Int) -> String { "\(size)\(suffix)" }

  /// `NAME` of `.NAME.witness.sig`.
  private static func witness(_ ending: String) -> String? {
    let end = ".witness.sig"
    return ending.hasSuffix(end) ? String(ending.dropLast(end.count).dropFirst()) : nil
  }

  private func read(_ name: String) throws(FilesError) -> [UInt8] {
    try File.open(Path.join(path, name), .read, system: calls).readAll()
  }

  // MARK: - Keeping

  /// Keeps a checkpoint and a signature of it, and returns the signature's path in the ledger.
  func keep(
    _ checkpoint: Checkpoint, _ signature: [UInt8], witness: String?
  ) throws -> String {
    do {
      try FolderMaker(calls: calls).make(path, permissions: 0o755)
      let name = Self.name(of: checkpoint.size)
      _ = try store(Array(checkpoint.text.utf8), as: name)
      if let witness {
        let file = "\(name).\(witness).witness.sig"
        guard try store(signature, as: file) else { throw Taken() }
        return Path.join(Self.folder, file)
      }
      var (file, number) = ("\(name).sig", 1)
      while try !store(signature, as: file) {
        number += 1
        file = "\(name).\(number).sig"
      }
      return Path.join(Self.folder, file)
    } catch let error as FilesError {
      throw Failure(error)
    } catch {
      throw Failure(
        "witness-taken",
        Phrase(
          nb: "Et annet svar fra dette vitnet ved linje \(checkpoint.size) er alt tatt vare på.",
          en: "another answer of this witness at line \(checkpoint.size) is kept already"),
        hints: [
          Phrase(
            nb: "bruk et annet navn, om det er et annet vitne",
            en: "use another name, if it is another witness")
        ])
    }
  }

  private struct Taken: Error {}

  /// Returns whether the file holds the bytes now; false when it holds others.
  private func store(_ bytes: [UInt8], as name: String) throws(FilesError) -> Bool {
    let file = Path.join(path, name)
    if try Folder.kind(atPath: file, system: calls) != nil { return try read(name) == bytes }
    try AtomicReplace.write(bytes, to: file, permissions: 0o644, system: calls)
    return true
  }
}

/// Makes folders with those around them, durably.
struct FolderMaker {
  let calls: SystemCalls

  func make(_ path: String, permissions: UInt32) throws(FilesError) {
    let folder = Folder(path, system: calls)
    if try folder.exists() { return }
    let parent = Path.folder(of: path)
    if parent != path { try make(parent, permissions: permissions) }
    try folder.create(permissions: permissions)
    try Folder(parent, system: calls).sync()
  }
}

extension Context {
  /// Who vouches for a closed year: the newest kept head that the log extends and that covers the closing.
  /// Kept heads that cannot be read are no reason to give no report; `checkpoint` tells of them.
  func vouching(for year: YearView) -> Phrase? {
    guard year.basis.isAsClosed, let closing = year.basis.closing,
      let kept = try? KeptHeads(year.all.open.folder, world.calls),
      let log = try? proved(year.all.open)
    else { return nil }
    return kept.heads.last { head in
      head.checkpoint.size >= closing.seq && head.vouching != nil
        && [.same, .extends].contains(log.verdict(on: head.checkpoint))
    }?.vouching
  }
}
