import Cases
import Foundation
import ResultCodes
import ResultDrawing
import Sealing

/// Makes results as a hall does, from the drawing to the code, with a key of its own.
struct IssuingDesk {
  let identity: SealIdentity
  private let key = IssuingKey(isTest: true)
  private let address: PublicAddress

  init(_ identity: SealIdentity) throws {
    self.identity = identity
    // As long as an address may be with a pointer code of version 4.
    address = try PublicAddress("https://ban.yunzhou.cn")
  }

  struct Result {
    let pdf: [UInt8]
    let pages: Int
    /// On the last page.
    let pointer: ResultURL
    /// Handed over beside it.
    let full: ResultURL
  }

  /// Drawing, seal and code; `spent` is told after each.
  func result(
    _ template: ResultTemplate, _ content: (QRSymbol) -> ResultContent,
    spent: (String) -> Void = { _ in }
  ) throws -> Result {
    let secret = ResultSecret()
    let pointer = try ResultURL(address, .pointer(secret))
    let drawn = try ResultDrawing.draw(template, content(try QRCoder.symbol(for: pointer)))
    spent("compose")
    let pdf = try Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox), as: identity,
      reason: "行政许可决定书", caseID: "case-1", now: day)
    spent("seal")
    let issued = Int64(day.timeIntervalSince1970)
    let claims = ResultClaims(
      issuer: "云州市政务服务管理局（测试）", issuedAt: issued, expiresAt: issued + 126_144_000,
      kind: "行政许可决定书", number: "云政许字〔2026〕第0001号",
      holder: MaskedHolder(name: "云州市江畔餐饮有限公司"), pdf: pdf, status: .init(list: 1, index: 4711))
    let record = try key.sign(claims, for: secret.locator)
    let full = try ResultURL(address, .full(secret, record))
    _ = try QRPicture.png(QRCoder.symbol(for: full))
    spent("code")
    return Result(pdf: pdf, pages: drawn.pageCount, pointer: pointer, full: full)
  }
}
