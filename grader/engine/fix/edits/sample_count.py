"""How the learner writes the number of samples: a local for it, or `len(x)`, `x.shape[0]`, `x.size`."""

import ast
import re

from ..code.expanded_names import stored
from ..code.text import Text
from .edit_places import Place

COUNT = re.compile(r"\blen\((?:\w+)\)|\b\w+\.shape\[0\]|\b\w+\.size\b")
NAMES = ("n", "m", "N", "n_samples", "count", "num_samples")
"""Usual names of a local that holds it."""


def counted(text: Text, place: Place, first: str) -> list[str]:
    """The learner's expression for it in a function; empty if there is none.

    `first` is the first argument; its length is used if the file has no expression for the number.
    """
    given = [pair for s in place.statements for pair in stored(s)]
    found = [name for name, value in given if name in place.names and is_count(ast.unparse(value))]
    found += [name for name in place.names if name in NAMES]
    usual = [said for said in COUNT.findall(text.source) if _fits(text, place, said)]
    usual = sorted(dict.fromkeys(usual), key=lambda said: -usual.count(said))
    return (found or usual or ([f"len({first})"] if first in place.names else []))[:1]


def is_count(said: str) -> bool:
    """Whether an expression is `len(x)`, `x.shape[0]` or `x.size`."""
    return COUNT.fullmatch(said) is not None


def _fits(text: Text, place: Place, said: str) -> bool:
    """Whether a function can use the expression, and it counts the rows of an array there."""
    (name,) = {*re.findall(r"[A-Za-z_]\w*", said)} - {"len", "shape", "size"} or {""}
    given = [a.arg for a in place.function.args.args] if place.function is not None else []
    if said.endswith(".size"):  # for a matrix, it is another number
        return name in place.names and not name[0].isupper() and f"{name}.T" not in text.source
    return name in given
