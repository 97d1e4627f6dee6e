package import Cases
import ResultCodes

extension Problem {
  package static let noCode = Problem(
    "no_code", exit: .unusableInput,
    zh: "这不是结果二维码的内容。", en: "This is not the text of a result's code.",
    remedyZh: "请提供结果上的二维码。", remedyEn: "Provide the code that is on the result.")
}

/// What `CodeVerifier` gives as reasons.
extension Reason {
  static let signatureFits = Reason(
    code: "signature_fits", zh: "记录的签名有效，自签发后未改动。",
    en: "The record's signature is valid: nothing was changed since it was issued.")
  static let keyUnknown = Reason(
    code: "issuing_key_unknown", zh: "签发密钥不在信任列表中，无法核对。",
    en: "The issuing key is not on the list of trusted keys; nothing could be checked.")
  static let recordNotHere = Reason(
    code: "record_not_in_code", zh: "此二维码只含查询位置，需联网取得签名记录后才能核对。",
    en: "This code only says where the result is; its signed record must be fetched to check it.")
  static let pdfDiffers = Reason(
    code: "pdf_differs", zh: "该 PDF 与二维码所登记的文件不一致。",
    en: "The PDF is not the file that the code was signed for.")
  static let keyTrusted = Reason(
    code: "issuing_key_trusted", zh: "签发密钥在信任列表中。",
    en: "The issuing key is on the list of trusted keys.")
  static let testKey = Reason(
    code: "test_authority", zh: "由本机自建的测试机关签发：测试，不具法律效力。",
    en:
      "Issued by the test authority that this program made for itself: a test without legal force.")
  static let keyOutsideItsTime = Reason(
    code: "issuing_key_outside_its_time", zh: "签发日期不在签发密钥的有效期内。",
    en: "The date of issue is outside the issuing key's time.")
  static let keyRevoked = Reason(
    code: "issuing_key_revoked", zh: "签发时该密钥已被撤销。",
    en: "The issuing key had been revoked when this was issued.")
  static let keyRevokedLater = Reason(
    code: "issuing_key_revoked_later", zh: "签发密钥后来被撤销，签发日期无法离线证实。",
    en: "The issuing key was revoked later; the date of issue cannot be proved offline.")
  static let notYet = Reason(code: "not_yet", zh: "尚未生效。", en: "It is not in force yet.")
  static let expired = Reason(code: "expired", zh: "已过期。", en: "It has expired.")
  static let inForceByItself = Reason(
    code: "in_force_by_itself", zh: "按记录所载仍在有效期内；是否已撤销需联网查询。",
    en: "In force by what the record says; whether it was revoked must be asked online.")

  init(_ fault: CodeFault) {
    self =
      switch fault {
      case .notAResultURL:
        Reason(code: "no_code", zh: Problem.noCode.zh, en: Problem.noCode.en)
      case .incomplete:
        Reason(
          code: "code_incomplete", zh: "网址缺少 # 之后的内容，无法核对。",
          en: "The address lacks what stands behind #; nothing could be checked.")
      case .newerReaderNeeded:
        Reason(
          code: "newer_reader_needed", zh: "二维码格式较新，需要更新的核验程序。",
          en: "The code has a newer format: a newer reader is needed.")
      case .malformedURL:
        Reason(
          code: "code_malformed", zh: "二维码的网址或数字与登记格式不符。",
          en: "The code's address or digits are not as they are made.")
      case .locatorDiffers:
        Reason(
          code: "locator_differs", zh: "网址中的编号与二维码内容不符。",
          en: "The number in the address does not belong to the code's content.")
      case .malformedRecord:
        Reason(
          code: "record_malformed", zh: "签名记录的编码不符合格式。",
          en: "The signed record is not encoded as it must be.")
      case .wrongSignature:
        Reason(
          code: "signature_wrong", zh: "签名无效：内容被改动或属伪造。",
          en: "The signature is wrong: the content was changed or forged.")
      case .malformedClaims:
        Reason(
          code: "claims_malformed", zh: "已签名，但内容不是结果记录。",
          en: "It is signed, but it is not the record of a result.")
      }
  }
}
