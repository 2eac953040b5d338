import Domain
import Integrity
import Testing

@testable import Evidence

/// Whether a bundle can leave something out, add something or say something else of a closed year, when
/// whoever lies makes the proof, the hour list and the reports again from the lines that are left.
struct CompletenessTests {
  private let sample: SampleLog
  private let lines: [Int]
  private let honest: Forgery

  init() throws {
    sample = try SampleLog()
    lines = LinesBehind.year(try sample.log.closed, in: sample.log.records)
    honest = try Forgery(try sample.year()).small
  }

  private func check(_ lines: [Int]) throws -> BundleCheck {
    var forgery = honest
    try forgery.disclose(lines, of: sample.log)
    return forgery.check
  }

  @Test("Every entry, every activity and every setting that is left out is missed")
  func less() throws {
    var unmissed: [Int] = []
    for line in lines where try check(lines.filter { $0 != line }).holds { unmissed.append(line) }
    // What no figure of the year hangs on can be left out unseen, and the lists then say less: the name
    // of an activity that is in no group or sector (11), the settings of other years (13, 43), an approval
    // (38), the approval and the revocation of another (39, 40), the new name of an activity (42), and the
    // annual meeting's word (48).
    #expect(unmissed == [11, 13, 38, 39, 40, 42, 43, 48])
  }

  @Test("Every line that is not of the year is one too many, whatever it is")
  func more() throws {
    for line in 1...sample.log.records.count where !lines.contains(line) {
      let found = try check((lines + [line]).sorted()).findings
      #expect(
        found.contains { $0.id == .incomplete && $0.line == line }
          || found.contains { $0.id == .incomplete && $0.line == sample.closing },
        "line \(line): \(short(found))")
    }
  }

  @Test("What came after the closing is one too many too, if it is about an entry of the year")
  func afterwards() throws {
    var log = sample.log
    let approval = try log.add(.hoursApproved(EntryID(seq: 20)))
    let setting = try log.add(.yearSet(YearSettings(year: 2024, divisor: 1_700)))
    let honest = try Forgery(try Bundle.year(try log.closed, try log.source())).small
    for line in [approval, setting] {
      var forgery = honest
      try forgery.disclose(lines + [line], of: log)
      #expect(short(forgery.check.findings) == ["incomplete linjer.jsonl \(line)"])
    }
  }

  @Test("An entry in place of another one is missed, unless every figure is the same")
  func another() throws {
    let (once, twice) = (sample.once.seq, sample.twice.seq)
    let swapped = try check((lines.filter { $0 != once } + [twice]).sorted())
    // The limit that the page names: no figure tells them apart, and one was undone.
    #expect(swapped.holds)
    for line in [19, 20, 23, 26, 32] {
      let other = try check((lines.filter { $0 != line } + [twice]).sorted())
      #expect(other.findings.contains { $0.id == .incomplete }, "instead of line \(line)")
    }
  }

  @Test(
    "A closing that says other totals, settings or figures than its lines give", arguments: 0..<8)
  func closing(which: Int) throws {
    let lying = try SampleLog { closing in
      switch which {
      case 0: closing.totals.entries += 1
      case 1: closing.totals.minutes += 60
      case 2: closing.totals.participations -= 1
      case 3: closing.totals.distinct += 1
      case 4: closing.totals.headcount = 0
      case 5: closing.settings.divisor = 1_000
      case 6: closing.settings.rate = nil
      default: closing.digest = Digest.zero.hex
      }
    }
    let found = BundleCheck(try lying.year().bytes).findings
    let figure = [
      " 2024/entries", " 2024/hours", " 2024/participations", " 2024/distinct", " 2024/headcount",
      "",
      "", "",
    ]
    #expect(short(found).contains("incomplete linjer.jsonl 44" + figure[which]), "\(short(found))")
  }

  @Test("A figure set of a later version cannot be judged, and says so")
  func unknownSet() throws {
    let later = try SampleLog { $0.figureSet = 2 }
    #expect(
      short(BundleCheck(try later.year().bytes).findings) == ["type-unknown linjer.jsonl 44"])
  }

  @Test("The closing that is named must be there, and be of the year")
  func named() throws {
    var other = honest
    other.manifest.closing = 45
    #expect(short(other.check.findings).contains("incomplete linjer.jsonl 45"))
    other = honest
    other.manifest.year = 2023
    #expect(short(other.check.findings).contains("incomplete linjer.jsonl 44"))
  }

  @Test("The approval of a second closing says nothing for the first")
  func approvals() throws {
    var log = sample.log
    let first = try log.closed
    try log.add(.yearReopened(year: 2024, reason: .other, note: nil))
    let second = try log.close { $0.totals.minutes += 0 }
    guard case .yearClosed(let content) = log.records[second - 1].event else { return }
    let day = try #require(Day(year: 2025, month: 5, day: 5))
    let approval = try log.add(
      .yearApproved(year: 2024, closing: second, digest: content.digest, on: day))
    var unapproved = first
    unapproved.approval = nil
    var forgery = try Forgery(try Bundle.year(unapproved, try log.source()))
    let lines = LinesBehind.year(unapproved, in: log.records)
    try forgery.disclose(lines + [approval], of: log)
    let check = forgery.check
    #expect(check.closed?.approval == nil)
    #expect(check.findings.contains { $0.id == .incomplete && $0.line == approval })
  }

  @Test(
    "A person's bundle holds nobody else's hours, and no figure of theirs can be left out alone")
  func person() throws {
    let lines = LinesBehind.person(sample.kari, in: sample.log.records)
    let honest = try Forgery(try sample.person()).small
    for line in 1...sample.log.records.count where !lines.contains(line) {
      var forgery = honest
      try forgery.disclose((lines + [line]).sorted(), of: sample.log)
      #expect(
        forgery.check.findings.contains { $0.id == .incomplete && $0.line == line }, "line \(line)")
    }
    var forgery = honest
    try forgery.disclose(lines.filter { $0 != 32 }, of: sample.log)
    #expect(Set(forgery.check.findings.map(\.id)) == [.figureDiffers, .incomplete])
  }
}
