"""What a submission prints is kept up to a limit and grouped by the method that was called."""

from typing import Any

from grader.sandbox.captured_output import LONGEST_LINE, MOST_LINES, OUTPUT_COUNTED, Output, Sections

from ..helpers.workers import model, sandbox

CALLS = [{"method": "predict", "args": []}, {"method": "", "args": []}, {"method": "predict", "args": []}]
TWICE = {"mode": "plain", "new": [2], "calls": CALLS}


def by_method(body: str, top: str = "", *requests: dict[str, Any]) -> dict[str, dict[str, tuple[int, int]]]:
    """Each printed line by method: how often and in how many calls; by default `predict` is called twice."""
    with sandbox(model(body, top)) as worker:
        worker.load()
        for request in requests or (TWICE,):
            worker.run(request)
        worker.end()  # waits for the rest of the output
        groups = worker.output.groups()
    return {name: {line: (times, calls) for line, times, calls in lines} for name, lines, _ in groups}


def test_output_is_gathered_up_to_its_limit() -> None:
    output = Output("12")
    output.add("é".encode() * 4_000)
    assert (len(output.text), output.truncated) == (4_000, False)
    output.add(b"x" * 7_000)
    assert (len(output.text), output.truncated) == (10_000, True)


def test_output_at_import_is_separate() -> None:
    assert by_method("print('there')", "print('here')") == {
        "": {"here": (1, 1)},
        "predict": {"there": (2, 2)},
    }


def test_a_warning_from_inside_numpy_names_the_line_that_called_it() -> None:
    body = "np.mean(np.array([1e308, 1e308]))\nnp.var(np.array([]))"
    printed = [*by_method(body, "import numpy as np")["predict"]]
    source = model(body, "import numpy as np").splitlines()
    for part, code in (("overflow", "np.mean"), ("Degrees of freedom", "np.var")):
        line = next(number for number, text in enumerate(source, 1) if code in text)
        assert any(f".py:{line}: RuntimeWarning: {part}" in text for text in printed)


def test_half_a_line_ends_with_its_call() -> None:
    assert by_method("print('a', end='')\nprint('b', end='')") == {"predict": {"ab": (2, 2)}}


def test_streams_threads_helpers_and_plain_writes_belong_to_the_call() -> None:
    body = (
        "print('err', file=sys.stderr)\nos.write(1, b'raw\\n')\nos.write(2, b'\\xff\\x1e\\n')\n"
        "t = threading.Thread(target=print, args=('thread',))\nt.start()\nt.join()\n"
        "aid()\nprint('\\x1e:\\x1b\\udcff\\r')"
    )
    lines = ("err", "raw", "\ufffd\x1e", "thread", "helped", "\x1e:\x1b\\udcff")
    found = by_method(body, "import os, sys, threading\ndef aid(): print('helped')")
    assert found == {"predict": dict.fromkeys(lines, (2, 2))}


def test_hidden_call_prints_nothing_and_a_new_worker_continues() -> None:
    hidden = TWICE | {"mode": "quiet"}
    ends = "if os.environ.get('x'): os._exit(1)\nprint('seen')\nos.environ['x'] = 'x'"
    found = by_method(ends, "import os\nprint('top')", hidden, TWICE | {"calls": CALLS[:1]}, TWICE)
    assert found == {"": {"top": (1, 1)}, "predict": {"seen": (1, 1)}}


def test_thousands_of_calls_are_counted_past_the_limit_of_the_text() -> None:
    request = TWICE | {"calls": CALLS[:1] * 1_500}
    assert by_method("print('loss 1.31652')", "", request, request) == {
        "predict": {"loss 1.31652": (3_000, 3_000)}
    }


def test_what_is_kept_has_limits() -> None:
    output = Output("12")
    output.begin("fit")
    output.add(b"".join(b"%d\n" % number for number in range(1_000)))
    ((_, lines, more),) = output.groups()
    assert (len(lines), more) == (MOST_LINES, 1_000 - MOST_LINES)
    output.add(b"x" * 2 * OUTPUT_COUNTED + b"\n")
    output.begin("predict")
    output.add(b"too late\n")
    assert [name for name, _, _ in output.groups()] == ["fit"]
    endless = Output("12")
    endless.add(b"y" * 2 * LONGEST_LINE)
    assert endless.groups() == (("", (("y" * LONGEST_LINE, 1, 1),), 0),)


def test_marks_and_characters_may_arrive_in_parts() -> None:
    data = "\x1e12:fit\x1eé\x1e12\n\x1e12:fit\x1eé\x1e12\n\x1e13:fit\x1e\x1e12:fi".encode()
    for size in range(1, len(data)):
        output = Output("12")
        sections = Sections(output)
        for start in range(0, len(data), size):
            sections.feed(data[start : start + size])
        sections.feed(b"")
        assert output.text == "é\x1e12\né\x1e12\n\x1e13:fit\x1e\x1e12:fi"
        assert output.groups() == (("fit", (("é\x1e12", 2, 2), ("\x1e13:fit\x1e\x1e12:fi", 1, 1)), 0),)
