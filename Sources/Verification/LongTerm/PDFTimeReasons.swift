import Cases
import Foundation

/// What is said of the time of sealing and of revocation. The codes are stable.
extension Reason {
  static let onlyExtended = Reason(
    code: "only_extended", zh: "盖章后只附加了验证数据和时间戳。",
    en: "Only validation data and time stamps were added after the seal."
  )

  static let timestampWrong = Reason(
    code: "timestamp_wrong", zh: "时间戳与签名不符或已损坏。",
    en: "The time stamp does not belong to the signature or is damaged.")

  static let timeClaimed = Reason(
    code: "time_claimed", zh: "盖章时间由盖章方自述，没有时间戳证明。",
    en: "The time of sealing is what the sealer says; no time stamp proves it.")

  static let timestampUnknown = Reason(
    code: "timestamp_unknown", zh: "有时间戳，但时间戳机构不在信任名单中，时间未被证明。",
    en: "There is a time stamp of an authority that is not on the trust list; it proves no time.")

  static let timestampExpired = Reason(
    code: "timestamp_expired", zh: "时间戳机构的证书已过期或被撤销，时间不再被证明。",
    en:
      "The time-stamping authority's certificate has expired or was revoked; the time is no longer proved."
  )

  static func timeProved(_ date: Date) -> Reason {
    let time = date.formatted(.iso8601)
    return Reason(
      code: "time_proved", zh: "可信时间戳证明印章在 \(time) 已存在。",
      en: "A trusted time stamp proves that the seal was there at \(time).")
  }

  static let sealedInTime = Reason(
    code: "sealed_in_time", zh: "印章或证书现已过有效期；时间戳证明盖章时仍在有效期内。",
    en:
      "Seal or certificate has expired since; a time stamp proves that the file was sealed before.")

  static func notRevoked(_ date: Date) -> Reason {
    let time = date.formatted(.iso8601)
    return Reason(
      code: "not_revoked", zh: "文件所附的吊销信息表明：截至 \(time) 证书未被吊销。",
      en: "By the revocation data in the file the certificate was not revoked as of \(time).")
  }

  static func revoked(_ date: Date) -> Reason {
    let time = date.formatted(.iso8601)
    return Reason(
      code: "certificate_revoked", zh: "盖章证书已于 \(time) 被吊销。",
      en: "The sealing certificate was revoked at \(time).")
  }

  static func revokedLater(_ date: Date) -> Reason {
    let time = date.formatted(.iso8601)
    return Reason(
      code: "revoked_later", zh: "盖章证书后来于 \(time) 被吊销；时间戳证明盖章在此之前。",
      en:
        "The certificate was revoked later, at \(time); a time stamp proves that the file was sealed before."
    )
  }
}
