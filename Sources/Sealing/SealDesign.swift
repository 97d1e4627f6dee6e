package import Cases

/// What a seal shows, and how large it is printed.
package struct SealDesign: Sendable, Equatable, Codable {
  package enum Shape: String, Sendable, Codable, CaseIterable {
    /// Organs, enterprises and their special seals: 国发〔1999〕25号, at most 4.5 cm, with a star.
    case round
    /// Seals for business of one kind, as 40 × 30 mm of the seals for invoices.
    case oval
    /// A person's name, in columns from the right.
    case square
  }

  package var shape: Shape
  /// The organ, on the arc; of a square seal the person's name.
  package var name: String
  /// `审批专用章`, across the middle; empty for none. A square seal has none.
  package var kind: String
  /// 13 digits along the lower edge; empty for none. A square seal has none.
  package var code: String
  /// In millimetres.
  package var width: Double
  package var height: Double

  /// - Parameter size: width and height in millimetres; the usual one of the shape where it is nil.
  /// - Throws: `bad_seal_design` for a size or a text that such a seal cannot have.
  package init(
    _ shape: Shape, name: String, kind: String = "", code: String = "",
    size: (width: Double, height: Double)? = nil
  ) throws(Problem) {
    let size = size ?? shape.usualSize
    self.shape = shape
    self.name = name
    self.kind = kind
    self.code = code
    // To a hundredth: a verifier finds it again from the size that a file shows.
    width = (size.width * 100).rounded() / 100
    height = (size.height * 100).rounded() / 100
    try check()
  }

  private func check() throws(Problem) {
    guard (1...shape.longestName).contains(name.count), kind.count <= 12, code.count <= 18,
      (name + kind + code).unicodeScalars.allSatisfy({ $0.value >= 32 })
    else { throw .badSealDesign("name, kind, code") }
    guard (10...50).contains(width), (10...50).contains(height) else {
      throw .badSealDesign("\(width) × \(height) mm")
    }
    let isFitting =
      switch shape {
      case .round: width == height && width <= 45
      case .oval: width > height && width <= 50
      case .square: width == height && width <= 30 && kind.isEmpty && code.isEmpty
      }
    guard isFitting else { throw .badSealDesign("\(shape.rawValue): \(width) × \(height) mm") }
  }
}

extension SealDesign.Shape {
  var usualSize: (width: Double, height: Double) {
    switch self {
    case .round: (42, 42)
    case .oval: (40, 30)
    case .square: (20, 20)
    }
  }

  var longestName: Int { self == .square ? 9 : 40 }
}
