package import Foundation
import PortableDocument

/// The picture of a seal as SVG 1.1, made of its PDF operators one for one: GB/T 38540 names SVG among the types of a seal's
/// picture, and a verifier can make it again from what the file shows and compare.
package enum SealSVG {
  /// What GB/T 38540 calls such a picture.
  package static let type = "svg"

  /// More than any seal takes.
  private static let most = 4 << 20

  /// nil where the picture is not made of the operators that our seals are made of. Sizes in millimetres.
  package static func made(of picture: Data, width: Int, height: Int) -> [UInt8]? {
    guard (1...100).contains(width), (1...100).contains(height),
      let content = Deflate.expand(Array(picture), atMost: most),
      let text = String(validating: content, as: UTF8.self)
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.count > 3, lines.removeFirst() == head, lines.popLast() == "",
      lines.popLast() == "Q"
    else { return nil }
    var shapes = ""
    while let start = lines.first {
      guard let place = place(start) else { return nil }
      lines.removeFirst()
      shapes += "<path transform=\"translate(\(place))\" d=\""
      while lines.first != "f Q" {
        guard let step = lines.popFirst().flatMap(step) else { return nil }
        shapes += step
      }
      lines.removeFirst()
      shapes += "\"/>\n"
    }
    return Array(wrapped(shapes, width, height).utf8)
  }

  /// How the content of every seal begins.
  private static let head =
    "q /G gs 0.85 0 0 rg \(1 / SealOutline.precision) 0 0 \(1 / SealOutline.precision) 0 0 cm"

  /// The middle of a shape, from which its numbers count.
  private static func place(_ line: Substring) -> String? {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 8, parts[..<5].elementsEqual(["q", "1", "0", "0", "1"]),
      parts[5..<7].allSatisfy(isNumber), parts[7] == "cm"
    else { return nil }
    return "\(parts[5]) \(parts[6])"
  }

  /// One operator with its numbers.
  private static func step(_ line: Substring) -> String? {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard let name = parts.last, parts.dropLast().allSatisfy(isNumber) else { return nil }
    let numbers = parts.dropLast().joined(separator: " ")
    switch (name, parts.count) {
    case ("m", 3): return "M" + numbers
    case ("l", 3): return "L" + numbers
    case ("c", 7): return "C" + numbers
    case ("h", 1): return "Z"
    default: return nil
    }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return (1...6).contains(digits.count) && digits.allSatisfy { (48...57).contains($0) }
  }

  private static func wrapped(_ shapes: String, _ width: Int, _ height: Int) -> String {
    let unit = SealOutline.precision * 72 / 25.4
    let (right, bottom) = (
      Int((Double(width) * unit).rounded()), Int((Double(height) * unit).rounded())
    )
    return """
      <svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="\(width)mm" height="\(height)mm" \
      viewBox="0 0 \(right) \(bottom)">
      <g fill="#d90000" transform="matrix(1 0 0 -1 0 \(bottom))">
      \(shapes)</g></svg>

      """
  }
}
