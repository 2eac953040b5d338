// Words for figures and what they are over.

import Domain
import Projections
import Wording

extension OwnWords {
  static let address = Phrase(nb: "Adresse", en: "Address")
  static let figure = Phrase(nb: "Tall", nn: "Tal", en: "Figure")

  static func candidates(_ number: String, _ language: Language) -> String {
    Phrase(
      nb: "\(number) kan være", nn: "\(number) kan vere", en: "\(number) may be")(language)
  }

  /// "68 uten navn er ikke talt med".
  static func notCounted(_ unnamed: String, _ language: Language) -> String {
    unnamed
      + Phrase(
        nb: " er ikke talt med", nn: " er ikkje talde med", en: " are not counted here")(language)
  }

  /// "225 ulike frivillige", "1 føring".
  static func counted(_ count: Int, _ measure: FigureMeasure, _ language: Language) -> String {
    func say(_ one: Phrase, _ many: Phrase) -> String {
      Numbers.counted(count, one(language), many(language), language)
    }
    switch measure {
    case .distinct:
      return say(
        Phrase(nb: "frivillig", en: "volunteer"),
        Phrase(nb: "ulike frivillige", en: "different volunteers"))
    case .participations:
      return say(
        Phrase(
          nb: "frivillig talt per aktivitet", nn: "frivillig tald per aktivitet",
          en: "volunteer counted per activity"),
        Phrase(
          nb: "frivillige talt per aktivitet", nn: "frivillige talde per aktivitet",
          en: "volunteers counted per activity"))
    case .headcount: return ReportWords.of(language).lines.unnamed(count)
    case .entries:
      return say(
        Phrase(nb: "føring", en: "entry"),
        Phrase(nb: "føringer", nn: "føringar", en: "entries"))
    case .hours, .fte: return Numbers.integer(count, language)
    }
  }

  /// "ulike frivillige".
  static func label(_ measure: FigureMeasure, _ language: Language) -> String {
    let columns = ReportWords.of(language).columns
    return switch measure {
    case .distinct: columns.distinct
    case .hours: columns.hours
    case .participations: columns.perActivity
    case .headcount: columns.headcount
    case .entries: columns.entries
    case .fte: columns.fullTimeEquivalents
    }
  }

  static let noRecipient = Phrase(
    nb: "uten mottakerenhet", nn: "utan mottakareining", en: "no recipient")

  /// "gruppen Språkkaféer", "hele 2024".
  static func scope(
    _ address: FigureAddress, _ name: (ActivityCode) -> String, _ language: Language
  ) -> String {
    let tables = ReportWords.of(language).tables
    switch address.scope {
    case .year:
      return Phrase(
        nb: "hele \(address.year)", nn: "heile \(address.year)", en: "all of \(address.year)")(
          language)
    case .activity(let code):
      return name(code)
    case .group(let name?):
      return Phrase(nb: "gruppen", nn: "gruppa", en: "group")(language) + " " + name
    case .sector(let name?):
      return Phrase(nb: "sektoren", en: "sector")(language) + " " + name
    case .recipient(let name?):
      return Phrase(nb: "mottakerenheten", nn: "mottakareininga", en: "recipient")(language) + " "
        + name
    case .category(let category?):
      let name = NationalCategory.named(category.rawValue)?.name(language) ?? category.rawValue
      return Phrase(nb: "kategorien", en: "category")(language) + " " + name
    case .recipient(nil): return noRecipient(language)
    case .category(nil): return tables.noCategory.lowercased()
    case .group(nil): return tables.noGroup.lowercased()
    case .sector(nil): return tables.noSector.lowercased()
    }
  }
}
