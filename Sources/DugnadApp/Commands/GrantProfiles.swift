// grant profiles: what ships, each rule with its source and year.

import CommandLineKit
import Domain
import Reports
import Wording

/// `dugnad grant profiles`.
enum GrantProfiles {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "profiles", ["profiler", "profilar"],
      summary: say(
        nb: "vis profilene: hva tilskuddsgivere spør etter, med kilde og år",
        en: "show the profiles: what funders ask, with source and year")
    ) { _, context in try show(context) }
  }

  static func show(_ context: Context) throws {
    if context.isJSON {
      return context.print(
        JSONValue.object([
          "schema": .string("dugnad-grant-profiles:1"),
          "items": .array(Profile.all.map { $0.json(context.language) }),
        ]).text)
    }
    for (index, profile) in Profile.all.enumerated() {
      if index > 0 { context.print() }
      for line in lines(of: profile, context.language) { context.print(line) }
    }
  }

  /// A profile in words: its rules, kinds and conditions, each with where it comes from.
  static func lines(of profile: Profile, _ language: Language) -> [String] {
    var lines = ["\(profile.code): \(profile.name(language))"]
    lines += profile.told.map { "  " + $0.words(language) + from($0.source, $0.year, language) }
    if !profile.ages.isEmpty {
      let bands = profile.ages.map(\.text).joined(separator: ", ")
      lines.append(
        "  " + Phrase(nb: "aldersgrupper: ", en: "age bands: ")(language) + bands)
    }
    for kind in profile.kinds { lines.append("  \(kind.code) \(kind.words(language))") }
    for condition in profile.conditions {
      lines.append(
        "  \(condition.code.text): \(condition.words(language))"
          + from(condition.source, condition.year, language))
    }
    return lines
  }

  private static func from(_ source: String, _ year: String?, _ language: Language) -> String {
    let year =
      year
      ?? Phrase(
        nb: "årstall ikke oppgitt", nn: "årstal ikkje oppgjeve", en: "of an unstated year")(
        language)
    return " [\(source), \(year)]"
  }
}

extension Profile {
  /// An item of schema `dugnad-grant-profiles:1`.
  func json(_ language: Language) -> JSONValue {
    .object([
      "code": .string(code), "name": .string(name(language)),
      "funder": .string(orNull: funder), "scheme": .string(orNull: scheme),
      "rules": .string(orNull: rules), "calendarYear": .bool(isForCalendarYear),
      "target": .string(orNull: target?.text),
      "ages": .array(ages.map { .string($0.text) }),
      "excluded": .array(excluded.map { .string($0.rawValue) }),
      "share": share.map { .integer($0) } ?? .null,
      "told": .array(
        told.map {
          .object([
            "text": .string($0.words(language)), "source": .string($0.source),
            "year": .string(orNull: $0.year),
          ])
        }),
      "kinds": .array(
        kinds.map {
          .object(["code": .string($0.code), "text": .string($0.words(language))])
        }),
      "conditions": .array(
        conditions.map {
          .object([
            "code": .string($0.code.text), "text": .string($0.words(language)),
            "source": .string($0.source), "year": .string(orNull: $0.year),
          ])
        }),
    ])
  }
}
