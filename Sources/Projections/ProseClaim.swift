// What a number in a text says: of what, in which year, and how sure the reading is. Nothing is held
// against the ledger yet.

import Domain

/// A plain number, as it was understood.
struct ProseClaim {
  let place: ProsePlace
  let number: ProseNumber
  let amount: ProseAmount
  /// The few words around it.
  let quote: String
  var measure: ProseMeasure?
  /// What it may be of, likeliest first.
  var scopes: [FigureScope] = []
  /// The year that the text says; nil where it says none.
  var year: Int?
  var certainty = Certainty.loose
  /// Why it was not understood better.
  var doubt: ProseDoubt?
  /// The sum of the rows above it in its column, in hundredths, if it is their sum.
  var columnSum: Int?
  var isSum = false
  /// The name that the ledger does not know.
  var unknownName: String?

  /// How sure the reading is: what is not sure may agree, and never contradicts.
  enum Certainty: Int, Comparable {
    case loose
    /// Contradicts only where the ledger can say what the number is instead.
    case explained
    /// Contradicts where it is near, or the ledger can say what it is instead.
    case near
    case firm

    static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
  }
}

/// Why a number was not understood.
package enum ProseDoubt: String, Hashable, Sendable, CaseIterable {
  /// No word says what is counted.
  case noNoun
  /// Nothing says what it is of, or several things do.
  case noSubject
  /// "over 200", "ca. 50".
  case approximate
  /// Only some of those who are counted, or hours of one time.
  case restricted
  /// A name that is in no activity, group or sector of the ledger.
  case unknownName
  /// The ledger does not know it, or it is about something beside the year's figures.
  case beside
}

/// What reading a text found.
struct ProseReading {
  var claims: [ProseClaim] = []
  /// Numbers that are no figures, with what they are.
  var left: [(place: ProsePlace, text: String, kind: ProseNumber.Left, quote: String)] = []
  /// Years that are named.
  var years: [(place: ProsePlace, year: Int, quote: String)] = []
}

/// Reads a text with the names of a ledger.
struct ProseReader {
  private var names: ProseNames
  private(set) var reading = ProseReading()
  /// Sums of the rows of the table so far, by column.
  private var sums: [Int: Int] = [:]
  private var table = 0

  init(_ text: String, names: ProseNames, key: @escaping (String) -> String) {
    self.names = names
    for unit in ProseText(text, key: key).units {
      switch unit {
      case .sentence(let sentence): read(sentence)
      case .row(let row): read(row)
      }
    }
  }

  // MARK: Sentences

  private mutating func read(_ sentence: ProseSentence) {
    let tokens = ProseKinds.settled(sentence.tokens)
    guard tokens.contains(where: { $0.number != nil }) else { return }
    let mentions = names.mentions(in: tokens)
    let inNames = Set(mentions.flatMap(\.range))
    note(tokens, except: inNames)
    let phrase = ProsePhrase(
      tokens: tokens, mentions: mentions, sentence: sentence,
      around: names.mentions(in: sentence.heading))
    for index in tokens.indices where !inNames.contains(index) {
      guard let number = tokens[index].number, case .plain(let amount) = number.kind else {
        continue
      }
      var claim = ProseClaim(
        place: tokens[index].place, number: number, amount: amount,
        quote: Self.quote(tokens, index))
      phrase.fill(&claim, at: index)
      reading.claims.append(claim)
    }
  }

  /// Notes the years and the numbers that are left alone.
  private mutating func note(_ tokens: [ProseToken], except inNames: Set<Int> = []) {
    for (index, token) in tokens.enumerated() where !inNames.contains(index) {
      switch token.number?.kind {
      case .year(let year): reading.years.append((token.place, year, Self.quote(tokens, index)))
      case .left(let kind):
        reading.left.append((token.place, token.text, kind, Self.quote(tokens, index)))
      case .plain, nil: break
      }
    }
  }

  /// The few words around a token.
  private static func quote(_ tokens: [ProseToken], _ index: Int) -> String {
    let shown = max(0, index - 6)...min(tokens.count - 1, index + 3)
    return text(tokens[shown].prefix(10))
  }

  private static func text(_ tokens: some Sequence<ProseToken>) -> String {
    var text = ""
    for token in tokens {
      text += (text.isEmpty || token.touches ? "" : " ") + token.text
    }
    return text
  }

  // MARK: Rows

  private mutating func read(_ row: ProseRow) {
    if row.table != table {
      table = row.table
      sums = [:]
    }
    guard !row.cells.isEmpty else {
      return read(
        ProseSentence(tokens: row.label, isHeading: false, heading: row.heading, leadIn: []))
    }
    let label = ProseKinds.settled(row.label)
    let mentions = names.mentions(in: label)
    let words = label.filter { $0.isWord || $0.number != nil }
    let covering = mentions.first { $0.range.lowerBound == 0 }
    let covered = covering.map {
      $0.range.filter { label[$0].isWord || label[$0].number != nil }.count
    }
    let isWhole = covered == words.count
    let labelYear: Int? = if case .year(let year) = label.first?.number?.kind { year } else { nil }
    let isSum = mentions.isEmpty && Self.isSum(words)
    let isBeside = row.about.contains { ProseVocabulary.beside.contains($0.key) }
    for cell in row.cells {
      let tokens = ProseKinds.settled(cell.tokens)
      note(tokens)
      for (index, token) in tokens.enumerated() {
        guard let number = token.number, case .plain(let amount) = number.kind else { continue }
        var claim = ProseClaim(
          place: token.place, number: number, amount: amount,
          quote: Self.text(label.prefix(8)) + " | " + Self.text(cell.header.prefix(4)) + " | "
            + Self.text(tokens.prefix(6)))
        let noun = ProseNoun.after(index + 1, in: tokens)
        let ofLabel = isSum || covering != nil ? nil : ProseNoun.measure(of: label)
        let headerYear = cell.header.compactMap { token -> Int? in
          if case .year(let year) = token.number?.kind { year } else { nil }
        }.first
        claim.measure = noun?.measure ?? ProseNoun.measure(of: cell.header) ?? ofLabel
        claim.year = headerYear ?? labelYear ?? Self.onlyYear(row.heading)
        let isAlone = tokens.count(where: { $0.number != nil }) == 1
        switch (covering, isSum) {
        case (let mention?, _):
          claim.scopes = mention.scopes
          claim.certainty = isWhole && isAlone && noun?.isRestricted != true ? .firm : .loose
          claim.doubt = isWhole ? nil : .noSubject
        case (nil, true) where Self.isOfGroups(words) && claim.measure?.isOfPeople == true:
          claim.scopes = [.year]
          claim.measure = .sumOfGroups
          claim.certainty = .firm
        case (nil, true):
          claim.scopes = [.year]
          claim.isSum = true
          claim.columnSum = sums[cell.column]
          claim.certainty = .near
        case (nil, false) where ofLabel != nil || labelYear != nil:
          claim.scopes = [.year]
          claim.certainty = .near
        case (nil, false):
          claim.doubt = .unknownName
          claim.unknownName = Self.text(label)
        }
        if claim.measure == nil { claim.doubt = .noNoun }
        if isBeside {
          claim.certainty = .loose
          claim.doubt = .beside
        }
        if !isSum, isAlone { sums[cell.column, default: 0].addClamped(amount.hundredths) }
        reading.claims.append(claim)
      }
    }
    note(label, except: Set(mentions.flatMap(\.range)).union(labelYear == nil ? [] : [0]))
  }

  private static func isSum(_ words: [ProseToken]) -> Bool {
    guard !words.isEmpty, words.count <= 5 else { return false }
    let keys = words.map(\.key)
    return keys.contains(where: ProseVocabulary.whole.contains)
      && keys.allSatisfy {
        ProseVocabulary.whole.contains($0) || ProseVocabulary.neutral.contains($0)
          || groups.contains($0)
      }
  }

  private static let groups: Set<String> = ["gruppene", "gruppane", "groups"]

  private static func isOfGroups(_ words: [ProseToken]) -> Bool {
    words.contains { groups.contains($0.key) }
  }

  static func onlyYear(_ tokens: [ProseToken]) -> Int? {
    let years = tokens.compactMap { token -> Int? in
      if case .year(let year) = token.number?.kind { year } else { nil }
    }
    return Set(years).count == 1 ? years.first : nil
  }
}
