package import Cases
package import Foundation

/// The revision that `Sealer.seal(foreign:)` puts behind a document, written again from what a sealed file says of itself, so
/// that a verifier can compare: not a byte but the signature may differ.
package struct ForeignSealRevision: Sendable {
  /// What a sealed file says.
  package struct Statement: Sendable {
    package var organ: String
    package var kind: String
    package var code: String
    package var picture: SealPicture
    package var reason: String
    package var sealedAt: Date
    package var profile: SealProfile
    package var approval: Bool
    /// Object number of the page, and the field's `/Rect`.
    package var page: Int
    package var rectangle: [Double]

    package init(
      organ: String, kind: String, code: String, picture: SealPicture, reason: String,
      sealedAt: Date, profile: SealProfile, approval: Bool, page: Int, rectangle: [Double]
    ) {
      self.organ = organ
      self.kind = kind
      self.code = code
      self.picture = picture
      self.reason = reason
      self.sealedAt = sealedAt
      self.profile = profile
      self.approval = approval
      self.page = page
      self.rectangle = rectangle
    }
  }

  /// The file, with zeros in the hole.
  package let bytes: [UInt8]
  /// The string in angle brackets, both included.
  package let hole: Range<Int>

  /// - Parameters:
  ///   - base: the bytes before the revision.
  ///   - holeSize: bytes kept for the signature.
  /// - Throws: what sealing that document throws.
  package init(
    _ statement: Statement, riding: Bool, behind base: [UInt8], holeSize: Int
  ) throws(Problem) {
    let purpose: SealedRevision.Purpose = statement.approval ? .approval : .certification
    let document = try SealableDocument(foreign: base, for: purpose)
    guard let index = document.pages.firstIndex(where: { $0.number == statement.page }),
      statement.rectangle.count == 4
    else { throw .cannotBeSealed("place of the seal") }
    // Corners are written to a hundredth. The middle between them is nearest to the one that was meant.
    let (xs, ys) = (
      [statement.rectangle[0], statement.rectangle[2]],
      [statement.rectangle[1], statement.rectangle[3]]
    )
    let middle = document.pages[index].geometry.seen((xs[0] + xs[1]) / 2, (ys[0] + ys[1]) / 2)
    let order = SealOrder(
      record: SealRecord(
        organ: statement.organ, kind: statement.kind, code: statement.code,
        validFrom: statement.sealedAt, validUntil: statement.sealedAt, certificates: [],
        picture: statement.picture, test: true),
      placement: SealPlacement(
        page: index, box: Box(left: middle.x, top: middle.y, right: middle.x, bottom: middle.y),
        riding: riding),
      reason: statement.reason, now: statement.sealedAt, purpose: purpose,
      profile: statement.profile)
    let revision = try SealedRevision(order, on: document, holeSize: holeSize)
    (bytes, hole) = (revision.update.bytes, revision.hole)
  }

  /// Whether these are the same bytes outside the hole.
  package func isWritten(as file: [UInt8]) -> Bool {
    file.count == bytes.count && file[..<hole.lowerBound] == bytes[..<hole.lowerBound]
      && file[hole.upperBound...] == bytes[hole.upperBound...]
  }
}

extension SealRecord {
  /// What viewers show of a seal's field.
  package var fieldTitle: String { Self.fieldTitle(organ: organ, kind: kind, code: code) }

  /// Kind and code of the seal that bears this title; nil for anything that `fieldTitle` does not make of that organ.
  package static func parts(
    ofFieldTitle title: String, organ: String
  ) -> (kind: String, code: String)? {
    let words = title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let code = words.last else { return nil }
    let beginning = "电子印章：\(organ) "
    let kind = title.dropFirst(beginning.count).dropLast(code.count + 1)
    guard fieldTitle(organ: organ, kind: String(kind), code: code) == title else { return nil }
    return (String(kind), code)
  }

  private static func fieldTitle(organ: String, kind: String, code: String) -> String {
    "电子印章：\(organ) \(kind) \(code)"
  }
}
