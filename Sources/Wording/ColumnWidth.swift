// How many columns a text takes in a terminal, so that tables stand straight when a name has an
// accent in two scalars or an activity has an emoji.

/// Which side of a column a text leans on.
package enum Alignment: Sendable {
  /// Text: the space is on the right.
  case left
  /// Numbers: the space is on the left.
  case right
}

/// Returns how many terminal columns a text takes.
///
/// Combining marks, controls and invisible signs take none; East Asian wide characters and emoji
/// take two.
package func columnWidth(_ text: String) -> Int {
  text.reduce(0) { $0 + columnWidth($1) }
}

/// Returns a text with spaces added to fill a number of columns; a longer text stays as it is.
package func padded(_ text: String, to columns: Int, _ alignment: Alignment = .left) -> String {
  let space = String(repeating: " ", count: max(0, columns - columnWidth(text)))
  switch alignment {
  case .left: return text + space
  case .right: return space + text
  }
}

/// Returns a text that takes no more than a number of columns; what was cut is marked with "…".
package func clipped(_ text: String, to columns: Int) -> String {
  if columnWidth(text) <= columns { return text }
  if columns <= 0 { return "" }
  var kept = ""
  var width = 0
  for character in text {
    width += columnWidth(character)
    if width > columns - 1 { break }
    kept.append(character)
  }
  return kept + "…"
}

/// A character is as wide as its widest scalar; a sequence shown as one picture is two columns.
private func columnWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
  return scalars.map(columnWidth).max() ?? 0
}

private func columnWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F ? 1 : 0 }
  if scalar == "\u{AD}" { return 1 }  // terminals show the soft hyphen
  let properties = scalar.properties
  switch properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
    return 0
  default:
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }  // vowels and finals of a syllable
    if (0x1F1E6...0x1F1FF).contains(scalar.value) { return 2 }  // halves of a flag
    if properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}

/// East Asian wide and fullwidth blocks (UAX #11), in whole blocks where all of a block is wide.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
  0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD,
]
