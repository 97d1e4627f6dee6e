// The page of one result: takes what stands behind `#`, keeps it to itself, checks it and shows what was found.
import { Fault } from "./bytes.js";
import { resultChecked } from "./check.js";
import { announce, both, button, part } from "./dom.js";
import { registerOf } from "./register.js";
import { showFailure, showResult, showState, stateOf } from "./show.js";
import { saidOf } from "./words.js";

const main = document.querySelector("main");
const digits = main.dataset.locator;
// The server's time: a phone's clock may be wrong.
const now = Number(main.dataset.now);
const form = part("send");

/** What stands behind `#` leaves the address bar and stays in this tab's history, which no request carries. */
function takenFragment() {
  const fragment = location.hash.slice(1) || history.state?.fragment || "";
  if (fragment) history.replaceState({ fragment }, "", location.pathname + location.search);
  return fragment;
}

async function check(fragment) {
  document.documentElement.dataset.step = "checking";
  announce(both("正在核对二维码…", "Checking the code…"));
  try {
    if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) throw new Fault("insecure");
    const result = await resultChecked(fragment, digits, registerOf(digits, main.dataset.address), now);
    performance.mark("kanhe-verified");
    const said = document.documentElement.dataset.state;
    showState(stateOf(result.claims, said, now, result.standing.revoked === true));
    showResult(result, copying(fragment));
    announce(both("核对完毕。", "The check is complete."));
    await part("page1")?.decode().catch(() => {});
  } catch (fault) {
    showFailure(saidOf(fault), () => location.reload(), form);
    announce(both("核对完毕。", "The check is complete."));
  }
  performance.mark("kanhe-opened");
  document.documentElement.dataset.step = "done";
}

function copying(fragment) {
  const copy = button(both("复制完整链接", "Copy the full link"), async () => {
    const link = `${location.origin}${location.pathname}#${fragment}`;
    const done = await navigator.clipboard.writeText(link).then(() => true, () => false);
    announce(done
      ? both("已复制。得到此链接的人可以打开文件。", "Copied. Whoever has this link can open the document.")
      : both("浏览器不允许复制。", "The browser does not allow copying."));
    part("progress").classList.remove("unseen");
  });
  copy.id = "copy";
  return copy;
}

addEventListener("hashchange", () => location.reload());
const fragment = takenFragment();
if (fragment) {
  part("code").value = fragment;
  await check(fragment);
}
