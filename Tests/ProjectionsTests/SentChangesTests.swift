import Domain
import Projections
import Testing

@Suite struct SentChangesTests {
  /// A grant with a claim of 60 of Kari's 90 minutes and all of Ola's 30, sent.
  private struct Sample {
    var log = LogBuilder()
    let kari: PersonID
    let ola: PersonID
    let grant: GrantID
    let first: EntryID
    let second: EntryID
    let sent: SentID

    init() {
      (kari, ola) = (log.person(), log.person())
      log.activity("kafe", group: "Kafé")
      log.activity("tur")
      grant = log.grant()
      first = log.claimed("kafe", .person(kari), 90, of: grant, claim: 60)
      second = log.claimed("tur", .person(ola), 30, of: grant)
      sent = log.send(.grant(grant))
    }

    var changes: SentChanges { SentChanges(since: log.sent(sent), log: log.log) }
    var year: SentChanges {
      var report = log.sent(sent)
      report.scope = .year(2024)
      return SentChanges(since: report, log: log.log)
    }
  }

  /// `h7 60→70 by lines 12`.
  private func spelled(_ changes: SentChanges) -> [String] {
    changes.entries.map { change in
      func text(_ counted: CountedEntry?) -> String { counted.map { "\($0.minutes)" } ?? "-" }
      return
        "\(change.entry.text) \(text(change.was))→\(text(change.isNow)) \(change.steps.map(\.recorded.seq))"
    }
  }

  private func figures(_ changes: SentChanges) -> [String] {
    changes.figures.map { change in
      func text(_ value: FigureValue?) -> String {
        switch value {
        case .count(let count): "\(count)"
        case .minutes(let minutes): "\(minutes)m"
        case .fullTime(let minutes, _): "\(minutes)f"
        case nil: "-"
        }
      }
      return "\(change.address) \(text(change.was)) \(text(change.isNow))"
    }
  }

  @Test func `nothing that is about the report leaves nothing to tell`() {
    var sample = Sample()
    #expect(sample.changes.isEmpty && sample.changes.was == 90 && sample.changes.isNow == 90)
    sample.log.hours("kafe", .person(sample.kari), 10)
    sample.log.claimed("tur", .person(sample.kari), 10, of: sample.log.grant())
    #expect(sample.changes.isEmpty)
    #expect(!sample.year.isEmpty)
    // A mark moves no figure, and may be work that the grant leaves out.
    let mark = sample.log.add(.hoursMarked(sample.first, [.travel]))
    #expect(sample.changes.others.map(\.seq) == [mark] && sample.changes.entries.isEmpty)
  }

  @Test func `a claim and a release are told with their line`() {
    var sample = Sample()
    let claim = sample.log.claim(sample.first, on: sample.grant, 5)
    #expect(spelled(sample.changes) == ["\(sample.first.text) 60→65 [\(claim.seq)]"])
    let release = sample.log.add(
      .claimReleased(ClaimID(seq: sample.second.seq + 2), reason: .duplicate))
    let changes = sample.changes
    #expect(
      spelled(changes) == [
        "\(sample.first.text) 60→65 [\(claim.seq)]", "\(sample.second.text) 30→- [\(release)]",
      ])
    #expect(changes.was == 90 && changes.isNow == 65)
    #expect(changes.entries.map(\.minutes) == [5, -30])
    #expect(
      figures(changes).contains("\(sample.grant.text)/hours 90m 65m")
        && figures(changes).contains("\(sample.grant.text)/tur/distinct - ") == false)
  }

  @Test func `a correction changes who, or only what is approved`() {
    var sample = Sample()
    let line = sample.log.correct(
      sample.first, to: entry("kafe", .person(sample.kari), 80))
    #expect(spelled(sample.changes) == ["\(sample.first.text) 60→60 [\(line)]"])
    #expect(sample.changes.entries[0].isNow?.isApproved == false)
    #expect(
      figures(sample.changes) == [
        "\(sample.grant.text)/unapproved 0m 60m", "\(sample.grant.text)/kafe/unapproved 0m 60m",
      ])
    let again = sample.log.add(.hoursApproved(sample.first))
    // It is as it was: other minutes of the entry are none of the grant's.
    #expect(again > line && sample.changes.entries.isEmpty && sample.changes.figures.isEmpty)
    // Of the year the entry's own minutes count, and approval does not.
    #expect(spelled(sample.year) == ["\(sample.first.text) 90→80 [\(line)]"])
    sample.log.correct(sample.first, to: entry("kafe", .person(sample.ola), 80))
    sample.log.add(.hoursApproved(sample.first))
    #expect(figures(sample.changes).first == "\(sample.grant.text)/distinct 2 1")
  }

  @Test func `what was taken back in between was never there`() {
    var sample = Sample()
    let claim = sample.log.claim(sample.first, on: sample.grant, 5)
    let undo = sample.log.undo(claim.seq)
    #expect(sample.changes.isEmpty)
    let redo = sample.log.add(.redone(undone: undo))
    #expect(spelled(sample.changes) == ["\(sample.first.text) 60→65 [\(redo)]"])
    // What was there when it was sent, and is undone, is told by the undo.
    let gone = sample.log.undo(sample.second.seq + 2)
    #expect(spelled(sample.changes).last == "\(sample.second.text) 30→- [\(gone)]")
  }

  @Test func `several lines make one change, in order`() {
    var sample = Sample()
    let up = sample.log.claim(sample.first, on: sample.grant, 10)
    let more = sample.log.claim(sample.first, on: sample.grant, 20)
    let undo = sample.log.undo(up.seq)
    let change = sample.changes.entries[0]
    #expect(change.steps.map(\.recorded.seq) == [up.seq, more.seq, undo])
    #expect(change.steps.map(\.minutes) == [10, 20, -10] && change.minutes == 20)
  }

  @Test func `a grant that is undone takes its hours along`() {
    var sample = Sample()
    let undo = sample.log.undo(sample.grant.seq)
    let changes = sample.changes
    #expect(changes.isNow == 0 && changes.entries.map(\.minutes) == [-60, -30])
    #expect(changes.others.map(\.seq) == [undo])
  }

  @Test func `lines about the grant, its participants and activities are told apart`() {
    var sample = Sample()
    var expected: [Int] = []
    let details = GrantDetails(
      funder: "F", scheme: "S", from: day("2024-01-01"), to: day("2024-12-31"))
    expected.append(sample.log.add(.grantChanged(sample.grant, details)))
    expected.append(sample.log.note(sample.grant, .aimed(GrantGoal(.days, target: 1))))
    let count = sample.log.count("kafe", 4)
    sample.log.count("kafe", 4, on: "2023-03-05")
    let other = sample.log.grant()
    let aim = sample.log.note(other, .aimed(GrantGoal(.days, target: 1)))
    sample.log.activity("annen")
    sample.log.activity("annen", changed: true)
    expected.append(count.seq)
    sample.log.activity("kafe", group: nil, changed: true)
    expected.append(sample.log.log.count)
    expected.append(sample.log.add(.activityMarked(activityCode("tur"), [.openPlace])))
    #expect(sample.changes.others.map(\.seq) == expected && sample.changes.entries.isEmpty)
    #expect(
      figures(sample.changes) == [
        "\(sample.grant.text)/attendances 0 4", "\(sample.grant.text)/kafe/attendances 0 4",
      ])
    // A count that leaves the grant's time is told by the line that moved it.
    sample.log.add(
      .participantsCorrected(
        count,
        content: ParticipantCount(activity: activityCode("kafe"), on: period("2023-03"), count: 4),
        reason: .wrongDay))
    #expect(sample.changes.figures.isEmpty)
    // Of the year the activity and the settings matter, and what its full report tells beside them.
    let settings = sample.log.add(.yearSet(YearSettings(year: 2023, divisor: 1_000)))
    sample.log.add(.yearSet(YearSettings(year: 2025, divisor: 1_000)))
    #expect(
      sample.year.others.map(\.seq) == expected.prefix(3) + [other.seq, aim, expected[3], settings])
  }

  @Test func `a closed year was sent as it was closed`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    log.hours("kafe", .person(kari), 60)
    let closing = log.close(2024)
    let early = log.late("kafe", .person(kari), 10)
    let sent = log.send(.year(2024))
    let late = log.late("kafe", .person(kari), 15)
    let changes = SentChanges(since: log.sent(sent), log: log.log)
    #expect(changes.lines == closing - 1)
    #expect(
      spelled(changes) == [
        "\(early.text) -→10 [\(early.seq)]", "\(late.text) -→15 [\(late.seq)]",
      ])
    #expect(changes.was == 60 && changes.isNow == 85)
    // Sent before it was closed, it was sent as known.
    let open = SentReport(
      .year(2024), to: "F", on: day("2024-03-05"), size: closing - 1, digest: "d", grants: "g",
      form: .csv, file: "f")
    #expect(SentChanges(since: open, log: log.log).lines == closing - 1)
  }
}
