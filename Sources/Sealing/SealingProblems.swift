package import Cases

/// Why a document could not be sealed.
extension Problem {
  package static func badSealKey(_ reason: String) -> Problem {
    Problem(
      "bad_seal_key", exit: .configuration,
      zh: "印章密钥无法使用（\(reason)）。", en: "The seal key cannot be used (\(reason)).",
      remedyZh: "请检查密钥文件和口令。", remedyEn: "Check the key file and its passphrase.")
  }

  package static func badAuthority(_ reason: String) -> Problem {
    Problem(
      "bad_seal_authority", exit: .configuration,
      zh: "签章机构目录有误（\(reason)）。", en: "The folder of the seal authority is damaged (\(reason)).",
      remedyZh: "请从备份恢复该目录。", remedyEn: "Restore the folder from its backup.")
  }

  package static func sealingFailed(_ reason: String) -> Problem {
    Problem(
      "sealing_failed", exit: .other,
      zh: "加盖电子印章失败（\(reason)）。", en: "Sealing failed (\(reason)).",
      remedyZh: "请重试；如再次失败请附日志报告。",
      remedyEn: "Try again; report it with the log if it happens again.")
  }

  package static let sealNotValid = Problem(
    "seal_not_valid", exit: .configuration,
    zh: "印章或其证书不在有效期内，或证书不在该印章的使用名单上。",
    en: "The seal or its certificate is not valid now, or the certificate may not use this seal.",
    remedyZh: "请更换有效的印章。", remedyEn: "Use a seal that is valid.")

  package static func cannotBeSealed(_ reason: String) -> Problem {
    Problem(
      "cannot_be_sealed", exit: .unusableInput,
      zh: "该 PDF 不能加盖印章（\(reason)）。", en: "This PDF cannot be sealed (\(reason)).",
      remedyZh: "请提供由本系统出具、未经签名或修改的 PDF。",
      remedyEn: "Provide a PDF drawn by this program, unsigned and unchanged.")
  }
}
