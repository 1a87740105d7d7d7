// Shows of one kind and another, written as files -> the pages that the built program makes of them.
// The hard show holds what breaks a narrow page: long words, long addresses, markup in titles, many sources.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot, runProgram } from "../support/run-program.ts";

/** The whole pages of an episode. */
export const PAGES = ["transcript.html", "sources.html", "newsletter.html"] as const;

/** An episode that was built: its title and the title of its show as written, and its folder of documents. */
export interface BuiltEpisode {
  readonly name: string;
  readonly title: string;
  readonly showTitle: string;
  readonly language: string;
  readonly folder: string;
}

/** Every episode that the tests look at, and the folder to remove after them. */
export interface BuiltShows {
  readonly episodes: readonly BuiltEpisode[];
  readonly temporary: string;
}

const LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const LONG_ADDRESS = `https://example.org/${"address-without-end/".repeat(5)}${"unbroken".repeat(12)}?q=${"z".repeat(90)}`;

/** The sample show's two episodes, as the program's own tests name them. */
export const SAMPLE = { latest: "the sample's episode 18", first: "the sample's episode 2" };

const HARD: Omit<BuiltEpisode, "folder"> = {
  name: "the hard episode",
  title: `**Generative** <b>AI</b> & the procurement of ${LONG_WORD} systems: what forty-three councils, nine departments and one very patient ombudsman have learned in a year of pilots, pauses and second thoughts`,
  showTitle:
    "The Quarterly Interdepartmental Review of Telecommunications, Data & <em>Digital</em> Infrastructure",
  language: "en-GB",
};

const BARE: Omit<BuiltEpisode, "folder"> = { ...HARD, name: "the bare episode", title: "Nothing to add" };

const WELSH: Omit<BuiltEpisode, "folder"> = {
  name: "the Welsh episode",
  title: "Sgiliau digidol mewn cynghorau",
  showTitle: "Newyddion Digidol",
  language: "cy",
};

/** Builds the sample, the hard show and the Welsh show. */
export async function buildShows(): Promise<BuiltShows> {
  const temporary = mkdtempSync(join(tmpdir(), "roundup-pages-"));
  const out = (name: string) => join(temporary, `${name}-out`);
  await Promise.all([
    build(projectRoot, out("sample")),
    build(writeShow(join(temporary, "hard"), hardShow()), out("hard")),
    build(writeShow(join(temporary, "welsh"), welshShow()), out("welsh")),
  ]);
  const sample = { showTitle: "Public Sector Technology Roundup", language: "en-GB" };
  const episodes = [
    {
      ...sample,
      name: SAMPLE.first,
      title: "Generative AI in councils and the skills gap",
      folder: join(out("sample"), "002"),
    },
    {
      ...sample,
      name: SAMPLE.latest,
      title: "Old forecasts and what lasted",
      folder: join(out("sample"), "018"),
    },
    { ...HARD, folder: join(out("hard"), "long") },
    { ...BARE, folder: join(out("hard"), "bare") },
    { ...WELSH, folder: join(out("welsh"), "rhif-un") },
  ];
  return { episodes, temporary };
}

/** The text of a built page. */
export function readPage(episode: BuiltEpisode, page: string): string {
  return readFileSync(join(episode.folder, page), "utf8");
}

/** Removes what was built. */
export function removeShows({ temporary }: BuiltShows): void {
  rmSync(temporary, { recursive: true, force: true });
}

async function build(show: string, out: string): Promise<void> {
  const args = ["build", "--all", "--show", show, "--out", out];
  const { status, stderr } = await runProgram(args, { cwd: projectRoot });
  if (status !== 0) throw new Error(`roundup ${args.join(" ")} ended with ${status}: ${stderr}`);
}

function writeShow(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A note; JSON is YAML. */
function note(keys: object, body: string): string {
  return `---\n${JSON.stringify(keys, null, 1)}\n---\n${body}\n`;
}

function hardShow(): Record<string, string> {
  const segments = [
    "Central government",
    "Local government",
    "NHS",
    "Defence, security and resilience across the four nations of the United Kingdom",
    LONG_WORD,
    "Schools & <colleges>",
    "Transport",
    "Courts",
    "Parks",
  ].map((title, index) => ({ id: `s${index + 1}`, title }));
  const show = {
    title: HARD.showTitle,
    host: [{ name: "Wilhelmina Featherstonehaugh-Cholmondeley" }, { name: `${LONG_WORD} Jones` }],
    publisher: "O'Neill & Sons <Limited>",
    url: LONG_ADDRESS,
  };
  const stories = segments.map(({ id }, index) => [
    `episodes/long/stories/story-${index + 1}.md`,
    note(
      {
        title: `Story ${index + 1} with *markup* & <i onclick="AUTHOR">tags</i>${index === 4 ? `: ${LONG_WORD}` : ""}`,
        segment: id,
        sources: Array.from({ length: 4 }, (_, nth) => hardSource(index * 4 + nth)),
      },
      hardBody(index),
    ),
  ]);
  return {
    "roundup.yaml": JSON.stringify({ show, segments }),
    "episodes/long/episode.md": note({ title: HARD.title, date: "2025-03-31" }, PUBLIC_TEXT),
    ...Object.fromEntries(stories),
    "episodes/bare/episode.md": note({ title: BARE.title, date: "2025-01-01", segments: ["s1"] }, ""),
    "episodes/bare/stories/one.md": note({ title: "Only this", segment: "s1" }, "One sentence."),
  };
}

const PUBLIC_TEXT = `# Join us in Manchester

On 12 May we record before an audience. [Book a place](${LONG_ADDRESS}), or write to <podcast@example.org>.

### What happens

- Doors at six, with tea
- Recording at seven
  - questions from the floor

> Bring a friend who has never heard a podcast.

See ${LONG_ADDRESS}. <p style="color: AUTHOR" onclick="AUTHOR">Raw HTML goes, its words stay.</p>

| Day | Place | Who |
| --- | --- | --- |
| Monday | Manchester Central Convention Complex | Wilhelmina |
| Tuesday | ${LONG_WORD} | Bo |

\`\`\`
curl --silent --location ${LONG_ADDRESS} | tee out
\`\`\`

1. First
2. Second`;

function hardSource(number: number): object {
  const kinds = [
    { url: `${LONG_ADDRESS}&n=${number}` },
    {
      title: `Report <${number}> on data sharing, its costs & "benefits" onclick=AUTHOR`,
      url: `https://example.org/reports/${number}?a='onclick=AUTHOR'&amp;`,
      author: ["Ann Lee", "Bo Roe", "Cy Dee"],
      publication: "Journal of Public Administration",
      published: "2025-01-06",
      access: "paywall",
      archive: `https://web.archive.example/web/2025/${LONG_ADDRESS}`,
    },
    { title: `Interview with minister ${number}`, author: "Ann Lee" },
    {
      title: `${LONG_WORD} ${number}`,
      url: `https://example.org/short/${number}`,
      access: "registration",
    },
  ];
  return kinds[number % kinds.length] ?? {};
}

function hardBody(index: number): string {
  const bodies = [
    "There are three points.\n\n- The first is short.\n- The second is longer, since it has to fill more than one line on paper and on glass alike, as points do.\n- The third is the last.\n\nAfter the list.",
    "She put it like this.\n\n> We tried it in one borough, and then in nine.\n>\n> And so we went on.\n\nNobody has stopped.",
    `The society is called ${LONG_WORD}, and its address is ${LONG_ADDRESS}&story=${index}.`,
  ];
  const calm = "It says one thing after another in a calm voice. ".repeat(4).trim();
  return `It has *stress*, **more stress**, a link to [the ${index === 4 ? LONG_WORD : "report"}](https://example.org/link/${index}) and <span style="AUTHOR" onmouseover="AUTHOR">a span</span>.\n\n${bodies[index % bodies.length]}\n\n${calm}`;
}

function welshShow(): Record<string, string> {
  return {
    "roundup.yaml": JSON.stringify({
      show: {
        title: WELSH.showTitle,
        host: "Gwenllïan Ŵyn",
        publisher: "Cyngor Sir Ynys Môn",
        language: WELSH.language,
      },
      segments: [
        { id: "canolog", title: "Llywodraeth ganolog" },
        { id: "lleol", title: "Llywodraeth leol" },
      ],
    }),
    "episodes/rhif-un/episode.md": note(
      {
        number: 1,
        title: WELSH.title,
        date: "2025-03-01",
        summary: "Mae cynghorau Cymru yn chwilio am bobl sydd â sgiliau digidol.",
      },
      "Diolch am wrando.",
    ),
    "episodes/rhif-un/stories/sgiliau.md": note(
      {
        title: "Bwlch sgiliau",
        segment: "lleol",
        sources: [
          {
            title: "Adroddiad ar sgiliau",
            url: "https://example.org/adroddiad",
            author: ["Siân Huws", "Îfan Ŷm"],
            published: "2025-02-03",
          },
        ],
      },
      "Mae’r adroddiad yn dweud bod angen mwy o bobl â sgiliau digidol ar gynghorau Cymru.\n\nGweler [Llywodraeth Cymru](https://www.llyw.cymru/).",
    ),
    "episodes/rhif-un/stories/gwasanaeth.md": note(
      {
        title: "Gwasanaeth newydd",
        segment: "canolog",
        sources: { title: "Datganiad", publication: "Golwg" },
      },
      "Cyhoeddodd y llywodraeth wasanaeth newydd.",
    ),
  };
}
