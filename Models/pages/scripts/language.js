// The switch of languages works without a script; this tells screen readers as well.
const root = document.documentElement;
for (const input of document.querySelectorAll("input[name=language]")) {
  input.addEventListener("change", () => { root.lang = input.value; });
}
