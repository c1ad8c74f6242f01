"""Absorbing Markov chains: how often each state is visited, and how surely it is ever reached.

The mathematics is that of John G. Kemeny and J. Laurie Snell, *Finite Markov Chains* (Van Nostrand, 1960),
chapter III: with Q the moves among the states that are left sooner or later, N = (I - Q)⁻¹ holds the
expected visits (theorem 3.2.4), and a state j is ever reached from i with the probability N[i][j] / N[j][j]
(theorem 3.2.5).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

Moves = Sequence[Mapping[int, float]]
"""For each state, the probabilities from 0 to 1 of what comes next; what is wanting to 1 leaves the chain."""
LEAST = 1e-9
"""What is smaller is what adding up fractions leaves behind, and no share that anybody meant."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What is expected of one walk through a chain from its start."""

    visits: tuple[float, ...]
    """How often each state is visited on average, the start once to begin with; ``inf`` where it is for ever again."""
    reach: tuple[float, ...]
    """The probability that each state is ever visited."""
    returns: tuple[float, ...]
    """How often a state is visited on average by a walk that has come to it: 1 or more, ``inf`` where it never ends."""
    endless: float
    """The probability that the walk never ends."""


def walk(moves: Moves, start: int) -> Walk:
    """What is expected of a walk that begins in ``start``.

    Moves with a probability of 0 are none. A group of states that nothing leaves is no error: who comes
    there goes round in it for ever.

    Raises:
        ValueError: when the moves from a state add up to more than 1.
    """
    if any(sum(onward.values()) > 1 + LEAST for onward in moves):
        raise ValueError("the moves from a state add up to more than 1")
    after = [_reachable(moves, state) for state in range(len(moves))]
    leaves = [sum(onward.values()) < 1 - LEAST for onward in moves]
    round_and_round = {
        state
        for state, ahead in enumerate(after)
        if all(state in after[other] and not leaves[other] for other in ahead)
    }
    passed = sorted(after[start] - round_and_round)
    place = {state: at for at, state in enumerate(passed)}
    expected = inverse([[(a == b) - moves[a].get(b, 0.0) for b in passed] for a in passed])
    visits, reach, returns = [0.0] * len(moves), [0.0] * len(moves), [0.0] * len(moves)
    for state, at in place.items():
        visits[state] = expected[place[start]][at]
        returns[state] = expected[at][at]
        reach[state] = min(1.0, visits[state] / returns[state])
    endless = 0.0
    for state in sorted(after[start] & round_and_round):
        # Who comes into such a group comes to each state of it, so the ways into it are all that counts.
        ring = after[state]
        entering = sum(visits[a] * share for a in passed for b, share in moves[a].items() if b in ring)
        reach[state] = 1.0 if start in ring else min(1.0, entering)
        visits[state] = returns[state] = inf
        endless += reach[state] / len(ring)
    return Walk(tuple(visits), tuple(reach), tuple(returns), endless)


def inverse(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """The inverse of a square matrix, by Gauss-Jordan elimination with partial pivoting.

    Raises:
        ValueError: when it has none.
    """
    size = len(matrix)
    rows = [[*row, *((at == column) * 1.0 for column in range(size))] for at, row in enumerate(matrix)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        if abs(rows[pivot][column]) < LEAST * LEAST:
            raise ValueError("the matrix has no inverse")
        rows[column], rows[pivot] = rows[pivot], rows[column]
        scale = rows[column][column]
        chosen = rows[column] = [value / scale for value in rows[column]]
        for at, row in enumerate(rows):
            if at != column and row[column]:
                factor = row[column]
                rows[at] = [value - factor * other for value, other in zip(row, chosen, strict=True)]
    return [row[size:] for row in rows]


def _reachable(moves: Moves, start: int) -> set[int]:
    """Every state that a walk from ``start`` may come to, itself among them."""
    found, ahead = {start}, [start]
    while ahead:
        for state, share in moves[ahead.pop()].items():
            if share > 0 and state not in found:
                found.add(state)
                ahead.append(state)
    return found
