"""A conditional logit with a ridge: under which weights of rows the right option of every choice is the likeliest."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS, _MEMORY = 1_000, 10
_STILL = 1e-5
_RIDGE_TRUSTED = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One question with its options.

    Attributes:
        options: of each option the rows that hold for it.
        right: whether it is a right one.
        trusted: whether rules gave it that were made with the answers in view. How far those are to be trusted is not
            learnt from them: one weight of its own takes that up, and is left out of the table.
        share: how much the question counts.
    """

    options: Sequence[Sequence[str]]
    right: Sequence[bool]
    trusted: Sequence[bool]
    share: float = 1.0


def fitted(choices: Sequence[Choice], *, ridge: float, fewest: int, least: float) -> dict[str, float]:
    """Return the weights of rows that stand in ``fewest`` choices, to one decimal, those under ``least`` left out."""
    seen = Counter(row for choice in choices for row in {row for rows in choice.options for row in rows})
    column = {row: k for k, row in enumerate(sorted(row for row, times in seen.items() if times >= fewest))}
    asked = [choice for choice in choices if any(choice.right) and not all(choice.right)]
    sizes = np.array([len(choice.options) for choice in asked])
    options = [
        [column[row] for row in rows if row in column] + ([len(column)] if trusted else [])
        for choice in asked
        for rows, trusted in zip(choice.options, choice.trusted, strict=True)
    ]
    # Every row of every option, one after the other; ``unused`` has no weight and keeps an option without rows.
    unused = len(column) + 1
    cells = np.array([cell for rows in options for cell in (*rows, unused)])
    lengths = np.array([len(rows) + 1 for rows in options])
    begins = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    owner = np.repeat(np.arange(len(options)), lengths)
    of = np.repeat(np.arange(len(asked)), sizes)
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    right = np.array([one for choice in asked for one in choice.right])
    shares = np.array([choice.share for choice in asked])
    drawn = np.full(len(column) + 1, ridge)
    drawn[-1] = _RIDGE_TRUSTED

    def lost(weights: Floats) -> tuple[float, Floats]:
        score = np.add.reduceat(np.append(weights, 0.0)[cells], begins)
        odds = np.exp(score - np.maximum.reduceat(score, starts)[of])
        good = np.where(right, odds, 0.0)
        every, true = np.add.reduceat(odds, starts), np.add.reduceat(good, starts)
        pull = (odds / every[of] - good / true[of]) * shares[of]
        slope = np.bincount(cells, weights=pull[owner], minlength=unused + 1)[:unused] + drawn * weights
        return float(-(shares * np.log(true / every)).sum() + 0.5 * (drawn * weights**2).sum()), slope

    weights = _least(lost, np.zeros(len(column) + 1))
    return {row: round(float(weights[k]), 1) for row, k in column.items() if abs(weights[k]) >= least}


def _least(lost: Callable[[Floats], tuple[float, Floats]], weights: Floats) -> Floats:
    """Return where a function is least, by steps of L-BFGS."""
    value, slope = lost(weights)
    memory: list[tuple[Floats, Floats]] = []
    for _ in range(_STEPS):
        way = slope.copy()
        shares: list[float] = []
        for step, change in reversed(memory):
            shares.append(float(step @ way / (step @ change)))
            way -= shares[-1] * change
        way *= float(memory[-1][0] @ memory[-1][1] / (memory[-1][1] @ memory[-1][1])) if memory else 1e-3
        for (step, change), share in zip(memory, reversed(shares), strict=True):
            way += step * (share - float(change @ way / (step @ change)))
        size = 1.0
        while True:
            there = weights - size * way
            value_there, slope_there = lost(there)
            if value_there <= value - 1e-4 * size * float(slope @ way) or size < 1e-9:
                break
            size /= 2
        step, change = there - weights, slope_there - slope
        if float(step @ change) > 1e-10:
            memory = [*memory, (step, change)][-_MEMORY:]
        done = abs(value - value_there) < _STILL
        weights, value, slope = there, value_there, slope_there
        if done:
            break
    return weights
