// Every closing that a log holds. The state knows only the years that are closed now; what a board
// or an annual meeting once had before it is found here.

package import Domain

/// The closings of a ledger, in order, also those that were reopened since.
package struct Closings: Projection {
  /// By line, each with its approval, if it got one.
  package private(set) var all: [ClosedYear] = []
  /// Closings, approvals and reopenings alone, by the domain's own rules.
  private var state = State()

  package init() {}

  package mutating func apply(_ recorded: Recorded, standing: Standing) {
    guard standing.stands(recorded.seq) else { return }
    switch recorded.event {
    case .yearClosed(let closing):
      state.evolve(recorded)
      if let closed = state.closings[closing.year] { all.append(closed) }
    case .yearApproved(let year, _, _, _):
      state.evolve(recorded)
      if let closed = state.closings[year],
        let place = all.lastIndex(where: { $0.seq == closed.seq })
      {
        all[place] = closed
      }
    case .yearReopened:
      state.evolve(recorded)
    default: break
    }
  }

  /// The closing that holds for a year now; nil if the year is open.
  package func latest(of year: Int) -> ClosedYear? { state.closings[year] }

  /// The closings of a year that hold no more, oldest first.
  package func earlier(of year: Int) -> [ClosedYear] {
    let now = latest(of: year)?.seq
    return all.filter { $0.content.year == year && $0.seq != now }
  }
}

extension ClosedYear: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(seq)
    hasher.combine(content)
  }
}
