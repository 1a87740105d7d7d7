// Script and what is recorded of its drafts -> what a model wrote of the episode, and the line that says so.
// It is computed from the words as they stand, passage by passage, never from a flag that somebody sets.

import { formatDate } from "../input/calendar-date.ts";
import { oneLine } from "../show.ts";
import { joinList } from "../spoken/phrases.ts";
import { makeTemplates, type Templates } from "../template.ts";
import { BUILT_IN_MODEL, type Drafts, digestPassage, type Origin, type SignOff } from "./narration.ts";
import type { Script } from "./script.ts";
import { holdSignOff } from "./sign-off.ts";

/** What a model wrote of an episode, and who signed for what is spoken. */
export interface Disclosure {
  /** Places whose words are a model's, in the order heard; then `episode.title` and `episode.summary`. */
  readonly drafted: readonly string[];
  /** Places whose words a model drafted and a person edited. */
  readonly edited: readonly string[];
  /** The models, each once, in the order of what they wrote. */
  readonly models: readonly string[];
  /** Who signed for all that is spoken, where that holds; the date is YYYY-MM-DD. */
  readonly signedOff: { readonly by: string; readonly date: string } | null;
  /** The line for readers, plain text; null where no model wrote anything. */
  readonly text: string | null;
  /** The line of the title and the summary alone, for what holds nothing that is spoken. */
  readonly headlineText: string | null;
}

/** That of an episode in which no model had a part and that nobody signed. */
export const NO_DISCLOSURE: Disclosure = {
  drafted: [],
  edited: [],
  models: [],
  signedOff: null,
  text: null,
  headlineText: null,
};

/**
 * Makes the disclosure of a script. Throws a TemplateError if the show's own disclosure.hbs is wrong; where that
 * gives nothing, the built-in wording is used: a show words the line, and cannot leave it out.
 */
export function makeDisclosure(
  script: Script,
  recorded: { readonly drafts: Drafts; readonly signedOff: SignOff | null },
  templates: Templates,
): Disclosure {
  const { note, show } = script.episode;
  const { drafts } = recorded;
  const holding = holdSignOff(script, recorded.signedOff);
  const isModels = (place: string, words: string): boolean => {
    const { model = BUILT_IN_MODEL, sha256 = "" } = drafts.get(place) ?? {};
    return model !== BUILT_IN_MODEL && digestPassage(words) === sha256;
  };
  const title = isModels("episode.title", note.title);
  const summary = note.summary !== null && isModels("episode.summary", note.summary);
  const narration = script.passages.filter(({ kind }) => kind !== "story");
  const placesOf = (...origins: readonly Origin[]) =>
    narration.filter(({ origin }) => origins.includes(origin)).map(({ place }) => place);
  const drafted = placesOf("drafted");
  const edited = placesOf("edited");
  const heard = placesOf("drafted", "edited");
  const headlines = [...(title ? ["episode.title"] : []), ...(summary ? ["episode.summary"] : [])];
  const modelsOf = (places: readonly string[]) => [
    ...new Set(places.flatMap((place) => drafts.get(place)?.model ?? [])),
  ];
  const headlineModels = modelsOf(headlines);
  const models = modelsOf([...heard, ...headlines]);
  const values = { title, summary, show: show.title };
  const headlineValues = { narration: false, drafted: 0, edited: 0, all: false, signedOff: null };
  const spokenValues = {
    narration: heard.length > 0,
    drafted: drafted.length,
    edited: edited.length,
    all: heard.length > 0 && heard.length === narration.length,
    signedOff: holding && { by: holding.by, dateText: formatDate(holding.date, show.language) },
  };
  return {
    drafted: [...drafted, ...headlines],
    edited,
    models,
    signedOff: holding && { by: holding.by, date: holding.date },
    text: writeLine(templates, models, { ...values, ...(heard.length > 0 ? spokenValues : headlineValues) }),
    headlineText: writeLine(templates, headlineModels, { ...values, ...headlineValues }),
  };
}

/** The line in the show's wording, plain text; null where no model wrote anything. */
function writeLine(templates: Templates, models: readonly string[], values: object): string | null {
  if (models.length === 0) return null;
  const all = { ...values, models: joinList(models), several: models.length > 1 };
  const own = oneLine(templates.render("disclosure.hbs", all));
  return own === "" ? oneLine(makeTemplates(new Map()).render("disclosure.hbs", all)) : own;
}
