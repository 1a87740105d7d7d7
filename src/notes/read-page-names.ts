// What a page says of its author, its title and its site -> names of people, and a title alone.
// Pages put desks, roles, addresses and the site's own name where a person or a headline is wanted.

/** Words of roles and desks: a name that holds one is none. */
const ROLES =
  /\b(?:admin|administrator|agency|analyst|anonymous|architect|assistant|associate|author|blogger|bureau|chair|chairman|chairwoman|chief|columnist|communications|comms|consultant|contributor|coordinator|correspondent|desk|director|editor|editorial|editors|executive|fellow|founder|freelance|guest|head|intern|journalist|lead|leader|lecturer|manager|media team|member|minister|newsdesk|newsroom|news|office|officer|partner|photographer|policy|political|president|press|producer|professor of|publisher|redaktion|reporting|reporters?|researcher|secretary|senior|service|special to|spokesperson|staff|strategist|team|trainee|user|webmaster|website|writers?)\b/i;
const ROLE_AT_END =
  /\s+(?:(?:chief|deputy|senior|news|political|business|local|democracy|health|education|technology|features?|assistant|staff)\s+)*(?:editor|reporter|correspondent|journalist|writer|columnist)s?$/i;

const PARTICLES =
  "(?:de|la|del|della|di|da|dos|du|van|von|der|den|ter|ten|le|el|al|bin|ibn|ap|ab|ferch|y|of|zu|st\\.?)";
const WORD = "(?:(?:O|D|Mc|Mac|L)['’])?\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const NAME = new RegExp(`^(?:${WORD})(?: (?:${WORD}|${PARTICLES}|\\p{Lu}\\.))*$`, "u");

/** What stands before the names in a byline. */
const BY =
  /^(?:(?:article|story|words|text|report|posted|written|published|reported|compiled|interview|opinion|comment|blog|post)\s+)?(?:by|von|gan)[:\s]+|^(?:authors?|writers?|words|awdur(?:on)?)\s*:\s*/i;

/**
 * The names of people in bylines: "By Ann Lee and Bo Roe, Local Democracy Reporter" gives two. A desk, a role,
 * an address, a user name and a sentence give none. `lastFirst`: names are written "Lee, Ann". `organisations`: names
 * among them that are known to be whole, and of no person.
 */
export function cleanAuthors(
  written: readonly string[],
  options: {
    readonly lastFirst?: boolean;
    readonly siteNames?: readonly string[];
    readonly organisations?: readonly string[];
  } = {},
): string[] {
  const names = written.flatMap((one) => {
    const text = one.replace(/\s+/g, " ").trim();
    if (options.organisations?.includes(one)) return isOrganisationName(text) ? [text] : [];
    const turned = options.lastFirst ? /^([^,]+), ([^,]+)$/.exec(text) : null;
    if (turned) return [`${turned[2]} ${turned[1]}`.trim()];
    return splitByline(text);
  });
  const kept: string[] = [];
  for (const name of names) {
    if (
      !(isPersonName(name) || options.organisations?.includes(name)) ||
      (options.siteNames ?? []).some((site) => isSameName(site, name))
    )
      continue;
    if (!kept.some((other) => isSameName(other, name))) kept.push(name);
  }
  return kept;
}

function splitByline(text: string): string[] {
  if (/^(?:https?:|www\.|\/|@)/i.test(text) || text.length > 300) return [];
  // The role, the paper and the date that follow a name.
  const names = text
    .replace(BY, "")
    .replace(/\S+@\S+/g, ",")
    .replace(/\s*[([][^)\]]*[)\]]/g, "")
    .replace(/\s(?:on|in|at|for|from)\s.*$/i, "")
    .replace(/,?\s*\b(?:published|(?:last )?updated|posted)\b.*$/i, "");
  return names
    .split(/\s*(?:[,;|/•·–—]|\s-\s|\s&\s|\band\b|\bund\b|\swith\s|(?<=\s)[ac](?=\s\p{Lu}))\s*/u)
    .map((piece) => dropRole(piece.replace(BY, "").trim()))
    .filter((piece) => piece !== "");
}

/** "Mark Fenwick Editor" is a name and a role; "North correspondent" is a role. */
function dropRole(piece: string): string {
  const name = ` ${piece}`.replace(ROLE_AT_END, "").trim();
  return name === piece || name.includes(" ") ? name : "";
}

function isPersonName(name: string): boolean {
  if (name.length < 3 || name.length > 60 || /\d/.test(name) || ROLES.test(name)) return false;
  return NAME.test(name) && name.split(" ").length <= 6;
}

function isOrganisationName(name: string): boolean {
  return (
    name.length <= 100 &&
    /^\p{Lu}/u.test(name) &&
    !/^https?:|@|\b(?:staff|desk|newsroom|team|admin|editor)\b/i.test(name)
  );
}

/** True for a line that is a name and a role, as bylines are: "Mark Fenwick Editor". */
export function isNameWithRole(text: string): boolean {
  const name = text.replace(/,.*$/, "").replace(ROLE_AT_END, "");
  return ROLE_AT_END.test(text) && isPersonName(name) && name.includes(" ");
}

/** True for a line that is a role and no more: "North correspondent". */
export function isRole(text: string): boolean {
  return text.length <= 60 && ROLE_AT_END.test(` ${text}`) && text.split(" ").length <= 6;
}

/** True for a line that says who wrote: "By …", "Posted by …", "Author: …". */
export function isByline(text: string): boolean {
  return BY.test(text) && text.length <= 200;
}

/** True for two ways to write one name: letter case, marks, blanks and "The" do not count. */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [squeeze(a), squeeze(b)];
  return left !== "" && left === right;
}

function squeeze(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Marks between a title and the name of its site. */
const BETWEEN = /\s+(?:\||–|—|-|»|›|·|•|::|:)\s+|\s*(?:\||»)\s*|:\s+/;
/** Marks that stand between nothing else. */
const SURE = /\s*(?:\||»|\s::)\s*/;

/** A title in the parts that marks divide, with the marks between: odd places are marks. */
function splitTitle(text: string, marks: RegExp): string[] {
  return text.split(new RegExp(`(${marks.source})`));
}

/** A title without the names of its site at either end; null if nothing else is there. */
export function cleanTitle(written: string, siteNames: readonly string[]): string | null {
  const text = written.replace(/\s+/g, " ").trim();
  const isSite = (part: string) => siteNames.some((name) => isSameName(name, part));
  const parts = splitTitle(text, BETWEEN);
  while (parts.length > 1 && isSite(parts.at(-1) ?? "")) parts.splice(-2);
  while (parts.length > 1 && isSite(parts[0] ?? "")) parts.splice(0, 2);
  const title = parts.join("").trim();
  return title === "" || isSite(title) || /^(?:home|untitled|index|document|page not found)$/i.test(title)
    ? null
    : title;
}

/** The site's name in a page's title whose beginning is a heading of the page; null if that is not sure. */
export function findSiteInTitle(title: string, headings: readonly string[]): string | null {
  const parts = splitTitle(title, BETWEEN);
  for (let end = parts.length - 2; end >= 1; end -= 2) {
    const head = parts.slice(0, end).join("");
    if (!headings.some((heading) => isSameName(heading, head))) continue;
    const site = parts.at(-1)?.trim() ?? "";
    return site === "" || /^(?:news|blog|home|latest|page \d+)$/i.test(site) ? null : site;
  }
  return null;
}

/** A page's title up to the last mark that only stands before the name of a site. */
export function cutAtSureMark(title: string): string {
  const parts = splitTitle(title, SURE);
  return parts.length > 2 ? parts.slice(0, -2).join("").trim() : title;
}
