// The prompter in a real browser: its pace by the clock on the wall, its keys, buttons and touch, its marks,
// and the page without script and on paper. What can be is run by a clock of the test's own, which does not wait.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatDuration, parseDuration } from "../../src/input/duration.ts";
import { makeScriptOf, writeStory } from "../support/make-episode.ts";
import { chromiumPath, hasPdfReader, whyNoChromium } from "../support/outside-programs.ts";
import {
  EVERYTHING,
  makeEvenScript,
  makeManyScript,
  makeSampleScript,
  makeWords,
  type PrompterPage,
  writePrompter,
} from "./prompter-pages.ts";

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 720 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 320, height: 640 },
  hasTouch: true,
  isMobile: true,
};

let browser: Browser;
let scratch: string;
let sample: PrompterPage;
let every: PrompterPage;
let even: PrompterPage;

interface OpenOptions extends BrowserContextOptions {
  /** True for time that stands until the test moves it on. */
  readonly isStill?: boolean;
  /** Code that runs in the page before its own. */
  readonly before?: string;
}

/** Opens a prompter in a window of its own, with nothing remembered. A fault in the page fails the test. */
async function open({ address }: PrompterPage, options: OpenOptions = {}): Promise<Page> {
  const { isStill, before, ...rest } = options;
  const context = await browser.newContext({ ...DESK, ...rest });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  if (isStill) await page.clock.install({ time: 0 });
  if (before) await page.addInitScript(before);
  await page.goto(address);
  // Moved on by more than a page ever takes to load, the clock is the test's to move.
  if (isStill) await page.clock.pauseAt(60_000);
  return page;
}

const faults: string[] = [];

/** The text that the page keeps up to date under a name. */
const valueAt = (page: Page, name: string) => page.locator(`[data-value="${name}"]`).first().innerText();

const over = async (page: Page) => `${await valueAt(page, "over")} ${await valueAt(page, "overWord")}`;

/** Presses keys, one after another: "t t Shift+?". */
async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
}

/**
 * How many words of the only paragraph stand above the line that is read, by where they are on the screen, and
 * the browser's time in milliseconds. What of a line is above counts as so much of its words.
 */
async function countPassed(page: Page): Promise<{ readonly words: number; readonly time: number }> {
  return page.locator(".words").evaluate((paragraph) => {
    const document = paragraph.ownerDocument;
    const line = document.querySelector("#sight").getBoundingClientRect().top;
    const range = document.createRange();
    const text = paragraph.firstChild;
    const lines = new Map();
    for (const { index } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      const { top, height } = range.getBoundingClientRect();
      const middle = top + height / 2;
      lines.set(middle, (lines.get(middle) ?? 0) + 1);
    }
    const middles = [...lines.keys()];
    const height = middles[1] - middles[0];
    const above = (middle: number) => Math.min(1, Math.max(0, (line - middle) / height + 0.5));
    const words: number = middles.reduce((sum, middle) => sum + above(middle) * lines.get(middle), 0);
    const time: number = document.defaultView.performance.now();
    return { words, time };
  });
}

/** The words of every paragraph without its cues. */
async function readSpoken(page: Page): Promise<string[]> {
  return page.locator("#script .words").evaluateAll((all) =>
    all.map((paragraph): string => {
      const copy = paragraph.cloneNode(true);
      for (const cue of copy.querySelectorAll(".cue")) cue.remove();
      return copy.textContent;
    }),
  );
}

const paragraphsOf = ({ recording }: PrompterPage) =>
  recording.parts.flatMap(({ passages }) => passages.flatMap(({ paragraphs }) => paragraphs));

const textsOf = (page: PrompterPage): string[] => paragraphsOf(page).map(({ text }) => text);

async function saveMarks(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("s")]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const scroll = (page: Page) =>
  page.locator("html").evaluate((html): number => html.ownerDocument.defaultView.scrollY);

const isRunning = (page: Page) =>
  page.locator("html").evaluate((html): boolean => html.classList.contains("running"));

beforeAll(async () => {
  if (whyNoChromium !== "") {
    if (process.env.CI) throw new Error(whyNoChromium);
    return;
  }
  scratch = mkdtempSync(join(tmpdir(), "roundup-prompter-"));
  sample = writePrompter(scratch, "sample", makeSampleScript());
  every = writePrompter(scratch, "every", makeScriptOf(EVERYTHING));
  even = writePrompter(scratch, "even", makeEvenScript());
  browser = await chromium.launch({
    executablePath: chromiumPath,
    args: "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
      " ",
    ),
  });
}, 60_000);

afterEach(async () => {
  const found = faults.splice(0);
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  expect(found).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  if (scratch) rmSync(scratch, { recursive: true, force: true });
});

const suite =
  whyNoChromium !== "" ? `the prompter in a browser: ${whyNoChromium}` : "the prompter in a browser";

if (whyNoChromium !== "") console.warn(`The prompter is not looked at in a browser: ${whyNoChromium}.`);

describe.skipIf(whyNoChromium !== "" && !process.env.CI)(suite, { timeout: 60_000 }, () => {
  describe("the pace", () => {
    test("is words a minute by the clock on the wall, at any size of type and window", async () => {
      // 160 is the script's own rate; the third is turned up to 200.
      const ways = [
        { options: DESK, keys: "Space", wanted: 160 },
        { options: DESK, keys: "+ + + + + + + + Space", wanted: 160 },
        { options: PHONE, keys: `- ${"ArrowUp ".repeat(8)}Space`, wanted: 200 },
      ];
      const measured = await Promise.all(
        ways.map(async ({ options, keys, wanted }) => {
          const page = await open(even, options);
          await press(page, keys);
          await page.locator('[data-value="elapsed"]', { hasText: "0:01" }).waitFor();
          const from = await countPassed(page);
          await page.waitForFunction((end) => performance.now() >= end, from.time + 10_050);
          const to = await countPassed(page);
          const minutes = (to.time - from.time) / 60_000;
          expect(minutes * 60).toBeGreaterThan(10);
          return { wanted, found: (to.words - from.words) / minutes };
        }),
      );
      for (const { wanted, found } of measured) {
        expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(0.03);
      }
    });

    test("brings the whole script to its end in its running time, pauses and all", async () => {
      const page = await open(every, { isStill: true });
      const { seconds } = every.recording;
      await press(page, "Space");
      await page.clock.runFor((seconds - 2) * 1000);
      expect(await isRunning(page)).toBe(true);
      expect(await valueAt(page, "remaining")).toBe("0:02");
      await page.clock.runFor(2500);
      expect(await isRunning(page)).toBe(false);
      expect(await valueAt(page, "title")).toBe("Outro");
      expect(await valueAt(page, "elapsed")).toBe(formatDuration(Math.floor(seconds)));
      expect(await valueAt(page, "remaining")).toBe("0:00");
      expect(await over(page)).toBe(every.recording.over.replace(/ the target.*/, ""));
      await press(page, "Space");
      expect(await isRunning(page)).toBe(false);
      expect(await valueAt(page, "notice")).toContain("R goes to the top");
    });

    test("takes each part past the line when the rundown says that it is read", async () => {
      const page = await open(every, { isStill: true });
      await press(page, "Space");
      let clock = 0;
      for (const { start, end, title } of every.recording.parts) {
        const middle = (start + end) / 2;
        await page.clock.runFor((middle - clock) * 1000);
        clock = middle;
        const atLine = await page.locator("#sight").evaluate((sight): string => {
          const { top } = sight.getBoundingClientRect();
          const found = sight.ownerDocument.elementFromPoint(640, top);
          return found.closest("[data-part]")?.querySelector("h2").textContent;
        });
        expect(atLine).toBe(title);
        expect(await valueAt(page, "title")).toBe(title);
      }
    });

    test("glides from a segue into the story that is read without a pause", async () => {
      const page = await open(every, { isStill: true });
      await press(page, "ArrowRight ArrowRight");
      expect(await valueAt(page, "place")).toBe("Story 1 of 2");
      await press(page, "Space");
      const places = [await scroll(page)];
      for (let step = 0; step < 15; step++) {
        await page.clock.runFor(100);
        places.push(await scroll(page));
      }
      const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
      // A line is 94 pixels: no tenth of a second takes half of one.
      expect(Math.max(...steps)).toBeLessThan(47);
      expect(places.at(-1)).toBeGreaterThan((places[0] ?? 0) + 100);
    });

    test("does not jump after the browser held it up, as it does a page that is hidden", async () => {
      const page = await open(even, { isStill: true });
      await press(page, "Space");
      await page.clock.runFor(3000);
      const { words } = await countPassed(page);
      await page.clock.fastForward(60_000);
      expect((await countPassed(page)).words - words).toBeLessThan(4);
      expect(await isRunning(page)).toBe(true);
    });

    test("stays where it is told, within 40 and 400", async () => {
      const page = await open(even, { isStill: true });
      for (let times = 0; times < 60; times++) await page.keyboard.press("ArrowUp");
      expect(await valueAt(page, "pace")).toBe("400");
      for (let times = 0; times < 80; times++) await page.keyboard.press("ArrowDown");
      expect(await valueAt(page, "pace")).toBe("40");
    });

    test("is the script's own, with its clock, for the slowest of readers", async () => {
      const slow = writePrompter(
        scratch,
        "slow",
        makeScriptOf({
          show: "reading: { wordsPerMinute: 40 }",
          stories: { a: writeStory({}, makeWords(90)) },
        }),
      );
      const page = await open(slow);
      expect(await valueAt(page, "pace")).toBe("40");
      expect(await valueAt(page, "remaining")).toBe(formatDuration(slow.recording.seconds));
    });

    test("does not lay the page out anew at each frame, however long the script", async () => {
      const many = writePrompter(scratch, "many", makeManyScript(200));
      const page = await open(many, { isStill: true });
      await press(page, "Space");
      await page.clock.runFor(200);
      const counted = await page.locator("#script").evaluate(async (script) => {
        const { prototype } = script.ownerDocument.defaultView.Element;
        const { getBoundingClientRect } = prototype;
        prototype.getBoundingClientRect = function (this: object) {
          script.dataset.measured = String(Number(script.dataset.measured ?? 0) + 1);
          return getBoundingClientRect.call(this);
        };
        return script.querySelectorAll("[data-part]").length as number;
      });
      expect(counted).toBeGreaterThan(200);
      await page.clock.runFor(2000);
      expect(await page.locator("#script").getAttribute("data-measured")).toBe(null);
      await press(page, "+");
      expect(Number(await page.locator("#script").getAttribute("data-measured"))).toBeGreaterThan(600);
    });
  });

  describe("the place", () => {
    test("stays when the type, the window, its sides or the sheet of paper change", async () => {
      const page = await open(even, { isStill: true });
      await press(page, "Space");
      await page.clock.runFor(60_000);
      await press(page, "Space");
      const { words } = await countPassed(page);
      expect(words).toBeGreaterThan(155);
      const remaining = await valueAt(page, "remaining");
      const changes: [string, () => Promise<unknown>][] = [
        ["larger type", () => press(page, "+ + +")],
        ["a small window", () => page.setViewportSize({ width: 400, height: 700 })],
        ["a phone on its side", () => page.setViewportSize({ width: 700, height: 360 })],
        ["mirrored", () => press(page, "m")],
        ["printed", () => page.pdf()],
        ["smaller type", () => press(page, "- - - - -")],
        ["a large window", () => page.setViewportSize({ width: 1600, height: 1000 })],
      ];
      for (const [name, change] of changes) {
        await change();
        await page.clock.runFor(100);
        expect(Math.abs((await countPassed(page)).words - words), name).toBeLessThan(1);
        expect(await valueAt(page, "remaining"), name).toBe(remaining);
      }
    });

    test("stays when the window grows while it runs near the end, and there is less to scroll", async () => {
      const page = await open(even, { isStill: true, viewport: { width: 500, height: 700 } });
      await press(page, "Space");
      await page.clock.runFor((even.recording.seconds - 20) * 1000);
      await page.clock.resume();
      await page.setViewportSize({ width: 1600, height: 700 });
      await page.locator('[data-value="remaining"]', { hasText: "0:17" }).waitFor();
      const times = await page.locator('[data-value="elapsed"], [data-value="remaining"]').allInnerTexts();
      const sum = times.reduce((seconds, time) => seconds + (parseDuration(time) ?? 0), 0);
      expect(Math.abs(sum - even.recording.seconds)).toBeLessThan(2);
    });

    test("is where a hand has scrolled to, and it goes on from there", async () => {
      const page = await open(even);
      await page.mouse.move(640, 400);
      await page.mouse.wheel(0, 1500);
      await page
        .locator('[data-value="remaining"]', { hasNotText: formatDuration(even.recording.seconds) })
        .waitFor();
      expect((await countPassed(page)).words).toBeGreaterThan(20);
      await press(page, "Space");
      await page.locator('[data-value="elapsed"]', { hasText: "0:01" }).waitFor();
      const from = (await countPassed(page)).words;
      await page.mouse.wheel(0, 1500);
      const passed = async () => (await countPassed(page)).words;
      await expect.poll(passed).toBeGreaterThan(from + 60);
      await page.locator('[data-value="elapsed"]', { hasText: "0:03" }).waitFor();
      const scrolled = await passed();
      await page.locator('[data-value="elapsed"]', { hasText: "0:05" }).waitFor();
      // Some five words in two seconds, and a little more on a busy machine.
      const since = (await passed()) - scrolled;
      expect(since).toBeGreaterThan(2);
      expect(since).toBeLessThan(20);
    });

    test("is kept when the page is loaded again", async () => {
      const page = await open(sample);
      await press(page, "ArrowRight ArrowRight ArrowRight");
      await page.reload();
      expect(await valueAt(page, "title")).toBe(sample.recording.parts[3]?.title);
      expect(
        await page.locator("#sight").evaluate((sight) => sight.ownerDocument.defaultView.scrollY),
      ).toBeGreaterThan(500);
    });

    test("is the part that the address names", async () => {
      const page = await open({ ...sample, address: `${sample.address}#story-skills-gap` });
      const named = sample.recording.parts.find(({ slug }) => slug === "skills-gap");
      await page.locator('[data-value="title"]', { hasText: named?.title ?? "?" }).waitFor();
    });
  });

  const sizeOf = (page: Page) =>
    page
      .locator("#script")
      .evaluate((script): number =>
        Number.parseFloat(script.ownerDocument.defaultView.getComputedStyle(script).fontSize),
      );
  const isMirrored = (page: Page) =>
    page
      .locator("#script")
      .evaluate((script): boolean =>
        script.ownerDocument.defaultView.getComputedStyle(script).transform.startsWith("matrix(-1,"),
      );
  const isFull = (page: Page) =>
    page.locator("html").evaluate((html): boolean => html.ownerDocument.fullscreenElement === html);
  // Each key, its button, what either must do to the page that stands at the second part, and what undoes it.
  const CONTROLS: readonly [string, string, (page: Page) => Promise<unknown>, unknown, unknown, string][] = [
    ["Space", "run", isRunning, false, true, "Space"],
    ["ArrowUp", "faster", (page) => valueAt(page, "pace"), "160", "165", "ArrowDown"],
    ["ArrowDown", "slower", (page) => valueAt(page, "pace"), "160", "155", "ArrowUp"],
    ["ArrowRight", "next", (page) => valueAt(page, "place"), "Segment", "Story 1 of 6", "ArrowLeft"],
    ["ArrowLeft", "back", (page) => valueAt(page, "title"), "Local government", "Intro", "ArrowRight"],
    ["+", "larger", sizeOf, 72, 79.2, "-"],
    ["=", "larger", sizeOf, 72, 79.2, "-"],
    ["-", "smaller", sizeOf, 72, 64.8, "+"],
    ["_", "smaller", sizeOf, 72, 64.8, "+"],
    ["m", "mirror", isMirrored, false, true, "M"],
    ["f", "full", isFull, false, true, "F"],
    ["r", "top", (page) => valueAt(page, "title"), "Local government", "Intro", "ArrowRight"],
    ["?", "help", (page) => page.locator("dialog").isVisible(), false, true, "Escape"],
  ];

  test("every key does what its button does, and nothing else", async () => {
    const page = await open(sample);
    await press(page, "ArrowRight");
    const all = async () => JSON.stringify(await Promise.all(CONTROLS.map(([, , look]) => look(page))));
    const untouched = await all();
    for (const [key, action, look, before, after, undo] of CONTROLS) {
      const button = page.locator(`.keys [data-do="${action}"]`);
      for (const act of [() => press(page, key), () => button.click()]) {
        expect(await look(page), `before ${key}, ${action}`).toEqual(before);
        await act();
        await expect.poll(() => look(page), { message: `after ${key}, ${action}` }).toEqual(after);
        await press(page, undo);
        await expect
          .poll(() => look(page), { message: `after ${key}, ${action} and ${undo}` })
          .toEqual(before);
      }
      // While it ran, the place has moved on a little, but no setting has.
      expect(await all(), `after ${key}, ${action}`).toBe(untouched);
    }
  });

  test("a switch is switched back by its key, and says how it stands", async () => {
    const page = await open(sample);
    for (const [key, action, look] of [
      ["m", "mirror", isMirrored],
      ["f", "full", isFull],
    ] as const) {
      const button = page.locator(`.keys [data-do="${action}"]`);
      await press(page, key);
      await expect.poll(() => look(page)).toBe(true);
      await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
      await press(page, key);
      await expect.poll(() => look(page)).toBe(false);
      await expect.poll(() => button.getAttribute("aria-pressed")).toBe("false");
    }
    await press(page, "?");
    await press(page, "Escape");
    expect(await page.locator("dialog").isVisible()).toBe(false);
    await press(page, "? ?");
    expect(await page.locator("dialog").isVisible()).toBe(false);
  });

  test("the left arrow goes to the start of the story first, and then to the one before", async () => {
    const page = await open(sample, { isStill: true });
    await press(page, "ArrowRight ArrowRight");
    const start = await scroll(page);
    await press(page, "Space");
    await page.clock.runFor(10_000);
    expect(await scroll(page)).toBeGreaterThan(start + 100);
    await press(page, "ArrowLeft");
    expect(await scroll(page)).toBeCloseTo(start, 0);
    await press(page, "ArrowLeft");
    expect(await valueAt(page, "title")).toBe("Local government");
    expect(await isRunning(page)).toBe(true);
  });

  test("keys with Ctrl, Alt or Meta stay the browser's, and other keys while the sheet is open do nothing", async () => {
    const page = await open(sample);
    await press(page, "Control+m Alt+t Meta+ArrowUp");
    await press(page, "? m t ArrowUp");
    await press(page, "Escape");
    expect([await isMirrored(page), await valueAt(page, "marks"), await valueAt(page, "pace")]).toEqual([
      false,
      "0",
      "160",
    ]);
  });

  test("a button that was clicked leaves the space bar alone, one that was reached by keys is pressed by it", async () => {
    const page = await open(sample);
    await page.locator('.keys [data-do="faster"]').click();
    await press(page, "Space");
    expect(await isRunning(page)).toBe(true);
    expect(await valueAt(page, "pace")).toBe("165");
    await press(page, "Space");
    await page.locator('.keys [data-do="slower"]').focus();
    await press(page, "Space");
    expect(await isRunning(page)).toBe(false);
    expect(await valueAt(page, "pace")).toBe("160");
  });

  test("the top sets the clock to zero and stops", async () => {
    const page = await open(sample, { isStill: true });
    await press(page, "Space");
    await page.clock.runFor(30_500);
    expect(await valueAt(page, "elapsed")).toBe("0:30");
    await press(page, "r");
    expect(await isRunning(page)).toBe(false);
    expect(await valueAt(page, "elapsed")).toBe("0:00");
    expect(await valueAt(page, "remaining")).toBe(formatDuration(sample.recording.seconds));
  });

  test("the clock says how far over or under the target it will be at this pace", async () => {
    const page = await open(sample, { isStill: true });
    const { seconds, target } = sample.recording;
    expect(`${await over(page)} the target of 9:00`).toBe(sample.recording.over);
    await press(page, "ArrowDown ArrowDown ArrowDown ArrowDown");
    expect(await valueAt(page, "pace")).toBe("140");
    const slow = (seconds * 160) / 140;
    expect(await valueAt(page, "remaining")).toBe(formatDuration(slow));
    expect(await over(page)).toBe(`${formatDuration(slow - (target ?? 0))} over`);
    expect(await (await open(even)).locator("[data-over]").isVisible()).toBe(false);
  });

  test("the bar is cut by the rundown, with what is read lit and what was read full", async () => {
    const page = await open(sample, { isStill: true });
    await press(page, "ArrowRight ArrowRight ArrowRight");
    await press(page, "Space");
    await page.clock.runFor(39_500);
    const cells = await page
      .locator(".progress > *")
      .evaluateAll((all) =>
        all.map((cell): [boolean, number, number] => [
          cell.hasAttribute("data-now"),
          Math.round(Number.parseFloat(cell.style.getPropertyValue("--done") || "0")),
          cell.getBoundingClientRect().width,
        ]),
      );
    const { parts, seconds } = sample.recording;
    expect(cells).toHaveLength(parts.length);
    expect(cells.map(([isNow]) => isNow)).toEqual(parts.map((_, index) => index === 3));
    expect(cells.map(([, done]) => done)).toEqual(
      parts.map((_, index) => (index < 3 ? 100 : index === 3 ? 50 : 0)),
    );
    parts.forEach((part, index) => {
      expect(Math.abs((cells[index]?.[2] ?? 0) / 1280 - part.seconds / seconds)).toBeLessThan(0.02);
    });
  });

  describe("marks", () => {
    test("are saved as a label track: a line for each, in seconds from the start, stops included", async () => {
      const page = await open(sample, { isStill: true });
      await press(page, "ArrowRight ArrowRight Space");
      await page.clock.runFor(20_000);
      await press(page, "t Space");
      await page.clock.runFor(10_000);
      await press(page, "Space");
      await page.clock.runFor(2000);
      await press(page, "t");
      expect(await valueAt(page, "notice")).toBe("Retake 2 marked at 0:32");
      const { name, text } = await saveMarks(page);
      expect(name).toBe("edition-marks.txt");
      const lines = text.split("\n");
      expect(lines).toHaveLength(3);
      expect(lines[2]).toBe("");
      const [first = "", second = ""] = lines;
      expect(first).toMatch(
        /^(\d+\.\d{6})\t\1\tRetake 1, take 1, story-loti-guidance, script \d:\d\d: \S.*\S$/,
      );
      expect(Math.abs(Number.parseFloat(first) - 20)).toBeLessThan(0.1);
      expect(Math.abs(Number.parseFloat(second) - 32)).toBeLessThan(0.1);
      // The words are those that stand at the line, or next to it.
      const said = second.split(": ").at(-1) ?? "?";
      expect(textsOf(sample).join("\n")).toContain(said);
      const shown = await page.locator("#sight").evaluate((sight): string => {
        const { top } = sight.getBoundingClientRect();
        return sight.ownerDocument.elementFromPoint(640, top).closest(".words").textContent;
      });
      expect(shown).toContain(said);
    });

    test("outlive the page, and can be brought back when they were cleared", async () => {
      const page = await open(sample);
      await press(page, "t ArrowRight t");
      await page.reload();
      expect(await valueAt(page, "marks")).toBe("2");
      await press(page, "t ?");
      await page.getByRole("button", { name: "Clear 3 marks" }).click();
      expect(await page.locator('[data-value="marks"]').textContent()).toBe("0");
      await page.reload();
      await press(page, "t ?");
      await page.getByRole("button", { name: "Clear 1 mark" }).click();
      await page.getByRole("button", { name: "Bring back 4 marks" }).click();
      await press(page, "Escape");
      const { text } = await saveMarks(page);
      expect(text.match(/^0\.000000\t0\.000000\tRetake [1-4], take [123], /gm)).toHaveLength(4);
    });

    test("belong to their episode", async () => {
      const page = await open(sample);
      await press(page, "t");
      await page.goto(every.address);
      expect(await valueAt(page, "marks")).toBe("0");
      await press(page, "s");
      expect(await valueAt(page, "notice")).toContain("No marks yet");
    });

    test("are saved where the browser keeps nothing, which is said", async () => {
      const refuse =
        "Storage.prototype.setItem = Storage.prototype.getItem = () => { throw new Error('no'); };";
      const page = await open(sample, { before: refuse });
      await press(page, "t t + ArrowUp");
      await press(page, "t");
      expect(await valueAt(page, "notice")).toContain("keeps nothing");
      expect((await saveMarks(page)).text.split("\n")).toHaveLength(4);
    });
  });

  test("pace, size and mirror are remembered, and the pace only for the rate that the script was timed at", async () => {
    const page = await open(sample);
    await press(page, "ArrowUp ArrowUp + + m");
    await page.reload();
    const state = async () => [
      await valueAt(page, "pace"),
      Math.round(await sizeOf(page)),
      await isMirrored(page),
    ];
    expect(await state()).toEqual(["170", 86, true]);
    const other = writePrompter(scratch, "other", makeScriptOf({ show: "reading: { wordsPerMinute: 130 }" }));
    await page.goto(other.address);
    expect(await state()).toEqual(["130", 86, true]);
  });

  test("the controls go while it runs and come back when the mouse moves; they stay while it stands", async () => {
    const page = await open(sample, { isStill: true });
    const opacity = () =>
      page
        .locator(".keys")
        .evaluate((keys): string => keys.ownerDocument.defaultView.getComputedStyle(keys).opacity);
    await page.clock.runFor(5000);
    expect(await opacity()).toBe("1");
    await press(page, "Space");
    await page.clock.runFor(3000);
    await expect.poll(opacity).toBe("0");
    await page.mouse.move(300, 300);
    await page.mouse.move(320, 300);
    await expect.poll(opacity).toBe("1");
    await page.clock.runFor(3000);
    await expect.poll(opacity).toBe("0");
    await press(page, "Space");
    await expect.poll(opacity).toBe("1");
  });

  test("a tap on the words starts and stops, and buttons work by touch", async () => {
    const page = await open(sample, PHONE);
    await page.touchscreen.tap(160, 300);
    await expect.poll(() => isRunning(page)).toBe(true);
    await page.touchscreen.tap(160, 300);
    await expect.poll(() => isRunning(page)).toBe(false);
    for (const [action, value, wanted] of [
      ["faster", "pace", "165"],
      ["mark", "marks", "1"],
    ] as const) {
      await page.locator(`.keys [data-do="${action}"]`).tap();
      expect(await valueAt(page, value)).toBe(wanted);
    }
  });

  test("it waits while a finger rests on the words, and goes on from where it lets go", async () => {
    const page = await open(even, { ...PHONE, isStill: true });
    await press(page, "Space");
    await page.clock.runFor(3000);
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y: number) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: 160, y }],
      });
    await touch("touchStart", 400);
    await page.clock.runFor(100);
    const held = (await countPassed(page)).words;
    await page.clock.runFor(5000);
    expect((await countPassed(page)).words).toBeCloseTo(held, 1);
    for (const y of [370, 340, 310, 280]) await touch("touchMove", y);
    await page.clock.runFor(100);
    await touch("touchEnd", 280);
    // What the finger has thrown comes to rest in the browser's own time.
    const resting = async () => {
      const before = await scroll(page);
      await page.clock.runFor(300);
      return (await scroll(page)) - before;
    };
    await expect.poll(resting, { interval: 100 }).toBeLessThan(15);
    const dragged = (await countPassed(page)).words;
    expect(dragged - held).toBeGreaterThan(5);
    await page.clock.runFor(6000);
    const later = (await countPassed(page)).words;
    expect(later - dragged).toBeGreaterThan(12);
    expect(later - dragged).toBeLessThan(20);
  });

  test("the screen is kept awake, and asked for again when the page is seen again", async () => {
    const before = `Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind) => {
      window.asked = [...(window.asked ?? []), kind]; } } });`;
    const page = await open(sample, { before });
    expect(await page.evaluate("window.asked")).toEqual(["screen"]);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    expect(await page.evaluate("window.asked")).toEqual(["screen", "screen"]);
  });

  test("the page asks for nothing but itself, whatever is done", async () => {
    const asked: string[] = [];
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(every.address);
    await press(page, "Space + m t ? Escape");
    await saveMarks(page);
    expect(asked.filter((address) => !address.startsWith("blob:"))).toEqual([every.address]);
  });

  test("the text of an author is text, and runs nothing", async () => {
    const page = await open(every);
    expect(await page.title()).toContain("</title><script>document.title = 'x'</script>");
    await press(page, "ArrowRight ArrowRight");
    expect(await valueAt(page, "title")).toContain('"><img src=x');
    expect(await page.locator("img, #script script").count()).toBe(0);
  });

  test("its words without the cues are those of the transcript, to the letter", async () => {
    for (const page of [sample, every]) {
      expect(await readSpoken(await open(page))).toEqual(textsOf(page));
    }
  });

  test("axe finds nothing: on a desk, on a phone, mirrored, and with the sheet of keys", async () => {
    const ask = async (page: Page) => {
      await page.evaluate(axe.source);
      const found = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
      return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 120)}`);
    };
    const wide = await open(every);
    expect(await ask(wide), "desk").toEqual([]);
    await press(wide, "ArrowRight ArrowRight m t");
    expect(await ask(wide), "mirrored").toEqual([]);
    await press(wide, "?");
    expect(await ask(wide), "keys").toEqual([]);
    const narrow = await open(every, PHONE);
    await press(narrow, "ArrowRight ArrowRight");
    expect(await ask(narrow), "phone").toEqual([]);
  });

  test("on a screen of 320 pixels nothing is wider than the screen, and every button is 40 pixels at least", async () => {
    const page = await open(every, PHONE);
    const widest = async () =>
      page
        .locator("html")
        .evaluate((html): number => Math.max(html.scrollWidth, html.ownerDocument.body.scrollWidth));
    const smallest = async () =>
      page.locator("button:visible").evaluateAll((all) =>
        Math.min(
          ...all.map((button): number => {
            const { width, height } = button.getBoundingClientRect();
            return Math.min(width, height);
          }),
        ),
      );
    expect(await widest()).toBe(320);
    expect(await smallest()).toBeGreaterThanOrEqual(40);
    await press(page, "+ + + + + t ?");
    expect(await widest()).toBe(320);
    expect(await smallest()).toBeGreaterThanOrEqual(40);
  });

  test("without script all the words are there to be read, and no control that does nothing", async () => {
    const page = await open(every, { javaScriptEnabled: false });
    for (const text of textsOf(every)) {
      const shown = await page.locator("#script").innerText();
      if (!text.includes("Hounslow")) expect(shown).toContain(text);
    }
    expect(await page.locator("button:visible, dialog:visible, #prompter:visible").count()).toBe(0);
    expect(await page.locator("h1").isVisible()).toBe(true);
  });

  describe.skipIf(!hasPdfReader)("on paper", () => {
    async function print(page: Page): Promise<string[]> {
      const file = join(scratch, "prompter.pdf");
      await page.pdf({ path: file, format: "A4" });
      const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      return text.split("\f").slice(0, -1);
    }

    test("each story has a page, with its slug at the top left and its length at the right", async () => {
      const page = await open(sample);
      await press(page, "m + + + ArrowRight t Space");
      const sheets = await print(page);
      const { parts } = sample.recording;
      const opening = parts.filter((_, index) => index > 0 && parts[index - 1]?.kind !== "segment");
      const heads = opening.map(
        ({ slug }) => new RegExp(slug === null ? "^\\d:\\d\\d$" : `^${slug} .* \\d:\\d\\d$`),
      );
      const tops = sheets.map((sheet) => sheet.trim().split("\n")[0] ?? "");
      // A story that is longer than its page goes on without a head.
      const found = tops.slice(1).filter((top) => /\d:\d\d$/.test(top));
      expect(found).toEqual(heads.map((head) => expect.stringMatching(head)));
      expect(sheets[0]).toContain("Episode 2");
      const whole = sheets.join("\n");
      expect(whole).not.toMatch(/Start|elapsed|Retake|Type/);
      const squeeze = (text: string) => text.replace(/\s+/g, "");
      for (const paragraph of paragraphsOf(sample)) {
        const seen = paragraph.runs
          .map((run) => (run.kind === "words" ? run.text : `[${run.text}]`))
          .join("");
        expect(squeeze(whole)).toContain(squeeze(seen));
      }
    });

    test("the first story of a segment stands below the segment's own words", async () => {
      const sheets = await print(await open(every));
      expect(sheets).toHaveLength(4);
      expect(sheets[1]).toMatch(/We begin in Whitehall\.\s+first .*\d:\d\d\n/);
      expect(sheets[2]).toMatch(/Now the town hall\.\s+second .*\d:\d\d\n/);
    });

    test("is white, with black ink of 16 points, and cuts no paragraph", async () => {
      const page = await open(sample);
      await press(page, "m +");
      await page.emulateMedia({ media: "print" });
      const look = await page
        .locator(".words")
        .first()
        .evaluate((words) => {
          const styleOf = words.ownerDocument.defaultView.getComputedStyle;
          const { color, fontSize, breakInside } = styleOf(words);
          const { transform } = styleOf(words.ownerDocument.querySelector("#script"));
          return [color, fontSize, breakInside, transform, styleOf(words.ownerDocument.body).backgroundColor];
        });
      expect(look).toEqual(["rgb(0, 0, 0)", "21.3333px", "avoid", "none", "rgb(255, 255, 255)"]);
    });
  });
});
