// audit: the register against the log.

import Domain
import EventStore
import Files
import Integrity
import Register

extension AuditCommand {
  /// How many persons were held against the log (nil: no register here), and what was found.
  struct RegisterState {
    var checked: Int?
    /// Profiles of a command that was interrupted before the log; the next one to save erases them.
    var unfinished = 0
    var findings: [Finding] = []
  }

  static func registerState(
    _ folder: LedgerFolder, _ log: LoadedLog?, _ result: Verification, _ context: Context
  ) -> RegisterState {
    var state = personsState(folder, log, result, context)
    state.findings += noteFindings(folder, result.linesAreSound ? log : nil, context)
    return state
  }

  /// The words beside the log: readable, and there for each line that is committed to some.
  private static func noteFindings(
    _ folder: LedgerFolder, _ log: LoadedLog?, _ context: Context
  ) -> [Finding] {
    let file = "register/notes.json"
    let calls = context.world.calls
    // A register that is not here is not checked.
    guard (try? Folder(folder.register, system: calls).exists()) != false else { return [] }
    let notes: NoteBook
    do throws(RegisterError) {
      notes = try NoteBook.load(folder: folder.register, calls: calls)
    } catch {
      return [Finding(.registerUnreadable, file: file, facts: .none)]
    }
    return (log?.records ?? []).compactMap { recorded in
      guard case .yearReopened(let year, _, let note?) = recorded.event,
        notes.text(of: note) == nil
      else { return nil }
      return Finding(.registerLacks, file: file, facts: .year(year))
    }
  }

  private static func personsState(
    _ folder: LedgerFolder, _ log: LoadedLog?, _ result: Verification, _ context: Context
  ) -> RegisterState {
    let file = "register/persons.json"
    let found: Register
    do throws(RegisterError) {
      guard let read = try Register.load(folder: folder.register, calls: context.world.calls)
      else { return RegisterState() }
      found = read
    } catch {
      return RegisterState(findings: [Finding(.registerUnreadable, file: file, facts: .none)])
    }
    guard result.linesAreSound, let log else { return RegisterState() }
    var checked = 0
    var differing: [PersonID] = []
    var lacking: [PersonID] = []
    for person in Ledger(log.records).state.persons.values.sorted(by: { $0.id < $1.id }) {
      guard let commitment = person.commitment else { continue }
      guard let profile = found.profile(of: person.id) else {
        lacking.append(person.id)
        continue
      }
      checked += 1
      if profile.commitment.hex != commitment || !profile.isNamedAsCommitted {
        differing.append(person.id)
      }
    }
    // What an interrupted command noted it would write is no fault; without a note it may leave a
    // profile for the next line, never for one after it.
    let noted = try? Unfinished.load(
      folder: folder.register, hashes: log.hashes, calls: context.world.calls)
    let lineless = found.profiles.map(\.id).filter { !isRegistered($0, in: log.records) }
    let foreign = lineless.filter { noted?.leaves($0, in: log.records) != true }
    let beyond = foreign.filter { $0.seq > log.records.count + 1 }
    differing += foreign.filter { $0.seq <= log.records.count }
    differing.sort()
    let lists: [(FindingID, [PersonID])] = [
      (.registerDiffers, differing), (.registerBeyondLog, beyond), (.registerLacks, lacking),
    ]
    return RegisterState(
      checked: checked, unfinished: lineless.count - foreign.count,
      findings: lists.filter { !$0.1.isEmpty }.map {
        Finding($0.0, file: file, facts: .persons($0.1))
      })
  }
}
