import Foundation

/// How reader processes are started.
package struct ReaderLaunch: Sendable {
  /// The `kanhe` executable.
  package var executable: String
  package var configuration: ReaderConfiguration
  /// A file that takes longer is given up.
  package var timeoutSeconds: Int
  /// Lets what the C libraries print through; for developers.
  package var showsErrors: Bool

  package init(
    executable: String, configuration: ReaderConfiguration, timeoutSeconds: Int = 120,
    showsErrors: Bool = false
  ) {
    self.executable = executable
    self.configuration = configuration
    self.timeoutSeconds = timeoutSeconds
    self.showsErrors = showsErrors
  }

  var arguments: [String] {
    ["reader"] + configuration.arguments
  }

  /// Nothing of the service's environment reaches a process that touches hostile bytes.
  /// Tesseract reads OMP_THREAD_LIMIT only when the process starts: one thread is faster than two, and parallelism
  /// is the number of readers.
  var environment: [String: String] {
    ["OMP_THREAD_LIMIT": "1", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
  }
}
