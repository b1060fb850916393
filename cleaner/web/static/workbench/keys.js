// Single-letter keys. They are for blocks only: never while one writes, and they can be switched off.

const STORE = "cleaner.keys";

export function listenToKeys(current) {
  const help = document.getElementById("help");
  const on = document.getElementById("keys-on");
  on.checked = localStorage.getItem(STORE) !== "off";
  on.addEventListener("change", () => localStorage.setItem(STORE, on.checked ? "on" : "off"));
  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-do="help"]')) help.showModal();
  });
  document.addEventListener("keydown", (event) => {
    if (!on.checked || help.open || isWriting(event)) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act(current(), help);
  });
}

function isWriting(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
}

const acts = {
  j: (bench) => bench?.step(1),
  k: (bench) => bench?.step(-1),
  r: (bench) => bench?.restore(),
  x: (bench) => bench?.cut(),
  u: (bench) => bench?.undo(),
  d: (bench) => bench?.nextDoubtful(),
  e: (bench) => bench?.inspector.choice.focus(),
  s: (bench) => bench?.toCorrection(),
  1: (bench) => bench?.selection.show("page"),
  2: (bench) => bench?.selection.show("article"),
  3: (bench) => bench?.selection.show("ledger"),
  "?": (bench, help) => help.showModal(),
};
