"""Explain the messages of Python's parser: three hints for each kind of syntax error.

An entry has a pattern for the message, a pattern for the code, and the hints. The code is the line's tokens
with a space between and `|>` where Python stopped. In a hint, {line} is the number of the line, {code} its
text, and the other names are the groups of the patterns. The first entry that fits counts.
"""

import re
from difflib import get_close_matches
from keyword import iskeyword

from .invalid_syntax import FORMS, INVALID, UNKNOWN, Entry
from .syntax_messages import ANY, MESSAGES

Hints = tuple[str, str, str]
MISSPELT: Entry = (UNKNOWN, ANY,
     "Is the first word in line {line} spelled right?",
     "'{word}' is not a word of Python, and '{keyword}' is. If '{word}' is a name of yours, an operator or a"
     " bracket is missing after it.",
     "{spelled}")  # fmt: skip
OTHER: Entry = (ANY, ANY,
     "What in line {line} does Python not allow there?",
     "Python cannot read line {line}. It says: {message}.",
     "`python -m py_compile FILE` shows the place with a ^ and prints nothing if all is well")  # fmt: skip
ENTRIES = (*MESSAGES, *INVALID, OTHER)
CLOSING = {"(": ")", "[": "]", "{": "}"}
FIRST = ("def", "class", "for", "while", "if", "elif", "return", "import", "from", "with", "raise", "assert")
ALIKE = 0.65
ELSEWHERE = {"function": "def", "func": "def", "fun": "def", "fn": "def", "foreach": "for"}
NEEDS = {"for": " in ", "from": " import "}


def syntax_hints(message: str, code: str, split: str, line: int) -> Hints:
    """The three hints for a message of the parser."""
    word, keyword = _misspelt(split)
    entries = (MISSPELT, *ENTRIES) if keyword else ENTRIES
    fitting = ((re.search(entry[0], message), re.search(entry[1], split), entry) for entry in entries)
    told, found, entry = next((told, found, entry) for told, found, entry in fitting if told and found)
    parts = {**told.groupdict(), **found.groupdict()}
    known = {"line": line, "code": code, "next": _next(split), "message": message.rstrip(".")}
    known |= {"word": word, "keyword": keyword, "spelled": code.replace(word, keyword, 1)}
    known["close"] = CLOSING.get(parts.get("open") or parts.get("sign", ""), "")
    known["model"] = FORMS.get(parts.get("form", ""), FORMS["if"])
    first, second, third = (hint.format(**known | parts) for hint in entry[2:])
    return first, second, third


def _misspelt(split: str) -> tuple[str, str]:
    """The first word of a line that Python cannot read on after, and the keyword that it looks like."""
    found = re.match(r"([A-Za-z]+) \|> [\w(]", split)
    if not found or iskeyword(found[1]) or found[1] == "self":
        return "", ""
    word = found[1].lower()
    close = [ELSEWHERE[word]] if word in ELSEWHERE else get_close_matches(word, FIRST, 3, ALIKE)
    return found[1], next((keyword for keyword in close if NEEDS.get(keyword, "") in split), "")


def _next(split: str) -> str:
    """The token at which Python stopped, or what else is there."""
    rest = split.partition("|> ")[2].split()
    return rest[0] if rest else "the end of the line"
