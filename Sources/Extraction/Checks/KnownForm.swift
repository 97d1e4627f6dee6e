/// Whether a value has a form that few rows of characters have, so that a reading that went wrong would probably have lost
/// it. It makes a reading more probable and corrects nothing.
struct KnownForm {
  let codes: [String: Set<String>]
  let divisions: DivisionCodes

  /// - Parameter printed: what the value was made of, where a list has the whole of it (四川/SICHUAN).
  func holds(_ value: String?, _ definition: FieldDefinition, printed: String? = nil) -> Bool {
    guard let value else { return false }
    if let list = definition.usual {
      let whole = definition.type == .bilingual ? printed ?? value : value
      let text = NormalForm.halfWidth(whole).filter { !$0.isWhitespace }.uppercased()
      return codes[list]?.contains(text) == true
    }
    return switch definition.type {
    case .idNumber, .creditCode, .vin: true
    case .plateNumber: PlateNumber.form(of: value) == .regular
    case .address: divisions.beginPath(value) && Self.isClosed(value)
    case .authority: isOffice(value)
    case .company: Self.isCompany(value)
    case .capital: Capital.isWellFormed(value)
    case .scope: Scope.isWhole(value)
    case .vehicleModel: VehicleModel.isUnmistakable(value)
    default: definition.codes.map { codes[$0]?.holds(value) == true } ?? false
    }
  }

  /// Whether of two values that differ in one character only the first can be meant.
  func decides(for value: String, against other: String, _ definition: FieldDefinition) -> Bool {
    switch definition.type {
    case .scope: Scope.sentences(in: value) > Scope.sentences(in: other)
    // Many a prefecture was a county once, so that its name alone is a path, but a shorter one.
    case .address: divisions.pathLength(in: value) > divisions.pathLength(in: other)
    // A model with a 0 in it is as good as one without.
    case .vehicleModel: false
    default: holds(value, definition) && !holds(other, definition)
    }
  }

  /// 公安局 of a county or city, 分局 of a district: named after the division that it serves.
  private func isOffice(_ value: String) -> Bool {
    value.wholeMatch(of: /.+公安局(.{1,12}分局)?/) != nil && divisions.beginAddress(value)
  }

  /// 企业名称登记管理规定, article 6: a company's name ends with its form.
  private static func isCompany(_ value: String) -> Bool {
    isClosed(value) && (value.hasSuffix("公司") || value.hasSuffix("合伙）") || value.hasSuffix("合伙)"))
  }

  /// Whether every bracket that is opened is closed.
  static func isClosed(_ value: String) -> Bool {
    let characters = value.halfWidthCharacters
    return zip("([【", ")]】").allSatisfy { open, close in
      var depth = 0
      for character in characters {
        if character == open { depth += 1 }
        if character == close { depth -= 1 }
        if depth < 0 { return false }
      }
      return depth == 0
    }
  }
}
