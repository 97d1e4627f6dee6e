import Cases
import Foundation

/// One application as a newcomer finds it in `Samples/`.
struct SampleCase {
  /// What the line is expected to make of it.
  struct Expectation: Encodable {
    var decision: String
    var state: String
    /// File name to the kinds of document in it, in order.
    var materials: [String: [String]]
    /// Codes that must be among the reasons.
    var reasons: [String]
  }

  enum Outcome { case approved, differs, unreadable }

  var folder: String
  var matter: FormKind
  var titleZh: String
  var titleEn: String
  var outcome: Outcome
  var files: [Specimen]

  func write(to samples: URL) throws(Problem) {
    let folder = samples.appendingPathComponent(folder, isDirectory: true)
    for file in files { try file.write(to: folder) }
    do {
      try Data(description.utf8).write(to: folder.appendingPathComponent("case.yaml"))
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try (encoder.encode(expectation) + Data("\n".utf8))
        .write(to: folder.appendingPathComponent("expected.json"))
    } catch {
      throw .unwritable(folder.path, error.localizedDescription)
    }
  }

  private var description: String {
    """
    matter: \(matter.rawValue)
    title_zh: \(titleZh)
    title_en: \(titleEn)

    """
  }

  private var expectation: Expectation {
    let materials = files.reduce(into: [:]) { all, file in all[file.name] = file.truth.kinds }
    switch outcome {
    case .approved:
      return Expectation(
        decision: "approved", state: "issued", materials: materials, reasons: ["all_checks_agree"])
    case .differs:
      return Expectation(
        decision: "review", state: "review", materials: materials, reasons: ["check_differs"])
    case .unreadable:
      return Expectation(
        decision: "review", state: "review", materials: materials, reasons: ["field_unreadable"])
    }
  }
}

extension Truth {
  /// The kinds of document in the file, front before back.
  var kinds: [String] {
    kind == SpecimenKind.pair.rawValue
      ? [SpecimenKind.front.rawValue, SpecimenKind.back.rawValue] : [kind]
  }
}
