// close, reopen: the year's figures are frozen, approved by the annual meeting, and opened again only
// with a reason that stays.

import CommandLineKit
import Domain
import Evidence
import Import
import Projections
import Wording

/// `dugnad close`.
enum CloseCommand {
  static let year = Values.year(operand: "year")
  static let approved = Values.day("approved", aliases: ["godkjent"])
  static let accept = Parameter<String>.option(
    "accept", aliases: ["godta"], placeholder: "CHECK",
    choices: ClosingCheck.allCases.map(\.rawValue), repeats: true)
  static let reason = Parameter<String>.option(
    "reason", aliases: ["grunn"], placeholder: "REASON",
    choices: AcceptReason.allCases.map(\.rawValue))

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "close", ["avslutt"], group: say(nb: "Året", en: "The year"),
      summary: say(
        nb: "avslutt et år, eller før årsmøtets godkjenning",
        en: "close a year, or record the annual meeting's approval"),
      discussion: say(
        nb:
          "Går først gjennom en sjekkliste. Det som ikke er i orden, må ordnes eller godtas med en "
          + "grunn. Deretter står årets timer fast: det som kommer for sent, føres ved siden av "
          + "(--etter), og skal tallene endres, må året gjenåpnes.",
        en:
          "Goes through a checklist first. What is not in order must be mended, or accepted with a "
          + "reason. From then on the year's hours stand fast: what comes too late is recorded beside "
          + "them (--late), and to change the figures the year must be reopened."),
      parameters: [
        ParameterSpec(
          year, help: say(nb: "året", en: "the year"), placeholder: say(nb: "ÅR", en: "YEAR")),
        ParameterSpec(
          approved,
          help: say(
            nb: "dagen årsmøtet godkjente året slik det er avsluttet",
            en: "the day the annual meeting approved the year as it is closed")),
        ParameterSpec(
          accept,
          help: say(
            nb: "godta at noe ikke er i orden: unapproved (ikke godkjente timer), no-category "
              + "(aktiviteter uten kategori), implausible (timer som er vanskelige å tro), open-shifts "
              + "(vakter uten timer)",
            en: "accept what is not in order: unapproved, no-category, implausible, open-shifts")),
        ParameterSpec(
          reason,
          help: say(
            nb: "hvorfor det godtas: checked (kontrollert mot papir), not-needed (ikke nødvendig), "
              + "board (bestemt av styret), other (annet)",
            en: "why it is accepted: checked (on paper), not-needed, board (its decision), other")),
        ParameterSpec(Common.yes, help: say(nb: "ikke spør", en: "do not ask")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(nb: "avslutt 2024", en: "close 2024"),
          say(nb: "sjekklisten, og så avslutningen", en: "the checklist, and then the closing")),
        Example(
          say(
            nb: "avslutt 2024 --godta unapproved --grunn board",
            en: "close 2024 --accept unapproved --reason board"),
          say(
            nb: "selv om noen timer ikke er godkjent",
            en: "though some hours are not approved")),
        Example(
          say(nb: "avslutt 2024 --godkjent 4.3.2025", en: "close 2024 --approved 2025-03-04"),
          say(nb: "årsmøtet har godkjent", en: "the annual meeting has approved")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let year = arguments[year] else { return }
    if let spelled = arguments[approved] {
      if arguments.has(accept) || arguments.has(reason) {
        throw Failure.usage(
          "approve-only", nb: "--godkjent står alene: det som godtas, godtas når året avsluttes.",
          en: "--approved stands alone: what is accepted is accepted when the year is closed")
      }
      return try context.carryOutAsking { _ in
        .approveYear(year, on: spelled.day(today: context.today))
      }
    }
    let accepted = Set(arguments.all(accept).compactMap(ClosingCheck.init))
    let why = arguments[reason].flatMap(AcceptReason.init)
    if accepted.isEmpty != (why == nil) {
      throw Failure.usage(
        "accept-needs-reason", nb: "--godta og --grunn hører sammen.",
        en: "--accept and --reason go together")
    }
    try context.carryOutAsking { open in
      try context.closing(of: year, accepting: accepted, because: why, in: open)
    }
    if !context.isJSON, !arguments[Common.dryRun] {
      context.tell(
        context.say(
          nb: "Skriv ut rapporten: dugnad rapport år \(year). Når årsmøtet har godkjent den: "
            + "dugnad avslutt \(year) --godkjent DATO",
          en:
            "Print the report: dugnad report year \(year). When the annual meeting has approved it: "
            + "dugnad close \(year) --approved DATE"))
    }
  }
}

extension Context {
  /// Returns the command that closes a year, or throws what is in the way, all of it at once.
  fileprivate func closing(
    of year: Int, accepting accepted: Set<ClosingCheck>, because reason: AcceptReason?,
    in open: OpenLedger
  ) throws -> Command {
    if let closed = open.state.closings[year] { throw alreadyClosed(closed) }
    // A year that is not over, and whatever else the domain refuses, is told before the checklist.
    if today.year <= year { throw open.failure(.yearNotOver(year, today: today)) }
    guard
      var closing = HashedLog(records: open.log, hashes: open.hashes)
        .closing(of: year, before: open.log.count + 1)
    else { preconditionFailure("the current figure set is known") }
    if closing.totals.entries == 0 {
      throw Failure(
        "nothing-to-close",
        Phrase(
          nb: "I \(year) er det ingen timer å avslutte.",
          en: "there are no hours to close in \(year)"),
        hints: [
          Phrase(nb: "se årene: dugnad år liste", en: "see the years: dugnad year list")
        ])
    }
    let review = ClosingReview(of: year, in: open.state, now: world.now())
    let inTheWay = review.open.filter { !accepted.contains($0) }
    if !inTheWay.isEmpty { throw notReady(year, inTheWay, review, because: reason) }
    closing.accepted = review.open
    closing.reason = review.open.isEmpty ? nil : reason
    return .closeYear(closing)
  }

  private func alreadyClosed(_ closed: ClosedYear) -> Failure {
    let year = closed.content.year
    let approve = Phrase(
      nb: "har årsmøtet godkjent den: dugnad avslutt \(year) --godkjent DATO",
      en: "if the annual meeting has approved it: dugnad close \(year) --approved DATE")
    return Failure(
      "year-closed",
      Phrase(
        nb: "Året \(year) er alt avsluttet (linje \(closed.seq)).",
        en: "the year \(year) is closed already (line \(closed.seq))"),
      hints: (closed.approval == nil ? [approve] : []) + [
        Phrase(
          nb: "skal tallene endres: dugnad gjenåpne \(year) --grunn …",
          en: "to change the figures: dugnad reopen \(year) --reason …")
      ])
  }

  private func notReady(
    _ year: Int, _ checks: [ClosingCheck], _ review: ClosingReview, because reason: AcceptReason?
  ) -> Failure {
    let words = checks.map { ClosingWords.inTheWay($0, count: review.count($0), year) }
    func list(_ language: Language) -> String {
      words.map { "\n  \($0.what(language))\n    → \($0.remedy(language))" }.joined()
    }
    // What was accepted already is accepted in the same command, or it would be in the way again.
    let accepts = review.open.map(\.rawValue)
    let why = reason?.rawValue
    return Failure(
      "not-ready-to-close",
      Phrase(
        nb: "Før \(year) kan avsluttes:" + list(.nb),
        en: "before \(year) can be closed:" + list(.en)),
      hints: [
        Phrase(
          nb: "eller godta det med en grunn: dugnad avslutt \(year) "
            + accepts.map { "--godta \($0) " }.joined() + "--grunn \(why ?? "GRUNN")",
          en: "or accept it with a reason: dugnad close \(year) "
            + accepts.map { "--accept \($0) " }.joined() + "--reason \(why ?? "REASON")")
      ])
  }
}

/// The checklist in words.
enum ClosingWords {
  /// What is in the way, and the command that mends it.
  static func inTheWay(
    _ check: ClosingCheck, count: Int, _ year: Int
  ) -> (what: Phrase, remedy: Phrase) {
    func counted(_ one: (String, String), _ many: (String, String)) -> Phrase {
      Phrase(
        nb: Numbers.counted(count, one.0, many.0, .nb),
        en: Numbers.counted(count, one.1, many.1, .en))
    }
    switch check {
    case .unapproved:
      return (
        counted(
          ("føring er ikke godkjent", "entry is not approved"),
          ("føringer er ikke godkjent", "entries are not approved")),
        Phrase(
          nb:
            "se dem: dugnad timer liste --dag \(year) --ikke-godkjent; godkjenn: dugnad timer godkjenn",
          en: "see them: dugnad hours list --on \(year) --unapproved; approve: dugnad hours approve"
        )
      )
    case .noCategory:
      return (
        counted(
          ("aktivitet mangler kategori", "activity has no category"),
          ("aktiviteter mangler kategori", "activities have no category")),
        Phrase(
          nb: "sett den: dugnad aktivitet endre KODE --kategori …",
          en: "set it: dugnad activity change CODE --category …")
      )
    case .implausible:
      return (
        counted(
          ("føring er vanskelig å tro", "entry is hard to believe"),
          ("føringer er vanskelige å tro", "entries are hard to believe")),
        Phrase(nb: "se hvilke: dugnad gjøremål", en: "see which: dugnad todo")
      )
    case .openShifts:
      return (
        counted(
          ("vakt har ingen timer", "shift has no hours"),
          ("vakter har ingen timer", "shifts have no hours")),
        Phrase(
          nb: "før dem: dugnad timer ny --fra-vakt s12, eller avlys vakten",
          en: "record them: dugnad hours add --from-shift s12, or cancel the shift")
      )
    }
  }
}
