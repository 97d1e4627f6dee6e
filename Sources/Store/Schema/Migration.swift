import Cases

extension SQLDatabase {
  /// Takes the steps that were not taken yet, all or none. What they erased is out of the journal then too.
  ///
  /// - Throws: `Problem.newerSchema` where steps were taken that this version does not know; `.databaseFault`.
  func migrate(_ steps: [SchemaStep], at place: String) throws {
    if try taken(steps, at: place) { try scrub() }
  }

  /// - Returns: whether there was one.
  private func taken(_ steps: [SchemaStep], at place: String) throws -> Bool {
    try write { session in
      try session.lock(.schema)
      // GRDB took the first steps, and gave the table its name.
      try session.run(
        script: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      let taken = try Set(
        session.values("SELECT identifier FROM grdb_migrations", as: String.self))
      guard taken.isSubset(of: steps.map(\.name)) else { throw Problem.newerSchema(place) }
      let missing = steps.filter { !taken.contains($0.name) }
      for step in missing {
        try step.change(session)
        try session.execute("INSERT INTO grdb_migrations (identifier) VALUES (?)", [step.name])
      }
      return !missing.isEmpty
    }
  }
}
