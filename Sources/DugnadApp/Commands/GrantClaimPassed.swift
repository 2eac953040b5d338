// What a claim passed over, and why: counted by reason, with the entries for programs.

import Domain
import Reports
import Wording

/// Entries that were asked for and cannot be claimed.
struct GrantClaimPassed {
  /// Why an entry was passed over. The order is that of the ledger's own rule.
  enum Why: Hashable, Comparable {
    case paid
    /// All of it stands on this grant already, or on others.
    case claimed(GrantID)
    case notApproved
    case outside
    case excluded(WorkMark)
    case other(String)

    var code: String {
      switch self {
      case .paid: "paid"
      case .claimed: "claimed"
      case .notApproved: "not-approved"
      case .outside: "outside"
      case .excluded: "excluded"
      case .other(let code): code
      }
    }
  }

  private(set) var entries: [Why: [EntryID]] = [:]
  /// The first claim of each grant that has what was asked for.
  private(set) var firstClaims: [GrantID: ClaimID] = [:]

  var isEmpty: Bool { entries.isEmpty }

  mutating func note(_ entry: Entry, _ rejection: Rejection) {
    let why: Why
    switch rejection {
    case .paidHours: why = .paid
    case .claimTaken(_, let first, let grant, _):
      why = .claimed(grant)
      firstClaims[grant] = min(firstClaims[grant] ?? first, first)
    case .notApprovedYet: why = .notApproved
    case .outsideGrant: why = .outside
    case .excludedWork(_, let mark, _): why = .excluded(mark)
    default: why = .other(RejectionWords.plain.words(rejection).0)
    }
    entries[why, default: []].append(entry.id)
  }

  /// One sentence a reason.
  func lines(_ language: Language) -> [String] {
    entries.sorted { $0.key < $1.key }.map { why, ids in
      let count = Numbers.counted(
        ids.count, Phrase(nb: "føring", en: "entry")(language),
        Phrase(nb: "føringer", nn: "føringar", en: "entries")(language), language)
      let shown = ids.prefix(3).map(\.text).joined(separator: ", ") + (ids.count > 3 ? " …" : "")
      return "\(count) (\(shown)): " + words(why)(language)
    }
  }

  private func words(_ why: Why) -> Phrase {
    switch why {
    case .paid: return Phrase(nb: "lønnet", nn: "lønna", en: "paid")
    case .claimed(let grant):
      let claim = firstClaims[grant].map { "/\($0.text)" } ?? ""
      return Phrase(
        nb: "alt ført på \(grant.text)\(claim)", nn: "alt ført på \(grant.text)\(claim)",
        en: "claimed by \(grant.text)\(claim) already")
    case .notApproved:
      return Phrase(nb: "ikke godkjent", nn: "ikkje godkjent", en: "not approved")
    case .outside:
      return Phrase(
        nb: "utenfor tiden til tilskuddet", nn: "utanfor tida til tilskotet",
        en: "outside the time of the grant")
    case .excluded(let mark):
      let name = GrantWords.name(mark)
      return Phrase(
        nb: "\(name.nb), som ikke teller", nn: "\(name.nn), som ikkje tel",
        en: "\(name.en), which does not count")
    case .other(let code): return Phrase(nb: code, en: code)
    }
  }

  var json: JSONValue {
    .array(
      entries.sorted { $0.key < $1.key }.map { why, ids in
        var members: [JSONMember] = [
          JSONMember(key: "why", value: .string(why.code)),
          JSONMember(key: "count", value: .integer(ids.count)),
          JSONMember(key: "entries", value: .array(ids.map { .string($0.text) })),
        ]
        if case .claimed(let grant) = why {
          members.append(JSONMember(key: "grant", value: .string(grant.text)))
          members.append(
            JSONMember(key: "claim", value: .string(orNull: firstClaims[grant]?.text)))
        }
        if case .excluded(let mark) = why {
          members.append(JSONMember(key: "mark", value: .string(mark.rawValue)))
        }
        return .object(members)
      })
  }

  /// Tells that nothing is left to claim, and what stood in the way.
  func nothing(for grant: Grant, _ language: Language) -> Failure {
    var failure = Failure(
      "nothing-to-claim",
      Phrase(
        nb: "Ingen timer å føre på \(grant.id.text).",
        nn: "Ingen timar å føre på \(grant.id.text).",
        en: "no hours to claim on \(grant.id.text)"))
    let texts = [Language.nb, .nn, .en].map(lines)
    failure.items = texts[0].indices.map { index in
      Failure.Item(
        text: Phrase(nb: texts[0][index], nn: texts[1][index], en: texts[2][index]),
        json: .string(texts[2][index]))
    }
    if entries.keys.contains(.notApproved) {
      failure.hints = [
        Phrase(
          nb: "godkjenn først: dugnad timer godkjenn", en: "approve first: dugnad hours approve")
      ]
    }
    return failure
  }
}
