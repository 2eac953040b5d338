import Testing
import Wording

struct CollationTests {
  /// Sorted by Perl's Unicode::Collate::Locale 1.31 (`nb`, non-ignorable), a foreign implementation
  /// of the same rules.
  static let sortedElsewhere = [
    "_", "(Kor)", "1", "10", "2", "An", "Ăn", "Ắn", "Ân", "Cahppe", "Čáhppe", "Cirkus", "Dan",
    "Ðan", "Dora", "Đorđe", "Dorte", "Dän", "Dåp", "Daap", "Eðvald", "Edvard", "Eline", "Elise",
    "élise", "Élise", "Emil", "Ewa", "gross", "groß", "Gruppe", "Gruppe 10", "Gruppe 2",
    "Gruppe-2", "Gruppe2", "Gruppen", "Grupper", "Haukon", "Håkon", "Haakon", "IKT kafe",
    "IKT kafé", "IKT-kafé", "IKTkafé", "Isak", "Isaac", "Kor", "Kor & dans", "Kor, barn",
    "Lukas", "Lukasz", "Łukasz", "Ngugi", "Ngũgĩ", "Nguyen", "Nguyên", "Nguyễn", "Nils",
    "Ŋilla", "O'Brien", "Obrien", "Oda", "Ole B", "Ole Aa", "Ole-B", "Sara", "Šárka", "Thor",
    "Þór", "Thorn", "Tuhpa", "Tuva", "Ŧuhpa", "Ulla", "Y", "ý", "ÿ", "Ü", "Ű", "Ünal", "Yngve",
    "Yrsa", "Zana", "Žana", "Zebra", "Zoe", "Ǽ", "Äggman", "ærfugl", "Ærfugl", "Æsj", "Ęwa",
    "Ø", "Ǿ", "Ö", "Ő", "Ödön", "Ølen", "Øre", "Ører", "Østen", "Østfold", "Œuvre", "å", "Å",
    "Ǻ", "ạ̊", "aa", "Aa", "AA", "aaa", "aab", "Aab", "Åge", "Aage", "Ånund", "Åsa", "åse",
    "åSe", "Åse", "ÅSE", "Aase", "Åå", "Aaå",
  ]

  @Test func `the order is that of another implementation`() {
    let words = Self.sortedElsewhere
    for (index, word) in words.enumerated() {
      for later in words[(index + 1)...] {
        #expect(norwegianPrecedes(word, later), "\(word) before \(later)")
        #expect(!norwegianPrecedes(later, word), "\(later) not before \(word)")
      }
    }
  }

  @Test(arguments: [
    (
      ["Zebra", "Østfold", "Ærfugl", "Åse", "Aase", "Abel"],
      ["Abel", "Zebra", "Ærfugl", "Østfold", "Åse", "Aase"]
    ),
    (
      ["aab", "Åse", "Aase", "Aas", "Ås", "Øyvind"], ["Øyvind", "aab", "Ås", "Aas", "Åse", "Aase"]
    ),
    (["Ünal", "Yngve", "Xenia", "Ulla"], ["Ulla", "Xenia", "Ünal", "Yngve"]),
    (["Đorđe", "Dorte", "Dora", "Emil"], ["Dora", "Đorđe", "Dorte", "Emil"]),
    (["Fia", "Élise", "Elise", "Emil"], ["Elise", "Élise", "Emil", "Fia"]),
    (["Gruppe 2", "Gruppe 10", "Gruppe"], ["Gruppe", "Gruppe 10", "Gruppe 2"]),
    (["kari", "Kari", "KARI", "karI"], ["kari", "karI", "Kari", "KARI"]),
    (["ole", "Ole Berg", "Oleana"], ["ole", "Ole Berg", "Oleana"]),
    (["Пётр", "Åse", "日本", "!", "7"], ["!", "7", "Åse", "Пётр", "日本"]),
  ])
  func `lists stand as a Norwegian reader expects`(shuffled: [String], expected: [String]) {
    #expect(shuffled.sortedNorwegian { $0 } == expected)
    #expect(shuffled.reversed().sortedNorwegian { $0 } == expected)
  }

  /// Letters, marks, signs, spaces, invisible ones and other scripts: where the rules meet.
  static let alphabet = [
    "a", "A", "å", "Å", "e", "é", "e\u{301}", "ä", "đ", "þ", "t", "h", "1", " ", "\u{A0}", "-",
    "\u{AD}", "\u{301}", "ß", "й", "й\u{301}", "🙂",
  ]

  static func randomText(_ generator: inout SplitMix) -> String {
    (0..<Int.random(in: 0...4, using: &generator))
      .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test func `it is a total order`() {
    var generator = SplitMix(state: 2024)
    let keys = (0..<160).map { _ in CollationKey(Self.randomText(&generator)) }
    var faults = 0
    for a in keys {
      for b in keys {
        // Exactly one of <, ==, > holds, and only equal texts are equal.
        let relations = [a < b, a == b, b < a].count { $0 }
        if relations != 1 || (a == b) != (a.text == b.text) { faults += 1 }
        guard a < b else { continue }
        for c in keys where b < c && !(a < c) { faults += 1 }
      }
    }
    #expect(faults == 0)
  }

  @Test func `case never decides before letters`() {
    var generator = SplitMix(state: 7)
    for _ in 0..<4000 {
      let text = Self.randomText(&generator)
      let other = text.uppercased()
      // If the letters weigh the same, what follows decides.
      #expect(norwegianPrecedes(text + ".x", other + ".y"), "\(text)")
      #expect(norwegianPrecedes(other + ".x", text + ".y"), "\(text)")
    }
  }

  @Test func `a sort does not hang on the order of strings in the standard library`() {
    // In Swift 6.3 these two are neither equal nor ordered by `String.<`.
    let (a, b) = ("и\u{306}", "й\u{301}")
    #expect(norwegianPrecedes(a, b) != norwegianPrecedes(b, a))
  }

  @Test func `the key keeps its text`() {
    #expect(CollationKey("Åse").text == "Åse")
    #expect(CollationKey("e\u{301}") == CollationKey("é"))
  }
}

/// A small generator of random numbers that gives the same ones on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
