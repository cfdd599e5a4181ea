# Completion of kata for bash. For this shell: eval "$(kata completion bash)"
_kata() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local command=@usual@ words='' files='' IFS=$' \t\n'
    if [[ $word == = ]]; then
        word=''
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    if ((COMP_CWORD > 1)); then
        case ${COMP_WORDS[1]} in
        @names@) command=${COMP_WORDS[1]} ;;
        esac
    fi
    case $command:$before in
@values@
        *)
        case $command:$word in
@words@
        esac
        if ((COMP_CWORD == 1)) && [[ $word != -* ]]; then
            words+=' @commands@'
        fi ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    if [[ $files ]]; then
        IFS=$'\n'
        COMPREPLY+=($(compgen -f -- "$word"))
    fi
}
complete -o filenames -F _kata kata
