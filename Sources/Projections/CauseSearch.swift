// Which lines after a closing made a year's figures what they are now. The lines above the closing
// are taken as they stood when it was made; then every line after it that stands at the end is
// taken in order, and what each changes is what it says minus what was there just before it. So the
// changes add up to the whole difference, whatever was undone in between: what does not stand was
// never there.
//
// A line above the closing can also have gone, or come back: the activities may be changed by undo
// while the year is closed, and the hours after it was reopened. Then the last undo or redo that
// covers the line is the line that changed it.

import Domain

/// The search for the causes of a restatement.
struct CauseSearch {
  private(set) var causes: [Restatement.Cause] = []
  /// The entries of the year that standing late lines after the closing are about.
  private(set) var late: Set<EntryID> = []

  private let year: Int
  /// The activities with hours in the year as closed.
  private let activities: Set<ActivityCode>
  /// Whether the divisor or the rate of the year is another now. (While the year is closed they are
  /// frozen, so an earlier year's settings change nothing.)
  private let settingsDiffer: Bool
  /// The lines of each entry that something after the closing touches.
  private var chains: [EntryID: Chain] = [:]
  /// The lines of activities and settings.
  private var frame: [(recorded: Recorded, stands: Bool)] = []
  private var state = State()

  init(
    _ closed: ClosedYear, figures: (was: YearFigures, isNow: YearFigures),
    standing: (then: Standing, now: Standing), log: some RandomAccessCollection<Recorded>
  ) {
    year = closed.content.year
    activities = Set(
      [figures.was, figures.isNow].flatMap { $0.activities + $0.outside }.map(\.code))
    settingsDiffer = figures.was.settings != figures.isNow.settings
    var fates = Fates()
    var ofYear: Set<EntryID> = []
    for recorded in log {
      fates.note(recorded)
      if let entry = recorded.entry, recorded.hourContent?.on.year == year { ofYear.insert(entry) }
    }
    // What each undo or redo has changed above the closing.
    var turned: [Int: [Recorded]] = [:]
    for recorded in log where recorded.entry.map(ofYear.contains) ?? recorded.isFrame {
      let seq = recorded.seq
      if seq >= closed.seq {
        if let entry = recorded.entry, standing.now.stands(seq) { chains[entry] = Chain() }
      } else if standing.then.stands(seq) != standing.now.stands(seq),
        let turn = fates.turns(of: seq).last
      {
        turned[turn.seq, default: []].append(recorded)
        if let entry = recorded.entry { chains[entry] = Chain() }
      }
    }
    for recorded in log {
      let seq = recorded.seq
      if seq < closed.seq {
        take(recorded, stands: standing.then.stands(seq))
      } else if let lines = turned[seq] {
        note(recorded, changing: lines) { $0.turn(lines, as: standing.now) }
      } else if standing.now.stands(seq), recorded.entry != nil || recorded.isFrame {
        note(recorded, changing: [recorded]) { $0.take(recorded, stands: true) }
        if let entry = recorded.entry, recorded.isLate, chains[entry]?.hours(in: year) != nil {
          late.insert(entry)
        }
      }
    }
  }

  /// Makes a change, and notes the line as a cause if it is about the year.
  private mutating func note(
    _ recorded: Recorded, changing lines: [Recorded], by change: (inout CauseSearch) -> Void
  ) {
    let entries = Set(lines.compactMap(\.entry))
    let codes = Set(lines.compactMap(\.activity)).intersection(activities)
    func hours() -> [EntryID: HourEntry] {
      entries.reduce(into: [:]) { $0[$1] = chains[$1]?.hours(in: year) }
    }
    func places() -> [ActivityCode: Place] {
      codes.reduce(into: [:]) { $0[$1] = state.activities[$1].map { Place($0.details) } }
    }
    let before = (hours: hours(), places: places(), settings: state.settings(of: year))
    change(&self)
    let after = (hours: hours(), places: places(), settings: state.settings(of: year))
    // A line about hours is told also when it says again what was there.
    let isOfHours =
      recorded.entry != nil
      ? !before.hours.isEmpty || !after.hours.isEmpty : before.hours != after.hours
    guard
      isOfHours || before.places != after.places
        || settingsDiffer && before.settings != after.settings
    else { return }
    func sum(_ hours: [EntryID: HourEntry]) -> Int {
      hours.values.clampedSum { $0.minutes }
    }
    causes.append(
      Restatement.Cause(recorded: recorded, minutes: sum(after.hours) - sum(before.hours)))
  }

  /// Takes in the next line, which stands or may come to stand.
  private mutating func take(_ recorded: Recorded, stands: Bool) {
    if let entry = recorded.entry {
      chains[entry]?.append(recorded, stands: stands)
    } else if recorded.isFrame {
      frame.append((recorded, stands))
      if stands { state.evolve(recorded) }
    }
  }

  /// Lets lines above the closing go or come back.
  private mutating func turn(_ lines: [Recorded], as standing: Standing) {
    for recorded in lines {
      if let entry = recorded.entry {
        chains[entry]?.turn(recorded.seq, stands: standing.stands(recorded.seq))
      } else if let place = frame.firstIndex(where: { $0.recorded.seq == recorded.seq }) {
        frame[place].stands = standing.stands(recorded.seq)
      }
    }
    guard lines.contains(where: \.isFrame) else { return }
    state = State()
    for line in frame where line.stands { state.evolve(line.recorded) }
  }
}

/// The lines that set the content of one entry, in order.
private struct Chain {
  private var lines: [(recorded: Recorded, stands: Bool)] = []

  /// Takes in the next line. What comes before the entry itself is no correction of it.
  mutating func append(_ recorded: Recorded, stands: Bool) {
    guard !lines.isEmpty || recorded.entry?.seq == recorded.seq else { return }
    lines.append((recorded, stands))
  }

  mutating func turn(_ seq: Int, stands: Bool) {
    guard let place = lines.firstIndex(where: { $0.recorded.seq == seq }) else { return }
    lines[place].stands = stands
  }

  /// The content of the entry, if it stands and is of the year.
  func hours(in year: Int) -> HourEntry? {
    guard let first = lines.first, first.stands,
      let content = lines.last(where: \.stands)?.recorded.hourContent, content.on.year == year
    else { return nil }
    return content
  }
}

/// What the figures hang on of an activity.
private struct Place: Equatable {
  let group: String?
  let sector: String?
  let counted: Bool

  init(_ details: ActivityDetails) {
    group = details.group
    sector = details.sector
    counted = details.counted
  }
}

extension Recorded {
  /// The entry whose content the line sets.
  fileprivate var entry: EntryID? {
    switch event {
    case .hoursLogged, .lateLogged: EntryID(seq: seq)
    case .hoursCorrected(let entry, _, _), .lateCorrected(let entry, _, _): entry
    default: nil
    }
  }

  fileprivate var isLate: Bool {
    switch event {
    case .lateLogged, .lateCorrected: true
    default: false
    }
  }

  /// The activity that the line sets.
  fileprivate var activity: ActivityCode? {
    switch event {
    case .activityAdded(let details), .activityChanged(let details): details.code
    default: nil
    }
  }

  /// Whether figures hang on the line, though it says no hours.
  fileprivate var isFrame: Bool {
    if case .yearSet = event { true } else { activity != nil }
  }
}
