// witness: signs somebody else's head, if it extends the one signed before. What the witness remembers
// is three lines of text; no ledger, no server, and no trust in whoever asks.

import CommandLineKit
import Integrity
import Reports
import Wording

/// `dugnad witness`.
enum WitnessCommand {
  static let file = Parameter<String>.operand("file", completion: .file)

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "witness", ["vitne"], group: say(nb: "Tillit", en: "Trust"),
      summary: say(
        nb: "bevitne et annet regnskaps hode (trenger ikke noe regnskap)",
        en: "witness the head of somebody's ledger (needs no ledger)"),
      discussion: say(
        nb: "Filen er laget med «kontrollpunkt --be-om». Hodet må gå videre fra det som sist ble "
          + "bevitnet for samme regnskap; første gang tas det på tillit. Et vitne sier at loggen ikke er "
          + "kuttet eller skrevet om siden sist, ikke at timene er arbeidet.",
        en:
          "The file comes from 'checkpoint --request'. The head must extend the one that was witnessed "
          + "last for the same ledger; the first time it is taken on trust. A witness says that the log was "
          + "neither cut nor rewritten since, not that the hours were worked."),
      parameters: [
        ParameterSpec(
          file, help: say(nb: "det regnskapet ber om", en: "what the ledger asks"),
          placeholder: say(nb: "FIL", en: "FILE")),
        ParameterSpec(
          CheckpointCommand.sign,
          help: say(
            nb: "din SSH-nøkkel (fil), eller en .pub med nøkkelen i en agent",
            en: "your SSH key (file), or a .pub whose key is in an agent")),
        ParameterSpec(
          Common.output, help: say(nb: "skriv til en fil i stedet", en: "write to a file instead")),
      ],
      examples: [
        Example(
          say(
            nb: "vitne til-vitnet.txt --underskriv ~/.ssh/id_ed25519 -o svar.txt",
            en: "witness ask.txt --sign ~/.ssh/id_ed25519 -o answer.txt"),
          say(nb: "send svaret tilbake", en: "send the answer back"))
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let typed = arguments[file] else { return }
    guard let key = arguments[CheckpointCommand.sign] else {
      throw Failure.usage(
        "sign-needed", nb: "Si hvilken nøkkel du underskriver med: --underskriv NØKKEL.",
        en: "say which key you sign with: --sign KEY")
    }
    guard let request = WitnessRequest(try context.bytes(ofFile: typed)) else {
      throw Failure(
        "no-request", place: context.absolute(typed),
        Phrase(
          nb: "Filen er ikke en forespørsel til et vitne.",
          en: "the file is no request to a witness"),
        hints: [
          Phrase(
            nb: "den lages hos sentralen: dugnad kontrollpunkt --be-om -o FIL",
            en: "the centre makes it: dugnad checkpoint --request -o FILE")
        ])
    }
    let memory = try HeadMemory(context, isWitness: true)
    try memory.alone {
      let before = try memory.newest(request.checkpoint.origin)?.checkpoint
      try refuse(request, after: before)
      let body = Array(request.checkpoint.text.utf8)
      let signature = try SSHKeys(context).sign(body, with: key, as: .witness)
      // Remembered first: a witness that forgot what it signed could sign two histories.
      try memory.remember(request.checkpoint)
      let answer = WitnessAnswer(checkpoint: request.checkpoint, signature: signature)
      tell(request.checkpoint, after: before, context)
      guard context.isJSON else { return try context.deliver(answer.text) }
      try context.deliver(
        JSONValue.object([
          "schema": .string("dugnad-witness:1"), "origin": .string(request.checkpoint.origin),
          "size": .integer(request.checkpoint.size),
          "root": .string(request.checkpoint.root.hex),
          "previous": before.map { .integer($0.size) } ?? .null, "answer": .string(answer.text),
        ]).text + "\n")
    }
  }

  private static func tell(
    _ head: Checkpoint, after before: Checkpoint?, _ context: Context
  ) {
    guard let before else {
      return context.tell(
        context.say(
          nb:
            "Første gang for \(head.origin): linje 1 til \(head.size) er tatt på tillit. Fra nå av må "
            + "loggen gå videre fra dette.",
          en:
            "The first time for \(head.origin): lines 1 to \(head.size) are taken on trust. From now on "
            + "the log must go on from this."))
    }
    context.tell(
      context.say(
        nb: "\(head.origin): går videre fra linje \(before.size), som ble bevitnet sist, til linje "
          + "\(head.size), uten at noe er endret.",
        en: "\(head.origin): goes on from line \(before.size), which was witnessed last, to line "
          + "\(head.size), and nothing was changed."))
  }

  /// Throws what is in the way of a signature.
  private static func refuse(_ request: WitnessRequest, after before: Checkpoint?) throws {
    let head = request.checkpoint
    guard let before else {
      if request.old != 0 { throw wrongOld(0) }
      return
    }
    if head.size < before.size {
      throw refusal(
        "head-cut",
        Phrase(
          nb: "Loggen har \(head.size) linjer, men \(before.size) er bevitnet: slutten er borte.",
          en: "the log has \(head.size) lines, but \(before.size) were witnessed: its end is gone"))
    }
    if head == before { return }
    let rewritten = refusal(
      "head-rewritten",
      Phrase(
        nb:
          "Loggen går ikke videre fra linje \(before.size), som er bevitnet: noe av det som sto der, er "
          + "et annet nå.",
        en:
          "the log does not go on from line \(before.size), which was witnessed: something that stood "
          + "there is another now"))
    if head.size == before.size { throw rewritten }
    if request.old != before.size { throw wrongOld(before.size) }
    do throws(ProofFault) {
      try MerkleProof.verifyConsistency(
        fromSize: before.size, fromRoot: before.root, toSize: head.size, toRoot: head.root,
        proof: request.nodes)
    } catch {
      throw rewritten
    }
  }

  private static func refusal(_ code: String, _ message: Phrase) -> Failure {
    Failure(
      code, exit: .unverified, message,
      hints: [
        Phrase(
          nb: "ikke bevitnet: spør sentralen hva som har skjedd, og ta vare på forespørselen",
          en: "not witnessed: ask the centre what happened, and keep the request")
      ])
  }

  private static func wrongOld(_ size: Int) -> Failure {
    var hints = [
      Phrase(
        nb: "be sentralen om: dugnad kontrollpunkt --be-om --gammel \(size)",
        en: "ask the centre for: dugnad checkpoint --request --old \(size)")
    ]
    if size == 0 {
      hints.append(
        Phrase(
          nb:
            "har du bevitnet dette regnskapet før, på en annen maskin? Bruk den, eller ta med mappen "
            + "dugnad/witness derfra",
          en:
            "did you witness this ledger before, on another machine? Use that, or bring its folder "
            + "dugnad/witness"))
    }
    return Failure(
      "old-size",
      size == 0
        ? Phrase(
          nb: "Her er det ikke bevitnet noe for dette regnskapet ennå.",
          en: "nothing was witnessed here for this ledger yet")
        : Phrase(
          nb: "Her er linje \(size) bevitnet sist, og forespørselen går ut fra en annen.",
          en: "line \(size) was witnessed last here, and the request goes out from another"),
      hints: hints)
  }
}
