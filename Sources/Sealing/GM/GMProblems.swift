package import Cases

/// Why a seal of profile `gm` could not be made.
extension Problem {
  package static let gmNotAvailable = Problem(
    "gm_not_available", exit: .missingDependency,
    zh: "本机的 OpenSSL 不支持 SM2/SM3。", en: "This machine's OpenSSL has no SM2 or SM3.",
    remedyZh: "请安装带有国密算法的 OpenSSL 3。", remedyEn: "Install an OpenSSL 3 that was built with them.")

  package static let gmNotStamped = Problem(
    "gm_not_stamped", exit: .configuration,
    zh: "gm 格式的印章不能加盖 RFC 3161 时间戳。",
    en: "Seals of profile gm cannot bear an RFC 3161 time stamp.",
    remedyZh: "请清空 tsa.url，或将 seal.profile 设为 pades。",
    remedyEn: "Empty tsa.url, or set seal.profile to pades.")

  package static func pictureNotForGM(_ reason: String) -> Problem {
    Problem(
      "picture_not_for_gm", exit: .configuration,
      zh: "该印章图样不能用于 GB/T 38540 电子印章（\(reason)）。",
      en: "This seal picture cannot be used in a GB/T 38540 seal (\(reason)).",
      remedyZh: "请使用由本系统绘制、尺寸为整毫米的印章。",
      remedyEn: "Use a seal drawn by this program whose sides are whole millimetres.")
  }
}
