// The checks of WCAG 2.2 AA that a program can make on a page as it is drawn. Returns what is wrong, in words.
const wrong = [];
const all = (selector) => [...document.querySelectorAll(selector)];
const isDrawn = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
const called = (element) => `<${element.localName}${element.id ? ` id=${element.id}` : ""}>`;
const textOf = (element) => (element?.innerText ?? "").trim();

// 2.4.2, 3.1.1, 3.1.2, 4.1.1
if (!document.title.trim()) wrong.push("no title");
if (!/^(zh-CN|en)$/.test(document.documentElement.lang)) wrong.push("no language");
for (const element of all("[lang]")) if (!/^(zh-CN|en)$/.test(element.lang)) wrong.push(`language of ${called(element)}`);
const ids = all("[id]").map((element) => element.id);
for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) wrong.push(`id ${id} twice`);
for (const element of all("[aria-labelledby],[aria-describedby],label[for]")) {
  const names = [element.getAttribute("aria-labelledby"), element.getAttribute("aria-describedby"), element.getAttribute("for")];
  for (const id of names.filter(Boolean)) if (!document.getElementById(id)) wrong.push(`${called(element)} names ${id}`);
}

// 1.3.1, 2.4.6: landmarks and headings
for (const [landmark, count] of [["body > header", 1], ["main", 1], ["body > footer", 1]]) {
  if (all(landmark).length !== count) wrong.push(`${landmark}: ${all(landmark).length}`);
}
const levels = all("h1,h2,h3,h4,h5,h6").filter(isDrawn).map((heading) => Number(heading.localName[1]));
if (levels.filter((level) => level === 1).length !== 1) wrong.push("not one h1");
levels.forEach((level, i) => { if (level > (levels[i - 1] ?? 0) + 1) wrong.push(`heading level ${level} after ${levels[i - 1] ?? 0}`); });
for (const heading of all("h1,h2,h3").filter(isDrawn)) if (!textOf(heading)) wrong.push("empty heading");
for (const child of all("ul > *, ol > *")) if (child.localName !== "li") wrong.push(`${called(child)} in a list`);
for (const child of all("dl > *")) if (!["dt", "dd", "div"].includes(child.localName)) wrong.push(`${called(child)} in a dl`);
for (const image of all("img,video").filter(isDrawn)) {
  if (!image.getAttribute("alt")?.trim() && !image.getAttribute("aria-label")) wrong.push(`${called(image)} without words`);
}

// 4.1.2, 2.5.3: every control has a name; 2.5.8: and is large enough; 2.4.7: and shows that it has the focus
const controls = all("a[href],button,input:not([type=hidden]),textarea,select,summary").filter(isDrawn);
const labelOf = (control) => [...(control.labels ?? [])].find(isDrawn);
for (const control of controls) {
  const name = control.getAttribute("aria-label") ?? (textOf(labelOf(control)) || textOf(control));
  if (!name) wrong.push(`${called(control)} without a name`);
  const target = ["checkbox", "radio"].includes(control.type) ? labelOf(control) ?? control : control;
  const { width, height } = target.getBoundingClientRect();
  if (width < 24 || height < 24) wrong.push(`${called(control)} is ${Math.round(width)}×${Math.round(height)}`);
  control.focus({ focusVisible: true });
  const shown = control.className === "switch" ? labelOf(control) : control;
  const style = getComputedStyle(shown);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push(`focus on ${called(control)} is not seen`);
  if (control.closest("[aria-hidden=true]")) wrong.push(`${called(control)} is hidden from some`);
}
document.activeElement?.blur();

// 1.4.3: contrast of every piece of text against what is painted behind it
function channels(colour) {
  const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
  return { r, g, b, a };
}
const over = (top, under) => ({
  r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1,
});
function behind(element) {
  if (!element) return { r: 255, g: 255, b: 255, a: 1 };
  const colour = channels(getComputedStyle(element).backgroundColor);
  return colour.a === 1 ? colour : over(colour, behind(element.parentElement));
}
const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ({ r, g, b }) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || !isDrawn(element) || element.closest(".unseen,noscript,script")) continue;
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ground = behind(element);
  const ratio = contrast(over(channels(style.color), ground), ground);
  if (ratio < (isLarge ? 3 : 4.5)) wrong.push(`contrast ${ratio.toFixed(2)} of “${texts.currentNode.data.trim().slice(0, 20)}”`);
  if (size < 12) wrong.push(`${size} px: “${texts.currentNode.data.trim().slice(0, 20)}”`);
}

// 1.4.10: no scrolling sideways
if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} px wide in ${innerWidth}`);
return wrong;
