// The pages on the bench: one in front, the others beside it.

import { Bench } from "./bench.js";
import { el } from "./dom.js";
import { say } from "./words.js";

export class Tray {
  constructor() {
    this.place = document.getElementById("benches");
    this.bar = document.getElementById("tray");
    this.bar.setAttribute("aria-label", say("pages"));
    this.benches = [...this.place.querySelectorAll(".bench")].map((root) => new Bench(root));
    this.bar.addEventListener("click", (event) => this.#click(event.target.closest("button")));
    this.show(this.benches[0] ?? null);
  }

  /** Adds a page that the service rendered; an untouched sample makes room for it. */
  add(root) {
    this.benches = this.benches.filter((bench) => !bench.isSample || bench.verdicts.changes().length);
    const bench = new Bench(root);
    this.benches.push(bench);
    this.show(bench);
    return bench;
  }

  /** Puts a page in front; the others keep their state, out of the document. */
  show(bench) {
    this.current = bench;
    this.place.replaceChildren(...(bench ? [bench.root] : []));
    for (const note of document.querySelectorAll(".intro .sample")) note.hidden = !bench?.isSample;
    this.bar.hidden = this.benches.length < 2;
    this.bar.replaceChildren(...this.benches.flatMap((one, number) => this.#tab(one, number)));
  }

  #tab(bench, number) {
    const open = el("button", { type: "button", className: "tab", data: { number } }, bench.name);
    if (bench === this.current) open.setAttribute("aria-current", "page");
    const close = el("button", { type: "button", className: "tab-close", data: { close: number } }, "×");
    close.setAttribute("aria-label", say("close_page", { name: bench.name }));
    return [el("span", { className: "tab-pair" }, open, close)];
  }

  #click(button) {
    if (!button) return;
    if (button.dataset.close !== undefined) return this.#close(Number(button.dataset.close));
    this.show(this.benches[Number(button.dataset.number)]);
    return this.bar.querySelector('[aria-current="page"]').focus();
  }

  #close(number) {
    const [gone] = this.benches.splice(number, 1);
    this.show(gone === this.current ? this.benches[Math.max(0, number - 1)] ?? null : this.current);
  }
}
