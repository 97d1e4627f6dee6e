import CRawCalls
import Foundation

extension Misdeed {
  static let files: [String: Deed] = [
    "writes-tmp": { _ in creates("/tmp/kanhe-was-here") },
    "writes-here": { _ in creates("kanhe-was-here") },
    "writes-data": { creates("\($0.folder)/new") },
    "overwrites-data": { opens("\($0.folder)/secret", O_WRONLY) },
    "truncates-data": { outcome(Int(truncate("\($0.folder)/secret", 0)), errno) },
    "removes-data": { outcome(Int(unlink("\($0.folder)/secret")), errno) },
    "renames-data": { outcome(Int(rename("\($0.folder)/secret", "\($0.folder)/other")), errno) },
    "links-data": { outcome(Int(link("\($0.folder)/secret", "\($0.folder)/other")), errno) },
    "makes-link": { outcome(Int(symlink("/etc/passwd", "\($0.folder)/other")), errno) },
    "makes-folder": { outcome(Int(mkdir("\($0.folder)/other", 0o700)), errno) },
    "makes-fifo": { outcome(Int(mkfifo("\($0.folder)/other", 0o700)), errno) },
    "opens-data-up": { outcome(Int(chmod("\($0.folder)/secret", 0o777)), errno) },
    "nameless-file": { opens($0.folder, O_WRONLY | 0o20_200_000) },
    "memory-file": { _ in
      outcome(raw_call(Int(SYS_memfd_create), Int(bitPattern: strdup("x")), 0, 0, 0, 0), errno)
    },
    "reads-data": { opens("\($0.folder)/secret", O_RDONLY) },
    "lists-data": { opens($0.folder, O_RDONLY | O_DIRECTORY) },
    "sees-data": { order in
      var status = stat()
      return outcome(Int(stat("\(order.folder)/secret", &status)), errno)
    },
    "reads-passwd": { _ in opens("/etc/passwd", O_RDONLY) },
    "reads-shadow": { _ in opens("/etc/shadow", O_RDONLY) },
    "reads-root": { _ in opens("/root", O_RDONLY) },
    "climbs-out": { order in opens("../../../../../..\(order.folder)/secret", O_RDONLY) },
    "climbs-out-of-fonts": { order in
      opens("/usr/share/fonts/../../../..\(order.folder)/secret", O_RDONLY)
    },
    "writes-fonts": { _ in creates("/usr/share/fonts/kanhe-was-here") },
    "reads-service": { opens("/proc/\($0.service)/environ", O_RDONLY) },
    "reads-service-memory": { opens("/proc/\($0.service)/mem", O_RDWR) },
    "reads-own-proc": { _ in opens("/proc/self/status", O_RDONLY) },
    "opens-device": { _ in opens("/dev/zero", O_RDONLY) },
    "opens-terminal": { _ in opens("/dev/tty", O_RDWR) },
    "by-handle": { _ in
      outcome(raw_call(Int(SYS_open_by_handle_at), 0, 0, 0, 0, 0), errno)
    },
    "other-descriptors": { _ in
      (3..<1024).contains { fcntl($0, F_GETFD) >= 0 } ? "escaped" : outcome(-1, ENOENT)
    },
  ]

  private static func creates(_ path: String) -> String {
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    return outcome(Int(descriptor), errno)
  }

  private static func opens(_ path: String, _ flags: Int32) -> String {
    outcome(Int(open(path, flags)), errno)
  }
}
