// Pages come in: pasted, dropped or chosen. The service cleans and renders each; here it is only put in its place.

import { el } from "./dom.js";
import { say } from "./words.js";

const form = document.getElementById("intake");
const messages = document.getElementById("messages");
const busy = document.getElementById("busy");

/** Calls `take(root)` with the rendered section of every page that was cleaned. */
export function listenToIntake(take) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    cleanAll(wanted(), take);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.elements.content.addEventListener("paste", () => { form.elements.page.value = ""; });
  listenToPaste();
  listenToDrop(take);
}

/** One page through the service: its section, or null when there is something wrong, which the reader is told. */
export async function clean(fields) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) data.set(name, value);
  try {
    const answer = await fetch("/", { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    messages.append(...[...page.querySelectorAll("#messages .problem")].map((node) => document.importNode(node, true)));
    const root = page.querySelector(".bench");
    if (!root && !page.querySelector("#messages .problem")) throw new Error(answer.statusText);
    return root ? document.importNode(root, true) : null;
  } catch {
    complain(say("unreachable"));
    return null;
  }
}

async function cleanAll(pages, take) {
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  messages.replaceChildren();
  for (const [number, fields] of pages.entries()) {
    busy.textContent = pages.length > 1
      ? say("cleaning_many", { number: number + 1, count: pages.length })
      : say("cleaning", { name: fields.page?.name || say("pasted") });
    const root = await clean(fields);
    if (root) take(root);
  }
  busy.textContent = "";
  if (messages.childElementCount) messages.scrollIntoView({ block: "nearest" });
  form.removeAttribute("aria-busy");
}

function wanted() {
  const { content, page, url, kind } = form.elements;
  const files = [...page.files];
  const shared = { kind: kind.value, url: files.length > 1 ? "" : url.value };
  return files.length ? files.map((file) => ({ page: file, ...shared })) : [{ content: content.value, ...shared }];
}

/** Empties the form and folds it away. */
export function doneWithForm() {
  form.reset();
  form.closest("details").open = false;
}

function complain(text) {
  const box = el("div", { className: "problem" }, el("p", {}, text));
  box.setAttribute("role", "alert");
  messages.append(box);
}

/** A page pasted beside all fields is put into the form. */
function listenToPaste() {
  document.addEventListener("paste", (event) => {
    if (event.target.closest?.("input, textarea, select")) return;
    const text = event.clipboardData.getData("text/plain");
    if (text.trim()) offer(text);
  });
}

function offer(text) {
  form.closest("details").open = true;
  form.elements.page.value = "";
  form.elements.content.value = text;
  form.elements.content.focus();
}

function listenToDrop(take) {
  let depth = 0;
  const show = (by) => {
    depth = by ? Math.max(0, depth + by) : 0;
    document.documentElement.classList.toggle("dropping", depth > 0);
  };
  document.addEventListener("dragenter", () => show(1));
  document.addEventListener("dragleave", () => show(-1));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    show(0);
    const files = [...event.dataTransfer.files];
    if (files.length) cleanAll(files.map((page) => ({ page, kind: form.elements.kind.value })), take);
    else if (event.dataTransfer.getData("text/plain").trim()) offer(event.dataTransfer.getData("text/plain"));
  });
}
