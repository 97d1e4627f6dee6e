/// What `kanhe reader` is told on its command line.
package struct ReaderStart: Sendable, Equatable {
  var limits: ReaderLimits
  var configuration: ReaderConfiguration

  init(_ configuration: ReaderConfiguration, limits: ReaderLimits) {
    self.configuration = configuration
    self.limits = limits
  }

  var arguments: [String] { limits.arguments + configuration.arguments }

  /// From what `kanhe reader` was started with; nil for anything else.
  package init?(arguments: some Collection<String>) {
    let arguments = Array(arguments)
    let count = ReaderLimits.argumentCount
    guard let limits = ReaderLimits(arguments: arguments.prefix(count)),
      let configuration = ReaderConfiguration(arguments: arguments.dropFirst(count))
    else { return nil }
    self.init(configuration, limits: limits)
  }
}
