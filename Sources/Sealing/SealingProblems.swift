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

  package static func badSealDesign(_ what: String) -> Problem {
    Problem(
      "bad_seal_design", exit: .configuration,
      zh: "印章的文字或尺寸不符合规定（\(what)）。",
      en: "A seal cannot have such a text or size (\(what)).",
      remedyZh: "圆形章直径不超过45毫米，椭圆形章宽大于高，方形名章只有姓名。",
      remedyEn:
        "Round seals are at most 45 mm, oval ones wider than high, square ones hold a name only.")
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
      remedyZh: "请提供完整、规范的 PDF；用 qpdf 等软件另存后重试往往可行。",
      remedyEn: "Provide a whole, regular PDF; saving it anew, as qpdf does, often helps.")
  }

  package static let alreadySigned = Problem(
    "already_signed", exit: .unusableInput,
    zh: "该 PDF 已有签名或印章。", en: "This PDF has been signed or sealed already.",
    remedyZh: "如确需会签，请加 --approve 追加批准签章。",
    remedyEn: "To add an approval beside it, say --approve.")

  package static let changesForbidden = Problem(
    "changes_forbidden", exit: .unusableInput,
    zh: "该 PDF 的签名不允许再作任何改动，追加签章会使原签名失效。",
    en: "The signature of this PDF forbids any change: another seal would break it.",
    remedyZh: "请在原签名单位处重新出具。", remedyEn: "Have it issued anew by whoever signed it.")

  package static func activeContent(_ what: String) -> Problem {
    Problem(
      "active_content", exit: .unusableInput,
      zh: "该 PDF 含有脚本或动态内容（\(what)），盖章后显示内容仍可能变化。",
      en:
        "This PDF has scripts or dynamic content (\(what)): what it shows could change once sealed.",
      remedyZh: "请打印为不含动态内容的 PDF 后重试。",
      remedyEn: "Print it to a PDF without such content and try again.")
  }
}
