#compdef kata
# Completion of kata for zsh. For this shell, after compinit: eval "$(kata completion zsh)"
_kata() {
    local command=@usual@
    local -a options commands
    if (( CURRENT > 2 )); then
        case $words[2] in
        (@names@) command=$words[2] ;;
        esac
    fi
    case $command:$words[CURRENT-1] in
@values@
    esac
    if [[ $words[CURRENT] == -* ]]; then
        case $command in
@options@
        esac
        _describe -o option options
        return
    fi
    if (( CURRENT == 2 )); then
        commands=(@commands@)
        _describe command commands
    fi
    case $command in
@words@
    esac
}
compdef _kata kata
