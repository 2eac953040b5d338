// audit: what is hard to believe in a log that is in order. None of it makes the log less in order, and
// what somebody stands by is told apart.

import CommandLineKit
import Domain
import Projections
import Reports
import Wording

/// What was found plausible or not, as far as it was asked for.
struct PlausibilityAnswer {
  static let all = Parameter<Bool>.flag("all", aliases: ["alle"])
  static let strict = Parameter<Bool>.flag("strict", aliases: ["strengt"])
  static let grant: Parameter<GrantID> = Values.id(
    option: "grant", aliases: ["tilskudd"], placeholder: "GRANT")

  /// Most findings of one kind that are told in words; `--all` tells every one.
  private static let shown = 3
  /// Most ids in a line.
  private static let named = 6

  let findings: [PlausibilityFinding]
  private let tellsAll: Bool

  /// Looks at a ledger, restricted to `--year` and `--grant`.
  init(_ ledger: Ledger, _ context: Context) throws {
    let state = ledger.state
    let (year, grant) = (
      context.arguments[SampleCommand.year], context.arguments[PlausibilityAnswer.grant]
    )
    if let grant, state.grants[grant] == nil {
      throw RejectionWords.plain.failure(.unknownGrant(grant))
    }
    tellsAll = context.arguments[Self.all]
    findings = Plausibility(ledger).findings.filter { finding in
      if let year, state.entries[finding.entry]?.content.on.year != year { return false }
      guard let grant else { return true }
      // A finding is about the grant when one of its entries is claimed on it.
      return ([finding.entry] + finding.others).contains { entry in
        state.entries[entry]?.claims.contains { $0.grant == grant } == true
      }
    }
  }

  private var open: [PlausibilityFinding] { findings.filter { $0.waiver == nil } }
  private var waived: [PlausibilityFinding] { findings.filter { $0.waiver != nil } }

  /// Whether `--strict` passes: no error and no warning that nobody stands by.
  var isStrictlyPlausible: Bool { !open.contains { $0.severity != .info } }

  // MARK: - Text

  func tell(_ context: Context) {
    context.print(heading(context))
    for id in PlausibilityID.allCases {
      let group = open.filter { $0.id == id }
      // One kind may come in two severities; the graver stands first.
      for severity in PlausibilitySeverity.allCases {
        tell(group.filter { $0.severity == severity }, id, severity, context)
      }
    }
    if tellsAll {
      for finding in waived { context.print("  " + waiverLine(finding, context)) }
    } else if !findings.isEmpty {
      context.print(
        context.say(
          nb: "  hver av dem: dugnad kontroll --alle; hva en betyr: dugnad kontroll --forklar ID",
          en: "  each of them: dugnad audit --all; what one means: dugnad audit --explain ID"))
    }
  }

  private func heading(_ context: Context) -> String {
    let language = context.language
    let stoodBy =
      waived.isEmpty
      ? ""
      : " · "
        + Numbers.counted(
          waived.count, context.say(nb: "begrunnet unntak", en: "stood by with a reason"),
          context.say(nb: "begrunnede unntak", en: "stood by with a reason"), language)
    if open.isEmpty {
      return context.say(
        nb: "Rimelighet: ingenting å se nærmere på", en: "Plausibility: nothing to look at")
        + stoodBy
    }
    let things = Numbers.counted(
      open.count, context.say(nb: "funn å se på", en: "finding to look at"),
      context.say(nb: "funn å se på", en: "findings to look at"), language)
    return context.say(nb: "Rimelighet: ", en: "Plausibility: ") + things + stoodBy
  }

  private func tell(
    _ group: [PlausibilityFinding], _ id: PlausibilityID, _ severity: PlausibilitySeverity,
    _ context: Context
  ) {
    guard !group.isEmpty else { return }
    let language = context.language
    let meaning = PlausibilityWords.name(id)(language)
    let head =
      "  \(padded(PlausibilityWords.name(severity)(language), to: 8)) \(id.rawValue)"
      + " (\(Numbers.integer(group.count, language))): \(meaning)"
    if severity == .info, !tellsAll {
      let ids = group.prefix(Self.named).map(\.entry.text).joined(separator: ", ")
      return context.print("\(head): \(ids)" + (group.count > Self.named ? " …" : ""))
    }
    context.print(head)
    for finding in tellsAll ? group[...] : group.prefix(Self.shown) {
      context.print("    \(finding.entry.text): \(PlausibilityWords.text(finding)(language))")
    }
    let more = group.count - Self.shown
    if !tellsAll, more > 0 {
      context.print(context.say(nb: "    … og \(more) til", en: "    … and \(more) more"))
    }
  }

  private func waiverLine(_ finding: PlausibilityFinding, _ context: Context) -> String {
    let (language, entry) = (context.language, finding.entry.text)
    guard let waiver = finding.waiver else { return entry }
    let reason = PlausibilityWords.name(waiver.reason, language)
    let text = PlausibilityWords.text(finding)(language)
    return context.say(
      nb:
        "begrunnet \(finding.id.rawValue): \(entry): \(text) – \(reason), \(waiver.by.text), linje "
        + "\(waiver.seq)",
      en:
        "stood by  \(finding.id.rawValue): \(entry): \(text) – \(reason), \(waiver.by.text), line "
        + "\(waiver.seq)")
  }

  // MARK: - JSON

  func json(_ language: Language) -> JSONValue {
    .object([
      "strict": .bool(isStrictlyPlausible), "open": .integer(open.count),
      "waived": .integer(waived.count),
      "items": .array(findings.map { Self.json($0, language) }),
    ])
  }

  static func json(_ finding: PlausibilityFinding, _ language: Language) -> JSONValue {
    var members = [
      JSONMember(key: "id", value: .string(finding.id.rawValue)),
      JSONMember(key: "severity", value: .string(finding.severity.rawValue)),
      JSONMember(key: "entry", value: .string(finding.entry.text)),
      JSONMember(key: "others", value: .array(finding.others.map { .string($0.text) })),
      JSONMember(key: "text", value: .string(PlausibilityWords.text(finding)(language))),
    ]
    if let waiver = finding.waiver {
      members.append(
        JSONMember(
          key: "waived",
          value: .object([
            "reason": .string(waiver.reason.rawValue), "by": .string(waiver.by.text),
            "at": .string(waiver.at.text), "line": .integer(waiver.seq),
          ])))
    }
    return .object(members)
  }
}
