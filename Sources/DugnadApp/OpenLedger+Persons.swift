// Saving persons: the register is saved before the log names them, and what an interrupted
// command left there is known again.
//
// 1. A profile whose line is no person, and that register/unfinished names, was left by a command that
//    was interrupted between register and log. It gives way, and so does one of the next line.
// 2. Any other profile beyond the log means that the log was cut, and then nobody may take its place.
// 3. register/unfinished is never replaced or removed before the register is clean of what it names, and
//    goes once the log has the lines.

import Domain
import EventStore
import Files
import Register

extension OpenLedger {
  /// Saves who several persons are, before the log names their ids, and returns the register with them.
  /// Names that an interrupted command left behind are erased.
  func save(_ profiles: [PersonProfile]) throws -> Register {
    guard let first = profiles.map(\.id.seq).min(), let last = profiles.map(\.id.seq).max() else {
      return register
    }
    do throws(RegisterError) {
      let clean = try cleanRegister()
      if clean.profiles.count < register.profiles.count {
        try clean.save(folder: folder.register, calls: calls)
      }
      var after = clean
      for profile in profiles {
        after = try after.adding(profile, isInLog: state.persons[profile.id] != nil)
      }
      try Unfinished(first...last, after: hashes).save(folder: folder.register, calls: calls)
      try after.save(folder: folder.register, calls: calls)
      return after
    } catch {
      throw Failure(error)
    }
  }

  /// Takes the note away once the register holds nothing of it that the log lacks.
  func forgetUnfinished() {
    let noted = try? Unfinished.load(folder: folder.register, hashes: hashes, calls: calls)
    guard let noted, !register.profiles.contains(where: { noted.leaves($0.id, in: log) }) else {
      return
    }
    Unfinished.remove(folder: folder.register, calls: calls)
  }

  /// The register without what interrupted commands left there.
  private func cleanRegister() throws(RegisterError) -> Register {
    let unfinished = try Unfinished.load(folder: folder.register, hashes: hashes, calls: calls)
    let kept = register.profiles.filter {
      $0.id.seq != log.count + 1 && unfinished?.leaves($0.id, in: log) != true
    }
    if let foreign = kept.last(where: { $0.id.seq > log.count }) { throw .idTaken(foreign.id) }
    return Register(kept)
  }
}
