/// A QR code symbol (ISO/IEC 18004) as modules, without its quiet zone.
package struct QRSymbol: Sendable, Equatable {
  /// 1 to 40.
  package let version: Int
  /// Modules per side, `17 + 4 * version`.
  package let width: Int
  /// `width * width`, row by row; true is dark.
  package let modules: [Bool]

  package init(version: Int, width: Int, modules: [Bool]) {
    precondition(modules.count == width * width, "a QR symbol is square")
    self.version = version
    self.width = width
    self.modules = modules
  }
}
