"""The HTML page: well-formed whatever it contains, without scripts, and rendered by a browser."""

import math
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader import submission
from grader.commands.shared import checking
from grader.comparison import TrainingComparison, TrainingPath
from grader.engine.compare import plot_data
from grader.grading import loaded
from grader.kata import find_kata
from grader.report.formats import html, training_plots
from grader.report.formats.training_plots import pictures
from grader.report.highlight import quotes, spans
from grader.report.page import harmless
from grader.report.terminal import Background
from grader.verdict import Change, CheckResult, Finding, Printed, Status, Step, Verdict

from ..helpers.paths import ROOT
from ..helpers.reports import CASES
from ..helpers.verdicts import NASTY, TEXTS, told

REFERENCE = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
KATA = find_kata()
CONTOUR = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0))
RIGHT = TrainingPath((4.0, 2.0, 1.0), ((0.0, 0.0), (0.5, 0.2), (0.9, 0.9)))
NUMBERS = st.one_of(st.floats(), st.sampled_from([0.0, -1e300, 1e300, 5e-324, math.nan, math.inf]))
POINTS = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
WAYS = st.builds(
    TrainingPath, st.lists(NUMBERS, max_size=5).map(tuple), st.lists(POINTS, max_size=5).map(tuple)
)
DESCENTS = st.builds(
    TrainingComparison,
    st.just(("w", "b")),
    st.just("so many samples"),
    st.just(RIGHT),
    WAYS,
    st.just((CONTOUR, CONTOUR)),
    TEXTS,
)


def parsed(text: str) -> Element:
    """The page parsed the way a browser does; any syntax error in it raises."""
    found: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return found


def all_text(element: Element) -> str:
    """All text in an element, joined."""
    return "".join(element.itertext())


@given(told(), st.one_of(st.none(), DESCENTS))
@settings(max_examples=60)
def test_page_is_well_formed_and_shows_every_text(
    both: tuple[Verdict, Background], descent: TrainingComparison | None
) -> None:
    verdict, background = both
    text = html.text(verdict, background, descent)
    assert text.isascii()
    page = parsed(text)
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "form", "base"}
    names = [name for element in page.iter() for name in element.attrib]
    assert not [name for name in names if str(name).startswith("on") or name in ("src", "style")]
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = [element.get("href", "").removeprefix("#") for element in page.iter("a")]
    assert set(targets) <= set(ids)
    shown = all_text(page)
    for wanted in (verdict.submission, *(found.seen for found in verdict.findings)):
        assert harmless(wanted) in shown
    marked = {element.get("id") for element in page.iter("li") if element.get("class") == "guilty"}
    assert marked == {f"line-{found.line}" for found in verdict.findings if found.line is not None}


@given(DESCENTS)
def test_pictures_hold_finite_numbers(descent: TrainingComparison) -> None:
    for part in pictures(descent):
        for element in part.iter():
            for name in ("points", "cx", "cy", "x", "y", "x1", "x2", "y1", "y2"):
                for number in element.get(name, "0").replace(",", " ").split():
                    assert abs(float(number)) <= training_plots.FAR


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9))
def test_ticks_are_few_and_within(least: float, more: float) -> None:
    axis = training_plots.axis("x", (least, least + more), upright=False)
    ticks = axis.ticks()
    assert len(ticks) <= 2 * training_plots.TICKS
    assert all(axis.start - 1 <= axis.place(tick) <= axis.end + 1 for tick in ticks)


@given(st.floats(1e-12, 1e12), st.floats(10, 1e12))
def test_logarithmic_ticks_are_powers_of_ten(least: float, times: float) -> None:
    ticks = training_plots.axis("y", (least, least * times), upright=True, log=True).ticks()
    assert 1 <= len(ticks) <= training_plots.TICKS + 1
    assert all(math.log10(tick) == pytest.approx(round(math.log10(tick))) for tick in ticks)


def descended(source: str, folder: Path) -> TrainingComparison:
    """The descent of the model in a source text."""
    path = folder / "linear_regression.py"
    path.write_text(source, encoding="utf-8")
    with loaded(KATA, submission.read(str(path))) as sandbox:
        return plot_data.descend(KATA.declaration, sandbox)


def test_way_of_the_reference_is_that_of_descent(tmp_path: Path) -> None:
    found = descended(REFERENCE, tmp_path)
    assert found.trouble == ""
    assert found.own.losses == pytest.approx(found.reference.losses)
    assert found.own.points[-1] == pytest.approx(found.reference.points[-1])
    assert found.own.points[0] == pytest.approx(found.reference.points[0])


def test_contours_are_lines_of_equal_loss() -> None:
    case = plot_data.data(KATA.declaration)

    def loss(w: float, b: float) -> float:
        return float(np.mean((case.X[:, 0] * w + b - case.y) ** 2))

    A = np.column_stack([case.X, np.ones(case.n)])
    least = loss(*np.linalg.lstsq(A, case.y, rcond=None)[0])
    start = loss(case.state["w"][0], case.state["b"]) - least
    for level, contour in zip(plot_data.LEVELS, plot_data._contours(KATA.declaration, case), strict=True):
        assert contour[0] == pytest.approx(contour[-1])
        for w, b in contour:
            assert loss(w, b) - least == pytest.approx(level * start)


@pytest.mark.parametrize(
    ("old", "new", "trouble", "points"),
    [
        ("self.w -= lr * dw", "self.w += 90 * dw", "It diverges within", 3),
        ("losses = []", "raise ValueError('no')", "fit raises ValueError: no", 0),
        ("losses = []", "losses = [][1 - epochs]", "fit raises IndexError", 0),
        ("return losses", "return self", "instead of the losses", 12),
    ],
)
def test_training_that_cannot_be_drawn_is_explained(
    tmp_path: Path, old: str, new: str, trouble: str, points: int
) -> None:
    assert REFERENCE.count(old) == 1
    found = descended(REFERENCE.replace(old, new), tmp_path)
    assert trouble in found.trouble
    assert len(found.own.points) <= points


@pytest.mark.parametrize("far", [1e9, math.inf, math.nan])
def test_curve_leaves_the_frame_where_it_diverges(far: float) -> None:
    own = TrainingPath((4.0, 20.0, far, far), ((0.0, 0.0),))
    _, plots, _ = pictures(TrainingComparison(("w", "b"), "so many samples", RIGHT, own, (CONTOUR,), ""))
    lines = {line.get("class"): line for line in plots[0].iter("polyline")}
    assert list(lines) == ["own", "reference"]  # the one that is drawn last stays visible if they are equal
    *_, inside, outside = (float(p.partition(",")[2]) for p in lines["own"].get("points", "").split())
    assert outside < training_plots.TOP < inside


def test_nothing_is_drawn_without_fit() -> None:
    nobody: Any = None
    statuses: tuple[Status, ...] = ("todo", "blocked")
    for status in statuses:
        steps = tuple(Step(name, status if name == "fit" else "passed", ()) for name in KATA.steps)
        verdict = Verdict(KATA.name, "x.py", "failed", steps, (), "", False, 1, 0.5)
        assert checking._descent(KATA, nobody, verdict) is None


def browser(folder: Path, *options: str) -> str:
    """Open a page in a browser; return the document as it is after that."""
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom",
        "--disable-background-networking", f"--user-data-dir={folder / 'profile'}", *options,
    ]  # fmt: skip
    environment = os.environ | {"HOME": str(folder)}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


MEASURE = """<script>
const list = document.querySelector("td ul").getBoundingClientRect();
document.title = [document.documentElement.scrollWidth <= innerWidth, list.left >= 0, list.width > 340];
</script></body>"""


@pytest.mark.skipif(not shutil.which("chromium"), reason="there is no chromium")
def test_page_fits_a_phone(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    text = html.text(CASES["several"], Background(["x = 1"] * 30), None)
    text = text.replace(html.POLICY, "").replace("<details", "<details open").replace("</body>", MEASURE)
    path.write_text(text, encoding="utf-8")
    done = browser(tmp_path, "--window-size=400,900", f"--screenshot={tmp_path / 'page.png'}", path.as_uri())
    assert "<title>true,true,true</title>" in done


@pytest.mark.skipif(not shutil.which("chromium"), reason="there is no chromium")
def test_browser_shows_the_page_and_runs_nothing(tmp_path: Path) -> None:
    evil = "<script>document.title='run'</script><img src=x onerror=document.title='run'>"
    steps = KATA.steps
    verdict = Verdict(
        "linear_regression", f"{evil}.py", "failed",
        tuple(Step(name, "failed", (CheckResult(evil, "failed", evil),)) for name in steps),
        (Finding("raises", "error", "fit", 1, evil + "".join(NASTY), (evil,) * 3),), evil, False, 1, 0.5,
    )  # fmt: skip
    path, shot = tmp_path / "page.html", tmp_path / "page.png"
    descent = TrainingComparison(("w", "b"), "so many samples", RIGHT, RIGHT, (CONTOUR,), evil)
    path.write_text(html.text(verdict, Background([evil], {"raises": evil}), descent), encoding="utf-8")
    done = browser(tmp_path, "--window-size=900,1400", f"--screenshot={shot}", path.as_uri())
    assert "<title>linear_regression: not right yet</title>" in done
    assert done.count("<polyline") >= 5
    assert "<script" not in done
    assert shot.read_bytes().startswith(b"\x89PNG")
    assert shot.stat().st_size > 20_000


def test_page_shows_the_fix() -> None:
    fix = (Change(1, 1, "y = 1\n"),)
    finding = Finding("predict-ignores-bias", "error", "predict", 1, "seen", ("a?", "b", "c"), fix)
    steps = (Step("predict", "failed", (CheckResult("values", "failed"),)),)
    verdict = Verdict("x", "a.py", "failed", steps, (finding,), "", False, 7, 0.1, fixed=True)
    page = parsed(html.text(verdict, Background(["x = 1"], again="again"), None))
    rows = [(e.get("class"), e.text) for pre in page.iter("pre") for e in pre.iter("span")]
    assert rows == [("failed", "- 1  x = 1\n"), ("passed", "+ 1  y = 1\n")]


def test_page_groups_what_was_printed_and_shows_it_as_it_came() -> None:
    groups = (Printed("", (("hello", 1, 1),)), Printed("fit", (("loss <1>", 2000, 14),), 3))
    verdict = replace(CASES["passed"], printed="hello\nloss <1>\n", printed_by=groups, truncated=True)
    page = parsed(html.text(verdict, Background([]), None))
    blocks = [all_text(element) for element in page.iter("pre")]
    assert blocks == ["hello", "loss <1>  (2,000 times in 14 calls)\n… 3 more lines", "hello\nloss <1>\n"]
    shown = all_text(page)
    assert "Printed by your code" in shown
    assert "As it came, cut at 10,000 characters" in shown


def test_page_of_an_unfinished_file_says_what_to_do_next() -> None:
    told = Background([], again="python -m grader")
    unfinished = next(verdict for verdict in CASES.values() if verdict.verdict == "unfinished")
    header = parsed(html.text(unfinished, told, None)).find(".//header")
    assert header is not None
    assert re.search(
        r"Next: \S.* is not written yet\. Write it, then run python -m grader\.$", all_text(header)
    )


def test_docstring_lines_are_not_shown_as_code() -> None:
    source = [
        'def f():  # """',
        '    """Say',
        '    if 2 and "x" is """',
        "    r'''a''' + \"\"\"b\"\"\" + '''for",
        "in''' in 3",
    ]
    styles = [
        [style for text, style in spans(line, quote) if text.strip()]
        for line, quote in zip(source, quotes(source), strict=True)
    ]
    assert styles == [
        ["keyword", "", "comment"],
        ["string"],
        ["string"],
        ["string", "", "string", "", "string"],
        ["string", "keyword", "number"],
    ]
