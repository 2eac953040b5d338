// The log knows persons by number, and words by a commitment; whoever may read the register hands in
// what they are.

package import Domain

/// How a person is named in a report.
package struct PersonNames: Sendable {
  private let name: @Sendable (PersonID) -> String?
  /// The words that a line is committed to, or nil where they are not known.
  let note: @Sendable (String) -> String?

  /// - Parameters:
  ///   - note: the words behind a commitment.
  ///   - name: the name in the register, or nil for whoever has none or may not be shown.
  package init(
    note: @escaping @Sendable (String) -> String? = { _ in nil },
    name: @escaping @Sendable (PersonID) -> String?
  ) {
    self.note = note
    self.name = name
  }

  /// No names: only numbers.
  package static let none = PersonNames(name: { _ in nil })

  /// "Kari Nordmann (p17)", or "p17".
  package func callAsFunction(_ person: PersonID) -> String {
    name(person).map { "\($0) (\(person.text))" } ?? person.text
  }
}
