import PortableDocument
import Sealing

/// What is put behind the seal: revisions that show something else, or nothing but bytes. No key is needed for any.
enum ForgedRevision: String, CaseIterable {
  case pageReplaced, pageTreeReplaced, catalogReplaced, contentReplaced, infoReplaced
  case annotationAdded, appearanceReplaced, secondSignature, fieldValueRemoved
  case objectsSwapped, objectFreed, emptySection, sectionOnly
  case storeOfOtherKind, referenceStream, anotherFile, endOfFileAgain, comment, oneByte
  case bytesBeforeTheHeader, lastRevisionCutOff

  func file(_ sealed: [UInt8]) throws -> [UInt8] {
    let last = try PDFCrossReference(in: sealed, at: PDFTail.lastSection(of: sealed))
    var more = Revision(trailer: last.trailer, after: sealed, section: last.range.lowerBound)
    let root = last.trailer["Root"]?.reference ?? 0
    let info = last.trailer["Info"]?.reference ?? 0
    let next = last.trailer["Size"]?.integer ?? 0
    let evil = "<< /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] /Contents (paid in full) >>"
    switch self {
    case .pageReplaced:
      more.objects = [2: "<< /Type /Page /Parent 1 0 R /MediaBox [0 0 595 842] >>"]
    case .pageTreeReplaced: more.objects = [1: "<< /Type /Pages /Kids [] /Count 0 >>"]
    case .catalogReplaced: more.objects = [root: "<< /Type /Catalog /Pages 1 0 R >>"]
    case .contentReplaced: more.objects = [3: "<< /Length 2 >>\nstream\nBT\nendstream"]
    case .infoReplaced: more.objects = [info: "<< /Title (Another title) >>"]
    case .annotationAdded: more.objects = [next: evil]
    case .appearanceReplaced:
      more.objects = [
        next - 2:
          "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 0 >>\nstream\n\nendstream"
      ]
    case .secondSignature:
      more.objects = [
        next:
          "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal2) /Rect [0 0 0 0] /V \(next + 1) 0 R >>",
        next + 1: "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>",
      ]
    case .fieldValueRemoved:
      more.objects = [next - 3: "<< /Type /Annot /Subtype /Widget /FT /Sig >>"]
    case .objectsSwapped: more.entries = Self.swapped(last)
    case .objectFreed: more.entries = "2 1\n0000000000 00001 f \n"
    case .emptySection: more.entries = "0 0\n"
    case .sectionOnly: more.entries = ""
    case .storeOfOtherKind:
      more.objects = [
        root: "<< /Type /Catalog /Pages 1 0 R /DSS << /Certs [\(next) 0 R] >> >>", next: evil,
      ]
    case .referenceStream: return sealed + Self.referenceStream(at: sealed.count, next, root)
    case .anotherFile: return sealed + sealed
    case .endOfFileAgain: return sealed + Array("startxref\n\(last.range.lowerBound)\n%%EOF\n".utf8)
    case .comment: return sealed + Array("% nothing to see\n".utf8)
    case .oneByte: return sealed + [0]
    case .bytesBeforeTheHeader: return [10] + sealed
    case .lastRevisionCutOff: return Array(sealed[..<(sealed.count - 7)])
    }
    return more.file
  }

  /// The shadow attack's last step: no new object, only other places for the old ones.
  private static func swapped(_ section: PDFCrossReference) -> String {
    let two = section.offsets.sorted { $0.key < $1.key }.prefix(2)
    return zip(two.map(\.key), two.map(\.value).reversed())
      .map { "\($0) 1\n" + Revision.padded($1) + " 00000 n \n" }.joined()
  }

  private static func referenceStream(at offset: Int, _ number: Int, _ root: Int) -> [UInt8] {
    let head =
      "\(number) 0 obj\n<< /Type /XRef /Size \(number + 1) /W [1 4 1] /Root \(root) 0 R /Length 0 >>\n"
    return Array((head + "stream\n\nendstream\nendobj\nstartxref\n\(offset)\n%%EOF\n").utf8)
  }
}

/// A further revision, well formed, as any editor appends it.
private struct Revision {
  var objects: [Int: String] = [:]
  /// Entries that are written instead of those of `objects`.
  var entries: String?
  let trailer: PDFDictionary
  let after: [UInt8]
  let section: Int

  init(trailer: PDFDictionary, after: [UInt8], section: Int) {
    self.trailer = trailer
    self.after = after
    self.section = section
  }

  var file: [UInt8] {
    var file = after
    var listed = "xref\n"
    for (number, body) in objects.sorted(by: { $0.key < $1.key }) {
      listed += "\(number) 1\n\(Self.padded(file.count)) 00000 n \n"
      file += Array("\(number) 0 obj\n\(body)\nendobj\n".utf8)
    }
    var trailer = trailer
    trailer["Prev"] = .integer(section)
    let start = file.count
    let end = "trailer\n\(trailer.written)\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(((entries.map { "xref\n" + $0 } ?? listed) + end).utf8)
  }

  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}
