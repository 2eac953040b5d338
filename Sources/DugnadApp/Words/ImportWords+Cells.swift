// What a cell should have held, in words.

import Import
import Wording

extension ImportWords {
  /// Returns what was expected of a cell or a row.
  static func expected(_ expected: CellFault.Expected) -> Phrase {
    switch expected {
    case .value:
      Phrase(nb: "noe: cellen er tom", nn: "noko: cella er tom", en: "a value: the cell is empty")
    case .count:
      Phrase(
        nb: "et helt tall, minst 1", nn: "eit heilt tal, minst 1", en: "a whole number, at least 1")
    case .amount:
      Phrase(
        nb: "et antall timer som 3,5, 2:30 eller 2t 30m",
        nn: "eit tal timar som 3,5, 2:30 eller 2t 30m",
        en: "a number of hours such as 3.5, 2:30 or 2h 30m")
    case .clock:
      Phrase(
        nb: "et klokkeslett som 18.30", nn: "eit klokkeslett som 18.30", en: "a time such as 18:30")
    case .span:
      Phrase(
        nb: "fra og til som 18-20", nn: "frå og til som 18-20", en: "from and to, such as 18-20")
    case .day:
      Phrase(
        nb: "en dato som 5.3.2024", nn: "ein dato som 5.3.2024", en: "a day such as 2024-03-05")
    case .period:
      Phrase(
        nb: "en dato, en måned eller et år: 5.3.2024, mars 2024, 2024",
        nn: "ein dato, ein månad eller eit år: 5.3.2024, mars 2024, 2024",
        en: "a day, a month or a year: 2024-03-05, 2024-03, 2024")
    case .month:
      Phrase(nb: "en måned: mars eller 3", nn: "ein månad: mars eller 3", en: "a month: March or 3")
    case .year:
      Phrase(nb: "et årstall som 2024", nn: "eit årstal som 2024", en: "a year such as 2024")
    case .yesOrNo: Phrase(nb: "ja eller nei", en: "yes or no")
    case .known:
      Phrase(
        nb: "ført, anslått eller summert", nn: "ført, rekna om lag eller summert",
        en: "recorded, estimated or summary")
    case .role:
      Phrase(
        nb: "frivillig, koordinator eller godkjenner",
        nn: "frivillig, koordinator eller godkjennar",
        en: "volunteer, coordinator or approver")
    case .category:
      Phrase(
        nb: "en av de ni nasjonale kategoriene", nn: "ein av dei ni nasjonale kategoriane",
        en: "one of the nine national categories")
    case .birthYear:
      Phrase(
        nb: "et fødselsår som 1980", nn: "eit fødselsår som 1980",
        en: "a year of birth such as 1980")
    case .code:
      Phrase(
        nb: "en kode av 1 til 15 av a–z 0–9 -", nn: "ein kode av 1 til 15 av a–z 0–9 -",
        en: "a code of 1 to 15 of a–z 0–9 -")
    case .shift: Phrase(nb: "en vakt som s12", nn: "ei vakt som s12", en: "a shift such as s12")
    case .name: Phrase(nb: "et navn", nn: "eit namn", en: "a name")
    case .onePerson:
      Phrase(
        nb: "én person; skriv én rad for hver", nn: "éin person; skriv éi rad for kvar",
        en: "one person; write a row for each")
    case .oneOfPersonAndHeadcount:
      Phrase(
        nb: "enten en person eller et antall", nn: "anten ein person eller eit tal",
        en: "either a person or a headcount")
    case .length:
      Phrase(
        nb: "timer, minutter eller klokkeslett: ingenting sier hvor lenge",
        nn: "timar, minutt eller klokkeslett: ingenting seier kor lenge",
        en: "hours, minutes or times: nothing says how long")
    case .totalOfGroup:
      Phrase(
        nb: "timene i alt: klokkeslett alene sier ikke om de gjelder hver eller alle",
        nn: "timane i alt: klokkeslett åleine seier ikkje om dei gjeld kvar eller alle",
        en: "the hours in all: times alone do not say whether they are each one's or all's")
    case .withinSpan:
      Phrase(
        nb: "høyst så mye som klokkeslettene gir", nn: "høgst så mykje som klokkesletta gjev",
        en: "no more than the times give")
    case .sameYear:
      Phrase(
        nb: "første og siste dag i ett år, i den rekkefølgen",
        nn: "første og siste dag i eitt år, i den rekkjefølgja",
        en: "first and last day in one year, in that order")
    case .sameAs(let field):
      Phrase(
        nb: "det samme som kolonnen \(self.field(field).nb) sier",
        nn: "det same som kolonnen \(self.field(field).nn) seier",
        en: "the same as the column \(self.field(field).en) says")
    case .formulaResult:
      Phrase(
        nb: "et svar: formelen gir en feil, eller er ikke regnet ut",
        nn: "eit svar: formelen gjev ein feil, eller er ikkje rekna ut",
        en: "a result: the formula gives an error, or was not computed")
    case .shorter(let max):
      Phrase(
        nb: "høyst \(max) byte (æ, ø og å er to hver)",
        nn: "høgst \(max) byte (æ, ø og å er to kvar)",
        en: "at most \(max) bytes (æ, ø and å are two each)")
    case .plainText:
      Phrase(
        nb: "tekst uten styretegn", nn: "tekst utan styreteikn",
        en: "text without control characters")
    case .nothing:
      Phrase(
        nb: "ingenting: kolonnen har ingen overskrift",
        nn: "ingenting: kolonnen har inga overskrift",
        en: "nothing: the column has no header")
    case .noText:
      Phrase(
        nb: "en rad, ikke bare tekst", nn: "ei rad, ikkje berre tekst", en: "a row, not only text")
    case .beforeSum:
      Phrase(
        nb: "ingen rader etter sumraden", nn: "ingen rader etter sumrada",
        en: "no rows after the sum row")
    }
  }
}
