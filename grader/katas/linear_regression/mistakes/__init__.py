"""The catalogue of this kata: every mistake that has a name, in the order of the contract."""

from dataclasses import replace
from itertools import chain

from ....catalogue import Catalogue
from ..edits import EDITS
from . import advice, fit, gradients, init, loading, loss, predict, running, vectorization

_MODULES = (loading, running, init, predict, loss, gradients, fit, vectorization, advice)

CATALOGUE = Catalogue(
    replace(entry, edits=EDITS.get(entry.id, ()))
    for entry in chain.from_iterable(module.MISTAKES for module in _MODULES)
)
