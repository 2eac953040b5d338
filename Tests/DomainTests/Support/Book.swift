// A ledger under test: runs commands the way the application does, and asks after every one whether
// what was decided is also what audit allows.

import Domain
import Testing

struct Book {
  private(set) var ledger = Ledger()
  /// The moment of the next command; each takes a minute.
  var moment = tonight
  private var commands = 0

  /// An opened ledger with four persons and two activities: lines 1 to 7.
  static func opened() -> Book {
    var book = Book()
    book.must(.open(opening, founder: PersonRegistered(role: .coordinator)))
    book.must(.registerPersons(Array(repeating: PersonRegistered(role: .volunteer), count: 3)))
    book.must(.addActivity(activity(kafe)))
    book.must(.addActivity(activity(tur, "Turgruppe")))
    return book
  }

  var nextLine: Int { ledger.history.count + 1 }

  /// The envelope of the next command.
  func stamp(by author: PersonID) -> Stamp {
    Stamp(at: moment, by: author, command: commandID("c\(commands + 1)"))
  }

  /// Decides and appends, or throws why not.
  @discardableResult
  mutating func run(_ command: Command, by author: PersonID = kari) throws(Rejection) -> Decision {
    let stamp = stamp(by: author)
    let decision = try ledger.decide(command, stamp)
    let first = nextLine
    for recorded in decision.recorded(after: ledger.history.count, stamp) {
      do {
        try ledger.check(recorded)
      } catch {
        Issue.record("decided, but not allowed by check: \(recorded): \(error)")
      }
      ledger.apply(recorded)
    }
    if let fault = ledger.unsettled(since: first) {
      Issue.record("decided, but the transaction is unsettled: \(command): \(fault)")
    }
    #expect(!decision.events.isEmpty, "a decision is never empty: \(command)")
    commands += 1
    moment = moment.adding(seconds: 60)
    return decision
  }

  /// Runs a command that the test takes for granted.
  mutating func must(_ command: Command, by author: PersonID = kari) {
    do {
      try run(command, by: author)
    } catch {
      Issue.record("a command that was given is refused: \(command): \(error)")
    }
  }

  /// Appends events without asking whether they are legal, as one transaction.
  mutating func force(_ events: [Event], by author: PersonID = kari) {
    for recorded in Decision(events: events).recorded(
      after: ledger.history.count, stamp(by: author))
    {
      ledger.apply(recorded)
    }
    commands += 1
    moment = moment.adding(seconds: 60)
  }

  /// Returns the next line as it would carry an event.
  func line(_ event: Event, by author: PersonID = kari, left: Int = 0) -> Recorded {
    let stamp = stamp(by: author)
    return Recorded(
      seq: nextLine, at: stamp.at, by: author, command: stamp.command, left: left, event: event)
  }

  /// Returns why an event may not be the next line, or nil if it may.
  func refusal(of event: Event, by author: PersonID = kari) -> Rejection? {
    do {
      try ledger.check(line(event, by: author))
      return nil
    } catch {
      return error
    }
  }
}
