// From an error to what people read: a sentence, a way out, an exit code. The one table of exit codes.

import Domain
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

extension Context {
  /// Tells a failure on standard error, as text or as JSON.
  func tell(_ failure: Failure) {
    let message = failure.message(language)
    let hints = failure.hints.map { $0(language) }
    if isJSON {
      var json = JSONText()
      json.object {
        $0.member("schema", "dugnad-error:1")
        $0.member("error") {
          $0.object {
            $0.member("code", failure.code)
            $0.member("exit", Int(failure.exit.rawValue))
            if let place = failure.place { $0.member("place", place) }
            $0.member("message", message)
            $0.member("hints", hints)
          }
        }
      }
      return tell(json.text)
    }
    let label = say(nb: "feil", en: "error")
    let place = failure.place.map { $0 + ": " } ?? ""
    tell("\(place)\(label): \(message)")
    for hint in hints { tell(say(nb: "råd", en: "hint") + ": \(hint)") }
  }
}
