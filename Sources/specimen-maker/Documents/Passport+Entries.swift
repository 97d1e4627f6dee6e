import Cases

/// The visual zone: labels with their values below.
extension Passport {
  func entries(on sheet: Sheet) throws {
    let (first, second, third) = look.columns
    try entry("document_type", .init(traveller.type), first, 0, on: sheet)
    try entry("country_code", .init(traveller.country), second, 0, on: sheet)
    try entry("document_number", .init(traveller.number), third, 0, on: sheet)
    try names(on: sheet)
    try entry("sex", traveller.sex, first, 2.45, on: sheet)
    try entry("nationality", traveller.nationality, second, 2.45, on: sheet)
    try entry("birth_date", traveller.birth, third, 2.45, on: sheet)
    try entry("birth_place", traveller.birthPlace, first, 3.45, on: sheet)
    try entry("issue_date", traveller.issued, third, 3.45, on: sheet)
    try entry("issue_place", traveller.issuePlace, first, 4.45, on: sheet)
    try entry("expiry_date", traveller.expires, third, 4.45, on: sheet)
    try entry("issuing_authority", traveller.authority, first, 5.45, on: sheet)
    try label("bearer", third, 5.45, sheet.canvas)
  }

  private func entry(
    _ field: String, _ entry: Traveller.Entry, _ x: Double, _ row: Double, on sheet: Sheet
  ) throws {
    try label(field, x, row, sheet.canvas)
    let style = value(entry.raw)
    let room = x < look.columns.third ? look.columns.third - x - 1 : width - x - 3
    let wide = try sheet.canvas.measure(entry.raw, style)
    let box = try sheet.canvas.text(
      entry.raw, x: x, y: y(row) + look.gap, style.with(size: style.size * min(1, room / wide)))
    sheet.note(field, entry.raw, value: entry.value, at: [box])
  }

  private func names(on sheet: Sheet) throws {
    let x = look.columns.first
    let latin = "\(traveller.surname), \(traveller.given)"
    if let name = traveller.name {
      try label("name", x, 1, sheet.canvas)
      let box = try sheet.canvas.text(name, x: x, y: y(1) + look.gap, value(name))
      sheet.note("name", name, at: [box])
      try latinName(latin, x, y(1) + look.gap + look.valueSize * 1.18, on: sheet)
    } else if look.surnameApart {
      let boxes = try zip(["surname", "given"], [traveller.surname, traveller.given]).enumerated()
        .map { place, part in
          let row = 0.95 + Double(place) * 0.78
          try label(part.0, x, row, sheet.canvas)
          return try sheet.canvas.text(part.1, x: x, y: y(row) + look.gap, value(part.1))
        }
      sheet.note("name_latin", latin, at: boxes)
      // Printed in two places: no reader can know how to join them.
      sheet.noteUnscored("name_latin")
    } else {
      try label("name", x, 1, sheet.canvas)
      try latinName(latin, x, y(1) + look.gap, on: sheet)
    }
  }

  private func latinName(_ latin: String, _ x: Double, _ y: Double, on sheet: Sheet) throws {
    let box = try sheet.canvas.text(latin, x: x, y: y, value(latin))
    sheet.note("name_latin", latin, at: [box])
  }

  private func y(_ row: Double) -> Double { look.top + row * look.row }

  private func value(_ text: String) -> TextStyle {
    TextStyle(text.utf8.allSatisfy { $0 < 0x80 } ? look.latinFace : look.valueFace, look.valueSize)
  }

  private func label(_ field: String, _ x: Double, _ row: Double, _ canvas: Canvas) throws {
    guard let words = Self.labels[field] else { return }
    let text = traveller.name != nil ? "\(words.zh)/\(words.en)" : "\(words.en)/\(words.fr)"
    let face = traveller.name != nil ? look.labelFace : look.latinFace
    try canvas.text(text, x: x, y: y(row), TextStyle(face, look.labelSize, ink: look.labelInk))
  }

  private static let labels: [String: (zh: String, en: String, fr: String)] = [
    "document_type": ("类型", "Type", "Type"), "country_code": ("国家码", "Country Code", "Code"),
    "document_number": ("护照号", "Passport No.", "Passeport No"), "name": ("姓名", "Name", "Nom"),
    "surname": ("姓", "Surname", "Nom"), "given": ("名", "Given names", "Prénoms"),
    "sex": ("性别", "Sex", "Sexe"), "nationality": ("国籍", "Nationality", "Nationalité"),
    "birth_date": ("出生日期", "Date of birth", "Date de naissance"),
    "birth_place": ("出生地点", "Place of birth", "Lieu de naissance"),
    "issue_date": ("签发日期", "Date of issue", "Date de délivrance"),
    "issue_place": ("签发地点", "Place of issue", "Lieu de délivrance"),
    "expiry_date": ("有效期至", "Date of expiry", "Date d'expiration"),
    "issuing_authority": ("签发机关", "Authority", "Autorité"),
    "bearer": ("持证人签名", "Bearer's signature", "Signature du titulaire"),
  ]
}
