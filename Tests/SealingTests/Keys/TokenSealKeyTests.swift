import Cases
import Crypto
import Foundation
import Sealing
import Synchronization
import Testing
import Verification

/// Keys behind PKCS#11, in a real SoftHSM token.
@Suite(.serialized) struct TokenSealKeyTests {
  @Test(arguments: ["seal-key", "id:0a1b"])
  func aTokenSigns(name: String) throws {
    let token = try SoftToken()
    let key = token.key(name)

    for message in [[], Array("云州市".utf8), [UInt8](repeating: 7, count: 100_000)] {
      let signature = try P256.Signing.ECDSASignature(derRepresentation: try key.sign(message))
      #expect(token.publicKey.isValidSignature(signature, for: Data(message)))
      #expect(CanonicalECDSA.isCanonical(signature))
    }
  }

  @Test func manyMaySignAtOnce() async throws {
    let token = try SoftToken()
    let key = token.key()

    try await withThrowingTaskGroup { group in
      for number in 0..<16 {
        group.addTask { try key.sign([UInt8(number)]) }
      }
      for try await signature in group { #expect(!signature.isEmpty) }
    }
  }

  @Test func whatIsMissingIsToldApart() throws {
    let token = try SoftToken()
    func code(_ key: TokenSealKey) -> String? {
      #expect(throws: Problem.self) { try key.sign([1]) }?.code
    }

    for module in ["/nowhere/module.so", "/etc/hostname", "libsofthsm2.so"] {
      #expect(code(token.key(in: token.token(module: module))) == "key_module_missing")
    }
    #expect(code(token.key(in: token.token(label: "another"))) == "key_token_missing")
    #expect(code(token.key("another")) == "key_not_in_token")
    #expect(code(token.key("id:0a1c")) == "key_not_in_token")
    #expect(code(token.key(in: token.token(pin: "00000"))) == "key_pin_wrong")
    #expect(try !token.key().sign([1]).isEmpty)
  }

  @Test func aRefusedPINIsNotTriedAgain() throws {
    let token = try SoftToken()
    let asked = Mutex(0)
    let key = token.key(
      in: SealToken(module: SoftToken.module, label: "hall-token") { () throws(Problem) in
        asked.withLock { $0 += 1 }
        return SealPIN("00000")
      })

    for _ in 0..<5 { #expect(throws: Problem.keyPINWrong) { try key.sign([1]) } }

    #expect(asked.withLock(\.self) == 1)
  }

  /// Those who wait while the PIN is tried must not try it as well, whichever key they want.
  @Test func ofManyAtOnceOneTriesTheWrongPIN() async throws {
    let softToken = try SoftToken()
    let asked = Mutex(0)
    let token = SealToken(module: SoftToken.module, label: "hall-token") { () throws(Problem) in
      asked.withLock { $0 += 1 }
      return SealPIN("00000")
    }
    let keys = [softToken.key(in: token), softToken.key("id:0a1b", in: token)]

    await withTaskGroup { group in
      for number in 0..<16 {
        group.addTask { try? keys[number % 2].sign([UInt8(number)]) }
      }
      for await signature in group { #expect(signature == nil) }
    }

    #expect(asked.withLock(\.self) == 1)
    #expect(try !softToken.key().sign([1]).isEmpty, "the token was not locked")
  }

  @Test func aTokenThatIsGoneIsAProblem() throws {
    let token = try SoftToken()
    let key = token.key()
    let tokens = token.folder.appending(path: "tokens")
    _ = try key.sign([1])

    try FileManager.default.removeItem(at: tokens)
    let problem = #expect(throws: Problem.self) { try key.sign([1]) }

    #expect(problem?.exit == .access, "\(problem?.code ?? "")")
  }

  @Test func anotherKeyThanTheCertificatesIsNotUsed() throws {
    let token = try SoftToken()
    let key = TokenSealKey(
      token.token(), TokenKeyName("seal-key"), publicKey: P256.Signing.PrivateKey().publicKey)

    let problem = #expect(throws: Problem.self) { try key.sign([1]) }

    #expect(problem?.code == "key_and_certificate_differ")
  }

  @Test func aPINIsNeverShown() throws {
    let pin = SealPIN("73194")

    #expect(!"\(pin) \(String(reflecting: pin))".contains("73194"))
    var dumped = ""
    dump(pin, to: &dumped)
    #expect(!dumped.contains("73194"))
  }

  @Test func aPINFileThatOthersCanReadIsRefused() throws {
    let hall = try Hall()
    let file = try hall.write(Array("73194\n".utf8), as: "pin")

    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    #expect(throws: Problem.badPINFile(file)) { try SealPIN(file: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    #expect(throws: Never.self) { try SealPIN(file: file) }
    try Data().write(to: URL(filePath: file))
    #expect(throws: Problem.badPINFile(file)) { try SealPIN(file: file) }
  }
}
