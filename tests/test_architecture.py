"""The layout of the code: imports go one way, files are short, an exercise's names stay in its folder."""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from grader.engine.declaration.completeness import LOADING, OF_WORK, RUNNING
from grader.engine.training.trajectory import METHOD
from grader.kata import ORDER, find_kata, kata_names

ROOT = Path(__file__).resolve().parent.parent
GRADER = ROOT / "grader"
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
# Files and functions that are longer, and why.
LONG = {
    "grader.engine.declaration.common_mistakes.loading": "a table: one entry after the other, mostly hints",
    "grader.engine.declaration.common_mistakes.running": "likewise",
}


def name_of(path: Path) -> str:
    """The dotted name of a module of the project."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(GRADER.rglob("*.py"))}
OF_THE_JUDGE = ("answer_forms", "captured_output", "client", "fork_client", "launch", "process")
WORKER_MODULES = {name for name in MODULES if name.startswith("grader.sandbox")} - {
    f"grader.sandbox.{name}" for name in OF_THE_JUDGE
}


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """All syntax nodes of a file."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def resolved(node: ast.ImportFrom, module: str, path: Path) -> str:
    """The absolute name of the module that a `from` import imports from."""
    if not node.level:
        return node.module or ""
    home = module.split(".")
    home = home[: len(home) - node.level + (path.name == "__init__.py")]
    return ".".join([*home, *([node.module] if node.module else [])])


@cache
def imports(module: str, *, only_run: bool = False) -> frozenset[str]:
    """The modules that a module imports anywhere; with `only_run`, without those for type checkers."""
    path = MODULES[module]
    left_out: set[ast.AST] = set()
    for node in nodes_of(path):
        if (
            only_run
            and isinstance(node, ast.If)
            and isinstance(node.test, ast.Name)
            and node.test.id == "TYPE_CHECKING"
        ):
            left_out |= {inner for statement in node.body for inner in ast.walk(statement)}
    found = set()
    for node in nodes_of(path):
        if node in left_out:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = resolved(node, module, path)
            found |= {f"{base}.{a.name}" if f"{base}.{a.name}" in MODULES else base for a in node.names}
    return frozenset(found)


def inside(module: str) -> set[str]:
    """The grader's modules that a module imports."""
    return {name for name in imports(module) if name.partition(".")[0] == "grader"}


def outside(module: str) -> set[str]:
    """The packages outside the grader that a module imports."""
    return {name.partition(".")[0] for name in imports(module)} - {"grader"}


def importers(package: str) -> set[str]:
    """The modules that import a package from outside the grader."""
    return {name for name in MODULES if package in outside(name)}


def belongs(module: str, *packages: str) -> bool:
    """Whether a module is one of these packages or modules, or inside one."""
    return any(module == name or module.startswith(name + ".") for name in packages)


# From the top down; a module may import from its own layer and from those below it.
LAYERS = [
    ("grader.__main__",),
    ("grader.cli",),
    ("grader.commands",),
    ("grader.doctor",),
    ("grader.batch", "grader.watching"),
    ("grader.failing", "grader.fixing", "grader.grading", "grader.summary"),
    ("grader.check_runner", "grader.judge", "grader.kata", "grader.other_exercise"),
    ("grader.katas", "grader.hidden"),
    ("grader.engine.fix", "grader.engine.advice"),
    ("grader.engine.fix.tidy", "grader.engine.fix.reference"),
    ("grader.engine.fix.edits",),
    ("grader.engine.fix.code", "grader.engine.fix.edit_kinds", "grader.engine.fix.harmless"),
    ("grader.engine.diagnose", "grader.engine.prefetch", "grader.engine.consistency"),
    ("grader.engine.checks", "grader.engine.compare"),
    ("grader.engine.training", "grader.engine.failing_case"),
    ("grader.engine.asking",),
    ("grader.engine.source",),
    ("grader.engine",),  # grader.engine.declaration, grader.engine.diagnosis
    ("grader.observation",),
    ("grader.terminal",),
    ("grader.sandbox.client", "grader.report"),
    ("grader.sandbox.process",),
    ("grader.sandbox.fork_client",),
    ("grader.sandbox.launch",),
    ("grader.sandbox",),
    ("grader.practice",),
    ("grader.submission", "grader.catalogue", "grader.comparison", "grader.incomplete", "grader.preflight"),
    ("grader.command_line", "grader.sandbox.parsing", "grader.verdict"),
    ("grader",),
]
RECORDS = (
    "grader.verdict", "grader.catalogue", "grader.command_line", "grader.comparison",
    *(f"grader.practice.{name}" for name in (
        "attempts", "bests", "briefs", "debrief", "history", "interview", "ladder", "questions", "quiz",
        "runs", "schedule")),
)  # fmt: skip
# The modules in a package may import only these from the grader.
SEES = {
    "grader.engine": (
        "grader.engine", "grader.sandbox", "grader.observation", "grader.catalogue", "grader.comparison",
        "grader.submission", "grader.verdict",
    ),
    "grader.katas": (
        "grader.katas", "grader.engine", "grader.sandbox.client", "grader.observation", "grader.catalogue",
        "grader.comparison", "grader.practice.debrief",
    ),
    "grader.report": ("grader.report", *RECORDS),
    "grader.sandbox": ("grader.sandbox",),
}  # fmt: skip
# The only modules that may import these packages.
IMPORTERS = {
    "pytest": {"grader.judge"},
    "rich": {"grader.report.batch", "grader.report.paint"},
    "uniplot": {"grader.report.curves"},
}


# Exercises that extend another exercise may import it.
BUILDS_ON = {
    "grader.katas.logistic_regression": "grader.katas.linear_regression",
    "grader.katas.normal_equation": "grader.katas.linear_regression",
    "grader.katas.ridge_regression": "grader.katas.linear_regression",
}


def layer(module: str) -> int:
    """The index of the module's layer: the one with the longest matching name."""
    fits = [(len(n), number) for number, names in enumerate(LAYERS) for n in names if belongs(module, n)]
    return max(fits)[1]


def upward(module: str) -> Iterator[str]:
    """Yield what is wrong with the imports of a module."""
    for name in inside(module):
        if layer(name) < layer(module):
            yield f"{module} imports {name}, which is above it"
        for package, seen in SEES.items():
            if belongs(module, package) and not belongs(name, *seen):
                yield f"{module} imports {name}, which is not for {package}"
        own = ".".join(module.split(".")[:3])
        if belongs(name, "grader.katas") and not belongs(name, own, BUILDS_ON.get(own, own)):
            yield f"{module} imports {name}: an exercise is found by its name alone"
    if module in WORKER_MODULES:
        if others := inside(module) - WORKER_MODULES:
            yield f"the worker's {module} imports {sorted(others)}"
        if others := outside(module) - sys.stdlib_module_names - {"numpy"}:
            yield f"the worker's {module} imports {sorted(others)}"


def in_a_circle(module: str) -> bool:
    """Whether a module imports itself through other modules, apart from imports for type checkers."""
    seen: set[str] = set()
    ahead = [name for name in imports(module, only_run=True) if name in MODULES]
    while ahead:
        name = ahead.pop()
        if name in seen or module.startswith(name + ".") or module == "grader":
            continue  # a package is imported before its modules
        seen.add(name)
        ahead += [further for further in imports(name, only_run=True) if further in MODULES]
    return module in seen


def test_imports_run_one_way_and_without_circles() -> None:
    assert [trouble for module in MODULES for trouble in upward(module)] == []
    assert [module for module in MODULES if in_a_circle(module)] == []
    assert {package: importers(package) for package in IMPORTERS} == IMPORTERS


def test_texts_are_parsed_one_at_a_time() -> None:
    """See grader/sandbox/parsing.py: threads that parse at the same time can get a SystemError."""
    calls = {
        (module, node.attr)
        for module, path in MODULES.items()
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute) and node.attr in ("parse", "literal_eval")
        if isinstance(node.value, ast.Name) and node.value.id == "ast"
    }
    assert calls == {("grader.sandbox.parsing", "parse")}


def lengths(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the name and length in lines, without docstring, of each function in a file."""
    for node in nodes_of(path):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno is not None
            start = node.body[0]
            documented = ast.get_docstring(node) is not None
            docstring = (start.end_lineno or start.lineno) - start.lineno + 1 if documented else 0
            yield f"{name_of(path)}.{node.name}", node.end_lineno - node.lineno + 1 - docstring


def test_files_and_functions_are_short() -> None:
    sources = [*MODULES.values(), *(ROOT / "solutions").glob("*.py")]
    left_out = ("submissions", "golden")
    tests = [p for p in (ROOT / "tests").rglob("*.py") if p.relative_to(ROOT).parts[1] not in left_out]
    files = [*sources, *tests]
    long = {name_of(p) for p in files if len(p.read_text("utf-8").splitlines()) > LONGEST_FILE}
    long |= {name for path in sources for name, lines in lengths(path) if lines > LONGEST_FUNCTION}
    assert long == set(LONG)


KATAS = [find_kata(name) for name in kata_names()]
METHODS = {"predict", "compute_loss", "compute_gradients"}
NAMES = {"dw", "db"} | METHODS | {kata.name for kata in KATAS} | {kata.class_name for kata in KATAS}
PARAMETERS = {"w", "b"}
# Names of an exercise that are allowed outside its folder: the module, the name, and why.
KNOWN = {
    ("grader.command_line", "linear_regression"): "the default, named in one place",
    **{
        ("grader.kata", kata.name): "the order in which all are named"
        for kata in KATAS
        if kata.name in ORDER[1:]
    },
    ("grader.sandbox.worker.main", "'w'"): "the mode of a file",
    ("grader.sandbox.tracing.expression_trace", "'b'"): "the kind of booleans among the dtypes",
    ("grader.report.formats.html", "'b'"): "a tag of HTML",
}


def words(path: Path) -> Iterator[str]:
    """Yield every word of a file that may be an exercise's name, in code, strings and comments."""
    for node in nodes_of(path):
        if isinstance(node, ast.Attribute) and node.attr in PARAMETERS:
            yield f".{node.attr}"
        if isinstance(node, ast.Constant) and node.value in PARAMETERS:
            yield repr(node.value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield from (
                f"{m[0]} in a text" for m in re.finditer(r"(?<![\\\w<%./+=-])[wb]\b(?![>\w'-])", node.value)
            )
        for _, value in ast.iter_fields(node):  # a text, or a list of names
            for text in value if isinstance(value, list) else [value]:
                yield from re.findall(r"\w+", text) if isinstance(text, str) else ()
    for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline):
        yield from re.findall(r"\w+", token.string) if token.type == tokenize.COMMENT else ()


def test_names_of_an_exercise_stay_in_its_folder() -> None:
    wanted = (
        NAMES
        | {f"{name} in a text" for name in PARAMETERS}
        | {f".{name}" for name in PARAMETERS}
        | {repr(name) for name in PARAMETERS}
    )
    common = {name: path for name, path in MODULES.items() if not belongs(name, "grader.katas")}
    found = {(name, word) for name, path in common.items() for word in words(path) if word in wanted}
    assert found == set(KNOWN)


def test_engine_knows_what_shows_a_mistake_and_not_its_id() -> None:
    """The engine may name the mistakes that every exercise has; the ids of all others are in catalogues.

    It names one method, the training, and that in one place.
    """
    own = {*LOADING, *RUNNING, *OF_WORK, "parameters-missing", "other-defaults", "twist-ignored"}
    ids = {name for kata in KATAS for name in kata.catalogue} - own
    engine = {name: path for name, path in MODULES.items() if belongs(name, "grader.engine")}
    strings = {(m, n.value) for m, p in engine.items() for n in nodes_of(p) if isinstance(n, ast.Constant)}
    assert {(module, text) for module, text in strings if text in ids} == set()
    assert [module for module, text in strings if text == METHOD] == ["grader.engine.training.trajectory"]
