// Sentences about the centre, participants, grants, claims and sent reports.

import Domain
import Wording

extension EventWords {
  func grant(_ event: Event) -> String {
    switch event {
    case .centreAdded(let details):
      return say(nb: "la til sentralen", en: "added the centre") + " " + describe(details)
    case .centreChanged(let id, let details):
      return say(nb: "endret sentralen", nn: "endra sentralen", en: "changed the centre")
        + " \(id.text): " + describe(details)
    case .activityMarked(let code, let marks):
      return say(nb: "merket", nn: "merkte", en: "marked") + " \(code.text): " + list(marks)
    case .hoursMarked(let entry, let marks):
      return say(nb: "merket", nn: "merkte", en: "marked") + " \(entry.text): " + list(marks)
    case .participantsAdded(let content):
      return say(nb: "førte", en: "recorded") + " " + describe(content)
    case .participantsCorrected(let id, let content, let reason):
      return say(nb: "rettet", nn: "retta", en: "corrected") + " \(id.text) "
        + say(nb: "til", en: "to") + " \(describe(content)): \(self.reason(reason))"
    case .grantAdded(let details):
      return say(nb: "la til tilskuddet", nn: "la til tilskotet", en: "added the grant") + " "
        + describe(details)
    case .grantChanged(let id, let details):
      return say(nb: "endret", nn: "endra", en: "changed") + " \(id.text): " + describe(details)
    case .grantNoted(let id, let fact): return describe(fact, of: id)
    case .hoursClaimed(let entry, let grant, let minutes):
      let time = Numbers.duration(minutes: minutes, language)
      return say(
        nb: "førte \(time) av \(entry.text) på tilskudd \(grant.text)",
        nn: "førte \(time) av \(entry.text) på tilskot \(grant.text)",
        en: "claimed \(time) of \(entry.text) on grant \(grant.text)")
    case .claimReleased(let claim, let reason):
      return say(nb: "frigjorde", nn: "frigjorde", en: "released")
        + " \(claim.text): \(self.reason(reason))"
    case .findingWaived(let entry, let finding, let reason):
      return say(
        nb: "sto ved \(entry.text) tross funnet \(finding)",
        nn: "stod ved \(entry.text) trass i funnet \(finding)",
        en: "stood by \(entry.text) despite the finding \(finding)")
        + ": \(self.reason(reason))"
    case .reportSent(let sent): return describe(sent)
    default: return ""
    }
  }

  private func quoted(_ text: String) -> String { say(nb: "«\(text)»", en: "“\(text)”") }

  private func describe(_ details: CentreDetails) -> String {
    quoted(details.name)
      + (details.number.map { say(nb: ", org.nr. \($0)", en: ", organisation number \($0)") } ?? "")
      + (details.form.map { ", " + GrantWords.name($0)(language) } ?? "")
  }

  private func list(_ marks: [WorkMark]) -> String {
    marks.isEmpty
      ? say(nb: "ingen merker", nn: "ingen merke", en: "no marks")
      : marks.map { GrantWords.name($0)(language) }.joined(separator: ", ")
  }

  /// "12 oppmøter i sprakkafe, 0–12 år (5. mars 2024, anslått)".
  private func describe(_ content: ParticipantCount) -> String {
    let count = Numbers.integer(content.count, language)
    let age = content.age.map { ", " + GrantWords.ages($0, language) } ?? ""
    var remarks = [written(content.on, language)]
    if content.known != .recorded { remarks.append(known(content.known)) }
    return count + Numbers.hardSpace + GrantWords.counted(content.measure, content.count)(language)
      + say(nb: " i ", en: " in ") + content.activity.text + age
      + " (\(remarks.joined(separator: ", ")))"
  }

  private func describe(_ details: GrantDetails) -> String {
    let name = [details.funder, details.scheme, details.project].compactMap { $0 }
      .joined(separator: ", ")
    return quoted(name) + " (\(written(details.from, language)) – \(written(details.to, language)))"
  }

  private func describe(_ fact: GrantFact, of grant: GrantID) -> String {
    switch fact {
    case .included(let code, let kind):
      return say(nb: "tok", en: "included") + " \(code.text) "
        + say(nb: "med i", en: "in") + " \(grant.text)" + (kind.map { ": " + $0 } ?? "")
    case .aimed(let goal):
      let target =
        goal.measure == .hours
        ? Numbers.countedHours(minutes: goal.target, language)
        : Numbers.integer(goal.target, language)
      return say(nb: "satte mål for", nn: "sette mål for", en: "set a goal for")
        + " \(grant.text): " + GrantWords.name(goal.measure)(language) + " \(target)"
        + (goal.activity.map { " (\($0.text))" } ?? "")
    case .moved(let step):
      var parts = [GrantWords.name(step.status)(language) + " " + written(step.on, language)]
      if let amount = step.amount { parts.append(Numbers.kroner(ore: amount, language)) }
      if let minutes = step.minutes {
        parts.append(Numbers.countedHours(minutes: minutes, language))
      }
      return say(nb: "satte", nn: "sette", en: "set") + " \(grant.text): "
        + parts.joined(separator: ", ")
    case .answered(let condition, let met):
      let answer = met ? OwnWords.yes(language) : OwnWords.no(language)
      return say(nb: "svarte for", nn: "svarte for", en: "answered for")
        + " \(grant.text), \(condition.text): \(answer)"
    case .booked(let amount):
      var parts = [
        GrantWords.name(amount.book)(language) + ", " + GrantWords.name(amount.flow)(language),
        quoted(amount.post) + " " + Numbers.kroner(ore: amount.amount, language),
      ]
      if let funding = amount.funding { parts.append(GrantWords.name(funding)(language)) }
      if let day = amount.on { parts.append(written(day, language)) }
      if let voucher = amount.voucher { parts.append(say(nb: "bilag ", en: "voucher ") + voucher) }
      return say(nb: "førte", en: "booked") + " \(grant.text): " + parts.joined(separator: ", ")
    }
  }

  private func describe(_ sent: SentReport) -> String {
    let what =
      switch sent.scope {
      case .year(let year):
        say(nb: "årsrapporten for \(year)", en: "the report of the year \(year)")
      case .grant(let grant):
        say(
          nb: "rapporten for \(grant.text)", nn: "rapporten for \(grant.text)",
          en: "the report of \(grant.text)")
      }
    return say(nb: "sendte", nn: "sende", en: "sent") + " \(what) " + say(nb: "til", en: "to")
      + " \(quoted(sent.to)) \(written(sent.on, language)), "
      + say(nb: "linje", en: "line") + " \(sent.size), "
      + say(nb: "kontrollsum", en: "digest") + " \(sent.digest.prefix(8))"
  }
}
