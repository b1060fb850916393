// What a person changed on a page: listed, downloaded, kept in the service's store, and drafted into a rule.

import { download, el, fileName } from "./dom.js";
import { Draft } from "./draft.js";
import { detailOf, post } from "./exports.js";
import { fateName, fateOf, roleName, say, tell } from "./words.js";

export class Correction {
  constructor(bench) {
    this.bench = bench;
    this.box = bench.root.querySelector(".correction");
    this.list = this.box.querySelector(".changes");
    this.note = this.box.querySelector("textarea");
    this.status = this.box.querySelector(".state");
    this.draft = new Draft(this.box.querySelector(".draft"));
    this.saved = null; // {id, signature}
    this.box.addEventListener("click", (event) => this.#act(event.target.closest("[data-do]")));
    this.note.addEventListener("input", () => this.#fresh());
  }

  /** As POST /v1/corrections takes it. */
  value() {
    const { source, url, result, verdicts } = this.bench;
    return {
      page: { content: source, url: url || null, kind: result.report.kind },
      changes: verdicts.changes(),
      note: this.note.value,
    };
  }

  /** Shows what is changed now. */
  show() {
    const changes = this.bench.verdicts.changes();
    this.box.hidden = !changes.length;
    this.list.replaceChildren(...changes.map((change) => this.#item(change)));
    this.#fresh();
  }

  #item({ block, role, kept, was }) {
    const text = this.bench.verdicts.entries[block].text;
    const verdict = `${roleName(was.role)}, ${fateName(fateOf(was))} → ${roleName(role)}, ${fateName(fateOf({ role, kept }))}`;
    const undo = el("button", { type: "button", className: "small", data: { do: "revert", block } }, this.list.dataset.revert);
    undo.setAttribute("aria-label", `${this.list.dataset.revert}: ${block}`);
    return el("li", {}, el("span", { className: "number" }, String(block)), " ", el("strong", {}, verdict), " ",
      el("span", { className: "excerpt", lang: this.bench.result.article.language }, text), undo);
  }

  #act(button) {
    if (button?.dataset.do === "revert") this.bench.revert(Number(button.dataset.block));
    if (button?.dataset.do === "take") this.#download();
    if (button?.dataset.do === "save") this.#busy(say("saving"), () => this.#save());
    if (button?.dataset.do === "draft") this.#draftIfSaved();
    if (button?.dataset.do === "toml") this.draft.download(fileName(this.bench.name, "toml"));
  }

  #download() {
    const name = fileName(this.bench.name, "correction.json");
    download(name, "application/json", `${JSON.stringify(this.value(), null, 2)}\n`);
    tell(say("downloaded", { name }));
  }

  async #save() {
    const value = this.value();
    const answer = await post("/v1/corrections", value);
    if (answer.status === 404 || answer.status === 405) return say("no_corrections");
    if (!answer.ok) return say("failed", { detail: await detailOf(answer) });
    this.saved = { id: (await answer.json()).id, signature: signature(value) };
    this.#fresh();
    return say("saved", { id: this.saved.id });
  }

  #draftIfSaved() {
    if (!this.#isSaved()) this.status.textContent = say("save_first");
    else this.#busy(say("drafting"), () => this.#draft());
  }

  async #draft() {
    const answer = await post(`/v1/corrections/${encodeURIComponent(this.saved.id)}/draft`);
    if (!answer.ok) return say("failed", { detail: await detailOf(answer) });
    this.draft.show(await answer.json());
    return "";
  }

  /** Runs something that waits for the service; says what came of it. */
  async #busy(text, act) {
    if (this.box.getAttribute("aria-busy") === "true") return;
    this.box.setAttribute("aria-busy", "true");
    this.status.textContent = text;
    try {
      this.status.textContent = await act();
    } catch {
      this.status.textContent = say("unreachable");
    }
    this.box.removeAttribute("aria-busy");
  }

  #isSaved() {
    return this.saved !== null && this.saved.signature === signature(this.value());
  }

  /** A rule is drafted from what is kept, so a change since then closes that door until it is saved again. */
  #fresh() {
    const isSaved = this.#isSaved();
    this.box.querySelector('[data-do="draft"]').setAttribute("aria-disabled", String(!isSaved));
    if (!isSaved) this.draft.hide();
    if (this.saved && !isSaved) this.status.textContent = say("unsaved");
  }
}

/** What of a correction can change; the page cannot. */
function signature({ changes, note }) {
  return JSON.stringify([changes, note]);
}
