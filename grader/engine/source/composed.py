"""Find the call that composes functions in the wrong order, by the names of all of them. Nothing is run."""

import ast

from .syntax import called_name
from .tree import Tree

OUTER_FIRST = {"compose", "composed", "composition", "after"}
INNER_FIRST = {"pipe", "piped", "pipeline", "chain", "chained", "then", "sequence", "flow"}
REDUCE = {"mean", "average", "sum", "nanmean", "fmean"}
FOR_EACH = {"square", "abs", "absolute", "fabs", "sign", "log"}


def line_of_wrong_order(tree: Tree, line: int | None) -> int | None:
    """The line of the only call of the function around a line that composes others, if their order is wrong.

    `compose(mean, square)` gives the mean of the squares, and so does `pipe(square, mean)`.
    """
    functions = tree.functions_at(line)
    for function in functions:
        words = {*function.name.strip("_").split("_")}
        first, last = (REDUCE, FOR_EACH) if words & OUTER_FIRST else (FOR_EACH, REDUCE)
        calls = [n for n in tree.nodes if isinstance(n, ast.Call) and called_name(n.func) == function.name]
        if not words & (OUTER_FIRST | INNER_FIRST) or len(calls) != 1:
            continue
        names = [called_name(given) for given in calls[0].args]
        early = [at for at, name in enumerate(names) if name in first]
        late = [at for at, name in enumerate(names) if name in last]
        if early and late and max(late) < min(early):
            return calls[0].lineno
    return None
