import Foundation
import Glibc

/// One headless Chromium for all suites, driven by chromedriver. It ends with the test process.
final class Browser: Sendable {
  struct NotStarted: Error {}

  static func shared() async throws -> Browser { try await started.value }

  private static let started = Task { try await Browser() }
  private let driver: WebDriver
  private let session: String

  private init() async throws {
    let port = try FreePort.find()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/chromedriver")
    process.arguments = ["--port=\(port)", "--silent"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    driver = WebDriver(port: port)
    let made = try await Self.session(driver)
    session = "/session/\(made.sessionId)"
    OpenProcesses.endWithThisOne(
      made.capabilities.browserProcess, process.processIdentifier)
  }

  /// Root has no sandbox of its own to put a browser into.
  private static func session(_ driver: WebDriver) async throws -> Session {
    let wanted = Data(
      """
      {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "ignore",
        "goog:loggingPrefs": {"browser": "ALL"}, "goog:chromeOptions": {"args": ["--headless=new",
        "--no-sandbox", "--host-resolver-rules=MAP kanhe.test 127.0.0.1",
        "--disable-gpu", "--hide-scrollbars", "--disable-extensions",
        "--no-first-run", "--disable-background-networking", "--lang=zh-CN"]}}}}
      """.utf8)
    for _ in 0..<100 {
      if let status: Status = try? await driver.get("/status"), status.ready {
        return try await driver.post("/session", wanted)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw NotStarted()
  }

  private struct Status: Decodable { let ready: Bool }

  private struct Session: Decodable {
    let sessionId: String
    let capabilities: Capabilities

    struct Capabilities: Decodable {
      let browserProcess: Int32
      enum CodingKeys: String, CodingKey { case browserProcess = "goog:processID" }
    }
  }

  /// Leaves the present page first: an address that differs behind `#` only would not be loaded.
  func open(_ url: String) async throws {
    for url in ["about:blank", url] {
      try await driver.command("\(session)/url", try JSONEncoder().encode(["url": url]))
    }
  }

  /// The value of a script's `return`.
  func run<Value: Decodable>(_ script: String, _ arguments: [String] = []) async throws -> Value {
    let body = try JSONEncoder().encode(Script(script: script, args: arguments))
    return try await driver.post("\(session)/execute/sync", body)
  }

  /// A script that ends by calling its last argument.
  func runAsync<Value: Decodable>(_ script: String, _ arguments: [String] = []) async throws
    -> Value
  {
    let body = try JSONEncoder().encode(Script(script: script, args: arguments))
    return try await driver.post("\(session)/execute/async", body)
  }

  private struct Script: Encodable {
    let script: String
    let args: [String]
  }

  /// A command of the DevTools protocol; `parameters` is JSON.
  func devTools(_ command: String, _ parameters: String = "{}") async throws {
    let body = #"{"cmd": "\#(command)", "params": \#(parameters)}"#
    try await driver.command("\(session)/goog/cdp/execute", Data(body.utf8))
  }

  /// What the browser has complained of since it was asked last.
  func complaints() async throws -> [String] {
    struct Entry: Decodable { let message: String }
    let entries: [Entry] = try await driver.post(
      "\(session)/se/log", Data(#"{"type": "browser"}"#.utf8))
    return entries.map(\.message)
  }

  /// PNG of what the window shows.
  func screenshot() async throws -> Data {
    let text: String = try await driver.get("\(session)/screenshot")
    return Data(base64Encoded: text) ?? Data()
  }

  func typeFile(_ path: String, into id: String) async throws {
    let found: [String: String] = try await driver.post(
      "\(session)/element",
      try JSONEncoder().encode(["using": "css selector", "value": "#\(id)"]))
    guard let element = found.values.first else { return }
    try await driver.command(
      "\(session)/element/\(element)/value", try JSONEncoder().encode(["text": path]))
  }
}

/// Ends child processes when this process ends, however many suites have used them.
private enum OpenProcesses {
  // Set once, before `atexit` is registered, and read when everything else has stopped.
  nonisolated(unsafe) private static var ids: [Int32] = []

  static func endWithThisOne(_ processes: Int32...) {
    ids = processes
    atexit { for id in OpenProcesses.ids { kill(id, SIGKILL) } }
  }
}
