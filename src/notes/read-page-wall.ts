// The lines of a page and its marks -> whether something stands before the article, and who may read it.
// A consent page or a login page answers 200 and looks like an article; its words must not become a capture.

import type { Access } from "./story-note.ts";

/** What stands between a reader and the article. */
export type Wall = "consent" | "login" | "paywall";

/** What a page shows that tells of a wall. */
export interface WallSigns {
  /** Short lines outside menus, in the order of the page. */
  readonly lines: readonly string[];
  /** The page's title and its first headings. */
  readonly headings: readonly string[];
  readonly address: string | null;
  readonly hasPassword: boolean;
  /** The words of its buttons. */
  readonly buttons: readonly string[];
  /** Characters of the article that was found, and of the whole page. */
  readonly articleLength: number;
  readonly pageLength: number;
}

const REGISTER =
  /\b(?:register|sign up|create an? (?:free )?account|log ?in|sign in)\b[^.]{0,40}\bto (?:(?:continue|keep|carry on|finish) reading|(?:read|view|access|see) (?:this|the (?:full|rest)))|\bmust be (?:a member|registered|logged in|signed in) to (?:read|view|see|access)\b/i;
const SUBSCRIBE =
  /\b(?:subscribe|become an? (?:paid |paying )?(?:member|subscriber)|start (?:a|your) (?:free )?trial|buy a subscription)\b[^.]{0,60}\bto (?:(?:continue|keep|carry on|finish) reading|(?:read|unlock|access|view) (?:this|the (?:full|rest)))|\b(?:this|the rest of this) (?:article|story|content|post|page) is (?:only )?(?:for|available to|exclusive to|reserved for)[\w ]{0,20} (?:subscribers|members)\b|\bto (?:continue|keep) reading,? (?:please )?subscribe\b/i;
const CONSENT =
  /^(?:before you continue\b.*|.*\byour privacy\b.*|.*\b(?:cookies?|consent|privacy) (?:settings|preferences|choices|policy|notice)\b.*|cookies on .*|we use cookies.*|your (?:data|choices)\b.*)$/i;
const AGREE =
  /^(?:(?:i )?(?:accept|agree|allow|consent)\b.*|yes,? i.*|got it.*|ok(?:ay)?|derbyn.*|(?:alle )?akzeptieren.*)$/i;
const LOGIN =
  /^(?:(?:please )?(?:log|sign)[ -]?(?:in|on)\b.*|login\b.*|mewngofnodi.*|members?(?:['’]s?)? (?:log|sign)[ -]?in.*|authentication.*)$/i;

/** Text this long is an article, whatever stands beside it. Characters. */
const LONG = 4_000;
const SHORT = 1_500;

/** What servers say that take a program for a robot, or have no such page. */
const REFUSED =
  /^(?:access (?:denied|to this page has been denied)|(?:error )?40[134]\b.*|forbidden|(?:page|file) (?:not|cannot be) found|(?:we )?can['’]t find (?:that|the|this) page.*|just a moment\W*|attention required.*|are you (?:a )?(?:human|robot).*|(?:please )?verify (?:that )?you are (?:a )?human.*|checking your browser.*|pardon our interruption\W*|service (?:temporarily )?unavailable|(?:error )?5\d\d\b.*|request (?:blocked|rejected)|security check)$/i;

/** What stands before the article. */
export interface WallFacts {
  readonly wall: Wall | null;
  readonly access: Access | null;
  /** What the server says instead of an article. */
  readonly refusal: string | null;
  /** True if there is no article behind it: the page's title is none either. */
  readonly isWholePage: boolean;
}

/** Finds the wall before a page's article. */
export function findWall(signs: WallSigns): WallFacts {
  const { lines, headings, address, articleLength, pageLength } = signs;
  const found = (wall: Wall | null, access: Access | null, isWholePage: boolean): WallFacts => ({
    wall,
    access,
    refusal: null,
    isWholePage,
  });
  const isConsent =
    pageLength < LONG &&
    (headings.some((heading) => CONSENT.test(heading)) || /^https?:\/\/consent\./i.test(address ?? "")) &&
    signs.buttons.some((button) => AGREE.test(button)) &&
    lines.some((line) => /\bcookies?\b|\bconsent\b|\bpartners\b/i.test(line));
  if (isConsent) return found("consent", null, true);
  const isLogin = signs.hasPassword && headings.some((heading) => LOGIN.test(heading));
  if (isLogin && pageLength < SHORT) return found("login", "registration", true);
  const refusal = pageLength < SHORT ? headings.find((heading) => REFUSED.test(heading)) : undefined;
  if (refusal !== undefined) return { ...found(null, null, true), refusal };
  if (articleLength >= LONG) return found(null, null, false);
  const short = lines.filter((line) => line.length < 200);
  if (short.some((line) => SUBSCRIBE.test(line))) return found("paywall", "paywall", false);
  if (short.some((line) => REGISTER.test(line))) return found("login", "registration", false);
  return found(null, null, false);
}
