import Foundation

/// What a reader process is for.
package enum ReaderConfiguration: Sendable, Equatable {
  /// Reads documents: needs the `Models` folder and the folder with Tesseract's `*.traineddata`.
  case documents(models: String, tessdata: String)
  /// Reads QR codes; needs nothing.
  case codes

  /// As `kanhe reader` is started. Paths are absolute: a reader has no current folder.
  var arguments: [String] {
    switch self {
    case .documents(let models, let tessdata):
      ["--models", Self.absolute(models), "--tessdata", Self.absolute(tessdata)]
    case .codes: ["--codes"]
    }
  }

  /// From what `kanhe reader` was started with; nil for anything else.
  init?(arguments: some Collection<String>) {
    let arguments = Array(arguments)
    if arguments == ["--codes"] {
      self = .codes
    } else if arguments.count == 4, arguments[0] == "--models", arguments[2] == "--tessdata" {
      self = .documents(models: arguments[1], tessdata: arguments[3])
    } else {
      return nil
    }
  }

  /// The folders that it reads itself.
  var readable: [String] {
    switch self {
    case .documents(let models, let tessdata): [models, tessdata]
    case .codes: []
    }
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
  }
}
