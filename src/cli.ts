// The command tree; the only place where an error is caught and an exit status is set.

import { Command, InvalidArgumentError } from "@commander-js/extra-typings";
import { CommanderError } from "commander";
import { openSession, type Session } from "./io/session.ts";
import { UserError } from "./problem.ts";

/** Runs a command line (as process.argv) and sets the exit status; nothing is thrown. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = makeProgram((status) => {
    process.exitCode = status;
  });
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => process.exit(status));
  }
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/** The command tree. `finish` takes the exit status of the command that was run. */
export function makeProgram(finish: (status: number) => void): Command {
  const program = new Command("roundup")
    .description("From story notes in markdown to a finished episode of a scripted news podcast.")
    .version(ROUNDUP_VERSION, "-V, --version", "print the version")
    .option("--show <folder>", "the show's folder (default: the nearest one upwards)", readText)
    .option("--quiet", "say nothing but problems")
    .option("--no-color", "print without colours")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showHelpAfterError("(run with --help for the options)");

  const run = async (
    command: { optsWithGlobals: () => unknown },
    work: (session: Session) => Promise<number>,
  ) => {
    const options = command.optsWithGlobals() as { show?: string; quiet?: true; color: boolean };
    const session = openSession({
      showFolder: options.show ?? null,
      quiet: options.quiet ?? false,
      color: options.color,
    });
    finish(await work(session));
  };

  program
    .command("build")
    .summary("make an episode's documents")
    .description(
      "Makes the transcript, show notes, sources, newsletter and episode.json of an episode in out/<slug>/. Without a name it takes the latest episode by date and number.",
    )
    .argument("[episode...]", "numbers, slugs or paths of episodes")
    .option("--all", "every episode; those without an error are written")
    .option("--out <folder>", "write below this folder instead of the show's out/", readText)
    .option("--watch", "build again at every change, until Ctrl-C")
    .option("--json", "print what was written as JSON")
    .addHelpText("after", "\nExample:\n  roundup build 2 --out /tmp/episodes")
    .action((episodes, options, command) =>
      run(command, async (session) => {
        const settings = { all: options.all ?? false, out: options.out ?? null, json: options.json ?? false };
        const { build } = await import("./commands/build.ts");
        if (!options.watch) return build(session, episodes, settings);
        const { watch } = await import("./commands/watch.ts");
        return watch(session, () => build(session, episodes, settings));
      }),
    );

  program
    .command("rundown")
    .summary("show the running order and the clock")
    .description("Prints an episode in running order: words, read time, and the clock at start and end.")
    .argument("[episode]", "number, slug or path of an episode (default: the latest)")
    .option("--json", "print as JSON, times in seconds")
    .addHelpText("after", "\nExample:\n  roundup rundown 2")
    .action((episode, options, command) =>
      run(command, async (session) => {
        const { showRundown } = await import("./commands/rundown.ts");
        return showRundown(session, episode, { json: options.json ?? false });
      }),
    );

  return program as unknown as Command;
}

/** A value of an option: never empty, and never the next option by mistake. */
function readText(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("Expected a value, not nothing.");
  if (value.startsWith("-") && value !== "-") {
    throw new InvalidArgumentError(
      "Expected a value, not another option; write ./-name for a file of that name.",
    );
  }
  return value;
}

/** Says what went wrong, and gives the exit status. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(`roundup: ${error.message}.\n${error.hint === "" ? "" : `${error.hint}\n`}`);
    return error.exitStatus;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `roundup: a fault of the program, not of your files. Please report it with these lines:\n${trace}\n`,
  );
  return 1;
}
