"""Edges: schema and numbered migrations, rows (the only SQL), vault (originals by SHA-256)."""

from harmtrace.store.case import Case, create_case, missing, open_case, unmake
from harmtrace.store.clock import now
from harmtrace.store.vault import Vault

__all__ = ["Case", "Vault", "create_case", "missing", "now", "open_case", "unmake"]
