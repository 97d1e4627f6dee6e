package import Cases

/// Why no time stamp was had. Nothing is sealed without one where one is asked for.
extension Problem {
  package static func timestampUnavailable(_ reason: String) -> Problem {
    Problem(
      "timestamp_unavailable", exit: .other,
      zh: "时间戳服务没有应答（\(reason)），未加盖印章。",
      en: "The time-stamping authority does not answer (\(reason)); nothing was sealed.",
      remedyZh: "请检查设置 tsa.url 和网络后重试；案件保持未办结。",
      remedyEn: "Check the setting tsa.url and the network and try again; the case stays open.")
  }

  static func timestampRefused(_ status: Int) -> Problem {
    Problem(
      "timestamp_refused", exit: .other,
      zh: "时间戳服务拒绝了请求（状态 \(status)），未加盖印章。",
      en: "The time-stamping authority refused the request (status \(status)); nothing was sealed.",
      remedyZh: "请向时间戳服务方查询。", remedyEn: "Ask the time-stamping authority.")
  }

  static func badTimestamp(_ reason: String) -> Problem {
    Problem(
      "bad_timestamp", exit: .other,
      zh: "时间戳服务的应答不可用（\(reason)），未加盖印章。",
      en:
        "The answer of the time-stamping authority cannot be used (\(reason)); nothing was sealed.",
      remedyZh: "请核对时间戳服务及本机时钟。",
      remedyEn: "Check the time-stamping authority and this machine's clock.")
  }

  static func timestampTooLong(_ bytes: Int, room: Int) -> Problem {
    Problem(
      "timestamp_too_long", exit: .configuration,
      zh: "时间戳有 \(bytes) 字节，预留空间只有 \(room) 字节，未加盖印章。",
      en: "The time stamp has \(bytes) bytes; \(room) are kept for it. Nothing was sealed.",
      remedyZh: "请把设置 tsa.tokenBytes 调大到 \(bytes + 256)。",
      remedyEn: "Raise the setting tsa.tokenBytes to \(bytes + 256).")
  }
}
