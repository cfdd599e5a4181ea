"""Edits that rewrite one statement: the right expression, written in the learner's names for its parts."""

import ast
import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from ....sandbox.parsing import nodes_in, parsed_expression
from ...declaration.exercise import Exercise
from ...source.syntax import called_name, defaults
from ...source.tree import Tree
from ..code.canonical import SAMPLES, dumped, simple
from ..code.expanded_names import (
    Env,
    Meanings,
    filled,
    filled_statement,
    head_of,
    in_style,
    locals_of,
    looped,
    right_body,
    stored,
    walk,
)
from ..code.operators import is_of_numpy
from ..code.text import WORD, Edit, Splice, Text
from ..code.tree_diff import target_of, wholes_of
from ..code.writing import Writing, unparsed
from ..edit_kinds import Kind
from ..edits.edit_places import Place, expressions, used_names
from ..edits.several import BY_CHANCE
from .helper_arguments import arguments
from .twists import adds_a_number, asked_parts

SEVERAL, EACH_LETTER, RETURNED_BY_A_HELPER, OTHER_VALUE, PART = 0.8, 0.012, 0.4, 0.5, 1.1
"""Extra costs: of several values, each letter, a helper's whole result, a value for another name, a part."""
COMPUTED = 1.2
"""Extra cost of a call around a calculation: what is wrong is probably in it."""
LARGE = (ast.BinOp, ast.Call)
TRIVIAL = (ast.Name, ast.Constant)
COUNTED = dumped(ast.Name(SAMPLES, ast.Load()))
SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Return)


def computes(node: ast.AST) -> bool:
    """Whether an expression calculates something itself."""
    return any(isinstance(n, ast.BinOp) for n in nodes_in([node]))


def _is_tested(node: ast.expr, parent: ast.AST) -> bool:
    """Whether `np.where` chooses a value that it tests."""
    args = parent.args if isinstance(parent, ast.Call) and called_name(parent.func) == "where" else []
    return node in args[1:] and ast.unparse(node) in used_names(args[0])


class Rewriting:
    """Makes the edits that rewrite the statements of one method or of a helper that it calls.

    `kept` maps the right constructor's attributes that store arguments to the learner's. The parameters of a
    helper stand for the arguments of its call.
    """

    def __init__(
        self, text: Text, place: Place, exercise: Exercise, method: str, kept: Mapping[str, str], tree: Tree
    ) -> None:
        assert place.function is not None
        self.text, self.place, self.function, self.exercise = text, place, place.function, exercise
        right, self.names = right_body(exercise, method)
        self.right = in_style(right, text.of(place.function), kept)
        own = [a.arg for a in [*self.function.args.posonlyargs, *self.function.args.args]]
        theirs = {name: name for name in self.names}
        self.helper = self.function.name not in exercise.formula.headers
        self.self = own[0] if own and not self.helper else "self"
        if set(self.names) - set(own) and not self.helper:
            theirs |= dict(zip(self.names, own[1:], strict=False))
        self.unread = set() if self.helper else set(place.unread)
        self.unknown = {"self", *self.names} - set(own) if self.helper else set()
        plain = exercise.method(method).defaults if method in exercise.takes else exercise.constructor
        self.rows = [theirs[name] for name in self.names if name not in plain]
        self.base: Env = {name: ast.Name(own, ast.Load()) for name, own in theirs.items()}
        self.base["self"] = ast.Name(self.self, ast.Load())
        self.meanings = Meanings(exercise)
        self.given = arguments(tree, self.function, tree.function(method)) if self.helper else {}
        self._written: dict[tuple[ast.expr, tuple[tuple[str, str], ...]], str] = {}
        self._meant: dict[ast.expr, str] = {}
        self.blanks: dict[str, list[Any]] = {}  # the learner's `_`, by the names for its values
        self.right_env = dict(self.base)
        self.values, self.inserted = self._right_values()

    def _right_values(self) -> tuple[list[tuple[str, ast.expr]], list[ast.stmt]]:
        """The right expressions by the name assigned to them, and right statements that may be missing."""
        env, found, inserted = self.right_env, [], []
        for statement in walk(self.right.body):
            pairs = stored(statement)
            env |= {name: filled(value, env) for name, value in looped(statement)}
            for name, value in pairs:
                meant = filled(value, env)
                found.append((name, meant))
                if "." not in name:
                    env[name] = meant
            if isinstance(statement, ast.Return) and statement.value is not None:
                found.append(("return", filled(statement.value, env)))
            found += [(kind, filled(head, env)) for kind, head in head_of(statement)]
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
                found += [("call", filled(a, env)) for a in statement.value.args]
            if "." in "".join(name for name, _ in pairs) or isinstance(statement, ast.Expr | ast.Return):
                inserted.append(filled_statement(statement, env))
        for name, value in list(found):
            falls = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Sub)
            if isinstance(value, ast.BinOp) and falls and name == ast.unparse(value.left):
                found.append((f"{name} -=", value.right))
        return found, inserted

    # -- the learner's names

    @cached_property
    def _given(self) -> list[tuple[int, str, str]]:
        """The line, the meaning and the name of each assignment to a name."""
        env: Env = dict(self.given)
        found = [(0, self.meanings.of(value, {}, self.rows), name) for name, value in self.given.items()]
        for statement in walk(self.function.body):
            pairs = [(statement.lineno - 1, *pair) for pair in looped(statement)]
            for line, name, value in [*pairs, *((statement.lineno, *pair) for pair in stored(statement))]:
                whole = filled(value, env)
                meaning = self.meanings.of(whole, {}, self.rows)
                if name == "_":
                    known = [n for n, v in self.values if self.meanings.of(v, {}, self.rows) == meaning]
                    right = self.counter if line < statement.lineno else (*known, "_")[0]
                    targets = getattr(statement, "targets", [getattr(statement, "target", statement)])
                    own = [n for n in nodes_in(targets) if getattr(n, "id", "") == "_"]
                    self.blanks.setdefault(right, []).extend(own)
                    found.append((line, meaning, right))
                elif name.isidentifier():
                    env[name] = whole
                    if not isinstance(whole, TRIVIAL):
                        found.append((line, meaning, name))
        return found

    @cached_property
    def counter(self) -> str:
        """The loop variable of the right code."""
        return next((name for s in walk(self.right.body) for name, _ in looped(s)), "_")

    def counted(self, edit: Edit) -> Edit:
        """The edit; if it uses a value that the learner calls `_`, it also names that."""
        words = {word for _, _, new in edit.splices for word in WORD.findall(new)} - {*self.place.names}
        named = {self.text.span(node): name for name in words for node in self.blanks.get(name, ())}
        changed = {splice[:2] for splice in edit.splices}
        more = ((*span, name) for span, name in named.items() if span not in changed)
        return edit._replace(splices=(*edit.splices, *more))

    def env(self, before: int) -> Env:
        """The meanings of the names assigned above a line."""
        return locals_of(self.function, before, self.given)

    def known(self, before: int) -> dict[str, str]:
        """The names assigned above a line, by their meaning."""
        return {meaning: name for line, meaning, name in self._given[::-1] if line < before}

    def written(self, value: ast.expr, known: dict[str, str]) -> str:
        """An expression written in the learner's names."""
        key = value, tuple(known.items())
        if key not in self._written:
            node = simple(self._folded(value, known))
            text = unparsed(node)
            for name in (self.unknown - {"self"}) & set(WORD.findall(text)):
                for own in [own for own, given in self.given.items() if name in used_names(given)]:
                    text = re.sub(rf"\b{name}\b", own, text)
            self._written[key] = text[1:-1] if isinstance(node, ast.Tuple) else text
        return self._written[key]

    def _folded(self, node: ast.expr, known: dict[str, str]) -> ast.expr:
        if isinstance(node, ast.Constant) or is_of_numpy(node):
            return node
        if (meaning := self._meant.get(node)) is None:
            plain = isinstance(node, ast.Name)
            meaning = dumped(node) if plain else self.meanings.of(node, {}, self.rows)
            self._meant[node] = meaning
        if meaning == COUNTED:
            return self._samples(known)
        if (name := known.get(meaning)) is not None:
            return ast.Name(name, ast.Load())
        found = copy.copy(node)
        for field, child in ast.iter_fields(node):
            if isinstance(child, ast.expr):
                setattr(found, field, self._folded(child, known))
            elif isinstance(child, list):
                parts = [self._folded(c, known) if isinstance(c, ast.expr) else c for c in child]
                setattr(found, field, parts)
        return found

    def _samples(self, known: dict[str, str]) -> ast.expr:
        name = known.get(COUNTED)
        rows = [known.get(dumped(ast.Name(row, ast.Load())), row) for row in self.rows]
        row = min((row for row in rows if row not in self.unknown), key=len, default=rows[0])
        own = said if ".shape[0]" in (said := self.text.of(self.function)) else self.text.source
        by_shape = ".shape[0]" in own and "len(" not in own
        return parsed_expression(name or (f"{row}.shape[0]" if by_shape else f"len({row})"))

    def edits(self, lines: Sequence[int]) -> Iterator[Edit]:
        """Put every right expression in place of every value, and of parts of values on these lines."""
        for statement in walk(self.function.body):
            if isinstance(statement, (*SIMPLE, ast.For, ast.If)):
                deep = any(statement.lineno <= line <= (statement.end_lineno or 0) for line in lines)
                yield from self._rewritten(statement, deep)

    def _rewritten(self, statement: ast.stmt, deep: bool) -> Iterator[Edit]:
        known, writing = self.known(statement.lineno), Writing(self.text)
        whole, wholes = target_of(statement), wholes_of(statement)
        targets = {id(value): name for name, value in stored(statement)}
        inner = [(n, p) for n, p in expressions(statement) if isinstance(n, (*LARGE, ast.Name))
                 and n not in wholes and (deep or _is_tested(n, p))]  # fmt: skip
        tests = [n.test for n in nodes_in([statement]) if isinstance(n, ast.If | ast.IfExp)]
        tested = {id(n) for test in tests for n in nodes_in([test])} - {id(part) for part in wholes}
        options = [(name, value, self.written(value, known)) for name, value in self._options
                   if name not in ("for", "if") or name == whole]  # fmt: skip
        foreign = {new for *_, new in options if self.unknown & set(WORD.findall(new))}
        for part, parent in [*((part, statement) for part in wholes), *inner]:
            old, target = self.text.of(part), targets.get(id(part), whole)
            own = {dumped(n) for name, value in self.values if name == target for n in nodes_in([value])}
            seen = {old, *foreign}
            for name, value, new in options:
                if part in wholes and (name in (target, "asked") or self.helper):
                    yield from self._kept(part, parent, name, value, known)
                again = old in WORD.findall(new)  # the right call around a name, not another value for it
                wrong = again if _is_tested(part, parent) else name != "asked" or not again
                if new in seen or (isinstance(part, ast.Name) and part not in wholes and wrong):
                    continue
                seen.add(new)
                inside = 0.2 if part not in wholes else 0.0
                likely = name == target or (inside and name != "part") or name == "asked"
                unlikely = PART if name == "part" and dumped(value) not in own else OTHER_VALUE
                extra = 0.3 if self.helper else inside if likely else unlikely
                extra *= not (isinstance(value, ast.Call) and called_name(value.func) == target)
                extra += SEVERAL if isinstance(part, ast.Tuple) else 0.0  # changing one part may be enough
                extra += BY_CHANCE if id(part) in tested else 0.0
                alike = SequenceMatcher(None, old, new, autojunk=False).ratio()
                extra += (len(old) + len(new)) * (1 - alike) * EACH_LETTER
                kind = Kind.ASKED_BY_THE_TWIST if name == "asked" else Kind.REWRITE
                if self.helper and name == target == "return" and part in wholes:
                    extra = min(extra, RETURNED_BY_A_HELPER + SEVERAL * isinstance(part, ast.Tuple))
                if self._calls_anew(value) and part in wholes and name == target:
                    kind, extra = Kind.CALL_THE_METHOD, 0.0
                used = self.unread & set(WORD.findall(new)) if part in wholes else set()
                edit = writing.replaced(part, parent, new, Kind.USE_THE_ARGUMENT if used else kind, extra)
                yield edit._replace(splices=(*edit.splices, *self._needed(used)))

    def _kept(
        self, part: ast.expr, parent: ast.AST, name: str, value: ast.expr, known: dict[str, str]
    ) -> Iterator[Edit]:
        """Keep the learner's value, in the right call around it or with a number that the twist adds."""
        writing, old = Writing(self.text), self.text.of(part)
        several = isinstance(value, ast.Call) and len(value.args) > 1 and not value.keywords
        if several and isinstance(value, ast.Call) and (name != "asked" or self.helper):
            first = [self.written(argument, known) for argument in value.args[:-1]]
            new = f"{ast.unparse(value.func)}({', '.join([*first, old])})"
            yield writing.replaced(part, parent, new, Kind.WRAP, COMPUTED * computes(part))
        if adds_a_number(value) and name == "asked":
            sign = "-" if isinstance(value.op, ast.Sub) else "+"
            new = f"{writing.held(part)} {sign} {unparsed(value.right)}"
            yield writing.replaced(part, parent, new, Kind.ASKED_BY_THE_TWIST)

    def _needed(self, names: set[str]) -> Iterator[Splice]:
        """Remove the default None of parameters that are used now."""
        given = defaults(self.function)
        for arg in (a for a in self.function.args.args if a.arg in names and a.arg in given):
            yield self.text.span(arg)[1], self.text.span(given[arg.arg])[1], ""

    def _calls_anew(self, value: ast.expr) -> bool:
        """Whether an expression calls a method that the learner's class has but does not call here."""
        if isinstance(value, ast.Call) and ast.unparse(value.func) == "float":
            value = value.args[0]
        name = called_name(value.func) if isinstance(value, ast.Call) else ""
        return name in self.exercise.takes and name not in used_names(self.function)

    @cached_property
    def _options(self) -> list[tuple[str, ast.expr]]:
        """The distinct right values, as written and expanded, and then their parts."""
        wider = [(name, self.meanings.expanded(value)) for name, value in self.values]
        asked = asked_parts(self.exercise, self.right_env)
        numbers = {n.left.value: n.left for _, v in wider for n in nodes_in([v]) if isinstance(n, ast.BinOp)
                   and isinstance(n.op, ast.Mult) and isinstance(n.left, ast.Constant)}  # fmt: skip
        parts = [("asked" if dumped(node) in asked else "part", node) for _, value in [*self.values, *wider]
                 for node in nodes_in([value]) if isinstance(node, LARGE)]  # fmt: skip
        sums = [n for _, n in parts if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Sub)]
        parts += [("part", ast.BinOp(c, ast.Mult(), n)) for c in numbers.values() for n in sums]
        found: dict[tuple[str, str], tuple[str, ast.expr]] = {}
        whole = {dumped(value) for _, value in [*self.values, *wider]}
        for name, value in [*self.values, *wider, *parts]:
            text = dumped(value)
            if name != "part" or text not in whole:
                found.setdefault((name, text), (name, value))
        return list(found.values())
