// How long: from a time to another, or an amount with its unit.

import Domain

extension NaturalEntryReader {
  /// `18-20`, `18 - 20`, `18 til 20`, `kl 18.30-20`; a start alone only after "kl".
  func span(at place: Int) -> (SpelledSpan, count: Int)? {
    let isAnnounced = Self.clockWords.contains(tokens[place].key)
    if isAnnounced, place + 1 < tokens.count, !tokens[place + 1].isApart {
      if let (span, count) = fromTo(at: place + 1) { return (span, count + 1) }
      return SpelledSpan(tokens[place + 1].text).map { ($0, 2) }
    }
    return fromTo(at: place)
  }

  private func fromTo(at place: Int) -> (SpelledSpan, count: Int)? {
    let texts = dashed(run(at: place, atMost: 3))
    for count in stride(from: texts.count, to: 0, by: -1) where joinsAtDash(texts[..<count]) {
      if let span = SpelledSpan(texts[..<count].joined()), span.end != nil { return (span, count) }
    }
    return nil
  }

  /// The words with a dash for "til".
  func dashed(_ run: ArraySlice<NaturalEntryToken>) -> [String] {
    run.map { Self.untilWords.contains($0.key) ? "-" : $0.text }
  }

  /// Whether words that are put together meet at a dash, so that no two numbers become one.
  private func joinsAtDash(_ texts: ArraySlice<String>) -> Bool {
    func isDash(_ character: Character?) -> Bool { character == "-" || character == "–" }
    return zip(texts, texts.dropFirst()).allSatisfy { isDash($0.last) || isDash($1.first) }
  }

  /// `3,5t`, `2 timer`, `90min`, `2t 30m`, `2 timer 30 minutter`.
  func amount(at place: Int) -> (minutes: Int, count: Int)? {
    guard let hours = withUnit(at: place) else { return nil }
    let after = place + hours.count
    if after < tokens.count, !tokens[after].isApart, let rest = withUnit(at: after),
      let both = SpelledAmount(hours: hours.text + rest.text)
    {
      return (both.minutes, hours.count + rest.count)
    }
    return SpelledAmount(hours: hours.text).map { ($0.minutes, hours.count) }
  }

  /// A number and its unit, in one word or two.
  private func withUnit(at place: Int) -> (text: String, count: Int)? {
    let run = run(at: place, atMost: 2)
    guard let first = run.first, first.text.first.map(isDigit) == true else { return nil }
    if first.text.contains(where: \.isLetter) {
      return SpelledAmount(hours: first.text) == nil ? nil : (first.text, 1)
    }
    guard run.count == 2, let unit = run.last?.key, unit.allSatisfy(\.isLetter),
      SpelledAmount(hours: first.text + unit) != nil
    else { return nil }
    return (first.text + unit, 2)
  }

  private static let clockWords: Set = [
    "kl", "kl.", "klokka", "klokken", "at", "fra", "frå", "from",
  ]
  private static let untilWords: Set = ["til", "to", "–", "-"]
}
