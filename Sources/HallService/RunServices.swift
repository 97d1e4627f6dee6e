package import Logging
package import ServiceLifecycle
import UnixSignals

/// Runs services until one of them fails or the process is told to stop.
package enum RunServices {
  /// Starts the services in order. On SIGTERM or SIGINT they stop in reverse order and finish what
  /// they have begun; what is not finished after eight seconds is cancelled.
  package static func untilStopped(
    _ services: [(name: String, service: any Service)], logger: Logger
  ) async throws {
    try await group(services, logger: logger).run()
  }

  /// The same as a group, for who wants to stop it without a signal.
  package static func group(
    _ services: [(name: String, service: any Service)],
    finishingWithin limit: Duration = .seconds(8),
    logger: Logger
  ) -> ServiceGroup {
    // The names are given because the default is a dump of the service with all that it holds.
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0.service, serviceName: $0.name) },
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = limit
    return ServiceGroup(configuration: configuration)
  }
}
