import Cases
package import Logging
import ServiceLifecycle
import Store
import Synchronization

/// So many workers over one queue, with one heartbeat for all of them. Others, in other processes or on other machines,
/// may work on the same queue.
package final class CaseWorkers: Service {
  private let office: CaseOffice
  private let count: Int
  private let watch: StepWatch
  private let logger: Logger
  private let name = WorkerName.new()
  private let bell = Bell()
  private let held = HeldJobs()
  private let isStopping = Atomic(false)

  package init(_ office: CaseOffice, count: Int, watch: StepWatch = .none, logger: Logger) {
    self.office = office
    self.count = max(1, count)
    self.watch = watch
    self.logger = logger
  }

  /// Works until the service is told to stop; then takes nothing new and finishes what it has. What is not finished when
  /// its time is over is given back.
  package func run() async throws {
    let pulse = Pulse(office, held, logger)
    await withGracefulShutdownHandler {
      await withTaskGroup { group in
        group.addTask { await pulse.run() }
        group.addTask { await self.listen() }
        await withTaskGroup { workers in
          for number in 0..<self.count { workers.addTask { await self.work(number) } }
        }
        group.cancelAll()
      }
    } onGracefulShutdown: {
      self.isStopping.store(true, ordering: .relaxed)
      Task { await self.bell.ring() }
    }
    for job in held.all { try? await pulse.desk.giveBack(job) }
  }

  private var goesOn: Bool { !isStopping.load(ordering: .relaxed) && !Task.isCancelled }

  private func work(_ number: Int) async {
    let worker = CaseWorker(name, of: office, held: held, watch: watch, logger: logger)
    var turn = number
    while goesOn {
      turn += 1
      do {
        guard let job = try await worker.claim(lanes: Self.lanes(at: turn)) else {
          await bell.wait(atMost: .milliseconds(500))
          continue
        }
        await bell.ring()
        try await Self.untilDoneOrCancelled { _ = try await worker.run(job) }
      } catch {
        logger.error("the queue cannot be reached", metadata: ["error": "\(errorCode(error))"])
        await bell.wait(atMost: .seconds(2))
      }
    }
  }

  /// Who stands at the counter goes first; every eighth time the others do, so that they are never forgotten.
  private static func lanes(at turn: Int) -> [Lane] {
    turn % 8 == 0 ? [.batch, .walkIn] : [.walkIn, .batch]
  }

  /// Reading a paper cannot be interrupted: when the service's time is over, it is not waited for.
  private static func untilDoneOrCancelled(
    _ work: @escaping @Sendable () async throws -> Void
  ) async throws {
    let ending = AsyncStream<Result<Void, any Error>> { stream in
      Task {
        do { stream.yield(.success(try await work())) } catch { stream.yield(.failure(error)) }
        stream.finish()
      }
    }
    for await result in ending { try result.get() }
  }

  /// Other processes tell of new jobs where the database can.
  private func listen() async {
    for await _ in office.store.database.hints(on: JobQueue.hints) { await bell.ring() }
  }
}

/// What a log may say of an error.
func errorCode(_ error: any Error) -> String { (error as? Problem)?.code ?? "\(type(of: error))" }
