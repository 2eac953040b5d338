// The columns of a sheet of budget and accounts lines, known by their headers.

import Wording

/// What a column of a sheet of amounts says.
enum AmountColumn: String, CaseIterable {
  case book, flow, post, amount, funding, date, voucher

  /// Without these a sheet says nothing.
  static let needed: [AmountColumn] = [.post, .amount]

  /// Headers that mean it, as `GrantWord.key` has them; the first is what a template has.
  var headers: [String] {
    switch self {
    case .book: ["bok", "book", "budsjett/regnskap", "budsjett/rekneskap", "budget/accounts"]
    case .flow:
      ["retning", "flow", "type", "inntekt/kostnad", "kostnad/inntekt", "income/cost", "slag"]
    case .post: ["post", "tekst", "text", "linje", "line", "konto", "account"]
    case .amount: ["beløp", "amount", "kroner", "kr", "nok", "sum"]
    case .funding: ["finansiering", "funding", "finansiert av", "fra", "frå", "from"]
    case .date: ["dato", "date", "dag", "day", "bilagsdato"]
    case .voucher:
      ["bilag", "voucher", "bilagsnr", "bilagsnr.", "bilagsnummer", "bilag nr", "bilag nr."]
    }
  }

  /// Returns the column that a header means, or nil.
  init?(header: String) {
    let key = GrantWord.key(header)
    guard
      let column = Self.allCases.first(where: { $0.headers.contains { GrantWord.key($0) == key } })
    else { return nil }
    self = column
  }

  /// What it is called in messages.
  var words: Phrase {
    switch self {
    case .book: Phrase(nb: "bok", en: "book")
    case .flow: Phrase(nb: "retning", en: "flow")
    case .post: Phrase(nb: "post", en: "post")
    case .amount: Phrase(nb: "beløp", en: "amount")
    case .funding: Phrase(nb: "finansiering", en: "funding")
    case .date: Phrase(nb: "dato", en: "date")
    case .voucher: Phrase(nb: "bilag", en: "voucher")
    }
  }
}
