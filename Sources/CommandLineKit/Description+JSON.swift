// The description as JSON, for whoever makes completions, a manual page or a reference of it.
// Fields keep their order, and strings their characters: only what must be escaped is.

extension ToolDescription {
  /// Returns the whole description as one line of JSON.
  package var json: String {
    object([
      ("schema", quoted("tool/\(Self.version)")), ("program", quoted(program)),
      ("command", root.json),
    ])
  }
}

extension CommandDescription {
  fileprivate var json: String {
    object([
      ("path", array(path.map(quoted))), ("aliases", array(aliases.map(quoted))),
      ("group", quoted(group)), ("summary", quoted(summary)), ("discussion", quoted(discussion)),
      ("runs", String(runs)), ("parameters", array(parameters.map(\.json))),
      (
        "examples",
        array(
          examples.map {
            object([("words", quoted($0.words)), ("meaning", quoted($0.meaning))])
          })
      ),
      ("subcommands", array(subcommands.map(\.json))),
    ])
  }
}

extension ParameterDescription {
  fileprivate var json: String {
    object([
      ("kind", quoted(shape.kind.rawValue)), ("name", quoted(shape.name)),
      ("short", shape.short.map { quoted(String($0)) } ?? "null"),
      ("aliases", array(shape.aliases.map(quoted))), ("placeholder", quoted(placeholder)),
      ("help", quoted(help)), ("required", String(required)),
      ("repeats", String(shape.repeats)), ("inherited", String(inherited)),
      ("default", defaultText.map(quoted) ?? "null"),
      ("choices", array(shape.choices.map(quoted))), ("completion", shape.completion.json),
    ])
  }
}

extension Completion {
  fileprivate var json: String {
    switch self {
    case .none: "null"
    case .file: quoted("file")
    case .directory: quoted("directory")
    case .query(let list): object([("query", quoted(list))])
    }
  }
}

private func object(_ fields: [(name: String, value: String)]) -> String {
  "{" + fields.map { quoted($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
}

private func array(_ values: [String]) -> String {
  "[" + values.joined(separator: ",") + "]"
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case ..<" ":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
