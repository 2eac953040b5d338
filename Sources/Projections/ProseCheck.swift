// The numbers of a text held against the figures of a ledger. What is not understood with certainty may
// agree, and never contradicts: a false alarm costs more than a number that is left to the reader.

import Domain

/// A number in a text, and what the ledger says of it.
package struct ProseFinding: Hashable, Sendable {
  package let place: ProsePlace
  /// As it is written.
  package let number: String
  /// The few words around it.
  package let quote: String
  package let verdict: ProseVerdict
}

/// What the ledger says of a number.
package enum ProseVerdict: Hashable, Sendable {
  /// The figure, with what a reader may stumble over.
  case agrees(ProseFigure, note: ProseReason?)
  case contradicts(ProseFigure, [ProseReason])
  /// Another year than the one asked for, or one without hours in the ledger.
  case otherYear(Int, hasHours: Bool)
  /// A name that is in no activity, group or sector.
  case unknownName(String)
  case notUnderstood(ProseDoubt)
  case left(ProseNumber.Left)
}

/// A figure of the ledger that a number is held against.
package struct ProseFigure: Hashable, Sendable {
  package let year: Int
  package let scope: FigureScope
  package let measure: ProseMeasure
  package let value: FigureValue

  /// How to ask further; nil where the figure has no address.
  package var address: FigureAddress? {
    let asked: FigureMeasure? =
      switch measure {
      case .volunteers, .distinct, .repeats: .distinct
      case .participations: .participations
      case .headcount: .headcount
      case .hours: .hours
      case .entries: .entries
      case .fte: scope == .year ? .fte : nil
      case .activities, .divisor, .sumOfGroups: nil
      }
    return asked.map { FigureAddress(year: year, scope: scope, measure: $0) }
  }
}

/// Why a number is another one, as far as the ledger or the text can say.
package enum ProseReason: Hashable, Sendable {
  /// It is another figure of the ledger.
  case isFigure(ProseFigure)
  /// Volunteers counted once per activity, so many of them again.
  case countedPerActivity(repeats: Int)
  /// What stands outside the sum is in it.
  case includesOutside(names: [String], value: FigureValue)
  /// The figure stands outside the sum of the year.
  case standsOutside
  /// The hours are exactly so many for each of the number, and not for each of the figure.
  case hoursDivide(minutes: Int, by: Int, each: Int)
  /// The numbers above it add up to this; the figure counts everyone once.
  case columnAdds(Int, repeats: Int)
  /// The numbers above it add up to something else, in hundredths.
  case columnDiffers(Int)
  /// Cut off instead of rounded.
  case cutOff
  /// Two digits changed places.
  case swapped
  /// The text itself says otherwise.
  case elsewhere(ProsePlace, String)
}

/// Checks a text against the figures of some years.
package struct ProseCheck {
  /// Every number, in the order of the text.
  package let findings: [ProseFinding]
  /// The year that numbers without one are of.
  package let year: Int

  /// - Parameters:
  ///   - years: the figures of every year with hours, and of `year`.
  ///   - asked: the year asked for; other years are then left out. Nil: the year that the text names
  ///     first among those with hours, else the newest.
  ///   - key: makes a word comparable: small letters, no accents but those of æ, ø and å.
  package init(
    _ text: String, years: [YearFigures], asked: Int?, key: @escaping (String) -> String
  ) {
    var byYear: [Int: YearFigures] = [:]
    for figures in years { byYear[figures.year] = figures }
    // Newest first: its names are the likeliest.
    let ordered = byYear.values.sorted { $0.year > $1.year }
    let reading = ProseReader(text, names: ProseNames(ordered, key: key), key: key).reading
    let withHours = Set(
      ordered.filter { $0.totals.entries + $0.outsideTotals.entries > 0 }.map(\.year))
    let year =
      asked ?? reading.years.first { withHours.contains($0.year) }?.year ?? withHours.max()
      ?? ordered.first?.year ?? 0
    self.year = year
    let judge = ProseJudge(years: byYear, withHours: withHours, year: year, isAsked: asked != nil)
    var findings: [ProseFinding] = []
    var told: [ProseFigure: [(ProsePlace, String, HundredthsOf)]] = [:]
    for claim in reading.claims {
      let verdict = judge.verdict(claim)
      if let figure = verdict.figure {
        told[figure, default: []].append((claim.place, claim.number.text, claim.amount.hundredths))
      }
      findings.append(
        ProseFinding(
          place: claim.place, number: claim.number.text, quote: claim.quote, verdict: verdict))
    }
    findings = findings.map { finding in
      guard case .contradicts(let figure, var reasons) = finding.verdict,
        let own = told[figure]?.first(where: { $0.0 == finding.place }),
        let other = told[figure]?.first(where: { $0.2 != own.2 })
      else { return finding }
      reasons.append(.elsewhere(other.0, other.1))
      return ProseFinding(
        place: finding.place, number: finding.number, quote: finding.quote,
        verdict: .contradicts(figure, reasons))
    }
    for year in reading.years where year.year < self.year && !withHours.contains(year.year) {
      findings.append(
        ProseFinding(
          place: year.place, number: String(year.year), quote: year.quote,
          verdict: .otherYear(year.year, hasHours: false)))
    }
    for left in reading.left {
      findings.append(
        ProseFinding(
          place: left.place, number: left.text, quote: left.quote, verdict: .left(left.kind)))
    }
    self.findings = findings.sorted { $0.place < $1.place }
  }

  private typealias HundredthsOf = Int

  package var contradictions: [ProseFinding] {
    findings.filter { if case .contradicts = $0.verdict { true } else { false } }
  }
}

extension ProseVerdict {
  /// The figure that the number was held against.
  package var figure: ProseFigure? {
    switch self {
    case .agrees(let figure, _), .contradicts(let figure, _): figure
    case .otherYear, .unknownName, .notUnderstood, .left: nil
    }
  }
}
