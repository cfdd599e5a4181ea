"""Options of the test suite: which tests run by default, with `--few` and `--all`, and on how many cores."""

import os
import time
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings

# No result depends on a clock, or on how busy the machine is.
settings.register_profile(
    "steady", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

# For the slowest modules: one test in how many runs by default, and with `--few`. Of other modules all tests
# run by default, and one in FEW with `--few`.
SHARES = {
    "test_submissions": (14, 40),
    "test_twisted_submissions": (8, 32),
    "test_mutation": (14, 40),
    "test_every_seed": (200, 600),
    "test_fix": (2, 12),
    "test_fixes": (1, 12),
    "test_fix_and_finding": (2, 12),
    "test_cancel": (2, 12),
    "test_deadlines": (2, 12),
    "test_slips": (2, 12),
    "test_sample_grading": (2, 12),
    "test_toy_exercise": (2, 12),
    "test_kernel_rules": (2, 12),
    "test_where_it_is_wrong": (4, 16),
    "test_catalogue": (6, 24),
    "test_overlays": (3, 16),
    "test_exercises": (2, 12),
    "test_bad_input": (1, 12),
    "test_twists": (2, 8),
}
FEW = 18


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--all` and `--few`."""
    parser.addoption("--few", action="store_true", help="run a sample of the tests (about one in eighteen)")
    parser.addoption(
        "--all", action="store_true", help="run everything, the slow tests as well (about six hours)"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the tests independent of the terminal that the suite is started from, and of the time zone."""
    os.environ |= {"FORCE_HYPERLINK": "0", "TZ": "UTC"}
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Use every core for the whole suite if pytest-xdist is installed and `-n` is not given."""
    if hasattr(config, "workerinput"):
        return  # xdist calls this in its workers too, and each would start its own workers, without end
    whole = config.args_source is not pytest.Config.ArgsSource.ARGS
    if whole and getattr(config.option, "numprocesses", 0) is None and not config.option.collectonly:
        config.option.numprocesses = "auto"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out slow tests unless requested, and mix the rest so that every core gets its share."""
    if not config.getoption("--all") and not config.getoption("-m"):
        _leave_out([item for item in items if item.get_closest_marker("slow")], items, config)
    if not config.getoption("--all"):
        few, whole = config.getoption("--few"), config.args_source is not pytest.Config.ArgsSource.ARGS
        _leave_out([item for item in items if whole and not _is_sampled(item, few)], items, config)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: crc32(item.nodeid.encode()))


def _leave_out(some: list[pytest.Item], items: list[pytest.Item], config: pytest.Config) -> None:
    config.hook.pytest_deselected(items=some)
    left_out = set(some)
    items[:] = [item for item in items if item not in left_out]


def _is_sampled(item: pytest.Item, few: bool) -> bool:
    one_in = SHARES.get(item.path.stem, (1, FEW))[few]
    return crc32(_name(item).encode()) % one_in == 0


def _name(item: pytest.Item) -> str:
    """The name that decides whether a test is sampled; it does not depend on the folder of its file."""
    return f"tests/{item.path.name}::{item.nodeid.partition('::')[2]}"
