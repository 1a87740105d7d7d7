// "m" after a figure: metres or millions? "a 3m wall" is metres, "2m homes" are millions; what stands around tells.

import { COUNTED, findWordAfter, listOf, type Place } from "./english-rules.ts";

/** How far a sense is looked for, in UTF-16 units. */
const SIGHT = 48;

/** What is so long, and never a million of: "a 3m wall". */
const THINGS =
  listOf(`wall walls pool pools fence fences gap gaps tower towers statue statues race swim dash distance
  hedge hedges barrier barriers mast masts pole poles ladder trench ditch tunnel tunnels chimney skyscraper cliff cliffs
  wave waves yacht dinghy rope tree trees shark whale crocodile python snake springboard radius diameter rule cordon`);

/** Races that are called by a length in the plural: "the 100m sprint" is "the one hundred metres sprint". */
const EVENTS = listOf("sprint hurdles freestyle relay backstroke breaststroke butterfly steeplechase final");

const NUMBER = String.raw`\d[\d.,]{0,9}`;
const LENGTH = String.raw`\s?(?:ft|feet|in|inches|yards|yd|cm|mm|km|miles)(?![A-Za-z²])`;

const AFTER = [
  // "21m (69ft)", "2m and 30cm", "3m x 4m", "100m in 9.58s"
  String.raw`(?:\s?\(|,?\s(?:and\s|or\s|to\s)?|\s?/\s?)(?:about\s)?${NUMBER}${LENGTH}`,
  String.raw`\s?(?:x|×|by)\s?${NUMBER}\s?m(?![A-Za-z])`,
  String.raw`\sin\s[\d.:]{1,8}\s?(?:s|secs?|seconds|mins?|minutes)(?![A-Za-z])`,
  // "2m and 3m tall", "2m-high", but "2m high earners" and "1m long-term sick" are people
  String.raw`(?:\s(?:and|or|to)\s${NUMBER}m)?[\s-](?:tall|wide|deep|thick|away|apart|(?:high(?!\s(?:earner|risk|income|value|school|street|speed|quality|need|level))|long(?!\s(?:term|haul|covid))))(?![A-Za-z]|-[a-z])`,
  String.raw`\s(?:and|or|to)\s${NUMBER}m\s(?:${[...THINGS, ...EVENTS].join("|")})(?![A-Za-z])`,
  String.raw`\s(?:below|above|underwater|underground|square|across(?!\s(?:the\s|[A-Z])))(?![A-Za-z]|-[a-z])`,
  String.raw`\sfrom(?![A-Za-z]|\s[£$€]?\d)`,
].map((source) => new RegExp(`^${source}`));

const ABOUT = String.raw`(?:(?:about|around|almost|nearly|over|only|just|up\sto|more\sthan)\s)?`;

const BEFORE = [
  // "85dB at 1m", "2km 300m", "3m by 4m"
  String.raw`\d\s?(?:km|cm|mm|ft|dB)(?:\sat|\sand|\sor|\sto|,)?\s$`,
  String.raw`\d\s?m\s?(?:x|×|by)\s?$`,
  String.raw`(?:^|[^A-Za-z])(?:men|women|boys|girls)['’]s\s$`,
  String.raw`(?:^|[^A-Za-z])(?:height|depth|length|width|distance|radius|diameter|altitude)\sof\s${ABOUT}$`,
  String.raw`(?:^|[^A-Za-z])(?:wall|pool|fence|gap|tower|statue|tree|mast|tunnel)\s(?:is|was)\s${ABOUT}$`,
  String.raw`(?:^|[^A-Za-z])(?:stands|stood|measures|measured|measuring|within)\s${ABOUT}$`,
  String.raw`(?:^|[^A-Za-z])(?:ran|running|runs|swam|swim|swims|swimming|sprinted|jogged|walked|dived|crawled)\s${ABOUT}$`,
  // What has many goes up and down by millions: "Profits fell 5m".
  String.raw`(?:^|[^A-Za-z])(?!(?:it|this|that|which|population|audience|turnover|revenue|income|profit|output|membership|cost)\s)[A-Za-z]{0,20}[A-RT-Za-rt-z]\s(?:fell|jumped|leapt|climbed|plunged|dropped)\s${ABOUT}$`,
].map((source) => new RegExp(source, "i"));

/** By these, "5m from taxpayers" is money. */
const TAKEN =
  /(?:raised|received|took|taken|got|borrowed|won|secured|cut|saved|gained|stole|stolen|earned|came|comes)\s$/i;

/** "a 3m brick wall": a thing, with one word before it. */
const THING_ON = /^\s[a-z]{3,12}\s([a-z]{3,12})(?![A-Za-z])/;
const ARTICLE = /(?:^|[^A-Za-z])(?:an?|the|this|that|its|their|his|her|our|my)\s$/i;

/** True where "m" after the figures is metres; `digits` are the last of them. */
export function isMetres(place: Place, digits: string): boolean {
  const { text, start, end } = place;
  const word = findWordAfter(place);
  if (THINGS.has(word) || EVENTS.has(word)) return true;
  const after = text.slice(end, end + SIGHT);
  const before = text.slice(Math.max(0, start - SIGHT), start);
  if (word === "from" && TAKEN.test(before)) return false;
  if (AFTER.some((pattern) => pattern.test(after))) return true;
  // "ran 5m tests", "fell 2m people short"
  const isCounted = COUNTED.has(word) || /^[a-z]{2,}s$/.test(word);
  // Nobody writes a thousand millions so: "1,500m".
  if (!isCounted && /^[\d,]{4,}$/.test(digits)) return true;
  if (ARTICLE.test(before)) return THINGS.has(THING_ON.exec(after)?.[1] ?? "");
  return !isCounted && BEFORE.some((pattern) => pattern.test(before));
}

/** True where the metres are said in the singular without a word such as "a" before them: "3m walls", "2m-high". */
export function isOneMetre(place: Place): boolean {
  return THINGS.has(findWordAfter(place)) || /^-[a-z]/.test(place.text.slice(place.end, place.end + 2));
}

/** True where they are said in the plural even after "the": "the 100m sprint". */
export function isEvent(place: Place): boolean {
  return EVENTS.has(findWordAfter(place));
}
