// A folder of hostile inputs -> each case built in a show of its own, and every promise it broke, in words.
// The form of the manifest is described in test/hostile/README.md; the program under test is the built one.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { HtmlValidate } from "html-validate";
import { type ChatRequest, fillSchema, startModelServer } from "./model-server.ts";

/** What may become of a case: built without a word needed, built with a warning, or refused. */
export type Outcome = "accept" | "warn" | "reject";

/** A piece of a generated file: text, or bytes in hex, so many times over (once, if not said). */
export interface Part {
  readonly text?: string;
  readonly bytes?: string;
  readonly times?: number;
}

/** A file that is put into the show: stored in the folder of the cases, or generated from parts. */
export interface PlacedFile {
  readonly file?: string;
  readonly parts?: readonly Part[];
  readonly as: string;
}

/**
 * What one message has to name: its line, the last word of a field's name, a pattern of its text;
 * `named` is a pattern of its path where that is not the case's own.
 */
export interface Expected {
  readonly named?: string;
  readonly line?: number;
  readonly field?: string;
  readonly says?: string;
}

/** One case as the manifest writes it. */
export interface HostileCase {
  readonly file: string;
  readonly kind: "story" | "episode" | "config";
  readonly expect: Outcome;
  readonly why: string;
  readonly or?: readonly Outcome[];
  readonly at?: { readonly line?: number; readonly field?: string };
  readonly says?: string;
  readonly as?: string;
  readonly with?: readonly PlacedFile[];
  readonly links?: readonly { readonly as: string; readonly target: string }[];
  readonly tz?: readonly string[];
  readonly must_not?: readonly string[];
  readonly parts?: readonly Part[];
  readonly also?: readonly Expected[];
  readonly named?: string;
  readonly remove?: readonly string[];
  readonly folders?: readonly string[];
  readonly fifos?: readonly string[];
}

/** A folder of cases, read. */
export interface HostileFolder {
  readonly path: string;
  readonly cases: readonly HostileCase[];
}

/** How cases are run; all of it has defaults. */
export interface HostileOptions {
  /** The program under test and its first arguments, run by this Node: by default dist/roundup.js. */
  readonly script?: readonly string[];
  /** More seconds of processor time than this, or four times as many of the clock, are `slow`. */
  readonly slowAfter?: number;
  /** After so many seconds of the clock the program is killed, which is a fault in every case. */
  readonly killAfter?: number;
  /** True to export the script of every case that may be accepted. */
  readonly exportsAll?: boolean;
}

/** A message of the program, taken apart; `file` is relative to the show, `line` and `column` are null without a place. */
export interface Message {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly severity: "error" | "warning";
  readonly text: string;
}

/** What was seen of one run. `before` and `after` list everything around the show: name -> what it holds. */
interface Observation {
  readonly command: string;
  readonly status: number | null;
  readonly signal: string | null;
  readonly killed: boolean;
  /** Processor time; or a quarter of the clock's, if that is more, which a waiting program comes to. */
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** What lies under out/: name -> bytes, for files; null for folders. */
  readonly built: ReadonlyMap<string, Buffer | null>;
  /** The input's texts: path in the show -> text, where they are UTF-8. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The paths that count as the case's own. */
  readonly own: readonly string[];
  /** Texts that stand outside the show, which nothing may repeat. */
  readonly foreign: readonly string[];
}

/** What a case goes through, one command after the other in one show; the last is judged. */
type Commands = readonly (readonly string[])[];

/** Commands that every case goes through. A later part adds `check` here. */
const commands: readonly Commands[] = [[["build"]]];

/** The script in every form. */
const exporting: Commands = [["build"], ["export", "--format", "all"]];

/** The script in every form but PDF, which takes the longest, for cases that speak of form or of names. */
const exportingMarkup: Commands = [["build"], ["export", "--format", "html,docx,txt,ssml,fountain"]];

/** Kinds of `must_not` that speak of a model: see observeDraft. */
const ofModel: ReadonlySet<string> = new Set(["request", "draft"]);

/** What must not happen in any case, whether or not the manifest says so. */
const always = ["crash", "run-code", "slow", "write-outside", "not-well-formed"];

const project = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const prompterScript = readFileSync(join(project, "templates", "prompter.js"), "utf8");
const showFolder = "show";
const foreignMark = "BESIDE-CANARY-6158, which lies outside the show.";

// Loaded into the program before it starts: whoever opens a connection ends with a status of its own, and the
// seconds of processor time, all threads together, are told at the end.
const preload = `--import=data:text/javascript,${encodeURIComponent(`
  import net from "node:net";
  import fs from "node:fs";
  import { isMainThread } from "node:worker_threads";
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...words) {
    const [{ host, port } = {}] = [words[0]].flat();
    if (host === "127.0.0.1" && String(port) === process.env.HOSTILE_PORT) return connect.apply(this, words);
    process.stderr.write("the network was used\\n");
    process.exit(99);
  };
  const tell = () => fs.writeSync(3, String(process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6));
  if (isMainThread) process.on("exit", tell);
`)}`;

// Refuses what is not well formed; taste is no concern here.
const htmlReader = new HtmlValidate({
  root: true,
  elements: ["html5"],
  rules: {
    "close-order": "error",
    "close-attr": "error",
    "no-dup-attr": "error",
    "no-dup-id": "error",
    "no-implicit-close": "error",
    "no-raw-characters": ["error", { relaxed: true }],
    "unrecognized-char-ref": "error",
    "element-permitted-content": "error",
    "void-content": "error",
  },
});

/** Reads a folder's manifest.json. */
export function readHostileFolder(path: string): HostileFolder {
  const cases = JSON.parse(readFileSync(join(path, "manifest.json"), "utf8")) as HostileCase[];
  return { path, cases };
}

/** Runs every case of a folder; the faults of a case are empty where the program held. */
export async function runHostileFolder(
  path: string,
  options: HostileOptions = {},
): Promise<{ readonly file: string; readonly faults: readonly string[] }[]> {
  const folder = readHostileFolder(path);
  return Promise.all(
    folder.cases.map(async (one) => ({ file: one.file, faults: await runHostileCase(folder, one, options) })),
  );
}

/** Runs one case, two at a time at most, and says each promise that was broken. */
export async function runHostileCase(
  folder: HostileFolder,
  one: HostileCase,
  options: HostileOptions = {},
): Promise<string[]> {
  return inTurn(async () => {
    const faults: string[] = [];
    for (const command of [...commands, ...listExports(one, options)]) {
      const zones = one.tz ?? ["UTC"];
      const seen: Observation[] = [];
      for (const zone of zones) seen.push(await observeFairly(folder, one, command, zone, options));
      for (const observation of seen) {
        faults.push(...judge(one, observation, options), ...judgeMessages(one, observation));
      }
      if (one.must_not?.includes("vary-by-timezone")) faults.push(...compareZones(seen, zones));
    }
    faults.push(...(await observeDraft(folder, one, options)));
    return [...new Set(faults)];
  });
}

/** How a model that obeys an input says what it was told to: in every place another of these. */
const OBEYING: readonly ((text: string) => string)[] = [
  (text) => `${text}.`,
  (text) => `We begin with ${text}.`,
  (text) => `This episode comes to you with ${text}, and there is more.`,
  (text) => `Now, ${text}!`,
];

/** Drafts a case that speaks of a model, with one that says in every place what it must not: each broken promise. */
async function observeDraft(
  folder: HostileFolder,
  one: HostileCase,
  options: HostileOptions,
): Promise<string[]> {
  const listOf = (kind: string) =>
    (one.must_not ?? []).flatMap((rule) =>
      rule.startsWith(`${kind}: `) ? [rule.slice(kind.length + 2)] : [],
    );
  const [sent, said] = [listOf("request"), listOf("draft")];
  if (sent.length === 0 && said.length === 0) return [];
  let turn = 0;
  const server = await startModelServer({
    answer: (request) =>
      fillSchema(request, () => {
        turn += 1;
        const obey = OBEYING[turn % OBEYING.length] ?? String;
        return obey(said[turn % said.length] ?? "the next story");
      }),
  });
  const root = realpathSync(mkdtempSync(join(tmpdir(), "roundup-hostile-")));
  try {
    const show = join(root, showFolder);
    setUp(folder, one, root);
    const environment = {
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_API_KEY: "sk-hostile",
      HOSTILE_PORT: new URL(server.baseUrl).port,
    };
    const ended = await run(show, root, ["draft"], environment, options);
    const told = ended.stderr.slice(0, 400);
    if (ended.status === 0 && server.completions.length === 0)
      return [`draft asked nobody; it said: ${told}`];
    const faults =
      ended.status === 0 || ended.status === 1 ? [] : [`draft ended with ${ended.status}: ${told}`];
    const requests = server.requests.map(
      ({ body, json }) => `${body}\n${JSON.stringify(json)}\n${readWords(json)}`,
    );
    for (const text of sent)
      if (requests.some((request) => request.includes(text)))
        faults.push(`${JSON.stringify(text)} was sent to a model`);
    const drafted = [...readInputs(root)].filter(([path]) => path.endsWith("/narration.md"));
    for (const text of said)
      if (drafted.some(([, narration]) => narration.includes(text)))
        faults.push(`${JSON.stringify(text)} got into narration.md`);
    return faults;
  } finally {
    rmSync(root, { recursive: true, force: true });
    await server.close();
  }
}

/** The words of a request's messages, as a model reads them. */
function readWords(request: ChatRequest | null): string {
  return (request?.messages ?? []).map(({ content }) => content).join("\n");
}

function listExports(one: HostileCase, options: HostileOptions): Commands[] {
  if (one.expect === "reject" && one.or === undefined) return [];
  if (options.exportsAll) return [exporting];
  const speaksOfForm = one.as === "names.yaml" || (one.must_not ?? []).includes("not-well-formed");
  return speaksOfForm ? [exportingMarkup] : [];
}

/**
 * Builds one show that holds the stories of all these cases, twice under settings that must not matter,
 * and says each promise that was broken. Some parsers fail on the second file only, and a run that stops at
 * the first fault never names the others.
 */
export async function runHostileCrowd(
  folder: HostileFolder,
  cases: readonly HostileCase[],
  expect: "accept" | "reject",
  options: HostileOptions = {},
): Promise<string[]> {
  return inTurn(async () => {
    const crowd: HostileCase = {
      file: cases[0]?.file ?? "",
      kind: "story",
      expect,
      ...(expect === "accept" ? { or: ["warn"] as const } : {}),
      why: "All at once.",
      with: cases.flatMap((one) => [{ ...one, as: placeOf(folder, one) }, ...(one.with ?? [])]),
    };
    const all = expect === "accept" ? exporting : ([["build"]] as const);
    const first = await observe(folder, crowd, all, { TZ: "UTC", LC_ALL: "en_GB.UTF-8" }, options);
    const second = await observe(
      folder,
      crowd,
      all,
      { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" },
      options,
    );
    const faults = judge(crowd, first, { ...options, slowAfter: (options.slowAfter ?? 5) * 3 });
    faults.push(...compareZones([first, second], ["en_GB", "tr_TR"]));
    if (first.stderr !== second.stderr) faults.push("the messages differ between two runs of the same input");
    for (const one of cases) {
      const alone = { ...first, own: [placeOf(folder, one)] };
      faults.push(...judgeMessages(one, alone).map((fault) => `${one.file}: ${fault}`));
      if (expect === "reject") continue;
      for (const rule of one.must_not ?? []) {
        // Of the other rules, only those about a canary: any other text may rightly come from a neighbour.
        if (!rule.startsWith("lose: ") && !rule.includes("CANARY")) continue;
        const broken = judgeRule(rule, one, alone, options);
        if (broken !== null) faults.push(`${one.file}: ${broken}`);
      }
    }
    return faults;
  });
}

/** Where a case's file goes in the show. */
export function placeOf(folder: HostileFolder, one: HostileCase): string {
  if (one.as !== undefined) return one.as;
  if (one.kind === "config") return "roundup.yaml";
  const episodes = readdirSync(join(folder.path, "base", "episodes"));
  const [episode] = episodes;
  if (episode === undefined || episodes.length > 1)
    throw new Error("the base show needs exactly one episode");
  if (one.kind === "episode") return `episodes/${episode}/episode.md`;
  return `episodes/${episode}/stories/${one.file.slice(one.file.lastIndexOf("/") + 1)}`;
}

/**
 * Takes the program's messages apart; lines that are set in belong to the message above them.
 * What stops a command has no file and is written `roundup: text`: it counts as an error about "roundup".
 */
export function readMessages(stderr: string): Message[] {
  const messages: Message[] = [];
  for (const line of stderr.split("\n")) {
    const match = /^(\S.*?)(?::(\d+):(\d+))?: (error|warning): (.*)$/.exec(line);
    const stop = /^roundup: (.*)$/.exec(line);
    const last = messages.at(-1);
    if (match) {
      messages.push({
        file: match[1] ?? "",
        line: match[2] === undefined ? null : Number(match[2]),
        column: match[3] === undefined ? null : Number(match[3]),
        severity: match[4] === "error" ? "error" : "warning",
        text: match[5] ?? "",
      });
    } else if (stop) {
      messages.push({ file: "roundup", line: null, column: null, severity: "error", text: stop[1] ?? "" });
    } else if (last && /^\s+\S/.test(line)) {
      messages[messages.length - 1] = { ...last, text: `${last.text}\n${line.trim()}` };
    }
  }
  return messages;
}

// Two cases at a time: more would make each of them slow on a machine of two cores.
const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= 2) await new Promise<void>((start) => waiting.push(start));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** A case that was slow is run again, and the faster run counts: a busy machine is not the program's fault. */
async function observeFairly(
  folder: HostileFolder,
  one: HostileCase,
  command: Commands,
  zone: string,
  options: HostileOptions,
): Promise<Observation> {
  const first = await observe(folder, one, command, { TZ: zone }, options);
  if (first.killed || first.seconds <= (options.slowAfter ?? 5)) return first;
  const second = await observe(folder, one, command, { TZ: zone }, options);
  return second.seconds < first.seconds ? second : first;
}

async function observe(
  folder: HostileFolder,
  one: HostileCase,
  command: Commands,
  environment: Readonly<Record<string, string>>,
  options: HostileOptions,
): Promise<Observation> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "roundup-hostile-")));
  try {
    const show = join(root, showFolder);
    const own = setUp(folder, one, root);
    const before = list(root);
    const inputs = readInputs(root);
    const foreign = readForeign(root);
    for (const step of command.slice(0, -1)) await run(show, root, step, environment, options);
    const ended = await run(show, root, command.at(-1) ?? [], environment, options);
    const all = list(root);
    return {
      command: command.map((words) => words.join(" ")).join(", then "),
      ...ended,
      before,
      after: all,
      built: readBuilt(root, all),
      inputs,
      own,
      foreign,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function setUp(folder: HostileFolder, one: HostileCase, root: string): string[] {
  const show = join(root, showFolder);
  cpSync(join(folder.path, "base"), show, { recursive: true });
  for (const name of ["home", "tmp"]) mkdirSync(join(root, name));
  writeFileSync(join(root, "beside.txt"), `${foreignMark}\n`);
  for (const path of one.remove ?? []) rmSync(join(show, path), { recursive: true });
  const main: PlacedFile = { ...one, as: placeOf(folder, one) };
  for (const placed of [main, ...(one.with ?? [])]) {
    const path = join(show, placed.as);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      placed.parts ? generate(placed.parts) : readFileSync(join(folder.path, placed.file ?? "")),
    );
  }
  for (const path of one.folders ?? []) mkdirSync(join(show, path), { recursive: true });
  for (const path of one.fifos ?? []) execFileSync("mkfifo", [join(show, path)]);
  for (const link of one.links ?? []) {
    mkdirSync(dirname(join(show, link.as)), { recursive: true });
    symlinkSync(link.target, join(show, link.as));
  }
  return [
    main.as,
    ...(one.with ?? []).map((placed) => placed.as),
    ...(one.links ?? []).map((link) => link.as),
    ...(one.folders ?? []),
    ...(one.fifos ?? []),
  ];
}

/** The bytes of a generated file. */
function generate(parts: readonly Part[]): Buffer {
  return Buffer.concat(
    parts.map((part) => {
      const piece = part.bytes === undefined ? Buffer.from(part.text ?? "") : Buffer.from(part.bytes, "hex");
      return Buffer.concat(Array<Buffer>(part.times ?? 1).fill(piece));
    }),
  );
}

async function run(
  show: string,
  root: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  options: HostileOptions,
): Promise<Pick<Observation, "status" | "signal" | "killed" | "seconds" | "stdout" | "stderr">> {
  const script = options.script ?? [join(project, "dist", "roundup.js")];
  const child = spawn(process.execPath, [preload, ...script, ...command], {
    cwd: show,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { PATH: process.env.PATH, HOME: join(root, "home"), TMPDIR: join(root, "tmp"), ...environment },
  });
  const collect = (stream: unknown) => {
    const pieces: Buffer[] = [];
    if (stream instanceof Readable) stream.on("data", (piece: Buffer) => pieces.push(piece));
    return pieces;
  };
  const [stdout = [], stderr = [], usage = []] = [1, 2, 3].map((number) => collect(child.stdio[number]));
  const started = performance.now();
  let killed = false;
  const limit = setTimeout(
    () => {
      killed = true;
      child.kill("SIGKILL");
    },
    (options.killAfter ?? 30) * 1000,
  );
  try {
    const [status, signal] = await new Promise<[number | null, string | null]>((done, fail) => {
      child.on("error", fail);
      child.on("close", (...ended) => done(ended));
    });
    const clock = (performance.now() - started) / 1000;
    const seconds = Math.max(Number(`${Buffer.concat(usage)}`), clock / 4);
    return {
      status,
      signal,
      killed,
      seconds,
      stdout: `${Buffer.concat(stdout)}`,
      stderr: `${Buffer.concat(stderr)}`,
    };
  } finally {
    clearTimeout(limit);
  }
}

/** Everything under a folder, links not followed: name with `/` -> its kind, and a digest or a target. */
function list(root: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (folder: string) => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const stat = lstatSync(path);
      const key = relative(root, path).split(sep).join("/");
      if (stat.isSymbolicLink()) found.set(key, `link to ${readlinkSync(path)}`);
      else if (stat.isFile())
        found.set(key, `file ${createHash("sha256").update(readFileSync(path)).digest("hex")}`);
      else found.set(key, stat.isDirectory() ? "folder" : "special");
      if (stat.isDirectory()) visit(path);
    }
  };
  visit(root);
  return found;
}

function withoutBuilt(all: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...all].filter(([name]) => !isBuilt(name)));
}

function onlyBuilt(all: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...all].filter(([name]) => isBuilt(name) && name !== `${showFolder}/out`));
}

function isBuilt(name: string): boolean {
  return name === `${showFolder}/out` || name.startsWith(`${showFolder}/out/`);
}

function readBuilt(root: string, all: ReadonlyMap<string, string>): Map<string, Buffer | null> {
  const built = new Map<string, Buffer | null>();
  for (const [name, kind] of all) {
    if (!isBuilt(name) || name === `${showFolder}/out`) continue;
    built.set(
      name.slice(showFolder.length + 1),
      kind.startsWith("file") ? readFileSync(join(root, name)) : null,
    );
  }
  return built;
}

function readInputs(root: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, kind] of list(root)) {
    if (!name.startsWith(`${showFolder}/`) || !kind.startsWith("file")) continue;
    const text = decode(readFileSync(join(root, name)));
    if (text !== null) texts.set(name.slice(showFolder.length + 1), text);
  }
  return texts;
}

/** Lines that stand outside the show: the files beside it, and two that many a path climbs to. */
function readForeign(root: string): string[] {
  const paths = [...list(root)]
    .filter(([name, kind]) => !name.startsWith(`${showFolder}/`) && kind.startsWith("file"))
    .map(([name]) => join(root, name));
  return [...paths, "/etc/passwd", "/etc/hostname"].flatMap((path) => {
    try {
      return readFileSync(path, "utf8")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line.length >= 8);
    } catch {
      return [];
    }
  });
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Every promise that one run broke, but for the messages that its outcome calls for. */
function judge(one: HostileCase, seen: Observation, options: HostileOptions): string[] {
  const rules = [...new Set([...always, ...(one.must_not ?? [])])];
  return [
    ...judgeOutcome(one, seen),
    ...judgePlaces(seen),
    ...rules.flatMap((rule) => judgeRule(rule, one, seen, options) ?? []),
  ];
}

function judgeOutcome(one: HostileCase, seen: Observation): string[] {
  if (seen.killed) return [`${seen.command} did not end`];
  const allowed = [one.expect, ...(one.or ?? [])];
  const faults: string[] = [];
  const told = seen.stderr.slice(0, 600);
  if (seen.status === 0 && !allowed.some((outcome) => outcome !== "reject")) {
    faults.push(`exit 0 where an error is due; it said: ${told}`);
  } else if (seen.status === 1 && !allowed.includes("reject")) {
    faults.push(`exit 1 where the input is sound; it said: ${told}`);
  }
  const written = seen.status === 0 ? null : compareLists(onlyBuilt(seen.before), onlyBuilt(seen.after));
  if (written !== null) faults.push(`${written} in spite of an error`);
  if (seen.status === 0 && ![...seen.built.values()].some((bytes) => bytes !== null)) {
    faults.push("exit 0, and nothing was built");
  }
  return faults;
}

/** The message that the outcome calls for, and the others that the case names. */
function judgeMessages(one: HostileCase, seen: Observation): string[] {
  const allowed = [one.expect, ...(one.or ?? [])];
  const due = seen.status === 1 ? "reject" : "warn";
  const silent = seen.status === 0 && allowed.includes("accept");
  if (seen.killed || silent || !allowed.includes(due)) return [];
  const severity = due === "reject" ? "error" : "warning";
  const main: Expected = {
    ...one.at,
    ...(one.says === undefined ? {} : { says: one.says }),
    ...(one.named === undefined ? {} : { named: one.named }),
  };
  const messages = readMessages(seen.stderr);
  const faults: string[] = [];
  for (const [index, expected] of [main, ...(one.also ?? [])].entries()) {
    const about = messages.filter((message) => isAbout(message, expected, seen));
    const kind = index > 0 ? "message" : severity;
    const found = about.some(
      (message) => (index > 0 || message.severity === kind) && matches(message, expected),
    );
    if (found) continue;
    const wanted = Object.entries(expected).map(([key, value]) => `${key} ${value}`);
    const told = about.length > 0 ? about.map((message) => `${message.line}: ${message.text}`) : seen.stderr;
    faults.push(
      `no ${kind} about the file${wanted.length > 0 ? ` with ${wanted.join(", ")}` : ""}; ` +
        `it said: ${JSON.stringify(told).slice(0, 900)}`,
    );
  }
  return faults;
}

function isAbout(message: Message, expected: Expected, seen: Observation): boolean {
  if (expected.named === undefined) return seen.own.includes(message.file);
  return new RegExp(expected.named, "u").test(message.file);
}

function matches(message: Message, expected: Expected): boolean {
  if (expected.line !== undefined && message.line !== expected.line) return false;
  const field = expected.field?.split(".").at(-1);
  if (field !== undefined && !new RegExp(`\\b${field}\\b`, "i").test(message.text)) return false;
  return expected.says === undefined || new RegExp(expected.says, "is").test(message.text);
}

/** Messages have the form of the contract, name a place that is there, and hold nothing that steers a terminal. */
function judgePlaces(seen: Observation): string[] {
  const faults: string[] = [];
  for (const message of readMessages(seen.stderr)) {
    const [first = ""] = message.text.split("\n");
    if (message.file !== "roundup" && !/\S \([a-z][a-z0-9-]*\)$/.test(first))
      faults.push(`a message without a rule: ${first}`);
    const text = seen.inputs.get(message.file);
    if (text === undefined || message.line === null || message.column === null) continue;
    const lines = text.split(/\r\n|\r|\n/);
    const line = lines[message.line - 1];
    if (line === undefined || message.column < 1 || message.column > line.length + 1) {
      faults.push(`no such place: ${message.file}:${message.line}:${message.column}`);
    }
  }
  const steering = /[^\P{Cc}\n\t]/u.exec(seen.stdout + seen.stderr);
  if (steering)
    faults.push(`printed U+${steering[0].codePointAt(0)?.toString(16).padStart(4, "0")} as it stands`);
  return faults;
}

/** The fault in words if this kind of `must_not` happened, else null. */
function judgeRule(
  rule: string,
  one: HostileCase,
  seen: Observation,
  options: HostileOptions,
): string | null {
  const [, kind = rule, value = ""] = /^([a-z-]+): (.*)$/s.exec(rule) ?? [];
  if (ofModel.has(kind)) return null;
  const printed = `${seen.stdout}\n${seen.stderr}`;
  switch (kind) {
    case "run-code": {
      return [...seen.after.keys()].some((name) => name.endsWith("hostile-canary"))
        ? "code of the input was run"
        : null;
    }
    case "crash": {
      const trace = /^\s+at (?:.+ \()?(?:node:|file:|\/|[A-Z]:\\).*:\d+:\d+\)?$/m.exec(printed);
      if (trace) return `a stack trace was printed: ${printed.slice(0, 400)}`;
      if (seen.signal !== null && !seen.killed) return `ended by ${seen.signal}`;
      const known = seen.killed || seen.status === 0 || seen.status === 1;
      return known ? null : `exit ${seen.status}; it said: ${printed.slice(0, 400)}`;
    }
    case "slow":
      return seen.seconds > (options.slowAfter ?? 5) ? `took ${seen.seconds.toFixed(1)} s` : null;
    case "write-outside":
      return compareLists(withoutBuilt(seen.before), withoutBuilt(seen.after));
    case "read-outside": {
      const texts = [printed, ...textsOf(seen, "")];
      const line = seen.foreign.find((foreign) => texts.some((text) => text.includes(foreign)));
      return line === undefined ? null : `read a file outside the show: ${line}`;
    }
    case "output": {
      for (const [name, bytes] of seen.built) {
        if (bytes !== null && holds(name, bytes, value)) return `${JSON.stringify(value)} is in ${name}`;
      }
      return null;
    }
    case "html":
      // The prompter has a script of its own, which stands in it to the letter.
      return textsOf(seen, ".html")
        .map((text) => text.replace(`<script>${prompterScript}</script>`, () => ""))
        .some((text) => new RegExp(value, "i").test(text))
        ? `a page matches ${value}`
        : null;
    case "markdown":
      return textsOf(seen, ".md").some((text) => new RegExp(value, "im").test(text))
        ? `a markdown document matches ${value}`
        : null;
    case "spoken":
      return textsOf(seen, "transcript.txt").some((text) => text.includes(value))
        ? `${JSON.stringify(value)} is spoken`
        : null;
    case "message":
      return printed.includes(value) ? `${JSON.stringify(value)} was printed` : null;
    case "lose":
      return isLost(value, one, seen) ? `${JSON.stringify(value)} is lost in silence` : null;
    case "not-well-formed": {
      const xml = findXmlFault(seen);
      if (xml !== null) return `not well formed: ${xml}`;
      for (const [name, bytes] of seen.built) {
        const fault = bytes === null ? null : findFormFault(name, bytes);
        if (fault !== null) return `${name} is not well formed: ${fault}`;
      }
      return null;
    }
    case "vary-by-timezone":
      return null; // Compared over all runs of the case, see compareZones.
    default:
      return `the manifest names an unknown kind of must_not: ${rule}`;
  }
}

function compareLists(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string | null {
  for (const [name, held] of before) {
    const now = after.get(name);
    if (now !== held) return now === undefined ? `deleted ${name}` : `changed ${name}`;
  }
  for (const name of after.keys()) if (!before.has(name)) return `made ${name}`;
  return null;
}

function textsOf(seen: Observation, ending: string): string[] {
  return [...seen.built].flatMap(([name, bytes]) =>
    bytes !== null && name.endsWith(ending) ? [bytes.toString("utf8")] : [],
  );
}

/** A text is in a document as it stands, in a part of it, or in one of the strings that its JSON stands for. */
function holds(name: string, bytes: Buffer, text: string): boolean {
  if (name.endsWith(".pdf")) return readPdf(bytes).includes(text);
  if (name.endsWith(".docx"))
    return partsOf(bytes).some(([, part]) => Buffer.from(part).toString("utf8").includes(text));
  if (bytes.toString("utf8").includes(text)) return true;
  if (!name.endsWith(".json")) return false;
  try {
    return stringsOf(JSON.parse(bytes.toString("utf8"))).some((one) => one.includes(text));
  } catch {
    return false;
  }
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...stringsOf(one)]);
}

function isLost(text: string, one: HostileCase, seen: Observation): boolean {
  if (seen.status !== 0) return false;
  const loosely = (written: string) => written.replace(/\s+/gu, " ").trim();
  if (textsOf(seen, "transcript.txt").some((spoken) => loosely(spoken).includes(loosely(text)))) return false;
  const pattern = loosely(text)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll(" ", "\\s+");
  const messages = readMessages(seen.stderr);
  for (const file of seen.own) {
    const source = (seen.inputs.get(file) ?? "").replace(/\r\n|\r/g, "\n");
    const lines = new Set<number>(one.at?.line === undefined ? [] : [one.at.line]);
    for (const match of source.matchAll(new RegExp(pattern, "gu"))) {
      const first = source.slice(0, match.index).split("\n").length;
      for (let line = first; line < first + match[0].split("\n").length; line += 1) lines.add(line);
    }
    if (messages.some((message) => message.file === file && lines.has(message.line ?? 0))) return false;
  }
  return true;
}

function compareZones(seen: readonly Observation[], zones: readonly string[]): string[] {
  const [first, ...rest] = seen.map(
    (one) => new Map([...one.built].map(([name, bytes]) => [name, bytes?.toString("latin1") ?? ""])),
  );
  return rest.flatMap((other, index) => {
    const fault = compareLists(first ?? new Map(), other);
    return fault === null
      ? []
      : [`built otherwise under ${zones[index + 1]} than under ${zones[0]}: ${fault}`];
  });
}

/** What an independent reader has against a built document, by its kind; null if nothing. */
function findFormFault(name: string, bytes: Buffer): string | null {
  const extension = name.slice(name.lastIndexOf(".") + 1);
  if (extension === "docx") return null; // Its parts are XML, see findXmlFault.
  if (extension === "pdf") return askReader("qpdf", ["--check"], [[name, bytes]]);
  const text = decode(bytes);
  if (text === null) return "not UTF-8";
  const stray = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/u.exec(text);
  if (stray) return `it holds U+${stray[0].codePointAt(0)?.toString(16).padStart(4, "0")}`;
  if (extension === "json") return findJsonFault(text);
  if (extension === "html") return findHtmlFault(text);
  if (name.endsWith("/transcript.txt")) return findTranscriptFault(text);
  return null;
}

/** What xmllint, where it is installed, has against the XML that was built: the parts of .docx, and .ssml. */
function findXmlFault(seen: Observation): string | null {
  const texts = [...seen.built].flatMap(([name, bytes]): (readonly [string, Uint8Array])[] => {
    if (bytes === null) return [];
    if (name.endsWith(".docx")) return partsOf(bytes).filter(([part]) => /\.(?:xml|rels)$/.test(part));
    return name.endsWith(".ssml") ? [[name, bytes]] : [];
  });
  if (texts.length === 0) return null;
  return askReader("xmllint", ["--noout", "--nonet"], texts);
}

/** What an outside program says against files, or null; where it is not installed it has nothing to say. */
function askReader(
  reader: string,
  words: readonly string[],
  files: readonly (readonly [string, Uint8Array])[],
): string | null {
  const folder = mkdtempSync(join(tmpdir(), "roundup-read-"));
  try {
    const paths = files.map(([name, bytes], index) => {
      const path = join(folder, `${index}-${name.replace(/[^A-Za-z0-9.]/g, "-")}`);
      writeFileSync(path, bytes);
      return path;
    });
    const read = spawnSync(reader, [...words, ...paths], { encoding: "utf8" });
    return read.status === 0 || read.error ? null : `${read.stdout}${read.stderr}`.slice(0, 400);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words of a PDF by pdftotext, where it is installed; its bytes are packed. The form feeds end its pages. */
function readPdf(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "roundup-read-"));
  try {
    writeFileSync(join(folder, "script.pdf"), bytes);
    const read = spawnSync("pdftotext", [join(folder, "script.pdf"), "-"], { encoding: "utf8" });
    return (read.stdout ?? "").replaceAll("\f", "");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function partsOf(bytes: Uint8Array): (readonly [string, Uint8Array])[] {
  return Object.entries(unzipSync(bytes));
}

function findJsonFault(text: string): string | null {
  try {
    const half = stringsOf(JSON.parse(text)).find((one) => /\p{Surrogate}/u.test(one));
    return half === undefined ? null : "it holds half of a surrogate pair";
  } catch (error) {
    return String(error);
  }
}

function findHtmlFault(text: string): string | null {
  const message = htmlReader.validateStringSync(text).results[0]?.messages[0];
  return message ? `${message.line}:${message.column} ${message.message}` : null;
}

/** One line a paragraph, an empty line between, a line feed at the end. */
function findTranscriptFault(text: string): string | null {
  if (text === "" || text === "\n") return null;
  if (!text.endsWith("\n")) return "no line feed at the end";
  const ragged = text
    .slice(0, -1)
    .split("\n\n")
    .find((paragraph) => paragraph.trim() === "" || paragraph.includes("\n"));
  return ragged === undefined ? null : `not one line a paragraph: ${JSON.stringify(ragged.slice(0, 80))}`;
}
