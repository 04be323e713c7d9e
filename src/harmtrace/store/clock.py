"""Edge: the present time."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present time: UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
