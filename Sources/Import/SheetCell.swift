// The text of one cell: spaces, invisible characters, composed letters.

/// Returns the text without spaces at its ends, hard and thin spaces as spaces, soft hyphens and
/// zero-width spaces removed, and Latin letters composed ("a" and a ring are "å").
///
/// Letters of other scripts stay as they came; whoever stores a text brings it to form C.
func cellText(_ text: String) -> String {
  var text = text
  return text.withUTF8 { cellText($0[...]) }
}

/// The same for UTF-8.
func cellText(_ bytes: some Collection<UInt8> & BidirectionalCollection) -> String {
  var rest = bytes[...]
  while let byte = rest.first, isSpace(byte) { rest.removeFirst() }
  while let byte = rest.last, isSpace(byte) { rest.removeLast() }
  let text = String(decoding: rest, as: UTF8.self)
  // æ, ø, å, é and their kind begin with 0xC3: most cells need no second look.
  guard rest.contains(where: needsCare) else { return text }
  return cleaned(text)
}

/// Space, tab, line feed, carriage return.
private func isSpace(_ byte: UInt8) -> Bool {
  byte == 32 || byte == 9 || byte == 10 || byte == 13
}

/// The first bytes of hard and zero-width spaces (C2, E2, EF) and of combining marks (CC, CD).
private func needsCare(_ byte: UInt8) -> Bool {
  switch byte {
  case 0xC2, 0xCC, 0xCD, 0xE2, 0xEF: true
  default: false
  }
}

private func cleaned(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xA0, 0x2007, 0x2009, 0x202F: scalars.append(" ")
    case 0xAD, 0x200B, 0x2060, 0xFEFF: continue
    default: scalars.append(scalar)
    }
  }
  return String(String(scalars).trimmed.map(composed))
}

/// Returns the letter as one scalar where Unicode has one for it.
private func composed(_ character: Character) -> Character {
  character.unicodeScalars.count > 1 ? composedLetters[character] ?? character : character
}

/// Every Latin letter with marks. Characters are equal and hash alike however they are composed, so
/// that a decomposed one finds the scalar that stands for it.
private let composedLetters: [Character: Character] = {
  var letters: [Character: Character] = [:]
  for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
    guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
    letters[Character(scalar)] = Character(scalar)
  }
  return letters
}()
