"""The first tables: a correction with its page, and its changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("rulebook", sa.String(64), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(8), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "changes",
        sa.Column("correction", sa.Integer(), sa.ForeignKey("corrections.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("was_role", sa.String(32), nullable=False),
        sa.Column("was_rule", sa.Text(), nullable=False),
        sa.Column("was_kept", sa.Boolean(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("changes")
    op.drop_table("corrections")
