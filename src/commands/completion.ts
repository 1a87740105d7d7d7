// roundup completion: the command tree -> a script by which a shell completes the command line.

import type { Session } from "../io/session.ts";

/** One command as a shell completes it. */
export interface CompletionCommand {
  /** Its words after `roundup`: `build`, or `new story`. */
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly summary: string }[];
  /** What its first argument may be. */
  readonly choices: readonly string[];
  /** True if its arguments are episodes. */
  readonly takesEpisodes: boolean;
}

export const SHELLS: readonly string[] = ["bash", "zsh", "fish"];

/** Prints the script for a shell. */
export async function showCompletion(
  session: Session,
  shell: string,
  commands: readonly CompletionCommand[],
): Promise<number> {
  const scripts: Record<string, (commands: readonly CompletionCommand[]) => string> = { bash, zsh, fish };
  session.print(scripts[shell]?.(commands) ?? "");
  return 0;
}

/** Words that may follow the words typed so far, as a table for the shells that match by prefix. */
function listWords(commands: readonly CompletionCommand[]): [string, string[]][] {
  const tops = [...new Set(commands.map((command) => command.name.split(" ")[0] ?? ""))];
  const groups = tops.filter((top) => commands.some((command) => command.name.startsWith(`${top} `)));
  return [
    ["", tops],
    ...groups.map((top): [string, string[]] => [
      top,
      commands
        .filter((command) => command.name.startsWith(`${top} `))
        .map((command) => command.name.slice(top.length + 1)),
    ]),
    ...commands
      .filter((command) => !groups.includes(command.name))
      .map((command): [string, string[]] => [
        command.name,
        [...command.choices, ...command.options.map((option) => option.flag)],
      ]),
  ];
}

function bash(commands: readonly CompletionCommand[]): string {
  const cases = listWords(commands).map(([typed, words]) => `    "${typed}") words="${words.join(" ")}" ;;`);
  const episodes = commands.filter((command) => command.takesEpisodes).map((command) => `"${command.name}"`);
  return `# roundup: completion for bash. Load it with: source <(roundup completion bash)
_roundup() {
  local current="\${COMP_WORDS[COMP_CWORD]}" typed="" words="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) case "$typed" in ""|new) typed="\${typed:+$typed }$word" ;; esac ;; esac
  done
  case "$typed" in
${cases.join("\n")}
  esac
  case "$typed" in
    ${episodes.join("|")}) [ -d episodes ] && words="$words $(command ls episodes)" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _roundup roundup
`;
}

function zsh(commands: readonly CompletionCommand[]): string {
  const quoted = (text: string) => text.replace(/'/g, "'\\''").replace(/:/g, "\\:");
  const tops = listWords(commands)[0]?.[1] ?? [];
  const summaryOf = (name: string) => commands.find((command) => command.name === name)?.summary ?? "";
  const list = (rows: readonly { word: string; summary: string }[]) =>
    rows.map(({ word, summary }) => `'${word}:${quoted(summary)}'`).join(" ");
  const cases = listWords(commands)
    .slice(1)
    .map(([typed, words]) => {
      const command = commands.find((one) => one.name === typed);
      const rows = words.map((word) => ({
        word,
        summary:
          command?.options.find((option) => option.flag === word)?.summary ?? summaryOf(`${typed} ${word}`),
      }));
      return `    '${typed}') words=(${list(rows)})${command?.takesEpisodes ? " episodes=(episodes/*(/N:t))" : ""} ;;`;
    });
  return `#compdef roundup
# roundup: completion for zsh. Load it with: source <(roundup completion zsh)
_roundup() {
  local typed="" word
  local -a words_typed words episodes
  words_typed=("\${(@)words[2,CURRENT-1]}")
  for word in $words_typed; do
    case "$word" in
      -*) ;;
      *) case "$typed" in ''|new) typed="\${typed:+$typed }$word" ;; esac ;;
    esac
  done
  words=()
  case "$typed" in
    '') words=(${list(tops.map((word) => ({ word, summary: summaryOf(word) })))}) ;;
${cases.join("\n")}
  esac
  _describe 'roundup' words
  (( \${#episodes} )) && _describe 'episode' episodes
  _files
}
compdef _roundup roundup
`;
}

function fish(commands: readonly CompletionCommand[]): string {
  const quoted = (text: string) => text.replace(/\\/g, "\\\\").replace(/'/g, "\\'");
  const tops = listWords(commands)[0]?.[1] ?? [];
  const lines = tops.map((top) => {
    const summary = commands.find((command) => command.name === top)?.summary ?? "Make a new one";
    return `complete -c roundup -n __fish_use_subcommand -f -a ${top} -d '${quoted(summary)}'`;
  });
  for (const command of commands) {
    const [top = "", sub] = command.name.split(" ");
    const seen = `__fish_seen_subcommand_from ${top}`;
    const when = sub ? `'${seen}; and __fish_seen_subcommand_from ${sub}'` : `'${seen}'`;
    if (sub) {
      lines.push(
        `complete -c roundup -n '${seen}; and not __fish_seen_subcommand_from ${sub}' -f -a ${sub} -d '${quoted(command.summary)}'`,
      );
    }
    for (const choice of command.choices) lines.push(`complete -c roundup -n ${when} -f -a ${choice}`);
    for (const option of command.options) {
      lines.push(`complete -c roundup -n ${when} -l ${option.flag.slice(2)} -d '${quoted(option.summary)}'`);
    }
    if (command.takesEpisodes) {
      lines.push(`complete -c roundup -n ${when} -f -a '(command ls episodes 2>/dev/null)'`);
    }
  }
  return `# roundup: completion for fish. Load it with: roundup completion fish | source\n${lines.join("\n")}\n`;
}
