# Completion of kata for fish. Once: kata completion fish > ~/.config/fish/completions/kata.fish
function __kata_first
    test (count (commandline -opc)) -eq 1
end
function __kata_is
    set -l typed (commandline -opc)
    set -l found @usual@
    if set -q typed[2]; and contains -- $typed[2] @names@
        set found $typed[2]
    end
    test $found = $argv[1]
end
complete -c kata -f
@rows@
