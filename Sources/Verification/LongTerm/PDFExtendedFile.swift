import PortableDocument
import Sealing

/// A sealed file and what was put behind its seal to keep it verifiable.
struct PDFExtendedFile {
  let seal: PDFSealedFile
  /// The two revisions that were sealed.
  let sealedBytes: [UInt8]
  /// In the order of the file.
  let additions: [PDFAddition]

  init(_ bytes: [UInt8]) throws(PDFRefusal) {
    let sections = try Self.sections(of: bytes)
    guard sections.count > 2 else {
      seal = try PDFSealedFile(bytes)
      sealedBytes = bytes
      additions = []
      return
    }
    sealedBytes = Array(bytes[..<sections[1].range.upperBound])
    seal = try PDFSealedFile(sealedBytes)
    guard bytes.count <= Self.mostBytes / sections.count else {
      throw .init(.structure("\(sections.count) revisions"))
    }
    var before = sealedBytes
    var additions: [PDFAddition] = []
    for section in sections.dropFirst(2) {
      let all = Array(bytes[..<section.range.upperBound])
      let revision: PDFRevision
      do {
        revision = try PDFRevision(
          in: all, from: before.count, section: section.range.lowerBound)
      } catch { throw .init(error) }
      additions.append(try PDFAddition(revision, in: all, after: before))
      before = all
    }
    guard before.count == bytes.count else { throw .init(.bytesAfterEnd) }
    self.additions = additions
  }

  var timestamps: [TimestampToken] {
    additions.compactMap { if case .timestamp(let token) = $0 { token } else { nil } }
  }

  var data: ValidationData {
    additions.reduce(ValidationData()) { sum, addition in
      if case .data(let data) = addition { sum + data } else { sum }
    }
  }

  /// Bytes of a file times its revisions: each revision is written again behind those before it.
  private static let mostBytes = 1 << 30

  /// The cross-reference sections, the oldest first, found from the end.
  private static func sections(of bytes: [UInt8]) throws(PDFRefusal) -> [PDFCrossReference] {
    let last: Int
    do { last = try PDFTail.lastSection(of: bytes) } catch { throw .init(.bytesAfterEnd) }
    do throws(PDFDefect) {
      var sections = [try PDFCrossReference(in: bytes, at: last)]
      while let oldest = sections.last, let previous = oldest.trailer["Prev"]?.integer {
        guard previous < oldest.range.lowerBound,
          sections.count < ValidationDataRevision.maximumRevisions
        else { throw PDFDefect("/Prev", at: oldest.range.lowerBound) }
        sections.append(try PDFCrossReference(in: bytes, at: previous))
        guard sections[sections.count - 1].range.upperBound <= oldest.range.lowerBound else {
          throw PDFDefect("sections overlap", at: previous)
        }
      }
      return sections.reversed()
    } catch { throw .init(error) }
  }
}
