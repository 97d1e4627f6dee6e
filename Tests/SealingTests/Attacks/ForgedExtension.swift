import Crypto
import Foundation
import PortableDocument
import Sealing

/// What is put behind the seal in the form of validation data and document time stamps, and is none.
enum ForgedExtension: String, CaseIterable {
  case storeOnAPlainSeal, stampOnAPlainSeal, foreignCertificate, foreignList, emptyStore
  case textAsCertificate, textAsList, listOfAnotherAuthority, sameListTwice
  case stampOfSomethingElse, stampOfAnotherFile, storeChanged, fieldShown, pageWithTheStore
  case trailingObject, revisionsSwapped, sealRemoved

  /// Files of one hall to make the others of.
  struct Files {
    let stamped: StampedHall
    let plain: [UInt8]
    let sealed: [UInt8]
    let longTerm: [UInt8]
    let archived: [UInt8]
    let foreign: ValidationData

    init(of stamped: StampedHall) async throws {
      self.stamped = stamped
      plain = try stamped.hall.sealed(at: stamped.now)
      sealed = try await stamped.sealed()
      longTerm = try await stamped.longTerm(sealed)
      archived = try await stamped.archived(longTerm)
      let other = try StampedHall()
      foreign = try ValidationData(
        certificates: [other.hall.authority.certificates[0]],
        revocationLists: other.lists().revocationLists)
    }
  }

  func file(_ files: Files) async throws -> [UInt8] {
    let lists = try files.stamped.lists().revocationLists
    let text = Array("paid in full".utf8)
    return switch self {
    case .storeOnAPlainSeal: try Sealer.add(.init(revocationLists: [lists[0]]), to: files.plain)
    case .stampOnAPlainSeal: try await files.stamped.archived(files.plain)
    case .foreignCertificate:
      try Sealer.add(.init(certificates: files.foreign.certificates), to: files.sealed)
    case .foreignList:
      try Sealer.add(.init(revocationLists: files.foreign.revocationLists), to: files.sealed)
    case .listOfAnotherAuthority:
      try Sealer.add(
        .init(revocationLists: [lists[0], files.foreign.revocationLists[1]]), to: files.sealed)
    case .emptyStore: try Sealer.add(.init(), to: files.sealed)
    case .textAsCertificate: try Sealer.add(.init(certificates: [text]), to: files.sealed)
    case .textAsList: try Sealer.add(.init(revocationLists: [text]), to: files.sealed)
    case .sameListTwice:
      try Sealer.add(.init(revocationLists: [lists[0], lists[0]]), to: files.sealed)
    case .stampOfSomethingElse:
      try await files.stampedBy(TimestampRequest(stamping: text))
    case .stampOfAnotherFile:
      try await files.stampedBy(
        TimestampRequest(
          digest: TimestampRevision(after: files.sealed, holeSize: 4608).digest))
    default: try changed(files)
    }
  }

  /// The same number of bytes, so that everything stays in its place.
  private func changed(_ files: Files) throws -> [UInt8] {
    switch self {
    case .storeChanged: try files.archived.changing("/Type /DSS", "/Type /DSX")
    case .fieldShown: try files.archived.changing("/Rect [0 0 0 0]", "/Rect [0 0 9 9]")
    case .sealRemoved: try files.archived.changing("/SigFlags 3", "/SigFlags 1")
    case .pageWithTheStore, .trailingObject: try withAnObject(files)
    default:
      files.sealed + files.archived[files.longTerm.count...]
        + files.longTerm[files.sealed.count...]
    }
  }

  /// An object more in the revision of the store, listed in its section.
  private func withAnObject(_ files: Files) throws -> [UInt8] {
    let section = try PDFCrossReference(
      in: files.longTerm, at: PDFTail.lastSection(of: files.longTerm))
    let end = section.range.lowerBound
    let number = self == .pageWithTheStore ? 2 : 99
    let object = Array("\(number) 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\n".utf8)
    var offsets = section.offsets
    offsets[number] = end
    var table = "xref\n"
    for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
      table += "\(number) 1\n\(PDFObjectWriter.padded(offset)) 00000 n \n"
    }
    var trailer = section.trailer
    trailer["Size"] = .integer(max(100, section.trailer["Size"]?.integer ?? 0))
    table += "trailer\n\(trailer.written)\nstartxref\n\(end + object.count)\n%%EOF\n"
    return files.longTerm[..<end] + object + Array(table.utf8)
  }
}

extension ForgedExtension.Files {
  /// A document time stamp that is whole in itself and stamps what the request says.
  fileprivate func stampedBy(_ request: TimestampRequest) async throws -> [UInt8] {
    let tsa = stamped.tsa
    let token = try request.token(from: tsa.answer(to: request.encoded()), now: stamped.now).der
    let revision = try TimestampRevision(after: longTerm, holeSize: 4608)
    return ContentsHole(bytes: revision.bytes, range: revision.hole).filled(with: token)
  }
}

extension [UInt8] {
  fileprivate func changing(_ old: String, _ new: String) throws -> [UInt8] {
    guard let place = lastRange(of: Array(old.utf8)) else { throw DERNode.Malformed() }
    var changed = self
    changed.replaceSubrange(place, with: Array(new.utf8))
    return changed
  }
}
