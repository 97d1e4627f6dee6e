import Cases
import Testing

@testable import Extraction

/// A label that was not told from its value.
struct OwnLabelTests {
  private func rest(_ text: String, _ labels: [String]) -> String {
    TextLine(
      print: text, in: Box(left: 0, top: 0, right: 20 * Double(text.count), bottom: 20),
      confidence: 1
    ).without(labels: labels).text
  }

  @Test(arguments: [("姓名孙旺嘉", "孙旺嘉"), ("名孙旺嘉", "孙旺嘉"), ("任名孙旺嘉", "孙旺嘉"), ("姓名：孙旺嘉", "孙旺嘉")])
  func aLabelOrItsEndIsNoPartOfTheValue(_ read: String, _ value: String) {
    #expect(rest(read, ["姓名"]) == value)
  }

  @Test(arguments: ["孙旺嘉", "姓名", "名"])
  func aValueStays(_ read: String) { #expect(rest(read, ["姓名"]) == read) }
}
