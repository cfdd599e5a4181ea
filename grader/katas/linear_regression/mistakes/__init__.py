"""The catalogue of this kata: all named mistakes, in the order of the methods."""

from ....catalogue import Catalogue
from . import advice, common, fit, gradients, init, loss, predict

CATALOGUE = Catalogue(
    (
        *common.LOADING, *common.RUNNING, *init.MISTAKES, *predict.MISTAKES, *loss.MISTAKES,
        *gradients.MISTAKES, *fit.MISTAKES, *common.VECTORIZATION, *advice.MISTAKES,
    )
)  # fmt: skip
