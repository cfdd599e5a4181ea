"""The house as it is drawn: imports run one way, the worker sees only its own package, files stay short."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GRADER = ROOT / "grader"
LONGEST = 300
WORKER_MODULES = {path.stem for path in (GRADER / "sandbox").glob("*.py")} - {
    "answers", "client", "forks", "launch", "output", "process", "__init__"
}  # fmt: skip


def name_of(path: Path) -> str:
    """The dotted name of a module of the project."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources() -> dict[str, Path]:
    """Every module of the grader."""
    return {name_of(path): path for path in sorted(GRADER.rglob("*.py"))}


MODULES = sources()


def resolved(node: ast.ImportFrom, module: str, path: Path) -> str:
    """The absolute name of what a `from` import imports from."""
    if not node.level:
        return node.module or ""
    home = module.split(".")
    home = home[: len(home) - node.level + (path.name == "__init__.py")]
    return ".".join([*home, *([node.module] if node.module else [])])


def imports(module: str, *, only_run: bool = False) -> set[str]:
    """The modules that one imports anywhere; `only_run`: leaving out what is for type checkers."""
    path = MODULES[module]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if only_run and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            left_out |= {inner for statement in node.body for inner in ast.walk(statement)}
    found = set()
    for node in ast.walk(tree):
        if node in left_out:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = resolved(node, module, path)
            found |= {f"{base}.{a.name}" if f"{base}.{a.name}" in MODULES else base for a in node.names}
    return found


def inside(module: str) -> set[str]:
    """The modules of the grader that one imports."""
    return {name for name in imports(module) if name.partition(".")[0] == "grader"}


# From the top down; a module may import from its own layer and from those below it.
LAYERS = [
    ("grader.__main__",),
    ("grader.cli",),
    ("grader.commands",),
    ("grader.batch", "grader.watching"),
    ("grader.doctor",),
    ("grader.grading", "grader.hinting", "grader.standing"),
    ("grader.judge", "grader.kata", "grader.katas"),
    ("grader.observation",),
    ("grader.terminal",),
    ("grader.sandbox.client", "grader.report"),
    ("grader.sandbox.process",),
    ("grader.sandbox.forks",),
    ("grader.sandbox.launch",),
    ("grader.sandbox",),
    ("grader.practice",),
    ("grader.submission", "grader.catalogue", "grader.comparison", "grader.health", "grader.needed"),
    ("grader.command_line", "grader.verdict"),
    ("grader",),
]


def layer(module: str) -> int:
    """The number of the layer with the longest name that fits."""
    fits = [
        (len(name), number)
        for number, names in enumerate(LAYERS)
        for name in names
        if module == name or module.startswith(name + ".")
    ]
    return max(fits)[1]


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_one_way(module: str) -> None:
    assert {name for name in inside(module) if layer(name) < layer(module)} == set()


RECORDS = {
    "grader.verdict", "grader.catalogue", "grader.command_line", "grader.comparison", "grader.health"
} | {
    f"grader.practice.{name}"
    for name in ("attempts", "bests", "debrief", "history", "interview", "runs", "schedule")
}  # fmt: skip


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("grader.report")])
def test_report_sees_records_alone(module: str) -> None:
    seen = {name for name in inside(module) if not name.startswith("grader.report")}
    assert seen <= RECORDS


@pytest.mark.parametrize("name", sorted(WORKER_MODULES))
def test_worker_sees_its_package_and_numpy_alone(name: str) -> None:
    import sys

    allowed = {f"grader.sandbox.{other}" for other in WORKER_MODULES} | {"grader.sandbox"}
    assert inside(f"grader.sandbox.{name}") <= allowed
    others = {n.partition(".")[0] for n in imports(f"grader.sandbox.{name}")} - {"grader"}
    assert others <= sys.stdlib_module_names | {"numpy"}


def test_only_the_judge_and_the_checks_import_pytest() -> None:
    importers = {name for name in MODULES if any(i.partition(".")[0] == "pytest" for i in imports(name))}
    assert {name for name in importers if ".checks." not in name} == {"grader.judge"}


def test_only_the_painter_and_the_bar_import_rich() -> None:
    assert {n for n in MODULES if any(i.partition(".")[0] == "rich" for i in imports(n))} == {
        "grader.report.bar",
        "grader.report.paint",
    }


def test_only_the_picture_imports_uniplot() -> None:
    assert {n for n in MODULES if any(i.partition(".")[0] == "uniplot" for i in imports(n))} == {
        "grader.report.picture"
    }


def test_nothing_in_the_grader_names_an_exercise_outside_its_folder() -> None:
    for module in MODULES:
        if not module.startswith("grader.katas."):
            assert not {name for name in inside(module) if name.startswith("grader.katas.")}


def test_the_name_of_the_default_stands_in_one_place() -> None:
    others = {name: path for name, path in MODULES.items() if not name.startswith("grader.katas.")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in others.items()}
    assert {name for name, text in texts.items() if "linear_regression" in text} == {"grader.command_line"}
    assert {name for name, text in texts.items() if "LinearRegression" in text} == set()


@pytest.mark.parametrize("module", MODULES)
def test_there_are_no_circles(module: str) -> None:
    """Of one module through others back to itself, counting what runs."""
    seen: set[str] = set()
    ahead = [name for name in imports(module, only_run=True) if name in MODULES]
    while ahead:
        name = ahead.pop()
        if name in seen or (module.startswith(name + ".") or module == "grader"):
            continue  # a package is there before what is in it
        seen.add(name)
        ahead += [further for further in imports(name, only_run=True) if further in MODULES]
    assert module not in seen


def test_no_file_is_long() -> None:
    own = [*GRADER.rglob("*.py"), *(ROOT / "tests").glob("*.py"), *(ROOT / "solutions").glob("*.py")]
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in own}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}
