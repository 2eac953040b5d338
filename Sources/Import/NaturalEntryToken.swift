// The words of a natural entry cut as far as they can be: at spaces, and at commas that are no decimal
// commas.

import Wording

/// A word without spaces and commas.
struct NaturalEntryToken {
  /// As written, and the number of the shell's word it stood in.
  let word: NaturalEntry.Word
  /// The form under which it is looked up.
  let key: String
  /// A comma or a quotation mark stands before it: no phrase and no name goes on here.
  let isApart: Bool

  var text: String { word.text }

  static func tokens(_ words: [String]) -> [NaturalEntryToken] {
    var tokens: [NaturalEntryToken] = []
    var isApart = false
    for (index, word) in words.enumerated() {
      let isQuoted = word.contains(where: \.isWhitespace)
      if isQuoted { isApart = true }
      for (text, border) in pieces(word) {
        if !text.isEmpty {
          tokens.append(
            NaturalEntryToken(
              word: NaturalEntry.Word(text: text, position: index + 1), key: searchKey(text),
              isApart: isApart))
          isApart = false
        }
        if border == "," { isApart = true }
      }
      if isQuoted { isApart = true }
    }
    return tokens
  }

  /// Returns what stands between spaces and commas, each with the border after it.
  private static func pieces(_ word: String) -> [(text: String, border: Character?)] {
    var pieces: [(text: String, border: Character?)] = []
    var text = ""
    let characters = Array(word)
    for (index, character) in characters.enumerated() {
      let isDecimal =
        character == "," && !text.isEmpty && text.allSatisfy(isDigit)
        && index + 1 < characters.count && isDigit(characters[index + 1])
      if character.isWhitespace || character == "," && !isDecimal {
        pieces.append((text, character))
        text = ""
      } else {
        text.append(character)
      }
    }
    pieces.append((text, nil))
    return pieces
  }
}

/// Whether it is one of 0–9.
func isDigit(_ character: Character) -> Bool {
  ("0"..."9").contains(character) && character.isASCII
}
