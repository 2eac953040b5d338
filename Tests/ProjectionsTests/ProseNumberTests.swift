// What digits in a text are: only plain numbers may be figures, and everything else is left alone.

import Projections
import Testing

struct ProseNumberTests {
  @Test(arguments: [
    ("Møtet var 04.03.2025.", "04.03.2025", "date"), ("Møtet var 5.3.25.", "5.3.25", "date"),
    ("Møtet var 2025-03-04.", "2025-03-04", "date"), ("Møtet var 4. mars.", "4", "date"),
    ("Møtet var 4. mars 2025.", "2025", "date"), ("On March 4, 2025 we met.", "2025", "date"),
    ("Det begynte 18:30 presis.", "18:30", "clock"), ("Vi møtes kl. 9 presis.", "9", "clock"),
    ("En økning på 12,5 % er bra.", "12,5", "percent"),
    ("En økning på 12 prosent.", "12", "percent"),
    ("Vi fikk 498.000,- av staten.", "498.000", "money"),
    ("Vi fikk kr. 498 000 der.", "498 000", "money"),
    ("Vi fikk 30 kroner.", "30", "money"), ("Se side 17 for mer.", "17", "reference"),
    ("Se punkt 3.2 for mer.", "3.2", "reference"), ("Ring 32 86 60 00 nå.", "32 86 60 00", "phone"),
    ("Ring 911 22 333 nå.", "911 22 333", "phone"), ("Ring 32866000 nå.", "32866000", "phone"),
    ("Tlf. 07500 er åpen.", "07500", "phone"), ("Besøk oss, 3611 Kongsberg.", "3611", "postal"),
    ("Hun er 80 år gammel.", "80", "age"), ("En 8-åring kom.", "8", "age"),
    ("For 60+ i byen.", "60", "age"), ("Det er 3. gang vi gjør det.", "3", "ordinal"),
    ("Vi var 3–5 der.", "3–5", "range"), ("Etter COVID-19 kom alle.", "19", "code"),
    ("Den 2nd var best.", "2nd", "code"), ("Omtrent 1/3 kom.", "1/3", "code"),
  ])
  func `digits that are no count are left alone`(text: String, number: String, kind: String) {
    #expect(ProseLedger.verdict(text, number)?.told == "left \(kind)", "\(text)")
  }

  @Test(arguments: [
    "Strikking for alle hadde 50 timer.", "Strikking for alle hadde 50,0 timer.",
    "Strikking for alle: 50t", "Strikking for alle: femti timer",
    "Strikking for alle hadde 50 timar.", "Strikking for alle had 50 hours.",
    "Strikking for alle hadde\r\n50\u{A0}timer.",
  ])
  func `hours are read in every spelling`(text: String) {
    let check = ProseLedger.check(text)
    #expect(check.findings.map(\.verdict.told) == ["agrees 2024/strikking/hours"], "\(text)")
  }

  @Test(arguments: [
    ("fem", "Strikking for alle: fem frivillige"), ("five", "Strikking for alle: five volunteers"),
    ("elleve", "Praktisk hjelp i hjemmet: elleve frivillige"),
    ("eleven", "Praktisk hjelp i hjemmet: eleven volunteers"),
    ("tre", "Kjøring: tre frivillige"), ("three", "Kjøring: three volunteers"),
  ])
  func `numbers in letters are numbers`(number: String, text: String) {
    #expect(ProseLedger.verdict(text, number)?.told.hasPrefix("agrees") == true, "\(text)")
  }

  @Test func `the english words to and fire are no numbers`() {
    #expect(ProseLedger.check("We went to the fire in ten of six towns.").findings.isEmpty)
    #expect(
      ProseLedger.verdict("Kjøring: to frivillige", "to")?.told
        == "contradicts 2024/kjoring/distinct")
  }

  @Test(arguments: [
    ("5 893", 589_300, true), ("5\u{A0}893", 589_300, true), ("1.694", 169_400, true),
    ("3,6", 360, false), ("3.6", 360, false), ("0,125", 12_500, true), ("3,57", 357, false),
    ("12", 1_200, true),
  ])
  func `an amount has one value for arithmetic`(text: String, hundredths: Int, isWhole: Bool) throws
  {
    let amount = try #require(ProseAmount(text))
    #expect(amount.hundredths == hundredths)
    #expect(amount.isWhole == isWhole)
  }

  @Test func `what cannot be read is no amount`() {
    for text in ["", ",", "1,2,3", "x", "99999999999999999999", "-5"] {
      #expect(ProseAmount(text) == nil, "\(text)")
    }
  }

  @Test func `a place is the line and the character, whatever ends the lines`() {
    for newline in ["\n", "\r\n"] {
      let text = ["# Ærlig talt", "", "På Kjøring var det 4 frivillige."].joined(separator: newline)
      let finding = ProseLedger.check(text).findings.first
      #expect(finding?.place == ProsePlace(line: 3, column: 20))
      #expect(finding?.number == "4")
    }
  }

  @Test func `addresses of the net and numbers of list items are no numbers`() {
    let text = """
      Se https://example.org/225/263 og post@225.no, www.263.no.

      1. Strikking for alle: 5 frivillige
      2) Kjøring: 3 frivillige
      (3) Kjøring: 3 frivillige

      ## 4.2 Kjøring
      """
    let check = ProseLedger.check(text)
    #expect(check.findings.map(\.number) == ["5", "3", "3"])
    #expect(check.findings.allSatisfy { $0.verdict.told.hasPrefix("agrees") })
  }
}
