// The bar below the views: what the current block is, why, and what can be done with it.

import { el } from "./dom.js";
import { familyOf, fateName, fateOf, roleName, say } from "./words.js";

export class Inspector {
  constructor(root) {
    this.bar = root.querySelector(".inspector");
    this.which = this.bar.querySelector(".which");
    this.reason = this.bar.querySelector(".reason");
    this.choice = this.bar.querySelector("select");
    this.changes = this.bar.querySelector(".to-changes");
    this.bar.hidden = false;
    new ResizeObserver(() => {
      if (!this.bar.offsetHeight) return;
      for (const node of [document.getElementById("said"), root.querySelector(".views")]) node.style.setProperty("--bar", `${this.bar.offsetHeight}px`);
    }).observe(this.bar);
    this.button = (name) => this.bar.querySelector(`[data-do="${name}"]`);
  }

  /** Shows a block; `known`: its rule can be looked up. */
  show(entry, { known, changed, canUndo, changes }) {
    this.button("undo").setAttribute("aria-disabled", String(!canUndo));
    this.changes.hidden = !changes;
    this.changes.textContent = changes === 1 ? say("change") : say("changes", { count: changes });
    for (const name of ["restore", "cut"]) this.button(name).setAttribute("aria-disabled", String(!entry || entry.kept === (name === "restore")));
    this.choice.disabled = !entry;
    if (!entry) return;
    const verdict = { role: roleName(entry.role), fate: fateName(fateOf(entry)) };
    this.bar.dataset.family = familyOf(entry.role);
    this.which.textContent = say("current", { number: entry.id, ...verdict });
    this.reason.replaceChildren(...(changed ? this.#was(entry) : this.#why(entry, known)));
    this.choice.value = entry.role;
  }

  #why(entry, known) {
    const rule = el("code", { textContent: entry.rule });
    const name = known ? el("a", { href: `/v1/rules/${encodeURIComponent(entry.rule)}`, target: "_blank" }, rule) : rule;
    return [name, " ", el("span", { lang: "en", textContent: entry.evidence }), ` · ${Math.round(entry.confidence * 100)} %`];
  }

  #was(entry) {
    const before = { role: roleName(entry.was.role), fate: fateName(fateOf(entry.was)) };
    return [say("was", before), " · ", el("code", { textContent: entry.was.rule })];
  }
}
