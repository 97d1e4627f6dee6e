import Sealing

/// Changes of what the seal covers, signed again by the true key.
enum ForgedStructure: String, CaseIterable {
  case openAction, scriptNames, xfaForm, secondField, fieldsEmpty, otherSignatureFlags
  case pageContentReplaced, pageSizeChanged, secondAnnotation, pageTreeReplaced, infoReplaced
  case sealHidden, sealOnAnotherPage, appearanceWithStates, appearanceActions
  case appearanceWithResources, appearanceWithMatrix
  case changesAllowed, permissionsForUsage, noPermissions, anotherFilter, weakSubFilter
  case objectAdded, objectStreamAdded, embeddedFile
  case hybridReference, encryptedTrailer, sectionBeforeMissing, objectListedTwice
  case sizeTooSmall, freeEntry, anotherGeneration, keyTwice, escapedName

  func file(_ sealed: [UInt8], of hall: Hall) throws -> [UInt8] {
    var seal = try RewrittenSeal(sealed)
    try change(&seal)
    return try seal.file(signedBy: hall.identity)
  }

  private func change(_ seal: inout RewrittenSeal) throws {
    let catalog = "/Type /Catalog"
    let field = "/Subtype /Widget"
    let signature = "/ByteRange ["
    switch self {
    case .openAction:
      try seal.change(
        objectWith: catalog, catalog,
        catalog + " /OpenAction << /S /JavaScript /JS (app.alert(1)) >>")
    case .scriptNames:
      try seal.change(objectWith: catalog, catalog, catalog + " /Names << /JavaScript 3 0 R >>")
    case .xfaForm:
      try seal.change(objectWith: catalog, "/SigFlags 3", "/SigFlags 3 /XFA [(template) 3 0 R]")
    case .secondField: try seal.change(objectWith: catalog, "/Fields [", "/Fields [3 0 R ")
    case .fieldsEmpty: try seal.emptyFields()
    case .otherSignatureFlags: try seal.change(objectWith: catalog, "/SigFlags 3", "/SigFlags 1")
    case .pageContentReplaced: try seal.change(objectWith: "/Annots", "/Contents ", "/Contents 1")
    case .pageSizeChanged: try seal.change(objectWith: "/Annots", "/MediaBox [", "/MediaBox [1")
    case .secondAnnotation: try seal.change(objectWith: "/Annots", "/Annots [", "/Annots [3 0 R ")
    case .pageTreeReplaced: seal.objects.append((1, Array("<< /Type /Pages /Kids [] >>".utf8)))
    case .infoReplaced: seal.replaceInfo()
    case .sealHidden: try seal.change(objectWith: field, "/F 132", "/F 134")
    case .sealOnAnotherPage: try seal.change(objectWith: field, "/P ", "/P 1")
    case .appearanceWithStates: try seal.change(objectWith: field, "/AP << ", "/AP << /D 3 0 R ")
    case .appearanceActions:
      try seal.change(objectWith: field, "/Subtype", "/AA << /E << /S /Launch >> >> /Subtype")
    case .appearanceWithResources:
      try seal.change(objectWith: "/BBox", "/ExtGState <<", "/XObject << /X 3 0 R >> /ExtGState <<")
    case .appearanceWithMatrix:
      try seal.change(objectWith: "/BBox", "/BBox", "/Matrix [0 0 0 0 0 0] /BBox")
    case .changesAllowed: try seal.change(objectWith: signature, "/P 1", "/P 2")
    case .permissionsForUsage:
      try seal.change(objectWith: catalog, "/Perms << ", "/Perms << /UR3 3 0 R ")
    case .noPermissions: try seal.change(objectWith: catalog, "/Perms <<", "/Permz <<")
    case .anotherFilter: try seal.change(objectWith: signature, "/Adobe.PPKLite", "/Adobe.PPKMS")
    case .weakSubFilter:
      try seal.change(objectWith: signature, "/ETSI.CAdES.detached", "/adbe.pkcs7.sha1")
    case .objectAdded: seal.add("<< /Type /Page /Parent 1 0 R >>")
    case .objectStreamAdded:
      seal.add("<< /Type /ObjStm /N 0 /First 0 /Length 0 >>\nstream\n\nendstream")
    case .embeddedFile: seal.add("<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream")
    case .hybridReference: seal.trailer["XRefStm"] = .integer(17)
    case .encryptedTrailer: seal.trailer["Encrypt"] = .reference(3)
    case .sectionBeforeMissing: seal.trailer["Prev"] = nil
    case .objectListedTwice: seal.spoilSection = Self.doubled
    case .sizeTooSmall: seal.trailer["Size"] = .integer(4)
    case .freeEntry:
      seal.spoilSection = { $0.replacing(" 00000 n ", with: " 00000 f ", maxReplacements: 1) }
    case .anotherGeneration:
      seal.spoilSection = { $0.replacing(" 00000 n ", with: " 00001 n ", maxReplacements: 1) }
    case .keyTwice: try seal.change(objectWith: field, "/F 132", "/F 134 /F 132")
    case .escapedName: try seal.change(objectWith: field, "/F 132", "/F 132 /#46 134")
    }
  }

  /// The first entry of the section once more.
  private static func doubled(_ section: String) -> String {
    let lines = section.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines[...2] + lines[1...]).joined(separator: "\n")
  }
}

extension RewrittenSeal {
  fileprivate mutating func emptyFields() throws {
    guard
      let index = objects.firstIndex(where: {
        $0.body.firstRange(of: Array("/Fields [".utf8)) != nil
      }),
      let start = objects[index].body.firstRange(of: Array("/Fields [".utf8))?.upperBound,
      let end = objects[index].body[start...].firstIndex(of: UInt8(ascii: "]"))
    else { throw DERNode.Malformed() }
    objects[index].body.removeSubrange(start..<end)
  }

  fileprivate mutating func replaceInfo() {
    let number = trailer["Info"]?.reference ?? 0
    objects.removeAll { $0.number == number }
    objects.append((number, Array("<< /Title (Another title) >>".utf8)))
  }
}
