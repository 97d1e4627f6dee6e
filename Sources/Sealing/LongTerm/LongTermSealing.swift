package import Cases
package import Foundation

extension Sealer {
  /// The sealed file with validation data behind it (B-LT).
  /// - Throws: `cannot_be_extended`.
  package static func add(_ data: ValidationData, to pdf: [UInt8]) throws(Problem) -> [UInt8] {
    do { return try ValidationDataRevision.append(data, to: pdf) } catch {
      throw .cannotBeExtended("\(error.what), \(error.offset)")
    }
  }

  /// The sealed file with a time stamp over all of it (B-LTA).
  /// - Throws: `cannot_be_extended`, and what getting a time stamp throws.
  package static func stamp(
    _ pdf: [UInt8], by service: TimestampService, now: Date
  ) async throws(Problem) -> [UInt8] {
    let revision: TimestampRevision
    do { revision = try TimestampRevision(after: pdf, holeSize: service.room) } catch {
      throw .cannotBeExtended("\(error.what), \(error.offset)")
    }
    return try revision.filled(
      with: await service.token(ofSHA256: revision.digest, now: now))
  }
}

extension Problem {
  package static func cannotBeExtended(_ reason: String) -> Problem {
    Problem(
      "cannot_be_extended", exit: .unusableInput,
      zh: "该文件不能延长印章的可验证期（\(reason)）。",
      en: "The seal on this file cannot be extended (\(reason)).",
      remedyZh: "请提供由本系统盖章、带有可信时间戳且未改动的 PDF。",
      remedyEn: "Provide a PDF that this program sealed, with a trusted time stamp, unchanged.")
  }
}
