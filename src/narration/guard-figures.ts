// The figures of a passage -> an objection to each that the evidence does not hold, in any ordinary form.

import type { Figure } from "./claims-figures.ts";
import { stem } from "./claims-words.ts";
import type { Notice, Objection } from "./guard.ts";
import { type Evidence, type EvidenceFigure, findRun } from "./guard-evidence.ts";
import { isNoClaim, SHOW_NOUNS, shareNoun } from "./guard-no-figures.ts";
import { FUNCTION_WORDS } from "./guard-ordinary.ts";
import { object, type Passage } from "./guard-passage.ts";

const SEGMENT_NOUNS = new Set(["segment", "segments", "part", "parts", "section", "sections"].map(stem));

/** Which bounds of the evidence hold up a bound of a passage; no bound is held up by any. */
const SUPPORTS: Readonly<Record<string, readonly (string | null)[]>> = {
  over: ["over", "far-over", "just-over"],
  "at-least": ["over", "at-least", "far-over", "just-over"],
  under: ["under", "nearly"],
  "at-most": ["at-most", "under"],
  nearly: ["nearly"],
  "just-over": ["just-over"],
  "far-over": ["far-over"],
  about: ["about", null],
};

/** A note may repeat a figure without end; so many places tell what it counts. */
const MOST_SAME = 50;

/** Judges every figure. */
export function judgeFigures(
  passage: Passage,
  evidence: Evidence,
): { objections: Objection[]; notices: Notice[] } {
  const objections: Objection[] = [];
  const notices: Notice[] = [];
  for (const figure of passage.figures) {
    if (isNoClaim(figure, passage, evidence) || isCountOfShow(figure, passage, evidence)) continue;
    const fault = findFault(figure, passage, evidence);
    if (fault !== null) {
      const to = Math.max(figure.end, figure.start + 1);
      const from = Math.max(0, figure.end - figure.words.length);
      objections.push(object(passage, "figure", Math.min(from, figure.start), to, fault));
    } else notices.push(...noticeNoun(figure, evidence));
  }
  objections.push(...judgeSingles(passage, evidence));
  for (const word of passage.words) {
    // What has a digit and could not be read stands in the evidence as it is, or not at all.
    const isRead = [...passage.figures, ...passage.dates].some(
      ({ start, end }) => start < word.end && word.start < end,
    );
    if (/\p{N}/u.test(word.text) && !isRead && findRun(evidence, [word.lower], 1).length === 0)
      objections.push(
        object(
          passage,
          "figure",
          word.start,
          word.end,
          `“${word.text}” does not stand in what you were given: leave it out`,
        ),
      );
  }
  return { objections, notices };
}

/** "a single session" where there were three, "an extra pound" where no sum is told. */
function judgeSingles(passage: Passage, evidence: Evidence): Objection[] {
  const singles = [
    ...passage.plain.matchAll(/(?<!\p{L})(?:single|sole|lone) ((?:\p{L}+ )?\p{L}+)/giu),
  ].filter(([, nouns = ""]) => {
    const stems = nouns.toLowerCase().split(" ").map(stem);
    return evidence.figures.some(
      ({ kind, value, nouns: own }) => kind === "count" && value > 1 && shareNoun(own, stems),
    );
  });
  const sums = [
    ...passage.plain.matchAll(
      /(?<!\p{L})(?:an?|another|every) (?:extra |further |mere )?(?:pound|penny|euro|dollar|quid|fiver|tenner)(?!\p{L})/giu,
    ),
  ].filter(([words]) => !evidence.stems.has(stem(words.split(" ").at(-1) ?? "")));
  return [...singles, ...sums].map((match) => {
    const end = match.index + match[0].length;
    const reason = `“${match[0]}” is not how many you were given: use the figure that is there or none`;
    return object(passage, "figure", match.index, end, reason);
  });
}

/** "six stories", "two of them", "our second story", "episode two". */
function isCountOfShow(figure: Figure, passage: Passage, evidence: Evidence): boolean {
  const { grounds } = evidence;
  if (
    figure.before === "episode" ||
    figure.before === "edition" ||
    (figure.before === "number" && /episode number $/i.test(passage.plain.slice(0, figure.start)))
  )
    return figure.value === grounds.episode.number;
  const after = passage.plain.slice(figure.end, figure.end + 40).toLowerCase();
  const isOfShow = figure.nouns.slice(0, 2).some((noun) => SHOW_NOUNS.has(noun));
  const most = Math.max(0, ...grounds.counts);
  if (figure.kind === "ordinal") {
    if (/^ (?:episode|edition|programme|show|instalment)/.test(after))
      return figure.value === grounds.episode.number;
    const isCounted = evidence.figures.some(
      ({ kind, nouns, value }) =>
        kind === "ordinal" && value !== figure.value && shareNoun(nouns, figure.nouns),
    );
    return (
      figure.value <= most &&
      !isCounted &&
      (isOfShow ||
        /^(?:[,:.]| up\b| on our list| (?:is|comes|of (?:the|our|these|those)|and (?:last|final))\b|$)/.test(
          after,
        ))
    );
  }
  if (figure.kind !== "count" || figure.bound !== null || !grounds.counts.includes(figure.value))
    return false;
  if (figure.nouns.some((noun) => SEGMENT_NOUNS.has(noun))) return grounds.counts[1] === figure.value;
  const isCounted = evidence.figures.some(
    ({ kind, nouns }) => kind === "count" && shareNoun(nouns, figure.nouns),
  );
  // Of stories there are so many in all, and so many in a segment; segments are no stories.
  const ofStories = [grounds.counts[0], ...grounds.counts.slice(2)];
  if (isOfShow) return ofStories.includes(figure.value) && !isCounted;
  const isBare =
    /^(?:\s*$|[.,;:!?]| (?:(?:is|are) from|of (?:them|those|these|our|the (?:questions|themes))|from|in all|altogether|today|this|for you|more|to come|and)\b)/.test(
      after,
    );
  return (isBare || isCountOfNames(figure, passage)) && !isCounted;
}

/** "Two bodies: the NHS and LOTI": as many as the names around it, and no measure. */
function isCountOfNames(figure: Figure, { names, words }: Passage): boolean {
  if (
    figure.nouns.some((noun) => /^(?:year|month|week|day|hour|minut|tim|pound|euro|dollar|mil)$/.test(noun))
  )
    return false;
  const told = names.map(({ at }) => ({ sentence: words[at]?.sentence, start: words[at]?.start ?? 0 }));
  const after = told.filter(({ sentence, start }) => sentence === figure.sentence && start > figure.end);
  const before = told.filter(
    ({ sentence, start }) =>
      start < figure.start && (sentence === figure.sentence || sentence === figure.sentence - 1),
  );
  return after.length === figure.value || (after.length === 0 && before.length === figure.value);
}

function findFault(figure: Figure, passage: Passage, evidence: Evidence): string | null {
  const same = evidence.figures
    .filter((other) => isSame(figure, other) || isOrdinalOf(figure, other))
    // The number of an episode counts nothing else: "episode 2" is no ground for "two years".
    .filter((other) => other.before !== "episode" || figure.before === "episode" || figure.nouns.length === 0)
    .filter((other) => isOfSame(figure, other, passage, evidence))
    .slice(0, MOST_SAME);
  const words = `“${figure.words}”`;
  const noun = nounsOfEvidence(figure, evidence);
  if (same.length === 0) {
    const instead = noun.map(({ words }) => words);
    if (instead.length > 0)
      return `${words} does not stand in what you were given, which has ${instead[0]}: use its figure or none`;
    return `${words} does not stand in what you were given: leave the figure out`;
  }
  const isOfShow = figure.nouns.some((noun) => SHOW_NOUNS.has(noun));
  if (isOfShow && figure.kind === "count" && !same.some(({ nouns }) => shareNoun(nouns, figure.nouns)))
    return `${words} is not how many there are: use the right figure or none`;
  const label = figure.before === "episode" && !same.some(({ before }) => before === "episode");
  if (label) return `${words} is not the number of an episode that you were given: leave it out`;
  const bound = figure.bound;
  const isHeld = bound === null || same.some((other) => SUPPORTS[bound]?.includes(other.bound));
  if (!isHeld) {
    const given = same[0]?.words ?? "";
    return `${words} is not what you were given, which has ${given}: use its figure with no more and no less`;
  }
  // The right number of the wrong things: the evidence counts these, and gives another number.
  const isElsewhere =
    noun.some((other) => !isSame(figure, other)) &&
    !same.some((other) => shareNoun(other.nouns, figure.nouns) || nearNoun(other, figure, evidence));
  if (isElsewhere)
    return `${words} counts something else in what you were given: use its figure for ${nounOf(figure, passage)} or none`;
  return null;
}

function nounOf(figure: Figure, passage: Passage): string {
  return /^\s*(\p{L}+)/u.exec(passage.plain.slice(figure.end))?.[1] ?? "that";
}

/** Figures of the evidence of the same kind that count the same things. */
function nounsOfEvidence(figure: Figure, evidence: Evidence): Figure[] {
  return evidence.figures.filter(
    (other) =>
      (other.kind === figure.kind || (other.kind === "count" && figure.kind === "vague")) &&
      shareNoun(other.nouns, figure.nouns),
  );
}

/** True where the evidence has the passage's noun in the sentence of its figure, if not right after it. */
function nearNoun(other: EvidenceFigure, figure: Figure, evidence: Evidence): boolean {
  const counted = evidence.figures.filter(({ value }) => value !== other.value).flatMap(({ nouns }) => nouns);
  return sentenceOf(other, evidence).some((noun) => figure.nouns.includes(noun) && !counted.includes(noun));
}

/** Stems of the sentence that a figure of the evidence stands in. */
function sentenceOf(other: EvidenceFigure, { texts }: Evidence): string[] {
  const own = texts[other.text]?.words.filter(({ sentence }) => sentence === other.sentence) ?? [];
  return own.map(({ lower }) => stem(lower));
}

/** True for "twice" and "half" where passage and evidence speak of the same things, if only by one word. */
function isOfSame(figure: Figure, other: EvidenceFigure, passage: Passage, evidence: Evidence): boolean {
  if (figure.kind !== "share" && figure.kind !== "times") return true;
  const there = new Set(sentenceOf(other, evidence));
  const own = passage.words.filter(
    ({ sentence, lower, start }) =>
      sentence === figure.sentence &&
      !FUNCTION_WORDS.has(lower) &&
      !(start >= figure.start && start < figure.end),
  );
  return own.length < 2 || own.some(({ lower }) => there.has(stem(lower)));
}

function isSame(figure: Figure, other: Figure): boolean {
  const isClose = Math.abs(figure.value - other.value) <= Math.abs(other.value) * 1e-9;
  if (figure.kind === "vague") return isVagueOf(figure, other);
  if (figure.kind === other.kind)
    return isClose && (figure.kind !== "money" || figure.currency === other.currency);
  // Money may be said without its currency, "twice" as "two times", one in two as half.
  if (figure.kind === "count" && other.kind === "money") return isClose;
  if (figure.kind === "times" && other.kind === "count") return isClose && other.nouns[0] === "time";
  if (figure.kind === "count" && other.kind === "times") return isClose && figure.nouns[0] === "time";
  return false;
}

/** "six reports" for "the sixth report". */
function isOrdinalOf(figure: Figure, other: Figure): boolean {
  return (
    figure.kind === "count" &&
    other.kind === "ordinal" &&
    figure.value === other.value &&
    shareNoun(figure.nouns, other.nouns)
  );
}

/** "hundreds of jobs" for "more than 300 jobs"; "dozens" only for dozens. */
function isVagueOf(figure: Figure, other: Figure): boolean {
  if (other.kind === "vague") return figure.value === other.value;
  if (other.kind !== "count" && other.kind !== "money") return false;
  if (figure.value < 200 || other.value < figure.value || !shareNoun(figure.nouns, other.nouns)) return false;
  return other.value < figure.value * 5;
}

function noticeNoun(figure: Figure, evidence: Evidence): Notice[] {
  if (figure.nouns.length === 0 || figure.kind === "ordinal") return [];
  const same = evidence.figures.filter((other) => isSame(figure, other)).slice(0, MOST_SAME);
  if (same.some((other) => shareNoun(other.nouns, figure.nouns) || nearNoun(other, figure, evidence)))
    return [];
  const [given] = same;
  return given
    ? [
        {
          words: figure.words,
          reason: `counts something else where it was found: ${given.words} ${given.nouns[0] ?? ""}`.trim(),
        },
      ]
    : [];
}
