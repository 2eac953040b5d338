// From an error to what people read: a sentence, a way out, an exit code. The one table of exit codes.

import Domain
import Reports
import Wording

/// Why a command did not do what was asked, in words.
package struct Failure: Error {
  /// A stable name for scripts, such as `unknown-activity`.
  let code: String
  let exit: ExitCode
  /// `events/2024.jsonl:37:120` where there is a place.
  var place: String?
  let message: Phrase
  /// What to do now.
  var hints: [Phrase]
  /// The single faults, where there are many: rows of a file, say.
  var items: [Item] = []

  /// One of several faults, in words and for programs.
  struct Item {
    let text: Phrase
    let json: JSONValue
  }

  init(
    _ code: String, exit: ExitCode = .refused, place: String? = nil, _ message: Phrase,
    hints: [Phrase] = []
  ) {
    self.code = code
    self.exit = exit
    self.place = place
    self.message = message
    self.hints = hints
  }
}

/// The exit codes, which scripts rely on.
package enum ExitCode: Int32, Sendable {
  case done = 0
  /// Refused by a rule, or not found.
  case refused = 1
  /// The words typed make no command.
  case usage = 2
  /// The log or a proof fails verification.
  case unverified = 3
  /// Somebody else is writing.
  case busy = 4
  /// A fault of ours.
  case bug = 70
}

extension Failure {
  /// Most single faults that are printed; JSON has all of them.
  static let itemsShown = 50

  /// Returns an error as one line of JSON, schema `dugnad-error:1`.
  static func json(
    code: String, exit: ExitCode, place: String?, message: String, hints: [String],
    items: [Item] = []
  ) -> String {
    var error: [JSONMember] = [
      JSONMember(key: "code", value: .string(code)),
      JSONMember(key: "exit", value: .integer(Int(exit.rawValue))),
      JSONMember(key: "place", value: .string(orNull: place)),
      JSONMember(key: "message", value: .string(message)),
      JSONMember(key: "hints", value: .array(hints.map { .string($0) })),
    ]
    if !items.isEmpty { error.append(JSONMember(key: "errors", value: .array(items.map(\.json)))) }
    return JSONValue.object([
      "schema": .string("dugnad-error:1"), "error": .object(error),
    ]).text
  }
}

extension Context {
  /// Tells a failure on standard error, as text or as JSON.
  func tell(_ failure: Failure) {
    let message = failure.message(language)
    let hints = failure.hints.map { $0(language) }
    if isJSON {
      return tell(
        Failure.json(
          code: failure.code, exit: failure.exit, place: failure.place, message: message,
          hints: hints, items: failure.items))
    }
    let label = say(nb: "feil", en: "error")
    let place = failure.place.map { $0 + ": " } ?? ""
    tell("\(place)\(label): \(message)")
    for item in failure.items.prefix(Failure.itemsShown) { tell("  " + item.text(language)) }
    let more = failure.items.count - Failure.itemsShown
    if more > 0 {
      tell("  … " + say(nb: "og \(more) til (alle: --json)", en: "and \(more) more (all: --json)"))
    }
    for hint in hints { tell(say(nb: "råd", en: "hint") + ": \(hint)") }
  }
}
