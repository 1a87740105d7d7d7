// roundup draft: stories -> the words between them in narration.md: a model's where they hold, the built-in ones
// where they do not or none is asked. A person's words stay unless their place is named.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Episode } from "../episode/episode.ts";
import { decodeAsWritten, decodeText } from "../input/decode-text.ts";
import { isEnglish } from "../input/language.ts";
import { chooseServer, DEFAULT_ADDRESS } from "../io/choose-server.ts";
import { relativePath, type Session } from "../io/session.ts";
import { replaceFile } from "../io/write-file.ts";
import type { AcceptedPassage } from "../narration/accept-passages.ts";
import { type DraftPlace, HEADLINE_PLACES, listDraftPlaces } from "../narration/brief.ts";
import { listBuiltInPassages } from "../narration/built-in.ts";
import { holdsAddress } from "../narration/claims-addresses.ts";
import { BUILT_IN_MODEL } from "../narration/narration.ts";
import { planDraft } from "../narration/plan-draft.ts";
import { makeRequest } from "../narration/prompt.ts";
import { type NewPassage, recordDrafts, writePassage } from "../narration/record-drafts.ts";
import { writeKeys } from "../notes/write-note.ts";
import { hasErrors, nearestWord, UserError } from "../problem.ts";
import { joinList } from "../spoken/phrases.ts";
import { type Answer, askForPassages } from "./ask-for-passages.ts";
import { describeRefusals, sayNothingToDo, showRequest, summarise } from "./describe-draft.ts";
import { type LoadedEpisode, loadAsked } from "./load-episode.ts";
import { chooseOut, describeTemplateFault, type LoadedShow } from "./load-show.ts";
import type { Choice } from "./review.ts";

export interface DraftOptions {
  /** Only these places; null is all. */
  readonly only: readonly string[] | null;
  /** Places whose words are drafted anew, whoever wrote them. */
  readonly redraft: readonly string[];
  readonly model: string | null;
  readonly temperature: number | null;
  /** True to ask for a title and a summary too. */
  readonly title: boolean;
  readonly dryRun: boolean;
  readonly review: boolean;
  readonly offline: boolean;
  readonly fresh: boolean;
}

/** Drafts the narration of an episode. Returns 1 if the episode has an error; throws a UserError where the server fails. */
export async function draft(
  session: Session,
  asked: string | undefined,
  options: DraftOptions,
): Promise<number> {
  if (options.review && !session.isInteractive)
    throw new UserError("--review asks at a terminal, and there is none", "Run it without --review.", 2);
  const { loaded, episode: read, problems } = await loadAsked(session, asked, { mayDropDrafts: true });
  session.report(problems, loaded.root);
  if (!read.script || hasErrors(problems)) return 1;
  const { episode } = read.script;
  refuseOtherLanguages(episode.show.language);
  checkPlaces([...(options.only ?? []), ...options.redraft], episode);

  const chosen = options.offline ? NOBODY : chooseServer(process.env, loaded.show.narration.baseUrl);
  const isBuiltIn = chosen.server === null && !options.dryRun;
  if (isBuiltIn && !options.offline) refuseToReplace(options);
  const plan = planDraft(episode, read.sections, read.drafts, { ...options, isBuiltIn });
  const wanted = [...plan.ask, ...(options.title && !isBuiltIn ? HEADLINE_PLACES : [])];
  if (wanted.length === 0 && read.abandoned.length === 0) return sayNothingToDo(session, plan);
  const kept = new Map([...read.sections].filter(([place]) => !plan.ask.some((one) => one.place === place)));
  const model = options.model ?? loaded.show.narration.model;
  const request = makeRequest(episode, kept, wanted, { model, temperature: options.temperature });
  if (options.dryRun) return showRequest(session, request, wanted, chosen.server?.baseUrl ?? DEFAULT_ADDRESS);

  const builtIn = fillIn(episode, loaded);
  let answer: Answer = { accepted: new Map(), refused: [], sent: 0, tokens: 0 };
  if (chosen.server && wanted.length > 0) {
    if (chosen.notice) session.say(`${chosen.notice}.`);
    const cache = join(await chooseOut(session, loaded, null), ".replies");
    const asking = { server: chosen.server, cache, isFresh: options.fresh };
    answer = await askForPassages(session, episode, kept, wanted, request, asking);
  }
  let choices: ReadonlyMap<string, Choice> = new Map();
  if (options.review) {
    const { review } = await import("./review.ts");
    choices = await review(session, read, wanted, answer.accepted, builtIn);
  }

  const author = nameModel(model);
  // A file that is there is the whole truth, so that a new one needs every place.
  const isNew = read.narrationText === null;
  const passages = [...wanted, ...(isNew ? plan.kept.map(({ place }) => place) : [])].flatMap((place) => {
    const passage = answer.accepted.get(place.place);
    const choice = choices.get(place.place) ?? (passage ? "take" : "built-in");
    if (passage && choice === "take") return [takePassage(place, passage, author)];
    if (!isNew && (choice === "keep" || isOwn(read, place, options))) return [];
    const wasAsked = chosen.server !== null && plan.ask.includes(place) && choice !== "keep";
    return fillPassage(place, builtIn, wasAsked ? author : null);
  });
  const path = join(loaded.root, "episodes", read.slug, "narration.md");
  const today = session.today(loaded.show.timezone);
  const isChanged = await session.finish(() => writeNarration(session, path, read, passages, today));
  session.report(
    describeRefusals(answer.refused, passages, `episodes/${read.slug}/narration.md`),
    loaded.root,
  );
  printHeadlines(session, passages);
  const shown = relativePath(path, session.cwd);
  const how = { offline: options.offline, isBuiltIn, isChanged, ...answer };
  session.say(summarise(session, shown, read, plan, passages, how));
  return 0;
}

const NOBODY = { server: null, notice: null };

/** Without a server the built-in words would come where a model's were wanted, over what stands there. */
function refuseToReplace({ redraft, title, fresh, review: isReviewed }: DraftOptions): void {
  if (redraft.length === 0 && !title && !fresh && !isReviewed) return;
  throw new UserError(
    "No model can be asked: there is no key in OPENAI_API_KEY, and no server in narration.baseUrl",
    "Set one of the two, or write the built-in words with --offline.",
  );
}

/** True where a place was named, and the words that stand there are better than the built-in ones. */
function isOwn(read: LoadedEpisode, { place }: DraftPlace, { redraft, offline }: DraftOptions): boolean {
  const origin = read.sections.get(place)?.origin;
  return !offline && redraft.includes(place) && origin !== undefined && origin !== "built-in";
}

/** A model that is a file on this machine is named by that file alone: the name is written down and published. */
function nameModel(model: string): string {
  return /^(?:[/~.]|[A-Za-z]:[/\\])/.test(model) ? (model.split(/[/\\]/).at(-1) ?? model) : model;
}

function refuseOtherLanguages(language: string): void {
  if (isEnglish(language)) return;
  throw new UserError(
    `Drafts are checked in English only, and this show speaks ${language}`,
    "Write narration.md by hand.",
  );
}

function checkPlaces(named: readonly string[], episode: Episode): void {
  const known = listDraftPlaces(episode).map(({ place }) => place);
  const unknown = named.find((place) => !known.includes(place));
  if (unknown === undefined) return;
  const near = nearestWord(unknown, known);
  throw new UserError(
    `There is no place ${unknown} in this episode, which has ${joinList(known)}`,
    near ? `Did you mean ${near}?` : `Name a segment by its id, a story by its slug, or intro or outro.`,
    2,
  );
}

/** The built-in words by place. A headline with an address in it is read out by nobody: there the place has none. */
function fillIn(episode: Episode, loaded: LoadedShow): ReadonlyMap<string, string> {
  try {
    const passages = listBuiltInPassages(episode, loaded.templates);
    return new Map([...passages].filter(([, words]) => !holdsAddress(words)));
  } catch (error) {
    const problem = describeTemplateFault(error);
    throw new UserError(`${problem.file}: ${problem.text}`, "Mend the template first.");
  }
}

/** A model's passage as it comes to stand at its place; a title or summary is only recorded. */
function takePassage(place: DraftPlace, { text }: AcceptedPassage, model: string): NewPassage {
  if (place.kind === "title" || place.kind === "summary")
    return { place, words: null, digested: text, model, refused: null };
  const words = writePassage(text);
  return { place, words, digested: words, model, refused: null };
}

/** The built-in words, where the template has some; `refused` is the model whose passage they stand for. */
function fillPassage(
  place: DraftPlace,
  builtIn: ReadonlyMap<string, string>,
  refused: string | null,
): NewPassage[] {
  const words = builtIn.get(place.place);
  return words === undefined ? [] : [{ place, words, digested: words, model: BUILT_IN_MODEL, refused }];
}

/** Writes narration.md whole, unless it was changed since it was read. Answers whether a byte differs. */
async function writeNarration(
  session: Session,
  path: string,
  read: LoadedEpisode,
  passages: readonly NewPassage[],
  today: string,
): Promise<boolean> {
  const { script } = read;
  const bytes = await readFile(path).catch(() => null);
  const now = bytes === null ? null : decodeText("", bytes).text;
  const shown = relativePath(path, session.cwd);
  if (now !== read.narrationText || !script)
    throw new UserError(
      `${shown} was changed meanwhile, so nothing was written`,
      "Run this again: a reply that came is kept.",
    );
  const written = bytes === null ? null : decodeAsWritten(bytes);
  const order = listDraftPlaces(script.episode).map(({ place }) => place);
  const text = recordDrafts(written, read.drafts, passages, read.abandoned, order, today);
  if (text === null)
    throw new UserError(
      `The frontmatter of ${shown} cannot be edited, so nothing was written`,
      "Write its keys a line each, with drafts: at the start of a line.",
    );
  if (text === (written ?? "")) return false;
  await replaceFile(path, text);
  return true;
}

/** Title and summary are printed, since episode.md is its author's. */
function printHeadlines(session: Session, passages: readonly NewPassage[]): void {
  const keys = passages.flatMap(({ place, words, digested }) =>
    words === null ? [[place.kind, digested] as const] : [],
  );
  if (keys.length > 0) session.print(writeKeys(Object.fromEntries(keys)));
}
