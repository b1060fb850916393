"""The tables; `migrations/versions` makes them, and a test holds both against each other."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("created", DateTime(timezone=True), nullable=False),
    Column("note", Text, nullable=False),
    Column("rulebook", String(64), nullable=False),
    Column("url", Text, nullable=True),
    Column("kind", String(8), nullable=True),
    Column("content", LargeBinary, nullable=False),  # UTF-8: a text column of PostgreSQL takes no NUL
    sqlite_autoincrement=True,  # an id that was deleted never comes back
)

changes = Table(
    "changes",
    metadata,
    Column("correction", Integer, ForeignKey("corrections.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("block", Integer, nullable=False),
    Column("role", String(32), nullable=False),
    Column("kept", Boolean, nullable=False),
    Column("was_role", String(32), nullable=False),
    Column("was_rule", Text, nullable=False),
    Column("was_kept", Boolean, nullable=False),
    Column("text", LargeBinary, nullable=False),
)
