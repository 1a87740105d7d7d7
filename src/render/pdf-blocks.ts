// What is printed of a script -> blocks of text in their looks, in reading order, for script.pdf.

import type { Typesetter } from "./pdf-fonts.ts";
import { GREY, type Look, look, makeAtoms } from "./pdf-lines.ts";
import type { Block, Column } from "./pdf-pages.ts";
import type { ScriptOptions } from "./script-options.ts";
import type { Piece, Sheet, SheetParagraph, SheetPart } from "./script-sheet.ts";

// Points.
const SPOKEN = { size: 14, leading: 24 };
const QUOTE_INDENT = 28;
const SEGUE_INDENT = 14;
const FACT_INDENT = 110;
/** Start, slug and time; the title has the rest. */
const COLUMNS = { start: 52, slug: 126, time: 52, gap: 10 };

type Plan = Partial<Omit<Block, "columns">> & Pick<Block, "tag" | "leading">;

/** The blocks of a script, for a text area `width` points wide. */
export function makeBlocks(
  typesetter: Typesetter,
  sheet: Sheet,
  options: ScriptOptions,
  width: number,
): Block[] {
  const column = (text: string, look: Look, place: Partial<Omit<Column, "atoms">> = {}): Column => {
    const whole = { tag: null, x: 0, width, align: "left", ...place } as const;
    return { ...whole, atoms: makeAtoms(typesetter, [{ text, look }], whole.width) };
  };
  const fact = (name: string, value: string): Block =>
    makeBlock({ tag: "P", leading: 18, after: 2 }, [
      column(`${name} `, look("regular", 12, GREY), { width: FACT_INDENT - COLUMNS.gap }),
      column(value, look("regular", 12), { x: FACT_INDENT, width: width - FACT_INDENT }),
    ]);
  return [
    makeBlock({ tag: "P", leading: 18, after: 4, keepsNext: true }, [
      column(sheet.series, look("bold", 12, GREY)),
    ]),
    makeBlock({ tag: "H1", leading: 34, after: 12, keepsNext: true }, [
      column(sheet.title, look("bold", 28)),
    ]),
    ...sheet.facts.map(({ name, value }) => fact(name, value)),
    makeBlock(
      {
        tag: "H2",
        leading: 26,
        before: 24,
        after: 8,
        keepsNext: true,
        bookmark: { title: "Rundown", level: 1 },
      },
      [column("Rundown", look("bold", 20))],
    ),
    ...makeRows(sheet, width, column),
    ...sheet.parts.flatMap((part) => makePart(typesetter, part, options, width, column)),
  ];
}

type MakeColumn = (text: string, look: Look, place?: Partial<Omit<Column, "atoms">>) => Column;

function makeRows(sheet: Sheet, width: number, column: MakeColumn): Block[] {
  const { start, slug, time, gap } = COLUMNS;
  const title = width - start - slug - time;
  return sheet.rundown.map(({ cells, isStrong }, index) => {
    const isHead = index === 0;
    const cell = look(isStrong ? "bold" : "regular", 11);
    const tag = isHead ? ("TH" as const) : ("TD" as const);
    return makeBlock(
      { container: "Table", tag: "TR", leading: 15, before: 4, after: 4, frame: "row", keepsNext: isHead },
      [
        column(cells[0], cell, { tag, width: start - gap }),
        column(cells[1], cell, { tag, x: start, width: slug - gap }),
        column(cells[2], cell, { tag, x: start + slug, width: title - gap }),
        column(cells[3], cell, { tag, x: width - time, width: time, align: "right" }),
      ],
    );
  });
}

function makePart(
  typesetter: Typesetter,
  part: SheetPart,
  options: ScriptOptions,
  width: number,
  column: MakeColumn,
): Block[] {
  const heading = (title: string, level: 1 | 2, before: number): Block =>
    makeBlock(
      {
        tag: level === 1 ? "H2" : "H3",
        leading: level === 1 ? 26 : 23,
        before,
        after: 8,
        keepsNext: true,
        bookmark: { title, level },
      },
      [column(title, look("bold", level === 1 ? 20 : 17))],
    );
  const label = (text: string): Block =>
    makeBlock({ tag: "P", leading: 14, before: 8, after: 3, keepsNext: true }, [
      column(text, look("bold", 10, GREY)),
    ]);
  const blocks = [
    ...(part.pause === ""
      ? []
      : [
          makeBlock({ tag: "P", leading: 18, before: 22, after: 6, frame: "box", keepsNext: true }, [
            column(part.pause, look("bold", 11, GREY), { align: "centre" }),
          ]),
        ]),
    ...(part.segment === null ? [] : [heading(part.segment, 1, 18)]),
    makeBlock({ tag: "P", leading: 17, before: 28, after: 2, frame: "rule", keepsNext: true }, [
      column(`${part.slug} `, look("bold", 12), { width: width * 0.6 }),
      column(part.times, look("regular", 12), { x: width * 0.6, width: width * 0.4, align: "right" }),
    ]),
    heading(part.title, part.level, 0),
    ...part.passages.flatMap((passage) => [
      ...(passage.label === "" ? [] : [label(passage.label)]),
      ...passage.paragraphs.map((paragraph) => makeSpoken(typesetter, paragraph, passage.isSegue, width)),
    ]),
    ...(part.sources.length === 0 ? [] : [label("SOURCES")]),
    ...part.sources.map((source, index) =>
      makeBlock({ tag: "P", leading: 14, after: 2, keepsNext: index < part.sources.length - 1 }, [
        column(source, look("regular", 10, GREY)),
      ]),
    ),
  ];
  return blocks.map((block, index) => ({
    ...block,
    startsPage: options.pagePerStory && part.opensPage && index === 0,
    continued: index === 0 ? null : part.slug,
  }));
}

function makeSpoken(
  typesetter: Typesetter,
  { kind, runsIn, pieces }: SheetParagraph,
  isSegue: boolean,
  width: number,
): Block {
  const x = (isSegue ? SEGUE_INDENT : 0) + (kind === "plain" ? 0 : QUOTE_INDENT);
  const right = kind === "quote" ? QUOTE_INDENT : 0;
  const texts = pieces.map((piece) => ({
    text: piece.text,
    look: lookOf(piece),
    isWhole: piece.look === "pronunciation",
  }));
  const words = { x, width: width - x - right, align: "left" } as const;
  const atoms = makeAtoms(typesetter, texts, words.width);
  const plan = {
    leading: SPOKEN.leading,
    after: 8,
    frame: isSegue ? "bar" : null,
    isSpoken: true,
    keepsNext: runsIn,
  } as const;
  if (kind !== "item") return makeBlock({ ...plan, tag: "P" }, [{ ...words, tag: null, atoms }]);
  const bullet = makeAtoms(typesetter, [{ text: "•", look: look("regular", SPOKEN.size) }], width);
  return makeBlock({ ...plan, tag: "LI", container: "L" }, [
    { tag: "Lbl", x: x - 16, width: 16, align: "left", atoms: bullet },
    { ...words, tag: "LBody", atoms },
  ]);
}

function makeBlock(plan: Plan, columns: readonly Column[]): Block {
  return {
    container: null,
    before: 0,
    after: 0,
    frame: null,
    keepsNext: false,
    startsPage: false,
    isSpoken: false,
    bookmark: null,
    continued: null,
    ...plan,
    columns,
  };
}

function lookOf({ look: kind }: Piece): Look {
  if (kind === "pronunciation") return look("regular", 12, GREY);
  return look(({ plain: "regular", emphasis: "italic", strong: "bold" } as const)[kind], SPOKEN.size);
}
