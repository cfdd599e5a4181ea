"""A pytest that stays running, to grade more than once: it collects the checks only the first time."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine.exercise import Exercise
    from .engine.learner import Learner
    from .judge import Checks, ResidentPytest

SWITCH_SECONDS = 0.0002
"""Seconds that a thread computes while another waits; short, as a thread that asks a worker needs little."""


def hand_over_quickly() -> None:
    """Switch faster between the threads of this process, so that they wait less for each other."""
    sys.setswitchinterval(SWITCH_SECONDS)


class ResidentChecks:
    """Keeps a pytest with the collected checks of each exercise; starts a new one after a run that failed."""

    def __init__(self) -> None:
        self._resident: dict[str, ResidentPytest] = {}

    def run(self, exercise: "Exercise", learner: "Learner") -> "Checks":
        """Run every check, as `judge.run_checks` does."""
        from .engine.checks import checks_of
        from .judge import ResidentPytest

        resident = self._resident.pop(exercise.name, None) or ResidentPytest(checks_of(exercise))
        checks = resident.run_checks(learner)
        self._resident[exercise.name] = resident
        return checks

    def close(self) -> None:
        """End every pytest that is still running."""
        for resident in self._resident.values():
            resident.close()
