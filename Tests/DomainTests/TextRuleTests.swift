import Domain
import Testing

struct TextRuleTests {
  @Test func `a name of 200 bytes is the longest`() {
    #expect(TextRule.fault(in: String(repeating: "å", count: 100), bytesMax: 200) == nil)
    #expect(
      TextRule.fault(in: String(repeating: "å", count: 100) + "a", bytesMax: 200)
        == .tooLong(bytesMax: 200))
  }

  @Test func `a text is never empty and has no space at either end`() {
    #expect(TextRule.fault(in: "", bytesMax: 200) == .empty)
    #expect(TextRule.fault(in: " a", bytesMax: 200) == .spaceAtEnd)
    #expect(TextRule.fault(in: "a ", bytesMax: 200) == .spaceAtEnd)
    #expect(TextRule.fault(in: "perm 3, ark 12", bytesMax: 40) == nil)
  }

  @Test(arguments: [0x00, 0x09, 0x0A, 0x1B, 0x1F, 0x7F, 0x85, 0x9F, 0x2028, 0x2029])
  func `what could forge a line on a terminal is refused`(scalar: Int) throws {
    let forged = try #require(Unicode.Scalar(scalar))
    #expect(TextRule.fault(in: "a\(Character(forged))b", bytesMax: 200) == .controlCharacter)
  }

  @Test(arguments: [0x20, 0x7E, 0xA0, 0x2027, 0x202A, 0x1F600])
  func `its neighbours are not`(scalar: Int) throws {
    let harmless = try #require(Unicode.Scalar(scalar))
    #expect(TextRule.fault(in: "a\(Character(harmless))b", bytesMax: 200) == nil)
  }
}
