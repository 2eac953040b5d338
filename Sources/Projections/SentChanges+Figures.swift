// Which figures of a sent report differ, and which lines besides those of hours made them so.

import Domain

extension SentChanges {
  static func figures(
    _ scope: SentReport.Scope, log: some RandomAccessCollection<Recorded>, lines: Int,
    from first: State, to last: State
  ) -> [FigureChange] {
    switch scope {
    case .year(let year):
      let was = YearStatistics(years: [year]).folded(over: log.prefix(lines)).figures(of: year)
      let isNow = YearStatistics(years: [year]).folded(over: log).figures(of: year)
      return Restatement.changes(from: was, to: isNow).map {
        FigureChange(address: $0.address.text, was: $0.was, isNow: $0.isNow)
      }
    case .grant(let grant):
      let (was, isNow) = (GrantFigures(of: grant, in: first), GrantFigures(of: grant, in: last))
      let known = isNow?.addresses ?? []
      let gone = Set(was?.addresses ?? []).subtracting(known)
      return (known + (was?.addresses ?? []).filter(gone.contains)).compactMap { address in
        let change = FigureChange(
          address: address.text, was: was?.value(at: address), isNow: isNow?.value(at: address))
        return change.isDifference ? change : nil
      }
    }
  }
}

extension FigureChange {
  fileprivate var isDifference: Bool {
    switch (was, isNow) {
    case (nil, let value?), (let value?, nil): !value.isZero
    default: was != isNow
    }
  }
}

/// The search for lines that say no hours, and that figures of a report hang on all the same.
struct SentContext {
  private let scope: SentReport.Scope
  private let first: State
  private let last: State
  /// The activities with hours in the figures, then or now.
  private let codes: Set<ActivityCode>

  init(_ scope: SentReport.Scope, from first: State, to last: State) {
    self.scope = scope
    self.first = first
    self.last = last
    codes = [first, last].reduce(into: []) { codes, state in
      switch scope {
      case .year(let year):
        let contents = state.entries.values.map(\.content).filter { $0.on.year == year }
        codes.formUnion(contents.map(\.activity))
      case .grant(let grant):
        codes.formUnion(GrantFigures(of: grant, in: state)?.activities.map(\.code) ?? [])
      }
    }
  }

  /// The standing lines after the report that are about it, and the undo and redo lines by which one
  /// of the lines before it went or came back.
  func lines(then: History, now: History) -> [Recorded] {
    let turned = Set(
      now.log.prefix(then.count).filter {
        then.stands($0.seq) != now.stands($0.seq) && isAbout($0, isNew: false)
      }.map(\.seq))
    return now.log.dropFirst(then.count).filter { recorded in
      switch recorded.event {
      case .undone(let ranges, _): covers(ranges, turned)
      case .redone(let undo):
        if case .undone(let ranges, _)? = now[undo]?.event { covers(ranges, turned) } else { false }
      default: now.stands(recorded.seq) && isAbout(recorded, isNew: true)
      }
    }
  }

  private func covers(_ ranges: LineRanges, _ lines: Set<Int>) -> Bool {
    ranges.ranges.contains { range in lines.contains { range.contains($0) } }
  }

  /// - Parameter isNew: the line came after the report. (A new activity moves no figure by itself.)
  private func isAbout(_ recorded: Recorded, isNew: Bool) -> Bool {
    switch (scope, recorded.event) {
    case (_, .activityAdded(let details)): !isNew && codes.contains(details.code)
    case (_, .activityChanged(let details)): codes.contains(details.code)
    case (.year(let year), .yearSet(let settings)): settings.year <= year
    case (.year, .centreAdded), (.year, .centreChanged), (.grant, .centreAdded),
      (.grant, .centreChanged):
      true
    case (.year(let year), .participantsAdded(let content)): content.on.year == year
    case (.year(let year), .participantsCorrected(let id, let content, _)):
      content.on.year == year || first.participants[id]?.content.on.year == year
    case (.year(let year), .grantAdded): covers(year, GrantID(seq: recorded.seq))
    case (.year(let year), .grantChanged(let id, _)), (.year(let year), .grantNoted(let id, _)):
      covers(year, id)
    // (A correction between a release and a new claim moves no claim, and is told all the same.)
    case (.grant(let grant), .hoursMarked(let entry, _)),
      (.grant(let grant), .hoursCorrected(let entry, _, _)),
      (.grant(let grant), .lateCorrected(let entry, _, _)):
      [first, last].contains { state in
        state.entries[entry]?.claims.contains { $0.grant == grant } ?? false
      }
    case (.grant, .activityMarked(let code, _)): codes.contains(code)
    case (.grant(let grant), .grantAdded): recorded.seq == grant.seq
    case (.grant(let grant), .grantChanged(let id, _)), (.grant(let grant), .grantNoted(let id, _)):
      id == grant
    case (.grant(let grant), .participantsAdded(let content)):
      counts(content, grant)
    case (.grant(let grant), .participantsCorrected(let id, let content, _)):
      counts(content, grant) || counts(first.participants[id]?.content, grant)
    default: false
    }
  }

  /// Whether a year lies in the days of a grant, then or now.
  private func covers(_ year: Int, _ grant: GrantID) -> Bool {
    [first, last].contains { state in
      guard let details = state.grants[grant]?.details else { return false }
      return details.from.year <= year && year <= details.to.year
    }
  }

  private func counts(_ content: ParticipantCount?, _ grant: GrantID) -> Bool {
    guard let content else { return false }
    return [first, last].contains { $0.grants[grant]?.counts(content) ?? false }
  }
}
