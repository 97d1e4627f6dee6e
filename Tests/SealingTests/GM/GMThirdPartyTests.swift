import Cases
import Foundation
import Sealing
import Testing
import Verification

/// Files with an SES_Signature that do not bear our mark.
@Suite struct GMThirdPartyTests {
  @Test func anIntactOneIsUnalteredAndItsSealerUnknown() async throws {
    let hall = try GMHall()
    let hole = try foreign(hall)

    let verdict = await PDFVerifier.judge(try signed(hole, hall), trust: hall.trust, at: day)

    #expect(verdict.unaltered.answer == .yes)
    #expect(verdict.sealedBy.answer == .unknown)
    #expect(verdict.sealedBy.reasons.map(\.code) == ["third_party_signature"])
    #expect(verdict.sealedBy.subject?.contains("测试电子印章") == true)
    #expect(verdict.exit == .couldNotTell)
  }

  /// Extensions of the signed part belong to it; a timestamp is not looked at.
  @Test func extensionsAreAllowed() async throws {
    let hall = try GMHall()
    let hole = try foreign(hall)
    var ses = try shortened(hole, hall)
    ses[0].children.append(DERNode(0xA0, [DERNode(0x30, [])]))
    ses[3].bytes = [0] + (try hall.key("seal-key.pem").sign(ses[0].encoded))

    let verdict = await PDFVerifier.judge(
      hole.filled(with: ses.encoded), trust: hall.trust, at: day)

    #expect(verdict.unaltered.answer == .yes)
  }

  @Test func anAlteredOneIsAltered() async throws {
    let hall = try GMHall()
    let hole = try foreign(hall)
    let file = try signed(hole, hall)
    var content = file
    content[2000] ^= 1
    var ses = try shortened(hole, hall)
    ses[0, 1, 0, 2, 1].bytes = Array("mane".utf8)
    ses[3].bytes = [0] + (try hall.key("seal-key.pem").sign(ses[0].encoded))

    for (altered, code) in [
      (content, "content_altered"), (hole.filled(with: ses.encoded), "signature_wrong"),
    ] {
      let verdict = await PDFVerifier.judge(altered, trust: hall.trust, at: day)
      #expect(verdict.unaltered.reasons.map(\.code) == [code])
      #expect(verdict.exit == .notGenuine)
    }
  }

  /// Our file under another name.
  private func foreign(_ hall: GMHall) throws -> ContentsHole {
    let hole = try #require(ContentsHole(in: try hall.sealed()))
    return hole.changed("/Name /Kanhe", "/Name /Other")
  }

  /// The structure over what the file says now, with a shorter name so that there is room for more.
  private func shortened(_ hole: ContentsHole, _ hall: GMHall) throws -> DERNode {
    var ses = try DERNode(hole.cms)
    ses[0, 1, 0, 2, 1].bytes = Array("name".utf8)
    ses[0, 1, 3].bytes = [0] + (try hall.makerKey.sign(ses[0, 1, 0].encoded))
    ses[0, 3].bytes = [0] + (try SM3.hash(hole.signedBytes[...]))
    return ses
  }

  private func signed(_ hole: ContentsHole, _ hall: GMHall) throws -> [UInt8] {
    var ses = try shortened(hole, hall)
    ses[3].bytes = [0] + (try hall.key("seal-key.pem").sign(ses[0].encoded))
    return hole.filled(with: ses.encoded)
  }
}
