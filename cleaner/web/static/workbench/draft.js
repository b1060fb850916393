// The rule that the service drafted from a correction, with all that a person needs to accept or refuse it.

import { download, el } from "./dom.js";
import { fateName, fateOf, roleName, say } from "./words.js";

export class Draft {
  constructor(box) {
    this.box = box;
    this.part = (name) => box.querySelector(`[data-part="${name}"]`);
    this.toml = "";
  }

  hide() {
    this.box.hidden = true;
  }

  /** draft: what POST /v1/corrections/{id}/draft answers; its `toml` is empty when no rule could be drafted. */
  show({ toml, pack, hit, miss, check, changed, tried }) {
    this.toml = toml;
    for (const node of this.box.querySelectorAll(".has-rule")) node.hidden = !toml;
    this.box.querySelector(".no-rule").hidden = Boolean(toml);
    this.box.querySelector("code").textContent = toml;
    this.part("pack").textContent = pack ?? "";
    this.part("hit").textContent = hit || say("nothing");
    this.part("miss").textContent = miss || say("nothing");
    this.part("check").replaceChildren(check.ok ? say("passed") : listed(check.problems, "en"));
    this.part("changed").replaceChildren(changed.length ? listed(changed.map(described)) : say("nothing"));
    if (tried !== undefined) this.part("changed").append(el("p", { className: "hint" }, say("tried", { count: tried })));
    this.box.hidden = false;
    this.box.scrollIntoView({ block: "nearest" });
  }

  download(name) {
    download(name, "application/toml", this.toml);
  }
}

function listed(texts, lang = "") {
  return el("ul", { lang }, ...texts.map((text) => el("li", {}, text)));
}

/** "correction 3, block 7: caption, as data → paragraph, in the article · the words"; a block may be new or gone. */
function described({ page, block, text, before, after }) {
  const verdict = (judged) => (judged.role ? `${roleName(judged.role)}, ${fateName(fateOf(judged))}` : "–");
  return say("would_change", { page, block, before: verdict(before), after: verdict(after), text });
}
