import Files

// What is in `events`: the files of the log in order, and what does not belong there.

/// The contents of an `events` folder.
struct EventsListing: Sendable {
  /// The files of the log by year, with their sizes when they were listed.
  private(set) var segments: [(segment: Segment, size: Int)] = []
  /// Strays, what was set aside, and `DAMAGED`.
  private(set) var findings: [Finding] = []
  private(set) var hasDamageMarker = false

  static func read(_ folder: LedgerFolder, _ calls: SystemCalls) throws(StoreError) -> Self {
    guard try folder.exists(calls: calls) else { throw .noLedger(path: folder.path) }
    var listing = EventsListing()
    try StoreError.lifting { () throws(FilesError) in
      for name in try Folder(folder.events, system: calls).names() {
        try listing.note(name, in: folder, calls)
      }
    }
    return listing
  }

  /// The file that the last bytes of the log are in.
  var lastNotEmpty: Segment? { segments.last { $0.size > 0 }?.segment }

  private mutating func note(
    _ name: String, in folder: LedgerFolder, _ calls: SystemCalls
  ) throws(FilesError) {
    let file = LedgerFolder.eventsName + "/" + name
    if let segment = Segment(name: name) {
      let status: FileStatus
      do throws(SystemError) {
        status = try calls.lstat(folder.path(of: segment))
      } catch {
        throw .system(error)
      }
      if status.kind == .file {
        segments.append((segment, status.size))
      } else {
        findings.append(Finding(.fileStray, file: file, facts: .entry(status.kind)))
      }
    } else if name == "DAMAGED" {
      hasDamageMarker = true
      findings.append(Finding(.writeStopped, file: file, facts: .none))
    } else if isTorn(name) {
      findings.append(Finding(.tornKept, file: file, facts: .none))
    } else if name != "README.md" {
      findings.append(Finding(.fileStray, file: file, facts: .none))
    }
  }

  /// `torn-N`, N a line number without leading zero.
  private func isTorn(_ name: String) -> Bool {
    guard name.hasPrefix("torn-") else { return false }
    let digits = name.utf8.dropFirst(5)
    return !digits.isEmpty && digits.first != 48 && digits.allSatisfy { (48...57).contains($0) }
  }
}
