// Light, dark, or as the system says; remembered in a cookie, so that the service renders it from the start.

import { say } from "./words.js";

const ORDER = ["auto", "light", "dark"];

export function offerThemes() {
  const button = document.getElementById("theme");
  const root = document.documentElement;
  const now = () => root.dataset.theme || "auto";
  const label = () => { button.textContent = say("theme", { theme: button.dataset[now()] }); };
  button.addEventListener("click", () => {
    const next = ORDER[(ORDER.indexOf(now()) + 1) % ORDER.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    document.cookie = `theme=${next}; Path=/; SameSite=Strict; Max-Age=${next === "auto" ? 0 : 31536000}`;
    label();
  });
  label();
  button.hidden = false;
}
