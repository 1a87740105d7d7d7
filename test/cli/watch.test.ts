// roundup build --watch: what it builds again for, what it survives, and how it ends.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { type Running, startProgram, until } from "./start-program.ts";

/** Starts a watch and waits until it has built for the first time. */
async function startWatch(show: string, words: readonly string[] = []): Promise<Running> {
  const running = startProgram(["build", "--watch", ...words], show);
  await running.waitFor(/Watching .*; stop with Ctrl-C\./);
  return running;
}

/** A document's text; "" while the folder of documents is being swapped. */
function readNow(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function isAlive(pid: number | undefined): boolean {
  try {
    return process.kill(pid ?? -1, 0);
  } catch {
    return false;
  }
}

describe("a watch", () => {
  const show = makeShow();
  const transcript = join(show, "out/spring/transcript.txt");
  const bins = join(show, "episodes/spring/stories/bins.md");
  const spoken = (words: string) => () => readNow(transcript).includes(words);
  let watch: Running;
  beforeAll(async () => {
    watch = await startWatch(show);
  });
  afterAll(() => watch.child.kill("SIGKILL"));

  test("builds at once, as a build does", () => {
    expect(watch.said()).toMatch(/^Built Episode 2, "Thaw" \(spring\)/);
    expect(spoken("Blue bins")()).toBe(true);
  });

  test("builds again after a story is saved", async () => {
    writeFileSync(bins, makeStory("New bins", "local", 1, "Red bins came."));
    await until("the saved words", spoken("Red bins came."));
  });

  test("builds again after an editor saves by writing beside and renaming", async () => {
    const beside = join(show, "episodes/spring/stories/.bins.md.swp");
    writeFileSync(beside, makeStory("New bins", "local", 1, "Renamed bins came."));
    renameSync(beside, bins);
    await until("the renamed words", spoken("Renamed bins came."));
  });

  test("builds again after an editor saves by moving the old file away first", async () => {
    renameSync(bins, `${bins}~`);
    writeFileSync(bins, makeStory("New bins", "local", 1, "Backed-up bins came."));
    await until("the words of the new file", spoken("Backed-up bins came."));
    rmSync(`${bins}~`);
  });

  test("builds again for a new story, and for one that is deleted", async () => {
    const extra = join(show, "episodes/spring/stories/extra.md");
    writeFileSync(extra, makeStory("Extra", "nhs", 1, "An extra story."));
    await until("the new story", spoken("An extra story."));
    rmSync(extra);
    await until("the story to go", () => spoken("Backed-up bins came.")() && !spoken("An extra story.")());
  });

  test("builds again for narration, the settings, names and a template", async () => {
    writeFileSync(join(show, "episodes/spring/narration.md"), "## Intro\n\nHello from the file.\n");
    await until("the narration", spoken("Hello from the file."));
    writeFileSync(join(show, "roundup.yaml"), "show:\n  title: The Other Post\n");
    await until("the settings", () =>
      readNow(join(show, "out/spring/transcript.md")).includes("The Other Post"),
    );
    const from = watch.said().length;
    writeFileSync(join(show, "names.yaml"), "- nam: Socitm\n");
    await watch.waitFor(/names\.yaml:1:3: error/, from);
    rmSync(join(show, "names.yaml"));
    mkdirSync(join(show, "templates"));
    writeFileSync(join(show, "templates/transcript.txt.hbs"), "From a template.\n");
    await until("the template", spoken("From a template."));
    rmSync(join(show, "templates"), { recursive: true });
    await until("the built-in template", spoken("Hello from the file."));
  });

  test("says an error, keeps the documents, and builds when it is mended", async () => {
    // Every save so far has been built when this one has.
    const start = watch.said().length;
    writeFileSync(bins, makeStory("New bins", "local", 1, "Quiet bins came."));
    await watch.waitFor(/Built/, start);
    await until("the words before the error", spoken("Quiet bins came."));
    const before = readTree(join(show, "out/spring"));
    const from = watch.said().length;
    writeFileSync(bins, "---\ntitle: Bins\nsegment: lokal\n---\nWords.\n");
    await watch.waitFor(
      /bins\.md:3:10: error: .*\n(?:.*\n)*Next: mend the errors above; the next save/,
      from,
    );
    expect(readTree(join(show, "out/spring"))).toEqual(before);
    writeFileSync(bins, makeStory("New bins", "local", 1, "Mended bins came."));
    await until("the mended words", spoken("Mended bins came."));
  });

  test("survives an episode that is moved away and comes back", async () => {
    const from = watch.said().length;
    const away = join(makeFolder(), "spring");
    renameSync(join(show, "episodes/spring"), away);
    await watch.waitFor(/Built Episode 1, "Frost"/, from);
    renameSync(away, join(show, "episodes/spring"));
    await watch.waitFor(/Built Episode 2, "Thaw".*no file changed/, from);
  });

  test("ends at Ctrl-C with 0, soon, and leaves no process", async () => {
    const start = Date.now();
    watch.child.kill("SIGINT");
    expect(await watch.ended).toEqual({ status: 0, signal: null });
    expect(Date.now() - start).toBeLessThan(5000);
    expect(isAlive(watch.child.pid)).toBe(false);
    expect(watch.said()).not.toMatch(/fault of the program/);
  });
});

test("a watch takes no notice of what a build does not read, nor of what is written below out/", async () => {
  const show = makeShow();
  const watch = await startWatch(show);
  for (const path of [
    "readme.md",
    "episodes/spring/stories/.hidden.md",
    "out/notes.txt",
    "out/spring/notes.txt",
  ])
    writeFileSync(join(show, path), "Not for a build.\n");
  // Nothing can be waited for that does not come: a build would have come by then.
  await new Promise((over) => setTimeout(over, 700));
  watch.child.kill("SIGINT");
  await watch.ended;
  expect(watch.said().match(/^Built/gm)).toHaveLength(1);
});

describe("the end of a watch", () => {
  test("does not come when a named episode is gone, and by SIGTERM has the status 143", async () => {
    const show = makeShow();
    const watch = await startWatch(show, ["winter"]);
    renameSync(join(show, "episodes/winter"), join(show, "winter"));
    await watch.waitFor(/^roundup: There is no episode "winter"\./m);
    const from = watch.said().length;
    writeFileSync(join(show, "winter/stories/ice.md"), "no frontmatter\n");
    renameSync(join(show, "winter"), join(show, "episodes/winter"));
    await watch.waitFor(/stories\/ice\.md:1:1: error/, from);
    watch.child.kill("SIGTERM");
    expect(await watch.ended).toEqual({ status: 143, signal: null });
  });

  test("comes at once where the command line is wrong, with 2", async () => {
    const running = startProgram(["build", "--watch", "--all", "1"], makeShow());
    expect(await running.ended).toEqual({ status: 2, signal: null });
    expect(running.said()).toMatch(/^roundup: Name episodes or give --all, not both\.\n$/);
  });

  test("comes at once where there is no such episode, with 1", async () => {
    const running = startProgram(["build", "--watch", "sprnig"], makeShow());
    expect(await running.ended).toEqual({ status: 1, signal: null });
    expect(running.said()).toContain("Did you mean spring?");
  });

  test("does not come with an error in a file: it waits to be mended", async () => {
    const show = makeShow({ "roundup.yaml": "show: [\n" });
    const watch = await startWatch(show);
    expect(watch.said()).toMatch(/^roundup\.yaml:1:\d+: error/);
    writeFileSync(join(show, "roundup.yaml"), "show: { title: Mended }\n");
    await until("the documents", () => existsSync(join(show, "out/spring/transcript.txt")));
    watch.child.kill("SIGINT");
    expect(await watch.ended).toEqual({ status: 0, signal: null });
  });
});
