// What waits with grants, in words: the verb first, and the line to type.

import Domain
import Projections
import Reports
import Wording

extension TodoWords {
  func apply(for id: GrantID, _ deadline: Day, _ days: Int) -> TodoItem {
    let (title, day) = (title(id), phrase(of: deadline))
    let left = left(days)
    return TodoItem(
      kind: days < 0 ? "application-missed" : "apply-for-grant",
      text: days < 0
        ? Phrase(
          nb: "Si hva som ble av søknaden \(title) (fristen var \(day.nb))",
          nn: "Sei kva det vart av søknaden \(title) (fristen var \(day.nn))",
          en: "Say what became of the application \(title) (it was due \(day.en))")
        : Phrase(
          nb: "Søk om \(title) innen \(day.nb) (\(left.nb)), og før at det er søkt",
          nn: "Søk om \(title) innan \(day.nn) (\(left.nn)), og før at det er søkt",
          en: "Apply for \(title) by \(day.en) (\(left.en)), and record that you did"),
      command: Phrase(
        nb: "dugnad tilskudd endre \(id.text) --status søkt --den DATO --beløp KRONER",
        en: "dugnad grant change \(id.text) --status applied --on DATE --amount KRONER"),
      about: about(id, deadline, days))
  }

  func report(_ id: GrantID, _ deadline: Day, _ days: Int) -> TodoItem {
    let (title, day) = (title(id), phrase(of: deadline))
    let left = left(days)
    return TodoItem(
      kind: days < 0 ? "report-late" : "report-grant",
      text: days < 0
        ? Phrase(
          nb: "Rapporter \(title): fristen var \(day.nb)",
          nn: "Rapporter \(title): fristen var \(day.nn)",
          en: "Report \(title): it was due \(day.en)")
        : Phrase(
          nb: "Rapporter \(title) innen \(day.nb) (\(left.nb))",
          nn: "Rapporter \(title) innan \(day.nn) (\(left.nn))",
          en: "Report \(title) by \(day.en) (\(left.en))"),
      command: Phrase(
        nb: "dugnad rapport tilskudd \(id.text)", en: "dugnad report grant \(id.text)"),
      about: about(id, deadline, days))
  }

  func approveClaimed(_ id: GrantID, _ entries: [EntryID], _ minutes: Int) -> TodoItem {
    func sum(_ language: Language) -> String { Numbers.duration(minutes: minutes, language) }
    let list = entries.map(\.text).joined(separator: " ")
    return TodoItem(
      kind: "approve-claimed",
      text: Phrase(
        nb: "Se på timer som er rettet etter at de ble ført på \(title(id)), og godkjenn dem igjen "
          + "(\(sum(.nb)))",
        nn: "Sjå på timar som er retta etter at dei vart førte på \(title(id)), og godkjenn dei på "
          + "nytt (\(sum(.nn)))",
        en:
          "Look at hours that were corrected after they were claimed on \(title(id)), and approve "
          + "them again (\(sum(.en)))"),
      command: Phrase(nb: "dugnad timer godkjenn \(list)", en: "dugnad hours approve \(list)"),
      about: [
        JSONMember(key: "grant", value: .string(id.text)),
        JSONMember(key: "entries", value: .array(entries.map { .string($0.text) })),
        JSONMember(key: "minutes", value: .integer(minutes)),
      ])
  }

  func claimHours(_ id: GrantID, _ agreed: Int, _ claimed: Int) -> TodoItem {
    func hours(_ minutes: Int, _ language: Language) -> String {
      Numbers.duration(minutes: minutes, language)
    }
    return TodoItem(
      kind: "claim-hours",
      text: Phrase(
        nb: "Før timer på \(title(id)): \(hours(claimed, .nb)) av \(hours(agreed, .nb)) er ført",
        nn: "Før timar på \(title(id)): \(hours(claimed, .nn)) av \(hours(agreed, .nn)) er førte",
        en:
          "Claim hours on \(title(id)): \(hours(claimed, .en)) of \(hours(agreed, .en)) are claimed"
      ),
      command: Phrase(
        nb: "dugnad tilskudd før \(id.text) --alle --prøv",
        en: "dugnad grant claim \(id.text) --all --dry-run"),
      about: [
        JSONMember(key: "grant", value: .string(id.text)),
        JSONMember(key: "agreed", value: .integer(agreed)),
        JSONMember(key: "claimed", value: .integer(claimed)),
      ])
  }

  /// "g12 (Bufdir, Språkkafé)".
  private func title(_ id: GrantID) -> String {
    guard let details = state.grants[id]?.details else { return id.text }
    return "\(id.text) (\(details.funder), \(details.project ?? details.scheme))"
  }

  private func phrase(of day: Day) -> Phrase {
    let (year, month, date) = day.parts
    func text(_ language: Language) -> String {
      Dates.long(DateParts(year, month, date), language)
    }
    return Phrase(nb: text(.nb), nn: text(.nn), en: text(.en))
  }

  private func left(_ days: Int) -> Phrase {
    if days == 0 { return Phrase(nb: "i dag", en: "today") }
    return Phrase(
      nb: "om " + Numbers.counted(days, "dag", "dager", .nb),
      nn: "om " + Numbers.counted(days, "dag", "dagar", .nn),
      en: "in " + Numbers.counted(days, "day", "days", .en))
  }

  private func about(_ id: GrantID, _ deadline: Day, _ days: Int) -> [JSONMember] {
    [
      JSONMember(key: "grant", value: .string(id.text)),
      JSONMember(key: "deadline", value: .string(deadline.text)),
      JSONMember(key: "days", value: .integer(days)),
    ]
  }
}
