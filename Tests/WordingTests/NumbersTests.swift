import Testing
import Wording

/// Hard spaces are written "_" in the tables below, so that a reader sees them.
private func visible(_ text: String) -> String {
  String(text.map { $0 == "\u{A0}" ? "_" : $0 })
}

struct NumbersTests {
  @Test(arguments: [
    (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1_000", "1,000"),
    (5893, "5_893", "5,893"), (123_456, "123_456", "123,456"),
    (1_234_567, "1_234_567", "1,234,567"), (-38, "−38", "−38"), (-1000, "−1_000", "−1,000"),
    (Int.min, "−9_223_372_036_854_775_808", "−9,223,372,036,854,775,808"),
  ])
  func `whole numbers are grouped by thousands`(number: Int, norwegian: String, english: String) {
    #expect(visible(Numbers.integer(number, .nb)) == norwegian)
    #expect(visible(Numbers.integer(number, .nn)) == norwegian)
    #expect(Numbers.integer(number, .en) == english)
  }

  @Test(arguments: [
    (353_580, "5_893", "5,893", "5893"), (210, "3,5", "3.5", "3,5"), (80, "1,33", "1.33", "1,33"),
    (100, "1,67", "1.67", "1,67"), (1, "0,02", "0.02", "0,02"), (3, "0,05", "0.05", "0,05"),
    (59, "0,98", "0.98", "0,98"), (0, "0", "0", "0"), (-1, "−0,02", "−0.02", "-0,02"),
    (-80, "−1,33", "−1.33", "-1,33"), (60_630, "1_010,5", "1,010.5", "1010,5"),
    (
      Int.min, "−153_722_867_280_912_930,13",
      "−153,722,867,280,912,930.13", "-153722867280912930,13"
    ),
  ])
  func `hours have no more decimals than they need`(
    minutes: Int, norwegian: String, english: String, csv: String
  ) {
    #expect(visible(Numbers.hours(minutes: minutes, .nb)) == norwegian)
    #expect(visible(Numbers.hours(minutes: minutes, .nn)) == norwegian)
    #expect(Numbers.hours(minutes: minutes, .en) == english)
    #expect(Numbers.csvHours(minutes: minutes) == csv)
  }

  @Test(arguments: [
    (5893 * 60, 1650 * 60, 1, "3,6", "3,6"), (5893 * 60, 1650 * 60, 2, "3,57", "3,57"),
    (5893, 1650, 4, "3,5715", "3,5715"), (1, 8, 2, "0,13", "0,13"), (-1, 8, 2, "−0,13", "-0,13"),
    (1, 2, 0, "1", "1"), (-1, 2, 0, "−1", "-1"), (-1, 3, 0, "0", "0"), (-4, 100, 1, "0,0", "0,0"),
    (999, 1000, 2, "1,00", "1,00"), (1, 1000, 3, "0,001", "0,001"), (0, 7, 1, "0,0", "0,0"),
    (12_345, 10, 1, "1_234,5", "1234,5"),
    (Int.max, 1, 0, "9_223_372_036_854_775_807", "\(Int.max)"),
    (Int.min, 1, 9, "−9_223_372_036_854_775_808,000000000", "-9223372036854775808,000000000"),
    (Int.max, Int.max, 9, "1,000000000", "1,000000000"),
  ])
  func `a quotient is rounded half away from zero`(
    numerator: Int, denominator: Int, places: Int, norwegian: String, csv: String
  ) {
    #expect(visible(Numbers.decimal(numerator, denominator, places: places, .nn)) == norwegian)
    #expect(Numbers.csvDecimal(numerator, denominator, places: places) == csv)
  }

  @Test func `English quotients have a point`() {
    #expect(Numbers.decimal(12_345, 10, places: 1, .en) == "1,234.5")
  }

  @Test(arguments: [
    (150, "2_t 30_min", "2_h 30_min"), (45, "45_min", "45_min"), (120, "2_t", "2_h"),
    (0, "0_min", "0_min"), (-90, "−1_t 30_min", "−1_h 30_min"),
    (60_061, "1_001_t 1_min", "1,001_h 1_min"),
  ])
  func `a duration is hours and minutes`(minutes: Int, norwegian: String, english: String) {
    #expect(visible(Numbers.duration(minutes: minutes, .nb)) == norwegian)
    #expect(visible(Numbers.duration(minutes: minutes, .en)) == english)
  }

  @Test(arguments: [
    (49_800_000, "498_000_kr", "NOK_498,000", "498000"),
    (30_050, "300,50_kr", "NOK_300.50", "300,50"),
    (5, "0,05_kr", "NOK_0.05", "0,05"), (0, "0_kr", "NOK_0", "0"),
    (-30_050, "−300,50_kr", "−NOK_300.50", "-300,50"),
  ])
  func `øre are printed as kroner`(ore: Int, norwegian: String, english: String, csv: String) {
    #expect(visible(Numbers.kroner(ore: ore, .nb)) == norwegian)
    #expect(visible(Numbers.kroner(ore: ore, .en)) == english)
    #expect(Numbers.csvKroner(ore: ore) == csv)
  }

  @Test(arguments: [
    (0, "0_frivillige"), (1, "1_frivillig"), (2, "2_frivillige"), (-1, "−1_frivillige"),
    (1001, "1_001_frivillige"),
  ])
  func `exactly one takes the singular`(number: Int, text: String) {
    #expect(visible(Numbers.counted(number, "frivillig", "frivillige", .nb)) == text)
  }

  @Test(arguments: [
    (60, "1_time", "1_time", "1_hour"), (210, "3,5_timer", "3,5_timar", "3.5_hours"),
    (0, "0_timer", "0_timar", "0_hours"), (90, "1,5_timer", "1,5_timar", "1.5_hours"),
  ])
  func `hours are counted in words`(minutes: Int, nb: String, nn: String, en: String) {
    let texts = Language.allCases.map { visible(Numbers.countedHours(minutes: minutes, $0)) }
    #expect(texts == [nb, nn, en])
  }

  @Test func `what machines read is ASCII`() {
    for minutes in stride(from: -5_000_000, through: 5_000_000, by: 7_919) {
      let texts = [
        Numbers.csvHours(minutes: minutes), Numbers.csvKroner(ore: minutes),
        Numbers.csvDecimal(minutes, 99_000, places: 2),
      ]
      #expect(texts.allSatisfy { $0.utf8.allSatisfy(Array("-,0123456789".utf8).contains) })
    }
  }
}
