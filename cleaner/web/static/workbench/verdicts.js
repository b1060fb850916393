// The verdicts of one page: the engine's, what a person made of them, and the way back. Knows no DOM.

import { isKept } from "./words.js";

const same = (one, other) => one.role === other.role && one.kept === other.kept;

export class Verdicts {
  /** ledger: as /v1/clean gives it; the id of an entry is its place in it. */
  constructor(ledger) {
    this.entries = ledger.map((entry) => ({ ...entry, was: { role: entry.role, rule: entry.rule, kept: entry.kept } }));
    this.history = [];
  }

  isChanged(entry) {
    return !same(entry, entry.was);
  }

  /** Gives a block this role; a role says itself whether it is in the text. Returns whether anything changed. */
  decide(id, role) {
    const entry = this.entries[id];
    const next = { role, kept: isKept(role) };
    if (same(entry, next)) return false;
    this.history.push({ id, role: entry.role });
    Object.assign(entry, next);
    return true;
  }

  /** Takes the last change back; returns its entry, or null when there is none. */
  undo() {
    const last = this.history.pop();
    if (!last) return null;
    return Object.assign(this.entries[last.id], { role: last.role, kept: isKept(last.role) });
  }

  /** The role that a block gets when it is put back, or cut: its own where that fits, else the plainest. */
  roleFor(entry, kept) {
    if (isKept(entry.was.role) === kept) return entry.was.role;
    return kept ? "body" : "chrome";
  }

  /** What differs from the engine's verdicts, as a correction holds it. */
  changes() {
    return this.entries
      .filter((entry) => this.isChanged(entry))
      .map(({ id, role, kept, was }) => ({ block: id, role, kept, was: { ...was } }));
  }

  /** How many are in the article, data, cut; and the share of the text that is kept. */
  keptShare() {
    const own = this.entries.filter((entry) => entry.was.rule !== "repeat.attribute");
    const length = (entries) => entries.reduce((sum, entry) => sum + entry.text.length, 0);
    return length(own.filter((entry) => entry.kept)) / (length(own) || 1);
  }
}
