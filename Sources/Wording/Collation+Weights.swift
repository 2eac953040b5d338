// Where a character stands in Norwegian order: tables for `CollationKey`, which decides how the
// levels are compared.

/// The place of a character on the first level. The order of the cases is the order of the groups.
enum Place: Comparable {
  case space
  /// A sign of the table below.
  case sign(UInt16)
  case digit(Int)
  case letter(UInt16)
  /// A letter outside the table, a sign outside it, any other script: by code, case aside.
  case other(UInt32)

  /// Places a character that is no letter, or returns nil.
  init?(_ character: Character) {
    if character.isWhitespace {
      self = .space
    } else if let value = character.wholeNumberValue, (0...9).contains(value) {
      self = .digit(value)
    } else if let index = signPlaces[character] {
      self = .sign(index)
    } else {
      return nil
    }
  }
}

/// The weights of a Latin letter.
struct LetterWeight {
  /// First level: one place, or two for þ (th) and ß (ss).
  let places: [Place]
  /// Second level: 0 for the letter that names the place, more for its guests (ä at æ, ü at y).
  let variant: UInt32
  /// Second level: one weight for each remaining mark.
  let marks: [UInt32]
  /// Third level: whether one letter stands for two.
  let isLigature: Bool

  /// The last letter of the alphabet.
  static let last = place(after: "z", by: 3)

  init(_ letter: LatinLetter) {
    var marks = letter.marks
    let found: (places: [Place], variant: UInt32, isLigature: Bool)
    if let guest = letter.guest {
      marks.remove(at: guest.mark)
      found = ([.letter(guest.place)], guest.variant, false)
    } else {
      switch letter.base {
      case "a"..."z": found = ([.letter(LetterWeight.place(after: letter.base, by: 0))], 0, false)
      case "æ": found = ([.letter(LetterWeight.place(after: "z", by: 1))], 0, false)
      case "ø": found = ([.letter(LetterWeight.place(after: "z", by: 2))], 0, false)
      case "œ": found = ([.letter(LetterWeight.place(after: "z", by: 2))], 3, false)
      case "å": found = ([.letter(LetterWeight.last)], 0, false)
      case "ð": found = ([.letter(LetterWeight.place(after: "d", by: 0))], 2, false)
      case "ŋ": found = ([.letter(LetterWeight.place(after: "n", by: 1))], 0, false)
      case "ı": found = ([.letter(LetterWeight.place(after: "i", by: 1))], 0, false)
      case "þ": found = (LetterWeight.places("t", "h"), 0, true)
      case "ß": found = (LetterWeight.places("s", "s"), 0, true)
      default: found = ([.other(letter.base.value)], 0, false)
      }
    }
    (places, variant, isLigature) = found
    self.marks = marks.map(LetterWeight.mark)
  }

  /// The place some steps after a letter of the basic alphabet; ten steps lie between two of them.
  fileprivate static func place(after base: Unicode.Scalar, by steps: UInt16) -> UInt16 {
    UInt16(base.value) * 10 + steps
  }

  private static func places(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> [Place] {
    [.letter(place(after: first, by: 0)), .letter(place(after: second, by: 0))]
  }

  /// The weight of a mark: those of the table in its order, then all others by code.
  static func mark(_ mark: Unicode.Scalar) -> UInt32 {
    markPlaces[mark] ?? 1000 + mark.value
  }
}

extension LatinLetter {
  /// Whether the letter sorts away from its base, as ä does.
  var isGuest: Bool { guest != nil }

  /// Where a letter sorts that is at home elsewhere: ä and ę at æ, ö and ő at ø, ü and ű at y, đ at
  /// d (but after it), ŧ after t. `mark` is the mark that sends it there.
  fileprivate var guest: (mark: Int, place: UInt16, variant: UInt32)? {
    for (index, mark) in marks.enumerated() {
      let isFirst = index == firstMarkAbove || mark == "\u{328}" || mark == LatinLetter.stroke
      guard isFirst else { continue }
      let z: (UInt16) -> UInt16 = { LetterWeight.place(after: "z", by: $0) }
      switch (base, mark) {
      case ("a", "\u{308}"): return (index, z(1), 1)
      case ("e", "\u{328}"): return (index, z(1), 2)
      case ("o", "\u{308}"): return (index, z(2), 1)
      case ("o", "\u{30B}"): return (index, z(2), 2)
      case ("u", "\u{308}"): return (index, LetterWeight.place(after: "y", by: 0), 1)
      case ("u", "\u{30B}"): return (index, LetterWeight.place(after: "y", by: 0), 2)
      case ("d", LatinLetter.stroke): return (index, LetterWeight.place(after: "d", by: 0), 1)
      case ("t", LatinLetter.stroke): return (index, LetterWeight.place(after: "t", by: 1), 0)
      default: continue
      }
    }
    return nil
  }
}

/// Signs in the order of CLDR's root collation.
private let signPlaces: [Character: UInt16] = {
  let punctuation = "_-\u{2010}\u{2011}–—,;:!¡?¿.…·'‘’\"“”«»()[]{}§@*/\\&#%†‡•"
  let signs = punctuation + "`^°+±÷×<=>¬|¦~\u{2212}¤¢$£¥€"
  var places: [Character: UInt16] = [:]
  for (index, sign) in signs.enumerated() { places[sign] = UInt16(index) }
  return places
}()

/// Marks in the order of CLDR's root collation; 1...9 are left for variants.
private let markPlaces: [Unicode.Scalar: UInt32] = {
  let marks: [Unicode.Scalar] = [
    "\u{301}", "\u{300}", "\u{306}", "\u{302}", "\u{30C}", "\u{30A}", "\u{308}", "\u{30B}",
    "\u{303}", "\u{307}", "\u{327}", "\u{328}", "\u{304}", "\u{335}", "\u{309}", "\u{30F}",
    "\u{311}", "\u{31B}", "\u{323}", "\u{324}", "\u{325}", "\u{326}", "\u{32D}", "\u{32E}",
    "\u{330}", "\u{331}",
  ]
  var places: [Unicode.Scalar: UInt32] = [:]
  for (index, mark) in marks.enumerated() { places[mark] = UInt32(index) + 10 }
  return places
}()
