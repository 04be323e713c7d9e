"""What every engine is to the pipeline: a name, a version, and proposals for one document at a time."""

from collections.abc import Sequence
from typing import Protocol

from harmtrace.records.proposal import Proposal
from harmtrace.records.text import Document


class Answers(Protocol):
    """Answers of a model kept by what they follow from: text, prompt and model."""

    def get(self, key: str) -> str | None:
        """Return the answer kept under a key, None where there is none."""

    def put(self, key: str, answer: str) -> None:
        """Keep an answer; one that is there already stays."""


class Memory:
    """Answers kept for as long as the process lives."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """Return the answer kept under a key, None where there is none."""
        return self._held.get(key)

    def put(self, key: str, answer: str) -> None:
        """Keep an answer; one that is there already stays."""
        self._held.setdefault(key, answer)


class Proposer(Protocol):
    """An engine other than the rules. ``version`` names all that its proposals follow from but the document."""

    @property
    def name(self) -> str:
        """Return the word for it in ``--engine``."""

    @property
    def version(self) -> str:
        """Return model, prompt and their versions."""

    def propose(self, document: Document) -> Sequence[Proposal]:
        """Return what it reads in one document; no other document is in view.

        Raises:
            EngineError: it gave no usable answer; the message holds no words of the document.
        """
