import Cases

/// 机动车行驶证, first page (GA 37-2008: 88 mm by 60 mm).
struct VehicleLicence: Drawing {
  let kind = SpecimenKind.vehicle
  let width = 88.0
  let height = 60.0
  let radius = 2.6
  var vehicle: Vehicle
  var look: TrafficLook

  func draw(on sheet: Sheet) throws {
    sheet.note(corners: sheet.canvas.polygon(TrafficPaper.page), of: kind)
    let paper = TrafficPaper(look: look, sheet: sheet)
    try paper.blank(
      title: "中华人民共和国机动车行驶证",
      english: "Vehicle License of the People's Republic of China")
    try paper.mark(70, 44)
    try owner(paper)
    try machine(paper)
    try paper.seal(vehicle.police, 4.4, 37.6, side: 16)
  }

  private func owner(_ paper: TrafficPaper) throws {
    try paper.label("号牌号码", "Plate No.", 4.4, 11.4)
    try paper.value(vehicle.plate, "plate_number", 17, 11.6, until: 42)
    try paper.label("车辆类型", "Vehicle Type", 44.5, 11.4)
    try paper.value(vehicle.type, "vehicle_type", 58, 11.6, until: 85)
    paper.rule(16, 85, 16.4)
    try paper.label("所有人", "Owner", 4.4, 17.6)
    try paper.value(vehicle.owner, "owner", 17, 17.8, until: 85)
    paper.rule(16, 85, 22.6)
    try paper.label("住址", "Address", 4.4, 23.8)
    try paper.value(vehicle.address, "address", 17, 23.9, until: 85, lines: 2)
    paper.rule(21, 85, 31.4)
  }

  private func machine(_ paper: TrafficPaper) throws {
    try paper.label("使用性质", "Use Character", 22, 32.4)
    try paper.value(vehicle.use, "use", 36, 32.6, until: 51)
    try paper.label("品牌型号", "Model", 51.5, 32.4)
    try paper.value(vehicle.model, "model", 62.5, 32.6, until: 86)
    paper.rule(21, 85, 37.4)
    try paper.label("车辆识别代号", "VIN", 22, 38.6)
    try paper.value(vehicle.number, "vin", 39.5, 38.8, until: 85)
    paper.rule(21, 85, 43.6)
    try paper.label("发动机号码", "Engine No.", 22, 44.8)
    try paper.value(vehicle.engine, "engine_number", 39.5, 45, until: 85)
    paper.rule(21, 85, 49.8)
    try paper.label("注册日期", "Register Date", 22, 51)
    try paper.value(vehicle.registered.iso, "register_date", 34.5, 51.2, until: 53)
    try paper.label("发证日期", "Issue Date", 54.5, 51)
    try paper.value(vehicle.issued.iso, "issue_date", 67, 51.2, until: 86)
  }
}
