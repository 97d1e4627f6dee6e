import Cases
import Testing

@testable import Extraction

/// A mark that every reader lost leaves a hole in the print.
struct EvenPrintTests {
  /// Every character in a cell of 20; a space is an empty cell.
  private func print(_ lines: String...) -> EvenPrint {
    EvenPrint(
      lines: lines.enumerated().map { row, text in
        let glyphs = text.enumerated().filter { $0.element != " " }.flatMap { column, character in
          let left = 100 + 20 * Double(column)
          let top = 100 + 30 * Double(row)
          let cell = Box(left: left, top: top, right: left + 20, bottom: top + 20)
          return TextLine(print: String(character), in: cell, confidence: 0.97).glyphs
        }
        return TextLine(glyphs: glyphs)
      })
  }

  @Test func whatFillsItsCellsIsWhole() {
    #expect(print("皮革制品销售；玩具、动漫", "及游艺用品销售；平面设计", "（非医疗）").isWhole)
    #expect(print("钟表销售").isWhole)
  }

  @Test func anEmptyCellMayHaveHeldAMark() {
    #expect(!print("皮革制品销售 玩具、动漫", "及游艺用品销售；平面设计", "（非医疗）").isWhole)
  }

  @Test func soMayTheEndOfALine() {
    #expect(!print("皮革制品销售；玩具、动", "及游艺用品销售；平面设计", "（非医疗）").isWhole)
    #expect(print("皮革制品销售；玩具、", "及游艺用品销售；平面设计", "（非医疗）").isWhole)
  }

  @Test func aLineMayBeLostToo() {
    let lines = print("皮革制品销售；玩具、动漫", "及游艺用品销售；平面设计", "钟表销售；包装服务；家政", "（非医疗）").lines
    #expect(!EvenPrint(lines: [lines[0], lines[1], lines[3]]).isWhole)
  }
}
