import Domain
import Import
import Testing

/// Words after `hours add`, as they are said. Today is Saturday 2 November 2024.
struct NaturalEntryTests {
  @Test(arguments: [
    ("sprakkafe igår 18-20 Kari, Ola +3", "sprakkafe|2024-11-01|18:00|120|Kari/Ola|+3"),
    (
      "'Språkkafé Nymoen' i går 18-20 Kari og Ola", "Språkkafé Nymoen|2024-11-01|18:00|120|Kari/Ola"
    ),
    ("sprakkafe 5.3. 3,5t Kari", "sprakkafe|2024-03-05||210|Kari|year"),
    (
      "strikking 5. mars 2024 kl 18.30-20 p12,p13",
      "strikking|2024-03-05|18:30|90|p12/p13"
    ),
    ("hagearbeid 14.5.2024 3t +68 hver", "hagearbeid|2024-05-14||180|+68"),
    ("sprakkafe yesterday 18-20 Kari, Ola", "sprakkafe|2024-11-01|18:00|120|Kari/Ola"),
    ("sprakkafe mandag 2t Kari", "sprakkafe|2024-10-28||120|Kari|weekday"),
    ("sprakkafe 2t Kari", "sprakkafe|2024-11-02||120|Kari|today"),
    ("hagearbeid mars 2024 3t +68", "hagearbeid|2024-03||180|+68|each"),
  ])
  func `what the manual shows is understood`(text: String, expected: String) throws {
    #expect(try told(text) == expected)
  }

  @Test(arguments: [
    ("i dag", "2024-11-02"), ("idag", "2024-11-02"), ("today", "2024-11-02"),
    ("i går", "2024-11-01"), ("I Går", "2024-11-01"), ("i forgårs", "2024-10-31"),
    ("i førgår", "2024-10-31"), ("2024-03-05", "2024-03-05"), ("5.3.24", "2024-03-05"),
    ("5. mars 2024", "2024-03-05"), ("5 March 2024", "2024-03-05"), ("5 mars 2024", "2024-03-05"),
    ("den 5. mars 2024", "2024-03-05"), ("on 5 March 2024", "2024-03-05"),
    ("mars 2024", "2024-03"), ("March 2024", "2024-03"), ("3.2024", "2024-03"),
    ("2024-03", "2024-03"), ("2024", "2024"), ("1.3.2024..15.3.2024", "2024-03-01..2024-03-15"),
    ("1.3.2024 - 15.3.2024", "2024-03-01..2024-03-15"),
    ("1.3.2024 til 15.3.2024", "2024-03-01..2024-03-15"),
    ("fredag 1.11.2024", "2024-11-01"), ("1. november 2024 fredag", "2024-11-01"),
    ("onsdag 6.3.2024", "2024-03-06"), ("'5. mars 2024'", "2024-03-05"),
  ])
  func `a day is said in many ways`(when: String, expected: String) throws {
    for text in ["kafe \(when) 2t Kari", "kafe 2t Kari \(when)", "kafe Kari \(when) 18-20"] {
      let entry = try read(text)
      #expect(entry.on.text == expected, "\(text)")
      #expect(entry.assumed == [], "\(text)")
      #expect(entry.persons == ["Kari"], "\(text)")
    }
  }

  @Test(arguments: [
    (["lørdag", "laurdag", "Saturday"], "2024-11-02"), (["fredag", "Friday"], "2024-11-01"),
    (["torsdag", "Thursday"], "2024-10-31"), (["onsdag", "Wednesday"], "2024-10-30"),
    (["tirsdag", "tysdag", "Tuesday"], "2024-10-29"),
    (["mandag", "måndag", "Monday"], "2024-10-28"),
    (["søndag", "sundag", "Sunday", "SØNDAG"], "2024-10-27"),
  ])
  func `a weekday is the last one, today included, and says so`(
    names: [String], expected: String
  ) throws {
    for name in names {
      let entry = try read("kafe \(name) 2t Kari")
      #expect(entry.on.text == expected, "\(name)")
      #expect(entry.assumed == [.weekday], "\(name)")
    }
  }

  @Test(arguments: [
    ("2.11.", "2024-11-02"), ("3.11.", "2023-11-03"), ("28. desember", "2023-12-28"),
    ("17. mai", "2024-05-17"), ("29.2.", "2024-02-29"), ("1 May", "2024-05-01"),
    ("lørdag 2.11.", "2024-11-02"), ("søndag 3. desember", "2023-12-03"),
  ])
  func `a day without its year is the last one, and says so`(when: String, expected: String) throws
  {
    let entry = try read("kafe \(when) 2t Kari")
    #expect(entry.on.text == expected)
    #expect(entry.assumed == [.year])
  }

  @Test func `29 February without its year is in the last leap year`() throws {
    let today = try #require(Day(year: 2024, month: 2, day: 28))
    #expect(try read("kafe 29.2. 2t Kari", today: today).on.text == "2020-02-29")
  }

  @Test(arguments: [
    ("18-20", "18:00", 120), ("18.30–20", "18:30", 90), ("kl 18-20", "18:00", 120),
    ("kl. 18-20", "18:00", 120), ("klokka 18 til 20", "18:00", 120),
    ("fra 18 til 20", "18:00", 120),
    ("from 18 to 20", "18:00", 120), ("18 - 20", "18:00", 120), ("18- 20", "18:00", 120),
    ("18 -20", "18:00", 120), ("22-02", "22:00", 240), ("at 18:30-20:00", "18:30", 90),
    ("kl 18 2t", "18:00", 120), ("2t kl 18.30", "18:30", 120), ("18-20 1,5t", "18:00", 90),
    ("3,5t", nil, 210), ("3.5t", nil, 210), ("2t", nil, 120), ("2 timer", nil, 120),
    ("2 timar", nil, 120), ("2h", nil, 120), ("2 hours", nil, 120), ("90min", nil, 90),
    ("90 minutter", nil, 90), ("2t 30m", nil, 150), ("2t30m", nil, 150),
    ("2 timer 30 minutter", nil, 150), ("2 t 30min", nil, 150), ("3,5 t", nil, 210),
  ])
  func `how long is said in many ways`(amount: String, start: String?, minutes: Int) throws {
    for text in ["kafe i dag \(amount) Kari, Ola", "kafe i dag Kari, Ola, \(amount)"] {
      let entry = try read(text)
      #expect(entry.start?.text == start, "\(text)")
      #expect(entry.minutes == minutes, "\(text)")
      #expect(entry.persons == ["Kari", "Ola"], "\(text)")
    }
  }

  @Test(arguments: [
    ("Kari", ["Kari"]), ("Kari Ola", ["Kari Ola"]), ("Kari, Ola", ["Kari", "Ola"]),
    ("Kari,Ola", ["Kari", "Ola"]), ("Kari , Ola", ["Kari", "Ola"]),
    ("Kari og Ola", ["Kari", "Ola"]),
    ("Kari and Ola", ["Kari", "Ola"]), ("Kari samt Ola", ["Kari", "Ola"]),
    ("Kari & Ola", ["Kari", "Ola"]), ("Kari, Ola og p12", ["Kari", "Ola", "p12"]),
    ("p12,p13", ["p12", "p13"]), ("p1,2t,p3", ["p1", "p3"]),
    (
      "Testperson A, Testperson B",
      [
        "Testperson A", "Testperson B",
      ]
    ), ("'Testperson A' 'Testperson B'", ["Testperson A", "Testperson B"]),
    ("Ola 'Testperson B' Kari", ["Ola", "Testperson B", "Kari"]),
    ("'Kari og Ola'", ["Kari", "Ola"]), ("Dag, i dag", ["Dag"]), ("Mai", ["Mai"]),
    ("Kari i går Ola", ["Kari", "Ola"]),
  ])
  func `names stand between commas and the word for and`(names: String, expected: [String]) throws {
    let amount = names.contains("2t") ? "" : "2t"
    #expect(try read("kafe \(amount) \(names)").persons == expected)
  }

  @Test func `a known activity is the longest that fits, else all before when and how much`() throws
  {
    let known: Set = ["kafe", "kafe på torg", "fredag kveld", "17. mai", "kaffe, kake og prat"]
    func activity(_ text: String) throws -> String {
      try NaturalEntry(shell(text), today: today) { known.contains($0.joined(separator: " ")) }
        .activity
    }
    #expect(try activity("kafe på torg Kari 2t") == "kafe på torg")
    #expect(try activity("kafe på Kari 2t") == "kafe")
    #expect(try activity("fredag kveld 2t Kari") == "fredag kveld")
    #expect(try activity("17. mai 2t Kari") == "17. mai")
    #expect(try activity("kaffe, kake og prat, 2t Kari") == "kaffe, kake og prat")
    #expect(try activity("kafe, Kari 2t") == "kafe")
    #expect(try activity("'nytt tiltak' Kari 2t") == "nytt tiltak")
    #expect(try activity("nytt og uprøvd tiltak i går 2t Kari") == "nytt og uprøvd tiltak")
    #expect(try activity("'kafe på torg 2t Kari'") == "kafe på torg")
  }

  @Test func `an amount is that of each, and five people are five times two hours`() throws {
    let entry = try read("sprakkafe igår 18-20 Kari, Ola +3")
    let code = try #require(ActivityCode("sprakkafe"))
    let entries = try #require(
      entry.entries(
        activity: code, persons: [PersonID(seq: 4), PersonID(seq: 5)], known: .estimated,
        voucher: "ark 2"))
    #expect(entries.map(\.minutes) == [120, 120, 360])
    #expect(
      entries.map(\.who)
        == [.person(PersonID(seq: 4)), .person(PersonID(seq: 5)), .unnamed(headcount: 3)])
    #expect(
      entries.allSatisfy {
        $0.activity == code && $0.on.text == "2024-11-01" && $0.start?.text == "18:00"
          && $0.known == .estimated && $0.voucher == "ark 2"
      })
  }

  @Test(arguments: [
    "i alt", "til sammen", "tilsammen", "til saman", "in all", "in total", "totalt",
  ])
  func `in all, the amount is that of the whole entry`(words: String) throws {
    let entry = try read("hagearbeid 2024 204t \(words) +68")
    #expect(!entry.perPerson)
    #expect(entry.assumed == [])
    #expect(entry.minutes(heads: 68) == 204 * 60)
    #expect(try read("hagearbeid 2024 204t +68").minutes(heads: 68) == 204 * 60 * 68)
  }

  @Test(arguments: ["hver", "kvar", "each"])
  func `each is assumed for a group, unless it is said`(word: String) throws {
    #expect(try read("kafe 2024 3t +68 \(word)").assumed == [])
    #expect(try read("kafe 2024 3t +68").assumed == [.each])
    #expect(try read("kafe i dag 3t +1").assumed == [])
    #expect(try read("kafe i dag 18-20 +68").assumed == [])
  }

  @Test func `minutes never overflow`() throws {
    let entry = try read("kafe 2024 10000000t +9007199254740991")
    #expect(entry.minutes == 600_000_000)
    #expect(entry.minutes(heads: 1) == 600_000_000)
    #expect(entry.minutes(heads: entry.unnamed ?? 0) == nil)
    #expect(try entry.entries(activity: #require(ActivityCode("kafe")), persons: []) == nil)
  }

  @Test func `what options say need not be said`() throws {
    let words = ["kafe", "i", "går"]
    let entry = try NaturalEntry(words, today: today, optional: [.amount, .people]) {
      $0 == ["kafe"]
    }
    #expect(entry.minutes == nil && entry.minutes(heads: 1) == nil && entry.persons == [])
    #expect(throws: NaturalEntry.Fault.noAmount) {
      try NaturalEntry(words, today: today, optional: [.people]) { $0 == ["kafe"] }
    }
    #expect(throws: NaturalEntry.Fault.noPeople) {
      try NaturalEntry(words, today: today, optional: [.amount]) { $0 == ["kafe"] }
    }
  }

  /// All that is told in one line.
  private func told(_ text: String) throws -> String {
    let entry = try read(text)
    #expect(entry.dayWasAssumed == entry.assumed.contains(.today))
    let parts: [String?] = [
      entry.activity, entry.on.text, entry.start?.text ?? "", "\(entry.minutes ?? 0)",
      entry.persons.isEmpty ? nil : entry.persons.joined(separator: "/"),
      entry.unnamed.map { "+\($0)" },
    ]
    let assumed = entry.assumed.map { "\($0)" }.sorted()
    return (parts.compactMap(\.self) + assumed).joined(separator: "|")
  }
}

/// Saturday 2 November 2024.
private let today = Day(number: 20_029)

/// Splits at spaces as a shell does; single quotation marks hold words together.
func shell(_ text: String) -> [String] {
  text.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
    index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
  }
}

/// Reads, where every activity is one word.
func read(_ text: String, today day: Day = today) throws(NaturalEntry.Fault) -> NaturalEntry {
  try NaturalEntry(shell(text), today: day) { $0.count == 1 }
}
