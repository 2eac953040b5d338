import Domain
import EventFormat
import Testing

// The events about the centre, participants, grants, claims and sent reports, spelled by hand from
// the table of events/README.md, section 4: what the descriptions in the room are held against.

/// The data of one event: its keys in order, each with a value.
struct Spelled: Sendable, CustomTestStringConvertible {
  struct Field: Sendable {
    let key: String
    let value: String
    let isOptional: Bool

    /// Reads `key:value`, or `key?:value` for a key that may be absent.
    init(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1)
      isOptional = parts[0].hasSuffix("?")
      key = String(isOptional ? parts[0].dropLast() : parts[0])
      value = String(parts[1])
    }
  }

  let type: String
  var fields: [Field]

  init(_ type: String, _ fields: String...) {
    self.type = type
    self.fields = fields.map { Field($0) }
  }

  var testDescription: String { type }

  /// The bytes before the data.
  var head: String {
    #"{"seq":731,"at":"2024-03-05T17:04:09Z","by":"p2","cmd":"a","left":0,"type":"\#(type)","v":1,"#
      + #""data":{"#
  }

  /// The line with these fields of it, each as `"key":value`.
  func line(_ fields: [String]) -> [UInt8] {
    let foot = #"},"hash":""# + String(repeating: "0", count: 64) + #""}"#
    return Array((head + fields.joined(separator: ",") + foot).utf8)
  }

  /// `"key":value` of each field.
  var parts: [String] { fields.map { "\"\($0.key)\":\($0.value)" } }

  /// The line with another value of one key; nil when there is no such key.
  func line(with key: String, as value: String) -> (bytes: [UInt8], start: Int)? {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return nil }
    var parts = parts
    let before = parts.prefix(index).reduce(0) { $0 + $1.utf8.count + 1 }
    parts[index] = "\"\(key)\":\(value)"
    return (line(parts), head.utf8.count + before + key.utf8.count + 3)
  }

  private static let hex = "\"" + String(repeating: "0f", count: 32) + "\""
  private static let office = [
    #"name:"Å «b»""#, #"number?:"974760673""#, #"form?:"foundation""#,
  ]
  private static let count = [
    #"activity:"kafe""#, #"on:"2024-03""#, #"measure:"different""#, #"age?:"0-12""#, "count:40",
    #"known:"estimated""#,
  ]
  private static let terms = [
    #"funder:"Fylket""#, #"scheme:"Drift""#, #"project?:"Åpent hus""#, #"profile?:"a-2024""#,
    #"rules?:"side 3""#, #"from:"2024-01-01""#, #"to:"2024-12-31""#,
    #"excluded:["board","travel"]"#, #"ages:["0-12","13-150"]"#, #"target?:"13-25""#,
    "rate?:33700", "divisor?:1750", "share?:20", #"deadline?:"2023-12-01""#,
    #"report?:"2025-03-01""#,
  ]
  private static let sending = [
    #"to:"Fylket""#, #"on:"2024-12-31""#, "size:730", "set:1", "digest:\(hex)", "grants:\(hex)",
    #"form:"csv""#, "file:\(hex)",
  ]

  private init(_ type: String, _ first: [String], _ then: [String], _ last: [String] = []) {
    self.type = type
    fields = (first + then + last).map { Field($0) }
  }

  static let all: [Spelled] = [
    Spelled("centre.added", [], office),
    Spelled("centre.changed", [#"centre:"z12""#], office),
    Spelled("activity.marked", #"code:"kafe""#, #"marks:["in-kind","open-place"]"#),
    Spelled("hours.marked", #"entry:"h12""#, #"marks:["paid"]"#),
    Spelled("participants.added", [], count),
    Spelled("participants.corrected", [#"participants:"d12""#], count, [#"reason:"typo""#]),
    Spelled("grant.added", [], terms),
    Spelled("grant.changed", [#"grant:"g12""#], terms),
    Spelled("grant.included", #"grant:"g12""#, #"activity:"kafe""#, #"kind?:"åpen \"kafé\"""#),
    Spelled(
      "grant.aimed", #"grant:"g12""#, #"measure:"open-places""#, #"activity?:"kafe""#, "target:7"),
    Spelled(
      "grant.moved", #"grant:"g12""#, #"status:"granted""#, #"on:"2024-02-29""#, "amount?:100",
      "minutes?:600"),
    Spelled("grant.answered", #"grant:"g12""#, #"condition:"logo-paa-plakat""#, "met:true"),
    Spelled(
      "grant.booked", #"grant:"g12""#, #"book:"accounts""#, #"flow:"income""#, #"post:"Leie""#,
      "amount:100", #"funding?:"municipality""#, #"on?:"2024-02-29""#, #"voucher?:"B 12""#),
    Spelled("hours.claimed", #"entry:"h12""#, #"grant:"g12""#, "minutes:90"),
    Spelled("claim.released", #"claim:"c12""#, #"reason:"wrong-activity""#),
    Spelled("finding.waived", #"entry:"h12""#, #"finding:"long-day""#, #"reason:"not-needed""#),
    Spelled("report.sent", ["year:2024"], sending),
    Spelled("report.sent", [#"grant:"g12""#], sending),
  ]

  static func of(_ type: String) -> Spelled? { all.last { $0.type == type } }
}
