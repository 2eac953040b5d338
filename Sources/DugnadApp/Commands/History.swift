// log and show: the log in words.

import CommandLineKit
import Domain
import Import
import Projections
import Reports
import Wording

/// `dugnad log`.
enum LogCommand {
  static let type = Parameter<String>.option(
    "type", placeholder: "TYPE", choices: EventType.allCases.map(\.rawValue), repeats: true)
  static let person = Parameter<String>.option(
    "person", short: "p", placeholder: "PERSON", completion: .query("persons"))
  static let activity = Parameter<String>.option(
    "activity", short: "a", aliases: ["aktivitet"], placeholder: "CODE",
    completion: .query("activities"))
  static let by = Parameter<String>.option(
    "by", aliases: ["av"], placeholder: "PERSON", completion: .query("persons"))
  static let on = Values.period("on", aliases: ["dag", "den"])
  static let recorded = Values.period("recorded", aliases: ["ført"])
  static let newest = Values.count("newest", aliases: ["nyeste"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "log", ["logg"], group: say(nb: "Se", en: "Look"),
      summary: say(nb: "loggen i ord", en: "the log in words"),
      parameters: [
        ParameterSpec(
          type, help: say(nb: "bare hendelser av typen", en: "only events of the type")),
        ParameterSpec(
          person,
          help: say(nb: "bare det som gjelder personen", en: "only what is about the person")),
        ParameterSpec(
          activity,
          help: say(nb: "bare det som gjelder aktiviteten", en: "only what is about the activity")),
        ParameterSpec(
          by, help: say(nb: "bare det som personen førte", en: "only what the person recorded")),
        ParameterSpec(on, help: say(nb: "bare arbeid i perioden", en: "only work in the period")),
        ParameterSpec(
          recorded,
          help: say(
            nb: "bare det som ble ført i perioden", en: "only what was recorded in the period")),
        ParameterSpec(newest, help: say(nb: "bare de nyeste N", en: "only the newest N")),
      ] + Common.printing(say) + Common.reading(say),
      examples: [
        Example(
          say(nb: "logg --nyeste 10", en: "log --newest 10"),
          say(nb: "de siste ti linjene", en: "the last ten lines"))
      ]
    ) { arguments, context in
      let view = try context.view()
      var query = LogQuery()
      query.types = Set(arguments.all(type).compactMap(EventType.init))
      query.author = try arguments[by].map { try view.open.person($0) }
      query.person = try arguments[person].map { try view.open.person($0) }
      query.activity = try arguments[activity].map { try view.open.activity($0).details.code }
      query.worked = try context.period(arguments[on]).map { $0.first...$0.last }
      query.recorded = try context.period(arguments[recorded]).map { $0.first...$0.last }
      var listing = LogListing(query)
      listing.fold(view.log)
      let lines = listing.lines.suffix(arguments[newest] ?? .max)
      try context.deliver(
        LogReport(Array(lines), basis: view.basis, names: view.names, context.language).report)
    }
  }
}

/// `dugnad show`.
enum ShowCommand {
  static let id = Parameter<String>.operand("id")
  static let everything = Parameter<Bool>.flag("everything", aliases: ["alt"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "show", ["vis"], group: say(nb: "Se", en: "Look"),
      summary: say(nb: "én ting og historien dens", en: "one thing and its history"),
      parameters: [
        ParameterSpec(
          id,
          help: say(
            nb: "id (h731, s12, p5, u45), aktivitet eller linje (731)",
            en: "id (h731, s12, p5, u45), activity or line (731)")),
        ParameterSpec(
          everything, help: say(nb: "også alt som nevner den", en: "also all that mentions it")),
      ] + Common.printing(say) + Common.reading(say),
      examples: [
        Example(
          say(nb: "vis h731", en: "show h731"),
          say(nb: "en timeføring og rettingene", en: "an hour entry and its corrections"))
      ]
    ) { arguments, context in
      guard let typed = arguments[id] else { return }
      let view = try context.view()
      let named = Thing.named(typed).lazy.map { thing in Trail(thing).folded(over: view.log) }
      let trail: Trail
      if let found = named.first(where: \.isKnown) {
        trail = found
      } else if context.looksLikeID(typed) {
        throw unknown(typed, view.open)
      } else {
        trail = Trail(try byName(typed, view.open)).folded(over: view.log)
      }
      try context.deliver(
        ShowReport(
          typed, trail, basis: view.basis, names: view.names,
          showsEverything: arguments[everything], context.language
        ).report)
    }
  }

  /// A person or an activity by name; a name that may be several persons is asked again.
  private static func byName(_ typed: String, _ open: OpenLedger) throws -> Thing {
    do {
      return .person(try open.person(typed))
    } catch let failure as Failure where failure.code == "unknown-person" {
      return .activity(try open.activity(typed).details.code)
    }
  }

  /// Why there is nothing of this id.
  private static func unknown(_ typed: String, _ open: OpenLedger) -> Failure {
    if let id = EntryID(text: typed) { return open.failure(.unknownEntry(id)) }
    if let id = ShiftID(text: typed) { return open.failure(.unknownShift(id)) }
    if let id = PersonID(text: typed) { return open.failure(.unknownPerson(id)) }
    if let id = SignupID(text: typed) { return open.failure(.unknownSignup(id)) }
    return open.failure(.noSuchLine(LineNumber.parse(typed) ?? 0))
  }
}
