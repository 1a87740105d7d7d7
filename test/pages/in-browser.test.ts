// The pages in a real browser: seen by axe, on a narrow and on a wide screen, in light and in dark, and on paper.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe, { type AxeResults, type RunOptions } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, hasPdfReader, whyNoChromium } from "../support/outside-programs.ts";
import { type BuiltShows, buildShows, PAGES, removeShows, SAMPLE } from "./build-shows.ts";

const SCHEMES = ["light", "dark"] as const;
const NARROW = 320;
const WIDE = 1200;

/** WCAG 2.5.8, in CSS pixels. */
const TARGET = 24;

let shows: BuiltShows;
let browser: Browser;
let tabs: readonly OpenPage[];
let scratch: string;

/** A page that is open in the browser, which it is, and every address that it asked for. */
interface OpenPage {
  readonly page: Page;
  readonly name: string;
  readonly episode: string;
  readonly address: string;
  readonly asked: readonly string[];
}

/** Opens every page of every episode, each in a tab that stays open. */
async function openTabs(): Promise<OpenPage[]> {
  const context = await browser.newContext();
  const all = shows.episodes.flatMap((episode) => PAGES.map((name) => ({ episode, name })));
  return Promise.all(
    all.map(async ({ episode, name }) => {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const address = pathToFileURL(join(episode.folder, name)).href;
      await page.goto(address);
      return { page, name, episode: episode.name, address, asked };
    }),
  );
}

/** Looks at every open page of these kinds, a few at a time; a failure says at which. */
async function everyPage(names: readonly string[], look: (open: OpenPage) => Promise<void>): Promise<void> {
  const waiting = tabs.filter(({ name }) => names.includes(name));
  const work = async () => {
    for (let open = waiting.shift(); open; open = waiting.shift()) {
      try {
        await show(open, NARROW, "light");
        await look(open);
      } catch (error) {
        if (error instanceof Error) error.message = `${open.name} of ${open.episode}: ${error.message}`;
        throw error;
      }
    }
  };
  await Promise.all([work(), work(), work()]);
}

/** How the open page is looked at; it lays itself out anew, and is not read again. */
async function show({ page }: OpenPage, width: number, colorScheme: "light" | "dark"): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ media: "screen", colorScheme });
}

/** What axe has against the open page, a line each; of mail it asks no landmarks, which are the mail program's. */
async function askAxe({ page, name }: OpenPage): Promise<string[]> {
  const isMail = name === "newsletter.html";
  const options: RunOptions = {
    resultTypes: ["violations"],
    rules: isMail ? { region: { enabled: false }, "landmark-one-main": { enabled: false } } : {},
  };
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe.source);
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 120)}`);
}

async function measureOverflow({ page }: OpenPage): Promise<number> {
  const root = page.locator("html");
  return root.evaluate((html) => Math.max(html.scrollWidth, html.ownerDocument.body.scrollWidth));
}

/** The shown text of the open page, one piece of text each, without blanks. */
async function readTexts({ page }: OpenPage): Promise<string[]> {
  const texts: string[] = await page.locator("body").evaluate((body) => {
    const walker = body.ownerDocument.createTreeWalker(body, 4);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.checkVisibility() && !node.parentElement.matches(".skip"))
        found.push(node.textContent ?? "");
    }
    return found;
  });
  return texts.map(squeeze).filter((text) => text !== "");
}

const squeeze = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

/** The open page as paper: the text of each sheet, without the number at its foot. */
async function print({ page, name, episode }: OpenPage): Promise<string[]> {
  const file = join(scratch, `${name} of ${episode}.pdf`);
  await page.emulateMedia({ media: "print" });
  await page.pdf({ path: file, format: "A4" });
  const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
  return text
    .split("\f")
    .slice(0, -1)
    .map((sheet) => sheet.trim().replace(/\n\d+$/, ""));
}

beforeAll(async () => {
  if (whyNoChromium !== "") {
    if (process.env.CI) throw new Error(whyNoChromium);
    return;
  }
  scratch = mkdtempSync(join(tmpdir(), "roundup-browser-"));
  const [all, started] = await Promise.all([
    buildShows(),
    chromium.launch({
      executablePath: chromiumPath,
      args: "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
        " ",
      ),
    }),
  ]);
  // One of the sample's two episodes is enough for the browser, which is slow.
  shows = { ...all, episodes: all.episodes.filter(({ name }) => name !== SAMPLE.first) };
  browser = started;
  tabs = await openTabs();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  if (shows) removeShows(shows);
  if (scratch) rmSync(scratch, { recursive: true, force: true });
});

const suite = whyNoChromium !== "" ? `pages in a browser: ${whyNoChromium}` : "pages in a browser";

if (whyNoChromium !== "") console.warn(`Pages are not looked at in a browser: ${whyNoChromium}.`);

describe.skipIf(whyNoChromium !== "" && !process.env.CI)(suite, { timeout: 60_000 }, () => {
  test("axe finds nothing, in light and in dark, narrow and wide", async () => {
    await everyPage(PAGES, async (open) => {
      for (const width of [NARROW, WIDE]) {
        for (const scheme of SCHEMES) {
          await show(open, width, scheme);
          expect(await askAxe(open), `${scheme}, ${width} pixels`).toEqual([]);
        }
      }
    });
  });

  test("no page scrolls sideways on a screen of 320 pixels, whatever the words", async () => {
    await everyPage(PAGES, async (open) => {
      expect(await measureOverflow(open)).toBe(NARROW);
    });
  });

  test("a page asks for nothing but itself", async () => {
    await everyPage(PAGES, async ({ asked, address }) => {
      expect(asked).toEqual([address]);
    });
  });

  test("every line of every link is at least 24 pixels high", async () => {
    await everyPage(PAGES, async (open) => {
      for (const width of [NARROW, WIDE]) {
        await show(open, width, "light");
        const small = await open.page
          .locator("a")
          .evaluateAll(
            (links, least) =>
              links
                .flatMap((link) => [...link.getClientRects()].map((box) => [link.textContent, box.height]))
                .filter(([, height]) => height < least),
            TARGET,
          );
        expect(small).toEqual([]);
      }
    });
  });

  test("the first key press shows a link past the head, and each link shows that it is chosen", async () => {
    await everyPage(["transcript.html", "sources.html"], async ({ page }) => {
      await page.keyboard.press("Tab");
      const skip = page.locator("a:focus");
      expect(await skip.getAttribute("href")).toBe("#content");
      const box = await skip.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.height).toBeGreaterThanOrEqual(TARGET);
      const looks = await page.locator("a").evaluateAll((links) =>
        links.map((link) => {
          link.focus({ focusVisible: true });
          const look = link.ownerDocument.defaultView.getComputedStyle(link);
          return `${look.outlineStyle} ${look.outlineWidth}`;
        }),
      );
      expect(new Set(looks)).toEqual(new Set(["solid 3px"]));
    });
  });

  test("paper is white and ink is black, in dark as well", async () => {
    await everyPage(["transcript.html", "sources.html"], async ({ page }) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const colours = await page.locator("body").evaluate((body) => {
        const look = body.ownerDocument.defaultView.getComputedStyle(body);
        return [look.backgroundColor, look.color];
      });
      expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    });
  });

  test.skipIf(!hasPdfReader)("printed pages hold all the text, and the address of each source", async () => {
    await everyPage(PAGES, async (open) => {
      const texts = await readTexts(open);
      const links: string[] = await open.page
        .locator(open.name === "newsletter.html" ? ".story a" : ".sources a")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      const sheets = squeeze((await print(open)).join("\n"));
      const missing = [...texts, ...links.map((link) => squeeze(`(${link})`))].filter(
        (text) => !sheets.includes(text),
      );
      expect(missing).toEqual([]);
    });
  });

  test.skipIf(!hasPdfReader)("no printed sheet ends with a heading", async () => {
    await everyPage(PAGES, async (open) => {
      const headings = (await open.page.locator("h1, h2, h3, h4").allTextContents()).map(squeeze);
      for (const sheet of await print(open)) {
        const last = squeeze(sheet.split("\n").at(-1) ?? "");
        expect(headings.filter((heading) => heading.endsWith(last))).toEqual([]);
      }
    });
  });

  test("the newsletter stands without its style element, in light and in dark", async () => {
    await everyPage(["newsletter.html"], async (open) => {
      const widthOfSheet = async () =>
        (await open.page.locator("table[role] table[role]").boundingBox())?.width;
      const whole = await readTexts(open);
      await show(open, WIDE, "light");
      expect(await widthOfSheet()).toBe(640);
      await open.page.locator("style").evaluate((style) => style.remove());
      expect(await readTexts(open)).toEqual(whole);
      expect(await widthOfSheet()).toBe(640);
      for (const scheme of SCHEMES) {
        await show(open, NARROW, scheme);
        expect(await measureOverflow(open)).toBe(NARROW);
        expect(await askAxe(open), scheme).toEqual([]);
      }
    });
  });
});
