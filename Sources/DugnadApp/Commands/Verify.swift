// verify: what somebody sent, checked with nothing but itself. No ledger, no network, no trust in who
// sent it. A bundle, the proof of a line, or a checkpoint; signatures where the signers are known.

import CommandLineKit
import Files
import Integrity
import Reports
import Wording

/// `dugnad verify`.
enum VerifyCommand {
  static let files = Parameter<String>.operand("file", repeats: true, completion: .file)
  static let allowed = Parameter<String>.option(
    "allowed-signers", aliases: ["underskrivere"], placeholder: "FILE", completion: .file)
  static let verbose = Parameter<Bool>.flag("verbose", short: "v", aliases: ["utførlig"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "verify", ["etterprøv"], group: say(nb: "Tillit", en: "Trust"),
      summary: say(
        nb: "kontroller det noen har sendt (trenger ikke noe regnskap)",
        en: "check what somebody sent (needs no ledger)"),
      discussion: say(
        nb: "En dokumentasjonspakke, beviset for en linje, eller et kontrollpunkt. Underskrifter "
          + "kontrolleres med ssh-keygen, når nøklene til dem som skal ha underskrevet, er kjent fra et "
          + "annet sted (--underskrivere; formen er den i ssh-keygen(1), ALLOWED SIGNERS). At timene er "
          + "arbeidet, kan ingen fil vise.",
        en: "An evidence bundle, the proof of a line, or a checkpoint. Signatures are checked by "
          + "ssh-keygen, when the keys of those who should have signed are known from elsewhere "
          + "(--allowed-signers; the form is that of ssh-keygen(1), ALLOWED SIGNERS). That the hours were "
          + "worked no file can show."),
      parameters: [
        ParameterSpec(
          files, help: say(nb: "det som kontrolleres", en: "what is checked"),
          placeholder: say(nb: "FIL", en: "FILE")),
        ParameterSpec(
          allowed,
          help: say(nb: "nøklene til underskriverne", en: "the keys of the signers")),
        ParameterSpec(
          verbose,
          help: say(
            nb: "vis hvert tall, og om det holder", en: "list every figure, and whether it holds")),
      ],
      examples: [
        Example(
          say(nb: "etterprøv 2024.zip", en: "verify 2024.zip"),
          say(nb: "en dokumentasjonspakke", en: "an evidence bundle")),
        Example(
          say(
            nb: "etterprøv 2024.zip --underskrivere nøkler.txt",
            en: "verify 2024.zip --allowed-signers keys.txt"),
          say(nb: "også underskriftene", en: "the signatures too")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    let allowed = arguments[allowed].map { context.absolute($0) }
    if let allowed, (try? context.world.calls.stat(allowed)) == nil {
      throw Failure(
        "file-unreadable", place: allowed,
        Phrase(
          nb: "Filen med underskrivere finnes ikke.", en: "there is no such file of allowed signers"
        ))
    }
    let checks = try arguments.all(files).map { file in
      try FileCheck(file, allowed: allowed, context)
    }
    if context.isJSON {
      context.print(json(checks, context).text)
    } else {
      for check in checks { tell(check, isVerbose: arguments[verbose], context) }
    }
    if checks.contains(where: { !$0.holds }) { throw QuietExit(code: .unverified) }
  }

  private static func tell(_ check: FileCheck, isVerbose: Bool, _ context: Context) {
    let language = context.language
    for finding in check.findings {
      let figure = finding.figure.isEmpty ? "" : finding.figure + ": "
      context.print("\(finding.place): \(finding.id): \(figure)\(finding.text(language))")
    }
    if isVerbose {
      for figure in check.figures {
        let verdict =
          switch figure.holds {
          case true?: context.say(nb: "holder", en: "holds")
          case false?: context.say(nb: "stemmer ikke", en: "differs")
          case nil: context.say(nb: "kan ikke kontrolleres her", en: "cannot be checked here")
          }
        context.print("  \(figure.figure) = \(figure.value): \(verdict)")
      }
    }
    for signature in check.signatures { context.print(signature.words(language)) }
    if check.signatures.isEmpty, check.kind != .unknown {
      context.print(
        context.say(
          nb: "underskrift: ingen på kontrollpunktet", en: "signature: none on the checkpoint"))
    }
    context.print(check.sentence)
  }

  private static func json(_ checks: [FileCheck], _ context: Context) -> JSONValue {
    let language = context.language
    return .object([
      "schema": .string("dugnad-verify:1"),
      "verdict": .string(checks.allSatisfy(\.holds) ? "holds" : "does-not-hold"),
      "findings": .array(
        checks.flatMap(\.findings).map { finding in
          .object([
            "id": .string(finding.id), "file": .string(finding.file),
            "line": .integer(finding.line), "figure": .string(finding.figure),
            "text": .string(finding.text(language)),
          ])
        }),
      "figures": .array(
        checks.flatMap(\.figures).map { figure in
          .object([
            "figure": .string(figure.figure), "value": .integer(figure.value),
            "holds": figure.holds.map { .bool($0) } ?? .null,
          ])
        }),
      "files": .array(
        checks.map { check in
          .object([
            "file": .string(check.file), "kind": .string(check.kind.rawValue),
            "holds": .bool(check.holds), "sentence": .string(check.sentence),
            "signatures": .array(check.signatures.map { $0.json }),
          ])
        }),
    ])
  }
}
