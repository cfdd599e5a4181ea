"""Use what the learner has written but does not use here: another member, a helper, an answer, a line."""

import ast
from collections.abc import Iterator, Sequence

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import Function, called_name, parameters
from ...source.tree import Tree
from ..code.canonical import dumped
from ..code.expanded_names import stored
from ..code.text import Edit, Splice, Text
from ..edit_kinds import Kind
from .edit_places import Place, expressions, used_names

LOOPS, ANSWERS = ast.For | ast.While, ast.Compare | ast.BoolOp | ast.Name
AWAY = 0.4
"""Extra cost of a line that no finding blames."""
INNER, ONE, MORE, ANSWER = 0.6, 0.7, -0.1, -0.3
"""Extra costs of a helper around a part of a value, of another helper of one argument, of the helper that the
one called calls, of using an answer."""


def own_members(
    exercise: Exercise, text: Text, tree: Tree, places: Sequence[Place], lines: Sequence[int]
) -> Iterator[Edit]:
    """The edits of the statements in the judged methods and of those that are blamed."""
    blamed = [s for line in lines if (s := tree.statement_at(line)) is not None]
    called = {name for s in blamed for name in used_names(s)}
    helpers = {f.name for line in lines if (f := tree.function_at(line)) is not None}
    for place in places:
        home = any(s in place.statements for s in blamed)
        if place.function is None:
            continue
        if not (home or place.function.name in called or helpers & used_names(place.function)):
            continue
        for statement in (s for s in place.statements if not hasattr(s, "body")):
            extra = AWAY * (statement not in blamed)
            found = [*_other_members(text, tree, place, statement), *_other_callees(text, tree, statement)]
            found += _line_of_a_sibling(text, tree, place, statement)
            found += _given_back(text, tree, place, statement)
            found += _both_at_once(exercise, text, tree, place, statement)
            if statement in blamed:
                found += _explained(exercise, text, tree, statement)
                found += _in_own_helper(exercise, text, tree, statement)
                found += _moved(text, tree, place, statement)
                found += _left_out(exercise, text, tree, statement)
                found += _ends_its_loop(text, tree, place, statement)
                found += _never_called(text, tree, place, statement)
            yield from (edit.dearer(extra) for edit in found)


def _other_members(text: Text, tree: Tree, place: Place, statement: ast.stmt) -> Iterator[Edit]:
    """Read another attribute or property of an object of one of the file's classes, once or everywhere."""
    owners, end = [n.name for n in tree.classes if n not in tree.owners], text.span(statement)[1]
    given = dict(pair for s in place.statements for pair in stored(s))
    made = given.get(ast.unparse(statement).removeprefix("return "))
    if isinstance(made, ast.Call) and called_name(made.func) in owners:
        for name in (name for names in _members(text, tree) for name in names):
            yield Edit(Kind.OTHER_MEMBER, statement.lineno, ((end, end, f".{name}"),))
    own, every = (
        [n for n in nodes_in([s]) if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)
         and isinstance(n.ctx, ast.Load)] for s in (statement, place.statements[0])
    )  # fmt: skip
    called = [(n, n.func.value, n.func.attr) for n in nodes_in([statement])
              if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)]  # fmt: skip
    for names in _members(text, tree) if own else ():
        for node in (n for n in own if n.attr in names and ast.unparse(n.value) != "self"):
            ends = [text.span(n)[1] for n in every if text.of(n) == text.of(node)]
            for call, _, name in (c for c in called if c[1] is node and c[2] in names):
                splice = (*text.span(call), f"{text.of(node.value)}.{name}")  # as `x.mean` for `x.all.mean()`
                yield Edit(Kind.OTHER_MEMBER, node.lineno, (splice,))
            for name in (other for other in names if other != node.attr):
                for some in dict.fromkeys(((text.span(node)[1],), tuple(ends))):
                    splices = tuple((end - len(node.attr), end, name) for end in some)
                    yield Edit(Kind.OTHER_MEMBER, node.lineno, splices)


def _members(text: Text, tree: Tree) -> Iterator[dict[str, None]]:
    """The attributes, properties, fields and answers, as `rate()`, of each of the file's other classes."""
    for owner in (n for n in tree.classes if n not in tree.owners):
        inside = [n for n in nodes_in([owner]) if isinstance(n, ast.Attribute)]
        made = [n.attr for n in inside if isinstance(n.ctx, ast.Store) and ast.unparse(n.value) == "self"]
        asked = [f.name for f in owner.body if isinstance(f, Function)
                 if [ast.unparse(d) for d in f.decorator_list] == ["property"]]  # fmt: skip
        fields = [ast.unparse(s.target) for s in owner.body if isinstance(s, ast.AnnAssign)]
        plain = [f for f in owner.body if isinstance(f, Function) and not f.decorator_list]
        answers = [f"{f.name}()" for f in plain if not parameters(f) and isinstance(f.body[-1], ast.Return)]
        dicts = [(name.removeprefix("self."), value) for s in nodes_in([owner]) if isinstance(s, ast.Assign)
                 for name, value in stored(s) if isinstance(value, ast.Dict)]  # fmt: skip
        entries = [f"{name}[{text.of(key)}]" for name, value in dicts for key in value.keys if key]
        yield dict.fromkeys([*made, *asked, *fields, *answers, *entries])


def _explained(exercise: Exercise, text: Text, tree: Tree, statement: ast.stmt) -> Iterator[Edit]:
    """Subtract from one parameter the product of another with a member of the same object."""
    for target, value in stored(statement):
        if isinstance(value, ast.Call) and called_name(value.func) == "float" and value.args:
            value = value.args[0]  # noqa: PLW2901  what it converts
        if not isinstance(value, ast.Attribute) or not isinstance(value.value, ast.Name):
            continue
        at, own = text.span(value)[1], target.removeprefix("self.")
        kept = dict.fromkeys(n.attr for n in tree.nodes.of(ast.Attribute).stores())
        for names in (*_members(text, tree), kept) if own in exercise.parameters else ():
            for name in (n for n in names if value.attr in names and n not in (value.attr, own)):
                for other in (p for p in exercise.parameters if p != own):
                    new = f" - {value.value.id}.{name} @ self.{other}"
                    yield Edit(Kind.SUBTRACT_A_PRODUCT, statement.lineno, ((at, at, new),))


def _other_callees(text: Text, tree: Tree, statement: ast.stmt) -> Iterator[Edit]:
    """Call another function of the file that takes the same arguments."""
    functions = [n for n in tree.nodes if isinstance(n, Function) and parameters(n)]
    takes = {f.name: [a.arg for a in f.args.args] for f in functions}
    called = {f.name: used_names(f) for f in functions}
    for call in (n for n in nodes_in([statement]) if isinstance(n, ast.Call)):
        name, end = called_name(call.func), text.span(call.func)[1]
        for other, taken in takes.items() if name in takes else ():
            if other != name and taken == takes[name]:
                splice = (end - len(name), end, other)
                does_more = other in called[name] and isinstance(statement, ast.Return)
                one = len(taken) - (taken[0] == "self") == 1
                yield Edit(Kind.OWN_MEMBER, call.lineno, (splice,), MORE if does_more else ONE * one)


def _line_of_a_sibling(text: Text, tree: Tree, place: Place, statement: ast.stmt) -> Iterator[Edit]:
    """Assign the same names as another method does, from the attributes of the model."""
    if not isinstance(statement, ast.Assign):
        return
    for name, _ in stored(statement)[:1]:
        for other in (n for n in tree.nodes if isinstance(n, ast.Assign) and n not in place.statements):
            same = _same(other.targets, statement.targets)
            own = {n.id for n in nodes_in([other.value]) if isinstance(n, ast.Name)} <= {"self", "np"}
            if name.isidentifier() and same and own and text.of(other) != text.of(statement):
                splice = (*text.span(statement), text.of(other))
                yield Edit(Kind.OWN_MEMBER, statement.lineno, (splice,))


def _same(some: Sequence[ast.expr], others: Sequence[ast.expr]) -> bool:
    return list(map(dumped, some)) == list(map(dumped, others))


def _in_own_helper(exercise: Exercise, text: Text, tree: Tree, statement: ast.stmt) -> Iterator[Edit]:
    """Hand a value to a helper of the file that takes one argument."""
    functions = [n for n in tree.nodes if isinstance(n, Function) and len(parameters(n)) == 1]
    whole = getattr(statement, "value", None)
    for helper in (f for f in functions if f.name not in exercise.formula.headers and not f.decorator_list):
        taken = [a.arg for a in helper.args.args]
        name = f"self.{helper.name}" if taken[0] == "self" else helper.name
        if taken[0] == "cls" or statement in helper.body or helper.name in used_names(statement):
            continue
        for node, parent in expressions(statement):
            outer = isinstance(parent, ast.Attribute) or node is getattr(parent, "func", None)
            stores = isinstance(getattr(node, "ctx", None), ast.Store)
            if not outer and not stores and ast.unparse(node) not in ("np", "self"):
                splice = (*text.span(node), f"{name}({text.of(node)})")
                yield Edit(Kind.OWN_HELPER, statement.lineno, (splice,), INNER * (node is not whole))


def _given_back(text: Text, tree: Tree, place: Place, statement: ast.stmt) -> Iterator[Edit]:
    """Assign what a helper changes in place, and let it return that: a number is not changed in place."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    helper = tree.function(called_name(call.func)) if isinstance(call, ast.Call) else None
    nodes = nodes_in([helper]) if helper is not None else []
    changed = {ast.unparse(n.target) for n in nodes if isinstance(n, ast.AugAssign)}
    if helper is None or any(isinstance(n, ast.Return) for n in nodes):
        return
    bare = [n.value for n in nodes_in(place.statements[:1]) if isinstance(n, ast.Expr)]
    calls = [c for c in bare if isinstance(c, ast.Call) and tree.function(called_name(c.func)) is helper]
    for k, name in enumerate(parameters(helper)):
        given = [(text.span(c)[0], text.of(c.args[k])) for c in calls if len(c.args) > k]
        if name in changed and given and all("." in own for _, own in given):
            splices = [(at, at, f"{own} = ") for at, own in given]
            splices += text.behind(helper.body[-1], f"return {name}")
            yield Edit(Kind.OWN_MEMBER, statement.lineno, tuple(splices))


def _both_at_once(
    exercise: Exercise, text: Text, tree: Tree, place: Place, statement: ast.stmt
) -> Iterator[Edit]:
    """Let two helpers return what they assign to the model, and assign both results at once."""
    blocks = [block for s in place.statements if statement in (block := getattr(s, "body", []))]
    pair = blocks[0][blocks[0].index(statement) :][:2] if blocks else []
    calls = [s.value for s in pair if isinstance(s, ast.Expr) and isinstance(s.value, ast.Call)]
    lasts = [f.body[-1] for call in calls if (f := tree.function(called_name(call.func))) is not None]
    names, splices = [], list[Splice]()
    for last in (s for s in lasts if isinstance(s, ast.Assign | ast.AugAssign)):
        start, end = text.span(last)[0], text.span(last.value)[0]
        name, sign, *_ = text.source[start:end].split()
        splices.append((start, end, "return " if sign == "=" else f"return {name} {sign[:-1]} "))
        names.append(name)
    lines = text.whole_lines(pair[1]) if len(pair) > 1 else None
    if lines is not None and {*names} == {f"self.{name}" for name in exercise.parameters}:
        both = f"{', '.join(names)} = {', '.join(map(text.of, calls))}"
        splices += [(*text.span(statement), both), (*lines, "")]
        yield Edit(Kind.AT_ONCE, statement.lineno, tuple(splices))


def _moved(text: Text, tree: Tree, place: Place, statement: ast.stmt) -> Iterator[Edit]:
    """Make a call with the results of a method where that is called, not in the method."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    last = place.statements[0].body[-1]  # type: ignore[attr-defined]
    lines, name = text.whole_lines(statement), getattr(place.function, "name", "")
    given = last.value.elts if isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple) else []
    if not isinstance(call, ast.Call) or not lines or not _same(call.args, given):
        return
    bare = [n.value for n in tree.nodes if isinstance(n, ast.Expr) and isinstance(n.value, ast.Call)]
    calls = [text.span(c) for c in bare if called_name(c.func) == name]
    around = [part for a, b in calls for part in ((a, a, f"{text.of(call.func)}(*"), (b, b, ")"))]
    if around:
        yield Edit(Kind.OWN_MEMBER, statement.lineno, ((*lines, ""), *around))


def _left_out(exercise: Exercise, text: Text, tree: Tree, statement: ast.stmt) -> Iterator[Edit]:
    """Put zero in place of one parameter of the model in a row, or in an array, of all of them."""
    names = [f"self.{name}" for name in exercise.parameters]
    asked = [f for f in tree.definitions if f.decorator_list]
    reads = {f.name: {ast.unparse(n) for n in nodes_in([f]) if isinstance(n, ast.Attribute)} for f in asked}
    arrays = {one for name in exercise.parameters for one in reads.get(name, ())} - {*names}
    arrays |= {f"self.{name}" for name, inside in reads.items() if inside >= {*names}}
    nodes = [n for n in nodes_in([statement]) if isinstance(n, ast.Attribute) and ast.unparse(n) in arrays]
    if len(nodes) > 1:  # as in a sum of squares
        yield Edit(Kind.LEFT_OUT, statement.lineno, tuple((*text.span(n), names[0]) for n in nodes))
    for node in (n for n in nodes if isinstance(n.ctx, ast.Load)):
        for new in (f"np.append({names[0]}, 0.0)", f"np.append(0.0, {names[0]})"):
            yield Edit(Kind.LEFT_OUT, statement.lineno, ((*text.span(node), new),), 0.8)
    for row in (n for n in nodes_in([statement]) if isinstance(n, ast.Tuple | ast.List)):
        if len(names) > 1 and [text.of(part) for part in row.elts] == names:
            for part in row.elts:
                yield Edit(Kind.LEFT_OUT, statement.lineno, ((*text.span(part), "0.0"),))


def _never_called(text: Text, tree: Tree, place: Place, statement: ast.stmt) -> Iterator[Edit]:
    """In each turn of a loop, call what changes an object of the file's own and is never called."""
    called = {called_name(n.func) for n in tree.nodes if isinstance(n, ast.Call)}
    loops = [s for s in place.statements if isinstance(s, LOOPS) and statement in s.body]
    given = [(n, v) for s in place.statements for n, v in stored(s) if n in used_names(statement)]
    made = [(name, called_name(value.func)) for name, value in given if isinstance(value, ast.Call)]
    for name, owner in ((n, c) for n, own in made for c in tree.classes if c.name == own and loops):
        for f in (f for f in owner.body if isinstance(f, Function) and f.name not in called):
            if not parameters(f) and any(isinstance(s, ast.AugAssign) for s in f.body):
                splices = text.behind(loops[0].body[-1], f"{name}.{f.name}()")
                yield Edit(Kind.OWN_MEMBER, statement.lineno, splices)


def _ends_its_loop(text: Text, tree: Tree, place: Place, statement: ast.stmt) -> Iterator[Edit]:
    """Leave the loop if the answer of a call is true, where nothing uses that answer."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    function = tree.function(called_name(call.func)) if isinstance(call, ast.Call) else None
    returns = [n for n in nodes_in([function]) if isinstance(n, ast.Return)] if function is not None else []
    loops = [s for s in place.statements if isinstance(s, LOOPS) and statement in s.body]
    if call is not None and loops and any(isinstance(n.value, ANSWERS) for n in returns):
        margin = text.margin(statement)
        deeper = margin + (margin.removeprefix(text.margin(loops[0])) or "    ")
        start, end = text.span(statement)
        rest = text.source[end : text.starts[text.line(end)]].rstrip("\r\n")
        comment = rest if rest.strip().startswith("#") else ""
        new = f"if {text.of(call)}:{comment}{text.newline}{deeper}break"
        yield Edit(Kind.OWN_MEMBER, statement.lineno, ((start, end + len(comment), new),), ANSWER)
