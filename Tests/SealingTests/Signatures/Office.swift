import Cases
import Foundation
import PortableDocument
import Sealing
import Verification

/// Somebody who seals documents of other programs, with `kanhe seal` or with something else.
struct Office {
  let hall: Hall

  init(_ organ: String = "云州市政务服务管理局（测试）") throws {
    hall = try Hall(design: SealDesign(.round, name: organ, kind: "合同专用章", code: "0000000000007"))
  }

  func sealed(
    _ pdf: [UInt8], approval: Bool = true, at middle: Point? = nil, riding: Bool = false
  ) throws -> [UInt8] {
    try Sealer.seal(
      foreign: pdf, at: ForeignPlace(middle: middle, riding: riding), as: hall.identity,
      reason: "合同盖章", caseID: "c", approval: approval, now: day)
  }

  /// What a field of other software looks like.
  enum Look: CaseIterable {
    case nothing, picture
    /// Without an appearance of its own: viewers draw a box.
    case background
    /// A line as long as the field.
    case line
  }

  /// As software of another maker would sign: without our mark.
  func signedOtherwise(_ pdf: [UInt8], _ look: Look = .nothing) throws -> [UInt8] {
    let sealed = try sealed(pdf)
    guard let hole = ContentsHole(in: sealed) else { return sealed }
    let signed = hole.changed("/Name /KanheSeal", "/Name /OtherSeal")
    let drawn =
      switch look {
      case .picture: signed
      case .nothing: signed.overwriting("/Rect [", "]", with: "/Rect [0 0 0 0]")
      case .background: signed.overwriting("/AP <<", ">>", with: "/MK<</BG[1]>>")
      case .line: signed.overwriting("/Rect [", "]", with: "/Rect [9 50 400 50]")
      }
    return try drawn.signedAgain(by: hall.identity)
  }
}

/// A document on which others work between two signatures.
struct Manuscript {
  var bytes: [UInt8]

  /// Appends a revision with these objects; none of them needs a key.
  func changed(_ objects: [Int: String]) throws -> [UInt8] {
    let file = try PDFFile(bytes)
    var writer = PDFObjectWriter(continuing: bytes, nextNumber: file.size)
    for (number, body) in objects.sorted(by: { $0.key < $1.key }) {
      while writer.nextNumber <= number { _ = writer.newNumber() }
      writer.begin(number)
      writer.append(body + "\nendobj\n")
    }
    var trailer: PDFDictionary = ["Root": file.trailer["Root"] ?? .null]
    trailer["Info"] = file.trailer["Info"]
    trailer["Prev"] = .integer(file.section)
    writer.close(trailer)
    return writer.bytes
  }
}

extension Hall {
  /// The same document as qpdf writes it.
  func rewritten(_ pdf: [UInt8], _ options: [String]) throws -> [UInt8] {
    let (from, to) = (try write(pdf, as: "from.pdf"), folder.appending(path: "to.pdf"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/qpdf")
    process.arguments =
      ["--deterministic-id"].filter { _ in !options.contains("--encrypt") }
      + options + [from, to.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: to))
  }
}
