package import Cases

/// Tesseract's own command: `tesseract FILE - -l chi_sim --psm 11`, one thread, started anew for each picture.
package struct TesseractPeer: Peer {
  package let name: String

  /// Nil where it is not installed.
  package init?() {
    guard let run = try? MeasuredProcess.run("tesseract", ["--version"]), run.isSuccess else {
      return nil
    }
    let version = run.output.prefix { !$0.isNewline }
    name = "\(version) -l chi_sim --psm 11"
  }

  package func read(_ paths: [String]) throws(Problem) -> PeerReading {
    var reading = PeerReading(texts: [], cost: ProcessCost(cpuSeconds: 0, peakBytes: 0))
    for path in paths {
      let run = try MeasuredProcess.run(
        "tesseract", [path, "-", "-l", "chi_sim", "--psm", "11"],
        environment: ["OMP_THREAD_LIMIT": "1"])
      guard run.isSuccess else { throw .peerFailed("tesseract \(path)") }
      reading.texts.append(run.output)
      reading.cost.cpuSeconds += run.cost.cpuSeconds
      reading.cost.peakBytes = max(reading.cost.peakBytes, run.cost.peakBytes)
    }
    return reading
  }
}
