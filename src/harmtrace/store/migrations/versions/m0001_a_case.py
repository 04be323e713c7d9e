"""Make the tables of a case: evidence, runs, codes, and what is derived."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table and the triggers that keep evidence append-only."""
    _evidence()
    _runs()
    _derived()
    for table in ("originals", "documents", "gazetteers", "judgements", "intake_issues"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _evidence() -> None:
    op.create_table(
        "originals",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("sha256", sa.Text, sa.ForeignKey("originals.sha256"), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
    )
    op.create_table(
        "gazetteers",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, sa.ForeignKey("originals.sha256"), nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "intake_issues",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False, unique=True),
        sa.Column("run", sa.Integer, nullable=False),
    )


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("command", sa.Text, nullable=False),
        sa.Column("inputs", sa.Text, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("settings", sa.Text, nullable=False),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("finished", sa.Text),
        sa.Column("counts", sa.Text),
        sa.Column("result", sa.Text),
    )
    op.create_table(
        "codes",
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("first_run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("claims", sa.Text, nullable=False),
        sa.Column("now", sa.Text),
    )


def _derived() -> None:
    op.create_table(
        "readings",
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("inputs", sa.Text, nullable=False),
        sa.Column("claims", sa.Text, nullable=False),
        sa.Column("accounts", sa.Text, nullable=False),
        sa.Column("set_aside", sa.Text, nullable=False),
        sa.Column("issues", sa.Text, nullable=False),
        sa.Column("reference", sa.Text),
        sa.Column("reference_why", sa.Text, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("claims_of_document", "claims", ["document"])
    op.create_table(
        "relations",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("a", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("b", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "families",
        sa.Column("first", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "incidents",
        sa.Column("code", sa.Text, sa.ForeignKey("codes.code"), primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "incident_claims",
        sa.Column("claim", sa.Text, primary_key=True),
        sa.Column("code", sa.Text, sa.ForeignKey("incidents.code"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "leftovers",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
