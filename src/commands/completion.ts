// roundup completion: the command tree -> a script by which a shell completes the command line.
// A show may come from anyone, so no script lets its shell expand the name of a folder that it finds.

import type { Session } from "../io/session.ts";

/** A word that may be typed, and what it is. */
export interface CompletionWord {
  readonly word: string;
  readonly summary: string;
}

/** One command as a shell completes it. */
export interface CompletionCommand {
  /** Its words after `roundup`: `build`, or `new story`; empty for the program itself. */
  readonly name: string;
  /** What may follow: the commands below it, or what its first argument may be. */
  readonly choices: readonly CompletionWord[];
  readonly options: readonly (CompletionWord & { readonly takesValue: boolean })[];
  /** True if its arguments are episodes. */
  readonly takesEpisodes: boolean;
}

/** Prints the script for a shell. */
export async function showCompletion(
  session: Session,
  shell: "bash" | "zsh" | "fish",
  commands: readonly CompletionCommand[],
): Promise<number> {
  session.print({ bash, zsh, fish }[shell](commands));
  return 0;
}

/** The commands that have commands below them, as `new`: the word after them is part of the name. */
function listGroups(commands: readonly CompletionCommand[]): string[] {
  return commands
    .map(({ name }) => name)
    .filter((name) => name !== "" && commands.some((command) => command.name.startsWith(`${name} `)));
}

function listValueOptions(commands: readonly CompletionCommand[]): string[] {
  const options = commands.flatMap((command) => command.options.filter((option) => option.takesValue));
  return [...new Set(options.map((option) => option.word))];
}

/** In bash and zsh alike: the words typed so far -> `typed`, the command; `option`, if a value is due; `show`. */
function readWords(commands: readonly CompletionCommand[], value: string): string {
  return `    if [ -n "$option" ]; then
      [ "$word" = "=" ] && continue
      [ "$option" = --show ] && show="${value}"
      option=""
      continue
    fi
    case "$word" in
      ${listValueOptions(commands).join("|")}) option="$word" ;;
      -*) ;;
      *) case "$typed" in ""|${listGroups(commands).join("|")}) typed="\${typed:+$typed }$word" ;; esac ;;
    esac`;
}

function bash(commands: readonly CompletionCommand[]): string {
  const cases = commands.map(({ name, choices, options }) => {
    const words = [...choices, ...options].map(({ word }) => word);
    return `    "${name}") words="${words.join(" ")}" ;;`;
  });
  const episodes = commands.filter((command) => command.takesEpisodes).map(({ name }) => `:${name}`);
  return `# roundup: completion for bash. Load it with: source <(roundup completion bash)
_roundup_episodes() {
  local folder="\${1:-$PWD}" name
  while [ -z "$1" ] && [ -n "$folder" ] && [ ! -d "$folder/episodes" ]; do folder="\${folder%/*}"; done
  for name in "$folder"/episodes/*/; do
    name="\${name%/}"
    name="\${name##*/}"
    # compgen expands its words, so nothing but a slug may reach it.
    case "$name" in *[!a-z0-9-]*) ;; *) printf ' %s' "$name" ;; esac
  done
}
_roundup() {
  local current="\${COMP_WORDS[COMP_CWORD]}" typed="" option="" show="" words="" word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
${readWords(commands, "$word")}
  done
  case "$typed" in
${cases.join("\n")}
  esac
  case "$option:$typed" in
    --episode:*) words="$(_roundup_episodes "$show")" ;;
    ${episodes.join("|")}) words="$words$(_roundup_episodes "$show")" ;;
    :*) ;;
    *) return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _roundup roundup
`;
}

function zsh(commands: readonly CompletionCommand[]): string {
  const quote = (text: string) => text.replace(/'/g, "'\\''").replace(/:/g, "\\:");
  const cases = commands.map(({ name, choices, options }) => {
    const rows = [...choices, ...options].map(({ word, summary }) => `'${word}:${quote(summary)}'`);
    return `    '${name}') choices=(${rows.join(" ")}) ;;`;
  });
  const episodes = commands.filter((command) => command.takesEpisodes).map(({ name }) => `:${name}`);
  return `#compdef roundup
# roundup: completion for zsh. Load it after compinit with: source <(roundup completion zsh)
_roundup() {
  setopt localoptions extendedglob
  local typed="" option="" show="" folder="" word none=1
  local -a choices episodes
  for word in "\${(@)words[2,CURRENT-1]}"; do
${readWords(commands, `\${(Q)word}`)}
  done
  case "$typed" in
${cases.join("\n")}
  esac
  case "$option:$typed" in
    --episode:*|${episodes.join("|")})
      folder="\${show:-$PWD}"
      while [[ -z $show && ! -d $folder/episodes && $folder != / ]]; do folder="\${folder:h}"; done
      episodes=($folder/episodes/[a-z0-9][a-z0-9-]#(N/:t))
      ;;
  esac
  [[ -n $option ]] && choices=()
  (( $#choices )) && _describe 'roundup' choices && none=0
  (( $#episodes )) && _describe 'episode' episodes && none=0
  (( none )) && _files
}
if [ "\${funcstack[1]}" = "_roundup" ]; then _roundup "$@"; else compdef _roundup roundup; fi
`;
}

function fish(commands: readonly CompletionCommand[]): string {
  const quote = (text: string) => `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}'`;
  const groups = listGroups(commands);
  const lines = commands.flatMap(({ name, choices, options, takesEpisodes }) => {
    const seen = name.split(" ").map((word) => `__fish_seen_subcommand_from ${word}`);
    const below = choices.map(({ word }) => word).join(" ");
    const conditions = [
      ...seen,
      ...(groups.includes(name) ? [`not __fish_seen_subcommand_from ${below}`] : []),
    ];
    const when = name === "" ? "__fish_use_subcommand" : quote(conditions.join("; and "));
    const describe = (summary: string) => (summary === "" ? "" : ` -d ${quote(summary)}`);
    return [
      ...choices.map(
        ({ word, summary }) => `complete -c roundup -n ${when} -f -a ${word}${describe(summary)}`,
      ),
      ...options.map(({ word, summary, takesValue }) => {
        const value = word === "--episode" ? " -x -a '(__roundup_episodes)'" : takesValue ? " -r" : "";
        return `complete -c roundup -n ${when} -l ${word.slice(2)}${value}${describe(summary)}`;
      }),
      ...(takesEpisodes ? [`complete -c roundup -n ${when} -a '(__roundup_episodes)' -d episode`] : []),
    ];
  });
  return `# roundup: completion for fish. Load it with: roundup completion fish | source
function __roundup_episodes
    set -l tokens (commandline -opc)
    set -l folder $PWD
    if set -l place (contains -i -- --show $tokens)
        set folder $tokens[(math $place + 1)]
    else
        while not test -d $folder/episodes; and test $folder != /
            set folder (dirname $folder)
        end
    end
    for episode in $folder/episodes/*/
        string match -r '^[a-z0-9][a-z0-9-]*$' -- (basename $episode)
    end
end
${lines.join("\n")}
`;
}
