import Foundation

/// What suites do with a page.
extension Browser {
  /// Opens an address and waits until its script has finished, or that long.
  func openChecked(_ url: String, until step: String = "done") async throws {
    try await open(url)
    try await finish(until: step)
  }

  func finish(until step: String = "done") async throws {
    for _ in 0..<300 {
      if try await run("return document.documentElement.dataset.step ?? ''") == step { return }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  var state: String {
    get async throws { try await run("return document.documentElement.dataset.state ?? ''") }
  }

  /// What a reader sees.
  var text: String { get async throws { try await run("return document.body.innerText") } }

  /// Everything that is in the document, seen or not.
  var document: String {
    get async throws {
      try await run("return document.title + document.documentElement.textContent")
    }
  }

  /// CSS pixels.
  func resize(width: Int, height: Int = 800) async throws {
    try await devTools(
      "Emulation.setDeviceMetricsOverride",
      #"{"width": \#(width), "height": \#(height), "deviceScaleFactor": 1, "mobile": false}"#)
  }

  func speak(_ language: String) async throws {
    try await devTools("Network.enable")
    try await devTools(
      "Network.setExtraHTTPHeaders", #"{"headers": {"Accept-Language": "\#(language)"}}"#)
  }

  func allowScripts(_ allowed: Bool) async throws {
    try await devTools("Emulation.setScriptExecutionDisabled", #"{"value": \#(!allowed)}"#)
  }

  /// Requests to these addresses (with `*`) fail as they do without a network.
  func block(_ patterns: [String]) async throws {
    let list = String(decoding: try JSONEncoder().encode(patterns), as: UTF8.self)
    try await devTools("Network.enable")
    try await devTools("Network.setBlockedURLs", #"{"urls": \#(list)}"#)
  }

  /// What is not accessible on the page as it is.
  func barriers() async throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "accessibility.js")
    return try await run(try String(contentsOf: file, encoding: .utf8))
  }
}
