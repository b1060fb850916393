"""Bounds on one page; edges fill them from their settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """max_bytes: size of the page as sent (bytes, or characters of text); over it InputTooLarge is raised."""

    max_bytes: int = 20 * 1024 * 1024
