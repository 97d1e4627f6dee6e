package import Cases

extension Problem {
  package static let claimsNotPlausible = Problem(
    "claims_not_plausible", exit: .other,
    zh: "结果信息不完整或过长，不能写入二维码。",
    en: "What the result says of itself is incomplete or too long for a code.",
    remedyZh: "请检查结果编号、种类、机关名称和日期。",
    remedyEn: "Check the result's number, kind, authority and dates.")

  package static let claimsHoldIDNumber = Problem(
    "claims_hold_id_number", exit: .configuration,
    zh: "结果信息中含有公民身份号码，不能写入二维码。",
    en: "What the result says of itself contains an ID number, which may not go into a code.",
    remedyZh: "请更正该事项的编号规则。", remedyEn: "Correct the matter's numbering pattern.")

  package static func codeTooLarge(bytes: Int, limit: Int) -> Problem {
    Problem(
      "code_too_large", exit: .configuration,
      zh: "二维码内容过大：\(bytes) 字节，上限为 \(limit) 字节。",
      en: "The code's content is too large: \(bytes) bytes; the limit is \(limit) bytes.",
      remedyZh: "请缩短结果种类、编号或机关名称。",
      remedyEn: "Shorten the result's kind, number or authority.")
  }

  package static func symbolTooLarge(version: Int, limit: Int) -> Problem {
    Problem(
      "symbol_too_large", exit: .configuration,
      zh: "二维码过密：版本 \(version)，上限为版本 \(limit)。",
      en: "The code has too many modules: version \(version); the limit is version \(limit).",
      remedyZh: "请缩短公开网址、结果种类或编号。",
      remedyEn: "Shorten the public address, the result's kind or its number.")
  }

  package static func badPublicURL(_ text: String) -> Problem {
    Problem(
      "bad_public_url", exit: .configuration,
      zh: "公开网址「\(text)」无效。", en: "The public address '\(text)' cannot be used.",
      remedyZh: "请使用小写的 https://主机名，不带路径；仅本机可用 http。",
      remedyEn: "Use https://host in lower case without a path; http is for this machine only.")
  }

  package static let pdfTooLarge = Problem(
    "pdf_too_large", exit: .other,
    zh: "结果 PDF 为空或过大，不能存储。", en: "The result's PDF is empty or too large to be stored.",
    remedyZh: "请减小结果模板中的图片。", remedyEn: "Make the pictures in the result's template smaller.")

  package static let hiddenPDFDamaged = Problem(
    "hidden_pdf_damaged", exit: .notGenuine,
    zh: "存储的结果文件已损坏，或不属于该二维码。",
    en: "The stored result is damaged or does not belong to this code.",
    remedyZh: "请向出具机关核实。", remedyEn: "Ask the authority that issued it.")

  static func keyFile(_ path: String, _ reason: String) -> Problem {
    Problem(
      "issuing_key", exit: .access,
      zh: "无法使用签发密钥 \(path)（\(reason)）。", en: "The issuing key \(path) cannot be used (\(reason)).",
      remedyZh: "请检查该文件及其权限（应为 0600）。", remedyEn: "Check the file and its mode (it must be 0600).")
  }

  static func drawing(_ what: String) -> Problem { .internalFault("QR: \(what)") }
}
