// Running a program of the system, such as `unzip` or `ssh-keygen`: bytes in, bytes out, no shell.
//
// Input is fed and both outputs are emptied at the same time, by one poll over three pipes. A program
// that answers while it still reads would otherwise wait for us while we wait for it.
//
//   1. However `run` ends, the child has ended and been waited for, and every pipe is closed.
//   2. At most `outputMax` bytes of each output are kept; one more, and the child is ended.
//   3. The child inherits three pipes and no other descriptor of ours: no ledger, no lock.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a program that was run has left.
package struct ChildResult: Hashable, Sendable {
  /// How a process ended.
  package enum End: Hashable, Sendable {
    /// By itself, with a status of 0 ... 255. By custom 0 is success.
    case exited(Int32)

    /// By the signal of this number.
    case signalled(Int32)
  }

  /// How it ended.
  package let end: End

  /// What it wrote to its standard output.
  package let output: [UInt8]

  /// What it wrote to its standard error.
  package let errors: [UInt8]

  /// Creates a result from its facts, so that a test can build the one it expects.
  package init(end: End, output: [UInt8], errors: [UInt8]) {
    self.end = end
    self.output = output
    self.errors = errors
  }

  /// Whether it ended by itself with status 0.
  package var isSuccess: Bool { end == .exited(0) }
}

/// Why a program has no result. That it failed is none of these: then its status says so.
package enum ChildProcessError: Error, Hashable, Sendable {
  /// No folder of the search path holds a program of this name, or none may be run.
  case programMissing(name: String)

  /// The program wrote more than the given number of bytes to one of its outputs, and was ended.
  case outputTooLarge(name: String, max: Int)

  /// A system call failed. If the program had been started, it was ended.
  case system(SystemError)
}

/// Runs programs.
package enum ChildProcess {
  /// Runs a program to its end and returns what it left.
  ///
  /// - Parameters:
  ///   - program: A name without a slash, looked up in `PATH` of `environment`; or an absolute path.
  ///   - arguments: What stands after the program's name. Nothing is expanded or split.
  ///   - input: What it reads on standard input, then the end. A program may leave input unread.
  ///   - environment: Its whole environment.
  ///   - outputMax: The most bytes of standard output that are accepted, and of standard error.
  ///
  /// It returns when the program has ended and both outputs are closed, also by those who inherited
  /// them from it. There is no time limit: it may wait for a person at the terminal.
  package static func run(
    program: String, arguments: [String], input: [UInt8] = [], environment: [String: String],
    outputMax: Int, system: SystemCalls
  ) throws(ChildProcessError) -> ChildResult {
    guard let path = find(program, in: environment["PATH"] ?? "", system) else {
      throw .programMissing(name: program)
    }
    do throws(SystemError) {
      var pipes = try ChildPipes(for: path, system: system)
      let process = try pipes.start(arguments, environment)
      let isWithin: Bool
      do throws(SystemError) {
        isWithin = try pipes.exchange(input, outputMax: outputMax)
      } catch {
        end(process, path, system)
        throw error
      }
      if isWithin {
        let end = try waitForEnd(process, path, system)
        return ChildResult(end: end, output: pipes.output, errors: pipes.errors)
      }
      end(process, path, system)
    } catch {
      throw .system(error)
    }
    throw .outputTooLarge(name: program, max: outputMax)
  }

  /// Returns the path of a program: a regular file that somebody may run.
  ///
  /// Only absolute folders are looked into. A relative or empty one means "wherever we happen to be",
  /// and a program that lies beside a ledger is not one that the user has chosen.
  private static func find(_ name: String, in path: String, _ system: SystemCalls) -> String? {
    let slash = UInt8(ascii: "/")
    let candidates =
      name.utf8.contains(slash)
      ? [name] : path.split(separator: ":").map { Path.join(String($0), name) }
    return candidates.first { candidate in
      guard candidate.utf8.first == slash, !name.isEmpty,
        let status = try? system.stat(candidate)
      else { return false }
      return status.kind == .file && status.permissions & 0o111 != 0
    }
  }

  private static func waitForEnd(
    _ process: Int32, _ path: String, _ system: SystemCalls
  ) throws(SystemError) -> ChildResult.End {
    do throws(SystemError) {
      return ChildResult.End(status: try system.waitForChild(process, for: path))
    } catch {
      // Not `end`: if somebody else has waited for it, the number may be another process's by now.
      _ = try? system.waitForChild(process, for: path)
      throw error
    }
  }

  /// Ends a child and waits for it. Its pipes must be closed, so that it waits for nobody either.
  private static func end(_ process: Int32, _ path: String, _ system: SystemCalls) {
    func wasKilled() -> Bool { (try? system.killChild(process, for: path)) != nil }
    // A child that may not be killed, because it has become another user's, is not waited for.
    let waits = wasKilled() || wasKilled()
    func wasWaitedFor() -> Bool {
      (try? system.waitForChild(process, for: path, waits: waits)) != nil
    }
    _ = wasWaitedFor() || wasWaitedFor()
  }
}

extension ChildResult.End {
  /// Reads the status as every Unix codes it: a signal in the lowest seven bits, else the exit
  /// status in the next byte. The C library has this only as macros.
  init(status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
  }
}
