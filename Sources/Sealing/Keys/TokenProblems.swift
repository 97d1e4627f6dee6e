import CP11Kit
package import Cases

/// Why a key in a token cannot be used.
extension Problem {
  package static func keyModuleMissing(_ path: String) -> Problem {
    Problem(
      "key_module_missing", exit: .missingDependency,
      zh: "PKCS#11 模块 \(path) 无法加载。", en: "The PKCS#11 module \(path) cannot be loaded.",
      remedyZh: "请安装密码设备的驱动，并用 seal.pkcs11.module 写明其绝对路径。",
      remedyEn: "Install the device's driver and set seal.pkcs11.module to its absolute path.")
  }

  package static func keyTokenMissing(_ label: String) -> Problem {
    Problem(
      "key_token_missing", exit: .access,
      zh: "找不到（或不止一个）名为“\(label)”的密码设备。",
      en: "There is no token, or more than one, with the label \"\(label)\".",
      remedyZh: "请插好设备，并核对 seal.pkcs11.token。", remedyEn: "Plug it in and check seal.pkcs11.token.")
  }

  package static let keyPINWrong = Problem(
    "key_pin_wrong", exit: .access,
    zh: "密码设备的 PIN 不正确；为避免锁定设备，本次运行不再重试。",
    en:
      "The token refuses the PIN; it is not tried again in this run, so that the token is not locked.",
    remedyZh: "请更正 PIN 文件后重新启动。", remedyEn: "Correct the PIN file and start again.")

  package static let keyPINLocked = Problem(
    "key_pin_locked", exit: .access,
    zh: "密码设备的 PIN 已锁定。", en: "The PIN of the token is locked.",
    remedyZh: "请由设备管理员解锁。", remedyEn: "Have it unlocked by whoever administers the token.")

  package static func keyNotInToken(_ name: String, _ what: String) -> Problem {
    Problem(
      "key_not_in_token", exit: .configuration,
      zh: "密码设备中没有唯一的 P-256 私钥“\(name)”（\(what)）。",
      en: "The token does not hold exactly one P-256 private key \"\(name)\" (\(what)).",
      remedyZh: "请核对密钥名称（标签，或 id: 加十六进制标识）。",
      remedyEn: "Check the name of the key: a label, or id: and hexadecimal digits.")
  }

  package static let keyAndCertificateDiffer = Problem(
    "key_and_certificate_differ", exit: .configuration,
    zh: "密码设备中的私钥与印章证书不符。", en: "The key in the token is not that of the seal's certificate.",
    remedyZh: "请核对密钥名称与印章证书。",
    remedyEn: "Check the name of the key and the certificate of the seal.")

  package static func badPINFile(_ path: String) -> Problem {
    Problem(
      "bad_pin_file", exit: .configuration,
      zh: "PIN 文件 \(path) 无法读取、内容为空或可被他人读取。",
      en: "The PIN file \(path) cannot be read, is empty, or can be read by others.",
      remedyZh: "请核对 seal.pkcs11.pinFile，并执行 chmod 600。",
      remedyEn: "Check seal.pkcs11.pinFile and chmod 600 the file.")
  }

  package static func tokenNotSet(_ label: String) -> Problem {
    Problem(
      "token_not_set", exit: .configuration,
      zh: "密钥在密码设备“\(label)”中，但尚未设置该设备。",
      en: "The key is in the token \"\(label)\", and no token is set.",
      remedyZh: "请设置 seal.pkcs11.module、token 和 pinFile。",
      remedyEn: "Set seal.pkcs11.module, token and pinFile.")
  }

  package static let certificateFromElsewhere = Problem(
    "certificate_from_elsewhere", exit: .configuration,
    zh: "该印章的证书由其他机构签发，不能在此换发。",
    en: "The certificate of this seal was issued elsewhere and cannot be renewed here.",
    remedyZh: "请向签发机构申请新证书，再运行 kanhe keys use-token。",
    remedyEn: "Have a new one issued there, then run kanhe keys use-token.")

  package static func keyDeviceFailed(_ reason: String) -> Problem {
    Problem(
      "key_device_failed", exit: .access,
      zh: "密码设备出错（\(reason)）。", en: "The token failed (\(reason)).",
      remedyZh: "请检查设备后重试。", remedyEn: "Check the token and try again.")
  }

  /// What an answer of PKCS#11 means to whoever runs the program.
  static func keyDevice(_ answer: CK_RV) -> Problem {
    switch answer {
    case CKR_PIN_INCORRECT, CKR_PIN_INVALID, CKR_PIN_LEN_RANGE: .keyPINWrong
    case CKR_PIN_LOCKED: .keyPINLocked
    case CKR_TOKEN_NOT_PRESENT, CKR_TOKEN_NOT_RECOGNIZED, CKR_DEVICE_REMOVED, CKR_SLOT_ID_INVALID,
      CKR_SESSION_HANDLE_INVALID:
      .keyDeviceFailed("token removed, CKR 0x" + String(answer, radix: 16))
    default: .keyDeviceFailed("CKR 0x" + String(answer, radix: 16))
    }
  }
}
