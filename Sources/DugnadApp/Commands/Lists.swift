// NOUN list: what there is, for people as a table and for scripts as `items`.

import CommandLineKit
import Domain
import Import
import Projections
import Register
import Reports
import Wording

/// What every list is declared with.
private func listSpec(
  _ say: Say, nb: String, en: String, _ parameters: [ParameterSpec] = [],
  run: @escaping @Sendable (Arguments, Context) throws -> Void
) -> CommandSpec<Context> {
  CommandSpec(
    say, "list", ["liste"], summary: say(nb: nb, en: en),
    parameters: parameters + Common.printing(say) + Common.reading(say), run: run)
}

enum PersonList {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    listSpec(say, nb: "vis personer", en: "list persons") { _, context in
      let view = try context.view()
      let states = ReportWords.of(context.language).states
      let persons = view.state.persons.values.sorted { $0.id < $1.id }
      try context.list(
        schema: "persons", title: context.say(nb: "Personer", en: "Persons"),
        columns: [
          ReportColumn("id", "id"), ReportColumn("name", context.say(nb: "Navn", en: "Name")),
          ReportColumn("role", context.say(nb: "Rolle", en: "Role")),
        ],
        persons.map { person in
          let name = view.open.register.profile(of: person.id)?.name
          let role =
            switch person.role {
            case .volunteer: states.volunteer
            case .coordinator: states.coordinator
            case .approver: states.approver
            }
          return (
            [.text(person.id.text), .text(name ?? ""), .text(role)],
            person.json(name: name)
          )
        })
    }
  }
}

enum ActivityList {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    listSpec(say, nb: "vis aktiviteter", en: "list activities") { _, context in
      let view = try context.view()
      let words = ReportWords.of(context.language).columns
      let activities = view.state.activities.values.sorted { $0.seq < $1.seq }
      try context.list(
        schema: "activities", title: context.say(nb: "Aktiviteter", en: "Activities"),
        columns: [
          ReportColumn("code", words.code), ReportColumn("name", words.activity),
          ReportColumn("group", words.group), ReportColumn("sector", words.sector),
          ReportColumn("recipient", words.recipient, isDataOnly: true),
          ReportColumn("counted", context.say(nb: "I summen", en: "Counted")),
          ReportColumn("ended", context.say(nb: "Avsluttet", en: "Ended")),
        ], activities.map { row($0) })
    }
  }

  private static func row(_ activity: Activity) -> (cells: [ReportCell], json: JSONValue) {
    let details = activity.details
    return (
      [
        .text(details.code.text), .text(details.name), .text(details.group ?? ""),
        .text(details.sector ?? ""), .text(details.recipient ?? ""),
        ReportCell(.flag(details.counted)),
        activity.ended.map { ReportCell(.period(Period($0))) } ?? .empty,
      ],
      activity.json
    )
  }
}

enum ShiftList {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    listSpec(
      say, nb: "vis vakter", en: "list shifts",
      [
        ParameterSpec(
          Common.activity, help: say(nb: "bare i aktiviteten", en: "only of the activity")),
        ParameterSpec(Common.on, help: say(nb: "bare i perioden", en: "only in the period")),
      ]
    ) { arguments, context in
      let view = try context.view()
      let code = try arguments[Common.activity].map { try view.open.activity($0).details.code }
      let period = try context.period(arguments[Common.on])
      let shifts = view.state.shifts.values.filter { shift in
        (code == nil || shift.activity == code)
          && period.map { $0.first <= shift.plan.on && shift.plan.on <= $0.last } ?? true
      }.sorted { ($0.plan.on, $0.plan.start, $0.id) < ($1.plan.on, $1.plan.start, $1.id) }
      try context.list(
        schema: "shifts", title: context.say(nb: "Vakter", en: "Shifts"),
        columns: [
          ReportColumn("id", "id"),
          ReportColumn("activity", context.say(nb: "Aktivitet", en: "Activity")),
          ReportColumn("on", context.say(nb: "Dag", en: "Day")),
          ReportColumn("time", context.say(nb: "Klokka", en: "Time")),
          ReportColumn("placed", context.say(nb: "Påmeldt", en: "Signed up"), .right),
          ReportColumn("places", context.say(nb: "Plasser", en: "Places"), .right),
          ReportColumn("waiting", context.say(nb: "Venter", en: "Waiting"), .right),
          ReportColumn("state", context.say(nb: "Merknad", en: "Note")),
        ], shifts.map { row($0, context) })
    }
  }

  private static func row(
    _ shift: Shift, _ context: Context
  ) -> (cells: [ReportCell], json: JSONValue) {
    let waiting = shift.signups.count { $0.status == .waiting }
    let cancelled = context.say(nb: "avlyst", en: "cancelled")
    return (
      [
        .text(shift.id.text), .text(shift.activity.text),
        ReportCell(.period(Period(shift.plan.on))),
        .text("\(shift.plan.start.text)–\(shift.plan.end.text)"), .integer(shift.placesTaken),
        shift.plan.places.map { .integer($0) } ?? .empty, .integer(waiting),
        .text(shift.cancelled == nil ? "" : cancelled),
      ],
      shift.json
    )
  }
}

enum SignupList {
  static let shift: Parameter<ShiftID> = Values.id(operand: "shift", optional: true)

  static func spec(_ say: Say) -> CommandSpec<Context> {
    listSpec(
      say, nb: "vis påmeldte", en: "list sign-ups",
      [ParameterSpec(shift, help: say(nb: "bare til vakten: s12", en: "only for the shift: s12"))]
    ) { arguments, context in
      let view = try context.view()
      if let id = arguments[shift], view.state.shifts[id] == nil {
        throw view.open.failure(.unknownShift(id))
      }
      let states = ReportWords.of(context.language).states
      let shifts = view.state.shifts.values
        .filter { arguments[shift] == nil || $0.id == arguments[shift] }.sorted { $0.id < $1.id }
      try context.list(
        schema: "signups", title: context.say(nb: "Påmeldte", en: "Sign-ups"),
        columns: [
          ReportColumn("id", "id"), ReportColumn("shift", context.say(nb: "Vakt", en: "Shift")),
          ReportColumn("person", context.say(nb: "Person", en: "Person")),
          ReportColumn("status", context.say(nb: "Status", en: "Status")),
        ],
        shifts.flatMap { shift in
          shift.signups.map { signup in
            let status =
              switch signup.status {
              case .placed where shift.cancelled != nil, .waiting where shift.cancelled != nil:
                states.cancelled
              case .placed: states.signedUp
              case .waiting: states.waiting
              case .withdrawn: states.withdrawn
              }
            return (
              [
                .text(signup.id.text), .text(shift.id.text), .text(view.names(signup.person)),
                .text(status),
              ],
              signup.json(shift: shift.id)
            )
          }
        })
    }
  }
}

enum HoursList {
  static let unapproved = Parameter<Bool>.flag("unapproved", aliases: ["ikke-godkjent"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    listSpec(
      say, nb: "vis timeføringer", en: "list hour entries",
      [
        ParameterSpec(
          Common.activity, help: say(nb: "bare i aktiviteten", en: "only of the activity")),
        ParameterSpec(
          Common.person, help: say(nb: "bare for personen", en: "only of the person")),
        ParameterSpec(
          Common.on, help: say(nb: "bare i perioden", en: "only in the period")),
        ParameterSpec(
          unapproved, help: say(nb: "bare de som ikke er godkjent", en: "only those not approved")),
      ]
    ) { arguments, context in
      let view = try context.view()
      let filter = try EntryFilter(context, view.open)
      let entries = view.state.entries.values.filter {
        filter.takes($0.content) && !(arguments[unapproved] && $0.approval != nil)
      }.sorted { ($0.content.on, $0.id) < ($1.content.on, $1.id) }
      let words = ReportWords.of(context.language)
      try context.list(
        schema: "hours", title: context.say(nb: "Timeføringer", en: "Hour entries"),
        columns: [
          ReportColumn("id", "id"), ReportColumn("on", words.columns.period),
          ReportColumn("activity", words.columns.activity),
          ReportColumn("who", words.columns.person),
          ReportColumn("minutes", words.columns.hours, .right),
          ReportColumn("known", words.columns.howKnown),
          ReportColumn("approved", words.states.approved),
          ReportColumn("voucher", words.columns.voucher, isDataOnly: true),
        ], entries.map { row($0, view, words) })
    }
  }

  private static func row(
    _ entry: Entry, _ view: LedgerView, _ words: ReportWords
  ) -> (cells: [ReportCell], json: JSONValue) {
    let content = entry.content
    let known =
      switch content.known {
      case .recorded: words.states.recorded
      case .estimated: words.states.estimated
      case .summary: words.states.summary
      }
    let who =
      switch content.who {
      case .person(let person): view.names(person)
      case .unnamed(let heads): words.lines.unnamed(heads)
      }
    return (
      [
        .text(entry.id.text), ReportCell(.period(content.on)), .text(content.activity.text),
        .text(who), .hours(content.minutes), .text(known), ReportCell(.flag(entry.approval != nil)),
        .text(content.voucher ?? ""),
      ],
      entry.json
    )
  }
}

enum YearList {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    listSpec(say, nb: "vis årene", en: "list years") { _, context in
      let view = try context.view()
      let years = YearStatistics().folded(over: view.log).years
      let all = Set(years).union(view.state.years.keys).sorted()
      try context.list(
        schema: "years", title: context.say(nb: "År", en: "Years"),
        columns: [
          ReportColumn("year", context.say(nb: "År", en: "Year")),
          ReportColumn(
            "divisor", context.say(nb: "Timer i et årsverk", en: "Hours of an årsverk"), .right),
          ReportColumn("rate", context.say(nb: "Timesats", en: "Hourly value"), .right),
        ],
        all.map { year in
          let settings = view.state.settings(of: year)
          return (
            [
              .text("\(year)"), .integer(settings.divisor),
              settings.rate.map { .text(Numbers.kroner(ore: $0, context.language)) } ?? .empty,
            ],
            settings.json
          )
        })
    }
  }
}
