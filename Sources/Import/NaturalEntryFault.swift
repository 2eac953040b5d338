// Why words are no entry: facts, which the app puts into sentences.

package import Domain
package import Wording

extension NaturalEntry {
  package enum Fault: Error, Hashable, Sendable {
    /// The first word says already when, how long or how many; or there is none.
    case noActivity
    /// Begins with a digit or a sign, and is no day, time, amount or `+3`.
    case notUnderstood(Word)
    /// Can be meant in the ways of `ways`: `18`, `3`, `18.30`, `5.3`.
    case ambiguous(Word)
    /// Spelled like a day or period, and there is none: `31.2.2024`, or an end before its beginning.
    case noSuchDay(Word)
    case twoDays(Word, Word)
    /// "mandag 5.3.2024", which was a Tuesday.
    case weekdayDisagrees(Word, Day)
    case noAmount
    case noPeople
    case twoAmounts(Word, Word)
    case twoTimes(Word, Word)
    /// More minutes than from start to end.
    case amountBeyondSpan(minutes: Int, span: Int)
    case twoHeadcounts(Word, Word)
    case personTwice(Word)
    /// "i alt" beside several people, or beside "hver".
    case totalOfSeveral
  }

  /// What an ambiguous word may mean, and how that is written.
  package struct Way: Hashable, Sendable {
    package let meaning: Meaning
    package let text: String
  }

  package enum Meaning: Sendable { case start, hours, minutes, headcount, day }
}

extension NaturalEntry.Fault {
  /// Returns the clear ways to write an ambiguous word; none for other faults.
  package func ways(_ language: Language) -> [NaturalEntry.Way] {
    guard case .ambiguous(let word) = self else { return [] }
    var ways: [NaturalEntry.Way] = []
    func add(_ meaning: NaturalEntry.Meaning, _ text: String) {
      ways.append(NaturalEntry.Way(meaning: meaning, text: text))
    }
    if let span = SpelledSpan(word.text), span.end == nil {
      add(.start, (language.isNorwegian ? "kl " : "at ") + word.text)
    }
    if let amount = SpelledAmount(hours: word.text), amount.minutes > 0 {
      add(.hours, hours(amount.minutes, language))
    }
    if let count = LineNumber.parse(word.text) {
      if count <= SpelledAmount.hoursMax { add(.minutes, "\(count)min") }
      add(.headcount, "+\(count)")
    }
    if isDayAndMonth(word.text) { add(.day, word.text + ".") }
    return ways
  }

  /// `2t 30min`, in English `2h 30min`.
  private func hours(_ minutes: Int, _ language: Language) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    let unit = language.isNorwegian ? "t" : "h"
    return [hours > 0 ? "\(hours)\(unit)" : nil, rest > 0 ? "\(rest)min" : nil]
      .compactMap(\.self).joined(separator: " ")
  }

  /// `5.3`, if there is such a day; in a leap year all days are.
  private func isDayAndMonth(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = number(parts[0], digits: 1...2),
      let month = number(parts[1], digits: 1...2)
    else { return false }
    return Day(year: 2000, month: month, day: day) != nil
  }
}
