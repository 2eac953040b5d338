// What audit found, told: line by line and with a last word, or as JSON.

import Domain
import EventStore
import Integrity
import Reports
import Wording

/// Everything that one audit came to.
struct AuditAnswer {
  let result: Verification
  let register: AuditCommand.RegisterState
  let closings: Int
  /// Sent reports that were computed again.
  let sent: Int
  /// Heads in other hands that the log agrees with.
  let agreed: Int
  /// What is hard to believe; nil of a log that is not in order.
  let plausibility: PlausibilityAnswer?
  let sample: DrawnSample?

  func tell(_ context: Context) {
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
    for (count, one, many) in [
      (
        closings, Phrase(nb: "avslutning", en: "closing"),
        Phrase(nb: "avslutninger", en: "closings")
      ),
      (
        sent, Phrase(nb: "sendt rapport", en: "sent report"),
        Phrase(nb: "sendte rapporter", en: "sent reports")
      ),
    ] where count > 0 {
      let counted = Numbers.counted(
        count, one(context.language), many(context.language), context.language)
      context.print(
        context.say(nb: "\(counted) regnet ut på nytt", en: "\(counted) computed again"))
    }
    context.print(registerWords(context))
    if register.unfinished > 0 {
      context.print(
        context.say(
          nb: "En skriving ble avbrutt; navnene i registeret hører til den og ryddes ved neste "
            + "føring. Ingenting er borte.",
          en:
            "A write was interrupted; the names in the register belong to it and are cleaned away "
            + "by the next record. Nothing is lost."))
    }
    context.print(verdict(context))
    if let plausibility { plausibility.tell(context) }
    if let sample { sample.tell(context) }
  }

  /// The last word. A head in other hands that agrees says what the chain alone cannot.
  private func verdict(_ context: Context) -> String {
    if !result.passes { return context.say(nb: "IKKE I ORDEN", en: "NOT IN ORDER") }
    if agreed == 0 {
      return context.say(
        nb:
          "I ORDEN – så langt en kjede alene kan se; sammenlign hash med en som andre har tatt vare på",
        en:
          "IN ORDER – as far as a chain alone can see; compare the hash with one that somebody else kept"
      )
    }
    let heads = Numbers.counted(
      agreed, context.say(nb: "hode", en: "head"), context.say(nb: "hoder", en: "heads"),
      context.language)
    return context.say(
      nb: "I ORDEN – og i samsvar med \(heads) som andre har tatt vare på",
      en: "IN ORDER – and in agreement with \(heads) that somebody else kept")
  }

  private func registerWords(_ context: Context) -> String {
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

  func json(_ context: Context) -> JSONValue {
    .object([
      "schema": .string("dugnad-audit:1"),
      "ok": .bool(result.passes),
      "lines": .integer(result.lines), "transactions": .integer(result.transactions),
      "through": .integer(result.through), "hash": .string(orNull: result.lastHash?.hex),
      "root": .string(result.root.hex), "legalThrough": .integer(result.legalThrough),
      "closings": .integer(closings), "sentReports": .integer(sent),
      "registerChecked": register.checked.map { .integer($0) } ?? .null,
      "registerUnfinished": .integer(register.unfinished),
      "headsAgreed": .integer(agreed), "sample": sample?.json(context) ?? .null,
      "plausibility": plausibility?.json(context.language) ?? .null,
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
