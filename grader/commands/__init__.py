"""The commands, one module each.

Each module `commands/NAME.py` defines `run(args)`, which runs the command and returns the exit status. If
the command has options of its own, `options(parser)` adds them. `args.words` holds the positional
arguments, `args.exercise` the name given by `--exercise`.
"""

COMMANDS = {
    "check": ("[FILE]", "grade FILE, by default the exercise; you can leave out 'check'"),
    "watch": ("[FILE]", "grade FILE at every save, and show the result"),
    "edit": ("[STEP]", "open your editor at the first finding, or at the TODO of a step"),
    "hint": ("[STEP]", "give another hint on what is wrong, or on how to start a step"),
    "fix": ("[FILE]", "write a verified fix into FILE; --undo restores your code"),
    "reset": ("", "reset the file to a blank stub; your code is backed up, --undo restores it"),
    "history": ("", "show your attempts, splits, bests and habits, and when to practise next"),
    "interview": ("", "practise against the clock, with questions and a debrief at the end"),
    "batch": ("PATH...", "grade many files, folders and patterns, and list those that did not pass"),
    "list": ("[EXERCISE]", "list the exercises, or the steps and checks of one, and what passed last"),
    "explain": ("[MISTAKE]", "explain one mistake by its id in a report, or list all"),
    "quiz": ("", "ask the questions that an interviewer asks, and explain each answer"),
    "compare": ("[METHOD]", "compare your code and its behaviour with the reference"),
    "demo": ("", "train your class on data with known parameters"),
    "completion": ("SHELL", "print the completion script of 'kata' for your shell: bash, zsh or fish"),
    "doctor": ("", "check whether everything works on this machine, and say what to do"),
}
"""Every command: its arguments and what it does, in the order of `--help`."""
