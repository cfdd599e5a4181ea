"""The learner's editor: which one to use, and how to open a file at a line."""

import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...submission import UsageError

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
