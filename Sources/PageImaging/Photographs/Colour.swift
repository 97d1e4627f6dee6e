import Cases

/// Three channels, or one three times.
struct Colour {
  var red, green, blue: Float

  var sum: Float { red + green + blue }

  /// Red and blue as parts of the sum: what stays when the light changes.
  private var tint: (red: Float, blue: Float) {
    let whole = max(20, sum)
    return (red / whole, blue / whole)
  }

  /// How much two colours differ in whatever light.
  func tint(from other: Colour) -> Double {
    let (x, y) = (tint.red - other.tint.red, tint.blue - other.tint.blue)
    return Double((x * x + y * y).squareRoot())
  }

  /// The median of each channel.
  static func middle(of colours: [Colour]) -> Colour {
    func median(_ channel: (Colour) -> Float) -> Float {
      colours.isEmpty ? 0 : colours.map(channel).sorted()[colours.count / 2]
    }
    return Colour(median(\.red), median(\.green), median(\.blue))
  }

  init(_ red: Float, _ green: Float, _ blue: Float) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The one that seven of ten are not lighter than.
  init(lighterPartOf colours: [Colour]) {
    let sorted = colours.sorted { $0.sum < $1.sum }
    self = sorted.isEmpty ? Colour(0, 0, 0) : sorted[min(sorted.count - 1, sorted.count * 7 / 10)]
  }

  /// The largest difference among the channels.
  func distance(to other: Colour) -> Float {
    max(abs(red - other.red), abs(green - other.green), abs(blue - other.blue))
  }
}

extension ColourField {
  /// At the nearest pixel; outside of the picture that of its rim.
  func colour(_ x: Double, _ y: Double) -> Colour {
    let at = max(0, min(height - 1, Int(y + 0.5))) * width + max(0, min(width - 1, Int(x + 0.5)))
    guard planes.count == 3 else { return Colour(planes[0][at], planes[0][at], planes[0][at]) }
    return Colour(planes[0][at], planes[1][at], planes[2][at])
  }
}
