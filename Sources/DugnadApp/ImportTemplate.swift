// The empty sheet that `import --template` writes, for Norwegian Excel: semicolons, CR LF, UTF-8 with
// its mark.

import CommandLineKit
import Import

extension Context {
  /// Writes the header and one row that shows how cells are written.
  func writeTemplate(_ kind: SheetKind) throws {
    let rows = [SheetTemplate.header(kind, language), SheetTemplate.example(kind, language)]
    let lines = rows.map { $0.map(Self.cell).joined(separator: ";") + "\r\n" }
    try deliver("\u{FEFF}" + lines.joined())
    if arguments.has(Common.output) {
      tell(
        say(
          nb: "Den andre raden er et eksempel; skriv over den.",
          en: "The second row is an example; write over it."))
    }
  }

  private static func cell(_ text: String) -> String {
    guard text.contains(where: { $0 == ";" || $0 == "\"" }) else { return text }
    return "\"" + text.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }
}
