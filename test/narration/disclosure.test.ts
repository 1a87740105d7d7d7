// Each combination of what a model may have done is read here as the sentence that readers get.

import { describe, expect, test } from "vitest";
import { compileTemplate } from "../../src/compile-template.ts";
import { makeDisclosure } from "../../src/narration/disclosure.ts";
import { digestPassage, parseNarration } from "../../src/narration/narration.ts";
import { digestScript } from "../../src/narration/sign-off.ts";
import { makeTemplates, type Templates } from "../../src/template.ts";
import { makeScriptOf, templates, writeEpisode, writeStory } from "../support/make-episode.ts";

interface Parts {
  /** What was done to each passage, as `intro: drafted`. */
  readonly passages?: Readonly<Record<string, "person" | "built-in" | "drafted" | "edited">>;
  /** The model of a place, where it is not gpt-5-mini. */
  readonly models?: Readonly<Record<string, string>>;
  /** The words of the episode as a model proposed them. */
  readonly headlines?: Readonly<Record<string, string>>;
  readonly signedBy?: string;
  readonly isVoid?: boolean;
  readonly templates?: Templates;
}

const SOME = { intro: "drafted", story: "person", outro: "built-in" } as const;

function disclose({ passages = {}, models = {}, headlines = {}, ...rest }: Parts) {
  const entry = (place: string, words: string, model = models[place] ?? "gpt-5-mini") =>
    `  ${place}: { model: "${model}", sha256: ${digestPassage(words)} }`;
  const drafts = Object.entries(passages).flatMap(([place, done]) => {
    if (done === "person") return [];
    return [entry(place, done === "edited" ? "Other." : "Words,", done === "built-in" ? done : undefined)];
  });
  const proposed = Object.entries(headlines).map(([place, words]) => entry(`episode.${place}`, words));
  const head = [...drafts, ...proposed].length > 0 ? ["drafts:", ...drafts, ...proposed] : [];
  const body = Object.keys(passages).map((place) => `## ${place}\n\nWords,\n`);
  const narration = `---\n${head.join("\n")}\n---\n${body.join("\n")}`;
  const script = makeScriptOf({
    show: "show: { title: The Mill Post }",
    episode: writeEpisode({ title: "Frost & thaw", summary: "Ice, then none." }),
    stories: { story: writeStory({}, "A story.") },
    narration,
  });
  const places = { segments: script.episode.show.segments, stories: ["story"], sourceIds: [] };
  const { drafts: recorded } = parseNarration("narration.md", narration, places);
  const sha256 = rest.isVoid ? "a".repeat(64) : digestScript(script);
  const signedOff = rest.signedBy
    ? { by: rest.signedBy, date: "2026-10-03", sha256, place: { line: 1, column: 1 } }
    : null;
  return makeDisclosure(script, { drafts: recorded, signedOff }, rest.templates ?? templates);
}

describe("the line for readers", () => {
  test.each<[string, Parts, string | null]>([
    ["nothing was drafted", { passages: { intro: "person", story: "built-in" } }, null],
    ["nothing is around the stories", {}, null],
    ["nothing was drafted and a person signed", { passages: { intro: "person" }, signedBy: "Ann Lee" }, null],
    [
      "one passage stands as drafted",
      { passages: SOME },
      "A language model (gpt-5-mini) wrote some of the narration around the stories.",
    ],
    [
      "every passage stands as drafted",
      { passages: { intro: "drafted", story: "drafted", outro: "drafted" } },
      "A language model (gpt-5-mini) wrote the narration around the stories.",
    ],
    [
      "one passage was edited",
      { passages: { ...SOME, intro: "edited" } },
      "A language model (gpt-5-mini) drafted some of the narration around the stories. The draft was then edited.",
    ],
    [
      "every passage was edited",
      { passages: { intro: "edited", story: "edited" } },
      "A language model (gpt-5-mini) drafted the narration around the stories. The draft was then edited.",
    ],
    [
      "one was edited and one was not, beside a person's",
      { passages: { ...SOME, outro: "edited" } },
      "A language model (gpt-5-mini) drafted some of the narration around the stories. Part of the draft was then edited.",
    ],
    [
      "one was edited and one was not, and there is no other",
      { passages: { intro: "drafted", outro: "edited" } },
      "A language model (gpt-5-mini) drafted the narration around the stories. Part of the draft was then edited.",
    ],
    [
      "two models wrote",
      { passages: { intro: "drafted", outro: "drafted" }, models: { outro: "llama3.2:3b" } },
      "Language models (gpt-5-mini and llama3.2:3b) wrote the narration around the stories.",
    ],
    [
      "the title alone is a model's",
      { passages: { intro: "person" }, headlines: { title: "Frost & thaw" } },
      "A language model (gpt-5-mini) wrote the title of this episode.",
    ],
    [
      "the summary alone is a model's",
      { headlines: { summary: "Ice, then none." } },
      "A language model (gpt-5-mini) wrote the summary of this episode.",
    ],
    [
      "title and summary are two models'",
      {
        headlines: { title: "Frost & thaw", summary: "Ice, then none." },
        models: { "episode.summary": "llama" },
      },
      "Language models (gpt-5-mini and llama) wrote the title and the summary of this episode.",
    ],
    [
      "title and summary were proposed and changed since",
      { headlines: { title: "Frost", summary: "Ice." } },
      null,
    ],
    [
      "narration, title and summary are a model's",
      { passages: SOME, headlines: { title: "Frost & thaw", summary: "Ice, then none." } },
      "A language model (gpt-5-mini) wrote some of the narration around the stories. The model also wrote the title and the summary of this episode.",
    ],
    [
      "edited narration and the summary are two models'",
      {
        passages: { intro: "edited" },
        headlines: { summary: "Ice, then none." },
        models: { intro: "llama" },
      },
      "Language models (llama and gpt-5-mini) drafted the narration around the stories. The draft was then edited. A language model also wrote the summary of this episode.",
    ],
    [
      "a person signed",
      { passages: SOME, signedBy: "Ann Lee" },
      "A language model (gpt-5-mini) wrote some of the narration around the stories. Ann Lee examined all that is spoken and signed it off on 3 October 2026.",
    ],
    [
      "a person signed before a word was changed",
      { passages: SOME, signedBy: "Ann Lee", isVoid: true },
      "A language model (gpt-5-mini) wrote some of the narration around the stories.",
    ],
    [
      "a person signed, and only the title is a model's, of which they said nothing",
      { passages: { intro: "person" }, headlines: { title: "Frost & thaw" }, signedBy: "Ann Lee" },
      "A language model (gpt-5-mini) wrote the title of this episode.",
    ],
    [
      "narration was edited, the title is a model's, and a person signed",
      { passages: { intro: "edited" }, headlines: { title: "Frost & thaw" }, signedBy: "Ann Lee" },
      "A language model (gpt-5-mini) drafted the narration around the stories. The draft was then edited. The model also wrote the title of this episode. Ann Lee examined all that is spoken and signed it off on 3 October 2026.",
    ],
  ])("where %s", (_, parts, line) => {
    expect(disclose(parts).text).toBe(line);
  });

  test("of what holds no narration tells of title and summary alone, and of nobody who signed", () => {
    const all = { passages: SOME, models: { intro: "llama" }, signedBy: "Ann Lee" };
    expect(disclose(all).headlineText).toBe(null);
    expect(disclose({ ...all, headlines: { summary: "Ice, then none." } }).headlineText).toBe(
      "A language model (gpt-5-mini) wrote the summary of this episode.",
    );
  });
});

describe("the wording of a show", () => {
  const own = (source: string) =>
    makeTemplates(new Map([["disclosure.hbs", compileTemplate("disclosure.hbs", source)]]));

  test("takes the place of the built-in, folded to one line, with every value to be had", () => {
    const source =
      "{{show}}:\n {{#if narration}}n{{/if}} {{drafted}}+{{edited}}{{#unless all}}, not all{{/unless}}, {{models}}\n{{#if several}}!{{/if}}{{#if title}}t{{/if}}{{#if summary}}s{{/if}}{{#with signedOff}}{{by}}, {{dateText}}{{/with}}\n";
    const all = { passages: { ...SOME, outro: "edited" }, signedBy: "Ann <Lee>" } as const;
    const headlines = { title: "Frost & thaw" };
    expect(disclose({ ...all, templates: own(source) }).text).toBe(
      "The Mill Post: n 1+1, not all, gpt-5-mini Ann <Lee>, 3 October 2026",
    );
    expect(disclose({ ...all, headlines, templates: own(source) }).headlineText).toBe(
      "The Mill Post: 0+0, not all, gpt-5-mini t",
    );
  });

  test("that gives nothing is not used, since a show cannot leave the line out", () => {
    const empty = own("{{#if summary}}Summary.{{/if}}\n");
    expect(disclose({ passages: SOME, templates: empty }).text).toBe(disclose({ passages: SOME }).text);
    expect(disclose({ headlines: { summary: "Ice, then none." }, templates: empty }).text).toBe("Summary.");
  });

  test("is not asked for where nothing was drafted", () => {
    expect(disclose({ passages: { intro: "person" }, templates: own("Always.") }).text).toBe(null);
  });
});

describe("the record", () => {
  test("lists places in the order heard, with title and summary last, and each model once", () => {
    const { drafted, edited, models, signedOff } = disclose({
      passages: { outro: "drafted", story: "edited", central: "person", intro: "drafted" },
      headlines: { summary: "Ice, then none.", title: "Frost & thaw" },
      models: { story: "llama", "episode.title": "llama" },
      signedBy: "Ann Lee",
    });
    expect({ drafted, edited, models, signedOff }).toEqual({
      drafted: ["intro", "outro", "episode.title", "episode.summary"],
      edited: ["story"],
      models: ["gpt-5-mini", "llama"],
      signedOff: { by: "Ann Lee", date: "2026-10-03" },
    });
  });

  test("holds who signed also where nothing was drafted, and nobody where it is void", () => {
    const person = { passages: { intro: "person" }, signedBy: "Ann Lee" } as const;
    expect(disclose(person).signedOff).toEqual({ by: "Ann Lee", date: "2026-10-03" });
    expect(disclose({ ...person, isVoid: true }).signedOff).toBe(null);
  });

  test("leaves out what was built in, what is not spoken, and a title that was built in", () => {
    const { drafted, models } = disclose({
      passages: { intro: "built-in", local: "drafted" },
      headlines: { title: "Frost & thaw" },
      models: { "episode.title": "built-in" },
    });
    expect({ drafted, models }).toEqual({ drafted: [], models: [] });
  });
});
