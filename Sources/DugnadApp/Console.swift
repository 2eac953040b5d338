// The terminal, as far as there is one. Output is gathered and written once, so that a closed pipe or
// a full disk is met in one place; a reader that hangs up early is no error.

/// Standard input, output and error.
package final class Console {
  private var outText: [UInt8] = []
  private let write: (Int32, [UInt8]) -> Bool
  private let readLine: () -> String?
  /// Reads standard input to its end, or one byte beyond the most that is wanted; nil when it fails.
  package let readInput: (Int) -> [UInt8]?
  /// Whether somebody would have to type what is read.
  package let inputIsTerminal: Bool
  /// Whether somebody can be asked: input and error are terminals.
  package let canAsk: Bool
  /// Whether standard output is a terminal.
  package let isTerminal: Bool
  /// Columns of the terminal, 80 when it does not say.
  package let width: Int
  /// Whether this run has appended to the log, so that an answer that gets lost is not taken for a no.
  var hasRecorded = false
  /// Whether everything so far could be written.
  package private(set) var isWritable = true

  package init(
    canAsk: Bool, isTerminal: Bool, width: Int, readLine: @escaping () -> String?,
    inputIsTerminal: Bool, readInput: @escaping (Int) -> [UInt8]?,
    write: @escaping (Int32, [UInt8]) -> Bool
  ) {
    self.canAsk = canAsk
    self.isTerminal = isTerminal
    self.width = width
    self.readLine = readLine
    self.inputIsTerminal = inputIsTerminal
    self.readInput = readInput
    self.write = write
  }

  func out(_ text: String) {
    outText.append(contentsOf: text.utf8)
    if outText.count > 1 << 16 { flush() }
  }

  /// Writes what was gathered, then the message, so that they come in order.
  func err(_ text: String) {
    flush()
    _ = write(2, Array(text.utf8))
  }

  /// Asks on the terminal; nil when there is nobody to ask or the answer is empty at end of input.
  func ask(_ question: String) -> String? {
    guard canAsk else { return nil }
    err(question)
    return readLine()
  }

  package func flush() {
    if outText.isEmpty || !isWritable { return }
    isWritable = write(1, outText)
    outText = []
  }
}
