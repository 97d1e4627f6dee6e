import Cases
import Foundation
import PortableDocument
import Sealing
import Testing
import Verification

/// A seal across the edges of all pages is what its record says, on every page, or the file is refused.
@Suite struct RidingSealAttackTests {
  private let hall: Hall
  private let sealed: [UInt8]

  init() throws {
    hall = try Hall()
    sealed = try hall.sealed(longSample(), riding: true)
  }

  @Test func itIsGenuine() async throws {
    #expect(await PDFVerifier.judge(sealed, trust: hall.trust, at: day).exit == .done)
    let again = try RewrittenSeal(sealed).file(signedBy: hall.identity)
    #expect(await PDFVerifier.judge(again, trust: hall.trust, at: day).exit == .done)
  }

  /// All signed again by the true key.
  @Test(arguments: [
    ("/RidingSeal", "/Rect [", "/Rect [1"), ("/RidingSeal", "/F 196", "/F 198"),
    ("/RidingSeal", "/Subtype /Stamp", "/Subtype /Highl"),
    ("/RidingSeal", "/AP <<", "/A << /S /URI >> /AP <<"),
    ("/RidingSeal", "/Contents", "/Contentz"),
    ("/XObject << /S", "/BBox [", "/BBox [-9 -9 0 0] /Old ["),
    ("/XObject << /S", "/XObject << /S ", "/XObject << /S 1"),
    ("/XObject << /S", "/S Do", "/S DO"),
  ])
  func aChangedStripIsRefused(mark: String, old: String, new: String) async throws {
    var seal = try RewrittenSeal(sealed)
    try seal.change(objectWith: mark, old, new)

    let verdict = await PDFVerifier.judge(
      try seal.file(signedBy: hall.identity), trust: hall.trust, at: day)

    #expect(verdict.exit == .notGenuine)
  }

  @Test func aPageWithoutItsStripIsRefused() async throws {
    var seal = try RewrittenSeal(sealed)
    let strip = try #require(
      seal.objects.firstIndex { $0.body.firstRange(of: Array("/RidingSeal".utf8)) != nil })
    let number = seal.objects[strip].number
    for index in seal.objects.indices {
      let text = String(decoding: seal.objects[index].body, as: UTF8.self)
      guard text.contains("/Annots [") else { continue }
      seal.objects[index].body = Array(text.replacing("\(number) 0 R", with: "").utf8)
    }

    let verdict = await PDFVerifier.judge(
      try seal.file(signedBy: hall.identity), trust: hall.trust, at: day)

    #expect(verdict.unaltered.answer == .no)
  }

  @Test func anotherSealsStripsAreRefused() async throws {
    var trust = hall.trust
    trust.sealRecords[0].picture.width += 1

    let verdict = await PDFVerifier.judge(sealed, trust: trust, at: day)

    #expect(verdict.sealedBy.answer == .nobody)
  }

  @Test func whatWasSealedAfterRetirementIsRefused() async throws {
    var trust = hall.trust
    trust.sealRecords[0].retiredAt = day.addingTimeInterval(-1)
    let late = await PDFVerifier.judge(sealed, trust: trust, at: day)
    trust.sealRecords[0].retiredAt = day.addingTimeInterval(1)
    let early = await PDFVerifier.judge(sealed, trust: trust, at: day)

    #expect(late.inForce.reasons.map(\.code) == ["sealed_after_retirement"])
    #expect([late.exit, early.exit] == [.notGenuine, .done])
  }
}
