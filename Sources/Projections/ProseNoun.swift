// What is counted: the noun of a number, or of the heading of a column.

enum ProseNoun {
  /// Returns what the words of a column's heading count, or nil.
  static func measure(of tokens: [ProseToken]) -> ProseMeasure? {
    let words = tokens.filter(\.isWord).map(\.key)
    let all = Set(words)
    if words.isEmpty { return nil }
    if !all.isDisjoint(with: ["unnamed", "headcount"]) || followed("uten", "navn", in: words)
      || followed("utan", "namn", in: words)
    {
      return .headcount
    }
    if isPerActivity(words) { return .participations }
    for (set, measure) in nouns where !all.isDisjoint(with: set) {
      // A column of what is not people: "Frivillige organisasjoner".
      if measure == .volunteers {
        if !all.isDisjoint(with: ProseVocabulary.notPeople) { return nil }
        return all.isDisjoint(with: ProseVocabulary.distinct) ? .volunteers : .distinct
      }
      return measure
    }
    return words.contains("equivalents") || words.contains("equivalent") ? .fte : nil
  }

  private static let nouns: [(Set<String>, ProseMeasure)] = [
    (ProseVocabulary.participations, .participations), (ProseVocabulary.fte, .fte),
    (ProseVocabulary.hours, .hours), (ProseVocabulary.entries, .entries),
    (ProseVocabulary.volunteers, .volunteers), (ProseVocabulary.activities, .activities),
  ]

  private static func followed(_ first: String, _ second: String, in words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == first && $1 == second }
  }

  static func isPerActivity(_ words: [String]) -> Bool {
    (words.contains("per") || words.contains("pr"))
      && (words.contains("aktivitet") || words.contains("activity"))
      && !words.contains(where: ProseVocabulary.hours.contains)
  }

  /// A noun found after a number.
  struct Found {
    let measure: ProseMeasure
    /// The token after it.
    let end: Int
    /// Whether it is only some of them, or how often: not to be held against a sum.
    let isRestricted: Bool
  }

  /// Returns what the number before `start` counts, from the words that follow it at once.
  static func after(_ start: Int, in tokens: [ProseToken]) -> Found? {
    var at = start
    var isDistinct = false
    var isQualified = false
    for step in 0..<4 {
      guard at < tokens.count, tokens[at].isWord else { break }
      let word = tokens[at].key
      let next = at + 1 < tokens.count && tokens[at + 1].isWord ? tokens[at + 1].key : ""
      if ProseVocabulary.distinct.contains(word) { isDistinct = true }
      if word == "uten" && next == "navn" || word == "utan" && next == "namn" || word == "unnamed" {
        return found(.headcount, at + (word == "unnamed" ? 1 : 2), tokens, isQualified)
      }
      if word == "full", at + 3 < tokens.count, tokens[at + 1].mark == "-",
        tokens[at + 2].key == "time"
      {
        return found(.fte, at + 4, tokens, isQualified)
      }
      if word == "talt" || word == "talde" || word == "counted", step == 0 {
        return found(.repeats, at + 2, tokens, false)
      }
      if let measure = noun(word, next) {
        if measure == .volunteers {
          return volunteers(at + 1, in: tokens, isDistinct, isQualified)
        }
        return found(measure, at + 1, tokens, isQualified)
      }
      if !ProseVocabulary.plainAdjectives.contains(word) {
        // Another word between: "nye frivillige" are some of them. Two, and it is another thing.
        if isQualified || ["av", "of", "i", "in", "på", "til", "og", "and"].contains(word) {
          return nil
        }
        isQualified = true
      }
      at += 1
    }
    return nil
  }

  private static func noun(_ word: String, _ next: String) -> ProseMeasure? {
    if ProseVocabulary.volunteers.contains(word) {
      // "frivillige timer", "volunteer hours": the next word is what is counted.
      if nouns.contains(where: { $0.0.contains(next) && $0.1 != .volunteers }) { return nil }
      if ProseVocabulary.notPeople.contains(next) { return nil }
      return .volunteers
    }
    return nouns.first { $0.0.contains(word) }?.1
  }

  private static func volunteers(
    _ end: Int, in tokens: [ProseToken], _ isDistinct: Bool, _ isQualified: Bool
  ) -> Found? {
    let after = tokens[min(end, tokens.count)...].prefix(4).filter(\.isWord).map(\.key)
    if isPerActivity(after) {
      return Found(measure: .participations, end: end + 3, isRestricted: false)
    }
    return found(isDistinct ? .distinct : .volunteers, end, tokens, isQualified)
  }

  private static func found(
    _ measure: ProseMeasure, _ end: Int, _ tokens: [ProseToken], _ isQualified: Bool
  ) -> Found {
    let next = end < tokens.count && tokens[end].isWord ? tokens[end].key : ""
    return Found(
      measure: measure, end: end,
      isRestricted: isQualified || ProseVocabulary.restricting.contains(next))
  }
}
