// A small ledger with a grant in which every part of its reports has something to say.

import Domain
import Projections
import Reports
import Wording

struct GrantReportSample {
  let log: [Recorded]
  let grant: GrantID
  let sent: SentID
  let kari: PersonID

  static let shared = GrantReportSample()

  private init() {
    var log = LogBuilder(name: "Bergheim frivilligsentral", reconstruction: true)
    let approver = log.person(.approver)
    let (kari, ola) = (log.person(), log.person())
    log.add(
      .centreAdded(
        CentreDetails(
          name: "Bergheim frivilligsentral", number: "974760673", form: .association)))
    log.add(.yearSet(YearSettings(year: 2023, divisor: 1_650, rate: 30_000)))
    for (code, name, group) in [
      ("kafe", "Språkkafé", "Språk"), ("ferie", "Ferietur", nil), ("stab", "Kontor", nil),
    ] {
      log.add(
        .activityAdded(
          ActivityDetails(
            code: activityCode(code), name: name, group: group,
            category: code == "kafe" ? .meetingPlaces : nil,
            recipient: code == "ferie" ? "Bergheim kommune" : nil)))
    }
    log.add(.activityMarked(activityCode("kafe"), [.openPlace]))
    log.hours("kafe", .person(kari), 600, on: "2023-11-20")
    log.close(2023)
    let grant = log.grant {
      ($0.project, $0.profile) = ("Sommer for alle", "bufdir")
      $0.rules = "FOR-2021-11-23-3261, lest 2024"
      $0.excluded = [.travel, .board]
      ($0.ages, $0.target) = ([band("0-12"), band("13-24")], band("0-24"))
      ($0.rate, $0.share) = (25_050, 40)
      ($0.deadline, $0.report) = (day("2023-12-01"), day("2025-01-31"))
    }
    Self.plan(grant, &log)
    let first = Self.work(of: grant, by: approver, kari, ola, &log)
    let sent = log.send(.grant(grant))
    log.note(grant, .moved(GrantStep(.reported, on: day("2024-03-05"))))
    log.correct(first, to: entry("kafe", .person(ola), 120, on: "2024-02-01"))
    log.claimed("ferie", .person(kari), 45, of: grant, on: "2024-02-03")
    log.count("ferie", 9, age: "13-24", on: "2024-02-03")
    self.log = log.log
    (self.grant, self.sent, self.kari) = (grant, sent, kari)
  }

  private static func plan(_ grant: GrantID, _ log: inout LogBuilder) {
    log.include(grant, "kafe", kind: "åpen møteplass")
    log.include(grant, "ferie", kind: "ferieaktivitet")
    log.note(grant, .aimed(GrantGoal(.hours, target: 600)))
    log.note(grant, .aimed(GrantGoal(.attendances, of: activityCode("kafe"), target: 40)))
    log.note(grant, .aimed(GrantGoal(.openPlaces, target: 1)))
    log.note(
      grant, .moved(GrantStep(.applied, on: day("2023-11-30"), amount: 12_000_000, minutes: 900)))
    log.note(
      grant, .moved(GrantStep(.granted, on: day("2024-01-19"), amount: 10_000_000, minutes: 600)))
    log.book(grant, .budget, .income, "Tilskudd", 10_000_000, from: .grant)
    log.book(grant, .budget, .income, "Kommunen", 7_000_000, from: .municipality)
    log.book(grant, .budget, .cost, "Bussleie", 17_000_000)
    log.book(grant, .accounts, .income, "Tilskudd", 10_000_000, from: .grant)
    log.book(grant, .accounts, .income, "Kommunen", 6_500_050, from: .municipality)
    log.book(grant, .accounts, .cost, "Bussleie", 15_999_900)
    log.note(grant, .answered(condition: activityCode("advisory-body"), met: true))
    log.note(grant, .answered(condition: activityCode("own-accounts"), met: false))
  }

  private static func work(
    of grant: GrantID, by approver: PersonID, _ kari: PersonID, _ ola: PersonID,
    _ log: inout LogBuilder
  ) -> EntryID {
    let first = log.hours("kafe", .person(kari), 150, on: "2024-02-01")
    log.author = approver
    log.add(.hoursApproved(first))
    log.author = PersonID(seq: 2)
    log.claim(first, on: grant, 100)
    log.claimed("kafe", .unnamed(headcount: 12), 600, of: grant, on: "2024-01", known: .estimated)
    log.claimed("ferie", .person(ola), 90, of: grant, on: "2024-03-01")
    log.hours("kafe", .person(kari), 30, on: "2024-03-02")
    let paid = log.hours("ferie", .person(kari), 60, on: "2024-03-03")
    log.add(.hoursMarked(paid, [.paid]))
    log.count("kafe", 14, age: "6-10", on: "2024-02-01")
    log.count("kafe", 6, age: "10-15", on: "2024-02-01")
    log.count("kafe", 21, .different, on: "2024-02", known: .estimated)
    return first
  }

  var state: State { Ledger(log).state }
  var basis: ReportBasis {
    ReportBasis(
      opening: state.opening, through: log.count,
      hash: "9f2c1b33a0de45679f2c1b33a0de45679f2c1b33a0de45679f2c1b33a0de4567")
  }
  static let names = PersonNames { $0.seq == 4 ? "Kari" : nil }

  var changes: SentChanges? {
    state.sent[sent].map { SentChanges(since: $0.content, log: log) }
  }

  func grantReport(_ language: Language, names: PersonNames = .none) -> GrantReport? {
    GrantFigures(of: grant, in: state).map { figures in
      GrantReport(
        figures, in: state,
        making: .init(
          by: PersonID(seq: 2), at: instant("2025-02-01T11:00:00Z"),
          digest: String(repeating: "0123456789abcdef", count: 4)),
        changes: changes, basis: basis, names: names, language)
    }
  }
}
