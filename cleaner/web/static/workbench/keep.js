// The bench outlives a reload and a change of language: what is on it is kept in this tab, and nowhere else.

const STORE = "cleaner.bench";

export function keepOnLeaving(tray) {
  addEventListener("pagehide", () => {
    const pages = tray.benches.filter((bench) => !bench.isSample || bench.verdicts.changes().length).map((bench) => bench.keep());
    try {
      if (pages.length) sessionStorage.setItem(STORE, JSON.stringify(pages));
      else sessionStorage.removeItem(STORE);
    } catch {
      sessionStorage.removeItem(STORE); // more than a tab may keep
    }
  });
}

/** What was on the bench; nothing when a sample was asked for by name. */
export function kept() {
  if (new URLSearchParams(location.search).has("seed")) return [];
  try {
    return JSON.parse(sessionStorage.getItem(STORE)) ?? [];
  } catch {
    return [];
  }
}
