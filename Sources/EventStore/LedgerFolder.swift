package import Files

/// A ledger on disk: where its parts are.
package struct LedgerFolder: Hashable, Sendable {
  /// The path of the ledger.
  package let path: String

  /// Names a ledger; touches nothing.
  package init(path: String) { self.path = path }

  static let eventsName = "events"

  /// The log: one file a UTC year of recording. It is also what a writer locks.
  package var events: String { Path.join(path, Self.eventsName) }
  /// A cache that may be deleted at any time.
  package var snapshots: String { Path.join(path, "Snapshots") }
  /// The private file of persons.
  package var register: String { Path.join(path, "register") }
  /// Tree heads that were given away.
  package var checkpoints: String { Path.join(path, "checkpoints") }
  /// The bytes of the reports that were sent, each under its digest.
  package var sent: String { Path.join(path, "sent") }
  /// Says that damage was seen and nothing may be appended.
  package var damaged: String { Path.join(events, "DAMAGED") }

  func path(of segment: Segment) -> String { Path.join(events, segment.name) }

  /// Where an unfinished tail is kept that stood before line `seq` was written.
  func torn(before seq: Int) -> String { Path.join(events, "torn-\(seq)") }

  /// Whether there is a ledger: a folder `events`.
  package func exists(calls: SystemCalls) throws(StoreError) -> Bool {
    try StoreError.lifting { () throws(FilesError) in
      try Folder(events, system: calls).exists()
    }
  }

  /// Makes the folders of a ledger that are missing, durably. Throws `ledgerExists` when the log has a
  /// line already; a start that was interrupted before the first line may be made again.
  package func create(calls: SystemCalls) throws(StoreError) {
    if try exists(calls: calls), try EventsListing.read(self, calls).lastNotEmpty != nil {
      throw .ledgerExists(path: path)
    }
    try StoreError.lifting { () throws(FilesError) in
      let folders: [(String, UInt32)] = [
        (path, 0o755), (snapshots, 0o755), (register, 0o700), (events, 0o755),
      ]
      for (path, permissions) in folders {
        let folder = Folder(path, system: calls)
        if try folder.exists() { continue }
        try folder.create(permissions: permissions)
        try Folder(Path.folder(of: path), system: calls).sync()
      }
    }
  }
}
