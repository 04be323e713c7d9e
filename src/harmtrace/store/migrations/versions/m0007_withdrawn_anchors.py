"""Make the table of anchors that people withdrew; append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TABLE = "feed_withdrawals"


def upgrade() -> None:
    """Make the table; a row may change only where a redaction names it, and none may go."""
    op.create_table(
        _TABLE,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("feed", sa.Text, sa.ForeignKey("feeds.id"), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index(f"{_TABLE}_of", _TABLE, ["feed"])
    named = f"SELECT 1 FROM redactions WHERE tbl = '{_TABLE}' AND key = CAST(OLD.id AS TEXT)"
    for verb, when in (("UPDATE", f"WHEN NOT EXISTS ({named}) "), ("DELETE", "")):
        op.execute(
            f"CREATE TRIGGER {_TABLE}_no_{verb.lower()} BEFORE {verb} ON {_TABLE} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{_TABLE} is append-only'); END"
        )
