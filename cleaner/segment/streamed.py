"""Parts of a page that its server streams, as React does: they come in hidden boxes, `<div hidden id="S:1">`, when they
are ready, and a script of a few bytes puts each where a `<template>` of id "B:1" or "P:1" keeps its place.

https://react.dev/reference/react-dom/server/renderToPipeableStream
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MARK = '"S:'
_BOXES, _PLACES = 'div[hidden][id^="S:"]', 'template[id^="B:"], template[id^="P:"]'
_MOST = 100  # boxes of a page; what goes beyond stays where it was sent


class Part(NamedTuple):
    """What is read instead of the children of a node: siblings from `first` on, in the element of this path."""

    first: LexborNode | None
    path: str


#: By the `mem_id` of a node: at a place what its box holds, at a box that has a place nothing.
Streamed = Mapping[int, Part]
NOTHING: Streamed = {}
_ELSEWHERE = Part(None, "")


def read_streamed(tree: LexborHTMLParser, source: str, unseen: Set[str]) -> Streamed:
    """The places and boxes of a page; unseen: tags of elements whose content no reader sees.

    A box stays where it is if its place is in such an element, or in the box itself, so that its text is never lost.
    """
    if _MARK not in source:
        return NOTHING
    boxes = {_number(node): node for node in reversed(tree.css(_BOXES)[:_MOST])}
    places = {_number(node): node for node in reversed(tree.css(_PLACES)) if _number(node) in boxes}
    owners = {boxes[number].mem_id: number for number in places}
    around = {number: _box_around(place, owners, unseen) for number, place in places.items()}
    known: dict[int, int] = {}
    found: dict[int, Part] = {}
    for number in places:
        if _is_reached(number, around):
            box = boxes[number]
            found[places[number].mem_id] = Part(box.first_child, _path(box, known))
            found[box.mem_id] = _ELSEWHERE
    return found


def _number(node: LexborNode) -> str:
    return (node.id or "")[2:]


def _box_around(place: LexborNode, owners: Mapping[int, str], unseen: Set[str]) -> str | None:
    """The number of the box that holds the place, "" for none, None where no reader sees it."""
    node = place.parent
    while node is not None and node.tag != "body":
        if node.mem_id in owners:
            return owners[node.mem_id]
        if node.tag in unseen or node.tag == "svg":
            return None
        node = node.parent
    return None if node is None else ""


def _is_reached(number: str, around: Mapping[str, str | None]) -> bool:
    """Whether a walk from the body that enters the boxes at their places comes to this one."""
    seen: set[str] = set()
    at: str | None = number
    while at and at not in seen:
        seen.add(at)
        at = around[at]
    return at == ""


def _path(node: LexborNode, known: dict[int, int]) -> str:
    """The CSS path to the element; known: numbers among their siblings, so that none is counted twice."""
    steps: list[str] = []
    at: LexborNode | None = node
    while at is not None and at.tag != "body":
        steps.append(f"{at.tag}:nth-child({_nth(at, known)})")
        at = at.parent
    return " > ".join(["body", *reversed(steps)])


def _nth(node: LexborNode, known: dict[int, int]) -> int:
    count, at = 1, node.prev
    while at is not None and at.mem_id not in known:
        count += at.is_element_node
        at = at.prev
    count += known[at.mem_id] if at is not None else 0
    known[node.mem_id] = count
    return count
