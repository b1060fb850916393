// Better with script, whole without it: a file dropped on the form, Ctrl+Enter, and the two sides lit together.
"use strict";

const form = document.querySelector("form[data-drop]");
const file = form.elements.page;

for (const name of ["dragenter", "dragover"]) {
  form.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("dropping"); });
}
for (const name of ["dragleave", "drop"]) {
  form.addEventListener(name, () => form.classList.remove("dropping"));
}
form.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  file.files = event.dataTransfer.files;
  form.requestSubmit();
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
// A new page is pasted over the old one as a whole; the address and file of the old one would be wrong for it.
form.elements.content.addEventListener("paste", () => { file.value = ""; });

const sides = document.querySelector(".sides");
let lit = [];

function light(id) {
  for (const element of lit) element.classList.remove("lit");
  lit = id === null ? [] : [...sides.querySelectorAll(`[data-entry="${id}"]`)];
  for (const element of lit) element.classList.add("lit");
}

for (const name of ["mouseover", "focusin"]) {
  sides?.addEventListener(name, (event) => {
    const element = event.target.closest("[data-entry]");
    light(element ? element.dataset.entry : null);
  });
}
sides?.addEventListener("mouseleave", () => light(null));
