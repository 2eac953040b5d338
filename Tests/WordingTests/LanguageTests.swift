import Testing
import Wording

struct LanguageTests {
  @Test(
    arguments: [
      ("nb_NO.UTF-8", .nb), ("no", .nb), ("nb", .nb), ("no_NO", .nb), ("NB-no", .nb),
      ("nn_NO", .nn), ("nn", .nn), ("nn-NO", .nn), ("nno", .nn), ("C", .en), ("C.UTF-8", .en),
      ("POSIX", .en), ("en_GB", .en), ("", .en), (nil, .en), ("sv_SE", .en), ("nobody", .en),
    ] as [(String?, Language)])
  func `a locale name chooses its language`(locale: String?, language: Language) {
    #expect(Language(locale: locale) == language)
  }

  @Test func `a phrase without nynorsk answers with bokmål`() {
    let phrase = Phrase(nb: "ført", en: "recorded")
    #expect(Language.allCases.map { phrase($0) } == ["ført", "ført", "recorded"])
  }

  @Test func `a phrase answers in the language it is asked in`() {
    let phrase = Phrase(nb: "ikke", nn: "ikkje", en: "not")
    #expect(Language.allCases.map { phrase($0) } == ["ikke", "ikkje", "not"])
    #expect(phrase != Phrase(nb: "ikke", en: "not"))
  }
}
