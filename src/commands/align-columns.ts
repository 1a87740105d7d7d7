// Rows of cells -> lines of aligned columns, for a terminal.

/** Lines of a table, two blanks between its columns, none at a line's end; `isRight` tells columns of figures. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  isRight: (column: number) => boolean,
): string[] {
  const widths = measureColumns(rows);
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = " ".repeat((widths[column] ?? 0) - lengthOf(cell));
        return isRight(column) ? blanks + cell : cell + blanks;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** A line of hyphens under each column. */
export function ruleOff(rows: readonly (readonly string[])[]): string {
  return measureColumns(rows)
    .map((width) => "-".repeat(width))
    .join("  ");
}

function measureColumns(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ""))));
}

function lengthOf(text: string): number {
  return [...text].length;
}
