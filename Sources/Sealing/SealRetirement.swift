package import Cases

/// A seal that was taken out of use.
package struct SealRetirement: Sendable {
  package var record: SealRecord
  /// Why its key could not be destroyed; nil where it is gone, or was made elsewhere and is not ours to destroy.
  package var keyRemains: Problem?
}

extension Problem {
  static func keyRemains(_ key: String, _ reason: Problem) -> Problem {
    Problem(
      "key_remains", exit: reason.exit,
      zh: "印章已停用，但其密钥 \(key) 未能销毁：\(reason.zh)",
      en: "The seal is retired, but its key \(key) could not be destroyed: \(reason.en)",
      remedyZh: "请用设备自带的工具销毁该密钥，或报告设备遗失；停用记录已生效。",
      remedyEn:
        "Destroy it with the device's own tool, or report the device as lost; the retirement itself holds."
    )
  }
}
