import Domain
import Testing

/// Marks of entries and activities, and findings that somebody stands by.
struct AdmitsMarksTests {
  private let h8 = entry(firstLine)
  private let base = [Command.logHours([hours(ola, 1_000)])]
  private let finding = "long-day"

  @Test(arguments: WorkMark.allCases)
  func `an entry and an activity take the marks that are theirs`(mark: WorkMark) {
    let book = book(base)
    #expect(
      book.refusal(of: .hoursMarked(h8, [mark])) == (mark == .openPlace ? .markNotHere(mark) : nil))
    #expect(
      book.refusal(of: .activityMarked(kafe, [mark])) == (mark == .paid ? .markNotHere(mark) : nil))
  }

  @Test func `marks stand in their order, each once`() {
    let all = WorkMark.ofEntries
    #expect(book(base).refusal(of: .hoursMarked(h8, all)) == nil)
    #expect(book(base).refusal(of: .hoursMarked(h8, [.board, .board])) == .markNotHere(.board))
    #expect(book(base).refusal(of: .hoursMarked(h8, [.board, .inKind])) == .markNotHere(.inKind))
    #expect(
      book(base).refusal(of: .activityMarked(kafe, [.openPlace, .travel])) == .markNotHere(.travel))
    #expect(
      given(base, when: .markHours([h8], [.travel, .inKind, .travel]))
        == .events([.hoursMarked(h8, [.inKind, .travel])]), "a command may say them as it likes")
    #expect(
      given(when: .markActivity(kafe, [.openPlace, .board, .board]))
        == .events([.activityMarked(kafe, [.board, .openPlace])]))
  }

  @Test func `marks are of what stands, and say something new`() {
    #expect(given(when: .markHours([h8], [.board])) == .rejected(.unknownEntry(h8)))
    let kurs = code("kurs")
    #expect(given(when: .markActivity(kurs, [.board])) == .rejected(.unknownActivity(kurs)))
    #expect(given(base, when: .markHours([h8], [])) == .rejected(.nothingChanged))
    #expect(given(when: .markActivity(kafe, [])) == .rejected(.nothingChanged))
    let marked = base + [.markHours([h8], [.board]), .markActivity(kafe, [.board])]
    #expect(given(marked, when: .markHours([h8], [.board])) == .rejected(.nothingChanged))
    #expect(given(marked, when: .markActivity(kafe, [.board])) == .rejected(.nothingChanged))
    #expect(given(marked, when: .markHours([h8], [])) == .events([.hoursMarked(h8, [])]))
  }

  @Test func `marks outlive a correction, and a change of the activity`() {
    let state = after(
      base + [
        .markHours([h8], [.board]), .correctHours(h8, hours(ola, 90), .typo),
        .markActivity(kafe, [.openPlace]), .changeActivity(activity(kafe, "Kafé")),
        .endActivity(kafe, on: today),
      ]
    ).state
    #expect(state.entries[h8]?.marks == [.board])
    #expect(state.activities[kafe]?.marks == [.openPlace])
  }

  @Test func `a finding is stood by once, while the content is as it was`() {
    let waive = Command.waive([h8], finding: finding, .checked)
    #expect(
      given(base, when: waive)
        == .events([.findingWaived(h8, finding: finding, reason: .checked)]))
    #expect(given(when: waive) == .rejected(.unknownEntry(h8)))
    #expect(
      given(base + [waive], when: .waive([h8], finding: finding, .board))
        == .rejected(.alreadyWaived(h8, finding: finding)))
    #expect(
      given(base + [waive], when: .waive([h8], finding: "looks-double", .board))
        == .events([.findingWaived(h8, finding: "looks-double", reason: .board)]))
    let waiver = after(base + [waive]).state.entries[h8]?.waivers.first
    #expect(waiver?.seq == 9 && waiver?.by == kari && waiver?.reason == .checked)
  }

  @Test func `a waiver falls when the entry is corrected, and comes back with an undo of that`() {
    let waived = base + [.waive([h8], finding: finding, .checked)]
    let corrected = waived + [.correctHours(h8, hours(ola, 1_100), .typo)]
    #expect(after(corrected).state.entries[h8]?.waivers == [])
    #expect(after(corrected + [.undoNewest(nil)]).state == after(waived).state)
    #expect(
      given(corrected, when: .waive([h8], finding: finding, .checked))
        == .events([.findingWaived(h8, finding: finding, reason: .checked)]))
    // Stood by anew, it would be there twice.
    let again = corrected + [.waive([h8], finding: finding, .checked)]
    #expect(
      given(again, when: .undo([10], nil, cascade: false))
        == .rejected(
          .neededBy([Dependent(seq: 11, because: .alreadyWaived(h8, finding: finding))])))
    let late: [Command] = [
      .closeYear(closing()), .logLate([lastYear(ola, 1_000)]),
      .waive([entry(9)], finding: finding, .other),
      .correctLate(entry(9), lastYear(ola, 1_100), .typo),
    ]
    #expect(after(late).state.entries[entry(9)]?.waivers == [], "by a late correction, too")
  }

  @Test(arguments: [
    "", "Over", "over_16", "over 16", "over16", "å", String(repeating: "a", count: 33),
  ])
  func `a finding is named by 1 to 32 of small letters and hyphen`(finding: String) {
    #expect(
      book(base).refusal(of: .findingWaived(h8, finding: finding, reason: .other))
        == .badFinding(finding))
    let longest = String(repeating: "a", count: 31) + "-"
    #expect(book(base).refusal(of: .findingWaived(h8, finding: longest, reason: .other)) == nil)
  }
}
