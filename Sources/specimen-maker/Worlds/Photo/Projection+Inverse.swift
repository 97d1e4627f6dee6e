import Cases

extension Projection {
  /// The map back; `nil` where the map folds the plane onto a line.
  var inverse: Projection? {
    let determinant =
      a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    guard abs(determinant) > 1e-12 else { return nil }
    return Projection(
      (e * i - f * h) / determinant, (c * h - b * i) / determinant, (b * f - c * e) / determinant,
      (f * g - d * i) / determinant, (a * i - c * g) / determinant, (c * d - a * f) / determinant,
      (d * h - e * g) / determinant, (b * g - a * h) / determinant, (a * e - b * d) / determinant)
  }
}
