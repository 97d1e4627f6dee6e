import Foundation

/// Applications that are posted however often the service dies: each under a key of its own, until it is accepted.
struct Applications: Sendable {
  struct Application: Sendable {
    let key: String
    let matter: String?
    let files: [(name: String, bytes: [UInt8])]
  }

  let all: [Application]

  /// So many, in turn: one that is approved, one that a person must look at, one that cannot be read, one to be filed.
  init(_ count: Int) throws {
    func files(_ sample: String, _ names: [String]) throws -> [(name: String, bytes: [UInt8])] {
      try names.map {
        ($0, try KanheProgram.samples.appendingPathComponent("\(sample)/\($0)").bytes)
      }
    }
    let approved = try files(DemoRun.issuedSample, ["form.pdf", "id-front.jpg", "id-back.jpg"])
    let incomplete = try files(DemoRun.issuedSample, ["form.pdf"])
    all = (0..<count).map { number in
      let key = UUID().uuidString
      // A comment behind the end of a file makes it another file that reads the same.
      func own(_ files: [(name: String, bytes: [UInt8])]) -> [(name: String, bytes: [UInt8])] {
        files.map {
          ($0.name, $0.name.hasSuffix(".pdf") ? $0.bytes + Array("%\(key)\n".utf8) : $0.bytes)
        }
      }
      return switch number % 4 {
      case 0: Application(key: key, matter: "clean_heating_subsidy", files: own(approved))
      case 1: Application(key: key, matter: "clean_heating_subsidy", files: own(incomplete))
      case 2:
        Application(
          key: key, matter: "clean_heating_subsidy",
          files: [("x.jpg", Array("no picture \(key)".utf8))])
      default: Application(key: key, matter: nil, files: own(incomplete))
      }
    }
  }

  var papers: Int { all.reduce(0) { $0 + $1.files.count } }
}

extension Applications.Application {
  /// The form's boundary.
  private static let boundary = "kanhe-test-boundary"

  /// Posts it; nil where nobody answers or the answer is no 202.
  func post(to client: HallServiceClient) async -> String? {
    guard let answer = try? await answer(of: client), answer.status == 202 else { return nil }
    return answer.headers["location"]?.split(separator: "/").last.map(String.init)
  }

  func answer(of client: HallServiceClient, to path: String = "/v1/cases") async throws
    -> HallServiceClient.Answer
  {
    let type = "multipart/form-data; boundary=\(Self.boundary)"
    let body = form
    return try await client.send(
      "POST", path,
      headers: [
        "Content-Type": type, "Content-Length": "\(body.count)", "Idempotency-Key": key,
      ], body: body)
  }

  private var form: [UInt8] {
    var body: [UInt8] = []
    func part(_ head: String, _ content: [UInt8]) {
      body += Array("--\(Self.boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8)
      body += content + Array("\r\n".utf8)
    }
    if let matter { part("name=\"matter\"", Array(matter.utf8)) }
    for file in files { part("name=\"file\"; filename=\"\(file.name)\"", file.bytes) }
    return body + Array("--\(Self.boundary)--\r\n".utf8)
  }
}
