"""The rules that are code, not data: what the ledger says where no pack decides."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

#: Stands where a pack's name would.
PACK = "engine"


class EngineRule(NamedTuple):
    """decides: the roles that it gives; "body" stands for the kind of body block that the markup says."""

    id: str
    decides: str
    why: str


_RULES = (
    EngineRule("editor.cut", "chrome", "An editor cut the block, as chrome or whatever role was chosen."),
    EngineRule("editor.restore", "body", "An editor put the block back."),
    EngineRule("editor.role", "body", "An editor gave the block another role."),
    EngineRule(
        "fallback.hidden", "body", "The page shows little story, and hidden blocks hold it: a script shows them."
    ),
    EngineRule(
        "fallback.json-ld", "body", "The page shows little story, and its declared articleBody has these words."
    ),
    EngineRule(
        "fallback.trafilatura", "body", "The judge kept little, and trafilatura takes these blocks for the story."
    ),
    EngineRule("headline.copy", "chrome", "Repeats the printed title, as sticky bars and share boxes do."),
    EngineRule("headline.printed", "title", "The best headline: heading, declared title and place speak for it."),
    EngineRule("headline.unmarked", "title", "A bold line between section or date and the first paragraph."),
    EngineRule("hint.ad", "ad", "The class or id of an element around it names an advertisement."),
    EngineRule("hint.byline", "byline", "The class or id of an element around it names an author."),
    EngineRule("hint.caption", "caption", "The class or id of an element around it names a caption."),
    EngineRule("hint.comment", "comment", "The class or id of an element around it names comments."),
    EngineRule("hint.consent", "legal", "The class or id of an element around it names consent to cookies."),
    EngineRule("hint.date", "date", "The class or id of an element around it names a date."),
    EngineRule("hint.legal", "legal", "The class or id of an element around it names legal notes."),
    EngineRule("hint.paywall", "promo", "The class or id of an element around it names a paywall."),
    EngineRule("hint.popular", "related", "The class or id of an element around it names what is most read."),
    EngineRule("hint.promo", "promo", "The class or id of an element around it names an offer."),
    EngineRule("hint.related", "related", "The class or id of an element around it names other stories."),
    EngineRule("hint.section", "section", "Linked right above the title, in a class that names tags or categories."),
    EngineRule("hint.share", "share_widget", "The class or id of an element around it names sharing."),
    EngineRule("hint.tags", "tags", "The class or id of an element around it names tags."),
    EngineRule("judge.byline", "byline", "The trained judge of lines takes it for a name or date rather than story."),
    EngineRule("judge.caption", "caption", "The trained judge of lines takes it for a caption rather than story."),
    EngineRule(
        "judge.furniture", "chrome", "The trained judge does not take it for story, and nothing says what it is."
    ),
    EngineRule("judge.related", "related", "The trained judge of lines takes it for another article's title or label."),
    EngineRule("judge.story", "body", "The trained judge takes it for story; the evidence is its probability."),
    EngineRule(
        "known.title", "related", "The title of another page of the host, by the index of titles that was given."
    ),
    EngineRule("lead.apart", "summary", "The layout sets it off from the story that follows."),
    EngineRule("lead.copy", "duplicate_body", "Repeats the lead."),
    EngineRule("lead.headline", "summary", "Takes up the words of the title."),
    EngineRule("lead.other.related-summary", "related", "Marked as a lead; this story's own stands elsewhere."),
    EngineRule(
        "lead.subtitle", "summary", "Without a full stop, between the title and a date or name, or like the title."
    ),
    EngineRule("lead.placed", "summary", "Stands under the title, where a rule of its language expects a lead."),
    EngineRule("lead.printed", "summary", "Between headline and story, and the page declares or marks it as its lead."),
    EngineRule("lead.repeated", "summary", "The same words stand again in the story."),
    EngineRule("lead.retold", "summary", "The next paragraphs tell its words again."),
    EngineRule("lead.terse", "summary", "One sentence under the title, where the paragraphs have several."),
    EngineRule(
        "lead.wording", "summary", "A rule knows its wording as that of a lead, and it stands where leads stand."
    ),
    EngineRule("markup.landmark", "chrome", "Stands in navigation, footer, form or dialog."),
    EngineRule("repeat.attribute", "caption_duplicate", "An attribute, such as a picture's alt, repeats a caption."),
    EngineRule("repeat.body", "duplicate_body", "A paragraph with the words of an earlier one."),
    EngineRule("repeat.story", "duplicate_body", "Stands in a second copy of the story as it does in the first."),
    EngineRule("repeat.caption", "caption_duplicate", "A caption with the words of an earlier one."),
    EngineRule("repeat.caption-copy", "caption_duplicate", "A line with the letters of an earlier caption."),
    EngineRule("repeat.contents", "chrome", "An entry of a table of contents: it comes again as a heading."),
    EngineRule("repeat.hidden", "chrome", "Stands in a hidden copy of the story, for print."),
    EngineRule("repeat.quote", "duplicate_body", "A pulled quote with the words of a paragraph."),
    EngineRule("repeat.speaker", "duplicate_body", "Who said a pulled quote, in the quote's own box."),
    EngineRule("repeat.title-copy", "chrome", "A line that repeats the title."),
    EngineRule("shape.address", "source_url", "The line is an address."),
    EngineRule("shape.bold-subheading", "heading", "A bold line between two paragraphs of the story."),
    EngineRule("shape.far-account", "promo", "An account line in a side bar or at the foot, behind other articles."),
    EngineRule("shape.film-title", "promo", "The title of another story's film, under the invitation to watch it."),
    EngineRule("shape.above-title", "chrome", "Stands above the headline, and the story stands under it."),
    EngineRule("shape.behind-signature", "chrome", "A word or two behind who signed and a button or label."),
    EngineRule("shape.beside-story", "chrome", "Kept with doubt, and apart from the element that holds the story."),
    EngineRule("shape.beside-story.related-title", "related", "The same of what is mostly a link."),
    EngineRule("shape.brief", "body", "A sentence of a short story, in an element named as its text."),
    EngineRule(
        "shape.between",
        "promo, ad, share_widget, comment",
        "Stands between two pieces of such a box, in the same container.",
    ),
    EngineRule("shape.behind-story", "chrome", "A few words behind the story, among several buttons and labels."),
    EngineRule("shape.bio", "byline", "Tells of the author, at the end of the story."),
    EngineRule("shape.caption-above-credit", "caption", "Stands right above a credit."),
    EngineRule("shape.caption-alone", "caption", "One sentence that blank lines set off inside the text."),
    EngineRule("shape.caption-below-label", "caption", "Right below the label for a picture's words."),
    EngineRule("shape.caption-echo", "caption", "The next paragraph begins with the same words."),
    EngineRule("shape.caption-name", "caption", "Only the name of someone of whom the story tells."),
    EngineRule("shape.caption-scene", "caption", "One sentence in the words of a caption, right behind a paragraph."),
    EngineRule("shape.caption-twin", "caption", "Printed twice in a row."),
    EngineRule(
        "shape.caption-unstopped", "caption", "No full stop, and length and neighbours speak for a picture's caption."
    ),
    EngineRule("shape.column", "chrome", "A cell of a table in another column of the page than the story."),
    EngineRule("shape.comments", "comment", "Stands behind the label of a comment box, as readers' comments do."),
    EngineRule("shape.document-name", "body", "The name under a document that the story quotes in full."),
    EngineRule(
        "shape.donation-details", "donation_details", "An account, address or number behind a line that asks for help."
    ),
    EngineRule("shape.doubtful-list", "chrome", "A list on a page of news, most of which the judge doubts."),
    EngineRule("shape.file-address", "chrome", "The address of a file, such as a picture."),
    EngineRule("shape.fragment", "body", "A fragment of running text, with no page around it."),
    EngineRule("shape.group", "body", "An item of a list or table most of which is story."),
    EngineRule("shape.heading", "heading", "Short, without a full stop, above a paragraph."),
    EngineRule("shape.interview", "body", "A question or an answer of an interview, behind a dash or star."),
    EngineRule("shape.kicker", "section", "A word or two above the title."),
    EngineRule("shape.linked", "related", "Most of it is a link, and long enough for a headline."),
    EngineRule("shape.list-item", "list_item", "Begins with a bullet or a number."),
    EngineRule("shape.markdown-links", "chrome", "A line of Markdown that is a short link or a row of links."),
    EngineRule("shape.markdown-picture", "chrome", "A line of Markdown that is one picture."),
    EngineRule("shape.masthead", "chrome", "A few words between title and story, beside a date or a button there."),
    EngineRule("shape.masthead-name", "byline", "The name of a person near the date, above the story."),
    EngineRule("shape.menu", "chrome", "One of several short lines above the title of a text."),
    EngineRule("shape.card-teaser", "related", "Alone in an element with the linked title of another article."),
    EngineRule("shape.card.related-title", "related", "The linked headline of a card in a row of other articles."),
    EngineRule(
        "shape.card.related-summary", "related", "Stands under the headline of a card in a row of other articles."
    ),
    EngineRule("shape.long-story", "body", "One of hundreds of paragraphs alike, the first of which are story."),
    EngineRule("shape.no-words", "chrome", "Holds no letter and no digit."),
    EngineRule("shape.numbered-heading", "heading", "A numbered line above a paragraph."),
    EngineRule("shape.office", "byline", "The office of the author named above."),
    EngineRule("shape.orphan-heading", "related_label", "A heading with no story under it."),
    EngineRule("shape.other-article", "related", "Stands in another article element than the story."),
    EngineRule("shape.other-article.related-title", "related", "The headline of another article element."),
    EngineRule("shape.linked-item", "related", "Opens with a headline's link, as all items of its list or others do."),
    EngineRule("shape.linked-teaser", "related", "Stands inside the link of another article's title."),
    EngineRule("shape.entry-clock", "date", "The hour of a live blog's entry, alone on its line or with its author."),
    EngineRule("shape.labelled-link", "related", "A short label and linked titles, on a page of news."),
    EngineRule("list.tags", "tags", "A link under the label of key words."),
    EngineRule("shape.entry-heading", "heading", "Heads a live page's entry, as others of its make do that are story."),
    EngineRule("shape.paragraph", "body", "A line of prose for which nothing else was found."),
    EngineRule(
        "shape.photo-story", "body", "A caption that tells the story: the page has pictures instead of paragraphs."
    ),
    EngineRule("shape.poll", "chrome", "A question and its answers, one a line, above the button of a poll."),
    EngineRule("shape.rank", "chrome", "The rank beside a title in a list of what is read most."),
    EngineRule("shape.related-caption", "related", "The caption of another story that the page offers."),
    EngineRule("shape.related-summary", "related", "The teaser of another story that the page offers."),
    EngineRule("shape.related-title", "related", "The headline of another story that the page offers."),
    EngineRule(
        "shape.signature",
        "byline, agency_source",
        "A short line of names, or the source under them, that signs the story.",
    ),
    EngineRule("shape.single-letters", "chrome", "Single letters, as on a button for the size of letters."),
    EngineRule("shape.subheading", "heading", "A heading element of few characters between two pieces of story."),
    EngineRule("shape.tag", "tags", "A few words on a line of their own, below the label or among other key words."),
    EngineRule("shape.tag-row", "tags", "Links behind the label of key words, or to pages of tags."),
    EngineRule("shape.teaser", "related", "Tells of another article, under that one's linked title."),
    EngineRule(
        "shape.title", "title", "The first line of a text or of the story in it, short and without a full stop."
    ),
    EngineRule("shape.under-picture", "caption", "Right behind a picture, and not set as the story's paragraphs are."),
)

ENGINE_RULES = MappingProxyType({rule.id: rule for rule in _RULES})
