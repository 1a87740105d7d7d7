// The command tree; the only place where an error is caught and an exit status is set, but for signals and
// streams, which io/session.ts looks after.

import { Command, Option } from "@commander-js/extra-typings";
import { CommanderError } from "commander";
import { parseDuration } from "./input/duration.ts";
import { formatUserError, guardProcess, openSession, type Session } from "./io/session.ts";
import { listCommands } from "./list-commands.ts";
import { Interrupted, UserError } from "./problem.ts";
import {
  makeChoice,
  readChoice,
  readFormats,
  readOrder,
  readOut,
  readTemperature,
  readText,
  readWords,
  suggest,
} from "./read-options.ts";

/** Runs a command line (as process.argv) and sets the exit status; nothing is thrown. */
export async function main(argv: readonly string[]): Promise<void> {
  guardProcess();
  const program = makeProgram((status) => {
    process.exitCode ||= status;
  });
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
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(rephrase(text)) })
    .exitOverride()
    .showHelpAfterError("Run it with --help to see what it takes.")
    .addHelpText("after", "\nExample:\n    roundup init my-show\n    cd my-show\n    roundup build");

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
        const settings = {
          all: options.all ?? false,
          out: options.out ?? null,
          json: options.json ?? false,
          watched: options.watch ?? false,
        };
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

  program
    .command("draft")
    .summary("write the words between the stories")
    .description(
      "Writes what joins the stories into narration.md: intro, segues and outro, drafted by a language model that is asked once for the whole episode. What the stories do not support is refused, and the built-in words stand there. Words of a person are never overwritten unless their place is named. The key is only ever read from OPENAI_API_KEY; without one, the built-in narration is written.",
    )
    .argument("[episode]", "number, slug or path of an episode (default: the latest)")
    .option("--only <places>", "only these places, with commas between: intro, outro, ids, slugs", readWords)
    .option("--redraft <places>", "write these places anew, whoever wrote them", readWords)
    .option("--title", "also propose a title and a summary, printed for episode.md")
    .option("--model <name>", "the model to ask (default: narration.model)", readText)
    .option("--temperature <number>", "0 to 2, for models that take one", readTemperature)
    .option("--review", "show each new passage beside the old one, and ask")
    .option("--dry-run", "print the request and about how many tokens it has; send nothing")
    .option("--fresh", "ask again even where the same request was answered before")
    .option("--offline", "ask no model: write the built-in narration")
    .addHelpText("after", "\nExample:\n  roundup draft 2 --offline")
    .action((episode, options, command) => {
      const silly = [
        options.dryRun && "--dry-run",
        options.fresh && "--fresh",
        options.title && "--title",
        options.review && "--review",
      ].find(Boolean);
      if (options.offline && silly)
        return command.error(`${silly} is for a model, and --offline asks none\nGive one of the two.`);
      return run(command, async (session) => {
        const { draft } = await import("./commands/draft.ts");
        return draft(session, episode, {
          only: options.only ?? null,
          redraft: options.redraft ?? [],
          model: options.model ?? null,
          temperature: options.temperature ?? null,
          title: options.title ?? false,
          dryRun: options.dryRun ?? false,
          review: options.review ?? false,
          offline: options.offline ?? false,
          fresh: options.fresh ?? false,
        });
      });
    });

  program
    .command("export")
    .summary("make the script for recording")
    .description(
      "Makes the script that is read while recording, in out/<slug>/script.*: html is the prompter, docx and pdf are for paper, txt for a tablet, ssml for a speech synthesiser, fountain for programs that read screenplays.",
    )
    .argument("[episode]", "number, slug or path of an episode (default: the latest)")
    .option(
      "--format <formats>",
      "html (the default), docx, pdf, txt, ssml, fountain, several with commas, or all",
      readFormats,
    )
    .option("-o, --out <folder>", "write below this folder instead of the show's out/; - prints", readOut)
    .option("--page-per-story", "begin each story on a page of its own (docx, pdf)")
    .addOption(
      new Option("--paper <size>", "a4 (the default) or letter (docx, pdf)").argParser((word: string) =>
        readChoice(word, ["a4", "letter"]),
      ),
    )
    .option("--no-sources", "leave out the sources at the end of each story (docx, pdf)")
    .addHelpText("after", "\nExample:\n  roundup export 2 --format html,pdf")
    .action((episode, options, command) => {
      const formats = options.format ?? ["html"];
      const forPaper = [
        options.paper && "--paper",
        options.pagePerStory && "--page-per-story",
        !options.sources && "--no-sources",
      ].find(Boolean);
      if (forPaper && !formats.includes("docx") && !formats.includes("pdf"))
        return command.error(`${forPaper} is for docx and pdf\nAdd --format docx or --format pdf.`);
      return run(command, async (session) => {
        const { exportScript } = await import("./commands/export.ts");
        return exportScript(session, episode, {
          formats,
          out: options.out ?? null,
          pagePerStory: options.pagePerStory ?? false,
          paper: options.paper ?? "a4",
          sources: options.sources,
        });
      });
    });

  program
    .command("rate")
    .summary("learn the presenter's rate from a recording")
    .description(
      "Prints the presenter's words a minute, from the length of a recording, or with the pauses from its captions. --save writes them into roundup.yaml.",
    )
    .argument("[episode]", "number, slug or path of the episode that was recorded (default: the latest)")
    .option("--time <time>", "the recording's length, m:ss or h:mm:ss", readText)
    .option("--words <number>", "the words that were said (default: those of the episode)", readText)
    .option("--captions <file>", "captions of the recording, WebVTT or SRT", readText)
    .option("--save", "write the figures into roundup.yaml")
    .option("--json", "print as JSON, times in seconds")
    .addHelpText("after", "\nExample:\n  roundup rate 2 --time 8:51 --save")
    .action((episode, { words, time, captions, save, json }, command) =>
      run(command, async (session) => {
        const { rate } = await import("./commands/rate.ts");
        return rate(session, episode, { words, time, captions, save: save ?? false, json: json ?? false });
      }),
    );

  program
    .command("fit")
    .summary("propose what to drop to reach a time")
    .description(
      "Proposes which paragraphs to drop so that the script takes a time at most, of those that begin with <!-- fit: can go -->, with the fewest seconds lost, and shows the new clock. Dropped ones stay in the notes as <!-- fit: dropped -->, and are taken back where there is time.",
    )
    .argument("[time]", "the running time wanted, m:ss (default: the episode's target)")
    .argument("[episode]", "number, slug or path of an episode (default: the latest)")
    .option("--apply", "change the marks in the notes; without it nothing is changed")
    .addHelpText("after", "\nExample:\n  roundup fit 8:00 2")
    .action((time, episode, options, command) => {
      // A lone word that is no time is the episode.
      const seconds = time === undefined ? null : parseDuration(time);
      const isMeant = episode !== undefined || /^\d*[:.,]\d*$/.test(time ?? "");
      if (time !== undefined && !seconds && isMeant)
        return command.error(`unexpected time '${time}', expected m:ss or h:mm:ss, such as 8:00`);
      return run(command, async (session) => {
        const { fitEpisode } = await import("./commands/fit.ts");
        const asked = seconds === null ? (episode ?? time) : episode;
        return fitEpisode(session, asked, { seconds, apply: options.apply ?? false });
      });
    });

  program
    .command("sign-off")
    .summary("record who examined what is spoken")
    .description(
      "Records in narration.md who examined all that is spoken in an episode, and today's date. A change of any word, or of the order, makes it void, and build says so.",
    )
    .argument("[episode]", "number, slug or path of an episode (default: the latest)")
    .requiredOption("--as <name>", "the name of the person who examined it", readText)
    .addHelpText("after", '\nExample:\n  roundup sign-off 2 --as "Ann Lee"')
    .action((episode, options, command) =>
      run(command, async (session) => {
        const { signOff } = await import("./commands/sign-off.ts");
        return signOff(session, episode, options.as);
      }),
    );

  program
    .command("init")
    .summary("make a new show")
    .description(
      "Makes a show that builds at once: settings with every key explained, one episode, one story a segment.",
    )
    .argument("[folder]", "where to make it (default: this folder)", readText)
    .option("--templates", "also copy the built-in templates, to be changed")
    .addHelpText("after", "\nExample:\n  roundup init my-show")
    .action((folder, options, command) =>
      run(command, async (session) => {
        const { init } = await import("./commands/init.ts");
        return init(session, folder, { templates: options.templates ?? false });
      }),
    );

  const scaffold = program
    .command("new")
    .summary("make a new episode or story")
    .description("Makes the file of a new episode or story. Nothing is ever overwritten.")
    .helpCommand(false)
    .addHelpText(
      "after",
      '\nExample:\n  roundup new story "Borough opens a digital front door" --segment local',
    );
  scaffold
    .command("episode")
    .summary("make a new episode")
    .description("Makes an episode with the next number. On a terminal it asks for a title that is missing.")
    .argument("[title]", "its title, without the number")
    .option("--date <date>", "the day it comes out, YYYY-MM-DD (default: today)", readText)
    .option("--slug <slug>", "the name of its folder (default: from number and title)", readText)
    .addHelpText("after", '\nExample:\n  roundup new episode "Winter pressures" --date 2026-12-01')
    .action((title, options, command) =>
      run(command, async (session) => {
        const { newEpisode } = await import("./commands/new.ts");
        return newEpisode(session, title, { date: options.date, slug: options.slug });
      }),
    );
  scaffold
    .command("story")
    .summary("make a new story")
    .description(
      "Makes a story note, a draft at the end of its segment. On a terminal it asks for what is missing.",
    )
    .argument("[title]", "the headline")
    .option("--episode <episode>", "number, slug or path of its episode (default: the latest)", readText)
    .option("--inbox", "make it in the inbox, for no episode yet")
    .option("--segment <id>", "its segment (default when piped: the episode's first)", readText)
    .option("--url <address>", "the address of its source", readText)
    .option("--slug <slug>", "the name of its file (default: from the title)", readText)
    .addHelpText(
      "after",
      '\nExample:\n  roundup new story "Borough opens a digital front door" --segment local',
    )
    .action((title, { episode, inbox, segment, url, slug }, command) => {
      if (inbox && episode !== undefined)
        return command.error("--episode and --inbox contradict each other\nGive one of the two.");
      return run(command, async (session) => {
        const { newStory } = await import("./commands/new.ts");
        return newStory(session, title, { episode, isForInbox: inbox ?? false, segment, url, slug });
      });
    });

  program
    .command("add")
    .summary("collect a story from a page or a file")
    .description(
      "Makes a story note and a capture of each page: title, authors, publication, date and address, each with where it was found, and the article's text in captures/. The words to be spoken stay yours to write. Takes addresses, saved pages and text files, and with - the text or the list of addresses on standard input. A page that refuses programs, wants a login or is over 10 MB: save it in a browser and add the file.",
    )
    .argument("<page...>", "addresses, files, or - for standard input")
    .option("--episode <episode>", "number, slug or path of its episode (default: the inbox)", readText)
    .option("--segment <id>", "its segment (default: told from the page)", readText)
    .option("--again", "collect a page that is collected already")
    .option("--allow-local", "ask addresses of this machine and of private networks too")
    .addHelpText("after", "\nExample:\n  roundup add saved-page.html --episode 18")
    .action((pages, { episode, segment, again, allowLocal }, command) =>
      run(command, async (session) => {
        const { add } = await import("./commands/add.ts");
        return add(session, pages, {
          episode: episode ?? null,
          segment: segment ?? null,
          again: again ?? false,
          allowLocal: allowLocal ?? false,
        });
      }),
    );

  program
    .command("feeds")
    .summary("look through feeds for new stories")
    .description(
      "Looks at the feeds that roundup.yaml names and prints what is new since the last look and in no episode or inbox yet: date, title, address, and the segment that its words tell. On a terminal it asks which go into the inbox.",
    )
    .option("--add", "take every new item into the inbox, as roundup add does")
    .option("--all", "print what was seen or collected before as well")
    .option("--json", "print as JSON")
    .option("--allow-local", "ask addresses of this machine and of private networks too")
    .addHelpText("after", "\nExample:\n  roundup feeds --add")
    .action(({ add, all, json, allowLocal }, command) => {
      if (add && json) return command.error("--add and --json contradict each other\nGive one of the two.");
      return run(command, async (session) => {
        const { showFeeds } = await import("./commands/feeds.ts");
        return showFeeds(session, {
          add: add ?? false,
          all: all ?? false,
          json: json ?? false,
          allowLocal: allowLocal ?? false,
        });
      });
    });

  program
    .command("rename")
    .summary("rename a story")
    .description("Renames a story note together with its narration, drafts and captures.")
    .argument("<story>", "slug or path of the story")
    .argument("<slug>", "its new slug")
    .option(
      "--episode <episode>",
      "number, slug or path of its episode, or inbox, where several have the story",
      readText,
    )
    .addHelpText("after", "\nExample:\n  roundup rename bin-lorry-tablets tablets-in-the-cab")
    .action((story, slug, options, command) =>
      run(command, async (session) => {
        const { rename } = await import("./commands/rename.ts");
        return rename(session, story, slug, { episode: options.episode });
      }),
    );

  program
    .command("inbox")
    .summary("list the stories of the inbox")
    .description(
      "Prints the stories that belong to no episode yet, by segment and age: what they are of, whether they have words and a saved text, and which texts are in doubt. Days count from when a source was read, or else published.",
    )
    .option("--json", "print as JSON")
    .addHelpText("after", "\nExample:\n  roundup inbox")
    .action((options, command) =>
      run(command, async (session) => {
        const { showInbox } = await import("./commands/inbox.ts");
        return showInbox(session, { json: options.json ?? false });
      }),
    );

  program
    .command("move")
    .summary("file, hold or order stories")
    .description(
      "Moves stories with their captures from the inbox to an episode, between episodes, or back to the inbox: all or none, and nothing is overwritten. With --hold, --release or --order alone they stay where they are.",
    )
    .argument("<story...>", "slugs or paths of stories")
    .option("--to <episode>", "number, slug or path of the episode to move them to, or inbox", readText)
    .option("--from <episode>", "where they are, where several have a story of that name", readText)
    .option("--hold", "set status to held: it stays out of what is built")
    .option("--release", "set status to ready")
    .option("--order <number>", "set where it stands in its segment", readOrder)
    .addHelpText("after", "\nExample:\n  roundup move bin-lorry-tablets --order 3")
    .action((stories, { to, from, hold, release, order }, command) => {
      if (hold && release)
        return command.error("--hold and --release contradict each other\nGive one of the two.");
      if (order !== undefined && stories.length > 1)
        return command.error("--order is for one story\nMove them one by one.");
      if (to === undefined && !hold && !release && order === undefined)
        return command.error(
          "nothing to do\nName an episode or the inbox with --to, or give --hold, --release or --order.",
        );
      return run(command, async (session) => {
        const { moveStories } = await import("./commands/move.ts");
        const status = hold ? "held" : release ? "ready" : undefined;
        return moveStories(session, stories, { to, from, change: { status, order } });
      });
    });

  program
    .command("due")
    .summary("list promises that fall due")
    .description(
      "Prints what stories promised to look at again (their key follow) and what falls due by the next episode, the oldest first, with the sentence that was spoken. The next episode is the first to come, or the latest and the show's cadence.",
    )
    .option("--all", "every promise, whenever it falls due")
    .option("--before <date>", "those that fall due before this day, YYYY-MM-DD", readText)
    .option("--json", "print as JSON")
    .addHelpText("after", "\nExample:\n  roundup due")
    .action((options, command) => {
      const { all, before, json } = options;
      if (all && before !== undefined)
        return command.error("--all and --before contradict each other\nGive one of the two.");
      return run(command, async (session) => {
        const { showDue } = await import("./commands/due.ts");
        return showDue(session, { all: all ?? false, before, json: json ?? false });
      });
    });

  program
    .command("schema")
    .summary("print the JSON Schemas of a show's files")
    .description(
      "Prints a JSON Schema (draft 7), for editors and other programs; all of them by name if none is named.",
    )
    .addArgument(makeChoice("[name]", "which one", SCHEMA_CHOICES))
    .addHelpText("after", "\nExample:\n  roundup schema story")
    .action((name, _options, command) =>
      run(command, async (session) => {
        const { showSchemas } = await import("./commands/schema.ts");
        return showSchemas(session, name);
      }),
    );

  program
    .command("completion")
    .summary("print a completion script for a shell")
    .description("Prints a script that completes commands, options and episodes.")
    .addArgument(makeChoice("<shell>", "your shell", ["bash", "zsh", "fish"]))
    .addHelpText("after", "\nExample:\n  source <(roundup completion bash)")
    .action((shell, _options, command) =>
      run(command, async (session) => {
        const { showCompletion } = await import("./commands/completion.ts");
        return showCompletion(session, shell, listCommands(program as unknown as Command));
      }),
    );

  program
    .command("help")
    .summary("print help for a command")
    .description("Prints the help of a command, or of the program.")
    .argument("[command...]", "its words")
    .addHelpText("after", "\nExample:\n  roundup help new story")
    .action((words, _options, command) => {
      let found = program as unknown as Command;
      for (const word of words) {
        const names = found.commands.map((one) => one.name());
        const next = found.commands.find((one) => one.name() === word);
        if (!next) return command.error(`unknown command '${word}'${suggest(word, names)}`);
        found = next as unknown as Command;
      }
      found.outputHelp();
    });

  return program as unknown as Command;
}

const SCHEMA_CHOICES = ["story", "episode", "show", "names", "narration", "episode-json"] as const;

/** Commander's words about a command line in the form of a UserError's: a sentence, and advice beneath. */
function rephrase(text: string): string {
  const [first = "", ...advice] = text
    .replace(/^error: /, "")
    .replace(/^command-argument value ('.*') is invalid for argument '(.*?)'/, "unexpected $2 $1")
    .trim()
    .split("\n");
  const said = first.charAt(0).toUpperCase() + first.slice(1);
  return formatUserError(new UserError(said, advice.join(" ").replace(/^\((.*)\)$/, "$1")));
}

/** Says what went wrong, and gives the exit status. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interrupted) return 130;
  if (error instanceof UserError) {
    process.stderr.write(formatUserError(error));
    return error.exitStatus;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `roundup: a fault of the program, not of your files. Please report it with these lines:\n${trace}\n`,
  );
  return 1;
}
