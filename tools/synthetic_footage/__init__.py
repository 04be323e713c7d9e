"""Synthetic footage with known truth: rendered by numpy, encoded by PyAV, with telemetry where asked.

Everything that it shows shares our own idea of what a flash looks like: figures over it are regression
figures, and say nothing certain of real footage.

    python -m tools.synthetic_footage OUT --seed 7

``TUNING`` seeds are for building the detector; ``HELD_OUT`` seeds are only ever measured on.
"""

TUNING = (*range(1, 25), *range(9001, 9049))
HELD_OUT = range(9301, 9349)
"""Never looked at, measured once, as 9101 to 9148 and 9201 to 9248 before; 9001 to 9048 were looked at and are for
building since."""
