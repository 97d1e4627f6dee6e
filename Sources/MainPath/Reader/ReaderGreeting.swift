import Cases

/// The first thing a reader says, before it has seen a file: what it reads with, and what stands around it.
struct ReaderGreeting: Codable {
  var engine: EngineDescription
  var confinement: Confinement
}
