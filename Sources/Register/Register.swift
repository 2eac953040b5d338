package import Domain
package import Files

// register/persons.json: the only place where a name stands.
//
// 1. Only the owner may read it, and no copy of it is left beside it (`PrivateFile`): erasing the file
//    erases the names.
// 2. It is the old file or the new one, never a third thing.
// 3. Register first, then log: an id in the log always has its profile; a profile without its line
//    is what an interrupted command left, and is no person.
// 4. An absent register is "not checked", and no fault of the log's.
//
// Whoever saves it holds the ledger's lock.

/// Who the persons are.
package struct Register: Sendable {
  /// In the order of their ids.
  package private(set) var profiles: [PersonProfile]

  /// A register of these profiles, no two of the same id.
  package init(_ profiles: [PersonProfile] = []) {
    self.profiles = profiles.sorted { $0.id < $1.id }
  }

  /// Returns who a person is, or nil if it is not known here.
  package func profile(of person: PersonID) -> PersonProfile? {
    var (low, high) = (0, profiles.count)
    while low < high {
      let middle = (low + high) / 2
      if profiles[middle].id < person { low = middle + 1 } else { high = middle }
    }
    return low < profiles.count && profiles[low].id == person ? profiles[low] : nil
  }

  /// Returns the profiles whose ids the log does not have: left by commands that were interrupted
  /// between register and log.
  package func leftOver(by isInLog: (PersonID) -> Bool) -> [PersonProfile] {
    profiles.filter { !isInLog($0.id) }
  }

  /// Returns the register with a new person. A profile that an interrupted command left under the
  /// same id gives way; one that the log names does not.
  package func adding(
    _ profile: PersonProfile, isInLog: Bool
  ) throws(RegisterError) -> Register {
    if isInLog, self.profile(of: profile.id) != nil { throw .idTaken(profile.id) }
    return Register(profiles.filter { $0.id != profile.id } + [profile])
  }

  /// Returns the register in a folder, or nil if there is none: then names are not known, and
  /// commitments are "not checked".
  package static func load(folder: String, calls: SystemCalls) throws(RegisterError) -> Register? {
    let file = file(in: folder, calls)
    return try file.read().map { (bytes) throws(RegisterError) in
      Register(try RegisterFile.profiles(in: bytes, path: file.path))
    }
  }

  /// Replaces the file, durably. The folder is made, private, if it is missing.
  package func save(folder: String, calls: SystemCalls) throws(RegisterError) {
    try Self.file(in: folder, calls).replace(with: RegisterFile.bytes(of: profiles))
  }

  private static func file(in folder: String, _ calls: SystemCalls) -> PrivateFile {
    PrivateFile(folder: folder, name: "persons.json", calls: calls)
  }
}
