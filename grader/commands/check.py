"""`check`: grade one file and report the result."""

import gc
from argparse import ArgumentParser, Namespace
from contextlib import closing

from ..sandbox.fork_client import ForkServer
from .shared import common_options


def options(parser: ArgumentParser) -> None:
    """Add the options of `check`."""
    group = parser.add_argument_group("options of check")
    group.add_argument("--json", action="store_true", help="one JSON document on stdout, nothing else")
    common_options.add_problems(group)
    common_options.add_fix(group)
    text = "show the smallest failing input that can be found, as Python to paste"
    group.add_argument("--case", action="store_true", help=text)
    common_options.add_grading(group)
    group = parser.add_argument_group("other output formats of check")
    text = "write JUnit's XML, which most CI systems read"
    group.add_argument("--junit", metavar="FILE", help=text)
    group.add_argument("--gradescope", metavar="FILE", help="write Gradescope's results.json")
    text = "write a self-contained page: findings, code, pictures of the training"
    group.add_argument("--html", metavar="FILE", help=text)
    text = "annotate the lines in GitHub Actions, and add to the job summary"
    group.add_argument("--github", action="store_true", help=text)


def run(args: Namespace) -> int:
    """Grade the file, print the verdict, return the exit status.

    The fork server starts first, so that it gets ready while everything else is imported. A submission with
    a mistake may need a second worker, and a fork makes that one cheap.
    """
    gc.disable()  # most objects live to the end, and looking for garbage would take a tenth of the time
    try:
        with closing(ForkServer()) as server:
            server.prepare()
            from .shared.checking import check

            return check(args, server.start)
    finally:
        gc.enable()
