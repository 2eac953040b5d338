// One understood number against the figures: does it agree with any reading, and if not, is the reading
// sure enough to say that it is wrong?

import Domain

/// Judges numbers.
struct ProseJudge {
  let years: [Int: YearFigures]
  let withHours: Set<Int>
  /// The year of numbers that say none.
  let year: Int
  /// Whether only that year was asked for.
  let isAsked: Bool

  func verdict(_ claim: ProseClaim) -> ProseVerdict {
    guard let measure = claim.measure else {
      return claim.unknownName.map { .unknownName($0) } ?? .notUnderstood(claim.doubt ?? .noNoun)
    }
    let year = claim.year ?? year
    if isAsked && year != self.year || !withHours.contains(year) && year != self.year {
      return .otherYear(year, hasHours: withHours.contains(year))
    }
    guard let figures = years[year] else { return .otherYear(year, hasHours: false) }
    if claim.scopes.isEmpty {
      return claim.unknownName.map { .unknownName($0) } ?? .notUnderstood(claim.doubt ?? .noSubject)
    }
    let known = claim.scopes.flatMap { accepted(measure, $0, figures) }
    for figure in known where claim.amount.agrees(figure.value) {
      return .agrees(figure, note: note(claim, figure, figures))
    }
    if claim.doubt == .approximate || claim.certainty == .loose {
      // A figure of the group where the activity was meant, or of an activity where its group was.
      for figure in claim.scopes.flatMap({ related($0, figures) })
        .flatMap({ accepted(measure, $0, figures) }) where claim.amount.agrees(figure.value)
      {
        return .agrees(figure, note: nil)
      }
      return claim.unknownName.map { .unknownName($0) } ?? .notUnderstood(claim.doubt ?? .noSubject)
    }
    guard let figure = known.first else { return .notUnderstood(.beside) }
    if claim.isSum, claim.columnSum == claim.amount.hundredths, claim.amount.whole != nil,
      known.allSatisfy({ !explains(claim, $0, figures) })
    {
      // The sum of its own rows, and of no more.
      return .notUnderstood(.noSubject)
    }
    let reasons = reasons(claim, figure, figures)
    let isStrong = reasons.contains { $0.isStrong }
    switch claim.certainty {
    case .firm: break
    case .near:
      guard isStrong || isNear(claim.amount, figure.value) else {
        return .notUnderstood(claim.doubt ?? .noSubject)
      }
    case .explained, .loose:
      guard isStrong, claim.amount.hundredths >= 2_000 else {
        return claim.unknownName.map { .unknownName($0) }
          ?? .notUnderstood(claim.doubt ?? .noSubject)
      }
    }
    // The activities of a group that was named by half its name, or the group of an activity.
    let isPartly = claim.scopes.count > 1 || claim.certainty != .firm
    if isPartly || measure == .hours {
      for other in claim.scopes.flatMap({ related($0, figures) }) where !claim.isSum {
        for near in accepted(measure, other, figures) where claim.amount.agrees(near.value) {
          return .contradicts(figure, [.isFigure(near)] + reasons)
        }
      }
    }
    return .contradicts(figure, reasons)
  }

  private func explains(_ claim: ProseClaim, _ figure: ProseFigure, _ figures: YearFigures) -> Bool
  {
    reasons(claim, figure, figures).contains { $0.isStrong }
  }

  /// Within a fourth of the figure.
  private func isNear(_ amount: ProseAmount, _ value: FigureValue) -> Bool {
    let (figure, own) = (value.hundredths, amount.hundredths)
    return own * 5 >= figure * 4 && own * 4 <= figure * 5
  }

  // MARK: What a number may be

  /// The figures that a number may be, likeliest first.
  private func accepted(
    _ measure: ProseMeasure, _ scope: FigureScope, _ figures: YearFigures
  ) -> [ProseFigure] {
    guard let own = try? figures.figures(of: scope) else { return [] }
    func figure(_ measure: ProseMeasure, _ value: FigureValue) -> ProseFigure {
      ProseFigure(year: figures.year, scope: scope, measure: measure, value: value)
    }
    switch measure {
    case .volunteers, .distinct:
      let distinct = figure(.distinct, .count(own.distinct))
      guard own.headcount > 0 else { return [distinct] }
      let unnamed = figure(.headcount, .count(own.headcount))
      if own.distinct == 0 { return [unnamed] }
      var both = own.distinct
      both.addClamped(own.headcount)
      return measure == .distinct
        ? [distinct] : [distinct, unnamed, figure(.volunteers, .count(both))]
    case .participations: return [figure(measure, .count(own.participations))]
    case .headcount: return [figure(measure, .count(own.headcount))]
    case .hours: return [figure(measure, .minutes(own.minutes))]
    case .entries: return [figure(measure, .count(own.entries))]
    case .fte:
      return [figure(measure, .fullTime(minutes: own.minutes, divisor: figures.settings.divisor))]
    case .activities:
      let counted = figures.activities(in: scope).count
      let all = scope == .year ? counted + figures.outside.count : counted
      return [figure(measure, .count(counted))]
        + (all == counted ? [] : [figure(measure, .count(all))])
    case .divisor: return [figure(measure, .minutes(figures.settings.divisor * 60))]
    case .repeats: return [figure(measure, .count(own.repeats))]
    case .sumOfGroups:
      return [figure(measure, .count(figures.groups.clampedSum { $0.figures.distinct }))]
    }
  }

  /// The group and the sector of an activity, or the activities of a group or a sector.
  private func related(_ scope: FigureScope, _ figures: YearFigures) -> [FigureScope] {
    switch scope {
    case .year: return []
    case .activity(let code):
      guard
        let details = (figures.activities + figures.outside).first(where: { $0.code == code })?
          .details
      else { return [] }
      let group = details.group.map { FigureScope.group($0) }
      let siblings = details.group.map { figures.activities(in: .group($0)) } ?? []
      return [group].compactMap { $0 } + siblings.filter { $0 != code }.map { .activity($0) }
    default: return figures.activities(in: scope).map { .activity($0) }
    }
  }

  // MARK: Why

  /// What a reader may stumble over though the number is right.
  private func note(
    _ claim: ProseClaim, _ figure: ProseFigure, _ figures: YearFigures
  ) -> ProseReason? {
    if case .activity(let code) = figure.scope, figures.outside.contains(where: { $0.code == code })
    {
      return .standsOutside
    }
    guard claim.isSum, figure.measure == .distinct, let sum = claim.columnSum, sum % 100 == 0,
      sum != claim.amount.hundredths, sum / 100 == figures.totals.participations
    else { return nil }
    return .columnAdds(sum / 100, repeats: figures.totals.repeats)
  }

  private func reasons(
    _ claim: ProseClaim, _ figure: ProseFigure, _ figures: YearFigures
  ) -> [ProseReason] {
    guard let own = try? figures.figures(of: figure.scope) else { return [] }
    let amount = claim.amount
    var reasons: [ProseReason] = []
    let outside = figures.outsideTotals
    let names = figures.outside.map(\.details.name)
    switch figure.measure {
    case .volunteers, .distinct, .headcount:
      if own.participations != own.distinct, amount.agrees(.count(own.participations)) {
        reasons.append(.countedPerActivity(repeats: own.repeats))
      }
      if figure.scope == .year, !names.isEmpty {
        let people = outside.distinct + outside.headcount
        for base in [own.participations, own.distinct] where amount.agrees(.count(base + people)) {
          reasons.append(.includesOutside(names: names, value: .count(people)))
          if base != own.distinct { reasons.append(.countedPerActivity(repeats: own.repeats)) }
          break
        }
      }
      if let people = amount.whole, people > 1, own.minutes > 0, own.distinct > 0,
        own.minutes % (people * 60) == 0, own.minutes % (own.distinct * 60) != 0
      {
        reasons.append(.hoursDivide(minutes: own.minutes, by: people, each: own.minutes / people))
      }
    case .hours:
      if figure.scope == .year, !names.isEmpty,
        amount.agrees(.minutes(own.minutes + outside.minutes))
      {
        reasons.append(.includesOutside(names: names, value: .minutes(outside.minutes)))
      }
    case .fte:
      let divisor = figures.settings.divisor
      if figure.scope == .year, !names.isEmpty,
        amount.agrees(.fullTime(minutes: own.minutes + outside.minutes, divisor: divisor))
      {
        reasons.append(.includesOutside(names: names, value: .minutes(outside.minutes)))
      }
      if !amount.isWhole, own.minutes * 10 / (60 * divisor) * 10 == amount.hundredths {
        reasons.append(.cutOff)
      }
    case .participations, .entries, .activities, .divisor, .repeats, .sumOfGroups: break
    }
    if claim.isSum, let sum = claim.columnSum, sum != amount.hundredths {
      reasons.append(.columnDiffers(sum))
    }
    if reasons.isEmpty, isSwapped(amount, figure.value) { reasons.append(.swapped) }
    return reasons
  }

  /// Whether two neighbouring digits changed places.
  private func isSwapped(_ amount: ProseAmount, _ value: FigureValue) -> Bool {
    guard amount.isWhole, value.hundredths % 100 == 0 else { return false }
    let own = Array(String(amount.hundredths / 100))
    let figure = Array(String(value.hundredths / 100))
    guard own.count == figure.count, own.count > 1 else { return false }
    let differing = own.indices.filter { own[$0] != figure[$0] }
    return differing.count == 2 && differing[1] == differing[0] + 1
      && own[differing[0]] == figure[differing[1]] && own[differing[1]] == figure[differing[0]]
  }
}

extension ProseReason {
  /// Whether the ledger knows the number, so that it is no chance.
  fileprivate var isStrong: Bool {
    switch self {
    case .isFigure, .countedPerActivity, .includesOutside, .cutOff, .swapped: true
    case .hoursDivide, .columnAdds, .columnDiffers, .elsewhere, .standsOutside: false
    }
  }
}

extension FigureValue {
  /// The value times 100, rounded to the nearest.
  package var hundredths: Int {
    switch self {
    case .count(let count): Int(clamping: Int128(count) * 100)
    case .minutes(let minutes): Int(clamping: (Int128(minutes) * 200 + 60) / 120)
    case .fullTime(let minutes, let divisor):
      Int(clamping: (Int128(minutes) * 200 + 60 * Int128(divisor)) / (120 * Int128(divisor)))
    }
  }
}

extension ProseAmount {
  /// Whether a figure would be written so in a text: also rounded to whole hours or full-time years.
  func agrees(_ value: FigureValue) -> Bool {
    if printed.matches(value) { return true }
    guard isWhole else { return false }
    switch value {
    case .count: return false
    case .minutes(let minutes):
      return abs(Int128(hundredths) * 60 - Int128(minutes) * 100) < 6_000
    case .fullTime(let minutes, let divisor):
      return (Int128(minutes) * 2 + 60 * Int128(divisor)) / (120 * Int128(divisor))
        == Int128(hundredths / 100)
    }
  }
}
