import { describe, expect, test } from "vitest";
import { arrangeEpisode } from "../../src/episode/episode.ts";
import { parseYaml } from "../../src/input/parse-yaml.ts";
import { parseEpisodeNote } from "../../src/notes/episode-note.ts";
import { writeSettings, writeStarterShow } from "../../src/notes/starter-show.ts";
import { parseStory } from "../../src/notes/story-note.ts";
import { DEFAULT_SHOW, parseShow } from "../../src/show.ts";

const TITLE = 'A "show": of *mine* #1';
const files = writeStarterShow(TITLE, "2026-10-03");
const contentOf = (path: string) => files.find((file) => file.path === path)?.content ?? "";

describe("a new show", () => {
  test("is read without a problem, with its title and every default", () => {
    const { show, problems } = parseShow(contentOf("roundup.yaml"), null);
    expect(problems).toEqual([]);
    expect(show).toEqual({ ...DEFAULT_SHOW, title: TITLE });
  });

  test("has one episode with a story a segment, without a problem", () => {
    const note = parseEpisodeNote(
      "episodes/001/episode.md",
      "001",
      contentOf("episodes/001/episode.md"),
      true,
    );
    const stories = files
      .filter(({ path }) => path.includes("/stories/"))
      .map(({ path, content }) => parseStory(path, content));
    expect([...note.problems, ...stories.flatMap(({ problems }) => problems)]).toEqual([]);
    if (!note.note) throw new Error("no note");
    const arranged = arrangeEpisode(
      DEFAULT_SHOW,
      note.note,
      stories.flatMap((story) => story.note ?? []),
    );
    expect(arranged.problems).toEqual([]);
    expect(arranged.episode?.segments.map(({ id, stories: told }) => [id, told.length])).toEqual([
      ["central", 1],
      ["local", 1],
      ["nhs", 1],
    ]);
  });

  test("explains every key of the settings, and is read without a problem when all that stand as comments are taken in", () => {
    const settings = writeSettings(TITLE);
    const uncommented = settings
      .replace(/^( *)# ((?: {2})*(?:- .*|[a-zA-Z-]+:(?: .*)?))$/gm, "$1$2")
      .replace("yaml-language-server:", "# y:");
    const { show, problems } = parseShow(uncommented, null);
    expect(problems).toEqual([]);
    expect(show).toMatchObject({ publisher: "Your organisation", checks: { "no-source": "error" } });
    const value = parseYaml("roundup.yaml", uncommented, 1).value as Record<string, object>;
    expect(Object.keys(value.show ?? {})).toHaveLength(10);
  });
});
