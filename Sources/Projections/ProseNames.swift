// The activities, groups and sectors that a text names: by name, alias, or what stands before the first
// comma or preposition of a name; bent as Norwegian bends, and with one slip in a long word.

import Domain

/// A name in a text, and what it may mean.
struct ProseMention: Hashable {
  /// The tokens it covers.
  let range: Range<Int>
  /// What it may mean, likeliest first.
  let scopes: [FigureScope]
  let quality: Quality
  /// The words of the whole name of each, for telling them apart.
  let words: [[String]]

  /// What it may mean, those first of whose names most is said in the sentence.
  func scopes(saying said: Set<String>) -> [FigureScope] {
    let overlaps = words.map { words in words.count { said.contains($0) } }
    return scopes.indices.sorted { (overlaps[$1], $0) < (overlaps[$0], $1) }.map { scopes[$0] }
  }

  enum Quality: Int, Comparable {
    /// Only the first word: enough to agree, not to contradict.
    case word
    /// What stands before the first comma or preposition.
    case part
    case full

    static func < (left: Quality, right: Quality) -> Bool { left.rawValue < right.rawValue }
  }
}

/// Finds the names of a ledger in tokens.
struct ProseNames {
  private struct Entry {
    let words: [String]
    /// Of the whole name.
    let name: [String]
    let scope: FigureScope
    let quality: ProseMention.Quality
  }

  private var entries: [Entry] = []
  /// The entries whose first word is like a word that was met.
  private var known: [String: [Int]] = [:]
  private let key: (String) -> String

  init(_ years: [YearFigures], key: @escaping (String) -> String) {
    self.key = key
    var met: Set<FigureScope> = []
    func isNew(_ scope: FigureScope) -> Bool { met.insert(scope).inserted }
    for figures in years {
      for row in figures.activities + figures.outside where isNew(.activity(row.code)) {
        for name in [row.details.name] + row.details.aliases { add(name, .activity(row.code)) }
        add(row.code.text, .activity(row.code))
      }
      for group in figures.names.groups where isNew(.group(group)) { add(group, .group(group)) }
      for sector in figures.names.sectors where isNew(.sector(sector)) {
        add(sector, .sector(sector))
      }
    }
    for name in ["uten gruppe", "utan gruppe", "no group", "in no group"] {
      add(name, .group(nil))
    }
    for name in ["uten sektor", "utan sektor", "no sector"] { add(name, .sector(nil)) }
  }

  private mutating func add(_ name: String, _ scope: FigureScope) {
    let tokens = tokens(of: name)
    let words = tokens.filter { $0.isWord || $0.number != nil }.map(\.key)
    guard let first = words.first else { return }
    entries.append(Entry(words: words, name: words, scope: scope, quality: .full))
    let head = tokens.prefix { token in
      if let mark = token.mark { return mark == "-" }
      return !Self.prepositions.contains(token.key)
    }.filter { $0.isWord || $0.number != nil }.map(\.key)
    if !head.isEmpty, head.count < words.count, head.reduce(0, { $0 + $1.count }) >= 5,
      !Self.general.contains(head[0]) || head.count > 1
    {
      entries.append(Entry(words: head, name: words, scope: scope, quality: .part))
    }
    if head.count > 1, first.count >= 7, !Self.general.contains(first) {
      entries.append(Entry(words: [first], name: words, scope: scope, quality: .word))
    }
  }

  private static let prepositions: Set<String> = [
    "på", "av", "i", "for", "og", "med", "ved", "til", "of", "in", "at", "and", "with", "on", "om",
  ]
  /// First words that name nothing by themselves.
  private static let general: Set<String> = [
    "frivillig", "frivillige", "praktisk", "dugnad", "intervju", "evaluering", "aktivitet",
    "felles",
    "digital", "digitalt", "digitale", "andre", "møteplass", "oppgaver", "tjenester", "volunteer",
    "prosjekt", "project", "kultur", "sosiale", "hjelp", "transport", "arbeid",
  ]

  private func tokens(of name: String) -> [ProseToken] {
    let characters = Array(name)
    return ProseScanner.tokens(characters, 0..<characters.count, line: 1, key: key)
  }

  /// Returns the names among the tokens, the longest where several begin.
  mutating func mentions(in tokens: [ProseToken]) -> [ProseMention] {
    let words = tokens.indices.filter { tokens[$0].isWord || tokens[$0].number != nil }
    var mentions: [ProseMention] = []
    var at = 0
    while at < words.count {
      guard let mention = mention(at: at, words, tokens) else {
        at += 1
        continue
      }
      mentions.append(mention)
      at = words.firstIndex { $0 >= mention.range.upperBound } ?? words.count
    }
    // A first word is only listened to where nothing better is said.
    let best = mentions.map(\.quality).max() ?? .word
    return best > .word ? mentions.filter { $0.quality > .word } : mentions
  }

  private mutating func mention(
    at start: Int, _ words: [Int], _ tokens: [ProseToken]
  ) -> ProseMention? {
    let first = tokens[words[start]].key
    let beginning = begin(with: first)
    var found: [Entry] = []
    for index in beginning {
      let entry = entries[index]
      guard start + entry.words.count <= words.count else { continue }
      let isHere = entry.words.indices.allSatisfy { offset in
        let at = words[start + offset]
        // A name does not go over a comma it has not, but titles are often set without theirs.
        return Self.isAlike(tokens[at].key, entry.words[offset])
      }
      if isHere { found.append(entry) }
    }
    guard let longest = found.map(\.words.count).max() else { return nil }
    let whole = found.filter { $0.words.count == longest }
      .sorted { ($1.quality, Self.rank($0.scope)) < ($0.quality, Self.rank($1.scope)) }
    guard let quality = whole.first?.quality else { return nil }
    var scopes: [FigureScope] = []
    var names: [[String]] = []
    for entry in whole where !scopes.contains(entry.scope) {
      scopes.append(entry.scope)
      names.append(entry.name)
    }
    return ProseMention(
      range: words[start]..<words[start + longest - 1] + 1, scopes: scopes, quality: quality,
      words: names)
  }

  private static func rank(_ scope: FigureScope) -> Int {
    switch scope {
    case .activity: 0
    case .group: 1
    case .sector: 2
    default: 3
    }
  }

  private mutating func begin(with word: String) -> [Int] {
    if let known = known[word] { return known }
    let found = entries.indices.filter { Self.isAlike(word, entries[$0].words[0]) }
    known[word] = found
    return found
  }

  /// Endings that bend a Norwegian noun.
  private static let endings: Set<String> = [
    "", "n", "en", "et", "a", "er", "r", "ar", "ene", "ane", "s", "ens", "ets", "ne", "e", "t",
  ]

  /// Whether two words are one word bent, or differ by one slip in a long word.
  static func isAlike(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let (one, other) = (Array(left), Array(right))
    guard abs(one.count - other.count) <= 3 else { return false }
    let common = zip(one, other).prefix { $0 == $1 }.count
    guard common > 0 else { return false }
    let (rest, tail) = (String(one[common...]), String(other[common...]))
    if common >= (rest.isEmpty || tail.isEmpty ? 4 : 5), endings.contains(rest),
      endings.contains(tail)
    {
      return true
    }
    guard min(one.count, other.count) >= 7, abs(one.count - other.count) <= 1 else { return false }
    let (after, behind) = (one[common...], other[common...])
    if one.count == other.count { return after.dropFirst().elementsEqual(behind.dropFirst()) }
    return one.count > other.count
      ? after.dropFirst().elementsEqual(behind) : after.elementsEqual(behind.dropFirst())
  }
}
