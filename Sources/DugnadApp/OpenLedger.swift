// A ledger that was read: what commands ask, in the words people use.

import CommandLineKit
import Domain
import EventStore
import Files
import Integrity
import Register
import Reports
import Wording

/// A ledger in memory, with its folder and its register.
struct OpenLedger {
  let folder: LedgerFolder
  let ledger: Ledger
  /// An empty one when the folder has none: names are then unknown, and ids are shown.
  let register: Register
  let calls: SystemCalls
  /// The `hash` of every line that was read.
  let hashes: [Digest]
  /// Words kept beside the log; none where they cannot be read.
  let notes: NoteBook
  /// Names as reports show them.
  let names: PersonNames

  init(
    folder: LedgerFolder, ledger: Ledger, hashes: [Digest], register: Register,
    notes: NoteBook? = nil, calls: SystemCalls
  ) {
    self.folder = folder
    self.ledger = ledger
    self.hashes = hashes
    self.register = register
    self.calls = calls
    let notes =
      notes ?? (try? NoteBook.load(folder: folder.register, calls: calls)) ?? NoteBook()
    self.notes = notes
    let byID = Dictionary(register.profiles.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    let said = Dictionary(
      notes.notes.map { ($0.commitment.hex, $0.text) }, uniquingKeysWith: { $1 })
    names = PersonNames(note: { said[$0] }, name: { byID[$0] })
  }

  /// The `hash` of the last line, 64 hex digits; empty in an empty log.
  var lastHash: String { hashes.last?.hex ?? "" }
  var state: State { ledger.state }
  var log: [Recorded] { ledger.history.log }

  /// "Kari Eksempel (p12)", or the id alone.
  func name(_ person: PersonID) -> String {
    register.profile(of: person).map { "\($0.name) (\(person.text))" } ?? person.text
  }

  func failure(_ rejection: Rejection) -> Failure { rejectionWords.failure(rejection) }

  /// Tells why a command was refused; what stands in the way of a redo is undone first.
  func failure(_ rejection: Rejection, of command: Command) -> Failure {
    var failure = failure(rejection)
    switch command {
    case .redo, .redoNewest:
      guard case .neededBy(let lines) = rejection, let first = lines.first else { return failure }
      failure.hints = [
        Phrase(
          nb: "angre først det som står i veien: dugnad angre \(first.seq)",
          en: "first undo what stands in the way: dugnad undo \(first.seq)")
      ]
    case .undo(_, _, cascade: true):
      guard case .neededBy(let lines) = rejection, let first = lines.first else { return failure }
      failure.hints = [
        Phrase(
          nb: "linje \(first.seq) kan ikke angres sammen med andre: ta den for seg først",
          en: "line \(first.seq) cannot be undone together with others: take it by itself first")
      ]
    default: break
    }
    return failure
  }

  /// The ledger as it was before a transaction.
  func before(_ transaction: History.Transaction) -> OpenLedger {
    OpenLedger(
      folder: folder, ledger: Ledger(log.prefix(transaction.lines.lowerBound - 1)),
      hashes: Array(hashes.prefix(transaction.lines.lowerBound - 1)), register: register,
      notes: notes, calls: calls)
  }

  /// The ledger after lines were appended.
  func after(
    _ recorded: [Recorded], _ register: Register, _ added: [Digest]
  ) -> OpenLedger {
    var ledger = ledger
    for recorded in recorded { ledger.apply(recorded) }
    return OpenLedger(
      folder: folder, ledger: ledger, hashes: hashes + added, register: register, calls: calls)
  }

  var rejectionWords: RejectionWords {
    RejectionWords(name: name) { seq, language in
      self.ledger.history[seq].map { self.words($0, language) } ?? "–"
    } span: { seq in
      self.ledger.history.transaction(of: seq)?.lines ?? seq...seq
    }
  }

  /// Saves who a person is, before the log names the id, and returns the register with the person.
  func save(_ profile: PersonProfile) throws -> Register { try save([profile]) }

  /// The words of a writer: where they cannot be read the command stops, since saving would replace
  /// them.
  func notesToWrite() throws -> NoteBook {
    do throws(RegisterError) {
      return try NoteBook.load(folder: folder.register, calls: calls)
    } catch {
      throw Failure(error)
    }
  }

  /// Saves words before the log names their commitment.
  func save(_ notes: NoteBook) throws {
    do throws(RegisterError) {
      try notes.save(folder: folder.register, calls: calls)
    } catch {
      throw Failure(error)
    }
  }

  // MARK: - What people type

  /// Returns the person with this id, or the only one whose name has it.
  func person(_ typed: String) throws -> PersonID {
    if let id = PersonID(text: typed) {
      guard state.persons[id] != nil else { throw failure(.unknownPerson(id)) }
      return id
    }
    let key = searchKey(typed)
    let known = register.profiles.filter { state.persons[$0.id] != nil }
    let exact = known.filter { searchKey($0.name) == key }
    let found = exact.isEmpty ? known.filter { Self.matches(searchKey($0.name), key) } : exact
    if found.count == 1 { return found[0].id }
    if found.isEmpty { throw unknownName(typed, known) }
    let list = found.prefix(10).map { "\($0.name) (\($0.id.text))" }.joined(separator: ", ")
    throw Failure(
      "ambiguous-person",
      Phrase(
        nb: "«\(typed)» kan være flere: \(list).", en: "'\(typed)' may be several: \(list)"),
      hints: [
        Phrase(nb: "skriv mer av navnet, eller id-en", en: "type more of the name, or the id")
      ])
  }

  /// Whether every word typed begins a word of the name.
  private static func matches(_ name: String, _ typed: String) -> Bool {
    let names = name.split(whereSeparator: { $0 == " " || $0 == "-" })
    let words = typed.split(whereSeparator: { $0 == " " || $0 == "-" })
    return !words.isEmpty
      && words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
  }

  private func unknownName(_ typed: String, _ known: [PersonProfile]) -> Failure {
    let near = suggestions(for: typed, among: known.map(\.name), limit: 3)
    return Failure(
      "unknown-person",
      Phrase(nb: "Ingen person heter «\(typed)».", en: "no person called '\(typed)'"),
      hints: didYouMean(near) + [
        Phrase(
          nb: "se alle: dugnad person liste; ny: dugnad person ny \"\(typed)\"",
          en: "see all: dugnad person list; new: dugnad person add \"\(typed)\"")
      ])
  }

  /// Returns the activity with this code, or the only one whose name or alias has it.
  func activity(_ typed: String) throws -> Activity {
    if let code = ActivityCode(typed), let activity = state.activities[code] { return activity }
    let key = searchKey(typed)
    let all = state.activities.values.sorted { $0.seq < $1.seq }
    let exact = all.filter { names($0).contains { searchKey($0) == key } }
    let found =
      exact.isEmpty ? all.filter { names($0).contains { Self.matches(searchKey($0), key) } } : exact
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let words = all.flatMap { [$0.details.code.text] + names($0) }
      throw Failure(
        "unknown-activity",
        Phrase(nb: "Ingen aktivitet heter «\(typed)».", en: "no activity called '\(typed)'"),
        hints: didYouMean(suggestions(for: typed, among: words, limit: 3)) + [
          Phrase(nb: "se alle: dugnad aktivitet liste", en: "see all: dugnad activity list")
        ])
    }
    let list = found.prefix(10).map { "\($0.details.name) (\($0.details.code.text))" }
    throw Failure(
      "ambiguous-activity",
      Phrase(
        nb: "«\(typed)» kan være flere: \(list.joined(separator: ", ")).",
        en: "'\(typed)' may be several: \(list.joined(separator: ", "))"),
      hints: [Phrase(nb: "skriv koden", en: "type the code")])
  }

  private func names(_ activity: Activity) -> [String] {
    [activity.details.name] + activity.details.aliases
  }

  private func didYouMean(_ near: [String]) -> [Phrase] {
    if near.isEmpty { return [] }
    let nb = near.map { "«\($0)»" }.joined(separator: " eller ")
    let en = near.map { "'\($0)'" }.joined(separator: " or ")
    return [Phrase(nb: "mente du \(nb)?", en: "did you mean \(en)?")]
  }

  /// Returns the line that is meant by a number, an id, or the code of an activity.
  func line(_ typed: String) throws -> Int {
    // A line may be typed as lists print it: 3 141 or 3,141.
    let plain = typed.filter { $0 != "," && !$0.isWhitespace }
    let number =
      LineNumber.parse(plain) ?? lineOfID(typed)
      ?? ActivityCode(typed).flatMap { state.activities[$0]?.seq }
    guard let number else {
      throw Failure(
        "unknown-id",
        Phrase(
          nb: "«\(typed)» er verken en linje, en id (h731, s12, p5, u45, i400, g12, c40) eller en "
            + "aktivitet.",
          en: "'\(typed)' is neither a line, an id (h731, s12, p5, u45, i400, g12, c40) nor an "
            + "activity"),
        hints: [Phrase(nb: "se loggen: dugnad logg", en: "see the log: dugnad log")])
    }
    guard ledger.history[number] != nil else { throw failure(.noSuchLine(number)) }
    return number
  }

  /// Returns the lines that are meant: one, or a span such as `14-15`.
  func lines(_ typed: String) throws -> [Int] {
    let ends = typed.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, let first = LineNumber.parse(ends[0]), let last = LineNumber.parse(ends[1]),
      first <= last
    {
      if ledger.history[last] == nil { throw failure(.noSuchLine(last)) }
      return Array(first...last)
    }
    return [try line(typed)]
  }

  /// Returns who records: `--by`, else DUGNAD_BY, else the only coordinator.
  func author(_ context: Context) throws -> PersonID {
    if let typed = context.arguments[Common.by] ?? context.world.environment["DUGNAD_BY"],
      !typed.isEmpty
    {
      return try person(typed)
    }
    if log.isEmpty { throw failure(.notOpened) }
    let coordinators = state.persons.values.filter { $0.role == .coordinator }.map(\.id).sorted()
    if coordinators.count == 1 { return coordinators[0] }
    let list = coordinators.map(name).joined(separator: ", ")
    throw Failure(
      "who-records", exit: .usage,
      Phrase(
        nb: "Det er flere koordinatorer (\(list)); hvem fører?",
        en: "there are several coordinators (\(list)); who records?"),
      hints: [
        Phrase(
          nb: "si det med --by, eller sett DUGNAD_BY", en: "say it with --by, or set DUGNAD_BY")
      ])
  }
}
