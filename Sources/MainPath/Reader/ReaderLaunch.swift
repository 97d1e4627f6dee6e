import Foundation

/// How reader processes are started.
package struct ReaderLaunch: Sendable {
  /// The `kanhe` executable.
  package var executable: String
  package var configuration: ReaderConfiguration
  /// A file that takes longer is given up.
  package var timeoutSeconds: Int
  package var limits: ReaderLimits
  /// Whether a reader without all walls around it is refused.
  package var isStrict: Bool
  /// Lets what the C libraries print through; for developers.
  package var showsErrors: Bool

  package init(
    executable: String, configuration: ReaderConfiguration, timeoutSeconds: Int = 120,
    limits: ReaderLimits = ReaderLimits(), isStrict: Bool = false, showsErrors: Bool = false
  ) {
    self.executable = executable
    self.configuration = configuration
    self.timeoutSeconds = timeoutSeconds
    self.limits = limits
    self.isStrict = isStrict
    self.showsErrors = showsErrors
  }

  var arguments: [String] {
    ["reader"] + ReaderStart(configuration, limits: limits).arguments
  }

  /// Nothing of the service's environment reaches a process that touches hostile bytes.
  /// Tesseract reads OMP_THREAD_LIMIT only when the process starts: one thread is faster than two, and parallelism
  /// is the number of readers. Swift's own look at a crash would start a program, which a reader may not.
  var environment: [String: String] {
    [
      "OMP_THREAD_LIMIT": "1", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }
}
