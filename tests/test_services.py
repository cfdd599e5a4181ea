"""Run the files that `courses.md` gives for other services as those would, in an empty root folder."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .helpers import pages
from .helpers.checkouts import PARTS, lay_out
from .helpers.labels import labelled

COURSES = pages.doc("courses")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these services run a POSIX shell")


def block(name: str, language: str) -> str:
    """The first code block after a mention of a file's name."""
    found = re.search(
        rf"`[^`]*{re.escape(name)}`.*?^```{language}\n(.*?)^```$", COURSES, re.DOTALL | re.MULTILINE
    )
    assert found is not None
    return found[1]


def project(folder: Path) -> Path:
    """Copy the parts of the project that are needed to install it and to grade."""
    return lay_out(folder, "grader", *PARTS, "README.md").root


def script(path: Path, text: str) -> Path:
    """Write an executable file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def interpreter(path: Path) -> Path:
    """Write a script that acts as an installed Python and runs this one."""
    return script(path, f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')


def wrong() -> bytes:
    """A submission with one mistake."""
    return next(one.raw for one in labelled("wrong") if one.name.startswith("wrong/predict_ignores_bias__"))


@pytest.fixture
def autograder(tmp_path: Path) -> Path:
    """Gradescope's folders, with the uploaded project."""
    root = tmp_path / "autograder"
    for name in ("source", "submission", "results"):
        (root / name).mkdir(parents=True)
    project(root / "source")
    for name in ("setup.sh", "run_autograder"):
        text = block(name, "bash")
        assert "/autograder/" in text
        script(root / "source" / name, text.replace("/autograder/", f"{root}/"))
    return root


def ran(root: Path) -> tuple[int, Path]:
    """Run Gradescope's script; return its exit status and the path of its results."""
    done = subprocess.run(["bash", str(root / "source" / "run_autograder")], cwd="/", check=False)
    return done.returncode, root / "results" / "results.json"


def test_gradescope_grades_what_was_handed_in(autograder: Path) -> None:
    interpreter(autograder / "source" / ".venv" / "bin" / "python")
    (autograder / "submission" / "linear_regression.py").write_bytes(wrong())
    status, results = ran(autograder)
    document = json.loads(results.read_text(encoding="utf-8"))
    assert status == 0
    assert document["extra_data"]["mistakes"] == ["predict-ignores-bias"]
    assert 0 < document["score"] < 60


def test_gradescope_tells_of_a_missing_file(autograder: Path) -> None:
    interpreter(autograder / "source" / ".venv" / "bin" / "python")
    status, results = ran(autograder)
    document = json.loads(results.read_text(encoding="utf-8"))
    assert status == 0
    assert document["score"] == 0
    assert "There is no file" in document["output"]


def test_gradescope_without_results_where_the_grader_fails(autograder: Path) -> None:
    interpreter(autograder / "source" / ".venv" / "bin" / "python")
    (autograder / "submission" / "linear_regression.py").write_bytes(wrong())
    shutil.rmtree(autograder / "source" / "grader" / "hidden")
    status, results = ran(autograder)
    assert status != 0
    assert not results.exists()


@pytest.mark.slow
def test_gradescope_sets_itself_up(autograder: Path, tmp_path: Path) -> None:
    """Use a real environment; needs the package index."""
    bin_ = tmp_path / "bin"
    script(bin_ / "apt-get", "#!/bin/sh\nexit 0\n")
    interpreter(bin_ / "python3")
    environment = os.environ | {"PATH": f"{bin_}:{os.environ['PATH']}"}
    setup = ["bash", str(autograder / "source" / "setup.sh")]
    subprocess.run(setup, cwd="/", env=environment, check=True)
    (autograder / "submission" / "linear_regression.py").write_bytes(wrong())
    status, results = ran(autograder)
    assert status == 0
    assert results.exists()


def test_classroom_workflow(tmp_path: Path) -> None:
    workflow = yaml.safe_load(block("classroom.yml", "yaml"))
    steps = workflow["jobs"]["grade"]["steps"]
    assert [step.get("uses", "").partition("@")[0] for step in steps] == [
        "actions/checkout", "actions/checkout", "actions/setup-python", "", "",
    ]  # fmt: skip
    place = tmp_path / "work" / steps[1]["with"]["path"]
    place.mkdir(parents=True)
    project(place)
    workspace = tmp_path / "work"
    (workspace / "linear_regression.py").write_bytes(wrong())
    interpreter(tmp_path / "bin" / "python")
    script(tmp_path / "bin" / "pip", '#!/bin/sh\n[ -f "$4/pyproject.toml" ]\n')
    environment = os.environ | {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    statuses, said = [], ""
    for step in steps:
        if "run" in step:
            folder = workspace / step.get("working-directory", ".")
            command = ["bash", "-e", "-c", step["run"]]
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            statuses.append(done.returncode)
            said += done.stdout
    assert statuses == [0, 1]
    assert "::error file=linear_regression.py,line=" in said
    assert "❌ failed" in (tmp_path / "summary.md").read_text(encoding="utf-8")
