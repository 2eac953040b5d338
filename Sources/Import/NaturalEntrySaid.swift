// What has been said so far, each thing at most once.

import Domain
import Wording

/// The phrases of a natural entry, put together.
struct NaturalEntrySaid {
  /// Something said and the words that said it.
  struct Said<Value> {
    var value: Value
    let word: NaturalEntry.Word
  }

  private(set) var days: [Said<NaturalEntryWhen>] = []
  private(set) var span: Said<SpelledSpan>?
  private(set) var amount: Said<Int>?
  private(set) var headcount: Said<Int>?
  private(set) var names: [NaturalEntry.Word] = []
  private(set) var isTotal = false
  private var isEach = false
  /// The next word of a name belongs to the last one.
  private var isInName = false

  /// The day; a weekday beside it has only confirmed it.
  var when: NaturalEntryWhen? {
    let days = days.map(\.value)
    return days.first { $0.weekday == nil } ?? days.first
  }

  /// An amount says more than a span, which may have had a break in it.
  var minutes: Int? { amount?.value ?? span?.value.minutes }

  var assumed: Set<NaturalEntry.Assumption> {
    var assumed: Set<NaturalEntry.Assumption> = []
    if let when { when.assumed.map { _ = assumed.insert($0) } } else { assumed.insert(.today) }
    if amount != nil, let headcount, headcount.value > 1, !isEach, !isTotal {
      assumed.insert(.each)
    }
    return assumed
  }

  mutating func takeName(_ token: NaturalEntryToken) {
    if isInName, !token.isApart, let last = names.popLast() {
      names.append(
        NaturalEntry.Word(text: last.text + " " + token.text, position: last.position))
    } else {
      names.append(token.word)
    }
    isInName = true
  }

  mutating func take(
    _ phrase: NaturalEntryPhrase, _ word: NaturalEntry.Word
  ) throws(NaturalEntry.Fault) {
    isInName = false
    switch phrase {
    case .when(let when): try take(when, word)
    case .span(let value):
      if let span { throw .twoTimes(span.word, word) }
      span = Said(value: value, word: word)
    case .amount(let minutes):
      if let amount { throw .twoAmounts(amount.word, word) }
      amount = Said(value: minutes, word: word)
    case .headcount(let heads):
      if let headcount { throw .twoHeadcounts(headcount.word, word) }
      headcount = Said(value: heads, word: word)
    case .each: isEach = true
    case .total: isTotal = true
    case .and: break
    }
  }

  /// A day and its weekday are one day said twice; else one day is enough.
  private mutating func take(
    _ when: NaturalEntryWhen, _ word: NaturalEntry.Word
  ) throws(NaturalEntry.Fault) {
    if let first = days.first {
      guard days.count == 1, (first.value.weekday == nil) != (when.weekday == nil),
        let weekday = first.value.weekday ?? when.weekday,
        let day = (first.value.weekday == nil ? first.value : when).period.day
      else { throw .twoDays(first.word, word) }
      guard day.weekday == weekday else {
        throw .weekdayDisagrees(first.value.weekday == nil ? word : first.word, day)
      }
    }
    days.append(Said(value: when, word: word))
  }

  /// Throws when something is missing, or two things said do not go together.
  func check(_ optional: Set<NaturalEntry.Part>) throws(NaturalEntry.Fault) {
    var keys: Set<String> = []
    for name in names where !keys.insert(searchKey(name.text)).inserted { throw .personTwice(name) }
    if minutes == nil, !optional.contains(.amount) { throw .noAmount }
    let entries = names.count + (headcount == nil ? 0 : 1)
    if entries == 0, !optional.contains(.people) { throw .noPeople }
    if isTotal, isEach || entries > 1 { throw .totalOfSeveral }
    if let amount, let span = span?.value.minutes, amount.value > span, !isTotal {
      throw .amountBeyondSpan(minutes: amount.value, span: span)
    }
  }
}
