/*
 * cleaner for TinyMCE 6 and newer: a raw news page pasted into the editor becomes the clean article.
 * What was cut stands in a side panel, block by block, and goes back with one key. Licence: Apache-2.0.
 *
 * Page words reach the document in two ways only: as HTML that the service made safe and TinyMCE's own
 * filters made safe again, and as text (textContent). See README.md for options and events.
 */
(function (tinymce) {
  "use strict";

  const WORDS = {
    en: {
      accept: "Right", acceptAll: "All right", again: "Cut again", back: "Put back", button: "Clean the page",
      cleaned: "Cleaned: {0} blocks left out. They stand in the panel.", cut: "Cut", data: "Kept as data",
      done: "Seen and right", error: "The cleaning service answered with an error ({0}).", furniture: "Page furniture",
      empty: "No article was found.", isBack: "Put back: {0}", isCut: "Cut again: {0}", isSeen: "Seen: {0}",
      kept: "The text was left as it was.", nothing: "Paste a page first.", panel: "What was left out",
      refused: "The cleaning service does not accept this editor's token.",
      slow: "The cleaning service took too long.", sure: "{0} % sure", unreachable: "The cleaning service cannot be reached.",
      unusable: "The cleaning service's answer cannot be read.", none: "Nothing was left out.",
    },
    vi: {
      accept: "Cắt đúng", acceptAll: "Đúng hết", again: "Cắt lại", back: "Khôi phục", button: "Làm sạch trang",
      cleaned: "Đã làm sạch: {0} khối không vào bài, xem ở khung bên.", cut: "Đã cắt", data: "Giữ làm dữ liệu",
      done: "Đã xem, đúng", error: "Dịch vụ làm sạch báo lỗi ({0}).", furniture: "Phần khung của trang",
      empty: "Không tìm thấy bài viết.", isBack: "Đã khôi phục: {0}", isCut: "Đã cắt lại: {0}", isSeen: "Đã xem: {0}",
      kept: "Nội dung được giữ nguyên.", nothing: "Hãy dán một trang trước.", panel: "Các khối không vào bài",
      refused: "Dịch vụ làm sạch không chấp nhận mã truy cập của trình soạn thảo này.",
      slow: "Dịch vụ làm sạch trả lời quá chậm.", sure: "chắc {0} %", unreachable: "Không kết nối được dịch vụ làm sạch.",
      unusable: "Không đọc được trả lời của dịch vụ làm sạch.", none: "Không bỏ khối nào.",
    },
  };
  const ROLES_VI = {
    title: "tiêu đề", summary: "sa-pô", body: "nội dung", heading: "đề mục", list_item: "mục liệt kê", quote: "trích dẫn",
    table: "bảng", note: "hộp thông tin", donation_details: "thông tin ủng hộ", caption: "chú thích ảnh",
    caption_duplicate: "chú thích lặp", credit: "nguồn ảnh", related_label: "nhãn tin liên quan", related: "tin liên quan",
    byline: "tên tác giả", agency_source: "nguồn tin", date: "ngày giờ", source_url: "địa chỉ nguồn", tags: "từ khóa",
    section: "chuyên mục", promo: "quảng bá", share_widget: "nút chia sẻ", comment: "bình luận", ad: "quảng cáo",
    legal: "bản quyền", chrome: "khung trang", duplicate_body: "đoạn lặp",
  };
  const DATA = new Set(["title", "summary", "caption", "credit", "related", "byline", "agency_source", "date",
    "source_url", "tags", "section"]);
  const FURNITURE = new Set(["chrome", "share_widget", "legal", "comment", "ad"]);
  const GROUPS = ["cut", "data", "furniture", "done"];
  const TAGS = { heading: "h2", list_item: "li", quote: "blockquote", preformatted: "pre" };
  const MARK = "data-cleaner-block"; // on blocks that were put back; never in the saved content
  // Texts that were written elsewhere, and not taken from a page of the web.
  const WRITTEN = /urn:schemas-microsoft-com:office|class="?Mso|docs-internal-guid|data-pm-slice|data-slate/i;
  const SOURCE = /^\s*(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype html|html|body)\b/i;

  const fill = (words, value) => words.replace("{0}", () => String(value));
  const squeeze = (text) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

  // -- the service ------------------------------------------------------------------------------------------------
  class Failure extends Error {
    constructor(reason, status) { super(reason); this.reason = reason; this.status = status || 0; }
  }

  /** Settles as `work(signal)` does, or fails as "slow" after so many milliseconds, whatever `work` hangs in. */
  async function within(milliseconds, work) {
    const control = new AbortController();
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => { reject(new Failure("slow")); control.abort(); }, milliseconds);
    });
    try { return await Promise.race([work(control.signal), late]); } finally { clearTimeout(timer); }
  }

  async function post(address, token, payload, signal) {
    const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
    const response = await fetch(address, {
      method: "POST", headers, body: JSON.stringify(payload), signal,
      cache: "no-store", credentials: "omit", redirect: "error", referrerPolicy: "no-referrer",
    }).catch(() => { throw new Failure("unreachable"); });
    if (response.status === 401 || response.status === 403) throw new Failure("refused", response.status);
    if (!response.ok) throw new Failure("error", response.status);
    return response;
  }

  /** JSON with an article and a ledger in it; anything else, such as a proxy's page, is a failure. */
  async function readResult(response) {
    const result = await response.json().catch(() => null);
    const whole = result && Array.isArray(result.ledger) && result.article && Array.isArray(result.article.body);
    if (!whole) throw new Failure("unusable");
    return result;
  }

  /** The service's fragment without its headline, which the host page gets as data. The document it is read in is inert. */
  function withoutTitle(html) {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    if (body.firstElementChild?.tagName === "H1") body.firstElementChild.remove();
    return body.innerHTML.trim();
  }

  function service(editor) {
    const option = (name) => editor.options.get(`cleaner_${name}`);
    const address = (path) => option("url").replace(/\/+$/, "") + path;
    const token = async () => {
      try { return await option("token")?.(); } catch { throw new Failure("refused"); }
    };
    return {
      /** {html, article, ledger, report}: two looks at one page, which the service answers alike every time. */
      clean: (page) => within(option("timeout"), async (signal) => {
        const key = await token();
        const profile = encodeURIComponent(option("profile"));
        const [result, html] = await Promise.all([
          post(address("/v1/clean?format=json"), key, page, signal).then(readResult),
          post(address(`/v1/clean?format=html&profile=${profile}`), key, page, signal).then((answer) => answer.text()),
        ]);
        if (!result.article.body.length) throw new Failure("empty");
        return { ...result, html: withoutTitle(html) };
      }),
      restore: ({ article, ledger }, ids) => within(option("timeout"), async (signal) =>
        readResult(await post(address("/v1/restore"), await token(), { article, ledger, ids }, signal))),
    };
  }

  // -- the document -----------------------------------------------------------------------------------------------
  const blocks = (editor) => editor.dom.select("p,h1,h2,h3,h4,h5,h6,li,blockquote,figcaption,td,div");
  const marked = (editor, id) => editor.dom.select(`[${MARK}="${Number(id)}"]`);

  function make(editor, type, text, id) {
    const block = editor.dom.create(TAGS[type] || "p", { [MARK]: id });
    const inner = type === "quote" ? block.appendChild(editor.dom.create("p")) : block;
    inner.textContent = text;
    return block;
  }

  /** Where in the article the entry now is: blocks of equal words stand in the order of their entries. */
  function placeOf(entry, { article, ledger }) {
    const places = article.body.flatMap((block, place) => (block.text === entry.text ? [place] : []));
    const twin = ledger.filter((other) => other.kept && other.text === entry.text).findIndex((other) => other.id === entry.id);
    return places[twin] ?? places.at(-1) ?? article.body.length;
  }

  /** Puts a block beside the nearest neighbour that the editor has not rewritten, else at the end. */
  function place(editor, block, at, body) {
    const find = (neighbour) => blocks(editor).find((element) => squeeze(element.textContent) === squeeze(neighbour.text));
    const before = body.slice(0, at).reverse().map(find).find(Boolean);
    const after = before ? null : body.slice(at + 1).map(find).find(Boolean);
    const anchor = before || after;
    if (!anchor) return editor.getBody().append(fitting(editor, block, editor.getBody()));
    return before ? anchor.after(fitting(editor, block, anchor.parentNode)) : anchor.before(fitting(editor, block, anchor.parentNode));
  }

  /** A list item stands in a list, any other block does not. */
  function fitting(editor, block, parent) {
    const inList = /^[OU]L$/.test(parent.nodeName);
    if (inList === (block.nodeName === "LI")) return block;
    const holder = editor.dom.create(inList ? "li" : "ul");
    holder.append(block);
    return holder;
  }

  function remove(editor, id) {
    for (const block of marked(editor, id)) {
      const parent = block.parentNode;
      block.remove();
      if (/^([OU]L|LI)$/.test(parent.nodeName) && !parent.textContent.trim()) parent.remove();
    }
    if (!editor.getBody().firstChild) editor.setContent("");
  }

  // -- the panel --------------------------------------------------------------------------------------------------
  const STYLES = {
    panel: "width:340px;max-width:100%;height:100%;overflow:auto;padding:12px;box-sizing:border-box;font-size:14px;line-height:1.45;white-space:normal",
    heading: "font-size:16px;font-weight:700;margin:0 0 8px",
    status: "min-height:1.45em;margin:0 0 8px;overflow-wrap:anywhere",
    group: "margin:0 0 10px", summary: "cursor:pointer;font-weight:700;padding:4px 0",
    list: "list-style:none;margin:0;padding:0",
    item: "margin:6px 0 0;padding:8px 10px;border:1px solid rgba(128,128,128,.55);border-radius:6px",
    role: "font-size:12px;font-weight:700;display:block", text: "margin:4px 0 8px;overflow-wrap:anywhere;display:block",
    why: "font-size:12px;display:block;margin:0 0 8px;overflow-wrap:anywhere", row: "display:flex;flex-wrap:wrap;gap:6px",
    end: "margin:8px 0 0",
    button: "font-size:13px;padding:3px 10px;min-height:28px;line-height:20px;margin:0",
  };

  /** An element with words in it; styles go through the object model, which a strict CSP allows. */
  function element(tag, style, words, attributes = {}) {
    const made = document.createElement(tag);
    made.style.cssText = STYLES[style] || "";
    if (words !== undefined) made.textContent = words;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function groupOf(entry, seen) {
    if (seen.has(entry.id)) return "done";
    if (DATA.has(entry.role)) return "data";
    return FURNITURE.has(entry.role) ? "furniture" : "cut";
  }

  function panel(editor, words, language, act) {
    let host = null;
    const open = new Set(["cut"]);
    const roleName = (role) => (language === "vi" && ROLES_VI[role]) || role.replaceAll("_", " ");

    const button = (action, entry) => {
      const made = element("button", "button", words[action], { type: "button", "data-action": action, class: "tox-button tox-button--secondary" });
      if (entry) { // the name says which block, since "Put back" stands there many times
        made.dataset.entry = entry.id;
        made.setAttribute("aria-label", `${words[action]}: ${entry.text.slice(0, 80)}`);
      }
      return made;
    };
    const item = (entry, isBack, isSeen) => {
      const made = element("li", "item", undefined, { "data-entry": entry.id, "data-state": isBack ? "back" : "cut" });
      const row = element("span", "row");
      row.append(...(isBack ? ["again"] : isSeen ? ["back"] : ["back", "accept"]).map((action) => button(action, entry)));
      const why = [entry.rule, fill(words.sure, Math.round(entry.confidence * 100))].join(" · ");
      made.append(element("span", "role", roleName(entry.role)), element("span", "text", entry.text), element("span", "why", why), row);
      return made;
    };
    const group = (name, items) => {
      const made = element("details", "group", undefined, { "data-group": name });
      made.open = open.has(name);
      made.addEventListener("toggle", () => open[made.open ? "add" : "delete"](name));
      const list = element("ul", "list", undefined, { role: "list" });
      list.append(...items);
      made.append(element("summary", "summary", `${words[name]} (${items.length})`), list);
      if (name === "done") return made;
      const row = element("p", "end");
      row.append(button("acceptAll"));
      made.append(row);
      return made;
    };

    const draw = ({ cuts, seen }) => {
      if (!host) return;
      const places = [...host.querySelectorAll("button")];
      const focused = places.indexOf(document.activeElement);
      const groups = GROUPS.map((name) => [name, cuts.filter((entry) => groupOf(entry, seen) === name)]);
      const list = host.querySelector("[data-list]");
      list.replaceChildren(...groups.filter(([, entries]) => entries.length).map(([name, entries]) =>
        group(name, entries.map((entry) => item(entry, marked(editor, entry.id).length > 0, seen.has(entry.id))))));
      if (!cuts.length) list.append(element("p", "status", words.none));
      if (focused >= 0) refocus(focused);
    };
    /** The keyboard stays where it was, on the button that took the old one's place. */
    const refocus = (place) => {
      const visible = [...host.querySelectorAll("button")];
      (visible[Math.min(place, visible.length - 1)] || host.firstChild).focus();
    };
    const build = (place) => {
      host = element("section", "panel", undefined, { "aria-label": words.panel, class: "cleaner-panel", lang: language, tabindex: "-1" });
      host.append(element("h2", "heading", words.panel), element("p", "status", "", { role: "status" }), element("div", "", undefined, { "data-list": "" }));
      host.addEventListener("click", (event) => {
        const pressed = event.target.closest("button[data-action]");
        if (pressed) act(pressed.dataset.action, pressed.dataset.entry, pressed.closest("[data-group]").dataset.group);
      });
      host.addEventListener("keydown", (event) => { if (event.key === "Escape") editor.focus(); });
      place.replaceChildren(host);
    };
    return {
      build, draw,
      say: (text) => { if (host) host.querySelector("[role=status]").textContent = text; },
      focus: () => (host?.querySelector("button") || host)?.focus(),
    };
  }

  // -- the plug-in ------------------------------------------------------------------------------------------------
  function registerOptions(editor) {
    const register = editor.options.register;
    register("cleaner_url", { processor: "string", default: "" });
    register("cleaner_token", { processor: "function" });
    register("cleaner_language", { processor: "string", default: /^vi\b/.test(editor.options.get("language") || "") ? "vi" : "en" });
    register("cleaner_profile", { processor: "string", default: "article" });
    register("cleaner_timeout", { processor: "number", default: 15000 });
    register("cleaner_paste_min", { processor: "number", default: 2000 });
  }

  /** The page in a paste, or null: HTML that was copied from the web, or the source of a page as text. */
  function pageIn(clipboard, least) {
    if (!clipboard || !least || clipboard.types.includes("x-tinymce/html")) return null;
    const [html, text] = [clipboard.getData("text/html"), clipboard.getData("text/plain")];
    if (SOURCE.test(text)) return { content: text, paste: html ? { html } : { text } };
    if (html.length < least || WRITTEN.test(html)) return null;
    return { content: html, paste: { html } };
  }

  function plugin(editor) {
    registerOptions(editor);
    const language = editor.options.get("cleaner_language") === "vi" ? "vi" : "en";
    const words = WORDS[language];
    const api = service(editor);
    const state = { result: null, cuts: [], seen: new Set() };
    const view = panel(editor, words, language, (action, id, group) => actions[action](Number(id), group));

    const notify = (type, text) => editor.notificationManager.open({ type, text, timeout: type === "success" ? 5000 : 0 });
    const fail = (failure, source) => {
      const reason = failure instanceof Failure ? failure.reason : "unusable";
      notify("warning", `${fill(words[reason], failure.status || "")} ${words.kept}`);
      editor.dispatch("CleanerFailure", { reason, status: failure.status || 0, source });
    };

    /** Asks, then inserts or falls back; meanwhile the editor shows that it is busy and keeps the caret. */
    async function clean(content, source, { insert, fallBack }) {
      editor.setProgressState(true);
      let failure = null;
      const result = await api.clean({ content, kind: "html" }).catch((error) => { failure = error; });
      if (editor.removed) return;
      editor.setProgressState(false);
      if (failure) { fallBack(); fail(failure, source); } else { editor.undoManager.transact(() => insert(result.html)); settle(result, source); }
    }

    function settle(result, source) {
      const { article, ledger, report } = result;
      // What stands in an attribute is a copy of a caption, and nothing that was printed.
      const cuts = ledger.filter((entry) => !entry.kept && !/\/@[^/]*$/.test(entry.path || ""));
      Object.assign(state, { result: { article, ledger }, cuts, seen: new Set() });
      if (editor.queryCommandValue("ToggleSidebar") !== "cleanercuts") editor.execCommand("ToggleSidebar", false, "cleanercuts");
      view.draw(state);
      view.say("");
      notify("success", fill(words.cleaned, cuts.length));
      const { title, summary, authors, agency, published, modified, images, section, tags, related } = article;
      editor.dispatch("CleanerResult", {
        title, summary, authors, agency, published, modified, images, section, tags, related, article, ledger, report, source,
      });
    }

    async function putBack(id) {
      const entry = state.cuts.find((cut) => cut.id === id);
      const { result } = state;
      const standing = state.cuts.filter((cut) => marked(editor, cut.id).length).map((cut) => cut.id);
      try {
        const answer = await api.restore(result, [...standing, id]);
        if (editor.removed || state.result !== result || marked(editor, id).length) return;
        const at = placeOf(entry, answer);
        const block = make(editor, answer.article.body[at]?.type, entry.text, id);
        editor.undoManager.transact(() => place(editor, block, at, answer.article.body));
        state.seen.delete(id);
        changed(words.isBack, entry, "CleanerRestore");
        block.scrollIntoView({ block: "nearest" });
      } catch (failure) { if (!editor.removed) fail(failure, "restore"); }
    }

    function changed(said, entry, event) {
      editor.nodeChanged();
      view.draw(state);
      view.say(fill(said, entry.text.slice(0, 80)));
      editor.dispatch(event, { id: entry.id, entry });
    }

    const actions = {
      back: putBack,
      again: (id) => {
        editor.undoManager.transact(() => remove(editor, id));
        changed(words.isCut, state.cuts.find((cut) => cut.id === id), "CleanerCut");
      },
      accept: (id) => {
        state.seen.add(id);
        changed(words.isSeen, state.cuts.find((cut) => cut.id === id), "CleanerAccept");
      },
      acceptAll: (_, group) => {
        const settled = state.cuts.filter((cut) => groupOf(cut, state.seen) === group && !marked(editor, cut.id).length);
        for (const entry of settled) { state.seen.add(entry.id); editor.dispatch("CleanerAccept", { id: entry.id, entry }); }
        view.draw(state);
        view.say(fill(words.isSeen, settled.length));
      },
    };

    // -- ways in
    editor.on("paste", (event) => {
      const page = event.isDefaultPrevented() || editor.queryCommandState("mceTogglePlainTextPaste")
        ? null : pageIn(event.clipboardData, editor.options.get("cleaner_paste_min"));
      if (!page) return;
      event.preventDefault();
      clean(page.content, "paste", {
        insert: (html) => editor.insertContent(html),
        fallBack: () => editor.execCommand("mceInsertClipboardContent", false, page.paste),
      });
    });
    editor.addCommand("mceCleaner", () => {
      if (!squeeze(editor.getContent({ format: "text" }))) { notify("info", words.nothing); return; }
      clean(editor.getContent(), "button", { insert: (html) => editor.setContent(html), fallBack: () => {} });
    });
    editor.on("Undo Redo SetContent", () => view.draw(state));
    editor.on("PreInit", () => editor.serializer.addAttributeFilter(MARK, (nodes) => nodes.forEach((node) => node.attr(MARK, null))));

    const registry = editor.ui.registry;
    registry.addButton("cleaner", { icon: "paste-text", tooltip: words.button, onAction: () => editor.execCommand("mceCleaner") });
    registry.addMenuItem("cleaner", { icon: "paste-text", text: words.button, onAction: () => editor.execCommand("mceCleaner") });
    registry.addSidebar("cleanercuts", {
      icon: "comment", tooltip: words.panel,
      onSetup: (side) => { view.build(side.element()); return () => {}; },
      onShow: () => view.draw(state),
    });
    editor.addShortcut("meta+alt+l", words.panel, () => view.focus());
    return { getMetadata: () => ({ name: "cleaner" }) };
  }

  tinymce.PluginManager.add("cleaner", plugin);
})(window.tinymce);
