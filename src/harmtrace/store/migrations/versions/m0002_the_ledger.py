"""Make the ledger, let evidence be erased on record only, and write what was there before into it."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from harmtrace.ledger import Growing
from harmtrace.records.entry import Act, Draft, Json, Rows
from harmtrace.store import entries

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and their guards, then an entry for each row that came before the ledger."""
    op.create_table(
        "entries",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "openings",
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.n"), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "ledger_head",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "redactions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("tbl", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("field", sa.Text),
    )
    op.create_index("redactions_of", "redactions", ["tbl", "key"])
    op.create_table(
        "seals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "anchors",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("seal", sa.Integer, sa.ForeignKey("seals.id"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    _guards()
    _what_was_there()


def _guards() -> None:
    """Refuse what would change the past: a row may change or go only where a redaction names it."""
    for table in ("entries", "redactions", "seals", "anchors"):
        for verb in ("UPDATE", "DELETE"):
            _guard(table, verb)
    _guard("ledger_head", "DELETE")
    _guard("openings", "DELETE")
    _guard("ledger_head", "UPDATE", when="NEW.n <= OLD.n")
    _guard("entries", "INSERT", when="NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM entries)")
    _guard("openings", "UPDATE", when=_unnamed("openings", "entry"))
    for table, key in (("documents", "seq"), ("judgements", "id"), ("originals", "sha256")):
        op.execute(f"DROP TRIGGER {table}_no_update")
        _guard(table, "UPDATE", when=_unnamed(table, key))


def _guard(table: str, verb: str, *, when: str | None = None) -> None:
    condition = "" if when is None else f"WHEN {when} "
    op.execute(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {condition}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _unnamed(table: str, key: str) -> str:
    named = f"SELECT 1 FROM redactions WHERE tbl = '{table}' AND key = CAST(OLD.{key} AS TEXT)"
    return f"NOT EXISTS ({named})"


def _what_was_there() -> None:
    connection = op.get_bind()
    drafts = [draft for table in _EVIDENCE for draft in _held_from_here(connection, table)]
    if not drafts:
        return
    basis = f"recorded at migration {revision}"
    says: dict[str, Json] = {"basis": basis, "roots": entries.derived_roots(connection, _RESULTS)}
    entries.append(connection, [*drafts, Draft(act=Act.DERIVE, kind="results", says=says)])


def _held_from_here(connection: sa.Connection, table: str) -> Iterator[Draft]:
    act, kind = _EVIDENCE[table]
    basis = f"recorded at migration {revision}: the row was there before the ledger, which holds it from here on"
    for key, hashed in entries.leaves(connection, table):
        root = Growing([hashed]).root.hex()
        yield Draft(
            act=act, kind=kind, says={"basis": basis}, rows=(Rows(table=table, first=key, last=key, root=root),)
        )


_EVIDENCE = {
    "originals": (Act.COLLECT, "original"),
    "documents": (Act.COLLECT, "document"),
    "gazetteers": (Act.COLLECT, "gazetteer"),
    "judgements": (Act.JUDGE, "judgement"),
    "intake_issues": (Act.COLLECT, "issues"),
    "runs": (Act.DERIVE, "run"),
}
_RESULTS = ("codes", "readings", "claims", "relations", "families", "incidents", "incident_claims", "leftovers")
