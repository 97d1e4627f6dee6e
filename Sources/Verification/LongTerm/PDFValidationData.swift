package import Cases
package import Foundation
package import Sealing
import SwiftASN1
import X509

extension Verdict {
  /// Whether a time stamp of a trusted authority proves when the seal was there.
  package var provesTime: Bool { claims?[PDFCheckedFile.provedTime] != nil }
}

extension PDFVerifier {
  /// What a genuine file with a proved time lacks to be judged without its authorities, out of what is offered and the
  /// anchors; empty where it has all. Nothing is taken that is not needed.
  /// - Throws: `cannot_be_extended`, `revocation_data_missing`.
  package static func validationData(
    for pdf: [UInt8], from offered: ValidationData, trust: TrustStore, at date: Date
  ) async throws(Problem) -> ValidationData {
    let verdict = await judge(pdf, trust: trust, at: date)
    guard let checked = try? PDFCheckedFile(pdf), verdict.summary == .genuine, verdict.provesTime
    else {
      let reasons =
        verdict.unaltered.reasons + verdict.sealedBy.reasons + verdict.inForce.reasons
      throw .cannotBeExtended(reasons.map(\.code).joined(separator: ", "))
    }
    let anchors = (trust.sealAnchors.map(\.certificate) + trust.timestampAnchors.map(\.certificate))
      .compactMap { try? Certificate(pemEncoded: $0).encoded }
    let there = checked.file.data
    let certificates = ValidationData(
      certificates: checked.path(through: offered.certificates + anchors))
    let needed = there + certificates.subtracting(there)
    let statements =
      offered.revocationLists.map { ValidationData(revocationLists: [$0]) }
      + offered.answers.map { ValidationData(answers: [$0]) }
    var data = needed
    for one in statements where one.subtracting(data) == one {
      if (try? PDFEvidence(signatures: checked.signers, data: needed + one)) != nil {
        data = data + one
      }
    }
    try checked.requireStatements(on: data)
    return data.subtracting(there)
  }

  /// Whether the time stamp that was added last counts.
  package static func lastTimestampIsTrusted(
    in pdf: [UInt8], trust: TrustStore, at date: Date
  ) async -> Bool {
    guard let checked = try? PDFCheckedFile(pdf), let last = checked.file.timestamps.last else {
      return false
    }
    let time = await PDFSealingTime.judge(last, under: [], checked.evidence, trust, at: date)
    return time.proved != nil
  }
}

extension PDFCheckedFile {
  /// DER of all certificates of signatures and of those, out of these, that issued one of them.
  fileprivate func path(through offered: [[UInt8]]) -> [[UInt8]] {
    var path: [Certificate] = []
    for one in signers where !path.contains(one) { path.append(one) }
    var left = offered.compactMap { try? Certificate(derEncoded: $0) }
    while let next = left.firstIndex(where: { one in path.contains { one.issued($0) } }) {
      let certificate = left.remove(at: next)
      if !path.contains(certificate) { path.append(certificate) }
    }
    return path.map(\.encoded)
  }

  /// Something must be said of every certificate but the roots, of the time when it was used.
  fileprivate func requireStatements(on data: ValidationData) throws(Problem) {
    let evidence: PDFEvidence
    do { evidence = try PDFEvidence(signatures: signers, data: data) } catch {
      throw .cannotBeExtended(error.reason.en)
    }
    for certificate in evidence.certificates where certificate.subject != certificate.issuer {
      let statements = evidence.statements(on: certificate)
      guard let used = signature.timestamp?.time, statements.contains(where: { $0.holds(at: used) })
      else { throw .revocationDataMissing(String(describing: certificate.subject)) }
    }
  }
}

extension Problem {
  static func revocationDataMissing(_ subject: String) -> Problem {
    Problem(
      "revocation_data_missing", exit: .unusableInput,
      zh: "缺少证书“\(subject)”在盖章时的吊销信息。",
      en: "No revocation data was given for the certificate \"\(subject)\" at the time of sealing.",
      remedyZh: "请用 --crl 或 --ocsp 提供其签发机构的吊销列表或 OCSP 应答：在盖章之后发布，或盖章时尚未到下次更新时间。",
      remedyEn:
        "Give its issuer's revocation list or OCSP response with --crl or --ocsp: one made after the sealing, or whose next update was not yet due then."
    )
  }
}

extension TrustStore {
  /// The certificates in a PEM text, as anchors of time stamps.
  /// - Throws: `bad_trust_file`.
  package static func timestampAnchors(pem: String, path: String) throws(Problem) -> TrustStore {
    guard let documents = try? PEMDocument.parseMultiple(pemString: pem), !documents.isEmpty,
      documents.allSatisfy({ (try? Certificate(pemDocument: $0)) != nil })
    else { throw .badTrustFile(path) }
    return TrustStore(
      timestampAnchors: documents.map { TimestampAnchor(certificate: $0.pemString + "\n") })
  }
}
