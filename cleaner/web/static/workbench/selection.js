// One block is current, one may be pointed at; all views show both and scroll to them.

/** As in views.css: where only one view has room, a switch says which. */
const NARROW = matchMedia("(max-width: 1199px)");
const VIEWS = { page: "piece", article: "line", ledger: "row" };

export class Selection {
  constructor(root, painter) {
    this.root = root;
    this.painter = painter;
    this.current = -1;
    this.switch = root.querySelector(".switch");
    this.view = NARROW.matches ? this.switch.querySelector(":checked").value : "page";
    this.pointed = -1;
  }

  /** Makes a block current; with `focus`, the keyboard goes to it in the view that is in use. */
  select(id, { focus = false } = {}) {
    this.#mark("current", this.current, id);
    this.current = id;
    const node = this.painter.of(id)[VIEWS[this.view]];
    if (focus && node) {
      node.tabIndex = -1;
      node.focus({ preventScroll: true });
      if (!NARROW.matches) this.root.querySelector(".views").scrollIntoView({ block: "nearest" });
    }
    this.#reveal(id, true);
  }

  /** Lights a block in all views; -1 for none. */
  point(id) {
    if (id === this.pointed) return;
    this.#mark("lit", this.pointed, id);
    this.pointed = id;
    if (id >= 0) this.#reveal(id, false);
  }

  /** After a change of its size: where the page itself scrolls, the current block stays above the inspector. */
  keepInSight() {
    if (NARROW.matches) this.#standIn(this.painter.of(this.current)[VIEWS[this.view]], this.current)?.scrollIntoView({ block: "nearest" });
  }

  /** Puts a view in front, where only one has room, and the keyboard into it. */
  show(view) {
    const choice = this.switch.querySelector(`input[value="${view}"]`);
    choice.checked = true;
    this.view = view;
    if (this.current >= 0) this.select(this.current, { focus: true });
    else this.root.querySelector(`.view[data-view="${view}"] .scroll`).focus();
  }

  /** The view that an element stands in becomes the one in use. */
  use(element) {
    const view = element.closest(".view")?.dataset.view;
    if (view) this.view = view;
  }

  #mark(name, before, after) {
    for (const node of this.#nodes(before)) node.classList.remove(name);
    for (const node of this.#nodes(after)) node.classList.add(name);
    if (name !== "current") return;
    for (const node of this.#views(before)) node.removeAttribute("aria-current");
    for (const node of this.#views(after)) node.setAttribute("aria-current", "true");
  }

  #nodes(id) {
    const heads = [...this.root.querySelectorAll(".headline, .lead")].filter((node) => node.dataset.entry === String(id));
    return [...Object.values(this.painter.of(id)), ...heads];
  }

  #views(id) {
    const { piece, line, row } = this.painter.of(id);
    return [piece, line, row].filter(Boolean);
  }

  /** Scrolls each view; `centre`: to the middle of it, else only as far as needed, and never the view under the pointer. */
  #reveal(id, centre) {
    for (const [view, name] of Object.entries(VIEWS)) {
      const node = this.#standIn(this.painter.of(id)[name], id);
      if (!node || (view === this.view && !centre)) continue;
      const column = node.closest(".scroll");
      if (column.scrollHeight > column.clientHeight + 1 && getComputedStyle(column).overflowY === "auto") {
        // Twice: blocks that come into view get their true height only then.
        for (const _ of [1, 2]) within(column, node, centre && view !== this.view);
      } else if (view === this.view && centre) {
        node.scrollIntoView({ block: "nearest" });
      }
    }
  }

  /** Headline and lead stand for their own lines in the article. */
  #standIn(line, id) {
    if (line?.offsetParent) return line;
    return [...this.root.querySelectorAll(".headline, .lead")].find((node) => node.dataset.entry === String(id) && node.offsetParent);
  }
}

/** Scrolls a view so that a block of it is seen; `centre`: in the middle of what the screen and the inspector leave. */
function within(column, node, centre) {
  const outer = column.getBoundingClientRect();
  const inner = node.getBoundingClientRect();
  const bar = parseFloat(column.closest(".views").style.getPropertyValue("--bar")) || 0;
  const top = Math.max(outer.top, 0);
  const bottom = Math.max(Math.min(outer.bottom, innerHeight - bar), top + 80);
  const margin = Math.min(20, (bottom - top) / 8);
  if (!centre && inner.top >= top + margin && inner.bottom <= bottom - margin) return;
  column.scrollTop += inner.top - top - Math.max(margin, (bottom - top - inner.height) / 2);
}
