// A test's way to make the world fail: at one call, chosen by its position, and the same on every
// run. It also writes down the calls, because "written before synced before told" is a promise about
// their order.

import Synchronization

/// What shall go wrong, and what was called. One plan belongs to one ``SystemCalls``.
///
/// A class, because it is a record of what has happened: every copy of the system calls must write
/// on the same page.
package final class FaultPlan: Sendable {
  /// What happens at the chosen call.
  package enum Fault: Hashable, Sendable {
    /// The call fails with a code and does nothing. `EINTR` shows that calls are made again.
    case fail(Int32)

    /// A read or write moves only half of the bytes. With a code, the next one fails with it: a
    /// disk that runs full half-way. Other calls are left alone.
    case short(then: Int32?)

    /// A write moves no byte and reports no error, which POSIX allows. Other calls are left alone.
    case noProgress

    /// The process dies before the call: this one and every later one do nothing.
    case die

    /// The process dies during the call: a write has written half. Other calls do nothing.
    case dieHalfway
  }

  /// One call as it was made.
  package struct Record: Hashable, Sendable {
    /// The call.
    package let call: SystemCalls.Call

    /// Its path. For a rename this is the new name.
    package let path: String

    /// Creates the record of a call, to compare with.
    package init(_ call: SystemCalls.Call, _ path: String) {
      self.call = call
      self.path = path
    }
  }

  /// What a call shall do, as `SystemCalls.perform` carries it out.
  enum Outcome {
    case proceed(count: Int)
    case fail(Int32)
    case transferThenFail(count: Int, Int32)
  }

  private struct State {
    var calls: [Record] = []
    var matching = 0
    var hasFired = false
    var isDead = false
    var nextTransferFails: Int32?
  }

  /// The code of every call of a dead process. No kernel uses it.
  package static let deathCode: Int32 = -1

  private let fault: Fault?
  private let position: Int
  private let chosen: SystemCalls.Call?
  private let meanwhile: (@Sendable () -> Void)?
  private let state = Mutex(State())

  /// Creates a plan by which nothing fails: it only writes down the calls.
  package init() {
    fault = nil
    position = 0
    chosen = nil
    meanwhile = nil
  }

  /// Creates a plan by which the call at a position, counted from 1 among all calls or among those
  /// of one kind, goes wrong.
  package init(_ fault: Fault, at position: Int, of call: SystemCalls.Call? = nil) {
    self.fault = fault
    self.position = position
    self.chosen = call
    meanwhile = nil
  }

  /// Creates a plan by which nothing fails, but something else happens just before the call at a
  /// position: what another process might do there.
  package init(
    before position: Int, of call: SystemCalls.Call? = nil,
    meanwhile: @escaping @Sendable () -> Void
  ) {
    fault = nil
    self.position = position
    self.chosen = call
    self.meanwhile = meanwhile
  }

  /// The calls in their order, also those that failed. Those of a dead process are left out: it did
  /// not make them.
  package var calls: [Record] {
    state.withLock { $0.calls }
  }

  /// Whether the chosen call came. A loop over positions ends when it did not.
  package var hasFired: Bool {
    state.withLock { $0.hasFired }
  }

  /// Whether the process has died.
  package var isDead: Bool {
    state.withLock { $0.isDead }
  }

  /// Writes the call down and tells what it shall do.
  func next(_ call: SystemCalls.Call, path: String, count: Int) -> Outcome {
    let (outcome, isChosen) = decide(call, path, count)
    // Outside of the lock: what happens meanwhile may make calls of its own.
    if isChosen { meanwhile?() }
    return outcome
  }

  private func decide(
    _ call: SystemCalls.Call, _ path: String, _ count: Int
  ) -> (Outcome, isChosen: Bool) {
    state.withLock { state in
      if state.isDead { return (.fail(Self.deathCode), false) }
      state.calls.append(Record(call, path))
      let isTransfer = call == .read || call == .pread || call == .write
      if isTransfer, let code = state.nextTransferFails {
        state.nextTransferFails = nil
        return (.fail(code), false)
      }
      guard chosen == nil || chosen == call else { return (.proceed(count: count), false) }
      state.matching += 1
      guard state.matching == position else { return (.proceed(count: count), false) }
      state.hasFired = true
      guard let fault else { return (.proceed(count: count), true) }
      return (Self.carryOut(fault, call, count, isTransfer, &state), true)
    }
  }

  private static func carryOut(
    _ fault: Fault, _ call: SystemCalls.Call, _ count: Int, _ isTransfer: Bool,
    _ state: inout State
  ) -> Outcome {
    switch fault {
    case .fail(let code):
      return .fail(code)
    case .short(then: nil):
      return .proceed(count: isTransfer ? max(min(count, 1), count / 2) : count)
    case .short(then: let code?):
      guard isTransfer else { return .proceed(count: count) }
      // Half of one byte is none, and a write of none would say nothing of a full disk.
      guard count > 1 else { return .fail(code) }
      state.nextTransferFails = code
      return .proceed(count: count / 2)
    case .noProgress:
      return .proceed(count: call == .write ? 0 : count)
    case .die:
      state.isDead = true
      return .fail(deathCode)
    case .dieHalfway:
      state.isDead = true
      guard call == .write else { return .fail(deathCode) }
      return .transferThenFail(count: count / 2, deathCode)
    }
  }
}
