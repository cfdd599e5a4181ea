"""Which twist comes next: one at random of those that were seen least often."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from secrets import randbits

from .attempts import Attempt


def new_seed() -> int:
    """A seed that nobody can guess."""
    return randbits(32)


def drawn(names: Sequence[str], attempts: Sequence[Attempt], seed: int) -> str:
    """One of the twists, so that none returns before the others have been seen."""
    seen = Counter(attempt.twist for attempt in attempts)
    fewest = min(seen[name] for name in names)
    return Random(seed).choice([name for name in names if seen[name] == fewest])
