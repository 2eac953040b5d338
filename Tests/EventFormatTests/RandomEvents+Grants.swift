import Domain
import EventFormat

// Random events about the centre, participants, grants, claims and sent reports.

extension RandomEvents {
  mutating func word<Word: CaseIterable>(_: Word.Type) -> Word where Word.AllCases == [Word] {
    Word.allCases[number(0...(Word.allCases.count - 1))]
  }

  mutating func age() -> AgeBand {
    let first = number(0...150)
    guard let band = AgeBand(from: first, to: number(first...150)) else {
      preconditionFailure("no such ages")
    }
    return band
  }

  mutating func marks() -> [WorkMark] {
    Array(WorkMark.allCases.shuffled(using: &random).prefix(number(0...6)))
  }

  mutating func centre() -> CentreDetails {
    CentreDetails(
      name: text(bytesMax: 200), number: chance() ? "\(number(100_000_000...999_999_999))" : nil,
      form: chance() ? word(CentreDetails.Form.self) : nil)
  }

  mutating func participants() -> ParticipantCount {
    ParticipantCount(
      activity: code(), on: period(), measure: word(ParticipantCount.Measure.self),
      age: chance() ? age() : nil, count: count(), known: word(HourEntry.Known.self))
  }

  mutating func grant() -> GrantDetails {
    GrantDetails(
      funder: text(bytesMax: 200), scheme: text(bytesMax: 200),
      project: chance() ? text(bytesMax: 200) : nil, profile: chance() ? text(bytesMax: 80) : nil,
      rules: chance() ? text(bytesMax: 200) : nil, from: day(), to: day(), excluded: marks(),
      ages: (0..<number(0...5)).map { _ in age() }, target: chance() ? age() : nil,
      rate: chance() ? number(1...10_000_000) : nil, divisor: chance() ? number(1...10_000) : nil,
      share: chance() ? number(0...100) : nil, deadline: chance() ? day() : nil,
      report: chance() ? day() : nil)
  }

  mutating func fact() -> GrantFact {
    switch number(0...4) {
    case 0: return .included(code(), kind: chance() ? text(bytesMax: 80) : nil)
    case 1:
      return .aimed(
        GrantGoal(word(GrantGoal.Measure.self), of: chance() ? code() : nil, target: count()))
    case 2:
      return .moved(
        GrantStep(
          word(GrantStatus.self), on: day(), amount: chance() ? count() : nil,
          minutes: chance() ? count() : nil))
    case 3: return .answered(condition: code(), met: chance())
    default:
      return .booked(
        GrantAmount(
          word(GrantAmount.Book.self), word(GrantAmount.Flow.self), post: text(bytesMax: 80),
          amount: count(), funding: chance() ? word(GrantAmount.Funding.self) : nil,
          on: chance() ? day() : nil, voucher: chance() ? text(bytesMax: 40) : nil))
    }
  }

  mutating func sent() -> SentReport {
    SentReport(
      chance() ? .year(number(1900...2999)) : .grant(GrantID(seq: count())),
      to: text(bytesMax: 200), on: day(), size: count(), figureSet: count(), digest: hex(),
      grants: hex(), form: word(SentReport.Form.self), file: hex())
  }

  mutating func finding() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz-")
    return String((0..<number(1...32)).map { _ in letters[number(0...letters.count - 1)] })
  }

  mutating func eventOfGrants() -> Event {
    switch number(0...16) {
    case 0: return .centreAdded(centre())
    case 1: return .centreChanged(CentreID(seq: count()), centre())
    case 2: return .activityMarked(code(), marks())
    case 3: return .hoursMarked(EntryID(seq: count()), marks())
    case 4: return .participantsAdded(participants())
    case 5:
      return .participantsCorrected(
        ParticipantsID(seq: count()), content: participants(), reason: reason())
    case 6: return .grantAdded(grant())
    case 7: return .grantChanged(GrantID(seq: count()), grant())
    case 8:
      return .hoursClaimed(
        EntryID(seq: count()), grant: GrantID(seq: count()), minutes: count())
    case 9: return .claimReleased(ClaimID(seq: count()), reason: reason())
    case 10:
      return .findingWaived(
        EntryID(seq: count()), finding: finding(), reason: word(AcceptReason.self))
    case 11: return .reportSent(sent())
    default: return .grantNoted(GrantID(seq: count()), fact())
    }
  }
}
