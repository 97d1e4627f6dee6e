import Cases
import Foundation
import Yams

/// Decodes a YAML file and refuses keys that the type does not have.
///
/// - Throws: `Problem.badModel` with the place of the fault.
func strictlyDecoded<Value: Codable>(_ type: Value.Type, from file: URL) throws -> Value {
  let name = file.lastPathComponent
  do {
    let text = try String(contentsOf: file, encoding: .utf8)
    let value = try YAMLDecoder().decode(type, from: text)
    // What the type knows is what it writes. Keys whose value is null are not written, and mean nothing anyway.
    let known = try Yams.compose(yaml: YAMLEncoder().encode(value))
    if let key = unknownKey(in: try Yams.compose(yaml: text), beside: known) {
      throw Problem.badModel(name, "unknown key '\(key)'")
    }
    return value
  } catch let problem as Problem {
    throw problem
  } catch {
    throw Problem.badModel(name, because: error)
  }
}

private func unknownKey(in node: Node?, beside known: Node?) -> String? {
  switch (node, known) {
  case (.mapping(let given)?, .mapping(let known)?):
    for (key, value) in given where value.null == nil {
      guard let name = key.string, let other = known[name] else { return key.string ?? "?" }
      if let unknown = unknownKey(in: value, beside: other) { return "\(name).\(unknown)" }
    }
    return nil
  case (.sequence(let given)?, .sequence(let known)?):
    return zip(given, known).lazy.compactMap { unknownKey(in: $0, beside: $1) }.first
  default:
    return nil
  }
}
