// Puts what was found into the page that the server made.
import { digitsOf } from "./digits.js";
import { both, button, make, part, say } from "./dom.js";
import { hex } from "./bytes.js";
import { states } from "./words.js";

/** `2026-11-23`, the halls' time: eight hours before UTC. */
const day = (seconds) => new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10);

/** The worst of what the server said, the status list says, and the signed record says of itself. */
export function stateOf(claims, said, now, isRevoked = false) {
  if (!(said in states)) return "unverifiable";
  if (isRevoked) return "revoked";
  if (said !== "valid") return said;
  if (claims.expiresAt !== undefined && now >= claims.expiresAt) return "expired";
  return now < claims.issuedAt - 300 ? "not-yet" : "valid";
}

function showTitle(state) {
  document.title = states[state][document.documentElement.lang === "en" ? "en" : "zh"];
}

export function showState(state) {
  const root = document.documentElement;
  if (root.dataset.state === state) return;
  root.dataset.state = state;
  showTitle(state);
  part("state").replaceChildren(...say(states[state]));
  part("answer-status-word")?.replaceChildren(...say(states[state]));
}

/** `extra` is one more thing to do with the document. */
export function showResult({ claims, key, pdf, picture, locator, standing }, extra) {
  if (part("kind").firstElementChild?.textContent !== claims.kind) part("kind").replaceChildren(claims.kind);
  part("answer-content").replaceChildren(...say(both(
    "未改动：文件与签发时逐字节一致。", "Unaltered: the file is, byte for byte, the one that was issued.")));
  part("answer-issuer").replaceChildren(...say(both(
    `${claims.issuer}，签名有效${key.isTest ? "；密钥属本机自建的测试机关，不具法律效力" : ""}。`,
    `${claims.issuer}; the signature is valid${key.isTest ? " but the key is a test key without legal force" : ""}.`)));
  if (key.isTest) showTest();
  if (standing.logged) {
    part("answer-status-word").parentElement.append(make("br"), ...say(both("已记入公开日志。", "It is in the public log.")));
  }
  part("items").replaceChildren(...itemsOf(claims).map(item));
  part("file").replaceChildren(...fileParts(claims, pdf, picture, digitsOf(locator), extra));
  part("file").hidden = false;
}

function showTest() {
  part("test").hidden = false;
  part("test").replaceChildren(make("strong", {}, say(both("测试，不具法律效力", "A test without legal force"))));
}

export const itemsOf = (claims) => [
  [both("种类", "Kind"), claims.kind],
  [both("编号", "Number"), claims.number],
  [both("持有人（部分隐去）", "Holder (partly hidden)"), claims.holder],
  [both("签发机关", "Issued by"), claims.issuer],
  [both("签发日期", "Issued on"), day(claims.issuedAt)],
  [both("有效期至", "In force until"), claims.expiresAt === undefined ? say(both("长期", "no end")) : day(claims.expiresAt)],
];

export const item = ([term, value]) =>
  make("li", {}, make("label", {},
    make("input", { type: "checkbox", autocomplete: "off" }),
    make("span", { class: "term" }, say(term)), make("span", { class: "value" }, value)));

function fileParts(claims, pdf, picture, digits, extra) {
  const url = URL.createObjectURL(new Blob([pdf], { type: "application/pdf" }));
  const canShow = navigator.pdfViewerEnabled !== false;
  const open = make("a", { class: "button primary", href: url, target: "_blank", id: "open" },
    say(both("打开 PDF", "Open the PDF")));
  const save = make("a", { class: "button", href: url, download: `${digits}.pdf`, id: "save" },
    say(both("保存 PDF", "Save the PDF")));
  return [
    make("h2", {}, say(both("结果文件", "The document"))),
    make("p", { class: "actions" }, canShow ? open : null, save, extra),
    make("p", { class: "note" }, say(both(
      "文件在您的浏览器中解密，密钥没有发往任何服务器。", "Decrypted in your browser; the key was sent to no server.")),
      make("br"), "SHA-256 ", make("code", {}, hex(claims.pdfSHA256))),
    picture ? pictureOf(picture) : make("p", {}, say(both("此结果没有首页图片。", "There is no picture of its first page."))),
  ];
}

function pictureOf(picture) {
  const url = URL.createObjectURL(new Blob([picture], { type: "image/jpeg" }));
  return make("figure", {},
    make("img", { src: url, id: "page1", alt: "结果文件首页 / First page of the document" }),
    make("figcaption", {}, say(both("首页图片，供核对纸件", "The first page, to compare with the paper"))));
}

/** Replaces everything that the server said: nothing of the record stays. */
export function showFailure(said, retry, send) {
  const root = document.documentElement;
  root.dataset.state = said.state;
  showTitle(said.state);
  document.querySelector("main").replaceChildren(
    make("p", { id: "progress", role: "status", class: "unseen" }),
    make("section", { class: "verdict", "aria-labelledby": "state" },
      make("p", { class: "sign", "aria-hidden": "true" }),
      make("div", {},
        make("h1", { id: "state" }, say(states[said.state])),
        make("p", { id: "why" }, say(said.why)), make("p", {}, say(said.then)),
        make("p", { class: "actions" },
          said.mayRetry ? button(both("重试", "Try again"), retry) : null))),
    said.maySend ? send : "");
}
