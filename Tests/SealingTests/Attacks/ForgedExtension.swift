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
    let section = try PDFTail.lastSection(of: files.longTerm)
    let number = self == .pageWithTheStore ? 2 : 99
    let object = Array("\(number) 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\n".utf8)
    let offset = String(section)
    let entry = String(repeating: "0", count: 10 - offset.count) + offset
    let tail = String(decoding: files.longTerm[section...], as: UTF8.self)
      .replacing("xref\n", with: "xref\n\(number) 1\n\(entry) 00000 n \n", maxReplacements: 1)
      .replacing(
        "startxref\nxref\n\(number) 1\n\(entry) 00000 n \n", with: "startxref\n"
      )
      .replacing("startxref\n\(section)", with: "startxref\n\(section + object.count)")
    return files.longTerm[..<section] + object + Array(tail.utf8)
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
