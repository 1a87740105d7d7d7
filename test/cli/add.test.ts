// roundup add: pages of a server on loopback and saved files become story notes and captures, or say why not.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeShow, readTree, writeFiles } from "../support/make-show.ts";
import { type PageServer, redirectTo, startPageServer } from "../support/page-server.ts";
import { program, projectRoot, type Run, runProgram } from "../support/run-program.ts";

const page = (name: string) => readFileSync(join(projectRoot, "test/pages-to-read", name), "utf8");
const article = (title: string, canonical = "") =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>${title} | The Mill Gazette</title><meta property="og:site_name" content="The Mill Gazette">${
    canonical === "" ? "" : `<link rel="canonical" href="${canonical}">`
  }</head><body><article><h1>${title}</h1>${"<p>The borough council has opened a desk for its residents, and says that queues are shorter. People wait for four minutes.</p>".repeat(8)}</article></body></html>`;

let server: PageServer;
beforeAll(async () => {
  server = await startPageServer({
    "/newspaper": page("newspaper-json-ld.html"),
    "/desk": article("A desk for residents"),
    "/desk-again": article("The desk, once more"),
    "/moved": redirectTo("/desk"),
    "/other-name": article("A desk under another name", "/desk"),
    "/consent": page("consent-page.html"),
    "/login": page("login-page.html"),
    "/empty": page("empty.html"),
    "/gone": { status: 404, body: "gone" },
    "/report.pdf": { headers: { "content-type": "application/pdf" }, body: "%PDF-1.7" },
    "/cut": { body: article("Cut"), fault: "cut" },
  });
});
afterAll(() => server.close());

const add = (words: string[], cwd: string) => runProgram(["add", "--allow-local", ...words], { cwd });

/** Runs `roundup add` with text on standard input. */
function addWithInput(words: string[], cwd: string, input: string): Promise<Run> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [program, "add", "--allow-local", ...words], {
      cwd,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", fail);
    child.on("close", (status, signal) => settle({ stdout, stderr, status, signal }));
    child.stdin.end(input);
  });
}

describe("a page", () => {
  test("becomes a note in the inbox, with where each fact was found, and a capture", async () => {
    const show = makeShow();
    const result = await add([`${server.url}/desk`], show);
    expect(result.status).toBe(0);
    expect(result.stdout).toBe("inbox/a-desk-for-residents.md\n");
    const note = readFileSync(join(show, "inbox/a-desk-for-residents.md"), "utf8");
    expect(note).toMatch(/^# Found in title: .*; publication: meta og:site_name/m);
    expect(note).toContain("title: A desk for residents\nsegment: local\n");
    expect(note).toContain("publication: The Mill Gazette");
    expect(note).toContain("capture: captures/a-desk-for-residents.md");
    const capture = readFileSync(join(show, "inbox/captures/a-desk-for-residents.md"), "utf8");
    expect(capture).toContain("People wait for four minutes.");
    expect(note).not.toContain("People wait for four minutes.");
  });

  test("goes into an episode that is named, which then builds with nothing to say but that it has no words", async () => {
    const show = makeShow();
    await add([`${server.url}/desk`, "--episode", "spring"], show);
    const built = await runProgram(["build", "spring"], { cwd: show });
    expect(built.status).toBe(0);
    const warnings = built.stderr.split("\n").filter((line) => /: (?:warning|error): /.test(line));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("(empty-story)");
  });

  test.each(["/desk", "/moved", "/other-name", "/desk?utm_source=x#top"])(
    "that stands somewhere already is refused with its place: %s",
    async (path) => {
      const show = makeShow();
      await add([`${server.url}/desk`, "--episode", "winter"], show);
      const before = readTree(show);
      const again = await add([`${server.url}${path}`], show);
      expect(again.status).toBe(1);
      expect(again.stderr).toMatch(
        /is collected already, in episodes\/winter\/stories\/a-desk-for-residents\.md:\d+/,
      );
      expect(readTree(show)).toEqual(before);
      const anyway = await add([`${server.url}${path}`, "--again"], show);
      expect(anyway.status).toBe(0);
    },
  );

  test.each([
    ["/consent", /consent/],
    ["/login", /login/],
    ["/empty", /neither a title nor words/],
    ["/gone", /404|gone/i],
    ["/report.pdf", /application\/pdf[\s\S]*pdftotext/],
    ["/cut", /cut|short|ended|broke/i],
  ])("of which nothing comes says why, and nothing is written: %s", async (path, says) => {
    const show = makeShow();
    const before = readTree(show);
    const result = await add([`${server.url}${path}`], show);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(says);
    expect(readTree(show)).toEqual(before);
  });

  test("of this machine is not asked for unless that is allowed", async () => {
    const show = makeShow();
    const asked = server.requests.length;
    const result = await runProgram(["add", `${server.url}/desk`], { cwd: show });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("--allow-local");
    expect(server.requests.length).toBe(asked);
  });

  test("has the segment that is asked for, and an unknown one is refused", async () => {
    const show = makeShow();
    await add([`${server.url}/desk`, "--segment", "nhs"], show);
    expect(readFileSync(join(show, "inbox/a-desk-for-residents.md"), "utf8")).toContain("segment: nhs\n");
    const wrong = await add([`${server.url}/desk-again`, "--segment", "nsh"], show);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("Did you mean nhs?");
  });
});

describe("several", () => {
  test("come from a list on standard input; one that fails does not stop the others, and the end names it", async () => {
    const show = makeShow();
    const list = `# the week's\n${server.url}/desk\n\n${server.url}/gone\n${server.url}/newspaper\n`;
    const result = await addWithInput(["-"], show, list);
    expect(result.status).toBe(1);
    expect(result.stdout.trim().split("\n")).toHaveLength(2);
    expect(result.stderr).toContain(`Added 2 stories; not ${server.url}/gone.`);
  });

  test("of one page under two addresses is one story", async () => {
    const show = makeShow();
    const result = await add([`${server.url}/desk`, `${server.url}/moved`], show);
    expect(result.status).toBe(1);
    expect(result.stdout).toBe("inbox/a-desk-for-residents.md\n");
  });

  test("with one title get slugs of their own", async () => {
    const show = makeShow();
    await add([`${server.url}/desk`], show);
    await add([`${server.url}/desk`, "--again"], show);
    expect(Object.keys(readTree(join(show, "inbox")))).toEqual([
      "a-desk-for-residents-2.md",
      "a-desk-for-residents.md",
      "captures/a-desk-for-residents-2.md",
      "captures/a-desk-for-residents.md",
    ]);
  });
});

describe("a file", () => {
  test("of saved HTML, markdown or plain text is read like a page", async () => {
    const show = makeShow();
    writeFiles(show, {
      "saved.html": page("council-news.html"),
      "notes.md":
        "# The lift is mended\n\nThe hospital trust says that its lift works again. Patients had waited for a year.\n",
      "pasted.txt": `Skip to main content\nNew buses for the valley\nBy Ann Lee\n${"The county council has bought buses for the valley, and says that they run on batteries. ".repeat(8)}\n`,
    });
    const result = await add(["saved.html", "notes.md", "pasted.txt"], show);
    expect(result.status).toBe(0);
    const notes = Object.entries(readTree(join(show, "inbox"))).filter(
      ([path]) => !path.startsWith("captures/"),
    );
    expect(notes).toHaveLength(3);
    expect(notes.map(([, text]) => /^title: (.*)$/m.exec(text)?.[1])).toEqual(
      expect.arrayContaining(["The lift is mended", "New buses for the valley"]),
    );
  });

  test("comes from standard input as text, as of a PDF", async () => {
    const show = makeShow();
    const result = await addWithInput(
      ["-"],
      show,
      `A report on lifts\n\n${"The trust says that lifts are slow. ".repeat(20)}\n`,
    );
    expect(result.status).toBe(0);
    expect(result.stdout).toBe("inbox/a-report-on-lifts.md\n");
  });

  test("that is not there, or is a folder, says so", async () => {
    const show = makeShow();
    expect((await add(["nowhere.html"], show)).stderr).toContain("there is no such file");
    expect((await add(["episodes"], show)).stderr).toContain("is not a file");
  });

  test("that a machine has reworded is marked, with the places and what to do", async () => {
    const show = makeShow();
    const copy = `Mission for the valley\n\n${"The council said it had ”a plan for everyone“ and that it would spend 800, 000 on it. ".repeat(2)}He told the meeting: ”we are ready“. ]the perspective of ] the town is bright, and 1, 200, 000 people live there. She spoke&nbsp, at length.\n`;
    writeFiles(show, { "copy.txt": copy.repeat(3) });
    const result = await add(["copy.txt"], show);
    expect(result.status).toBe(0);
    const note = readFileSync(join(show, result.stdout.trim()), "utf8");
    expect(note).toContain("doubtful: ");
    expect(note).toMatch(/## Notes[\s\S]*Find the original[\s\S]*- Line \d+: /);
    expect(result.stderr).toContain("find the original");
  });
});
