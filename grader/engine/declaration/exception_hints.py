"""Explain what an exception means: the second hint for a call that raises one."""

import re

NAMED = r"'(?P<name>[^']*)'"
MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("NameError", r"; did you mean self\.(?P<name>\w+)\?",
     "There is no variable {name} at this line. Attributes and methods of the model need self. in front."),
    ("NameError", NAMED + r" is not defined; did you mean (?P<like>\w+)\?",
     "There is no name {name} at this line, but there is {like}. Check the spelling."),
    ("NameError", r"'(?P<name>np|numpy)' is not defined",
     "NumPy is not imported under the name {name} before this line runs. The usual first line is: import "
     "numpy as np"),
    ("AttributeError", r"no attribute " + NAMED + r"; did you mean (?P<like>\w+)\?",
     "There is nothing called {name} here, but there is {like}. Check the spelling."),
    ("UnboundLocalError", NAMED,
     "The function assigns {name} somewhere, so Python takes it for a local name, and on this line it "
     "has no value yet. Assign it before, on every path that leads here."),
    ("NameError", NAMED,
     "There is no name {name} at this line: no line that ran before defines or imports it. Check the "
     "spelling, and the imports at the top. In a method, attributes of the model need self. in front, "
     "and sizes come from the shape of an argument."),
    ("AttributeError", r"'NoneType' object has no attribute " + NAMED,
     "The value before .{name} is None. A function without a return gives None, and so do methods that "
     "change something in place, such as list.append."),
    ("AttributeError", r"module '(?P<module>[^']*)' has no attribute " + NAMED,
     "{module} has nothing called {name}. Check the spelling, and look the name up in its documentation."),
    ("AttributeError", r"property " + NAMED + " .*has no setter",
     "The property {name} can only be read, and callers assign it as well: add a method under "
     "@{name}.setter that stores the value where the property reads it."),
    ("FrozenInstanceError", NAMED,
     "Callers and the training assign {name}, and a dataclass with frozen=True refuses that."),
    ("AttributeError", r"'(?P<type>[^']*)' object has no attribute " + NAMED,
     "The value before .{name} is of type {type}, and that has no attribute {name}. Check the spelling, "
     "whether the value is of the type that you expect, and whether the attribute is set before it is "
     "read."),
    ("TypeError", r" for \^|bitwise_xor",
     "In Python ^ combines the bits of integers. A power is written with **."),
    ("TypeError", r"missing \d+ required positional arguments?: (?P<name>.*)",
     "The call leaves out an argument: {name}. Compare it with the line that defines what is called."),
    ("TypeError", r"\(\) takes (exactly|at least|at most|no) ",
     "The call gives another number of arguments than the function takes. Look the function up in its "
     "documentation."),
    ("TypeError", r"construct a dtype",
     "The second argument of np.array is the type of the entries. Several values go into one list, in [ ]."),
    ("TypeError", r"takes .* positional arguments? but .* (was|were) given",
     "The call gives more arguments than the function takes. A method gets self automatically, so its "
     "definition needs self in front. Compare the call with the definition."),
    ("TypeError", r"unexpected keyword argument " + NAMED,
     "The function has no argument called {name}. Compare the call with the definition."),
    ("TypeError", r"'(?P<type>[^']*)' object is not iterable",
     "A value of type {type} is used where several values are needed, in a loop or an unpacking. To count "
     "up to a number, write range(number)."),
    ("TypeError", r"'(?P<type>[^']*)' object is not callable",
     "There are brackets ( ) after a value of type {type}, as if it were a function. An operator may be "
     "missing, [ ] may be meant, or a variable hides the function."),
    ("TypeError", r"'(?P<type>[^']*)' object is not subscriptable",
     "There are brackets [ ] after a value of type {type}, which has no entries. ( ) may be meant, or a "
     "function gave another type than you expect."),
    ("TypeError", r"unsupported operand .*'NoneType'",
     "One of the two values is None. A function without a return gives None, and so do methods that "
     "change something in place, such as list.append."),
    ("TypeError", r"unsupported operand type\(s\) for (?P<name>\S+): '(?P<one>[^']*)' and '(?P<two>[^']*)'",
     "{name} does not work between the types {one} and {two}. Look at where each of the two values comes "
     "from."),
    ("TypeError", r"only .*arrays can be converted|can only convert an array of size 1",
     "An array of several entries is used where one number is needed. Functions of the module math take "
     "one number, those of NumPy whole arrays. Or a sum or a mean is missing."),
    ("TypeError", r"as an integer|as a data type|only integer scalar",
     "A size or an index must be a whole number, and a shape of several sizes is one tuple: np.zeros((2, "
     "3))."),
    ("UFuncTypeError|UFuncOutputCastingError|TypeError", r"[Cc]annot cast",
     "An operation in place, such as -= or out=, would put floats into an array of integers. Make a new "
     "array, or convert it to floats first."),
    ("ValueError", r"matmul: .*has 0",
     "One side of the matrix product is a single number, and @ needs an array on both sides. If an array "
     "belongs there, look at where the number comes from; a number is multiplied with *."),
    ("ValueError", r"matmul|not aligned",
     "The inner sizes of a matrix product do not fit: (n, d) @ (d,) gives (n,), and the transposed (d, "
     "n) @ (n,) gives (d,). Print the shapes of both, then swap or transpose."),
    ("ValueError", r"broadcast together with shapes (?P<name>.*\))",
     "The shapes {name} do not fit entry by entry. One of the two arrays is transposed, has one entry "
     "per feature where one per sample is needed, or needs the shape (n, 1), as keepdims=True leaves it."),
    ("ValueError", r"concatenation axis",
     "The arrays that are put together have different sizes along another axis. Print their shapes. A "
     "column for n samples has the shape (n, 1), and columns are put together along axis 1."),
    ("ValueError", r"(not enough|too many) values to unpack",
     "There are more names on the left of = than values on the right, or fewer. The shape of a 1-d array "
     "has one entry, that of a 2-d array two."),
    ("ValueError", r"truth value of an array",
     "An `if`, `and`, `or` or `not` gets a whole array. Say what is meant: .any(), .all(), or a "
     "comparison of one number."),
    ("ValueError", r"setting an array element with a sequence|inhomogeneous",
     "An array of several entries is used where one entry belongs."),
    ("ValueError", r"read-only",
     "The code would change the data that the method was given. Make a new array instead of changing "
     "an argument."),
    ("ValueError", "",
     "A value that the line gets cannot be used, most often an array of another shape than is needed. If "
     "the line is a `raise` of your own: the task allows this input."),
    ("TypeError", "",
     "An operation or a call does not fit the types of what it is given. Look at the type of each part of "
     "the line."),
    ("AxisError", r"axis",
     "The array has fewer axes than the number after axis=. A 1-d array has only axis 0."),
    ("IndexError", r"too many indices",
     "There are more numbers in [ ] than the array has axes. A 1-d array takes one."),
    ("IndexError", r"tuple index out of range",
     "A tuple has no entry with that index. If it is a shape: the shape of a 1-d array such as (n,) has "
     "one entry, number 0, and that of a 2-d array such as (n, d) has two."),
    ("IndexError", r"out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)",
     "The size of the array along axis {axis} is {size}, and indices begin at 0. If a loop makes the index, "
     "look at what it counts: X.shape[0] is the number of samples, X.shape[1] that of features."),
    ("IndexError", r"out of (range|bounds)",
     "There is no entry with that index. Indices go from 0 to the length minus 1, and an empty list has "
     "none: look at what happens for zero epochs or one sample."),
    ("ZeroDivisionError", "",
     "The code divides by zero. Look at what the divisor is for one sample, or for the smallest numbers "
     "that the method may be given."),
    ("RecursionError", "",
     "A method calls itself endlessly, perhaps through another one, or a property "
     "reads itself. The stored value needs another name than the property."),
    ("KeyError", r"(?P<name>.+)",
     "The dictionary has no key {name}."),
    ("LinAlgError", "",
     "The matrix cannot be inverted. The exercise also has data with columns that depend on each other."),
    ("EOFError", "",
     "The code asks for input, and nobody is at the keyboard while a file is graded. Leave input() out, or "
     "put trials that ask under `if __name__ == \"__main__\":`."),
    ("AssertionError", "",
     "An assert in the file does not hold for data that the task allows. Correct what it checks, or the "
     "code before it."),
)  # fmt: skip
"""Patterns for the type and the message, and the explanation; the first entry that matches counts."""


def meaning(seen: str) -> str:
    """Explain the exception in a text `... raised TYPE: MESSAGE`; empty if there is no explanation."""
    found = re.search(r"\braised (?P<type>[A-Za-z_.]\w*)(?:: (?P<message>.*))?", seen, re.DOTALL)
    if found is None:
        return ""
    for type_, message, text in MEANINGS:
        fits = re.search(message, found["message"] or "")
        if fits and re.fullmatch(type_, found["type"].rpartition(".")[2].lstrip("_")):
            return text.format(**fits.groupdict())
    return ""
