"""Python work is counted exactly: from the first call on, and the same for every size of vectorised code."""

# ruff: noqa: PLW0108 - the lambdas' frames are counted

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from grader.sandbox.measuring.instruction_count import MOST, Counted

from ..helpers.paths import ROOT

HERE = __file__
SIZES = (1_001, 4_004)


def count(call: Callable[[], object], filename: str = HERE) -> Counted:
    """Count the instructions of one call."""
    counted = Counted(filename)
    counted.run(call)
    return counted


def per_size(work: Callable[[np.ndarray], object]) -> list[int]:
    """The number of instructions of `work` for each size, after one call to warm NumPy up."""
    arrays = [np.linspace(0.0, 1.0, size) for size in SIZES]
    work(arrays[0])
    return [count(lambda array=array: work(array)).total for array in arrays]  # type: ignore[misc]


def by_steps(array: np.ndarray) -> float:
    """Sum with a loop over an index."""
    total, row = 0.0, 0
    while row < len(array):
        total, row = total + array[row], row + 1
    return total


def by_depth(array: np.ndarray) -> float:
    """Sum by recursion, one hundred samples per level."""
    return 0.0 if len(array) == 0 else sum([x for x in array[:100]]) + by_depth(array[100:])  # noqa: C416


VECTORISED: list[Callable[[np.ndarray], object]] = [
    lambda x: np.mean((x - 1) ** 2),
    lambda x: x @ x + x.sum(),
    lambda x: np.einsum("i,i->", x, x),
    lambda x: [x.sum() for _ in range(3)],
    lambda x: np.column_stack([x, x]).T @ x,
    lambda x: f"{x[0]:.3f} of {len(x)}",
    np.linalg.norm,
]
LOOPS: list[Callable[[np.ndarray], object]] = [
    lambda x: [v * v for v in x],
    lambda x: sum(v * v for v in x),
    lambda x: list(map(lambda v: v * v, x)),  # noqa: C417
    lambda x: np.vectorize(lambda v: v * v)(x),
    lambda x: np.apply_along_axis(lambda row: row.sum(), 1, x[:, None]),
    lambda x: {i: v for i, v in enumerate(x)},  # noqa: C416
    lambda x: sorted(x, key=lambda v: -v),
    by_steps,
    by_depth,
]


@pytest.mark.parametrize("work", VECTORISED, ids=range(len(VECTORISED)))
def test_vectorised_code_gives_the_same_count_for_every_size(work: Callable[[np.ndarray], object]) -> None:
    small, large = per_size(work)
    assert small == large


@pytest.mark.parametrize("work", LOOPS, ids=range(len(LOOPS)))
def test_loops_give_more_for_more_samples(work: Callable[[np.ndarray], object]) -> None:
    small, large = per_size(work)
    assert large > 2 * small
    assert small > SIZES[0] / 2


def fresh(body: str) -> Callable[[], object]:
    """A function that has never been called, compiled as a separate file."""
    names: dict[str, Callable[[], object]] = {}
    exec(compile(f"def f():\n    {body}\n", "theirs.py", "exec"), names)
    return names["f"]


def test_first_call_is_counted_like_the_second() -> None:
    body = "return [i for i in range(500)]"
    call = fresh(body)
    first, second = count(call, "theirs.py"), count(call, "theirs.py")
    assert first.total == second.total > 1_000
    assert count(fresh(body), "theirs.py").total == first.total


def test_loop_that_runs_once_only_does_not_escape() -> None:
    call = fresh("""if not hasattr(f, "done"):
        f.done = [i for i in range(500)]
    return f.done""")
    assert count(call, "theirs.py").total > 1_000
    assert count(call, "theirs.py").total < 100


def test_instructions_are_counted_per_line_of_the_file() -> None:
    call = fresh("x = 0\n    for i in range(300):\n        x += i\n    return sorted([x])")
    counted = count(call, "theirs.py")
    assert set(counted.lines) <= {1, 2, 3, 4, 5}
    assert counted.lines[4] >= 600
    assert counted.lines[2] < 10
    assert counted.own == sum(counted.lines.values()) <= counted.total
    elsewhere = count(call, "another.py")
    assert (elsewhere.own, elsewhere.total) == (0, counted.total)


def test_helpers_in_other_files_count_in_the_total_alone() -> None:
    helper = fresh("return [i for i in range(500)]")
    counted = count(lambda: helper())
    assert counted.total > 1_000
    assert counted.own < 50


def test_exceptions_pass_and_leave_nothing_switched_on() -> None:
    def broken() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        count(broken)
    assert count(lambda: None).total < 50


def test_endless_work_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.sandbox.measuring.instruction_count.MOST", 5_000)

    def endless() -> None:
        while True:
            pass

    assert 5_000 <= count(endless).total <= 5_010


def test_counting_leaves_the_result_alone() -> None:
    kept: list[float] = []
    count(lambda: kept.append(float(np.sum(np.ones(3)))))
    assert kept == [3.0]


def test_generators_and_nested_functions_are_counted() -> None:
    call = fresh("""def inner(n):
        for i in range(n):
            yield i
    return sum(inner(400))""")
    assert count(call, "theirs.py").own > 1_000


@pytest.fixture
def busy() -> Iterator[None]:
    """A thread that was already running before the count starts and competes for the interpreter."""
    begun, over = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        while not over.is_set():
            pass

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait()
    yield
    over.set()
    thread.join()


@pytest.mark.usefixtures("busy")
def test_threads_from_before_the_call_are_not_counted() -> None:
    assert count(lambda: time.sleep(0.05)).total < 50


def test_threads_that_the_call_starts_are_counted() -> None:
    call = fresh("""from threading import Thread
    thread = Thread(target=lambda: [i for i in range(500)])
    thread.start()
    thread.join()""")
    assert count(call, "theirs.py").own > 1_000


WAITS = """
import time
from concurrent.futures import ThreadPoolExecutor
from grader.sandbox.measuring.instruction_count import Counted

def call():
    with ThreadPoolExecutor(2) as pool:
        for future in [pool.submit(time.sleep, wait) for wait in (0.02, 0.0, 0.01)]:
            future.result()

totals = set()
for _ in range(5):
    counted = Counted("")
    counted.run(call)
    totals.add(counted.total)
print(len(totals))
"""


def test_waiting_for_a_thread_is_not_counted() -> None:
    """Runs in a separate process, because in this one other threads may start threads at the same time."""
    run = subprocess.run([sys.executable, "-c", WAITS], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "1\n"


def test_a_thread_of_the_call_outlives_the_limit() -> None:
    ended = []

    def spin() -> None:
        for _ in range(MOST):
            pass
        ended.append(True)

    def call() -> None:
        thread = threading.Thread(target=spin)
        thread.start()
        thread.join()

    count(call, "theirs.py")
    assert ended == [True]
