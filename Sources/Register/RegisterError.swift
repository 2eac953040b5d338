package import Domain
package import Files

/// Why the register could not be read or changed.
package enum RegisterError: Error, Hashable, Sendable {
  case files(FilesError)
  /// The file is not one that this program writes.
  case unreadable(path: String)
  /// Made by a later version of the program.
  case unknownSchema(String)
  case badName(TextRule.Fault)
  case badBirthYear(Int)
  /// The log already has a person of this id, and the register knows who it is.
  case idTaken(PersonID)

  static func lifting<Result: ~Copyable>(
    _ body: () throws(FilesError) -> Result
  ) throws(RegisterError) -> Result {
    do {
      return try body()
    } catch {
      throw .files(error)
    }
  }
}
