import Domain
import Testing

/// The opening, persons, activities and the settings of years.
struct AdmitsTests {
  @Test func `a ledger is opened with its founder, who records both lines`() {
    var book = Book()
    book.must(.open(opening, founder: PersonRegistered(role: .coordinator)))
    #expect(book.ledger.state.opening == opening)
    #expect(book.ledger.state.persons[kari]?.role == .coordinator)
  }

  @Test func `nothing comes before the opening, and nothing opens twice`() {
    let empty = Book()
    #expect(throws: Rejection.notOpened) {
      try empty.ledger.decide(.addActivity(activity(kafe)), empty.stamp(by: kari))
    }
    #expect(empty.refusal(of: .activityAdded(activity(kafe))) == .notOpened)
    #expect(
      given(when: .open(opening, founder: PersonRegistered(role: .coordinator)))
        == .rejected(.alreadyOpened))
    #expect(Book.opened().refusal(of: .ledgerOpened(opening)) == .alreadyOpened)
  }

  @Test(arguments: [
    "", "1234567", String(repeating: "a", count: 65), "Test-origin", "test_origin", "tést-origin",
  ])
  func `an origin is 8 to 64 of its alphabet`(origin: String) {
    var bad = opening
    bad.origin = origin
    #expect(Book().refusal(of: .ledgerOpened(bad)) == .badOrigin)
  }

  @Test func `the founder is the author of line 1 and nobody else`() {
    let empty = Book()
    #expect(throws: Rejection.unknownPerson(ola)) {
      let founder = PersonRegistered(role: .coordinator)
      return try empty.ledger.decide(.open(opening, founder: founder), empty.stamp(by: ola))
    }
    // A log that was opened by somebody who never came.
    var forged = Book()
    forged.force([.ledgerOpened(opening)], by: stranger)
    #expect(forged.ledger.unsettled(since: 1) == .unknownPerson(stranger))
  }

  @Test func `whoever records is known, and nobody but the founder registers himself`() {
    #expect(
      given(when: .setYear(YearSettings(year: 2024, divisor: 1_700)), by: stranger)
        == .rejected(.unknownPerson(stranger)))
    let self8 = PersonID(seq: firstLine)
    let line = Book.opened().line(.personRegistered(PersonRegistered(role: .approver)), by: self8)
    #expect(throws: Rejection.unknownPerson(self8)) { try Book.opened().ledger.check(line) }
  }

  @Test func `a code is added once while it stands`() {
    #expect(given(when: .addActivity(activity(kafe, "Ny"))) == .rejected(.codeTaken(kafe)))
    #expect(
      given([.undo([7], nil, cascade: false)], when: .addActivity(activity(tur, "Ny")))
        == .events([.activityAdded(activity(tur, "Ny"))]))
  }

  @Test func `an activity is changed into something else`() {
    let kurs = code("kurs")
    #expect(given(when: .changeActivity(activity(kurs))) == .rejected(.unknownActivity(kurs)))
    #expect(given(when: .changeActivity(activity(kafe))) == .rejected(.nothingChanged))
    #expect(
      given(when: .changeActivity(activity(kafe, "Kafé")))
        == .events([.activityChanged(activity(kafe, "Kafé"))]))
  }

  @Test func `every text of an activity is held to the rule`() {
    func refused(_ change: (inout ActivityDetails) -> Void) -> Rejection? {
      var details = activity(code("kurs"))
      change(&details)
      return Book.opened().refusal(of: .activityAdded(details))
    }
    #expect(refused { _ in } == nil)
    #expect(refused { $0.name = "" } == .badText(field: .name, .empty))
    #expect(refused { $0.aliases = ["a", " b"] } == .badText(field: .alias, .spaceAtEnd))
    #expect(refused { $0.aliases = ["a", "b", "a"] } == .repeatedText(field: .alias, "a"))
    #expect(refused { $0.recipients = ["a", "a"] } == .repeatedText(field: .recipient, "a"))
    #expect(refused { $0.recipients = ["a\n"] } == .badText(field: .recipient, .controlCharacter))
    #expect(refused { $0.group = "" } == .badText(field: .group, .empty))
    #expect(refused { $0.sector = "\u{2028}" } == .badText(field: .sector, .controlCharacter))
    let long = String(repeating: "x", count: 201)
    #expect(refused { $0.recipient = long } == .badText(field: .recipient, .tooLong(bytesMax: 200)))
  }

  @Test func `an activity ends on a day, and on another one if that is changed`() {
    let end = Command.endActivity(kafe, on: yesterday)
    #expect(given(when: end) == .events([.activityEnded(code: kafe, on: yesterday)]))
    #expect(given([end], when: end) == .rejected(.nothingChanged))
    #expect(
      given([end], when: .endActivity(kafe, on: today))
        == .events([.activityEnded(code: kafe, on: today)]))
    let ledger = after([end, .changeActivity(activity(kafe, "Kafé"))])
    #expect(ledger.state.activities[kafe]?.ended == yesterday, "a change does not lift the end")
  }

  @Test func `the settings of a year are within their limits`() {
    func settings(_ year: Int, _ divisor: Int, _ rate: Int? = nil) -> Outcome {
      given(when: .setYear(YearSettings(year: year, divisor: divisor, rate: rate)))
    }
    #expect(settings(1899, 1) == .rejected(.yearOutOfRange(1899)))
    #expect(settings(3000, 1) == .rejected(.yearOutOfRange(3000)))
    #expect(settings(2024, 0) == .rejected(.divisorOutOfRange(0)))
    #expect(settings(2024, 10_001) == .rejected(.divisorOutOfRange(10_001)))
    #expect(settings(2024, 1, 0) == .rejected(.rateOutOfRange(0)))
    #expect(settings(2024, 1, 10_000_001) == .rejected(.rateOutOfRange(10_000_001)))
    let widest = YearSettings(year: 2999, divisor: 10_000, rate: 10_000_000)
    #expect(given(when: .setYear(widest)) == .events([.yearSet(widest)]))
    #expect(given([.setYear(widest)], when: .setYear(widest)) == .rejected(.nothingChanged))
  }
}
