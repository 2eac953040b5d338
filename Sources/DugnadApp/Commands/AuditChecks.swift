// audit --list-checks and --explain: what is looked for, what it means, and what to do.

import CommandLineKit
import EventStore
import Projections
import Reports
import Wording

/// The checks of `audit`, told.
enum AuditChecks {
  static let list = Parameter<Bool>.flag("list-checks", aliases: ["vis-kontroller"])
  static let explain = Parameter<String>.option(
    "explain", aliases: ["forklar"], placeholder: "ID",
    choices: FindingID.allCases.map(\.rawValue) + PlausibilityID.allCases.map(\.rawValue))

  static func tellAll(_ context: Context) {
    if context.isJSON {
      return context.print(
        JSONValue.object([
          "schema": .string("dugnad-checks:1"),
          "items": .array(FindingID.allCases.map { json($0, context.language) }),
          "plausibility": .array(PlausibilityID.allCases.map { json($0, context.language) }),
        ]).text)
    }
    for id in FindingID.allCases {
      tell(id.rawValue, FindingWords.meaning(id), FindingWords.remedy(id), context)
    }
    context.print("")
    context.print(
      context.say(
        nb: "Rimelighet – timer som reglene tillater, og som noen bør se på:",
        en: "Plausibility – hours that the rules allow, and that somebody should look at:"))
    for id in PlausibilityID.allCases {
      let told = PlausibilityHelp(id)
      tell(id.rawValue, told.meaning, told.remedy, context)
    }
  }

  private static func tell(_ id: String, _ meaning: Phrase, _ remedy: Phrase, _ context: Context) {
    context.print("\(padded(id, to: 20)) \(meaning(context.language))")
    context.print(String(repeating: " ", count: 21) + remedy(context.language))
  }

  /// Tells of one check; `typed` is the id of one.
  static func tell(_ typed: String, _ context: Context) {
    let language = context.language
    if let id = FindingID(rawValue: typed) {
      if context.isJSON { return context.print(explained(json(id, language)).text) }
      context.print("\(typed) (\(grave(id)(language))): \(FindingWords.meaning(id)(language))")
      return context.print("  → " + FindingWords.remedy(id)(language))
    }
    guard let id = PlausibilityID(rawValue: typed) else { return }
    if context.isJSON { return context.print(explained(json(id, language)).text) }
    let told = PlausibilityHelp(id)
    context.print("\(typed) (\(told.severity(language))): \(told.meaning(language))")
    context.print(context.say(nb: "hvorfor: ", en: "why it matters: ") + told.why(language))
    context.print(context.say(nb: "gjør dette: ", en: "what to do: ") + told.remedy(language))
    context.print(
      context.say(nb: "er det riktig: ", en: "if it is right: ") + told.waiving(language))
  }

  private static func grave(_ id: FindingID) -> Phrase {
    id.severity == .error ? Phrase(nb: "feil", en: "error") : Phrase(nb: "merk", en: "notice")
  }

  private static func explained(_ check: JSONValue) -> JSONValue {
    .object(["schema": .string("dugnad-check:1"), "check": check])
  }

  private static func json(_ id: FindingID, _ language: Language) -> JSONValue {
    .object([
      "id": .string(id.rawValue), "severity": .string(id.severity.rawValue),
      "meaning": .string(FindingWords.meaning(id)(language)),
      "remedy": .string(FindingWords.remedy(id)(language)),
    ])
  }

  private static func json(_ id: PlausibilityID, _ language: Language) -> JSONValue {
    let told = PlausibilityHelp(id)
    return .object([
      "id": .string(id.rawValue),
      "severities": .array(told.severities.map { .string($0.rawValue) }),
      "meaning": .string(told.meaning(language)), "why": .string(told.why(language)),
      "remedy": .string(told.remedy(language)), "waiving": .string(told.waiving(language)),
    ])
  }
}
