import Files

// `events/DAMAGED`: damage was seen, and whoever writes after it would build on it. The file is made
// for people, who find it without this program; so it says itself what it is, in both languages.

enum DamageMarker {
  /// Writes the marker, unless there is one: the first finding is the one to look at.
  static func write(
    _ finding: Finding, _ folder: LedgerFolder, _ calls: SystemCalls
  ) throws(FilesError) {
    let file = try File.open(folder.damaged, .create(permissions: 0o644), system: calls)
    try file.append(Array(text(finding).utf8))
    try file.sync()
    try Folder(folder.events, system: calls).sync()
  }

  private static func text(_ finding: Finding) -> String {
    let place = "\(finding.file):\(finding.line):\(finding.byte): \(finding.id.rawValue)"
    return """
      \(place)

      Loggen er ikke slik den ble skrevet. Ingenting er endret, og ingenting blir skrevet så lenge
      denne filen ligger her. Finn alt som er galt med `dugnad kontroll`, legg tilbake filen fra en
      sikkerhetskopi, og slett så denne filen (events/DAMAGED).

      The log is not as it was written. Nothing was changed, and nothing will be written as long as
      this file is here. See all that is wrong with `dugnad audit`, restore the file from a copy,
      then delete this file (events/DAMAGED).

      """
  }
}
