"""Bytes that arrive in pieces to lines."""

from __future__ import annotations

from cleaner.client.errors import UnreadableAnswer


class Lines:
    """Ends a line at LF alone: what splits text (`str.splitlines`) would cut a JSON string at U+2028 or U+0085."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []

    def feed(self, piece: bytes) -> list[bytes]:
        """The lines that end in this piece, without their LF and without empty ones.

        >>> lines = Lines()
        >>> lines.feed(b"ab"), lines.feed(b"c\\nd\\n\\ne")
        ([], [b'abc', b'd'])
        """
        *ends, begun = piece.split(b"\n")
        if not ends:
            self._begun.append(begun)
            return []
        whole = [b"".join([*self._begun, ends[0]]), *ends[1:]]
        self._begun = [begun]
        return [line for line in whole if line]

    def end(self) -> None:
        """Raises UnreadableAnswer when the answer ended in the middle of a line."""
        if any(self._begun):
            raise UnreadableAnswer("the result ends in the middle of a line")
