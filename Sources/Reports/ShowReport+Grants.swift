// A grant, a claim, a count of participants, a centre or a sent report as it is now.

import Domain
import Projections
import Wording

extension ShowReport {
  var grantFacts: [Fact] {
    switch trail.thing {
    case .centre(let id): state.centres[id].map { facts($0.details) } ?? gone
    case .participants(let id): state.participants[id].map(facts) ?? gone
    case .grant(let id): state.grants[id].map(facts) ?? gone
    case .sent(let id): state.sent[id].map { facts($0.content) } ?? gone
    default: []
    }
  }

  private func label(_ nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  private func facts(_ centre: CentreDetails) -> [Fact] {
    var facts: [Fact] = []
    if let number = centre.number {
      facts.append(Fact(label("Org.nr.", en: "Organisation number"), number))
    }
    if let form = centre.form {
      facts.append(
        Fact(label("Eierform", nn: "Eigarform", en: "Owner"), GrantWords.name(form)(language)))
    }
    return facts
  }

  private func facts(_ participants: Participants) -> [Fact] {
    let content = participants.content
    var facts = [
      Fact(columns.activity, content.activity.text), Fact(columns.period, .period(content.on)),
      Fact(
        label("Antall", nn: "Tal", en: "Number"),
        Numbers.integer(content.count, language) + Numbers.hardSpace
          + GrantWords.counted(content.measure, content.count)(language)),
      Fact(columns.howKnown, words.known(content.known)),
    ]
    if let age = content.age {
      facts.append(Fact(label("Alder", en: "Age"), GrantWords.ages(age, language)))
    }
    return facts
  }

  private func facts(_ grant: Grant) -> [Fact] {
    let details = grant.details
    var facts = [
      Fact(label("Tilskuddsgiver", nn: "Tilskotsgivar", en: "Funder"), details.funder),
      Fact(label("Ordning", en: "Scheme"), details.scheme),
    ]
    if let project = details.project {
      facts.append(Fact(label("Prosjekt", en: "Project"), project))
    }
    facts.append(
      Fact(columns.period, "\(written(details.from, language)) – \(written(details.to, language))"))
    facts.append(Fact(OwnWords.status(language), GrantWords.name(grant.status)(language)))
    if let rules = details.rules {
      facts.append(Fact(label("Regler fra", nn: "Reglar frå", en: "Rules from"), rules))
    }
    if let day = details.deadline {
      facts.append(
        Fact(label("Søknadsfrist", en: "Application deadline"), written(day, language)))
    }
    if let day = details.report {
      facts.append(
        Fact(label("Rapportfrist", en: "Report deadline"), written(day, language)))
    }
    let activities = grant.activities.map(\.activity.text).joined(separator: ", ")
    if !activities.isEmpty {
      facts.append(Fact(label("Aktiviteter", nn: "Aktivitetar", en: "Activities"), activities))
    }
    return facts
  }

  private func facts(_ sent: SentReport) -> [Fact] {
    [
      Fact(label("Sendt til", nn: "Send til", en: "Sent to"), sent.to),
      Fact(label("Dag", en: "Day"), written(sent.on, language)),
      Fact(label("Loggposisjon", en: "Log position"), "\(sent.size)"),
      Fact(label("Kontrollsum", en: "Digest"), sent.digest),
      Fact(
        label("Tatt vare på som", nn: "Teken vare på som", en: "Kept as"),
        "sent/\(sent.file).\(sent.form.fileExtension)"),
    ]
  }
}
