import Cases
import Foundation
import Testing

@testable import Recognition

struct TextRecognizerTests {
  @Test func aMissingLanguageIsSaid() throws {
    let folder = FileManager.default.temporaryDirectory
    let problem = try #require(throws: Problem.self) {
      try TextRecognizer(
        modelFolder: folder.appending(path: "none"), ownModelFolder: TextRecognizer.ownModels)
    }
    #expect(problem.code == "missing_language")
    #expect(problem.exit == .missingDependency)
  }

  @Test func aDamagedLanguageIsSaid() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["chi_sim", "eng"] {
      try Data("no model".utf8).write(to: folder.appending(path: "\(name).traineddata"))
    }
    let recognizer = try TextRecognizer(
      modelFolder: folder, ownModelFolder: TextRecognizer.ownModels)
    let page = PageImage(
      width: 40, height: 40, channels: 1, dotsPerInch: 300,
      pixels: [UInt8](repeating: 255, count: 1600))
    let problem = try #require(throws: Problem.self) { try recognizer.lines(on: page) }
    #expect(problem.code == "damaged_language")
  }

  @Test func theModelsThatAreUsedAreNamed() throws {
    let models = try TextRecognizer.usual().models
    #expect(Set(models.keys) == ["chi_sim", "eng", "numbers"])
    #expect(models.values.allSatisfy { $0.count == 64 })
  }

  @Test(arguments: [(1, 1), (3, 200), (200, 3), (64, 64)])
  func anEmptyPageHasNoLines(_ width: Int, _ height: Int) throws {
    let page = PageImage(
      width: width, height: height, channels: 3, dotsPerInch: 0,
      pixels: [UInt8](repeating: 240, count: width * height * 3))
    let recognizer = try TextRecognizer.usual()
    #expect(try recognizer.lines(on: page).isEmpty)
  }

  @Test func whatAPageMayCostIsBoundedAndTheNextPageBeginsAnew() throws {
    let sample = try SampleLine.load()
    let recognizer = try TextRecognizer.usual()
    recognizer.beginPage(with: PageEffort(columns: 1_000))
    var looks = 0
    while looks < 20, try !recognizer.lines(on: sample.page).isEmpty { looks += 1 }
    #expect((1...3).contains(looks))
    #expect(recognizer.effort.isSpent)
    let hint = LineHint(script: .digits, alphabet: "0123456789X")
    #expect(try recognizer.line(in: sample.page, box: sample.digits, hint: hint) == nil)
    recognizer.beginPage()
    #expect(try recognizer.line(in: sample.page, box: sample.digits, hint: hint) != nil)
  }

  @Test func aPrintedLineIsReadWhereItStands() throws {
    let sample = try SampleLine.load()
    let recognizer = try TextRecognizer.usual()
    let lines = try recognizer.lines(on: sample.page)
    let line = try #require(lines.first { $0.text.contains("公民身份号码") })
    #expect(line.box.left > 10 && line.box.right < Double(sample.page.width) - 10)
    #expect(line.glyphs.allSatisfy { $0.confidence > 0.5 && $0.box.width > 0 })
  }

  @Test func aLineOfDigitsIsReadWithItsAlphabet() throws {
    let sample = try SampleLine.load()
    let recognizer = try TextRecognizer.usual()
    let line = try recognizer.line(
      in: sample.page, box: sample.digits,
      hint: LineHint(script: .digits, alphabet: "0123456789X"))
    #expect(line?.text == sample.number)
  }
}
