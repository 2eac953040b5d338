// What the ledger has from each source: the entries that its standing imports brought, as the last import
// wrote them and as they are now.

import Domain
import Import

extension OpenLedger {
  /// Returns the known rows of every source with hours.
  ///
  /// An entry that an import took back, since its row had gone, is no known row; one that a person took
  /// back is one without content, and is not imported again.
  func knownRows() -> [String: [KnownRow]] {
    var sources: [Int: String] = [:]
    for (source, imports) in state.sources {
      for made in imports {
        for line in ledger.rows(ofImportAt: made.id.seq) { sources[line] = source }
      }
    }
    if sources.isEmpty { return [:] }
    var imported: [Int: HourEntry] = [:]
    var takenByImport: Set<Int> = []
    for recorded in log {
      switch recorded.event {
      case .hoursLogged(let content), .lateLogged(let content):
        if sources[recorded.seq] != nil { imported[recorded.seq] = content }
      case .hoursCorrected(let entry, let content, _), .lateCorrected(let entry, let content, _):
        if let source = sources[entry.seq], ledger.history.stands(recorded.seq),
          importSource(of: recorded.seq) == source
        {
          imported[entry.seq] = content
        }
      case .undone(let ranges, _) where importSource(of: recorded.seq) != nil:
        takenByImport.formUnion(ranges.lines.filter { sources[$0] != nil })
      case .redone(let undo):
        if case .undone(let ranges, _)? = ledger.history[undo]?.event {
          takenByImport.subtract(ranges.lines)
        }
      default: break
      }
    }
    var known: [String: [KnownRow]] = [:]
    for (line, source) in sources where !takenByImport.contains(line) {
      guard let content = imported[line] else { continue }
      let entry = EntryID(seq: line)
      known[source, default: []].append(
        KnownRow(entry: entry, imported: content, now: state.entries[entry]?.content))
    }
    return known.mapValues { $0.sorted { $0.entry < $1.entry } }
  }

  /// The source of the import whose transaction a line is in, if it is in one.
  private func importSource(of line: Int) -> String? {
    guard let first = ledger.history.transaction(of: line)?.lines.lowerBound,
      case .importMade(let made)? = ledger.history[first]?.event
    else { return nil }
    return made.source
  }
}
