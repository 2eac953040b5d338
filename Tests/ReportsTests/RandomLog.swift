// Logs that nobody thought of: random, but the same for the same seed.

import Domain

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Returns a log of hours, corrections, approvals, undos and redos over three years.
func randomLog(seed: UInt64, lines: Int = 120) -> [Recorded] {
  var random = SeededGenerator(seed: seed)
  var log = LogBuilder()
  let persons = log.persons(Int.random(in: 1...8, using: &random))
  let names = [nil, "Språk", "A/B 50%", "Møteplass"]
  let codes = (0..<Int.random(in: 1...6, using: &random)).map { "a\($0)" }
  for code in codes {
    log.activity(
      code, group: names.randomElement(using: &random) ?? nil,
      sector: names.randomElement(using: &random) ?? nil,
      counted: Int.random(in: 0..<5, using: &random) > 0)
  }
  var entries: [EntryID] = []
  var undos: [Int] = []
  func content() -> HourEntry {
    let isNamed = Int.random(in: 0..<4, using: &random) > 0
    let who: HourEntry.Who =
      isNamed
      ? .person(persons.randomElement(using: &random) ?? persons[0])
      : .unnamed(headcount: Int.random(in: 1...40, using: &random))
    let year = Int.random(in: 2023...2025, using: &random)
    let month = Int.random(in: 1...9, using: &random)
    return entry(
      codes.randomElement(using: &random) ?? codes[0], who,
      Int.random(in: 1...600, using: &random),
      on: ["\(year)", "\(year)-0\(month)", "\(year)-0\(month)-11"].randomElement(using: &random)
        ?? "\(year)",
      known: HourEntry.Known.allCases.randomElement(using: &random) ?? .recorded)
  }
  for _ in 0..<lines {
    let entry = entries.randomElement(using: &random)
    switch (Int.random(in: 0..<12, using: &random), entry) {
    case (0, let entry?), (1, let entry?):
      log.add(.hoursCorrected(entry: entry, content: content(), reason: .typo))
    case (2, let entry?): log.add(.hoursApproved(entry))
    case (3, let entry?): log.add(.hoursUnapproved(entry))
    case (4, _):
      let count = log.log.count
      let first = Int.random(in: 3...count, using: &random)
      undos.append(
        log.add(.undone(ranges: LineRanges(first...min(first + 2, count)), reason: .typo)))
    case (5, _):
      if let undo = undos.randomElement(using: &random) { log.add(.redone(undone: undo)) }
    case (6, _):
      log.activity(
        codes.randomElement(using: &random) ?? codes[0],
        group: names.randomElement(using: &random) ?? nil,
        counted: Int.random(in: 0..<5, using: &random) > 0, changed: true)
    default: entries.append(EntryID(seq: log.add(.hoursLogged(content()))))
    }
  }
  return log.log
}

/// The seeds of a run: always the same, so that a failure is found again by the one it names.
let seeds: [UInt64] = Array(1...40)
