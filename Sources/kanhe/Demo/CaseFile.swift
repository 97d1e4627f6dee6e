import Yams

/// What `case.yaml` says of a folder of materials.
struct CaseFile: Decodable {
  let matter: String

  init(yaml: String) throws { self = try YAMLDecoder().decode(CaseFile.self, from: yaml) }
}
