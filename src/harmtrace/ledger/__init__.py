"""Drafts -> entries: canonical JSON, a hash chain, a Merkle tree with proofs, seals, and the check of them all."""

from harmtrace.ledger.chain import Kept, follow, read
from harmtrace.ledger.commitments import commit, held
from harmtrace.ledger.seals import read_seal, text_of
from harmtrace.ledger.tree import Growing, Proofs, leaf

__all__ = [
    "Growing",
    "Kept",
    "Proofs",
    "commit",
    "follow",
    "held",
    "leaf",
    "read",
    "read_seal",
    "text_of",
]
