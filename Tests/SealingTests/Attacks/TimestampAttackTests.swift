import Cases
import Crypto
import Foundation
import Sealing
import Testing
import Verification

/// Attacks on what comes after the signature: its time stamp, and the revisions that keep it verifiable.
@Suite struct TimestampAttackTests {
  private let stamped: StampedHall

  init() throws { stamped = try StampedHall() }

  @Test(arguments: ForgedTimestamp.allCases)
  func aForgedTimeStampIsRefused(_ forgery: ForgedTimestamp) async throws {
    let sealed = try await stamped.sealed()
    let hole = try #require(ContentsHole(in: sealed))
    let digest =
      forgery == .ofTheDocument
      ? Array(SHA256.hash(data: hole.signedBytes)) : Array(repeating: 7, count: 32)
    let request = TimestampRequest(digest: digest)
    let other = try request.token(
      from: stamped.tsa.answer(to: request.encoded()), now: stamped.now)

    try await expectRefusal(
      hole.filled(with: forgery.cms(hole.cms, other: other.der, stamped.hall)), of: sealed)
  }

  /// Every byte of the time stamp counts, also those that its own signature does not cover.
  @Test func noBitOfATimeStampCanBeChanged() async throws {
    let sealed = try await stamped.sealed()
    let hole = try #require(ContentsHole(in: sealed))
    let token = try #require(try PAdESSignature(parsing: hole.cms).timestamp)
    let start = try #require(hole.cms.lastRange(of: token)).lowerBound
    let trust = try stamped.trust
    let step = Soak.number("KANHE_TOKEN_STEP", 3)

    for place in stride(from: start, to: hole.cms.count, by: step) {
      var cms = hole.cms
      cms[place] ^= 1 << UInt8(place % 8)
      let verdict = await PDFVerifier.judge(
        hole.filled(with: cms), trust: trust, at: stamped.now)
      #expect(verdict.unaltered.answer == .no, "byte \(place - start) of \(token.count)")
    }
  }

  /// The root's own signature ends with some zeros; to call them unused changes a byte and no number.
  @Test func unusedBitsOfACertificateAreRefused() async throws {
    for _ in 0..<12 {
      let stamped = try StampedHall()
      let sealed = try await stamped.sealed()
      let hole = try #require(ContentsHole(in: sealed))
      let token = try #require(try PAdESSignature(parsing: hole.cms).timestamp)
      var forged = try DERNode(token)
      let root = try #require(
        forged[1, 0, 3].children.firstIndex { $0[0, 3].encoded == $0[0, 5].encoded })
      let zeros = forged[1, 0, 3, root, 2].bytes.last?.trailingZeroBitCount ?? 0
      guard zeros > 0 else { continue }
      forged[1, 0, 3, root, 2].bytes[0] = UInt8(min(7, zeros))
      var parts = try PAdESSignature(parsing: hole.cms)
      parts.timestamp = forged.encoded

      let verdict = await PDFVerifier.judge(
        hole.filled(with: try parts.encoded()), trust: try stamped.trust, at: stamped.now)

      #expect(verdict.exit == .notGenuine)
      return
    }
    Issue.record("no root whose signature ends with a zero")
  }

  @Test(arguments: ForgedExtension.allCases)
  func aForgedExtensionIsRefused(_ forgery: ForgedExtension) async throws {
    let files = try await ForgedExtension.Files(of: stamped)

    try await expectRefusal(forgery.file(files), of: files.archived)
  }

  @Test(arguments: ForgedRevision.allCases)
  func aRevisionBehindAnExtensionIsRefused(_ forgery: ForgedRevision) async throws {
    let archived = try await stamped.archived()

    try await expectRefusal(forgery.file(archived), of: archived)
  }

  @Test func mutatedExtensionsAreRefused() async throws {
    let (archived, other) = (try await stamped.archived(), try await stamped.archived())
    let seed = Soak.number("KANHE_SEED", 20_261_123)
    var random = SplitMix(state: UInt64(seed))
    let mutation = SealMutation(of: archived, with: other)
    let trust = try stamped.trust

    for round in 0..<Soak.number("KANHE_MUTATED_EXTENSIONS", 300) {
      let changed = mutation.made(round, &random)
      guard changed != archived, changed != other else { continue }
      let verdict = await PDFVerifier.judge(changed, trust: trust, at: stamped.now)
      #expect(verdict.unaltered.answer != .yes, "seed \(seed), round \(round)")
    }
  }

  private func expectRefusal(
    _ forged: [UInt8], of genuine: [UInt8], at place: SourceLocation = #_sourceLocation
  ) async throws {
    #expect(forged != genuine, sourceLocation: place)
    let verdict = await PDFVerifier.judge(forged, trust: try stamped.trust, at: stamped.now)
    #expect(verdict.unaltered.answer == .no, sourceLocation: place)
    #expect(verdict.exit == .notGenuine, sourceLocation: place)
    #expect(verdict.claims == nil, sourceLocation: place)
  }
}
