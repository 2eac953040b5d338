// Signing and checking with `ssh-keygen -Y`, which every system ships: no signature of our own making.

import Files
import Integrity
import Wording

/// In what role a checkpoint is signed: the namespace of the SSH signature.
enum SignerRole: String, CaseIterable {
  case ledger = "checkpoint.dugnad"
  case witness = "witness.dugnad"
}

/// What `ssh-keygen` made of a signature.
enum SignatureVerdict: Hashable {
  /// Good, by somebody whom the list of allowed signers names.
  case good(principal: String)
  /// The list does not know the key.
  case unknownKey
  /// Not of these bytes, or not allowed to this signer.
  case bad
}

/// The program `ssh-keygen` as we use it.
struct SSHKeys {
  private let context: Context

  init(_ context: Context) { self.context = context }

  /// Signs bytes with a private key file, or with a public one whose key an agent holds.
  func sign(_ bytes: [UInt8], with key: String, as role: SignerRole) throws -> [UInt8] {
    let path = context.absolute(key)
    guard (try? context.world.calls.stat(path)) != nil else {
      throw Failure(
        "no-such-key", place: path,
        Phrase(nb: "Nøkkelen finnes ikke.", en: "there is no such key"),
        hints: [
          Phrase(
            nb: "lag en: ssh-keygen -t ed25519 -f \(key)",
            en: "make one: ssh-keygen -t ed25519 -f \(key)")
        ])
    }
    let ran = try run(["-Y", "sign", "-n", role.rawValue, "-f", path], input: bytes)
    guard ran.isSuccess, let signature = SSHSignature(ran.output), signature.role == role else {
      let said = String(decoding: ran.errors, as: UTF8.self).split(separator: "\n").last ?? ""
      throw Failure(
        "not-signed", place: path,
        Phrase(
          nb: "ssh-keygen kunne ikke underskrive: \(said)", en: "ssh-keygen could not sign: \(said)"
        ))
    }
    return ran.output
  }

  /// Whether a signature is one of exactly these bytes, whoever made it.
  func isOf(_ bytes: [UInt8], _ signature: [UInt8], _ role: SignerRole) throws -> Bool {
    try withFile(signature) { file in
      try run(["-Y", "check-novalidate", "-n", role.rawValue, "-s", file], input: bytes).isSuccess
    }
  }

  /// Checks a signature of bytes against a file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS).
  func check(
    _ bytes: [UInt8], _ signature: [UInt8], _ role: SignerRole, allowed: String
  ) throws -> SignatureVerdict {
    try withFile(signature) { file in
      let found = try run(["-Y", "find-principals", "-s", file, "-f", allowed])
      let names = String(decoding: found.output, as: UTF8.self).split(separator: "\n")
      guard found.isSuccess, let principal = names.first.map(String.init) else {
        return try isOf(bytes, signature, role) ? .unknownKey : .bad
      }
      let arguments = [
        "-Y", "verify", "-f", allowed, "-I", principal, "-n", role.rawValue, "-s", file,
      ]
      return try run(arguments, input: bytes).isSuccess ? .good(principal: principal) : .bad
    }
  }

  private func run(_ arguments: [String], input: [UInt8] = []) throws -> ChildResult {
    do throws(ChildProcessError) {
      return try ChildProcess.run(
        program: "ssh-keygen", arguments: arguments, input: input,
        environment: context.world.environment, outputMax: 1 << 20, system: context.world.calls)
    } catch {
      switch error {
      case .programMissing:
        throw Failure(
          "ssh-keygen-missing",
          Phrase(
            nb: "Programmet ssh-keygen finnes ikke på denne maskinen.",
            en: "the program ssh-keygen is not on this machine"),
          hints: [
            Phrase(
              nb:
                "det følger med OpenSSH: installer det (Debian: apt install openssh-client), eller se til "
                + "at mappen står i PATH",
              en:
                "it comes with OpenSSH: install it (Debian: apt install openssh-client), or see that its "
                + "folder is in PATH")
          ])
      case .outputTooLarge:
        throw Failure(
          "ssh-keygen-failed",
          Phrase(nb: "ssh-keygen svarte for mye.", en: "ssh-keygen answered too much"))
      case .system(let error): throw Failure(FilesError.system(error))
      }
    }
  }

  /// `ssh-keygen` reads a signature from a file only.
  private func withFile<Value>(_ bytes: [UInt8], _ work: (String) throws -> Value) throws -> Value {
    let named = context.world.environment["TMPDIR"] ?? ""
    let folder = named.hasPrefix("/") ? named : "/tmp"
    let path = Path.join(folder, "dugnad-\(context.randomName(length: 16)).sig")
    try context.lifted { () throws(FilesError) in
      let file = try File.open(path, .create(permissions: 0o600), system: context.world.calls)
      try file.append(bytes)
    }
    defer { try? context.world.calls.unlink(path) }
    return try work(path)
  }
}

/// What an armoured SSH signature says of itself (openssh-portable, PROTOCOL.sshsig). Whether it is good is
/// for `ssh-keygen` to say.
struct SSHSignature {
  let namespace: String
  /// The public key, as it stands in the signature.
  private let key: [UInt8]

  private static let first = "-----BEGIN SSH SIGNATURE-----"
  private static let last = "-----END SSH SIGNATURE-----"

  var role: SignerRole? { SignerRole(rawValue: namespace) }

  /// "SHA256:…", as `ssh-keygen -l` prints a key.
  var fingerprint: String {
    let digest = SHA256.hash(key).base64
    return "SHA256:" + digest.prefix { $0 != "=" }
  }

  init?(_ armoured: [UInt8]) {
    let lines = String(decoding: armoured, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard lines.first == Self.first[...], lines.last == Self.last[...], lines.count > 2,
      let blob = Base64.decode(Array(lines.dropFirst().dropLast().joined().utf8)[...])
    else { return nil }
    var rest = blob[...]
    guard rest.starts(with: Array("SSHSIG".utf8)) else { return nil }
    rest = rest.dropFirst(6)
    guard Self.number(&rest) == 1, let key = Self.string(&rest), let name = Self.string(&rest)
    else { return nil }
    self.key = key
    namespace = String(decoding: name, as: UTF8.self)
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= 4 else { return nil }
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func string(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard let count = number(&rest), rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}
