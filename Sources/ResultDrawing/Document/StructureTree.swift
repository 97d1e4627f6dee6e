import Cases
import PortableDocument

/// The logical structure of a document (ISO 32000-1, 14.7): what is read, in which order, and as what.
struct StructureTree {
  private struct Node {
    var element: StructureElement
    var parent: Int?
    var kids: [Kid] = []
  }

  private enum Kid {
    case node(Int)
    case content(page: Int, identifier: Int)
  }

  /// The root is the document.
  private var nodes: [Node] = []
  private var places: [Int: Int] = [:]
  private var open: [Int] = []
  /// For each page the nodes of its marked content, by identifier.
  private var owners: [[Int]]

  init(pages: Int) { owners = Array(repeating: [], count: pages) }

  mutating func begin(_ element: StructureElement) {
    if let place = places[element.number] { return open.append(place) }
    let parent = open.last
    nodes.append(Node(element: element, parent: parent))
    let place = nodes.count - 1
    places[element.number] = place
    if let parent { nodes[parent].kids.append(.node(place)) }
    open.append(place)
  }

  mutating func end() { open.removeLast() }

  /// The element that content drawn now belongs to, with a new identifier for that content; nil outside of any.
  mutating func newContent(on page: Int) -> (role: StructureElement.Role, identifier: Int)? {
    guard let place = open.last else { return nil }
    let identifier = owners[page].count
    owners[page].append(place)
    nodes[place].kids.append(.content(page: page, identifier: identifier))
    return (nodes[place].element.role, identifier)
  }

  /// Writes the tree and gives the number of its root.
  func write(pages: [Int], to writer: inout PDFObjectWriter) -> Int {
    let (root, document, parents) = (writer.newNumber(), writer.newNumber(), writer.newNumber())
    let numbers = nodes.map { _ in writer.newNumber() }
    writer.add(
      root,
      [
        "Type": .name("StructTreeRoot"), "K": .reference(document),
        "ParentTree": .reference(parents), "ParentTreeNextKey": .integer(owners.count),
      ])
    let tops = nodes.indices.filter { nodes[$0].parent == nil }
    writer.add(
      document,
      [
        "S": .name("Document"), "P": .reference(root),
        "K": .array(tops.map { .reference(numbers[$0]) }),
      ])
    var entries: [PDFValue] = []
    for (page, places) in owners.enumerated() {
      entries += [.integer(page), .array(places.map { .reference(numbers[$0]) })]
    }
    writer.add(parents, ["Nums": .array(entries)])
    for (node, number) in zip(nodes, numbers) {
      writer.add(
        number,
        dictionary(of: node, parent: node.parent.map { numbers[$0] } ?? document, numbers, pages))
    }
    return root
  }

  private func dictionary(
    of node: Node, parent: Int, _ numbers: [Int], _ pages: [Int]
  ) -> PDFDictionary {
    var dictionary: PDFDictionary = [
      "S": .name(node.element.role.rawValue), "P": .reference(parent),
    ]
    var firstPage: Int?
    for case .content(let page, _) in node.kids where firstPage == nil { firstPage = page }
    if let firstPage { dictionary["Pg"] = .reference(pages[firstPage]) }
    let kids = node.kids.map { kid -> PDFValue in
      switch kid {
      case .node(let place): .reference(numbers[place])
      case .content(firstPage, let identifier): .integer(identifier)
      case .content(let page, let identifier):
        .dictionary([
          "Type": .name("MCR"), "Pg": .reference(pages[page]), "MCID": .integer(identifier),
        ])
      }
    }
    dictionary["K"] = kids.count == 1 ? kids[0] : .array(kids)
    if let text = node.element.alternative { dictionary["Alt"] = .text(text) }
    if let scope = node.element.scope {
      dictionary["A"] = .dictionary(["O": .name("Table"), "Scope": .name(scope.rawValue)])
    }
    return dictionary
  }
}
