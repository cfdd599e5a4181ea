"""A fake judging process that does what the submission says, without grading and without waiting."""

import subprocess
import sys

from grader.sandbox.fork_client import ForkServer

from ..helpers.paths import ROOT

FAKE = """\
import json, os, sys
settings = json.loads(sys.argv[1])
if sys.argv[3:]:
    sys.path.insert(0, sys.argv[2])
    from grader.sandbox.worker.fork_server import serve
    serve(int(sys.argv[3]))
for line in sys.stdin:
    asked = json.loads(line)
    source = asked["source"].strip()
    if source == "die":
        os._exit(1)
    if source.startswith(("die once: ", "die always: ")):
        how, _, path = source.partition(": ")
        with open(path, "a", encoding="ascii") as starts:
            starts.write("+")
            number = starts.tell()
        if number == 1 or how == "die always":
            os._exit(1)
    if source == "hang":
        sys.stdin.read()
    if source == "pid":
        source = str(os.getpid())
    if source == "fail":
        print("-ValueError: broken", flush=True)
        continue
    verdict = "passed" if source == "passed" else "failed"
    findings = [{"mistake": name, "severity": "error"} for name in source.split() if verdict == "failed"]
    document = {
        "schema": 2, "exercise": "linear_regression", "submission": asked["path"], "verdict": verdict,
        "steps": [{"name": "init", "status": verdict}], "findings": findings, "seed": settings["seed"],
    }
    print("+" + json.dumps(document), flush=True)
"""


def fake_command(settings: str = '{"seed": 1}') -> list[str]:
    """The command that starts the fake process."""
    return [sys.executable, "-c", FAKE, settings, str(ROOT)]


def fake_judges() -> ForkServer:
    """What starts fake processes."""
    return ForkServer(fake_command, subprocess.DEVNULL)
