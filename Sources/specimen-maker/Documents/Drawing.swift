/// A document that can be drawn, in millimetres from its own top left.
protocol Drawing {
  var kind: SpecimenKind { get }
  var width: Double { get }
  var height: Double { get }
  /// Corner radius of the paper or card.
  var radius: Double { get }

  func draw(on sheet: Sheet) throws
}
