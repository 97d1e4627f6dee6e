package import Cases
import Foundation

/// RapidOCR (PP-OCR models on ONNX Runtime), one process for all pictures, one thread.
package struct RapidOCRPeer: Peer {
  package let name: String
  private let python: String

  /// Nil where the interpreter does not have it.
  package init?(python: String) {
    let look = "import rapidocr, importlib.metadata as m; print(m.version('rapidocr'))"
    guard let run = try? MeasuredProcess.run(python, ["-c", look]), run.isSuccess else {
      return nil
    }
    name = "RapidOCR \(run.output.filter { !$0.isWhitespace })"
    self.python = python
  }

  package func read(_ paths: [String]) throws(Problem) -> PeerReading {
    let run = try MeasuredProcess.run(
      python, ["-c", Self.program] + paths, environment: ["OMP_NUM_THREADS": "1"])
    let answer = run.output.split(separator: "\n").last { $0.hasPrefix("{") }
    guard run.isSuccess, let answer,
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(answer.utf8)),
      answer.texts.count == paths.count
    else { throw .peerFailed(name) }
    return PeerReading(texts: answer.texts, cost: run.cost, startCPUSeconds: answer.start)
  }

  private struct Answer: Decodable {
    let start: Double
    let texts: [String]
  }

  private static let program = """
    import json, os, sys
    import cv2
    from rapidocr import RapidOCR
    cv2.setNumThreads(1)
    options = "EngineConfig.onnxruntime."
    engine = RapidOCR(params={"Global.log_level": "critical",
        options + "intra_op_num_threads": 1, options + "inter_op_num_threads": 1})
    start = sum(os.times()[:2])
    texts = ["\\n".join(engine(path).txts or ()) for path in sys.argv[1:]]
    print(json.dumps({"start": start, "texts": texts}))
    """
}
