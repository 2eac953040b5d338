// From an address to its figure, and from a bare number to the addresses it may be.

package import Domain

/// The value of a figure.
package enum FigureValue: Hashable, Sendable {
  case count(Int)
  case minutes(Int)
  /// Minutes ÷ 60 ÷ the hours of one full-time equivalent.
  case fullTime(minutes: Int, divisor: Int)
}

extension Figures {
  /// Returns one of the figures.
  package func value(_ measure: FigureMeasure, divisor: Int) -> FigureValue {
    switch measure {
    case .distinct: .count(distinct)
    case .hours: .minutes(minutes)
    case .participations: .count(participations)
    case .headcount: .count(headcount)
    case .entries: .count(entries)
    case .fte: .fullTime(minutes: minutes, divisor: divisor)
    }
  }

  static let none = Figures(EmptyCollection())
}

extension YearFigures {
  /// Returns the value at an address; zero where a known activity, group or sector has no hours.
  ///
  /// - Precondition: the address is one of this year.
  package func value(at address: FigureAddress) throws(AddressFault) -> FigureValue {
    precondition(address.year == year, "the address of another year")
    return try figures(of: address.scope).value(address.measure, divisor: settings.divisor)
  }

  /// Returns the figures of a scope, all zero where it is known and has no hours.
  package func figures(of scope: FigureScope) throws(AddressFault) -> Figures {
    switch scope {
    case .year: return totals
    case .activity(let code):
      if let row = (activities + outside).first(where: { $0.code == code }) { return row.figures }
      guard names.activities.contains(code) else {
        throw .unknownActivity(code, known: names.activities)
      }
    case .group(let name):
      if let part = (groups + none(ungrouped)).first(where: { $0.name == name }) {
        return part.figures
      }
      if let name, !names.groups.contains(name) { throw .unknownGroup(name, known: names.groups) }
    case .sector(let name):
      if let part = (sectors + none(withoutSector)).first(where: { $0.name == name }) {
        return part.figures
      }
      if let name, !names.sectors.contains(name) {
        throw .unknownSector(name, known: names.sectors)
      }
    case .recipient(let name):
      if let part = recipients.first(where: { $0.name == name }) { return part.figures }
      if let name, !names.recipients.contains(name) {
        throw .unknownRecipient(name, known: names.recipients)
      }
    case .category(let category):
      if let part = categories.first(where: { $0.name == category?.rawValue }) {
        return part.figures
      }
    }
    return .none
  }

  /// Returns the activities whose entries are behind the figures of a scope.
  package func activities(in scope: FigureScope) -> [ActivityCode] {
    switch scope {
    case .year: activities.map(\.code)
    case .activity(let code): [code]
    case .group(let name):
      (groups + none(ungrouped)).first { $0.name == name }?.activities ?? []
    case .sector(let name):
      (sectors + none(withoutSector)).first { $0.name == name }?.activities ?? []
    case .recipient(let name): recipients.first { $0.name == name }?.activities ?? []
    case .category(let category):
      categories.first { $0.name == category?.rawValue }?.activities ?? []
    }
  }

  /// The addresses of recipient units and categories, which only the full report prints.
  package var furtherAddresses: [FigureAddress] {
    let scopes =
      recipients.map { FigureScope.recipient($0.name) }
      + categories.map { .category($0.name.flatMap(Category.init)) }
    return scopes.flatMap { scope in
      FigureMeasure.ofParts.map { FigureAddress(year: year, scope: scope, measure: $0) }
    }
  }

  /// Every address of the year: first in all, then groups, sectors, activities.
  package var addresses: [FigureAddress] {
    func all(_ scope: FigureScope, _ measures: [FigureMeasure]) -> [FigureAddress] {
      measures.map { FigureAddress(year: year, scope: scope, measure: $0) }
    }
    var addresses = all(.year, FigureMeasure.allCases)
    for part in groups + none(ungrouped) {
      addresses += all(.group(part.name), FigureMeasure.ofParts)
    }
    for part in sectors + none(withoutSector) {
      addresses += all(.sector(part.name), FigureMeasure.ofParts)
    }
    for row in activities + outside {
      addresses += all(.activity(row.code), FigureMeasure.ofParts)
    }
    return addresses
  }

  /// Returns the addresses of the year whose printed value may be `number`.
  package func candidates(for number: PrintedNumber) -> [FigureAddress] {
    addresses.filter { address in
      // Every address above is one of this year, so asking for it cannot fail.
      guard let value = try? value(at: address) else { return false }
      return number.matches(value)
    }
  }

  private func none(_ part: PartFigures?) -> [PartFigures] { part.map { [$0] } ?? [] }
}
