// A recording's length, or its captions, and the script that was read -> the presenter's rate and pauses.

import type { Cue } from "../input/captions.ts";
import { formatDuration } from "../input/duration.ts";
import { UserError } from "../problem.ts";
import { learnReading, type PauseKind, rateOf, sumPauses } from "../spoken/learn-rate.ts";
import type { Reading } from "../spoken/read-time.ts";
import { alignCaptions, countSilences } from "./align-captions.ts";
import { readingOf, type Script } from "./script.ts";

/** What a recording says of its presenter. */
export interface RecordedRate {
  /** The slug of the episode, null where none could be looked at. */
  readonly episode: string | null;
  readonly words: number;
  /** How long the words took, in seconds, pauses included. */
  readonly seconds: number;
  /** The rate that makes the clock right: without the pauses, which the clock adds, where they are known. */
  readonly wordsPerMinute: number;
  readonly withPauses: number;
  /** The pauses of the clock that the rate goes with; null where no episode could be looked at. */
  readonly pause: Reading["pause"] | null;
  readonly learned: readonly PauseKind[];
  readonly cases: Reading["pause"] | null;
  readonly cues: { readonly used: number; readonly leftOut: number; readonly secondsLeftOut: number } | null;
  /** Seconds of the captions by the figures. */
  readonly predicted: number | null;
  /** What the figures are taken from, in a sentence. */
  readonly note: string;
  /** True where the captions are hardly those of the script. */
  readonly isDoubtful: boolean;
}

/**
 * The rate of so many words, or of the script's own where they are null, in so many seconds; the script, null
 * where there is none, tells how dense pauses are. Throws a UserError where no presenter reads so fast or slowly.
 */
export function measureLength(words: number | null, seconds: number, script: Script | null): RecordedRate {
  const reading = script && readingOf(script.episode);
  const silence = script && reading ? sumPauses(countSilences(script), reading.pause) : 0;
  const density = script && script.words > 0 ? silence / script.words : 0;
  const said = words ?? script?.words ?? 0;
  const slug = script?.episode.note.slug ?? null;
  return {
    episode: slug,
    words: said,
    seconds,
    wordsPerMinute: checkRate(said, seconds, density * said),
    withPauses: rateOf(said, seconds, 0) ?? 0,
    pause: reading?.pause ?? null,
    learned: [],
    cases: null,
    cues: null,
    predicted: null,
    note: describeLength(words, slug, density * said),
    isDoubtful: false,
  };
}

function describeLength(words: number | null, slug: string | null, silence: number): string {
  if (slug === null)
    return "No episode could be looked at to tell the pauses: the rate has them in it, and the clock will add its own.";
  const seconds = `${silence.toFixed(1)} s of pauses`;
  return words === null
    ? `The words of episode ${slug} and its ${seconds} then last as long as the recording.`
    : `Pauses are taken to be as dense as in episode ${slug}: ${seconds}.`;
}

/**
 * Rate and pauses of the cues of a recording's captions, by least squares over them, or the rate alone where
 * they are hardly those of the script. Throws a UserError where no rate comes out.
 */
export function measureCaptions(cues: readonly Cue[], script: Script): RecordedRate {
  const { slug } = script.episode.note;
  const reading = readingOf(script.episode);
  const aligned = alignCaptions(cues, script);
  const share = `${aligned.found} of the ${aligned.words} words heard stand in the script of episode ${slug}`;
  if (aligned.words === 0) {
    throw new UserError(
      "The captions have cues, but no word in them",
      "Export them from the recording again.",
    );
  }
  if (aligned.found * 2 < aligned.words) {
    const note = `Only ${share}, so its pauses could not be told: is it another episode's recording?`;
    return { ...measureLength(aligned.words, aligned.seconds, script), note, isDoubtful: true };
  }
  const fit = learnReading(aligned.observations, reading.pause);
  if (fit === null) throw impossibleRate(aligned.words, aligned.seconds);
  checkRange(fit.reading.wordsPerMinute, aligned.words, aligned.seconds);
  const long = fit.learned.find((kind) => fit.reading.pause[kind] > LONGEST_PAUSE);
  if (long) {
    throw new UserError(
      `Unexpected pause of ${fit.reading.pause[long]} seconds before a ${long}, expected ${LONGEST_PAUSE} at the most`,
      "Is there music between? Export captions of the voice alone.",
    );
  }
  return {
    episode: slug,
    words: aligned.words,
    seconds: aligned.seconds,
    wordsPerMinute: fit.reading.wordsPerMinute,
    withPauses: rateOf(aligned.words, aligned.seconds, 0) ?? 0,
    pause: fit.reading.pause,
    learned: fit.learned,
    cases: fit.cases,
    cues: { used: fit.used, leftOut: fit.leftOut, secondsLeftOut: fit.secondsLeftOut },
    predicted: fit.predicted,
    note: `${share}.`,
    isDoubtful: false,
  };
}

/** As roundup.yaml takes it, in seconds. */
const LONGEST_PAUSE = 60;

const LIMITS = { min: 40, max: 400 };

function checkRate(words: number, seconds: number, silence: number): number {
  const found = rateOf(words, seconds, silence);
  if (found === null) throw impossibleRate(words, seconds);
  checkRange(found, words, seconds);
  return found;
}

function checkRange(found: number, words: number, seconds: number): void {
  if (found >= LIMITS.min && found <= LIMITS.max) return;
  const text = `Unexpected rate of ${found} words a minute (${words} words in ${formatDuration(seconds)}), expected ${LIMITS.min} to ${LIMITS.max}`;
  throw new UserError(text, RATE_HINT);
}

function impossibleRate(words: number, seconds: number): UserError {
  const text = `No rate comes out of ${words} words in ${formatDuration(seconds)}: the pauses alone are longer`;
  return new UserError(text, RATE_HINT);
}

const RATE_HINT = "Is it the time of this very recording, as m:ss or h:mm:ss, and are these its words?";
