"""pytest that stays, for whoever grades more than once: the checks are collected for the first one alone."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .judge import Checks, Standing, Statuses

SWITCH_SECONDS = 0.0002
"""How long one thread computes while another waits: the one that asks a worker has little to do at a time."""


def hand_over_quickly() -> None:
    """Let the threads of this process wait less for each other."""
    sys.setswitchinterval(SWITCH_SECONDS)


class StandingChecks:
    """pytest with the checks of each exercise collected once; anew where a run of them was broken off."""

    def __init__(self) -> None:
        self._standing: dict[Path, Standing] = {}

    def run(self, folder: Path, learner: object, statuses: "Statuses") -> "Checks":
        """See `judge.run_checks`."""
        from .judge import Standing

        standing = self._standing.pop(folder, None) or Standing(folder)
        checks = standing.run_checks(learner, statuses)
        self._standing[folder] = standing
        return checks

    def close(self) -> None:
        """Let pytest end."""
        for standing in self._standing.values():
            standing.close()
