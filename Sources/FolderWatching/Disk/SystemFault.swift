import Glibc

/// A call on a folder that failed, and why. It names no file: names are personal data.
struct SystemFault: Error, Equatable {
  let call: String
  let number: Int32

  /// Of the call just made.
  init(_ call: String) { (self.call, number) = (call, errno) }
  init(_ call: String, number: Int32) { (self.call, self.number) = (call, number) }

  var text: String { "\(call): \(String(cString: strerror(number)))" }
}
