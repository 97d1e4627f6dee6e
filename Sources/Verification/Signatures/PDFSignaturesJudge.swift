import Cases
import Foundation
import PortableDocument
import Sealing

/// Judges a file that bears seals of `kanhe seal`, or several signatures: each over the file as it was then, and what was
/// changed between them. The file is as good as its worst signature.
struct PDFSignaturesJudge {
  private let trust: TrustStore
  private let date: Date

  init(_ trust: TrustStore, at date: Date) {
    self.trust = trust
    self.date = date
  }

  func judge(_ pdf: [UInt8]) async -> Verdict {
    let document: PDFSignedDocument
    do { document = try PDFSignedDocument(pdf) } catch { return .refused(error.reason) }
    var sum: Verdict?
    var before: PDFFile?
    do throws(PDFRefusal) {
      for signature in document.signatures {
        let verdict = try await verdict(on: signature, since: before)
        sum = sum?.joined(with: verdict) ?? verdict
        before = signature.file
      }
    } catch { return .refused(error.reason) }
    guard var sum else { return .refused(.noSeal) }
    if document.signatures.count > 1, sum.unaltered.answer == .yes {
      sum.unaltered.reasons.append(.onlySignaturesAdded(document.signatures.count))
    }
    return sum
  }

  /// - Parameter before: the file to the end of the signature before this one, if there is one.
  private func verdict(
    on signature: PDFSignedDocument.Signature, since before: PDFFile?
  ) async throws(PDFRefusal) -> Verdict {
    var (verdict, shows) = (Verdict.refused(.noSeal), false)
    if signature.isOurs {
      let seal = try PDFForeignSeal(signature, records: trust.sealRecords)
      verdict = try await self.verdict(on: seal, signature)
      shows = !verdict.isOnRecord
      // What stands behind the base is our sealer's; the base itself may be longer than what was signed before.
      if let before { try requireOnlySignatures(in: seal.base, since: before) }
    } else {
      verdict = PDFThirdPartySignature.verdict(
        try PDFThirdPartySignature.signer(in: signature.hole, of: signature.file.bytes))
      shows = try field(of: signature).shows
      if let before { try PDFSignatureChanges.check(from: before, to: signature.file) }
    }
    // Whatever nobody here knows might cover what was there before.
    if before != nil, shows {
      verdict.unaltered = .init(.notChecked, reasons: [.laterSignatureShows])
    }
    return verdict
  }

  private func requireOnlySignatures(
    in bytes: [UInt8], since before: PDFFile
  ) throws(PDFRefusal) {
    guard bytes.starts(with: before.bytes) else { throw .init(.notCovered) }
    let file: PDFFile
    do throws(PDFDefect) { file = try PDFFile(bytes) } catch { throw .init(error) }
    try PDFSignatureChanges.check(from: before, to: file)
  }

  private func field(
    of signature: PDFSignedDocument.Signature
  ) throws(PDFRefusal) -> PDFForm.Field {
    do throws(PDFDefect) {
      let form = try PDFForm(of: signature.file)
      guard let field = try form.field(of: signature.number, in: signature.file) else {
        throw PDFDefect("signature without a field", at: signature.hole.lowerBound)
      }
      return field
    } catch { throw .init(error) }
  }
}

extension PDFSignaturesJudge {
  private func verdict(
    on seal: PDFForeignSeal, _ signature: PDFSignedDocument.Signature
  ) async throws(PDFRefusal) -> Verdict {
    seal.statement.profile == .gm
      ? try gm(seal, signature) : try await pades(seal, signature)
  }

  private func pades(
    _ seal: PDFForeignSeal, _ signed: PDFSignedDocument.Signature
  ) async throws(PDFRefusal) -> Verdict {
    let signature = try PDFCheckedSignature(in: signed.hole, of: signed.file.bytes)
    // `kanhe seal` asks for none.
    guard signature.timestamp == nil else { throw .init(.signatureNotCanonical) }
    let sealer = await PDFSealer.judge(
      signature, at: seal.sealedAt, trust, shows: seal.shows)
    return Verdict(
      unaltered: .init(.yes, reasons: [.digestAndSignatureAgree]), sealedBy: sealer.answer,
      inForce: PDFValidity.judge(
        signature, at: seal.sealedAt, record: sealer.record, time: .claimed, revocation: .unknown,
        on: date), claims: seal.claims)
  }

  private func gm(
    _ seal: PDFForeignSeal, _ signed: PDFSignedDocument.Signature
  ) throws(PDFRefusal) -> Verdict {
    let signature = try GMCheckedSignature(
      in: signed.hole, of: signed.file.bytes, at: seal.sealedAt)
    let sealer = GMAuthorities(trust, at: seal.sealedAt)
      .judge(signature, showsItsSeal: seal.shows(signature.seal))
    return Verdict(
      unaltered: .init(.yes, reasons: [.digestAndSignatureAgree]), sealedBy: sealer.answer,
      inForce: GMValidity.judge(signature, sealer, at: date), claims: seal.claims)
  }
}
