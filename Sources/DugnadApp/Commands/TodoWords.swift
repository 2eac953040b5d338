// What waits, in words: the verb first, and the line to type.

import Domain
import Projections
import Reports
import Wording

/// Sentences about the work queue of a ledger.
struct TodoWords {
  let state: State

  func item(_ item: WorkQueue.Item) -> TodoItem {
    switch item {
    case .shiftWithoutHours(let shift, let people): hours(of: shift, people)
    case .approve(let activity, let entries, let minutes): approval(activity, entries, minutes)
    case .applyForGrant(let grant, let deadline, let days): apply(for: grant, deadline, days)
    case .reportGrant(let grant, let deadline, let days): report(grant, deadline, days)
    case .approveClaimed(let grant, let entries, let minutes):
      approveClaimed(grant, entries, minutes)
    case .claimHours(let grant, let agreed, let claimed): claimHours(grant, agreed, claimed)
    case .setCategory(let activity): category(of: activity)
    case .lookAt(let implausible): look(at: implausible)
    case .closeYear(let year, let blockedBy): closing(of: year, blockedBy)
    case .approveYear(let year, let closing): yearApproval(year, closing)
    }
  }

  private func name(_ code: ActivityCode) -> String {
    state.activities[code]?.details.name ?? code.text
  }

  private func hours(of id: ShiftID, _ people: Int) -> TodoItem {
    let shift = state.shifts[id]
    func place(_ language: Language, _ one: String, _ many: String) -> String {
      guard let shift else { return id.text }
      let (year, month, day) = shift.plan.on.parts
      return
        "\(id.text) (\(name(shift.activity)), \(Dates.long(DateParts(year, month, day), language)), "
        + Numbers.counted(people, one, many, language) + ")"
    }
    return TodoItem(
      kind: "shift-without-hours",
      text: Phrase(
        nb: "Før timer for vakt \(place(.nb, "påmeldt", "påmeldte"))",
        nn: "Før timar for vakt \(place(.nn, "påmeld", "påmelde"))",
        en: "Record hours for shift \(place(.en, "signed up", "signed up"))"),
      command: Phrase(
        nb: "dugnad timer ny --fra-vakt \(id.text)", en: "dugnad hours add --from-shift \(id.text)"),
      about: [
        JSONMember(key: "shift", value: .string(id.text)),
        JSONMember(key: "people", value: .integer(people)),
      ])
  }

  private func approval(
    _ activity: ActivityCode, _ entries: [EntryID], _ minutes: Int
  ) -> TodoItem {
    func count(_ language: Language, _ one: String, _ many: String) -> String {
      Numbers.counted(entries.count, one, many, language)
    }
    func sum(_ language: Language) -> String { Numbers.duration(minutes: minutes, language) }
    return TodoItem(
      kind: "approve",
      text: Phrase(
        nb: "Godkjenn \(count(.nb, "føring", "føringer")) i \(name(activity)) (\(sum(.nb)))",
        nn: "Godkjenn \(count(.nn, "føring", "føringar")) i \(name(activity)) (\(sum(.nn)))",
        en: "Approve \(count(.en, "entry", "entries")) in \(name(activity)) (\(sum(.en)))"),
      command: Phrase(
        nb: "dugnad timer godkjenn --aktivitet \(activity.text)",
        en: "dugnad hours approve --activity \(activity.text)"),
      about: [
        JSONMember(key: "activity", value: .string(activity.text)),
        JSONMember(key: "entries", value: .array(entries.map { .string($0.text) })),
        JSONMember(key: "minutes", value: .integer(minutes)),
      ])
  }

  private func category(of activity: ActivityCode) -> TodoItem {
    TodoItem(
      kind: "set-category",
      text: Phrase(
        nb: "Sett kategori på \(name(activity))", nn: "Set kategori på \(name(activity))",
        en: "Set the category of \(name(activity))"),
      command: Phrase(
        nb: "dugnad aktivitet endre \(activity.text) --kategori KATEGORI",
        en: "dugnad activity change \(activity.text) --category CATEGORY"),
      about: [JSONMember(key: "activity", value: .string(activity.text))])
  }

  private func look(at implausible: Implausible) -> TodoItem {
    let id = implausible.entry.text
    let why = PlausibilityWords.text(
      implausible.why.facts, others: implausible.why.other.map { [$0] } ?? [])
    return TodoItem(
      kind: "look-at",
      text: Phrase(
        nb: "Se på \(id): \(why.nb)", nn: "Sjå på \(id): \(why.nn)", en: "Look at \(id): \(why.en)"),
      command: Phrase(nb: "dugnad vis \(id)", en: "dugnad show \(id)"),
      about: [JSONMember(key: "entry", value: .string(id))])
  }

  private func closing(of year: Int, _ blockedBy: [ClosingCheck: Int]) -> TodoItem {
    let checks = blockedBy.sorted { $0.key < $1.key }
    let what = checks.map { ClosingWords.inTheWay($0.key, count: $0.value, year).what }
    func things(_ language: Language, _ many: String) -> String {
      checks.count == 1 ? "" : ", " + Numbers.counted(checks.count, many, many, language)
    }
    let text =
      checks.isEmpty
      ? Phrase(nb: "Avslutt \(year)", en: "Close \(year)")
      : Phrase(
        nb: "Før du kan avslutte \(year)\(things(.nb, "ting")): "
          + what.map(\.nb).joined(separator: ", "),
        nn: "Før du kan avslutte \(year)\(things(.nn, "ting")): "
          + what.map(\.nn).joined(separator: ", "),
        en: "Before you can close \(year)\(things(.en, "things")): "
          + what.map(\.en).joined(separator: ", "))
    return TodoItem(
      kind: "close-year", text: text,
      command: Phrase(nb: "dugnad avslutt \(year)", en: "dugnad close \(year)"),
      about: [
        JSONMember(key: "year", value: .integer(year)),
        JSONMember(
          key: "blockedBy",
          value: .object(
            checks.map { JSONMember(key: $0.key.rawValue, value: .integer($0.value)) })),
      ])
  }

  private func yearApproval(_ year: Int, _ closing: Int) -> TodoItem {
    TodoItem(
      kind: "approve-year",
      text: Phrase(
        nb: "Få \(year) godkjent av årsmøtet, og før dagen",
        nn: "Få \(year) godkjend av årsmøtet, og før dagen",
        en: "Get \(year) approved by the annual meeting, and record the day"),
      command: Phrase(
        nb: "dugnad avslutt \(year) --godkjent DATO", en: "dugnad close \(year) --approved DATE"),
      about: [
        JSONMember(key: "year", value: .integer(year)),
        JSONMember(key: "closing", value: .integer(closing)),
      ])
  }
}
