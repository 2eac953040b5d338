// Where the ledger is: `--ledger DIR`, else DUGNAD_LEDGER, else the nearest folder upwards with
// events/ in it, the way git finds a repository.

import CommandLineKit
import Domain
import EventFormat
import EventStore
import Files
import Import
import Register
import Wording

extension Context {
  /// Returns the folder of the ledger this run is about, or throws how to begin.
  func ledgerFolder() throws -> LedgerFolder {
    if let folder = try foundLedger() { return folder }
    throw Failure(
      "no-ledger",
      Phrase(
        nb: "Her er det ikke noe regnskap (ingen mappe events/ her eller oppover).",
        en: "there is no ledger here (no folder events/ here or upwards)"),
      hints: [
        Phrase(
          nb: "begynn et nytt: dugnad init --navn \"…\" --koordinator \"…\"",
          en: "begin one: dugnad init --name \"…\" --coordinator \"…\""),
        Phrase(
          nb: "eller si hvor det er: --regnskap MAPPE, eller DUGNAD_LEDGER",
          en: "or say where it is: --ledger DIR, or DUGNAD_LEDGER"),
      ])
  }

  /// The same, but nil when there is none; a place that was named must hold one.
  func foundLedger() throws -> LedgerFolder? {
    if let named = arguments[Common.ledger] ?? world.environment["DUGNAD_LEDGER"], !named.isEmpty {
      let path = absolute(named)
      if LedgerPlace.isLedger(path, calls: world.calls) { return LedgerFolder(path: path) }
      throw Failure(
        "no-ledger", place: path,
        Phrase(
          nb: "Der er det ikke noe regnskap (ingen mappe events/).",
          en: "no ledger there (no folder events/)"))
    }
    var path = absolute(".")
    while true {
      if LedgerPlace.isLedger(path, calls: world.calls) { return LedgerFolder(path: path) }
      guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  /// Returns the path from the root, without `.` and `..`.
  func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : world.folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}

/// Questions about a folder.
enum LedgerPlace {
  static func isLedger(_ path: String, calls: SystemCalls) -> Bool {
    (try? LedgerFolder(path: path).exists(calls: calls)) == true
  }

  /// Warnings about a place where two machines might write at once: one ledger, one machine at a time.
  static func warnings(about path: String, calls: SystemCalls) -> [Phrase] {
    let synced = ["onedrive", "dropbox", "icloud", "google drive", "googledrive", "nextcloud"]
    let lower = searchKey(path)
    if let service = synced.first(where: { lower.contains($0) }) {
      return [
        Phrase(
          nb:
            "Mappen ser ut til å bli synkronisert (\(service)). Et regnskap må skrives fra én maskin "
            + "om gangen; synkronisering kan ødelegge det.",
          en:
            "the folder seems to be synced (\(service)). A ledger must be written from one machine at "
            + "a time; syncing can damage it.")
      ]
    }
    if let kind = networkKind(of: path, calls: calls) {
      return [
        Phrase(
          nb:
            "Mappen ligger på en nettverksdisk (\(kind)). Låser virker ikke alltid der; skriv bare fra "
            + "én maskin.",
          en:
            "the folder is on a network disk (\(kind)). Locks do not always hold there; write from one "
            + "machine only.")
      ]
    }
    return []
  }

  /// The kind of network file system a path is on, where the kernel tells (Linux).
  private static func networkKind(of path: String, calls: SystemCalls) -> String? {
    guard let bytes = try? File.open("/proc/mounts", .read, system: calls).readAll() else {
      return nil
    }
    let network = [
      "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.rclone", "afs",
    ]
    let mounts = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: " ") }.filter { $0.count > 2 }
    // The mount that the path is on is the one with the longest name in front of it.
    let own = mounts.filter { mount in
      mount[1] == "/" || path == mount[1] || path.hasPrefix(mount[1] + "/")
    }.max { $0[1].count < $1[1].count }
    return own.map { String($0[2]) }.flatMap { network.contains($0) ? $0 : nil }
  }
}

extension Context {
  var today: Day { (clock.pinned ?? world.now()).osloDay }

  /// Returns the period asked for, or nil when none was.
  func period(_ spelled: SpelledPeriod?) throws -> Period? {
    guard let spelled else { return nil }
    guard let period = spelled.period(today: today) else {
      throw Failure.usage(
        "bad-period", nb: "Perioden må slutte etter at den begynner, og være innenfor ett år.",
        en: "a period must end after it begins, and be inside one year")
    }
    return period
  }

  /// Returns a name as it is stored, or throws what is wrong with it: nothing that hides or turns text
  /// round, and nothing that looks like an id.
  func checkedName(_ typed: String) throws -> String {
    let name = typed.asStored
    if let fault = TextRule.fault(in: name, bytesMax: TextRule.nameBytesMax) {
      throw failure(.badText(field: .name, fault))
    }
    let hides = name.unicodeScalars.contains {
      (0x200B...0x200F).contains($0.value) || (0x202A...0x202E).contains($0.value)
        || (0x2066...0x2069).contains($0.value) || [0xFEFF, 0xFFFD].contains($0.value)
    }
    if hides || !name.contains(where: \.isLetter) || looksLikeID(name) {
      throw Failure.usage(
        "bad-name",
        nb:
          "«\(name.filter { !$0.isNewline })» kan ikke være et navn: det må ha bokstaver, ingen usynlige "
          + "tegn, og ikke se ut som en id.",
        en:
          "'\(name)' cannot be a name: it must have letters, no invisible characters, and not look like "
          + "an id")
    }
    return name
  }

  /// Whether a word would be taken for an id (`h4`) or a line (`4`).
  func looksLikeID(_ text: String) -> Bool {
    text.allSatisfy(\.isNumber) || lineOfID(text) != nil
  }

  /// A random name of `a–z 0–9`.
  func randomName(length: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    // 252 is the largest multiple of 36 in a byte: without the rest, each letter is as likely.
    var name = ""
    while name.count < length {
      for byte in world.random(length) where byte < 252 && name.count < length {
        name.append(letters[Int(byte) % letters.count])
      }
    }
    return name
  }

  func failure(_ rejection: Rejection) -> Failure {
    RejectionWords.plain.failure(rejection)
  }

  func warn(_ warning: Phrase) {
    tell(say(nb: "merk", en: "note") + ": " + warning(language))
  }
}

extension Failure {
  /// A fault in what was typed that parsing alone cannot see.
  static func usage(_ code: String, nb: String, en: String) -> Failure {
    Failure(code, exit: .usage, Phrase(nb: nb, en: en))
  }
}

extension String {
  /// As it is stored: composed, one space between words, none at the ends.
  var asStored: String {
    NormalForm.composed(split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// The same, or nil when nothing is left.
  var asStoredOrNil: String? {
    let stored = asStored
    return stored.isEmpty ? nil : stored
  }
}
