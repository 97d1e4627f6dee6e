import Cases
import Foundation
import Sealing
import Verification

@testable import MainPath
@testable import ResultCodes

/// A result as the main path issues it, and the same result again under other circumstances.
struct Paper: Sendable {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let pdf: [UInt8]
  let picture: [UInt8]
  let claims: ResultClaims
  let key: IssuingKey
  let address: PublicAddress

  /// Drawn, sealed and encoded by the same office that issues real ones.
  static func issued(at address: PublicAddress, by key: IssuingKey) async throws -> Paper {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let authority = try SealAuthority.open(folder: folder)
    let now = Date()
    let year: TimeInterval = 365 * 86_400
    let trust = TrustStore(authority).merged(
      with: TrustStore(issuingKeys: [
        TrustedIssuingKey(
          key.publicKey, notBefore: now.addingTimeInterval(-year).formatted(.iso8601),
          notAfter: now.addingTimeInterval(year).formatted(.iso8601), test: true)
      ]))
    let office = IssuingOffice(
      seal: authority.identity { _ in }, key: key, address: address, trust: trust)
    let models = try ModelLibrary.load(from: Self.folder.appending(path: "Models"))
    let matter = try models.matters.matter("public_place_health_licence")
    let result = try await office.result(
      of: "case-1", ResultOrder(approving: form, by: matter, at: now),
      number: "云卫公许〔2026〕第0001号", status: StatusPlace(list: 1, position: 0),
      templates: models.templates, at: now)
    let record = try SignedRecord(decoding: result.published.cose)
    return Paper(
      pdf: result.pdf,
      picture: try HiddenPicture.reveal(
        result.hiddenPicture, under: result.secret, signedBy: key.publicKey),
      claims: try record.claims(under: key.publicKey, at: result.secret.locator), key: key,
      address: address)
  }

  private static let form = FilledForm(
    form: "public_place_health_licence", titleZh: "申请表", titleEn: "Application",
    entries: [
      ("company_name", "云州市江畔酒店管理有限公司"), ("credit_code", "91110000MA0012345X"),
      ("legal_representative", "张三"), ("premises_address", "云州市沿江大道168号一层"),
      ("business_item", "宾馆"),
    ].map {
      FormEntry(
        field: $0.0, labelZh: $0.0, labelEn: $0.0, value: $0.1, state: .accepted, from: nil,
        source: nil)
    })
}
