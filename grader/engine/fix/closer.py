"""Bring a fix closer to the learner's statements: change one value only, and add no names."""

import ast
from collections.abc import Iterator

from ...sandbox.parsing import nodes_in
from .expanded_names import stored
from .sample_count import is_count
from .text import Text
from .tree_diff import PLAIN, expressions, inside, new_statements, regions, slots, statements
from .writing import Writing


def with_one_value(source: str, text: str) -> Iterator[str]:
    """Keep the learner's statements, with one value replaced by a value of the new statements."""
    before, after = Text(source), Text(text)
    for old, new in regions(source, text):
        if len(new) < 2 or not old or not all(isinstance(s, PLAIN) for s in (*old, *new)):
            continue
        first, last = before.span(old[0])[0], before.span(old[-1])[1]
        place = after.span(new[0])[0], after.span(new[-1])[1]
        fresh = dict.fromkeys(after.of(value) for s in new for _, value in slots(s))
        for statement in old:
            for _, value in slots(statement) if isinstance(statement, ast.Assign) else ():
                start, end = before.span(value)
                for said in (s for s in fresh if s != before.of(value)):
                    own = f"{source[first:start]}{said}{source[end:last]}"
                    yield after.edited([(*place, own)]) or text


def without_new_names(source: str, text: str) -> Iterator[str]:
    """Remove a local that only the fix has and uses once, or a count that the learner writes out."""
    whole, writing, own = Text(text), Writing(Text(text)), statements(text)
    known = {n.id for n in nodes_in([ast.Module(statements(source), [])]) if isinstance(n, ast.Name)}
    for new in new_statements(source, text, own):
        pairs, lines = stored(new), whole.whole_lines(new)
        if len(pairs) != 1 or not pairs[0][0].isidentifier() or pairs[0][0] in known or lines is None:
            continue
        (name, value) = pairs[0]
        others = inside(own, new)
        found = [(n, p) for s in others for p in nodes_in([s]) for n in ast.iter_child_nodes(p)
                 if isinstance(n, ast.Name) and n.id == name]  # fmt: skip
        uses = [(n, p) for n, p in found if isinstance(n.ctx, ast.Load)]
        count = is_count(ast.unparse(value)) and (len(uses) == 1 or whole.of(value) in source)
        short = count or (isinstance(value, ast.BinOp) and isinstance(value.op, ast.Sub))
        if len(uses) != len(found) or not uses or not short or (len(uses) > 1 and not count):
            continue
        if any(name in {ast.unparse(t) for t in expressions(s)} for s in others if s.lineno < new.lineno):
            continue
        edits = [writing.replaced(n, p, whole.of(value), 0.0, "") for n, p in uses if isinstance(n, ast.Name)]
        yield whole.edited([(*lines, ""), *(splice for e in edits for splice in e.splices)]) or text
