import Cases
import Intake

/// The code of the problem that these bytes are refused with; nil where they are accepted.
func refusal(of bytes: [UInt8], limits: IntakeLimits = .standard) -> String? {
  do throws(Problem) {
    _ = try Intake.accept(name: "scan", bytes: bytes, limits: limits)
    return nil
  } catch {
    return error.code
  }
}

/// The same for a file on disk.
func refusal(ofFileAt path: String, limits: IntakeLimits = .standard) -> String? {
  do throws(Problem) {
    _ = try Intake.accept(path: path, limits: limits)
    return nil
  } catch {
    return error.code
  }
}
