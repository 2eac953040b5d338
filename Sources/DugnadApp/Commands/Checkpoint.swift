// checkpoint: the head of the log in three lines, to give away; signed, sent to a witness, and the
// witness's answer taken in. Nothing is signed that does not extend every head that is known.

import CommandLineKit
import EventStore
import Files
import Integrity
import Reports
import Wording

/// `dugnad checkpoint`.
enum CheckpointCommand {
  static let sign = Parameter<String>.option(
    "sign", aliases: ["underskriv"], placeholder: "KEY", completion: .file)
  static let request = Parameter<Bool>.flag("request", aliases: ["be-om"])
  static let old = Parameter<Int>.option("old", aliases: ["gammel"], placeholder: "LINE") {
    text throws(BadValue) in
    guard let size = WitnessRequest.size(text) else { throw BadValue(expected: "count-or-zero") }
    return size
  }
  static let add = Parameter<String>.option(
    "add", aliases: ["legg-til"], placeholder: "FILE", completion: .file)
  static let witness = Parameter<String>.option("witness", aliases: ["vitne"], placeholder: "NAME")
  {
    text throws(BadValue) in
    let isName =
      (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
          || Character(UnicodeScalar(byte)).isLetter && byte < 128
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    guard isName else { throw BadValue(expected: "witness-name") }
    return text
  }

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "checkpoint", ["kontrollpunkt"], group: say(nb: "Tillit", en: "Trust"),
      summary: say(
        nb: "loggens hode i tre linjer, til å gi bort",
        en: "the head of the log in three lines, to give away"),
      discussion: say(
        nb:
          "Den som har et kontrollpunkt, kan siden se om loggen er kuttet eller skrevet om (kontroll "
          + "--mot). Med --underskriv lages en underskrift med ssh-keygen, som hvem som helst kan "
          + "kontrollere. Ingenting underskrives som ikke går videre fra hvert hode som er kjent, her "
          + "eller utenfor regnskapet: en gammel kopi som er lagt tilbake, blir avvist.",
        en: "Whoever has a checkpoint can see later whether the log was cut or rewritten (audit "
          + "--against). With --sign it is signed by ssh-keygen, for anybody to check. Nothing is signed "
          + "that does not extend every head that is known, here or outside of the ledger: an old copy "
          + "that was restored is refused."),
      parameters: [
        ParameterSpec(
          sign,
          help: say(
            nb: "underskriv med en SSH-nøkkel (fil), eller en .pub med nøkkelen i en agent",
            en: "sign with an SSH key (file), or a .pub whose key is in an agent")),
        ParameterSpec(
          request,
          help: say(
            nb: "be et vitne om en underskrift: teksten som sendes",
            en: "ask a witness for a signature: the text to send")),
        ParameterSpec(
          old,
          help: say(
            nb:
              "linjen vitnet underskrev sist; 0 første gang (ellers den nyeste som er tatt vare på)",
            en: "the line the witness signed last; 0 the first time (else the newest that is kept)")
        ),
        ParameterSpec(
          add,
          help: say(nb: "ta vare på et vitnes svar", en: "keep the answer of a witness")),
        ParameterSpec(
          witness,
          help: say(nb: "hvilket vitne: et kort navn", en: "which witness: a short name")),
        ParameterSpec(
          Common.output, help: say(nb: "skriv til en fil i stedet", en: "write to a file instead")),
      ],
      examples: [
        Example(
          say(
            nb: "kontrollpunkt --underskriv ~/.ssh/id_ed25519",
            en: "checkpoint --sign ~/.ssh/id_ed25519"),
          say(nb: "til årsmøteprotokollen", en: "for the minutes of the annual meeting")),
        Example(
          say(nb: "kontrollpunkt --be-om -o til-vitnet.txt", en: "checkpoint --request -o ask.txt"),
          say(nb: "send filen til vitnet", en: "send the file to the witness")),
        Example(
          say(
            nb: "kontrollpunkt --legg-til svar.txt --vitne kasserer",
            en: "checkpoint --add answer.txt --witness treasurer"),
          say(nb: "svaret fra vitnet", en: "the answer of the witness")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    let given = [arguments.has(sign), arguments[request], arguments.has(add)].count { $0 }
    if given > 1 {
      throw Failure.usage(
        "one-at-a-time", nb: "--underskriv, --be-om og --legg-til brukes hver for seg.",
        en: "--sign, --request and --add are used one at a time")
    }
    if arguments.has(old), !arguments[request] {
      throw Failure.usage(
        "old-needs-request", nb: "--gammel hører til --be-om.", en: "--old belongs to --request")
    }
    if arguments.has(witness) != arguments.has(add), !arguments[request] {
      throw Failure.usage(
        "add-needs-witness", nb: "--legg-til og --vitne hører sammen.",
        en: "--add and --witness go together")
    }
    let folder = try context.ledgerFolder()
    if arguments[request] { return try ask(arguments, folder, context) }
    if let file = arguments[add], let name = arguments[witness] {
      return try keep(file, of: name, folder, context)
    }
    if let key = arguments[sign] { return try sign(with: key, folder, context) }
    let log = try context.provedLogAtRest(folder)
    let kept = try KeptHeads(folder, context.world.calls)
    if let fork = log.fork(from: kept.known + outside(log, context)) { context.warn(fork.message) }
    try deliver(log.head(of: log.size), signature: nil, context)
  }

  // MARK: - Signing

  private static func sign(
    with key: String, _ folder: LedgerFolder, _ context: Context
  ) throws {
    let memory = try HeadMemory(context, isWitness: false)
    try memory.alone {
      let log = try context.provedLogAtRest(folder)
      let kept = try refuseFork(log, folder, memory, context)
      let head = try log.head(of: log.size)
      let signature = try SSHKeys(context).sign(
        Array(head.text.utf8), with: key, as: .ledger)
      // Whoever gets the signature may hold it against us: from here on this head must not be lost.
      try memory.remember(head)
      let file = try kept.keep(head, signature, witness: nil)
      let by = SSHSignature(signature)?.fingerprint ?? ""
      context.tell(
        context.say(
          nb: "Underskrevet med \(by): \(file)", en: "Signed with \(by): \(file)"))
      try deliver(head, signature: file, context)
      // Whoever takes the file away takes the signature with it.
      if let output = context.arguments[Common.output], !context.isJSON {
        try context.write(signature, to: context.absolute(output) + ".sig")
      }
    }
  }

  private static func refuseFork(
    _ log: ProvedLog, _ folder: LedgerFolder, _ memory: HeadMemory, _ context: Context
  ) throws -> KeptHeads {
    let kept = try KeptHeads(folder, context.world.calls)
    let outside = try memory.newest(log.origin).map { [$0] } ?? []
    if let fork = log.fork(from: kept.known + outside) { throw fork }
    return kept
  }

  /// The head that is remembered outside, where that can be read: only a signature must know it.
  private static func outside(_ log: ProvedLog, _ context: Context) -> [KnownHead] {
    let memory = try? HeadMemory(context, isWitness: false)
    return (try? memory?.newest(log.origin)).map { [$0] } ?? []
  }

  private static func deliver(
    _ head: Checkpoint, signature: String?, _ context: Context
  ) throws {
    guard context.isJSON else { return try context.deliver(head.text) }
    try context.deliver(
      JSONValue.object([
        "schema": .string("dugnad-checkpoint:1"), "origin": .string(head.origin),
        "size": .integer(head.size), "root": .string(head.root.hex), "text": .string(head.text),
        "signature": .string(orNull: signature),
      ]).text + "\n")
  }

  // MARK: - Witnesses

  private static func ask(
    _ arguments: Arguments, _ folder: LedgerFolder, _ context: Context
  ) throws {
    let log = try context.provedLogAtRest(folder)
    let kept = try KeptHeads(folder, context.world.calls)
    if let fork = log.fork(from: kept.known + outside(log, context)) { throw fork }
    let from = arguments[old] ?? kept.newestWitnessed(by: arguments[witness]) ?? 0
    guard from <= log.size else {
      throw Failure.usage(
        "old-beyond-log", nb: "Loggen har bare \(log.size) linjer.",
        en: "the log has only \(log.size) lines")
    }
    let nodes = from == 0 ? [] : try log.prover.consistencyProof(from: from, to: log.size)
    let request = WitnessRequest(old: from, nodes: nodes, checkpoint: try log.head(of: log.size))
    guard context.isJSON else { return try context.deliver(request.text) }
    try context.deliver(
      JSONValue.object([
        "schema": .string("dugnad-request:1"), "origin": .string(log.origin),
        "old": .integer(from), "size": .integer(log.size), "text": .string(request.text),
      ]).text + "\n")
  }

  /// The witness remembers; that we do too is the better, and no condition.
  private static func remember(_ head: Checkpoint, of log: ProvedLog, _ context: Context) {
    do {
      let memory = try HeadMemory(context, isWitness: false)
      try memory.alone {
        // A head that this log does not go on from is never replaced: it is what shows the fork.
        if let known = try memory.newest(log.origin), let fork = log.fork(from: [known]) {
          throw fork
        }
        try memory.remember(head)
      }
    } catch {
      context.warn(
        Phrase(
          nb: "hodet kunne ikke huskes utenfor regnskapet",
          en: "the head could not be remembered outside of the ledger"))
    }
  }

  private static func keep(
    _ typed: String, of name: String, _ folder: LedgerFolder, _ context: Context
  ) throws {
    guard let answer = WitnessAnswer(try context.bytes(ofFile: typed)) else {
      throw Failure(
        "no-answer", place: context.absolute(typed),
        Phrase(
          nb:
            "Filen er ikke svaret fra et vitne: et kontrollpunkt, en tom linje og en underskrift.",
          en: "the file is not the answer of a witness: a checkpoint, an empty line and a signature"
        ))
    }
    let log = try context.provedLogAtRest(folder)
    let head = KnownHead(checkpoint: answer.checkpoint, place: context.absolute(typed))
    let kept = try KeptHeads(folder, context.world.calls)
    if let fork = log.fork(from: kept.known + outside(log, context) + [head]) { throw fork }
    guard
      try SSHKeys(context).isOf(
        Array(answer.checkpoint.text.utf8), answer.signature, .witness)
    else {
      throw Failure(
        "signature-fails", exit: .unverified, place: head.place,
        Phrase(
          nb: "Underskriften er ikke et vitnes underskrift på dette kontrollpunktet.",
          en: "the signature is not a witness's signature of this checkpoint"))
    }
    let file = try kept.keep(answer.checkpoint, answer.signature, witness: name)
    remember(answer.checkpoint, of: log, context)
    if context.isJSON {
      return context.print(
        JSONValue.object([
          "schema": .string("dugnad-witnessed:1"), "size": .integer(answer.checkpoint.size),
          "witness": .string(name), "signature": .string(file),
        ]).text)
    }
    context.print(
      context.say(
        nb: "\(name) har bevitnet loggen ved linje \(answer.checkpoint.size): \(file)",
        en: "\(name) has witnessed the log at line \(answer.checkpoint.size): \(file)"))
  }
}
