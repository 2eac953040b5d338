// One phrase of a natural entry: what the next words say together. The longest reading is asked first,
// and words are never joined into a number that nobody wrote: "18 2t" is not 182 hours.

import Domain
import Wording

/// What some words say.
enum NaturalEntryPhrase {
  case when(NaturalEntryWhen)
  /// From–to, or a start alone.
  case span(SpelledSpan)
  case amount(minutes: Int)
  case headcount(Int)
  /// "hver": the amount is that of each.
  case each
  /// "i alt": the amount is that of all.
  case total
  /// "og": one name ends and another begins.
  case and
}

/// Reads phrases at any place.
struct NaturalEntryReader {
  let tokens: [NaturalEntryToken]
  let today: Day

  /// Returns the phrase that begins at a token and how many it takes, or nil for a part of a name.
  func phrase(
    at place: Int
  ) throws(NaturalEntry.Fault) -> (phrase: NaturalEntryPhrase, count: Int)? {
    let key = tokens[place].key
    if Self.ands.contains(key) { return (.and, 1) }
    if Self.eaches.contains(key) { return (.each, 1) }
    if let count = totals(at: place) { return (.total, count) }
    if let (when, count) = try when(at: place) { return (.when(when), count) }
    if let (span, count) = span(at: place) { return (.span(span), count) }
    if let (minutes, count) = amount(at: place) { return (.amount(minutes: minutes), count) }
    if let headcount = headcount(at: place) { return (.headcount(headcount), 1) }
    try refuseNumber(at: place)
    return nil
  }

  /// Whether an activity of several words would end here.
  func saysWhenOrHowMuch(at place: Int) -> Bool {
    do throws(NaturalEntry.Fault) {
      guard let (phrase, _) = try phrase(at: place) else { return false }
      if case .and = phrase { return false }
      return true
    } catch {
      return true
    }
  }

  /// The words from a place on as one.
  func word(at place: Int, _ count: Int) -> NaturalEntry.Word {
    NaturalEntry.Word(
      text: texts(at: place, count).joined(separator: " "), position: tokens[place].word.position)
  }

  /// The tokens from a place on that no border parts, at most so many.
  func run(at place: Int, atMost count: Int) -> ArraySlice<NaturalEntryToken> {
    guard place < tokens.count else { return [] }
    var end = place + 1
    while end < min(tokens.count, place + count), !tokens[end].isApart { end += 1 }
    return tokens[place..<end]
  }

  private func texts(at place: Int, _ count: Int) -> [String] {
    tokens[place..<(place + count)].map(\.text)
  }

  private static let ands: Set = ["og", "and", "samt", "&"]
  private static let eaches: Set = ["hver", "kvar", "each"]
  private static let totalWords: Set = [
    "i alt", "til sammen", "tilsammen", "til saman", "totalt", "in all", "in total",
  ]

  private func totals(at place: Int) -> Int? {
    let run = run(at: place, atMost: 2)
    if run.count == 2, Self.totalWords.contains(run.map(\.key).joined(separator: " ")) { return 2 }
    return Self.totalWords.contains(tokens[place].key) ? 1 : nil
  }

  /// `+3`.
  private func headcount(at place: Int) -> Int? {
    let text = tokens[place].text
    guard text.hasPrefix("+") else { return nil }
    return LineNumber.parse(text.dropFirst())
  }

  /// A word that begins like a number and is none of ours says something that was not understood.
  private func refuseNumber(at place: Int) throws(NaturalEntry.Fault) {
    let word = tokens[place].word
    guard let first = word.text.first, isDigit(first) || "+-–−".contains(first) else { return }
    if looksLikeDay(word.text) { throw .noSuchDay(word) }
    let fault = NaturalEntry.Fault.ambiguous(word)
    throw fault.ways(.en).isEmpty ? .notUnderstood(word) : fault
  }
}
