// One page on the bench: its verdicts, its views, and what a person does with them.

import { Correction } from "./correction.js";
import { Exports } from "./exports.js";
import { Filters } from "./filters.js";
import { Inspector } from "./inspector.js";
import { Painter } from "./painter.js";
import { Selection } from "./selection.js";
import { Verdicts } from "./verdicts.js";
import { fateName, fateOf, roleName, say, tell } from "./words.js";

export class Bench {
  /** root: the section that the service rendered. */
  constructor(root) {
    this.root = root;
    root.classList.add("live");
    this.name = root.querySelector(".glance h2").textContent;
    this.url = root.dataset.url;
    this.isSample = "sample" in root.dataset;
    this.source = root.querySelector(".source").value;
    this.result = JSON.parse(root.querySelector(".result").textContent);
    this.verdicts = new Verdicts(this.result.ledger);
    this.painter = new Painter(root, this.result.article);
    this.selection = new Selection(root, this.painter);
    this.filters = new Filters(root, this.painter, this.verdicts);
    this.inspector = new Inspector(root);
    this.correction = new Correction(this);
    new Exports(this);
    this.#listen();
    this.#inspect();
  }

  get current() {
    return this.verdicts.entries[this.selection.current] ?? null;
  }

  select(id, options) {
    this.selection.select(id, options);
    this.#inspect();
  }

  /** Goes to the next (1) or previous (-1) block that the filters show and that fits. */
  step(by, fits = () => true) {
    const last = this.verdicts.entries.length - 1;
    let id = this.selection.current < 0 && by < 0 ? last + 1 : this.selection.current;
    do id += by; while (id >= 0 && id <= last && !(this.filters.isShown(id) && fits(this.verdicts.entries[id])));
    if (id >= 0 && id <= last) this.select(id, { focus: true });
  }

  nextDoubtful() {
    this.step(1, (entry) => this.filters.isDoubtful(entry));
  }

  restore() {
    if (!this.current) return;
    if (this.current.kept) tell(say("already_in"));
    else this.#decide("restored", this.verdicts.roleFor(this.current, true));
  }

  cut() {
    const entry = this.current;
    if (!entry) return;
    if (fateOf(entry) === "cut") tell(say("already_out"));
    else this.#decide("cut", entry.kept ? this.verdicts.roleFor(entry, false) : "chrome");
  }

  rename(role) {
    if (this.current) this.#decide("renamed", role);
  }

  undo() {
    const entry = this.verdicts.undo();
    if (!entry) return tell(say("nothing_to_undo"));
    this.#changed(entry, "undone");
    return this.select(entry.id);
  }

  /** Gives a block the engine's verdict back. */
  revert(id) {
    const entry = this.verdicts.entries[id];
    if (this.verdicts.decide(id, entry.was.role)) this.#changed(entry, "undone");
  }

  /** Applies changes that were made before, on the same page. */
  apply(changes) {
    for (const { block, role } of changes) {
      const entry = this.verdicts.entries[block];
      if (entry && this.verdicts.decide(block, role)) this.painter.paint(entry, this.verdicts);
    }
    this.#inspect();
    this.correction.show();
  }

  #decide(how, role) {
    const entry = this.current;
    if (this.verdicts.decide(entry.id, role)) this.#changed(entry, how);
  }

  #changed(entry, how) {
    this.painter.paint(entry, this.verdicts);
    this.#inspect();
    this.correction.show();
    this.selection.keepInSight();
    tell(say(how, { role: roleName(entry.role), fate: fateName(fateOf(entry)) }));
  }

  #inspect() {
    const entry = this.current;
    this.inspector.show(entry, {
      known: entry && "known" in this.painter.of(entry.id).row.dataset,
      changed: entry && this.verdicts.isChanged(entry),
      canUndo: this.verdicts.history.length > 0,
      changes: this.verdicts.changes().length,
    });
  }

  #listen() {
    const block = (event) => event.target.closest?.(".views [data-entry], .strip [data-entry]");
    const views = this.root.querySelector(".views");
    const at = { x: -1, y: -1 };
    views.addEventListener("mousemove", (event) => Object.assign(at, { x: event.clientX, y: event.clientY }));
    views.addEventListener("mouseover", (event) => {
      if (event.clientX === at.x && event.clientY === at.y) return; // the block moved, not the reader's hand
      this.selection.use(event.target);
      this.selection.point(Number(block(event)?.dataset.entry ?? -1));
    });
    views.addEventListener("mouseleave", () => this.selection.point(-1));
    views.addEventListener("focusin", (event) => this.selection.use(event.target));
    this.root.addEventListener("click", (event) => this.#click(event, block(event)));
    this.root.querySelector(".switch").addEventListener("change", (event) => this.selection.show(event.target.value));
    this.inspector.choice.addEventListener("change", (event) => this.rename(event.target.value));
  }

  #click(event, block) {
    const act = event.target.closest(".inspector [data-do]")?.dataset.do;
    if (act) this.#act(act);
    else if (event.target.closest(".to-changes")) this.toCorrection(event);
    else if (block && !event.target.closest("a")) {
      this.selection.use(block);
      this.select(Number(block.dataset.entry), { focus: !getSelection().toString() });
    }
  }

  #act(act) {
    const acts = { previous: () => this.step(-1), next: () => this.step(1), restore: () => this.restore(), cut: () => this.cut(), undo: () => this.undo() };
    acts[act]?.();
  }

  toCorrection(event) {
    event?.preventDefault();
    if (this.correction.box.hidden) return;
    this.correction.box.scrollIntoView({ block: "start" });
    this.correction.box.focus({ preventScroll: true });
  }

  /** What is needed to set the page up again. */
  keep() {
    const { source, name, url } = this;
    return { source, name, url, kind: this.result.report.kind, changes: this.verdicts.changes(), note: this.correction.note.value };
  }
}

