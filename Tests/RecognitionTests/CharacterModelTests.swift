import Cases
import Foundation
import Testing

@testable import Recognition

struct CharacterModelTests {
  @Test func aMissingModelIsSaid() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "none-\(UUID())")
    let problem = try #require(throws: Problem.self) { try CharacterReader(modelFolder: folder) }
    #expect(problem.code == "missing_character_model")
    #expect(problem.exit == .missingDependency)
  }

  @Test func aDamagedModelIsSaid() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("KANHECR1".utf8).write(to: folder.appending(path: "characters.bin"))
    let problem = try #require(throws: Problem.self) { try CharacterReader(modelFolder: folder) }
    #expect(problem.code == "damaged_character_model")
  }

  @Test func theShippedModelIsTheOneOfItsManifest() throws {
    struct Manifest: Decodable {
      struct File: Decodable {
        let sha256: String
        let bytes: Int
      }
      let files: [String: File]
    }
    let folder = SampleCharacters.models
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    let file = try #require(manifest.files["characters.bin"])
    #expect(try CharacterReader(modelFolder: folder).models == ["characters": file.sha256])
    let bytes = try Data(contentsOf: folder.appending(path: "characters.bin"))
    #expect(bytes.count == file.bytes)
  }

  @Test func bytesThatEndTooSoonOrSayTooMuchAreNoModel() throws {
    let bytes = TinyModel.bytes
    #expect(CharacterModel(bytes: bytes) != nil)
    for length in 0..<bytes.count { #expect(CharacterModel(bytes: Array(bytes[..<length])) == nil) }
    #expect(CharacterModel(bytes: bytes + [0]) == nil)
    for place in stride(from: 8, to: 24, by: 4) {
      var huge = bytes
      huge.replaceSubrange(place..<place + 4, with: [0xFF, 0xFF, 0xFF, 0x7F])
      #expect(CharacterModel(bytes: huge) == nil)
    }
  }

  @Test func theNetworkComputesWhatPlainLoopsCompute() throws {
    let model = try #require(CharacterModel(bytes: TinyModel.bytes))
    let ink: [Float] = (0..<2 * 16).map { Float($0 * 7 % 11) / 5 - 1 }
    let network = try #require(CharacterNetwork(model))
    var found: [Float] = []
    network.logits(of: ink) { crop, logits in
      #expect(crop * 3 == found.count)
      found += (0..<3).map { logits[$0] }
      // What fills up is below all classes.
      #expect((3..<network.columns).allSatisfy { logits[$0] < -1e6 })
    }
    let expected = TinyModel.logits(of: Array(ink[..<16])) + TinyModel.logits(of: Array(ink[16...]))
    #expect(found.count == expected.count)
    let largest = try #require(expected.map(abs).max())
    // Activations have 8 bits.
    for (one, other) in zip(found, expected) { #expect(abs(one - other) < 0.02 * largest) }
  }
}

/// A model of 4 × 4 pixels, one convolution with 16 outputs and pooling, two dense layers and three classes.
enum TinyModel {
  static let kernels = matrix(rows: 16, columns: 9)
  static let hidden = matrix(rows: 16, columns: 4 * 16)
  static let head = matrix(rows: 3, columns: 16)

  private static func matrix(rows: Int, columns: Int) -> [[Int8]] {
    (0..<rows).map { row in
      (0..<columns).map { column -> Int8 in
        let mixed = column * column * 5 + row * 7
        return Int8(mixed % 19 - 9)
      }
    }
  }

  static var bytes: [UInt8] {
    var bytes = Array("KANHECR1".utf8) + number(4) + float(1.12) + float(1)
    let names = Array("\n一\n二\n".utf8)
    bytes += number(UInt32(names.count)) + names + number(3)
    for (matrix, kind, pooling) in [(kernels, 0, 2), (hidden, 1, 0), (head, 1, 0)] {
      bytes += number(UInt32(matrix.count)) + number(UInt32(matrix[0].count))
      bytes += number(UInt32(kind)) + number(1) + number(UInt32(pooling))
      for _ in matrix { bytes += float(0.5) }
      for row in matrix.indices { bytes += float(Float(row) - 0.5) }
      bytes += matrix.flatMap { $0.map { UInt8(bitPattern: $0) } }
    }
    return bytes
  }

  static func logits(of ink: [Float]) -> [Float] {
    func at(_ x: Int, _ y: Int) -> Float {
      (0..<4).contains(x) && (0..<4).contains(y) ? ink[y * 4 + x] : 0
    }
    var pooled: [Float] = []
    for y in 0..<2 {
      for x in 0..<2 {
        for (number, kernel) in kernels.enumerated() {
          var largest: Float = 0
          for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            var sum = Float(number) - 0.5
            for (place, weight) in kernel.enumerated() {
              sum +=
                0.5 * Float(weight)
                * at(2 * x + dx + place % 3 - 1, 2 * y + dy + place / 3 - 1)
            }
            largest = max(largest, sum)
          }
          pooled.append(largest)
        }
      }
    }
    return dense(head, dense(hidden, pooled))
  }

  private static func dense(_ matrix: [[Int8]], _ input: [Float]) -> [Float] {
    matrix.enumerated().map { row, weights in
      zip(weights, input).reduce(Float(row) - 0.5) { $0 + 0.5 * Float($1.0) * $1.1 }
    }
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func float(_ value: Float) -> [UInt8] { number(value.bitPattern) }
}
