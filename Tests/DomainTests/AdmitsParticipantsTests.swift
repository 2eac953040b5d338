import Domain
import Testing

/// Counts of those an activity is for.
struct AdmitsParticipantsTests {
  private let d8 = ParticipantsID(seq: firstLine)
  private func add(_ content: ParticipantCount, after commands: [Command] = []) -> Outcome {
    given(commands, when: .addParticipants([content]))
  }
  private func added(_ content: ParticipantCount) -> Outcome {
    .events([.participantsAdded(content)])
  }

  @Test func `participants are of a known activity that has not ended`() {
    #expect(add(counted(12)) == added(counted(12)))
    let kurs = code("kurs")
    #expect(add(counted(12, kurs)) == .rejected(.unknownActivity(kurs)))
    let end = Command.endActivity(kafe, on: yesterday)
    #expect(
      add(counted(12), after: [end]) == .rejected(.activityEnded(kafe, on: yesterday)))
    let last = counted(12, on: "2024-03-04")
    #expect(add(last, after: [end]) == added(last))
  }

  @Test func `participants are not of tomorrow`() {
    let month = counted(12, on: "2024-03")
    #expect(add(month) == .rejected(.futureDay(day("2024-03-31"), today: today)))
    #expect(add(counted(12, on: "2024-02")) == added(counted(12, on: "2024-02")))
  }

  @Test(arguments: [0, -1, Int.min, 1_000_001, Int.max])
  func `they are 1 to 1 000 000`(count: Int) {
    #expect(add(counted(count)) == .rejected(.participantsOutOfRange(count)))
    #expect(add(counted(1_000_000)) == added(counted(1_000_000)))
  }

  @Test func `a count is corrected into another, with what was said of it before`() {
    let logged = Command.addParticipants([counted(12)])
    let other = counted(10, tur, .different, age: band("0-12"))
    func correct(_ content: ParticipantCount) -> Outcome {
      given([logged], when: .correctParticipants(d8, content, .typo))
    }
    #expect(
      correct(other) == .events([.participantsCorrected(d8, content: other, reason: .typo)]))
    #expect(correct(counted(12)) == .rejected(.nothingChanged))
    #expect(correct(counted(0)) == .rejected(.participantsOutOfRange(0)))
    #expect(
      given(when: .correctParticipants(d8, other, .typo)) == .rejected(.unknownParticipants(d8)))
    let participants = after([logged, .correctParticipants(d8, other, .typo)]).state.participants
    #expect(participants[d8]?.content == other && participants[d8]?.corrections == [9])
    #expect(
      participants[d8]?.recordedBy == kari
        && participants[d8]?.recordedAt == tonight.adding(seconds: 240))
  }

  @Test func `the participants of an activity go with it, and with its correction to another`() {
    let logged = Command.addParticipants([counted(12, tur)])
    let unknown = Rejection.unknownActivity(tur)
    #expect(
      given([logged], when: .undo([7], nil, cascade: false))
        == .rejected(.neededBy([Dependent(seq: 8, because: unknown)])))
    let moved = [
      Command.addParticipants([counted(12)]), .correctParticipants(d8, counted(12, tur), .typo),
    ]
    #expect(
      given(moved, when: .undo([7], nil, cascade: true))
        == .events([.undone(ranges: ranges(7, 9), reason: nil)]))
  }

  @Test func `participants of a closed year are counted all the same`() {
    let old = counted(12, on: "2023")
    #expect(add(old, after: [.closeYear(closing())]) == added(old))
  }
}
