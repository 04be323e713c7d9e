"""Feature: one line of an explained score."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One line of an explained score: what was compared, what was found, what it weighs (log-odds)."""

    name: str
    finding: str
    weight: float
