import Domain
import Files
import Foundation
import Integrity
import Register
import Testing

@Suite struct RegisterTests {
  private let calls = SystemCalls()
  private let salt = (0..<32).map { UInt8($0) }
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path + "/register" }
  private var file: String { folder + "/persons.json" }

  init() throws { temporary = try TemporaryFolder() }

  private func profile(_ seq: Int, _ name: String, born: Int? = nil) throws -> PersonProfile {
    try PersonProfile(id: PersonID(seq: seq), name: name, birthYear: born, salt: salt)
  }

  @Test func `a commitment is the hash of salt and identity`() throws {
    let kari = try profile(2, "Kari \"Kaja\" Eksempel\\", born: 1980)
    #expect(kari.identity == #"{"name":"Kari \"Kaja\" Eksempel\\","born":1980}"#)
    #expect(kari.commitment == SHA256.hash(salt + Array(kari.identity.utf8)))
    #expect(try profile(2, "Kari").identity == #"{"name":"Kari"}"#)
    // Known from outside: printf and sha256sum.
    #expect(
      try profile(2, "Kari").commitment.hex
        == "647c1a9f464edad113a97997cdca3e99c9f38876173a4128149f4f30c653210e")
  }

  @Test func `the same name in another normal form is the same identity`() throws {
    #expect(try profile(2, "A\u{30A}se") == profile(2, "\u{C5}se"))
    #expect(try profile(2, "A\u{30A}se").identity.utf8.count == #"{"name":"Åse"}"#.utf8.count)
  }

  @Test func `a name that could not stand in a line is refused`() {
    #expect(throws: RegisterError.badName(.empty)) { try profile(2, "") }
    #expect(throws: RegisterError.badName(.spaceAtEnd)) { try profile(2, "Kari ") }
    #expect(throws: RegisterError.badName(.controlCharacter)) { try profile(2, "Kari\n") }
    #expect(throws: RegisterError.badName(.tooLong(bytesMax: 200))) {
      try profile(2, String(repeating: "å", count: 101))
    }
    #expect(throws: RegisterError.badBirthYear(80)) { try profile(2, "Kari", born: 80) }
  }

  @Test func `what was saved is loaded, by id`() throws {
    #expect(try Register.load(folder: folder, calls: calls) == nil)
    let kari = try profile(12, "Kari", born: 1980)
    let ola = try profile(2, "Ola «Ole» \"Ø\" /")
    var register = try Register().adding(kari, isInLog: false)
    register = try register.adding(ola, isInLog: false)
    try register.save(folder: folder, calls: calls)
    let loaded = try #require(try Register.load(folder: folder, calls: calls))
    #expect(loaded.profiles == [ola, kari])
    #expect(loaded.profile(of: PersonID(seq: 12)) == kari)
    #expect(loaded.profile(of: PersonID(seq: 3)) == nil)
  }

  @Test func `only the owner may read it`() throws {
    try Register([profile(2, "Kari")]).save(folder: folder, calls: calls)
    #expect(try calls.lstat(folder).permissions == 0o700)
    #expect(try calls.lstat(file).permissions == 0o600)
    // Also when the file had lost its permissions.
    try calls.chmod(file, permissions: 0o644)
    try Register([profile(2, "Kari")]).save(folder: folder, calls: calls)
    #expect(try calls.lstat(file).permissions == 0o600)
  }

  @Test func `a profile that the log names is not replaced, a leftover is`() throws {
    let register = try Register([profile(2, "Kari"), profile(7, "Interrupted")])
    #expect(register.leftOver { $0.seq == 2 } == [try profile(7, "Interrupted")])
    #expect(throws: RegisterError.idTaken(PersonID(seq: 2))) {
      try register.adding(profile(2, "Ola"), isInLog: true)
    }
    let replaced = try register.adding(profile(7, "Ola"), isInLog: false)
    #expect(replaced.profiles.map(\.name) == ["Kari", "Ola"])
  }

  @Test func `at every failing call the old register stands, or the new one`() throws {
    let old = try Register([profile(2, "Kari")])
    let new = try old.adding(profile(3, "Ola"), isInLog: false)
    for fault in [
      FaultPlan.Fault.die, .dieHalfway, .fail(SystemError.noSpace),
      .short(then: SystemError.inputOutput), .fail(SystemError.interrupted),
    ] {
      var position = 1
      while true {
        try old.save(folder: folder, calls: calls)
        let plan = FaultPlan(fault, at: position)
        let isSaved = (try? new.save(folder: folder, calls: SystemCalls(fault: plan))) != nil
        guard plan.hasFired else { break }
        let loaded = try #require(try Register.load(folder: folder, calls: calls)).profiles
        let name = "\(fault) at call \(position)"
        let allowed = isSaved ? [new.profiles] : [old.profiles, new.profiles]
        #expect(allowed.contains(loaded), "\(name)")
        position += 1
      }
      #expect(position > 5)
    }
  }

  @Test func `what a dead writer left behind is cleaned away by the next`() throws {
    let register = try Register([profile(2, "Kari")])
    try register.save(folder: folder, calls: calls)
    let plan = FaultPlan(.die, at: 1, of: .rename)
    #expect(throws: RegisterError.self) {
      try register.save(folder: folder, calls: SystemCalls(fault: plan))
    }
    #expect(try Folder(folder, system: calls).names().count == 2)
    try register.save(folder: folder, calls: calls)
    #expect(try Folder(folder, system: calls).names() == ["persons.json"])
  }

  @Test func `a file that is not ours is refused, not guessed`() throws {
    try Register([profile(2, "Kari")]).save(folder: folder, calls: calls)
    let good = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    func load(_ text: String) throws -> Register? {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      return try Register.load(folder: folder, calls: calls)
    }
    #expect(try load(good)?.profiles.count == 1)
    for text in [
      "", "{", "[]", good.replacingOccurrences(of: "p2", with: "p02"),
      good.replacingOccurrences(of: "p2", with: "h2"),
      good.replacingOccurrences(of: "0001", with: "00"),
      good.replacingOccurrences(of: "\"name\"", with: "\"navn\""),
    ] {
      #expect(throws: RegisterError.unreadable(path: file), "\(text)") { try load(text) }
    }
    #expect(throws: RegisterError.unknownSchema("dugnad-register:2")) {
      try load(good.replacingOccurrences(of: "register:1", with: "register:2"))
    }
    let begins = try #require(good.range(of: "["))
    let ends = try #require(good.range(of: "]"))
    let person = good[begins.upperBound..<ends.lowerBound]
    let twice = good.replacingCharacters(in: ends, with: ",\(person)]")
    #expect(throws: RegisterError.unreadable(path: file)) { try load(twice) }
  }
}
