// One file that somebody sent: what kind it is, what is wrong with it, and who has signed its head.

import Domain
import EventFormat
import Evidence
import Files
import Integrity
import Reports
import Wording

/// The check of one file.
struct FileCheck {
  enum Kind: String {
    case bundle, proof, checkpoint
    case unknown
  }

  /// One thing that is wrong.
  struct Finding {
    let id: String
    /// A file of a bundle, or the file itself.
    let file: String
    var line = 0
    var figure = ""
    let text: Phrase

    var place: String { file + (line > 0 ? ":\(line)" : "") }
  }

  let file: String
  private(set) var kind = Kind.unknown
  private(set) var findings: [Finding] = []
  private(set) var figures: [(figure: String, value: Int, holds: Bool?)] = []
  private(set) var signatures: [SignatureCheck] = []
  /// The verdict, to quote.
  private(set) var sentence = ""

  var holds: Bool { findings.isEmpty }

  init(_ file: String, allowed: String?, _ context: Context) throws {
    self.file = file
    let path = context.absolute(file)
    let bytes = try context.bytes(ofFile: file)
    let checkpoint: Checkpoint?
    var signed: [(file: String, bytes: [UInt8])] = []
    var bundle: BundleCheck?
    var proved = 0
    if bytes.starts(with: [0x50, 0x4B]) {
      kind = .bundle
      let check = BundleCheck(bytes)
      take(check)
      bundle = check
      checkpoint = check.checkpoint
      for (index, signature) in check.signatures.enumerated() {
        signed.append(("kontrollpunkt.txt.\(index + 1).sig", signature))
      }
    } else {
      signed = Self.signaturesBeside(path, context)
      if let proof = try? ProofText(parsing: bytes) {
        kind = .proof
        checkpoint = proof.checkpoint
        proved = proof.index + 1
        check(proof)
      } else if let answer = WitnessAnswer(bytes) {
        kind = .checkpoint
        checkpoint = answer.checkpoint
        signed.insert((Path.name(of: path), answer.signature), at: 0)
      } else if let head = try? Checkpoint(parsing: bytes) {
        kind = .checkpoint
        checkpoint = head
      } else {
        checkpoint = nil
        findings.append(
          Finding(
            id: "file-unreadable", file: file,
            text: Phrase(
              nb: "verken en dokumentasjonspakke, beviset for en linje eller et kontrollpunkt",
              en: "neither an evidence bundle, nor the proof of a line, nor a checkpoint")))
      }
    }
    if let checkpoint { try check(signed, of: checkpoint, allowed: allowed, context) }
    let language = context.language
    if let bundle {
      sentence = BundleWords.sentence(bundle, findings.map(\.id), language)
    } else {
      sentence = words(checkpoint, proved: proved)(language)
    }
  }

  // MARK: - A bundle, a proof

  private mutating func take(_ check: BundleCheck) {
    findings = check.findings.map {
      Finding(
        id: $0.id.rawValue, file: $0.file.isEmpty ? file : $0.file, line: $0.line,
        figure: $0.figure, text: BundleWords.text($0))
    }
    figures = check.figures.map { ($0.claim.figure, $0.claim.value, $0.holds) }
  }

  private mutating func check(_ proof: ProofText) {
    func finding(_ id: String, _ text: Phrase) -> Finding {
      Finding(id: id, file: file, line: proof.index + 1, text: text)
    }
    do throws(ProofFault) {
      try proof.verifyExtra()
    } catch {
      let fault = BundleWords.proof(error)
      findings.append(
        finding(
          "proof-fails",
          Phrase(
            nb: "beviset holder ikke: \(fault.nb)", en: "the proof does not hold: \(fault.en)")))
      return
    }
    // The tree speaks of bytes. That they are the line of this number is for the line to say.
    let seal = Array(#","hash":"\#(HashChain.leaf(of: proof.extra).hex)"}"#.utf8)
    let line = Array(proof.extra.dropFirst(Digest.hexCount)) + seal
    do throws(FormatError) {
      let read = try EventLine.scan(line.span)
      if read.recorded.seq != proof.index + 1 {
        findings.append(
          finding(
            "number-wrong",
            Phrase(
              nb: "linjen sier at den er linje \(read.recorded.seq)",
              en: "the line says that it is line \(read.recorded.seq)")))
      }
    } catch {
      findings.append(finding("line-damaged", FindingWords.format(error)))
    }
  }

  // MARK: - Signatures

  /// `FILE.sig`, `FILE.1.sig`, `FILE.NAME.witness.sig`.
  private static func signaturesBeside(
    _ path: String, _ context: Context
  ) -> [(file: String, bytes: [UInt8])] {
    let (folder, name) = (Path.folder(of: path), Path.name(of: path))
    let names = (try? Folder(folder, system: context.world.calls).names()) ?? []
    return names.filter { $0.hasPrefix(name + ".") && $0.hasSuffix(".sig") }.compactMap { found in
      let file = try? File.open(Path.join(folder, found), .read, system: context.world.calls)
      return (try? file?.readAll()).map { (found, $0) }
    }
  }

  private mutating func check(
    _ signed: [(file: String, bytes: [UInt8])], of checkpoint: Checkpoint, allowed: String?,
    _ context: Context
  ) throws {
    let body = Array(checkpoint.text.utf8)
    for (name, bytes) in signed {
      var check = SignatureCheck(name, bytes)
      if let allowed {
        check.verdict =
          if let role = check.role {
            try SSHKeys(context).check(body, bytes, role, allowed: allowed)
          } else {
            .bad
          }
      }
      if let (id, text) = check.fault { findings.append(Finding(id: id, file: name, text: text)) }
      signatures.append(check)
    }
    if allowed != nil, signed.isEmpty {
      findings.append(
        Finding(
          id: "signature-missing", file: file,
          text: Phrase(
            nb: "ingen har underskrevet kontrollpunktet", en: "nobody has signed the checkpoint")))
    }
  }

  // MARK: - The sentence

  private func words(_ checkpoint: Checkpoint?, proved: Int) -> Phrase {
    guard holds, let checkpoint else {
      return Phrase(
        nb: "HOLDER IKKE: \(file).", en: "DOES NOT HOLD: \(file).")
    }
    let (origin, size) = (checkpoint.origin, checkpoint.size)
    let root = checkpoint.root.hex.prefix(12)
    if proved > 0 {
      return Phrase(
        nb:
          "HOLDER: linje \(proved) er ført i \(origin), ved linje \(size), rot \(root); om den fortsatt "
          + "gjelder, kan ikke ses her.",
        nn:
          "HELD: linje \(proved) er ført i \(origin), ved linje \(size), rot \(root); om ho framleis "
          + "gjeld, kan ein ikkje sjå her.",
        en:
          "HOLDS: line \(proved) was recorded in \(origin), at line \(size), root \(root); whether it "
          + "still counts cannot be seen here.")
    }
    return Phrase(
      nb:
        "HOLDER: et kontrollpunkt for \(origin), ved linje \(size), rot \(root); hold det mot loggen med "
        + "dugnad kontroll --mot.",
      nn:
        "HELD: eit kontrollpunkt for \(origin), ved linje \(size), rot \(root); hald det mot loggen med "
        + "dugnad kontroll --mot.",
      en:
        "HOLDS: a checkpoint of \(origin), at line \(size), root \(root); hold it against the log with "
        + "dugnad audit --against.")
  }
}

/// One signature of a checkpoint.
struct SignatureCheck {
  let file: String
  private let signature: SSHSignature?
  /// What `ssh-keygen` said; nil when it was not asked.
  var verdict: SignatureVerdict?

  init(_ file: String, _ bytes: [UInt8]) {
    self.file = file
    signature = SSHSignature(bytes)
  }

  /// The role it was made in, if that is the one its name promises.
  var role: SignerRole? {
    guard let role = signature?.role else { return nil }
    return file.hasSuffix(".witness.sig") && role != .witness ? nil : role
  }

  /// What is wrong with it. A signature that is none in our sense is wrong also where keys are unknown.
  var fault: (id: String, text: Phrase)? {
    if role == nil {
      let namespace = signature?.namespace ?? "–"
      return (
        "signature-fails",
        Phrase(
          nb: "ikke en underskrift på et kontrollpunkt i den rollen (\(namespace))",
          en: "no signature of a checkpoint in that role (\(namespace))")
      )
    }
    switch verdict {
    case .good, nil: return nil
    case .unknownKey:
      return (
        "signer-unknown",
        Phrase(
          nb: "underskrevet av en nøkkel som ikke står på listen (\(signature?.fingerprint ?? ""))",
          en: "signed by a key that is not on the list (\(signature?.fingerprint ?? ""))")
      )
    case .bad:
      return (
        "signature-fails",
        Phrase(
          nb: "underskriften er ikke av dette kontrollpunktet, eller ikke tillatt for den nøkkelen",
          en: "the signature is not of this checkpoint, or not allowed to that key")
      )
    }
  }

  func words(_ language: Language) -> String {
    let who =
      role == .witness
      ? Phrase(nb: "vitne", en: "witness") : Phrase(nb: "regnskapet", en: "the ledger")
    switch (fault, verdict) {
    case (nil, .good(let principal)?):
      return Phrase(
        nb: "underskrift \(file): god, \(principal) (\(who.nb))",
        en: "signature \(file): good, \(principal) (\(who.en))")(language)
    case (nil, _):
      return Phrase(
        nb: "underskrift \(file): ikke kontrollert (\(who.nb), \(signature?.fingerprint ?? ""))",
        en: "signature \(file): not checked (\(who.en), \(signature?.fingerprint ?? ""))")(language)
    default:
      return Phrase(
        nb: "underskrift \(file): holder ikke", en: "signature \(file): does not hold")(language)
    }
  }

  var json: JSONValue {
    let status =
      switch (fault?.id, verdict) {
      case ("signer-unknown"?, _): "unknown"
      case (nil, .good?): "good"
      case (nil, _): "not-checked"
      default: "bad"
      }
    var principal: String?
    if case .good(let name)? = verdict { principal = name }
    return .object([
      "file": .string(file), "namespace": .string(orNull: signature?.namespace),
      "key": .string(orNull: signature?.fingerprint), "principal": .string(orNull: principal),
      "status": .string(status),
    ])
  }
}
