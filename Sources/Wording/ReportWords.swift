// Every word of the yearly report, as one value per language. The three catalogues are the files
// `ReportWords+nb.swift`, `+nn.swift` and `+en.swift`; a word that is missing in one of them does
// not compile. Sentences with figures in them are functions, so that each language has its own
// order and its own grammar.

/// The catalogue of one language.
package struct ReportWords: Sendable {
  /// The language of the catalogue.
  package let language: Language
  /// Headings of columns.
  package let columns: Columns
  /// Headings of tables, and single words in their foot.
  package let tables: Tables
  /// Names of figures, where one is explained.
  package let figures: Figures
  /// What is said of an entry, a sign-up, a person.
  package let states: States
  /// Whole lines with figures in them.
  package let lines: Lines

  /// Returns the catalogue of a language.
  package static func of(_ language: Language) -> ReportWords {
    switch language {
    case .nb: .nb
    case .nn: .nn
    case .en: .en
    }
  }
}

extension ReportWords {
  /// Headings of columns. None of them can be read as the number of *deltakere*.
  package struct Columns: Sendable {
    /// What volunteers do, and its short code.
    package let activity, code: String
    /// What an activity is counted under.
    package let group, category, sector, recipient, centre: String
    /// The plain heading over the volunteers of one activity.
    package let volunteers: String
    /// Volunteers added up over activities, each counted once in each.
    package let perActivity: String
    /// Different persons in the scope of the table.
    package let distinct: String
    /// People in entries without names.
    package let headcount: String
    /// How many activities and how many entries there are.
    package let activities, entries: String
    /// The effort: hours, årsverk, kroner.
    package let hours, fullTimeEquivalents, value: String
    /// When and by whom the work was done, and how that is known.
    package let day, period, person, howKnown, voucher: String
    /// Who says so, since when, and who agreed.
    package let recordedBy, recordedAt, approvedBy: String
    /// The number of a line in the log.
    package let line: String
    /// Whatever else is to be said of a row.
    package let remark: String
  }

  /// Headings and feet of tables.
  package struct Tables: Sendable {
    /// Headings, by what a row of the table is.
    package let perActivity, perGroup, perSector, perCategory, perRecipient: String
    /// The last row, and what introduces a part of it.
    package let sum, ofWhich: String
    /// Rows that are printed below the sum and not in it.
    package let outsideSum: String
    /// The row of what has no such mark.
    package let noGroup, noCategory, noSector: String
    /// Why the sum of groups may be above the number of different volunteers.
    package let groupNote: String
    /// A report of a year that may still change.
    package let openYear: String
    /// Invented persons and days stand behind the figures.
    package let example: String
    /// What was learned of the year after it was closed.
    package let afterClosing: String
    /// A figure too small to be printed in public.
    package let suppressed: String
  }

  /// What a figure is, where it is explained.
  package struct Figures: Sendable {
    /// Figures that count people.
    package let distinctInYear, perActivity, headcount: String
    /// Figures that count effort.
    package let hours, entries, fullTimeEquivalents, value: String
  }

  /// Words for the state of a thing.
  package struct States: Sendable {
    /// How hours are known.
    package let recorded, estimated, summary: String
    /// Whether somebody answers for an entry.
    package let approved, notApproved: String
    /// Where a sign-up stands; `cancelled` is said of a shift.
    package let signedUp, waiting, withdrawn, cancelled: String
    /// What a person is to the ledger.
    package let volunteer, coordinator, approver: String
  }

  /// Lines with figures. Texts that come in are written in the same language.
  package struct Lines: Sendable {
    /// "Frivillig innsats 2024 – Kongsberg frivilligsentral": centre, year.
    package let title: @Sendable (_ centre: String, _ year: Int) -> String
    /// "Et frivillig årsverk er 1650 timer = 3,6 årsverk": hours of one årsverk, minutes worked.
    package let fullTimeEquivalents: @Sendable (_ hoursPerYear: Int, _ minutes: Int) -> String
    /// "263 frivillige talt per aktivitet − 38 talt flere ganger = 225 ulike frivillige".
    package let reconciliation:
      @Sendable (_ perActivity: Int, _ again: Int, _ distinct: Int) -> String
    /// "Sum av gruppene: 158 frivillige, talt som ulike per gruppe".
    package let sumOfGroups: @Sendable (_ count: Int) -> String
    /// "68 uten navn".
    package let unnamed: @Sendable (_ heads: Int) -> String
    /// "68 oppmøter uten navn": unnamed people over more than one day.
    package let unnamedAttendances: @Sendable (_ heads: Int) -> String
    /// "5 893 timer × 300 kr = 1 767 900 kr": minutes, rate and value in øre.
    package let value: @Sendable (_ minutes: Int, _ rateOre: Int, _ valueOre: Int) -> String
    /// "Per linje 731, kontrollsum 9f2c…": what the report was computed from.
    package let footer: @Sendable (_ throughLine: Int, _ hash: String) -> String
    /// "slik det var kjent 4. mars 2025": a day or moment, already written.
    package let asKnownOn: @Sendable (_ moment: String) -> String
    /// "avsluttet ved linje 731".
    package let closedAt: @Sendable (_ line: Int) -> String
    /// "godkjent av årsmøtet 4. mars 2025": a day, already written.
    package let approvedOn: @Sendable (_ day: String) -> String
    /// "Etterføringer fra 2024": hours of a closed year that came too late.
    package let lateEntries: @Sendable (_ year: Int) -> String
    /// "Et årsverk er 1650 timer": the divisor alone.
    package let divisor: @Sendable (_ hoursPerYear: Int) -> String
  }
}
