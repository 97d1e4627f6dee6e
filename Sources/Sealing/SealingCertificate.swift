package import Cases
package import X509

extension Certificate {
  /// Whether seals may be made with it: digital signature and non-repudiation, and no authority (RFC 5280, 4.2.1.3 and
  /// 4.2.1.9). Asked before sealing and when verifying, so that no seal is made that nobody accepts.
  package var maySeal: Bool {
    guard let usage = try? extensions.keyUsage,
      let constraints = try? extensions.basicConstraints
    else { return false }
    return usage.digitalSignature && usage.nonRepudiation && constraints == .notCertificateAuthority
  }
}

extension Problem {
  package static let certificateMayNotSeal = Problem(
    "certificate_may_not_seal", exit: .configuration,
    zh: "该证书不能用于盖章：须为非 CA 证书，并同时允许数字签名和抗抵赖。",
    en:
      "This certificate may not seal: it must say that it is no authority and is for digital signatures and non-repudiation.",
    remedyZh: "请向签发机构申请用于电子印章的证书。",
    remedyEn: "Have one issued for seals (basicConstraints CA:FALSE; both key usages).")
}
