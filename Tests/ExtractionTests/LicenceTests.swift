import Cases
import Testing

@testable import Extraction

/// Driving and vehicle licences from what a reader saw on pages of 1040 by 708 pixels.
struct LicenceTests {
  private func line(_ text: String, _ left: Double, _ top: Double, _ height: Double = 27)
    -> TextLine
  {
    let width = text.reduce(0) { $0 + ($1.isASCII ? 0.55 : 1.1) * height }
    return TextLine(
      print: text,
      in: Box(
        left: left * 1040, top: top * 708, right: left * 1040 + width, bottom: top * 708 + height),
      confidence: 0.95)
  }

  private var driving: [TextLine] {
    [
      line("中华人民共和国机动车驾驶证", 0.2, 0.045, 41),
      line("DnmvngLicenseofthePeople'sRepubhcofChina", 0.2, 0.12, 20),
      line("证号", 0.247, 0.18), line("No.", 0.33, 0.18, 20),
      line("220102194812018976", 0.412, 0.18, 23),
      line("姓名", 0.048, 0.264), line("Name", 0.043, 0.312, 16), line("秦诗", 0.167, 0.264, 33),
      line("性别", 0.498, 0.264), line("Sex", 0.502, 0.312, 16), line("男", 0.59, 0.264, 33),
      line("国籍", 0.656, 0.264), line("Natiohajity", 0.655, 0.312, 16), line("中国", 0.811, 0.264, 33),
      line("住址", 0.048, 0.377), line("Address", 0.048, 0.424, 16),
      line("吉林省长春市南关区上河镇青石村10组", 0.161, 0.377, 30), line("177号", 0.161, 0.432, 30),
      line("出生日期", 0.3, 0.571), line("DateofBirth", 0.297, 0.619, 16),
      line("1948-12-01", 0.527, 0.58, 23),
      line("初砍领证日期", 0.3, 0.674), line("DateofFirstJssue", 0.297, 0.723, 16),
      line("2008-05-30", 0.527, 0.685, 23), line("准驾车型", 0.3, 0.777),
      line("Class", 0.297, 0.825, 16),
      line("Cl", 0.523, 0.79, 23), line("有效期限", 0.048, 0.887),
      line("ValidPeriod", 0.047, 0.935, 17),
      line("2024-04-12至2030-04-12", 0.217, 0.897, 24),
    ]
  }

  private var vehicle: [TextLine] {
    [
      line("中华人民共和国机动车行驶证", 0.2, 0.045, 41),
      line("VehicleLicenseofthePeople'sRepublicofChina", 0.2, 0.12, 20),
      line("号牌号码", 0.046, 0.19), line("PlateNo.", 0.046, 0.236, 16), line("粤·E87377", 0.204, 0.195),
      line("车辆类型", 0.5, 0.19), line("VehicleType", 0.5, 0.236, 16), line("重型半挂牵引车", 0.683, 0.195),
      line("所有人", 0.046, 0.3), line("Owner", 0.046, 0.35, 16), line("杭州金石环保科技有限公司", 0.204, 0.308),
      line("住址", 0.046, 0.416), line("Address", 0.045, 0.464, 16),
      line("广东省深圳市宝安区友谊大街1861号香樟", 0.204, 0.416), line("公寓6栋1503室", 0.204, 0.474),
      line("使用性质", 0.269, 0.553), line("UseCharacter", 0.269, 0.595, 16), line("教练", 0.414, 0.555),
      line("品牌型号", 0.58, 0.553), line("北海牌VB376334D", 0.706, 0.555),
      line("车辆识别代号", 0.269, 0.665), line("VIN", 0.269, 0.71, 16),
      line("L764F8BTO5PP92803", 0.455, 0.675),
      line("发动机号码", 0.269, 0.775), line("EngineNo.", 0.269, 0.825, 20),
      line("84374A5", 0.455, 0.785),
      line("注册日期", 0.269, 0.885), line("RegisterDate", 0.269, 0.936, 18),
      line("2024-05-16", 0.425, 0.895),
      line("发证日期", 0.638, 0.885), line("IssueDate", 0.638, 0.936, 15),
      line("2024-05-17", 0.772, 0.895),
    ]
  }

  private func reading(_ lines: [TextLine]) throws -> DocumentReading {
    let found = try GoldenPage.extractor().documents(
      in: lines, size: (1040, 708), page: 1, source: .ocr, toPage: .identity, polygon: Polygon([]),
      reader: SamePrint(lines: lines))
    return try #require(found.first)
  }

  @Test func aDrivingLicenceBecomesItsFields() throws {
    let licence = try reading(driving)
    #expect(licence.kind == "driving_licence")
    #expect(
      licence.fields.compactMapValues(\.value) == [
        "licence_number": "220102194812018976", "name": "秦诗", "sex": "男", "nationality": "中国",
        "address": "吉林省长春市南关区上河镇青石村10组177号", "birth_date": "1948-12-01",
        "first_issue_date": "2008-05-30", "class": "C1", "valid_from": "2024-04-12",
        "valid_until": "2030-04-12",
      ])
    #expect(licence.fields["licence_number"]?.check("gb2260")?.result == .pass)
    #expect(licence.fields["class"]?.check("code_list")?.result == .pass)
    #expect(licence.fields["nationality"]?.check("code_list")?.result == .pass)
  }

  @Test func aVehicleLicenceBecomesItsFields() throws {
    let licence = try reading(vehicle)
    #expect(licence.kind == "vehicle_licence")
    #expect(
      licence.fields.compactMapValues(\.value) == [
        "plate_number": "粤E87377", "vehicle_type": "重型半挂牵引车", "owner": "杭州金石环保科技有限公司",
        "address": "广东省深圳市宝安区友谊大街1861号香樟公寓6栋1503室", "use": "教练",
        "model": "北海牌VB376334D", "vin": "L764F8BT05PP92803", "engine_number": "84374A5",
        "register_date": "2024-05-16", "issue_date": "2024-05-17",
      ])
    #expect(licence.fields["plate_number"]?.check("ga36")?.result == .pass)
    #expect(licence.fields["use"]?.check("code_list")?.result == .pass)
    #expect(licence.fields["vehicle_type"]?.check("code_list")?.result == .pass)
    #expect(licence.fields["vin"]?.check("iso3779")?.result == .warning)
    #expect(licence.fields["vin"]?.raw == "L764F8BTO5PP92803")
  }

  @Test func aValueEndsWhereTheLayoutEndsItThoughTheNextLabelWasMisread() throws {
    var lines = vehicle.filter { !["教练", "品牌型号", "北海牌VB376334D"].contains($0.text) }
    let use = line("教练", 0.414, 0.555)
    let rest = line("曲障刑号北海牌VB376334D", 0.585, 0.555)
    lines.append(TextLine(glyphs: use.glyphs + rest.glyphs))
    #expect(try reading(lines).fields["use"]?.raw == "教练")
  }

  @Test func anotherKindIsNotTakenForALicence() throws {
    for name in ["id-front", "id-back", "licence"] {
      let kinds = try GoldenPage.named(name).documents().map(\.kind)
      #expect(!kinds.contains("driving_licence") && !kinds.contains("vehicle_licence"))
      #expect(!kinds.contains("passport"))
    }
  }
}
