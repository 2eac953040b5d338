// Many persons at once: the register is saved before the log names them, and what an interrupted
// command left there is known again.
//
// 1. A profile beyond the log is what a command left that was interrupted between register and log: the
//    one of the next line, or those whose lines register/unfinished names. It gives way.
// 2. Any other profile beyond the log means that the log was cut, and then nobody may take its place.

import Domain
import EventStore
import Files
import Register

/// A person that comes with a file.
struct NewPerson: Hashable {
  var id: PersonID
  let name: String
  var role = Role.volunteer
  var birthYear: Int?
}

extension OpenLedger {
  /// Saves who several persons are, before the log names their ids, and returns the register with them.
  /// Names that an interrupted command left behind are erased.
  func save(_ profiles: [PersonProfile]) throws -> Register {
    guard let first = profiles.map(\.id.seq).min(), let last = profiles.map(\.id.seq).max() else {
      return register
    }
    do throws(RegisterError) {
      let unfinished = try RegisterError.told { () throws(FilesError) in try unfinishedLines() }
      let beyond = register.profiles.map(\.id).filter { $0.seq > log.count }
      if let foreign = beyond.last(where: {
        $0.seq > log.count + 1 && unfinished?.contains($0.seq) != true
      }) {
        throw .idTaken(foreign)
      }
      var after = Register(register.profiles.filter { $0.id.seq <= log.count })
      for profile in profiles {
        after = try after.adding(profile, isInLog: state.persons[profile.id] != nil)
      }
      try RegisterError.told { () throws(FilesError) in
        if last > log.count + 1 {
          try noteUnfinished(first...last)
        } else if unfinished != nil {
          try? calls.unlink(unfinishedPath)
        }
      }
      try after.save(folder: folder.register, calls: calls)
      return after
    } catch {
      throw Failure(error)
    }
  }

  private var unfinishedPath: String { Path.join(folder.register, "unfinished") }

  /// The lines that an earlier command was about to write when it saved the register.
  private func unfinishedLines() throws(FilesError) -> ClosedRange<Int>? {
    guard try Folder.kind(atPath: unfinishedPath, system: calls) != nil else { return nil }
    let bytes = try File.open(unfinishedPath, .read, system: calls).readAll()
    let ends = String(decoding: bytes, as: UTF8.self).split { $0 == "-" || $0.isNewline }
    guard ends.count == 2, let first = LineNumber.parse(ends[0]),
      let last = LineNumber.parse(ends[1]), first <= last
    else { return nil }
    return first...last
  }

  private func noteUnfinished(_ lines: ClosedRange<Int>) throws(FilesError) {
    let place = Folder(folder.register, system: calls)
    if try !place.exists() { try place.create(permissions: 0o700) }
    try AtomicReplace.write(
      Array("\(lines.lowerBound)-\(lines.upperBound)\n".utf8), to: unfinishedPath,
      permissions: 0o600, system: calls)
  }
}

extension RegisterError {
  /// Runs calls on files and tells their failures as failures of the register.
  fileprivate static func told<Result>(
    _ body: () throws(FilesError) -> Result
  ) throws(RegisterError) -> Result {
    do {
      return try body()
    } catch {
      throw .files(error)
    }
  }
}
