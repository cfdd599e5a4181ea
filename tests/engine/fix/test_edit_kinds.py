"""The table of the kinds of edits: in the order in which they are tried, and each of them is made."""

import re
from pathlib import Path

from grader.engine import fix
from grader.engine.fix.edit_kinds import Kind

SOURCES = [path for path in Path(fix.__file__).parent.rglob("*.py") if path.name != "edit_kinds.py"]


def test_kinds_come_in_the_order_of_their_costs() -> None:
    rows = [(kind.cost, kind.name) for kind in Kind]
    assert rows == sorted(rows)


def test_each_kind_says_which_slip_it_undoes() -> None:
    assert not [kind for kind in Kind if kind.slip[-1] != "." or len(kind.slip) < 15]


def test_each_kind_is_made_somewhere() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES)
    assert not {kind.name for kind in Kind} - set(re.findall(r"\bKind\.(\w+)", code))
