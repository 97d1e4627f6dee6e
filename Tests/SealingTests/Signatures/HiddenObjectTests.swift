import Cases
import PortableDocument
import Sealing
import Testing
import Verification

/// A later signer, whom everybody here trusts, hides objects that some readers find: what is shown then depends on the reader.
@Suite struct HiddenObjectTests {
  private let office: Office
  private let forger: Office
  private let sealed: [UInt8]

  init() throws {
    office = try Office()
    forger = try Office("云州市江畔餐饮有限公司")
    // Room for numbers that nothing has.
    let document = String(decoding: ForeignPDF().bytes, as: UTF8.self)
      .replacing("/Size 9", with: "/Size 60")
    sealed = try office.sealed(Array(document.utf8))
  }

  private var trust: TrustStore { office.hall.trust.merged(with: forger.hall.trust) }

  @Test(arguments: HiddenObject.allCases)
  func whatIsHiddenIsRefused(_ hidden: HiddenObject) async throws {
    let content = try #require(sealed.firstRange(of: Array("6 0 obj".utf8))?.lowerBound)
    for later in try [forger.sealed(sealed), forger.signedOtherwise(sealed)] {
      let forged = try hidden.file(
        #require(ContentsHole(in: later)), number: 6, at: content, by: forger.hall.identity)

      #expect(forged != later)
      let verdict = await PDFVerifier.judge(forged, trust: trust, at: day)
      #expect(verdict.unaltered.answer == .no, "\(verdict)")
      #expect(verdict.exit == .notGenuine)
    }
  }

  /// The same between two seals, of which the second is as our sealer makes it.
  @Test(arguments: HiddenObject.allCases)
  func whatIsHiddenBetweenTwoSealsIsRefused(_ hidden: HiddenObject) async throws {
    let content = try #require(sealed.firstRange(of: Array("6 0 obj".utf8))?.lowerBound)
    let between = try hidden.file(
      #require(ContentsHole(in: forger.signedOtherwise(sealed))), number: 6, at: content,
      by: forger.hall.identity)

    // Our sealer refuses most of them at once.
    guard let forged = try? office.sealed(between) else { return }
    let verdict = await PDFVerifier.judge(forged, trust: trust, at: day)
    #expect(verdict.unaltered.answer == .no, "\(verdict)")
  }

  /// The attack maker by itself changes nothing.
  @Test func nothingHiddenIsNothingFound() async throws {
    for later in try [forger.sealed(sealed), forger.signedOtherwise(sealed)] {
      let hole = try #require(ContentsHole(in: later))
      let again = try hole.withRanges(hole.wholeFile).signedAgain(by: forger.hall.identity)
      let verdict = await PDFVerifier.judge(again, trust: trust, at: day)
      #expect(verdict.unaltered.answer == .yes, "\(verdict)")
    }
  }
}
