// What a funder asks for, as data: a file a funder in Profiles/. A profile is a starting point that is
// copied into the log when a grant is added, and no claim about this year's rules: each rule says where
// it was read and of which year, and who adds the grant confirms it. Deadlines and sums are in none.

package import Domain
package import Wording

/// The rules of one funder, to be copied into a grant.
package struct Profile: Sendable {
  /// What is typed: `bufdir`.
  package let code: String
  package let name: Phrase
  /// As they stand in the log; nil: they are to be entered.
  package let funder: String?
  package let scheme: String?
  /// Where the rules come from and of which year, as it stands in the log.
  package let rules: String?
  /// The grant is for a year from 1 January to 31 December.
  package let isForCalendarYear: Bool
  /// Who the money is for.
  package let target: AgeBand?
  /// The bands that participants are reported in, as the funder prints them, gaps and all.
  package let ages: [AgeBand]
  /// Work that does not count as own contribution.
  package let excluded: [WorkMark]
  /// The least share that is financed locally, in percent.
  package let share: Int?
  /// The rules in words, each with its source.
  package let told: [Rule]
  /// The funder's kinds of activity.
  package let kinds: [Kind]
  /// What the centre answers yes or no to.
  package let conditions: [Condition]

  package struct Rule: Sendable {
    package let words: Phrase
    package let source: String
    /// The year or years it was read of; nil where the source does not say.
    package let year: String?
  }

  package struct Kind: Sendable {
    /// The funder's number of it: `4.8`.
    package let code: String
    package let words: Phrase

    /// As it stands in the log: the number and the funder's own words.
    package var text: String { "\(code) \(words.nb)" }
  }

  package struct Condition: Sendable {
    package let code: ActivityCode
    package let words: Phrase
    package let source: String
    package let year: String?
  }

  /// Every profile that ships, the one without rules last.
  package static let all: [Profile] = files.compactMap { try? Profile(file: $0) }

  /// The bytes of the profiles.
  package static let files: [[UInt8]] = [
    PackageResources.bufdir_json, PackageResources.state_json, PackageResources.frifond_json,
    PackageResources.gjensidige_json, PackageResources.blank_json,
  ]

  package static func named(_ code: String) -> Profile? { all.first { $0.code == code } }

  /// The words of a condition; nil when the profile does not know it.
  package func words(of condition: ActivityCode) -> Phrase? {
    conditions.first { $0.code == condition }?.words
  }

  /// Returns the kind that is meant by its number or its words, or nil.
  package func kind(_ typed: String) -> Kind? {
    let key = searchKey(typed)
    return kinds.first { kind in
      [kind.code, kind.text, kind.words.nb, kind.words.nn, kind.words.en].contains {
        searchKey($0) == key
      }
    }
  }

  /// Where the profile's rules come from, each source once, with its years.
  package var sources: [(source: String, year: String?)] {
    var seen: Set<String> = []
    let all = told.map { ($0.source, $0.year) } + conditions.map { ($0.source, $0.year) }
    return all.filter { seen.insert("\($0.0)|\($0.1 ?? "")").inserted }
  }
}
