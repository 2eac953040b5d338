// The newest head, kept outside of the ledger: a copy that is restored has an older one inside, and
// nothing there would tell that a newer one was given away. The same memory makes a witness.

import EventStore
import Files
import Integrity
import Wording

/// A folder of heads by origin: one file each, which holds the newest.
struct HeadMemory {
  /// `$XDG_STATE_HOME/dugnad`, or a folder in it.
  let folder: String
  private let calls: SystemCalls

  /// - Parameter isWitness: of what a witness signed for others; else of what was signed here.
  init(_ context: Context, isWitness: Bool) throws {
    let environment = context.world.environment
    calls = context.world.calls
    let home: String
    // A relative one is to be ignored, says the XDG Base Directory Specification.
    if let named = environment["XDG_STATE_HOME"], named.hasPrefix("/") {
      home = named
    } else if let user = environment["HOME"], user.hasPrefix("/") {
      home = Path.join(user, ".local/state")
    } else {
      throw Self.failure(
        nil, Phrase(nb: "HOME er ikke satt", en: "HOME is not set"))
    }
    let own = Path.join(home, "dugnad")
    folder = isWitness ? Path.join(own, "witness") : own
  }

  /// Nothing is signed that cannot be remembered.
  private static func failure(_ place: String?, _ cause: Phrase) -> Failure {
    Failure(
      "head-not-remembered", place: place,
      Phrase(
        nb: "Ikke underskrevet: det nyeste hodet kan ikke huskes utenfor regnskapet (\(cause.nb)).",
        en: "not signed: the newest head cannot be remembered outside of the ledger (\(cause.en))"),
      hints: [
        Phrase(
          nb:
            "sett XDG_STATE_HOME til en mappe som kan skrives i, og som ikke følger med regnskapets "
            + "sikkerhetskopi",
          en:
            "set XDG_STATE_HOME to a folder that can be written to and is not part of the ledger's backup"
        )
      ])
  }

  func path(of origin: String) -> String { Path.join(folder, Self.fileName(origin)) }

  /// The origin as a file name: letters, digits, `-`, `_` and inner points stand as they are.
  private static func fileName(_ origin: String) -> String {
    var name = ""
    for byte in origin.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.append(Character(UnicodeScalar(byte)))
      case UInt8(ascii: ".") where !name.isEmpty: name.append(".")
      default: name += "%" + String(byte, radix: 16)
      }
    }
    return name
  }

  /// Returns the newest head of an origin; nil when none is remembered.
  func newest(_ origin: String) throws -> KnownHead? {
    let path = path(of: origin)
    let bytes: [UInt8]
    do throws(FilesError) {
      bytes = try File.open(path, .read, system: calls).readAll()
    } catch {
      if error.system?.code == SystemError.notFound { return nil }
      throw Self.failure(path, FindingWords.cause(error))
    }
    guard let head = try? Checkpoint(parsing: bytes), head.origin == origin else {
      throw Failure(
        "head-unreadable", exit: .unverified, place: path,
        Phrase(
          nb: "Det nyeste hodet som er husket, kan ikke leses.",
          en: "the newest head that is remembered cannot be read"),
        hints: [
          Phrase(
            nb: "legg filen tilbake fra en kopi; uten den kan ingen se om loggen er kuttet",
            en: "restore the file from a copy; without it nobody sees whether the log was cut")
        ])
    }
    return KnownHead(checkpoint: head, place: path)
  }

  /// Does something while no other run of this user signs.
  func alone<Value>(_ work: () throws -> Value) throws -> Value {
    let lock = try lock()
    defer { extendLifetime(lock) }
    return try work()
  }

  private func lock() throws -> FileLock {
    do throws(FilesError) {
      try FolderMaker(calls: calls).make(folder, permissions: 0o700)
      return try FileLock.acquire(
        .exclusive, onFolder: folder, waitingSeconds: Context.lockWaitSeconds, system: calls)
    } catch {
      if case .busy(let holder) = error { throw Failure(StoreError.busy(holder: holder)) }
      throw Self.failure(folder, FindingWords.cause(error))
    }
  }

  /// Remembers a head, durably, unless a newer one is.
  func remember(_ head: Checkpoint) throws {
    if let known = try newest(head.origin), known.checkpoint.size >= head.size { return }
    let path = path(of: head.origin)
    do throws(FilesError) {
      try AtomicReplace.write(
        Array(head.text.utf8), to: path, permissions: 0o600, system: calls)
    } catch {
      throw Self.failure(path, FindingWords.cause(error))
    }
  }
}
