// Several at once: whatever is acknowledged is there, once, and nobody reads half a transaction.

import Foundation
import Testing

struct TogetherTests {
  @Test func `eight processes with ten entries each: all eighty recorded, once, in order`()
    async throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    let script = """
      for entry in 1 2 3 4 5 6 7 8 9 10; do
        day=2024-0$2-$(printf %02d $entry)
        tries=0
        until "$1" hours add kafe -p p3 --on "$day" -m 10 --once "w$2.$entry" >/dev/null 2>err$2; do
          [ $? = 4 ] || exit 1
          tries=$((tries + 1)); [ $tries -lt 200 ] || exit 2
          sleep 0.05
        done
      done
      """
    let folder = tool.folder
    let environment = tool.environment
    let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
      for writer in 1...8 {
        group.addTask {
          // A thread of its own: the pool of tasks may be narrower than eight.
          try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
              done.resume(
                with: Result {
                  try Tool.run(
                    "/bin/sh", ["-c", script, "-", SpecTests.tool, "\(writer)"], in: folder,
                    environment
                  ).code
                })
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == Array(repeating: 0, count: 8))
    let items = try tool.run("hours", "list", "--json").json().items
    #expect(items.count == 80)
    let days = Set(items.compactMap { $0.text("on") })
    #expect(days.count == 80, "each entry once")
    let audit = try tool.run("audit", "--json")
    #expect(audit.code == 0, "\(audit.out)")
    #expect(try audit.json().int("lines") == 87)
    let commands = try tool.lines().compactMap { $0.firstMatch(of: /"cmd":"(w[^"]+)"/)?.1 }
    for writer in 1...8 {
      let own = commands.filter { $0.hasPrefix("w\(writer).") }
      #expect(own.map(String.init) == (1...10).map { "w\(writer).\($0)" })
    }
  }
}
