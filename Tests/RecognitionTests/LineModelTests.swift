import Foundation
import Testing

@testable import Recognition

struct LineModelTests {
  private static func component(of name: String) throws -> ArraySlice<UInt8> {
    let file = TextRecognizer.ownModels.appending(path: "\(name).traineddata")
    return try #require(TrainedData.component(.network, of: [UInt8](Data(contentsOf: file))))
  }

  @Test func ourModelHasTheShapeItWasTrainedWith() throws {
    let model = try #require(LineModel(try Self.component(of: "numbers")))
    #expect(model.height == 36)
    #expect(model.null == 2)
    #expect(model.top.outputs == 40)
    #expect(model.last.inputs == 288)
  }

  @Test func aModelThatEndsTooSoonIsNone() throws {
    let bytes = try Self.component(of: "numbers")
    for length in stride(from: 0, to: bytes.count, by: 9973) {
      #expect(LineModel(bytes.prefix(length)) == nil)
    }
  }

  @Test func alteredSizesAreNoModel() throws {
    let bytes = try Self.component(of: "numbers")
    for place in 0..<200 {
      var altered = Array(bytes)
      altered[place] = 0xFF
      // Either refused or harmless: names may be anything.
      if let model = LineModel(altered[...]) { #expect(model.top.outputs == 40) }
    }
  }

  /// Of that many columns, always the same.
  private static func line(_ width: Int) -> GreyImage {
    GreyImage(
      width: width, height: 36,
      pixels: (0..<36 * width).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) })
  }

  @Test func linesAreSeenTogetherAsTheyAreAlone() throws {
    let model = try #require(LineModel(try Self.component(of: "numbers")))
    let lines = [90, 60, 2, 200, 91, 33, 300, 120].map(Self.line)
    let network = LineNetwork(model)
    let together = network.probabilities(of: lines)
    for (line, seen) in zip(lines, together) {
      let alone = LineNetwork(model).probabilities(of: [line])[0]
      guard line.width >= 3 else {
        #expect(seen == nil && alone == nil)
        continue
      }
      let (one, other) = (try #require(seen), try #require(alone))
      #expect(one.steps == line.width / 3)
      for step in 0..<one.steps {
        #expect((0..<40).allSatisfy { one[step, $0] == other[step, $0] })
        #expect(abs((0..<40).reduce(Float(0)) { $0 + one[step, $1] } - 1) < 1e-4)
      }
    }
  }

  @Test(arguments: [(0, 36), (2, 36), (50, 35)])
  func whatIsNoLineHasNoProbabilities(_ width: Int, _ height: Int) throws {
    let model = try #require(LineModel(try Self.component(of: "numbers")))
    let line = GreyImage(
      width: width, height: height, pixels: [UInt8](repeating: 255, count: width * height))
    #expect(
      LineNetwork(model).probabilities(of: [line, Self.line(30)]).map { $0 == nil } == [
        true, false,
      ])
  }
}
