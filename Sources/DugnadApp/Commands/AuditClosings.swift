// audit: every closing and every sent report computed again from the lines above it.

import Domain
import EventStore
import Evidence

extension AuditCommand {
  /// Every closing and sent report computed again from the lines above it, as far as these are in
  /// order; and how many of each.
  static func closingFindings(
    _ log: LoadedLog?, _ result: Verification
  ) -> (closings: Int, sent: Int, findings: [Finding]) {
    guard let log else { return (0, 0, []) }
    var places: [Int: Place] = [:]
    var lines: [Int: Int] = [:]
    for recorded in log.records {
      let year = recorded.at.utcDay.year
      lines[year, default: 0] += 1
      guard recorded.event.hasComputedFigures, let line = lines[year] else { continue }
      places[recorded.seq] = Place(segment: Segment(year: year), line: line)
    }
    let hashed = HashedLog(records: log.records, hashes: log.hashes)
    let findings = [hashed.computedFault].compactMap { fault -> Finding? in
      guard let fault, let place = places[fault.line] else { return nil }
      let (id, facts): (FindingID, Finding.Facts) =
        switch fault {
        case .closingDiffers(let year, let keys, _):
          (.closingDiffers, .closing(year: year, keys: keys))
        case .sentDiffers(let keys, _): (.sentDiffers, .sent(keys: keys))
        case .unknownFigureSet(let set, _):
          (.typeUnknown, .type("statistics:\(set)", version: set))
        }
      return Finding(id, file: place.segment.path, line: place.line, facts: facts)
    }
    let closings = log.records.count { if case .yearClosed = $0.event { true } else { false } }
    return (closings, places.count - closings, findings)
  }
}
