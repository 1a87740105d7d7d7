// Texts as people save and paste them: what is the article, and what the text plainly tells of itself.

import { describe, expect, test } from "vitest";
import { readTextFile } from "../../src/notes/read-text-file.ts";

const LONG =
  "Libraries in the county will lend out small computers from next month, with a card that pays for the connection, and a volunteer who comes along to set them up.";
const MORE =
  "The service began as a trial in two villages, where it was used by more people than the mobile library that it travels with, and nobody who took part gave the computer back early.";

describe("a page pasted as plain text", () => {
  const PAGE = [
    "Skip to the content",
    "",
    "Five wishes for the county’s machines",
    "",
    "",
    "What its teams would ask for, if they were asked",
    "",
    LONG,
    "",
    "A wish for spare parts",
    "",
    MORE,
    "",
    "And on that note we wish you a good winter.",
    "",
    "Image from Stockroom, A. Lens",
    "",
    "Register For Alerts",
    "",
    "Keep informed - Get the latest news about machines in your inbox from CountyTech.",
  ].join("\n");
  const facts = readTextFile(PAGE, "article-wishes.txt");

  test("gives its first line as title, and where it is from if it says so", () => {
    expect(facts.title).toEqual({ value: "Five wishes for the county’s machines", from: "the first line" });
    expect(facts.publication?.value).toBe("CountyTech");
  });

  test("is captured without the page's menus and invitations, and with every sentence", () => {
    expect(facts.article).toBe(
      [
        "What its teams would ask for, if they were asked",
        LONG,
        "## A wish for spare parts",
        MORE,
        "And on that note we wish you a good winter.",
      ].join("\n\n"),
    );
  });
});

describe("the title", () => {
  test("is the file's name where the text begins with a sentence", () => {
    const { title } = readTextFile(
      `Skip to main content\n\n${LONG}\n\n${MORE}\n\nLeave a Reply`,
      "article-lending-machines.txt",
    );
    expect(title).toEqual({ value: "Lending machines", from: "the file's name" });
  });

  test("is not the part of the site that stands over it", () => {
    const { title } = readTextFile(`Libraries\nA computer for every village hall\n${LONG}\n${MORE}`, "x.txt");
    expect(title?.value).toBe("A computer for every village hall");
  });

  test("is nothing where neither text nor name gives one", () => {
    expect(readTextFile(`${LONG}\n${MORE}`, "-").title).toBeNull();
  });

  test("is markdown's first heading, which the capture does not repeat", () => {
    const { title, article } = readTextFile(
      `# Lending machines\n\n${LONG}\n\n## Then\n\n- one\n- two\n`,
      "a.md",
    );
    expect(title).toEqual({ value: "Lending machines", from: "the first heading" });
    expect(article).toBe(`${LONG}\n\n## Then\n\n- one\n- two`);
  });
});

describe("who, when and where", () => {
  test("come from the lines under the title, which are not captured", () => {
    const facts = readTextFile(
      `Lending machines in the county\nBy Ann Lee and Bo Roe, Local Democracy Reporter\n12 September 2023\n${LONG}\n${MORE}`,
      "-",
    );
    expect(facts.authors?.value).toEqual(["Ann Lee", "Bo Roe"]);
    expect(facts.published?.value).toBe("2023-09-12");
    expect(facts.article).toBe(`${LONG}\n\n${MORE}`);
  });

  test("come from a standfirst that names its author, which stays", () => {
    const standfirst =
      "Ann Lee, head of machines at the county and a volunteer, looks at what to expect in spring.";
    const facts = readTextFile(`${standfirst}\n${LONG}`, "-");
    expect(facts.authors).toEqual({ value: ["Ann Lee"], from: "the standfirst" });
    expect(facts.article).toContain(standfirst);
  });

  test("a date within a sentence is not when it was published", () => {
    expect(readTextFile(`${LONG} It began on 3 May 2021.\n${MORE}`, "-").published).toBeNull();
  });

  test("come from a clipping's frontmatter, which is never evaluated", () => {
    const clipping = `---\ntitle: "Lending machines"\nauthor: Ann Lee\npublished: 2023-09-12\nsource: https://county.example/a\n---\n# Other\n\n${LONG}`;
    const facts = readTextFile(clipping, "clip.md");
    expect([
      facts.title?.value,
      facts.authors?.value,
      facts.published?.value,
      facts.canonical?.value,
    ]).toEqual(["Lending machines", ["Ann Lee"], "2023-09-12", "https://county.example/a"]);
  });

  test("a publication is taken from its own reporters' questions if they stand twice, and not from one", () => {
    const asked = "In an interview with County Weekly she explained it. Asked by County Weekly, he agreed.";
    expect(readTextFile(`${LONG}\n${asked}`, "-").publication?.value).toBe("County Weekly");
    expect(readTextFile(`${LONG}\nShe told Radio Vale so.`, "-").publication).toBeNull();
  });

  test("a publication is the file's name where the text repeats it as a name", () => {
    const text = `Our work in libraries this year\n${LONG}\nMachines by Post began it, and Machines by Post’s van brings them.`;
    expect(readTextFile(text, "page-machines-by-post.txt").publication?.value).toBe("Machines by Post");
    expect(
      readTextFile(`Our work in libraries\n${LONG}`, "page-machines-by-post.txt").publication,
    ).toBeNull();
  });
});

describe("text from a PDF", () => {
  const lines = [
    "Machines in libraries: the second report",
    "",
    ...Array.from(
      { length: 12 },
      (_, index) => `Line ${index} of a paragraph that was broken at a width of some sixty`,
    ),
    "signs, and ends here.",
    "",
    "3",
    "",
    "• a spare battery for each of the machines",
    "• a bag",
  ];

  test("has its broken lines joined, its page numbers out and its lists as lists", () => {
    const { article } = readTextFile(`${lines.join("\n")}\f`, "-");
    expect(article.split("\n\n")[0]).toMatch(
      /^Line 0 of .* sixty Line 1 of .* sixty signs, and ends here\.$/,
    );
    expect(article).not.toMatch(/^3$/m);
    expect(article).toMatch(/- a spare battery for each of the machines\n- a bag$/);
  });
});

test("marks of markdown in plain text are captured as what they are, and what cannot be seen is left out", () => {
  const { article } = readTextFile(
    `${LONG}\n${MORE}\nIt costs 5 * 3 * 2 in the <b>town</b>\u{E0041}\u200B.`,
    "-",
  );
  expect(article).toContain("It costs 5 \\* 3 \\* 2 in the \\<b\\>town\\</b\\>.");
});

test("a comment's invitation in the middle of an article takes no sentence with it", () => {
  const { article } = readTextFile(`A title for it\n${LONG}\nRelated\n${MORE}\n${MORE} And more.`, "-");
  expect(article).toContain("And more.");
});
