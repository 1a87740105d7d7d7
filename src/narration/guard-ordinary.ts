// A word -> whether anyone may say it: words of ordinary English, and those of a presenter at work.
// At the start of a sentence every word has a capital letter; only such a list tells a name from a word.

import { stem } from "./claims-words.ts";
import { EVERYDAY_WORDS } from "./guard-everyday.ts";

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Words that only hold a sentence together. */
export const FUNCTION_WORDS = setOf(`
a about above across after again against ago all almost along already also although always am among an and another
any anybody anyone anything anywhere are aren't around as aside at away back be because been before behind being
below beneath beside besides better between beyond both but by can can't cannot could couldn't despite did didn't do
does doesn't doing don't done down during each either else elsewhere enough even ever every everybody everyone
everything everywhere except far few fewer for from further had hadn't has hasn't have haven't having he he'd he'll
he's hence her here here's hers herself him himself his how how's however i i'd i'll i'm i've if in indeed inside
instead into is isn't it it'd it'll it's its itself just less lest let let's like little lot lots many may maybe me
might mine more moreover most much must mustn't my myself near nearly neither never nevertheless no nobody none nor
not nothing now nowhere of off often oh on once one ones oneself only onto or other others otherwise ought our ours
ourselves out outside over own past per perhaps please quite rather really same say several shall she she'd she'll
she's should shouldn't since so some somebody somehow someone something sometimes somewhere soon still such than that
that'd that'll that's the their theirs them themselves then there there'd there'll there's these they they'd they'll
they're they've this those though through throughout thus till to today together tomorrow tonight too toward towards
under unless unlike until up upon us very via was wasn't we we'd we'll we're we've well were weren't what what'd
what's whatever when when's whenever where where's wherever whether which whichever while who who'd who'll who's
whoever whole whom whose why why's will with within without won't would wouldn't yes yesterday yet you you'd you'll
you're you've your yours yourself yourselves ain't mightn't needn't shan't
`);

/** Words with which a presenter leads from one thing to the next. */
const PRESENTER = setOf(`
welcome hello good morning afternoon evening bye goodbye thanks thank listen listening listener listeners hear heard
join joining joined episode edition show programme podcast round-up roundup story stories item items headline
headlines segment segments section sections part parts piece pieces report reports reported reporter reporters news
bulletin notes note sources source links link details detail rundown list minute minutes moment time times turn turns
turned turning move moves moved moving begin begins began begun beginning start starts started starting open opens
opened opening close closes closed closing end ends ended ending finish finishes finished finishing first second third
fourth fifth sixth last final finally lastly next later latest earlier meanwhile firstly secondly thirdly coming comes
come came go goes going gone went bring brings brought take takes took taken taking head heads headed heading stay
stays stayed staying stick return returns returned returning leave leaves left look looks looked looking see sees saw
seen tell tells told telling talk talks talked talking speak speaks spoke spoken speaking say says said saying ask asks
asked asking find finds found finding hope hopes hoped hoping wish follow follows followed following continue
continues continued remember forget imagine picture consider suppose think thinks thought wonder ponder meet meets met
meeting catch caught keep keeps kept keeping hold holds held holding wait waits waited waiting worth up ahead ready
next month months monthly week weeks weekly fortnight day days daily year years yearly season sign signing sit tune
tuned host hosts presenter microphone air programme's topic topics subject subjects theme themes question questions
answer answers answered tale tales word words line lines page pages chapter title titles story's quick quickly short
brief briefly long longer
`);

const ORDINARY: ReadonlySet<string> = new Set([...FUNCTION_WORDS, ...PRESENTER, ...setOf(EVERYDAY_WORDS)]);
const STEMS: ReadonlySet<string> = new Set([...ORDINARY].map(stem));

/** True for a word, in small letters, that is ordinary English in some form. */
export function isOrdinary(lower: string): boolean {
  if (ORDINARY.has(lower) || STEMS.has(stem(lower))) return true;
  const [, prefix, rest = ""] = /^(un|re|in|im|dis|mis|over|under|non|pre|out)(.{4,})$/.exec(lower) ?? [];
  if (prefix !== undefined && STEMS.has(stem(rest))) return true;
  // Endings that names hardly have.
  if (
    /^.{3,}(?:tion|sion|ment|less|ful|ism|icist|ologist|ology|hood|ship|ically|ously|fully|ively|ingly|edly|bility|ising|ised|iness|wards?|wise)s?$/.test(
      lower,
    )
  )
    return true;
  const [, root = "", ending] =
    /^(.{3,}?)(ly|er|ers|est|ness|less|ful|able|ability|ation|ment|y)$/.exec(lower) ?? [];
  return ending !== undefined && (STEMS.has(root) || STEMS.has(stem(root)) || ORDINARY.has(`${root}e`));
}

/** True for a word, in small letters, with which a presenter leads on. */
export function isPresenters(lower: string): boolean {
  return PRESENTER.has(lower);
}
