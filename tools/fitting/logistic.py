"""Logistic regression with a ridge: under which weights of rows yes is likelier than no, wherever it is right."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

_ROUNDS = 60
_STILL = 1e-5
_RIDGE_BIAS = 0.01
_LEAST_CURVE = 1e-6  # of a row that is certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question that is answered yes or no: the rows that hold for it, the right answer, how much it counts."""

    rows: Sequence[str]
    right: bool
    share: float = 1.0


def fitted(
    asked: Sequence[Asked], names: Collection[str], *, ridge: float, least: float
) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights of ``names`` to one decimal, those under ``least`` left out."""
    column = {name: k for k, name in enumerate(sorted(names))}
    x = np.zeros((len(asked), len(column) + 1))
    x[:, -1] = 1.0
    for k, one in enumerate(asked):
        for name in one.rows:
            if name in column:
                x[k, column[name]] = 1.0
    y = np.array([float(one.right) for one in asked])
    share = np.array([one.share for one in asked])
    drawn = np.full(len(column) + 1, ridge)
    drawn[-1] = _RIDGE_BIAS
    w = np.zeros(len(column) + 1)
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        curve = (x * (share * p * (1 - p) + _LEAST_CURVE)[:, None]).T @ x + np.diag(drawn)
        move = np.linalg.solve(curve, x.T @ (share * (p - y)) + drawn * w)
        w -= move
        if np.abs(move).max() < _STILL:
            break
    return round(float(w[-1]), 1), {name: round(float(w[k]), 1) for name, k in column.items() if abs(w[k]) >= least}
