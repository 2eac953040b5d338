// grant: who pays, for what, by which rules. What its verbs share: the parameters that say what is
// agreed, and how they become details and facts.

import CommandLineKit
import Domain
import Import
import Wording

/// `dugnad grant`.
enum Grants {
  static let grant: Parameter<GrantID> = Values.id(operand: "grant")
  static let funder = Parameter<String>.option(
    "funder", aliases: ["tilskuddsgiver"], placeholder: "NAME")
  static let scheme = Parameter<String>.option("scheme", aliases: ["ordning"], placeholder: "NAME")
  static let project = Parameter<String>.option(
    "project", aliases: ["prosjekt"], placeholder: "TEXT")
  static let from = Values.day("from", aliases: ["fra"])
  static let to = Values.day("to", aliases: ["til"])
  static let year = Values.year(option: "year", aliases: ["år"])
  static let excluded = Values.marks("exclude", aliases: ["teller-ikke"], "excludable-marks")
  static let ages = Values.ages("ages", aliases: ["aldersgrupper"])
  static let target = Values.age("target", aliases: ["målgruppe"])
  static let share = Parameter<Int>.option(
    "share", aliases: ["lokal-andel"], placeholder: "PERCENT"
  ) { text throws(BadValue) in
    let digits = text.hasSuffix("%") ? text.dropLast() : Substring(text)
    guard let share = digits == "0" ? 0 : LineNumber.parse(digits),
      GrantDetails.shareRange.contains(share)
    else { throw BadValue(expected: "percent") }
    return share
  }
  static let deadline = Values.day("deadline", aliases: ["søknadsfrist"])
  static let reportBy = Values.day("report-by", aliases: ["rapportfrist"])
  static let activities = Parameter<SpelledInclusion>.option(
    "activity", short: "a", aliases: ["aktivitet"], placeholder: "CODE[=KIND]",
    completion: .query("activities"), repeats: true
  ) { text throws(BadValue) in
    guard let inclusion = SpelledInclusion(text) else { throw BadValue(expected: "inclusion") }
    return inclusion
  }
  static let goals = Parameter<SpelledGoal>.option(
    "goal", aliases: ["mål"], placeholder: "[CODE:]MEASURE=N", repeats: true
  ) { text throws(BadValue) in
    guard let goal = SpelledGoal(text) else { throw BadValue(expected: "goal") }
    return goal
  }
  static let conditions = Parameter<SpelledAnswer>.option(
    "condition", aliases: ["vilkår"], placeholder: "CODE=yes|no", repeats: true
  ) { text throws(BadValue) in
    guard let answer = SpelledAnswer(text) else { throw BadValue(expected: "condition") }
    return answer
  }
  static let on = Values.day("on", aliases: ["dag", "den"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "grant", ["tilskudd", "tilskot"], group: say(nb: "Tilskudd", en: "Grants"),
      summary: say(
        nb: "tilskudd: søknad, mål, penger, og timer som føres på dem",
        en: "grants: application, goals, money, and the hours claimed on them"),
      subcommands: [
        GrantAdd.spec(say), GrantChange.spec(say), GrantClaim.spec(say), GrantImport.spec(say),
        GrantList.spec(say), GrantProfiles.spec(say),
      ])
  }

  /// The parameters that say what is agreed, shared by `add` and `change`.
  static func content(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(funder, help: say(nb: "hvem som gir det", en: "who gives it")),
      ParameterSpec(scheme, help: say(nb: "ordningen", en: "the scheme")),
      ParameterSpec(project, help: say(nb: "prosjektet", en: "the project")),
      ParameterSpec(from, help: say(nb: "første dag som teller", en: "the first day that counts")),
      ParameterSpec(to, help: say(nb: "siste dag som teller", en: "the last day that counts")),
      ParameterSpec(
        year, help: say(nb: "hele året, i stedet for fra og til", en: "the whole year, instead")),
      ParameterSpec(
        activities,
        help: say(
          nb: "en aktivitet som hører til, og tilskuddsgiverens ord for slaget; ingen: alle",
          en: "an activity that belongs to it, and the funder's word for its kind; none: all")),
      ParameterSpec(
        deadline,
        help: say(
          nb: "søknadsfristen, slik du har lest den", en: "the application deadline as you read it")
      ),
      ParameterSpec(
        reportBy,
        help: say(
          nb: "rapportfristen, slik du har lest den", en: "the report deadline as you read it")
      ),
      ParameterSpec(
        target, help: say(nb: "hvem det er for: 0-24", en: "who it is for: 0-24")),
      ParameterSpec(
        ages,
        help: say(
          nb: "aldersgruppene det rapporteres i; «ingen» tar dem bort",
          en: "the age bands it is reported in; 'none' takes them away")),
      ParameterSpec(
        excluded,
        help: say(
          nb: "arbeid som ikke teller: naturalia, offentlig, styre, reise, eller ingen",
          en: "work that does not count: in-kind, public-task, board, travel, or none"),
        placeholder: say(nb: "MERKER", en: "MARKS")),
      ParameterSpec(
        share,
        help: say(nb: "minste lokale andel i prosent", en: "the least local share in percent")),
      ParameterSpec(
        Years.rate,
        help: say(nb: "tilskuddsgiverens kroner i timen", en: "the funder's kroner an hour")),
      ParameterSpec(
        Years.divisor,
        help: say(
          nb: "tilskuddsgiverens timer i et årsverk", en: "the funder's hours of an årsverk")
      ),
      ParameterSpec(
        goals,
        help: say(
          nb: "mål: deltakere=120, sprakkafe:timer=300 (timer, frivillige, oppmøter, deltakere, "
            + "dager, aktiviteter, møteplasser)",
          en: "a goal: participants=120, sprakkafe:hours=300 (hours, volunteers, attendances, "
            + "participants, days, activities, open-places)")),
      ParameterSpec(
        conditions,
        help: say(
          nb: "om et vilkår er oppfylt: advisory-body=ja (kodene: dugnad tilskudd profiler)",
          en: "whether a condition is met: advisory-body=yes (codes: dugnad grant profiles)")),
    ]
  }
}

extension Context {
  /// Puts what was said into the details of a grant.
  func apply(to details: inout GrantDetails) throws {
    if let text = arguments[Grants.funder] { details.funder = text.asStored }
    if let text = arguments[Grants.scheme] { details.scheme = text.asStored }
    if let text = arguments[Grants.project] { details.project = text.asStoredOrNil }
    if let days = try givenDays() {
      (details.from, details.to) = days
    } else {
      details.from = arguments[Grants.from]?.day(today: today) ?? details.from
      details.to = arguments[Grants.to]?.day(today: today) ?? details.to
    }
    if arguments.has(Grants.excluded) {
      details.excluded = arguments.all(Grants.excluded).flatMap { $0 }.unique
    }
    if let ages = arguments[Grants.ages] { details.ages = ages }
    if let target = arguments[Grants.target] { details.target = target }
    if let share = arguments[Grants.share] { details.share = share }
    if let rate = arguments[Years.rate] { details.rate = rate }
    if let divisor = arguments[Years.divisor] { details.divisor = divisor }
    if let day = arguments[Grants.deadline]?.day(today: today) { details.deadline = day }
    if let day = arguments[Grants.reportBy]?.day(today: today) { details.report = day }
  }

  /// The first and the last day, by `--year` or by `--from` and `--to`; nil unless both are said.
  func givenDays() throws -> (Day, Day)? {
    let (from, to) = (arguments[Grants.from], arguments[Grants.to])
    if let year = arguments[Grants.year] {
      guard from == nil, to == nil, let period = Period(year: year) else {
        throw Failure.usage(
          "year-or-days", nb: "Si --år, eller --fra og --til.", en: "say --year, or --from and --to"
        )
      }
      return (period.first, period.last)
    }
    guard let from, let to else { return nil }
    return (from.day(today: today), to.day(today: today))
  }

  /// What was said of activities, goals and conditions.
  func givenFacts(_ open: OpenLedger, _ profile: Profile?) throws -> [GrantFact] {
    var facts: [GrantFact] = []
    for inclusion in arguments.all(Grants.activities) {
      let code = try open.activity(inclusion.activity).details.code
      facts.append(.included(code, kind: try inclusion.kind.map { try kind($0, profile) }))
    }
    for goal in arguments.all(Grants.goals) {
      let code = try goal.activity.map { try open.activity($0).details.code }
      facts.append(.aimed(GrantGoal(goal.measure, of: code, target: goal.target)))
    }
    for answer in arguments.all(Grants.conditions) {
      if let profile, !profile.conditions.isEmpty, profile.words(of: answer.condition) == nil {
        let codes = profile.conditions.map(\.code.text).joined(separator: ", ")
        throw Failure(
          "unknown-condition", exit: .usage,
          Phrase(
            nb: "Profilen \(profile.code) har ikke vilkåret \(answer.condition.text).",
            en: "the profile \(profile.code) has no condition \(answer.condition.text)"),
          hints: [Phrase(nb: "vilkårene er \(codes)", en: "the conditions are \(codes)")])
      }
      facts.append(.answered(condition: answer.condition, met: answer.isMet))
    }
    return facts
  }

  /// The funder's word for a kind of activity: one of the profile's, where it has some.
  private func kind(_ typed: String, _ profile: Profile?) throws -> String {
    guard let profile, !profile.kinds.isEmpty else { return typed }
    if let kind = profile.kind(typed) { return kind.text }
    let kinds = profile.kinds.map(\.text)
    throw Failure(
      "unknown-kind", exit: .usage,
      Phrase(
        nb: "Profilen \(profile.code) har ikke slaget «\(typed)».",
        en: "the profile \(profile.code) has no kind '\(typed)'"),
      hints: [
        Phrase(
          nb: "skriv nummeret: \(kinds.joined(separator: "; "))",
          en: "type the number: \(kinds.joined(separator: "; "))")
      ])
  }
}
