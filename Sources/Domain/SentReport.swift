// A report that was given away. It happened outside the log, so it is never undone: a new version is
// sent, and both stand. The line fixes what the figures were and at which line.

/// What is said of a report that was sent.
package struct SentReport: Hashable, Sendable {
  package var scope: Scope
  /// The funder or office that got it, never a person.
  package var to: String
  package var on: Day
  /// The number of lines it was computed from, at the end of a whole transaction.
  package var size: Int
  /// The version of the figure set that `digest` is over.
  package var figureSet: Int
  /// SHA-256 of the figure set of the year or the grant, 64 hex digits.
  package var digest: String
  /// RFC 6962 tree head over the grants at that line, 64 hex digits (`events/README.md`, section 5):
  /// with it a bundle of one grant is complete, and tells nothing of another.
  package var grants: String
  package var form: Form
  /// SHA-256 of the bytes that were sent, 64 hex digits.
  package var file: String

  package init(
    _ scope: Scope, to: String, on: Day, size: Int, figureSet: Int = 1, digest: String,
    grants: String, form: Form, file: String
  ) {
    self.scope = scope
    self.to = to
    self.on = on
    self.size = size
    self.figureSet = figureSet
    self.digest = digest
    self.grants = grants
    self.form = form
    self.file = file
  }

  /// What the report is about.
  package enum Scope: Hashable, Sendable {
    case year(Int)
    case grant(GrantID)
  }

  package enum Form: String, CaseIterable, Sendable {
    case text, markdown, csv, json, html
  }
}

/// A sent report in the state.
package struct Sent: Equatable, Sendable {
  package let id: SentID
  package let content: SentReport
  package let by: PersonID
  package let at: Instant
}
