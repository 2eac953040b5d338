// The C functions that run another program, under names of their own, and where the platforms
// differ about them.

import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What keeps a child from inheriting a pipe that another thread is just making.
enum Inheritance {
  /// Held while a pipe is made and while a child is started. A pipe is inherited until it is told
  /// otherwise, and no call that both platforms offer makes it and tells it in one step.
  static let gate = Mutex(())
}

/// Makes a pipe whose ends no child inherits, and which are none of the three standard descriptors.
///
/// Somebody may have started this process with standard input closed; the pipe would then get the
/// number 0, and giving the child its copies would overwrite the one with the other.
func cPipe(_ ends: inout (reading: Int32, writing: Int32)) -> Int32 {
  var numbers: [Int32] = [-1, -1]
  let code = Inheritance.gate.withLock { _ in
    guard pipe(&numbers) == 0 else { return errno }
    for index in numbers.indices where !setApart(&numbers[index]) {
      let code = errno
      for number in numbers { close(number) }
      return code
    }
    return 0
  }
  ends = (numbers[0], numbers[1])
  errno = code
  return code == 0 ? 0 : -1
}

/// Makes a descriptor one that no child inherits and that is no standard one.
private func setApart(_ number: inout Int32) -> Bool {
  if number <= STDERR_FILENO {
    let moved = fcntl(number, F_DUPFD, STDERR_FILENO + 1)
    guard moved >= 0 else { return false }
    close(number)
    number = moved
  }
  guard fcntl(number, F_SETFD, FD_CLOEXEC) != -1 else { return false }
  #if canImport(Darwin)
    // No signal for who writes to a pipe that nobody reads: see cWriteToPipe.
    return fcntl(number, F_SETNOSIGPIPE, 1) != -1
  #else
    return true
  #endif
}

func cSetNonblocking(_ number: Int32) -> Int32 {
  let flags = fcntl(number, F_GETFL)
  return flags == -1 ? -1 : fcntl(number, F_SETFL, flags | O_NONBLOCK)
}

func cPoll(_ waits: inout [pollfd]) -> Int32 { poll(&waits, nfds_t(waits.count), -1) }

func cWaitForChild(_ process: Int32, _ status: inout Int32, _ flags: Int32) -> Int32 {
  waitpid(process, &status, flags)
}

func cKill(_ process: Int32, _ signal: Int32) -> Int32 { kill(process, signal) }

/// Writes to a pipe without the signal that a pipe without readers sends.
///
/// Only this thread's mask is changed, and only for the call: what the process as a whole wants of
/// the signal is not ours to decide. One that was waiting before is left waiting.
func cWriteToPipe(_ number: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Darwin)
    return write(number, buffer, count)
  #else
    var pipeSignal = sigset_t()
    var waiting = sigset_t()
    var before = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    sigpending(&waiting)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    let written = write(number, buffer, count)
    let code = errno
    if written < 0 && code == EPIPE && sigismember(&waiting, SIGPIPE) == 0 {
      var atOnce = timespec()
      while sigtimedwait(&pipeSignal, nil, &atOnce) == -1 && errno == EINTR {}
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    errno = code
    return written
  #endif
}
