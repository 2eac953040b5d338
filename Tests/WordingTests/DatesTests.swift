import Testing
import Wording

struct DatesTests {
  let annualMeeting = DateParts(2025, 3, 4)

  @Test(arguments: [
    (Language.nb, "04.03.2025", "4. mars 2025", "tirsdag 4. mars 2025", "4. mars 2025 kl. 18.04"),
    (.nn, "04.03.2025", "4. mars 2025", "tysdag 4. mars 2025", "4. mars 2025 kl. 18.04"),
    (.en, "2025-03-04", "4 March 2025", "Tuesday 4 March 2025", "4 March 2025 at 18:04"),
  ])
  func `a day is written in each language`(
    language: Language, numeric: String, long: String, weekday: String, moment: String
  ) {
    #expect(Dates.numeric(annualMeeting, language) == numeric)
    #expect(Dates.long(annualMeeting, language) == long)
    #expect(Dates.long(annualMeeting, weekday: 1, language) == weekday)
    #expect(Dates.moment(annualMeeting, hour: 18, minute: 4, language) == moment)
    #expect(Dates.iso(annualMeeting) == "2025-03-04")
  }

  @Test(arguments: [(Language.nb, "09.05"), (.nn, "09.05"), (.en, "09:05")])
  func `a clock has two digits on each side`(language: Language, text: String) {
    #expect(Dates.clock(hour: 9, minute: 5, language) == text)
  }

  @Test(arguments: [(Language.nb, "mars 2024"), (.nn, "mars 2024"), (.en, "March 2024")])
  func `a month is its name and its year`(language: Language, text: String) {
    #expect(Dates.month(year: 2024, month: 3, language) == text)
  }

  @Test(arguments: [
    (DateParts(2024, 6, 3), DateParts(2024, 6, 6), "3.–6. juni 2024", "3–6 June 2024"),
    (DateParts(2024, 6, 3), DateParts(2024, 6, 3), "3. juni 2024", "3 June 2024"),
    (DateParts(2024, 5, 28), DateParts(2024, 6, 3), "28. mai–3. juni 2024", "28 May – 3 June 2024"),
    (
      DateParts(2024, 12, 28), DateParts(2025, 1, 3), "28. desember 2024–3. januar 2025",
      "28 December 2024 – 3 January 2025"
    ),
    (
      DateParts(2024, 6, 3), DateParts(2025, 6, 3), "3. juni 2024–3. juni 2025",
      "3 June 2024 – 3 June 2025"
    ),
  ])
  func `a range repeats no more than it must`(
    first: DateParts, last: DateParts, norwegian: String, english: String
  ) {
    #expect(Dates.range(first, last, .nb) == norwegian)
    #expect(Dates.range(first, last, .nn) == norwegian)
    #expect(Dates.range(first, last, .en) == english)
  }

  @Test(arguments: Language.allCases)
  func `there are twelve months and seven days`(language: Language) {
    #expect(Set(Dates.monthNames(language)).count == 12)
    #expect(Set(Dates.weekdayNames(language)).count == 7)
    #expect(Dates.monthNames(language) == (1...12).map { Dates.monthName($0, language) })
  }

  @Test func `weekdays differ between bokmål and nynorsk where they should`() {
    let pairs = zip(Dates.weekdayNames(.nb), Dates.weekdayNames(.nn))
    #expect(pairs.map { $0 != $1 } == [true, true, false, false, false, true, false])
  }

  @Test func `Norwegian names of days and months begin small`() {
    for language in [Language.nb, .nn] {
      let names = Dates.monthNames(language) + Dates.weekdayNames(language)
      #expect(names.allSatisfy { $0 == $0.lowercased() })
    }
  }

  @Test func `days are ordered by time`() {
    let days = [DateParts(2024, 12, 31), DateParts(2025, 1, 1), DateParts(2025, 2, 1)]
    #expect(days.reversed().sorted() == days)
  }
}
