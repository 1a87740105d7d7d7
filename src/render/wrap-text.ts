// Plain text -> lines of a width, for mail programs and terminals; no word is broken.

/** Wraps each line at `width` columns. Blanks at its start stay; the lines made of it add `indent` to them. */
export function wrapText(text: string, width: number, indent = ""): string {
  return text
    .split("\n")
    .map((paragraph) => wrapParagraph(paragraph, width, indent))
    .join("\n");
}

function wrapParagraph(paragraph: string, width: number, indent: string): string {
  const start = /^ */.exec(paragraph)?.[0] ?? "";
  const [first = "", ...words] = paragraph.slice(start.length).split(" ");
  const lines: string[] = [];
  let line = start + first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if ([...longer].length <= width) line = longer;
    else {
      lines.push(line);
      line = start + indent + word;
    }
  }
  return [...lines, line].join("\n");
}
