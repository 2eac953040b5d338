import Foundation

@testable import Files

/// A folder for one test, removed with everything in it when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("dugnad-files-\(UUID().uuidString)").path
    mkdir(path, 0o700)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a name in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Puts a file there by other means than the ones under test.
  func put(_ text: String, in name: String) {
    _ = FileManager.default.createFile(atPath: path(name), contents: Data(text.utf8))
  }

  /// The text of a file, read by other means than the ones under test.
  func text(of name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in the folder, hidden ones too.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

/// Returns the error that something throws, or nil.
func failure(_ body: () throws(FilesError) -> Void) -> FilesError? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}

/// Returns the error that a system call throws, or nil.
func systemFailure(_ body: () throws(SystemError) -> Void) -> SystemError? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}
