"""Lines of Markdown that are one picture, one link or a row of links: what the tool kept of the page's markup."""

from __future__ import annotations

import re

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.cards import Card
from cleaner.settle.lines.offers import judge_card
from cleaner.settle.lines.view import View

_PICTURE = re.compile(r"^(?:\[\s?)?!\[[^\[\]]{0,400}\]\([^()]{1,900}\)(?:\s?\]\([^()]{1,900}\))?$")
_LINK = re.compile(r"^(?:[-*+•] )?[*_]{0,2}\[[^\[\]]{1,300}\]\([^()\s]{1,900}(?: \"[^\"]{0,300}\")?\)[*_]{0,2}$")
_LINKS = re.compile(r"^(?:[-*+•] )?(?:\[[^\[\]]{1,80}\]\([^()\s]{1,900}\)[ ,|·»>/-]{0,4}){2,32}")
_TITLE_WORDS = 5


def settle_marked(board: Board, view: View) -> None:
    for line in view.lines:
        if board.role(line.number) is not None:
            continue
        text = board.document.blocks[line.number].text
        if "](" not in text:
            continue
        if _PICTURE.match(text):
            board.judge(line.number, Role.CHROME, "shape.markdown-picture", "a picture in Markdown", 0.9)
        elif _LINK.match(text) and len(line.words) >= _TITLE_WORDS:
            judge_card(board, Card(((line, "title"),)), "a whole line that is a link in Markdown", 0.8)
        elif _LINK.match(text) or _LINKS.fullmatch(text):
            board.judge(line.number, Role.CHROME, "shape.markdown-links", "nothing but links in Markdown", 0.8)
