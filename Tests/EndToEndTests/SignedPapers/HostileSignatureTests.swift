import Cases
import Foundation
import Intake
import MainPath
import Testing

/// Signatures that are made to harm whoever looks at them, at a reader with all its walls. It says what it found, lives, and
/// nothing that stands in such a file is accepted.
@Suite struct HostileSignatureTests {
  struct Attack: CustomTestStringConvertible, Sendable {
    let name: String
    let made: @Sendable ([UInt8]) throws -> [UInt8]
    var testDescription: String { name }

    /// Everything after the ranges' bracket is written anew, at the same length.
    static func ranges(_ numbers: String) -> Attack {
      Attack(name: "ranges \(numbers)") { pdf in
        var pdf = pdf
        let key = try #require(pdf.lastRange(of: Array("/ByteRange [".utf8)))
        let end = try #require(pdf[key.upperBound...].firstIndex(of: UInt8(ascii: "]")))
        let room = end - key.upperBound
        let text = String(numbers.prefix(room))
        pdf.replaceSubrange(
          key.upperBound..<end,
          with: Array(text.utf8) + [UInt8](repeating: 32, count: room - text.utf8.count))
        return pdf
      }
    }

    /// The string of the signature begins with these digits.
    static func contents(_ name: String, _ digits: String) -> Attack {
      Attack(name: name) { pdf in
        var pdf = pdf
        let start = try #require(pdf.lastRange(of: Array("/Contents <".utf8))).upperBound
        pdf.replaceSubrange(start..<start + digits.utf8.count, with: Array(digits.utf8))
        return pdf
      }
    }
  }

  static let attacks: [Attack] = [
    .ranges("0 9999999999 9999999999 1"), .ranges("0 -1 5 9223372036854775807"),
    .ranges("0 9223372036854775807 1 1"), .ranges("0 10 5 99"), .ranges("0 0 0 0"), .ranges(""),
    .ranges("[[[[[[[[[[[[[[[[[[[[[[["),
    .contents("no DER", String(repeating: "F0", count: 3_000)),
    .contents("lengths without an end", String(repeating: "3080", count: 1_500)),
    .contents("a length beyond all", "3088FFFFFFFFFFFFFFFF"),
    .contents("an empty sequence", "3000"),
    .contents("no hexadecimal", "zz"),
    Attack(name: "two thousand signatures") { pdf in
      let signature = "<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>"
      let objects = (0..<2_000).map { "\(100 + $0) 0 obj \(signature) endobj\n" }.joined()
      return pdf + Array(objects.utf8) + Attack.ending(of: pdf)
    },
    Attack(name: "two thousand nested arrays") { pdf in
      let text = "99 0 obj << /ByteRange \(String(repeating: "[", count: 200_000)) >> endobj\n"
      return pdf + Array(text.utf8) + Attack.ending(of: pdf)
    },
    Attack(name: "our own mark") { pdf in
      pdf + Array("\n% /App << /Name /Kanhe >>\n".utf8) + Attack.ending(of: pdf)
    },
  ]

  @Test func eachIsToldAndTheReaderLives() async throws {
    let form = try KanheProgram.samples
      .appendingPathComponent("\(DemoRun.issuedSample)/form.pdf").bytes
    let folder = try ScratchFolder()
    let signed = try await OtherSigner(.ecdsa, in: folder).signed(form)
    let pool = ReaderPool(
      ReaderLaunch(
        executable: KanheProgram.executable.path,
        configuration: .documents(
          models: KanheProgram.models.path, tessdata: KanheProgram.tessdata),
        timeoutSeconds: 60, limits: ReaderLimits(cpuSeconds: 20)), count: 1)
    _ = try await pool.engine()
    let reader = await pool.processIdentifiers()
    for attack in Self.attacks {
      let file = try Intake.accept(name: "form.pdf", bytes: try attack.made(signed))
      let reading = await pool.read(file, mostPages: 9)
      #expect(reading.verification?.unaltered.answer == .no, "\(attack)")
      #expect(!["reader_died", "internal"].contains(reading.error?.code), "\(attack)")
      let fields = reading.documents.flatMap(\.fields.values)
      #expect(!fields.contains { $0.state == .accepted }, "\(attack)")
    }
    #expect(await pool.processIdentifiers() == reader, "no attack has cost a reader")
    await pool.stop()
  }
}

extension HostileSignatureTests.Attack {
  /// From `startxref` on: what stands before it is found by whoever looks at all bytes.
  fileprivate static func ending(of pdf: [UInt8]) -> [UInt8] {
    pdf.lastRange(of: Array("startxref".utf8)).map { Array(pdf[$0.lowerBound...]) } ?? []
  }
}

extension [UInt8] {
  fileprivate func lastRange(of pattern: [UInt8]) -> Range<Int>? {
    indices.dropLast(pattern.count - 1).last { self[$0...].starts(with: pattern) }
      .map { $0..<$0 + pattern.count }
  }
}
