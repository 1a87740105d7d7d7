// What became of a draft -> what is said of it: what stands where, what was refused and why, what it cost.

import type { Session } from "../io/session.ts";
import type { Refusal } from "../narration/accept-passages.ts";
import type { DraftPlace } from "../narration/brief.ts";
import { describeObjection } from "../narration/guard.ts";
import { BUILT_IN_MODEL } from "../narration/narration.ts";
import type { DraftPlan, KeptReason } from "../narration/plan-draft.ts";
import { estimateTokens, type ModelRequest } from "../narration/prompt.ts";
import type { NewPassage } from "../narration/record-drafts.ts";
import { makeWarning, type Problem } from "../problem.ts";
import { countOf, groupDigits, joinList } from "../spoken/phrases.ts";
import type { LoadedEpisode } from "./load-episode.ts";

/** Says that every place has its words, and how to have one written anew. Returns the exit status. */
export function sayNothingToDo(session: Session, plan: DraftPlan): number {
  const refused = plan.kept.filter(({ why }) => why === "refused").map(({ place }) => place.place);
  const place = refused[0] ?? plan.kept[0]?.place.place ?? "intro";
  const again = session.command(`draft --redraft ${refused.length > 0 ? refused.join(",") : place}`);
  session.say(
    `Nothing to draft: every place has its words, and they still belong.${
      refused.length > 0
        ? ` The built-in words stand where the model's were refused: ${joinList(refused)}.`
        : ""
    }\nTo have a place written anew, name it: ${again}`,
  );
  return 0;
}

/** Prints the body of the request as it would be sent, and says where to and how large it is. */
export function showRequest(
  session: Session,
  request: ModelRequest,
  wanted: readonly DraftPlace[],
  address: string,
): number {
  session.print(`${JSON.stringify(request, null, 2)}\n`);
  const { input, output } = estimateTokens(request, wanted);
  session.say(
    `Nothing was sent. It would go to ${address}/chat/completions: about ${groupDigits(input)} tokens, and ${groupDigits(output)} at the most in reply. What is refused is asked for once more, which costs about as much again.`,
  );
  return 0;
}

/** A warning for each passage that was refused twice: its unsupported words, and what stands there instead. */
export function describeRefusals(
  refused: readonly Refusal[],
  passages: readonly NewPassage[],
  file: string,
): Problem[] {
  return refused.map(({ place, objections }) => {
    const why = objections.map(describeObjection);
    const isFilled = passages.some((one) => one.place === place);
    const isHeadline = place.kind === "title" || place.kind === "summary";
    const instead = isFilled
      ? "the built-in one stands there"
      : isHeadline
        ? "there is none"
        : "what stood there stays";
    const text = `The model's passage for ${place.place} was refused twice, so ${instead}. ${why.join("; ")}`;
    return makeWarning(file, null, "draft-refused", text);
  });
}

/** What the summary tells of, besides the passages. */
export interface DraftOutcome {
  readonly offline: boolean;
  readonly isBuiltIn: boolean;
  readonly isChanged: boolean;
  readonly sent: number;
  readonly tokens: number;
}

/** What was written, what it cost, and what to do next. */
export function summarise(
  session: Session,
  shown: string,
  read: LoadedEpisode,
  plan: DraftPlan,
  passages: readonly NewPassage[],
  how: DraftOutcome,
): string {
  const narrated = passages.filter(({ words }) => words !== null);
  const drafted = narrated.filter(({ model }) => model !== BUILT_IN_MODEL);
  const count = (...why: KeptReason[]) => plan.kept.filter((one) => why.includes(one.why)).length;
  const parts = [
    [drafted.length, `drafted by ${drafted[0]?.model}`],
    [narrated.length - drafted.length, "built in"],
    [count("person", "edited"), "kept as you wrote them"],
    [count("drafted", "refused"), "kept as they were"],
    [read.abandoned.length, "taken out, since their stories are gone"],
  ] as const;
  const told = parts
    .filter(([number]) => number > 0)
    .map(([number, what], index) => `${index === 0 ? countOf(number, "passage") : number} ${what}`);
  const headlines = passages.some(({ words }) => words === null)
    ? `The title and summary above are proposals for episodes/${read.slug}/episode.md.`
    : "";
  const advice =
    drafted.length > 0
      ? "Read every word of it before anyone speaks it, and edit it as you like."
      : "Edit it as you like.";
  return [
    how.isChanged ? `Wrote ${shown}: ${joinList(told)}.` : `${shown} is as it was.`,
    describeAsking(how),
    headlines,
    how.isChanged ? advice : "",
    `Next: ${session.command(`build ${read.slug}`)}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function describeAsking({ offline, isBuiltIn, sent, tokens }: DraftOutcome): string {
  if (offline) return "";
  if (isBuiltIn)
    return "No model was asked, since there is no key in OPENAI_API_KEY and no server in narration.baseUrl.";
  if (sent === 0) return "No request was sent, since the replies are kept; --fresh asks again.";
  return `${countOf(sent, "request")}${tokens > 0 ? `, ${groupDigits(tokens)} tokens` : ""}.`;
}
