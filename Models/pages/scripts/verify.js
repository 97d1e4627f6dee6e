// The page on which a code is scanned, a locator typed, or a PDF checked.
import { announce, both, make, part, say } from "./dom.js";
import { fileChecked, statusOf } from "./file.js";
import { scanner, textBeforeCamera, textOnPhoto } from "./scanning.js";
import { item, itemsOf, stateOf } from "./show.js";
import { saidOf, states } from "./words.js";

/** Goes to the result that a code or link leads to, if it is one of this site. */
function goTo(text) {
  const link = /^(https?:\/\/[^/]+)(\/q\/[0-9]{25})(#[0-9]*)?$/.exec(text.trim());
  if (link && link[1] === location.origin) return location.assign(link[2] + (link[3] ?? ""));
  return showAnswer(link
    ? { state: "mismatch", why: both(`此二维码指向其他网站：${link[1]}`, `This code leads to another site: ${link[1]}`),
        then: both("请勿在该网站输入任何信息。", "Enter nothing there.") }
    : { state: "unreadable", why: both("这不是结果二维码或链接。", "This is no code or link of a result."), then: both("", "") });
}

function showAnswer({ state, why, then, items = [], link = null }) {
  document.documentElement.dataset.state = state;
  part("answer").replaceChildren(make("section", { class: "verdict", "aria-labelledby": "state" },
    make("p", { class: "sign", "aria-hidden": "true" }),
    make("div", {},
      make("h2", { id: "state" }, say(states[state])),
      make("p", {}, say(why)), make("p", {}, say(then)),
      items.length > 0 ? make("ul", { id: "items" }, items.map(item)) : null, link)));
  announce(states[state]);
  part("answer").scrollIntoView({ block: "nearest" });
}

async function judge(file) {
  if (!file) return;
  try {
    const { digits, claims, key, now, standing } = await fileChecked(file, document.querySelector("main").dataset.address);
    const state = stateOf(claims, await statusOf(digits), now, standing.revoked === true);
    const logged = standing.logged ? both("已记入公开日志。", "It is in the public log.") : both("", "");
    const test = key.isTest ? both("测试，不具法律效力。", "A test without legal force.") : both("", "");
    showAnswer({
      state, items: itemsOf(claims), then: test,
      why: both(
        `此文件与签发时逐字节一致。${logged.zh}`, `This file is, byte for byte, the one that was issued. ${logged.en}`.trim()),
      link: make("p", {}, make("a", { href: `/q/${digits}` }, say(both("查看登记状态", "See its status")))),
    });
  } catch (fault) {
    showAnswer(saidOf(fault));
  }
  document.documentElement.dataset.step = "done";
}

function takeFiles() {
  part("file").addEventListener("change", (event) => judge(event.target.files[0]));
  const drop = part("drop");
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    judge(event.dataTransfer.files[0]);
  });
}

async function takeCodes() {
  part("pasted").hidden = false;
  part("link").addEventListener("change", (event) => goTo(event.target.value));
  const detector = await scanner();
  if (!detector) {
    part("scan-help").append(make("br"), ...say(both(
      "此浏览器不能识别二维码，请改用手机扫描，或输入编号。",
      "This browser cannot read codes; scan with your phone, or type the digits.")));
    return;
  }
  part("scanner").hidden = false;
  part("camera").addEventListener("click", () => textBeforeCamera(detector, part("view")).then(goTo, () =>
    announce(both("无法使用摄像头。", "The camera cannot be used."))));
  part("photo").addEventListener("change", async (event) =>
    goTo(await textOnPhoto(detector, event.target.files[0]) ?? ""));
}

takeFiles();
await takeCodes();
document.documentElement.dataset.step = "ready";
