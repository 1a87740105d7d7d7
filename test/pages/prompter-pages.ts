// Recordings of one kind and another -> the prompter as a file of each, for tests that open it in a browser.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Script } from "../../src/narration/script.ts";
import { makeRecording, type Recording } from "../../src/render/recording.ts";
import { renderPrompter } from "../../src/render/script-html.ts";
import {
  type EpisodeParts,
  makeBuiltInScript,
  makeScriptOf,
  templates,
  writeEpisode,
  writeStory,
} from "../support/make-episode.ts";
import { projectRoot } from "../support/run-program.ts";

/** A prompter on the disk, and what it was made of. */
export interface PrompterPage {
  readonly recording: Recording;
  readonly file: string;
  readonly address: string;
}

/** Writes the prompter of a script into a folder of its own. */
export function writePrompter(folder: string, name: string, script: Script): PrompterPage {
  const recording = makeRecording(script);
  const { name: document, content } = renderPrompter(recording, templates);
  mkdirSync(join(folder, name), { recursive: true });
  const file = join(folder, name, document);
  writeFileSync(file, content);
  return { recording, file, address: pathToFileURL(file).href };
}

/** The sample show's second episode with its narration, and without its names.yaml. */
export function makeSampleScript(): Script {
  const folder = join(projectRoot, "episodes/002");
  const read = (path: string) => readFileSync(path, "utf8");
  const stories = readdirSync(join(folder, "stories")).map((file): [string, string] => [
    file.replace(/\.md$/, ""),
    read(join(folder, "stories", file)),
  ]);
  return makeScriptOf({
    show: read(join(projectRoot, "roundup.yaml")),
    episode: read(join(folder, "episode.md")),
    stories: Object.fromEntries(stories),
    narration: read(join(folder, "narration.md")),
  });
}

/** As many words, in an order of their own. */
export function makeWords(count: number): string {
  const words =
    "one council after another has put its ledgers online and found that people do read them".split(" ");
  return `${Array.from({ length: count }, (_, index) => words[(index * 7 + (index >> 4)) % words.length]).join(" ")}.`;
}

/**
 * One story of one long paragraph of words of one length, so that each full line holds as many, with nothing said
 * around it: what the pace is measured with.
 */
export function makeEvenScript(words = 600): Script {
  const body = `${Array.from({ length: words }, (_, index) => (index % 2 === 0 ? "paper" : "month")).join(" ")}.`;
  return makeScriptOf({ stories: { long: writeStory({ title: "The long one" }, body) } });
}

/** As many stories as asked for, of three paragraphs each. */
export function makeManyScript(stories: number): Script {
  const bodies = Array.from({ length: stories }, (_, index): [string, string] => [
    `story-${String(index + 1).padStart(3, "0")}`,
    writeStory(
      { title: `Story number ${index + 1}` },
      [makeWords(40), makeWords(55 + (index % 5)), makeWords(30)].join("\n\n"),
    ),
  ]);
  return makeBuiltInScript({
    stories: Object.fromEntries(bodies),
    episode: writeEpisode({ target: "9:00" }),
  });
}

/** Everything that looks unlike plain words, and texts that would break a page that did not escape them. */
export const EVERYTHING: EpisodeParts & { readonly narration: string } = {
  show: JSON.stringify({
    show: { title: 'News & <b>"views"</b>', host: "Ann Lee" },
    segments: [
      { id: "central", title: "Central </script><script>document.title='x'</script>" },
      { id: "local", title: "Local" },
    ],
  }),
  episode: writeEpisode({
    number: 7,
    title: "</title><script>document.title = 'x'</script>",
    target: "0:30",
  }),
  stories: {
    first: writeStory(
      {
        title: `"><img src=x onerror="document.title='x'"> ]]> 'first'`,
        say: { Hounslow: 'HOWNZ-"loh"<i>' },
      },
      "In Hounslow *nobody* waits, and **nobody** asks: 5 < 6 & 7 > 6.\n\n> We tried it.\n>\n> It held.\n\n- One thing.\n- Another.",
    ),
    second: writeStory({ title: "Second", segment: "local" }, "London has a plan.\n\nIt has another."),
  },
  narration: [
    "## Intro\n\nHello and welcome.",
    "## central\n\nWe begin in Whitehall.",
    "## first\n\nFirst up,",
    "## local\n\nNow the town hall.",
    "## second\n\nHere is a tale in two parts.\n\n> Told once.",
    "## Outro\n\nGoodbye.",
  ].join("\n\n"),
};
