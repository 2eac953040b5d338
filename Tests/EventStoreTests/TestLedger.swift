import Domain
import EventFormat
import EventStore
import Files
import Foundation
import Integrity
import Testing

// Ledgers in temporary folders, and the bytes of small ones.

/// A folder that is gone when the value is.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dugnad-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A ledger on disk that a test may do anything to.
struct TestLedger {
  let temporary: TemporaryFolder
  let folder: LedgerFolder
  let calls = SystemCalls()

  /// An empty ledger.
  init() throws {
    temporary = try TemporaryFolder()
    folder = LedgerFolder(path: temporary.path + "/ledger")
    try folder.create(calls: calls)
  }

  /// A ledger with these transactions.
  init(_ transactions: [[Recorded]]) throws {
    try self.init()
    try commit(transactions)
  }

  func commit(_ transactions: [[Recorded]], calls: SystemCalls? = nil) throws {
    // A reader that looks twice holds the lock for a moment.
    var writer = try Writer.open(folder: folder, calls: calls ?? self.calls, waitingSeconds: 60)
    for transaction in transactions { _ = try writer.commit(transaction: transaction) }
  }

  func load(through: Int? = nil) throws -> LoadedLog {
    try EventStore.load(folder: folder, calls: calls, through: through)
  }

  func verify() throws -> Verification { try EventStore.verify(folder: folder, calls: calls) }

  func path(_ name: String) -> String { folder.events + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.events).sorted()
  }

  /// Every file of the log and beside it, by name.
  func contents() throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try names().map { ($0, try bytes($0)) })
  }

  /// Puts these files in place of all others.
  func restore(_ contents: [String: [UInt8]]) throws {
    for name in try names() where contents[name] == nil { try remove(name) }
    for (name, bytes) in contents { try write(bytes, to: name) }
  }
}

/// Makes transactions that are allowed where they stand.
struct Story {
  private(set) var transactions: [[Recorded]] = []
  private(set) var next = 1
  private(set) var at: Instant
  let by = PersonID(seq: 2)

  init(at: Instant = Instant(seconds: 1_709_658_249)) { self.at = at }

  static func code(_ text: String) -> ActivityCode {
    guard let code = ActivityCode(text) else { preconditionFailure(text) }
    return code
  }

  static func command(_ text: String) -> CommandID {
    guard let id = CommandID(text) else { preconditionFailure(text) }
    return id
  }

  /// Adds a transaction a second after the last one and returns it.
  @discardableResult
  mutating func add(_ events: [Event], after seconds: Int = 1) -> [Recorded] {
    at = at.adding(seconds: seconds)
    let transaction = events.enumerated().map { index, event in
      Recorded(
        seq: next + index, at: at, by: by, command: Self.command("c\(next)"),
        left: events.count - 1 - index, event: event)
    }
    next += events.count
    transactions.append(transaction)
    return transaction
  }

  mutating func open() {
    add([
      .ledgerOpened(LedgerOpened(origin: "test.ledger", name: "Test", reconstruction: true)),
      .personRegistered(PersonRegistered(role: .coordinator)),
    ])
  }

  mutating func addActivity() {
    add([
      .activityAdded(
        ActivityDetails(code: Self.code("kafe"), name: "Språkkafé", aliases: ["Kafé"])),
      .personRegistered(PersonRegistered(role: .volunteer)),
    ])
  }

  static func hours(_ minutes: Int, day: Int = 1) -> Event {
    .hoursLogged(
      HourEntry(
        activity: code("kafe"), on: Period(Day(number: 19_722 + Int32(day))),
        who: .person(PersonID(seq: 4)), minutes: minutes, voucher: "ark \"\(minutes)\""))
  }

  /// Opened, an activity, and two transactions of hours: seven lines.
  static var small: Story {
    var story = Story()
    story.open()
    story.addActivity()
    story.add([hours(90)])
    story.add([hours(60, day: 2), hours(30, day: 3)])
    return story
  }
}
