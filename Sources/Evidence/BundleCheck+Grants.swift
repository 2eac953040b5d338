// A grant: what was claimed on it at the report that was sent, all of it and nothing else.

import Domain
import Projections

extension BundleCheck {
  mutating func checkGrant(_ manifest: BundleManifest, _ zip: ZipFile) {
    guard let sent = sentReport(manifest), let id = manifest.grant else { return }
    let size = min(sent.content.size, sent.id.seq - 1)
    let above = lines.filter { $0.seq <= size }
    guard let grant = SentGrant(sent, disclosed: above) else {
      note(.incomplete, "linjer.jsonl", line: id.seq, .key("grant"))
      checkFigures(manifest, [])
      return checkTimesheet(above, zip)
    }
    noteSurplus(Belonging(grant))
    let totals = grant.figures.totals
    (entries, minutes) = (totals.entries, totals.minutes)
    checkSent(grant, manifest)
    checkFigures(manifest, grant.figures.claims)
    checkTimesheet(above, zip)
    checkReports(ReportFigures(grant.figures), zip, ours: [])
  }

  /// The report that `bevis.json` names.
  private mutating func sentReport(_ manifest: BundleManifest) -> Sent? {
    let found = lines.first { $0.seq == manifest.sent }
    guard let line = found, case .reportSent(let content) = line.event,
      content.scope == manifest.grant.map(SentReport.Scope.grant)
    else {
      note(.incomplete, "linjer.jsonl", line: manifest.sent ?? 0, .noReport)
      return nil
    }
    var state = State()
    state.evolve(line)
    sent = state.sent[SentID(seq: line.seq)]
    return sent
  }

  /// Step 4: the report was sent with what the lines give, and with the tree that the grant stands in.
  private mutating func checkSent(_ grant: SentGrant, _ manifest: BundleManifest) {
    let (said, line) = (grant.sent.content, grant.sent.id.seq)
    // One of an unknown version was named in step 2, and is not looked at further (section 5).
    guard said.figureSet == said.scope.figureSetKnown else { return }
    if said.size >= line { note(.incomplete, "linjer.jsonl", line: line, .key("size")) }
    if said.digest != grant.digest { note(.incomplete, "linjer.jsonl", line: line, .figureSet) }
    let fault = manifest.tree?.fault(of: grant.id, leaf: grant.leaf, head: said.grants)
    if let fault { note(.incomplete, BundleManifest.name, line: line, fault) }
  }
}
