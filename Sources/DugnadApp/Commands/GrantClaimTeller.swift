// What a claim says when it is done: a few claims one by one, many in one line, and what was passed
// over; `--json` has them all.

import CommandLineKit
import Domain
import Reports
import Wording

/// What a claim says when it is done, or would be.
struct GrantClaimTeller {
  /// Most claims that are listed one by one.
  private static let shown = 10
  private let context: Context
  private let grant: GrantID
  private let open: OpenLedger

  init(_ context: Context, _ grant: GrantID, _ open: OpenLedger) {
    self.context = context
    self.grant = grant
    self.open = open
  }

  func tell(_ decided: Decided, _ passed: GrantClaimPassed, isDryRun: Bool) {
    if context.isJSON { return context.print(json(decided, passed, isDryRun: isDryRun).text) }
    let language = context.language
    if decided.isRepeated {
      context.tell(
        context.say(
          nb: "Dette var ført fra før; ingenting nytt.",
          en: "This was recorded before; nothing new."))
    }
    if decided.recorded.count <= Self.shown {
      for recorded in decided.recorded {
        context.print("\(recorded.idText): \(open.words(recorded, language))")
      }
    }
    let count = Numbers.counted(
      decided.recorded.count, context.say(nb: "føring", en: "entry"),
      Phrase(nb: "føringer", nn: "føringar", en: "entries")(language), language)
    let time = Numbers.duration(minutes: minutes(of: decided), language)
    context.print(
      isDryRun
        ? Phrase(
          nb: "ville føre \(time) av \(count) på \(grant.text)",
          nn: "ville føre \(time) av \(count) på \(grant.text)",
          en: "would claim \(time) of \(count) on \(grant.text)")(language)
        : Phrase(
          nb: "førte \(time) av \(count) på \(grant.text)",
          nn: "førte \(time) av \(count) på \(grant.text)",
          en: "claimed \(time) of \(count) on \(grant.text)")(language))
    if passed.isEmpty { return }
    context.print(
      Phrase(nb: "hoppet over:", nn: "hoppa over:", en: "passed over:")(language))
    for line in passed.lines(language) { context.print("  " + line) }
  }

  private func minutes(of decided: Decided) -> Int {
    decided.recorded.reduce(0) { sum, recorded in
      guard case .hoursClaimed(_, _, let minutes) = recorded.event else { return sum }
      return min(sum + minutes, LineNumber.limit)
    }
  }

  /// Schema `dugnad-grant-claimed:1`.
  private func json(_ decided: Decided, _ passed: GrantClaimPassed, isDryRun: Bool) -> JSONValue {
    .object([
      "schema": .string("dugnad-grant-claimed:1"), "dryRun": .bool(isDryRun),
      "repeated": .bool(decided.isRepeated), "grant": .string(grant.text),
      "minutes": .integer(minutes(of: decided)),
      "items": .array(
        decided.recorded.compactMap { recorded in
          guard case .hoursClaimed(let entry, _, let minutes) = recorded.event else { return nil }
          return .object([
            "seq": .integer(recorded.seq), "id": .string(recorded.idText),
            "entry": .string(entry.text), "minutes": .integer(minutes),
          ])
        }),
      "passed": passed.json,
    ])
  }
}
