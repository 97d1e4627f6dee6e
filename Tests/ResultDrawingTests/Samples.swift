import Cases
import Foundation
import ResultDrawing

let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
let templates = packageRoot.appending(path: "Models/templates")

/// What each template needs, of ordinary length; fictitious.
enum Sample {
  static let ids = [
    "administrative_licence", "medical_institution_change_result", "subsidy_approval",
    "certificate", "refusal", "rejection_notice", "deferral",
  ]

  static let values = [
    "company_name": "云州市江畔餐饮有限公司", "credit_code": "91110000MA0012345X",
    "legal_representative": "张三", "premises_address": "云州市沿江大道168号一层", "business_item": "饭馆",
    "valid_until": "2030-11-22", "applicant_name": "欧阳文静", "id_number": "110101199003074477",
    "address": "云州市临江区沿江大道168号3幢2单元501室", "current_institution": "云州市人民医院",
    "new_institution": "云州市第二社区卫生服务中心", "apply_date": "2026-11-20",
    "bank_account": "6222020000000000123", "heating_type": "电采暖", "heated_area": "89.6平方米",
    "subject_name": "云州市江畔餐饮有限公司", "document_type": "统一社会信用代码",
    "document_number": "91110000MA0012345X", "as_of": "2026-11-22", "purpose": "办理食品经营许可变更",
    "submitted_on": "2026-11-09", "matter": "公共场所卫生许可", "case_number": "20261109-0007",
    "legal_basis": "《公共场所卫生管理条例》第八条；《公共场所卫生管理条例实施细则》第二十二条、第二十三条。",
    "reconsideration_organ": "云州市人民政府", "court": "云州市临江区人民法院", "officer": "李敏",
    "phone": "0000-12345678", "until": "2026-12-07",
  ]

  static let lists = [
    "reasons": [
      ["经营场所现场核查时，消毒间面积不足，未按规定设置三个独立的消毒水池。"],
      ["提交的公共场所卫生检测报告由不具备相应资质的机构出具，不能作为许可依据。"],
    ],
    "missing": [
      ["1", "公共场所卫生检测报告", "原件一份，由具有资质的机构出具", "2026年12月7日"],
      ["2", "从业人员健康合格证明", "复印件，与原件核对", "2026年12月7日"],
    ],
    "facts": [
      ["名称", "云州市江畔餐饮有限公司"], ["类型", "有限责任公司（自然人投资或控股）"],
      ["法定代表人", "张三"], ["成立日期", "2018年6月1日"], ["登记状态", "存续"],
    ],
  ]

  static func content(
    values: [String: String] = [:], lists: [String: [[String]]] = [:], test: Bool = true
  ) -> ResultContent {
    let modules = (0..<33 * 33).map { $0 * 7919 % 5 < 2 }
    return ResultContent(
      number: "云政许字〔2026〕第0001号", values: Self.values.merging(values) { _, new in new },
      lists: Self.lists.merging(lists) { _, new in new },
      pointer: QRSymbol(version: 4, width: 33, modules: modules),
      date: CalendarDay("2026-11-23") ?? CalendarDay(hallDayOf: Date()), underTestAuthority: test)
  }

  static func drawn(
    _ id: String = "administrative_licence", _ content: ResultContent = content()
  ) throws -> DrawnResult {
    try ResultDrawing.draw(.load(id, from: templates), content)
  }
}

/// A folder that goes away with the test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}

/// A program of another maker that looks at our files.
struct Tool {
  let path: String

  init(_ name: String) { path = "/usr/bin/\(name)" }

  func output(_ arguments: String...) throws -> String { try output(arguments: arguments) }

  func output(arguments: [String]) throws -> String {
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
