// roundup rate: the rate by a recording's length or by its captions, and its place in roundup.yaml.

import { execFileSync } from "node:child_process";
import { readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, linesOf, makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { program, runProgram } from "../support/run-program.ts";

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A story's paragraphs of ten to thirteen words each, with no three of them in the same order twice. */
function tell(story: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) =>
      `On day ${NUMBERS[index]} of the ${story} we ${NUMBERS.slice(0, 3 + (index % 4)).join(` ${story}${"abcdefgh"[index]}n `)}.`,
  );
}

const STORIES = {
  ice: tell("ice", 6),
  pond: tell("pond", 5),
  ward: tell("ward", 6),
  bed: tell("bed", 4),
  mill: tell("mill", 5),
  weir: tell("weir", 6),
  lock: tell("lock", 5),
  bins: tell("bins", 3),
};
const SEGMENT_OF: Readonly<Record<string, string>> = {
  ice: "central",
  pond: "central",
  ward: "central",
  bed: "local",
  mill: "local",
  weir: "local",
  lock: "nhs",
  bins: "nhs",
};

/** A show whose episode winter is long enough to learn from. */
function makeLong(files: Files = {}): string {
  const stories = Object.entries(STORIES).map(([slug, paragraphs], index) => [
    `episodes/winter/stories/${slug}.md`,
    makeStory(slug, SEGMENT_OF[slug] ?? "", index + 1, paragraphs.join("\n\n")),
  ]);
  return makeShow({
    ...Object.fromEntries(stories),
    "episodes/winter/narration.md":
      "## Intro\n\nWelcome to the mill.\n\n## Outro\n\nGoodbye, and mind the ice.\n",
    "captions.vtt": writeCaptions(),
    ...files,
  });
}

/** Captions of that episode, read at 150 words a minute with pauses of 1, 2.5 and 4 s; two cues a paragraph. */
function writeCaptions(): string {
  const stamp = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, -1);
  const lines = ["WEBVTT", ""];
  let clock = 2;
  const read = (text: string, pause: number) => {
    clock += pause;
    const words = text.split(" ");
    for (const part of [words.slice(0, words.length >> 1), words.slice(words.length >> 1)]) {
      const end = clock + part.length * 0.4;
      lines.push(`${stamp(clock)} --> ${stamp(end)}`, part.join(" "), "");
      clock = end;
    }
  };
  read("Welcome to the mill.", 0);
  let segment = "";
  for (const [slug, paragraphs] of Object.entries(STORIES)) {
    paragraphs.forEach((text, index) => {
      read(text, index > 0 ? 1 : SEGMENT_OF[slug] === segment ? 2.5 : 4);
    });
    segment = SEGMENT_OF[slug] ?? "";
  }
  read("Goodbye, and mind the ice.", 4);
  return lines.join("\n");
}

const settingsOf = (show: string) => readFileSync(join(show, "roundup.yaml"), "utf8");

async function readSeconds(show: string, episode: string): Promise<number> {
  const { stdout } = await runProgram(["rundown", episode, "--json"], { cwd: show });
  return (JSON.parse(stdout) as { seconds: number }).seconds;
}

describe("by the length of a recording", () => {
  test("prints the rate that makes the clock of the episode right, and changes nothing", async () => {
    const show = makeLong();
    const before = readTree(show);
    const run = await runProgram(["rate", "winter", "--time", "4:00"], { cwd: show });
    expect(run.status).toBe(0);
    expect(linesOf(run.stdout)).toEqual([
      expect.stringMatching(/^rate {6}\d+(\.\d)? words a minute$/),
      expect.stringMatching(/^ {10}\d+(\.\d)? with the pauses in it$/),
    ]);
    expect(run.stderr).toMatch(/--save writes .* words a minute into roundup\.yaml\.\n$/);
    expect(readTree(show)).toEqual(before);
  });

  test("with --save the clock then says that length", async () => {
    const show = makeLong();
    const run = await runProgram(["rate", "winter", "--time", "4:02", "--save"], { cwd: show });
    expect(run.stderr).toMatch(
      /Wrote .* words a minute into roundup\.yaml\. Next: roundup rundown winter\n$/,
    );
    expect(Math.abs((await readSeconds(show, "winter")) - 242)).toBeLessThan(0.5);
  });

  test("takes the latest episode where none is named", async () => {
    const run = await runProgram(["rate", "--time", "0:30", "--json"], { cwd: makeShow() });
    expect(JSON.parse(run.stdout)).toMatchObject({ episode: "spring", seconds: 30 });
  });

  test("takes words as given, with pauses as dense as in the episode", async () => {
    const show = makeLong();
    const run = await runProgram(["rate", "winter", "--words", "1342", "--time", "8:51", "--json"], {
      cwd: show,
    });
    const figures = JSON.parse(run.stdout) as Record<string, number>;
    expect(figures).toMatchObject({
      episode: "winter",
      words: 1342,
      seconds: 531,
      wordsPerMinuteWithPauses: 151.6,
    });
    const seconds = await readSeconds(show, "winter");
    const rundown = JSON.parse((await runProgram(["rundown", "winter", "--json"], { cwd: show })).stdout) as {
      words: number;
    };
    const density = (seconds - (rundown.words / 160) * 60) / rundown.words;
    expect(figures.wordsPerMinute).toBeCloseTo((1342 * 60) / (531 - density * 1342), 0);
    expect(run.stderr).toContain("Pauses are taken to be as dense as in episode winter");
  });

  test.each<[string, Files]>([
    ["no episode", { "episodes/winter": null, "episodes/spring": null, "episodes/.keep": "" }],
    ["a latest episode with an error", { "episodes/spring/stories/bins.md": "No frontmatter.\n" }],
  ])("with %s, words and time still give the rate, with the pauses in it", async (_, files) => {
    const show = makeShow(files);
    const run = await runProgram(["rate", "--words", "1342", "--time", "8:51", "--save"], { cwd: show });
    expect(run).toMatchObject({ status: 0, stdout: "rate      151.6 words a minute\n" });
    expect(run.stderr).toContain("the rate has them in it, and the clock will add its own");
    expect(settingsOf(show)).toBe("show:\n  title: The Mill Post\n\nreading:\n  wordsPerMinute: 151.6\n");
  });

  test("an episode with an error that is named, or whose words are needed, is told, with status 1", async () => {
    const show = makeShow({ "episodes/spring/stories/bins.md": "No frontmatter.\n" });
    for (const words of [
      ["spring", "--words", "9", "--time", "0:04"],
      ["--time", "0:04"],
    ]) {
      const run = await runProgram(["rate", ...words], { cwd: show });
      expect(run).toMatchObject({ status: 1, stdout: "" });
      expect(run.stderr).toContain("episodes/spring/stories/bins.md:1:1: error:");
    }
  });

  test("of given words needs no show, unless it is to be written into one", async () => {
    const cwd = makeFolder();
    const { stdout, stderr, status } = await runProgram(["rate", "--words", "1342", "--time", "8:51"], {
      cwd,
    });
    expect({ stdout, status }).toEqual({ stdout: "rate      151.6 words a minute\n", status: 0 });
    expect(stderr).toMatch(/^No episode could be looked at to tell the pauses: .*\n$/);
    const saving = await runProgram(["rate", "--words", "1342", "--time", "8:51", "--save"], { cwd });
    expect(saving).toMatchObject({ stdout: "", status: 1 });
    expect(saving.stderr).toMatch(/^roundup: There is no show here/);
  });
});

describe("by captions", () => {
  test("prints rate and pauses, what they come from and how well they fit", async () => {
    const run = await runProgram(["rate", "winter", "--captions", "captions.vtt"], { cwd: makeLong() });
    expect(run.status).toBe(0);
    expect(linesOf(run.stdout)).toEqual([
      "rate      150 words a minute",
      expect.stringMatching(/^ {10}[\d.]+ with the pauses in it$/),
      "paragraph 1 s, from 32 cues",
      "story     2.5 s, from 5 cues",
      "segment   4 s, from 4 cues",
      "cues      84 used",
      expect.stringMatching(/^length {4}(\d:\d\d) by these, \1 recorded$/),
    ]);
    expect(run.stderr).toMatch(/^(\d+) of the \1 words heard stand in the script of episode winter\.\n/);
  });

  test("of SubRip with line ends of Windows, a mark and names says the same as JSON", async () => {
    const cues = writeCaptions()
      .replace("WEBVTT\n\n", "")
      .replace(/(\d\d)\.(\d{3})/g, "$1,$2")
      .replace(/^(?=\D)/gm, "Ann Lee: ");
    const show = makeLong({
      "episode.srt": `\uFEFF${cues.replaceAll("Ann Lee: \n", "\n").replaceAll("\n", "\r\n")}`,
    });
    const run = await runProgram(["rate", "1", "--captions", "episode.srt", "--json"], { cwd: show });
    expect(JSON.parse(run.stdout)).toMatchObject({
      episode: "winter",
      wordsPerMinute: 150,
      pause: { paragraph: 1, story: 2.5, segment: 4 },
      learned: ["wordsPerMinute", "pause.paragraph", "pause.story", "pause.segment"],
      cases: { paragraph: 32, story: 5, segment: 4 },
      cues: { used: 84, leftOut: 0, secondsLeftOut: 0 },
    });
  });

  test("with --save they are written, every comment kept, and the clock then says what was recorded", async () => {
    const settings =
      "# The mill\r\nshow: { title: 'The Mill Post' } # quoted\r\n\r\nreading: # how fast\r\n  pause: { paragraph: 0.5, segment: 2 }   # silences\r\n  # and the rate\r\n  wordsPerMinute: 160 # words\r\n";
    const show = makeLong({ "roundup.yaml": settings });
    const run = await runProgram(["rate", "winter", "--captions", "captions.vtt", "--save", "--json"], {
      cwd: show,
    });
    expect(run.status).toBe(0);
    expect(settingsOf(show)).toBe(
      settings
        .replace("160", "150")
        .replace("paragraph: 0.5, segment: 2 }", "paragraph: 1, segment: 4, story: 2.5 }"),
    );
    const { predicted } = JSON.parse(run.stdout) as { predicted: number };
    expect(Math.abs((await readSeconds(show, "winter")) - predicted)).toBeLessThan(0.5);
  });

  test("of another episode give the rate alone, and say so", async () => {
    const run = await runProgram(["rate", "spring", "--captions", "captions.vtt", "--json"], {
      cwd: makeLong(),
    });
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      episode: "spring",
      learned: ["wordsPerMinute"],
      cues: null,
    });
    expect(run.stderr).toMatch(/^Only \d+ of the \d+ words heard stand in the script of episode spring/);
  });

  test("of another episode are never saved", async () => {
    const show = makeLong();
    const before = readTree(show);
    const run = await runProgram(["rate", "spring", "--captions", "captions.vtt", "--save"], { cwd: show });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain("Nothing was written, since these captions are hardly those of the episode");
    expect(readTree(show)).toEqual(before);
  });

  test("may stand outside the show, and be a link", async () => {
    const elsewhere = makeFolder();
    const show = makeLong();
    symlinkSync(join(show, "captions.vtt"), join(elsewhere, "ep.vtt"));
    const run = await runProgram(["rate", "winter", "--captions", join(elsewhere, "ep.vtt")], { cwd: show });
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining("rate      150 words a minute") });
  });

  test.each<[string, Files, RegExp]>([
    ["missing", {}, /^roundup: There is no file ep\.vtt\.\nName the caption file/],
    ["a folder", { "ep.vtt/a": "" }, /^ep\.vtt: error: This is a folder, expected a file/],
    [
      "in another encoding",
      { "ep.vtt": new Uint8Array([0x57, 0x0a, 0xa3]) },
      /^ep\.vtt:2:1: error: Byte 3 of the file \(0xA3\) is not UTF-8/,
    ],
    ["empty", { "ep.vtt": "" }, /^ep\.vtt: error: Unexpected empty file, expected captions/],
    [
      "without a cue",
      { "ep.vtt": "WEBVTT\n\nNOTE none\n" },
      /^ep\.vtt: error: Unexpected text without a cue/,
    ],
    [
      "without a word",
      { "ep.vtt": "00:01.000 --> 00:02.000\n[Music]\n" },
      /^roundup: The captions have cues, but no word in them\./,
    ],
    ["too large", { "ep.vtt": " ".repeat(1024 * 1024 + 1) }, /^ep\.vtt: error: This file is over 1 MiB/],
    [
      "out of order",
      {
        "ep.vtt":
          "00:03.000 --> 00:04.000\nOne\n\n00:01.000 --> 00:02.000\n\u001b[31mTwo\n\nx --> \u001b]0;y\nThree\n",
      },
      /^ep\.vtt:4:1: error: Unexpected start .*\nep\.vtt:7:1: error: Unexpected times "x --> /,
    ],
  ])("that are %s are refused with status 1", async (_, files, said) => {
    const show = makeShow(files);
    const before = readTree(show);
    const run = await runProgram(["rate", "--captions", "ep.vtt", "--save"], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(said);
    expect(run.stderr).not.toMatch(/[^\P{Cc}\n]/u);
    expect(readTree(show)).toEqual(before);
  });

  test.skipIf(process.platform === "win32")(
    "that are a named pipe are refused and not waited for",
    async () => {
      const show = makeShow();
      execFileSync("mkfifo", [join(show, "ep.vtt")]);
      const run = await runProgram(["rate", "--captions", "ep.vtt"], { cwd: show });
      expect(run).toMatchObject({ status: 1, stdout: "" });
      expect(run.stderr).toMatch(/^ep\.vtt: error: This is a named pipe, expected a file/);
    },
  );
});

describe("--save", () => {
  const length = ["winter", "--time", "4:00", "--save"];
  const host =
    "show:\n  host:\n    - name: Ann Lee # the presenter\n      wordsPerMinute: 150 # slow\n    - { name: Bo Roe, wordsPerMinute: 170 }\n";
  const note = (hosts: string) => `---\nnumber: 1\ntitle: Frost\ndate: 2026-01-06\nhost: ${hosts}\n---\n`;

  test("makes roundup.yaml where there is none", async () => {
    const show = makeLong({ "roundup.yaml": null });
    expect(await runProgram(["rate", ...length], { cwd: show })).toMatchObject({ status: 0 });
    expect(settingsOf(show)).toMatch(/^reading:\n {2}wordsPerMinute: \d+(\.\d)?\n$/);
  });

  test("writes the rate of the first host where they have one of their own", async () => {
    const show = makeLong({ "roundup.yaml": host });
    const run = await runProgram(["rate", ...length, "--json"], { cwd: show });
    const { wordsPerMinute } = JSON.parse(run.stdout) as { wordsPerMinute: number };
    expect(settingsOf(show)).toBe(host.replace("150", String(wordsPerMinute)));
    expect(Math.abs((await readSeconds(show, "winter")) - 240)).toBeLessThan(0.5);
  });

  test("writes the show's rate where an episode's own host has none", async () => {
    const show = makeLong({ "roundup.yaml": host, "episodes/winter/episode.md": note("Cy Doe") });
    await runProgram(["rate", ...length], { cwd: show });
    expect(settingsOf(show)).toMatch(
      new RegExp(`^${host.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\nreading:\\n {2}wordsPerMinute: `),
    );
    expect(Math.abs((await readSeconds(show, "winter")) - 240)).toBeLessThan(0.5);
  });

  test("writes nothing where the episode gives its host a rate, and says where that is", async () => {
    const own = note("[{ name: Cy Doe, wordsPerMinute: 140 }]");
    const show = makeLong({ "roundup.yaml": host, "episodes/winter/episode.md": own });
    const run = await runProgram(["rate", ...length], { cwd: show });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(
      /Nothing was written: episodes\/winter\/episode\.md gives Cy Doe a rate of their own \(140\), which wins over roundup\.yaml\.\nSet wordsPerMinute there to [\d.]+\.\n$/,
    );
    expect(settingsOf(show)).toBe(host);
  });

  test("never writes through a symbolic link", async () => {
    const show = makeLong({ "roundup.yaml": null, "shared.yaml": host });
    symlinkSync("shared.yaml", join(show, "roundup.yaml"));
    const run = await runProgram(["rate", ...length], { cwd: show });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain("it is a symbolic link");
    expect(readFileSync(join(show, "shared.yaml"), "utf8")).toBe(host);
  });

  test("keeps the mode bits of the file", async () => {
    const show = makeLong();
    execFileSync("chmod", ["640", join(show, "roundup.yaml")]);
    await runProgram(["rate", ...length], { cwd: show });
    expect(statSync(join(show, "roundup.yaml")).mode & 0o777).toBe(0o640);
  });

  test("writes nothing into settings with an error", async () => {
    const show = makeLong({ "roundup.yaml": "reading: fast\n" });
    const run = await runProgram(["rate", ...length], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toContain("roundup.yaml:1:10: error:");
    expect(settingsOf(show)).toBe("reading: fast\n");
  });

  test("says what to set by hand where the text cannot be edited", async () => {
    const odd = "show: { title: A }\n...\n";
    const show = makeLong({ "roundup.yaml": odd });
    const run = await runProgram(["rate", ...length], { cwd: show });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(
      /Could not write into roundup\.yaml without changing more of it\.\nSet by hand: reading\.wordsPerMinute: [\d.]+\.\n$/,
    );
    expect(settingsOf(show)).toBe(odd);
  });
});

describe("a command line that cannot be right", () => {
  test.each<[string, string[], number, RegExp]>([
    ["nothing", [], 2, /There is nothing to learn the rate from\.\nGive --time/],
    ["words alone", ["--words", "9"], 2, /nothing to learn the rate from/],
    [
      "captions and a time",
      ["--captions", "a.vtt", "--time", "1:00"],
      2,
      /Unexpected --words or --time beside --captions/,
    ],
    [
      "a time with a point",
      ["--time", "8.51"],
      2,
      /Unexpected time "8\.51", expected m:ss or h:mm:ss\.\nThe time .* 8:51/,
    ],
    ["no time at all", ["--time", "0:00"], 2, /Unexpected time "0:00"/],
    [
      "words with a comma",
      ["--words", "1,342", "--time", "8:51"],
      2,
      /Unexpected words "1,342", expected a whole number\.\nWrite it without a comma/,
    ],
    ["no words", ["--words", "0", "--time", "8:51"], 2, /Unexpected words "0"/],
    [
      "hours for minutes",
      ["--words", "1342", "--time", "8:51:00"],
      1,
      /Unexpected rate of [\d.]+ words a minute \(1342 words in 8:51:00\), expected 40 to 400\.\nIs it the time of this very recording/,
    ],
    [
      "a time under the pauses",
      ["winter", "--time", "0:03"],
      1,
      /No rate comes out of 18 words in 0:03: the pauses alone are longer/,
    ],
    ["an unknown episode", ["summer", "--words", "9", "--time", "1:00"], 1, /There is no episode "summer"/],
  ])("%s", async (_, words, status, said) => {
    const run = await runProgram(["rate", ...words, "--save"], { cwd: makeShow() });
    expect(run).toMatchObject({ status, stdout: "" });
    expect(run.stderr).toMatch(said);
  });
});

test("every run prints the same bytes", async () => {
  expect(program).toContain("dist");
  const show = makeLong();
  const run = () => runProgram(["rate", "winter", "--captions", "captions.vtt", "--json"], { cwd: show });
  expect(await run()).toEqual(await run());
});
