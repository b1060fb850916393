// The three views and the strip: finds a block's nodes once, and makes them say what its verdict is now.

import { familyOf, fateName, fateOf, roleName, say } from "./words.js";

const BODY_FAMILY = "story";

export class Painter {
  constructor(root, article) {
    this.root = root;
    this.article = article;
    this.nodes = [];
    for (const [name, selector] of [["piece", ".piece"], ["line", ".line"], ["row", ".row"], ["bar", ".strip rect"]]) {
      for (const node of root.querySelectorAll(selector)) (this.nodes[node.dataset.entry] ??= {})[name] = node;
    }
    this.headline = root.querySelector(".headline");
    this.lead = root.querySelector(".lead");
    this.nothing = root.querySelector(".nothing");
    this.counts = root.querySelectorAll("[data-count]");
  }

  /** A block's nodes in the views: in the page, in the article, in the ledger, in the strip. */
  of(id) {
    return this.nodes[id] ?? {};
  }

  /** Repaints one block, and what depends on all of them. */
  paint(entry, verdicts) {
    const { piece, line, row, bar } = this.of(entry.id);
    for (const node of [piece, row, bar]) this.#tint(node, entry);
    for (const node of [piece, row]) this.#label(node, entry);
    this.#line(line, entry);
    this.#again(entry.id);
    this.#again(entry.id + 1);
    const badge = row.querySelector(".badge");
    const changed = verdicts.isChanged(entry);
    badge.textContent = changed ? say("changed_badge") : "";
    row.classList.toggle("changed", changed);
    piece.classList.toggle("changed", changed);
    this.#head(verdicts);
    this.#count(verdicts);
  }

  #tint(node, entry) {
    node.dataset.role = entry.role;
    node.dataset.family = familyOf(entry.role);
    node.dataset.fate = fateOf(entry);
  }

  #label(node, entry) {
    node.querySelector(".role").textContent = roleName(entry.role);
    node.querySelector(".fate").textContent = fateName(fateOf(entry));
  }

  #line(line, entry) {
    const shown = entry.kept && familyOf(entry.role) === BODY_FAMILY;
    line.dataset.role = entry.role;
    line.classList.toggle("out", !shown);
    if (shown && entry.role === "heading") {
      line.setAttribute("role", "heading");
      line.setAttribute("aria-level", "5");
    } else {
      line.removeAttribute("role");
      line.removeAttribute("aria-level");
    }
  }

  /** A label is shown where it differs from the block above. */
  #again(id) {
    const piece = this.of(id).piece;
    const above = this.of(id - 1).piece;
    if (!piece) return;
    const same = above && above.dataset.role === piece.dataset.role && above.dataset.fate === piece.dataset.fate;
    piece.classList.toggle("again", Boolean(same));
  }

  /** Headline and lead stand above the flow; they follow the blocks that are called so. */
  #head(verdicts) {
    const changed = verdicts.entries.filter((entry) => verdicts.isChanged(entry));
    const named = changed.filter((entry) => entry.role === "title");
    const lost = changed.some((entry) => entry.was.role === "title");
    const title = named.length ? this.#text(named.at(-1)) : lost ? "" : this.article.title;
    const touched = changed.some((entry) => entry.role === "summary" || entry.was.role === "summary");
    const leads = verdicts.entries.filter((entry) => entry.role === "summary");
    const lead = touched ? leads.map((entry) => this.#text(entry)).join("\n") : this.article.summary;
    this.#put(this.headline, title, named.at(-1) ?? verdicts.entries.find((entry) => entry.role === "title"));
    this.#put(this.lead, lead, leads[0]);
    this.nothing.hidden = verdicts.entries.some((entry) => entry.kept && familyOf(entry.role) === BODY_FAMILY);
  }

  #put(node, text, entry) {
    if (node.textContent !== (text ?? "")) node.textContent = text ?? "";
    if (entry) node.dataset.entry = entry.id;
  }

  /** As the article prints it: entities of a scraped text are resolved there. */
  #text(entry) {
    return this.of(entry.id).line.textContent;
  }

  #count(verdicts) {
    const counts = { kept: 0, data: 0, cut: 0 };
    for (const entry of verdicts.entries) counts[fateOf(entry)] += 1;
    for (const node of this.counts) {
      const name = node.dataset.count;
      node.textContent = name === "share" ? `${Math.round(verdicts.keptShare() * 100)} %` : counts[name];
    }
  }
}
