// A file that was taken in. The lines of the same transaction are what came out of it.

/// A standing import of a source.
package struct SourceImport: Equatable, Sendable {
  package let id: ImportID
  package let made: ImportMade
}

/// What is said of an import: where the rows come from, never who is in them.
package struct ImportMade: Hashable, Sendable {
  /// What the centre calls the file or list that grows: "timeliste 2024".
  package var source: String
  package var kind: Kind
  /// SHA-256 of the file's bytes, 64 hex digits.
  package var digest: String
  /// Rows with data in the file, also those that were recorded before.
  package var rows: Int
  /// The newest import of the same source before this one. It makes a chain of each source, so that
  /// what an undo takes and a redo puts back can never be there twice.
  package var after: ImportID?
  /// For a printed table: its year, and the volunteers that its sum row claims, if it does.
  package var table: Table?

  package init(
    source: String, kind: Kind, digest: String, rows: Int, after: ImportID? = nil,
    table: Table? = nil
  ) {
    self.source = source
    self.kind = kind
    self.digest = digest
    self.rows = rows
    self.after = after
    self.table = table
  }

  /// What the rows are.
  package enum Kind: String, CaseIterable, Sendable {
    case hours, signups, persons, activities, shifts, table
  }

  /// An older year, known only from paper.
  package struct Table: Hashable, Sendable {
    package var year: Int
    /// Different volunteers in all, as printed: a bound, since nobody can count them again.
    package var distinct: Int?

    package init(year: Int, distinct: Int? = nil) {
      self.year = year
      self.distinct = distinct
    }
  }
}
