import Cases
import Foundation
import Sealing
import Synchronization
import Testing
import Verification

/// Seals whose keys never leave their token, from key to verdict.
@Suite(.serialized) struct TokenSealTests {
  private let token: SoftToken
  private let keeper: SealKeeper
  private let design: SealDesign

  init() throws {
    token = try SoftToken()
    keeper = SealKeeper(keys: token.folder.appending(path: "keys"), token: token.token())
    design = try SealDesign(
      .round, name: "云州市公安局", kind: "审批专用章", code: "4401000000017")
  }

  @Test func aSealIsMadeUsedRotatedAndRetiredInTheToken() async throws {
    _ = try keeper.make("police", design, inToken: true)
    #expect(try token.objects().components(separatedBy: "Private Key Object").count == 3)
    #expect(try keeper.all().map(\.token) == [nil, "hall-token"])
    let first = try sealed(by: keeper.open("police"))
    let old = try keeper.open("police").key

    let rotated = try keeper.rotate("police")
    #expect(rotated.certificates.count == 2)
    let second = try sealed(by: keeper.open("police"))
    // The old key was destroyed, the new one is there.
    #expect(try token.objects().components(separatedBy: "Private Key Object").count == 3)
    #expect(throws: Problem.self) { try old.sign([1]) }
    for file in [first, second] {
      let trust = TrustStore(try keeper.open("police"))
      #expect(await PDFVerifier.judge(file, trust: trust).exit == .done)
    }

    _ = try keeper.retire("police", because: .superseded)
    #expect(try token.objects().components(separatedBy: "Private Key Object").count == 2)
    #expect(throws: Problem.sealNotValid) { try sealed(by: keeper.open("police")) }
  }

  /// Lost, stolen or locked: what verifiers are told must not wait for it.
  @Test func aSealWhoseTokenIsGoneCanBeRetired() async throws {
    _ = try keeper.make("police", design, inToken: true)
    let file = try sealed(by: keeper.open("police"))
    let without = SealKeeper(keys: token.folder.appending(path: "keys"))
    let elsewhere = SealKeeper(
      keys: token.folder.appending(path: "keys"), token: token.token(label: "another"))
    #expect(throws: Problem.keyTokenMissing("hall-token")) { try elsewhere.rotate("police") }

    let retired = try elsewhere.retire("police", because: .compromised)

    #expect(retired.record.compromised)
    #expect(retired.keyRemains?.code == "key_remains")
    #expect(retired.keyRemains?.en.contains("id:") == true, "says which key it is")
    let seal = try without.open("police")
    #expect(seal.record == retired.record)
    let verdict = await PDFVerifier.judge(file, trust: TrustStore(seal))
    #expect(verdict.inForce.reasons.map(\.code) == ["seal_compromised"])
  }

  /// Every seal by it would be nobody's.
  @Test(arguments: [
    "keyUsage=critical,digitalSignature\nbasicConstraints=critical,CA:FALSE\n",
    "keyUsage=critical,digitalSignature,nonRepudiation\n",
    "keyUsage=critical,digitalSignature,nonRepudiation\nbasicConstraints=critical,CA:TRUE\n",
  ])
  func aCertificateThatMayNotSealIsNotTaken(usage: String) throws {
    let chain = try CertificateChain(pem: certificates(usage))

    #expect(throws: Problem.certificateMayNotSeal) {
      try keeper.adopt("police", design, TokenKeyName("seal-key"), chain: chain, test: false)
    }
    #expect(throws: Problem.noSuchSeal("police")) { try keeper.open("police") }
    _ = try keeper.adopt(
      "police", design, TokenKeyName("seal-key"), chain: CertificateChain(pem: certificates()),
      test: false)
    #expect(throws: Problem.certificateMayNotSeal) {
      try keeper.renew("police", TokenKeyName("seal-key"), chain: chain)
    }
  }

  @Test func theKeyCannotLeaveTheToken() throws {
    _ = try keeper.make("police", design, inToken: true)

    let objects = try token.objects()

    #expect(objects.contains("sensitive, always sensitive, never extractable"))
  }

  @Test func aKeyWithCertificatesFromElsewhereIsTrustedWhereTheyAre() async throws {
    let chain = try CertificateChain(pem: certificates())
    let record = try keeper.adopt(
      "police", design, TokenKeyName("seal-key"), chain: chain, test: false)
    let seal = try keeper.open("police")

    let verdict = await PDFVerifier.judge(
      try sealed(by: seal),
      trust: TrustStore(
        sealAnchors: [.init(certificate: seal.anchor, test: false)], sealRecords: [record]))

    #expect(verdict.exit == .done)
    #expect(verdict.sealedBy.answer == .trusted)
    #expect(throws: Problem.certificateFromElsewhere) { try keeper.rotate("police") }
    let next = try CertificateChain(pem: certificates())
    let renewed = try keeper.renew("police", TokenKeyName("id:0a1b"), chain: next)
    #expect(renewed.certificates.count == 2)
    #expect(try !sealed(by: keeper.open("police")).isEmpty)
    // Whoever made the key may destroy it; we may not.
    #expect(try keeper.retire("police", because: .superseded).keyRemains == nil)
    #expect(try token.objects().contains("seal-key"))
  }

  @Test func aCertificateOfAnotherKeyIsRefused() throws {
    let chain = try CertificateChain(pem: certificates())
    _ = try keeper.make("other", design, inToken: true)
    _ = try #require(keeper.all().first { $0.name == "other" })
    let elsewhere = try SoftToken(label: "second", key: "seal-key")
    let there = SealKeeper(
      keys: token.folder.appending(path: "keys"), token: elsewhere.token())

    #expect(throws: Problem.keyAndCertificateDiffer) {
      try there.adopt("police", design, TokenKeyName("seal-key"), chain: chain, test: true)
    }
    #expect(throws: Problem.keyTokenMissing("hall-token")) {
      try sealed(by: there.open("other"))
    }
    #expect(throws: Problem.tokenNotSet("hall-token")) {
      try sealed(by: SealKeeper(keys: token.folder.appending(path: "keys")).open("other"))
    }
  }

  @Test func aChainThatIsNoneIsAProblem() throws {
    for text in ["", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
      let problem = #expect(throws: Problem.self) {
        let chain = try CertificateChain(pem: Array(text.utf8))
        return try keeper.adopt("a", design, TokenKeyName("seal-key"), chain: chain, test: true)
      }
      #expect(problem?.code == "bad_seal_authority")
    }
  }

  private func sealed(by seal: SealAuthority) throws -> [UInt8] {
    let drawn = try drawnSample()
    return try Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox),
      as: seal.identity { _ in }, reason: "行政许可决定书", caseID: "case-1")
  }

  /// The certificates of the token's first key as an authority elsewhere would issue them.
  private func certificates(
    _ usage: String =
      "keyUsage=critical,digitalSignature,nonRepudiation\nbasicConstraints=critical,CA:FALSE\n"
  ) throws -> [UInt8] {
    let openssl = Tool(path: "/usr/bin/openssl")
    func path(_ name: String) -> String { token.folder.appending(path: name).path }
    try token.publicKey.pemRepresentation.write(
      toFile: path("public.pem"), atomically: true, encoding: .utf8)
    try usage.write(toFile: path("usage"), atomically: true, encoding: .utf8)
    _ = try openssl.output(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
      path("root.key"), "-out", path("root.pem"), "-subj", "/CN=Authority elsewhere", "-days",
      "30", "-addext", "keyUsage=critical,keyCertSign")
    let answer = try openssl.output(
      "x509", "-new", "-force_pubkey", path("public.pem"), "-subj", "/CN=Organ", "-CA",
      path("root.pem"), "-CAkey", path("root.key"), "-days", "30", "-extfile", path("usage"),
      "-out", path("seal.pem"))
    let files = ["seal.pem", "root.pem"].compactMap {
      FileManager.default.contents(atPath: path($0))
    }
    try #require(files.count == 2, "\(answer)")
    return files.flatMap { Array($0) }
  }
}
