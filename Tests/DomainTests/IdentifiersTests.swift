import Domain
import Testing

struct IdentifiersTests {
  @Test func `an id is its letter and the number of its line`() {
    #expect(kari.text == "p2")
    #expect(PersonID(text: "p2") == kari)
    #expect(ShiftID(text: "s12") == shift(12))
    #expect(SignupID(text: "u45") == signup(45))
    #expect(EntryID(text: "h731") == entry(731))
    #expect(EntryID(text: "h9007199254740991")?.seq == LineNumber.limit - 1)
    #expect(entry(9) < entry(10))
  }

  @Test func `each kind of thing has a letter of its own`() {
    let letters = [
      PersonID.letter, ShiftID.letter, SignupID.letter, EntryID.letter, ImportID.letter,
      CentreID.letter, GrantID.letter, AmountID.letter, ClaimID.letter, ParticipantsID.letter,
      SentID.letter,
    ]
    #expect(String(letters) == "psuhizgbcdr")
    #expect(GrantID(text: "g12") == grant(12) && ClaimID(text: "c12") == claim(12))
    #expect(GrantID(text: "c12") == nil && ClaimID(text: "g12") == nil)
  }

  @Test(arguments: [
    "", "h", "731", "s731", "H731", "h0", "h01", "h-1", "h+1", "h1 ", " h1", "h1.0", "h1e3", "h١",
    "h9007199254740992", "h99999999999999999999999",
  ])
  func `anything else is no id of an entry`(text: String) {
    #expect(EntryID(text: text) == nil)
  }

  @Test(arguments: ["a", "sprakkafe", "a-b", "123456789012345", "-"])
  func `a code is 1 to 15 of small letters, digits and hyphen`(text: String) {
    #expect(ActivityCode(text)?.text == text)
  }

  @Test(arguments: ["", "1234567890123456", "Kafe", "språk", "a b", "a_b", "a.b", "a\n"])
  func `anything else is no code`(text: String) {
    #expect(ActivityCode(text) == nil)
  }

  @Test(arguments: ["a", "k3f9x0q2m7ab", "A.b_c-9", String(repeating: "x", count: 32)])
  func `a command id is 1 to 32 of its alphabet`(text: String) {
    #expect(CommandID(text)?.text == text)
  }

  @Test(arguments: ["", String(repeating: "x", count: 33), "å", "a b", "a/b", "a\u{0}"])
  func `anything else is no command id`(text: String) {
    #expect(CommandID(text) == nil)
  }
}
