// What is wrong with a cell of a sheet of amounts, and what should stand there.

import Domain
import Reports
import Wording

/// A cell, or a row, that is no line of a budget or of accounts.
struct AmountFault {
  let line: Int
  /// The letters of the column; nil when the row as a whole is meant.
  let column: String?
  let header: String?
  /// What stands there.
  let text: String
  let expected: Phrase

  var item: Failure.Item {
    Failure.Item(
      text: Phrase(nb: words(.nb), nn: words(.nn), en: words(.en)),
      json: .object([
        "kind": .string("cell"), "line": .integer(line), "column": .string(orNull: column),
        "header": .string(orNull: header), "text": .string(text),
        "expected": .string(expected.en),
      ]))
  }

  private func words(_ language: Language) -> String {
    func quoted(_ text: String) -> String {
      // What stands in a file may be anything: nothing in it reaches the terminal as a command.
      let shown = String(
        text.unicodeScalars.filter { !TextRule.isForbidden($0) }.prefix(60).map(Character.init))
      return language == .en ? "'\(shown)'" : "«\(shown)»"
    }
    var place = Phrase(nb: "linje", en: "line")(language) + " \(line)"
    if let column { place += ", " + column }
    if let header, !header.isEmpty { place += " " + quoted(header) }
    return place + ": " + (text.isEmpty ? "" : quoted(text) + " – ")
      + Phrase(nb: "forventet ", nn: "venta ", en: "expected ")(language) + expected(language)
  }

  static let value = Phrase(
    nb: "noe: cellen er tom", nn: "noko: cella er tom", en: "a value: the cell is empty")
  static let noSum = Phrase(
    nb: "en linje, ikke en sum: ta raden bort", nn: "ei linje, ikkje ein sum: ta rada bort",
    en: "a line, not a sum: take the row away")
  static let nothing = Phrase(
    nb: "ingenting: cellen står utenfor overskriften",
    nn: "ingenting: cella står utanfor overskrifta",
    en: "nothing: the cell is beyond the header")
  static let book = Phrase(
    nb: "budsjett eller regnskap", nn: "budsjett eller rekneskap", en: "budget or accounts")
  static let flow = Phrase(
    nb: "inntekt eller kostnad", en: "income or cost")
  static let funding = Phrase(
    nb: "hvor inntekten kommer fra: tilskudd, kommune, egne eller andre",
    nn: "kvar inntekta kjem frå: tilskot, kommune, eigne eller andre",
    en: "where the income comes from: grant, municipality, own or others")
  static let noFunding = Phrase(
    nb: "ingenting: bare en inntekt kommer fra noen",
    nn: "ingenting: berre ei inntekt kjem frå nokon",
    en: "nothing: only an income comes from somebody")
  static let kroner = Phrase(
    nb: "et beløp i kroner som 250000, 250 000 eller 251300,50",
    nn: "eit beløp i kroner som 250000, 250 000 eller 251300,50",
    en: "an amount in kroner such as 250000, 250 000 or 251300.50")
  static let day = Phrase(
    nb: "dagen i regnskapet, som 30.6.2024", nn: "dagen i rekneskapen, som 30.6.2024",
    en: "the day of the accounts, such as 2024-06-30")
  static let noDay = Phrase(
    nb: "ingenting: en budsjettlinje har ingen dato",
    nn: "ingenting: ei budsjettlinje har ingen dato",
    en: "nothing: a line of a budget has no day")
  static let past = Phrase(
    nb: "en dag som har vært", nn: "ein dag som har vore", en: "a day that has been")
  static let plainText = Phrase(
    nb: "tekst uten styretegn", nn: "tekst utan styreteikn", en: "text without control characters")

  static func shorter(_ bytesMax: Int) -> Phrase {
    Phrase(
      nb: "høyst \(bytesMax) tegn (å, ø og æ teller to)",
      nn: "høgst \(bytesMax) teikn (å, ø og æ tel to)", en: "at most \(bytesMax) bytes")
  }
}
