// What an import tells of what it records: how much, and which entries it changes.

import Domain
import Import
import Projections
import Register
import Reports
import Wording

extension ImportTeller {
  func recordedLines(_ decided: Decided, isDryRun: Bool) -> [String] {
    let span = decided.recorded
    let lines = "\(plan.line)–\(span.last?.seq ?? plan.line)"
    let head =
      isDryRun
      ? say(nb: "Ville føre \(plan.id.text)", en: "Would record \(plan.id.text)")
      : say(nb: "Ført \(plan.id.text)", en: "Recorded \(plan.id.text)")
    var result = [
      head + ": " + parts.joined(separator: ", ") + " (" + say(nb: "linje ", en: "lines ") + lines
        + ")"
    ]
    result += changeLines
    if !plan.activities.isEmpty {
      let codes = plan.activities.prefix(Self.shownMax).map(\.code.text).joined(separator: ", ")
      let more = plan.activities.count > Self.shownMax ? ", …" : ""
      result.append(
        "  " + say(nb: "nye aktiviteter: ", nn: "nye aktivitetar: ", en: "new activities: ") + codes
          + more)
    }
    if !plan.persons.isEmpty {
      let names = plan.persons.prefix(Self.shownMax).map { "\($0.name) (\($0.id.text))" }
      let more = plan.persons.count > Self.shownMax ? ", …" : ""
      result.append(
        "  " + say(nb: "nye personer: ", nn: "nye personar: ", en: "new persons: ")
          + names.joined(separator: ", ") + more)
    }
    return result
  }

  /// The entries that are corrected and taken back.
  var changeLines: [String] {
    var result: [String] = []
    for change in plan.corrections.prefix(Self.shownMax) {
      result.append(
        "  " + say(nb: "retter ", nn: "rettar ", en: "corrects ") + change.entry.text + ": "
          + ImportWords.brief(change.before, open, language) + " → "
          + ImportWords.brief(change.row.content, open, language))
    }
    result += moreLine(plan.corrections.count)
    for entry in plan.vanished.prefix(Self.shownMax) {
      result.append(
        "  " + say(nb: "tar tilbake ", nn: "tek tilbake ", en: "takes back ") + entry.text)
    }
    result += moreLine(plan.vanished.count)
    return result
  }

  private var parts: [String] {
    func counted(_ count: Int, _ one: Phrase, _ many: Phrase) -> String? {
      count == 0 ? nil : Numbers.counted(count, one(language), many(language), language)
    }
    var parts: [String?] = [
      counted(
        plan.entries.count, Phrase(nb: "føring", en: "entry"),
        Phrase(nb: "føringer", nn: "føringar", en: "entries"))
    ]
    if !plan.entries.isEmpty {
      let contents = plan.entries.map(\.content)
      parts.append(Numbers.countedHours(minutes: contents.clampedSum { $0.minutes }, language))
      parts.append(
        counted(
          Set(contents.compactMap(\.who.person)).count, Phrase(nb: "person", en: "person"),
          Phrase(nb: "personer", nn: "personar", en: "persons")))
      let heads = contents.reduce(0) { $0 + ($1.who.person == nil ? $1.who.heads : 0) }
      parts.append(
        counted(
          heads, Phrase(nb: "uten navn", nn: "utan namn", en: "unnamed"),
          Phrase(nb: "uten navn", nn: "utan namn", en: "unnamed")))
    }
    parts.append(
      counted(
        plan.corrections.count, Phrase(nb: "rettelse", nn: "retting", en: "correction"),
        Phrase(nb: "rettelser", nn: "rettingar", en: "corrections")))
    parts.append(
      counted(
        plan.vanished.count, Phrase(nb: "tatt tilbake", nn: "teken tilbake", en: "taken back"),
        Phrase(nb: "tatt tilbake", nn: "tekne tilbake", en: "taken back")))
    parts.append(
      counted(
        plan.activities.count, Phrase(nb: "ny aktivitet", en: "new activity"),
        Phrase(nb: "nye aktiviteter", nn: "nye aktivitetar", en: "new activities")))
    parts.append(
      counted(
        plan.persons.count, Phrase(nb: "ny person", en: "new person"),
        Phrase(nb: "nye personer", nn: "nye personar", en: "new persons")))
    let others = plan.commands.reduce(into: (shifts: 0, signups: 0, changes: 0)) {
      counts, command in
      switch command {
      case .planShift: counts.shifts += 1
      case .signUp: counts.signups += 1
      case .changeShift, .changeActivity: counts.changes += 1
      default: break
      }
    }
    parts.append(
      counted(others.shifts, Phrase(nb: "vakt", en: "shift"), Phrase(nb: "vakter", en: "shifts")))
    parts.append(
      counted(
        others.signups, Phrase(nb: "påmelding", en: "sign-up"),
        Phrase(nb: "påmeldinger", nn: "påmeldingar", en: "sign-ups")))
    parts.append(
      counted(
        others.changes, Phrase(nb: "endring", en: "change"),
        Phrase(nb: "endringer", nn: "endringar", en: "changes")))
    return parts.compactMap { $0 }
  }

  /// Warns of what the domain found unlikely: a few in words, then how many.
  func warn(_ warnings: [Domain.Warning]) {
    for warning in warnings.prefix(Self.shownMax) { context.warn(context.words(warning, open)) }
    if warnings.count > Self.shownMax {
      let more = warnings.count - Self.shownMax
      context.warn(
        Phrase(
          nb: "og \(more) slike til", nn: "og \(more) slike til", en: "and \(more) more like these")
      )
    }
  }
}
