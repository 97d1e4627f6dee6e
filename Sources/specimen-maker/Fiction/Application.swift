/// What somebody wrote into one of the three application forms, in the form's order.
struct Application {
  /// Name of the form, as in `Models/forms/`.
  var form: FormKind
  var entries: [Entry]

  struct Entry {
    var field: String
    /// As printed.
    var text: String
    /// In normal form.
    var value: String

    init(_ field: String, _ text: String, value: String? = nil) {
      self.field = field
      self.text = text
      self.value = value ?? text
    }

    init(_ field: String, _ date: CalendarDate) {
      self.init(field, date.chinese, value: date.iso)
    }
  }

  func entry(_ field: String) -> Entry? { entries.first { $0.field == field } }
}

enum FormKind: String, CaseIterable {
  case medical = "medical_institution_change"
  case publicPlace = "public_place_health_licence"
  case heating = "clean_heating_subsidy"
}

extension Application {
  static func medical(
    _ person: Person, from current: String, to new: String, on day: CalendarDate
  ) -> Application {
    Application(
      form: .medical,
      entries: [
        Entry("applicant_name", person.name), Entry("sex", person.sex.rawValue),
        Entry("birth_date", person.birth), Entry("id_number", person.idNumber),
        Entry("phone", person.phone), Entry("address", person.address),
        Entry("current_institution", current), Entry("new_institution", new),
        Entry("apply_date", day),
      ])
  }

  static func publicPlace(
    _ company: Company, _ person: Person, item: String, on day: CalendarDate
  ) -> Application {
    Application(
      form: .publicPlace,
      entries: [
        Entry("company_name", company.name), Entry("credit_code", company.creditCode),
        Entry("legal_representative", company.representative),
        Entry("id_number", person.idNumber), Entry("premises_address", company.address),
        Entry("business_item", item), Entry("phone", person.phone), Entry("apply_date", day),
      ])
  }

  static func heating(
    _ person: Person, type: String, area: String, account: String, on day: CalendarDate
  ) -> Application {
    Application(
      form: .heating,
      entries: [
        Entry("applicant_name", person.name), Entry("id_number", person.idNumber),
        Entry("phone", person.phone), Entry("address", person.address),
        Entry("heating_type", type), Entry("heated_area", area), Entry("bank_account", account),
        Entry("apply_date", day),
      ])
  }

  static func any(_ form: FormKind, _ random: inout Randomness) -> Application {
    let person = Person.any(&random)
    let day = CalendarDate.any(in: 2025...2026, &random)
    switch form {
    case .medical:
      let two = ApplicationWords.institutions.shuffled(using: &random)
      return medical(person, from: two[0], to: two[1], on: day)
    case .publicPlace:
      let kind = random.pick([Company.Kind.company, .individual])
      var company = Company.any(kind, &random)
      company.representative = person.name
      return publicPlace(
        company, person, item: random.pick(ApplicationWords.publicPlaces), on: day)
    case .heating:
      return heating(
        person, type: random.pick(ApplicationWords.heatingTypes),
        area: ApplicationWords.area(&random), account: ApplicationWords.account(&random), on: day)
    }
  }
}

enum ApplicationWords {
  static let institutions = [
    "青禾区人民医院", "云杉社区卫生服务中心", "滨河路社区卫生服务站", "第三人民医院东院区", "中西医结合医院",
    "新民镇中心卫生院", "翡翠园社区卫生服务中心", "市中医医院",
  ]
  static let publicPlaces = ["宾馆", "理发店", "美容店", "游泳馆", "公共浴室", "候诊室", "商场", "书店"]
  static let heatingTypes = ["空气源热泵", "燃气壁挂炉", "蓄热式电暖器", "生物质专用炉具", "碳纤维电暖"]

  static func area(_ random: inout Randomness) -> String {
    "\(random.whole(48...160)).\(random.whole(1...9))平方米"
  }

  static func account(_ random: inout Randomness) -> String {
    random.pick(["6217", "6222", "6228"]) + random.digits(15)
  }
}
