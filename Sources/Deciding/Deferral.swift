import Cases

extension Matter {
  /// Required materials of which no document was handed in.
  func missing(among documents: [DocumentReading]) -> [MaterialRule] {
    let kinds = Set(documents.filter { $0.isMaterial(of: self) }.map(\.kind))
    return materials.filter { $0.required && !kinds.contains($0.kind) }
  }

  /// What is missing, where all of it may follow; nil where something may not, or nothing is missing.
  func deferrable(among documents: [DocumentReading]) -> [MaterialRule]? {
    let mayFollow = Set(deferral?.materials.map(\.kind) ?? [])
    let missing = missing(among: documents)
    return missing.isEmpty || missing.contains { !mayFollow.contains($0.kind) } ? nil : missing
  }

  /// As if these materials had never been asked for.
  fileprivate func without(_ outstanding: [MaterialRule]) -> Matter {
    var matter = self
    for index in materials.indices where outstanding.contains(materials[index]) {
      matter.materials[index].required = false
    }
    return matter
  }
}

extension Application {
  /// The missing materials, where they may follow and nothing else stands in the way: what can be looked at without them
  /// is as an approval wants it. Checks that lean on them are made when they are there.
  var materialsThatMayFollow: [MaterialRule]? {
    guard let outstanding = matter.deferrable(among: documents) else { return nil }
    let rest = asking(less: matter.without(outstanding))
    return rest.doubts.isEmpty ? outstanding : nil
  }

  /// Whether the application says what the matter takes for the applicant's written promise, and was read for sure.
  var promisesTheRest: Bool {
    guard let promise = matter.deferral?.promise.flatMap(Question.init),
      isAccepted(promise.path), let value = documents.best(promise.path)?.value
    else { return false }
    return promise.answer(about: value, on: submitted) == .holds
  }
}

extension Reason {
  static func mayFollow(_ materials: [MaterialRule]) -> Reason {
    Reason(
      code: "may_be_deferred",
      zh: "其余均符合；\(materials.map(\.titleZh).joined(separator: "、"))可以容缺，"
        + "申请人书面承诺后可由办理人容缺受理。",
      en: "All the rest is in order; \(materials.map(\.titleEn).joined(separator: ", ")) may "
        + "follow: an officer may take the case in once the applicant has promised so in writing.")
  }
}
