"""What an attack of the zoo is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cleaner.model import Kind

#: Prose to hide an attack in: a page that has a story is judged by all stages.
STORY = (
    "Sáng 14/10, chiếc phà điện đầu tiên rời bến trong tiếng vỗ tay của hơn hai trăm người dân.",
    "Theo ông Trần Văn Lực, chi phí mỗi chuyến giảm gần một nửa so với phà chạy dầu.",
    "Đến cuối năm 2027, tỉnh sẽ có thêm bốn phà điện ở ba bến, dùng chung một trạm sạc.",
)
HEAD = "<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>Phà điện rời bến</title>"
OPEN = "</head><body><article><h1>Phà điện rời bến</h1>" + "".join(f"<p>{text}</p>" for text in STORY)


class Attack(NamedTuple):
    """name, kind: of the page. tries: what it is meant to bring down. make: size in bytes, about -> the page."""

    name: str
    kind: Kind
    tries: str
    make: Callable[[int], bytes | str]


def body(inner: str) -> str:
    """A page with a short story and then the attack."""
    return HEAD + OPEN + inner


def head(inner: str) -> str:
    """A page with the attack in its head."""
    return HEAD + inner + OPEN


def repeat(size: int, unit: str) -> str:
    """The unit again and again, about `size` bytes of it."""
    return unit * max(1, size // len(unit.encode("utf-8", "surrogatepass")))


def count(size: int, unit: Callable[[int], str]) -> str:
    """unit(0), unit(1), ... up to about `size` bytes."""
    parts, left, number = [], size, 0
    while left > 0:
        parts.append(unit(number))
        left -= len(parts[-1].encode("utf-8", "surrogatepass"))
        number += 1
    return "".join(parts)


def html(name: str, tries: str, unit: str, before: str = "", after: str = "") -> Attack:
    """A page in whose body a unit is repeated."""
    return Attack(name, "html", tries, lambda size: body(before + repeat(size, unit) + after))


def counted(name: str, tries: str, unit: Callable[[int], str], before: str = "", after: str = "") -> Attack:
    """A page in whose body a numbered unit is repeated."""
    return Attack(name, "html", tries, lambda size: body(before + count(size, unit) + after))


def declared(name: str, tries: str, unit: Callable[[int], str], before: str = "", after: str = "") -> Attack:
    """A page in whose head a numbered unit is repeated."""
    return Attack(name, "html", tries, lambda size: head(before + count(size, unit) + after))


def text(name: str, tries: str, unit: Callable[[int], str], before: str = "") -> Attack:
    """A text page of a numbered unit."""
    return Attack(name, "text", tries, lambda size: before + count(size, unit))
