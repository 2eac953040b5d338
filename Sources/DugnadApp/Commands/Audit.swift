// audit: every line checked from its bytes; nothing is changed, nothing is skipped in silence. Then, in
// a log that is in order, what is hard to believe.

import CommandLineKit
import Domain
import EventStore
import Reports
import Wording

/// `dugnad audit`.
enum AuditCommand {
  static let against = Parameter<String>.option(
    "against", aliases: ["mot"], placeholder: "FILE", completion: .file, repeats: true)

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "audit", ["kontroll", "kontroller"], group: say(nb: "Tillit", en: "Trust"),
      summary: say(nb: "kontroller hver linje fra bytene", en: "check every line from its bytes"),
      discussion: say(
        nb:
          "Regner ut alt på nytt: kjeden, skrivemåten, numrene, transaksjonene, og om hver hendelse "
          + "var tillatt da den ble ført. Endrer ingenting. En kjede alene kan ikke se at hele "
          + "transaksjoner er kuttet av på slutten, eller at alt er skrevet på nytt. Det kan et hode som "
          + "andre har tatt vare på (--mot): et kontrollpunkt, et vitnes svar, en dokumentasjonspakke, "
          + "eller bunnlinjen i en rapport, som fil eller skrevet av fra papiret. Kontrollpunktene i "
          + "checkpoints/ holdes alltid mot loggen.\n\n"
          + "Er loggen i orden, vises timer som reglene tillater og noen bør se på; de gjør ikke loggen "
          + "mindre i orden.\n\n" + SampleWords.nb,
        en: "Computes everything anew: the chain, the spelling, the numbers, the transactions, and "
          + "whether each event was allowed when it was recorded. Changes nothing. A chain alone cannot "
          + "see that whole transactions were cut off at the end, or that all was written anew. A head "
          + "that somebody else kept can (--against): a checkpoint, the answer of a witness, an evidence "
          + "bundle, or the last line of a report, as a file or typed from the paper. The checkpoints in "
          + "checkpoints/ are always held against the log.\n\n"
          + "If the log is in order, hours are shown that the rules allow and somebody should look at; "
          + "they do not make the log less in order.\n\n" + SampleWords.en),
      parameters: [
        ParameterSpec(
          against,
          help: say(
            nb: "hold loggen mot det noen har tatt vare på (kan gjentas)",
            en: "hold the log against what somebody kept (may be repeated)")),
        ParameterSpec(
          SampleCommand.count,
          help: say(
            nb: "trekk så mange føringer til stikkprøve", en: "draw so many entries as a sample")),
        ParameterSpec(
          SampleCommand.seed,
          help: say(
            nb: "det stikkprøven trekkes med: noe ingen kunne vite da timene ble ført",
            en:
              "what the sample is drawn by: something nobody could know when the hours were recorded"
          )),
        ParameterSpec(
          SampleCommand.year,
          help: say(
            nb: "stikkprøve og rimelighet: bare føringer for året",
            en: "sample and plausibility: only entries of the year")),
        ParameterSpec(
          PlausibilityAnswer.grant,
          help: say(
            nb: "rimelighet: bare det som er ført på tilskuddet",
            en: "plausibility: only what is claimed on the grant")),
        ParameterSpec(
          PlausibilityAnswer.all,
          help: say(
            nb: "rimelighet: hver føring det gjelder, også de begrunnede",
            en: "plausibility: each entry it is about, also those stood by")),
        ParameterSpec(
          PlausibilityAnswer.strict,
          help: say(
            nb: "slutt med 1 når det er feil eller advarsler som ingen har begrunnet",
            en: "exit with 1 when there are errors or warnings that nobody stands by")),
        ParameterSpec(
          AuditChecks.explain,
          help: say(
            nb: "hva et funn betyr, og hva du gjør", en: "what a finding means, and what to do")),
        ParameterSpec(
          AuditChecks.list, help: say(nb: "vis hva som kontrolleres", en: "list what is checked")),
      ],
      examples: [
        Example(
          say(
            nb: "kontroll --mot protokoll.checkpoint", en: "audit --against minutes.checkpoint"),
          say(nb: "mot kontrollpunktet i protokollen", en: "against the checkpoint in the minutes")),
        Example(
          say(
            nb: "kontroll --mot \"Per linje 731, kontrollsum 9f2c1b33a0de\"",
            en: "audit --against \"Through line 731, checksum 9f2c1b33a0de\""),
          say(nb: "mot bunnlinjen på papiret", en: "against the last line on paper")),
        Example(
          say(
            nb: "kontroll --stikkprøve 20 --frø \"4 9 12 22 25 30 31\" --år 2024",
            en: "audit --sample 20 --seed \"4 9 12 22 25 30 31\" --year 2024"),
          say(nb: "tjue føringer ingen har valgt", en: "twenty entries nobody has chosen")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    if let id = arguments[AuditChecks.explain] { return AuditChecks.tell(id, context) }
    if arguments[AuditChecks.list] { return AuditChecks.tellAll(context) }
    try SampleCommand.check(arguments)
    let folder = try context.ledgerFolder()
    var result: Verification
    do throws(StoreError) {
      result = try EventStore.verify(folder: folder, calls: context.world.calls)
    } catch {
      throw Failure(error)
    }
    let log = try? EventStore.load(
      folder: folder, calls: context.world.calls, through: result.soundThrough)
    let closings = closingFindings(log, result)
    if !closings.findings.isEmpty {
      result.findings += closings.findings
      // The first bad line comes first, whoever found it.
      result.findings.sort { ($0.file, $0.line, $0.byte) < ($1.file, $1.line, $1.byte) }
    }
    let register = registerState(folder, log, result, context)
    result.findings += register.findings
    let heads = headFindings(
      arguments.all(against), log, isWhole: result.linesAreSound, folder, context)
    result.findings += heads
    let sample = try log.flatMap { try SampleCommand.draw(arguments, $0, result, context) }
    let plausibility =
      result.passes
      ? try log.map { try PlausibilityAnswer(Ledger($0.records), context) } : nil
    let told = AuditAnswer(
      result: result, register: register, closings: closings.closings, sent: closings.sent,
      agreed: heads.count { [.headSame, .headExtends].contains($0.id) },
      plausibility: plausibility, sample: sample)
    if context.isJSON {
      context.print(told.json(context).text)
    } else {
      told.tell(context)
    }
    if !result.passes { throw QuietExit(code: .unverified) }
    if arguments[PlausibilityAnswer.strict], plausibility?.isStrictlyPlausible == false {
      throw QuietExit(code: .refused)
    }
  }
}
