"""Tables of a case, as the numbered migrations make them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

# The newest migration; a test holds it to the newest file in migrations/versions.
HEAD = "0007"

metadata = MetaData()

# Evidence: append-only, held so by triggers.

originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("run", Integer, nullable=False),
)
documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("run", Integer, nullable=False),
)
gazetteers = Table(
    "gazetteers",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("run", Integer, nullable=False),
)
judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)
intake_issues = Table(
    "intake_issues",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("body", Text, nullable=False, unique=True),
    Column("run", Integer, nullable=False),
)

# What people did with allegations, and what is recorded of months: append-only.

acts = Table(
    "acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("allegation", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
)
Index("acts_of_allegation", acts.c.allegation)
month_records = Table(
    "month_records",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
)
strike_logs = Table(
    "strike_logs",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("run", Integer, nullable=False),
)
positions = Table(
    "positions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

# Recordings, and what people and machines made of them: append-only, apart from each other.

feeds = Table(
    "feeds",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("body", Text, nullable=False),
    Column("run", Integer, nullable=False),
)
feed_derived = Table(
    "feed_derived",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed", Text),
    Column("kind", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("body", Text, nullable=False),
)
Index("derived_of_feed", feed_derived.c.feed, feed_derived.c.kind)
feed_anchors, feed_withdrawals, feed_scans, feed_reviews = (
    Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("feed", Text, ForeignKey("feeds.id"), nullable=False),
        Column("body", Text, nullable=False),
        Index(f"{name}_of", "feed"),
    )
    for name in ("feed_anchors", "feed_withdrawals", "feed_scans", "feed_reviews")
)

# Runs, and codes that stay.

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("command", Text, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("counts", Text),
    Column("result", Text),
)
codes = Table(
    "codes",
    metadata,
    Column("code", Text, primary_key=True),
    Column("first_run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("claims", Text, nullable=False),
    Column("now", Text),
)

# Derived: computed again at will; each row carries what it follows from.

readings = Table(
    "readings",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("rules", Text, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("claims", Text, nullable=False),
    Column("accounts", Text, nullable=False),
    Column("set_aside", Text, nullable=False),
    Column("issues", Text, nullable=False),
    Column("reference", Text),
    Column("reference_why", Text, nullable=False),
)
claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    sqlite_with_rowid=False,
)
Index("claims_of_document", claims.c.document)
relations = Table(
    "relations",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("a", Text, ForeignKey("documents.id"), nullable=False),
    Column("b", Text, ForeignKey("documents.id"), nullable=False),
    Column("body", Text, nullable=False),
)
families = Table(
    "families",
    metadata,
    Column("first", Text, ForeignKey("documents.id"), primary_key=True),
    Column("body", Text, nullable=False),
)
incidents = Table(
    "incidents",
    metadata,
    Column("code", Text, ForeignKey("codes.code"), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
incident_claims = Table(
    "incident_claims",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("code", Text, ForeignKey("incidents.code"), nullable=False),
    sqlite_with_rowid=False,
)
leftovers = Table(
    "leftovers",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# The ledger.

entries = Table(
    "entries",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
openings = Table(
    "openings",
    metadata,
    Column("entry", Integer, ForeignKey("entries.n"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
ledger_head = Table(
    "ledger_head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
redactions = Table(
    "redactions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tbl", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("field", Text),
)
Index("redactions_of", redactions.c.tbl, redactions.c.key)
seals = Table(
    "seals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False),
)
anchors = Table(
    "anchors",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seal", Integer, ForeignKey("seals.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# What engines other than the rules said of documents, checked; ``claims`` are the ids of what they suggest.

proposals = Table(
    "proposals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("engine", Text, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("claims", Text, nullable=False),
    Column("body", Text, nullable=False),
)
Index("proposals_of", proposals.c.document, proposals.c.engine, unique=True)

# Answers of language models, kept so that one text is asked about once. A cache: it may be dropped.

answers = Table(
    "answers",
    metadata,
    Column("key", Text, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Each row of these stands in an entry, written in the same transaction; a new table of evidence is added here.
LEDGERED: tuple[str, ...] = (
    "originals",
    "documents",
    "gazetteers",
    "judgements",
    "acts",
    "month_records",
    "intake_issues",
    "strike_logs",
    "positions",
    "feeds",
    "feed_derived",
    "feed_anchors",
    "feed_withdrawals",
    "feed_scans",
    "feed_reviews",
    "runs",
    "redactions",
    "seals",
    "anchors",
)

# Results: the entry that ends a run holds the Merkle root over all rows of each.
DERIVED: tuple[str, ...] = (
    "codes",
    "readings",
    "claims",
    "relations",
    "families",
    "incidents",
    "incident_claims",
    "leftovers",
    "proposals",
)
