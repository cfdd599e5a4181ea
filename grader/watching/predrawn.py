"""Grade one exercise, with the data of the next grading drawn while none is under way."""

from contextlib import suppress

from ..grading import grade, new_seed
from ..kata import Kata
from ..sandbox import launch
from ..submission import Submission
from ..verdict import Verdict


class Ready:
    """Grades one submission after another, each on new data."""

    def __init__(self, kata: Kata) -> None:
        self._kata = kata
        self._seed: int | None = None

    def __call__(self, submission: Submission, *, start: launch.Start, cancel: launch.Cancel) -> Verdict:
        """The verdict on one submission."""
        seed, self._seed = self._seed, None
        return grade(self._kata, submission, seed=seed, start=start, cancel=cancel, with_pytest=False)

    def prepare(self) -> None:
        """Draw the data of the next grading and compute the right results on them."""
        from ..engine.warm_caches import make_ready

        seed = new_seed()
        with suppress(Exception):  # the grading itself will report what is wrong
            make_ready(self._kata.declaration, seed)
            self._seed = seed
