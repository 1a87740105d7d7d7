// The pages as they stand in their files: what a validator says of them, and what may never be in them.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateHtml } from "../support/validate-html.ts";
import {
  type BuiltEpisode,
  type BuiltShows,
  buildShows,
  PAGES,
  readPage,
  removeShows,
} from "./build-shows.ts";

let shows: BuiltShows;
beforeAll(async () => {
  shows = await buildShows();
}, 30_000);
afterAll(() => {
  if (shows) removeShows(shows);
});

// Mail programs know the HTML of 1999: sizes as attributes, styles inline, and a table for Outlook in a comment.
const OF_MAIL = {
  "no-deprecated-attr": "off",
  "no-inline-style": "off",
  "no-conditional-comment": "off",
} as const;

/** Asserts of every page of every episode; the name says which one fails. */
function everyPage(pages: readonly string[], assert: (html: string, episode: BuiltEpisode) => void): void {
  for (const episode of shows.episodes) {
    for (const page of pages) {
      try {
        assert(readPage(episode, page), episode);
      } catch (error) {
        if (error instanceof Error) error.message = `${page} of ${episode.name}: ${error.message}`;
        throw error;
      }
    }
  }
}

const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];
const headingsOf = (html: string) => [...html.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]));

describe("every page", () => {
  test("passes html-validate", () => {
    everyPage(["transcript.html", "sources.html"], (html) => expect(validateHtml(html)).toEqual([]));
    everyPage(["newsletter.html"], (html) => expect(validateHtml(html, OF_MAIL)).toEqual([]));
  });

  test("has one h1 and skips no level", () => {
    everyPage(PAGES, (html) => {
      const levels = headingsOf(html);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, index) => {
        expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
      });
    });
  });

  test("says its language, and names the episode and the show in its title", () => {
    everyPage(PAGES, (html, { title, showTitle, language }) => {
      const escaped = /<title>(.*)<\/title>/.exec(html)?.[1] ?? "";
      const name = escaped
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
      expect(name).toContain(title);
      expect(name).toContain(showTitle);
      expect(html).toContain(`<html lang="${language}">`);
    });
  });

  test("holds no script, no picture, no frame and no address that is fetched", () => {
    everyPage([...PAGES, "show-notes.html"], (html) => {
      expect(html).not.toMatch(/<(script|img|iframe|object|embed|link|base|form|svg|video|audio)\b/i);
      expect(html).not.toMatch(/@import|@font-face|\burl\(|\bsrc=|\bsrcset=|javascript:/i);
    });
  });

  test("never carries an author's text into a tag, as a style or as an event", () => {
    everyPage([...PAGES, "show-notes.html"], (html) => {
      const tags = tagsOf(html).map((tag) => tag.replace(/ href="[^"]*"/, ""));
      expect(tags.filter((tag) => tag.includes("AUTHOR"))).toEqual([]);
      expect(tags.filter((tag) => /\son[a-z]+\s*=/i.test(tag))).toEqual([]);
    });
    everyPage(["transcript.html", "sources.html", "show-notes.html"], (html) => {
      expect(tagsOf(html).filter((tag) => /\sstyle\s*=/i.test(tag))).toEqual([]);
    });
  });
});

describe("show-notes.html", () => {
  test("holds only the five tags that podcast hosts keep, and of attributes only href", () => {
    everyPage(["show-notes.html"], (html) => {
      const others = tagsOf(html).filter((tag) => !/^<(?:\/?(?:p|ol|ul|li|a)|a href="[^"]*")>$/.test(tag));
      expect(others).toEqual([]);
    });
  });

  test("passes html-validate as the body of a page", () => {
    everyPage(["show-notes.html"], (html) => {
      const page = `<!DOCTYPE html>\n<html lang="en">\n<head><title>Show notes</title></head>\n<body>\n${html}</body>\n</html>\n`;
      expect(validateHtml(page)).toEqual([]);
    });
  });
});

describe("newsletter.html", () => {
  test("is under 80 KB", () => {
    everyPage(["newsletter.html"], (html) => expect(Buffer.byteLength(html)).toBeLessThan(80 * 1024));
  });

  test("is laid out in tables that say they are layout, 640 pixels wide", () => {
    everyPage(["newsletter.html"], (html) => {
      const layout = tagsOf(html).filter((tag) => tag.includes("cellpadding="));
      expect(layout.length).toBeGreaterThan(1);
      for (const tag of layout) expect(tag).toContain('role="presentation"');
      expect(html).toContain("max-width:640px");
    });
  });

  test("declares both colour schemes and uses neither pure black nor pure white", () => {
    everyPage(["newsletter.html"], (html) => {
      expect(html).toContain('<meta name="color-scheme" content="light dark">');
      expect(html).toContain('<meta name="supported-color-schemes" content="light dark">');
      expect(html).not.toMatch(
        /#(?:000|fff|000000|ffffff)\b|:\s*(?:black|white)\b|rgb\(\s*(?:0,\s*0,\s*0|255,\s*255,\s*255)/i,
      );
    });
  });

  test("opens with a hidden line for the list of messages", () => {
    everyPage(["newsletter.html"], (html) => {
      const [, first = ""] = /<body[^>]*>\s*(<div[^>]*>[^<]+<\/div>)/.exec(html) ?? [];
      expect(first).toMatch(/^<div style="display:none;/);
    });
  });

  test("styles its body, headings and cells inline", () => {
    everyPage(["newsletter.html"], (html) => {
      const shown = html.replace(/<!--[\s\S]*?-->/g, "");
      const styled = tagsOf(shown).filter((tag) =>
        /^<(?:body|h[1-6]|t[dh]|p|a|[ou]l|li|blockquote|pre)\b/.test(tag),
      );
      expect(styled.filter((tag) => !tag.includes(' style="'))).toEqual([]);
    });
  });
});
