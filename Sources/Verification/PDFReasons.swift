import Cases

/// Why a sealed PDF is judged as it is. The codes are stable.
extension Reason {
  static let noSeal = Reason(
    code: "no_seal", zh: "文件没有电子印章或签名。", en: "The file has no electronic seal or signature.")

  /// The file has marks of a seal and is not what a sealed file of ours must be, to the byte.
  static func structure(_ what: String) -> Reason {
    Reason(
      code: "structure_not_strict", zh: "文件结构与盖章时不符（\(what)）。",
      en: "The structure is not that of a sealed file (\(what)).")
  }

  static let bytesAfterEnd = Reason(
    code: "bytes_after_end", zh: "盖章后文件末尾被追加了内容。", en: "Something was appended after the seal.")

  static let notCovered = Reason(
    code: "not_covered", zh: "签名没有覆盖整个文件。", en: "The signature does not cover the whole file.")

  static let signatureNotCanonical = Reason(
    code: "signature_not_canonical", zh: "签名数据的编码被改动。",
    en: "The encoding of the signature was changed.")

  static let contentAltered = Reason(
    code: "content_altered", zh: "盖章后文件内容被改动。", en: "The content was changed after it was sealed.")

  static let signatureWrong = Reason(
    code: "signature_wrong", zh: "签名值验证不通过。", en: "The signature does not verify.")

  static let digestAndSignatureAgree = Reason(
    code: "digest_and_signature_agree", zh: "自盖章以来没有任何字节被改动。",
    en: "Not a byte has changed since the file was sealed.")

  /// Of other software's signatures, whose unsigned parts are not looked at.
  static let signedContentUnchanged = Reason(
    code: "signed_content_unchanged", zh: "签名所覆盖的内容自签名以来未被改动。",
    en: "Nothing that the signature covers has changed since it was made.")

  static let weakAlgorithm = Reason(
    code: "weak_algorithm", zh: "签名使用了不受支持或不安全的算法。",
    en: "The signature uses an algorithm that is unsafe or unknown here.")

  static let sealerTrusted = Reason(
    code: "sealer_trusted", zh: "盖章证书由受信任的机构签发。",
    en: "The sealing certificate leads to a trusted authority.")

  static let sealerTest = Reason(
    code: "sealer_test", zh: "测试印章，不具法律效力。", en: "Test seal, no legal effect.")

  static let sealerUnknown = Reason(
    code: "sealer_unknown", zh: "盖章机构不在信任名单中。",
    en: "The sealing authority is not on the trust list.")

  static let thirdParty = Reason(
    code: "third_party_signature", zh: "文件由其他软件签名，本程序不判断其签名人。",
    en: "The file was signed by other software; its signer is not judged here.")

  static let certificateNotOnSeal = Reason(
    code: "certificate_not_on_seal", zh: "签名证书不在该印章的使用名单上，或所示印章与备案不符。",
    en: "The certificate may not use this seal, or the seal shown is not the one on record.")

  static let certificateMisused = Reason(
    code: "certificate_misused", zh: "该证书不能用于盖章。", en: "The certificate is not one that may seal.")

  static let validNow = Reason(
    code: "seal_valid", zh: "印章和证书在有效期内。",
    en: "Seal and certificates are within their validity.")

  static let revocationNotAsked = Reason(
    code: "revocation_not_asked", zh: "是否吊销未联网查询，文件也未附可用的吊销信息。",
    en: "Revocation was not asked online, and the file holds no data on it that will do.")

  static let sealNotYetValid = Reason(
    code: "not_yet_valid", zh: "印章、证书或盖章时间晚于当前时间。",
    en: "The seal, its certificate or the time of sealing lies in the future.")

  static let sealExpired = Reason(
    code: "seal_expired", zh: "印章或证书已过有效期。", en: "The seal or its certificate has expired.")

  static let sealedOutsideValidity = Reason(
    code: "sealed_outside_validity", zh: "盖章时间不在印章或证书的有效期内。",
    en: "The file was sealed outside the validity of the seal or its certificate.")

  static let sealedAfterRetirement = Reason(
    code: "sealed_after_retirement", zh: "盖章时间晚于该印章停用之日。",
    en: "The file was sealed after the seal was retired.")

  static let sealCompromised = Reason(
    code: "seal_compromised", zh: "该印章的密钥可能已被他人使用，其所盖文件一律不予认可。",
    en: "The seal's key may have been used by somebody else: nothing that it sealed is relied on.")

  static let validityUnknown = Reason(
    code: "validity_unknown", zh: "未判断有效期：盖章机构未知。",
    en: "Validity was not judged: the sealer is unknown.")
}
