import Foundation
import Testing

/// The page's script gives the same answer to every golden code as `ResultCodes` does.
@Suite(.serialized) struct FramesTests {
  @Test func everyGoldenCodeGetsItsAnswer() async throws {
    let (site, browser) = (try await Site.shared(), try await Browser.shared())
    let file = Paper.folder.appending(path: "Tests/ResultCodesTests/Golden/frames.json")
    try await browser.open("\(site.address)/verify")
    let wrong: [String] = try await browser.runAsync(
      """
      const [golden, done] = [JSON.parse(arguments[0]), arguments[1]];
      const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));
      import("/assets/x/check.js").then(async ({ codeChecked }) => {
        const wrong = golden.codes.length < 70 ? ["too few codes"] : [];
        for (const { name, answer, locator, fragment, fetched } of golden.codes) {
          const register = { keys: async () => golden.keys, record: async () => bytes(fetched ?? "") };
          const given = await codeChecked(fragment, locator, register)
            .then(() => "genuine", (fault) => fault.code ?? String(fault));
          if (given !== answer) wrong.push(`${name}: ${given}, not ${answer}`);
        }
        done(wrong);
      }, (error) => done([String(error)]));
      """, [try String(contentsOf: file, encoding: .utf8)])
    #expect(wrong == [])
  }

  @Test func everyProofAndStatusTokenGetsItsAnswer() async throws {
    let (site, browser) = (try await Site.shared(), try await Browser.shared())
    let file = Paper.folder.appending(path: "Tests/ResultCodesTests/Golden/standing.json")
    try await browser.open("\(site.address)/verify")
    let wrong: [String] = try await browser.runAsync(
      """
      const [golden, done] = [JSON.parse(arguments[0]), arguments[1]];
      const record = Uint8Array.from(golden.record.match(/../g), (digits) => parseInt(digits, 16));
      const parts = ["log", "note", "status"].map((name) => import(`/assets/x/${name}.js`));
      Promise.all(parts).then(async ([{ isLogged }, { noteKeyOf }, { isRevoked }]) => {
        const wrong = [];
        const key = await noteKeyOf(golden.log);
        for (const { name, answer, text } of golden.proofs) {
          const given = await isLogged(record, text, key);
          if (given !== answer) wrong.push(`proof: ${name}: ${given}`);
        }
        for (const { name, answer, place, text } of golden.tokens) {
          const given = await isRevoked(text, golden.keys, golden.address, place, golden.now);
          if (given !== answer) wrong.push(`token: ${name}: ${given}`);
        }
        // Who signed it must be in its time, and no test key where the record's is none.
        const { place, text } = golden.tokens.find(({ answer }) => answer !== null);
        const asked = async (change, isTest) => {
          const keys = { keys: golden.keys.keys.map((listed) => ({ ...listed, ...change })) };
          return isRevoked(text, keys, golden.address, place, golden.now, isTest);
        };
        for (const change of [{ exp: golden.now - 1 }, { nbf: golden.now + 1 }, { revokedAt: golden.now }]) {
          if ((await asked(change)) !== null) wrong.push(`key: ${JSON.stringify(change)}`);
        }
        if ((await asked({ test: true }, false)) !== null) wrong.push("a test key");
        if ((await asked({ test: true }, true)) === null) wrong.push("a test key for a test");
        done(wrong);
      }, (error) => done([String(error)]));
      """, [try String(contentsOf: file, encoding: .utf8)])
    #expect(wrong == [])
  }

  @Test func whatIsNotLoggedOrUnclearIsAFault() async throws {
    let (site, browser) = (try await Site.shared(), try await Browser.shared())
    let file = Paper.folder.appending(path: "Tests/ResultCodesTests/Golden/standing.json")
    try await browser.open("\(site.address)/verify")
    let given: [String] = try await browser.runAsync(
      """
      const [golden, done] = [JSON.parse(arguments[0]), arguments[1]];
      const bytes = Uint8Array.from(golden.record.match(/../g), (digits) => parseInt(digits, 16));
      const [proof, wrong] = [true, false].map((good) => golden.proofs.find((it) => it.answer === good).text);
      import("/assets/x/standing.js").then(async ({ standingOf }) => {
        const given = async (logs, text, status, token) => {
          const register = {
            keys: async () => ({ ...golden.keys, logs }), proof: async () => text,
            status: async () => token, addressOf: () => golden.address,
          };
          return standingOf({ record: { bytes }, claims: { status } }, register, golden.now)
            .then(({ logged, revoked }) => `${logged} ${revoked}`, (fault) => fault.code);
        };
        const token = golden.tokens[0].text;
        done([
          await given([], null), await given([golden.log], proof), await given([golden.log], null),
          await given([golden.log], wrong), await given([], null, [3, 48211], token),
          await given([], null, [3, 48210], token), await given([], null, [3, 1], "x"),
        ]);
      }, (error) => done([String(error)]));
      """, [try String(contentsOf: file, encoding: .utf8)])
    #expect(
      given == [
        "null null", "true null", "notLogged", "notLogged", "null true", "null false",
        "statusUnclear",
      ])
  }
}
