/// Why a workbook could not be read. Parts are named as in the archive.
package enum XlsxFault: Error, Hashable, Sendable {
  case missingPart(String)
  /// The part is not well-formed, not Unicode, or nested deeper than any workbook; `byte` from 0.
  case badXML(part: String, byte: Int)
  /// The part declares a document type, which no workbook may.
  case doctype(part: String)
  /// A cell names a string or a place that does not exist.
  case badReference(part: String, cell: String)
  case tooLarge(part: String, bytesMax: Int)
  case tooManyRows(max: Int)
  case tooManyColumns(row: Int, max: Int)
  case tooManyCells(max: Int)
  case cellTooLong(cell: String, bytesMax: Int)
  case noSheets
  /// No cell of the sheet says anything.
  case empty(sheet: String)
}
