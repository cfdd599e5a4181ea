"""Say more about an exception than Python does: the name that may be meant, what is None or does not fit."""

import ast
import builtins
import re
from difflib import get_close_matches

import numpy as np

from ...observation import Raised
from ..asking.learner import Learner
from ..source.attributes import of_self
from ..source.outline import Outline
from ..source.syntax import FUNCTIONS, Nodes, is_assignment, parameters, parts, targets_of

LIKE = 0.75
NO_ATTRIBUTE = re.compile(r"(?:module )?'(?P<of>[^']*)' (?:object )?has no attribute '(?P<name>[^']*)'")
NO_NAME = re.compile(r"name '(?P<name>[^']*)' is not defined")


def explained(learner: Learner, raised: Raised) -> str:
    """Describe an exception, with advice on its cause if that is clear."""
    if meant := _meant(learner, raised):
        return f"{raised.says()}; did you mean {meant}?"
    if "TypeError" in raised.ancestry and (" for ^" in raised.message or "bitwise_xor" in raised.message):
        return f"{raised.says()}; to raise to a power, use **"
    if raised.type == "BdbQuit":
        return "BdbQuit: a debugger cannot be used here: nobody is at the keyboard while a file is graded"
    return raised.says()


def _meant(learner: Learner, raised: Raised) -> str:
    """The existing name that an unknown one is most like; empty if there is none."""
    exercise, outline = learner.exercise, learner.outline
    if found := NO_NAME.search(raised.message):
        own = found["name"] in (*exercise.parameters, *exercise.takes)
        return f"self.{found['name']}" if own else _known_name(outline, found["name"], raised.line)
    if (found := NO_ATTRIBUTE.search(raised.message)) is None:
        return ""
    name = found["name"]
    if found["of"] not in outline.class_names():
        modules = {"numpy": np, "numpy.ndarray": np.ndarray}
        known = modules.get(found["of"], getattr(builtins, found["of"], None))
        public = (other for other in dir(known) if name.startswith("_") or not other.startswith("_"))
        near = get_close_matches(name, public, 1, LIKE) if known is not None else []
        return near[0] if near else ""
    meant = [m.name for m in exercise.methods if name in m.aliases and outline.function(m.name)]
    return next(iter([*meant, *get_close_matches(name, _attributes(outline) - {name}, 1, LIKE)]), "")


def _known_name(outline: Outline, name: str, line: int | None) -> str:
    """The name that the code of a line can read and that is most like an unknown one; else empty."""
    tops = [node for node in outline.tree.body if not isinstance(node, (*FUNCTIONS, ast.ClassDef))]
    inside = Nodes(n for node in (*outline.functions_at(line or 0), *tops) for n in ast.walk(node))
    known = {n.id for n in inside.of(ast.Name).stores()} | {n.arg for n in inside.of(ast.arg)} - {name}
    imports = (alias for n in inside if isinstance(n, ast.Import) for alias in n.names)
    imported = {alias.name: alias.asname or alias.name for alias in imports}
    same = [imported[name]] if name in imported else [o for o in known if o.lower() == name.lower()]
    return next(iter([*same, *get_close_matches(name, known | {*imported.values()}, 1, LIKE)]), "")


def _attributes(outline: Outline) -> set[str]:
    """The attributes of the graded class: its functions, and what is stored on `self`."""
    own = {n.name for owner in outline.owners for n in owner.body if isinstance(n, ast.FunctionDef)}
    return own | of_self(outline.nodes.stores())


def hint(learner: Learner, raised: Raised, method: str) -> str:
    """What to do about an exception, if the statement that raises it shows more than its message."""
    nodes = parts(learner.outline.statement_at(raised.line))
    return (
        _of_none(learner, raised, method, nodes) or _of_product(raised, nodes)
        or _of_size(learner, raised, method, nodes)
    )  # fmt: skip


def _of_size(learner: Learner, raised: Raised, method: str, nodes: Nodes[ast.AST]) -> str:
    """The hint that the constructor's first argument is a number."""
    exercise, init = learner.exercise, learner.outline.function("__init__")
    if method != "__init__" or init is None or "'int' object" not in raised.message:
        return ""
    first = next(iter(parameters(init)), "")
    if not exercise.constructor or not any(isinstance(n, ast.Name) and n.id == first for n in nodes):
        return ""
    called = f"Callers write {exercise.class_name}(3)"
    return f"{called}, so {first} is the number 3 here, not an object with parts."


def _of_none(learner: Learner, raised: Raised, method: str, nodes: Nodes[ast.AST]) -> str:
    """The hint that an attribute is still None, as the constructor set it."""
    outline = learner.outline
    made = [(n, t) for n in outline.nodes if is_assignment(n) for t in targets_of(n)]
    empty = [(n.lineno, t) for n, t in made if getattr(n.value, "value", "") is None]
    lines = {ast.unparse(t): line for line, t in empty if outline.is_inside(line, "__init__")}
    stored = {ast.unparse(t) for n, t in made if outline.serves(n.lineno, method)}
    read = {ast.unparse(n) for n in nodes.of(ast.Attribute).reads()}
    names = (read & lines.keys()) - stored
    if "NoneType" not in raised.message or len(names) != 1:
        return ""
    name = names.pop()
    argument = name.removeprefix("self.").strip("_")
    given = argument in learner.exercise.takes.get(method, ())
    said = f"{name} is still None, as line {lines[name]} sets it: {method} may be the first call on a"
    return f"{said} new model." + f" Use the argument {argument}." * given


def _of_product(raised: Raised, nodes: Nodes[ast.AST]) -> str:
    """The hint that arrays which are multiplied entry by entry have the shapes of a matrix product."""
    found = re.search(r"broadcast together with shapes (.*\))", raised.message)
    shapes = [re.findall(r"\d+", one) for one in re.findall(r"\(([^)]*)\)", found[1])] if found else []
    fit = len(shapes) == 2 and all(shapes) and shapes[0][-1] == shapes[1][0]
    if found is None or not fit or not any(isinstance(getattr(n, "op", None), ast.Mult) for n in nodes):
        return ""
    said = f"* multiplies entry by entry, which the shapes {found[1]} do not allow."
    return f"{said} They fit a matrix product, which is written with @."
