import Domain
import Files
import Integrity
import Testing

@testable import Register

/// What holds of every file of the register's folder: persons, notes, and what is unfinished.
struct PrivateFileTests {
  private let calls = SystemCalls()
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path + "/register" }

  init() throws { temporary = try TemporaryFolder() }

  private func file(_ name: String) -> PrivateFile {
    PrivateFile(folder: folder, name: name, calls: calls)
  }

  /// Saves each of the three once, and returns their names.
  private func saveAll(_ calls: SystemCalls) throws -> [String] {
    let salt = [UInt8](repeating: 7, count: PersonProfile.saltBytes)
    let kari = try PersonProfile(id: PersonID(seq: 2), name: "Kari", salt: salt)
    try Register([kari]).save(folder: folder, calls: calls)
    try NoteBook([Note(text: "words", salt: salt)]).save(folder: folder, calls: calls)
    try Unfinished(2...3, after: []).save(folder: folder, calls: calls)
    return ["notes.json", "persons.json", "unfinished"]
  }

  @Test func `what is written is read, and nothing where there is none`() throws {
    #expect(try file("a").read() == nil)
    try file("a").replace(with: [1, 2, 3])
    try file("b").replace(with: [])
    #expect(try file("a").read() == [1, 2, 3])
    #expect(try file("b").read() == [])
    file("a").remove()
    #expect(try file("a").read() == nil)
    file("a").remove()
  }

  @Test func `only the owner may read any of them`() throws {
    let names = try saveAll(calls)
    #expect(try calls.lstat(folder).permissions == 0o700)
    #expect(try Folder(folder, system: calls).names().sorted() == names)
    for name in names { #expect(try calls.lstat(file(name).path).permissions == 0o600, "\(name)") }
  }

  @Test func `what a dead writer left beside one file goes with the next of any`() throws {
    let names = try saveAll(calls)
    for dead in names {
      #expect(throws: RegisterError.self) {
        let plan = FaultPlan(.die, at: 1, of: .rename)
        try PrivateFile(folder: folder, name: dead, calls: SystemCalls(fault: plan))
          .replace(with: [1])
      }
      #expect(try Folder(folder, system: calls).names().count == names.count + 1)
      #expect(try saveAll(calls) == Folder(folder, system: calls).names().sorted(), "\(dead)")
    }
  }
}
