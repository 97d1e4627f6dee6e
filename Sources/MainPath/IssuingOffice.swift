import Cases
import Foundation
import PageImaging
package import ResultCodes
import ResultDrawing
package import Sealing
package import Verification

/// What it takes to issue: a seal, a key for codes, the address in the codes, and whom the verifier believes.
package struct IssuingOffice: Sendable {
  let seal: SealIdentity
  package let key: IssuingKey
  package let address: PublicAddress
  package let trust: TrustStore
  /// Stamps every seal, where there is one; without its stamp nothing is issued then.
  let timestamps: TimestampService?

  package init(
    seal: SealIdentity, key: IssuingKey, address: PublicAddress, trust: TrustStore,
    timestamps: TimestampService? = nil
  ) {
    self.seal = seal
    self.key = key
    self.address = address
    self.trust = trust
    self.timestamps = timestamps
  }

  /// Whether what is issued proves nothing to outsiders.
  package var isTest: Bool { seal.record.test || key.isTest }

  /// The full code of a result that was issued, from its secret and its signed record.
  package func fullCode(secret: [UInt8], record: [UInt8]) throws -> ResultURL {
    guard let secret = ResultSecret(bytes: secret) else { throw Problem.internalFault("secret") }
    return try ResultURL(address, .full(secret, try SignedRecord(decoding: record)))
  }

  /// ResultDrawing ─► Sealing ─► ResultCodes ─► Verification.
  func result(
    of caseID: String, _ order: ResultOrder, number: String, status: StatusPlace, templates: URL,
    at now: Date
  ) async throws -> SealedResult {
    let secret = ResultSecret()
    let term = order.term
    let drawn = try drawn(order, number, secret, templates)
    let pdf = try await sealed(drawn, order.kind.zh, caseID, at: now)
    let holder = MaskedHolder(name: order.holder)
    let claims = ResultClaims(
      issuer: seal.record.organ, issuedAt: Int64(now.timeIntervalSince1970),
      expiresAt: term.end.map { Int64($0.timeIntervalSince1970) }, kind: order.kind.zh,
      number: number, holder: holder, pdf: pdf,
      status: .init(list: Int64(status.list), index: Int64(status.position)))
    let record = try key.sign(claims, for: secret.locator)
    let code = try ResultURL(address, .full(secret, record))
    try await verify(pdf, code, at: now)
    return SealedResult(
      issued: IssuedResult(
        number: number, kindZh: order.kind.zh, kindEn: order.kind.en,
        holderMasked: holder.text, locator: secret.locator.digits,
        pdfSHA256: Hexadecimal.text(of: claims.pdfSHA256), pdfBytes: pdf.count,
        issuedAt: now.formatted(.iso8601), expiresAt: term.end?.formatted(.iso8601),
        underTestAuthority: isTest, standInFonts: drawn.standIns.isEmpty ? nil : drawn.standIns),
      pdf: pdf, code: code, secret: secret,
      published: PublicRecord(
        locator: secret.locator.digits, kindZh: order.kind.zh, kindEn: order.kind.en,
        cose: record.encoded, issuedAt: now.formatted(.iso8601),
        expiresOn: term.lastDay?.description, testAuthority: isTest),
      hiddenPDF: try HiddenPDF.hide(pdf, under: secret),
      hiddenPicture: try HiddenPicture.hide(
        try PagePicture.jpeg(ofFirstPageOf: pdf), under: secret, signedBy: key))
  }

  private func drawn(
    _ order: ResultOrder, _ number: String, _ secret: ResultSecret, _ templates: URL
  ) throws -> DrawnResult {
    let pointer = try QRCoder.symbol(for: try ResultURL(address, .pointer(secret)))
    return try ResultDrawing.draw(
      try ResultTemplate.load(order.template, from: templates),
      ResultContent(
        number: number, values: order.values, lists: order.lists, pointer: pointer,
        date: order.term.firstDay, underTestAuthority: isTest))
  }

  private func sealed(_ drawn: DrawnResult, _ kind: String, _ caseID: String, at now: Date)
    async throws -> [UInt8]
  {
    let placement = SealPlacement(
      page: drawn.sealPage, box: drawn.sealBox, riding: drawn.pageCount > 1)
    guard let timestamps else {
      return try Sealer.seal(
        drawn.pdf, at: placement, as: seal, reason: kind, caseID: caseID, now: now)
    }
    return try await Sealer.seal(
      drawn.pdf, at: placement, as: seal, reason: kind, caseID: caseID, now: now,
      stampedBy: timestamps)
  }

  /// Nothing leaves that our own verifier would not call genuine.
  private func verify(_ pdf: [UInt8], _ code: ResultURL, at now: Date) async throws {
    let ofPDF = await PDFVerifier.judge(pdf, trust: trust, at: now)
    let ofCode = try CodeVerifier.judge(text: code.text, pdf: pdf, trust: trust, at: now)
    guard ofPDF.summary == .genuine, ofCode.summary == .genuine else {
      let reasons =
        (ofPDF.unaltered.reasons + ofPDF.sealedBy.reasons + ofPDF.inForce.reasons
        + ofCode.unaltered.reasons + ofCode.sealedBy.reasons + ofCode.inForce.reasons).map(\.code)
      throw Problem.internalFault(
        "a fresh result does not verify: \(reasons.joined(separator: ", "))")
    }
    guard timestamps == nil || ofPDF.provesTime else { throw Problem.timestampNotTrusted }
  }
}
