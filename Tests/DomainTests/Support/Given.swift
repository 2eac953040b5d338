// Given, when, then: `given([.planShift(kafe, evening(1))], when: .signUp([ola], shift(8)))` is
// `.events([…])` or `.rejected(…)`. What is given comes after the seven lines of `Book.opened()`.

import Domain
import Testing

/// What a command comes to.
enum Outcome: Equatable {
  case events([Event])
  case rejected(Rejection)
}

/// A command with its author.
struct Step {
  var author: PersonID
  var command: Command

  init(_ author: PersonID, _ command: Command) {
    self.author = author
    self.command = command
  }
}

func given(
  _ commands: [Command], when command: Command, by author: PersonID = kari
) -> Outcome {
  given(commands.map { Step(kari, $0) }, when: command, by: author)
}

func given(_ steps: [Step], when command: Command, by author: PersonID = kari) -> Outcome {
  var book = Book.opened()
  for step in steps { book.must(step.command, by: step.author) }
  do {
    let decision = try book.run(command, by: author)
    for fault in faults(of: book.ledger) { Issue.record("\(fault)") }
    return .events(decision.events)
  } catch {
    return .rejected(error)
  }
}

/// Nothing but the opened ledger is given.
func given(when command: Command, by author: PersonID = kari) -> Outcome {
  given([Step](), when: command, by: author)
}

/// Returns the warnings of a command, nil if it is refused.
func warnings(_ commands: [Command], when command: Command) -> [Warning]? {
  var book = Book.opened()
  for command in commands { book.must(command) }
  return try? book.run(command).warnings
}

/// Returns the ledger after the commands, all by the founder.
func after(_ commands: [Command]) -> Ledger { book(commands).ledger }

func book(_ commands: [Command]) -> Book {
  var book = Book.opened()
  for command in commands { book.must(command) }
  return book
}

/// Returns why a command is refused, and fails the test if it is not.
func dependents(_ outcome: Outcome) -> [Int]? {
  guard case .rejected(.neededBy(let dependents)) = outcome else { return nil }
  return dependents.map(\.seq)
}
