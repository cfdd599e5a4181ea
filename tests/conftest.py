"""Options of the test suite: what runs every time, what runs with `--all`, and on how many cores."""

from zlib import crc32

import pytest

PROOF = {"test_submissions", "test_catalogue", "test_overlays", "test_mutation", "test_seeds"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--all` and `--few`."""
    parser.addoption("--few", action="store_true", help="grade every fourth of the proof's submissions only")
    parser.addoption("--all", action="store_true", help="run the slow tests as well (about half an hour)")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Use every core for the whole suite, where pytest-xdist is there and `-n` says nothing else."""
    if hasattr(config, "workerinput"):
        return  # xdist calls this in its workers as well: each would start workers of its own, without end
    whole = config.args_source is not pytest.Config.ArgsSource.ARGS
    if whole and getattr(config.option, "numprocesses", 0) is None and not config.option.collectonly:
        config.option.numprocesses = "auto"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests out unless asked for, and mix the rest so that every core gets its share."""
    if not config.getoption("--all") and not config.getoption("-m"):
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
    if config.getoption("--few"):
        proof = [item for item in items if item.path.stem in PROOF and crc32(item.nodeid.encode()) % 4]
        config.hook.pytest_deselected(items=proof)
        items[:] = [item for item in items if item not in proof]
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: crc32(item.nodeid.encode()))
