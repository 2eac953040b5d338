import Domain
import Projections
import Testing

/// One minimal ledger for each kind of finding, which finds exactly it; and what lies just beside it.
@Suite struct PlausibilityTests {
  private let kari = HourEntry.Who.person(PersonID(seq: 3))

  /// A ledger with coordinator p2, volunteers p3 to p12, and the activities kafe and tur.
  private func ledger() -> LogBuilder {
    var log = LogBuilder()
    _ = log.persons(10)
    for code in ["kafe", "tur"] { log.activity(code) }
    return log
  }

  private func findings(_ log: LogBuilder) -> [PlausibilityFinding] {
    Plausibility(Ledger(log.log)).findings
  }

  private func ids(_ log: LogBuilder) -> [PlausibilityID] { findings(log).map(\.id) }

  /// The only finding of a ledger.
  private func only(
    _ log: LogBuilder, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> PlausibilityFinding {
    let findings = findings(log)
    #expect(findings.count == 1, "\(findings)", sourceLocation: sourceLocation)
    return try #require(findings.first, sourceLocation: sourceLocation)
  }

  private func work(
    _ minutes: Int, _ code: String = "kafe", _ who: HourEntry.Who? = nil,
    on period: String = "2024-03-05", at start: String? = nil, shift: ShiftID? = nil,
    known: HourEntry.Known = .recorded
  ) -> HourEntry {
    var content = entry(code, who ?? kari, minutes, on: period, known: known)
    content.start = start.map { time($0) }
    content.shift = shift
    return content
  }

  private func log(_ contents: [HourEntry]) -> (LogBuilder, [EntryID]) {
    var log = ledger()
    let entries = contents.map { EntryID(seq: log.add(.hoursLogged($0))) }
    return (log, entries)
  }

  @Test func `what is ordinary finds nothing`() {
    var (log, entries) = log([
      work(120, at: "18:00"), work(120, "tur", .unnamed(headcount: 4)),
      work(90, "tur", .person(PersonID(seq: 4))),
    ])
    log.author = PersonID(seq: 12)
    for entry in entries { log.add(.hoursApproved(entry)) }
    #expect(findings(log).isEmpty)
  }

  @Test func `names and severities are as scripts know them`() {
    #expect(
      PlausibilityID.allCases.map(\.rawValue) == [
        "overlap", "cancelled-shift", "own-approval", "claim-excluded", "long-day",
        "duplicate-looking", "no-signup", "claim-unapproved", "entered-late", "round-padding",
        "equal-block",
      ])
    // What is no id cannot be waived (`finding.waived`).
    for id in PlausibilityID.allCases {
      #expect(id.rawValue.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 })
      #expect(id.rawValue.utf8.count <= TextRule.findingBytesMax)
    }
  }

  @Test func `overlap: the same person at the same time`() throws {
    let (log, entries) = log([work(61, at: "17:00"), work(60, "tur", at: "18:00")])
    let found = try only(log)
    #expect(found.facts == .overlap && found.severity == .error)
    #expect(found.entry == entries[1] && found.others == [entries[0]])
    #expect(
      ids(self.log([work(60, at: "17:00"), work(60, "tur", at: "18:00")]).0).isEmpty)
    // One that was recorded last may be in two others at once: it is named once.
    let (three, all) = self.log([
      work(30, "tur", at: "17:00"), work(30, "tur", at: "18:00"), work(120, at: "16:45"),
    ])
    #expect(try only(three).others == [all[0], all[1]])
  }

  @Test func `long-day: over sixteen hours`() throws {
    for minutes in 955...965 {
      let (log, entries) = log([work(minutes)])
      if minutes <= 960 {
        #expect(findings(log).isEmpty, "\(minutes)")
      } else {
        let found = try only(log)
        #expect(found.facts == .longDay(minutes: minutes) && found.severity == .warning)
        #expect(found.entry == entries[0] && found.others.isEmpty)
      }
    }
  }

  @Test func `duplicate-looking: the same once more`() throws {
    let (log, entries) = log([work(75), work(75)])
    let found = try only(log)
    #expect(found.facts == .duplicateLooking && found.severity == .warning)
    #expect(found.entry == entries[1] && found.others == [entries[0]])
  }

  @Test func `no-signup: hours on a shift by somebody without a place`() throws {
    for state in ["nobody", "placed", "waiting", "withdrawn", "other", "group"] {
      var log = ledger()
      let shift = log.shift("kafe")
      switch state {
      case "placed": log.signup(shift, PersonID(seq: 3))
      case "waiting": log.signup(shift, PersonID(seq: 3), waiting: true)
      case "withdrawn": log.add(.signupWithdrawn(log.signup(shift, PersonID(seq: 3))))
      case "other": log.signup(shift, PersonID(seq: 4))
      default: break
      }
      let who: HourEntry.Who = state == "group" ? .unnamed(headcount: 3) : kari
      let entry = EntryID(seq: log.add(.hoursLogged(work(120, "kafe", who, shift: shift))))
      if ["placed", "group"].contains(state) {
        #expect(findings(log).isEmpty, "\(state)")
      } else {
        let found = try only(log)
        #expect(found.facts == .noSignup(PersonID(seq: 3), shift), "\(state)")
        #expect(found.entry == entry && found.severity == .warning)
      }
    }
  }

  @Test func `cancelled-shift: also of a group, and no sign-up is asked for then`() throws {
    for who in [kari, .unnamed(headcount: 3)] {
      var log = ledger()
      let shift = log.shift("kafe")
      let entry = EntryID(seq: log.add(.hoursLogged(work(120, "kafe", who, shift: shift))))
      log.add(.shiftCancelled(shift: shift, reason: .weather))
      let found = try only(log)
      #expect(found.facts == .cancelledShift(shift) && found.severity == .error)
      #expect(found.entry == entry)
    }
  }

  @Test func `entered-late: over thirty days from the last day of the work`() throws {
    // The work was recorded on 2024-03-05 in Oslo.
    for (first, last) in [("2024-02-04", 30), ("2024-02-03", 31), ("2024-02-02", 32)] {
      let log = log([work(60, on: first)]).0
      if last <= 30 {
        #expect(findings(log).isEmpty)
      } else {
        let found = try only(log)
        #expect(found.facts == .enteredLate(days: last) && found.severity == .info)
      }
    }
    // Of a period the last day counts, and what an older paper says is late by its nature.
    #expect(findings(log([work(60, on: "2024-01-02..2024-02-04")]).0).isEmpty)
    #expect(try only(log([work(60, on: "2024-01")]).0).facts == .enteredLate(days: 34))
    #expect(findings(log([work(60, on: "2024-01", known: .summary)]).0).isEmpty)
    #expect(ids(log([work(60, on: "2024-01", known: .estimated)]).0) == [.enteredLate])
    // The day is the day in Oslo: 23:30 UTC is the next day there.
    var late = ledger()
    late.clock = instant("2024-03-05T23:30:00Z")
    late.add(.hoursLogged(work(60, on: "2024-02-04")))
    #expect(try only(late).facts == .enteredLate(days: 31))
  }

  @Test func `own-approval: the volunteer is an error, who recorded or corrected a warning`() throws
  {
    func approved(by seq: Int, recordedBy: Int = 2, correctedBy: Int? = nil) -> LogBuilder {
      var log = ledger()
      log.author = PersonID(seq: recordedBy)
      let entry = EntryID(seq: log.add(.hoursLogged(work(60))))
      if let correctedBy {
        log.author = PersonID(seq: correctedBy)
        log.correct(entry, to: work(61))
      }
      log.author = PersonID(seq: seq)
      log.add(.hoursApproved(entry))
      return log
    }
    #expect(findings(approved(by: 12)).isEmpty)
    #expect(findings(approved(by: 12, correctedBy: 2)).isEmpty)
    for log in [approved(by: 3), approved(by: 3, recordedBy: 3)] {
      let found = try only(log)
      #expect(found.facts == .ownApproval(PersonID(seq: 3), isVolunteer: true))
      #expect(found.severity == .error)
    }
    for log in [
      approved(by: 2), approved(by: 2, correctedBy: 12),
      approved(by: 2, recordedBy: 12, correctedBy: 2),
    ] {
      let found = try only(log)
      #expect(found.facts == .ownApproval(PersonID(seq: 2), isVolunteer: false))
      #expect(found.severity == .warning)
    }
    var revoked = approved(by: 3)
    revoked.add(.hoursUnapproved(EntryID(seq: 15)))
    #expect(findings(revoked).isEmpty)
  }

  @Test func `round-padding: from twenty entries, nineteen in twenty of whole hours`() throws {
    func made(_ entries: Int, odd: Int, _ change: (inout HourEntry, Int) -> Void = { _, _ in })
      -> LogBuilder
    {
      var log = ledger()
      for index in 0..<entries {
        let date = day("2024-02-04").adding(index % 5 + index / 5)
        var content = work(
          index < odd ? 61 : 60 * (1 + index % 3), "kafe",
          .person(PersonID(seq: 3 + index % 5)), on: date.text)
        change(&content, index)
        log.add(.hoursLogged(content))
      }
      return log
    }
    for entries in 18...42 {
      for odd in 0...3 {
        let found = findings(made(entries, odd: odd)).filter { $0.id == .roundPadding }
        let isPadded = entries >= 20 && (entries - odd) * 20 >= entries * 19
        #expect(found.count == (isPadded ? 1 : 0), "\(entries) entries, \(odd) odd")
      }
    }
    let log = made(20, odd: 1) { content, index in
      content.on = Period(day("2024-02-10").adding(index))
    }
    let found = try only(log)
    #expect(
      found.facts == .roundPadding(activityCode("kafe"), year: 2024, round: 19, entries: 20))
    #expect(found.entry == EntryID(seq: 16) && found.others.count == 18 && found.severity == .info)
    // Neither shifts nor estimates nor another year or activity are among them.
    for change in [
      { (content: inout HourEntry, index: Int) in if index == 9 { content.known = .estimated } },
      { content, index in if index == 9 { content.activity = activityCode("tur") } },
      { content, index in if index == 9 { content.on = period("2023-12-31") } },
      { content, index in if index == 9 { content.shift = ShiftID(seq: 1) } },
    ] {
      #expect(!ids(made(20, odd: 0, change)).contains(.roundPadding))
      #expect(ids(made(21, odd: 0, change)).contains(.roundPadding))
    }
  }

  @Test func `equal-block: five people with the same minutes on a day`() throws {
    func group(_ heads: Int, _ change: (inout HourEntry, Int) -> Void = { _, _ in }) -> LogBuilder {
      var log = ledger()
      for index in 0..<heads {
        var content = work(75, "kafe", .person(PersonID(seq: 3 + index)))
        change(&content, index)
        log.add(.hoursLogged(content))
      }
      return log
    }
    for heads in 1...8 { #expect(ids(group(heads)) == (heads < 5 ? [] : [.equalBlock])) }
    let found = try only(group(6))
    #expect(found.facts == .equalBlock(heads: 6, minutes: 75) && found.severity == .info)
    #expect(found.entry == EntryID(seq: 15) && found.others == (16...20).map { EntryID(seq: $0) })
    for change in [
      { (content: inout HourEntry, index: Int) in if index == 2 { content.minutes = 76 } },
      { content, index in if index == 2 { content.activity = activityCode("tur") } },
      { content, index in if index == 2 { content.on = period("2024-03-04") } },
      { content, index in content.on = period("2024-03-04..2024-03-05") },
      { content, _ in content.known = .estimated },
    ] {
      #expect(ids(group(5, change)).isEmpty)
    }
    // The same person five times on a day is no group.
    let five = (0..<5).map { work(75, at: "1\($0 * 2):00") }
    #expect(!ids(log(five).0).contains(.equalBlock))
    // A shift says itself why they are alike.
    var shifted = ledger()
    let shift = shifted.shift("kafe")
    for seq in 3...8 {
      shifted.signup(shift, PersonID(seq: seq))
      shifted.add(.hoursLogged(work(75, "kafe", .person(PersonID(seq: seq)), shift: shift)))
    }
    #expect(findings(shifted).isEmpty)
  }

  @Test func `equal-block: a group whose total was made by multiplying`() throws {
    for heads in 3...7 {
      for minutes in stride(from: 1, through: 40 * heads, by: 1) {
        let found = findings(log([work(minutes, "kafe", .unnamed(headcount: heads))]).0)
        let isMultiplied = heads >= 5 && minutes % (15 * heads) == 0
        #expect(
          found.map(\.facts)
            == (isMultiplied ? [.equalBlock(heads: heads, minutes: minutes / heads)] : []))
      }
    }
    #expect(
      findings(log([work(900, "kafe", .unnamed(headcount: 5), known: .estimated)]).0).isEmpty)
  }

  // MARK: - Claims

  private func claimed(_ marks: [WorkMark] = []) -> (LogBuilder, EntryID, GrantID) {
    var log = ledger()
    let entry = log.hours("kafe", kari, 60)
    log.author = PersonID(seq: 12)
    log.add(.hoursApproved(entry))
    let grant = GrantID(
      seq: log.add(
        .grantAdded(
          GrantDetails(
            funder: "F", scheme: "S", from: day("2024-01-01"), to: day("2024-12-31"),
            excluded: marks))))
    log.add(.hoursClaimed(entry, grant: grant, minutes: 60))
    return (log, entry, grant)
  }

  @Test func `claim-unapproved: corrected after the claim`() throws {
    var (log, entry, grant) = claimed()
    #expect(findings(log).isEmpty)
    let claim = ClaimID(seq: log.log.count)
    log.correct(entry, to: work(61))
    let found = try only(log)
    #expect(found.facts == .claimUnapproved(claim, grant) && found.severity == .warning)
    #expect(found.entry == entry)
    log.add(.hoursApproved(entry))
    // (p12 has corrected and approved.)
    #expect(ids(log) == [.ownApproval])
    var released = claimed().0
    released.correct(entry, to: work(61))
    released.add(.claimReleased(claim, reason: .other))
    #expect(findings(released).isEmpty)
  }

  @Test func `claim-excluded: marked after the claim as what the grant leaves out`() throws {
    var (log, entry, grant) = claimed([.travel])
    let claim = ClaimID(seq: log.log.count)
    log.add(.hoursMarked(entry, [.board]))
    #expect(findings(log).isEmpty)
    var whole = log
    log.add(.hoursMarked(entry, [.board, .travel]))
    let found = try only(log)
    #expect(found.facts == .claimExcluded(.travel, claim, grant) && found.severity == .error)
    #expect(found.entry == entry)
    whole.add(.activityMarked(activityCode("kafe"), [.travel]))
    #expect(try only(whole).facts == .claimExcluded(.travel, claim, grant))
  }

  // MARK: - Waivers

  @Test func `who stands by a finding is told with it, until the entry is corrected`() throws {
    var (log, entries) = log([work(75), work(75)])
    log.add(.findingWaived(entries[1], finding: "long-day", reason: .board))
    #expect(try only(log).waiver == nil, "a waiver is of one finding")
    let line = log.add(.findingWaived(entries[1], finding: "duplicate-looking", reason: .checked))
    let waiver = try #require(try only(log).waiver)
    #expect(waiver.seq == line && waiver.reason == .checked && waiver.by == PersonID(seq: 2))
    // Neither the closing nor the list of what waits asks again.
    let now = instant("2026-01-10T12:00:00Z")
    #expect(ClosingReview(of: 2024, in: log.state, now: now).implausible.isEmpty)
    #expect(
      !WorkQueue(log.state, now: now).items.contains {
        if case .lookAt = $0 { true } else { false }
      })
    var undone = log
    undone.undo(line)
    #expect(try only(undone).waiver == nil)
    #expect(ClosingReview(of: 2024, in: undone.state, now: now).implausible.count == 1)
    log.correct(entries[1], to: work(75, "kafe", kari, at: "10:00"))
    #expect(try only(log).waiver == nil)
    #expect(ClosingReview(of: 2024, in: log.state, now: now).implausible.count == 1)
  }

  // MARK: - Random

  @Test(arguments: seeds)
  func `the order of the entries does not matter, and what is named stands`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var log = randomLog(seed: seed)
    // Somebody stands by every third finding.
    for finding in Plausibility(Ledger(log)).findings
    where Int.random(in: 0..<3, using: &random) == 0 {
      let seq = log.count + 1
      log.append(
        Recorded(
          seq: seq, at: log[log.count - 1].at, by: PersonID(seq: 2),
          command: try #require(CommandID("w\(seq)")), left: 0,
          event: .findingWaived(finding.entry, finding: finding.id.rawValue, reason: .checked)))
    }
    let ledger = Ledger(log)
    let found = Plausibility(ledger).findings
    let entries = ledger.state.entries
    for _ in 0..<4 {
      let shuffled = entries.values.shuffled(using: &random)
      let again = Plausibility(of: shuffled, in: ledger.state) { ledger.history[$0]?.by }
      #expect(again.findings == found)
    }
    var seen: Set<[String]> = []
    for finding in found {
      for entry in [finding.entry] + finding.others { #expect(entries[entry] != nil) }
      #expect(!finding.others.contains(finding.entry))
      #expect(
        finding.others == finding.others.sorted()
          && Set(finding.others).count == finding.others.count)
      #expect(seen.insert([finding.id.rawValue, finding.entry.text]).inserted)
      let stoodBy = entries[finding.entry]?.waivers.contains { $0.finding == finding.id.rawValue }
      #expect((finding.waiver != nil) == stoodBy)
    }
    #expect(found.map(\.id) == found.map(\.id).sorted())
  }
}
