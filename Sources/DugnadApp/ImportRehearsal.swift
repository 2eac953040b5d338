// Rows are tried on a copy of the ledger before anything is decided: the domain stops at the first thing
// that is not allowed, and a person who mends a spreadsheet wants to know them all.

import Domain
import Import
import Wording

/// A ledger with an import's first lines in it, to try rows on.
struct ImportRehearsal {
  private(set) var state: State
  private var seq: Int
  private let stamp: Stamp

  /// Carries the beginning of the import out in a copy. Throws what the domain says to it.
  init(_ open: OpenLedger, _ commands: [Command], _ stamp: Stamp) throws(Rejection) {
    let decision = try open.ledger.decide(.all(commands), stamp)
    var ledger = open.ledger
    for recorded in decision.recorded(after: ledger.history.count, stamp) { ledger.apply(recorded) }
    state = ledger.state
    seq = ledger.history.count
    self.stamp = stamp
  }

  /// Tries the next event; if it is not allowed, nothing has happened.
  mutating func carryOut(_ event: Event) throws(Rejection) {
    let recorded = Recorded(
      seq: seq + 1, at: stamp.at, by: stamp.by, command: stamp.command, left: 0, event: event)
    try state.admits(recorded)
    state.evolve(recorded)
    seq += 1
  }
}

extension ImportRehearsal {
  /// Carries the next event out if it is allowed, and returns whether it was.
  mutating func admits(_ event: Event) -> Bool {
    do throws(Rejection) {
      try carryOut(event)
      return true
    } catch {
      return false
    }
  }
}

extension ImportPlanner {
  /// Begins a rehearsal with what the plan has so far, and `commands`.
  func rehearsal(_ commands: [Command] = []) throws -> ImportRehearsal {
    let last = open.ledger.history.last?.at
    let now = context.clock.pinned ?? context.world.now()
    guard let id = CommandID(context.randomName(length: 32)) else {
      throw open.failure(.nothingToUndo)
    }
    let stamp = Stamp(at: max(now, last ?? now), by: try open.author(context), command: id)
    do throws(Rejection) {
      var all: [Command] = [.noteImport(plan.made)]
      if !newPersons.isEmpty {
        all.append(.registerPersons(newPersons.map { PersonRegistered(role: $0.role) }))
      }
      all += newActivities.map { .addActivity($0) }
      return try ImportRehearsal(open, all + commands, stamp)
    } catch {
      throw open.failure(error)
    }
  }

  /// Tries the event of a row, and notes why it is not allowed.
  mutating func attempt(_ event: Event, line: Int, in rehearsal: inout ImportRehearsal) {
    do throws(Rejection) {
      try rehearsal.carryOut(event)
    } catch {
      let column = fieldAtFault(error).flatMap { fields in
        reading.columns.first { column in column.field.map(fields.contains) ?? false }
      }
      faults.append(
        ImportFault(
          kind: "row", line: line, column: column, text: text(line, column),
          open.rejectionWords.words(error).1))
    }
  }

  /// The fields that a rejection is about.
  private func fieldAtFault(_ rejection: Rejection) -> Set<ColumnField>? {
    switch rejection {
    case .futureDay: [.on, .lastDay, .month, .year]
    case .minutesOutOfRange, .dayOver24Hours: [.hours, .hoursEach, .minutes, .span, .end]
    case .headcountOutOfRange: [.headcount]
    case .activityEnded, .unknownActivity: [.activity]
    case .startNeedsDay: [.start, .span]
    case .unknownShift, .shiftNeedsDay, .shiftOfOtherActivity, .shiftCancelled, .shiftNotOver:
      [.shift]
    case .alreadySignedUp, .unknownPerson: [.person, .firstName]
    case .badText(field: .voucher, _): [.voucher]
    case .badText(field: .group, _): [.group]
    case .badText(field: .sector, _): [.sector]
    case .badText(field: .recipient, _): [.recipient, .alsoFor]
    case .badText(field: .alias, _), .repeatedText: [.aliases]
    case .codeTaken: [.code, .activity]
    case .placesOutOfRange, .placesBelowTaken: [.places]
    default: nil
    }
  }
}
