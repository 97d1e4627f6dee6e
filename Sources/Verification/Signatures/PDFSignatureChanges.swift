import Cases
import PortableDocument

/// What was changed of a document that is signed already, by a further signature or without one. Allowed are fields of further
/// signatures, shown on their pages, and validation data; nothing else. The states of the file before and after are
/// compared, object by object, so that it does not matter in how many revisions it was done.
struct PDFSignatureChanges {
  private let old: PDFFile
  private let new: PDFFile
  private let oldForm: PDFForm
  private let newForm: PDFForm
  /// Objects of the old state: arrays that only list annotations or fields, and whatever anything there refers to.
  private var lists: Set<Int> = []
  private var referenced: Set<Int> = []
  /// Numbers of the fields that were added.
  private var added: Set<Int> = []

  /// - Throws: `PDFRefusal` where anything else was changed.
  static func check(from old: PDFFile, to new: PDFFile) throws(PDFRefusal) {
    do throws(PDFDefect) { try PDFSignatureChanges(old, new).check() } catch { throw .init(error) }
  }

  private init(_ old: PDFFile, _ new: PDFFile) throws(PDFDefect) {
    self.old = old
    self.new = new
    oldForm = try PDFForm(of: old)
    newForm = try PDFForm(of: new)
    var (lists, referenced) = (Set<Int>(), Set<Int>())
    try old.forEachObject { (_, value) throws(PDFDefect) in
      value.forEachPart { if let number = $0.reference { referenced.insert(number) } }
      if value.dictionary?["Type"] == .name("Page"),
        let number = value.dictionary?["Annots"]?.reference
      {
        lists.insert(number)
      }
    }
    if let number = oldForm.dictionary["Fields"]?.reference { lists.insert(number) }
    (self.lists, self.referenced) = (lists, referenced)
    added = Set(newForm.fields.dropFirst(oldForm.fields.count).compactMap(\.reference))
  }

  private func check() throws(PDFDefect) {
    guard old.trailer["Root"] == new.trailer["Root"], old.trailer["Info"] == new.trailer["Info"],
      new.trailer["Encrypt"] == nil
    else { throw defect("trailer") }
    let changed = new.numbersChanged(since: old)
    try requireForm(oldForm.dictionary, newForm.dictionary)
    for number in changed where old.holds(number) { try checkChanged(number) }
    let fresh = Set(changed.filter { !old.holds($0) })
    // An object that was missing before would change what is shown wherever it is named.
    guard fresh.isDisjoint(with: referenced) else { throw defect("object \(fresh.first ?? 0)") }
    for number in added where !(try isSignatureField(number, among: fresh)) {
      throw defect("field \(number)")
    }
    try requireUse(of: fresh)
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
    if lists.contains(number), let one = before.array, let other = after.array {
      return try requireAddition(to: one, in: other)
    }
    guard let one = before.dictionary, let other = after.dictionary else {
      throw defect("object \(number)")
    }
    if number == old.trailer["Root"]?.reference {
      // The form was looked at already.
      try requireSame(one, other, but: ["AcroForm", "DSS", "Extensions"])
    } else if number == oldForm.catalog["AcroForm"]?.reference {
      return
    } else if number == oldForm.catalog["DSS"]?.reference {
      return
    } else if number == old.trailer["Info"]?.reference {
      try requireSame(one, other, but: ["ModDate", "Producer"])
    } else if one["Type"] == .name("Page") {
      try requireSame(one, other, but: ["Annots"])
      try requireAddition(
        to: try old.resolved(one["Annots"]).array ?? [],
        in: try new.resolved(other["Annots"]).array ?? [])
    } else if one["FT"] == .name("Sig"), one["V"] == nil, other["V"] != nil {
      // A place that was kept for a signature, and has one now.
      try requireSame(one, other, but: ["V", "AP", "M"])
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

  private func requireAddition(to one: [PDFValue], in other: [PDFValue]) throws(PDFDefect) {
    guard other.count >= one.count, Array(other.prefix(one.count)) == one,
      other.dropFirst(one.count).allSatisfy({ $0.reference.map(added.contains) ?? false })
    else { throw defect("list of fields or annotations") }
  }

  /// A new field that is its own widget, is signed, and does nothing.
  private func isSignatureField(_ number: Int, among fresh: Set<Int>) throws(PDFDefect) -> Bool {
    guard fresh.contains(number), try new.stream(number) == nil,
      let field = try new.object(number).dictionary,
      field["FT"] == .name("Sig"), field["A"] == nil, field["AA"] == nil, field["Kids"] == nil,
      field["Subtype"] == nil || field["Subtype"] == .name("Widget"),
      let value = field["V"]?.reference
    else { return false }
    return try new.object(value).dictionary?["ByteRange"] != nil && fresh.contains(value)
  }

  /// New objects belong to new fields, to fields that were kept for a signature, to validation data, or to the file's own
  /// structure. A form object that nothing names shows nothing; pyHanko leaves one behind.
  private func requireUse(of fresh: Set<Int>) throws(PDFDefect) {
    let changed = Set(new.numbersChanged(since: old))
    let shared = [
      newForm.catalog["AcroForm"], newForm.dictionary["Fields"], newForm.catalog["DSS"],
    ]
    let lists = try changed.filter(old.holds).map { (number) throws(PDFDefect) in
      try new.object(number).dictionary?["Annots"]
    }
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
