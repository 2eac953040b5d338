// Tree heads: what a log says it was at some size. One that somebody else keeps is what a bare chain
// lacks; the question is always the same: does the log that lies here extend it?

import Domain
import EventStore
import Files
import Integrity
import Wording

/// A log as proofs see it: its origin, its hashes, and the tree over them.
struct ProvedLog {
  let origin: String
  let hashes: [Digest]
  let prover: MerkleProver

  /// - Precondition: not an empty log.
  init(origin: String, hashes: [Digest]) {
    self.origin = origin
    self.hashes = hashes
    prover = MerkleProver(leaves: hashes)
  }

  var size: Int { hashes.count }

  /// The root of the first lines; nil for more lines than there are.
  func root(of size: Int) -> Digest? { try? prover.root(of: size) }

  /// Returns the checkpoint of the first lines.
  func head(of size: Int) throws -> Checkpoint {
    try Checkpoint(origin: origin, size: size, root: prover.root(of: size))
  }

  /// How a head that somebody keeps stands to this log.
  enum Verdict: Hashable {
    case same, extends, cut, rewritten, foreign
  }

  func verdict(on head: Checkpoint) -> Verdict {
    if head.origin != origin { return .foreign }
    guard let root = root(of: head.size) else { return .cut }
    if root != head.root { return .rewritten }
    return head.size == size ? .same : .extends
  }
}

/// A head that is known, and where it was found.
struct KnownHead {
  let checkpoint: Checkpoint
  let place: String
}

extension ProvedLog {
  /// Returns why a head must not be signed: it does not extend one that is known. Nil when it may be.
  func fork(from known: [KnownHead]) -> Failure? {
    for head in known.sorted(by: { $0.checkpoint.size > $1.checkpoint.size }) {
      switch verdict(on: head.checkpoint) {
      case .same, .extends: continue
      case .cut: return failure("head-cut", head, cut(head))
      case .rewritten: return failure("head-rewritten", head, rewritten(head))
      case .foreign:
        return Failure(
          "head-foreign", exit: .unverified, place: head.place,
          Phrase(
            nb: "Kontrollpunktet er for et annet regnskap (\(head.checkpoint.origin)).",
            en: "the checkpoint is of another ledger (\(head.checkpoint.origin))"),
          hints: [
            Phrase(nb: "flytt filen dit den hører til", en: "move the file to where it belongs")
          ])
      }
    }
    return nil
  }

  private func cut(_ head: KnownHead) -> Phrase {
    Phrase(
      nb:
        "Loggen har \(size) linjer, men et kontrollpunkt ved linje \(head.checkpoint.size) er kjent: "
        + "slutten er borte.",
      en:
        "the log has \(size) lines, but a checkpoint at line \(head.checkpoint.size) is known: its end "
        + "is gone")
  }

  private func rewritten(_ head: KnownHead) -> Phrase {
    Phrase(
      nb: "Loggen har \(size) linjer og går ikke videre fra kontrollpunktet ved linje "
        + "\(head.checkpoint.size): noe av det som sto der, er et annet nå.",
      en: "the log has \(size) lines and does not go on from the checkpoint at line "
        + "\(head.checkpoint.size): something that stood there is another now")
  }

  /// What to do after a restore: to go on from an older copy makes two logs with one origin.
  private func failure(_ code: String, _ head: KnownHead, _ message: Phrase) -> Failure {
    Failure(
      code, exit: .unverified, place: head.place, message,
      hints: [
        Phrase(
          nb:
            "er en kopi lagt tilbake? Finn den nyere kopien (minst \(head.checkpoint.size) linjer), og "
            + "bruk den",
          en:
            "was a copy restored? Find the newer one (at least \(head.checkpoint.size) lines), and use it"
        ),
        Phrase(
          nb: "finnes den ikke, kan det føres videre her, men loggen kan ikke underskrives som "
            + "\(origin) mer",
          en:
            "if there is none, recording may go on here, but the log can no longer be signed as \(origin)"
        ),
        Phrase(
          nb: "eller begynn et nytt regnskap, som kan underskrives: dugnad init",
          en: "or begin a new ledger, which can be signed: dugnad init"),
      ])
  }
}

extension Context {
  /// Returns the log of a folder for proofs, as far as it counts.
  func provedLog(_ folder: LedgerFolder) throws -> ProvedLog {
    try proved(open(folder))
  }

  /// The same, read while nobody writes: what is given away is a head that every later one extends.
  func provedLogAtRest(_ folder: LedgerFolder) throws -> ProvedLog {
    let lock = try lifted { () throws(FilesError) in
      try FileLock.acquire(
        .shared, onFolder: folder.events, waitingSeconds: Self.lockWaitSeconds,
        system: world.calls)
    }
    defer { extendLifetime(lock) }
    return try provedLog(folder)
  }

  func proved(_ open: OpenLedger) throws -> ProvedLog {
    guard let opening = open.state.opening else { throw failure(.notOpened) }
    return ProvedLog(origin: opening.origin, hashes: open.hashes)
  }

  static let lockWaitSeconds = 5.0

  /// Runs file calls and tells their failures.
  func lifted<Value: ~Copyable>(_ calls: () throws(FilesError) -> Value) throws -> Value {
    do throws(FilesError) {
      return try calls()
    } catch {
      if case .busy(let holder) = error { throw Failure(StoreError.busy(holder: holder)) }
      throw Failure(error)
    }
  }

  /// Reads a file that was named by whoever typed it.
  func bytes(ofFile typed: String) throws -> [UInt8] {
    let path = absolute(typed)
    do throws(FilesError) {
      return try File.open(path, .read, system: world.calls).readAll()
    } catch {
      let cause = FindingWords.cause(error)
      throw Failure(
        "file-unreadable", place: path,
        Phrase(
          nb: "Filen kan ikke leses: \(cause.nb).", en: "the file cannot be read: \(cause.en)"))
    }
  }
}
