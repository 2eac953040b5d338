import Domain

// The data of the events about the centre, participants, grants, claims and sent reports, version 1
// (events/README.md, section 4).

extension EventFields {
  static func centre<Pass: FieldPass>(
    _ pass: inout Pass, _ given: CentreDetails?
  ) throws(FormatError) -> CentreDetails {
    CentreDetails(
      name: try pass.text("name", given?.name, bytesMax: TextRule.nameBytesMax),
      number: try pass.optionalCharacters("number", given?.number, .organisation),
      form: try pass.optionalWord("form", given?.form))
  }

  static func centreChange<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (centre: CentreID, details: CentreDetails)?
  ) throws(FormatError) -> (centre: CentreID, details: CentreDetails) {
    (centre: try pass.id("centre", given?.centre), details: try centre(&pass, given?.details))
  }

  static func activityMarks<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (code: ActivityCode, marks: [WorkMark])?
  ) throws(FormatError) -> (code: ActivityCode, marks: [WorkMark]) {
    (code: try pass.code("code", given?.code), marks: try pass.words("marks", given?.marks))
  }

  static func entryMarks<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (entry: EntryID, marks: [WorkMark])?
  ) throws(FormatError) -> (entry: EntryID, marks: [WorkMark]) {
    (entry: try pass.id("entry", given?.entry), marks: try pass.words("marks", given?.marks))
  }

  static func participants<Pass: FieldPass>(
    _ pass: inout Pass, _ given: ParticipantCount?
  ) throws(FormatError) -> ParticipantCount {
    ParticipantCount(
      activity: try pass.code("activity", given?.activity),
      on: try pass.period("on", given?.on),
      measure: try pass.word("measure", given?.measure),
      age: try pass.optionalAge("age", given?.age),
      count: try pass.number("count", given?.count, in: counts),
      known: try pass.word("known", given?.known))
  }

  static func participantsCorrection<Pass: FieldPass>(
    _ pass: inout Pass,
    _ given: (participants: ParticipantsID, content: ParticipantCount, reason: Reason)?
  ) throws(FormatError) -> (participants: ParticipantsID, content: ParticipantCount, reason: Reason)
  {
    (
      participants: try pass.id("participants", given?.participants),
      content: try participants(&pass, given?.content),
      reason: try pass.word("reason", given?.reason)
    )
  }

  static func grant<Pass: FieldPass>(
    _ pass: inout Pass, _ given: GrantDetails?
  ) throws(FormatError) -> GrantDetails {
    let bytesMax = TextRule.nameBytesMax
    return GrantDetails(
      funder: try pass.text("funder", given?.funder, bytesMax: bytesMax),
      scheme: try pass.text("scheme", given?.scheme, bytesMax: bytesMax),
      project: try pass.optionalText("project", given?.project, bytesMax: bytesMax),
      profile: try pass.optionalText(
        "profile", given?.profile, bytesMax: TextRule.postBytesMax),
      rules: try pass.optionalText("rules", given?.rules, bytesMax: bytesMax),
      from: try pass.day("from", given?.from),
      to: try pass.day("to", given?.to),
      excluded: try pass.words("excluded", given?.excluded),
      ages: try pass.ages("ages", given?.ages),
      target: try pass.optionalAge("target", given?.target),
      rate: try pass.optionalNumber("rate", given?.rate, in: YearSettings.rateRange),
      divisor: try pass.optionalNumber("divisor", given?.divisor, in: YearSettings.divisorRange),
      share: try pass.optionalNumber("share", given?.share, in: GrantDetails.shareRange),
      deadline: try pass.optionalDay("deadline", given?.deadline),
      report: try pass.optionalDay("report", given?.report))
  }

  static func grantChange<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (grant: GrantID, details: GrantDetails)?
  ) throws(FormatError) -> (grant: GrantID, details: GrantDetails) {
    (grant: try pass.id("grant", given?.grant), details: try grant(&pass, given?.details))
  }

  static func inclusion<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (grant: GrantID, activity: ActivityCode, kind: String?)?
  ) throws(FormatError) -> (grant: GrantID, activity: ActivityCode, kind: String?) {
    (
      grant: try pass.id("grant", given?.grant),
      activity: try pass.code("activity", given?.activity),
      kind: try pass.optionalText("kind", given?.kind, bytesMax: TextRule.postBytesMax)
    )
  }

  static func goal<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (grant: GrantID, goal: GrantGoal)?
  ) throws(FormatError) -> (grant: GrantID, goal: GrantGoal) {
    (
      grant: try pass.id("grant", given?.grant),
      goal: GrantGoal(
        try pass.word("measure", given?.goal.measure),
        of: try pass.optionalCode("activity", given?.goal.activity),
        target: try pass.number("target", given?.goal.target, in: counts))
    )
  }

  static func step<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (grant: GrantID, step: GrantStep)?
  ) throws(FormatError) -> (grant: GrantID, step: GrantStep) {
    (
      grant: try pass.id("grant", given?.grant),
      step: GrantStep(
        try pass.word("status", given?.step.status),
        on: try pass.day("on", given?.step.on),
        amount: try pass.optionalNumber("amount", given?.step.amount, in: counts),
        minutes: try pass.optionalNumber("minutes", given?.step.minutes, in: counts))
    )
  }

  static func answer<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (grant: GrantID, condition: ActivityCode, met: Bool)?
  ) throws(FormatError) -> (grant: GrantID, condition: ActivityCode, met: Bool) {
    (
      grant: try pass.id("grant", given?.grant),
      condition: try pass.code("condition", given?.condition),
      met: try pass.boolean("met", given?.met)
    )
  }

  static func amount<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (grant: GrantID, amount: GrantAmount)?
  ) throws(FormatError) -> (grant: GrantID, amount: GrantAmount) {
    (
      grant: try pass.id("grant", given?.grant),
      amount: GrantAmount(
        try pass.word("book", given?.amount.book),
        try pass.word("flow", given?.amount.flow),
        post: try pass.text("post", given?.amount.post, bytesMax: TextRule.postBytesMax),
        amount: try pass.number("amount", given?.amount.amount, in: counts),
        funding: try pass.optionalWord("funding", given?.amount.funding),
        on: try pass.optionalDay("on", given?.amount.on),
        voucher: try pass.optionalText(
          "voucher", given?.amount.voucher, bytesMax: TextRule.voucherBytesMax))
    )
  }

  static func claim<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (entry: EntryID, grant: GrantID, minutes: Int)?
  ) throws(FormatError) -> (entry: EntryID, grant: GrantID, minutes: Int) {
    (
      entry: try pass.id("entry", given?.entry), grant: try pass.id("grant", given?.grant),
      minutes: try pass.number("minutes", given?.minutes, in: counts)
    )
  }

  static func release<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (claim: ClaimID, reason: Reason)?
  ) throws(FormatError) -> (claim: ClaimID, reason: Reason) {
    (claim: try pass.id("claim", given?.claim), reason: try pass.word("reason", given?.reason))
  }

  static func waiver<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (entry: EntryID, finding: String, reason: AcceptReason)?
  ) throws(FormatError) -> (entry: EntryID, finding: String, reason: AcceptReason) {
    (
      entry: try pass.id("entry", given?.entry),
      finding: try pass.characters("finding", given?.finding, .finding),
      reason: try pass.word("reason", given?.reason)
    )
  }

  static func sending<Pass: FieldPass>(
    _ pass: inout Pass, _ given: SentReport?
  ) throws(FormatError) -> SentReport {
    SentReport(
      try scope(&pass, given?.scope),
      to: try pass.text("to", given?.to, bytesMax: TextRule.nameBytesMax),
      on: try pass.day("on", given?.on),
      size: try pass.number("size", given?.size, in: counts),
      figureSet: try pass.number("set", given?.figureSet, in: counts),
      digest: try pass.characters("digest", given?.digest, .hexDigits),
      grants: try pass.characters("grants", given?.grants, .hexDigits),
      form: try pass.word("form", given?.form),
      file: try pass.characters("file", given?.file, .hexDigits))
  }

  /// Either key, never both: after one of them only `to` may follow.
  private static func scope<Pass: FieldPass>(
    _ pass: inout Pass, _ given: SentReport.Scope?
  ) throws(FormatError) -> SentReport.Scope {
    var (year, grant): (Int?, GrantID?) = (nil, nil)
    switch given {
    case .year(let given): year = given
    case .grant(let given): grant = given
    case nil: break
    }
    if let year = try pass.optionalNumber("year", year, in: Day.years) { return .year(year) }
    return .grant(try pass.id("grant", grant))
  }
}
