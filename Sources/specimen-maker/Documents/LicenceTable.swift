import Cases

/// The two columns of a licence: label, value, as many lines as the value needs.
struct LicenceTable {
  var company: Company
  var look: LicenceLook

  private struct Row {
    var label: String
    var text: String
    /// Field name and normal form of what the row holds.
    var fields: [(name: String, value: String)]
  }

  func draw(on sheet: Sheet) throws {
    try column(left, x: look.columns.left, until: look.columns.right - 8, on: sheet)
    try column(right, x: look.columns.right, until: 272, on: sheet)
  }

  private func column(_ rows: [Row], x: Double, until edge: Double, on sheet: Sheet) throws {
    let label = TextStyle(
      look.labelFace, look.size, bold: look.labelFace == .notoSerif)
    let value = TextStyle(look.valueFace, look.size, leading: 1.42)
    // 执行事务合伙人 needs more room than the others.
    let labels = try rows.map { try sheet.canvas.measure($0.label, label) }.max() ?? 0
    let indent = x + max(look.labelWidth, labels - look.size) + 5
    var y = 78 + look.table.y
    for row in rows {
      if look.spreadLabels {
        try sheet.canvas.spread(row.label, x: x, y: y, width: look.labelWidth, label)
      } else {
        try sheet.canvas.text(row.label, x: x, y: y, label)
      }
      let (lines, value) = try fitted(
        row.text, value, width: edge - indent, height: Self.bottom - y, on: sheet.canvas)
      let boxes = try sheet.canvas.lines(lines, x: indent, y: y, value)
      for field in row.fields { sheet.note(field.name, row.text, value: field.value, at: boxes) }
      y += max(
        look.rowPitch, Double(lines.count) * value.size * value.leading + look.rowPitch * 0.45)
    }
  }

  /// Above the footer, in millimetres.
  private static let bottom = 190.0

  /// Long scopes are set smaller.
  private func fitted(
    _ text: String, _ style: TextStyle, width: Double, height: Double, on canvas: Canvas
  ) throws -> ([String], TextStyle) {
    var style = style
    var lines = try canvas.wrap(text, width: width, style)
    while Double(lines.count) * style.size * style.leading > height, style.size > 2.4 {
      style = style.with(size: style.size * 0.95)
      lines = try canvas.wrap(text, width: width, style)
    }
    return (lines, style)
  }

  private var left: [Row] {
    [
      plain("名称", "name", company.name), plain("类型", "type", company.type),
      plain(company.kind.representativeLabel, "legal_representative", company.representative),
      plain("经营范围", "scope", company.scope),
    ]
  }

  private var right: [Row] {
    switch company.kind {
    case .company:
      var rows = [plain("注册资本", "registered_capital", company.capital ?? "")]
      rows.append(date("成立日期"))
      if look.showsTerm { rows.append(term) }
      return rows + [plain("住所", "address", company.address)]
    case .partnership, .branch, .proprietorship:
      let address = plain(company.kind == .branch ? "经营场所" : "主要经营场所", "address", company.address)
      return [date("成立日期")] + (look.showsTerm ? [term] : []) + [address]
    case .individual:
      let form = Row(label: "组成形式", text: "个人经营", fields: [])
      return [form, date("注册日期"), plain("经营场所", "address", company.address)]
    }
  }

  private func plain(_ label: String, _ field: String, _ text: String) -> Row {
    Row(label: label, text: text, fields: [(field, text)])
  }

  private func date(_ label: String) -> Row {
    let day = company.established
    return Row(label: label, text: day.chinese, fields: [("established_date", day.iso)])
  }

  private var term: Row {
    let from = company.established
    let text = "\(from.chinese)至\(company.termUntil?.chinese ?? "长期")"
    return Row(
      label: company.kind == .partnership ? "合伙期限" : "营业期限", text: text,
      fields: [("term_from", from.iso), ("term_until", company.termUntil?.iso ?? "long_term")])
  }
}

extension Company.Kind {
  /// Whoever answers for the holder.
  fileprivate var representativeLabel: String {
    switch self {
    case .company: "法定代表人"
    case .individual: "经营者"
    case .partnership: "执行事务合伙人"
    case .branch: "负责人"
    case .proprietorship: "投资人"
    }
  }
}
