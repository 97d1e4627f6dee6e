import Cases
import Crypto
import Foundation
import Sealing
import Testing
import Verification

/// Every class of attack on sealed files that is known to us, made from a file of our own. None may pass, whatever the
/// forger knows: most of these bear a signature that fits.
///
/// Mladenov et al., "1 Trillion Dollar Refund" (CCS 2019: universal forgery, incremental saving, signature wrapping);
/// Mainka et al., "Shadow Attacks" (NDSS 2021); Rohlmann et al., "Breaking the Specification" (S&P 2021: annotations,
/// further signatures on certified files).
@Suite struct AttackTests {
  private let hall: Hall
  private let sealed: [UInt8]

  init() throws {
    hall = try Hall()
    // With room for a larger CMS than ours.
    var seal = try RewrittenSeal(hall.sealed())
    try seal.widenHole(to: 4096)
    sealed = try seal.file(signedBy: hall.identity)
  }

  @Test(arguments: ForgedSignature.allCases)
  func aForgedSignatureIsRefused(_ forgery: ForgedSignature) async throws {
    let hole = try #require(ContentsHole(in: sealed))

    try await expectRefusal(hole.filled(with: forgery.cms(hole.cms, of: hall)))
  }

  @Test(arguments: ForgedHole.allCases)
  func aForgedHoleIsRefused(_ forgery: ForgedHole) async throws {
    let hole = try #require(ContentsHole(in: sealed))

    try await expectRefusal(forgery.file(hole, of: hall))
  }

  @Test(arguments: ForgedStructure.allCases)
  func aForgedStructureIsRefused(_ forgery: ForgedStructure) async throws {
    try await expectRefusal(forgery.file(sealed, of: hall), byItsStructure: true)
  }

  @Test(arguments: ForgedRevision.allCases)
  func aRevisionBehindTheSealIsRefused(_ forgery: ForgedRevision) async throws {
    try await expectRefusal(forgery.file(sealed))
  }

  /// The workshop that makes the attacks makes genuine files too: what they are refused for is the attack.
  @Test func aFileTakenApartAndPutTogetherIsGenuine() async throws {
    let again = try RewrittenSeal(sealed).file(signedBy: hall.identity)

    for file in [sealed, again] {
      #expect(await PDFVerifier.judge(file, trust: hall.trust, at: day).exit == .done)
    }
    let hole = try #require(ContentsHole(in: sealed))
    let same = try hole.filled(with: DERNode(hole.cms).encoded)
    #expect(same == sealed)
  }

  /// Versions up to 0.5 named issuers beside the hashes of certificates, and their files had cross-reference tables.
  @Test func sealsOfEarlierVersionsAreGenuine() async throws {
    let hole = try #require(ContentsHole(in: sealed))
    var parts = try PAdESSignature(parsing: hole.cms)
    parts.namesIssuers = true
    let signed = try P256.Signing.ECDSASignature(
      derRepresentation: hall.identity.key.sign(parts.signedAttributes()))
    parts.signature = Array(try CanonicalECDSA.form(of: signed).derRepresentation)
    let file = hole.filled(with: try parts.encoded())

    #expect(try PAdESSignature(parsing: parts.encoded()).namesIssuers)
    #expect(await PDFVerifier.judge(file, trust: hall.trust, at: day).exit == .done)
  }

  /// Without our mark a file is judged as another maker's; the seal says that it is altered all the same.
  @Test func ourMarkCannotBeTakenOff() async throws {
    let hole = try #require(ContentsHole(in: sealed))

    try await expectRefusal(hole.changed("/Name /Kanhe", "/Name /Other").bytes)
    try await expectRefusal(hole.changed("/App << /Name /Kanhe", "/App <</Name /Kanhe ").bytes)
  }

  /// Signed by the true key, so that it is read to the end.
  @Test(arguments: ["9", "-9"])
  func aPictureOfNoSizeThatCanBeIsRefused(digit: String) async throws {
    var seal = try RewrittenSeal(sealed)
    let huge = digit + String(repeating: "9", count: 30) + ".0 "
    try seal.change(objectWith: "/Multiply", "/BBox [0 0 ", "/BBox [0 0 \(huge)")

    let verdict = await PDFVerifier.judge(
      try seal.file(signedBy: hall.identity), trust: hall.trust, at: day)

    #expect(verdict.exit == .notGenuine)
  }

  private func expectRefusal(
    _ forged: [UInt8], byItsStructure: Bool = false,
    at place: SourceLocation = #_sourceLocation
  ) async throws {
    #expect(forged != sealed, sourceLocation: place)
    let verdict = await PDFVerifier.judge(forged, trust: hall.trust, at: day)
    #expect(verdict.unaltered.answer == .no, sourceLocation: place)
    #expect(verdict.exit == .notGenuine, sourceLocation: place)
    #expect(verdict.claims == nil, sourceLocation: place)
    if byItsStructure {
      let codes = Set(verdict.unaltered.reasons.map(\.code))
      #expect(
        codes.isDisjoint(with: ["content_altered", "signature_wrong"]), "\(codes)",
        sourceLocation: place)
    }
  }
}
