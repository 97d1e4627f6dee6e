import Cases

/// 机动车驾驶证, first page (GA 482-2012: 88 mm by 60 mm).
struct DrivingLicence: Drawing {
  let kind = SpecimenKind.driving
  let width = 88.0
  let height = 60.0
  let radius = 2.6
  var driver: Driver
  var look: TrafficLook

  func draw(on sheet: Sheet) throws {
    sheet.note(corners: sheet.canvas.polygon(TrafficPaper.page), of: kind)
    let paper = TrafficPaper(look: look, sheet: sheet)
    try paper.blank(
      title: "中华人民共和国机动车驾驶证",
      english: "Driving License of the People's Republic of China")
    try paper.mark(46, 28)
    try person(paper)
    try dates(paper)
    try paper.seal(driver.police, 4.6, 33.4, side: 15)
    let corner = look.place(66, 31.5)
    try Portrait.draw(
      in: Box(left: corner.x, top: corner.y, right: corner.x + 17.5, bottom: corner.y + 23),
      design: look.portrait, on: sheet.canvas)
  }

  private func person(_ paper: TrafficPaper) throws {
    let person = driver.person
    try paper.label("证号", "No.", 25, 10.4)
    try paper.value(person.idNumber, "licence_number", 33, 10.4, until: 80)
    try paper.label("姓名", "Name", 4.6, 15.8)
    try paper.value(person.name, "name", 13, 15.9, until: 46)
    try paper.label("性别", "Sex", 47.5, 15.8)
    try paper.value(person.sex.rawValue, "sex", 54, 15.9, until: 60)
    try paper.label("国籍", "Nationality", 62, 15.8)
    try paper.value(driver.nationality, "nationality", 72, 15.9, until: 85)
    paper.rule(12.5, 84, 20.6)
    try paper.label("住址", "Address", 4.6, 22.2)
    try paper.value(person.address, "address", 13, 22.3, until: 84, lines: 2)
  }

  private func dates(_ paper: TrafficPaper) throws {
    try paper.label("出生日期", "Date of Birth", 22.5, 33.2)
    try paper.value(driver.person.birth.iso, "birth_date", 42, 33.4, until: 65)
    try paper.label("初次领证日期", "Date of First Issue", 22.5, 39.2)
    try paper.value(driver.firstIssued.iso, "first_issue_date", 42, 39.4, until: 65)
    try paper.label("准驾车型", "Class", 22.5, 45.2)
    try paper.value(driver.classes, "class", 42, 45.4, until: 65)
    if look.printsYears, let until = driver.validUntil {
      try years(until, paper)
    } else {
      try paper.label("有效期限", "Valid Period", 4.6, 51.6)
      let period = driver.validFrom.iso + "至" + (driver.validUntil?.iso ?? "长期")
      try paper.value(
        period, value: driver.validFrom.iso, "valid_from", 16, 51.8, until: 65)
      try note(period, driver.validUntil?.iso ?? "long_term", paper)
    }
  }

  private func years(_ until: CalendarDate, _ paper: TrafficPaper) throws {
    try paper.label("有效起始日期", "Valid From", 4.6, 51.6)
    try paper.value(driver.validFrom.iso, "valid_from", 21.5, 51.8, until: 40)
    try paper.label("有效期限", "Valid For", 42, 51.6)
    try paper.value(
      "\(until.year - driver.validFrom.year)年", value: until.iso, "valid_until", 55, 51.8, until: 65
    )
  }

  /// Both dates stand in one line.
  private func note(_ period: String, _ until: String, _ paper: TrafficPaper) throws {
    let boxes = paper.sheet.fields["valid_from"]?.boxes ?? []
    paper.sheet.note("valid_until", period, value: until, at: boxes)
  }
}
