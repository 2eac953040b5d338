// A grant as it was when a report of it was sent: the same for whoever makes a bundle, from a whole log,
// and for whoever checks it, from the lines of the bundle alone.

package import Domain
import Integrity
import Projections
import Reports
import Wording

/// A grant at the lines that a report of it was made from.
package struct SentGrant: Sendable {
  package let sent: Sent
  /// What stood at the end of those lines, as far as they are known.
  let state: State
  let figures: GrantFigures

  /// From a whole log.
  ///
  /// Returns nil for the report of a year, and where no such grant stood at the lines it names.
  package init?(_ sent: Sent, in log: [Recorded]) {
    let size = sent.content.size
    guard size >= 1, size < sent.id.seq, size <= log.count else { return nil }
    self.init(sent, Ledger(log.prefix(size)).state)
  }

  /// From the lines of a bundle, which may have any numbers.
  init?(_ sent: Sent, disclosed lines: [Recorded]) {
    var state = State()
    for line in lines { state.evolve(line) }
    self.init(sent, state)
  }

  private init?(_ sent: Sent, _ state: State) {
    guard case .grant(let id) = sent.content.scope,
      let figures = GrantFigures(of: id, in: state)
    else { return nil }
    self.sent = sent
    self.state = state
    self.figures = figures
  }

  package var id: GrantID { figures.id }

  /// The activities that the figure set has a line of.
  var activities: Set<ActivityCode> { Set(figures.activities.map(\.code)) }

  /// The data of the grant's leaf in the tree of grants.
  var leaf: String? {
    GrantLeaves.all(in: state).first { $0.grant == id }?.text { GrantTree.root(of: $0).hex }
  }

  /// SHA-256 of the figure set of the version that the report names; nil for an unknown one.
  var digest: String? {
    GrantFigureSet.text(of: figures, version: sent.content.figureSet).map {
      SHA256.hash(Array($0.utf8)).hex
    }
  }

  /// The report in all its forms, as if made by who sent it at that moment, and without a name.
  ///
  /// What it says beside the figures (the centre, rates, closings) is of the whole ledger at those lines,
  /// as in the report that was sent; what has changed since an earlier one is left out, for it tells of
  /// hours that are not of the grant any more.
  ///
  /// - Parameter hash: of the last of the lines.
  func reports(_ language: Language, hash: Digest) -> [ZipFile.Member] {
    GrantReport(
      figures, in: state,
      making: GrantReport.Making(by: sent.by, at: sent.at, digest: sent.content.digest),
      basis: ReportBasis(
        opening: state.opening, through: sent.content.size, hash: hash.hex), language
    ).report.forms
  }
}

extension GrantFigures {
  /// Every figure of the grant in all and of its activities.
  var claims: [ClaimedFigure] {
    let codes = Set(activities.map(\.code))
    return claims { $0.activity.map(codes.contains) ?? true }
  }

  /// What a report prints and a bundle does not claim: participants in other activities.
  var claimsOfTheRest: [ClaimedFigure] {
    let codes = Set(activities.map(\.code))
    return claims { $0.activity.map { !codes.contains($0) } ?? false }
  }

  private func claims(where isWanted: (GrantAddress) -> Bool) -> [ClaimedFigure] {
    addresses.filter(isWanted).compactMap { address in
      switch value(at: address) {
      case .count(let number), .minutes(let number): ClaimedFigure(address.text, number)
      case .fullTime, nil: nil
      }
    }
  }
}

extension Report {
  /// The forms that a bundle has of a report.
  var forms: [ZipFile.Member] {
    [
      ("rapport.txt", table()), ("rapport.md", markdown()), ("rapport.csv", csv()),
      ("rapport.json", json()),
    ].map { ZipFile.Member($0.0, Array($0.1.utf8)) }
  }
}
