// What a check of a bundle found, in words; and its last line, one sentence to quote.

import Domain
import Evidence
import Integrity
import Wording

/// Sentences about bundles.
enum BundleWords {
  /// Returns what one finding says.
  static func text(_ finding: BundleFinding) -> Phrase {
    let meaning = meaning(finding.id)
    guard let facts = facts(finding.facts) else { return meaning }
    return Phrase(nb: "\(meaning.nb) – \(facts.nb)", en: "\(meaning.en) – \(facts.en)")
  }

  private static func meaning(_ id: BundleFinding.ID) -> Phrase {
    switch id {
    case .bundleDamaged:
      Phrase(nb: "pakken er skadet eller endret", en: "the bundle is damaged or changed")
    case .lineDamaged:
      Phrase(
        nb: "bytene er ikke en linje i formatet", en: "the bytes are not a line of the format")
    case .typeUnknown:
      Phrase(
        nb: "en hendelse av ukjent type eller versjon", en: "an event of unknown type or version")
    case .numberWrong:
      Phrase(nb: "linjen har et annet nummer", en: "the line has another number")
    case .chainBroken:
      Phrase(
        nb: "hash stemmer ikke med linjen og linjen over",
        en: "hash does not match the line and the line above")
    case .proofFails:
      Phrase(
        nb: "linjene er ikke de som kontrollpunktet gjelder",
        en: "the lines are not those of the checkpoint")
    case .incomplete:
      Phrase(
        nb: "linjene gir ikke det som året ble avsluttet eller rapporten sendt med: noe mangler, "
          + "eller er et annet",
        en: "the lines do not give what the year was closed or the report sent with: something is "
          + "missing, or another")
    case .figureDiffers:
      Phrase(
        nb: "tallet er et annet enn det linjene gir", en: "the figure is not what the lines give")
    case .timesheetDiffers:
      Phrase(
        nb: "timelisten er ikke den linjene gir", en: "the time sheet is not what the lines give")
    case .reportDiffers:
      Phrase(nb: "rapporten er ikke den linjene gir", en: "the report is not what the lines give")
    case .identityDiffers:
      Phrase(
        nb: "linjen er ført for en annen enn den som er nevnt",
        en: "the line was recorded for somebody else than is named")
    }
  }

  private static func facts(_ facts: BundleFinding.Facts) -> Phrase? {
    switch facts {
    case .notABundle:
      return Phrase(
        nb: "ikke en ZIP-fil slik en pakke skrives", en: "not a ZIP file as a bundle is written")
    case .manifest:
      return Phrase(nb: "kan ikke leses", en: "cannot be read")
    case .names(let expected, let found):
      let surplus = found.filter { !expected.contains($0) }.joined(separator: ", ")
      let missing = expected.filter { !found.contains($0) }.joined(separator: ", ")
      if surplus.isEmpty, missing.isEmpty {
        return Phrase(nb: "filene står i en annen orden", en: "the files stand in another order")
      }
      return Phrase(
        nb:
          "mangler: \(missing.isEmpty ? "ingen" : missing); til overs: \(surplus.isEmpty ? "ingen" : surplus)",
        en:
          "missing: \(missing.isEmpty ? "none" : missing); surplus: \(surplus.isEmpty ? "none" : surplus)"
      )
    case .digest(let computed):
      return Phrase(
        nb: "SHA-256 er \(computed.prefix(12))…, ikke det som er oppgitt",
        en: "its SHA-256 is \(computed.prefix(12))…, not the one given")
    case .format(let error): return FindingWords.format(error)
    case .number(let found):
      return Phrase(nb: "her står \(found)", en: "\(found) stands here")
    case .hash, .bytes, .commitment: return nil
    case .lineMissing: return Phrase(nb: "linjen er ikke med", en: "the line is not in it")
    case .newline:
      return Phrase(nb: "linjeskiftet på slutten mangler", en: "the newline at the end is missing")
    case .noReport:
      return Phrase(
        nb: "linjen om rapporten som ble sendt, er ikke med",
        en: "the line of the report that was sent is not in it")
    case .leaf:
      return Phrase(
        nb: "bladet til tilskuddet er ikke der én gang slik linjene gir det",
        en: "the leaf of the grant is not there once as the lines give it")
    case .neighbours:
      return Phrase(
        nb: "tilskuddet står ikke mellom de to som er ved siden av det i treet",
        en: "the grant does not stand between the two beside it in the tree")
    case .claimedTwice:
      return Phrase(nb: "tallet er nevnt to ganger", en: "the figure is claimed twice")
    case .surplusLine:
      return Phrase(
        nb: "linjen har ingenting her å gjøre",
        en: "the line has no part in what the bundle is about")
    case .proof(let fault): return proof(fault)
    case .key(let key): return Phrase(nb: "«\(key)» stemmer ikke", en: "'\(key)' does not agree")
    case .noClosing:
      return Phrase(
        nb: "avslutningen av året er ikke med", en: "the closing of the year is not in it")
    case .total(let said, let computed):
      return Phrase(
        nb: "avslutningen sier \(said), linjene gir \(computed)",
        en: "the closing says \(said), the lines give \(computed)")
    case .figureSet:
      return Phrase(
        nb: "kontrollsummen over alle tallene er en annen",
        en: "the digest of all the figures is another")
    case .figure(let said, let computed):
      let (one, other) = (said.map { "\($0)" } ?? "–", computed.map { "\($0)" } ?? "–")
      return Phrase(
        nb: "pakken sier \(one), linjene gir \(other)",
        en: "the bundle says \(one), the lines give \(other)")
    }
  }

  /// Returns what is wrong with a proof.
  static func proof(_ fault: ProofFault) -> Phrase {
    switch fault {
    case .nodesMissing: Phrase(nb: "beviset er for kort", en: "the proof is too short")
    case .nodesSurplus: Phrase(nb: "beviset er for langt", en: "the proof is too long")
    case .rootDiffers(_, let computed):
      Phrase(
        nb: "roten blir \(computed.hex.prefix(12))…",
        en: "the root comes to \(computed.hex.prefix(12))…")
    default:
      Phrase(
        nb: "linjene er ikke i kontrollpunktet", en: "the lines are not in the checkpoint")
    }
  }

  // MARK: - The sentence

  /// Returns the verdict in one sentence to quote, the same that the other checkers give.
  ///
  /// - Parameter ids: of all that was found, also about signatures.
  static func sentence(_ check: BundleCheck, _ ids: [String], _ language: Language) -> String {
    func say(nb: String, nn: String? = nil, en: String) -> String {
      Phrase(nb: nb, nn: nn, en: en)(language)
    }
    let once = ids.enumerated().filter { ids.firstIndex(of: $1) == $0 }.map(\.element)
    let verdict =
      ids.isEmpty
      ? say(nb: "HOLDER", en: "HOLDS")
      : say(nb: "HOLDER IKKE", en: "DOES NOT HOLD") + " (" + once.joined(separator: ", ") + ")"
    guard let manifest = check.manifest, let checkpoint = check.checkpoint else {
      return verdict + ": "
        + say(
          nb: "dokumentasjonspakken er skadet og kan ikke leses",
          nn: "dokumentasjonspakken er skadd og kan ikkje lesast",
          en: "the bundle is damaged and cannot be read") + "."
    }
    let example =
      manifest.opening.reconstruction
      ? say(
        nb: " (eksempel: personer og dager er oppdiktet)",
        nn: " (døme: personar og dagar er dikta opp)",
        en: " (example: people and days are invented)") : ""
    let counts = [
      counted(
        check.figures.count { $0.holds != nil }, say(nb: "tall", nn: "tal", en: "figure"),
        say(nb: "tall", nn: "tal", en: "figures")),
      counted(
        check.entries, say(nb: "føring", en: "entry"),
        say(nb: "føringer", nn: "føringar", en: "entries")),
      counted(
        check.minutes, say(nb: "minutt", en: "minute"),
        say(nb: "minutter", nn: "minutt", en: "minutes")),
    ].joined(separator: ", ")
    let size = counted(
      checkpoint.size, say(nb: "linje", en: "line"), say(nb: "linjer", en: "lines"))
    let root = checkpoint.root.hex.prefix(12)
    let (about, relative) = (about(manifest)(language), relative(manifest)(language))
    let ledger = manifest.opening.name
    return say(
      nb:
        "\(verdict): \(about) hos \(ledger)\(example): \(counts); kontrollpunkt over \(size) med rot "
        + "\(root); \(relative).",
      en:
        "\(verdict): \(about) of \(ledger)\(example): \(counts); checkpoint over \(size) with root "
        + "\(root); \(relative).")
  }

  private static func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  private static func about(_ manifest: BundleManifest) -> Phrase {
    let (year, person) = (manifest.year ?? 0, manifest.person?.text ?? "")
    let grant = manifest.grant?.text ?? ""
    return switch manifest.kind {
    case .year: Phrase(nb: "året \(year)", en: "the year \(year)")
    case .figures:
      Phrase(nb: "totalene for \(year)", nn: "totalane for \(year)", en: "the totals of \(year)")
    case .person:
      Phrase(
        nb: "føringene til \(person)", nn: "føringane til \(person)", en: "the entries of \(person)"
      )
    case .grant:
      Phrase(nb: "tilskudd \(grant)", nn: "tilskot \(grant)", en: "grant \(grant)")
    }
  }

  /// What "nothing is missing" is relative to.
  private static func relative(_ manifest: BundleManifest) -> Phrase {
    let (closing, sent) = (manifest.closing ?? 0, manifest.sent ?? 0)
    return switch manifest.kind {
    case .year:
      Phrase(
        nb: "fullstendigheten er målt mot avslutningen i linje \(closing)",
        nn: "kor fullstendig det er, er målt mot avslutninga i linje \(closing)",
        en: "completeness is relative to the closing in line \(closing)")
    case .figures:
      Phrase(
        nb: "bare totalene er kontrollert, mot avslutningen i linje \(closing)",
        nn: "berre totalane er kontrollerte, mot avslutninga i linje \(closing)",
        en: "only the totals are checked, against the closing in line \(closing)")
    case .person:
      Phrase(
        nb: "om alle føringene til personen er med, kan ikke kontrolleres her",
        nn: "om alle føringane til personen er med, kan ikkje kontrollerast her",
        en: "whether all entries of the person are here cannot be checked")
    case .grant:
      Phrase(
        nb: "fullstendigheten er målt mot rapporten som ble sendt, linje \(sent)",
        nn: "kor fullstendig det er, er målt mot rapporten som vart send, linje \(sent)",
        en: "completeness is relative to the report that was sent, line \(sent)")
    }
  }
}
