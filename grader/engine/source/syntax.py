"""Small functions that inspect syntax trees; they need no knowledge of the whole file."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.AsyncFor)
STATEMENTS = (ast.For, ast.While)
NO_NUMBERS = {"nan", "inf", "infinity"}
LIKE = 0.8
IN_PLACE = {"copyto", "put", "place", "putmask", "fill_diagonal", "at", "shuffle"}
EMPTY = {"[]", "list()", "deque()", "collections.deque()"}
REPEATS = {"accumulate", "reduce", "map"}
REMOVES = {"pop", "remove", "clear"}
FOREVER = {"count", "cycle", "repeat", "iter"}


def own(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions and classes inside it."""
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, (*FUNCTIONS, ast.Lambda, ast.ClassDef)):
            yield child
            yield from own(child)


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """The names of a function's parameters, without `self` and `cls`."""
    return [a.arg for a in function.args.args if a.arg not in ("self", "cls")]


def line_of_default(function: ast.FunctionDef | ast.AsyncFunctionDef | None, names: list[str]) -> int | None:
    """The line of the default of a parameter with one of these names, unless it is a constant."""
    made = defaults(function) if function else {}
    lines = (v.lineno for name, v in made.items() if name in names and not isinstance(v, ast.Constant))
    return next(lines, None)


def defaults(function: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, ast.expr]:
    """The defaults of a function's parameters, by their names."""
    args = function.args
    pairs = [
        *zip([*args.posonlyargs, *args.args][::-1], args.defaults[::-1], strict=False),
        *zip(args.kwonlyargs, args.kw_defaults, strict=True),
    ]
    return {arg.arg: value for arg, value in pairs if value}


def is_number(node: ast.AST) -> bool:
    """Whether a node is the literal of a number."""
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def is_lost(statement: ast.stmt) -> bool:
    """Whether what a last statement computes is not returned: it is lost, or kept under a name."""
    if isinstance(statement, ast.Assign):
        return not any(isinstance(target, (ast.Tuple, ast.List)) for target in statement.targets)
    call = getattr(statement, "value", None)
    if isinstance(call, ast.Call) and called_name(call.func) == "print":
        return any(isinstance(n, (ast.BinOp, ast.Call)) for given in call.args for n in ast.walk(given))
    return isinstance(statement, ast.Expr)


def reads_own(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a method uses an attribute of `self`."""
    nodes = (n for n in ast.walk(function) if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name))
    return any(isinstance(n.value, ast.Name) and n.value.id == "self" for n in nodes)


def names_read(node: ast.AST) -> list[str]:
    """The names that a piece of code reads, one entry for each time."""
    return [n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]


def names_of_own(statement: ast.AST | None) -> set[str]:
    """The names that a statement computes from their own old values: `v` in `v = v.ravel()`."""
    if not isinstance(statement, ast.Assign):
        return set()
    return {t.id for t in statement.targets if isinstance(t, ast.Name)} & set(names_read(statement.value))


def is_used_elsewhere(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> bool:
    """Whether a function reads one of its variables more than once, not counting `v = v.ravel()`."""
    nodes = list(ast.walk(function))
    stored = (n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    again = sum(name in names_of_own(node) for node in nodes)
    return name in {*stored, *parameters(function)} and names_read(function).count(name) - again > 1


def reads_again(function: ast.AST, statement: ast.stmt) -> bool:
    """Whether a function reads a name or attribute that one of its statements assigns."""
    both = [n for n in ast.walk(statement) if isinstance(n, (ast.Name, ast.Attribute))]
    stored = {ast.unparse(n) for n in both if isinstance(n.ctx, ast.Store)}
    every = [n for n in ast.walk(function) if isinstance(n, (ast.Name, ast.Attribute))]
    return any(isinstance(n.ctx, ast.Load) and ast.unparse(n) in stored for n in every)


def compared(test: ast.expr) -> set[str]:
    """The names that a condition compares with anything but True and False."""
    pairs = [n for n in ast.walk(test) if isinstance(n, ast.Compare)]
    real = [p for p in pairs if not any(isinstance(getattr(s, "value", None), bool) for s in p.comparators)]
    return {name for pair in real for name in names_read(pair)}


def endless(loop: ast.For | ast.While) -> bool:
    """Whether a loop may never end: a `while`, or a `for` over an infinite iterator."""
    return isinstance(loop, ast.While) or (
        isinstance(loop.iter, ast.Call) and called_name(loop.iter.func) in FOREVER
    )


def in_order(pair: list[ast.expr], parameters: Sequence[str]) -> bool:
    """Whether two names contain those of the two parameters, in the right order."""
    if not len(pair) == len(parameters) == 2:
        return False
    first, second = (ast.unparse(part).lower() for part in pair)
    one, two = (name.lower() for name in parameters)
    return one in first and two in second and two not in first and one not in second


def called_name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_no_number(node: ast.AST) -> bool:
    """Whether a node is a literal NaN or infinity: `np.nan`, `"inf"`."""
    if isinstance(node, ast.Attribute):
        return node.attr.lower() in NO_NUMBERS
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and text.lstrip("+-").lower() in NO_NUMBERS


def stores_features(statement: ast.stmt, documented: set[str]) -> bool:
    """Whether a statement names a last size like features, or both sizes, but not the first like features."""
    if not isinstance(statement, ast.Assign):
        return False
    targets = [t.elts if isinstance(t, ast.Tuple) and t.elts else [t] for t in statement.targets]
    shaped = getattr(statement.value, "attr", "") == "shape" and ".T." not in ast.unparse(statement.value)
    pairs = [t for t in targets if len(t) == 2 and shaped]
    names = {t.id for *_, t in targets if isinstance(t, ast.Name)} - documented
    named = any(map(says_features, names)) and _is_a_size(statement.value)
    return named or any(not says_features(getattr(first, "id", "")) for first, _ in pairs)


def _is_a_size(value: ast.expr) -> bool:
    """Whether a value is a shape or a length, possibly with something added or subtracted."""
    if isinstance(value, ast.BinOp) and not isinstance(value.op, (ast.Add, ast.Sub)):
        return False
    asked = {n.attr for n in ast.walk(value) if isinstance(n, ast.Attribute)}
    asked |= {called_name(n.func) for n in ast.walk(value) if isinstance(n, ast.Call)}
    return bool(asked & {"shape", "size", "len"})


def alike(name: str, documented: str) -> bool:
    """Whether a name is similar to the documented one: a typo, or only some of its words."""
    if name.startswith("__") and name.endswith("__"):
        return False
    plain, wanted = name.strip("_").lower(), documented.lower()
    if SequenceMatcher(None, plain.replace("_", ""), wanted.replace("_", "")).ratio() >= LIKE:
        return True
    own, words = plain.split("_"), wanted.split("_")
    shared = [w for w in own if any(w[:4] == other[:4] and len(w) >= 4 for other in words[-1:])]
    return bool(shared) and set(own) - set(shared) <= {"compute", "calc", "calculate", "get", "the", "mse"}


def says_features(name: str) -> bool:
    """Whether a name suggests the features: `d`, `n_features`, `dim`, `columns`."""
    plain = name.strip("_").lower()
    return plain in ("d", "p", "k") or any(part in plain for part in ("feat", "dim", "col"))


def is_without_effect(value: ast.expr) -> bool:
    """Whether an expression only computes: an operation, or a NumPy function that returns a new array."""
    if isinstance(value, ast.Call):
        plain = ast.unparse(value.func).startswith("np.") and called_name(value.func) not in IN_PLACE
        return plain and all(keyword.arg != "out" for keyword in value.keywords)
    return isinstance(value, (ast.BinOp, ast.UnaryOp))


def is_idle(function: ast.AST, name: str, default: ast.expr) -> bool:
    """Whether a parameter has no effect with its default: None, a boolean, or a neutral 0 or 1.

    A 1 that is added or subtracted has an effect, and so has a value passed on by keyword, as in `ddof=ddof`.
    """
    value = getattr(default, "value", "")
    if value is None or isinstance(value, bool):
        return True
    passed = [n.value for n in ast.walk(function) if isinstance(n, ast.keyword)]
    by_keyword = any(isinstance(given, ast.Name) and given.id == name for given in passed)
    terms = [n for n in ast.walk(function) if isinstance(n, ast.BinOp)]
    sums = [n for n in terms if isinstance(n.op, (ast.Add, ast.Sub))]
    added = any(getattr(side, "id", None) == name for n in sums for side in (n.left, n.right))
    return (value == 0 or (value == 1 and not added)) and not by_keyword


def defaults_of(parameters: ast.arguments, call: ast.Call) -> dict[str, ast.expr]:
    """The defaults of the parameters that a call does not pass, by name; none if it uses `*` or `**`."""
    given = {keyword.arg for keyword in call.keywords}
    if None in given or any(isinstance(argument, ast.Starred) for argument in call.args):
        return {}
    names = [a.arg for a in parameters.args if a.arg not in ("self", "cls")]
    optional = dict(zip(names[::-1], parameters.defaults[::-1], strict=False))
    return {n: optional[n] for n in names[len(call.args) :] if n in optional and n not in given}


def reordered(nodes: Iterable[ast.AST], line: int, called: str, names: Iterable[str]) -> bool:
    """Whether a call on a line passes one of the names in another position than another call does."""
    calls = [
        (n.lineno, [ast.unparse(given) for given in n.args])
        for n in nodes
        if isinstance(n, ast.Call) and called_name(n.func) == called
    ]
    here = [given for at, given in calls if at == line]
    others = [given for at, given in calls if at != line]
    return any(
        name in one and name in other and one.index(name) != other.index(name)
        for one in here for other in others for name in names
    )  # fmt: skip


def line_that_carries_on(nodes: Iterable[ast.AST], parameters: Sequence[str]) -> int | None:
    """The first line (in a loop if any) that computes a value from a share of its old one, like momentum."""
    every = list(nodes)
    inside = [node for loop in every if isinstance(loop, STATEMENTS) for node in ast.walk(loop)]
    for where in (inside, every):
        assigned = (node for node in where if isinstance(node, ast.Assign) and _shares(node))
        found = [node.lineno for node in assigned if not _names(node.targets[0]) & set(parameters)]
        if found:
            return min(found)
    return None


def is_entry(node: ast.AST) -> bool:
    """Whether a node is a subscript with a string key, as in `settings["lr"]`."""
    key = node.slice if isinstance(node, ast.Subscript) else None
    return isinstance(key, ast.Constant) and isinstance(key.value, str)


def line_of_putting_back(
    body: Sequence[ast.stmt], parameters: Sequence[str], kind: type[ast.expr] = ast.Attribute
) -> int | None:
    """The first line after the last loop of a method that assigns a parameter of the model, or a name."""
    loops = [at for at, part in enumerate(body) if _goes_round(part)]
    after = [node for part in body[loops[-1] + 1 :] for node in ast.walk(part)] if loops else []
    stored = [n for n in after if isinstance(n, kind) and isinstance(getattr(n, "ctx", None), ast.Store)]
    return min((n.lineno for n in stored if called_name(n) in parameters), default=None)


def _goes_round(statement: ast.stmt) -> bool:
    """Whether a statement is a loop, or holds a comprehension or a call that repeats something."""
    if isinstance(statement, (*FUNCTIONS, ast.Return)):
        return False
    calls = {called_name(n.func) for n in ast.walk(statement) if isinstance(n, ast.Call)}
    return any(isinstance(n, LOOPS) for n in ast.walk(statement)) or bool(calls & REPEATS)


def line_of_removal(function: ast.AST | None) -> int | None:
    """The first line of a function that takes an entry out of a list that it returns."""
    nodes = list(ast.walk(function)) if function else []
    lists = {ast.unparse(n.value) for n in nodes if isinstance(n, ast.Return) and n.value}
    places = [(n.lineno, n.func) for n in nodes if isinstance(n, ast.Call)]
    taken = [at for at, owner in places if isinstance(owner, ast.Attribute) and owner.attr in REMOVES
             and ast.unparse(owner.value) in lists]  # fmt: skip
    deleted = [(n.lineno, t) for n in nodes if isinstance(n, ast.Delete) for t in n.targets]
    taken += [at for at, t in deleted if isinstance(t, ast.Subscript) and ast.unparse(t.value) in lists]
    return min(taken, default=None)


def line_of_idle_condition(nodes: Iterable[ast.AST]) -> int | None:
    """The first `if` in a loop that compares a difference with something, but does not leave the loop."""
    loops = [n for n in nodes if isinstance(n, STATEMENTS)]
    conditions = [n for loop in loops for n in ast.walk(loop) if isinstance(n, ast.If)]
    differences = [n.lineno for n in conditions for part in ast.walk(n.test) if isinstance(part, ast.Compare)
                   for side in (part.left, *part.comparators)
                   if isinstance(side, ast.BinOp) and isinstance(side.op, ast.Sub)]  # fmt: skip
    return min(differences, default=None)


def line_of_skip(function: ast.AST | None) -> int | None:
    """The first `continue` of a function, which skips the rest of an epoch."""
    skips = [n.lineno for n in (ast.walk(function) if function else ()) if isinstance(n, ast.Continue)]
    return min(skips, default=None)


def _names(node: ast.AST) -> set[str]:
    both = [n for n in ast.walk(node) if isinstance(n, (ast.Attribute, ast.Name))]
    return {n.attr if isinstance(n, ast.Attribute) else n.id for n in both}


def _shares(node: ast.Assign) -> bool:
    """Whether an assignment multiplies the old value of its target to compute the new one."""
    target = ast.unparse(node.targets[0])
    loops = [n for n in ast.walk(node.value) if isinstance(n, ast.comprehension)]
    parts = [n for loop in loops if target in ast.unparse(loop.iter) for n in ast.walk(loop.target)]
    old = {target, *(n.id for n in parts if isinstance(n, ast.Name))}
    products = [n for n in ast.walk(node.value) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Mult)]
    return any(old & {ast.unparse(n.left), ast.unparse(n.right)} for n in products)
