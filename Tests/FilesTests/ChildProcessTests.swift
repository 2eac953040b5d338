import Foundation
import Testing

@testable import Files

/// Runs a script by the system's shell, under a name of its own: so its process is told from every
/// other in the kernel's table.
struct Kid {
  let folder = TemporaryFolder()
  let name = "kid-" + String(UInt64.random(in: 0..<1 << 36), radix: 36)

  init() {
    symlink("/bin/sh", folder.path(name))
  }

  var environment: [String: String] { ["PATH": "\(folder.path):/usr/bin:/bin", "WORD": "ord"] }

  func run(
    _ script: String, input: [UInt8] = [], outputMax: Int = 1 << 20, _ plan: FaultPlan? = nil
  ) throws(ChildProcessError) -> ChildResult {
    try ChildProcess.run(
      program: name, arguments: ["-c", script, "first", "a b", "*"], input: input,
      environment: environment, outputMax: outputMax, system: SystemCalls(fault: plan))
  }

  func failure(
    _ script: String, input: [UInt8] = [], outputMax: Int = 1 << 20, _ plan: FaultPlan? = nil
  ) -> ChildProcessError? {
    do throws(ChildProcessError) {
      _ = try run(script, input: input, outputMax: outputMax, plan)
      return nil
    } catch {
      return error
    }
  }

  /// Our children of this name that the kernel still knows, running or not. None where it has no such
  /// table.
  var left: [String] {
    let table = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return table.filter { Int32($0) != nil }.compactMap {
      try? String(contentsOfFile: "/proc/\($0)/stat", encoding: .utf8)
    }.filter { line in
      // Number, name in parentheses, state, parent.
      let fields = line.split(separator: " ")
      return fields[1] == "(\(name))" && fields[3] == "\(getpid())"
    }
  }
}

struct ChildProcessTests {
  let kid = Kid()

  @Test func `a program gets its arguments unsplit, its environment alone, and its input`() throws {
    let result = try kid.run(
      #"printf '%s|' "$@"; printf %s "$WORD$HOME"; cat; printf oh >&2; exit 7"#,
      input: Array(" in".utf8))
    #expect(String(decoding: result.output, as: UTF8.self) == "a b|*|ord in")
    #expect(String(decoding: result.errors, as: UTF8.self) == "oh")
    #expect(result.end == .exited(7))
    #expect(!result.isSuccess)
    #expect(kid.left.isEmpty)
  }

  @Test func `success is status 0, and a signal is told from a status`() throws {
    #expect(try kid.run("exit 0").isSuccess)
    #expect(try kid.run("kill -9 $$").end == .signalled(9))
    #expect(try kid.run("exit 137").end == .exited(137))
    #expect(kid.left.isEmpty)
  }

  @Test func `ten megabytes go both ways at once`() throws {
    let input = (0..<10_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let result = try kid.run("tee /dev/fd/2", input: input, outputMax: input.count)
    #expect(result.isSuccess)
    #expect(result.output == input)
    #expect(result.errors == input)
  }

  @Test func `one byte more than is accepted ends the program, on either output`() throws {
    let zeros = "head -c 100000 /dev/zero"
    for stream in ["", " >&2"] {
      #expect(try kid.run(zeros + stream, outputMax: 100_000).isSuccess)
      let error = kid.failure(zeros + stream + "; kill -STOP $$", outputMax: 99_999)
      #expect(error == .outputTooLarge(name: kid.name, max: 99_999))
      #expect(kid.left.isEmpty)
    }
    #expect(kid.failure("yes") == .outputTooLarge(name: kid.name, max: 1 << 20))
    #expect(kid.left.isEmpty)
  }

  @Test func `a program that reads nothing of much input is no failure and ends nobody`() throws {
    let input = [UInt8](repeating: 7, count: 1_000_000)
    let result = try kid.run("exec <&-; sleep 0.05; echo done", input: input)
    #expect(result == ChildResult(end: .exited(0), output: Array("done\n".utf8), errors: []))
    var waiting = sigset_t()
    sigpending(&waiting)
    #expect(sigismember(&waiting, SIGPIPE) == 0, "no signal is left to come later")
  }

  @Test func `closing outputs early is not ending`() throws {
    #expect(try kid.run("exec >&- 2>&-; sleep 0.05; exit 3").end == .exited(3))
    #expect(kid.left.isEmpty)
  }

  @Test func `a missing program is told by its name`() throws {
    func run(_ program: String, path: String? = nil) -> ChildProcessError? {
      do throws(ChildProcessError) {
        _ = try ChildProcess.run(
          program: program, arguments: [], environment: path.map { ["PATH": $0] } ?? [:],
          outputMax: 0, system: SystemCalls())
        return nil
      } catch {
        return error
      }
    }
    kid.folder.put("text", in: "plain")
    let path = kid.folder.path
    #expect(run("no-such-program", path: path) == .programMissing(name: "no-such-program"))
    #expect(run("plain", path: path) == .programMissing(name: "plain"), "nobody may run it")
    #expect(run("true") == .programMissing(name: "true"), "no PATH, no folder")
    #expect(run("", path: path) == .programMissing(name: ""))
    #expect(run(".", path: path) == .programMissing(name: "."), "a folder is no program")
    #expect(run("bin/true", path: "/") == .programMissing(name: "bin/true"))
    #expect(run("true", path: "/no/such:\(path):/usr/bin:/bin") == nil)
    #expect(run("/bin/true") == nil)
    let upwards = String(repeating: "../", count: 50) + "bin"
    #expect(run("true", path: "::\(upwards):.") == .programMissing(name: "true"))
    #expect(run("\(upwards)/true") == .programMissing(name: "\(upwards)/true"))
  }

  @Test func `a file that the kernel cannot run is a failed call`() throws {
    kid.folder.put("#!/no/such/interpreter\n", in: "script")
    chmod(kid.folder.path("script"), 0o700)
    #expect(throws: ChildProcessError.self) {
      try ChildProcess.run(
        program: "script", arguments: [], environment: kid.environment, outputMax: 0,
        system: SystemCalls())
    }
  }

  @Test func `a zero in a word is refused, not cut off`() {
    let error = kid.failure("exit 0\u{0}; exit 1")
    let path = kid.folder.path(kid.name)
    #expect(error == .system(SystemError(call: .spawn, path: path, code: EINVAL)))
  }

  #if os(Linux)
    @Test func `the child blocks no signal, and does not ignore SIGPIPE`() throws {
      var pipeSignal = sigset_t()
      var before = sigset_t()
      sigemptyset(&pipeSignal)
      sigaddset(&pipeSignal, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
      defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
      // No shell, which might put its own signals in order.
      let result = try ChildProcess.run(
        program: "cat", arguments: ["/proc/self/status"], environment: kid.environment,
        outputMax: 1 << 16, system: SystemCalls())
      let said = String(decoding: result.output, as: UTF8.self)
      #expect(said.contains("SigBlk:\t0000000000000000\n"))
      let ignored = said.split(separator: "\n").first { $0.hasPrefix("SigIgn:\t") }
      let bits = try #require(ignored.flatMap { UInt64($0.dropFirst(8), radix: 16) })
      #expect(bits & 1 << UInt64(SIGPIPE - 1) == 0)
    }

    @Test func `the child has our terminal's session, and no descriptor of ours`() throws {
      let file = try File.open(
        kid.folder.path("ledger"), .create(permissions: 0o600), system: SystemCalls())
      let result = try kid.run(
        """
        cut -d' ' -f5,6 /proc/$$/stat
        for fd in /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2 /proc/$$/fd/*; do readlink $fd; done
        """)
      let said = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
      #expect(said.first.map(String.init) == "\(getpgrp()) \(getsid(0))", "group and session")
      let standard = Set(said[1...3])
      #expect(standard.count == 3 && standard.allSatisfy { $0.hasPrefix("pipe:") })
      #expect(said.count { standard.contains($0) } == 6, "no end of its pipes but its own")
      #expect(!said.contains { $0.hasSuffix("ledger") })
      _ = try file.status()
    }

    @Test func `no pipe stays open with us`() throws {
      for script in ["", "exit 1;", "exec 0<&-;"] {
        let result = try kid.run("readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2; \(script)")
        let pipes = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
        #expect(Set(pipes).count == 3)
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
          try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
        }
        #expect(!open.isEmpty)
        #expect(Set(open).isDisjoint(with: pipes.map(String.init)))
      }
    }
  #endif
}
