"""Edits for a file that cannot be loaded or lacks a name: punctuation, imports, misspelt names."""

import ast
import re
import typing
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from ....sandbox.parsing import nodes_in, parsed, parses
from ...declaration.exercise import Exercise
from ...source.tree import Tree
from ..code.expanded_names import stored
from ..code.operators import close
from ..code.text import Edit, Splice, Text
from ..edit_kinds import Kind
from .edit_places import used_names

IMPORTS = (ast.Import, ast.ImportFrom)
BLOCK = re.compile(r"\s*(async |class |def |for |while |if |elif |else|try|except|finally|with )")
CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'"}
BRACKETS = {"(": ")", "[": "]", "{": "}"}


def loading_edits(exercise: Exercise, text: Text, tree: Tree, lines: Sequence[int]) -> Iterator[Edit]:
    """The edits that may make the file load with every class and method that is required."""
    if not parses(text.source) or _misplaced_return(tree):
        yield from _quotes(text)
        for near in dict.fromkeys(number for line in lines for number in (line, line - 1)):
            if 1 <= near <= len(text.lines):
                yield from _punctuation(text, near)
        return
    yield from _imports(text, tree)
    yield from _names(exercise, text, tree)


def _misplaced_return(tree: Tree) -> bool:
    """Whether a `return` is outside of all functions, which is found only after parsing."""
    return any(isinstance(n, ast.Return) and tree.function_at(n.lineno) is None for n in tree.nodes)


# -- a line that does not parse


def _quotes(text: Text) -> Iterator[Edit]:
    """Replace all curly quotes by plain ones."""
    found = [(m.start(), m.end(), CURLY[m[0]]) for m in re.finditer("[“”‘’]", text.source)]
    if found:
        yield Edit(Kind.PLAIN_QUOTES, text.line(found[0][0]), tuple(found))


def _punctuation(text: Text, line: int) -> Iterator[Edit]:
    whole = text.lines[line - 1]
    code = _without_comment(whole)
    start, end = text.starts[line - 1], text.starts[line - 1] + len(code)
    if BLOCK.match(code) and not code.endswith(":"):
        yield Edit(Kind.COLON, line, ((end, end, ":"),))
        if code[-1:] in ";,.":
            yield Edit(Kind.COLON, line, ((end - 1, end, ":"),))
    if code.endswith("="):  # a wrong value can be searched for, a missing one cannot
        yield Edit(Kind.ANY_VALUE, line, ((end, end, " None"),))
    if printed := re.match(r"(\s*print) (.*)", code):
        yield Edit(Kind.CALL_PRINT, line, ((start, end, f"{printed[1]}({printed[2]})"),))
    missing = "".join(BRACKETS[sign] for sign in reversed(_open_brackets(code)))
    if missing:
        at = end - code.endswith(":")
        yield Edit(Kind.CLOSE_BRACKET, line, ((at, at, missing),))
    for found in re.finditer(r"[)\]}]", code):
        yield Edit(Kind.DROP_BRACKET, line, ((start + found.start(), start + found.end(), ""),))
    for found in re.finditer(r"(?<![=!<>])=(?!=)", code):
        yield Edit(Kind.COMPARE, line, ((start + found.start(), start + found.end(), "=="),))
    for quote in "\"'":
        if code.count(quote) % 2:
            yield Edit(Kind.CLOSE_QUOTE, line, ((end, end, quote),))
    yield from _indented(text, line)


def _without_comment(line: str) -> str:
    """The code of a line, without its comment and trailing white space."""
    code = re.match(r"""(?:[^#"']|"[^"]*"|'[^']*')*""", line)
    return (code[0] if code else line).rstrip()


def _open_brackets(code: str) -> list[str]:
    found: list[str] = []
    for sign in code:
        if sign in BRACKETS:
            found.append(sign)
        elif found and sign == BRACKETS[found[-1]]:
            found.pop()
    return found


def _indented(text: Text, line: int) -> Iterator[Edit]:
    """Give the line the indentation of one of its neighbours, or one level more."""
    whole, start = text.lines[line - 1], text.starts[line - 1]
    own = whole[: len(whole) - len(whole.lstrip())]
    around = [other for other in (line - 1, line + 1) if 1 <= other <= len(text.lines)]
    margins = [re.match(r"[ \t]*", text.lines[other - 1]) for other in around]
    texts = [margin[0] for margin in margins if margin]
    for new in dict.fromkeys([*texts, *(margin + "    " for margin in texts)]):
        if new != own and whole.strip():
            yield Edit(Kind.INDENT, line, ((start, start + len(own), new),))


# -- names


def _imports(text: Text, tree: Tree) -> Iterator[Edit]:
    """Import NumPy if the file uses it without importing it, or correct a misspelt import."""
    imports = [n for n in tree.tree.body if isinstance(n, ast.Import)]
    for node in imports:
        for alias in node.names:
            if close(alias.name, "numpy"):
                start = text.offset(alias.lineno, alias.col_offset)
                yield Edit(Kind.IMPORT, node.lineno, ((start, start + len(alias.name), "numpy"),))
    every = [n for n in tree.tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
    bound = {alias.asname or alias.name for node in every for alias in node.names}
    used = {n.id for n in tree.nodes if isinstance(n, ast.Name)}
    lines = {name: f"from typing import {name}" for name in typing.__all__}
    lines |= {"np": "import numpy as np", "numpy": "import numpy"} if not imports_numpy(imports) else {}
    for name, line in lines.items():
        if name in used - bound:
            splice = _imported(text, tree.tree, line)
            yield Edit(Kind.IMPORT, text.line(splice[0]), (splice,))


def _imported(text: Text, tree: ast.Module, line: str) -> Splice:
    """The splice that puts an import in front of the first statement."""
    first = _first_statement(tree)
    at = text.starts[first - 1]
    apart = 0 if text.lines[first - 1].startswith(("import ", "from ")) else 2
    return at, at, line + text.newline * (1 + apart)


def imports_numpy(imports: Sequence[ast.Import]) -> bool:
    """Whether one of these statements imports `numpy`."""
    return any(alias.name == "numpy" for node in imports for alias in node.names)


def with_numpy(text: Text, tree: Tree, edits: Iterable[Edit]) -> Iterable[Edit]:
    """The edits, each with an import of NumPy if it uses NumPy in a file that does not import it."""
    if imports_numpy([n for n in tree.nodes if isinstance(n, ast.Import)]) or not parses(text.source):
        return edits
    line = _imported(text, tree.tree, "import numpy as np")
    return (edit._replace(splices=(line, *edit.splices))
            if edit.kind is not Kind.IMPORT and any("np." in new for _, _, new in edit.splices) else edit
            for edit in edits)  # fmt: skip


def imported(source: str) -> str:
    """A text with an import of NumPy if it uses `np` without one."""
    tree = parsed(source)
    used = any(isinstance(n, ast.Name) and n.id == "np" for n in nodes_in([tree]))
    if not used or imports_numpy([n for n in nodes_in([tree]) if isinstance(n, ast.Import)]):
        return source
    text = Text(source)
    return text.edited([_imported(text, tree, "import numpy as np")]) or source


def without_imports(source: str, lines: Collection[int]) -> tuple[str, set[str]]:
    """A text without the imports at its top level that are on these lines, and the names that they bound."""
    if not lines or not parses(source):
        return source, set()
    text, body = Text(source), parsed(source).body
    plain = [n for n in body if isinstance(n, IMPORTS) and n.lineno in lines]
    optional = [n for n in body if isinstance(n, ast.Try) and _is_optional(n, lines)]
    inside = [n for n in nodes_in([*plain, *optional]) if isinstance(n, ast.stmt)]
    names = {(alias.asname or alias.name).partition(".")[0]
             for n in inside if isinstance(n, IMPORTS) for alias in n.names}  # fmt: skip
    names |= {name for n in inside for name, _ in stored(n)}
    ifs = [n for n in nodes_in(body) if isinstance(n, ast.If) and not n.orelse and names & used_names(n.test)]
    gone = [*plain, *optional, *(ifs if optional else ())]
    spans = [span for node in gone if (span := text.whole_lines(node)) is not None]
    new = text.edited([(*span, "") for span in spans]) or source
    own = len(spans) == len(gone) and not names & {"np", "numpy", "*"} and parses(new)
    return (new, names) if own else (source, set())


def _is_optional(node: ast.Try, lines: Collection[int]) -> bool:
    """Whether a `try` only imports something on these lines, and goes on without it if it is not there."""
    blocks = [node.body, *(handler.body for handler in node.handlers)]
    imports = [s for s in node.body if isinstance(s, IMPORTS) and s.lineno in lines]
    plain = all(isinstance(s, (*IMPORTS, ast.Assign, ast.Pass)) for block in blocks for s in block)
    return bool(imports) and plain and not node.orelse and not node.finalbody


def _first_statement(tree: ast.Module) -> int:
    """The line of the first statement after the docstring and `from __future__` imports."""
    for node in tree.body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        if not docstring and not future:
            decorators: list[ast.expr] = getattr(node, "decorator_list", [])
            return min([node.lineno, *(d.lineno for d in decorators)])
    return 1


def _names(exercise: Exercise, text: Text, tree: Tree) -> Iterator[Edit]:
    """Rename the class and its methods if their names are misspelt."""
    if tree.class_name not in tree.class_names():
        for name in tree.class_names():
            if close(name, tree.class_name):
                yield _renamed(text, tree, name, tree.class_name)
    yield from _indented_again(exercise, text, tree)
    functions = {n.name: n for n in tree.nodes if isinstance(n, ast.FunctionDef)}
    for wanted in ("__init__", *exercise.takes):
        for name, function in functions.items() if wanted not in functions else ():
            if name in exercise.takes:
                continue
            if close(name, wanted):
                yield _renamed(text, tree, name, wanted)
            elif _may_be(function, exercise.takes.get(wanted)):
                words = set(name.strip("_").split("_")) & set(wanted.split("_"))
                yield _renamed(text, tree, name, wanted, 0.1 if words else 0.4)


def _indented_again(exercise: Exercise, text: Text, tree: Tree) -> Iterator[Edit]:
    """Indent a method that follows the class at the left margin, so that it is in the class."""
    for owner, function in pairwise(tree.tree.body):
        if isinstance(owner, ast.ClassDef) and isinstance(function, ast.FunctionDef):
            named = [a.arg for a in function.args.args][:1] == ["self"] and function.name in exercise.takes
            lines = range(function.lineno, (function.end_lineno or 0) + 1) if named else ()
            margin = text.margin(owner.body[-1])
            starts = [text.starts[n - 1] for n in lines if text.lines[n - 1].strip()]
            if starts:
                yield Edit(Kind.INTO_THE_CLASS, function.lineno, tuple((at, at, margin) for at in starts))


def _may_be(function: ast.FunctionDef, parameters: Sequence[str] | None) -> bool:
    """Whether a method takes as many arguments as one that is missing."""
    own = [a.arg for a in function.args.args]
    plain = own[:1] == ["self"] and not function.decorator_list and function.name[:2] != "__"
    return plain and parameters is not None and len(own) - 1 == len(parameters)


def _renamed(text: Text, tree: Tree, name: str, new: str, extra: float = 0.0) -> Edit:
    """Rename a class or function where it is defined and wherever it is used."""
    splices, line = [], 1
    for node in tree.nodes:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name:
            line = node.lineno
            start = text.source.index(name, text.span(node)[0])
            splices.append((start, start + len(name), new))
        if isinstance(node, ast.Name) and node.id == name:
            splices.append((*text.span(node), new))
        if isinstance(node, ast.Attribute) and node.attr == name:
            end = text.span(node)[1]
            splices.append((end - len(name), end, new))
    return Edit(Kind.RENAME, line, tuple(splices), extra)
