import Foundation
import MainPath

/// As whom a reader runs, and what the machine gives it.
enum ReaderUser: CaseIterable {
  /// As whoever runs the tests.
  case asIs
  /// As nobody, where the tests run as root.
  case nobody
  /// On a machine that gives no namespaces, as most containers.
  case withoutNamespaces

  /// The walls that this machine is expected to lack.
  var gaps: [Confinement.Wall] {
    self == .withoutNamespaces ? [.network, .ipc, .view] : []
  }

  /// What starts a program so.
  private var prefix: String {
    switch self {
    case .asIs: ""
    case .nobody: "setpriv --reuid=65534 --regid=65534 --clear-groups "
    case .withoutNamespaces:
      "unshare --user --map-root-user setpriv --bounding-set=-all --inh-caps=-all "
    }
  }

  /// A script that runs the program so.
  func program(_ program: URL, in folder: ScratchFolder) throws -> String {
    let script = "#!/bin/sh\nexec \(prefix)'\(program.path)' \"$@\"\n"
    let file = try folder.file("\(self).sh", Array(script.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return file
  }

  /// Whether this machine lets a program be started so.
  func isPossible(_ program: URL) async -> Bool {
    if self == .nobody, getuid() != 0 { return false }
    let ending = try? await KanheProgram.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", "\(prefix) test -x '\(program.path)'"])
    return ending?.status == 0
  }
}
