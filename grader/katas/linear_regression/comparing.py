"""The submission beside the reference: code and behaviour, method by method."""

from collections.abc import Mapping

import numpy as np

from ...comparison import Beside, Comparison, Curve
from ...sandbox.client import Sandbox
from ...submission import Submission
from ...verdict import Status
from .beside import Told, method_told
from .beside_fit import FitBeside
from .code import method_code
from .learner import METHOD_OF, STEP_OF
from .probes import Probes
from .requests import METHODS

Loaded = tuple[Sandbox, Submission]

NAMES: Mapping[str, str] = {name: name for name in METHODS} | METHOD_OF
"""What a method can be called: by its own name or by that of its step."""


def compare(
    own: Loaded,
    reference: Loaded,
    statuses: Mapping[str, Status],
    seed: int,
    method: str | None = None,
) -> Comparison:
    """One method beside the reference's, or all of them.

    Args:
        own: a sandbox, and the file that it has loaded.
        reference: likewise.
        statuses: what the grading found of each step.
        seed: of the random data.
        method: the one to compare; without it all.
    """
    with np.errstate(all="ignore"):  # what a wrong submission gives may well overflow
        return _compared(own, reference, statuses, seed, [method] if method else list(METHODS))


def _compared(
    own: Loaded, reference: Loaded, statuses: Mapping[str, Status], seed: int, methods: list[str]
) -> Comparison:
    probes = Probes(seed)
    found: list[Beside] = []
    curves: tuple[Curve, ...] = ()
    for name in methods:
        told: Told
        if statuses[STEP_OF[name]] == "todo":
            told = "todo", ("is not written yet",)
        elif name == "fit":
            fit = FitBeside(own[0], reference[0], probes, passes=statuses["fit"] == "passed")
            told, curves = _fit_told(fit), fit.curves()
        else:
            told = method_told(own[0], reference[0], probes, name)
        codes = [method_code(file.source, file.path, name) for _, file in (own, reference)]
        found.append(Beside(name, *told, *codes))
    return Comparison(tuple(found), curves, seed)


def _fit_told(fit: FitBeside) -> Told:
    """What there is to say of `fit`, with the time of an epoch where it does the reference's work."""
    standing, said = fit.told()
    time = fit.epoch_time() if standing == "agrees" or fit.passes else ""
    return standing, (*said, time) if time else said
