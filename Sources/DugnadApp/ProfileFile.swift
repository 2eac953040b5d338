// A profile as its file holds it, in JSON, and what must hold of one.

import Domain
import Foundation
import Wording

/// Why a file is no profile.
package enum ProfileFault: Error, Equatable {
  /// A key holds what it may not.
  case bad(key: String, String)
}

extension Profile {
  /// Reads a profile; throws a `ProfileFault`, or what Foundation says of bad JSON.
  package init(file bytes: [UInt8]) throws {
    let file = try JSONDecoder().decode(File.self, from: Data(bytes))
    guard ActivityCode(file.code) != nil else { throw ProfileFault.bad(key: "code", file.code) }
    code = file.code
    name = file.name.phrase
    funder = try Self.text(file.funder, "funder")
    scheme = try Self.text(file.scheme, "scheme")
    rules = try Self.text(file.rules, "rules")
    isForCalendarYear = file.calendarYear
    target = try file.target.map { try Self.band($0, "target") }
    ages = try file.ages.map { try Self.band($0, "ages") }
    for (band, next) in zip(ages, ages.dropFirst()) where next.from <= band.to {
      throw ProfileFault.bad(key: "ages", next.text)
    }
    excluded = try file.excluded.map { text in
      guard let mark = WorkMark(rawValue: text), WorkMark.excludable.contains(mark) else {
        throw ProfileFault.bad(key: "excluded", text)
      }
      return mark
    }
    if let share = file.share, !GrantDetails.shareRange.contains(share) {
      throw ProfileFault.bad(key: "share", "\(share)")
    }
    share = file.share
    told = file.told.map { Rule(words: $0.words.phrase, source: $0.source, year: $0.year) }
    kinds = try file.kinds.map { kind in
      let kind = Kind(code: kind.code, words: kind.words.phrase)
      guard TextRule.fault(in: kind.text, bytesMax: TextRule.postBytesMax) == nil else {
        throw ProfileFault.bad(key: "kinds", kind.text)
      }
      return kind
    }
    conditions = try file.conditions.map { condition in
      guard let code = ActivityCode(condition.code) else {
        throw ProfileFault.bad(key: "conditions", condition.code)
      }
      return Condition(
        code: code, words: condition.words.phrase, source: condition.source, year: condition.year)
    }
  }

  /// What goes into the log must be admitted there.
  private static func text(_ text: String?, _ key: String) throws -> String? {
    if let text, TextRule.fault(in: text, bytesMax: TextRule.nameBytesMax) != nil {
      throw ProfileFault.bad(key: key, text)
    }
    return text
  }

  private static func band(_ text: String, _ key: String) throws -> AgeBand {
    guard let band = AgeBand(text: text) else { throw ProfileFault.bad(key: key, text) }
    return band
  }

  /// The keys of the file.
  private struct File: Decodable {
    var code: String
    var name: Words
    var funder: String?
    var scheme: String?
    var rules: String?
    var calendarYear: Bool
    var target: String?
    var ages: [String]
    var excluded: [String]
    var share: Int?
    var told: [Rule]
    var kinds: [Kind]
    var conditions: [Condition]

    struct Words: Decodable {
      var nb: String
      var nn: String
      var en: String

      var phrase: Phrase { Phrase(nb: nb, nn: nn, en: en) }
    }

    struct Rule: Decodable {
      var words: Words
      var source: String
      var year: String?
    }

    struct Kind: Decodable {
      var code: String
      var words: Words
    }

    struct Condition: Decodable {
      var code: String
      var words: Words
      var source: String
      var year: String?
    }
  }
}
