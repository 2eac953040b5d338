// participants add, correct, list: those an activity is for. They are counted, and never named.

import CommandLineKit
import Domain
import Import
import Reports
import Wording

/// `dugnad participants`.
enum ParticipantsCommand {
  static let id: Parameter<ParticipantsID> = Values.id(operand: "participants")
  static let count = Values.count("count", aliases: ["antall", "tal"])
  static let ages = Parameter<SpelledAges>.option(
    "age", aliases: ["alder"], placeholder: "0-12[=14]", repeats: true
  ) { text throws(BadValue) in
    guard let ages = SpelledAges(text) else { throw BadValue(expected: "age-count") }
    return ages
  }
  static let noAge = Parameter<Bool>.flag("no-age", aliases: ["uten-alder"])
  static let different = Parameter<Bool>.flag("different", aliases: ["forskjellige"])
  static let attendances = Parameter<Bool>.flag("attendances", aliases: ["oppmøter"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "participants", ["deltakere", "deltakarar"], group: say(nb: "Tilskudd", en: "Grants"),
      summary: say(
        nb: "tell deltakere: hvor mange, når, hvilken alder",
        en: "count participants: how many, when, what age"),
      subcommands: [add(say), correct(say), ParticipantsList.spec(say)])
  }

  private static func content(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(Common.activity, help: say(nb: "aktiviteten", en: "the activity")),
      ParameterSpec(
        Common.on,
        help: say(
          nb: "dagen (2024-11-01, igår) eller perioden (2024-11, 2024, FRA..TIL)",
          en: "the day (2024-11-01, yesterday) or period (2024-11, 2024, FROM..TO)")),
      ParameterSpec(count, help: say(nb: "hvor mange", en: "how many")),
    ]
  }

  private static func add(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "add", ["ny", "før"], summary: say(nb: "før deltakere", en: "record participants"),
      discussion: say(
        nb:
          "Den som kommer ti ganger, er ti oppmøter og én deltaker: --forskjellige teller dem som "
          + "ulike personer i perioden. Flere aldre føres i ett: --alder 0-12=14 --alder 13-19=3.",
        en:
          "Who comes ten times is ten attendances and one participant: --different counts them as "
          + "different people in the period. Several ages go together: --age 0-12=14 --age 13-19=3."
      ),
      parameters: content(say) + [
        ParameterSpec(
          ages,
          help: say(
            nb: "aldersgruppe: 0-12 med --antall, eller flere: 0-12=14",
            en: "age band: 0-12 with --count, or several: 0-12=14")),
        ParameterSpec(
          different,
          help: say(nb: "ulike personer i perioden", en: "different people of the period")
        ),
        ParameterSpec(
          Hours.known,
          help: say(
            nb: "hvordan tallet er kjent: recorded (ført), estimated (anslått), summary (summert)",
            en: "how the figure is known: recorded, estimated or summary")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "deltakere ny --aktivitet sprakkafe --dag igår --alder 0-12=14 --alder 13-19=3",
            en: "participants add --activity sprakkafe --on yesterday --age 0-12=14 --age 13-19=3"),
          say(nb: "to føringer på én gang", en: "two counts at once"))
      ], run: runAdd)
  }

  private static func correct(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "correct", ["rett"],
      summary: say(nb: "rett en føring av deltakere", en: "correct a count of participants"),
      discussion: say(
        nb: "Si bare det som skal bli annerledes.", en: "Say only what should be different."),
      parameters: [
        ParameterSpec(
          id, help: say(nb: "føringen: d12", en: "the count: d12"),
          placeholder: say(nb: "DELTAKERE", en: "PARTICIPANTS"))
      ] + content(say) + [
        ParameterSpec(ages, help: say(nb: "riktig alder: 0-12", en: "the right age: 0-12")),
        ParameterSpec(noAge, help: say(nb: "alderen er ikke kjent", en: "the age is not known")),
        ParameterSpec(
          different, help: say(nb: "det er ulike personer", en: "they are different people")),
        ParameterSpec(attendances, help: say(nb: "det er oppmøter", en: "they are attendances")),
        ParameterSpec(
          Hours.known, help: say(nb: "hvordan tallet er kjent", en: "how the figure is known")),
        ParameterSpec(
          Common.reason,
          help: say(
            nb: "hvorfor; ellers utledet av hva som endres",
            en: "why; else derived from what is changed")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(nb: "deltakere rett d12 --antall 15", en: "participants correct d12 --count 15"),
          say(nb: "det var femten", en: "it was fifteen"))
      ], run: runCorrect)
  }

  private static func runAdd(_ arguments: Arguments, _ context: Context) throws {
    let counts = try given(arguments)
    try context.carryOut { open in
      guard let typed = arguments[Common.activity] else {
        throw Failure.usage(
          "one-activity", nb: "Si hvilken aktivitet med --aktivitet.",
          en: "say which activity with --activity")
      }
      let code = try open.activity(typed).details.code
      let on = try context.period(arguments[Common.on]) ?? Period(context.today)
      let contents = counts.map { age, count in
        ParticipantCount(
          activity: code, on: on, measure: arguments[different] ? .different : .attendances,
          age: age, count: count, known: context.givenKnown)
      }
      for content in contents { context.warnOfAges(content, open.state) }
      return .addParticipants(contents)
    }
  }

  /// What `--age` and `--count` ask for: a count for each band, or one count.
  private static func given(_ arguments: Arguments) throws -> [(age: AgeBand?, count: Int)] {
    let spelled = arguments.all(ages)
    let count = arguments[count]
    let bands = spelled.map(\.band)
    if Set(bands).count < bands.count {
      throw Failure.usage(
        "age-twice", nb: "Den samme aldersgruppen er nevnt to ganger.",
        en: "the same age band is named twice")
    }
    if spelled.isEmpty, let count { return [(nil, count)] }
    if spelled.count == 1, spelled[0].count == nil, let count { return [(bands[0], count)] }
    let counted = spelled.compactMap { ages in ages.count.map { (ages.band as AgeBand?, $0) } }
    guard count == nil, !counted.isEmpty, counted.count == spelled.count else {
      throw Failure.usage(
        "how-many",
        nb: "Si hvor mange: --antall 14, --alder 0-12 --antall 14, eller --alder 0-12=14 for hver.",
        en: "say how many: --count 14, --age 0-12 --count 14, or --age 0-12=14 for each")
    }
    return counted
  }

  private static func runCorrect(_ arguments: Arguments, _ context: Context) throws {
    guard let id = arguments[id] else { return }
    try context.carryOut { open in
      guard let before = open.state.participants[id]?.content else {
        throw open.failure(.unknownParticipants(id))
      }
      let after = try corrected(before, context, open)
      let reason =
        arguments[Common.reason].flatMap(Reason.init) ?? Reason(changing: before, to: after)
      if after != before { context.warnOfAges(after, open.state) }
      return .correctParticipants(id, after, reason)
    }
  }

  private static func corrected(
    _ before: ParticipantCount, _ context: Context, _ open: OpenLedger
  ) throws -> ParticipantCount {
    let arguments = context.arguments
    var after = before
    let spelled = arguments.all(ages)
    let counts = [arguments[count], spelled.first?.count].compactMap { $0 }
    if spelled.count > 1 || counts.count > 1 || (arguments[noAge] && !spelled.isEmpty) {
      throw Failure.usage(
        "one-age", nb: "En føring har én aldersgruppe og ett antall.",
        en: "a count has one age band and one number")
    }
    if arguments[different], arguments[attendances] {
      throw Failure.usage(
        "one-measure", nb: "Si --forskjellige eller --oppmøter, ikke begge.",
        en: "say --different or --attendances, not both")
    }
    if let typed = arguments[Common.activity] {
      after.activity = try open.activity(typed).details.code
    }
    if let on = try context.period(arguments[Common.on]) { after.on = on }
    if let count = counts.first { after.count = count }
    if let band = spelled.first?.band { after.age = band }
    if arguments[noAge] { after.age = nil }
    if arguments[different] { after.measure = .different }
    if arguments[attendances] { after.measure = .attendances }
    if arguments.has(Hours.known) { after.known = context.givenKnown }
    return after
  }
}

extension Reason {
  /// The reason that what changed speaks for.
  fileprivate init(changing before: ParticipantCount, to after: ParticipantCount) {
    var reasons: [Reason] = []
    if before.activity != after.activity { reasons.append(.wrongActivity) }
    if before.on != after.on { reasons.append(.wrongDay) }
    if before.count != after.count { reasons.append(.typo) }
    self = reasons.count == 1 ? reasons[0] : .other
  }
}

extension Context {
  /// Warns when a grant asks for ages, and a count of its activity and time has none or another.
  fileprivate func warnOfAges(_ content: ParticipantCount, _ state: State) {
    for grant in state.grants.values.sorted(by: { $0.id < $1.id })
    where !grant.details.ages.isEmpty && grant.status.takesClaims
      && grant.details.covers(content.on) && grant.includes(content.activity)
    {
      let bands = grant.details.ages.map(\.text).joined(separator: ", ")
      if let age = content.age {
        if grant.details.ages.contains(age) { continue }
        warn(
          Phrase(
            nb: "\(grant.id.text) rapporteres i andre aldersgrupper enn \(age.text): \(bands).",
            nn: "\(grant.id.text) vert rapportert i andre aldersgrupper enn \(age.text): \(bands).",
            en: "\(grant.id.text) is reported in other age bands than \(age.text): \(bands)"))
      } else {
        warn(
          Phrase(
            nb: "\(grant.id.text) spør etter alder, og her er ingen: --alder \(bands).",
            nn: "\(grant.id.text) spør etter alder, og her er ingen: --alder \(bands).",
            en: "\(grant.id.text) asks for ages, and here is none: --age \(bands)"))
      }
    }
  }
}
