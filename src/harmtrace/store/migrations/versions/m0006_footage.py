"""Make the tables of recordings: feeds, what is derived of them, anchors, scans, reviews; append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# What a redaction may have to empty, with the column that names the row.
_NAMED = (("feeds", "seq"), ("feed_anchors", "id"), ("feed_reviews", "id"))


def upgrade() -> None:
    """Make the tables; a row may change only where a redaction names it, and none may go."""
    op.create_table(
        "feeds",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("sha256", sa.Text, sa.ForeignKey("originals.sha256"), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
    )
    op.create_table(
        "feed_derived",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("feed", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("derived_of_feed", "feed_derived", ["feed", "kind"])
    for table in ("feed_anchors", "feed_scans", "feed_reviews"):
        op.create_table(
            table,
            sa.Column("id", sa.Integer, primary_key=True),
            sa.Column("feed", sa.Text, sa.ForeignKey("feeds.id"), nullable=False),
            sa.Column("body", sa.Text, nullable=False),
        )
        op.create_index(f"{table}_of", table, ["feed"])
    for table, key in _NAMED:
        named = f"SELECT 1 FROM redactions WHERE tbl = '{table}' AND key = CAST(OLD.{key} AS TEXT)"
        _guard(table, "UPDATE", when=f"WHEN NOT EXISTS ({named}) ")
        _guard(table, "DELETE")
    for table in ("feed_derived", "feed_scans"):
        _guard(table, "UPDATE")
        _guard(table, "DELETE")


def _guard(table: str, verb: str, *, when: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
