/// A dictionary in the order of the file; no key twice.
package struct PDFDictionary: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package var key: String
    package var value: PDFValue
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package var keys: [String] { entries.map(\.key) }

  package subscript(key: String) -> PDFValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension PDFDictionary: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, PDFValue)...) {
    for (key, value) in elements { self[key] = value }
  }
}
