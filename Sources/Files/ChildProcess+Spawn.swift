// What `posix_spawn` is told: C strings, the three descriptors, and the signals. It works
// between this process and the child, so nothing of ours runs in a half-made copy of us.

import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program with everything it is started with.
struct SpawnedProgram {
  /// The absolute path of its file.
  let path: String

  /// Its arguments after its own name.
  let arguments: [String]

  /// Its whole environment.
  let environment: [String: String]

  /// What becomes its standard input, output and error, in this order.
  let standard: [SystemCalls.Descriptor]

  /// Starts it, sets the number of its process, and returns 0 or the code of the failure, as
  /// `posix_spawn` does.
  ///
  /// It stays in our session and process group: it may ask for a passphrase on `/dev/tty`, and an
  /// interrupt from the keyboard reaches it as it reaches us.
  func start(_ process: inout Int32) -> Int32 {
    let words = [path] + arguments
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    // C would take the part before the zero for the whole.
    guard !(words + settings).contains(where: { $0.utf8.contains(0) }) else { return EINVAL }
    var strings: [[UnsafeMutablePointer<CChar>?]] = []
    defer { for string in strings.joined() { free(string) } }
    for list in [words, settings] {
      strings.append(list.map { strdup($0) })
      guard !strings.joined().contains(nil) else { return ENOMEM }
    }
    return withActions { actions in
      withAttributes { attributes in
        Inheritance.gate.withLock { _ in
          posix_spawn(
            &process, path, &actions, &attributes, strings[0] + [nil], strings[1] + [nil])
        }
      }
    }
  }

  /// Runs something with the step between the two processes: the child's descriptors.
  private func withActions(_ body: (inout posix_spawn_file_actions_t) -> Int32) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    var code = posix_spawn_file_actions_init(&actions)
    guard code == 0 else { return code }
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in standard.enumerated() where code == 0 {
      code = posix_spawn_file_actions_adddup2(&actions, descriptor.number, Int32(number))
    }
    return code == 0 ? body(&actions) : code
  }

  /// Runs something with the child's signals: none blocked, and `SIGPIPE` as a fresh process has it,
  /// whatever this process or the one that started it has arranged for itself.
  private func withAttributes(_ body: (inout posix_spawnattr_t) -> Int32) -> Int32 {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var attributes = posix_spawnattr_t()
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    #endif
    var code = posix_spawnattr_init(&attributes)
    guard code == 0 else { return code }
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    code = posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    if code == 0 { code = posix_spawnattr_setsigdefault(&attributes, &signals) }
    if code == 0 { code = posix_spawnattr_setflags(&attributes, Int16(flags)) }
    return code == 0 ? body(&attributes) : code
  }
}
