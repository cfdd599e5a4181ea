"""At which place the search for a fix tries a corrected text."""

from collections.abc import Mapping, Sequence

from grader.engine.fix.candidates import candidates
from grader.kata import find_kata


def place_of(
    exercise: str, source: str, changes: Mapping[str, str], step: str, line: int, mistakes: Sequence[str] = ()
) -> int:
    """The place of the text with these changes, from 0 on; fails if that is never tried.

    `exercise` may have a twist behind a colon; the mistakes are found on the blamed line.
    """
    better = source
    for old, new in changes.items():
        assert old in better
        better = better.replace(old, new)
    name, _, twist = exercise.partition(":")
    declared = find_kata(name).twisted(twist or None).declaration
    found = list(candidates(declared, source, step, [line], dict.fromkeys(mistakes, line)))
    assert better in found
    return found.index(better)
