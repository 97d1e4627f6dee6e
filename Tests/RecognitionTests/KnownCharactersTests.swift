import Cases
import Foundation
import Recognition
import Testing

@Suite struct KnownCharactersTests {
  /// A trained data file that holds `lstm-unicharset` and nothing else.
  private func trainedData(_ unicharset: String) -> [UInt8] {
    func littleEndian(_ number: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let places = (0..<24).map { $0 == 21 ? 4 + 24 * 8 : -1 }
    return littleEndian(24, 4) + places.flatMap { littleEndian($0, 8) } + Array(unicharset.utf8)
  }

  @Test func charactersAreReadAndNamesOfCodesAreNot() throws {
    let bytes = trainedData("4\nNULL 0 Common 0\nJoined 7 0\n叶 1 0,255\nA 5 0\n")
    let known = try KnownCharacters(trainedData: bytes, name: "x")
    #expect(known.characters == ["叶", "A"])
    #expect(known.lack("邝"))
    #expect(!known.lack("叶A-99"))
  }

  @Test func whatIsNoModelIsRefused() {
    let whole = trainedData("1\n叶 1 0\n")
    for bytes in [
      [], [24, 0, 0, 0], Array(whole.prefix(100)), trainedData(""), trainedData("1\n"),
    ] {
      #expect(throws: Problem.self) { try KnownCharacters(trainedData: bytes, name: "x") }
    }
    // A place outside of the file.
    var bytes = whole
    bytes.replaceSubrange(4 + 21 * 8 + 6..<4 + 21 * 8 + 8, with: [0xFF, 0x7F])
    #expect(throws: Problem.self) { try KnownCharacters(trainedData: bytes, name: "x") }
  }

  /// Debian's model, which the readers use.
  @Test func theInstalledModelKnowsCommonCharactersAndLacksRareOnes() throws {
    let path = "/usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata"
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let known = try KnownCharacters(trainedData: Array(bytes), name: path)
    #expect(!known.lack("中国公民身份号码"))
    #expect(known.lack("邝"))
  }
}
