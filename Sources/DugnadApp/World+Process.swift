// The real world: this process's words, clock, terminal and randomness.

import Domain
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension World {
  /// The world around this process.
  package static func ofThisProcess() -> World {
    // A reader that hangs up is met as a failed write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    return World(
      words: Array(CommandLine.arguments.dropFirst()), environment: processEnvironment(),
      folder: currentFolder(), now: { Instant(seconds: Int(time(nil))) },
      random: { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      }, calls: SystemCalls(), console: .ofThisProcess())
  }

  private static func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// The few variables the tool looks at.
  private static func processEnvironment() -> [String: String] {
    let names = [
      "DUGNAD_LEDGER", "DUGNAD_BY", "LC_ALL", "LC_MESSAGES", "LANG", "HOME", "XDG_STATE_HOME",
      // what `ssh-keygen` needs, and to find it
      "PATH", "TMPDIR", "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "DISPLAY",
      "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR",
    ]
    return names.reduce(into: [:]) { all, name in
      if let value = getenv(name) { all[name] = String(cString: value) }
    }
  }
}

extension Console {
  /// Standard input, output and error of this process.
  package static func ofThisProcess() -> Console {
    Console(
      canAsk: isatty(0) == 1 && isatty(2) == 1, isTerminal: isatty(1) == 1,
      width: columns(), readLine: { Swift.readLine() },
      inputIsTerminal: isatty(0) == 1, readInput: readInput,
      write: { descriptor, bytes in writeAll(descriptor, bytes) })
  }

  /// Returns what stands on standard input, at most one byte more than `max`; nil when it fails.
  private static func readInput(_ max: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= max {
      let count = part.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += part.prefix(min(count, max + 1 - bytes.count))
      } else if count == 0 {
        break
      } else if errno != EINTR {
        return nil
      }
    }
    return bytes
  }

  private static func columns() -> Int {
    if let text = getenv("COLUMNS"), let asked = Int(String(cString: text)), asked > 0 {
      return asked
    }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Returns whether everything was written, or the reader has gone, which is no fault of ours.
  private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno == EPIPE
      }
    }
    return true
  }
}
