import Cases
import Foundation
import PortableDocument
import Sealing
import Synchronization
import Testing

@Suite struct SealerTests {
  @Test func pdfsigFindsTheSealValid() throws {
    let hall = try Hall()

    let report = try Tool(path: "/usr/bin/pdfsig").output(hall.write(hall.sealed(), as: "s.pdf"))

    #expect(report.contains("Signature Validation: Signature is Valid."))
    #expect(report.contains("Total document signed"))
    #expect(report.contains("Signature Type: ETSI.CAdES.detached"))
  }

  @Test func opensslVerifiesTheCMS() throws {
    let hall = try Hall()
    let sealed = try hall.sealed()
    let hole = try #require(ContentsHole(in: sealed))
    let cms = try hall.write(hole.cms, as: "s.cms")
    let signed = try hall.write(hole.signedBytes, as: "s.bin")
    let anchor = try hall.write(Array(hall.authority.anchor.utf8), as: "ca.pem")

    let report = try Tool(path: "/usr/bin/openssl").output(
      "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", cms, "-content", signed,
      "-CAfile", anchor, "-attime", String(Int(day.timeIntervalSince1970)), "-out", "/dev/null")

    #expect(report.contains("CAdES Verification successful"))
  }

  @Test func theDrawnBytesStayAsTheyAre() throws {
    let hall = try Hall()
    let drawn = try drawnSample()

    #expect(try hall.sealed(drawn).starts(with: drawn.pdf))
  }

  @Test func theArchiveMetadataAgreesWithInfo() throws {
    let hall = try Hall()
    let sealed = try hall.sealed()

    let info = try Tool(path: "/usr/bin/pdfinfo").output(
      "-isodates", hall.write(sealed, as: "s.pdf"))
    let packet = try Tool(path: "/usr/bin/pdfinfo").output(
      "-meta", hall.write(sealed, as: "s.pdf"))

    #expect(info.contains("Title:           行政许可决定书 云政许字〔2026〕第0001号"))
    #expect(info.contains("CreationDate:    2026-11-23T00:00:00+08"))
    #expect(packet.contains("<xmp:CreateDate>2026-11-23T00:00:00+08:00</xmp:CreateDate>"))
    #expect(packet.contains(">行政许可决定书 云政许字〔2026〕第0001号</rdf:li>"))
    #expect(packet.contains("<pdfaid:part>2</pdfaid:part>"))
    #expect(String(decoding: sealed, as: UTF8.self).contains("/S /GTS_PDFA1"))
  }

  @Test func everyUseIsToldBeforeTheKeyIsUsed() throws {
    let hall = try Hall()
    let uses = Mutex<[SealUse]>([])
    let identity = hall.authority.identity { use in uses.withLock { $0.append(use) } }
    let drawn = try drawnSample()

    _ = try Sealer.seal(
      drawn.pdf, at: .init(page: 0, box: drawn.sealBox), as: identity, reason: "r",
      caseID: "case-7", now: day)

    #expect(uses.withLock { $0.map(\.caseID) } == ["case-7"])
  }

  @Test func aUseThatCannotBeRecordedDoesNotHappen() throws {
    let hall = try Hall()
    let identity = hall.authority.identity { _ throws(Problem) in throw .internalFault("log") }
    let drawn = try drawnSample()

    let problem = #expect(throws: Problem.self) {
      try Sealer.seal(
        drawn.pdf, at: .init(page: 0, box: drawn.sealBox), as: identity, reason: "r",
        caseID: "c", now: day)
    }

    #expect(problem?.code == "internal")
  }

  @Test(arguments: [-1.0, 1460.0])
  func anInvalidSealIsNotUsed(daysLater: Double) throws {
    let hall = try Hall()

    let problem = #expect(throws: Problem.self) {
      try hall.sealed(at: day.addingTimeInterval(daysLater * 86400))
    }

    #expect(problem?.code == "seal_not_valid")
  }

  @Test func aCertificateThatIsNotOnTheSealIsNotUsed() throws {
    let (hall, other) = (try Hall(), try Hall())
    var identity = hall.identity
    identity.record = other.authority.record
    let drawn = try drawnSample()

    let problem = #expect(throws: Problem.self) {
      try Sealer.seal(
        drawn.pdf, at: .init(page: 0, box: drawn.sealBox), as: identity, reason: "r",
        caseID: "c", now: day)
    }

    #expect(problem?.code == "seal_not_valid")
  }

  @Test func whatIsNoFreshDrawingIsNotSealed() throws {
    let hall = try Hall()
    let drawn = try drawnSample()
    let box = drawn.sealBox

    for pdf in [try hall.sealed(drawn), [], Array("%PDF-1.5\n".utf8), drawn.pdf.dropLast(9)] {
      let problem = #expect(throws: Problem.self) {
        try Sealer.seal(
          Array(pdf), at: .init(page: 0, box: box), as: hall.identity, reason: "r", caseID: "c",
          now: day)
      }
      #expect(problem?.code == "cannot_be_sealed")
    }
    let problem = #expect(throws: Problem.self) {
      try Sealer.seal(
        drawn.pdf, at: .init(page: 5, box: box), as: hall.identity, reason: "r", caseID: "c",
        now: day)
    }
    #expect(problem?.code == "cannot_be_sealed")
  }
}
