import Cases
import Testing

@testable import Extraction

/// Print before a value that is on a closed list.
struct ListedEndingTests {
  private func ending(_ text: String, _ field: String, of kind: String) throws -> String? {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let definition = try #require(
      models.kinds.first { $0.id == kind }?.fields.first { $0.name == field })
    let box = Box(left: 0, top: 0, right: 20 * Double(text.count), bottom: 20)
    let reading = FieldReading(lines: [TextLine(print: text, in: box, confidence: 0.97)])
    return KnownForm(codes: models.codes, divisions: models.divisions)
      .listedEnding(of: reading, definition)?.raw
  }

  @Test(arguments: ["中国", "。中国", "籍中国", "呈着”中国"])
  func aPieceOfALabelBeforeItIsLeftOut(_ read: String) throws {
    #expect(try ending(read, "nationality", of: "driving_licence") == "中国")
  }

  @Test(arguments: ["中国香", "籍及英文名称中国", "国"])
  func whatStandsBehindItOrTooFarBeforeItStays(_ read: String) throws {
    #expect(try ending(read, "nationality", of: "driving_licence") == nil)
  }

  /// 客车 alone could be the end of many.
  @Test func aValueWithWhichAnotherEndsMayLackItsBeginning() throws {
    #expect(try ending("大型轿车", "vehicle_type", of: "vehicle_licence") == "大型轿车")
    #expect(try ending("货运", "use", of: "vehicle_licence") == "货运")
    #expect(try ending("校车", "use", of: "vehicle_licence") == nil)
    #expect(try ending("小学生校车", "use", of: "vehicle_licence") == nil)
  }
}
