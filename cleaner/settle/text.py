"""The steps by which the verdicts of a text page are settled, in order of trust."""

from __future__ import annotations

from cleaner.settle.board import Board
from cleaner.settle.lines.captions import settle_captions
from cleaner.settle.lines.claims import settle_line_claims
from cleaner.settle.lines.comments import settle_comments
from cleaner.settle.lines.contents import settle_contents
from cleaner.settle.lines.dated import settle_dated
from cleaner.settle.lines.datelined import settle_datelined
from cleaner.settle.lines.donation import settle_donation
from cleaner.settle.lines.furniture import settle_furniture
from cleaner.settle.lines.gallery import settle_gallery
from cleaner.settle.lines.lead import settle_lead
from cleaner.settle.lines.marked import settle_marked
from cleaner.settle.lines.masthead import settle_masthead
from cleaner.settle.lines.offers import settle_offers
from cleaner.settle.lines.pairs import settle_pairs
from cleaner.settle.lines.polls import settle_polls
from cleaner.settle.lines.ranks import settle_ranks
from cleaner.settle.lines.repeats import settle_repeated_lines
from cleaner.settle.lines.rest import settle_rest
from cleaner.settle.lines.signature import settle_signature
from cleaner.settle.lines.signed import settle_signed
from cleaner.settle.lines.strays import settle_strays
from cleaner.settle.lines.tags import settle_tag_lines
from cleaner.settle.lines.title import settle_title
from cleaner.settle.lines.titles import settle_titles
from cleaner.settle.lines.unlikely import settle_unlikely
from cleaner.settle.lines.unstopped import settle_unstopped
from cleaner.settle.lines.view import View, look
from cleaner.settle.lines.whole_page import settle_whole_page

STEPS = (
    settle_line_claims,  # what a pack rule says of a line for certain
    settle_furniture,  # ornaments, buttons, addresses
    settle_title,  # the first line, and its copies
    settle_marked,  # pictures and links in Markdown
    settle_contents,  # a table of contents above the story
    settle_comments,  # what readers wrote
    settle_polls,  # what readers are asked
    settle_donation,  # accounts and addresses behind a donation line
    settle_offers,  # other articles that a label announces
    settle_datelined,  # teasers that open as leads
    settle_dated,  # other articles with dates of their own
    settle_ranks,  # what is read most
    settle_tag_lines,  # key words one a line
    settle_signature,  # who signed, at both ends
    settle_signed,  # what stands behind who signed
    settle_masthead,  # clocks and counters above the story
    settle_pairs,  # other articles without a label
    settle_titles,  # bare headlines behind the story
    settle_signature,  # a signature that stood above them
    settle_lead,  # the sapo, where something proves it
    settle_captions,  # copies, echoes, sentences that stand alone
    settle_repeated_lines,  # paragraphs printed twice
    settle_strays,  # other articles' headlines alone in the text
    settle_unstopped,  # headings, items, captions without a full stop
    settle_gallery,  # captions that tell the story
    settle_rest,  # what is left is the story
)


def settle_text(board: Board) -> None:
    """Give every block of a text page its verdict."""
    if board.scores:
        settle_whole_page(board, _settle_story)
    else:
        _settle_story(board)


def _settle_story(board: Board) -> None:
    settle_unlikely(board, draft_story(board))


def draft_story(board: Board) -> View:
    """The verdicts by words and shapes, before the judge of lines; returns what was seen of the lines."""
    view = look(board.document)
    for step in STEPS:
        step(board, view)
    return view
