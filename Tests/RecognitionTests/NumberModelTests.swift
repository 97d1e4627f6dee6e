import Cases
import Foundation
import Testing

@testable import Recognition

struct NumberModelTests {
  @Test func anIdNumberIsReadExactly() throws {
    let sample = try SampleLine.load()
    let line = try #require(
      try TextRecognizer.usual()
        .line(in: sample.page, box: sample.digits, hint: LineHint(script: .idNumber)))
    #expect(line.text == sample.number)
    #expect(line.confidence > 0.8)
    let places = line.glyphs.map(\.box.left)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
    #expect(line.glyphs.dropFirst().allSatisfy { sample.digits.union($0.box) == sample.digits })
  }

  /// The MRZ of ICAO Doc 9303-4's specimen; a credit code that is nobody's. Both in typefaces never trained on.
  @Test(arguments: [
    ("mrz-line", LineHint.Script.mrz, "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
    ("credit-code-line", .registrationCode, "91110000MA00YB0Q3E"),
  ])
  func aDrawnLineIsReadExactly(_ name: String, _ script: LineHint.Script, _ text: String) throws {
    let page = try SampleLine.page(name)
    let (width, height) = (Double(page.width), Double(page.height))
    let box = Box(
      left: 0.01 * width, top: 0.2 * height, right: 0.99 * width, bottom: 0.8 * height)
    let line = try TextRecognizer.usual().line(in: page, box: box, hint: LineHint(script: script))
    #expect(line?.text == text)
  }

  @Test func anAlphabetNarrowsWhatComesOut() throws {
    let sample = try SampleLine.load()
    let line = try TextRecognizer.usual()
      .line(
        in: sample.page, box: sample.digits, hint: LineHint(script: .mrz, alphabet: "ABCDEFG<"))
    #expect(line?.text.allSatisfy { "ABCDEFG<".contains($0) } ?? true)
  }

  @Test(arguments: [(3, 200), (200, 3), (60, 36), (400, 400)])
  func blankPaperSaysNothing(_ width: Int, _ height: Int) throws {
    let page = PageImage(
      width: width, height: height, channels: 1, dotsPerInch: 0,
      pixels: [UInt8](repeating: 240, count: width * height))
    let box = Box(left: 0, top: 0, right: Double(width), bottom: Double(height))
    let recognizer = try TextRecognizer.usual()
    #expect(try recognizer.line(in: page, box: box, hint: LineHint(script: .mrz)) == nil)
  }
}

struct OwnModelsTests {
  private func problem(in folder: URL) -> Problem? {
    #expect(throws: Problem.self) {
      try TextRecognizer(modelFolder: TextRecognizer.debianModels, ownModelFolder: folder)
    }
  }

  private func copy() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "own-models-\(UUID())")
    try FileManager.default.copyItem(at: TextRecognizer.ownModels, to: folder)
    return folder
  }

  @Test func aMissingFolderIsSaid() {
    let folder = FileManager.default.temporaryDirectory.appending(path: "none-\(UUID())")
    #expect(problem(in: folder)?.code == "missing_model")
  }

  @Test func aMissingModelIsSaid() throws {
    let folder = try copy()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.removeItem(at: folder.appending(path: "numbers.traineddata"))
    let problem = problem(in: folder)
    #expect(problem?.code == "missing_model")
    #expect(problem?.exit == .missingDependency)
  }

  @Test func anAlteredModelIsNotUsed() throws {
    let folder = try copy()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "numbers.traineddata")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
    #expect(problem(in: folder)?.code == "altered_model")
  }

  @Test func theModelsInTheRepositoryAreThoseOfTheManifest() throws {
    let models = try OwnModels(in: TextRecognizer.ownModels)
    #expect(!models.models.isEmpty)
    for entry in models.models {
      #expect(throws: Never.self) {
        try models.model(entry.name, in: TextRecognizer.ownModels)
      }
    }
  }
}
