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

/** The wall before a page's article, and whether it is a page of its own, with no article behind it. */
export function findWall(signs: WallSigns): {
  readonly wall: Wall | null;
  readonly access: Access | null;
  readonly isWholePage: boolean;
} {
  const { lines, headings, address } = signs;
  const isLogin = signs.hasPassword && headings.some((heading) => LOGIN.test(heading));
  const isConsent =
    signs.pageLength < LONG &&
    (headings.some((heading) => CONSENT.test(heading)) || /^https?:\/\/consent\./i.test(address ?? "")) &&
    signs.buttons.some((button) => AGREE.test(button)) &&
    lines.some((line) => /\bcookies?\b|\bconsent\b|\bpartners\b/i.test(line));
  if (isConsent) return { wall: "consent", access: null, isWholePage: true };
  if (isLogin && signs.pageLength < SHORT)
    return { wall: "login", access: "registration", isWholePage: true };
  if (signs.articleLength < LONG) {
    const short = lines.filter((line) => line.length < 200);
    if (short.some((line) => SUBSCRIBE.test(line)))
      return { wall: "paywall", access: "paywall", isWholePage: false };
    if (short.some((line) => REGISTER.test(line)))
      return { wall: "login", access: "registration", isWholePage: false };
  }
  return { wall: null, access: null, isWholePage: false };
}
