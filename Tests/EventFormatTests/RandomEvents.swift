import Domain
import EventFormat
import Integrity

// Random events: whatever the format can say.

/// A generator that a seed repeats (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// Events that the format can say, whether or not they would be allowed.
struct RandomEvents {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(state: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance() -> Bool { Bool.random(using: &random) }

  mutating func text(bytesMax: Int) -> String {
    let pools: [ClosedRange<UInt32>] = [
      0x21...0x7E, 0xA1...0x17F, 0x300...0x36F, 0x1E00...0x1EFF, 0x3041...0x30FE,
      0xAC00...0xD7A3, 0x1F300...0x1F5FF, 0x2000...0x2027,
    ]
    var text = ""
    for _ in 0..<number(1...12) {
      let pool = pools[number(0...pools.count - 1)]
      if let scalar = Unicode.Scalar(UInt32(number(Int(pool.lowerBound)...Int(pool.upperBound)))) {
        text.unicodeScalars.append(scalar)
      }
    }
    text = NormalForm.composed(text)
    let isFit = TextRule.fault(in: text, bytesMax: bytesMax) == nil
    return isFit && NormalForm.isComposed(text) ? text : "tekst \(number(1...99))"
  }

  mutating func texts() -> [String] {
    Set((0..<number(0...3)).map { _ in text(bytesMax: 200) }).sorted()
  }

  mutating func code() -> ActivityCode {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-")
    let text = String((0..<number(1...15)).map { _ in letters[number(0...letters.count - 1)] })
    guard let code = ActivityCode(text) else { preconditionFailure(text) }
    return code
  }

  mutating func day() -> Day { Day(number: Int32(number(-25_567...376_199))) }
  mutating func count() -> Int { chance() ? number(1...999) : number(1...(LineNumber.limit - 1)) }

  mutating func clock() -> Clock {
    guard let clock = Clock(hour: number(0...23), minute: number(0...59)) else {
      preconditionFailure("no such clock")
    }
    return clock
  }

  mutating func period() -> Period {
    let (first, second) = (day(), day())
    let parts = first.parts
    switch number(0...3) {
    case 0: return Period(first)
    case 1: return Period(year: parts.year, month: parts.month) ?? Period(first)
    case 2: return Period(year: parts.year) ?? Period(first)
    default:
      let later = Day(year: parts.year, month: 12, day: 1 + second.parts.day % 31) ?? first
      return Period(from: min(first, later), to: max(first, later)) ?? Period(first)
    }
  }

  mutating func hours() -> HourEntry {
    HourEntry(
      activity: code(), on: period(),
      who: chance() ? .person(PersonID(seq: count())) : .unnamed(headcount: count()),
      minutes: count(), known: HourEntry.Known.allCases[number(0...2)],
      start: chance() ? clock() : nil, shift: chance() ? ShiftID(seq: count()) : nil,
      voucher: chance() ? text(bytesMax: 40) : nil)
  }

  mutating func plan() -> ShiftPlan {
    ShiftPlan(on: day(), start: clock(), end: clock(), places: chance() ? count() : nil)
  }

  mutating func reason() -> Reason { Reason.allCases[number(0...Reason.allCases.count - 1)] }

  mutating func activity() -> ActivityDetails {
    ActivityDetails(
      code: code(), name: text(bytesMax: 200), aliases: texts(),
      group: chance() ? text(bytesMax: 200) : nil,
      category: chance() ? Category.allCases[number(0...8)] : nil,
      sector: chance() ? text(bytesMax: 200) : nil,
      recipient: chance() ? text(bytesMax: 200) : nil, recipients: texts(), counted: chance())
  }

  mutating func hex() -> String { SHA256.hash([UInt8(number(0...255))]).hex }
  mutating func sum() -> Int { chance() ? number(0...999) : number(0...(LineNumber.limit - 1)) }

  mutating func settings() -> YearSettings {
    YearSettings(
      year: number(1900...2999), divisor: number(1...10_000),
      rate: chance() ? number(1...10_000_000) : nil)
  }

  mutating func importing() -> ImportMade {
    let kinds = ImportMade.Kind.allCases
    var made = ImportMade(
      source: text(bytesMax: 80), kind: kinds[number(0...kinds.count - 1)], digest: hex(),
      rows: sum(), after: chance() ? ImportID(seq: count()) : nil)
    if made.kind == .table {
      made.table = .init(year: number(1900...2999), distinct: chance() ? count() : nil)
    }
    return made
  }

  mutating func closing() -> YearClosing {
    let settings = settings()
    let checks = ClosingCheck.allCases.shuffled(using: &random)
    return YearClosing(
      year: settings.year, settings: settings,
      totals: .init(
        entries: sum(), minutes: sum(), participations: sum(), distinct: sum(), headcount: sum()),
      root: hex(), figureSet: count(), digest: hex(),
      accepted: Array(checks.prefix(number(0...checks.count))),
      reason: chance() ? AcceptReason.allCases[number(0...3)] : nil)
  }

  mutating func event() -> Event {
    switch number(0...40) {
    case 0:
      return .ledgerOpened(
        LedgerOpened(
          origin: "senter.\(number(1...9999))-ab", name: text(bytesMax: 200),
          reconstruction: chance()))
    case 1:
      return .personRegistered(
        PersonRegistered(
          role: Role.allCases[number(0...2)],
          commitment: chance() ? hex() : nil))
    case 2: return .activityAdded(activity())
    case 3: return .activityChanged(activity())
    case 4: return .activityEnded(code: code(), on: day())
    case 5: return .shiftPlanned(activity: code(), plan: plan())
    case 6: return .shiftChanged(shift: ShiftID(seq: count()), plan: plan())
    case 7: return .shiftCancelled(shift: ShiftID(seq: count()), reason: reason())
    case 8:
      return .signupMade(
        shift: ShiftID(seq: count()), person: PersonID(seq: count()), waiting: chance())
    case 9: return .signupWithdrawn(SignupID(seq: count()))
    case 10: return .signupPromoted(SignupID(seq: count()))
    case 11:
      return .hoursCorrected(entry: EntryID(seq: count()), content: hours(), reason: reason())
    case 12: return .hoursApproved(EntryID(seq: count()))
    case 13: return .hoursUnapproved(EntryID(seq: count()))
    case 14: return .yearSet(settings())
    case 15:
      return .undone(
        ranges: LineRanges((0..<number(1...9)).map { _ in number(1...40) }),
        reason: chance() ? reason() : nil)
    case 16: return .redone(undone: count())
    case 17: return .lateLogged(hours())
    case 18:
      return .lateCorrected(entry: EntryID(seq: count()), content: hours(), reason: reason())
    case 19: return .importMade(importing())
    case 20: return .yearClosed(closing())
    case 21:
      return .yearApproved(
        year: number(1900...2999), closing: count(), digest: hex(), on: day())
    case 22:
      return .yearReopened(
        year: number(1900...2999), reason: reason(), note: chance() ? hex() : nil)
    case 23: return .hoursLogged(hours())
    default: return eventOfGrants()
    }
  }

  mutating func recorded() -> Recorded {
    let commands = Array("abcXYZ019._-")
    let text = String((0..<number(1...32)).map { _ in commands[number(0...commands.count - 1)] })
    return Recorded(
      seq: count(), at: Instant(seconds: Int(day().number) * 86_400 + number(0...86_399)),
      by: PersonID(seq: count()), command: CommandID(text) ?? Samples.fallback,
      left: number(0...300), event: event())
  }
}
