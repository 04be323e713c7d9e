"""Synthetic footage with known truth: rendered by numpy, encoded by PyAV, with telemetry where asked.

Everything that it shows shares our own idea of what a flash looks like: figures over it are regression
figures, and say nothing certain of real footage.

    python -m tools.synthetic_footage OUT --seed 7

``TUNING`` seeds are for building the detector; ``HELD_OUT`` seeds are only ever measured on.
"""

TUNING = (
    *range(1, 25),
    *range(9001, 9049),
    *range(9101, 9149),
    *range(9201, 9249),
    *range(9301, 9349),
    *range(9401, 9449),
    *range(9601, 9649),
)
HELD_OUT = range(9701, 9749)
"""Never looked at, measured once. Each hundred before was held out in its turn, read once, and then looked at: those
are for building since."""
