// Two ways to make a name plain: for finding it, and for deriving an activity's code from it.

/// Returns the form under which a name is found: small letters, no marks but those of æ, ø and å,
/// one space between words, none at the ends.
///
/// "Språkkafé" and "SPRÅKKAFE" give "språkkafe", whether å and é were composed or not. ß, œ and þ
/// are spelled out (ss, oe, th); đ and ð are d. Letters of other scripts only become small.
package func searchKey(_ text: String) -> String {
  var key = ""
  var spaceIsDue = false
  for character in text {
    if character.isWhitespace {
      spaceIsDue = !key.isEmpty
      continue
    }
    let plain = plainForm(character)
    if plain.isEmpty { continue }
    if spaceIsDue { key.append(" ") }
    spaceIsDue = false
    key += plain
  }
  return key
}

/// The longest activity code, so that a code lives inside a Swift string without allocation.
package let codeBytesMax = 15

/// Returns the code an activity gets unless one is given: at most 15 bytes of a–z, 0–9 and "-".
///
/// "Språkkafé" gives "sprakkafe", "Bål & brød" gives "bal-brod", "Ærfugl" gives "aerfugl". Every
/// other character is a border; a name with nothing to keep gives "aktivitet".
package func codeFrom(name: String) -> String {
  var code = ""
  var borderIsDue = false
  for character in searchKey(name) {
    guard let letters = codeLetters(character) else {
      borderIsDue = !code.isEmpty
      continue
    }
    let addition = borderIsDue ? "-" + letters : letters
    // Only whole letters are taken: æ, which is two bytes here, fits or ends the code.
    if code.utf8.count + addition.utf8.count > codeBytesMax { break }
    code += addition
    borderIsDue = false
  }
  return code.isEmpty ? "aktivitet" : code
}

/// Returns a character small and without marks; empty for an invisible one.
private func plainForm(_ character: Character) -> String {
  guard let letter = LatinLetter(character) else {
    let isInvisible = character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
    return isInvisible ? "" : character.lowercased()
  }
  switch letter.base {
  case "ß": return "ss"
  case "œ": return "oe"
  case "þ": return "th"
  case "ð": return "d"
  case "ı": return "i"
  default: return String(Character(letter.base))
  }
}

/// Returns what a character of a search key becomes in a code, or nil for a border.
private func codeLetters(_ character: Character) -> String? {
  switch character {
  case "a"..."z", "0"..."9": character.isASCII ? String(character) : nil
  case "æ": "ae"
  case "ø": "o"
  case "å": "a"
  case "ŋ": "n"
  default: nil
  }
}
