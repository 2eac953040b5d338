// The canonical figure set of a grant (events/README.md, section 5): every figure without a name or a
// word that people read, so that the digest on a report that was sent can be computed again for
// ever. A version that was used is never edited; what it lacks goes into a new one.

import Domain

/// The figures of a grant as the text that the digest of a sent report is over.
package enum GrantFigureSet {
  /// The version that a new report uses.
  package static let current = 1

  /// Returns the text of the figure set, or nil for a version that is not known. It is ASCII.
  package static func text(of figures: GrantFigures, version: Int = current) -> String? {
    switch version {
    case 1: grant1(figures)
    default: nil
    }
  }

  // (What is sorted here is ASCII, and so Swift's order of strings is that of their bytes.)
  private static func grant1(_ figures: GrantFigures) -> String {
    let (grant, totals) = (figures.grant, figures.totals)
    let known = totals.known
    var lines = ["grant:1", "grant \(grant.id.text)"]
    lines.append("period \(grant.details.from.text) \(grant.details.to.text)")
    lines.append("status \(grant.status.rawValue)")
    for (word, status) in [("applied", GrantStatus.applied), ("granted", .granted)] {
      if let step = grant.step(status) {
        lines.append("\(word) \(step.amount ?? 0) \(step.minutes ?? 0)")
      }
    }
    lines.append("total \(all(totals))")
    lines.append("known \(known.recorded) \(known.estimated) \(known.summary)")
    lines.append("unapproved \(figures.unapproved.entries) \(figures.unapproved.minutes)")
    lines += figures.activities.sorted { $0.code < $1.code }
      .map { "activity \($0.code.text) \(all($0.figures))" }
    lines += figures.participantsAsTold.map(participants).sorted()
    lines += grant.goals.map { goal in
      "goal \(goal.measure.rawValue) \(goal.activity?.text ?? "-") \(goal.target)"
    }.sorted()
    lines += GrantAmount.Book.allCases.flatMap { amounts($0, figures) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func all(_ figures: Figures) -> String {
    "\(figures.entries) \(figures.minutes) \(figures.distinct) \(figures.headcount)"
  }

  private static func participants(_ sum: ParticipantSum) -> String {
    let age = if case .band(let band) = sum.age { band.text } else { "-" }
    return "participants \(sum.activity.text) \(sum.measure.rawValue) \(age) \(sum.count)"
  }

  private static func amounts(_ book: GrantAmount.Book, _ figures: GrantFigures) -> [String] {
    var sums: [String: Int] = [:]
    for post in figures.posts {
      let isBooked = figures.grant.amounts.contains {
        $0.amount.book == book && $0.amount.flow == post.flow && $0.amount.funding == post.funding
      }
      guard isBooked else { continue }
      let place = "\(book.rawValue) \(post.flow.rawValue) \(post.funding?.rawValue ?? "-")"
      sums[place, default: 0].addClamped(post.amount(book))
    }
    return sums.map { "\($0.key) \($0.value)" }.sorted()
  }
}
