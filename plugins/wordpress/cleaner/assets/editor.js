/*
 * The side bar of the block editor: cleans the post, shows what was left out, puts it back.
 * Talks to this site only, whose REST routes check nonce and rights; the service's key never comes here.
 * Page words are shown as text; HTML becomes blocks through WordPress' own rawHandler.
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
(function (wp, words) {
  "use strict";

  const { createElement: el, Fragment, useEffect, useState } = wp.element;
  const { Button, Notice, PanelBody } = wp.components;
  const { dispatch, select, useSelect } = wp.data;
  const PluginSidebar = (wp.editor && wp.editor.PluginSidebar) || wp.editPost.PluginSidebar; // moved in WordPress 6.6
  const BLOCKS = "core/block-editor";

  const FURNITURE = new Set(["chrome", "share_widget", "legal", "comment", "ad"]);

  /** In page order, the page's own furniture last. */
  const inOrder = (cuts) => [...cuts].sort((a, b) => FURNITURE.has(a.role) - FURNITURE.has(b.role));
  const squeeze = (text) => text.normalize("NFC").replace(/\s+/gu, " ").trim();
  const fill = (text, number) => text.replace("%d", number).replace("%%", "%");
  const ask = (post, path, data) =>
    wp.apiFetch({ path: `/cleaner/v1/posts/${post}${path}`, ...(data && { method: "POST", data }) });

  /** The words of a block, read in a document in which nothing runs. */
  const textOf = (block) =>
    squeeze(new DOMParser().parseFromString(wp.blocks.getBlockContent(block), "text/html").body.textContent);

  /** All blocks, with those inside others before their parents: the closest fit is found first. */
  const flat = (blocks) => blocks.flatMap((block) => [...flat(block.innerBlocks), block]);

  /** Puts blocks beside the nearest neighbour that the editor has not rewritten, else at the end. */
  function place(blocks, { at, texts }) {
    const standing = flat(select(BLOCKS).getBlocks());
    const find = (text) => standing.find((block) => textOf(block) === squeeze(text));
    const before = texts.slice(0, at).reverse().map(find).find(Boolean);
    const after = before ? null : texts.slice(at + 1).map(find).find(Boolean);
    const anchor = before || after;
    const top = anchor && topOf(anchor.clientId);
    const index = top ? select(BLOCKS).getBlockIndex(top) + (before ? 1 : 0) : undefined;
    dispatch(BLOCKS).insertBlocks(blocks, index, "", false);
  }

  function topOf(clientId) {
    const parents = select(BLOCKS).getBlockParents(clientId);
    return parents.length ? parents[0] : clientId;
  }

  /** Title and excerpt are filled where empty; then the blocks, so that the first undo brings the page back. */
  function takeOver({ html, fields }) {
    const { getEditedPostAttribute: attribute } = select("core/editor");
    const found = { title: fields.title, excerpt: fields.summary };
    const empty = Object.entries(found).filter(([name, value]) => value && !(attribute(name) || "").trim());
    if (empty.length) dispatch("core/editor").editPost(Object.fromEntries(empty));
    dispatch(BLOCKS).replaceBlocks(select(BLOCKS).getBlockOrder(), wp.blocks.rawHandler({ HTML: html }));
  }

  function Fields({ fields }) {
    const rows = [
      [words.authors, (fields.authors || []).map(({ name }) => name).join(", ")],
      [words.published, fields.published],
      [words.images, (fields.images || []).length || ""],
    ].filter(([, value]) => value);
    return el("dl", null, rows.map(([name, value]) => el(Fragment, { key: name },
      el("dt", null, el("strong", null, name)), el("dd", { style: { margin: "0 0 8px" } }, String(value)))));
  }

  function Cut({ entry, isBack, busy, onClick }) {
    const name = isBack ? words.again : words.back;
    return el("li", { "data-entry": entry.id, "data-state": isBack ? "back" : "cut", style: { borderTop: "1px solid #757575", padding: "8px 0", overflowWrap: "anywhere" } },
      el("strong", null, entry.role.replaceAll("_", " ")),
      el("p", { style: { margin: "4px 0" } }, entry.text),
      el("p", { style: { margin: "4px 0", fontSize: "12px" } }, `${entry.rule} · ${fill(words.sure, Math.round(entry.confidence * 100))}`),
      el(Button, { variant: "secondary", isSmall: true, disabled: busy, onClick, "aria-label": `${name}: ${entry.text.slice(0, 80)}` }, name));
  }

  function Sidebar() {
    const post = useSelect((get) => get("core/editor").getCurrentPostId(), []);
    const [view, setView] = useState({ fields: null, cuts: [] });
    const [placed, setPlaced] = useState({}); // id of a cut -> clientIds of its blocks
    const [busy, setBusy] = useState(false);
    const [notice, setNotice] = useState(null);
    const standing = useSelect((get) => Object.keys(placed).map(Number).filter((id) =>
      placed[id].some((clientId) => get(BLOCKS).getBlock(clientId))), [placed]);

    useEffect(() => { if (post) ask(post, "").then(setView, () => {}); }, [post]);

    const during = async (work) => {
      setBusy(true);
      setNotice(null);
      try { setNotice({ status: "success", text: await work() }); } catch (error) {
        setNotice({ status: "warning", text: `${(error && error.message) || words.failed} ${words.kept}` });
      }
      setBusy(false);
    };
    const clean = () => {
      const content = select("core/editor").getEditedPostContent();
      if (!content.trim()) { setNotice({ status: "info", text: words.nothing }); return; }
      during(async () => {
        const answer = await ask(post, "/clean", { content });
        takeOver(answer);
        setPlaced({});
        setView(answer);
        return fill(words.cleaned, answer.cuts.length);
      });
    };
    const putBack = (id) => during(async () => {
      const answer = await ask(post, "/restore", { ids: [...standing.filter((other) => other !== id), id] });
      const blocks = wp.blocks.rawHandler({ HTML: answer.html });
      place(blocks, answer);
      setPlaced({ ...placed, [id]: blocks.map((block) => block.clientId) });
      return words.isBack;
    });
    const cutAgain = (id) => {
      dispatch(BLOCKS).removeBlocks(placed[id], false);
      setNotice({ status: "success", text: words.isCut });
    };

    return el(PluginSidebar, { name: "cleaner", title: words.title, icon: "editor-removeformatting" },
      el("div", { className: "cleaner-sidebar" },
        el(PanelBody, null,
          el(Button, { variant: "primary", isBusy: busy, disabled: busy, onClick: clean }, words.clean),
          el("div", { role: "status", style: { marginTop: "8px" } },
            notice && el(Notice, { status: notice.status, isDismissible: false }, notice.text)),
          view.fields && el(Fields, { fields: view.fields })),
        view.cuts.length > 0 && el(PanelBody, { title: `${words.cuts} (${view.cuts.length})` },
          el("ul", { style: { margin: 0 } }, inOrder(view.cuts).map((entry) => {
            const isBack = standing.includes(entry.id);
            return el(Cut, { key: entry.id, entry, isBack, busy, onClick: () => (isBack ? cutAgain : putBack)(entry.id) });
          })))));
  }

  wp.plugins.registerPlugin("cleaner", { render: Sidebar });
})(window.wp, window.cleanerWords);
