// hours add --from-shift: what the plan says becomes hours only when somebody says who came. Nobody
// gets hours twice: who has standing hours on the shift is left alone.

import CommandLineKit
import Domain
import Import
import Wording

extension Context {
  func addFromShift(_ id: ShiftID) throws {
    try refuseBesideShift()
    var isSaid = false
    try carryOutAsking { open in
      guard let shift = open.state.shifts[id] else { throw open.failure(.unknownShift(id)) }
      // Said before anything else that is wrong with hours of a day to come.
      if shift.plan.ends > clock.pinned ?? world.now() {
        throw open.failure(.shiftNotOver(id, ends: shift.plan.ends))
      }
      let proposal = try ShiftHours(shift, self, open)
      if proposal.entries.isEmpty {
        if proposal.persons.isEmpty, !proposal.hasUnnamed { throw Self.nobody(on: id) }
        report(Decided(recorded: [], warnings: [], isRepeated: false), in: open, nil)
        tell(
          say(
            nb: "Alle på \(id.text) har timer; ingenting nytt.",
            en: "Everybody on \(id.text) has hours; nothing new."))
        throw QuietExit(code: .done)
      }
      if !isSaid { tell(proposal, in: open) }
      isSaid = true
      return logging(proposal.entries)
    }
  }

  /// The shift says which activity and which day.
  private func refuseBesideShift() throws {
    let said: [(Bool, String)] = [
      (arguments.has(HoursAdd.activity), say(nb: "aktiviteten", en: "the activity")),
      (arguments.has(Common.activity), say(nb: "--aktivitet", en: "--activity")),
      (arguments.has(Common.on), say(nb: "--dag", en: "--on")),
      (arguments.has(Hours.shift), say(nb: "--vakt", en: "--shift")),
    ]
    guard let other = said.first(where: \.0)?.1 else { return }
    throw Failure.usage(
      "shift-says-it", nb: "Vakten sier selv aktivitet og dag; ta bort \(other).",
      en: "the shift itself says activity and day; leave out \(other)")
  }

  private func tell(_ proposal: ShiftHours, in open: OpenLedger) {
    if isJSON { return }
    tellSums(of: proposal.entries)
    func list(_ persons: [PersonID]) -> String {
      persons.map(open.name).joined(separator: ", ")
    }
    if !proposal.done.isEmpty {
      tell(say(nb: "har timer fra før: ", en: "have hours already: ") + list(proposal.done))
    }
    if !proposal.waiting.isEmpty {
      tell(
        say(nb: "på venteliste, ikke med: ", en: "on the waiting list, left out: ")
          + list(proposal.waiting)
          + say(nb: " (kom noen av dem: --person)", en: " (if one of them came: --person)"))
    }
  }

  private static func nobody(on shift: ShiftID) -> Failure {
    Failure(
      "nobody-on-shift",
      Phrase(
        nb: "Ingen å føre timer for på \(shift.text).", en: "nobody on \(shift.text) to record"),
      hints: [
        Phrase(
          nb: "noen som kom uten påmelding: --person NAVN, eller --antall 3 uten navn",
          en: "somebody who came without sign-up: --person NAME, or --headcount 3 unnamed")
      ])
  }
}

/// The hours that a shift comes to, as far as they are not recorded yet.
private struct ShiftHours {
  private(set) var entries: [HourEntry] = []
  /// Everybody who is meant, also those who have hours already.
  let persons: [PersonID]
  /// Those of them who have hours on the shift.
  let done: [PersonID]
  /// Those on the waiting list who are not meant.
  let waiting: [PersonID]
  /// Whether unnamed people are meant, new or recorded already.
  let hasUnnamed: Bool

  init(_ shift: Shift, _ context: Context, _ open: OpenLedger) throws {
    let arguments = context.arguments
    let recorded = open.state.entries.values.filter { $0.content.shift == shift.id }
    let withHours = Set(recorded.compactMap(\.content.who.person))
    let left = try arguments.all(HoursAdd.except).map { try open.person($0) }
    for person in left where shift.signup(of: person) == nil {
      throw open.failure(.notSignedUp(person, shift.id))
    }
    let added = try arguments.all(Hours.persons).map { try open.person($0) }
    if let both = added.first(where: left.contains) {
      throw Failure.usage(
        "person-and-except", nb: "\(open.name(both)) kan ikke både være med og være unntatt.",
        en: "\(open.name(both)) cannot be both added and left out")
    }
    let placed = shift.signups.filter { $0.status == .placed }.map(\.person)
    var seen = Set(left)
    let meant = (placed + added).filter { seen.insert($0).inserted }
    persons = meant
    done = meant.filter(withHours.contains)
    waiting = shift.signups.filter { $0.status == .waiting && !seen.contains($0.person) }
      .map(\.person)

    let minutes = try context.givenMinutes() ?? shift.plan.minutes
    let own = try Self.ownMinutes(of: meant, context, open, shift.id)
    let unnamed = arguments[Hours.headcount]
    hasUnnamed = unnamed != nil
    func add(_ who: HourEntry.Who, _ each: Int) {
      let (total, isTooLarge) = each.multipliedReportingOverflow(by: who.heads)
      entries.append(
        HourEntry(
          activity: shift.activity, on: Period(shift.plan.on), who: who,
          minutes: isTooLarge ? Int.max : total, known: context.givenKnown,
          start: arguments[Hours.at]?.start ?? shift.plan.start, shift: shift.id,
          voucher: arguments[Hours.voucher]?.asStoredOrNil))
    }
    for person in meant where !withHours.contains(person) {
      add(.person(person), own[person] ?? minutes)
    }
    if let unnamed {
      let groups = recorded.filter { $0.content.who.person == nil }
      if groups.isEmpty {
        add(.unnamed(headcount: unnamed), minutes)
      } else if groups.count > 1 || groups[0].content.who.heads != unnamed {
        throw Self.unnamedBefore(groups.sorted { $0.id < $1.id }, shift.id)
      }
    }
  }

  /// What `--set` says of single persons, each of whom must be meant.
  private static func ownMinutes(
    of persons: [PersonID], _ context: Context, _ open: OpenLedger, _ shift: ShiftID
  ) throws -> [PersonID: Int] {
    var own: [PersonID: Int] = [:]
    for amount in context.arguments.all(HoursAdd.set) {
      let person = try open.person(amount.person)
      guard persons.contains(person) else {
        throw Failure(
          "not-proposed",
          Phrase(
            nb: "\(open.name(person)) er ikke blant dem som føres på \(shift.text).",
            en: "\(open.name(person)) is not among those recorded on \(shift.text)"),
          hints: [
            Phrase(
              nb: "kom uten påmelding: --person \(person.text)",
              en: "came without sign-up: --person \(person.text)")
          ])
      }
      if own.updateValue(amount.minutes, forKey: person) != nil {
        throw Failure.usage(
          "set-twice", nb: "--sett nevner \(open.name(person)) to ganger.",
          en: "--set names \(open.name(person)) twice")
      }
    }
    return own
  }

  /// The shift has unnamed people already, and another number of them.
  private static func unnamedBefore(_ groups: [Entry], _ shift: ShiftID) -> Failure {
    let list = groups.map { "\($0.id.text): \($0.content.who.heads)" }.joined(separator: ", ")
    let first = groups[0].id.text
    return Failure(
      "unnamed-before",
      Phrase(
        nb: "\(shift.text) har alt timer uten navn (\(list)).",
        en: "\(shift.text) has unnamed hours already (\(list))"),
      hints: [
        Phrase(
          nb: "rett dem: dugnad timer rett \(first) --antall N --timer T --hver",
          en: "correct them: dugnad hours correct \(first) --headcount N --hours T --each")
      ])
  }
}
