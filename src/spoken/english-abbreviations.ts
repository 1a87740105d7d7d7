// Shortened words -> the words: "Dr" is "Doctor", "e.g." is "for example".

import { findWordBefore, LETTERS, makeRule, type Place, type Rule, STOP } from "./english-rules.ts";

/** What must stand around a shortened word for it to be one. */
type Test = (place: Place) => boolean;

const isNameAfter: Test = ({ text, end }) => /^\s*[A-ZÀ-ÖØ-Þ]/.test(text.slice(end, end + 4));
const isNumberAfter: Test = ({ text, end }) => /^\s*\d/.test(text.slice(end, end + 4));
const isNameBefore: Test = (place) => /[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+\.?$/.test(findWordBefore(place));
const isAnywhere: Test = () => true;

interface Abbreviation {
  readonly spoken: string;
  readonly when: Test;
}

type Table = ReadonlyMap<string, Abbreviation>;

const list = (when: Test, entries: Readonly<Record<string, string>>): [string, Abbreviation][] =>
  Object.entries(entries).map(([written, spoken]) => [written, { spoken, when }]);

/** Before a name or a figure, where no sentence can end: a full stop belongs to them. */
const LEADING: Table = new Map([
  ...list(isNameAfter, {
    Dr: "Doctor",
    Drs: "Doctors",
    Mr: "Mister",
    Mrs: "Missus",
    Prof: "Professor",
    Cllr: "Councillor",
    Cllrs: "Councillors",
    Rev: "Reverend",
    Revd: "Reverend",
    Lt: "Lieutenant",
    Col: "Colonel",
    Capt: "Captain",
    Sgt: "Sergeant",
    Supt: "Superintendent",
    Insp: "Inspector",
    Mt: "Mount",
    "Rt Hon": "Right Honourable",
  }),
  ...list(isNumberAfter, {
    No: "Number",
    Nos: "Numbers",
    Fig: "Figure",
    Figs: "Figures",
    Vol: "Volume",
    Ch: "Chapter",
  }),
]);

/** After a name or anywhere: a full stop may be the sentence's. */
const TRAILING: Table = new Map([
  ...list(isNameBefore, {
    Ltd: "Limited",
    plc: "P L C",
    Plc: "P L C",
    PLC: "P L C",
    Inc: "Incorporated",
    Corp: "Corporation",
    Rd: "Road",
    Ave: "Avenue",
    Jr: "Junior",
    Jnr: "Junior",
    Sr: "Senior",
    Snr: "Senior",
  }),
  ...list((place) => isNameBefore(place) && isNameAfter(place), { v: "versus" }),
  ...list(isAnywhere, {
    vs: "versus",
    etc: "et cetera",
    eg: "for example",
    ie: "that is",
    approx: "approximately",
    Dept: "Department",
    dept: "department",
    Govt: "Government",
    govt: "government",
  }),
]);

/** Nothing without their full stop. */
const STOPPED: Table = new Map([
  ...list(isAnywhere, {
    "e.g": "for example",
    "i.e": "that is",
    "a.m": "A M",
    "p.m": "P M",
    "a.k.a": "A K A",
    // No sentence ends with these.
    vs: "versus",
    eg: "for example",
    ie: "that is",
    approx: "approximately",
  }),
  ...list(isNameAfter, { v: "versus" }),
  ...list(isNumberAfter, {
    no: "number",
    nos: "numbers",
    c: "circa",
    ca: "circa",
    p: "page",
    pp: "pages",
    vol: "volume",
    ch: "chapter",
    para: "paragraph",
  }),
]);

const tables = [LEADING, TRAILING, STOPPED];

/** The runs of letters with which an abbreviation may begin. */
export const SHORT_WORDS: ReadonlySet<string> = new Set([
  "St",
  ...tables.flatMap((table) => [...table.keys()].map((written) => written.split(/[. ]/)[0] ?? "")),
]);

function makeTableRule(table: Table, stop: string): Rule {
  const written = [...table.keys()]
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replaceAll(".", "\\."));
  return makeRule(String.raw`(${written.join("|")})(?![${LETTERS}\d'’-])${stop}`, ([, word = ""], place) => {
    const found = table.get(word);
    return found?.when(place) ? found.spoken : null;
  });
}

const NUMBERED: Table = new Map([...LEADING, ...STOPPED].filter(([, { when }]) => when === isNumberAfter));

/** "No.10": the figure is said with it, since no blank parts them. */
const ATTACHED = makeRule(
  String.raw`(${[...NUMBERED.keys()].join("|")})\.(\d{1,5})(?![${LETTERS}\d.,–-])`,
  ([, word = "", figure = ""], place) => `${NUMBERED.get(word)?.spoken} ${place.say(figure)}`,
);

/** Abbreviations, tried where a letter stands first. */
export const ABBREVIATIONS: readonly Rule[] = [
  ATTACHED,
  makeTableRule(STOPPED, String.raw`\.(?![${LETTERS}\d])`),
  makeTableRule(LEADING, String.raw`(?:\.(?=\s)|(?!\.))`),
  makeTableRule(TRAILING, STOP),
  makeRule(String.raw`St(?![${LETTERS}\d'’-])\.?(?=\s[A-Z][a-z])`, () => "Saint"),
  makeRule(String.raw`St(?![${LETTERS}\d'’-])${STOP}`, (_, place) => (isNameBefore(place) ? "Street" : null)),
];
