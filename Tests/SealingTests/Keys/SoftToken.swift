import Cases
import Crypto
import Foundation
import Sealing

/// A token of SoftHSM in a folder that goes away with it, with a P-256 key that was made inside.
final class SoftToken {
  static let module = "/usr/lib/softhsm/libsofthsm2.so"
  static let pin = "73194"

  let folder: URL
  let publicKey: P256.Signing.PublicKey
  private let label: String

  init(label: String = "hall-token", key: String = "seal-key") throws {
    self.label = label
    folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID().uuidString)")
    let tokens = folder.appending(path: "tokens")
    try FileManager.default.createDirectory(at: tokens, withIntermediateDirectories: true)
    let configuration = folder.appending(path: "softhsm2.conf")
    try Data("directories.tokendir = \(tokens.path)\nlog.level = ERROR\n".utf8)
      .write(to: configuration)
    // SoftHSM reads the path when the module is initialised, here and in the commands below.
    setenv("SOFTHSM2_CONF", configuration.path, 1)
    _ = try Tool(path: "/usr/bin/softhsm2-util").output(
      "--init-token", "--free", "--label", label, "--so-pin", "9876543", "--pin", Self.pin)
    _ = try Self.tool(
      "--token-label", label, "--login", "--pin", Self.pin, "--keypairgen", "--key-type",
      "EC:prime256v1", "--label", key, "--id", "0a1b")
    let file = folder.appending(path: "public.der")
    let answer = try Self.tool(
      "--token-label", label, "--read-object", "--type", "pubkey", "--label", key,
      "--output-file", file.path)
    guard let info = try? Data(contentsOf: file) else { throw Unreadable(answer: answer) }
    publicKey = try P256.Signing.PublicKey(derRepresentation: info)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  struct Unreadable: Error { let answer: String }

  func token(
    label: String? = nil, module: String = SoftToken.module, pin: String = SoftToken.pin
  ) -> SealToken {
    SealToken(module: module, label: label ?? self.label) { () throws(Problem) in SealPIN(pin) }
  }

  func key(_ name: String = "seal-key", in token: SealToken? = nil) -> TokenSealKey {
    TokenSealKey(token ?? self.token(), TokenKeyName(name), publicKey: publicKey)
  }

  /// What another program sees in the token.
  func objects() throws -> String {
    try Self.tool("--token-label", label, "--login", "--pin", Self.pin, "--list-objects")
  }

  private static func tool(_ arguments: String...) throws -> String {
    try Tool(path: "/usr/bin/pkcs11-tool").output(["--module", module] + arguments)
  }
}
