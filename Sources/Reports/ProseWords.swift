// What the ledger says of a number in a text, in words.

import Domain
import Projections
import Wording

/// Sentences about the numbers of a text.
struct ProseWords {
  private let names: [ActivityCode: String]
  private let language: Language

  init(names: [ActivityCode: String], _ language: Language) {
    self.names = names
    self.language = language
  }

  static let column = Phrase(nb: "Tegn", nn: "Teikn", en: "Column")
  static let text = Phrase(nb: "Teksten", en: "The text")
  static let answer = Phrase(nb: "Svar", en: "Answer")

  private func say(_ nb: String, _ nn: String, _ en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  func heading(_ title: String, _ year: Int) -> String {
    say(
      "Tallene i \(title) mot regnskapet for \(year)",
      "Tala i \(title) mot rekneskapen for \(year)",
      "The numbers in \(title) against the ledger of \(year)")
  }

  func summary(wrong: Int, agreeing: Int) -> String {
    let agree = say(
      "\(count(agreeing)) stemmer", "\(count(agreeing)) stemmer", "\(count(agreeing)) agree")
    let contradict = say(
      "\(count(wrong)) stemmer ikke", "\(count(wrong)) stemmer ikkje",
      wrong == 1 ? "1 contradicts the ledger" : "\(count(wrong)) contradict the ledger")
    return "\(contradict), \(agree)."
  }

  func notUnderstood(_ number: Int) -> String {
    say(
      "Ikke forstått (\(count(number))), se selv etter:",
      "Ikkje forstått (\(count(number))), sjå sjølv etter:",
      "Not understood (\(count(number))), look for yourself:")
  }

  func left(_ number: Int) -> String {
    say(
      "\(count(number)) andre tall (datoer, klokkeslett, kroner, prosent, sidetall …) er latt i fred.",
      "\(count(number)) andre tal (datoar, klokkeslett, kroner, prosent, sidetal …) er latne i fred.",
      "\(count(number)) other numbers (dates, times, money, percentages, pages …) are left alone.")
  }

  func quoted(_ quote: String) -> String { language.isNorwegian ? "«\(quote)»" : "“\(quote)”" }

  private func count(_ number: Int) -> String { Numbers.integer(number, language) }

  // MARK: Verdicts

  /// One line a thing to say, the verdict first.
  func verdict(_ finding: ProseFinding) -> [String] {
    switch finding.verdict {
    case .agrees(let figure, nil):
      return [say("Stemmer: ", "Stemmer: ", "Agrees: ") + told(figure)]
    case .agrees(let figure, let note?):
      return [
        say("Stemmer, men: ", "Stemmer, men: ", "Agrees, but: ") + reason(note, finding),
        ask(figure),
      ].compactMap { $0 }
    case .contradicts(let figure, let reasons):
      let verdict = say(
        "STEMMER IKKE: \(finding.number), regnskapet har ",
        "STEMMER IKKJE: \(finding.number), rekneskapen har ",
        "CONTRADICTS: \(finding.number), the ledger has ")
      return [verdict + told(figure)] + reasons.map { "– " + reason($0, finding) }
        + [ask(figure)].compactMap { $0 }
    case .otherYear(let year, hasHours: true):
      return [
        say(
          "Et annet år (\(year)): ikke sett på her.", "Eit anna år (\(year)): ikkje sett på her.",
          "Another year (\(year)): not looked at here.")
      ]
    case .otherYear(let year, hasHours: false):
      return [
        say(
          "Et annet år: regnskapet har ingen timer i \(year).",
          "Eit anna år: rekneskapen har ingen timar i \(year).",
          "Another year: the ledger has no hours in \(year).")
      ]
    case .unknownName(let name):
      return [
        say(
          "Regnskapet kjenner ikke \(quoted(name)) som aktivitet, gruppe eller sektor.",
          "Rekneskapen kjenner ikkje \(quoted(name)) som aktivitet, gruppe eller sektor.",
          "The ledger knows no activity, group or sector \(quoted(name)).")
      ]
    case .notUnderstood(let doubt): return [doubtful(doubt)]
    case .left(let kind): return [left(kind)]
    }
  }

  private func doubtful(_ doubt: ProseDoubt) -> String {
    say("Ikke forstått: ", "Ikkje forstått: ", "Not understood: ") + self.doubt(doubt)
  }

  func doubt(_ doubt: ProseDoubt) -> String {
    switch doubt {
    case .noNoun:
      say("hva telles?", "kva blir talt?", "what is counted?")
    case .noSubject:
      say("hva gjelder det?", "kva gjeld det?", "what is it of?")
    case .approximate:
      say("et omtrentlig tall", "eit omtrentleg tal", "an approximate number")
    case .restricted:
      say(
        "bare noen av dem, eller per gang", "berre nokre av dei, eller per gong",
        "only some of them, or each time")
    case .unknownName:
      say("ukjent navn", "ukjent namn", "an unknown name")
    case .beside:
      say(
        "gjelder noe ved siden av årets tall", "gjeld noko ved sida av tala for året",
        "about something beside the year's figures")
    }
  }

  private func left(_ kind: ProseNumber.Left) -> String {
    let word =
      switch kind {
      case .date: say("en dato", "ein dato", "a date")
      case .clock: say("et klokkeslett", "eit klokkeslett", "a time of day")
      case .percent: say("prosent", "prosent", "a percentage")
      case .money: say("penger", "pengar", "money")
      case .reference: say("en henvisning", "ei tilvising", "a reference")
      case .phone: say("et telefonnummer", "eit telefonnummer", "a telephone number")
      case .postal: say("et postnummer", "eit postnummer", "a postal code")
      case .age: say("alder eller år", "alder eller år", "an age or a number of years")
      case .ordinal: say("et ordenstall", "eit ordenstal", "an ordinal")
      case .range: say("et spenn", "eit spenn", "a range")
      case .code: say("en kode", "ein kode", "a code")
      }
    return say("Latt i fred: ", "Late i fred: ", "Left alone: ") + word
  }

  // MARK: Reasons

  private func reason(_ reason: ProseReason, _ finding: ProseFinding) -> String {
    let number = finding.number
    switch reason {
    case .isFigure(let figure):
      return say("\(number) er ", "\(number) er ", "\(number) is ") + told(figure)
    case .countedPerActivity(let repeats):
      return say(
        "\(number) er frivillige talt per aktivitet: \(count(repeats)) er talt flere ganger",
        "\(number) er frivillige talde per aktivitet: \(count(repeats)) er talde fleire gonger",
        "\(number) counts volunteers per activity: \(count(repeats)) are counted again")
    case .includesOutside(let names, let value):
      let list = names.joined(separator: ", ")
      return say(
        "\(number) er med det som står utenfor summen: \(list) (\(amount(value)))",
        "\(number) er med det som står utanfor summen: \(list) (\(amount(value)))",
        "\(number) includes what stands outside the total: \(list) (\(amount(value)))")
    case .standsOutside:
      return say(
        "står utenfor summen av året", "står utanfor summen av året",
        "stands outside the total of the year")
    case .hoursDivide(let minutes, let people, let each):
      let product =
        "\(hours(minutes)) = \(count(people)) × \(hours(each))"
      return say(
        "timene støtter teksten: \(product), akkurat",
        "timane støttar teksten: \(product), akkurat",
        "the hours support the text: \(product), exactly")
    case .columnAdds(let sum, let repeats):
      return say(
        "kolonnen over summerer seg til \(count(sum)), frivillige talt per aktivitet; "
          + "\(count(repeats)) er talt flere ganger, derfor \(count(sum)) ≠ \(number)",
        "kolonnen over summerer seg til \(count(sum)), frivillige talde per aktivitet; "
          + "\(count(repeats)) er talde fleire gonger, difor \(count(sum)) ≠ \(number)",
        "the column above adds up to \(count(sum)), volunteers counted per activity; "
          + "\(count(repeats)) are counted again, therefore \(count(sum)) ≠ \(number)")
    case .columnDiffers(let sum):
      let text = Numbers.hours(minutes: sum * 60 / 100, language)
      return say(
        "kolonnen over summerer seg til \(text)", "kolonnen over summerer seg til \(text)",
        "the column above adds up to \(text)")
    case .cutOff:
      return say(
        "kuttet, ikke avrundet", "kutta, ikkje avrunda", "cut off, not rounded")
    case .swapped:
      return say(
        "to sifre har byttet plass", "to siffer har bytt plass", "two digits changed places")
    case .elsewhere(let place, let other):
      return say(
        "teksten sier selv \(other) på linje \(place.line)",
        "teksten seier sjølv \(other) på linje \(place.line)",
        "the text itself says \(other) on line \(place.line)")
    }
  }

  private func hours(_ minutes: Int) -> String { Numbers.countedHours(minutes: minutes, language) }

  private func amount(_ value: FigureValue) -> String {
    switch value {
    case .count(let count): self.count(count)
    case .minutes(let minutes): hours(minutes)
    case .fullTime(let minutes, let divisor):
      Numbers.decimal(minutes, 60 * divisor, places: 1, language) + Numbers.hardSpace
        + ReportWords.of(language).figures.fullTimeEquivalents
    }
  }

  /// "5 frivillige, Strikking for alle".
  private func told(_ figure: ProseFigure) -> String {
    let value: String =
      switch (figure.value, figure.measure) {
      case (.count(let count), .activities):
        Numbers.counted(
          count, say("aktivitet", "aktivitet", "activity"),
          say("aktiviteter", "aktivitetar", "activities"), language)
      case (.count(let number), .repeats):
        count(number) + say(" talt flere ganger", " talde fleire gonger", " counted again")
      case (.count(let number), .sumOfGroups):
        count(number)
          + say(
            " som sum av gruppene", " som sum av gruppene", " as the sum of the groups")
      case (.count(let count), .volunteers):
        Numbers.counted(
          count, say("frivillig", "frivillig", "volunteer"),
          say(
            "frivillige i alt, også uten navn", "frivillige i alt, òg utan namn",
            "volunteers in all, also unnamed"), language)
      case (.count(let count), let measure):
        OwnWords.counted(count, FigureMeasure(rawValue: measure.rawValue) ?? .distinct, language)
      case (.minutes, .divisor):
        amount(figure.value) + say(" i et årsverk", " i eit årsverk", " in a full-time equivalent")
      case (let other, _): amount(other)
      }
    if figure.measure == .divisor { return value }
    let address = FigureAddress(year: figure.year, scope: figure.scope, measure: .distinct)
    return value + ", " + OwnWords.scope(address, { names[$0] ?? $0.text }, language)
  }

  /// How to ask further.
  private func ask(_ figure: ProseFigure) -> String? {
    guard let address = figure.address?.text else { return nil }
    let word = address.contains(where: { " ,;&'«»()".contains($0) }) ? "'\(address)'" : address
    return say("→ dugnad forklar \(word)", "→ dugnad forklar \(word)", "→ dugnad explain \(word)")
  }

  // MARK: For programs

  static func code(_ verdict: ProseVerdict) -> String {
    switch verdict {
    case .agrees: "agrees"
    case .contradicts: "contradicts"
    case .otherYear: "other-year"
    case .unknownName: "unknown-name"
    case .notUnderstood: "not-understood"
    case .left: "left-alone"
    }
  }

  /// Stable names of the reasons.
  static func reasons(_ verdict: ProseVerdict) -> [JSONValue] {
    let reasons: [ProseReason]
    switch verdict {
    case .agrees(_, let note): reasons = note.map { [$0] } ?? []
    case .contradicts(_, let all): reasons = all
    case .notUnderstood(let doubt): return [.string(doubt.rawValue)]
    case .left(let kind): return [.string(kind.rawValue)]
    case .otherYear(_, let hasHours): return hasHours ? [] : [.string("noHours")]
    case .unknownName: return []
    }
    return reasons.map { reason in
      switch reason {
      case .isFigure: .string("isFigure")
      case .countedPerActivity: .string("countedPerActivity")
      case .includesOutside: .string("includesOutside")
      case .standsOutside: .string("standsOutside")
      case .hoursDivide: .string("hoursDivide")
      case .columnAdds: .string("columnAdds")
      case .columnDiffers: .string("columnDiffers")
      case .cutOff: .string("cutOff")
      case .swapped: .string("swapped")
      case .elsewhere: .string("elsewhere")
      }
    }
  }

  /// Counts as they are, hours as minutes, full-time equivalents with one decimal.
  static func json(_ value: FigureValue) -> JSONValue {
    switch value {
    case .count(let count): .integer(count)
    case .minutes(let minutes): .object(["minutes": .integer(minutes)])
    case .fullTime(let minutes, let divisor):
      .object(["minutes": .integer(minutes), "divisor": .integer(divisor)])
    }
  }
}
