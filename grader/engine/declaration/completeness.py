"""List the mistakes that the engine names by itself, for which every catalogue therefore needs an entry."""

from ...catalogue import Catalogue, CatalogueError
from .exercise import Exercise

SEED = 1
LOADING = (
    "syntax-error", "import-fails", "class-missing", "method-missing", "wrong-signature",
    "forbidden-library", "solution-borrowed",
)  # fmt: skip
RUNNING = (
    "raises", "times-out", "exits", "too-much-memory", "off-limits", "returns-none", "mutates-input",
    "not-finite",
)  # fmt: skip
ANYWHERE = ("loading", "running")
WORK = "vectorization"
OF_WORK = ("loop-over-samples", "quadratic-memory", "loop-over-features")
OF_TRAINING = (
    "uphill", "rate ignored", "epochs ignored", "vector unmoved",
    "number unmoved", "copies moved", "one step", "fewer steps",
    "first gradient kept", "taken crosswise", "wrong arguments", "started over",
    "rate changes", "data scaled", "steps scaled", "momentum",
    "samples left out", "solved", "no history", "history of wrong length",
    "history of wrong values", "no convergence", "other steps", "start of its own",
    "history after the steps", "history in no list", "history of no plain floats",
)  # fmt: skip
"""The mistakes that the diagnosis of the training, and the advice on it, name by themselves."""


def named(exercise: Exercise) -> list[str]:
    """The ids of all mistakes that the engine names by itself for this exercise."""
    ids = [*LOADING, *RUNNING, *(OF_WORK if WORK in exercise.steps else ())]
    for method in exercise.methods:
        shape = "" if method.name == exercise.training else method.wrong_shape
        ids += [method.wrong_value, shape, method.changes_state]
        ids.append(method.apart.mistake if method.apart else "")
    ids += [name for edge in exercise.edges() for name in edge.mistakes]
    for parameter in exercise.state:
        ids += [parameter.wrong_shape, parameter.not_small, parameter.whole, parameter.wrong_dtype]
    if exercise.state:
        ids.append("parameters-missing")
    if exercise.constructor_defaults or any(method.defaults for method in exercise.methods):
        ids.append("other-defaults")
    if exercise.descent is not None:
        ids += OF_TRAINING
    return list(dict.fromkeys(name for name in ids if name))


def unnamed(exercise: Exercise) -> list[str]:
    """The ids of these mistakes for which the exercise's catalogue has no entry."""
    catalogue = catalogue_of(exercise)
    return [name for name in named(exercise) if name not in catalogue]


def catalogue_of(exercise: Exercise) -> Catalogue:
    """The catalogue of an exercise.

    Raises:
        CatalogueError: if the exercise returns something other than a Catalogue.
    """
    found = exercise.catalogue()
    if not isinstance(found, Catalogue):
        raise CatalogueError("CATALOGUE is no Catalogue((...))")
    return found
