/** Text inside a cell: a bar would end it, a line end would end the table. */
const cell = (text: string): string =>
  text
    .replaceAll("|", "\\|")
    .replaceAll(/\s*\n\s*/g, " ")
    .trim();

/** A Markdown table; nothing for no rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `| ${head.map(cell).join(" | ")} |`,
        `|${head.map(() => "---").join("|")}|`,
        ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
        "",
      ];

/** A section with its heading; nothing when it has no lines. */
export const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, "", ...lines, ...(lines.at(-1) === "" ? [] : [""])];

/** A word that is typed as it stands. */
export const code = (text: string): string => `\`${text}\``;
