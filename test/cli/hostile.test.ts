// Every hostile input of test/hostile, run against the built program; and the harness, against fakes that break a rule.
// ROUNDUP_HOSTILE names another folder of the same form to run as well.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type HostileCase,
  readHostileFolder,
  readMessages,
  runHostileCase,
  runHostileCrowd,
  runHostileFolder,
} from "../support/run-hostile.ts";

const project = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const named = process.env.ROUNDUP_HOSTILE;
const folders = [join(project, "test", "hostile"), ...(named ? [resolve(named)] : [])];
const patience = 120_000;

describe.each(folders)("hostile inputs of %s", (path) => {
  const folder = readHostileFolder(path);
  const crowd = folder.cases.filter((one) => one.kind === "story" && isPlain(one));

  beforeAll(() => {
    if (!existsSync(join(project, "dist", "roundup.js")))
      throw new Error("no dist/roundup.js: npm run build");
  });

  test.concurrent.each(folder.cases.map((one) => [`${one.file}: ${one.why}`, one] as const))(
    "%s",
    async (_, one) => {
      expect(await runHostileCase(folder, one, { exportsAll: path !== folders[0] })).toEqual([]);
    },
    patience,
  );

  test.concurrent("what is sound alone is sound in one show, the same bytes in every zone and locale", async () => {
    const sound = crowd.filter((one) => ![one.expect, ...(one.or ?? [])].includes("reject"));
    expect(await runHostileCrowd(folder, sound, "accept")).toEqual([]);
  }, 120_000);

  test.concurrent("every fault of every file is reported in one run", async () => {
    const faulty = crowd.filter((one) => one.expect === "reject" && one.or === undefined);
    expect(await runHostileCrowd(folder, faulty, "reject")).toEqual([]);
  }, 120_000);
});

/** A story that can stand beside others: it needs nothing but its own file. */
function isPlain(one: HostileCase): boolean {
  return !(one.as ?? one.links ?? one.fifos ?? one.folders ?? one.remove ?? one.named);
}

// A stand-in for the program: it builds a transcript of all stories, refuses the word BAD, warns of the word ODD,
// and breaks one rule, which its first argument names.
const fake = `
import fs from "node:fs";
const mode = process.argv[2];
const folder = "episodes/one/stories/";
const files = fs.readdirSync(folder).sort();
let bad = false;
for (const file of files) {
  fs.readFileSync(folder + file, "utf8").split("\\n").forEach((line, index) => {
    const place = folder + file + ":" + (mode === "place" ? index + 2 : index + 1) + ":1: ";
    if (line.includes("ODD") && mode !== "silent") process.stderr.write(place + "warning: odd title (odd)\\n");
    if (line.includes("BAD")) { bad = true; process.stderr.write(place + "error: bad title (bad)\\n"); }
  });
}
if (mode === "stack") { try { null.x } catch (error) { process.stderr.write(error.stack + "\\n"); } }
if (mode === "outside") fs.writeFileSync("../left-behind.txt", "x");
if (mode === "deleted") fs.rmSync(folder + files[0]);
if (mode === "code") fs.writeFileSync("hostile-canary", "");
if (mode === "signal") process.kill(process.pid, "SIGTERM");
if (mode === "slow") for (const end = Date.now() + 700; Date.now() < end; );
if (mode === "waits") await new Promise((done) => setTimeout(done, 1200));
if (mode === "for-ever") await new Promise(() => setInterval(() => {}, 1000));
if (mode === "network") await fetch("http://127.0.0.1:65000/").catch(() => {});
if (mode === "colour") process.stdout.write("\\u001b[31mdone\\n");
if (mode === "no-rule") process.stderr.write(folder + files[0] + ": warning: something\\n");
if (mode === "no-place") process.stderr.write(folder + files[0] + ":900:1: warning: something (some)\\n");
if (bad && mode !== "writes") process.exitCode = 1;
else {
  if (bad) process.exitCode = 1;
  fs.mkdirSync("out/one", { recursive: true });
  const write = (name, text) => fs.writeFileSync("out/one/" + name, text);
  const words = files.map((file) => fs.readFileSync(folder + file, "utf8").split("\\n---\\n")[1].trim());
  if (mode === "lose") words.pop();
  if (mode === "zone") words.push(new Date(0).toString());
  if (mode === "reads") words.push(fs.readFileSync("../beside.txt", "utf8").trim());
  write("transcript.txt", words.join(mode === "ragged" ? "\\n" : "\\n\\n") + "\\n");
  write("page.html", mode === "html" ? "<p><b>x</p></b>" : "<p>x</p>");
  write("data.json", mode === "json" ? "{ no" : JSON.stringify({ half: mode === "half" ? "\\ud83d" : "" }));
  write("page.md", Buffer.from(mode === "bytes" ? "caf\\xe9" : "cafe", "latin1"));
  if (mode === "control") write("extra.txt", "\\u000b");
}
`;

const story = (title: string, words: string) => `---\ntitle: ${title}\n---\n${words}\n`;

describe("the harness", { timeout: patience }, () => {
  let root = "";
  const run = (mode: string, cases: readonly Partial<HostileCase>[], limits = {}) => {
    const full = cases.map((one) => ({ kind: "story", expect: "accept", why: "A fake.", ...one }));
    const folder = mkdtempSync(join(root, "folder-"));
    const files: Readonly<Record<string, string>> = {
      "manifest.json": JSON.stringify(full),
      "fake.mjs": fake,
      "base/episodes/one/stories/a.md": story("Sound", "Sound words."),
      "kept.md": story("Kept", "Kept words."),
      "odd.md": story("ODD", "Odd words."),
      "bad.md": story("BAD", "Bad words."),
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return runHostileFolder(folder, { script: [join(folder, "fake.mjs"), mode], ...limits });
  };
  const faultsOf = async (mode: string, one: Partial<HostileCase>, limits = {}) =>
    (await run(mode, [one], limits)).flatMap((result) => result.faults).join("\n");

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "roundup-harness-"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("finds nothing against a program that holds", async () => {
    const results = await run("sound", [
      { file: "kept.md", must_not: ["lose: Kept  words.", "vary-by-timezone"], tz: ["UTC", "Asia/Tokyo"] },
      { file: "odd.md", expect: "warn", at: { line: 2, field: "story.title" }, says: "ODD" },
      { file: "bad.md", expect: "reject", at: { line: 2, field: "title" } },
      { file: "new.md", parts: [{ text: "---\ntitle: New\n---\n" }, { bytes: "c3a9", times: 3 }] },
    ]);
    expect(results).toEqual([
      { file: "kept.md", faults: [] },
      { file: "odd.md", faults: [] },
      { file: "bad.md", faults: [] },
      { file: "new.md", faults: [] },
    ]);
  });

  test.each([
    ["stack", "a stack trace"],
    ["outside", "made left-behind.txt"],
    ["deleted", "deleted show/episodes/one/stories/a.md"],
    ["code", "code of the input was run"],
    ["signal", "ended by SIGTERM"],
    ["network", "exit 99"],
    ["colour", "printed U\\+001b"],
    ["no-rule", "a message without a rule"],
    ["no-place", "no such place"],
    ["lose", "is lost in silence"],
    ["reads", "read a file outside the show"],
    ["zone", "built otherwise under Asia/Tokyo"],
    ["ragged", "not one line a paragraph"],
    ["html", "page.html is not well formed"],
    ["json", "data.json is not well formed"],
    ["half", "half of a surrogate pair"],
    ["bytes", "page.md is not well formed: not UTF-8"],
    ["control", "extra.txt is not well formed: it holds U\\+000b"],
  ])("catches a program that breaks a rule: %s", async (mode, fault) => {
    const must_not = ["lose: Kept words.", "read-outside", "vary-by-timezone"];
    const faults = await faultsOf(mode, { file: "kept.md", tz: ["UTC", "Asia/Tokyo"], must_not });
    expect(faults).toMatch(new RegExp(fault));
  });

  test("catches a wrong outcome, a wrong place and a warning that is missing", async () => {
    expect(await faultsOf("sound", { file: "bad.md" })).toMatch(/exit 1 where the input is sound/);
    expect(await faultsOf("sound", { file: "kept.md", expect: "reject" })).toMatch(/exit 0 where an error/);
    expect(await faultsOf("sound", { file: "kept.md", expect: "warn" })).toMatch(/no warning about the file/);
    const odd = { file: "odd.md", expect: "warn", at: { line: 2 } } as const;
    expect(await faultsOf("place", odd)).toMatch(/no warning about the file with line 2/);
    expect(await faultsOf("silent", odd)).toMatch(/no warning about the file/);
    expect(await faultsOf("sound", { ...odd, at: { field: "date" } })).toMatch(/with field date/);
    expect(await faultsOf("sound", { ...odd, also: [{ line: 3 }] })).toMatch(/no message about the file/);
  });

  test("catches what is written in spite of an error", async () => {
    expect(await faultsOf("writes", { file: "bad.md", expect: "reject" })).toMatch(
      /made show\/out\/one\S* in spite/,
    );
  });

  test("catches texts where they must not be", async () => {
    const must_not = [
      "output: Kept",
      "spoken: Kept",
      "html: >X<",
      "markdown: ^CAFE",
      "message: ODD",
      "what: x",
    ];
    expect((await faultsOf("sound", { file: "kept.md", must_not })).split("\n")).toEqual([
      '"Kept" is in out/one/transcript.txt',
      '"Kept" is spoken',
      "a page matches >X<",
      "a markdown document matches ^CAFE",
      "the manifest names an unknown kind of must_not: what: x",
    ]);
  });

  test("catches a program that is slow, and ends one that never does", async () => {
    expect(await faultsOf("slow", { file: "kept.md" }, { slowAfter: 0.2 })).toMatch(/took \d/);
    expect(await faultsOf("waits", { file: "kept.md" }, { slowAfter: 0.2 })).toMatch(/took \d/);
    expect(await faultsOf("for-ever", { file: "kept.md" }, { slowAfter: 0.5, killAfter: 1 })).toMatch(
      /did not end/,
    );
  });

  test("takes messages apart, with a place and without, and the lines set in beneath them", () => {
    expect(
      readMessages("a b.md:3:5: error: bad: x (r)\n  put quotes\nout: warning: w (r)\nBuilt.\nroundup: no\n"),
    ).toEqual([
      { file: "a b.md", line: 3, column: 5, severity: "error", text: "bad: x (r)\nput quotes" },
      { file: "out", line: null, column: null, severity: "warning", text: "w (r)" },
      { file: "roundup", line: null, column: null, severity: "error", text: "no" },
    ]);
  });
});
