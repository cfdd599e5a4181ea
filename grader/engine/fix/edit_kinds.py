"""The kinds of edits that the search tries, the likeliest first: what each costs, and which slip it undoes.

The cost decides the order: a cheap kind is tried before a dear one. Where a kind is less usual, an edit has
an `extra` on top, and `Ranking` adds more on lines that no finding blames. A kind below 0 changes a line that
is seldom blamed, such as a `def`; with that extra cost it still comes in time.
"""

from enum import Enum


class Kind(Enum):
    """The kinds, each with its cost and the slip that it undoes."""

    DROP_NOT = -1.1, "The test of an option of the model is the wrong way round."
    STORE_UNREAD = -1.0, "`self.` is missing before a local that nothing reads."
    STORE_BACK = -0.9, "What a method computes stays in its locals and never reaches the model."
    OTHER_DEFAULT = -0.5, "A default chooses the wrong one of several ways."
    BY_NAME_TOO = -0.3, "A wrapper passes on only what it gets by position."
    COUNT = 0.0, "A loop tests a name that it does not change."
    END_EARLY = 0.0, "The loop lacks the exit that the right one has."
    INFINITE_START = 0.0, "A value starts too small for its first comparison."
    OWN_ARGUMENT = 0.0, "A call of the learner's own function leaves an argument out."
    RETURN_AN_ENTRY = 0.0, "A dict is returned instead of its entries."
    SETTER = 0.0, "A property can be read but not assigned."
    SMALL_EXPONENT = 0.0, "A choice between two values computes both, and one of them overflows."
    START_AGAIN = 0.0, "A list is made once and grows with each call."
    FEED_BACK = 0.1, "Each turn of a loop begins with the same value, not with the last result."
    OTHER_LITERAL = 0.1, "A constant, a default or a field that a blamed line uses has the wrong value."
    OTHER_MEMBER = 0.1, "Another attribute of the learner's own object is meant."
    OWN_MEMBER = 0.1, "Another function, line or answer of the learner's own code is meant."
    ALL_SAMPLES = 0.2, "Each step sees only a part of the samples."
    COLLECT = 0.2, "The losses are computed but not collected."
    DROP_OPTION = 0.2, "An option of the learner's own function asks for what does harm."
    IMPORT = 0.2, "A library or a type is used but not imported."
    INTO_THE_CLASS = 0.2, "A method is outside of its class: it is not indented."
    JOIN_LINES = 0.2, "A statement ends before its last line."
    NUMPY_FOR_MATH = 0.2, "A function of `math` takes one number, not an array."
    UNDO = 0.2, "A part of the code is the wrong formula of the mistake that was found."
    WITHOUT_MEMORY = 0.2, "A value keeps a share of its old one, as a velocity does."
    ANY_VALUE = 0.3, "An assignment has no value."
    BRACKETS = 0.3, "An attribute is called, or a function indexed."
    CALL_PRINT = 0.3, "`print` is a statement, as in Python 2."
    IF_NONE = 0.3, "`x or default` replaces a zero that was given."
    KEEP_NO_RESULT = 0.3, "The None that `append` returns is kept."
    PLAIN_QUOTES = 0.3, "A text editor has made quotes curly."
    RETURN_THE_LIST = 0.3, "Something else is returned than the list that was filled."
    SIGN_BEFORE_EQUALS = 0.3, "`=-` stands where `-=` belongs."
    ADD_A_TERM = 0.4, "A term or a divisor of the right formula is missing."
    ASSIGN_IT = 0.4, "A value is computed but not assigned."
    AS_LIST = 0.4, "An iterator is returned, which can be used only once."
    BEGIN_ANEW = 0.4, "Each turn of a loop changes a parameter further."
    BOTH = 0.4, "There are two mistakes: two edits at once."
    CALL_THE_METHOD = 0.4, "A method of the class is not called where it should be."
    FIRST_SIZE = 0.4, "A size is compared with a whole shape."
    OTHER_WAY = 0.4, "A loop goes through its steps in the wrong order."
    RENAME = 0.4, "The class or a method has another name."
    SIGNATURE = 0.4, "A method takes other arguments than documented."
    USE_THE_NAME = 0.4, "Something is computed again although a name holds it."
    ANY_RANK = 0.5, "The function fails where columns depend on each other."
    COLON = 0.5, "The colon of a block is missing."
    CONSTRUCTOR = 0.5, "The class has no constructor."
    MOVE_AND_USE = 0.5, "A value is computed outside of the loop that changes it."
    APPEND = 0.6, "A list is extended or filled at its start instead of its end."
    CLOSE_BRACKET = 0.6, "A bracket is not closed."
    INVERT = 0.6, "A matrix is multiplied instead of inverted."
    OF_A_PART = 0.6, "A term for one part of an array is added to all of it."
    ONE_AXIS = 0.6, "An array has a second axis of length 1."
    OTHER_END = 0.6, "An array of weights and bias is taken apart at the wrong end."
    OTHER_SUM = 0.6, "`einsum` has the wrong subscripts."
    OWN_HELPER = 0.6, "A value is not handed to the helper that is there for it."
    REMOVE_AN_IF = 0.6, "A condition and what it guards do harm."
    RENAME_ATTRIBUTES = 0.6, "The parameters of the model have other names."
    UNREAD_FOR_ATTRIBUTE = 0.6, "An attribute is used where an unread argument of its name belongs."
    FIRST_OF_FOUR = 0.7, "`lstsq` returns four things, and the solution is the first."
    HAND_ON = 0.7, "An argument is not passed on to a call."
    LIST_FOR_DEQUE = 0.7, "A `deque` stands where a list belongs."
    REMOVE_TWO = 0.7, "Two lines in a row do harm."
    SMALLER_RANGE = 0.7, "Random starting values are too large."
    ADD_EACH = 0.8, "Something is added to a list only on a condition."
    CLOSE_QUOTE = 0.8, "A text is not closed."
    COUNT_ITSELF = 0.8, "A name stands for almost the number of samples."
    NO_COROUTINE = 0.8, "`async` makes a method a coroutine."
    OTHER_UPDATE = 0.8, "`+=` stands for `-=`, or the other way round."
    UNREAD_FOR_NAME = 0.8, "A name stands where an unread one belongs."
    UNREAD_FOR_NUMBER = 0.8, "A number stands where an unread argument belongs."
    USE_THE_ARGUMENT = 0.8, "An argument is not used: its value is computed again."
    WRAP = 0.8, "The value is right, but a call or an operation around it is missing."
    ZEROS = 0.8, "Random starting values are not small at all."
    DROP_SIGN = 0.9, "A sign or a `not` is too much."
    LEFT_OUT = 0.9, "All parameters are treated alike, but one should be left out."
    OF_NUMPY = 0.9, "`sum` or `max` is Python's, not NumPy's."
    REMOVE = 0.9, "A statement does harm."
    RETURN_IT = 0.9, "A value is printed or computed, but not returned."
    SQUARE_A_ROOT = 0.9, "The root stands where the square belongs."
    SWAP_PARTS = 0.9, "The parts of a pair are in the wrong order."
    DROP_BRACKET = 1.0, "A bracket is too much."
    DROP_CALL = 1.0, "A call does harm to its argument."
    DROP_INDEX = 1.0, "Only a part of an array is used, or it has an axis too many."
    DROP_ROOT = 1.0, "A root is too much."
    DROP_TRANSPOSE = 1.0, "A `.T` is too much."
    MOVE_AN_EXIT = 1.0, "A loop is left before or after the wrong statement."
    NAME_IT_FIRST = 1.0, "A value is computed twice, and changes in between."
    NEAR_ATTRIBUTE = 1.0, "An attribute is misspelt."
    ONE_OFF = 1.0, "A count begins one too high or too low."
    ONE_TO_TWO = 1.0, "A 1 stands where a 2 belongs."
    OTHER_NUMBER = 1.0, "A number is wrong."
    OTHER_SIGN = 1.0, "A plus stands for a minus, or the other way round."
    OTHER_TARGET = 1.0, "A value is assigned to the wrong name."
    OTHER_THRESHOLD = 1.0, "A value is compared with the wrong number."
    OWN_COPY = 1.0, "An array is not copied before it is changed."
    PREPARE = 1.0, "An argument is not converted first."
    STORE_IT = 1.0, "A local is assigned where an attribute belongs."
    STORE_RESULT = 1.0, "The new parameters are returned, not stored."
    TWO_TO_ONE = 1.0, "A 2 stands where a 1 belongs."
    COMPARE = 1.1, "`=` stands where `==` belongs."
    NEAR_NAME = 1.1, "A name is misspelt."
    SWAP_BETWEEN = 1.1, "Two lines have each other's name or number."
    SWAP_NAMES = 1.1, "A pair is unpacked in the wrong order."
    WIDER_LIMITS = 1.1, "A clip cuts off too early."
    ADD_A_RETURN = 1.2, "The `return` is missing."
    ATTRIBUTE_FOR_LOCAL = 1.2, "`self.` is missing."
    DROP_CONDITION = 1.2, "A condition is too much."
    INDENT = 1.2, "A line has the wrong indentation."
    NEAR_KNOWN_NAME = 1.2, "A name of the file or of NumPy is misspelt."
    NEGATE = 1.2, "A minus is missing."
    ONE_BRANCH = 1.2, "A choice between two values is needless."
    OTHER_COMPARISON = 1.2, "A comparison is wrong."
    OTHER_INDEX = 1.2, "An index counts from the wrong end."
    OTHER_LENGTH = 1.2, "The length of something else is taken."
    OTHER_TRUTH = 1.2, "True stands for False, or the other way round."
    TIMES_UNREAD = 1.2, "An argument is not used: it is missing in a product."
    REMOVE_A_TRIAL = 1.25, "A line that tries out the class raises."
    ABSOLUTE_TO_SQUARE = 1.3, "An absolute value stands where a square belongs."
    ADD_AXIS = 1.3, "An axis is missing."
    DROP_KEYWORD = 1.3, "A keyword argument is too much."
    GUARD_A_TRIAL = 1.3, "Lines that try out the class run when it is imported."
    MEAN_TO_SUM = 1.3, "A mean stands where a sum belongs."
    OTHER_FUNCTION = 1.3, "A function or an attribute is mistaken for another."
    SUM_TO_MEAN = 1.3, "A sum stands where a mean belongs."
    SWAP_ARGUMENTS = 1.3, "Two arguments are in the wrong order."
    VARIANCE_TO_DEVIATION = 1.3, "A variance stands where a deviation belongs."
    EMPTY_LIST = 1.4, "A list begins with an entry."
    OUT_OF_THE_LIST = 1.4, "A value is in a list."
    RETURN_THE_ARGUMENTS = 1.4, "A call changes what should be returned as it is."
    SCALE_ONE_TERM = 1.4, "A factor is applied to a whole sum instead of one term."
    SWAP_SIDES = 1.4, "The sides of an operation are in the wrong order."
    ASKED_BY_THE_TWIST = 1.5, "A value is not what the twist asks for."
    FOR_ONE = 1.5, "A loop does for several things what belongs to one of them."
    LOCAL_FOR_ATTRIBUTE = 1.5, "`self.` is too much."
    MOVE_TWO = 1.5, "Two statements belong inside or outside of a loop."
    RETURN_A_NAME = 1.5, "Another name should be returned."
    REWRITE = 1.5, "A value is wrong: the right one is written in the names of the file."
    SUBTRACT_A_PRODUCT = 1.5, "An intercept leaves out what the weights explain."
    UNWRAP = 1.5, "A loop, a condition or a `with` around statements is needless."
    ZERO_FOR_NONE = 1.5, "None stands where a number belongs."
    AT_ONCE = 1.6, "An update already uses the new value of another."
    DROP_DIVISOR = 1.6, "A divisor has a factor or a term too many."
    DROP_RIGHT = 1.6, "The right side of an operation is too much."
    NEGATE_AND_DOUBLE = 1.6, "A minus and a factor of 2 are missing."
    TWICE_THE_MEAN = 1.6, "A factor of 2 and the division by the number of samples are missing."
    NOT_IN_PLACE = 1.7, "An update changes an array that something else holds."
    OTHER_OPERATOR = 1.7, "An operator is wrong."
    MOVE = 1.8, "A statement belongs elsewhere."
    DROP_LEFT = 1.9, "The left side of an operation is too much."
    SWAP_STATEMENTS = 1.9, "Two statements are in the wrong order."
    TURN_THE_TEST = 1.9, "A condition is the wrong way round."
    UPDATE = 1.9, "`=` stands where `-=` or `+=` belongs."
    ASSIGN = 2.0, "`+=` or `-=` stands where `=` belongs."
    DIVIDE_BY_COUNT = 2.0, "The division by the number of samples is missing."
    DOUBLE = 2.0, "A factor of 2 is missing."
    DROP_ARGUMENT = 2.0, "An argument is too much."
    TIMES_COUNT = 2.0, "A term is divided by the number of samples with the rest of a sum."
    TRANSPOSE = 2.0, "A `.T` is missing."
    OTHER_NAME = 2.1, "Another name is meant."
    NAME_FOR_NUMBER = 2.2, "A number stands where a name belongs."
    ADD_ABSOLUTE = 2.3, "The absolute value is missing."
    ADD_MEAN = 2.4, "The mean is missing."
    ADD_ROOT = 2.4, "The root is missing."
    ADD_SUM = 2.4, "The sum is missing."
    SQUARE = 2.4, "The square is missing."
    PUT_IN = 2.5, "A statement of the right method is missing."

    def __init__(self, cost: float, slip: str) -> None:
        self.cost, self.slip = cost, slip


REMOVES = frozenset({Kind.REMOVE, Kind.REMOVE_AN_IF, Kind.REMOVE_A_TRIAL})
ANEW = frozenset({Kind.REWRITE, Kind.WRAP, Kind.CALL_THE_METHOD, Kind.ASKED_BY_THE_TWIST})
"""They write a value anew."""
NUMBERS = frozenset({Kind.OTHER_NUMBER, Kind.ONE_TO_TWO, Kind.TWO_TO_ONE, Kind.OTHER_INDEX})
AVERAGED = frozenset({Kind.ADD_MEAN, Kind.SUM_TO_MEAN, Kind.DIVIDE_BY_COUNT})
ROOTS = frozenset({Kind.ADD_ROOT, Kind.VARIANCE_TO_DEVIATION})
OF_A_SIGN = frozenset((
    Kind.OTHER_SIGN, Kind.OTHER_UPDATE, Kind.SWAP_SIDES, Kind.SWAP_ARGUMENTS, Kind.DROP_SIGN, Kind.NEGATE,
))  # fmt: skip
DROPS = frozenset((
    Kind.DROP_RIGHT, Kind.DROP_LEFT, Kind.DROP_DIVISOR, Kind.DROP_ROOT, Kind.DROP_TRANSPOSE, Kind.DROP_SIGN,
    Kind.DROP_CALL, Kind.DROP_INDEX, Kind.DROP_KEYWORD, Kind.DROP_ARGUMENT, Kind.DROP_CONDITION,
    Kind.DROP_NOT,
))  # fmt: skip
TWO_FACTORS = {
    Kind.NEGATE_AND_DOUBLE: {Kind.NEGATE, Kind.DOUBLE},
    Kind.TWICE_THE_MEAN: {Kind.DIVIDE_BY_COUNT, Kind.DOUBLE},
}
"""They add what each of these adds, and are only tried if both are likely."""
OF_TWO_PLACES = frozenset((
    Kind.SWAP_SIDES, Kind.SWAP_ARGUMENTS, Kind.SWAP_PARTS, Kind.SWAP_NAMES,
    Kind.SWAP_STATEMENTS, Kind.SWAP_BETWEEN, Kind.REMOVE_TWO,
))  # fmt: skip
"""They change two places, and only one of them has to be blamed."""
SHAPES = ANEW | {
    Kind.NUMPY_FOR_MATH, Kind.OF_NUMPY, Kind.DROP_CALL, Kind.DROP_INDEX, Kind.UNWRAP,
}  # fmt: skip
"""They change how something is computed, not just its value: what makes work grow."""
OF_A_CONDITION = frozenset((
    Kind.OTHER_COMPARISON, Kind.OTHER_THRESHOLD, Kind.INFINITE_START, Kind.UNREAD_FOR_NUMBER,
    Kind.DROP_CONDITION, Kind.DROP_NOT, Kind.FIRST_SIZE,
))  # fmt: skip
"""They make sense in a condition: another comparison, or one condition less."""
OF_A_LOST_VALUE = REMOVES | {
    Kind.JOIN_LINES, Kind.ASSIGN_IT, Kind.RETURN_IT, Kind.STORE_IT, Kind.STORE_UNREAD, Kind.STORE_RESULT,
}  # fmt: skip
"""They use a value that a statement computes for nothing."""
OF_A_DEFINITION = NUMBERS | DROPS | {
    Kind.UNREAD_FOR_NUMBER, Kind.UNREAD_FOR_NAME, Kind.ZEROS, Kind.DIVIDE_BY_COUNT, Kind.DOUBLE,
    Kind.SWAP_PARTS, Kind.SWAP_NAMES, Kind.REMOVE, Kind.ONE_AXIS, Kind.OWN_COPY, Kind.TIMES_COUNT,
}  # fmt: skip
"""They are as likely where a name is defined as where it is used: a number or a factor is wrong."""
ANYWHERE = frozenset({Kind.ASKED_BY_THE_TWIST, Kind.ADD_EACH})
"""They are as likely in a helper: a missing part may be missing there."""
CALLS_LESS = frozenset((
    Kind.DROP_CALL, Kind.NEAR_NAME, Kind.OTHER_NAME, Kind.UNREAD_FOR_NAME, Kind.NEAR_ATTRIBUTE,
    Kind.OTHER_FUNCTION, Kind.LOCAL_FOR_ATTRIBUTE, Kind.UNREAD_FOR_ATTRIBUTE, Kind.ATTRIBUTE_FOR_LOCAL,
))  # fmt: skip
"""After them a function may no longer be called."""
WITH_HELPER = frozenset((
    Kind.ALL_SAMPLES, Kind.DROP_RIGHT, Kind.DROP_LEFT, Kind.DROP_DIVISOR, Kind.COUNT_ITSELF, Kind.STORE_BACK,
    Kind.WITHOUT_MEMORY, Kind.OTHER_MEMBER, Kind.OWN_MEMBER, Kind.USE_THE_ARGUMENT, Kind.ANY_RANK,
))  # fmt: skip
"""After them, what only they used goes too."""
TOGETHER = frozenset((
    Kind.TIMES_UNREAD, Kind.UNREAD_FOR_ATTRIBUTE, Kind.LOCAL_FOR_ATTRIBUTE, Kind.UNREAD_FOR_NAME,
))  # fmt: skip
"""They are likelier in several places than in one."""
WHOLE = frozenset((
    Kind.RENAME, Kind.RENAME_ATTRIBUTES, Kind.SIGNATURE, Kind.IMPORT,
    Kind.COLON, Kind.ANY_VALUE, Kind.CALL_PRINT, Kind.CLOSE_BRACKET,
    Kind.DROP_BRACKET, Kind.PLAIN_QUOTES, Kind.CLOSE_QUOTE, Kind.INDENT, Kind.INTO_THE_CLASS,
))  # fmt: skip
"""They belong in one place, or change all places already."""
ONCE = WHOLE | {
    Kind.USE_THE_ARGUMENT, Kind.REWRITE, Kind.WRAP, Kind.CALL_THE_METHOD, Kind.WITHOUT_MEMORY, Kind.ANY_RANK,
    Kind.PUT_IN, Kind.ADD_A_RETURN, Kind.END_EARLY, Kind.PREPARE, Kind.MOVE, Kind.MOVE_TWO, Kind.MOVE_AN_EXIT,
    Kind.MOVE_AND_USE, Kind.STORE_BACK, Kind.OTHER_DEFAULT, Kind.SWAP_BETWEEN, Kind.SWAP_STATEMENTS,
    Kind.COUNT, Kind.START_AGAIN, Kind.REMOVE_TWO, Kind.COLLECT, Kind.OTHER_LITERAL,
    Kind.OWN_ARGUMENT, Kind.OWN_MEMBER, Kind.OTHER_MEMBER, Kind.OWN_HELPER, Kind.JOIN_LINES, Kind.AT_ONCE,
    Kind.BEGIN_ANEW, Kind.FIRST_SIZE, Kind.OF_A_PART, Kind.FEED_BACK,
}  # fmt: skip
"""They are not repeated in several places."""
