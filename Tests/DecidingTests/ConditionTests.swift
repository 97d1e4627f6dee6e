import Cases
import Testing

@testable import Deciding

struct ConditionTests {
  private func answer(
    _ value: String, _ test: ConditionTest, _ constant: String?, asked path: String = "a.b"
  ) -> Question.Answer? {
    Question(
      Condition(value: path, test: test, constant: constant, reasonZh: "不符", reasonEn: "no")
    )?.answer(about: value, on: submission)
  }

  @Test(arguments: [
    ("80", ConditionTest.atMost, "80", Question.Answer.holds), ("80.01", .atMost, "80", .doesNot),
    ("1,280平方米", .more, "1279", .holds), ("9", .less, "10", .holds),
    ("十", .atLeast, "10", .unknown),
    ("１２", .atLeast, "12", .holds), ("宾馆", .oneOf, "理发店|宾馆", .holds),
    ("书店", .oneOf, "理发店|宾馆", .doesNot),
    ("书店", .noneOf, "理发店|宾馆", .holds), ("男", .equal, "男", .holds), ("男", .unequal, "男", .doesNot),
  ])
  func constants(
    _ value: String, _ test: ConditionTest, _ constant: String, _ expected: Question.Answer
  ) {
    #expect(answer(value, test, constant) == expected)
  }

  @Test(arguments: [
    ("2026-03-12", Question.Answer.holds), ("2026-03-11", .doesNot), ("long_term", .holds),
    ("2026", .unknown),
  ])
  func lastDay(_ value: String, _ expected: Question.Answer) {
    #expect(answer(value, .validOnSubmission, nil) == expected)
  }

  @Test(arguments: [("2026-03-12", Question.Answer.holds), ("2026-03-13", .doesNot)])
  func firstDay(_ value: String, _ expected: Question.Answer) {
    #expect(answer(value, .begunOnSubmission, nil) == expected)
  }

  @Test(arguments: [
    ("1976-03-12", Question.Answer.holds), ("1976-03-13", .doesNot), ("2030-01-01", .unknown),
    ("昨天", .unknown),
  ])
  func age(_ birth: String, _ expected: Question.Answer) {
    #expect(answer(birth, .atLeast, "50", asked: "age(a.b)") == expected)
  }

  @Test func leapDayIsAYearOlderOnTheFirstOfMarch() throws {
    let born = try #require(CalendarDay("2008-02-29"))
    #expect(born.age(on: try #require(CalendarDay("2026-02-28"))) == 17)
    #expect(born.age(on: try #require(CalendarDay("2026-03-01"))) == 18)
  }

  @Test func conditionsThatCannotBeAsked() {
    #expect(answer("1", .atMost, "viel") == nil)
    #expect(answer("1", .equal, nil) == nil)
    #expect(answer("1", .validOnSubmission, "1") == nil)
    #expect(answer("1", .equal, "1", asked: "age(a)") == nil)
    #expect(answer("1", .validOnSubmission, nil, asked: "age(a.b)") == nil)
  }
}
