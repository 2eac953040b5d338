// How a number in a sentence is understood: its noun, the name it belongs to, and its year.

import Domain

/// A sentence with its numbers settled and its names found.
struct ProsePhrase {
  let tokens: [ProseToken]
  let mentions: [ProseMention]
  let sentence: ProseSentence
  /// The names in the heading above.
  let around: [ProseMention]

  func fill(_ claim: inout ProseClaim, at index: Int) {
    claim.year = year(at: index)
    let noun = noun(at: index)
    claim.measure = noun?.measure
    guard let noun else {
      claim.doubt = .noNoun
      return
    }
    if noun.measure == .divisor {
      claim.scopes = [.year]
      claim.certainty = .firm
      return
    }
    let subject = subject(at: index, noun)
    claim.scopes = subject.scopes
    claim.certainty = subject.certainty
    claim.doubt = subject.certainty == .firm ? nil : .noSubject
    if let doubt = doubt(at: index, noun) {
      claim.doubt = doubt
      claim.certainty = .loose
    }
    if mentions.isEmpty, let name = unknownName(before: index) {
      claim.unknownName = name
      claim.doubt = .unknownName
      claim.scopes = []
    }
  }

  private func isPlain(_ index: Int) -> Bool {
    if case .plain = tokens[index].number?.kind { true } else { false }
  }

  // MARK: The noun

  private struct Noun {
    var measure: ProseMeasure
    /// Whether it stands where a noun must: right after the number, or right before its colon.
    var isTight: Bool
    var isRestricted: Bool
  }

  private func noun(at index: Int) -> Noun? {
    if let found = ProseNoun.after(index + 1, in: tokens) {
      var measure = found.measure == .hours && isDivisor(index) ? .divisor : found.measure
      // "Talt per aktivitet er det 263 frivillige": the words may also come first.
      if measure == .volunteers, ProseNoun.isPerActivity(tokens.filter(\.isWord).map(\.key)) {
        measure = .participations
      }
      return Noun(measure: measure, isTight: true, isRestricted: found.isRestricted)
    }
    if let measure = measureBefore(index) {
      return Noun(measure: measure, isTight: true, isRestricted: false)
    }
    if endsClause(after: index), isRightAfterMention(index) {
      // "Strikking for alle: 3, Praktisk hjelp: 11 frivillige": the noun comes with the next, or
      // came with the line above.
      for next in tokens.indices.dropFirst(index + 1) where isPlain(next) {
        if let found = ProseNoun.after(next + 1, in: tokens) {
          return Noun(measure: found.measure, isTight: true, isRestricted: found.isRestricted)
        }
      }
      let lead = ProseNoun.measure(of: sentence.leadIn) ?? ProseNoun.measure(of: sentence.heading)
      return lead.map { Noun(measure: $0, isTight: true, isRestricted: false) }
    }
    // "17 har vært frivillig på mottaket".
    let rest = tokens[(index + 1)...].prefix(5).prefix { $0.isWord }
    for token in rest {
      if let measure = ProseNoun.measure(of: [token]) {
        return Noun(measure: measure, isTight: false, isRestricted: true)
      }
    }
    return nil
  }

  /// "Antall frivillige i alt: 225", "timer var 430".
  private func measureBefore(_ index: Int) -> ProseMeasure? {
    guard index > 1 else { return nil }
    let link = tokens[index - 1]
    let words = tokens[..<(index - 1)].suffix(6)
    if link.mark == ":", words.count == index - 1 || words.first?.mark != nil {
      let lead = words.drop { $0.mark != nil }
      guard lead.allSatisfy(\.isWord), !lead.indices.contains(where: isInMention) else {
        return nil
      }
      return ProseNoun.measure(of: Array(lead))
    }
    guard link.mark == ":" || ["er", "var", "is", "was"].contains(link.key), !isInMention(index - 2)
    else { return nil }
    return ProseNoun.measure(of: [tokens[index - 2]])
  }

  /// "Et årsverk er 1650 timer".
  private func isDivisor(_ index: Int) -> Bool {
    var at = index - 1
    let links: Set<String> = [
      "er", "is", "på", "à", "utgjør", "utgjer", "tilsvarer", "equals", "of", "som",
    ]
    while at >= 0, at >= index - 3, links.contains(tokens[at].key) || tokens[at].mark == "=" {
      at -= 1
    }
    guard at >= 0, at < index - 1,
      ProseVocabulary.fte.contains(tokens[at].key) || tokens[at].key == "equivalent"
    else { return false }
    // "3,6 årsverk = 5 893 timer" is the other way round.
    guard at > 0, let number = tokens[at - 1].number, case .plain(let amount) = number.kind else {
      return true
    }
    return amount.hundredths == 100 || tokens[at + 1].key == "à"
  }

  private func endsClause(after index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    return tokens[index + 1].mark.map { ",.;)".contains($0) }
      ?? ["og", "and"].contains(tokens[index + 1].key)
  }

  private func isInMention(_ index: Int) -> Bool { mentions.contains { $0.range.contains(index) } }

  private func isRightAfterMention(_ index: Int) -> Bool {
    guard let mention = mentions.last(where: { $0.range.upperBound <= index }) else { return false }
    return tokens[mention.range.upperBound..<index].allSatisfy { token in
      token.mark.map { ":,(–-".contains($0) } == true
    }
  }

  // MARK: What it is of

  private func subject(
    at index: Int, _ noun: Noun
  ) -> (scopes: [FigureScope], certainty: ProseClaim.Certainty) {
    let before = mentions.last { $0.range.upperBound <= index }.flatMap { mention in
      // "67 uten gruppe = 225 i alt": what stands on the other side of a sum is not of the name.
      tokens[mention.range.upperBound..<index].contains { token in
        token.mark.map { "=+−".contains($0) } == true
      } ? nil : mention
    }
    let after = mentions.first { $0.range.lowerBound > index }.flatMap { mention in
      isNear(index, mention) ? mention : nil
    }
    let isUsed =
      before.map { mention in
        (mention.range.upperBound..<index).contains { other in
          isPlain(other) && (self.noun(at: other)?.measure).map { $0 == noun.measure } ?? true
        }
      } ?? false
    switch (before, after) {
    case (let before?, nil) where !isUsed:
      return (scopes(of: before), certainty(before, index, noun))
    case (nil, let after?): return (scopes(of: after), certainty(after, index, noun))
    case (let before?, let after?):
      if isUsed { return (scopes(of: after), certainty(after, index, noun)) }
      if isRightAfterMention(index) { return (scopes(of: before), certainty(before, index, noun)) }
      return (before.scopes + after.scopes, .loose)
    case (let before?, nil): return (before.scopes, .loose)
    case (nil, nil): break
    }
    if !mentions.isEmpty { return (mentions.flatMap(\.scopes) + [.year], .loose) }
    if sentence.isHeading { return ([.year], .loose) }
    if !around.isEmpty { return (around.flatMap(\.scopes) + [.year], .loose) }
    return ([.year], wholeCertainty)
  }

  private func certainty(
    _ mention: ProseMention, _ index: Int, _ noun: Noun
  ) -> ProseClaim.Certainty {
    let distance =
      mention.range.upperBound <= index
      ? index - mention.range.upperBound : mention.range.lowerBound - index
    guard mention.quality > .word, noun.isTight, !noun.isRestricted, distance <= 10 else {
      return .loose
    }
    if isRightAfterMention(index) { return .firm }
    // Further away, a sentence may be about something at the activity and not about all of it.
    return noun.measure == .hours ? .near : .firm
  }

  /// Whether a name comes soon after a number, in the same clause.
  private func isNear(_ index: Int, _ mention: ProseMention) -> Bool {
    let between = tokens[(index + 1)..<mention.range.lowerBound]
    return between.count <= 7
      && !between.contains { token in
        token.number != nil || token.mark.map { ",;:.()".contains($0) } == true
          || ["og", "and", "mens", "while", "men", "but"].contains(token.key)
      }
  }

  /// How sure it is that a sentence without a name is about the whole year.
  private var wholeCertainty: ProseClaim.Certainty {
    let words = tokens.filter(\.isWord).map(\.key)
    let isWhole =
      words.contains(where: ProseVocabulary.whole.contains)
      || tokens.contains { if case .year = $0.number?.kind { true } else { false } }
    guard isWhole else { return .explained }
    let isPlain = words.allSatisfy {
      ProseVocabulary.neutral.contains($0) || ProseVocabulary.whole.contains($0)
    }
    return isPlain ? .firm : .near
  }

  /// The subject of a sentence that the ledger does not know: "Jazzfestivalen: 12 frivillige".
  private func unknownName(before index: Int) -> String? {
    guard index > 1, let first = tokens.first, first.isCapitalised, tokens[index - 1].mark == ":",
      index <= 6, !ProseVocabulary.neutral.contains(first.key),
      !ProseVocabulary.whole.contains(first.key),
      ProseNoun.measure(of: Array(tokens[..<(index - 1)])) == nil
    else { return nil }
    let words = tokens[..<(index - 1)]
    guard words.allSatisfy(\.isWord) else { return nil }
    return words.map(\.text).joined(separator: " ")
  }

  // MARK: Why not to hold it against the ledger

  private func doubt(at index: Int, _ noun: Noun) -> ProseDoubt? {
    let before = tokens[..<index].suffix(2)
    if before.contains(where: { $0.isWord && ProseVocabulary.about.contains($0.key) })
      || tokens[..<index].last?.mark == "+"
    {
      return .approximate
    }
    if noun.isRestricted { return .restricted }
    if tokens.contains(where: {
      ["tillegg", "addition", "ytterligere", "plus", "pluss"].contains($0.key)
    })
      || tokens[..<index].last.map({ $0.mark == "−" || $0.mark == "×" }) == true
    {
      return .restricted
    }
    if [.hours, .fte].contains(noun.measure),
      tokens.contains(where: { $0.isWord && ProseVocabulary.rates.contains($0.key) })
    {
      return .restricted
    }
    if sentence.heading.contains(where: { ProseVocabulary.beside.contains($0.key) }) {
      return .beside
    }
    return nil
  }

  // MARK: The year

  private func year(at index: Int) -> Int? {
    let breaks: Set<String> = [
      "mot", "mens", "while", "against", "compared", "men", "but", "fra", "frå", "from",
    ]
    func isBreak(_ token: ProseToken) -> Bool {
      token.mark.map { ",;(".contains($0) } == true || breaks.contains(token.key)
    }
    let start = tokens[..<index].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let end = tokens[(index + 1)...].firstIndex(where: isBreak) ?? tokens.count
    return ProseReader.onlyYear(Array(tokens[start..<end])) ?? ProseReader.onlyYear(tokens)
      ?? ProseReader.onlyYear(sentence.heading)
  }

  /// What is said beside a name.
  private func scopes(of mention: ProseMention) -> [FigureScope] {
    let said = tokens.indices.filter { !mention.range.contains($0) && tokens[$0].isWord }
    return mention.scopes(saying: Set(said.map { tokens[$0].key }))
  }
}
