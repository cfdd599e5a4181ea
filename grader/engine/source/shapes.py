"""Find a line that unpacks a shape in the wrong order, as its names show. The code is read, never run."""

import ast

from .syntax import names_read, own, says_features
from .tree import Tree


def line_of_crossed_sizes(tree: Tree, line: int | None) -> int | None:
    """The line that gives the number of features the name of the samples which the code on a line reads.

    `d, n = X.shape` does, and so does `n, d = X.T.shape`.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or statement is None:
        return None
    read, made = set(names_read(statement)), [n for n in own(function) if isinstance(n, ast.Assign)]
    turned = {ast.unparse(t) for n in made if _is_turned(n.value) for t in n.targets}
    for node in made:
        value, names = node.value, _pair(node.targets[0])
        if not isinstance(value, ast.Attribute) or value.attr != "shape" or len(names) != 2:
            continue
        is_turned = _is_turned(value.value) or ast.unparse(value.value) in turned
        of_samples, of_features = names if is_turned else names[::-1]
        crossed = says_features(of_features) and not says_features(of_samples)
        if crossed and of_samples in read:
            return node.lineno
    return None


def _pair(target: ast.expr) -> list[str]:
    return [n.id for n in target.elts if isinstance(n, ast.Name)] if isinstance(target, ast.Tuple) else []


def _is_turned(value: ast.expr) -> bool:
    """Whether a value is the transpose of something."""
    return isinstance(value, ast.Attribute) and value.attr == "T"
