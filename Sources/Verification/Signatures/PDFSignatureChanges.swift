import Cases
import PortableDocument

/// What was changed of a document that is signed already, by a further signature or without one. Allowed are fields of further
/// signatures, shown on their pages, and validation data; nothing else. The states of the file before and after are
/// compared, object by object, so that it does not matter in how many revisions it was done; and nothing else may stand
/// behind the first state that any reader could take for an object.
struct PDFSignatureChanges {
  private let old: PDFFile
  private let new: PDFFile
  private let oldForm: PDFForm
  private let newForm: PDFForm
  /// Of the old state.
  private let references: PDFReferences
  /// Numbers of the objects that differ, and of those that were not there before.
  private let changed: [Int]
  private let fresh: Set<Int>
  /// Numbers of the fields that were added.
  private let added: Set<Int>

  /// - Throws: `PDFRefusal` where anything else was changed.
  static func check(from old: PDFFile, to new: PDFFile) throws(PDFRefusal) {
    do throws(PDFDefect) { try PDFSignatureChanges(old, new).check() } catch { throw .init(error) }
  }

  private init(_ old: PDFFile, _ new: PDFFile) throws(PDFDefect) {
    self.old = old
    self.new = new
    oldForm = try PDFForm(of: old)
    newForm = try PDFForm(of: new)
    references = try PDFReferences(in: old, oldForm)
    changed = new.numbersChanged(since: old)
    fresh = Set(changed.filter { !old.holds($0) })
    added = Set(newForm.fields.dropFirst(oldForm.fields.count).compactMap(\.reference))
  }

  private func check() throws(PDFDefect) {
    guard old.trailer["Root"] == new.trailer["Root"], old.trailer["Info"] == new.trailer["Info"],
      !new.isEncrypted, !changed.contains(where: new.holdsOtherGeneration)
    else { throw defect("trailer") }
    try PDFAddedPart(of: new, behind: old.bytes.count).requireNothingHidden()
    try requireForm(oldForm.dictionary, newForm.dictionary)
    for number in changed where old.holds(number) { try checkChanged(number) }
    // An object that was missing before would change what is shown wherever it is named.
    guard fresh.isDisjoint(with: references.all) else {
      throw defect("object \(fresh.first ?? 0)")
    }
    for number in added where !(try isSignatureField(number)) { throw defect("field \(number)") }
    try requireUse()
  }

  private func defect(_ what: String) -> PDFDefect {
    PDFDefect("\(what) changed after a signature", at: old.bytes.count)
  }
}

extension PDFSignatureChanges {
  private func checkChanged(_ number: Int) throws(PDFDefect) {
    let (before, after) = (try old.object(number), try new.object(number))
    let (data, newData) = (try old.stream(number), try new.stream(number))
    if before == after, data.map(Array.init) == newData.map(Array.init) { return }
    guard data == nil, newData == nil else { throw defect("object \(number)") }
    if references.lists.contains(number), let one = before.array, let other = after.array {
      return try requireAddition(to: one, in: other)
    }
    guard let one = before.dictionary, let other = after.dictionary else {
      throw defect("object \(number)")
    }
    if one["Type"] == .name("Page") {
      try requireSame(one, other, but: ["Annots"])
      try requireAddition(
        to: try annotations(one["Annots"], in: old), in: try annotations(other["Annots"], in: new))
    } else if one["FT"] == .name("Sig"), one["V"] == nil, try isSigned(number, other["V"]) {
      // A place that was kept for a signature, and has one now.
      guard !references.underKeys.contains(number) else { throw defect("object \(number)") }
      try requireSame(one, other, but: ["V", "AP", "M"])
    } else {
      try checkTable(number, one, other)
    }
  }

  /// The catalog, its form and validation data, and the description of the document: whatever else refers to one of them
  /// takes it for something else.
  private func checkTable(
    _ number: Int, _ one: PDFDictionary, _ other: PDFDictionary
  ) throws(PDFDefect) {
    guard !references.elsewhere.contains(number) else { throw defect("object \(number)") }
    let form = oldForm.catalog["AcroForm"]
    if number == old.trailer["Root"]?.reference {
      try requireSame(one, other, but: ["AcroForm", "DSS", "Extensions"])
    } else if number == form?.reference, form == newForm.catalog["AcroForm"] {
      // The form was looked at already.
      return
    } else if number == oldForm.catalog["DSS"]?.reference {
      // EN 319 142-1, 5.4.2.2.
      let keys = ["Type", "VRI", "Certs", "OCSPs", "CRLs"]
      guard (one.keys + other.keys).allSatisfy(keys.contains) else { throw defect("/DSS") }
    } else if number == old.trailer["Info"]?.reference {
      try requireSame(one, other, but: ["ModDate", "Producer"])
    } else {
      throw defect("object \(number)")
    }
  }

  /// Only fields are added, behind those that were there; viewers are not told to draw them anew.
  private func requireForm(_ one: PDFDictionary, _ other: PDFDictionary) throws(PDFDefect) {
    try requireSame(one, other, but: ["Fields", "SigFlags", "NeedAppearances"])
    guard other["NeedAppearances"] == nil || other["NeedAppearances"] == one["NeedAppearances"]
    else { throw defect("/NeedAppearances") }
    try requireAddition(to: oldForm.fields, in: newForm.fields)
  }

  private func requireSame(
    _ one: PDFDictionary, _ other: PDFDictionary, but allowed: Set<String>
  ) throws(PDFDefect) {
    for key in Set(one.keys).union(other.keys) where !allowed.contains(key) {
      guard one[key] == other[key] else { throw defect("/\(key)") }
    }
  }

  /// An array that begins with a name is no list but a colour space, say.
  private func requireAddition(to one: [PDFValue], in other: [PDFValue]) throws(PDFDefect) {
    guard other.count >= one.count, Array(other.prefix(one.count)) == one,
      one.allSatisfy({ $0.name == nil }),
      other.dropFirst(one.count).allSatisfy({ $0.reference.map(added.contains) ?? false })
    else { throw defect("list of fields or annotations") }
  }

  private func annotations(
    _ value: PDFValue?, in file: PDFFile
  ) throws(PDFDefect) -> [PDFValue] {
    let list = try file.resolved(value)
    if list == .null { return [] }
    guard let list = list.array else { throw defect("/Annots") }
    return list
  }

  /// A new field that is its own widget, is signed, and does nothing.
  private func isSignatureField(_ number: Int) throws(PDFDefect) -> Bool {
    guard fresh.contains(number), try new.stream(number) == nil,
      let field = try new.object(number).dictionary,
      field["FT"] == .name("Sig"), field["A"] == nil, field["AA"] == nil, field["Kids"] == nil,
      field["Type"] == nil || field["Type"] == .name("Annot"),
      field["Subtype"] == nil || field["Subtype"] == .name("Widget")
    else { return false }
    return try isSigned(number, field["V"])
  }

  /// Whether this is a new signature, and that of no other field: it is judged by itself, and so is what the field shows.
  private func isSigned(_ field: Int, _ value: PDFValue?) throws(PDFDefect) -> Bool {
    guard let signature = value?.reference, fresh.contains(signature),
      try new.stream(signature) == nil,
      try new.object(signature).dictionary?["ByteRange"] != nil
    else { return false }
    return try newForm.field(of: signature, in: new)?.number == field
  }

  /// New objects belong to new fields, to fields that were kept for a signature, to validation data, or to the file's own
  /// structure. A form object that nothing names shows nothing; pyHanko leaves one behind.
  private func requireUse() throws(PDFDefect) {
    let shared = [
      newForm.catalog["AcroForm"], newForm.dictionary["Fields"], newForm.catalog["DSS"],
    ]
    let lists = try changed.filter(old.holds).map { (number) throws(PDFDefect) in
      try new.object(number).dictionary?["Annots"]
    }
    let changed = Set(changed)
    var open = (newForm.fields + (shared + lists).compactMap(\.self)).compactMap(\.reference)
      .filter(changed.contains)
    var used: Set<Int> = []
    while let number = open.popLast() {
      guard used.insert(number).inserted else { continue }
      try new.object(number).forEachPart { part in
        if let next = part.reference, fresh.contains(next) { open.append(next) }
      }
    }
    for number in fresh.subtracting(used) {
      let type = try new.object(number).dictionary?["Type"]
      guard ["XRef", "ObjStm", "XObject"].contains(type?.name) else {
        throw defect("object \(number)")
      }
    }
  }
}
