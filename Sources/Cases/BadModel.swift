extension Problem {
  /// A model file that does not decode: what the decoder says, and where in the file.
  package static func badModel(_ file: String, because error: any Error) -> Problem {
    badModel(file, reason(of: error))
  }

  private static func reason(of error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      return "'\(key.stringValue)' is missing in '\(place(context))'"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "the value of '\(place(context))' is of the wrong type"
    case DecodingError.dataCorrupted(let context):
      if let underlying = context.underlyingError { return "\(underlying)" }
      return "the value of '\(place(context))' is not known"
    default:
      return "\(error)"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}
