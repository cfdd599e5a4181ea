"""pytest that stays, for whoever grades more than once: the checks are collected for the first one alone."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine.exercise import Exercise
    from .engine.learner import Learner
    from .judge import Checks, ResidentPytest

SWITCH_SECONDS = 0.0002
"""How long one thread computes while another waits: the one that asks a worker has little to do at a time."""


def hand_over_quickly() -> None:
    """Let the threads of this process wait less for each other."""
    sys.setswitchinterval(SWITCH_SECONDS)


class ResidentChecks:
    """pytest with the checks of each exercise collected once; anew where a run of them was broken off."""

    def __init__(self) -> None:
        self._resident: dict[str, ResidentPytest] = {}

    def run(self, exercise: "Exercise", learner: "Learner") -> "Checks":
        """See `judge.run_checks`."""
        from .engine.checks import checks_of
        from .judge import ResidentPytest

        resident = self._resident.pop(exercise.name, None) or ResidentPytest(checks_of(exercise))
        checks = resident.run_checks(learner)
        self._resident[exercise.name] = resident
        return checks

    def close(self) -> None:
        """Let pytest end."""
        for resident in self._resident.values():
            resident.close()
