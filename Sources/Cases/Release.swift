/// Which Kanhe this is.
package enum Release {
  package static let version = "0.5.2"
}
