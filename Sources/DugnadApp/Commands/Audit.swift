// audit: every line checked from its bytes; nothing is changed, nothing is skipped in silence.

import CommandLineKit
import Domain
import EventStore
import Evidence
import Integrity
import Register
import Reports
import Wording

/// `dugnad audit`.
enum AuditCommand {
  static let listChecks = Parameter<Bool>.flag("list-checks", aliases: ["vis-kontroller"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "audit", ["kontroll", "kontroller"], group: say(nb: "Tillit", en: "Trust"),
      summary: say(nb: "kontroller hver linje fra bytene", en: "check every line from its bytes"),
      discussion: say(
        nb:
          "Regner ut alt på nytt: kjeden, skrivemåten, numrene, transaksjonene, og om hver hendelse "
          + "var tillatt da den ble ført. Endrer ingenting. En kjede alene kan ikke se at hele "
          + "transaksjoner er kuttet av på slutten, eller at alt er skrevet på nytt.",
        en: "Computes everything anew: the chain, the spelling, the numbers, the transactions, and "
          + "whether each event was allowed when it was recorded. Changes nothing. A chain alone cannot "
          + "see that whole transactions were cut off at the end, or that all was written anew."),
      parameters: [
        ParameterSpec(
          listChecks, help: say(nb: "vis hva som kontrolleres", en: "list what is checked"))
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    if arguments[listChecks] { return list(context) }
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
    result.findings += closings.findings
    let register = registerState(folder, log, result, context)
    result.findings += register.findings
    if context.isJSON {
      context.print(json(result, register, closings: closings.count, context).text)
    } else {
      tell(result, register, closings: closings.count, context)
    }
    if !result.passes { throw QuietExit(code: .unverified) }
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
  private struct RegisterState {
    var checked: Int?
    var findings: [Finding] = []
  }

  private static func registerState(
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
    // An interrupted command may leave a profile for the next line, never for one after it.
    let beyond = found.profiles.map(\.id).filter { $0.seq > log.records.count + 1 }
    let lists: [(FindingID, [PersonID])] = [
      (.registerDiffers, differing), (.registerBeyondLog, beyond), (.registerLacks, lacking),
    ]
    return RegisterState(
      checked: checked,
      findings: lists.filter { !$0.1.isEmpty }.map {
        Finding($0.0, file: file, facts: .persons($0.1))
      })
  }

  // MARK: - The answer

  private static func tell(
    _ result: Verification, _ register: RegisterState, closings: Int, _ context: Context
  ) {
    for finding in result.findings {
      let grave =
        finding.severity == .error
        ? context.say(nb: "feil", en: "error") : context.say(nb: "merk", en: "notice")
      context.print(
        "\(finding.place): \(grave): \(finding.id.rawValue): \(FindingWords.text(finding)(context.language))"
      )
      context.print("  → " + FindingWords.remedy(finding.id)(context.language))
    }
    func count(_ number: Int) -> String { Numbers.integer(number, context.language) }
    context.print(
      context.say(
        nb:
          "\(count(result.lines)) linjer og \(count(result.transactions)) transaksjoner kontrollert fra bytene",
        en:
          "\(count(result.lines)) lines and \(count(result.transactions)) transactions checked from their bytes"
      ))
    context.print(
      context.say(nb: "siste linje som teller: ", en: "last line that counts: ")
        + "\(result.through), hash \(result.lastHash?.hex ?? "–")")
    context.print(
      context.say(nb: "rot i hashtreet: ", en: "root of the hash tree: ") + result.root.hex)
    if result.legalThrough < result.through {
      context.print(
        context.say(
          nb: "lovlighet kontrollert bare til linje \(result.legalThrough)",
          en: "legality checked only up to line \(result.legalThrough)"))
    }
    if closings > 0 {
      let counted = Numbers.counted(
        closings, context.say(nb: "avslutning", en: "closing"),
        context.say(nb: "avslutninger", en: "closings"), context.language)
      context.print(
        context.say(nb: "\(counted) regnet ut på nytt", en: "\(counted) computed again"))
    }
    context.print(words(register, context))
    let isGood = result.passes
    context.print(
      isGood
        ? context.say(
          nb:
            "I ORDEN – så langt en kjede alene kan se; sammenlign hash med en som andre har tatt vare på",
          en:
            "IN ORDER – as far as a chain alone can see; compare the hash with one that somebody else kept"
        )
        : context.say(nb: "IKKE I ORDEN", en: "NOT IN ORDER"))
  }

  private static func words(_ register: RegisterState, _ context: Context) -> String {
    guard let checked = register.checked else {
      return context.say(
        nb: "register: ikke kontrollert (finnes ikke her)", en: "register: not checked (none here)")
    }
    let persons = Numbers.counted(
      checked, context.say(nb: "person", en: "person"), context.say(nb: "personer", en: "persons"),
      context.language)
    return context.say(
      nb: "register: \(persons) kontrollert mot loggen",
      en: "register: \(persons) checked against the log")
  }

  private static func json(
    _ result: Verification, _ register: RegisterState, closings: Int, _ context: Context
  ) -> JSONValue {
    .object([
      "schema": .string("dugnad-audit:1"),
      "ok": .bool(result.passes),
      "lines": .integer(result.lines), "transactions": .integer(result.transactions),
      "through": .integer(result.through), "hash": .string(orNull: result.lastHash?.hex),
      "root": .string(result.root.hex), "legalThrough": .integer(result.legalThrough),
      "closings": .integer(closings),
      "registerChecked": register.checked.map { .integer($0) } ?? .null,
      "findings": .array(
        result.findings.map { finding in
          .object([
            "id": .string(finding.id.rawValue), "severity": .string(finding.severity.rawValue),
            "file": .string(finding.file), "line": .integer(finding.line),
            "byte": .integer(finding.byte),
            "text": .string(FindingWords.text(finding)(context.language)),
            "remedy": .string(FindingWords.remedy(finding.id)(context.language)),
          ])
        }),
    ])
  }
}
