// One Latin letter taken apart: the plain letter, its case, the marks on it. Sorting, searching and
// making codes all begin here, so that é is the same letter however it was encoded (NFC or NFD).
//
// The standard library has no public normalisation, but it knows the name of every scalar:
// U+1EAD is LATIN SMALL LETTER A WITH CIRCUMFLEX AND DOT BELOW. What stands before WITH is the
// letter, what stands after are the marks. A test holds the result against canonical equivalence,
// as `String.==` decides it, for every Latin letter.

/// A letter of the Latin alphabet and the marks on it.
struct LatinLetter: Equatable {
  /// The letter without marks, in small: "a"..."z", "æ", "ø", "å" and the few that stay themselves.
  var base: Unicode.Scalar
  /// Whether it was a capital.
  var isCapital: Bool
  /// Combining marks in canonical order. A stroke through the letter (đ, ł, ħ) is U+0335, although
  /// Unicode does not take these letters apart.
  var marks: [Unicode.Scalar] = []

  /// The stroke of đ, ł and ħ.
  static let stroke: Unicode.Scalar = "\u{335}"
  /// The ring of å.
  static let ring: Unicode.Scalar = "\u{30A}"

  /// Takes a character apart, or returns nil for what is no Latin letter.
  init?(_ character: Character) {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, let start = LatinLetter(scalar: first) else { return nil }
    self = start
    for mark in scalars.dropFirst() {
      guard let known = LatinLetter.combining(mark) else { return nil }
      marks += known
    }
    sortMarks()
    takeRing()
  }

  /// Takes one scalar apart, which may itself carry marks.
  private init?(scalar: Unicode.Scalar) {
    let plain: Unicode.Scalar
    switch scalar {
    case "a"..."z", "æ", "ø": (base, isCapital) = (scalar, false)
    case "A"..."Z", "Æ", "Ø": (base, isCapital) = (LatinLetter.small(scalar), true)
    case "\u{130}": (base, isCapital, marks) = ("i", true, ["\u{307}"])  // İ: small is two scalars
    case "\u{212A}": (base, isCapital) = ("k", true)  // Kelvin sign: canonically K
    case "\u{212B}": (base, isCapital, marks) = ("a", true, [LatinLetter.ring])  // Ångström: Å
    case "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}":
      plain = LatinLetter.small(scalar)
      isCapital = plain != scalar
      (base, marks) = LatinLetter.named(plain) ?? (plain, [])
    default: return nil
    }
  }

  /// Reads letter and marks from the name of a small letter; nil when it has no marks we know.
  private static func named(_ small: Unicode.Scalar) -> (Unicode.Scalar, [Unicode.Scalar])? {
    guard let name = small.properties.name else { return nil }
    let words = name.split(separator: " ")
    // LATIN SMALL LETTER X WITH MARK [MARK …] [AND MARK …]
    guard words.count >= 6, words[0] == "LATIN", words[1] == "SMALL", words[2] == "LETTER",
      words[4] == "WITH", var base = letter(named: words[3])
    else { return nil }
    var marks: [Unicode.Scalar] = []
    for part in words[5...].split(separator: "AND") {
      guard let mark = markNames[part.joined(separator: " ")] else { return nil }
      marks.append(mark)
    }
    if base == "o", marks.first == stroke {
      base = "ø"
      marks.removeFirst()
    }
    return (base, marks)
  }

  private static func letter(named name: Substring) -> Unicode.Scalar? {
    if name == "AE" { return "æ" }
    guard let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1 else { return nil }
    return small(scalar)
  }

  /// Returns what a combining scalar adds: nothing for an invisible one, nil for what is no mark.
  private static func combining(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar {
    case "\u{340}": return ["\u{300}"]  // four marks that are canonically others
    case "\u{341}": return ["\u{301}"]
    case "\u{343}": return ["\u{313}"]
    case "\u{344}": return ["\u{308}", "\u{301}"]
    default:
      if scalar.properties.isDefaultIgnorableCodePoint { return [] }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return [scalar]
      default: return nil
      }
    }
  }

  /// Puts marks into canonical order: by combining class, those of one class as they stood.
  private mutating func sortMarks() {
    guard marks.count > 1 else { return }
    let ranked = marks.enumerated().sorted { a, b in
      let classes = (LatinLetter.rank(a.element), LatinLetter.rank(b.element))
      return classes.0 == classes.1 ? a.offset < b.offset : classes.0 < classes.1
    }
    marks = ranked.map(\.element)
  }

  /// Makes "å" of "a" whose first mark above is the ring.
  private mutating func takeRing() {
    guard base == "a", let ring = firstMarkAbove, marks[ring] == LatinLetter.ring else { return }
    base = "å"
    marks.remove(at: ring)
  }

  /// Where the mark stands that touches the letter from above.
  var firstMarkAbove: Int? {
    marks.firstIndex { LatinLetter.rank($0) == 230 }
  }

  private static func rank(_ mark: Unicode.Scalar) -> UInt8 {
    mark.properties.canonicalCombiningClass.rawValue
  }

  /// Returns the small form of a letter.
  static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = mapped.first, mapped.count == 1 else { return scalar }
    return first
  }

  /// The marks by the words in a scalar's name.
  private static let markNames: [String: Unicode.Scalar] = [
    "GRAVE": "\u{300}", "ACUTE": "\u{301}", "CIRCUMFLEX": "\u{302}", "TILDE": "\u{303}",
    "MACRON": "\u{304}", "BREVE": "\u{306}", "DOT ABOVE": "\u{307}", "DIAERESIS": "\u{308}",
    "HOOK ABOVE": "\u{309}", "RING ABOVE": "\u{30A}", "DOUBLE ACUTE": "\u{30B}",
    "CARON": "\u{30C}", "DOUBLE GRAVE": "\u{30F}", "INVERTED BREVE": "\u{311}",
    "HORN": "\u{31B}", "DOT BELOW": "\u{323}", "DIAERESIS BELOW": "\u{324}",
    "RING BELOW": "\u{325}", "COMMA BELOW": "\u{326}", "CEDILLA": "\u{327}",
    "OGONEK": "\u{328}", "CIRCUMFLEX BELOW": "\u{32D}", "BREVE BELOW": "\u{32E}",
    "TILDE BELOW": "\u{330}", "LINE BELOW": "\u{331}", "STROKE": stroke,
  ]
}
