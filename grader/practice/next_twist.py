"""Choose the next twist or exercise: a random one of those that were seen least often."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from secrets import randbits
from typing import TypeVar

from .attempts import Attempt

Choice = TypeVar("Choice")


def new_seed() -> int:
    """A random seed."""
    return randbits(32)


def drawn(names: Sequence[str], attempts: Sequence[Attempt], seed: int) -> str:
    """One of the twists at random, such that none comes back before the others have been seen."""
    seen = Counter(attempt.twist for attempt in attempts)
    return least_seen({name: seen[name] for name in names}, seed)


def least_seen(seen: Mapping[Choice, int], seed: int) -> Choice:
    """A random one of those seen least often; `seen` has the count of each, and is not empty."""
    fewest = min(seen.values())
    return Random(seed).choice([one for one, times in seen.items() if times == fewest])
