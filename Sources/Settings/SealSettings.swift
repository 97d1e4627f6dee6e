/// The settings of the seal.
extension KnownSettings {
  package static let sealProfile = Setting(
    "seal.profile", "pades",
    zh: "签章格式：pades（国际通用）或 gm（GB/T 38540，SM2/SM3）。",
    en: "How results are sealed: pades, or gm (GB/T 38540 with SM2 and SM3).")
  package static let sealName = Setting(
    "seal.name", "default",
    zh: "结果所用印章的名称（kanhe keys list）。",
    en: "Name of the seal that results bear (kanhe keys list).")
  package static let tokenModule = Setting(
    "seal.pkcs11.module", "",
    zh: "密码设备 PKCS#11 模块的绝对路径；空则不使用密码设备。",
    en: "Absolute path of the token's PKCS#11 module; empty means no token.")
  package static let tokenLabel = Setting(
    "seal.pkcs11.token", "",
    zh: "密码设备的标签。", en: "Label of the token.")
  package static let tokenPINFile = Setting(
    "seal.pkcs11.pinFile", "",
    zh: "保存设备 PIN 的文件，仅限本人读取。", en: "File with the token's PIN, for its owner's eyes only.")
  package static let tokenPIN = Setting(
    "seal.pkcs11.pin", "",
    zh: "设备 PIN；宜用 seal.pkcs11.pinFile。", en: "The token's PIN; seal.pkcs11.pinFile is better.")
}

/// Which seal results bear, and the token in which keys of seals may lie.
package struct SealSettings: Sendable {
  package enum Profile: String, Sendable {
    case pades, gm
  }

  /// A token behind PKCS#11.
  package struct Token: Sendable {
    package var module: String
    package var label: String
    package var pinFile: String
    /// Secret: never printed.
    package var pin: String
  }

  package var profile: Profile
  package var name: String
  /// nil where none is set.
  package var token: Token?

  /// Reads the settings of the seal by a function that gives the text of one.
  init(_ text: (Setting<String>) throws -> String) throws {
    guard let profile = Profile(rawValue: try text(KnownSettings.sealProfile)) else {
      throw Unusable(key: KnownSettings.sealProfile.key)
    }
    self.profile = profile
    name = try text(KnownSettings.sealName)
    let token = Token(
      module: try text(KnownSettings.tokenModule), label: try text(KnownSettings.tokenLabel),
      pinFile: try text(KnownSettings.tokenPINFile), pin: try text(KnownSettings.tokenPIN))
    self.token = token.module.isEmpty ? nil : token
    // There is one seal of this profile, and it bears no RFC 3161 time stamp.
    if profile == .gm, name != KnownSettings.sealName.standard {
      throw Unusable(key: KnownSettings.sealName.key)
    }
    if profile == .gm, !(try text(KnownSettings.timestampURL)).isEmpty {
      throw Unusable(key: KnownSettings.timestampURL.key)
    }
  }

  private struct Unusable: Error { let key: String }
}
