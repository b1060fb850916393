// The page's words in the reader's language, and what the engine knows of roles; the service puts both into the page.

import { embedded, fill } from "./dom.js";

const words = embedded("words");
const constants = embedded("constants");
const kept = new Set(constants.kept);
const data = new Set(constants.data);

export const say = (key, values) => fill(words.js[key], values);
export const roleName = (role) => words.role[role];
export const fateName = (fate) => words.fate[fate];
export const familyOf = (role) => constants.families[role];
export const isKept = (role) => kept.has(role);

/** What becomes of a block with this verdict: "kept" in the article, a field of it ("data"), or "cut". */
export function fateOf({ role, kept: isIn }) {
  if (isIn) return "kept";
  return data.has(role) ? "data" : "cut";
}

const status = document.getElementById("said");
let fading = 0;

/** Tells the reader, on the screen and by ear. */
export function tell(text) {
  status.textContent = text;
  status.classList.add("fresh");
  clearTimeout(fading);
  fading = setTimeout(() => status.classList.remove("fresh"), 4000);
}
