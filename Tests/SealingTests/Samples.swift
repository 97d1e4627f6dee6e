import Cases
import Foundation
import ResultDrawing
import Sealing
import Verification

/// A licence with a name and an address of ordinary length.
func sampleContent(
  values: [String: String] = [:], pointer: QRSymbol? = nil, test: Bool = true
) -> ResultContent {
  let facts = [
    "company_name": "云州市江畔餐饮有限公司", "credit_code": "91110000MA0012345X",
    "legal_representative": "张三", "premises_address": "云州市沿江大道168号一层", "business_item": "饭馆",
    "valid_until": "2030-11-22",
  ]
  let modules = (0..<33 * 33).map { $0 * 7919 % 5 < 2 }
  return ResultContent(
    number: "云政许字〔2026〕第0001号", values: facts.merging(values) { _, new in new },
    pointer: pointer ?? QRSymbol(version: 4, width: 33, modules: modules), date: issueDay,
    underTestAuthority: test)
}

func drawnSample(_ content: ResultContent = sampleContent()) throws -> DrawnResult {
  try ResultDrawing.draw(.load("administrative_licence", from: templates), content)
}

let issueDay = CalendarDay(hallDayOf: day)

/// 23 November 2026, noon in China.
let day = Date(timeIntervalSince1970: 1_795_406_400)

/// A hall with its own test authority in a folder that goes away with it.
final class Hall {
  let folder: URL
  let authority: SealAuthority

  init(since date: Date = day, design: SealDesign? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID().uuidString)")
    authority = try SealAuthority.open(
      folder: folder.appending(path: "authority"), seal: design, now: date)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var identity: SealIdentity { authority.identity { _ in } }

  var trust: TrustStore { TrustStore(authority) }

  func sealed(_ drawn: DrawnResult? = nil, at date: Date = day, riding: Bool = false) throws
    -> [UInt8]
  {
    let drawn = try drawn ?? drawnSample()
    return try Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox, riding: riding),
      as: identity,
      reason: "行政许可决定书签章", caseID: "case-1", now: date)
  }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}

/// A program of another maker that looks at our files.
struct Tool {
  let path: String

  func output(_ arguments: String...) throws -> String { try output(arguments) }

  func output(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

/// A licence that needs three pages.
func longSample() throws -> DrawnResult {
  try drawnSample(
    sampleContent(values: ["business_item": String(repeating: "餐饮服务；食品销售；", count: 170)]))
}
