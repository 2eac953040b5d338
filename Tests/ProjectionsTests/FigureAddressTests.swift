import Domain
import Projections
import Testing

@Suite struct FigureAddressTests {
  @Test(arguments: [
    "2024/distinct", "2024/hours", "2024/fte", "2024/sprakkafe/hours", "2024/group/entries",
    "2024/hours/distinct", "2024/group/Språkkaféer/distinct", "2024/group/Praktisk hjelp/hours",
    "2024/group/A%2FB 50%25/hours", "2024/group//distinct", "2024/sector//headcount",
    "2024/sector/Helse- og omsorg/participations",
  ])
  func `what is printed is read back`(_ text: String) throws {
    #expect(try FigureAddress(text).text == text)
  }

  @Test func `a name may hold anything`() throws {
    for name in ["/", "%", "%2F", "a/b%c", "hours", "group", "æøå", "🌲", "-"] {
      let address = FigureAddress(year: 2024, scope: .group(name), measure: .hours)
      #expect(try FigureAddress(address.text) == address)
    }
  }

  @Test(arguments: [
    ("2024/timer", "2024/hours"), ("2024/Timar", "2024/hours"), ("2024/ulike", "2024/distinct"),
    ("2024/antall", "2024/headcount"), ("2024/årsverk", "2024/fte"),
    ("2024/gruppe/Tur/deltakelser", "2024/group/Tur/participations"),
    ("2024/sektor/Helse/føringer", "2024/sector/Helse/entries"),
  ])
  func `Norwegian words are read too`(_ words: (String, String)) throws {
    #expect(try FigureAddress(words.0).text == words.1)
  }

  @Test(arguments: [
    "", "2024", "24/hours", "+024/hours", "2024/", "hours", "2024/a/b/c/d", "2024/Kafé/hours",
    "2024/lag/Tur/hours", "2024/group/50%/hours", "2024/group/%41/hours", "3024/hours",
  ])
  func `what is no address is refused`(_ text: String) {
    #expect(throws: AddressFault.self) { try FigureAddress(text) }
  }

  @Test func `a refusal says what there is`() {
    #expect(throws: AddressFault.unknownMeasure("fte", known: FigureMeasure.ofParts)) {
      try FigureAddress("2024/kafe/fte")
    }
    #expect(throws: AddressFault.noMeasure(.activity(activityCode("kafe")), year: 2024)) {
      try FigureAddress("2024/kafe")
    }
    var log = LogBuilder()
    log.activity("kafe", group: "Møteplass", sector: "Egne")
    let figures = YearStatistics().folded(over: log.log).figures(of: 2024)
    #expect(
      throws: AddressFault.unknownActivity(activityCode("tur"), known: [activityCode("kafe")])
    ) { try figures.value(at: FigureAddress("2024/tur/hours")) }
    #expect(throws: AddressFault.unknownGroup("Tur", known: ["Møteplass"])) {
      try figures.value(at: FigureAddress("2024/group/Tur/hours"))
    }
    #expect(throws: AddressFault.unknownSector("Tur", known: ["Egne"])) {
      try figures.value(at: FigureAddress("2024/sector/Tur/hours"))
    }
  }

  @Test func `what is known but has no hours is zero`() throws {
    var log = LogBuilder()
    log.activity("kafe", group: "Møteplass", sector: "Egne")
    let figures = YearStatistics().folded(over: log.log).figures(of: 2024)
    for text in [
      "2024/hours", "2024/kafe/hours", "2024/group/Møteplass/hours", "2024/sector/Egne/hours",
      "2024/group//hours",
    ] {
      #expect(try figures.value(at: FigureAddress(text)) == .minutes(0))
    }
  }
}

@Suite struct PrintedNumberTests {
  @Test(arguments: [
    ("5893", FigureValue.minutes(353_580)), ("5 893", .minutes(353_580)),
    ("5\u{A0}893", .minutes(353_580)), ("5,893", .minutes(353_580)), ("3,5", .minutes(210)),
    ("3.50", .minutes(210)), ("1,33", .minutes(80)), ("225", .count(225)), ("0", .count(0)),
    ("3,6", .fullTime(minutes: 353_580, divisor: 1_650)),
    ("3,5715", .fullTime(minutes: 353_580, divisor: 1_650)),
    ("3,572", .fullTime(minutes: 353_580, divisor: 1_650)),
  ])
  func `a printed number finds its value`(_ number: (String, FigureValue)) throws {
    #expect(try #require(PrintedNumber(number.0)).matches(number.1))
  }

  @Test(arguments: [
    ("5893", FigureValue.minutes(353_581 + 15)), ("225", .count(2_250)), ("22,5", .count(225)),
    ("4", .fullTime(minutes: 353_580, divisor: 1_650)), ("1,3", .minutes(80)),
    ("1,333", .minutes(80)),
  ])
  func `another value is not found`(_ number: (String, FigureValue)) throws {
    #expect(try !#require(PrintedNumber(number.0)).matches(number.1))
  }

  @Test(arguments: ["", "abc", "1,2,3", ",5", "5,", "-3", "2024/hours", "9999999999999999999", "１"])
  func `what is no number is refused`(_ text: String) {
    #expect(PrintedNumber(text) == nil)
  }

  @Test func `a bare number lists its candidates, the widest first`() throws {
    var log = LogBuilder()
    let persons = log.persons(2)
    log.activity("kafe", group: "Kafé")
    for person in persons { log.hours("kafe", .person(person), 120) }
    let figures = YearStatistics().folded(over: log.log).figures(of: 2024)
    let found = figures.candidates(for: try #require(PrintedNumber("2"))).map(\.text)
    #expect(
      found == [
        "2024/distinct", "2024/participations", "2024/entries", "2024/group/Kafé/distinct",
        "2024/group/Kafé/participations", "2024/group/Kafé/entries", "2024/sector//distinct",
        "2024/sector//participations", "2024/sector//entries", "2024/kafe/distinct",
        "2024/kafe/participations", "2024/kafe/entries",
      ])
  }
}
