"""Edges: engines that propose claims beside the rules; what they say is a suggestion that the grounder checks."""

from harmtrace.proposers.base import Answers, Memory, Proposer
from harmtrace.proposers.gliner import Gliner
from harmtrace.proposers.llm import Llm
from harmtrace.proposers.spacy import Spacy

__all__ = ["Answers", "Gliner", "Llm", "Memory", "Proposer", "Spacy"]
