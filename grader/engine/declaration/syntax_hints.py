"""Explain the messages of Python's parser: three hints for each kind of syntax error.

An entry has a pattern for the message, a pattern for the code, and the hints. The code is the line's tokens
with a space between and `|>` where Python stopped. In a hint, {line} is the number of the line, {code} its
text, and the other names are the groups of the patterns. The first entry that fits counts.
"""

import re
from keyword import kwlist

END = r"\|>$"
SIGN = r"(?P<sign>\*\*|//|[-+*/%@&|^<>]|[-+*/%@<>!=]?=|and|or|not|in|is)"
WORD = "(?:" + "|".join(word for word in kwlist if word.islower()) + ")"
PLAIN = r"(?!(?:" + "|".join(kwlist) + r")\b)"
UNKNOWN = r"invalid syntax$"
ANY = ""
FORMS = {
    "for": "for i in range(10):",
    "while": "while x > 0:",
    "if": "if x > 0:",
    "elif": "elif x > 0:",
    "def": "def name(self, argument):",
    "class": "class Name:",
    "import": "import numpy as np",
    "from": "from math import sqrt",
    "with": "with np.errstate(all=\"raise\"):",
}  # fmt: skip

Hints = tuple[str, str, str]
ENTRIES: tuple[tuple[str, str, str, str, str], ...] = (
    (r"'(?P<sign>.)' was never closed", ANY,
     "Where should the {sign} in line {line} end?",
     "Line {line} opens a {sign} that is never closed. Python reads on in the next lines, looking for its"
     " end.",
     "add {close} where the {sign} of line {line} should end, often at the end of the line: {code}"),
    (r"unmatched '(?P<sign>.)'", ANY,
     "Which bracket does the {sign} in line {line} close?",
     "Line {line} has a {sign} that closes nothing: there is one too many, or its opening bracket is"
     " missing.",
     "delete one {sign} in line {line}, or add the opening bracket before it: {code}"),
    (r"parenthesis '(?P<sign>.)' does not match opening parenthesis '(?P<open>.)'", ANY,
     "Which bracket did you open last before the {sign}?",
     "The {open} is still open where {sign} comes. Either the {open} needs its {close} first, or the"
     " {sign} is the wrong bracket.",
     "close {open} with {close} before the {sign}, or write {close} in place of {sign}"),
    (r"unterminated triple-quoted", ANY,
     "Where should the text that begins in line {line} end?",
     "The text that begins in line {line} with three quotes has no three quotes at its end, so Python takes"
     " the code below for text.",
     '"""A docstring ends with three quotes, as it begins."""'),
    (r"unterminated (f-)?string|EOL while scanning", ANY,
     "Which quote in line {line} has no second one?",
     "A text in line {line} begins with a quote and does not end with the same quote on that line.",
     'print("the same quote on both sides")'),
    (r"f-string", ANY,
     "What stands between the braces of the f-string in line {line}?",
     "In an f-string, each {{ needs a }} after it and an expression between them. A brace that is meant as"
     " text is written twice: {{{{ or }}}}.",
     'print(f"loss: {{value:.3f}}")'),
    (r"inconsistent use of tabs", ANY,
     "Which lines are indented with tabs, and which with spaces?",
     "Line {line} is indented with another mix of tabs and spaces than the lines around it. It may look"
     " the same, but Python does not accept both in one block.",
     "delete the blanks at the start of line {line} and type spaces, four for each level; in most editors:"
     " Convert Indentation to Spaces"),
    (r"unexpected indent", ANY,
     "Which line above should line {line} belong to?",
     "Line {line} is indented further than the line above, and that line does not end with a colon. Only a"
     " line with a colon at its end, such as if or for, begins a deeper level.",
     "move line {line} to the left, in line with the statement above it: {code}"),
    (r"unindent does not match", ANY,
     "With which line above should line {line} be in line?",
     "Line {line} begins between two levels: no open block above begins at that column.",
     "indent line {line} exactly as the other lines of its block, four spaces for each level: {code}"),
    (r"expected an indented block after (?P<what>.*) on line (?P<at>\d+)", ANY,
     "Which lines belong to line {at}?",
     "Line {at} ends with a colon, so at least one indented line must follow. A comment does not count.",
     "indent the lines that belong to line {at} by four more spaces; if there are none yet, write pass"),
    (r"expected ':'", r"^else (\|> )?if",
     "How does Python write the second condition after an if?",
     "Python has no else if: the word is elif.",
     "elif x > 0:"),
    (r"expected ':'", r"\|> \{",
     "How does Python mark where a block begins?",
     "A block begins with a colon and is indented; braces are for dicts and sets.",
     "def name(self, argument):\n    return argument"),
    (r"expected ':'", END,
     "What is the last sign of a line that begins a block?",
     "Line {line} begins a block and has no colon at its end.",
     "{code}:"),
    (r"expected ':'", ANY,
     "Where does the first part of the statement in line {line} end?",
     "Line {line} begins a block, so Python expects a colon, but reads {next}.",
     "if x > 0:\n    y = x"),
    (r"expected '\('", ANY,
     "What comes after the name of a function?",
     "After the name that follows def, Python expects ( with the arguments, also if there are none.",
     "def name(self, argument):"),
    (r"expected 'except'", ANY,
     "What should happen when something in the try fails?",
     "Line {line} begins a try, and neither except nor finally follows at the same indentation.",
     "try:\n    x = 1 / y\nexcept ZeroDivisionError:\n    x = 0.0"),
    (r"Maybe you meant '=='", r"^(if|elif|while|assert|return)\b",
     "Should line {line} store a value, or compare two?",
     "One = stores a value, and line {line} has it where a condition is expected. Two, ==, compare.",
     "if x == 0:"),
    (r"cannot assign to|Maybe you meant '=='|cannot contain assignment|illegal expression for augmented", ANY,
     "What is on the left of = in line {line}?",
     "On the left of = there must be a name, an attribute or an entry that can hold the value. What line"
     " {line} has there cannot be assigned.",
     "total = x + 1  # the new name is on the left; to compare, write =="),
    (r"Missing parentheses in call to", ANY,
     "Is print a statement or a function?",
     "In Python 3 print is a function, so what it shows is in brackets.",
     "print(x)"),
    (r"forgot a comma", ANY,
     "What belongs between the two values that are next to each other in line {line}?",
     "Inside the brackets in line {line}, two values follow each other with nothing between them: a comma"
     " or an operator is missing, or a bracket is not closed.",
     "f(x, y)  # a comma between arguments; x * y for a product"),
    (r"'return' outside function", ANY,
     "Which function should the return in line {line} belong to?",
     "The return in line {line} is not indented as part of a method, so it belongs to none.",
     "indent line {line} like the other lines of its method: {code}"),
    (r"'(?P<word>break|continue)' (outside|not properly in) loop", ANY,
     "Which loop should {word} belong to?",
     "{word} in line {line} is not inside a for or a while.",
     "indent line {line} so that it is inside the loop, or delete it"),
    (r"(non-default argument|parameter without a default) follows", ANY,
     "Which arguments in line {line} have a value after =, and in what order?",
     "An argument without a default comes after one with a default. Those without come first.",
     "def fit(self, X, y, lr=0.01):  # arguments without a default first"),
    (r"duplicate argument '(?P<word>\w+)'", ANY,
     "Which name occurs twice in line {line}?",
     "Two arguments in line {line} are called {word}. Each needs a name of its own.",
     "def add(self, first, second):"),
    (r"positional argument follows keyword", ANY,
     "Which arguments in line {line} are given by name?",
     "In a call, arguments with name= come after all those without.",
     "f(x, y=2)"),
    (r"invalid (non-printable )?character '?(?P<sign>\S*?)'? ?\(?U\+(?P<point>\w+)", ANY,
     "Was a part of line {line} copied from a web page or a document?",
     "Line {line} has the character U+{point}, which is not part of Python code. It may look like a plain"
     " quote, a minus or a space.",
     "delete that character in line {line} and type it on the keyboard: \" ' - * or a space"),
    (r"invalid decimal literal", ANY,
     "Which number in line {line} has a letter right after it?",
     "A number is followed directly by a letter. A name cannot begin with a digit, and a product needs *."
     " If the number belongs to a text, a quote before it ends that text too early.",
     "2 * x"),
    (r"leading zeros", ANY,
     "Which number in line {line} begins with 0?",
     "A whole number must not begin with 0.",
     "epochs = 100  # not 0100"),
    (r"after line continuation", ANY,
     "What does the backslash in line {line} do?",
     "A backslash outside of quotes may only be the last sign of its line. It is not needed inside"
     " brackets.",
     "total = (first +\n         second)"),
    (UNKNOWN, r"^(\|> )?(<< |>> |== |\|>$|<<<)|^\|> == =",
     "Who wrote the signs at the start of line {line}?",
     "Line {line} begins with a mark that git leaves after a merge, or with a prompt that was copied too."
     " It is not Python.",
     "delete the marks; keep one version of the code between them"),
    (UNKNOWN, "`",
     "Was the code copied from a chat or a web page?",
     "Line {line} has a backtick, which is no part of Python: it marks code in a text.",
     "delete the backticks and the word after them"),
    (UNKNOWN, r"(?P<sign>&) (\|> )?&|(?P<bar>\|) (\|> )?\|",
     "How does Python write 'and' and 'or'?",
     "Python has no && and no ||: the words are and, or, not.",
     "if x > 0 and y > 0:"),
    (UNKNOWN, r"(\+ \+|- -) " + END,
     "How does Python add one to a variable?",
     "Python has no ++ and no --.",
     "i += 1"),
    (UNKNOWN, r"(?P<sign>[-+*/@%]) \|> =",
     "Which two signs in line {line} belong together?",
     "{sign}= is one sign: there is no space inside.",
     "x {sign}= 1"),
    (UNKNOWN, r"^def .*self \|> \.",
     "What may a method have between its brackets?",
     "An argument is a plain name. Attributes such as self.x are used inside the method, where self"
     " gives access to them.",
     "def name(self, x):"),
    (UNKNOWN, r"^\|> (?P<word>else|elif|except|finally)\b",
     "Which line above does the {word} in line {line} belong to?",
     "The {word} in line {line} has no if, loop or try directly before it at the same indentation.",
     "if x > 0:\n    y = x\nelse:  # below its if, with the same indentation\n    y = 0"),
    (UNKNOWN, rf"^def .*[(,] \|> {WORD}\b|\. \|> {WORD}\b|^{WORD} \|> =",
     "Which name in line {line} is a word of Python's own?",
     "Words such as lambda, class, from and in belong to Python and cannot be the name of anything else.",
     "lambda_ = 0.1  # with _ at the end it is a name"),
    (UNKNOWN, rf"^(?P<form>for)\b[^:]*{END}",
     "What does a complete for line look like?",
     "Line {line} begins with for and is not complete.",
     "{model}"),
    (UNKNOWN, rf"(^|\s){SIGN} {END}",
     "What should come after '{sign}' in line {line}?",
     "Line {line} ends after '{sign}', where Python expects a value. Write the value, or delete the line"
     " until you know it.",
     "{code} 0.0  # your own value in place of 0.0"),
    (UNKNOWN, rf"\. {END}",
     "Whose name should come after the dot in line {line}?",
     "Line {line} ends with a dot, where Python expects the name of an attribute or a method.",
     "x.shape"),
    (UNKNOWN, rf"^(?P<form>{'|'.join(FORMS)})\b[^:]*{END}",
     "What does a complete {form} line look like?",
     "Line {line} begins with {form} and is not complete.",
     "{model}"),
    (UNKNOWN, rf"{SIGN} \|> [)\]}},:]",
     "What should come after '{sign}' in line {line}?",
     "After '{sign}' Python expects a value, but reads '{next}'.",
     "x {sign} y  # a value on both sides"),
    (UNKNOWN, r"^(?P<type>int|float|double|var|let|const|bool|string) \|> \w",
     "Does Python need a type in front of a name?",
     "Python has no word such as {type} in front of a new name: write the name and =.",
     "n = 3"),
    (UNKNOWN, rf"(?:^|\s){PLAIN}(?P<one>[\w.]+|[)\]]) \|> {PLAIN}(?P<two>\w+|\()",
     "What should be between '{one}' and '{two}' in line {line}?",
     "In line {line}, '{two}' comes right after '{one}'. An operator such as *, a comma or a dot is missing"
     " between them, or one of the two does not belong there.",
     "x * y  # a product needs *"),
    (UNKNOWN, r"\|> :=",
     "Should line {line} store a value?",
     "A plain assignment has =. := is only for names inside of another expression.",
     "n = 3"),
    (UNKNOWN, r"\|> \S",
     "What does Python expect in line {line} before '{next}'?",
     "Python can read line {line} up to '{next}', and not further. The cause is there or right before it.",
     "`python -m py_compile FILE` shows the place with a ^ and prints nothing if all is well"),
    (ANY, ANY,
     "What in line {line} does Python not allow there?",
     "Python cannot read line {line}. It says: {message}.",
     "`python -m py_compile FILE` shows the place with a ^ and prints nothing if all is well"),
)  # fmt: skip
CLOSING = {"(": ")", "[": "]", "{": "}"}


def syntax_hints(message: str, code: str, split: str, line: int) -> Hints:
    """The three hints for a message of the parser."""
    fitting = ((re.search(entry[0], message), re.search(entry[1], split), entry) for entry in ENTRIES)
    told, found, entry = next((told, found, entry) for told, found, entry in fitting if told and found)
    parts = {**told.groupdict(), **found.groupdict()}
    known = {"line": line, "code": code, "next": _next(split), "message": message.rstrip(".")}
    known["close"] = CLOSING.get(parts.get("open") or parts.get("sign", ""), "")
    known["model"] = FORMS.get(parts.get("form", ""), "")
    first, second, third = (hint.format(**known | parts) for hint in entry[2:])
    return first, second, third


def _next(split: str) -> str:
    """The token at which Python stopped, or what else is there."""
    rest = split.partition("|> ")[2].split()
    return rest[0] if rest else "the end of the line"
