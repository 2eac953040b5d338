import Domain
import Import
import Testing
import Wording

/// What is not understood is said, and never guessed. Today is Saturday 2 November 2024.
struct NaturalEntryFaultTests {
  @Test(arguments: [
    ("", "noActivity"), ("kafe", "noAmount"), ("kafe Kari", "noAmount"),
    ("kafe kl 18 Kari", "noAmount"), ("kafe 2t", "noPeople"), ("kafe 2t i går", "noPeople"),
    ("kafe 18 Kari", "ambiguous 18 @2"), ("kafe 3 Kari", "ambiguous 3 @2"),
    ("kafe Kari 3,5", "ambiguous 3,5 @3"), ("kafe 18.30 Kari", "ambiguous 18.30 @2"),
    ("kafe 2:30 Kari", "ambiguous 2:30 @2"), ("kafe 5.3 2t Kari", "ambiguous 5.3 @2"),
    ("kafe 18 20 Kari", "ambiguous 18 @2"), ("kafe 18 2t Kari", "ambiguous 18 @2"),
    ("kafe 9-1 5 Kari", "ambiguous 5 @3"), ("kafe 18, -20 Kari", "ambiguous 18 @2"),
    ("kafe 2t 5 mars, 2024 Kari", "twoDays 5 mars @3 2024 @5"),
    ("kafe 1 694 timer Kari", "ambiguous 1 @2"), ("kafe 2t 3 Kari", "ambiguous 3 @3"),
    ("kafe kl 25 2t Kari", "ambiguous 25 @3"), ("kafe 2x Kari", "notUnderstood 2x @2"),
    ("kafe 2t +0", "notUnderstood +0 @3"), ("kafe 2t +x", "notUnderstood +x @3"),
    ("kafe 2t -3", "notUnderstood -3 @3"), ("kafe 2t Kari 5. mai-juni", "notUnderstood 5. @4"),
    ("kafe 31.2.2024 2t Kari", "noSuchDay 31.2.2024 @2"),
    ("kafe 2024-02-30 2t Kari", "noSuchDay 2024-02-30 @2"),
    ("kafe 31. februar 2024 2t Kari", "noSuchDay 31. februar 2024 @2"),
    ("kafe 31. februar 2t Kari", "noSuchDay 31. februar @2"),
    ("kafe 31.2. 2t Kari", "noSuchDay 31.2. @2"),
    ("kafe 5.3.2024..1.3.2024 2t Kari", "noSuchDay 5.3.2024..1.3.2024 @2"),
    ("kafe 1.12.2023 - 1.1.2024 2t Kari", "noSuchDay 1.12.2023 - 1.1.2024 @2"),
    ("kafe i går 2t i dag Kari", "twoDays i går @2 i dag @5"),
    ("kafe mandag tirsdag 2t Kari", "twoDays mandag @2 tirsdag @3"),
    ("kafe mars 2024 fredag 2t Kari", "twoDays mars 2024 @2 fredag @4"),
    ("kafe fredag i går i dag 2t Kari", "twoDays fredag @2 i dag @5"),
    ("kafe mandag 5.3.2024 2t Kari", "weekdayDisagrees mandag @2 2024-03-05"),
    ("kafe 5.3.2024 mandag 2t Kari", "weekdayDisagrees mandag @3 2024-03-05"),
    ("kafe 2t Kari 3t", "twoAmounts 2t @2 3t @4"),
    ("kafe 30 min Kari 3 t", "twoAmounts 30 min @2 3 t @5"),
    ("kafe 18-20 Kari 20-22", "twoTimes 18-20 @2 20-22 @4"),
    ("kafe 18-20 3t Kari", "amountBeyondSpan 180 120"),
    ("kafe 2t +3 +4", "twoHeadcounts +3 @3 +4 @4"),
    ("kafe 2t Kari, Ola og kari", "personTwice kari @6"),
    ("kafe 2t i alt Kari, Ola", "totalOfSeveral"), ("kafe 2t i alt Kari +3", "totalOfSeveral"),
    ("kafe 2t i alt hver +3", "totalOfSeveral"),
  ])
  func `a fault says which words and where`(text: String, expected: String) {
    #expect(told(text) == expected)
  }

  @Test func `without a known activity, when and how much come after one`() {
    for text in ["i går 2t Kari", "2t Kari", "+3 2t", "18 Kari", "kl 18-20 Kari", "hver 2t +3"] {
      #expect(throws: NaturalEntry.Fault.noActivity, "\(text)") {
        try NaturalEntry(shell(text), today: Day(number: 20_029)) { _ in false }
      }
    }
  }

  @Test(arguments: [
    ("18", ["kl 18", "18t", "18min", "+18"]), ("3", ["kl 3", "3t", "3min", "+3"]),
    ("90", ["90t", "90min", "+90"]), ("3,5", ["3t 30min"]), ("18.30", ["kl 18.30"]),
    ("2:30", ["kl 2:30", "2t 30min"]), ("5.3", ["5t 18min", "5.3."]), ("31.2", ["31t 12min"]),
    ("0", ["kl 0"]), ("0,5", ["30min"]), ("29.2", ["29t 12min", "29.2."]),
  ])
  func `an ambiguous word has clear ways to be written`(text: String, expected: [String]) throws {
    let fault = try #require(refusal("kafe \(text) Kari"))
    #expect(fault.ways(.nb).map(\.text) == expected)
    #expect(fault.ways(.nn) == fault.ways(.nb))
  }

  @Test func `every way means what it says, in every language`() throws {
    for text in ["18", "3", "90", "3,5", "18.30", "2:30", "5.3", "11.12", "24", "0,5"] {
      let fault = try #require(refusal("kafe \(text) Kari"))
      #expect(!fault.ways(.en).isEmpty)
      for way in Language.allCases.flatMap({ fault.ways($0) }) {
        let others =
          switch way.meaning {
          case .start, .headcount: "i dag 2t"
          case .day: "2t"
          case .hours, .minutes: "i dag"
          }
        let entry = try read("kafe \(others), \(way.text), Ola")
        switch way.meaning {
        case .start: #expect(entry.start != nil)
        case .hours: #expect(entry.minutes == SpelledAmount(hours: text)?.minutes)
        case .minutes: #expect(entry.minutes == Int(text))
        case .headcount: #expect(entry.unnamed == Int(text))
        case .day: #expect(entry.assumed == [.year])
        }
      }
    }
  }

  @Test func `only an ambiguous word has ways`() {
    #expect(refusal("kafe Kari")?.ways(.nb) == [])
    #expect(refusal("kafe 2x Kari")?.ways(.nb) == [])
  }

  @Test func `whatever words there are, an entry is whole or there is a fault`() {
    let alphabet = [
      "i", "går", "18", "-", "20-", "kl", "2t", "t", ",", "+3", "og", "5.", "mars", "2024", "hver",
      "alt", " ", "", "mandag", "5.3.", "Kari,",
    ]
    var whole = 0
    func check(_ words: [String], isKnown: Bool) {
      do throws(NaturalEntry.Fault) {
        let entry = try NaturalEntry(words, today: Day(number: 20_029)) { _ in isKnown }
        let isWhole =
          !entry.activity.isEmpty && entry.minutes != nil
          && (!entry.persons.isEmpty || entry.unnamed != nil)
          && entry.persons.allSatisfy { !$0.isEmpty }
        #expect(isWhole, "\(words)")
        whole += 1
      } catch {
        #expect(error.ways(.nb).isEmpty != "\(error)".contains("ambiguous"), "\(words)")
      }
    }
    for first in alphabet {
      for second in alphabet {
        for isKnown in [true, false] { check([first, second], isKnown: isKnown) }
        for third in ["2t", "+3"] { check(["kafe", first, second, third], isKnown: false) }
      }
    }
    #expect(whole > 20, "too few that are whole")
  }

  private func refusal(_ text: String) -> NaturalEntry.Fault? {
    do throws(NaturalEntry.Fault) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  /// The fault in one line.
  private func told(_ text: String) -> String {
    func told(_ words: NaturalEntry.Word...) -> String {
      words.map { "\($0.text) @\($0.position)" }.joined(separator: " ")
    }
    return switch refusal(text) {
    case nil: "ok"
    case .noActivity: "noActivity"
    case .notUnderstood(let word): "notUnderstood " + told(word)
    case .ambiguous(let word): "ambiguous " + told(word)
    case .noSuchDay(let word): "noSuchDay " + told(word)
    case .twoDays(let first, let second): "twoDays " + told(first, second)
    case .weekdayDisagrees(let word, let day): "weekdayDisagrees \(told(word)) \(day.text)"
    case .noAmount: "noAmount"
    case .noPeople: "noPeople"
    case .twoAmounts(let first, let second): "twoAmounts " + told(first, second)
    case .twoTimes(let first, let second): "twoTimes " + told(first, second)
    case .amountBeyondSpan(let minutes, let span): "amountBeyondSpan \(minutes) \(span)"
    case .twoHeadcounts(let first, let second): "twoHeadcounts " + told(first, second)
    case .personTwice(let word): "personTwice " + told(word)
    case .totalOfSeveral: "totalOfSeveral"
    }
  }
}
