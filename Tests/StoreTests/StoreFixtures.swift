import Cases
import Foundation
import Store

let moment = Date(timeIntervalSince1970: 1_773_280_800)

/// A data folder of its own for one test, gone afterwards.
@discardableResult
func withDataFolder<Value>(_ test: (DataFolder) async throws -> Value) async throws -> Value {
  let url = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID())/data")
  defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
  return try await test(DataFolder.open(at: url))
}

/// A store of its own for one test, gone with it.
final class ScratchStore: Sendable {
  let store: CaseStore
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID())")
    store = try CaseStore(in: DataFolder.open(at: folder))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

func mode(_ url: URL) throws -> Int? {
  try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
}

let sampleLocator = "0123456789012345678901234"

extension CaseRecord {
  /// As it will stand once its result, or its notice, is issued.
  func issued(as locator: String, _ role: ResultRole = .final) -> CaseRecord {
    var record = self
    let issued = IssuedResult(
      number: "云测〔2026〕第0001号", kindZh: "告知单", kindEn: "Notice", holderMasked: "张**",
      locator: locator, pdfSHA256: "00", pdfBytes: 3, issuedAt: "2026-03-12T02:00:00Z",
      expiresAt: role == .notice ? "2026-04-01T15:59:59Z" : nil, underTestAuthority: true)
    switch role {
    case .final: (record.state, record.result) = (.issued, issued)
    case .notice: (record.state, record.notice) = (.deferred, issued)
    }
    record.events.append(CaseEvent(at: "2026-03-12T02:00:00Z", by: "kanhe", what: "issued"))
    return record
  }
}

extension PublicRecord {
  static func sample(_ locator: String = sampleLocator) -> PublicRecord {
    PublicRecord(
      locator: locator, kindZh: "告知单", kindEn: "Notice", cose: [0xD2, 0x84],
      issuedAt: "2026-03-12T02:00:00Z", expiresOn: "2030-03-12", testAuthority: true)
  }
}

extension CaseStore {
  func issueSample(
    _ record: CaseRecord, _ role: ResultRole = .final, as locator: String = sampleLocator,
    hiddenPDF: [UInt8] = [9, 9, 9]
  ) throws {
    let content = role == .final ? "%PDF-secret" : "%PDF-notice"
    guard let handOver = HandOver(secret: Array(0..<16), pdf: Array(content.utf8)) else { return }
    try issue(
      record.issued(as: locator, role), publicly: .sample(locator), hiddenPDF: hiddenPDF,
      handOver: handOver)
  }
}

extension CaseStore {
  func fill(_ text: String, as name: String = "people") throws -> Int {
    try importReference(name, csv: Array(text.utf8), at: moment)
  }

  func names(_ columns: [String: String]) throws -> [String?] {
    try rows(in: "people", where: columns).map { $0["name"] }
  }
}
