"""A twist ends with a plain `reset`, or when the plain stub takes the place of the twist's."""

import os
from pathlib import Path

import pytest

from grader.practice.stretches import twist_laid_out

from ..helpers.checkouts import Checkout, checkout
from ..helpers.graded import KATA

__all__ = ["checkout"]

NAMES = [twist.name for twist in KATA.declaration.twists()]
LEAVE = "to leave the twist and start the plain task from a blank stub, run:\n       python -m grader reset\n"


def laid_out(checkout: Checkout) -> str | None:
    """The twist that the journal knows of."""
    return twist_laid_out(checkout.journal.read().records)


def test_reset_names_the_twist(checkout: Checkout) -> None:
    assert "is a blank stub of the twist half now" in " ".join(
        checkout.run("reset", "--twist", "half", "--yes").split()
    )


def test_plain_stub_ends_it_and_is_recorded(checkout: Checkout) -> None:
    checkout.run("reset", "--twist", "half", "--yes")
    assert "linear_regression, twist half:" in checkout.run("check", status=1)
    checkout.put(KATA.stub)
    assert "linear_regression: " in checkout.run("check", status=1)
    assert laid_out(checkout) is None
    checkout.solve()
    assert "linear_regression: " in checkout.run("check")


@pytest.mark.parametrize("name", NAMES)
def test_file_laid_out_with_a_twist_has_it(checkout: Checkout, name: str) -> None:
    checkout.run("reset", "--twist", name, "--yes")
    assert f"linear_regression, twist {name}:" in checkout.run("check", status=1)
    twisted = KATA.twisted(name)
    rewrapped = twisted.stub.replace(".\n\n        ", ".\n        ").replace("    # TODO\n", "")
    checkout.put(rewrapped)
    assert f"linear_regression, twist {name}:" in checkout.run("check", status=1)
    checkout.put(twisted.solution_text)
    assert f"linear_regression, twist {name}:" in checkout.run("check")


def test_plain_stub_with_code_in_it_is_the_plain_task(checkout: Checkout) -> None:
    checkout.run("reset", "--twist", "momentum", "--yes")
    checkout.put(KATA.stub.replace('raise NotImplementedError("predict")', "return X @ self.w + self.b"))
    assert "linear_regression: " in checkout.run("check", status=1)


def test_plain_code_without_docstrings_gets_the_way_out_of_the_twist(checkout: Checkout) -> None:
    checkout.run("reset", "--twist", "half", "--yes")
    checkout.solve()
    out = checkout.run("check", status=1)
    assert "linear_regression, twist half:" in out
    assert LEAVE in out


def test_other_twist_that_was_named_is_not_recorded(checkout: Checkout) -> None:
    checkout.run("reset", "--twist", "half", "--yes")
    checkout.solve()
    checkout.run("check", "--twist", "none")
    assert checkout.events() == ["laid-out"]
    assert LEAVE not in checkout.run("check", "--twist", "decay", status=1)


def test_own_code_to_be_changed_keeps_it(checkout: Checkout) -> None:
    own = KATA.stub.replace('raise NotImplementedError("predict")', "return X @ self.w + self.b")
    checkout.put(own)
    checkout.journal.append("laid-out", how="second-act", saved=None, twist="half", steps=["loss"])
    assert "linear_regression, twist half:" in checkout.run("check", status=1)
    checkout.put(KATA.stub)
    assert "linear_regression: " in checkout.run("check", status=1)


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
def test_watch_follows_the_file(tmp_path: Path) -> None:
    from ..helpers.sessions import Home

    home = Home(tmp_path)
    with home.called("watch") as terminal:
        terminal.wait_for("linear_regression: ", "ready to start", "watching")
        with home.called("reset", "--twist", "half", "--yes") as other:
            assert other.ended() == 0
        terminal.wait_for("linear_regression, twist half: ", "ready to start", "watching")
