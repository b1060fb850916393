// The workbench. The service renders everything; the modules here let a person change it.

import { clean, doneWithForm, listenToIntake } from "./intake.js";
import { keepOnLeaving, kept } from "./keep.js";
import { listenToKeys } from "./keys.js";
import { offerThemes } from "./theme.js";
import { Tray } from "./tray.js";

offerThemes();
const tray = new Tray();
listenToKeys(() => tray.current);
listenToIntake((root) => {
  const bench = tray.add(root);
  doneWithForm();
  const heading = bench.root.querySelector(".glance h2");
  heading.tabIndex = -1;
  heading.focus();
});
for (const { source, name, url, kind, changes, note } of kept()) {
  const root = await clean({ content: source, name, url, kind });
  if (!root) continue;
  const bench = tray.add(root);
  bench.correction.note.value = note;
  bench.apply(changes);
}
keepOnLeaving(tray);
document.documentElement.dataset.ready = "";
