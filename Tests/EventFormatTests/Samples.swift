import Domain
import EventFormat
import Integrity

// One line of every kind.

enum Samples {
  static let at = Instant(seconds: 1_709_658_249)
  static let code = ActivityCode("sprakkafe")
  static let digits = HashChain.first

  static var events: [Event] {
    guard let code, let start = Clock(hour: 18, minute: 0), let end = Clock(hour: 0, minute: 5),
      let day = Day(year: 2024, month: 2, day: 29), let month = Period(year: 2024, month: 3),
      let year = Period(year: 2024), let ranges = LineRanges(canonical: [4...4, 6...9]),
      let from = Day(year: 2024, month: 3, day: 1), let to = Day(year: 2024, month: 3, day: 15),
      let span = Period(from: from, to: to)
    else { return [] }
    let hex = String(repeating: "0f", count: 32)
    let plan = ShiftPlan(on: day, start: start, end: end, places: 2)
    let open = ShiftPlan(on: day, start: start, end: end)
    let entry = HourEntry(
      activity: code, on: Period(day), who: .person(PersonID(seq: 2)), minutes: 90,
      known: .recorded, start: start, shift: ShiftID(seq: 12), voucher: "perm 3, \"ark\" \\12")
    let group = HourEntry(
      activity: code, on: month, who: .unnamed(headcount: 14), minutes: 1_680, known: .summary)
    let details = ActivityDetails(
      code: code, name: "Språkkafé", aliases: ["Språkkafe", "Kafé «språk»"], group: "Språkkaféer",
      category: .meetingPlaces, sector: "Læring", recipient: "Biblioteket",
      recipients: ["Flyktningtjenesten"], counted: true)
    return [
      .ledgerOpened(
        LedgerOpened(
          origin: "kongsberg.example-01", name: "Kongsberg frivilligsentral",
          reconstruction: true)),
      .personRegistered(PersonRegistered(role: .coordinator)),
      .personRegistered(
        PersonRegistered(role: .volunteer, commitment: String(repeating: "0f", count: 32))),
      .activityAdded(details),
      .activityChanged(ActivityDetails(code: code, name: "Språkkafé 日本 👩‍👧", counted: false)),
      .activityEnded(code: code, on: day),
      .shiftPlanned(activity: code, plan: plan),
      .shiftChanged(shift: ShiftID(seq: 12), plan: open),
      .shiftCancelled(shift: ShiftID(seq: 12), reason: .fewSignups),
      .signupMade(shift: ShiftID(seq: 12), person: PersonID(seq: 5), waiting: false),
      .signupWithdrawn(SignupID(seq: 45)),
      .signupPromoted(SignupID(seq: LineNumber.limit - 1)),
      .hoursLogged(entry),
      .hoursLogged(group),
      .hoursLogged(HourEntry(activity: code, on: year, who: .unnamed(headcount: 1), minutes: 1)),
      .hoursLogged(HourEntry(activity: code, on: span, who: .unnamed(headcount: 1), minutes: 1)),
      .hoursCorrected(entry: EntryID(seq: 731), content: entry, reason: .wrongMinutes),
      .hoursApproved(EntryID(seq: 731)),
      .hoursUnapproved(EntryID(seq: 731)),
      .yearSet(YearSettings(year: 2024, divisor: 1_650, rate: 29_100)),
      .yearSet(YearSettings(year: 2024, divisor: 1_650)),
      .lateLogged(entry),
      .lateCorrected(entry: EntryID(seq: 731), content: group, reason: .wrongDay),
      .importMade(
        ImportMade(
          source: "timeliste \"2024\"", kind: .hours, digest: hex, rows: 212,
          after: ImportID(seq: 400))),
      .importMade(
        ImportMade(
          source: "Årsmelding 2019", kind: .table, digest: hex, rows: 0,
          table: .init(year: 2019, distinct: 225))),
      .importMade(
        ImportMade(source: "papir", kind: .table, digest: hex, rows: 3, table: .init(year: 2018))),
      .yearClosed(
        YearClosing(
          year: 2024, settings: YearSettings(year: 2024, divisor: 1_650, rate: 29_100),
          totals: .init(
            entries: 212, minutes: 353_580, participations: 263, distinct: 225, headcount: 0),
          root: hex, digest: hex, accepted: [.unapproved, .openShifts], reason: .notNeeded)),
      .yearClosed(
        YearClosing(
          year: 2023, settings: YearSettings(year: 2023, divisor: 1_650),
          totals: .init(entries: 0, minutes: 0, participations: 0, distinct: 0, headcount: 0),
          root: hex, digest: hex)),
      .yearApproved(year: 2024, closing: 900, digest: hex, on: to),
      .yearReopened(year: 2024, reason: .wrongMinutes, note: hex),
      .yearReopened(year: 2024, reason: .other, note: nil),
      .undone(ranges: ranges, reason: .typo),
      .undone(ranges: ranges, reason: nil),
      .redone(undone: 10),
    ] + eventsOfGrants
  }

  static var eventsOfGrants: [Event] {
    guard let code, let from = Day(year: 2024, month: 1, day: 1),
      let to = Day(year: 2024, month: 12, day: 31), let month = Period(year: 2024, month: 3),
      let children = AgeBand(from: 0, to: 12), let old = AgeBand(from: 67, to: 150)
    else { return [] }
    let (hex, grant) = (String(repeating: "0f", count: 32), GrantID(seq: 12))
    let terms = GrantDetails(
      funder: "Fylkeskommunen", scheme: "Møteplasser «alle»", project: "Åpent hus",
      profile: "moteplasser-2024", rules: "example.org/regler 2024", from: from, to: to,
      excluded: [.inKind, .board], ages: [children, old], target: old, rate: 33_700,
      divisor: 1_750, share: 20, deadline: from, report: to)
    let bare = GrantDetails(funder: "Kommunen", scheme: "Drift", from: from, to: from)
    let count = ParticipantCount(activity: code, on: month, age: children, count: 40)
    let unknown = ParticipantCount(
      activity: code, on: Period(from), measure: .different, count: 1, known: .summary)
    return [
      .centreAdded(CentreDetails(name: "Kongsberg", number: "974760673", form: .municipal)),
      .centreAdded(CentreDetails(name: "Kongsberg")),
      .centreChanged(CentreID(seq: 12), CentreDetails(name: "Kongsberg", form: .other)),
      .activityMarked(code, [.publicTask, .openPlace]),
      .activityMarked(code, []),
      .hoursMarked(EntryID(seq: 731), [.paid]),
      .participantsAdded(count),
      .participantsAdded(unknown),
      .participantsCorrected(ParticipantsID(seq: 12), content: unknown, reason: .typo),
      .grantAdded(terms),
      .grantAdded(bare),
      .grantChanged(grant, terms),
      .grantIncluded(grant, code, kind: "kafé"),
      .grantIncluded(grant, code),
      .grantAimed(grant, GrantGoal(.openPlaces, of: code, target: 1)),
      .grantAimed(grant, GrantGoal(.hours, target: 60_000)),
      .grantMoved(grant, GrantStep(.granted, on: to, amount: 15_000_000, minutes: 60_000)),
      .grantMoved(grant, GrantStep(.planned, on: to)),
      .grantAnswered(grant, code, met: false),
      .grantBooked(grant, GrantAmount(.budget, .cost, post: "Leie", amount: 1)),
      .grantBooked(
        grant,
        GrantAmount(
          .accounts, .income, post: "Tilskudd", amount: 15_000_000, funding: .grant, on: to,
          voucher: "B 12")),
      .hoursClaimed(EntryID(seq: 731), grant: grant, minutes: 90),
      .claimReleased(ClaimID(seq: 12), reason: .other),
      .findingWaived(EntryID(seq: 731), finding: "long-day", reason: .checked),
      .reportSent(
        SentReport(
          .grant(grant), to: "Fylkeskommunen", on: to, size: 730, digest: hex, grants: hex,
          form: .markdown, file: hex)),
      .reportSent(
        SentReport(
          .year(2024), to: "Kommunen", on: to, size: 1, digest: hex, grants: hex, form: .html,
          file: hex)),
    ]
  }

  static func recorded(_ event: Event, seq: Int = 731) -> Recorded {
    Recorded(
      seq: seq, at: at, by: PersonID(seq: 2), command: CommandID("k3f9x0q2m7ab") ?? fallback,
      left: 0, event: event)
  }

  static let fallback: CommandID = {
    guard let id = CommandID("x") else { preconditionFailure("x is a command id") }
    return id
  }()

  static func lines() throws -> [[UInt8]] {
    try events.map { try EventLine.write(recorded($0), previousHex: digits).bytes }
  }
}

/// What is said of a grant, by its name in the log.
extension Event {
  static func grantIncluded(_ grant: GrantID, _ code: ActivityCode, kind: String? = nil) -> Event {
    .grantNoted(grant, .included(code, kind: kind))
  }

  static func grantAimed(_ grant: GrantID, _ goal: GrantGoal) -> Event {
    .grantNoted(grant, .aimed(goal))
  }

  static func grantMoved(_ grant: GrantID, _ step: GrantStep) -> Event {
    .grantNoted(grant, .moved(step))
  }

  static func grantAnswered(_ grant: GrantID, _ condition: ActivityCode, met: Bool) -> Event {
    .grantNoted(grant, .answered(condition: condition, met: met))
  }

  static func grantBooked(_ grant: GrantID, _ amount: GrantAmount) -> Event {
    .grantNoted(grant, .booked(amount))
  }
}
