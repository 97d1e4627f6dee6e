import Cases
import Foundation
import ResultCodes
import ResultDrawing
import Sealing
import Testing

/// The codes of a result as others read them: from the page at 150 dpi, and from the picture beside it. `Scripts/soak results`
/// does a hundred, and shows the pages to a second reader.
@Suite struct PrintedCodeTests {
  private let hall: Hall
  private let desk: IssuingDesk

  init() throws {
    hall = try Hall()
    desk = try IssuingDesk(hall.identity)
  }

  @Test func zbarReadsTheCodeOnThePage() throws {
    var random = SplitMix(state: UInt64(Soak.number("KANHE_SEED", 20_261_123)))
    let kept = ProcessInfo.processInfo.environment["KANHE_KEEP_PAGES"].map { URL(filePath: $0) }
    let template = try ResultTemplate.load("administrative_licence", from: templates)
    var read = 0

    let runs = Soak.number("KANHE_PRINTED_CODES", 6)
    for run in 0..<runs {
      let values = [String: String].random(&random)
      let result = try desk.result(template) { sampleContent(values: values, pointer: $0) }
      let page = (kept ?? hall.folder).appending(path: "page-\(run)")
      _ = try Tool(path: "/usr/bin/pdftoppm").output(
        "-r", "150", "-gray", "-png", "-singlefile", "-f", "\(result.pages)",
        hall.write(result.pdf, as: "result.pdf"), page.path)
      if try codes(page.path + ".png") == [result.pointer.text] { read += 1 }
      try Data(result.pointer.text.utf8).write(to: page.appendingPathExtension("txt"))
    }

    #expect(read == runs)
    print("zbar: \(read) of \(runs)")
  }

  @Test func theFullCodeIsOfVersion13AndIsRead() throws {
    let template = try ResultTemplate.load("administrative_licence", from: templates)
    let result = try desk.result(template) { sampleContent(pointer: $0) }
    let symbol = try QRCoder.symbol(for: result.full)

    #expect(symbol.version <= 13)
    let picture = try hall.write(QRPicture.png(symbol), as: "code.png")
    #expect(try codes(picture) == [result.full.text])
  }

  /// What zbar reads; it also remarks on bars that it takes text for.
  private func codes(_ picture: String) throws -> [String] {
    try Tool(path: "/usr/bin/zbarimg")
      .output("-q", "--raw", "--nodbus", "-S*.disable", "-Sqrcode.enable", picture)
      .split(separator: "\n").map(String.init)
  }

}

extension [String: String] {
  /// Names and addresses of any length.
  static func random(_ random: inout SplitMix) -> [String: String] {
    let characters = Array("云州江畔餐饮管理咨询有限公司沿大道号层单元市区县镇街办事处ABC123（）·")
    func text(_ lengths: ClosedRange<Int>) -> String {
      let count = Int.random(in: lengths, using: &random)
      return String((0..<count).map { _ in characters.randomElement(using: &random) ?? "云" })
    }
    return [
      "company_name": text(2...60), "premises_address": text(4...120),
      "legal_representative": text(2...12), "business_item": text(1...200),
    ]
  }
}
