// Builds parts of the page. Nothing is ever parsed as HTML.

/** An element with attributes and children; texts become text. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/** The same in both languages; the style sheet shows the chosen one. */
export const say = ({ zh, en }) => [make("span", { lang: "zh-CN" }, zh), make("span", { lang: "en" }, en)];

export const both = (zh, en) => ({ zh, en });

export const part = (id) => document.getElementById(id);

export function button(words, act) {
  const made = make("button", { type: "button", class: "button" }, say(words));
  made.addEventListener("click", act);
  return made;
}

/** Tells who cannot see the page that something on it has changed. */
export const announce = (words) => part("progress")?.replaceChildren(...say(words));
