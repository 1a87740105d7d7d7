// script.txt, script.fountain and script.ssml, each by its own rules; all of them hold every word in order.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeRecording, type Recording } from "../../src/render/recording.ts";
import { renderFountain } from "../../src/render/script-fountain.ts";
import { renderSsml } from "../../src/render/script-ssml.ts";
import { renderPlainScript } from "../../src/render/script-txt.ts";
import {
  makeBuiltInScript,
  makeScriptOf,
  templates,
  writeEpisode,
  writeStory,
} from "../support/make-episode.ts";
import { findMissing } from "../support/outside-programs.ts";

const temporary = mkdtempSync(join(tmpdir(), "roundup-scripts-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const noXmllint = findMissing("xmllint");
const noVoice = findMissing("espeak-ng");

const recording = makeRecording(
  makeScriptOf({
    show: "show: { title: The <Show> & Co, host: Ann Lee }\nreading: { wordsPerMinute: 150 }\n",
    episode: writeEpisode({ number: 4, title: "An *odd* edition", target: "1:00" }),
    stories: {
      mill: writeStory(
        { title: "The mill", say: { Ynys: "UN-iss", "A&B": "<ay> & bee" } },
        "At Ynys, *the mill* turns & turns. “<b>5 < 6</b>,” says A&B.\n\n> So does **Ynys**.\n\n- One item [[here]] /* there.\n- (Another one.)",
      ),
      ward: writeStory({ title: "A ward", segment: "nhs" }, "It opened."),
    },
    narration: "## Intro\n\nHello to all.\n\n## mill\n\nFirst up,\n\n## Outro\n\nGoodbye.\n",
  }),
);

const paragraphsOf = ({ parts }: Recording) =>
  parts.flatMap((part) => part.passages.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)));

describe("script.txt", () => {
  const { name, content } = renderPlainScript(recording, templates);

  test("is sixty columns wide", () => {
    expect(name).toBe("script.txt");
    expect(content.split("\n").filter((line) => [...line].length > 60)).toEqual([]);
    expect(content.endsWith("\n")).toBe(true);
  });

  test("begins with show, episode, host, length and rundown", () => {
    expect(content.split("\n").slice(0, 12)).toEqual([
      "The <Show> & Co, Episode 4",
      "An *odd* edition",
      "3 October 2026, read by Ann Lee",
      "",
      "31 words at 150 a minute, 0:20 in all, 0:40 under the target",
      "of 1:00",
      "",
      " start   time",
      "  0:00   0:01  Intro",
      "  0:03   0:12  The mill",
      "  0:17   0:01  A ward",
      "  0:20   0:00  Outro",
    ]);
  });

  test("puts what is not said into brackets in capitals, on lines of its own", () => {
    const cues = content.split("\n").filter((line) => /^\[.*\]$/.test(line));
    expect(cues).toEqual([
      "[INTRO, 0:01, STARTS AT 0:00]",
      "[PAUSE 2 SECONDS]",
      "[CENTRAL GOVERNMENT]",
      "[MILL, 0:12, STARTS AT 0:03]",
      "[THE MILL]",
      "[SEGUE]",
      "[STORY, READ STRAIGHT ON]",
      "[PAUSE 2 SECONDS]",
      "[NHS]",
      "[WARD, 0:01, STARTS AT 0:17]",
      "[A WARD]",
      "[PAUSE 2 SECONDS]",
      "[OUTRO, 0:00, STARTS AT 0:20]",
    ]);
  });

  test("has a pronunciation as it is spelt, marks stress, and sets a quotation in", () => {
    expect(content).toContain("\nAt Ynys [UN-iss], *the mill* turns");
    expect(content).toContain("\n    So does *Ynys*.\n");
  });

  test("holds every word in order", () => {
    const plain = content
      .replace(/\s?(?<!\[)\[[^[\]]*\](?!\])/g, "")
      .replaceAll("*", "")
      .replace(/\s+/g, " ");
    let from = 0;
    for (const text of paragraphsOf(recording)) {
      const at = plain.indexOf(text.replaceAll("*", ""), from);
      expect(at, text).toBeGreaterThanOrEqual(from);
      from = at + text.length;
    }
  });
});

describe("script.fountain", () => {
  const { name, content } = renderFountain(recording, templates);

  test("has a title page, a section for each segment and a scene for each part", () => {
    expect(name).toBe("script.fountain");
    expect(content.split("\n").slice(0, 6)).toEqual([
      "Title: An \\*odd\\* edition",
      "Credit: read by",
      "Author: Ann Lee",
      "Source: The <Show> & Co, Episode 4",
      "Draft date: 3 October 2026",
      "Notes: 31 words at 150 a minute, 0:20 in all, 0:40 under the target of 1:00",
    ]);
    expect(content.match(/^# .*$/gm)).toEqual(["# Central government", "# NHS"]);
    expect(content.match(/^\..*$/gm)).toEqual([
      ".Intro, 0:01 #1#",
      ".mill: The mill, 0:12 #2#",
      ".ward: A ward, 0:01 #3#",
      ".Outro, 0:00 #4#",
    ]);
  });

  test("is dialogue of the host, whose paragraphs are parted by a line of two blanks", () => {
    expect(content).toContain("\n\n@Ann Lee\n(segue)\nFirst up,\n");
    expect(content).toContain(
      "\n\n@Ann Lee\n(story, read straight on)\nAt Ynys [UN-iss], *the mill* turns & turns.",
    );
    expect(content).toContain("\n  \nSo does **Ynys**.\n  \n");
  });

  test("leaves no mark of Fountain in the words, so that none of them turns into a note or a comment", () => {
    expect(seen(content)).toContain("One item [[here]] /\\* there.");
    expect(content).not.toMatch(/\[\[|\]\]|\/\*/);
  });

  test("makes no direction, lyric or note of a line or a pronunciation that looks like one", () => {
    const said = makeScriptOf({
      stories: {
        one: writeStory({ say: { Zag: "[ZAG]" } }, "(In brackets.)\n\n~Hummed by Zag.\n\nAnd > so <."),
      },
    });
    const { content: odd } = renderFountain(makeRecording(said), templates);
    expect(odd).not.toMatch(/^[(~>].*$|\[\[|\]\]/m);
    expect(seen(odd)).toContain("\n(In brackets.)\n  \n~Hummed by Zag [[ZAG]].\n  \nAnd > so <.\n");
  });

  test("holds every word once, in order", () => {
    const dialogue = seen(content)
      .split(/\n\n@Ann Lee\n/)
      .slice(1)
      .flatMap((speech) => (speech.split("\n\n")[0] ?? "").split("\n"))
      .filter((line) => line.trim() !== "" && !/^\((?:segue|story).*\)$/.test(line))
      .map((line) =>
        line
          .replace(/(?<!\[) \[(?!\[)[^\]]*\]/g, "")
          .replace(/(?<!\\)\*/g, "")
          .replaceAll("\\", ""),
      );
    expect(dialogue.map((line) => line.trim())).toEqual(paragraphsOf(recording));
  });
});

/** Without the joiners that keep words from being marks. */
function seen(content: string): string {
  return content.replaceAll("\u2060", "");
}

describe("script.ssml", () => {
  const { name, content } = renderSsml(recording);
  const path = join(temporary, name);
  writeFileSync(path, content);

  test.skipIf(noXmllint !== "")(`is well-formed XML of the namespace of SSML${noXmllint}`, () => {
    execFileSync("xmllint", ["--noout", path]);
    const query = 'concat(namespace-uri(/*), " ", /*/@version, " ", /*/@xml:lang)';
    const root = execFileSync("xmllint", ["--xpath", query, path], { encoding: "utf8" });
    expect(root.trim()).toBe("http://www.w3.org/2001/10/synthesis 1.1 en-GB");
  });

  test("has the pauses of the clock as breaks", () => {
    expect(content.match(/time="\d+ms"/g)).toEqual(
      [2000, 500, 500, 500, 2000, 2000].map((milliseconds) => `time="${milliseconds}ms"`),
    );
  });

  test("tells how names are said, capitals being no letters to spell", () => {
    expect(content).toContain(
      'At <sub alias="un-iss">Ynys</sub>, <emphasis level="moderate">the mill</emphasis> turns',
    );
    expect(content).toContain('says <sub alias="&#x3C;ay> &#x26; bee">A&#x26;B</sub>.');
  });

  test("keeps the stress of a name or a figure, around it", () => {
    const text = "*Ynys* won *£5m*, and **the Ynys *plan* of 2024** *held*. *It did. Again.*";
    const { content: said } = renderSsml(
      makeRecording(makeScriptOf({ stories: { one: writeStory({ say: { Ynys: "UN-iss" } }, text) } })),
    );
    const ynys = '<sub alias="un-iss">Ynys</sub>';
    const sentences = said.match(/<s>.*<\/s>/)?.[0];
    expect(sentences).toBe(
      `<s><emphasis level="moderate">${ynys}</emphasis> won <emphasis level="moderate"><sub alias="five million pounds">£5m</sub></emphasis>, and ` +
        `<emphasis level="strong">the ${ynys} plan of <sub alias="twenty twenty-four">2024</sub></emphasis> <emphasis level="moderate">held</emphasis>.</s> ` +
        '<s><emphasis level="moderate">It did.</emphasis></s> <s><emphasis level="moderate">Again.</emphasis></s>',
    );
  });

  test("spells what names.yaml spells", () => {
    const spelled = makeBuiltInScript();
    const names = [{ name: "NHS", say: null, spell: true, expansion: null, kind: null, not: [] }];
    const show = { ...spelled.episode.show, names };
    const stories = [
      { ...spelled.episode.segments[0]?.stories[0], paragraphs: [paragraph("The NHS paid.")] },
    ];
    const segments = [{ ...spelled.episode.segments[0], stories }];
    const episode = { ...spelled.episode, show, segments } as typeof spelled.episode;
    const passages = spelled.passages.map((one) =>
      one.kind === "story" ? { ...one, paragraphs: [paragraph("The NHS paid.")] } : one,
    );
    const { content: text } = renderSsml(makeRecording({ ...spelled, episode, passages }));
    expect(text).toContain('<s>The <say-as interpret-as="characters">NHS</say-as> paid.</s>');
  });

  test("goes on with a segue's unfinished sentence, in one paragraph with the story", () => {
    expect(content).toContain("<p><s>First up, At ");
  });

  test.skipIf(noXmllint !== "")(`holds every word in order${noXmllint}`, () => {
    const text = execFileSync("xmllint", ["--xpath", "string(/*)", path], { encoding: "utf8" });
    expect(text.replace(/\s+/g, " ").trim()).toBe(paragraphsOf(recording).join(" "));
  });

  test.skipIf(noVoice !== "")(
    `said by a synthesiser takes the time that the clock gives, within a tenth${noVoice}`,
    () => {
      const body = readFileSync(
        join(import.meta.dirname, "../../episodes/002/stories/loti-guidance.md"),
        "utf8",
      );
      const words = body.split("\n---\n")[1]?.split("## Notes")[0] ?? "";
      const figures =
        "On 3 October 2023 the council spent £1.5 million, 45% more than in 2021–22. HMRC answered 2,500 letters by 9:30am. Write to podcast@example.org, or see GOV.UK.";
      const spoken = makeRecording(
        makeScriptOf({
          show: "reading: { wordsPerMinute: 160 }\n",
          stories: {
            loti: writeStory({ say: { LOTI: "LOH-tee" } }, words),
            figures: writeStory({}, figures),
          },
        }),
      );
      const [ssml, wave] = [join(temporary, "spoken.ssml"), join(temporary, "spoken.wav")];
      writeFileSync(ssml, renderSsml(spoken).content);
      execFileSync("espeak-ng", [
        "-m",
        "-v",
        "en-gb",
        "-s",
        String(spoken.wordsPerMinute),
        "-w",
        wave,
        "-f",
        ssml,
      ]);
      const seconds = lengthOfWave(readFileSync(wave));
      expect(seconds / spoken.seconds).toBeGreaterThan(0.9);
      expect(seconds / spoken.seconds).toBeLessThan(1.1);
    },
  );
});

function paragraph(text: string) {
  return {
    kind: "plain" as const,
    phrasing: [{ type: "text" as const, value: text }],
    text,
    place: { line: 1, column: 1 },
    references: [],
    links: [],
    fit: null,
  };
}

/** Seconds of a WAVE file, by its bytes a second and the bytes after its head. */
function lengthOfWave(bytes: Buffer): number {
  return (bytes.length - 44) / bytes.readUInt32LE(28);
}
