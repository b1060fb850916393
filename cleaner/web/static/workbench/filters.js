// Filters by role, rule and state: the ledger shows what matches, the page dims what does not.

import { fateOf, say } from "./words.js";

export class Filters {
  constructor(root, painter, verdicts) {
    this.box = root.querySelector(".filters");
    this.painter = painter;
    this.verdicts = verdicts;
    this.noMatch = root.querySelector(".no-match");
    this.shown = this.box.querySelector(".shown");
    this.box.hidden = false;
    this.box.open = matchMedia("(min-width: 1200px)").matches;
    this.box.addEventListener("change", () => this.apply());
    this.box.querySelector(".clear").addEventListener("click", () => this.clear());
    this.apply();
  }

  clear() {
    for (const input of this.box.querySelectorAll("input")) input.checked = false;
    this.box.querySelector("select").value = "";
    this.apply();
  }

  /** Shows and dims; blocks that were just changed stay until the next choice, so that nothing jumps away. */
  apply() {
    const test = this.#test();
    let count = 0;
    for (const entry of this.verdicts.entries) {
      const fits = test(entry);
      const { row, piece } = this.painter.of(entry.id);
      row.hidden = !fits;
      piece.classList.toggle("dim", !fits);
      count += fits;
    }
    this.noMatch.hidden = count > 0;
    this.shown.textContent = say("shown", { count, all: this.verdicts.entries.length });
  }

  isShown(id) {
    return !this.painter.of(id).row.hidden;
  }

  #test() {
    const roles = new Set(this.#checked("role"));
    const only = new Set(this.#checked("only"));
    const rule = this.box.querySelector("select").value;
    return (entry) =>
      (!roles.size || roles.has(entry.role)) &&
      (!rule || entry.rule === rule) &&
      (!only.has("cut") || fateOf(entry) === "cut") &&
      (!only.has("doubtful") || this.isDoubtful(entry)) &&
      (!only.has("changed") || this.verdicts.isChanged(entry));
  }

  isDoubtful(entry) {
    return "doubtful" in this.painter.of(entry.id).row.dataset;
  }

  #checked(name) {
    return [...this.box.querySelectorAll(`input[name="${name}"]:checked`)].map((input) => input.value);
  }
}
