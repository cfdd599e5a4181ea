"""The catalogue of mistakes: one entry holds everything about one.

A kata's entries live in its `mistakes` package, one module a step; adding a mistake is adding an entry.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from .verdict import Severity

Edit = Mapping[str, str]
TUPLES = ("edits", "tells", "proof", "raised", "line")


class CatalogueError(Exception):
    """An entry is incomplete or clashes with another: a fault of the grader's own."""


@dataclass(frozen=True)
class Mistake:
    """One entry."""

    id: str  # its name in the contract
    step: str  # the step that it belongs to; 'running' where it can show in any
    title: str  # what went wrong, in a few words
    question: str  # the first rung: a question that leads there
    named: str  # the second rung: the mistake, named
    corrected: str  # the third rung: the corrected expression
    # the wrong formula, as edits of the right one (see `engine.formula`): each mapping is one spelling of it,
    # the first the commonest. Empty where no formula tells the mistake. The text `<constant>` stands for each
    # number that is written in the file.
    edits: tuple[Edit, ...] = ()
    # by step, the edits that make the same mistake in another one
    elsewhere: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    part: int | None = None  # the part of the answer that alone is wrong, from 0; None where it is all of it
    # values that only code with this mistake computes on its way; see `engine.diagnose.telltales`
    tells: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()  # values of which one on the way proves the mistake, whatever came out
    # parts of the message of an exception that proves it, with {n}, {d} and {d1} for d + 1 in them
    raised: tuple[str, ...] = ()
    # for what no formula tells: whether the parts of an answer on a case show the mistake
    shows: Callable[[Any, Sequence[Any]], bool] | None = None
    repeats: bool = False  # whether `shows` is about code that does the same many times over, and no other
    severity: Severity = "error"  # advice never fails a submission
    # what finds its line in a training, tried in turn (`engine.diagnose.fit_lines.FINDERS`)
    line: tuple[str, ...] = ()
    laid: bool = True  # whether its edits, as they stand, may be laid over others' to explain a training
    scales: bool = False  # whether a training shows it as steps of another size
    turns: bool = False  # whether a training shows it as steps in the other direction
    length_follows: bool = False  # whether a history of another length follows from it
    vague: bool = False  # whether it says no more than that something is wrong

    @property
    def hints(self) -> tuple[str, str, str]:
        """The three rungs."""
        return self.question, self.named, self.corrected


class Catalogue(Mapping[str, Mistake]):
    """The entries of one kata by id, in the order of the contract.

    Raises:
        CatalogueError: if two entries share an id, one lacks a hint, or a comma is missing in one.
    """

    def __init__(self, entries: Iterable[Mistake]) -> None:
        found: dict[str, Mistake] = {}
        for entry in entries:
            if entry.id in found:
                raise CatalogueError(f"{entry.id}: there are two entries with this id")
            if not all(text.strip() for text in (entry.title, *entry.hints)):
                raise CatalogueError(f"{entry.id}: a hint is empty")
            for name in TUPLES:
                if not isinstance(getattr(entry, name), tuple):
                    raise CatalogueError(
                        f"{entry.id}: {name} is not a tuple (a tuple of one ends with a comma)"
                    )
            if not all(isinstance(edit, Mapping) for edit in entry.edits):
                raise CatalogueError(f"{entry.id}: an edit is not a mapping from a slot to its text")
            found[entry.id] = entry
        self._entries = MappingProxyType(found)

    def __getitem__(self, key: str) -> Mistake:
        return self._entries[key]

    def __iter__(self):  # type: ignore[no-untyped-def]  # the signature of Mapping
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def of_step(self, step: str) -> tuple[Mistake, ...]:
        """The entries of one step, with the edits that make them there."""
        return tuple(
            entry if entry.step == step else replace(entry, edits=entry.elsewhere[step])
            for entry in self.values()
            if entry.step == step or step in entry.elsewhere
        )
