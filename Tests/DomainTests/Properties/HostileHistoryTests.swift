import Domain
import Testing

/// Logs that nobody decided: any event after any other, numbers from the air. They are folded without
/// judgement, and nothing traps or hangs.
struct HostileHistoryTests {
  @Test(.timeLimit(.minutes(2))) func `any log at all folds to the literal reading`() {
    Chance.forEachHistory { random, again in
      var random = random
      var book = Book.opened()
      for _ in 0..<30 {
        let first = book.nextLine
        let events = (0...random.below(3)).map { _ in event(&random, book.nextLine) }
        let author = PersonID(seq: number(&random, book.nextLine))
        for event in events { _ = book.refusal(of: event, by: author) }
        book.force(events, by: author)
        _ = book.ledger.unsettled(since: first)
        for command in [Command.undoNewest(nil), .redoNewest, .undo([first], nil, cascade: true)] {
          _ = try? book.ledger.decide(command, book.stamp(by: kari))
        }
      }
      let log = book.ledger.history.log
      #expect(book.ledger.state == Literal.unjudged(log), "\(again)")
      let undone = Literal.undoneLines(log)
      let standing = Standing(log)
      for line in log.map(\.seq) {
        if standing.stands(line) == undone.contains(line) { Issue.record("line \(line): \(again)") }
      }
    }
  }

  private func number(_ random: inout Random, _ next: Int) -> Int {
    switch random.below(12) {
    case 0: random.pick([0, LineNumber.limit - 1, next + 3])
    case 1..<4: 2 + random.below(6)
    default: 1 + random.below(next)
    }
  }

  private func event(_ random: inout Random, _ next: Int) -> Event {
    let code = random.pick([kafe, tur, code("kurs")])
    let person = PersonID(seq: number(&random, next))
    var content = hours(person, random.pick([1, 0, 1_440, LineNumber.limit - 1]), code)
    if random.chance(50) { content.shift = shift(number(&random, next)) }
    if random.chance(30) { content.on = period("2023") }
    let number = number(&random, next)
    let year = random.pick([2023, 2024, number])
    switch random.below(36) {
    case 0: return .ledgerOpened(opening)
    case 1: return .personRegistered(PersonRegistered(role: .volunteer))
    case 2: return .activityAdded(activity(code))
    case 3: return .activityChanged(activity(code, "Ny"))
    case 4: return .activityEnded(code: code, on: random.pick([today, yesterday]))
    case 5: return .shiftPlanned(activity: code, plan: evening(random.pick([nil, 0, 1, Int.max])))
    case 6: return .shiftChanged(shift: shift(number), plan: evening(1))
    case 7: return .shiftCancelled(shift: shift(number), reason: .other)
    case 8: return .signupMade(shift: shift(number), person: person, waiting: random.chance(50))
    case 9: return .signupWithdrawn(signup(number))
    case 10: return .signupPromoted(signup(number))
    case 11: return .hoursLogged(content)
    case 12: return .hoursCorrected(entry: entry(number), content: content, reason: .typo)
    case 13: return .hoursApproved(entry(number))
    case 14: return .yearSet(YearSettings(year: number, divisor: number))
    case 15: return .redone(undone: number)
    case 16: return .lateLogged(content)
    case 17: return .lateCorrected(entry: entry(number), content: content, reason: .typo)
    case 18: return .importMade(imported(after: random.chance(50) ? number : nil))
    case 19: return .yearClosed(closing(year, divisor: number))
    case 20:
      return .yearApproved(year: year, closing: number, digest: digits("d"), on: today)
    case 21: return .yearReopened(year: year, reason: .other, note: nil)
    case 22: return .undone(ranges: ranges(&random, next), reason: nil)
    default: return grantEvent(&random, next, code)
    }
  }

  private func grantEvent(_ random: inout Random, _ next: Int, _ code: ActivityCode) -> Event {
    let number = number(&random, next)
    let (id, amount) = (grant(number), random.pick([number, 0, LineNumber.limit - 1]))
    let marks = random.pick([
      [], [.paid], [.board, .board], [.travel, .inKind], WorkMark.allCases,
    ])
    switch random.below(13) {
    case 0: return .centreAdded(CentreDetails(name: "", number: "1"))
    case 1: return .centreChanged(CentreID(seq: number), CentreDetails(name: "Ny"))
    case 2: return .activityMarked(code, marks)
    case 3: return .hoursMarked(entry(number), marks)
    case 4: return .participantsAdded(counted(amount, code))
    case 5:
      let content = counted(amount, code)
      return .participantsCorrected(ParticipantsID(seq: number), content: content, reason: .typo)
    case 6: return .grantAdded(details("2024-12-31", "2024-01-01", excluded: marks))
    case 7: return .grantChanged(id, details(excluded: marks))
    case 8:
      return .grantNoted(
        id,
        random.pick([
          .included(code, kind: nil), .aimed(GrantGoal(.days, of: code, target: amount)),
          .moved(GrantStep(random.pick(GrantStatus.allCases), on: today, amount: amount)),
          .answered(condition: code, met: random.chance(50)),
          .booked(GrantAmount(.budget, .cost, post: "", amount: amount, funding: .own, on: today)),
        ]))
    case 9:
      return .hoursClaimed(entry(number), grant: grant(1 + random.below(next)), minutes: amount)
    case 10: return .claimReleased(claim(number), reason: .other)
    case 11: return .findingWaived(entry(number), finding: "long-day", reason: .other)
    default: return .reportSent(sent(random.chance(50) ? .year(number) : .grant(id), size: amount))
    }
  }

  private func ranges(_ random: inout Random, _ next: Int) -> LineRanges {
    let first = 1 + random.below(next)
    let last = random.chance(10) ? LineNumber.limit - 1 : first + random.below(4)
    return LineRanges(canonical: [first...last]) ?? LineRanges([1])
  }
}
