/// What a reader process may use up, and what it refuses to open.
package struct ReaderLimits: Sendable, Equatable {
  /// Address space in megabytes; a reader that wants more dies.
  package var memoryMegabytes: Int
  /// Processor time for one file.
  package var cpuSeconds: Int
  /// Of a PDF.
  package var objects: Int
  /// To which a PDF's streams may expand, pictures apart. A ratio would say little: a blank page is deflated to a thousandth.
  package var expandedMegabytes: Int

  package init(
    memoryMegabytes: Int = 4096, cpuSeconds: Int = 120, objects: Int = 200_000,
    expandedMegabytes: Int = 256
  ) {
    self.memoryMegabytes = memoryMegabytes
    self.cpuSeconds = cpuSeconds
    self.objects = objects
    self.expandedMegabytes = expandedMegabytes
  }

  var memoryBytes: Int { memoryMegabytes << 20 }

  /// Processor time after which a process is killed whatever it does. An honest one retires before, between two files.
  var lifetimeSeconds: Int { max(3600, 10 * cpuSeconds) }

  /// From when on a process takes no further file.
  var retirementSeconds: Int { lifetimeSeconds - 2 * cpuSeconds }

  var arguments: [String] {
    zip(Self.options, [memoryMegabytes, cpuSeconds, objects, expandedMegabytes])
      .flatMap { option, value in [option, "\(value)"] }
  }

  init?(arguments: some Collection<String>) {
    let arguments = Array(arguments)
    let values = arguments.enumerated().filter { !$0.offset.isMultiple(of: 2) }
      .compactMap { Int($0.element) }
    guard arguments.count == Self.argumentCount, values.count == Self.options.count,
      Self.options.indices.allSatisfy({ arguments[2 * $0] == Self.options[$0] }),
      values.allSatisfy({ (1...1 << 40).contains($0) }), values[0] <= 1 << 30,
      values[1] <= 1 << 30, values[3] <= 1 << 30
    else { return nil }
    self.init(
      memoryMegabytes: values[0], cpuSeconds: values[1], objects: values[2],
      expandedMegabytes: values[3])
  }

  private static let options = ["--memory", "--cpu", "--objects", "--expanded"]
  static let argumentCount = 2 * options.count
}
