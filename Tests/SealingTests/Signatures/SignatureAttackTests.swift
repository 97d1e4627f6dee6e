import Cases
import Foundation
import PortableDocument
import Sealing
import Testing
import Verification

/// Attacks on documents with seals of `kanhe seal` and with several signatures. None may pass for unaltered, whatever key the
/// forger has: later signatures are all made by somebody whom everybody here trusts.
@Suite struct SignatureAttackTests {
  private let office: Office
  private let forger: Office
  private let sealed: [UInt8]

  init() throws {
    office = try Office()
    forger = try Office("云州市江畔餐饮有限公司")
    // /Size beyond the last object: room for what is defined later.
    let document = ForeignPDF(page: "/Type /Page /Parent 3 0 R /X 40 0 R /Contents 6 0 R")
    let text = String(decoding: document.bytes, as: UTF8.self)
      .replacing("/Size 9", with: "/Size 60")
    sealed = try office.sealed(Array(text.utf8))
  }

  private var trust: TrustStore { office.hall.trust.merged(with: forger.hall.trust) }

  @Test(arguments: ForgedRevision.allCases)
  func aRevisionBehindTheSealIsRefused(_ forgery: ForgedRevision) async throws {
    for file in try [sealed, forger.sealed(sealed)] {
      try await expectRefusal(forgery.file(file))
    }
  }

  /// What was changed is covered by a second signature that fits; the first one did not see it.
  @Test(arguments: [
    [8: "<< /Type /Page /Parent 3 0 R /Contents 9 0 R >>"],
    [6: "<< /Length 2 >>\nstream\nBT\nendstream"],
    [3: "<< /Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1 >>"],
    [4: "<< /Type /Page /Parent 3 0 R /X 40 0 R /Contents 6 0 R /Rotate 180 >>"],
    // Named by a page from the start, and not there until now.
    [40: "<< /Length 2 >>\nstream\nBT\nendstream"],
    // Of no use to anything allowed.
    [70: "<< /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] >>"],
  ])
  func aChangeBeforeAFurtherSignatureIsRefused(objects: [Int: String]) async throws {
    let changed = try Manuscript(bytes: sealed).changed(objects)

    for forged in try [forger.sealed(changed), forger.signedOtherwise(changed)] {
      try await expectRefusal(forged, because: "changed after a signature")
    }
  }

  /// Changes of the page that shows the seal and of the catalog, where something may change.
  @Test(arguments: [
    ("/Annots [", "/Annots [70 0 R ", "page"), ("/Contents 6 0 R", "/Contents 70 0 R", "page"),
    ("/Annots [60 0 R]", "/Annots []", "page"),
    ("/Annots [60 0 R]", "/Annots [60 0 R 70 0 R]", "page"),
    ("/Fields [60 0 R]", "/Fields []", "catalog"),
    ("/Fields [60 0 R]", "/Fields [60 0 R 70 0 R]", "catalog"),
    ("/SigFlags 3", "/SigFlags 3 /NeedAppearances true", "catalog"),
    ("/Pages 2 0 R", "/Pages 2 0 R /OpenAction 70 0 R", "catalog"),
    ("/Pages 2 0 R", "/Pages 2 0 R /OCProperties << >>", "catalog"),
  ])
  func aChangeWhereSignaturesAddIsRefused(
    old: String, new: String, place: String
  ) async throws {
    let file = try PDFFile(sealed)
    let number = place == "page" ? 8 : 1
    let body = try file.object(number).written
    try #require(body.contains(old), "\(body)")
    let evil = "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 595 842] /T (x) >>"
    let changed = try Manuscript(bytes: sealed)
      .changed([number: body.replacing(old, with: new), 70: evil])

    let both = [try? forger.sealed(changed), try? forger.signedOtherwise(changed)]
    let forged = both.compactMap(\.self)
    try #require(!forged.isEmpty)
    for file in forged { try await expectRefusal(file, because: "changed after a signature") }
  }

  /// The author calls the page validation data, which may grow.
  @Test func aPageThatIsCalledValidationDataIsNotChanged() async throws {
    let document = try Manuscript(bytes: ForeignPDF().bytes)
      .changed([1: "<< /Type /Catalog /Pages 2 0 R /DSS 8 0 R >>"])
    let sealed = try office.sealed(document)
    let page = try PDFFile(sealed).object(8).written
    try #require(page.contains("/Contents 6 0 R"))
    let changed = try Manuscript(bytes: sealed).changed([
      8: page.replacing("/Contents 6 0 R", with: "/Contents 70 0 R"),
      70: "<< /Length 2 >>\nstream\nBT\nendstream",
    ])

    for forged in try [forger.sealed(changed), forger.signedOtherwise(changed)] {
      try await expectRefusal(forged, because: "changed after a signature")
    }
  }

  /// The author leaves a place for a signature over the page, and puts other text there.
  @Test(arguments: ["1", "71 0 R"])
  func aPlaceForASignatureIsNotFilledWithAnythingElse(value: String) async throws {
    let kept = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (kept) /F 4 /Rect [50 50 500 700] "
    let document = try Manuscript(bytes: ForeignPDF().bytes).changed([
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [9 0 R] >> >>",
      4: "<< /Type /Page /Parent 3 0 R /Contents 6 0 R /Annots [9 0 R] >>", 9: kept + ">>",
    ])
    let sealed = try office.sealed(document)
    let changed = try Manuscript(bytes: sealed).changed([
      9: kept + "/V \(value) /AP << /N 70 0 R >> >>", 71: "<< /Type /Sig >>",
      70: "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 2 >>\nstream\nBT\nendstream",
    ])

    for forged in try [forger.sealed(changed), forger.signedOtherwise(changed)] {
      try await expectRefusal(forged, because: "changed after a signature")
    }
  }

  /// What a certification allows may be written in objects of its own.
  @Test func aCertificationIsKnownWhereverItStands() throws {
    let certified = try Manuscript(bytes: ForeignPDF().bytes).changed([
      9: "<< /Type /Sig /ByteRange [0 1 2 3] /Reference 10 0 R >>", 10: "[11 0 R]",
      11: "<< /TransformMethod /DocMDP /TransformParams 12 0 R >>", 12: "<< /P 1 >>",
    ])

    #expect(throws: Problem.changesForbidden) { try office.sealed(certified) }
  }

  /// The holder of the key itself makes something of the seal that our sealer would not.
  @Test(arguments: [
    ("/F 132", "/F 134"), ("/Rect [", "/Rect [1"), ("/TU <", "/TX <"),
    ("/Type /Annot", "/Type /Annox"),
    ("/BM /Multiply", "/BM /Normal"), ("/Subtype /Form", "/Subtype /Forn"),
    ("/FT /Sig", "/FT /Btn"),
    ("/Size ", "/Size 1"), ("/Reason <", "/Reazon <"), ("/SigFlags 3", "/SigFlags 1"),
  ])
  func aSealThatIsNotAsOursIsRefused(old: String, new: String) async throws {
    let hole = try #require(ContentsHole(in: sealed)).changed(old, new)
    let shift = hole.range.lowerBound - (ContentsHole(in: sealed)?.range.lowerBound ?? 0)
    let ranges = [
      hole.range.lowerBound, hole.range.upperBound, hole.bytes.count - hole.range.upperBound,
    ].map(PDFObjectWriter.padded).joined(separator: " ")
    var text = hole.bytes
    if shift != 0, let place = text.lastRange(of: Array("startxref\n".utf8)) {
      let end = text[place.upperBound...].firstIndex(of: 10) ?? text.count
      let section = text.lastRange(of: Array("\nxref\n".utf8)).map { $0.lowerBound + 1 } ?? 0
      text.replaceSubrange(place.upperBound..<end, with: Array(String(section).utf8))
    }
    let forged = try ContentsHole(bytes: text, range: hole.range).withRanges("0 " + ranges)
      .signedAgain(by: office.hall.identity)

    try await expectRefusal(forged, because: "structure")
  }

  /// Our sealer would not do it. A document that says otherwise, sealed by nobody yet, is where another program's begins.
  @Test func aCertificationIsNotFollowedByAnything() async throws {
    let certified = try office.sealed(ForeignPDF().bytes, approval: false)
    #expect(throws: Problem.changesForbidden) { try forger.sealed(certified) }
    let hole = try #require(ContentsHole(in: certified))
    let open = try hole.changed("/P 1 /V", "/P 2 /V").changed("/KanheSeal", "/OtherSeal")
      .signedAgain(by: office.hall.identity)
    let followed = try forger.sealed(open)
    let closed = try #require(ContentsHole(in: open)).changed("/P 2 /V", "/P 1 /V")
      .signedAgain(by: office.hall.identity)

    let verdict = await PDFVerifier.judge(followed, trust: trust, at: day)
    #expect(verdict.unaltered.answer == .yes && verdict.exit == .couldNotTell)
    try await expectRefusal(closed + followed[open.count...])
  }

  /// Numbers that no computer holds, in files that say that we sealed them.
  @Test(
    arguments: ["9", "-9", "0."], ["/BBox [0 0 ", "/Rect [", "/Prev ", "/Size ", "startxref\n"])
  func hugeNumbersAreRefused(digit: String, place: String) async throws {
    let number = digit == "0." ? "0.0000000001" : digit + String(repeating: "9", count: 30)
    for file in try [sealed, office.hall.sealed()] {
      let hole = try #require(ContentsHole(in: file))
      try await expectRefusal(hole.changed(place, place + number).bytes)
      let short = hole.changed(place, place + number.prefix(19)).bytes
      try await expectRefusal(short)
      // The one number that has no opposite.
      try await expectRefusal(hole.changed(place, place + "-9223372036854775808 ").bytes)
    }
  }

  @Test func twoSignaturesOverTheSameAreRefused() async throws {
    let both = try forger.sealed(sealed)
    let hole = try #require(ContentsHole(in: both))
    let first = try #require(ContentsHole(in: sealed))

    // The second one says that it leaves out the first one's string.
    let forged = try hole.withRanges(
      "0 \(first.range.lowerBound) \(first.range.upperBound) \(both.count - first.range.upperBound)"
    ).signedAgain(by: forger.hall.identity)

    try await expectRefusal(forged)
  }

  /// What somebody who is not known here paints after the seal is not called unaltered, whatever it is made of.
  @Test(arguments: [Office.Look.picture, .background, .line])
  func aLaterPictureIsNotVouchedFor(look: Office.Look) async throws {
    let painted = try forger.signedOtherwise(sealed, look)

    let verdict = await PDFVerifier.judge(painted, trust: office.hall.trust, at: day)

    #expect(verdict.unaltered.answer == .notChecked, "\(verdict)")
    #expect(verdict.unaltered.reasons.map(\.code).contains("later_signature_shows"))
    #expect(verdict.exit == .couldNotTell)
  }

  @Test func theMarkCannotBeTakenOff() async throws {
    let hole = try #require(ContentsHole(in: sealed))

    try await expectRefusal(hole.changed("/Name /KanheSeal", "/Name /OtherSeal").bytes)
  }

  @Test func changedFilesAreRefused() async throws {
    let both = try forger.sealed(sealed)
    let seed = Soak.number("KANHE_SEED", 20_261_123)
    var random = SplitMix(state: UInt64(seed))

    for (file, other) in [(sealed, both), (both, sealed)] {
      let mutation = SealMutation(of: file, with: other)
      for round in 0..<Soak.number("KANHE_MUTATED_SIGNATURES", 400) {
        let changed = mutation.made(round, &random)
        guard changed != sealed, changed != both else { continue }
        let verdict = await PDFVerifier.judge(changed, trust: trust, at: day)
        #expect(verdict.unaltered.answer != .yes, "seed \(seed), round \(round)")
        #expect(verdict.exit == .notGenuine, "seed \(seed), round \(round)")
      }
    }
  }

  private func expectRefusal(
    _ forged: [UInt8], because reason: String = "", at place: SourceLocation = #_sourceLocation
  ) async throws {
    #expect(forged != sealed, sourceLocation: place)
    let verdict = await PDFVerifier.judge(forged, trust: trust, at: day)
    #expect(verdict.unaltered.answer == .no, "\(verdict)", sourceLocation: place)
    #expect(verdict.exit == .notGenuine, sourceLocation: place)
    #expect(verdict.claims == nil, sourceLocation: place)
    let said = verdict.unaltered.reasons.map(\.en).joined()
    #expect(reason.isEmpty || said.contains(reason), "\(said)", sourceLocation: place)
  }
}
