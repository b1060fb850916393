// The article, with the changes in it, as text, Markdown, HTML, JSON or JSON-LD: the service renders it.

import { download, fileName } from "./dom.js";
import { say, tell } from "./words.js";

const ENDINGS = { text: "txt", markdown: "md", html: "html", json: "json", jsonld: "jsonld" };

export class Exports {
  constructor(bench) {
    this.bench = bench;
    this.form = bench.root.querySelector(".export");
    this.form.hidden = false;
    this.form.addEventListener("click", (event) => {
      const act = event.target.closest("[data-do]")?.dataset.do;
      if (act === "copy") this.copy();
      if (act === "download") this.download();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
  }

  async copy() {
    const format = this.form.elements.format;
    const rendered = await this.#rendered();
    if (!rendered) return;
    try {
      await navigator.clipboard.writeText(await rendered.text());
      tell(say("copied", { format: format.selectedOptions[0].textContent }));
    } catch {
      tell(say("no_clipboard"));
    }
  }

  async download() {
    const rendered = await this.#rendered();
    if (!rendered) return;
    const name = fileName(this.bench.name, ENDINGS[this.form.elements.format.value]);
    download(name, rendered.headers.get("Content-Type"), await rendered.text());
    tell(say("downloaded", { name }));
  }

  /** The service's answer, or null when it has none; then the reader was told. */
  async #rendered() {
    const changes = this.bench.verdicts.changes().map(({ block, role, kept }) => ({ block, role, kept }));
    try {
      const answer = await post(`/v1/revise?format=${this.form.elements.format.value}`, { ...this.bench.result, changes });
      if (answer.ok) return answer;
      tell(say("failed", { detail: await detailOf(answer) }));
    } catch {
      tell(say("unreachable"));
    }
    return null;
  }
}

export function post(path, value) {
  const body = value === undefined ? {} : { body: JSON.stringify(value), headers: { "Content-Type": "application/json" } };
  return fetch(path, { method: "POST", ...body });
}

/** What a problem says of itself. */
export async function detailOf(answer) {
  const problem = await answer.json().catch(() => ({}));
  return problem.detail || problem.title || `${answer.status} ${answer.statusText}`;
}
