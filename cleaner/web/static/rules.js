// The page /rules: a rule is tried on a page, and what would change is shown. All words are set as text, never as markup.
"use strict";

const form = document.querySelector("form[data-try]");
const outcome = document.querySelector("[data-outcome]");
const words = JSON.parse(form.dataset.words);

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function verdict(judged) {
  return judged.role ? `${judged.kept ? "+" : "-"} ${judged.role} (${judged.rule})` : "-";
}

function row(changed) {
  const made = element("tr");
  const cells = [String(changed.block), verdict(changed.before), verdict(changed.after), changed.text];
  for (const cell of cells) made.append(element("td", cell));
  return made;
}

function table(changed) {
  const made = element("table", undefined, "rules-table");
  const head = element("tr");
  for (const name of [words.block, words.before, words.after, words.text]) {
    const cell = element("th", name);
    cell.scope = "col";
    head.append(cell);
  }
  made.append(element("caption", words.changes, "visually-hidden"), element("thead"), element("tbody"));
  made.tHead.append(head);
  made.tBodies[0].append(...changed.map(row));
  return made;
}

// A table wider than a phone scrolls by itself, also by keyboard.
function scrolled(content) {
  const made = element("div", undefined, "rules-scroll");
  made.tabIndex = 0;
  made.setAttribute("role", "region");
  made.setAttribute("aria-label", words.changes);
  made.append(content);
  return made;
}

function show(answer) {
  const problems = answer.check.problems;
  outcome.replaceChildren(element("p", problems.length ? words.faults : words.sound, problems.length ? "fault" : ""));
  if (problems.length) {
    const list = element("ul");
    list.append(...problems.map((problem) => element("li", problem)));
    outcome.append(list);
  }
  outcome.append(answer.changed.length ? scrolled(table(answer.changed)) : element("p", words.none));
}

function refuse(detail) {
  outcome.replaceChildren(element("p", `${words.failed}: ${detail}`, "fault"));
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  outcome.replaceChildren(element("p", words.working));
  const fields = form.elements;
  const page = { content: fields.page.value, url: fields.url.value || null };
  try {
    const response = await fetch("/v1/rules/try", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ toml: fields.toml.value, page }),
    });
    const answer = await response.json();
    if (response.ok) show(answer); else refuse(answer.detail || answer.title);
  } catch (error) {
    refuse(error.message);
  }
});
