// evidence: a file that somebody else can check without us, under the newest signed head that covers it.

import CommandLineKit
import Domain
import EventStore
import Evidence
import Files
import Integrity
import Register
import Reports
import Wording

/// `dugnad evidence`.
enum EvidenceCommand {
  static let subject = Parameter<String>.operand("subject")
  static let which = Parameter<String>.operand("which", optional: true)
  static let figures = Parameter<Bool>.flag("figures", aliases: ["tall"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "evidence", ["dokumentasjon"], group: say(nb: "Tillit", en: "Trust"),
      summary: say(
        nb: "en fil som andre kan kontrollere uten oss",
        en: "a file that others can check without us"),
      discussion: say(
        nb:
          "År: rapporten slik året ble avsluttet, hver føring bak den, og bevis for at de står i loggen; "
          + "med --tall bare summene. Tilskudd: rapporten slik den sist ble sendt, og hver føring på "
          + "tilskuddet, uten noe fra andre. Person: det som er ført for én, til vedkommende selv. En id eller "
          + "et linjenummer: beviset for én linje (C2SP tlog-proof). Pakken bygger på det nyeste "
          + "underskrevne kontrollpunktet som dekker den. Samme regnskap, kontrollpunkt og språk gir de "
          + "samme bytene. Personer står med nummer, men numrene er fortsatt personopplysninger.",
        en:
          "Year: the report as the year was closed, every entry behind it, and a proof that they stand "
          + "in the log; with --figures only the totals. Grant: the report as it was last sent, and every "
          + "entry on the grant, with nothing of others. Person: what is recorded for one, for that person. "
          + "An id or the number of a line: the proof of one line (C2SP tlog-proof). A bundle stands on the "
          + "newest signed checkpoint that covers it. The same ledger, checkpoint and language give the same "
          + "bytes. Persons are numbers in it, but the numbers still are personal data."),
      parameters: [
        ParameterSpec(
          subject,
          help: say(
            nb: "år, tilskudd, person, eller det beviset er for: h731, en annen id, et linjenummer",
            en: "year, grant, person, or what the proof is of: h731, another id, a line's number"),
          placeholder: say(nb: "HVA", en: "SUBJECT")),
        ParameterSpec(
          which,
          help: say(nb: "hvilket år eller tilskudd, eller hvem", en: "which year or grant, or who"),
          placeholder: say(nb: "HVILKEN", en: "WHICH")),
        ParameterSpec(
          figures,
          help: say(
            nb: "bare tallene, uten føringer: en liten fil til å sende",
            en: "only the figures, without entries: a small file to send")),
        ParameterSpec(
          Common.output,
          help: say(nb: "filen som skrives (en ZIP)", en: "the file to write (a ZIP)")),
      ],
      examples: [
        Example(
          say(
            nb: "dokumentasjon år 2024 -o 2024.zip", en: "evidence year 2024 -o 2024.zip"),
          say(nb: "til tilskuddsgiver eller revisor", en: "for a funder or an auditor")),
        Example(
          say(
            nb: "dokumentasjon tilskudd g12 -o g12.zip", en: "evidence grant g12 -o g12.zip"),
          say(nb: "til den som ga tilskuddet", en: "for whoever gave the grant")),
        Example(
          say(
            nb: "dokumentasjon person p12 -o kvittering.zip",
            en: "evidence person p12 -o receipt.zip"),
          say(nb: "til den frivillige selv", en: "for the volunteer")),
        Example(
          say(nb: "dokumentasjon h731", en: "evidence h731"),
          say(nb: "beviset for én føring", en: "the proof of one entry")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let subject = arguments[subject] else { return }
    let bundle = Subject(subject)
    if arguments[figures], bundle != .year {
      throw Failure.usage(
        "figures-of-year", nb: "--tall hører til et år.", en: "--figures belongs to a year")
    }
    let open = try context.open(context.ledgerFolder())
    let maker = try EvidenceMaker(open, context)
    if let bundle {
      guard let which = arguments[which] else {
        let question = bundle.question
        throw Failure.usage("which-needed", nb: question.nb, en: question.en)
      }
      guard let output = arguments[Common.output] else {
        throw Failure.usage(
          "output-needed", nb: "Si hvor pakken skal ligge: -o FIL.zip",
          en: "say where the bundle goes: -o FILE.zip")
      }
      let path = context.absolute(output)
      switch bundle {
      case .year: try maker.year(which, figuresOnly: arguments[figures], to: path)
      case .grant: try maker.grant(which, to: path)
      case .person: try maker.person(which, to: path)
      }
    } else if let surplus = arguments[which] {
      throw Failure.usage(
        "evidence-of-one", nb: "Ett bevis om gangen: «\(surplus)» er ett for mye.",
        en: "one proof at a time: '\(surplus)' is one too many")
    } else {
      try maker.line(subject)
    }
  }

  /// What a bundle is about; anything else is a line.
  private enum Subject {
    case year, grant, person

    init?(_ word: String) {
      switch word {
      case "year", "år": self = .year
      case "grant", "tilskudd", "tilskot": self = .grant
      case "person": self = .person
      default: return nil
      }
    }

    var question: Phrase {
      switch self {
      case .year: Phrase(nb: "Hvilket år?", en: "which year?")
      case .grant: Phrase(nb: "Hvilket tilskudd?", en: "which grant?")
      case .person: Phrase(nb: "Hvilken person?", en: "which person?")
      }
    }
  }
}

/// Makes evidence of a ledger that was read.
struct EvidenceMaker {
  private let open: OpenLedger
  private let context: Context
  private let log: ProvedLog
  private let kept: KeptHeads

  init(_ open: OpenLedger, _ context: Context) throws {
    self.open = open
    self.context = context
    log = try context.proved(open)
    kept = try KeptHeads(open.folder, context.world.calls)
    // A log that does not go on from what was given away is no ground to prove anything on.
    if let fork = log.fork(from: kept.known) { throw fork }
  }

  // MARK: - The head it stands on

  /// A head to prove under, with its signatures; none where it is the present one, which nobody signed.
  private struct Base {
    let checkpoint: Checkpoint
    var signed: KeptHead?
    var signatures: [[UInt8]] { signed?.signatures.map(\.bytes) ?? [] }
  }

  /// Returns the newest signed head that the log extends and that covers what is needed, or the present.
  private func base(_ covers: (Int) -> Bool) throws -> Base {
    let signed = kept.heads.last { head in
      [.same, .extends].contains(log.verdict(on: head.checkpoint))
        && !head.signatures.isEmpty && covers(head.checkpoint.size)
    }
    if let signed { return Base(checkpoint: signed.checkpoint, signed: signed) }
    return Base(checkpoint: try log.head(of: log.size))
  }

  private func source(_ base: Base) throws -> BundleSource {
    do throws(StoreError) {
      return BundleSource(
        log: HashedLog(records: open.log, hashes: open.hashes),
        bytes: try EventStore.lines(
          through: base.checkpoint.size, folder: open.folder, calls: context.world.calls),
        checkpoint: base.checkpoint, signatures: base.signatures, language: context.language)
    } catch {
      throw Failure(error)
    }
  }

  // MARK: - Bundles

  func year(_ typed: String, figuresOnly: Bool, to path: String) throws {
    guard typed.utf8.count == 4, let year = LineNumber.parse(typed), Day.years.contains(year) else {
      throw Failure.usage(
        "bad-year", nb: "«\(typed)» er ikke et år.", en: "'\(typed)' is not a year")
    }
    guard let closed = open.state.closings[year] else { throw notClosed(year) }
    let last = max(closed.seq, closed.approval?.seq ?? 0)
    let base = try base { $0 >= last }
    let source = try source(base)
    let bundle =
      try figuresOnly ? Bundle.figures(closed, source) : Bundle.year(closed, source)
    try write(bundle, base, to: path)
    if closed.approval == nil {
      context.warn(
        Phrase(
          nb: "årsmøtet har ikke godkjent året ennå; lag en ny pakke når det er gjort",
          en: "the annual meeting has not approved the year yet; make a new bundle when it has"))
    }
  }

  private func notClosed(_ year: Int) -> Failure {
    Failure(
      "not-closed",
      Phrase(
        nb:
          "\(year) er ikke avsluttet: tallene kan fortsatt endre seg, og det er ingenting å bevise dem "
          + "mot.",
        en:
          "\(year) is not closed: its figures may still change, and there is nothing to prove them by"
      ),
      hints: [
        Phrase(
          nb: "avslutt året først: dugnad avslutt \(year)",
          en: "close the year first: dugnad close \(year)")
      ])
  }

  func grant(_ typed: String, to path: String) throws {
    guard let id = GrantID(text: typed) else {
      throw Failure.usage(
        "bad-grant", nb: "«\(typed)» er ikke et tilskudd; et tilskudd heter g12.",
        en: "'\(typed)' is no grant; a grant is called g12")
    }
    let sent = open.state.sent.values.filter { $0.content.scope == .grant(id) }
      .max { $0.id < $1.id }
    guard let sent else {
      if open.state.grants[id] == nil { throw open.failure(.unknownGrant(id)) }
      throw notSent(id)
    }
    guard let grant = SentGrant(sent, in: open.log) else { throw open.failure(.unknownGrant(id)) }
    let base = try base { $0 >= sent.id.seq }
    try write(try Bundle.grant(grant, source(base)), base, to: path)
  }

  private func notSent(_ id: GrantID) -> Failure {
    Failure(
      "not-sent",
      Phrase(
        nb: "Ingen rapport for \(id.text) er sendt: det er ingenting å bevise timene mot.",
        en: "no report of \(id.text) was sent: there is nothing to prove its hours by"),
      hints: [
        Phrase(
          nb: "send den først: dugnad rapport tilskudd \(id.text) --sendt-til HVEM",
          en: "send it first: dugnad report grant \(id.text) --sent-to WHO")
      ])
  }

  func person(_ typed: String, to path: String) throws {
    let person = try open.person(typed)
    let lines = LinesBehind.person(person, in: open.log)
    // An older head would show what was undone since, or leave out what came.
    let base = try base { LinesBehind.person(person, in: Array(open.log.prefix($0))) == lines }
    var identity: BundleManifest.Identity?
    if let profile = open.register.profile(of: person),
      profile.commitment.hex == open.state.persons[person]?.commitment
    {
      let salt = profile.salt.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      identity = BundleManifest.Identity(text: profile.identity, salt: salt)
    }
    let name = open.register.profile(of: person)?.name ?? person.text
    let bundle = try Bundle.person(person, identity: identity, name: name, source(base))
    try write(bundle, base, to: path)
    context.warn(
      Phrase(
        nb: "pakken er for \(name) alene: gi den ikke til andre",
        en: "the bundle is for \(name) alone: give it to nobody else"))
  }

  // MARK: - One line

  func line(_ typed: String) throws {
    let seq = try open.line(typed)
    let base = try base { $0 >= seq }
    let size = base.checkpoint.size
    let lines = try source(base).bytes
    let above = seq == 1 ? HashChain.first : open.hashes[seq - 2].hexBytes
    let proof = try ProofText(
      index: seq - 1, extra: above + lines[seq - 1].dropLast(Self.sealBytes),
      nodes: log.prover.inclusionProof(of: seq - 1, size: size), checkpoint: base.checkpoint)
    if context.isJSON {
      try context.deliver(
        JSONValue.object([
          "schema": .string("dugnad-proof:1"), "line": .integer(seq), "size": .integer(size),
          "root": .string(base.checkpoint.root.hex), "text": .string(proof.text),
          "signatures": .array(base.signed?.signatures.map { .string($0.file) } ?? []),
        ]).text + "\n")
    } else {
      try context.deliver(proof.text)
      if let file = context.arguments[Common.output] {
        // Beside the proof, since a signature is a file of its own.
        for (index, signature) in base.signatures.enumerated() {
          try context.write(signature, to: context.absolute(file) + ".\(index + 1).sig")
        }
      }
    }
    tell(base)
    context.tell(
      context.say(
        nb: "Beviset viser at linje \(seq) er ført, ikke at den fortsatt gjelder.",
        en: "The proof shows that line \(seq) was recorded, not that it still counts."))
  }

  /// `,"hash":"…"}` at the end of a line.
  private static let sealBytes = 75

  // MARK: - Writing

  private func write(_ bundle: ZipFile, _ base: Base, to path: String) throws {
    let bytes = bundle.bytes
    try context.write(bytes, to: path)
    tell(base)
    if context.isJSON {
      return context.print(
        JSONValue.object([
          "schema": .string("dugnad-written:1"), "file": .string(path),
          "bytes": .integer(bytes.count), "sha256": .string(SHA256.hash(bytes).hex),
          "size": .integer(base.checkpoint.size), "root": .string(base.checkpoint.root.hex),
          "signatures": .array(base.signed?.signatures.map { .string($0.file) } ?? []),
        ]).text)
    }
    context.print(context.say(nb: "Skrevet: \(path)", en: "Written: \(path)"))
    context.print(
      context.say(
        nb: "Kontroller den: dugnad etterprøv \(path), eller som det står i LES-MEG.txt",
        en: "Check it: dugnad verify \(path), or as LES-MEG.txt in it tells"))
  }

  /// Says who vouches for the head, or that nobody does.
  private func tell(_ base: Base) {
    if let vouching = base.signed?.vouching {
      return context.tell(vouching(context.language) + ".")
    }
    context.warn(
      Phrase(
        nb:
          "ingen har underskrevet et kontrollpunkt som dekker dette; loggens hode nå er brukt, uten "
          + "underskrift (dugnad kontrollpunkt --underskriv NØKKEL)",
        en:
          "nobody has signed a checkpoint that covers this; the head of the log now is used, unsigned "
          + "(dugnad checkpoint --sign KEY)"))
  }
}
