"""What `watch` shows below its screen when a key asks for it: the comparison with the reference."""

import os
import time
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from ..helpers.checkouts import lay_out
from ..helpers.forked import PROGRAM, Command
from ..helpers.sessions import RIGHT, STUB
from ..helpers.terminals import PATIENCE, Terminal
from .test_watch import SUBTRACTS, WATCHING


def test_hints_and_the_reference_are_a_key_away(tmp_path: Path) -> None:
    checkout = lay_out(tmp_path, *PROGRAM, "exercises", "solutions")
    with Terminal(Command(("watch",), tmp_path), folder=tmp_path) as terminal:
        terminal.wait_for("ready to start", WATCHING)
        terminal.press("h")
        terminal.wait_for("In predict: hint 1 of 3", "press h again, in 10 s or later")
        terminal.press("h")
        terminal.wait_for("hint 1 of 3", "because this hint is new")
        checkout.put(SUBTRACTS)
        terminal.wait_for("The bias is subtracted", WATCHING, without="hint 1 of 3")
        terminal.press("c")
        terminal.wait_for("Show the solution? [y/N]")
        terminal.press("\x03")
        terminal.wait_for("watching; Space shows the verdict again")
        terminal.press("\x1b")
        terminal.wait_for("The bias is subtracted", WATCHING)
        checkout.solve()
        terminal.wait_for("Well done", WATCHING)
        terminal.press("c")
        terminal.wait_for("losses", "Space shows the verdict again")
        checkout.put("def")
        terminal.wait_for("could not be loaded", WATCHING)
        terminal.press("c")
        terminal.wait_for("then save.", "Space shows the verdict again", without="then run:")
        terminal.press(" ")
        checkout.put(STUB)
        terminal.wait_for("ready to start", WATCHING)
        terminal.press("q")
        assert terminal.ended() == 0
    records = checkout.journal.read().of("run", "hint", "solution-seen")
    told = [(r.event, r.facts["by"]) if r.event == "run" else r.event for r in records]
    watched, compared = ("run", "watch"), ("run", "compare")
    failed = [watched, "hint"]
    assert told == [*failed, *failed, compared, watched, compared, *failed, watched]


@pytest.mark.parametrize("early", ["", "c"])
def test_comparison_stays_when_the_verdict_comes_later(tmp_path: Path, early: str) -> None:
    checkout = lay_out(tmp_path, *PROGRAM, "exercises", "solutions")
    checkout.put("import time\ntime.sleep(0.5)\n" + RIGHT)
    with Terminal(Command(("watch",), tmp_path), folder=tmp_path, typed_before=early) as terminal:
        if not early:
            terminal.wait_for("grading…")
            terminal.press("c")
            terminal.wait_until(lambda screen: "grading…" not in screen, "the row with the keys gone")
            terminal.press("§")
        terminal.wait_for("losses", "Space shows the verdict again")
        end = time.monotonic() + PATIENCE
        while (runs := len(checkout.journal.read().of("run"))) < 2 and time.monotonic() < end:
            time.sleep(0.05)
        assert runs == 2
        assert "Well done" not in terminal.seen
        assert "§" not in terminal.seen
        terminal.press(" ")
        terminal.wait_for("Well done", WATCHING)
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.is_as_before()
