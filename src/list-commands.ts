// The command tree -> what may be typed after each command, for the completion of a shell.

import type { Command } from "@commander-js/extra-typings";
import type { CompletionCommand } from "./commands/completion.ts";

/** The program and every command below it, with what may be typed after each. */
export function listCommands(root: Command): CompletionCommand[] {
  const describe = (command: Command, path: readonly string[]): CompletionCommand[] => {
    const [argument] = command.registeredArguments;
    const words = (path[0] === "help" ? root : command).commands.map((one) => ({
      word: one.name(),
      summary: one.summary(),
    }));
    const options = [...command.options, ...(command === root ? [] : root.options)];
    const own = {
      name: path.join(" "),
      choices: [...words, ...(argument?.argChoices ?? []).map((word) => ({ word, summary: "" }))],
      options: [...options.filter((option) => option.long !== "--version").map(describeOption), HELP],
      takesEpisodes: argument?.name() === "episode",
    };
    return [
      own,
      ...command.commands.flatMap((one) => describe(one as unknown as Command, [...path, one.name()])),
    ];
  };
  return describe(root, []);
}

const HELP = { word: "--help", summary: "print help", takesValue: false };

function describeOption(option: {
  readonly long?: string | undefined;
  readonly flags: string;
  readonly description: string;
  readonly required: boolean;
}) {
  return { word: option.long ?? option.flags, summary: option.description, takesValue: option.required };
}
