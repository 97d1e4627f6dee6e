package import Cases
package import Foundation
package import Sealing
package import Verification

/// Keeps a seal verifiable after its certificates have expired: PAdES B-LT and B-LTA (EN 319 142-1, 5.4 and 6).
package struct SealExtension: Sendable {
  package enum Level: String, Sendable, CaseIterable {
    /// Certificates and revocation data are put into the file.
    case lt
    /// And a time stamp over all of it; to be done again before that time stamp's certificate expires.
    case lta
  }

  let trust: TrustStore
  let timestamps: TimestampService?

  package init(trust: TrustStore, timestamps: TimestampService?) {
    self.trust = trust
    self.timestamps = timestamps
  }

  /// The file with what it lacks, taken from `offered` and from the trust store, found genuine before and after.
  /// - Throws: `cannot_be_extended`, `revocation_data_missing`, `no_timestamp_authority`, `timestamp_not_trusted`, and what
  ///   getting a time stamp throws.
  package func extended(
    _ pdf: [UInt8], to level: Level, with offered: ValidationData, at now: Date
  ) async throws(Problem) -> [UInt8] {
    var file = pdf
    let data = try await PDFVerifier.validationData(
      for: file, from: offered, trust: trust, at: now)
    if !data.isEmpty { file = try Sealer.add(data, to: file) }
    if level == .lta {
      guard let timestamps else { throw .noTimestampAuthority }
      file = try await Sealer.stamp(file, by: timestamps, now: now)
      guard await PDFVerifier.lastTimestampIsTrusted(in: file, trust: trust, at: now) else {
        throw .timestampNotTrusted
      }
    }
    let verdict = await PDFVerifier.judge(file, trust: trust, at: now)
    guard verdict.summary == .genuine, verdict.provesTime else {
      throw .internalFault("an extended file does not verify")
    }
    return file
  }
}

extension Problem {
  static let noTimestampAuthority = Problem(
    "no_timestamp_authority", exit: .configuration,
    zh: "未设置时间戳服务。", en: "No time-stamping authority is set.",
    remedyZh: "请设置 tsa.url 和 tsa.trust。", remedyEn: "Set tsa.url and tsa.trust.")

  static let timestampNotTrusted = Problem(
    "timestamp_not_trusted", exit: .configuration,
    zh: "时间戳机构不在信任名单中，未出具文件。",
    en: "The time-stamping authority is not on the trust list; nothing was issued.",
    remedyZh: "请用设置 tsa.trust 指明其根证书。",
    remedyEn: "Name its root certificate with the setting tsa.trust.")
}
