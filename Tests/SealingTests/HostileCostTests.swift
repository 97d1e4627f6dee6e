import Foundation
import PortableDocument
import Sealing
import Testing
import Verification

/// Small files that could keep a verifier busy for hours, or take all memory.
@Suite struct HostileCostTests {
  /// Objects of a stream that all begin at the same place.
  @Test func objectsThatSharePartsAreNotReadAgainAndAgain() throws {
    let head = (0..<400).map { "\($0 + 20) 0 " }.joined()
    let body = "[" + String(repeating: "1 ", count: 500_000) + "]"
    let data = try Deflate.compress(Array((head + body).utf8))
    var pdf = RawPDF()
    pdf.addStream(
      10, "/Type /ObjStm /N 400 /First \(head.utf8.count) /Filter /FlateDecode", data)
    let file = pdf.withStream(
      after: (0..<400).map { ($0 + 20, RawPDF.entry(2, 10, $0)) }, size: "/Size 420")

    refusesQuickly(file)
  }

  /// Streams that expand to more than a thousand times their size.
  @Test func whatExpandsIsBounded() throws {
    let head = "20 0 "
    let body = "(" + String(repeating: " ", count: 20 << 20) + ")"
    let data = try Deflate.compress(Array((head + body).utf8))
    var pdf = RawPDF()
    pdf.addStream(10, "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", data)

    refusesQuickly(pdf.withStream(after: [(20, RawPDF.entry(2, 10))], size: "/Size 21"))
  }

  /// An array of ever so many parts, each of which takes many times its two bytes.
  @Test func partsOfAnObjectAreBounded() {
    var pdf = RawPDF()
    pdf.add(6, "[" + String(repeating: "1 ", count: 1_100_000) + "]")

    #expect(throws: PDFDefect.self) { try PDFFile(pdf.withTable()).object(6) }
  }

  /// A cross-reference stream of two million entries in a few kilobytes.
  @Test func entriesAreBoundedByTheFile() throws {
    let data = try Deflate.compress([UInt8](repeating: 0, count: 2_000_000))
    var pdf = RawPDF()
    let start = pdf.bytes.count
    pdf.addStream(
      8,
      "/Type /XRef /W [0 1 0] /Index [1 1999999] /Size 2000000 /Root 1 0 R "
        + "/Filter /FlateDecode", data)
    pdf.write("startxref\n\(start)\n%%EOF\n")

    #expect(throws: PDFDefect.self) { try PDFFile(pdf.bytes) }
  }

  /// `1 0 obj (2 0 obj (3 0 obj (…`, each of them listed.
  @Test func objectsInOneAnotherAreNotRead() {
    var pdf = RawPDF()
    var entries = ""
    for number in 10..<20_000 {
      entries += pdf.entry(number, at: pdf.bytes.count)
      pdf.write("\(number) 0 obj (")
    }
    pdf.write(String(repeating: ") endobj ", count: 20_000 - 10))

    refusesQuickly(pdf.withTable(after: entries, trailer: "/Size 20000 /Root 1 0 R"))
  }

  /// A trailer in whose string the next section stands, and so on.
  @Test func sectionsInOneAnotherAreNotRead() {
    var pdf = RawPDF()
    let places = (0..<900).map { pdf.bytes.count + $0 * 60 }
    for place in places {
      let previous = place == places.last ? "" : "/Prev \(place + 60) "
      let section = "xref\n0 0\ntrailer\n<< /Size 9 /Root 1 0 R \(previous)/X ("
      pdf.write(section + String(repeating: " ", count: 60 - section.utf8.count))
    }
    pdf.write(String(repeating: ") >> ", count: 900) + "startxref\n\(places[0])\n%%EOF\n")

    #expect(throws: PDFDefect.self) { try PDFFile(pdf.bytes) }
  }

  private func refusesQuickly(
    _ bytes: [UInt8], at place: SourceLocation = #_sourceLocation
  ) {
    let time = ContinuousClock().measure {
      #expect(throws: PDFDefect.self, sourceLocation: place) {
        try PDFFile(bytes).forEachObject { _, _ in }
      }
    }
    #expect(time < .seconds(2), sourceLocation: place)
  }

  /// Certificates of which each could have issued each other: paths are tried in all their orders.
  @Test(.timeLimit(.minutes(1)))
  func aCrowdOfAuthoritiesIsNotSearched() async throws {
    let stamped = try StampedHall()
    _ = try stamped.tsa.putAuthorityBetween()
    let crowd = try stamped.tsa.crowdOfAuthorities(14)
    let file = try await Sealer.add(ValidationData(certificates: crowd), to: stamped.sealed())
    var stranger = stamped.hall.trust
    stranger.timestampAnchors = [try TestTSA().anchor]

    for trust in try [stamped.trust, stranger] {
      let verdict = await PDFVerifier.judge(file, trust: trust, at: stamped.now)
      #expect(verdict.unaltered.answer == .yes, "\(verdict)")
      #expect(!verdict.provesTime)
    }
  }

  /// A renewed certificate of the same authority is none too many.
  @Test func aSecondCertificateOfAnAuthorityIsNoCrowd() async throws {
    let stamped = try StampedHall()
    let between = try stamped.tsa.putAuthorityBetween()
    let certificates = try stamped.tsa.crowdOfAuthorities(1) + between
    let file = try await Sealer.add(
      ValidationData(certificates: certificates), to: stamped.sealed())

    let verdict = await PDFVerifier.judge(file, trust: try stamped.trust, at: stamped.now)

    #expect(verdict.provesTime && verdict.exit == .done, "\(verdict)")
  }
}
