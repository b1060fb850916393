// Small helpers. Text goes in as text, never as markup.

/** An element with properties, data attributes and children (nodes or text). */
export function el(tag, { data = {}, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  Object.assign(element.dataset, data);
  element.append(...children);
  return element;
}

/** "{count} changes" with the values filled in. */
export function fill(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Hands a file to the browser's downloads. */
export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A name fit for a file: letters and digits of any script, the rest as dashes. */
export function fileName(text, ending) {
  const base = text.replace(/\.(html?|xhtml|txt|mhtml?)$/i, "").replace(/[^\p{L}\p{N}._]+/gu, "-").replace(/^[-.]+|-+$/g, "");
  return `${base.slice(0, 80) || "page"}.${ending}`;
}

/** The JSON in a script element of this id. */
export function embedded(id) {
  return JSON.parse(document.getElementById(id).textContent);
}
