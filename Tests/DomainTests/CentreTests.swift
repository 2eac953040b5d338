import Domain
import Testing

struct CentreTests {
  /// Of Brønnøysundregistrene, NAV, Statistics Norway and Equinor, as the register publishes them.
  static let published = ["974760673", "889640782", "971526920", "923609016"]

  @Test(arguments: published)
  func `a published organisation number is one`(number: String) {
    #expect(CentreDetails.isNumber(number))
  }

  @Test(arguments: published)
  func `every single wrong digit is found`(number: String) {
    var tried = 0
    let digits = Array(number)
    for place in digits.indices {
      for wrong in "0123456789" where wrong != digits[place] {
        var other = digits
        other[place] = wrong
        #expect(!CentreDetails.isNumber(String(other)), "\(String(other))")
        tried += 1
      }
    }
    #expect(tried == 81)
  }

  @Test(arguments: published)
  func `every exchange of neighbours is found`(number: String) {
    let digits = Array(number)
    for place in 1..<9 where digits[place] != digits[place - 1] {
      var other = digits
      other.swapAt(place, place - 1)
      #expect(!CentreDetails.isNumber(String(other)), "\(String(other))")
    }
  }

  @Test func `of ten control digits one fits, or none where it would be ten`() {
    var (one, none) = (0, 0)
    for stem in 80_000_000..<80_001_100 {
      let fitting = (0...9).count { CentreDetails.isNumber("\(stem)\($0)") }
      if fitting == 1 { one += 1 }
      if fitting == 0 { none += 1 }
    }
    #expect((one, none) == (1_000, 100))
  }

  @Test(arguments: [
    "", "97476067", "9747606730", "974 760 673", "974760673 ", "NO974760673", "97476067x",
    "97476067٣", "-74760673", "974760673\n",
  ])
  func `anything but nine digits is none`(number: String) {
    #expect(!CentreDetails.isNumber(number))
  }

  @Test func `a centre is added, and changed into something else`() {
    let centre = CentreDetails(name: "Sentralen", number: "974760673", form: .municipal)
    let id = CentreID(seq: firstLine)
    #expect(given(when: .addCentre(centre)) == .events([.centreAdded(centre)]))
    #expect(
      given([.addCentre(centre)], when: .changeCentre(id, centre)) == .rejected(.nothingChanged))
    var other = centre
    other.form = .association
    #expect(
      given([.addCentre(centre)], when: .changeCentre(id, other))
        == .events([.centreChanged(id, other)]))
    #expect(
      after([.addCentre(centre), .changeCentre(id, other)]).state.centres[id]?.details == other)
    #expect(given(when: .changeCentre(id, centre)) == .rejected(.unknownCentre(id)))
  }

  @Test func `a centre has a name, and a number that is one or none`() {
    func refused(_ name: String, _ number: String?) -> [Rejection?] {
      let bad = CentreDetails(name: name, number: number)
      let book = book([.addCentre(CentreDetails(name: "Sentralen"))])
      return [.centreAdded(bad), .centreChanged(CentreID(seq: firstLine), bad)]
        .map { book.refusal(of: $0) }
    }
    #expect(refused("Ny", nil) == [nil, nil])
    #expect(refused("", nil) == Array(repeating: .badText(field: .name, .empty), count: 2))
    #expect(
      refused("Ny", "974760674")
        == Array(repeating: .badOrganisationNumber("974760674"), count: 2))
  }
}
