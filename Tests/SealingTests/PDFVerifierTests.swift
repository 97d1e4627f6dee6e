import Cases
import Crypto
import Foundation
import PortableDocument
import Sealing
import Testing
import Verification

@Suite struct PDFVerifierTests {
  @Test func aSealedResultIsGenuineAndItsSealATest() async throws {
    let hall = try Hall()

    let verdict = await PDFVerifier.judge(try hall.sealed(), trust: hall.trust, at: day)

    #expect(verdict.unaltered.answer == .yes)
    #expect(verdict.sealedBy.answer == .test)
    #expect(verdict.sealedBy.subject?.contains("测试电子印章") == true)
    #expect(verdict.inForce.answer == .yes)
    #expect(verdict.exit == .done)
    #expect(verdict.claims?["title"] == "行政许可决定书 云政许字〔2026〕第0001号")
    #expect(verdict.claims?["sealed_at"] == "2026-11-23T04:00:00Z")
  }

  @Test func anotherHallIsUnknown() async throws {
    let (hall, other) = (try Hall(), try Hall())

    let verdict = await PDFVerifier.judge(try hall.sealed(), trust: other.trust, at: day)

    #expect(verdict.unaltered.answer == .yes)
    #expect(verdict.sealedBy.answer == .unknown)
    #expect(verdict.exit == .couldNotTell)
  }

  @Test func aDrawingWithoutSealIsSealedByNobody() async throws {
    let verdict = await PDFVerifier.judge(try drawnSample().pdf, trust: .empty, at: day)

    #expect(verdict.unaltered.answer == .notChecked)
    #expect(verdict.sealedBy.answer == .nobody)
    #expect(verdict.exit == .notGenuine)
  }

  @Test(arguments: ["\n", " ", "\0", "%", "%%EOF\n", "\n%%EOF\n"])
  func bytesAppendedAreRefused(appended: String) async throws {
    let hall = try Hall()

    let verdict = await PDFVerifier.judge(
      try hall.sealed() + Array(appended.utf8), trust: hall.trust, at: day)

    #expect(verdict.unaltered.answer == .no)
    #expect(verdict.exit == .notGenuine)
  }

  @Test func aFileCutShortIsRefusedOrHasNoSeal() async throws {
    let hall = try Hall()
    let sealed = try hall.sealed()

    for length in stride(from: 0, to: sealed.count, by: 1999) + [sealed.count - 1] {
      let verdict = await PDFVerifier.judge(
        Array(sealed[..<length]), trust: hall.trust, at: day)
      #expect(verdict.exit == .notGenuine, "\(length) bytes")
    }
  }

  @Test func theOtherFormOfTheSignatureIsRefused() async throws {
    let hall = try Hall()
    let hole = try #require(ContentsHole(in: try hall.sealed()))
    var parts = try PAdESSignature(parsing: hole.cms)
    let signature = try P256.Signing.ECDSASignature(derRepresentation: parts.signature)
    parts.signature = Array(try mirrored(signature).derRepresentation)

    let verdict = await PDFVerifier.judge(
      hole.filled(with: try parts.encoded()), trust: hall.trust, at: day)

    #expect(verdict.unaltered.answer == .no)
    #expect(verdict.unaltered.reasons.map(\.code) == ["signature_not_canonical"])
  }

  @Test func aSealOutsideItsTimeIsNotInForce() async throws {
    let hall = try Hall()
    let sealed = try hall.sealed()
    let fourYears = day.addingTimeInterval(4 * 365 * 86400)

    let late = await PDFVerifier.judge(sealed, trust: hall.trust, at: fourYears)
    let early = await PDFVerifier.judge(
      sealed, trust: hall.trust, at: day.addingTimeInterval(-3600))

    #expect(late.inForce.reasons.map(\.code) == ["seal_expired"])
    #expect(early.inForce.reasons.map(\.code) == ["not_yet_valid"])
    #expect([late.exit, early.exit] == [.notGenuine, .notGenuine])
    #expect([late.unaltered.answer, early.unaltered.answer] == [.yes, .yes])
  }

  @Test func aCertificateThatIsNotOnTheSealIsRefused() async throws {
    let hall = try Hall()
    var trust = hall.trust
    trust.sealRecords[0].certificates = []

    let verdict = await PDFVerifier.judge(try hall.sealed(), trust: trust, at: day)

    #expect(verdict.sealedBy.answer == .nobody)
    #expect(verdict.exit == .notGenuine)
  }

  @Test func anotherPictureThanTheRecordedOneIsRefused() async throws {
    let hall = try Hall()
    var trust = hall.trust
    trust.sealRecords[0].picture.stream.append(0)

    let verdict = await PDFVerifier.judge(try hall.sealed(), trust: trust, at: day)

    #expect(verdict.sealedBy.reasons.map(\.code) == ["certificate_not_on_seal"])
  }

  /// Each change is signed again by the true key, so only the strict profile can refuse it.
  @Test(arguments: [
    ("/P 1 /V /1.2", "/P 2 /V /1.2"), ("/SigFlags 3", "/SigFlags 1"), ("/F 132", "/F 134"),
    ("/Subtype /Widget", "/Subtype /Highli"), ("/ByteRange [0 ", "/ByteRange [1 "),
    ("/Filter /Adobe.PPKLite", "/Filter /Adobe.PPKMine"), ("/Type /Sig ", "/Type /Sug "),
    ("/DisplayDocTitle", "/DisplayDocTitlf"), ("/Prev ", "/Prex "),
  ])
  func aStructureThatIsNotOursIsRefused(old: String, new: String) async throws {
    let hall = try Hall()
    var hole = try #require(ContentsHole(in: try hall.sealed()))
    let place = try #require(Data(hole.bytes).range(of: Data(old.utf8), options: .backwards))
    hole.bytes.replaceSubrange(place, with: Array(new.utf8))

    let verdict = await PDFVerifier.judge(
      try hole.signedAgain(by: hall.identity), trust: hall.trust, at: day)

    #expect(verdict.unaltered.answer == .no)
  }

  /// Incremental saving: a further revision replaces an object, as an editor would (CVE-2018-16042 and its kin).
  @Test func aRevisionAfterTheSealIsRefused() async throws {
    let hall = try Hall()
    let sealed = try hall.sealed()
    let last = try PDFCrossReference(in: sealed, at: try PDFTail.lastSection(of: sealed))
    var trailer = last.trailer
    trailer["Prev"] = .integer(last.range.lowerBound)
    let offset = String(sealed.count)
    let entry = String(repeating: "0", count: 10 - offset.count) + offset
    let object = "2 0 obj\n<< /Type /Page /Parent 1 0 R /MediaBox [0 0 595 842] >>\nendobj\n"
    let section = "xref\n2 1\n\(entry) 00000 n \ntrailer\n\(trailer.written)\nstartxref\n"
    let more = object + section + "\(sealed.count + object.utf8.count)\n%%EOF\n"

    let verdict = await PDFVerifier.judge(sealed + Array(more.utf8), trust: hall.trust, at: day)

    #expect(verdict.unaltered.answer == .no)
    #expect(verdict.unaltered.reasons.map(\.code) == ["structure_not_strict"])
  }

  @Test func aSignatureOfOtherSoftwareIsIntactAndUnknown() async throws {
    let hall = try Hall()
    var hole = try #require(ContentsHole(in: try hall.sealed()))
    let mark = try #require(Data(hole.bytes).range(of: Data("/Name /Kanhe".utf8)))
    hole.bytes.replaceSubrange(mark, with: Array("/Name /Other".utf8))
    let foreign = try hole.signedAgain(by: hall.identity)
    var changed = foreign
    changed[500] ^= 1

    let intact = await PDFVerifier.judge(foreign, trust: hall.trust, at: day)
    let altered = await PDFVerifier.judge(changed, trust: hall.trust, at: day)
    let longer = await PDFVerifier.judge(foreign + [10], trust: hall.trust, at: day)

    #expect(intact.unaltered.answer == .yes)
    #expect(intact.unaltered.reasons.map(\.code) == ["signed_content_unchanged"])
    #expect(intact.sealedBy.answer == .unknown)
    #expect(intact.exit == .couldNotTell)
    #expect([altered.exit, longer.exit] == [.notGenuine, .notGenuine])
  }

  @Test func hostileBytesNeverCrash() async throws {
    let hall = try Hall()
    let sealed = try hall.sealed()
    var random = SplitMix(state: 7)
    let pieces = [
      "<<", ">>", "[", "(", "<", "/", "xref\n0 9999999999\n", "startxref\n99999999999999\n%%EOF\n",
      "9 0 obj\n", "/ByteRange [0 9223372036854775807 1 -9]", "\u{30}\u{84}\u{FF}",
    ]

    for _ in 0..<150 {
      var bytes = Array(sealed[sealed.count - 12_000..<sealed.count])
      for _ in 0..<20 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let piece = Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
        bytes.replaceSubrange(place..<min(place + piece.count, bytes.count), with: piece)
      }
      let verdict = await PDFVerifier.judge(
        Array("%PDF-1.5\n%\u{FF}\n".utf8) + bytes, trust: hall.trust, at: day)
      #expect(verdict.exit == .notGenuine)
    }
  }

  /// `(r, n - s)`.
  private func mirrored(
    _ signature: P256.Signing.ECDSASignature
  ) throws -> P256.Signing.ECDSASignature {
    let order = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"
    let n = stride(from: 0, to: 64, by: 2).map { place in
      let start = order.index(order.startIndex, offsetBy: place)
      return Int(order[start..<order.index(start, offsetBy: 2)], radix: 16) ?? 0
    }
    var raw = Array(signature.rawRepresentation)
    var borrow = 0
    for index in (0..<32).reversed() {
      let digit = n[index] - Int(raw[32 + index]) - borrow
      borrow = digit < 0 ? 1 : 0
      raw[32 + index] = UInt8(digit & 255)
    }
    return try P256.Signing.ECDSASignature(rawRepresentation: raw)
  }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
