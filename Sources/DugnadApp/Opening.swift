// Showing a page in the reader's own browser, by the program that every desktop has for it.

import CommandLineKit
import Files
import Reports
import Wording

extension Context {
  /// Writes a report as a page and opens it.
  func show(_ report: Report) throws {
    if form != "html" {
      throw Failure.usage(
        "open-is-html", nb: "--åpne viser HTML, og går ikke sammen med en annen form.",
        en: "--open shows HTML, and does not go with another form")
    }
    let path = arguments[Common.output].map(absolute) ?? temporaryPage(report.key)
    // Nobody asked for this file to be kept, and it may hold names.
    let isAsked = arguments[Common.output] != nil
    try write(Array(report.html().utf8), to: path, permissions: isAsked ? 0o644 : 0o600)
    tell(say(nb: "Skrevet: \(path)", en: "Written: \(path)"))
    // A browser may live on with what it inherits, so the shell lets go of it.
    let isOpen = Self.openers.contains { program in
      let started = try? ChildProcess.run(
        program: "sh",
        arguments: [
          "-c", "command -v \(program) >/dev/null || exit 1; \(program) \"$1\" >/dev/null 2>&1 &",
          "sh",
          path,
        ], environment: world.environment, outputMax: 4_096, system: world.calls)
      return started?.isSuccess == true
    }
    if !isOpen {
      warn(
        Phrase(
          nb: "fant ingen nettleser å åpne den med; åpne filen selv",
          en: "found no browser to open it with; open the file yourself"))
    }
  }

  /// The programs that open a file as a desktop would: of freedesktop.org, and of macOS.
  private static let openers = ["xdg-open", "open"]

  private func temporaryPage(_ key: String) -> String {
    Path.join(
      world.environment["TMPDIR"] ?? "/tmp", "dugnad-\(key)-\(randomName(length: 6)).html")
  }
}
