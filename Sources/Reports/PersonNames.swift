// The log knows persons by number; whoever may read the register hands in their names.

package import Domain

/// How a person is named in a report.
package struct PersonNames: Sendable {
  private let name: @Sendable (PersonID) -> String?

  /// - Parameter name: the name in the register, or nil for whoever has none or may not be shown.
  package init(_ name: @escaping @Sendable (PersonID) -> String?) { self.name = name }

  /// No names: only numbers.
  package static let none = PersonNames { _ in nil }

  /// "Kari Nordmann (p17)", or "p17".
  package func callAsFunction(_ person: PersonID) -> String {
    name(person).map { "\($0) (\(person.text))" } ?? person.text
  }
}
