import Cases
import PortableDocument

/// Looks at a PDF before the library that draws it does.
enum PDFInspection {
  /// What the file would have a viewer do; nil where that is nothing.
  /// - Throws: `too_many_objects`, `expands_too_far`.
  static func activeContent(
    of bytes: [UInt8], within limits: ReaderLimits
  ) throws(Problem) -> [ActiveContent]? {
    let limit = limits.expandedMegabytes << 20
    let inventory = PDFInventory(
      bytes, expandingAtMost: limit, objectsAtMost: limits.objects)
    guard inventory.objects <= limits.objects else {
      throw .tooManyObjects(limit: limits.objects)
    }
    guard inventory.expandedBytes <= limit else {
      throw .expandsTooFar(megabytes: limits.expandedMegabytes)
    }
    return inventory.activeContent.isEmpty ? nil : inventory.activeContent
  }
}
