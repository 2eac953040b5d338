import Domain
import Projections
import Testing

@Suite struct GrantAddressTests {
  @Test func `one address, one spelling`() {
    let grant = GrantID(seq: 12)
    for measure in GrantMeasure.allCases {
      for code in [nil, activityCode("kafe"), activityCode("hours")] {
        let address = GrantAddress(grant, activity: code, measure)
        #expect(GrantAddress(address.text) == address)
      }
    }
    #expect(GrantAddress(grant, .hours).text == "g12/hours")
    #expect(GrantAddress(grant, activity: activityCode("kafe"), .hours).text == "g12/kafe/hours")
  }

  @Test func `the words of every language are read`() {
    for (word, measure) in [
      ("timer", GrantMeasure.hours), ("Timar", .hours), ("føringer", .entries),
      ("frivillige", .distinct), ("deltakelser", .participations), ("uten-navn", .headcount),
      ("ikke-godkjent", .unapproved), ("oppmøter", .attendances), ("frammøte", .attendances),
      ("deltakere", .participants), ("deltakarar", .participants),
    ] {
      #expect(GrantAddress("g1/\(word)")?.measure == measure, "\(word)")
    }
  }

  @Test(arguments: [
    "", "g12", "g12/", "g12/hours/", "g012/hours", "12/hours", "2024/hours", "g12/kafe",
    "g12/fte", "g12/Kafé/hours", "g12//hours", "g12/a/b/hours", "g12/kafe/fte",
  ])
  func `anything else is none`(_ text: String) { #expect(GrantAddress(text) == nil) }

  @Test func `an activity that is none of the grant's has no figure`() throws {
    var log = LogBuilder()
    log.activity("kafe")
    log.activity("tur")
    let grant = log.grant()
    log.include(grant, "kafe")
    let figures = try #require(GrantFigures(of: grant, in: log.state))
    let (kafe, tur) = (activityCode("kafe"), activityCode("tur"))
    #expect(figures.value(at: GrantAddress(grant, activity: kafe, .hours)) == .minutes(0))
    #expect(figures.value(at: GrantAddress(grant, activity: tur, .hours)) == nil)
    #expect(figures.explain(GrantAddress(grant, activity: tur, .hours)) == nil)
  }
}
