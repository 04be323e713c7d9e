"""Documents -> relations and families: shared passages, and what relation they show."""

from harmtrace.copies.index import Index, find

__all__ = ["Index", "find"]
