// One run of the tool: words → command → exit code. Everything is parsed before a file is touched.

import CommandLineKit
import Domain
import Wording

/// The tool.
package enum App {
  /// Runs once and returns the exit code.
  package static func run(_ world: World) -> Int32 {
    let language = language(of: world)
    let root = Commands.root(Say(language: language))
    let words = language == .en ? KitWords.en : KitWords.nb
    do throws(UsageError) {
      let match = try parse(world.words, root: root)
      let context = Context(world: world, language: language, arguments: match.arguments)
      if match.helpAsked { return help(match, context, words) }
      let exit = carryOut(match, context)
      return flushed(context, exit).rawValue
    } catch {
      let context = Context(world: world, language: language, arguments: error.understood)
      tell(error, context, words)
      return ExitCode.usage.rawValue
    }
  }

  private static func carryOut(_ match: Match<Context>, _ context: Context) -> ExitCode {
    do {
      try match.spec.run?(match.arguments, context)
      return .done
    } catch let failure as Failure {
      context.tell(failure)
      return failure.exit
    } catch let exit as QuietExit {
      return exit.code
    } catch {
      context.tell(
        Failure(
          "bug", exit: .bug,
          Phrase(nb: "En feil hos oss: \(error)", en: "a fault of ours: \(error)")))
      return .bug
    }
  }

  /// Writes what was gathered; an answer that could not be written is not an answer.
  private static func flushed(_ context: Context, _ exit: ExitCode) -> ExitCode {
    context.console.flush()
    if context.console.isWritable { return exit }
    let message =
      context.console.hasRecorded
      ? Phrase(
        nb: "Dette ER ført, men svaret kunne ikke skrives ut. Ikke før det en gang til.",
        en: "this IS recorded, but the answer could not be written. Do not record it again.")
      : Phrase(nb: "Svaret kunne ikke skrives ut.", en: "the answer could not be written")
    context.tell(Failure("output-failed", message))
    return exit == .done ? .refused : exit
  }

  private static func help(
    _ match: Match<Context>, _ context: Context, _ words: KitWords
  ) -> Int32 {
    let lines = match.description.help(
      words: words, program: Commands.program, width: min(context.console.width, 100))
    for line in lines { context.print(line) }
    return flushed(context, .done).rawValue
  }

  /// Tells what was wrong with the words, as text or as JSON.
  private static func tell(_ error: UsageError, _ context: Context, _ words: KitWords) {
    let lines = error.text(words: words, program: Commands.program)
    let isJSON = context.isJSON || context.world.words.contains("--json")
    guard isJSON else {
      for (index, line) in lines.enumerated() {
        context.tell(index == 0 ? context.say(nb: "feil", en: "error") + ": " + line : line)
      }
      return
    }
    context.tell(
      Failure.json(
        code: "usage", exit: .usage, place: nil, message: lines.first ?? "",
        hints: lines.dropFirst().filter { !$0.isEmpty }))
  }

  /// `--lang`, else the locale of the environment; needed before anything can be said.
  private static func language(of world: World) -> Language {
    for (index, word) in world.words.enumerated() {
      for name in ["--lang", "--språk"] {
        if word.hasPrefix(name + "="),
          let asked = Language(rawValue: String(word.dropFirst(name.count + 1)))
        {
          return asked
        }
        if word == name, index + 1 < world.words.count,
          let asked = Language(rawValue: world.words[index + 1])
        {
          return asked
        }
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { world.environment[$0] }.first { !$0.isEmpty }
    return Language(locale: locale)
  }
}

/// An answer was printed, and the exit code says something about it: findings of an audit.
struct QuietExit: Error {
  let code: ExitCode
}
