import Domain
import Integrity
import Testing

@testable import Evidence

/// Which lines stand behind a claim, against events/README.md, section 10, counted by hand.
struct DisclosureTests {
  @Test("A year: its entries as closed, with what became of them, and what they hang on")
  func year() throws {
    let sample = try SampleLog()
    // 13, 14, 41: the settings; 8 undoes, 15 to 17 are persons, 29 and 25 belong to 2023, 31 was undone.
    // 18's approval on line 34 was of another content.
    #expect(
      LinesBehind.year(try sample.log.closed, in: sample.log.records)
        == [1, 9, 10, 11, 12, 13, 14, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28, 30, 32, 33]
        + [35, 37, 38, 39, 40, 42, 43, 44, 48])
  }

  @Test("The figures of a year: the opening, the closing and the annual meeting's word")
  func figures() throws {
    let sample = try SampleLog()
    #expect(LinesBehind.closing(try sample.log.closed) == [1, sample.closing, sample.approval])
  }

  @Test("A person: every entry as known now, also late ones and those of other years")
  func person() throws {
    let sample = try SampleLog()
    #expect(
      LinesBehind.person(sample.kari, in: sample.log.records)
        == [1, 4, 9, 10, 11, 18, 24, 29, 32, 35, 37, 38, 42, 45, 47])
  }

  @Test("A person without hours is only registered, also when that was undone; p999 is nobody")
  func withoutHours() throws {
    let sample = try SampleLog()
    #expect(LinesBehind.person(sample.idle, in: sample.log.records) == [1, 6])
    #expect(LinesBehind.person(sample.undone, in: sample.log.records) == [1, 7])
    #expect(LinesBehind.person(PersonID(seq: 999), in: sample.log.records) == [1])
    #expect(LinesBehind.person(PersonID(seq: 1), in: sample.log.records) == [1])
  }

  @Test("An entry that was given to somebody else is no more the first one's")
  func givenAway() throws {
    var sample = try SampleLog()
    let other = PersonID(seq: 5)
    try sample.log.correct(EntryID(seq: 32), try entry("tolk", .person(other), 125))
    #expect(!LinesBehind.person(sample.kari, in: sample.log.records).contains(32))
    #expect(LinesBehind.person(other, in: sample.log.records).contains(32))
  }

  @Test("What was undone stands behind nothing: a correction, an approval, a change, a setting")
  func undone() throws {
    var log = EvidenceLog()
    try log.add(
      .ledgerOpened(
        LedgerOpened(origin: "evidence-test-1", name: "Test", reconstruction: false)))
    let person = try log.person(.coordinator)
    var details = ActivityDetails(code: try #require(ActivityCode("tur")), name: "Tur")
    try log.add(.activityAdded(details))
    let id = try log.hours("tur", .person(person), 60)
    try log.correct(id, try entry("tur", .person(person), 90))
    details.name = "Turen"
    try log.add(.activityChanged(details))
    try log.add(.yearSet(YearSettings(year: 2024, divisor: 1_000)))
    try log.add(.hoursApproved(id))
    try log.add(.undone(ranges: LineRanges(5...8), reason: nil))
    try log.close()
    #expect(LinesBehind.year(try log.closed, in: log.records) == [1, 3, 4, 10])
    #expect(LinesBehind.person(person, in: log.records) == [1, 2, 3, 4])
    #expect(BundleCheck(try Bundle.year(try log.closed, try log.source()).bytes).holds)
    // Put back, they are behind it again.
    try log.add(.redone(undone: 9))
    #expect(LinesBehind.person(person, in: log.records) == [1, 2, 3, 4, 5, 6, 8])
  }

  @Test("A late entry above a second closing belongs to it")
  func reopened() throws {
    var sample = try SampleLog()
    try sample.log.add(.yearReopened(year: 2024, reason: .other, note: nil))
    let second = try sample.log.close()
    let lines = LinesBehind.year(try sample.log.closed, in: sample.log.records)
    // The late entry is on line 45; the first closing and its approval say nothing for the second.
    #expect(lines.contains(45))
    #expect(lines.suffix(2) == [47 - 2, second])
  }

  @Test("A disclosure is exactly its lines, with the digits above each range and the proof")
  func disclosure() throws {
    let log = try SampleLog().log
    let lines = [1, 2, 5, 9, 10, 11]
    let disclosure = try Disclosure(lines, of: log.hashed, bytes: log.bytes, size: 40)
    #expect(disclosure.ranges == [1...2, 5...5, 9...11])
    #expect(disclosure.above == [Digest.zero.hex, log.hashes[3].hex, log.hashes[7].hex])
    #expect(
      disclosure.text == lines.flatMap { log.bytes[$0 - 1] + [UInt8(ascii: "\n")] })
    try MerkleProof.verifySubset(
      of: lines.map { (index: $0 - 1, hash: log.hashes[$0 - 1]) }, size: 40,
      proof: disclosure.nodes, root: try MerkleProver(leaves: log.hashes).root(of: 40))
  }

  @Test("A line beyond the checkpoint cannot be disclosed")
  func beyond() throws {
    let sample = try SampleLog()
    #expect(throws: ProofFault.indexOutside(index: 47, size: 46)) {
      _ = try Bundle.year(try sample.log.closed, try sample.log.source(size: 46))
    }
  }
}
