import Testing
import Wording

struct CasefoldTests {
  @Test(arguments: [
    ("Språkkafé", "språkkafe"), ("SPRÅKKAFÉ", "språkkafe"),
    ("Spra\u{30A}kkafe\u{301}", "språkkafe"),
    ("  Kari \t Nordmann\u{A0}", "kari nordmann"), ("Ünal", "unal"), ("Märta", "marta"),
    ("Björk", "bjork"), ("Ærfugl", "ærfugl"), ("Ǽrø", "ærø"), ("Ǿ", "ø"), ("Ǻ", "å"),
    ("Đorđe", "dorde"), ("Łukasz", "lukasz"), ("Čáhppe", "cahppe"), ("Ŋilla", "ŋilla"),
    ("Straße", "strasse"), ("Œuvre", "oeuvre"), ("Þór", "thor"), ("Eðvald", "edvald"),
    ("Nguyễn", "nguyen"),
    ("\u{212B}se", "åse"), ("soft\u{AD}hyphen", "softhyphen"), ("ＡＢＣ", "ａｂｃ"), ("", ""), ("  ", ""),
    ("Пётр", "пётр"), ("IKT-kafé 2", "ikt-kafe 2"), ("İstanbul", "istanbul"), ("ILGIN", "ilgin"),
  ])
  func `a name is found under its plain form`(name: String, key: String) {
    #expect(Array(searchKey(name).unicodeScalars) == Array(key.unicodeScalars))
  }

  @Test(arguments: [
    ("Språkkafé", "sprakkafe"), ("Ærfugl", "aerfugl"), ("Bål & brød", "bal-brod"),
    ("Miljøkofestival og spillkvelder", "miljokofestival"),
    ("Menneskebibliotek", "menneskebibliot"),
    ("Praktisk hjelp, transport", "praktisk-hjelp"), ("Butikken på mottaket", "butikken-pa-mot"),
    ("KUR, ungdomskafé", "kur-ungdomskafe"), ("  --  ", "aktivitet"), ("", "aktivitet"),
    ("日本", "aktivitet"), ("Film menneskebibliotek x 2", "film-menneskebi"), ("UKM", "ukm"),
    ("aaaaaaaaaaaaaaæ", "aaaaaaaaaaaaaa"), ("aaaaaaaaaaaaaæ", "aaaaaaaaaaaaaae"),
    ("aaaaaaaaaaaaaa b", "aaaaaaaaaaaaaa"), ("Čáhppe ŋ", "cahppe-n"),
    ("(1–2)", "1-2"), ("Straße", "strasse"),
  ])
  func `an activity gets a code from its name`(name: String, code: String) {
    #expect(codeFrom(name: name) == code)
  }

  @Test func `every code is short, plain and a code of itself`() {
    var generator = SplitMix(state: 1)
    let letters = Array("abcÆøÅé -&1ßþ日🙂\u{301}\u{A0}Z")
    for _ in 0..<3000 {
      let name = String(
        (0..<Int.random(in: 0...24, using: &generator)).compactMap { _ in
          letters.randomElement(using: &generator)
        })
      let code = codeFrom(name: name)
      #expect((1...codeBytesMax).contains(code.utf8.count))
      #expect(code.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) })
      #expect(!code.hasPrefix("-") && !code.hasSuffix("-") && !code.contains("--"))
      #expect(codeFrom(name: code) == code)
      #expect(searchKey(searchKey(name)) == searchKey(name))
    }
  }

  /// Every Latin letter that Unicode takes apart, with the parts: found by canonical equivalence,
  /// which `String.==` knows and our tables do not.
  static func decomposed() -> [(composed: String, parts: String)] {
    let marks = (UInt32(0x300)...0x36F).compactMap(Unicode.Scalar.init)
    let letters = ([0xC0...0x24F, 0x1E00...0x1EFF, 0x212A...0x212B] as [ClosedRange<UInt32>])
      .joined().compactMap(Unicode.Scalar.init).map { String(Character($0)) }
    var bases = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZæøÆØ".map { String($0) }
    var parts: [String: String] = [:]
    for _ in 0..<3 {  // no letter carries more than two marks; the third round finds nothing
      var found: [String: String] = [:]
      for base in bases {
        for mark in marks {
          let pair = base + String(Character(mark))
          found[pair] = (parts[base] ?? base) + String(Character(mark))
        }
      }
      bases = letters.filter { parts[$0] == nil && found[$0] != nil }
      for letter in bases { parts[letter] = found[letter] }
    }
    return letters.compactMap { letter in parts[letter].map { (letter, $0) } }
  }

  @Test func `composed and decomposed letters are one`() {
    let letters = Self.decomposed()
    let plain = "abcdefghijklmnopqrstuvwxyzæøå".unicodeScalars
    #expect(letters.count > 450)
    for (composed, parts) in letters {
      #expect(Array(searchKey(composed).utf8) == Array(searchKey(parts).utf8), "\(composed)")
      #expect(codeFrom(name: composed) == codeFrom(name: parts), "\(composed)")
      // Equal letters and marks leave the decision to the case of what follows.
      #expect(norwegianPrecedes(composed + "x", parts + "X"), "\(composed)")
      #expect(norwegianPrecedes(parts + "x", composed + "X"), "\(composed)")
      #expect(searchKey(composed).unicodeScalars.allSatisfy(plain.contains), "\(composed)")
    }
  }
}
