// What a writing command says: what was appended, or what would be.

import CommandLineKit
import Domain
import EventStore
import Projections
import Reports
import Wording

extension Context {
  /// Tells what was recorded: a line an event, or JSON.
  func report(_ decided: Decided, in open: OpenLedger, _ receipt: Writer.Receipt?) {
    for warning in decided.warnings { warn(words(warning, open)) }
    if let receipt { tellRepairs(receipt) }
    if isJSON { return print(json(decided, open).text) }
    if decided.isRepeated {
      tell(
        say(
          nb: "Dette var ført fra før; ingenting nytt.",
          en: "This was recorded before; nothing new."))
    }
    for recorded in decided.recorded {
      print(line(recorded, open))
      tellTaken(
        recorded, say(nb: "tok tilbake", en: "took back"), say(nb: "satte tilbake", en: "put back"),
        open)
    }
  }

  /// Tells what a write before had left, and where it is now.
  func tellRepairs(_ receipt: Writer.Receipt) {
    if let aside = receipt.setAside {
      warn(
        Phrase(
          nb: "En tidligere skriving ble ikke fullført; restene er lagt i \(aside.file).",
          en: "an earlier write was not finished; the rest is set aside in \(aside.file)"))
    }
    if receipt.completedNewline {
      warn(
        Phrase(
          nb: "Siste linje manglet linjeskift, og har det nå.",
          en: "the last line lacked its newline, and has it now"))
    }
  }

  /// Tells what would be recorded, and which figures it would change.
  func preview(_ decided: Decided, in open: OpenLedger) throws {
    for warning in decided.warnings { warn(words(warning, open)) }
    let changes = decided.isRepeated ? [] : changes(decided, open)
    if isJSON { return print(json(decided, open, isDryRun: true, changes).text) }
    for recorded in decided.recorded {
      print(say(nb: "ville føre: ", en: "would record: ") + line(recorded, open))
    }
    for recorded in decided.recorded {
      tellTaken(
        recorded, say(nb: "ville ta tilbake", en: "would take back"),
        say(nb: "ville sette tilbake", en: "would put back"), open)
    }
    for change in changes {
      print("  \(change.address.text): \(change.before) → \(change.after)")
    }
    if changes.isEmpty { print("  " + say(nb: "ingen tall endres", en: "no figure changes")) }
  }

  /// Tells what an undo takes or a redo puts back, in words.
  private func tellTaken(
    _ recorded: Recorded, _ takes: String, _ puts: String, _ open: OpenLedger
  ) {
    let (ranges, verb): (LineRanges, String)
    switch recorded.event {
    case .undone(let undone, _): (ranges, verb) = (undone, takes)
    case .redone(let undo):
      guard case .undone(let undone, _)? = open.ledger.history[undo]?.event else { return }
      (ranges, verb) = (undone, puts)
    default: return
    }
    for seq in ranges.lines.prefix(20) {
      if let recorded = open.ledger.history[seq] {
        print("  \(verb) \(seq): \(open.words(recorded, language))")
      }
    }
    if ranges.count > 20 {
      print("  … " + say(nb: "og \(ranges.count - 20) til", en: "and \(ranges.count - 20) more"))
    }
  }

  /// `h731  5. mars 2024 …`.
  private func line(_ recorded: Recorded, _ open: OpenLedger) -> String {
    "\(recorded.idText): \(open.words(recorded, language))"
  }

  func words(_ warning: Domain.Warning, _ open: OpenLedger) -> Phrase {
    switch warning {
    case .overlap(let person, let day, let other):
      let at = other.map { " (\($0.text))" } ?? ""
      return Phrase(
        nb: "\(open.name(person)) er ført to steder på samme tid \(day.text)\(at).",
        en: "\(open.name(person)) is in two places at once on \(day.text)\(at)")
    case .looksDouble(let person, let day, let other):
      let at = other.map { " (\($0.text))" } ?? ""
      return Phrase(
        nb:
          "\(open.name(person)) har fra før en lik føring \(day.text)\(at). Er det den samme timen, "
          + "skal den ikke føres to ganger: dugnad angre tar den siste tilbake.",
        en:
          "\(open.name(person)) has an equal entry on \(day.text)\(at). If it is the same work, it is "
          + "not recorded twice: dugnad undo takes the last one back")
    case .onCancelledShift(let shift):
      return Phrase(nb: "\(shift.text) er avlyst.", en: "\(shift.text) is cancelled")
    case .stillTakenBack(let line):
      return Phrase(
        nb:
          "Importen hadde også tatt tilbake føringer (linje \(line)), og de er fortsatt tatt tilbake. Sett "
          + "dem tilbake: dugnad angre \(line)",
        en:
          "the import had also taken entries back (line \(line)), and they still are. Put them back: "
          + "dugnad undo \(line)")
    case .approvedBeforeClosing(let day, let closed):
      return Phrase(
        nb: "Året ble avsluttet her først \(closed.text), etter møtet \(day.text): papiret som ble "
          + "godkjent, hadde ikke denne kontrollsummen.",
        en:
          "the year was closed here on \(closed.text), after the meeting on \(day.text): the paper "
          + "that was approved did not bear this digest")
    }
  }

  // MARK: - Figures

  struct Change {
    let address: FigureAddress
    let before: String
    let after: String
  }

  /// Every figure of every year that would be another one afterwards.
  func changes(_ decided: Decided, _ open: OpenLedger) -> [Change] {
    let before = YearStatistics().folded(over: open.log)
    let after = YearStatistics().folded(over: open.log + decided.recorded)
    return Set(before.years + after.years).sorted().flatMap { year in
      let (old, new) = (before.figures(of: year), after.figures(of: year))
      let known = Set(new.addresses)
      let addresses = new.addresses + old.addresses.filter { !known.contains($0) }
      return addresses.compactMap { address -> Change? in
        let (was, will) = (old.text(at: address, language), new.text(at: address, language))
        return was == will ? nil : Change(address: address, before: was, after: will)
      }
    }
  }

  // MARK: - JSON

  /// Schema `dugnad-appended:1`.
  private func json(
    _ decided: Decided, _ open: OpenLedger, isDryRun: Bool = false, _ changes: [Change] = []
  ) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember(key: "schema", value: .string("dugnad-appended:1")),
      JSONMember(key: "dryRun", value: .bool(isDryRun)),
      JSONMember(key: "repeated", value: .bool(decided.isRepeated)),
      JSONMember(
        key: "items",
        value: .array(
          decided.recorded.map { recorded in
            .object([
              "seq": .integer(recorded.seq), "id": .string(recorded.idText),
              "type": .string(EventType(recorded.event).rawValue),
              "at": .string(recorded.at.text), "by": .string(recorded.by.text),
              "cmd": .string(recorded.command.text),
              "text": .string(open.words(recorded, language)),
            ])
          })),
      JSONMember(
        key: "warnings", value: .array(decided.warnings.map { .string(words($0, open)(language)) })),
    ]
    if isDryRun {
      members.append(
        JSONMember(
          key: "changes",
          value: .array(
            changes.map {
              .object([
                "figure": .string($0.address.text), "before": .string($0.before),
                "after": .string($0.after),
              ])
            })))
    }
    return .object(members)
  }
}

extension Recorded {
  /// The id of what the event made or is about: `h731`, a code, or the line.
  var idText: String {
    switch event {
    case .personRegistered: PersonID(seq: seq).text
    case .shiftPlanned: ShiftID(seq: seq).text
    case .shiftChanged(let shift, _), .shiftCancelled(let shift, _): shift.text
    case .signupMade: SignupID(seq: seq).text
    case .signupWithdrawn(let signup), .signupPromoted(let signup): signup.text
    case .hoursLogged, .lateLogged: EntryID(seq: seq).text
    case .hoursCorrected(let entry, _, _), .lateCorrected(let entry, _, _),
      .hoursApproved(let entry), .hoursUnapproved(let entry):
      entry.text
    case .activityAdded(let details), .activityChanged(let details): details.code.text
    case .activityEnded(let code, _): code.text
    case .importMade: ImportID(seq: seq).text
    case .centreAdded: CentreID(seq: seq).text
    case .centreChanged(let id, _): id.text
    case .activityMarked(let code, _): code.text
    case .hoursMarked(let entry, _), .findingWaived(let entry, _, _): entry.text
    case .participantsAdded: ParticipantsID(seq: seq).text
    case .participantsCorrected(let id, _, _): id.text
    case .grantAdded: GrantID(seq: seq).text
    case .grantNoted(_, .booked): AmountID(seq: seq).text
    case .grantChanged(let id, _), .grantNoted(let id, _): id.text
    case .hoursClaimed: ClaimID(seq: seq).text
    case .claimReleased(let claim, _): claim.text
    case .reportSent: SentID(seq: seq).text
    case .ledgerOpened, .yearSet, .yearClosed, .yearApproved, .yearReopened, .undone, .redone:
      "\(seq)"
    }
  }
}

extension YearFigures {
  /// A figure as people read it; a dash where there is none.
  func text(at address: FigureAddress, _ language: Language) -> String {
    guard let value = try? value(at: address) else { return "–" }
    switch value {
    case .count(let count): return Numbers.integer(count, language)
    case .minutes(let minutes): return Numbers.hours(minutes: minutes, language)
    case .fullTime(let minutes, let divisor):
      return Numbers.decimal(minutes, divisor * 60, places: 2, language)
    }
  }
}
