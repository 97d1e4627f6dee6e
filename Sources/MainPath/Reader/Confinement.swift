/// What stands between a reader and this machine: each wall, and why one that is missing could not be had.
package struct Confinement: Codable, Equatable, Sendable {
  package enum Wall: String, Codable, Sendable, CaseIterable {
    /// No program that it starts gets more rights than it has.
    case privileges
    /// No open file but the pipe to the service.
    case descriptors
    /// A network namespace with nothing in it.
    case network
    /// Namespaces of its own for memory shared between processes and for names of the host.
    case ipc
    /// A mount namespace that holds nothing but models and fonts.
    case view
    /// Memory, processor time, files of no bytes.
    case limits
    /// Landlock: models and fonts may be read, nothing else, and nothing written.
    case files
    /// No capabilities; root keeps the one to read what is in other people's folders.
    case capabilities
    /// It does not outlive its service.
    case orphan
    /// Only the system calls that decoding needs.
    case systemCalls = "system_calls"
  }

  /// A wall that could not be had.
  package struct Gap: Codable, Equatable, Sendable {
    package var wall: Wall
    /// The call that failed and what the system said, in English.
    package var reason: String

    package init(wall: Wall, reason: String) {
      self.wall = wall
      self.reason = reason
    }
  }

  package var gaps: [Gap]

  package init(gaps: [Gap]) { self.gaps = gaps }

  package var isComplete: Bool { gaps.isEmpty }

  package func gap(in wall: Wall) -> Gap? { gaps.first { $0.wall == wall } }
}

extension Confinement.Wall {
  package var zh: String {
    switch self {
    case .privileges: "不得提升权限"
    case .descriptors: "不继承打开的文件"
    case .network: "断网"
    case .ipc: "不与其他进程共享内存"
    case .view: "只看得见模型和字体"
    case .limits: "限制内存和处理器时间"
    case .files: "只读模型和字体，不得写文件"
    case .capabilities: "没有系统特权"
    case .orphan: "随服务一同结束"
    case .systemCalls: "只许解码所需的系统调用"
    }
  }

  package var en: String {
    switch self {
    case .privileges: "no new privileges"
    case .descriptors: "no inherited descriptors"
    case .network: "no network"
    case .ipc: "no shared memory"
    case .view: "sees models and fonts only"
    case .limits: "limits on memory and processor time"
    case .files: "reads models and fonts only, writes nothing"
    case .capabilities: "no capabilities"
    case .orphan: "ends with its service"
    case .systemCalls: "only the system calls of decoding"
    }
  }
}
