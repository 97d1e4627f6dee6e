import Cases
import Testing

@testable import Extraction

/// Two readers of one line: who is believed where they differ, and what is said of it.
struct LineMergeTests {
  private func line(_ text: String, _ confidence: Double) -> TextLine {
    let box = Box(left: 0, top: 0, right: 20 * Double(text.count), bottom: 20)
    return TextLine(print: text, in: box, confidence: confidence)
  }

  private func merge(
    _ lines: String, _ characters: String, score: Double = 0.99, unknown: Set<Character> = []
  ) -> (text: String, merge: LineMerge) {
    let merge = LineMerge(
      line: line(lines, 0.97), characters: line(characters, score), mayBeRare: true,
      knows: { !unknown.contains($0) })
    return (TextLine(glyphs: merge.glyphs).text, merge)
  }

  @Test func whatBothReadNeedsNoExplanation() {
    let (text, merge) = merge("李雨桐", "李雨桐")
    #expect(text == "李雨桐")
    #expect(merge.unexplained == 0 && merge.unknown == 0)
    #expect(merge.score == 0.99)
  }

  @Test func aCharacterThatTheReaderOfLinesLacksIsTheOthers() {
    let (text, merge) = merge("邵菇", "邝喆", unknown: ["邝", "喆"])
    #expect(text == "邝喆")
    #expect(merge.unknown == 2 && merge.unexplained == 0)
    #expect(merge.glyphs[0].alternatives.map(\.value) == ["邵"])
  }

  @Test func aCharacterThatBothKnowAndReadDifferentlyIsUnexplained() {
    let (text, merge) = merge("赁营业执照", "凭营业执照")
    #expect(text == "凭营业执照")
    #expect(merge.unexplained == 1)
  }

  @Test func aReaderOfCharactersThatIsUnsureYields() {
    #expect(merge("凭营业执照", "赁营业执照", score: 0.4).text == "凭营业执照")
    #expect(merge("凭营业执照", "赁营业执照", score: 0.7).text == "凭营业执照")
  }

  @Test func aLostCharacterComesBackAndIsUnexplained() {
    let (text, merge) = merge("幸福路12", "幸福路12号")
    #expect(text == "幸福路12号")
    #expect(merge.unexplained == 1)
  }

  @Test func marksAreTheReadersOfCharacters() {
    let (text, merge) = merge("家具销售,谷物种植", "家具销售；谷物种植")
    #expect(text == "家具销售；谷物种植")
    #expect(merge.unexplained == 0)
    #expect(self.merge("家具销售,谷物种植", "家具销售；谷物种植", score: 0.85).merge.unexplained == 1)
  }

  @Test func aBracketThatWasCutWithACharacterIsABracket() {
    let seen = line("公司（自然人", 0.97)
    var cut = line("公司洎然人", 0.8)
    cut.glyphs[2].box.left = 40
    for index in 2..<5 { cut.glyphs[index].box.right = 20 * Double(index + 2) }
    for index in 3..<5 { cut.glyphs[index].box.left = 20 * Double(index + 1) }
    let merge = LineMerge(line: seen, characters: cut, mayBeRare: false) { $0 != "洎" }
    #expect(TextLine(glyphs: merge.glyphs).text == "公司（自然人")
    #expect(merge.unexplained == 1)
  }

  /// However sure the reader of lines is: it has no 洎 and prints what looks most like one.
  @Test func aCharacterThatWasCutWithABracketIsOneReadersWord() {
    var seen = line("司（自然", 0.99)
    seen.glyphs[1].box.left = 32
    var cut = line("司洎然", 0.9)
    for (index, left) in [(1, 34.0), (2, 60)] {
      cut.glyphs[index].box.left = left
      cut.glyphs[index].box.right = left == 60 ? 80 : 60
    }
    let merge = LineMerge(line: seen, characters: cut, mayBeRare: false) { $0 != "洎" }
    #expect(TextLine(glyphs: merge.glyphs).text == "司（自然")
    #expect(merge.doubts.map(\.isCut) == [true])
  }

  /// 889-8 is another room than 8898.
  @Test func aHyphenThatOneReaderAloneSawMayBeOne() {
    #expect(merge("楼8898号", "楼889-8号").1.unexplained == 1)
    #expect(merge("楼8898号", "楼8898号").1.unexplained == 0)
  }

  @Test func marksAreTheSameInEveryWidth() {
    let (text, merge) = merge("云(北京)公司", "云（北京）公司")
    #expect(text == "云（北京）公司")
    #expect(merge.unexplained == 0)
  }

  @Test func inkAsLargeAsACharacterThatNobodyMadeOutIsUnexplained() {
    var seen = line("李雨桐", 0.99)
    seen.glyphs += line("▯▯▯口", 0.4).glyphs.suffix(1)
    let merge = LineMerge(
      line: line("李雨桐", 0.97), characters: seen, mayBeRare: true, knows: { _ in true })
    #expect(TextLine(glyphs: merge.glyphs).text == "李雨桐")
    #expect(merge.unexplained == 1)
    seen.glyphs[3].box.right = seen.glyphs[3].box.left + 5
    let speck = LineMerge(
      line: line("李雨桐", 0.97), characters: seen, mayBeRare: true, knows: { _ in true })
    #expect(speck.unexplained == 0)
  }

  @Test func aCharacterWithTheInkOfTwoIsUnexplained() {
    func wide(_ width: Double) -> TextLine {
      var line = line("李雨桐", 0.97)
      line.glyphs[2].box.right = line.glyphs[2].box.left + width
      return line
    }
    for (width, unexplained) in [(28.0, 0), (40.0, 1)] {
      let merge = LineMerge(
        line: wide(width), characters: wide(width), mayBeRare: true, knows: { _ in true })
      #expect(merge.unexplained == unexplained)
    }
  }

  @Test(arguments: [(0.3, 0), (0.05, 1)])
  func aCharacterThatTheReaderOfLinesThoughtOfAsWellIsNoDoubt(
    _ thought: Double, _ unexplained: Int
  ) {
    var read = line("赁营业执照", 0.97)
    read.glyphs[0].alternatives = [Alternative(value: "凭", probability: thought)]
    let merge = LineMerge(
      line: read, characters: line("凭营业执照", 0.99), mayBeRare: false, knows: { _ in true })
    #expect(TextLine(glyphs: merge.glyphs).text == "凭营业执照")
    #expect(merge.unexplained == unexplained)
  }

  @Test(arguments: [(0.85, 0.03, 0), (0.85, 0.06, 1), (0.97, 0.03, 1)])
  func aReaderOfLinesThatIsUnsureIsOutvotedInSharpPrint(
    _ confidence: Double, _ blur: Double, _ unexplained: Int
  ) {
    let merge = LineMerge(
      line: line("薪彤珠", confidence), characters: line("蒋彤珠", 0.99), blur: blur, mayBeRare: true,
      knows: { _ in true })
    #expect(TextLine(glyphs: merge.glyphs).text == "蒋彤珠")
    #expect(merge.unexplained == unexplained)
  }

  @Test func bracketsThatOpenAreTheReadersOfCharacters() {
    #expect(merge("公司【个人独资）", "公司（个人独资）").text == "公司（个人独资）")
    #expect(merge("公司【个人独资）", "公司（个人独资）").merge.unexplained == 0)
    #expect(merge("公司）个人独资）", "公司（个人独资）").merge.unexplained == 1)
  }
}
