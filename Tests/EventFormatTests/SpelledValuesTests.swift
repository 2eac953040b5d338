import Domain
import EventFormat
import Testing

// Every value has one spelling, and its limits are those of the page.

private let most = "9007199254740991"
private let over = "9007199254740992"
private let hex = String(repeating: "0", count: 64)

private func text(_ count: Int) -> String { "\"" + String(repeating: "x", count: count) + "\"" }

/// What a key of an event may be, and what it may not; `offset` is where in the value the fault is seen.
private struct Limits: Sendable, CustomTestStringConvertible {
  let type: String
  let key: String
  let right: [String]
  let wrong: [String]
  let offset: Int

  init(_ type: String, _ key: String, right: [String], wrong: [String], at offset: Int = 0) {
    (self.type, self.key, self.right, self.wrong) = (type, key, right, wrong)
    self.offset = offset
  }

  var testDescription: String { "\(type) \(key)" }

  static func texts(_ type: String, _ key: String, _ count: Int) -> Limits {
    let whole = String(repeating: "å", count: count / 2)
    return Limits(
      type, key, right: [text(1), text(count), "\"\(whole)\"", #""a\"\\b""#],
      wrong: [text(count + 1), "\"\(whole)x\"", #""""#, "\" x\"", "\"e\u{301}\""], at: 1)
  }

  static func numbers(_ type: String, _ key: String, _ range: ClosedRange<Int>) -> Limits {
    Limits(
      type, key, right: ["\(range.lowerBound)", "\(range.upperBound)"],
      wrong: [
        "\(range.lowerBound - 1)", "\(range.upperBound + 1)", over, "01", "+1", #""1""#, "true",
      ])
  }

  static func words(_ type: String, _ key: String, _ words: String, _ wrong: String...) -> Limits {
    let words = words.split(separator: " ").map { "\"\($0)\"" }
    return Limits(
      type, key, right: words,
      wrong: wrong.map { "\"\($0)\"" } + [
        words[0].uppercased(), #""""#, "1", "\"" + words[0], "[\(words[0])]",
      ])
  }

  static func ids(_ type: String, _ key: String, _ letter: String, not other: String) -> Limits {
    Limits(
      type, key, right: [#""\#(letter)1""#, #""\#(letter)\#(most)""#],
      wrong: [
        #""\#(letter)0""#, #""\#(letter)01""#, #""\#(letter)""#, #""\#(letter)\#(over)""#,
        #""\#(other)1""#, #""\#(letter.uppercased())1""#, "1", #""\#(letter)1 ""#,
      ])
  }

  static func days(_ type: String, _ key: String) -> Limits {
    Limits(
      type, key, right: [#""1900-01-01""#, #""2999-12-31""#, #""2024-02-29""#],
      wrong: [
        #""1899-12-31""#, #""3000-01-01""#, #""2023-02-29""#, #""2024-3-1""#, #""2024-03""#,
        #""2024""#, #""2024-03-01..2024-03-02""#, #""2024-03-01T00:00:00Z""#, "20240301",
      ])
  }

  static func digits(_ type: String, _ key: String) -> Limits {
    Limits(
      type, key, right: ["\"\(hex)\""],
      wrong: [
        "\"\(hex.dropLast())\"", "\"\(hex)0\"", "\"\(hex.dropLast())A\"", "\"\(hex.dropLast())g\"",
        #""""#,
      ])
  }

  static func ages(_ type: String, _ key: String) -> Limits {
    Limits(
      type, key, right: [#""0-0""#, #""0-150""#, #""12-13""#, #""150-150""#],
      wrong: [
        #""00-12""#, #""12-3""#, #""0-0151""#, #""0-151""#, #""0-012""#, #""012-13""#, #""0-""#,
        #""-12""#, #""0--12""#, #""-0-12""#, #""0–12""#, #""+0-12""#, #""0-12-13""#, #""12""#,
        #""0 -12""#, #""67+""#, "12", #"["0-12"]"#, #""0-99999999999999999999""#,
      ])
  }

  static func codes(_ type: String, _ key: String) -> Limits {
    Limits(
      type, key, right: [#""a""#, #""-""#, #""abcdefghijk-019""#],
      wrong: [#""abcdefghijk-0190""#, #""Kafe""#, #""kafé""#, #""a b""#, #""""#, #""a_b""#])
  }

  /// The list itself is at fault at its beginning, an item where it stands.
  static func marks(_ type: String, _ key: String) -> [Limits] {
    let all = "\"paid\",\"in-kind\",\"public-task\",\"board\",\"travel\",\"open-place\""
    return [
      Limits(
        type, key, right: ["[]", "[\(all)]", #"["travel","board"]"#],
        wrong: [#"["paid","paid"]"#, #""paid""#, "null"]),
      Limits(
        type, key, right: [], wrong: [#"["Paid"]"#, "[1]", #"["inkind"]"#, #"["in_kind"]"#], at: 1),
      Limits(
        type, key, right: [],
        wrong: [#"["paid" ,"board"]"#, #"["paid""board"]"#, #"["paid"}"#], at: 7),
      Limits(type, key, right: [], wrong: [#"["paid",]"#, #"["paid", "board"]"#], at: 8),
    ]
  }

  private static let counts = 1...9_007_199_254_740_991
  private static let measures =
    "hours volunteers attendances participants days activities open-places"
  private static let reasons =
    "typo duplicate wrong-person wrong-activity wrong-day wrong-minutes cancelled few-signups"
    + " weather illness other"

  static let ofTheRest: [Limits] = [
    .texts("centre.added", "name", 200),
    Limits(
      "centre.added", "number",
      // The control digit is for the rules to judge.
      right: [#""974760673""#, #""000000000""#, #""974760674""#],
      wrong: [
        #""97476067""#, #""9747606730""#, #""974 760 673""#, #""97476067x""#, #""""#, "974760673",
      ]),
    .words(
      "centre.added", "form", "municipal association foundation cooperative other", "kommunal"),
    .ids("centre.changed", "centre", "z", not: "g"),
    .codes("activity.marked", "code"), .ids("hours.marked", "entry", "h", not: "c"),
    .codes("participants.added", "activity"),
    Limits(
      "participants.added", "on",
      right: [#""2024""#, #""2024-03""#, #""2024-03-01""#, #""2024-03-01..2024-03-02""#],
      wrong: [
        #""2024-03-01..2024-03-31""#, #""2024-01-01..2024-12-31""#, #""2023-12-31..2024-01-01""#,
        #""2024-13""#, #""1899""#, "2024",
      ]),
    .words("participants.added", "measure", "attendances different", "participants"),
    .ages("participants.added", "age"), .numbers("participants.added", "count", counts),
    .words("participants.added", "known", "recorded estimated summary", "guessed"),
    .ids("participants.corrected", "participants", "d", not: "p"),
    .words("participants.corrected", "reason", reasons, "board"),
    .texts("grant.added", "funder", 200), .texts("grant.added", "scheme", 200),
    .texts("grant.added", "project", 200), .texts("grant.added", "profile", 80),
    .texts("grant.added", "rules", 200), .days("grant.added", "from"), .days("grant.added", "to"),
    .ages("grant.added", "target"), .numbers("grant.added", "rate", 1...10_000_000),
    .numbers("grant.added", "divisor", 1...10_000), .numbers("grant.added", "share", 0...100),
    .days("grant.added", "deadline"), .days("grant.added", "report"),
    Limits(
      "grant.added", "ages",
      // Their order, and whether they overlap, is for the rules to judge.
      right: ["[]", #"["0-150"]"#, #"["13-150","0-12"]"#, #"["0-12","0-12"]"#],
      wrong: [#""0-12""#, "null"]),
    Limits(
      "grant.added", "ages", right: [], wrong: [#"["00-12"]"#, "[0]", #"[,"0-12"]"#, "[ ]"], at: 1),
    Limits("grant.added", "ages", right: [], wrong: [#"["0-12",]"#, #"["0-12", "13-14"]"#], at: 8),
    .ids("grant.changed", "grant", "g", not: "h"), .ids("grant.included", "grant", "g", not: "z"),
    .codes("grant.included", "activity"), .texts("grant.included", "kind", 80),
    .words("grant.aimed", "measure", measures, "openplaces"), .codes("grant.aimed", "activity"),
    .numbers("grant.aimed", "target", counts),
    .words(
      "grant.moved", "status", "planned applied granted refused reported settled", "rejected"),
    .days("grant.moved", "on"), .numbers("grant.moved", "amount", counts),
    .numbers("grant.moved", "minutes", counts), .codes("grant.answered", "condition"),
    Limits(
      "grant.answered", "met", right: ["true", "false"],
      wrong: ["True", "1", #""true""#, "tru", "null"]),
    .words("grant.booked", "book", "budget accounts", "ledger"),
    .words("grant.booked", "flow", "income cost", "costs"), .texts("grant.booked", "post", 80),
    .numbers("grant.booked", "amount", counts),
    .words("grant.booked", "funding", "grant municipality own others", "other"),
    .days("grant.booked", "on"), .texts("grant.booked", "voucher", 40),
    .ids("hours.claimed", "entry", "h", not: "p"), .ids("hours.claimed", "grant", "g", not: "h"),
    .numbers("hours.claimed", "minutes", counts), .ids("claim.released", "claim", "c", not: "b"),
    .words("claim.released", "reason", reasons, "checked"),
    .ids("finding.waived", "entry", "h", not: "d"),
    Limits(
      "finding.waived", "finding", right: [#""a""#, #""-""#, text(32)],
      wrong: [text(33), #""""#, #""a1""#, #""A""#, #""a b""#, #""å""#]),
    .words("finding.waived", "reason", "checked not-needed board other", "typo"),
    .ids("report.sent", "grant", "g", not: "r"), .texts("report.sent", "to", 200),
    .days("report.sent", "on"), .numbers("report.sent", "size", counts),
    .numbers("report.sent", "set", counts), .digits("report.sent", "digest"),
    .digits("report.sent", "grants"), .digits("report.sent", "file"),
    .words("report.sent", "form", "text markdown csv json html", "pdf"),
  ]

  static let all =
    ofTheRest + marks("activity.marked", "marks") + marks("hours.marked", "marks")
    + marks("grant.added", "excluded")
}

@Suite struct SpelledValuesTests {
  @Test(arguments: Limits.all)
  private func `a value has one spelling, within its limits`(_ limits: Limits) throws {
    let spelled = try #require(Spelled.of(limits.type))
    for value in limits.right {
      let line = try #require(spelled.line(with: limits.key, as: value)).bytes
      let scanned = try EventLine.scan(line.span)
      let again = try EventLine.write(scanned.recorded, previousHex: Samples.digits)
      #expect(again.bytes.prefix(scanned.bodyCount) == line.prefix(scanned.bodyCount))
    }
    for value in limits.wrong {
      let line = try #require(spelled.line(with: limits.key, as: value))
      do throws(FormatError) {
        _ = try EventLine.scan(line.bytes.span)
        Issue.record("accepted: \(limits.key) \(value)")
      } catch {
        #expect(error.column == line.start + limits.offset + 1, "\(value): \(error)")
        #expect(error.key?.description == limits.key, "\(value): \(error)")
      }
    }
  }

  @Test func `every key of every event here has its limits`() {
    let told = Set(Limits.all.map { "\($0.type) \($0.key)" })
    // Those that an event shares with another are told once, by the description they share.
    let shared: [String: String] = [
      "centre.changed": "centre.added", "participants.corrected": "participants.added",
      "grant.changed": "grant.added",
    ]
    for spelled in Spelled.all {
      for field in spelled.fields where field.key != "year" && field.key != "grant" {
        let own = told.contains("\(spelled.type) \(field.key)")
        let other = shared[spelled.type].map { told.contains("\($0) \(field.key)") } ?? false
        #expect(own || other, "\(spelled.type) \(field.key)")
      }
    }
  }

  @Test func `the year of a report is one of the page's`() throws {
    let spelled = try #require(Spelled.all.first { $0.fields.first?.key == "year" })
    for (value, isRight) in [
      ("1900", true), ("2999", true), ("1899", false), ("3000", false), ("02024", false),
    ] {
      let line = try #require(spelled.line(with: "year", as: value)).bytes
      #expect(((try? EventLine.scan(line.span)) != nil) == isRight, "\(value)")
    }
  }

  @Test func `what the page cannot say of a grant is not written`() throws {
    func kind(_ event: Event) -> FormatError.Kind? {
      do throws(FormatError) {
        _ = try EventLine.write(Samples.recorded(event), previousHex: Samples.digits)
        return nil
      } catch {
        return error.kind
      }
    }
    let code = try #require(Samples.code)
    let (grant, day) = (GrantID(seq: 12), Day(number: 20_000))
    let counts = 1...(LineNumber.limit - 1)
    var terms = GrantDetails(funder: "a", scheme: "b", from: day, to: day)
    #expect(kind(.grantAdded(terms)) == nil)
    terms.excluded = [.board, .board]
    #expect(kind(.grantAdded(terms)) == .repeatedText)
    terms.excluded = []
    terms.share = 101
    #expect(kind(.grantAdded(terms)) == .numberOutside(0...100))
    terms.share = nil
    terms.profile = String(repeating: "x", count: 81)
    #expect(kind(.grantAdded(terms)) == .text(.tooLong(bytesMax: 80)))
    terms.profile = nil
    terms.deadline = Day(number: -30_000)
    #expect(kind(.grantAdded(terms)) == .day)
    #expect(kind(.grantChanged(GrantID(seq: 0), terms)) == .id)
    #expect(kind(.centreAdded(CentreDetails(name: "a", number: "12345678"))) == .organisation)
    #expect(kind(.activityMarked(code, [.board, .board])) == .repeatedText)
    #expect(kind(.hoursMarked(EntryID(seq: LineNumber.limit), [])) == .id)
    #expect(
      kind(.grantMoved(grant, GrantStep(.planned, on: day, amount: 0))) == .numberOutside(counts))
    #expect(kind(.grantAimed(grant, GrantGoal(.days, target: 0))) == .numberOutside(counts))
    #expect(
      kind(.hoursClaimed(EntryID(seq: 1), grant: grant, minutes: 0)) == .numberOutside(counts))
    #expect(kind(.claimReleased(ClaimID(seq: -1), reason: .typo)) == .id)
    for finding in ["", "Long", "a1", String(repeating: "a", count: 33)] {
      #expect(kind(.findingWaived(EntryID(seq: 1), finding: finding, reason: .other)) == .word)
    }
    func sent(_ scope: SentReport.Scope, digest: String = hex, size: Int = 1) -> Event {
      .reportSent(
        SentReport(
          scope, to: "a", on: day, size: size, digest: digest, grants: hex, form: .text, file: hex))
    }
    #expect(kind(sent(.year(2024))) == nil)
    #expect(kind(sent(.year(1_899))) == .numberOutside(Day.years))
    #expect(kind(sent(.grant(GrantID(seq: 0)))) == .id)
    #expect(kind(sent(.year(2024), digest: hex + "0")) == .hexDigits)
    #expect(kind(sent(.year(2024), size: 0)) == .numberOutside(counts))
  }
}
