// grant import: the lines of a budget or of accounts from a spreadsheet, all of them or none.

import CommandLineKit
import Domain
import Import
import Reports
import Wording

/// `dugnad grant import`.
enum GrantImport {
  static let file = Parameter<String>.operand("file", completion: .file)
  static let book = Values.word(
    "book", aliases: ["bok"], placeholder: "BOOK", expected: "book",
    GrantWords.name as @Sendable (GrantAmount.Book) -> Phrase)

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "import", ["importer"],
      summary: say(
        nb: "ta inn budsjett og regnskap fra et regneark",
        en: "take in budget and accounts from a spreadsheet"),
      discussion: say(
        nb:
          "Kolonnene kjennes på overskriften: bok (budsjett eller regnskap), retning (inntekt eller "
          + "kostnad), post, beløp, finansiering (tilskudd, kommune, egne, andre), dato, bilag. Er noe "
          + "galt, listes alt med linje og kolonne, og ingenting føres. Linjer som er inne fra før, "
          + "føres ikke en gang til uten --alle.",
        en:
          "Columns are known by their headers: book (budget or accounts), flow (income or cost), post, "
          + "amount, funding (grant, municipality, own, others), date, voucher. If something is wrong, "
          + "all of it is listed with line and column, and nothing is recorded. Lines that are in "
          + "already are not recorded again without --all."),
      parameters: [
        ParameterSpec(
          Grants.grant, help: say(nb: "tilskuddet: g12", en: "the grant: g12"),
          placeholder: say(nb: "TILSKUDD", en: "GRANT")),
        ParameterSpec(
          file,
          help: say(
            nb: "filen, CSV eller .xlsx; - leser det som limes inn",
            en: "the file, CSV or .xlsx; - reads what is pasted"),
          placeholder: say(nb: "FIL", en: "FILE")),
        ParameterSpec(
          book,
          help: say(
            nb: "budsjett eller regnskap, når ingen kolonne sier det",
            en: "budget or accounts, when no column says it"),
          placeholder: say(nb: "BOK", en: "BOOK")),
        ParameterSpec(
          ImportCommand.sheet, help: say(nb: "arket i en arbeidsbok", en: "the sheet of a workbook")
        ),
        ParameterSpec(
          ImportCommand.new,
          help: say(nb: "ta inn bare det som ikke er der", en: "take in only what is not there")),
        ParameterSpec(
          ImportCommand.all,
          help: say(
            nb: "ta inn alle linjer, også dem som ser ut til å være der",
            en: "take in every line, also those that seem to be there")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "tilskudd importer g12 budsjett.csv --prøv",
            en: "grant import g12 budget.csv --dry-run"),
          say(nb: "se hva som ville bli ført", en: "see what would be recorded"))
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let id = arguments[Grants.grant], let typed = arguments[file] else { return }
    if arguments[ImportCommand.new], arguments[ImportCommand.all] {
      throw Failure.usage(
        "new-or-all", nb: "Si --nye eller --alle, ikke begge.", en: "say --new or --all, not both")
    }
    let file = try context.readImported(typed)
    try context.carryOut { open in
      let grant = try open.grant(id)
      let read = AmountSheet(file.sheet, book: arguments[book], today: context.today)
      try check(read, file, context)
      let amounts = try wanted(read.amounts, grant, context)
      return .noteGrant(id, amounts.map { .booked($0) })
    }
  }

  private static func check(
    _ read: AmountSheet, _ file: ImportedFile, _ context: Context
  ) throws {
    if !read.faults.isEmpty {
      let count = read.faults.count
      var failure = Failure(
        "import-faults", place: file.title(context.language),
        Phrase(
          nb: "\(count) feil i filen; ingenting er ført.",
          nn: "\(count) feil i fila; ingenting er ført.",
          en: "\(count) \(count == 1 ? "fault" : "faults") in the file; nothing was recorded"))
      failure.items = read.faults.map(\.item)
      throw failure
    }
    if read.amounts.isEmpty {
      throw Failure(
        "no-rows", place: file.title(context.language),
        Phrase(
          nb: "Det er ingen rader under overskriftene.", en: "there are no rows below the headers"))
    }
    if !read.ignored.isEmpty {
      let names = read.ignored.map { "«\($0)»" }.joined(separator: ", ")
      context.warn(
        Phrase(
          nb: "Kolonner som ikke leses: \(names).", nn: "Kolonnar som ikkje vert lesne: \(names).",
          en: "columns that are not read: \(names)"))
    }
  }

  /// The lines to record: those that are not there yet, or all if that is said.
  private static func wanted(
    _ amounts: [GrantAmount], _ grant: Grant, _ context: Context
  ) throws -> [GrantAmount] {
    if context.arguments[ImportCommand.all] { return amounts }
    var there = grant.amounts.reduce(into: [GrantAmount: Int]()) { $0[$1.amount, default: 0] += 1 }
    let new = amounts.filter { amount in
      guard let left = there[amount], left > 0 else { return true }
      there[amount] = left - 1
      return false
    }
    let known = amounts.count - new.count
    if known == 0 { return amounts }
    if new.isEmpty {
      throw Failure(
        "nothing-new",
        Phrase(
          nb: "Alle \(known) linjer er inne fra før; ingenting nytt å føre.",
          nn: "Alle \(known) linjene er inne frå før; ingenting nytt å føre.",
          en: "all \(known) lines are in already; nothing new to record"),
        hints: [
          Phrase(nb: "før dem en gang til med --alle", en: "record them once more with --all")
        ])
    }
    if context.arguments[ImportCommand.new] { return new }
    throw Failure(
      "lines-in-already",
      Phrase(
        nb: "\(known) av \(amounts.count) linjer er inne fra før.",
        nn: "\(known) av \(amounts.count) linjer er inne frå før.",
        en: "\(known) of \(amounts.count) lines are in already"),
      hints: [
        Phrase(
          nb: "før bare de nye med --nye, eller alle med --alle",
          en: "record only the new ones with --new, or all with --all")
      ])
  }
}
