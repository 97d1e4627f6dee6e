import Foundation
import PortableDocument
import Testing

/// Signs as other software does: a revision with a field, and in it a detached CMS of openssl (ISO 32000-1, 12.8.3.3).
struct OtherSigner {
  enum Key: String, CaseIterable, Sendable {
    case rsa, ecdsa

    fileprivate var options: [String] {
      switch self {
      case .rsa: ["rsa:2048"]
      case .ecdsa: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
      }
    }
  }

  private let folder: ScratchFolder

  init(_ key: Key, in folder: ScratchFolder) async throws {
    self.folder = folder
    try await openssl(
      ["req", "-x509", "-utf8", "-nodes", "-newkey"] + key.options
        + ["-keyout", folder.path("key.pem"), "-out", folder.path("certificate.pem")]
        + ["-days", "30", "-subj", "/CN=江畔公司/O=Riverside"])
  }

  func signed(_ pdf: [UInt8]) async throws -> [UInt8] {
    var draft = try SignatureDraft(on: pdf)
    let content = try folder.file("content.bin", draft.signedPart)
    try await openssl([
      "cms", "-sign", "-binary", "-md", "sha256", "-outform", "DER", "-in", content,
      "-signer", folder.path("certificate.pem"), "-inkey", folder.path("key.pem"),
      "-out", folder.path("signature.der"),
    ])
    draft.fill(with: try folder.url.appendingPathComponent("signature.der").bytes)
    return draft.bytes
  }

  private func openssl(_ arguments: [String]) async throws {
    let ending = try await KanheProgram.run(URL(fileURLWithPath: "/usr/bin/openssl"), arguments)
    try #require(ending.status == 0, "\(ending.errors)")
  }
}

/// A file with a place for a signature at its end, and with ranges that leave out the place and nothing else.
struct SignatureDraft {
  private(set) var bytes: [UInt8]
  /// The Contents string, angle brackets included.
  private let hole: Range<Int>

  private static let size = 8_000

  init(on pdf: [UInt8]) throws {
    let file = try PDFFile(pdf)
    let root = try #require(file.trailer["Root"]?.reference)
    var catalog = try #require(file.object(root).dictionary)
    var writer = PDFObjectWriter(continuing: pdf, nextNumber: file.size)
    let (signature, field) = (writer.newNumber(), writer.newNumber())
    writer.begin(signature)
    let start = writer.bytes.count
    let zeros = String(repeating: "0", count: Self.size)
    let number = PDFObjectWriter.padded(0)
    writer.append(
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "
        + "/ByteRange [0 \(number) \(number) \(number)] /Contents <\(zeros)> >>\nendobj\n")
    writer.add(
      field,
      [
        "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"),
        "Rect": .array(Array(repeating: .integer(0), count: 4)), "F": .integer(132),
        "V": .reference(signature),
      ])
    catalog["AcroForm"] = .dictionary([
      "Fields": .array([.reference(field)]), "SigFlags": .integer(3),
    ])
    writer.add(root, catalog)
    writer.close(["Root": .reference(root), "Prev": .integer(file.section)])
    let open = try #require(writer.bytes[start...].firstRange(of: Array("/Contents <".utf8)))
    hole = open.upperBound - 1..<open.upperBound + Self.size + 1
    let ranges = [hole.lowerBound, hole.upperBound, writer.bytes.count - hole.upperBound]
    let place = try #require(writer.bytes[start...].firstRange(of: Array("[0 ".utf8))).upperBound
    let text = ranges.map(PDFObjectWriter.padded).joined(separator: " ")
    writer.fill(place..<place + text.utf8.count, with: text)
    bytes = writer.bytes
  }

  var signedPart: [UInt8] { Array(bytes[..<hole.lowerBound] + bytes[hole.upperBound...]) }

  mutating func fill(with der: [UInt8]) {
    let digits = der.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
    let start = hole.lowerBound + 1
    bytes.replaceSubrange(start..<start + 2 * der.count, with: Array(digits.joined().utf8))
  }
}

/// What somebody does to a form after it was signed. It looks as before.
enum Tampering: String, CaseIterable, Sendable {
  case oneByte, shadowRevision

  func on(_ pdf: [UInt8]) throws -> [UInt8] {
    switch self {
    case .oneByte:
      // A comment of the program that drew it, which nobody sees.
      let comment = try #require(pdf.firstRange(of: Array("/Type /Page % 1".utf8)))
      var pdf = pdf
      pdf[comment.upperBound - 1] = UInt8(ascii: "2")
      return pdf
    case .shadowRevision:
      let file = try PDFFile(pdf)
      let root = try #require(file.trailer["Root"]?.reference)
      var catalog = try #require(file.object(root).dictionary)
      catalog["PageMode"] = .name("UseNone")
      var writer = PDFObjectWriter(continuing: pdf, nextNumber: file.size)
      writer.add(root, catalog)
      writer.close(["Root": .reference(root), "Prev": .integer(file.section)])
      return writer.bytes
    }
  }
}
