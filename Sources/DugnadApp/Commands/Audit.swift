// audit: every line checked from its bytes; nothing is changed, nothing is skipped in silence.

import CommandLineKit
import Domain
import EventStore
import Evidence
import Files
import Integrity
import Register
import Reports
import Wording

/// `dugnad audit`.
enum AuditCommand {
  static let listChecks = Parameter<Bool>.flag("list-checks", aliases: ["vis-kontroller"])
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
          + "eller bunnlinjen i en rapport, som fil eller skrevet av fra papiret.\n\n"
          + SampleWords.nb,
        en: "Computes everything anew: the chain, the spelling, the numbers, the transactions, and "
          + "whether each event was allowed when it was recorded. Changes nothing. A chain alone cannot "
          + "see that whole transactions were cut off at the end, or that all was written anew. A head "
          + "that somebody else kept can (--against): a checkpoint, the answer of a witness, an evidence "
          + "bundle, or the last line of a report, as a file or typed from the paper.\n\n"
          + SampleWords.en),
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
          help: say(nb: "bare føringer for året", en: "only entries of the year")),
        ParameterSpec(
          listChecks, help: say(nb: "vis hva som kontrolleres", en: "list what is checked")),
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
    if arguments[listChecks] { return list(context) }
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
    let heads = try headFindings(
      arguments.all(against), log, isWhole: result.linesAreSound, context)
    result.findings += heads
    let sample = try log.flatMap { try SampleCommand.draw(arguments, $0, result, context) }
    let told = AuditAnswer(
      result: result, register: register, closings: closings.count,
      agreed: heads.count { [.headSame, .headExtends].contains($0.id) }, sample: sample)
    if context.isJSON {
      context.print(told.json(context).text)
    } else {
      told.tell(context)
    }
    if !result.passes { throw QuietExit(code: .unverified) }
  }

  // MARK: - Heads in other hands

  private static func headFindings(
    _ typed: [String], _ log: LoadedLog?, isWhole: Bool, _ context: Context
  ) throws -> [Finding] {
    if typed.isEmpty { return [] }
    let held = typed.map { word -> (file: String, head: HeldHead?) in
      // What is no file may be typed from paper.
      let path = context.absolute(word)
      let bytes = try? File.open(path, .read, system: context.world.calls).readAll()
      return (word, HeldHead(bytes ?? Array(word.utf8)))
    }
    guard let log, case .ledgerOpened(let opening)? = log.records.first?.event else {
      return held.map { file, head in
        let id: FindingID = isWhole ? .headCut : .headRewritten
        return Finding(head == nil ? .headUnreadable : id, file: file, facts: .none)
      }
    }
    let proved = ProvedLog(origin: opening.origin, hashes: log.hashes)
    return HeldAgainst(log: proved, records: log.records, isWhole: isWhole).findings(held)
  }

  private static func list(_ context: Context) {
    if context.isJSON {
      let items = FindingID.allCases.map { id in
        JSONValue.object([
          "id": .string(id.rawValue), "severity": .string(id.severity.rawValue),
          "meaning": .string(FindingWords.meaning(id)(context.language)),
          "remedy": .string(FindingWords.remedy(id)(context.language)),
        ])
      }
      return context.print(
        JSONValue.object(["schema": .string("dugnad-checks:1"), "items": .array(items)]).text)
    }
    for id in FindingID.allCases {
      let name = padded(id.rawValue, to: 20)
      context.print("\(name) \(FindingWords.meaning(id)(context.language))")
      context.print(String(repeating: " ", count: 21) + FindingWords.remedy(id)(context.language))
    }
  }

  // MARK: - The closings against the log

  /// Every closing computed again from the lines above it, as far as these are in order; and how many.
  private static func closingFindings(
    _ log: LoadedLog?, _ result: Verification
  ) -> (count: Int, findings: [Finding]) {
    guard let log else { return (0, []) }
    var places: [Int: Place] = [:]
    var lines: [Int: Int] = [:]
    for recorded in log.records {
      let year = recorded.at.utcDay.year
      lines[year, default: 0] += 1
      guard case .yearClosed = recorded.event, let line = lines[year] else { continue }
      places[recorded.seq] = Place(segment: Segment(year: year), line: line)
    }
    let hashed = HashedLog(records: log.records, hashes: log.hashes)
    let findings = [hashed.closingFault].compactMap { fault -> Finding? in
      guard let fault, let place = places[fault.line] else { return nil }
      let (id, facts): (FindingID, Finding.Facts) =
        switch fault {
        case .differs(let year, let keys, _): (.closingDiffers, .closing(year: year, keys: keys))
        case .unknownFigureSet(let set, _):
          (.typeUnknown, .type("statistics:\(set)", version: set))
        }
      return Finding(id, file: place.segment.path, line: place.line, facts: facts)
    }
    return (places.count, findings)
  }

  // MARK: - The register against the log

  /// How many persons were held against the log (nil: no register here), and what was found.
  struct RegisterState {
    var checked: Int?
    /// Profiles of a command that was interrupted before the log; the next one to save erases them.
    var unfinished = 0
    var findings: [Finding] = []
  }

  private static func registerState(
    _ folder: LedgerFolder, _ log: LoadedLog?, _ result: Verification, _ context: Context
  ) -> RegisterState {
    var state = personsState(folder, log, result, context)
    state.findings += noteFindings(folder, result.linesAreSound ? log : nil, context)
    return state
  }

  /// The words beside the log: readable, and there for each line that is committed to some.
  private static func noteFindings(
    _ folder: LedgerFolder, _ log: LoadedLog?, _ context: Context
  ) -> [Finding] {
    let file = "register/notes.json"
    let calls = context.world.calls
    // A register that is not here is not checked.
    guard (try? Folder(folder.register, system: calls).exists()) != false else { return [] }
    let notes: NoteBook
    do throws(RegisterError) {
      notes = try NoteBook.load(folder: folder.register, calls: calls)
    } catch {
      return [Finding(.registerUnreadable, file: file, facts: .none)]
    }
    return (log?.records ?? []).compactMap { recorded in
      guard case .yearReopened(let year, _, let note?) = recorded.event,
        notes.text(of: note) == nil
      else { return nil }
      return Finding(.registerLacks, file: file, facts: .year(year))
    }
  }

  private static func personsState(
    _ folder: LedgerFolder, _ log: LoadedLog?, _ result: Verification, _ context: Context
  ) -> RegisterState {
    let file = "register/persons.json"
    let found: Register
    do throws(RegisterError) {
      guard let read = try Register.load(folder: folder.register, calls: context.world.calls)
      else { return RegisterState() }
      found = read
    } catch {
      return RegisterState(findings: [Finding(.registerUnreadable, file: file, facts: .none)])
    }
    guard result.linesAreSound, let log else { return RegisterState() }
    var checked = 0
    var differing: [PersonID] = []
    var lacking: [PersonID] = []
    for person in Ledger(log.records).state.persons.values.sorted(by: { $0.id < $1.id }) {
      guard let commitment = person.commitment else { continue }
      guard let profile = found.profile(of: person.id) else {
        lacking.append(person.id)
        continue
      }
      checked += 1
      if profile.commitment.hex != commitment || !profile.isNamedAsCommitted {
        differing.append(person.id)
      }
    }
    // What an interrupted command noted it would write is no fault; without a note it may leave a
    // profile for the next line, never for one after it.
    let noted = try? Unfinished.load(
      folder: folder.register, hashes: log.hashes, calls: context.world.calls)
    let lineless = found.profiles.map(\.id).filter { !isRegistered($0, in: log.records) }
    let foreign = lineless.filter { noted?.leaves($0, in: log.records) != true }
    let beyond = foreign.filter { $0.seq > log.records.count + 1 }
    differing += foreign.filter { $0.seq <= log.records.count }
    differing.sort()
    let lists: [(FindingID, [PersonID])] = [
      (.registerDiffers, differing), (.registerBeyondLog, beyond), (.registerLacks, lacking),
    ]
    return RegisterState(
      checked: checked, unfinished: lineless.count - foreign.count,
      findings: lists.filter { !$0.1.isEmpty }.map {
        Finding($0.0, file: file, facts: .persons($0.1))
      })
  }
}
