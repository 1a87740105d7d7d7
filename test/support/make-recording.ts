// Texts -> a recording, and scripts for recording that hold all that a script can hold.

import {
  makeRecording,
  type Recording,
  type RecordingParagraph,
  type RecordingPart,
  type Run,
} from "../../src/render/recording.ts";
import {
  type EpisodeParts,
  makeBuiltInScript,
  makeScriptOf,
  writeEpisode,
  writeStory,
} from "./make-episode.ts";

/** A script with every kind of paragraph, look, label and cue, in British letters of four languages. */
export function makeFullRecording(): Recording {
  return makeRecording(
    makeScriptOf({
      show: "show: { title: The Mill Post, host: Ann Lee }\nreading: { wordsPerMinute: 160, pause: { segment: 2 } }",
      episode: writeEpisode({ title: "Frost & thaw", number: 3, target: "9:00" }),
      stories: {
        "ice-pond": writeStory(
          {
            title: "Ice on the pond",
            say: { Pwllheli: "pooth-HEL-ee" },
            sources: [{ title: "A page about ice" }],
          },
          "The ice at Pwllheli is **thick** and *cold*.\n\n> Nobody skates here, said the keeper.\n\n- One pair of skates.\n- Two boots.\n\nTŷ a dŵr, gàidhlig, é: “so” – it ends.",
        ),
        ward: writeStory(
          { title: "A new ward", segment: "nhs", sources: [{ title: "A page about wards" }] },
          "A ward opened.",
        ),
      },
      narration:
        "## Intro\n\nWelcome to the mill.\n\n## central\n\nFirst the centre.\n\n## ice-pond\n\nIt was cold, and\n\n## ward\n\n> From cold to care.\n\n## Outro\n\nGoodbye.\n",
    }),
  );
}

/** All that is printed of that script, in order. */
export const FULL_TEXT = `
The Mill Post · Episode 3 Frost & thaw
Date 3 October 2026 Read by Ann Lee Target 9:00 Running time 0:27, 8:33 under the target of 9:00
Length 47 words at 160 a minute
Rundown Start Slug Title Time
0:00 Intro 0:02 0:04 Central government 0:01 0:05 ICE-POND Ice on the pond 0:14
0:21 WARD A new ward 0:03 0:26 Outro 0:00 Running time 0:27
EPISODE 3 starts 0:00 · runs 0:02 Intro Welcome to the mill.
PAUSE 2 SECONDS SEGMENT starts 0:04 · runs 0:01 Central government First the centre.
ICE-POND starts 0:05 · runs 0:14 Ice on the pond SEGUE It was cold, and STORY, READ STRAIGHT ON
The ice at Pwllheli [pooth-HEL-ee] is thick and cold. Nobody skates here, said the keeper.
• One pair of skates. • Two boots. Tŷ a dŵr, gàidhlig, é: “so” – it ends. SOURCES A page about ice
PAUSE 2 SECONDS NHS WARD starts 0:21 · runs 0:03 A new ward SEGUE From cold to care. STORY A ward opened.
SOURCES A page about wards
PAUSE 2 SECONDS EPISODE 3 starts 0:26 · runs 0:00 Outro Goodbye.
`;

/** A script of `count` stories of some two hundred words each. */
export function makeLongRecording(count: number): Recording {
  const paragraph =
    "The council met on Tuesday, and spoke of the *budget* at some length. Nobody left early, which **surprised** the clerk. ";
  const stories: Record<string, string> = {};
  for (let index = 1; index <= count; index += 1) {
    const body = Array.from({ length: 4 }, () => paragraph.repeat(3).trim()).join("\n\n");
    stories[`story-${index}`] = writeStory({ title: `Headline ${index}`, order: index }, body);
  }
  const parts: EpisodeParts = { stories };
  return makeRecording(makeBuiltInScript(parts));
}

/** A script of `count` stories, each with a long segue that it goes on from, and both longer from story to story. */
export function makeRunningRecording(count: number): Recording {
  const say = (times: number) =>
    "The mill has stood by the water for longer than anyone can say. ".repeat(times);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const tell = (nth: number) =>
    writeStory({ title: `Headline ${nth}`, order: nth }, say(nth * 2 + 12).trim());
  const narration = numbers.map((nth) => `## story-${nth}\n\n${say(nth + 6)}So, then,`).join("\n\n");
  const stories = Object.fromEntries(numbers.map((nth) => [`story-${nth}`, tell(nth)]));
  return makeRecording(makeScriptOf({ stories, narration: `${narration}\n` }));
}

/** The recording with other parts: the first of them with these changes. */
export function changeFirst(recording: Recording, changes: Partial<RecordingPart>): Recording {
  const [first, ...rest] = recording.parts;
  return first ? { ...recording, parts: [{ ...first, ...changes }, ...rest] } : recording;
}

/** The recording whose first part says only these paragraphs. */
export function sayInstead(recording: Recording, ...texts: readonly string[]): Recording {
  const [passage] = recording.parts[0]?.passages ?? [];
  if (!passage) throw new Error("the recording has no words");
  const paragraphs = texts.map((text): RecordingParagraph => {
    const words = { kind: "words", text, stress: "none" } as const;
    return { kind: "plain", runs: [words], text, sayings: [], words: 1, start: 0, end: 1 };
  });
  return changeFirst(recording, { passages: [{ ...passage, paragraphs }] });
}

/** The recording whose first paragraph goes on with a pronunciation and a word right after it. */
export function addSound(recording: Recording, sound: string, after: string): Recording {
  const [passage, ...passages] = recording.parts[0]?.passages ?? [];
  const [paragraph, ...paragraphs] = passage?.paragraphs ?? [];
  if (!passage || !paragraph) throw new Error("the recording has no words");
  const runs: Run[] = [
    ...paragraph.runs,
    { kind: "pronunciation", text: sound },
    { kind: "words", text: after, stress: "none" },
  ];
  return changeFirst(recording, {
    passages: [{ ...passage, paragraphs: [{ ...paragraph, runs }, ...paragraphs] }, ...passages],
  });
}

/** Words that would break out of XML, with what cannot stand in it, and how they are read. */
export const HOSTILE = {
  title: "A & B <b>&amp; \"'\u000B]]> (\\) \uD800end",
  titleAsRead: "A & B <b>&amp; \"' ]]> (\\) end",
  words: "<w:p>&lt; \u0001]]>\uFFFE </script> \uDC00<!-- -- > {{x}} \u000Bdone.",
  wordsAsRead: "<w:p>&lt; ]]> </script> <!-- -- > {{x}} done.",
};
