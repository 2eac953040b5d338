// The volunteer centre itself: what a funder asks for at the head of a form.

package struct CentreDetails: Hashable, Sendable {
  package var name: String
  /// Nine digits of the Norwegian register of legal entities.
  package var number: String?
  package var form: Form?

  package init(name: String, number: String? = nil, form: Form? = nil) {
    self.name = name
    self.number = number
    self.form = form
  }

  /// Who owns it.
  package enum Form: String, CaseIterable, Sendable {
    case municipal, association, foundation, cooperative, other
  }

  /// Whether a text is an organisation number: nine digits of which the last is the control digit,
  /// modulo 11 with the weights 3 2 7 6 5 4 3 2 (brreg.no, "Om organisasjonsnummeret").
  package static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.count == 9, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    let sum = zip(digits, [3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    let control = (11 - sum % 11) % 11
    return control == digits[8]
  }
}

package struct Centre: Equatable, Sendable {
  package let id: CentreID
  package var details: CentreDetails
}
