"""`watch` as a person uses it: the real program in a pseudo-terminal."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from ..helpers.checkouts import lay_out
from ..helpers.forked import PROGRAM, Command, ran
from ..helpers.paths import ROOT
from ..helpers.sessions import RIGHT, STUB, Home, with_methods
from ..helpers.terminals import Terminal, grader
from .test_saves import WAYS

WATCHING = "watching  h hint"
PREDICTS, SUBTRACTS = with_methods("predict"), with_methods(predict="return X @ self.w - self.b")
HANGS = with_methods(predict="return [0 for _ in iter(int, 1)]")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that contains the stub."""
    path = tmp_path / "my.py"
    path.write_text(STUB, encoding="utf-8")
    return path


@pytest.fixture
def watch(file: Path) -> Iterator[Terminal]:
    """`watch` running on that file and showing its first verdict."""
    with Terminal(Command(("watch", str(file)))) as terminal:
        terminal.wait_for("ready to start", WATCHING)
        yield terminal


def test_every_way_of_saving_is_seen(file: Path, watch: Terminal) -> None:
    for number, way in enumerate(WAYS):
        if number % 2 == 0:
            way(file, SUBTRACTS)
            watch.wait_for("The bias is subtracted", WATCHING)
        else:
            way(file, PREDICTS)
            watch.wait_for("✓ predict passes now; 2 of 6 steps are right.", WATCHING)


def test_success_never_looks_like_the_next_failure(file: Path, watch: Terminal) -> None:
    file.write_text(PREDICTS.replace("return X @ self.w", "return 1.0 * X @ self.w"), encoding="utf-8")
    screen = watch.wait_for("passes now", WATCHING)
    assert "✗" not in screen
    file.write_text(RIGHT.replace("w -= lr", "w += lr"), encoding="utf-8")
    screen = watch.wait_for("✓ loss, gradients and vectorization pass now", WATCHING)
    assert screen.index("pass now") < screen.index("Still to fix") < screen.index("In fit:")
    file.write_text(RIGHT, encoding="utf-8")
    screen = watch.wait_for("Well done", WATCHING)
    assert "6 of 6 steps are right" in screen
    assert "comes next" not in screen
    file.write_text(PREDICTS, encoding="utf-8")
    watch.wait_for("✗ loss, gradients, fit and vectorization passed before and no longer do.", WATCHING)


def test_save_during_a_grading_calls_it_off(file: Path, watch: Terminal) -> None:
    file.write_text(HANGS, encoding="utf-8")
    watch.wait_for("grading…")
    file.write_text(RIGHT, encoding="utf-8")
    watch.wait_for("Well done", WATCHING)
    assert "does not end" not in watch.seen


def test_keys(file: Path, watch: Terminal) -> None:
    watch.press("?")
    watch.wait_for("Keys (no Enter needed)")
    watch.press("\x1b[A\x1bOPé7?")
    watch.wait_until(lambda screen: "The keys" not in screen, "help gone")
    seed = re.search(r"seed (\d+)", watch.screen)
    assert seed is not None
    watch.press("R")
    watch.wait_until(lambda s: seed[0] not in s and WATCHING in s, "graded on other data")
    watch.press("q")
    assert watch.ended() == 0
    assert watch.is_as_before()


def test_ctrl_d_leaves(watch: Terminal) -> None:
    watch.press("\x04")
    assert watch.ended() == 0
    assert watch.is_as_before()


def test_ctrl_c_interrupts(watch: Terminal) -> None:
    watch.press("\x03")
    assert watch.ended() == 130
    assert watch.is_as_before()
    watch.wait_for("Interrupted.")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_it_in_order(file: Path, watch: Terminal, number: int) -> None:
    file.write_text(HANGS, encoding="utf-8")
    watch.wait_for("grading…")
    watch.signal(number)
    assert watch.ended() == 0
    assert watch.is_as_before()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell with job control")
def test_stopped_and_brought_back(file: Path) -> None:
    script = f"{' '.join(grader('watch', str(file)))}; echo stopped; stty -a | grep -c ' icanon'; read; fg"
    with Terminal(["bash", "--norc", "-mc", script]) as terminal:
        terminal.wait_for("ready to start", WATCHING)
        terminal.press("\x1a")
        terminal.wait_for("stopped\n1")
        file.write_text(SUBTRACTS, encoding="utf-8")
        terminal.press("\n")
        terminal.wait_for("The bias is subtracted", WATCHING)
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.is_as_before()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell with job control")
def test_sent_to_the_background_and_brought_back(tmp_path: Path) -> None:
    checkout = lay_out(tmp_path, "grader", "exercises", "solutions")
    rows = f"$(wc -l < {checkout.journal.path})"
    graded = f"until [ {rows} -gt $before ]; do sleep 0.1; done; echo graded meanwhile"
    watch = " ".join(grader("watch"))
    script = f"{watch}; before={rows}; echo stopped; read; bg; {graded}; read; fg"
    with Terminal(["bash", "--norc", "-mc", script], folder=tmp_path) as terminal:
        terminal.wait_for("ready to start", WATCHING)
        terminal.press("\x1a")
        terminal.wait_for("stopped")
        checkout.put(SUBTRACTS)
        terminal.press("\n")
        terminal.wait_for("graded meanwhile", without="The bias is subtracted")
        terminal.press("\n")
        terminal.wait_for("The bias is subtracted", WATCHING)
        terminal.press("?")
        terminal.wait_for("Keys (no Enter needed)")
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.is_as_before()


def test_narrow_terminal_and_back(file: Path, watch: Terminal) -> None:
    file.write_text(SUBTRACTS, encoding="utf-8")
    wide = watch.wait_for("The bias is subtracted", "checks passed", WATCHING)
    watch.resize(60, 24)
    narrow = watch.wait_for("✓ init passed  ✗ predict failed", "then save.", "? help")
    assert all(len(row) <= 60 for row in narrow.split("\n"))
    assert "linear_regression" in narrow
    watch.resize(100, 40)
    watch.wait_until(lambda screen: screen == wide, "the screen as it was")


def test_what_was_on_the_screen_is_kept_above(file: Path) -> None:
    script = f"echo precious; exec {' '.join(grader('watch', str(file)))}"
    with Terminal(["sh", "-c", script]) as terminal:
        terminal.wait_for("ready to start", WATCHING, without="precious")
        assert "precious" in terminal.scrolled_off
        assert "\x1b[3J" not in terminal.seen
        assert "\x1b[?1049h" not in terminal.seen


def test_another_file_leaves_no_trace(tmp_path: Path) -> None:
    checkout = lay_out(tmp_path, *PROGRAM, "exercises", "solutions")
    other = tmp_path / "other.py"
    other.write_text(SUBTRACTS, encoding="utf-8")
    with Terminal(Command(("watch", "other.py"), tmp_path), folder=tmp_path) as terminal:
        terminal.wait_for("The bias is subtracted", "watching  h hint  i failing input  r run again  q quit")
        terminal.press("ch")
        terminal.wait_for("hint 3 of 4", WATCHING)
        terminal.press("q")
        assert terminal.ended() == 0
    assert not checkout.journal.folder.exists()


def test_missing_file_is_waited_for(file: Path, watch: Terminal) -> None:
    away = file.with_suffix(".away")
    file.rename(away)
    watch.wait_for("Waiting  There is no file", "Until then nothing is graded.")
    away.write_text(PREDICTS, encoding="utf-8")
    away.rename(file)
    watch.wait_for("predict passes now", WATCHING, without="Waiting")
    file.write_bytes("é".encode("utf-16"))
    watch.wait_for("Waiting", "is not UTF-8")
    file.write_text(PREDICTS, encoding="utf-8")
    watch.wait_for(WATCHING, without="Waiting")


def test_two_at_once(file: Path, watch: Terminal) -> None:
    with Terminal(Command(("watch", str(file)))) as other:
        other.wait_for("ready to start", WATCHING)
        file.write_text(SUBTRACTS, encoding="utf-8")
        for terminal in (watch, other):
            terminal.wait_for("The bias is subtracted", WATCHING)
        watch.press("q")
        assert watch.ended() == 0
        file.write_text(RIGHT, encoding="utf-8")
        other.wait_for("Well done", WATCHING)


def test_clock_jumps_do_not_matter(file: Path, tmp_path: Path) -> None:
    ahead = tmp_path / "ahead"
    with Terminal(Command(("watch", str(file)), clock=ahead)) as terminal:
        for text, seconds, said in ((SUBTRACTS, 1e7, "is subtracted"), (RIGHT, -1e9, "Well done")):
            ahead.write_text(str(seconds), encoding="ascii")
            file.write_text(text, encoding="utf-8")
            terminal.wait_for(said, WATCHING)


def test_keys_need_a_terminal_to_come_from(file: Path) -> None:
    with Terminal(grader("watch", str(file)), stdin=subprocess.DEVNULL) as terminal:
        terminal.wait_for("ready to start", "watching  Ctrl-C quit")
        file.write_text(RIGHT, encoding="utf-8")
        terminal.wait_for("Well done", "watching")
        terminal.signal(signal.SIGINT)
        assert terminal.ended() == 130


def test_dumb_terminal_gets_one_page_after_the_other(file: Path) -> None:
    with Terminal(Command(("watch", str(file))), variables={"TERM": "dumb"}) as terminal:
        terminal.wait_for("ready to start")
        file.write_text(RIGHT, encoding="utf-8")
        terminal.wait_for("ready to start", "Well done")
        assert "\x1b" not in terminal.seen
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (STUB, 1)])
def test_without_a_terminal_one_grading_is_all(file: Path, text: str, status: int) -> None:
    file.write_text(text, encoding="utf-8")
    done = ran(Command(("watch", str(file))), ROOT, os.environ)
    assert done.status == status
    assert "There is none, so the file was graded once." in " ".join(done.out.split())
    assert "\x1b" not in done.out
    assert done.err == ""


def test_next_exercise_is_a_line_of_check_and_a_key_of_watch(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.save(RIGHT)
    with home.called("check") as terminal:
        assert terminal.ended() == 0
        terminal.wait_for("To go on with standard_scaler: python -m grader standard_scaler")
    with home.called("watch") as terminal:
        terminal.wait_for("To go on with standard_scaler, press n.", "n next")
        terminal.press("n")
        terminal.wait_for("standard_scaler: exercises/standard_scaler.py  ready to start", without="n next")
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.is_as_before()
    with home.called("list") as terminal:
        terminal.wait_for("✓ linear_regression    LinearRegression    passed on ", "○ standard_scaler")
