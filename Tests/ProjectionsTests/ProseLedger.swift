// A small year to hold texts against: an activity of two names, a group with two activities, one of
// whose people does both, an activity of unnamed people, and one that stands outside the sum.

import Domain
import Projections

/// The figures of 2024 and 2023. In 2024: Strikking for alle 5 volunteers 50 h; Praktisk hjelp i hjemmet
/// 11 volunteers 117 h; Kjøring 3 volunteers 30 h, two of them of Praktisk hjelp (group Hjelp, transport:
/// 12 different, 14 counted per activity, 147 h); Fest 40 unnamed 80 h; outside, Hagearbeid 68 unnamed
/// 204 h. In all 17 different, 19 counted per activity, 277 h. In 2023: Strikking 4 volunteers 20 h.
enum ProseLedger {
  static let years: [YearFigures] = {
    var log = LogBuilder()
    let people = log.persons(20)
    log.activity("strikking", "Strikking for alle", group: "Strikking for alle")
    log.activity("praktisk", "Praktisk hjelp i hjemmet", group: "Hjelp, transport", sector: "Hjem")
    log.activity("kjoring", "Kjøring", group: "Hjelp, transport", sector: "Hjem")
    log.activity("fest", "Fest i parken")
    log.activity("hage", "Hagearbeid FMC", counted: false)
    for person in people[0..<5] { log.hours("strikking", .person(person), 600) }
    for person in people[5..<15] { log.hours("praktisk", .person(person), 600) }
    log.hours("praktisk", .person(people[15]), 1_020)
    for person in people[14..<17] { log.hours("kjoring", .person(person), 600) }
    log.hours("fest", .unnamed(headcount: 40), 4_800)
    log.hours("hage", .unnamed(headcount: 68), 12_240)
    for person in people[0..<4] {
      log.hours("strikking", .person(person), 300, on: "2023-03-05")
    }
    let statistics = YearStatistics().folded(over: log.log)
    return statistics.years.map { statistics.figures(of: $0) }
  }()

  static func check(_ text: String, asked: Int? = nil) -> ProseCheck {
    ProseCheck(text, years: years, asked: asked) { $0.lowercased() }
  }

  /// The verdict on the only number that is one of `text`, or on the one spelled `number`.
  static func verdict(
    _ text: String, _ number: String? = nil, asked: Int? = nil
  ) -> ProseVerdict? {
    check(text, asked: asked).findings.first { number == nil || $0.number == number }?.verdict
  }
}

extension ProseVerdict {
  /// The address, or what it is instead, in one word: what tests compare.
  var told: String {
    switch self {
    case .agrees(let figure, _): "agrees \(figure.address?.text ?? figure.measure.rawValue)"
    case .contradicts(let figure, _):
      "contradicts \(figure.address?.text ?? figure.measure.rawValue)"
    case .otherYear(let year, let hasHours): "other year \(year)\(hasHours ? "" : " without hours")"
    case .unknownName(let name): "unknown \(name)"
    case .notUnderstood(let doubt): "doubt \(doubt.rawValue)"
    case .left(let kind): "left \(kind.rawValue)"
    }
  }

  var reasons: [ProseReason] {
    switch self {
    case .contradicts(_, let reasons): reasons
    case .agrees(_, let note): note.map { [$0] } ?? []
    default: []
    }
  }
}
