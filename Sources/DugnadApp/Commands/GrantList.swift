// grant list: every grant, how far it has come, and what stands on it.

import CommandLineKit
import Domain
import Reports
import Wording

/// `dugnad grant list`.
enum GrantList {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "list", ["liste"], summary: say(nb: "vis tilskudd", en: "list grants"),
      parameters: Common.printing(say) + Common.reading(say)
    ) { _, context in
      let view = try context.view()
      let claimed = view.state.claimedMinutes
      try context.list(
        schema: "grants",
        title: Phrase(nb: "Tilskudd", nn: "Tilskot", en: "Grants")(context.language),
        columns: [
          ReportColumn("id", "id"),
          ReportColumn("funder", context.say(nb: "Fra", en: "From")),
          ReportColumn("project", context.say(nb: "Prosjekt", en: "Project")),
          ReportColumn("from", context.say(nb: "Første dag", en: "First day")),
          ReportColumn("to", context.say(nb: "Siste dag", en: "Last day")),
          ReportColumn("status", context.say(nb: "Status", en: "Status")),
          ReportColumn("applied", context.say(nb: "Søkt", en: "Applied"), .right),
          ReportColumn("granted", context.say(nb: "Innvilget", en: "Granted"), .right),
          ReportColumn("agreed", context.say(nb: "Egne timer", en: "Own hours"), .right),
          ReportColumn("claimed", context.say(nb: "Ført", en: "Claimed"), .right),
        ],
        view.state.grants.values.sorted { $0.id < $1.id }.map {
          row($0, claimed: claimed[$0.id] ?? 0, context.language)
        })
    }
  }

  private static func row(
    _ grant: Grant, claimed: Int, _ language: Language
  ) -> (cells: [ReportCell], json: JSONValue) {
    func kroner(_ step: GrantStep?) -> ReportCell {
      step?.amount.map { .text(Numbers.kroner(ore: $0, language)) } ?? .empty
    }
    let details = grant.details
    return (
      [
        .text(grant.id.text), .text(details.funder), .text(details.project ?? details.scheme),
        ReportCell(.period(Period(details.from))), ReportCell(.period(Period(details.to))),
        .text(GrantWords.name(grant.status)(language)), kroner(grant.step(.applied)),
        kroner(grant.step(.granted)), grant.agreedMinutes.map { .hours($0) } ?? .empty,
        .hours(claimed),
      ], grant.json(claimed: claimed)
    )
  }
}

extension Grant {
  /// Own hours in minutes: agreed, or else applied with.
  var agreedMinutes: Int? { step(.granted)?.minutes ?? step(.applied)?.minutes }

  /// An item of schema `dugnad-grants:1`. Money in øre.
  fileprivate func json(claimed: Int) -> JSONValue {
    func number(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
    return .object([
      "id": .string(id.text), "funder": .string(details.funder),
      "scheme": .string(details.scheme), "project": .string(orNull: details.project),
      "profile": .string(orNull: details.profile), "rules": .string(orNull: details.rules),
      "from": .string(details.from.text), "to": .string(details.to.text),
      "excluded": .array(details.excluded.map { .string($0.rawValue) }),
      "ages": .array(details.ages.map { .string($0.text) }),
      "target": .string(orNull: details.target?.text), "rate": number(details.rate),
      "divisor": number(details.divisor), "share": number(details.share),
      "deadline": .string(orNull: details.deadline?.text),
      "report": .string(orNull: details.report?.text), "status": .string(status.rawValue),
      "steps": .array(
        steps.map {
          .object([
            "status": .string($0.status.rawValue), "on": .string($0.on.text),
            "amount": number($0.amount), "minutes": number($0.minutes),
          ])
        }),
      "activities": .array(
        activities.map {
          .object(["code": .string($0.activity.text), "kind": .string(orNull: $0.kind)])
        }),
      "goals": .array(
        goals.map {
          .object([
            "measure": .string($0.measure.rawValue),
            "activity": .string(orNull: $0.activity?.text), "target": .integer($0.target),
          ])
        }),
      "conditions": .array(
        answers.sorted { $0.key < $1.key }.map {
          .object(["code": .string($0.key.text), "met": .bool($0.value)])
        }),
      "amounts": .array(amounts.map(\.json)), "claimedMinutes": .integer(claimed),
    ])
  }
}

extension Grant.BookedAmount {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id.text), "book": .string(amount.book.rawValue),
      "flow": .string(amount.flow.rawValue), "post": .string(amount.post),
      "amount": .integer(amount.amount), "funding": .string(orNull: amount.funding?.rawValue),
      "on": .string(orNull: amount.on?.text), "voucher": .string(orNull: amount.voucher),
    ])
  }
}

extension State {
  /// Minutes that stand on each grant.
  var claimedMinutes: [GrantID: Int] {
    var sums: [GrantID: Int] = [:]
    for claim in entries.values.flatMap(\.claims) {
      sums[claim.grant] = min((sums[claim.grant] ?? 0) + claim.minutes, LineNumber.limit)
    }
    return sums
  }
}
