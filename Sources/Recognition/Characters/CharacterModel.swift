import Cases
import Crypto
import Foundation

/// What the character reader was trained to: classes and weights. `Models/training/glyphs/container.py` describes the
/// file.
struct CharacterModel {
  /// One matrix: 8-bit weights times a scale for each row.
  struct Layer {
    enum Kind: UInt32 { case convolution, dense }

    let kind: Kind
    /// Outputs, and inputs of each; of a convolution the inputs run over (y, x, channel).
    let rows: Int
    let columns: Int
    let stride: Int
    /// Side of the squares of which only the largest output stays; 0 for none.
    let pooling: Int
    let weights: [Int8]
    let scales: [Float]
    let bias: [Float]
  }

  static let name = "characters"

  /// Side of the input in pixels.
  let side: Int
  /// Side of the square that is cut out, in ink heights of the line.
  let square: Double
  /// Logits are divided by it before they become probabilities.
  let temperature: Float
  /// By class number; the first, empty, is rejection.
  let classes: [String]
  let layers: [Layer]
  /// Of the file, lower-case hexadecimal.
  let sha256: String

  init(folder: URL) throws(Problem) {
    let file = folder.appending(path: "\(Self.name).bin")
    guard let bytes = try? Data(contentsOf: file), !bytes.isEmpty else {
      throw .missingCharacterModel(folder: folder.path)
    }
    guard let model = CharacterModel(bytes: [UInt8](bytes)) else {
      throw .damagedCharacterModel(folder: folder.path)
    }
    self = model
  }

  /// Nil where the bytes are no model that this program can compute with.
  init?(bytes: [UInt8]) {
    var rest = ModelBytes(bytes)
    guard rest.take(8) == Array("KANHECR1".utf8), let side = rest.number(upTo: 256),
      let square = rest.float(), let temperature = rest.float(), temperature > 0.1,
      let length = rest.number(upTo: 1 << 20), let names = rest.take(length),
      let layerCount = rest.number(upTo: 32), square > 0.5, square < 4
    else { return nil }
    let classes = String(decoding: names, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    var layers: [Layer] = []
    for _ in 0..<layerCount {
      guard let layer = Layer(&rest) else { return nil }
      layers.append(layer)
    }
    guard rest.isEmpty, classes.count > 1, classes[0].isEmpty,
      Self.fits(layers, side: side, classes: classes.count)
    else { return nil }
    self.side = side
    self.square = Double(square)
    self.temperature = temperature
    self.classes = classes
    self.layers = layers
    sha256 = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
  }

  /// Whether each layer takes what the one before it gives.
  private static func fits(_ layers: [Layer], side: Int, classes: Int) -> Bool {
    var (side, channels, isFlat) = (side, 1, false)
    for layer in layers {
      switch layer.kind {
      case .convolution:
        guard !isFlat, layer.columns == 9 * channels else { return false }
        side = (side - 1) / layer.stride + 1
        if layer.pooling > 0 { side /= layer.pooling }
        guard side > 0 else { return false }
      case .dense:
        guard layer.columns == (isFlat ? channels : side * side * channels) else { return false }
        isFlat = true
      }
      channels = layer.rows
    }
    return isFlat && channels == classes
  }
}

extension CharacterModel.Layer {
  fileprivate init?(_ bytes: inout ModelBytes) {
    guard let rows = bytes.number(upTo: 1 << 16), let columns = bytes.number(upTo: 1 << 16),
      let number = bytes.number(upTo: 1), let kind = Kind(rawValue: UInt32(number)),
      let stride = bytes.number(upTo: 2), let pooling = bytes.number(upTo: 2),
      rows > 0, columns > 0, stride > 0, pooling != 1, rows * columns <= 1 << 24,
      let scales = bytes.floats(rows), let bias = bytes.floats(rows),
      let values = bytes.take(rows * columns)
    else { return nil }
    self.kind = kind
    self.rows = rows
    self.columns = columns
    self.stride = stride
    self.pooling = pooling
    self.bias = bias
    self.scales = scales
    weights = values.map { Int8(bitPattern: $0) }
  }
}

/// Little-endian values taken from the front of some bytes; nil once they are used up.
private struct ModelBytes {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard count >= 0, rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func number(upTo limit: Int) -> Int? {
    guard let bytes = take(4) else { return nil }
    let value = bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    return value <= limit ? value : nil
  }

  mutating func float() -> Float? { floats(1)?.first }

  mutating func floats(_ count: Int) -> [Float]? {
    guard let bytes = take(4 * count) else { return nil }
    let values = (0..<count).map { index in
      Float(
        bitPattern: (0..<4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[4 * index + $1]) }
      )
    }
    return values.allSatisfy(\.isFinite) ? values : nil
  }
}
