/// What makes a structure another than the one of GB/T 38540 that is written and accepted here.
package struct SESDefect: Error, Sendable, Equatable {
  package var what: String

  package init(_ what: String) { self.what = what }
}
