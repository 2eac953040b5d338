// The three pipes of a child, and the exchange over them.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The pipes between us and one child, and what has come out of them.
struct ChildPipes {
  /// The number of bytes asked of a pipe at a time: what Linux lets a pipe hold.
  private static let pieceByteCount = 65_536

  /// What came from standard output.
  private(set) var output: [UInt8] = []

  /// What came from standard error.
  private(set) var errors: [UInt8] = []

  private var inputEnd: SystemCalls.Descriptor?
  private var outputEnd: SystemCalls.Descriptor?
  private var errorEnd: SystemCalls.Descriptor?

  /// What becomes the child's standard input, output and error, in this order.
  private var childEnds: [SystemCalls.Descriptor] = []

  private let path: String
  private let system: SystemCalls

  /// Makes the three pipes, or none.
  init(for path: String, system: SystemCalls) throws(SystemError) {
    self.path = path
    self.system = system
    do throws(SystemError) {
      let input = try system.pipe(for: path)
      inputEnd = input.writing
      childEnds.append(input.reading)
      let output = try system.pipe(for: path)
      outputEnd = output.reading
      childEnds.append(output.writing)
      let error = try system.pipe(for: path)
      errorEnd = error.reading
      childEnds.append(error.writing)
      try system.setNonblocking(input.writing)
    } catch {
      closeAll()
      throw error
    }
  }

  /// Starts the child at its ends of the pipes, and returns the number of its process. When this
  /// throws, there is no child and the pipes are closed.
  mutating func start(
    _ arguments: [String], _ environment: [String: String]
  ) throws(SystemError) -> Int32 {
    do throws(SystemError) {
      return try system.spawn(
        SpawnedProgram(
          path: path, arguments: arguments, environment: environment, standard: childEnds))
    } catch {
      closeAll()
      throw error
    }
  }

  /// Feeds the child and takes what it says, until it says no more; false when it says too much.
  /// However this ends, the pipes are closed.
  mutating func exchange(_ input: [UInt8], outputMax: Int) throws(SystemError) -> Bool {
    defer { closeAll() }
    // While we hold these too, the child's end of a pipe would never be seen to close.
    closeChildEnds()
    var fed = 0
    var piece = [UInt8](repeating: 0, count: Self.pieceByteCount)
    if input.isEmpty { close(&inputEnd) }
    while outputEnd != nil || errorEnd != nil {
      let reading = [outputEnd, errorEnd].compactMap(\.self)
      let writing = [inputEnd].compactMap(\.self)
      let ready = try system.poll(reading: reading, writing: writing, for: path)
      if let end = writing.first, ready.writing[0] {
        fed += try feed(input.span.extracting(fed..<input.count), to: end)
        if fed == input.count { close(&inputEnd) }
      }
      for (end, isReady) in zip(reading, ready.reading) where isReady {
        let count = try take(from: end, into: &piece)
        if end == outputEnd {
          if count == 0 { close(&outputEnd) }
          guard output.count + count <= outputMax else { return false }
          output += piece[..<count]
        } else {
          if count == 0 { close(&errorEnd) }
          guard errors.count + count <= outputMax else { return false }
          errors += piece[..<count]
        }
      }
    }
    return true
  }

  /// Writes what the pipe has room for, and returns how many bytes are done with.
  private func feed(
    _ bytes: Span<UInt8>, to end: SystemCalls.Descriptor
  ) throws(SystemError) -> Int {
    do throws(SystemError) {
      let count = try system.writeToPipe(end, bytes)
      guard count > 0 else { throw SystemError(call: .write, path: path, code: EIO) }
      return count
    } catch {
      switch error.code {
      case EAGAIN: return 0
      // The child has read what it wanted. Whether that was enough, its status says.
      case EPIPE: return bytes.count
      default: throw error
      }
    }
  }

  private func take(
    from end: SystemCalls.Descriptor, into piece: inout [UInt8]
  ) throws(SystemError) -> Int {
    try piece.withUnsafeMutableBufferPointer { (buffer) throws(SystemError) in
      try system.read(end, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Closes whatever is still open. A pipe loses nothing by a close that reports a failure.
  private mutating func closeAll() {
    closeChildEnds()
    close(&inputEnd)
    close(&outputEnd)
    close(&errorEnd)
  }

  private mutating func closeChildEnds() {
    for end in childEnds { try? system.close(end) }
    childEnds = []
  }

  private func close(_ end: inout SystemCalls.Descriptor?) {
    guard let open = end else { return }
    try? system.close(open)
    end = nil
  }
}
