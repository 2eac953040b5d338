// What only the words around a number tell: money, dates with a month's name, references, ages; and
// which words are numbers.

enum ProseKinds {
  /// Returns the tokens with their numbers settled.
  static func settled(_ tokens: [ProseToken]) -> [ProseToken] {
    var tokens = tokens
    for index in tokens.indices {
      if tokens[index].isWord { spell(&tokens, index) }
      guard let number = tokens[index].number else { continue }
      switch number.kind {
      case .left: continue
      case .year:
        if isDay(tokens, index, year: true) {
          set(&tokens, index, .left(.date))
        } else if hasNoun(tokens, index), !isInYear(tokens, index),
          let amount = ProseAmount(number.text)
        {
          set(&tokens, index, .plain(amount))
        }
      case .plain(let amount):
        if let kind = kind(tokens, index, amount) { set(&tokens, index, .left(kind)) }
      }
    }
    return tokens
  }

  private static func set(_ tokens: inout [ProseToken], _ index: Int, _ kind: ProseNumber.Kind) {
    tokens[index].kind = .number(ProseNumber(text: tokens[index].text, kind: kind))
  }

  /// Makes a number of a word that is one.
  private static func spell(_ tokens: inout [ProseToken], _ index: Int) {
    let word = tokens[index].key
    guard let value = ProseVocabulary.numbers[word] else { return }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if ProseVocabulary.doubtfulNumbers.contains(word), !hasNoun(tokens, index) { return }
    // "to-tre", "tre ganger" are no counts.
    if next?.mark == "-", next?.touches == true { return }
    set(&tokens, index, .plain(ProseAmount(value)))
  }

  private static func hasNoun(_ tokens: [ProseToken], _ index: Int) -> Bool {
    ProseNoun.after(index + 1, in: tokens) != nil
  }

  private static func word(_ tokens: [ProseToken], _ index: Int) -> String {
    tokens.indices.contains(index) && tokens[index].isWord ? tokens[index].key : ""
  }

  /// The word before, over the point of an abbreviation or a colon.
  private static func wordBefore(_ tokens: [ProseToken], _ index: Int) -> String {
    guard index > 0 else { return "" }
    if let mark = tokens[index - 1].mark {
      if mark == "§" { return "§" }
      if mark == ".", tokens[index - 1].touches { return word(tokens, index - 2) }
      return mark == ":"
        ? ProseVocabulary.phones.contains(word(tokens, index - 2)) ? word(tokens, index - 2) : ""
        : ""
    }
    return word(tokens, index - 1)
  }

  private static func isInYear(_ tokens: [ProseToken], _ index: Int) -> Bool {
    ["i", "in", "for", "år", "året", "year", "av", "of"].contains(word(tokens, index - 1))
  }

  /// Whether the number belongs to a day with the name of its month.
  private static func isDay(_ tokens: [ProseToken], _ index: Int, year: Bool = false) -> Bool {
    if year {
      // "4. mars 2025", "March 4, 2025"
      var before = index - 1
      if before >= 0, tokens[before].mark == "," { before -= 1 }
      if before >= 0, case .left(.date)? = tokens[before].number?.kind { return true }
      guard ProseVocabulary.months.contains(word(tokens, before)), before > 0 else { return false }
      for at in [before - 1, before - 2] where at >= 0 {
        if case .left(.date)? = tokens[at].number?.kind { return true }
      }
      return false
    }
    var next = index + 1
    if next < tokens.count, tokens[next].mark == "." { next += 1 }
    if ProseVocabulary.months.contains(word(tokens, next)) { return true }
    return ProseVocabulary.months.contains(word(tokens, index - 1)) && !hasNoun(tokens, index)
  }

  private static func kind(
    _ tokens: [ProseToken], _ index: Int, _ amount: ProseAmount
  ) -> ProseNumber.Left? {
    let next = word(tokens, index + 1)
    let before = wordBefore(tokens, index)
    if ProseVocabulary.moneyAfter.contains(next) || ProseVocabulary.moneyBefore.contains(before) {
      return .money
    }
    if ProseVocabulary.percents.contains(next) { return .percent }
    if ProseVocabulary.ages.contains(next), !hasNoun(tokens, index) { return .age }
    if ProseVocabulary.phones.contains(before) { return .phone }
    if amount.hundredths <= 3_100, amount.isWhole, isDay(tokens, index) { return .date }
    if ProseVocabulary.clocks.contains(before) { return .clock }
    if hasNoun(tokens, index) { return nil }
    if ProseVocabulary.references.contains(before) { return .reference }
    if index > 0, tokens[index - 1].touches, tokens[index - 1].mark == "§" { return .reference }
    if index + 2 < tokens.count, tokens[index + 1].mark == ".", tokens[index + 1].touches,
      tokens[index + 2].isWord, !tokens[index + 2].isCapitalised
    {
      return .ordinal
    }
    if tokens[index].text.utf8.count == 4, amount.isWhole, index + 1 < tokens.count,
      tokens[index + 1].isCapitalised
    {
      return .postal
    }
    return nil
  }
}
