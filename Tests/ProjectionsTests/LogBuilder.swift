// Small logs written in code. A line knows nothing of the rules here: the projections must read what
// any log may hold.

import Domain

struct LogBuilder {
  private(set) var log: [Recorded] = []
  /// The moment of the next line; a minute passes with each.
  var clock = Instant(seconds: 1_709_658_240)  // 2024-03-05T17:04:00Z
  /// Who records.
  var author = PersonID(seq: 2)

  /// Opens the ledger and registers p2, who records.
  init(name: String = "Bergheim frivilligsentral", reconstruction: Bool = false) {
    add(
      .ledgerOpened(
        LedgerOpened(origin: "bergheim-1", name: name, reconstruction: reconstruction)))
    add(.personRegistered(PersonRegistered(role: .coordinator)))
  }

  @discardableResult
  mutating func add(_ event: Event) -> Int {
    let seq = log.count + 1
    guard let command = CommandID("c\(seq)") else { preconditionFailure("a valid id") }
    log.append(
      Recorded(seq: seq, at: clock, by: author, command: command, left: 0, event: event))
    clock = clock.adding(seconds: 60)
    return seq
  }

  mutating func person(_ role: Role = .volunteer) -> PersonID {
    PersonID(seq: add(.personRegistered(PersonRegistered(role: role))))
  }

  mutating func persons(_ count: Int) -> [PersonID] { (0..<count).map { _ in person() } }

  @discardableResult
  mutating func activity(
    _ code: String, _ name: String? = nil, group: String? = nil, sector: String? = nil,
    counted: Bool = true, changed: Bool = false
  ) -> ActivityCode {
    let details = ActivityDetails(
      code: activityCode(code), name: name ?? code, group: group, sector: sector,
      counted: counted)
    add(changed ? .activityChanged(details) : .activityAdded(details))
    return details.code
  }

  @discardableResult
  mutating func hours(
    _ code: String, _ who: HourEntry.Who, _ minutes: Int, on period: String = "2024-03-05",
    known: HourEntry.Known = .recorded
  ) -> EntryID {
    EntryID(
      seq: add(
        .hoursLogged(entry(code, who, minutes, on: period, known: known))))
  }

  @discardableResult
  mutating func undo(_ lines: Int...) -> Int {
    add(.undone(ranges: LineRanges(lines), reason: nil))
  }
}

func entry(
  _ code: String, _ who: HourEntry.Who, _ minutes: Int, on text: String = "2024-03-05",
  known: HourEntry.Known = .recorded, voucher: String? = nil
) -> HourEntry {
  HourEntry(
    activity: activityCode(code), on: period(text), who: who, minutes: minutes, known: known,
    voucher: voucher)
}

func activityCode(_ text: String) -> ActivityCode {
  guard let code = ActivityCode(text) else { preconditionFailure("no code: \(text)") }
  return code
}

func period(_ text: String) -> Period {
  guard let period = Period(text: text) else { preconditionFailure("no period: \(text)") }
  return period
}

func day(_ text: String) -> Day {
  guard let day = Day(text: text) else { preconditionFailure("no day: \(text)") }
  return day
}

// MARK: - Grants

extension LogBuilder {
  /// Adds a grant over 2024.
  @discardableResult
  mutating func grant(_ change: (inout GrantDetails) -> Void = { _ in }) -> GrantID {
    var details = GrantDetails(
      funder: "Direktoratet", scheme: "Inkludering", from: day("2024-01-01"), to: day("2024-12-31"))
    change(&details)
    return GrantID(seq: add(.grantAdded(details)))
  }

  @discardableResult
  mutating func note(_ grant: GrantID, _ fact: GrantFact) -> Int { add(.grantNoted(grant, fact)) }

  mutating func include(_ grant: GrantID, _ code: String, kind: String? = nil) {
    note(grant, .included(activityCode(code), kind: kind))
  }

  mutating func book(
    _ grant: GrantID, _ book: GrantAmount.Book, _ flow: GrantAmount.Flow, _ post: String,
    _ amount: Int, from funding: GrantAmount.Funding? = nil
  ) {
    note(
      grant,
      .booked(
        GrantAmount(
          book, flow, post: post, amount: amount, funding: funding,
          on: book == .accounts ? day("2024-03-01") : nil)))
  }

  /// Records hours, approves them and claims some of them.
  @discardableResult
  mutating func claimed(
    _ code: String, _ who: HourEntry.Who, _ minutes: Int, of grant: GrantID, claim: Int? = nil,
    on period: String = "2024-03-05", known: HourEntry.Known = .recorded
  ) -> EntryID {
    let id = hours(code, who, minutes, on: period, known: known)
    add(.hoursApproved(id))
    self.claim(id, on: grant, claim ?? minutes)
    return id
  }

  @discardableResult
  mutating func claim(_ entry: EntryID, on grant: GrantID, _ minutes: Int) -> ClaimID {
    ClaimID(seq: add(.hoursClaimed(entry, grant: grant, minutes: minutes)))
  }

  @discardableResult
  mutating func count(
    _ code: String, _ count: Int, _ measure: ParticipantCount.Measure = .attendances,
    age: String? = nil, on text: String = "2024-03-05", known: HourEntry.Known = .recorded
  ) -> ParticipantsID {
    ParticipantsID(
      seq: add(
        .participantsAdded(
          ParticipantCount(
            activity: activityCode(code), on: period(text), measure: measure,
            age: age.flatMap { AgeBand(text: $0) }, count: count, known: known))))
  }
}

extension LogBuilder {
  /// Records that a report on all lines so far was given away.
  @discardableResult
  mutating func send(_ scope: SentReport.Scope, size: Int? = nil) -> SentID {
    SentID(
      seq: add(
        .reportSent(
          SentReport(
            scope, to: "Direktoratet", on: day("2024-03-05"), size: size ?? log.count, digest: "d",
            grants: "g", form: .html, file: "f"))))
  }

  /// What is said of the report that was sent at a line.
  func sent(_ id: SentID) -> SentReport {
    guard case .reportSent(let sent) = log[id.seq - 1].event else {
      preconditionFailure("no report: \(id.text)")
    }
    return sent
  }
}

func band(_ text: String) -> AgeBand {
  guard let band = AgeBand(text: text) else { preconditionFailure("no ages: \(text)") }
  return band
}
