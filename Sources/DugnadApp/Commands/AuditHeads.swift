// audit: heads that were kept, held against the log. Those that somebody names (`--against`), and those
// in the ledger's own folder `checkpoints`: a log that contradicts what the centre itself gave away is
// not in order. (That it agrees with the own ones says little: whoever changes the log has them too.)

import Domain
import EventStore
import Files
import Integrity
import Wording

extension AuditCommand {
  /// A head, and the file or the words it was read from; nil where there is none in it.
  private typealias Held = (file: String, head: HeldHead?)

  static func headFindings(
    _ typed: [String], _ log: LoadedLog?, isWhole: Bool, _ folder: LedgerFolder, _ context: Context
  ) -> [Finding] {
    let named = typed.map { word -> Held in
      // What is no file may be typed from paper.
      let path = context.absolute(word)
      let bytes = try? File.open(path, .read, system: context.world.calls).readAll()
      return (word, HeldHead(bytes ?? Array(word.utf8)))
    }
    let told = Set(typed.map(context.absolute))
    let own: [Held]
    var faults: [Finding] = []
    do {
      let kept = try KeptHeads(folder, context.world.calls).heads
      // One that is named besides is told once.
      own = kept.filter { !told.contains(context.absolute(Path.join(folder.path, $0.file))) }.map {
        ($0.file, HeldHead(Array($0.checkpoint.text.utf8)))
      }
    } catch {
      own = []
      let place = (error as? Failure)?.place ?? KeptHeads.folder
      faults = [Finding(.headUnreadable, file: place, facts: .none)]
    }
    return judged(named, own, log, isWhole: isWhole) + faults
  }

  private static func judged(
    _ named: [Held], _ own: [Held], _ log: LoadedLog?, isWhole: Bool
  ) -> [Finding] {
    if named.isEmpty, own.isEmpty { return [] }
    guard let log, case .ledgerOpened(let opening)? = log.records.first?.event else {
      return (named + own).map { file, head in
        let id: FindingID = isWhole ? .headCut : .headRewritten
        return Finding(head == nil ? .headUnreadable : id, file: file, facts: .none)
      }
    }
    let proved = ProvedLog(origin: opening.origin, hashes: log.hashes)
    let against = HeldAgainst(log: proved, records: log.records, isWhole: isWhole)
    let files = Set(own.map(\.file))
    return against.findings(named + own).filter { finding in
      ![.headSame, .headExtends].contains(finding.id) || !files.contains(finding.file)
    }
  }
}
