// kongsberg-ledger OUTDIR: writes OUTDIR/events/*.jsonl, the ledger of Kongsberg frivilligsentral
// 2024, byte for byte the same on every machine, and checks what it wrote.

import Domain
import EventStore
import Files
import Foundation

@main
struct KongsbergLedger {
  static func main() {
    do {
      let words = CommandLine.arguments.dropFirst()
      guard words.count == 1, let folder = words.first, !folder.hasPrefix("-") else {
        throw Trouble.usage
      }
      try write(into: folder)
    } catch {
      tell(sentence(for: error))
      exit((error as? Trouble) == .usage ? 2 : 1)
    }
  }

  private static func write(into path: String) throws {
    let facts = try Facts.load()
    let story = try Story(facts)
    let (folder, calls) = (LedgerFolder(path: path), SystemCalls())
    try folder.create(calls: calls)
    try write(story, in: folder, calls)

    // From here on nothing is remembered: the bytes alone are judged.
    let verification = try EventStore.verify(folder: folder, calls: calls)
    let log = try EventStore.load(folder: folder, calls: calls).records
    try Check(facts: facts, log: log, verification: verification).run()
    let entries = log.count { if case .hoursLogged = $0.event { true } else { false } }
    print(
      "\(folder.events): \(log.count) lines, \(verification.transactions) transactions, "
        + "\(entries) hour entries, \(verification.bytes) bytes; the figures are the report's")
  }

  /// Holds the lock while the story is told, and no longer.
  private static func write(
    _ story: Story, in folder: LedgerFolder, _ calls: SystemCalls
  ) throws {
    let writer = try Writer.open(folder: folder, calls: calls)
    var book = Book(writer, seed: story.facts.ledger.seed)
    for act in try story.parts().joined() { try book.carryOut(act) }
  }

  private static func sentence(for error: any Error) -> String {
    switch (error as? Trouble, error as? StoreError) {
    case (.usage, _): return "usage: kongsberg-ledger OUTDIR"
    case (.different(let findings), _):
      return "kongsberg-ledger: what was written is not right:\n" + findings.joined(separator: "\n")
    case (_, .ledgerExists(let path)):
      return "kongsberg-ledger: \(path) has a log already; nothing is written over"
    default: return "kongsberg-ledger: \(error)"
    }
  }

  private static func tell(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
