"""Generated verdicts for the tests of the formats, with texts that are as difficult as possible."""

from hypothesis import strategies as st

from grader.report.terminal import Background
from grader.verdict import CheckResult, Finding, Printed, Status, Step, Verdict

STEPS = ("init", "predict", "loss", "gradients", "fit", "vectorization")
STATUSES: st.SearchStrategy[Status] = st.sampled_from(["passed", "failed", "todo", "blocked"])
NASTY = [
    "]]>", "<script>alert(1)</script>", "&amp;", "::error::x", "\n::set-output name=a::b", "##[error]x",
    "%0A::error::y", "%", "\r\n", "```", "`", "|", "\x00", "\x1b[2J", "\ufffe", "\uffff", "\ud800",
    "**bold**", "[a](javascript:x)", "<!--", "--!>", "# title", "1. item", "- item", "\\", "é漢𝒳", "=\n==",
    "</pre>", "'\"", "\u202e", "file=x,line=1", "<svg onload=x>", "\u2028",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=8)), max_size=4).map("".join)
NAMES = TEXTS.map(lambda text: "x" + text)


def findings(lines: int) -> st.SearchStrategy[Finding]:
    """A strategy for one finding about a file with this number of lines."""
    return st.builds(
        Finding,
        mistake=st.sampled_from(["predict-ignores-bias", "solution-borrowed", "raises"]),
        severity=st.sampled_from(["error", "advice"]),
        step=st.sampled_from([*STEPS, "loading"]),
        line=st.one_of(st.none(), st.integers(1, lines)),
        seen=TEXTS,
        hints=st.one_of(st.just(()), st.tuples(TEXTS, TEXTS, TEXTS)),
    )


@st.composite
def told(draw: st.DrawFn) -> tuple[Verdict, Background]:
    """A verdict with its background: each part is possible by itself, but not their combination."""
    lines = draw(st.lists(TEXTS, min_size=1, max_size=4))
    checks = st.lists(st.builds(CheckResult, NAMES, STATUSES, TEXTS), max_size=3).map(tuple)
    steps = tuple(Step(name, draw(STATUSES), draw(checks)) for name in STEPS)
    verdict = Verdict(
        exercise="linear_regression",
        submission=draw(NAMES),
        verdict=draw(st.sampled_from(["passed", "failed", "unfinished"])),
        steps=steps,
        findings=tuple(draw(st.lists(findings(len(lines)), max_size=3))),
        printed=draw(TEXTS),
        truncated=draw(st.booleans()),
        seed=draw(st.integers(0, 10**12)),
        seconds=draw(st.floats(0, 30)),
        printed_by=(Printed("fit", ((draw(TEXTS), 3, draw(st.integers(1, 3))),), draw(st.integers(0, 2))),),
    )
    titles = {"predict-ignores-bias": "b is left out", "raises": draw(TEXTS)}
    return verdict, Background(lines=lines, titles=titles, again="python -m grader x.py")
