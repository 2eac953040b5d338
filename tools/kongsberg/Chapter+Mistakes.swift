// What went wrong, and how it was put right: the log keeps both.

import Domain

extension Story {
  private static let cafe = ActivityCode("nymoen")

  func mistakes() throws -> [Act] {
    try recordedTwice() + doubted() + wrongMinutes()
  }

  /// February's list of the language trainers is recorded a second time, and taken back four days
  /// later, before anybody approved it.
  private func recordedTwice() throws -> [Act] {
    let february = try day(2, 1)
    guard
      let sheet = sheets.first(where: {
        $0.activity.code.text == "spraktrenere" && $0.works.first?.period.first == february
      })
    else { throw Trouble.notFound("the list of February") }
    let contents = sheet.entries(people)
    let again = Act(at: office.moment(try day(3, 7), 15, 2, second: 9), by: people.coordinator) {
      _ in .logHours(contents)
    }
    let undone = Act(at: office.moment(try day(3, 11), 9, 33, second: 47), by: people.coordinator) {
      let twice = $0.state.entries.values.filter {
        $0.recordedAt >= again.at && contents.contains($0.content)
      }
      guard twice.count == contents.count else { throw Trouble.notFound("the second list") }
      return .undo(twice.map(\.id.seq).sorted(), .duplicate, cascade: false)
    }
    return [again, undone]
  }

  /// One row of a knitting evening is thought to be on the wrong day and undone; it was right.
  private func doubted() throws -> [Act] {
    let evening = try day(10, 14)
    let act = Act(
      at: office.moment(try day(10, 18), 12, 46, second: 18),
      [
        .init(by: people.coordinator) { ledger in
          let rows = ledger.state.entries.values.filter {
            $0.content.activity.text == "strikking" && $0.content.on.day == evening
          }
          guard let row = rows.min(by: { $0.id < $1.id }) else {
            throw Trouble.notFound("the knitting evening")
          }
          return .undo([row.id.seq], .wrongDay, cascade: false)
        },
        .init(by: people.coordinator, after: 400) { _ in .redoNewest },
      ])
    return [act]
  }

  /// One café day in May was typed four hours too long. It is approved with the rest of the month;
  /// the approver sees it, takes the approval back, and gives it again when it is corrected.
  private func wrongMinutes() throws -> [Act] {
    let (coordinator, approver) = (people.coordinator, people.approver)
    let act = Act(
      at: office.moment(try day(6, 18), 10, 12, second: 36),
      [
        .init(by: approver) { .unapprove([try mistyped($0).id]) },
        .init(by: coordinator, after: 1_690) {
          let entry = try mistyped($0)
          var right = entry.content
          right.minutes -= Self.minutesTooMany
          return .correctHours(entry.id, right, .wrongMinutes)
        },
        .init(by: approver, after: 5_050) {
          guard let entry = $0.state.entries.values.first(where: { !$0.corrections.isEmpty }) else {
            throw Trouble.notFound("the corrected entry")
          }
          return .approve([entry.id])
        },
      ])
    return [act]
  }

  private static let minutesTooMany = 240

  /// Returns the entry as it was typed.
  func typed(_ content: HourEntry) -> HourEntry {
    guard content == victim else { return content }
    var wrong = content
    wrong.minutes += Self.minutesTooMany
    return wrong
  }

  /// The first café day after 21 May: what should have been typed.
  private var victim: HourEntry? {
    let contents = sheets.filter { $0.activity.code == Self.cafe }.flatMap { $0.entries(people) }
    return contents.first { $0.on.first.text >= "2024-05-21" }
  }

  private func mistyped(_ ledger: Ledger) throws -> Entry {
    let wrong = victim.map(typed)
    guard let entry = ledger.state.entries.values.first(where: { $0.content == wrong }) else {
      throw Trouble.notFound("the mistyped entry")
    }
    return entry
  }
}
