"""The catalogue of this kata: every mistake that has a name, in the order of the contract."""

from itertools import chain

from ....catalogue import Catalogue
from . import advice, fit, gradients, init, loading, loss, predict, running, vectorization

_MODULES = (loading, running, init, predict, loss, gradients, fit, vectorization, advice)

CATALOGUE = Catalogue(chain.from_iterable(module.MISTAKES for module in _MODULES))
