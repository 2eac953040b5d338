// A small ledger in which every type of event happens, and the reports that the goldens keep of it.

import Domain
import Projections
import Reports
import Wording

enum SampleLedger {
  static let log: [Recorded] = {
    var log = LogBuilder(name: "Bergheim frivilligsentral", reconstruction: true)
    let approver = log.person(.approver)  // p3
    let (kari, ola, liv) = (log.person(), log.person(), log.person())  // p4, p5, p6
    log.activity("sprakkafe", "Språkkafé", group: "Språk", sector: "Inkludering")
    log.activity("tur", "Tur, kort og lang", group: "Utendørs", sector: "Folkehelse")
    log.activity("tolk", "Tolk")
    log.activity("hage", "Hagearbeid firma", counted: false)
    log.add(.yearSet(YearSettings(year: 2024, divisor: 1_650, rate: 30_000)))

    let shift = ShiftID(
      seq: log.add(.shiftPlanned(activity: activityCode("tur"), plan: plan("2024-03-09", 2))))
    log.add(.signupMade(shift: shift, person: kari, waiting: false))
    log.add(.signupMade(shift: shift, person: ola, waiting: false))
    let waiting = log.add(.signupMade(shift: shift, person: liv, waiting: true))
    log.add(.shiftChanged(shift: shift, plan: plan("2024-03-10", 2)))
    log.add(.signupWithdrawn(SignupID(seq: waiting - 1)))
    log.add(.signupPromoted(SignupID(seq: waiting)))
    let other = ShiftID(
      seq: log.add(.shiftPlanned(activity: activityCode("tur"), plan: plan("2024-04-01", nil))))
    log.add(.shiftCancelled(shift: other, reason: .weather))

    let first = log.hours("sprakkafe", .person(kari), 150)
    log.hours("sprakkafe", .person(ola), 80, on: "2024-03", known: .estimated)
    let wrong = log.hours("tur", .person(kari), 600, on: "2024-03-10")
    log.hours("tur", .unnamed(headcount: 12), 12 * 90, on: "2024-03-01..2024-03-15")
    log.hours("tolk", .person(liv), 7_000 * 60 / 100, on: "2024", known: .summary)
    log.hours("hage", .unnamed(headcount: 68), 204 * 60, on: "2024-05-04", known: .estimated)
    log.hours("sprakkafe", .person(kari), 90, on: "2023-11-20")
    var corrected = entry("tur", .person(ola), 60, on: "2024-03-10", voucher: "perm 3, ark 12")
    corrected.shift = shift
    corrected.start = Clock(hour: 10, minute: 0)
    log.add(.hoursCorrected(entry: wrong, content: corrected, reason: .wrongPerson))
    log.author = approver
    log.add(.hoursApproved(first))
    log.add(.hoursApproved(wrong))
    log.add(.hoursUnapproved(wrong))
    log.author = PersonID(seq: 2)
    let twice = log.hours("sprakkafe", .person(kari), 150)
    let undo = log.undo(twice.seq)
    log.add(.redone(undone: undo))
    log.add(.undone(ranges: LineRanges([twice.seq]), reason: .duplicate))
    log.activity(
      "tur", "Tur, kort og lang", group: "Utendørs", sector: "Folkehelse", changed: true)
    log.add(.activityEnded(code: activityCode("tolk"), on: day("2024-12-31")))
    closeYear(2023, &log)
    grants(first, kari, &log)
    return log.log
  }()

  /// Everything that is said of grants, about an entry that was approved.
  private static func grants(_ entry: EntryID, _ person: PersonID, _ log: inout LogBuilder) {
    let centre = CentreDetails(
      name: "Bergheim frivilligsentral", number: "974760673", form: .association)
    let added = log.add(.centreAdded(centre))
    log.add(
      .centreChanged(
        CentreID(seq: added), CentreDetails(name: centre.name, number: centre.number)))
    log.add(.activityMarked(activityCode("sprakkafe"), [.board, .openPlace]))
    let grant = log.grant { $0.project = "Ungdomskafé" }
    guard case .grantAdded(var details)? = log.log.last?.event else { return }
    details.report = day("2025-01-31")
    log.add(.grantChanged(grant, details))
    log.include(grant, "sprakkafe", kind: "4.8 åpen møteplass")
    log.note(grant, .aimed(GrantGoal(.hours, of: activityCode("sprakkafe"), target: 6_000)))
    log.note(
      grant, .moved(GrantStep(.granted, on: day("2024-02-01"), amount: 5_000_050, minutes: 600)))
    log.note(grant, .answered(condition: activityCode("advisory-body"), met: true))
    log.book(grant, .accounts, .income, "Tilskudd", 5_000_050, from: .grant)
    let claim = log.claim(entry, on: grant, 90)
    log.claim(entry, on: grant, 60)
    log.add(.claimReleased(claim, reason: .typo))
    log.add(.hoursMarked(entry, [.travel]))
    log.add(.findingWaived(entry, finding: "entered-late", reason: .checked))
    let count = log.count("sprakkafe", 12, age: "13-19", known: .estimated)
    log.add(
      .participantsCorrected(
        count,
        content: ParticipantCount(
          activity: activityCode("sprakkafe"), on: period("2024-03"), measure: .different, count: 9),
        reason: .typo))
    log.send(.grant(grant))
    log.send(.year(2024))
  }

  /// A year is imported, closed, approved, added to late, and opened again.
  private static func closeYear(_ year: Int, _ log: inout LogBuilder) {
    let digest = String(repeating: "9f2c1b33a0de4567", count: 4)
    log.add(
      .importMade(
        ImportMade(source: "timeliste 2023", kind: .hours, digest: digest, rows: 1)))
    let made = log.hours("sprakkafe", .unnamed(headcount: 2), 120, on: "2023-11-21")
    let closing = log.add(
      .yearClosed(
        YearClosing(
          year: year, settings: YearSettings(year: year, divisor: 1_650),
          totals: .init(entries: 2, minutes: 210, participations: 1, distinct: 1, headcount: 2),
          root: digest, digest: digest, accepted: [.unapproved, .noCategory], reason: .board)))
    log.add(.yearApproved(year: year, closing: closing, digest: digest, on: day("2024-03-04")))
    let late = log.add(
      .lateLogged(entry("sprakkafe", .unnamed(headcount: 1), 60, on: "2023-12-01")))
    log.add(
      .lateCorrected(
        entry: EntryID(seq: late),
        content: entry("sprakkafe", .unnamed(headcount: 1), 45, on: "2023-12-01"),
        reason: .wrongMinutes))
    log.add(.yearReopened(year: year, reason: .other, note: digest))
    log.add(.undone(ranges: LineRanges([made.seq - 1, made.seq, late, late + 1]), reason: nil))
  }

  private static func plan(_ on: String, _ places: Int?) -> ShiftPlan {
    guard let start = Clock(hour: 10, minute: 0), let end = Clock(hour: 12, minute: 30) else {
      preconditionFailure("times of day")
    }
    return ShiftPlan(on: day(on), start: start, end: end, places: places)
  }

  static let explainer = Explainer(year: 2024).folded(over: log).explained
  static let basis = ReportBasis(
    opening: explainer.opening, through: log.count,
    hash: "9f2c1b33a0de45679f2c1b33a0de45679f2c1b33a0de45679f2c1b33a0de4567")
  static let names = PersonNames { $0.seq == 4 ? "Kari Lønn" : nil }

  static func year(_ language: Language, _ order: YearReport.Order = .added) -> Report {
    YearReport(explainer.figures, basis: basis, order: order, language).report
  }

  static func statistics(_ years: [Int], _ language: Language) -> StatisticsReport {
    let all = YearStatistics().folded(over: log)
    return StatisticsReport(years.map { all.figures(of: $0) }, basis: basis, language)
  }

  static func explain(_ address: String, _ language: Language) throws -> Report {
    ExplanationReport(
      try explainer.explain(FigureAddress(address)), basis: basis, names: names, language
    ).report
  }

  static func logReport(
    _ query: LogQuery, _ language: Language
  ) -> Report {
    LogReport(LogListing(query).folded(over: log).lines, basis: basis, names: names, language)
      .report
  }

  static func show(_ id: String, everything: Bool = false, _ language: Language) throws -> Report {
    let trail = Trail(Thing.named(id)[0]).folded(over: log)
    return ShowReport(
      id, trail, basis: basis, names: names, showsEverything: everything, language
    ).report
  }
}
