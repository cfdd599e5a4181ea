"""`edit`: open the learner's editor at the line that needs work."""

import os
import shlex
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..kata import Kata, find_kata
from ..submission import Submission, UsageError
from ..verdict import GIVEN, Verdict
from . import hint
from .shared import streams, target

GOTO, COLON = ("-g", "{file}:{line}"), ("{file}:{line}",)
PLUS, LINE = ("+{line}", "{file}"), ("--line", "{line}", "{file}")
FORMS = {
    GOTO: "code code-insiders code-oss codium vscodium cursor windsurf positron",
    COLON: "subl sublime_text zed zeditor hx helix",
    PLUS: "vi vim nvim gvim mvim nano pico emacs emacsclient micro kak joe mg ne zile gedit pluma xed bbedit",
    LINE: "idea pycharm charm clion goland webstorm phpstorm rubymine rustrover rider studio"
    " kate kwrite mousepad geany mate",
    ("-n{line}", "{file}"): "notepad++",
}
IN_A_TERMINAL = "vi vim nvim nano pico emacs emacsclient micro kak joe mg ne zile hx helix"
NO_WINDOW = {"-nw", "-t", "-tty", "--tty", "--no-window-system"}
"""The options that keep Emacs in the terminal."""
ENDINGS = (".exe", ".cmd", ".bat", ".sh")
NONE_SET = """\
Neither $VISUAL nor $EDITOR says which editor you use. Set one of them, for example: export EDITOR=code"""

OTHER_EDITOR = "To use another editor, set $VISUAL or, if that is empty, $EDITOR."


@dataclass(frozen=True)
class Editor:
    """The learner's editor: its command, and how it takes a line number."""

    words: tuple[str, ...]  # the program and the arguments that the environment gives it
    name: str  # of the program, without folder and extension

    @property
    def form(self) -> tuple[str, ...]:
        """The arguments that open a file at a line; for an unknown editor, only the file."""
        return next((form for form, names in FORMS.items() if self.name in names.split()), ("{file}",))

    @property
    def knows_lines(self) -> bool:
        """Whether we know how to pass it a line number."""
        return "{line}" in "".join(self.form)

    @property
    def in_a_terminal(self) -> bool:
        """Whether it runs in the terminal; we assume that an unknown editor does."""
        if "emacs" in self.name and not NO_WINDOW & set(self.words):
            client, desktop = self.name == "emacsclient", sys.platform in ("darwin", "win32")
            return not (client or desktop or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
        return self.name in IN_A_TERMINAL.split() or not self.knows_lines

    def at(self, path: str, line: int) -> list[str]:
        """The command that opens a file at a line."""
        file = "./" + path if path.startswith(("-", "+")) else path
        return [*self.words, *(part.format(file=file, line=line) for part in self.form)]


def run(args: Namespace) -> int:
    """Grade the exercise, and open it at the first finding or at the code that is still to be written."""
    kata = target.twisted(find_kata(args.exercise), args, own=True)
    step = hint.step_named(args.words, kata, "edit")
    learners = target.read(kata, None)
    editor = chosen(os.environ)
    verdict = target.graded(kata, learners, hints=False)
    line = line_of(kata, verdict, learners, step)
    place = f"{learners.path}:{line}" if editor.knows_lines else f"{learners.path}; go to line {line}"
    streams.show(lambda page: page.prose(f"Opening in {editor.name}: {page.line(place)}"))
    return _open(editor, editor.at(learners.path, line))


def line_of(kata: Kata, verdict: Verdict, learners: Submission, step: str | None) -> int:
    """The line to open: that of the first finding (of `step`, if given), or where its code belongs."""
    errors = verdict.errors if step is None or not verdict.loaded else ()
    findings = errors or [f for f in verdict.findings if step in (None, f.step)]
    status = next((s.status for s in verdict.steps if s.name == step), None)
    if not findings and status in ("failed", "blocked"):
        findings = verdict.errors  # what blocks it
    if line := next((found.line for found in findings if found.line is not None), None):
        return line
    return next(_lines_of_code(kata, verdict, learners, step), 1)


def _lines_of_code(kata: Kata, verdict: Verdict, learners: Submission, step: str | None) -> Iterator[int]:
    """Lines where the code of the step is or belongs (of all todo steps, if none is named), best first."""
    from ..engine.source.outline import Outline

    outline = Outline(learners.source, kata.declaration)
    todo = [s.name for s in verdict.steps if s.status == "todo"]
    named = [step] if step else todo
    methods = ["__init__"] if step == GIVEN else []
    methods += [m.name for m in kata.declaration.methods if m.step in named]
    for name in methods or [m.name for m in kata.declaration.methods if m.step in todo]:
        if node := outline.function(name):
            numbers = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            yield from (n for n in numbers if "TODO" in learners.lines[n - 1])
            yield outline.first_line_of(name) or node.lineno
    if line := outline.line_of_only_class():
        yield line


def _open(editor: Editor, command: list[str]) -> int:
    """Start the editor; if it runs in the terminal, wait until it is closed. Return the exit status."""
    try:
        if editor.in_a_terminal:
            return _ended(editor, subprocess.run(command, check=False).returncode)
        null = subprocess.DEVNULL
        subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)
    except OSError as error:
        said = f"{command[0]} cannot be started: {error.strerror}. {OTHER_EDITOR}"
        raise UsageError(said) from None
    return 0


def _ended(editor: Editor, status: int) -> int:
    """Say so if the editor failed; return the exit status of `edit`."""
    if status == 0:
        return 0
    how = f"status {status}" if status > 0 else f"signal {-status}"
    streams.tell(f"{editor.name} ended with {how}. Check that your file is saved. {OTHER_EDITOR}")
    return 1


def chosen(environment: Mapping[str, str]) -> Editor:
    """The editor that $VISUAL or, if that is empty, $EDITOR names.

    Raises:
        UsageError: if neither names one, or it cannot be parsed or found; says what to do.
    """
    name = next((name for name in ("VISUAL", "EDITOR") if environment.get(name, "").strip()), None)
    if name is None:
        raise UsageError(NONE_SET)
    text = environment[name].strip()
    try:
        words = [text] if Path(text).is_file() else shlex.split(text, posix=os.name == "posix")
    except ValueError as error:
        raise UsageError(f"${name} is {text!r}, which cannot be read: {error}. Correct it.") from None
    found = shutil.which(words[0]) if words else None
    if found is None:
        raise UsageError(f"${name} is {text!r}, but there is no such program. Set it to your editor.")
    return Editor((found, *words[1:]), _known(found))


def _known(program: str) -> str:
    """The program's name or, if FORMS only has the name of the file it links to, that name."""
    names = [_name(program), _name(os.path.realpath(program))]
    known = " ".join(FORMS.values()).split()
    return next((name for name in names if name in known), names[0])


def _name(program: str) -> str:
    name = os.path.basename(program).lower()
    for ending in ENDINGS:
        name = name.removesuffix(ending)
    return "vim" if name.startswith("vim.") else name.removesuffix("64")
