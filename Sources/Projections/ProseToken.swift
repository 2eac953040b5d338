// A line of text as words, numbers and marks, each with its place. What numbers look like stands here:
// thousands, decimals, dates, times, money, telephones, and what else digits are used for.

/// A word, a number or a mark.
struct ProseToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    case number(ProseNumber)
    /// One of those that part clauses and sentences, or stand between numbers.
    case mark(Character)
  }

  var kind: Kind
  let text: String
  /// The form under which words are compared: small, without accents.
  let key: String
  let place: ProsePlace
  /// The column right after it.
  let end: Int
  /// Whether nothing stands between it and the token before.
  let touches: Bool

  var isWord: Bool { kind == .word }
  var number: ProseNumber? { if case .number(let number) = kind { number } else { nil } }
  var mark: Character? { if case .mark(let mark) = kind { mark } else { nil } }
  var isCapitalised: Bool { isWord && text.first?.isUppercase == true }
}

/// Cuts a line into tokens.
struct ProseScanner {
  private let characters: [Character]
  private let line: Int
  private let key: (String) -> String
  private var at = 0
  private(set) var tokens: [ProseToken] = []

  init(_ characters: [Character], line: Int, key: @escaping (String) -> String) {
    self.characters = characters
    self.line = line
    self.key = key
  }

  /// Returns the tokens of some columns of the line, counted from 0.
  static func tokens(
    _ characters: [Character], _ columns: Range<Int>, line: Int,
    key: @escaping (String) -> String
  ) -> [ProseToken] {
    var scanner = ProseScanner(Array(characters[..<columns.upperBound]), line: line, key: key)
    scanner.at = columns.lowerBound
    scanner.scan()
    return scanner.tokens
  }

  private func character(_ offset: Int) -> Character? {
    characters.indices.contains(offset) ? characters[offset] : nil
  }

  private mutating func scan() {
    while let next = character(at) {
      if next.isWhitespace {
        at += 1
      } else if beginsChunk, let end = endOfAddress {
        at = end
      } else if Self.isDigit(next) {
        number()
      } else if next.isLetter {
        let start = at
        while let letter = character(at), letter.isLetter || Self.isDigit(letter) { at += 1 }
        add(.word, start)
      } else {
        if Self.marks.contains(next) { add(.mark(next), at, end: at + 1) }
        at += 1
      }
    }
  }

  static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
  static let marks: Set<Character> = [
    ",", ";", ":", ".", "!", "?", "(", ")", "=", "−", "-", "–", "/", "+", "×", "%", "§",
  ]
  static let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}"]

  private mutating func add(_ kind: ProseToken.Kind, _ start: Int, end: Int? = nil) {
    let end = end ?? at
    let text = String(characters[start..<end])
    let isWord = kind == .word
    tokens.append(
      ProseToken(
        kind: kind, text: text, key: isWord ? key(text) : text,
        place: ProsePlace(line: line, column: start + 1), end: end + 1,
        touches: tokens.last?.end == start + 1))
  }

  // MARK: Addresses of the net

  private var beginsChunk: Bool { at == 0 || character(at - 1)?.isWhitespace == true }

  /// The end of the chunk that begins here, if it is a web or mail address.
  private var endOfAddress: Int? {
    var end = at
    var text = ""
    while let next = character(end), !next.isWhitespace, end < at + 2_000 {
      text.append(next)
      end += 1
    }
    let isAddress =
      text.contains("://") || text.contains("@") || text.hasPrefix("www.")
    return isAddress ? end : nil
  }

  // MARK: Numbers

  private func digits(from start: Int) -> Int {
    var end = start
    while let next = character(end), Self.isDigit(next) { end += 1 }
    return end
  }

  private mutating func add(_ kind: ProseNumber.Kind, from start: Int, to end: Int) {
    at = end
    add(.number(ProseNumber(text: String(characters[start..<end]), kind: kind)), start)
  }

  private mutating func left(_ kind: ProseNumber.Left, from start: Int, to end: Int) {
    add(.left(kind), from: start, to: end)
  }

  private mutating func number() {
    let start = at
    let end = digits(from: start)
    let count = end - start
    // "COVID-19", "U/18"
    if let last = tokens.last, last.end == start + 1, last.touches, "-/".contains(last.text),
      tokens.count > 1, tokens[tokens.count - 2].isWord
    {
      return left(.code, from: start, to: digits(from: start))
    }
    if let next = character(end), next.isLetter {
      // "430t" is hours; "2nd", "5f", "f5d5" are no figures.
      var word = end
      while let letter = character(word), letter.isLetter || Self.isDigit(letter) { word += 1 }
      let unit = String(characters[end..<word]).lowercased()
      if !["t", "h", "kr", "timer", "timar"].contains(unit) {
        return left(.code, from: start, to: word)
      }
    }
    if let date = endOfDate(start, end) { return left(.date, from: start, to: date) }
    if character(end) == ":", count <= 2, digits(from: end + 1) == end + 3 {
      return left(.clock, from: start, to: end + 3)
    }
    if count == 4, let year = year(start, end) {
      if let next = character(end), "-–/".contains(next) {
        let second = digits(from: end + 1)
        if second - end - 1 == 2 || second - end - 1 == 4 {
          return add(.year(year), from: start, to: second)
        }
      }
    }
    if let phone = endOfPhone(start) { return left(.phone, from: start, to: phone) }
    var last = endOfThousands(start, end)
    if let mark = character(last), ",.".contains(mark), let next = character(last + 1),
      Self.isDigit(next)
    {
      let fraction = digits(from: last + 1)
      if let again = character(fraction), ",.".contains(again), let more = character(fraction + 1),
        Self.isDigit(more)
      {
        var chain = fraction
        while let again = character(chain), ",.".contains(again), let more = character(chain + 1),
          Self.isDigit(more)
        { chain = digits(from: chain + 1) }
        let text = String(characters[start..<chain]).filter { $0 != "," }
        let groups = String(characters[start..<chain]).split(separator: ",")
        if groups.dropFirst().allSatisfy({ $0.count == 3 }), !text.contains("."),
          let amount = ProseAmount(text)
        {
          return add(.plain(amount), from: start, to: chain)
        }
        return left(.code, from: start, to: chain)
      }
      last = fraction
    }
    if let dash = character(last), "-–".contains(dash), let next = character(last + 1),
      Self.isDigit(next)
    {
      return left(.range, from: start, to: endOfThousands(last + 1, digits(from: last + 1)))
    }
    if character(last) == "/", let next = character(last + 1), Self.isDigit(next) {
      return left(.code, from: start, to: digits(from: last + 1))
    }
    let text = String(characters[start..<last])
    if let kind = kindAfter(last, text) { return left(kind, from: start, to: last) }
    if count == 4, last == end, let year = year(start, end) {
      return add(.year(year), from: start, to: end)
    }
    guard let amount = ProseAmount(text) else { return left(.code, from: start, to: last) }
    add(.plain(amount), from: start, to: last)
  }

  private func year(_ start: Int, _ end: Int) -> Int? {
    guard let year = Int(String(characters[start..<end])), (1900...2099).contains(year) else {
      return nil
    }
    return year
  }

  /// `04.03.2025`, `5.3.25`, `5.3.`, `2025-03-04`.
  private func endOfDate(_ start: Int, _ end: Int) -> Int? {
    func pair(_ from: Int) -> Int? {
      let to = digits(from: from)
      return (1...2).contains(to - from) ? to : nil
    }
    if end - start == 4, character(end) == "-", let month = pair(end + 1),
      character(month) == "-", let day = pair(month + 1)
    {
      return day
    }
    guard end - start <= 2, character(end) == ".", let month = pair(end + 1),
      character(month) == "."
    else { return nil }
    guard let number = Int(String(characters[end + 1..<month])), (1...12).contains(number) else {
      return nil
    }
    let year = digits(from: month + 1)
    return [2, 4].contains(year - month - 1) ? year : month + 1
  }

  /// Eight digits in the groups that telephones are written in.
  private func endOfPhone(_ start: Int) -> Int? {
    var groups: [Int] = []
    var (begin, end) = (start, start)
    while groups.count < 6, digits(from: begin) > begin {
      end = digits(from: begin)
      groups.append(end - begin)
      guard let space = character(end), Self.spaces.contains(space) else { break }
      begin = end + 1
    }
    let isForeign = tokens.last?.mark == "+" && groups.first == 2 && groups.count > 2
    let isPhone = isForeign || [[2, 2, 2, 2], [3, 2, 3], [8]].contains(groups)
    return isPhone ? end : nil
  }

  /// Groups of three digits after spaces.
  private func endOfThousands(_ start: Int, _ end: Int) -> Int {
    guard end - start <= 3, characters[start] != "0" else { return end }
    var last = end
    while let space = character(last), Self.spaces.contains(space),
      digits(from: last + 1) == last + 4, character(last + 4)?.isLetter != true
    { last += 4 }
    return last
  }

  /// What follows a number and tells what it is.
  private func kindAfter(_ end: Int, _ text: String) -> ProseNumber.Left? {
    if character(end) == ",", let dash = character(end + 1), "-–".contains(dash) { return .money }
    if character(end) == "+" { return .age }
    if character(end) == "-", character(end + 1)?.isLetter == true { return .age }
    var word = end
    while let space = character(word), Self.spaces.contains(space) { word += 1 }
    if character(word) == "%" { return .percent }
    return nil
  }
}
