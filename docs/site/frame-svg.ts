import type { LayoutRow } from "@dianan/layout";
import { nameIn } from "./layout-groups.ts";
import { escapeHtml } from "./markdown.ts";
import type { Language } from "./paths.ts";
import { typeIn } from "./type-words.ts";

const COLUMNS = 8;
const CELL = 71;
const ROW = 60;
const GUTTER = 44;
const RULER = 22;
/** Longer fields are one broken line. Bytes. */
const LONG = 16;

type Cell = {
  readonly row: LayoutRow;
  readonly column: number;
  readonly width: number;
  readonly line: number;
  /** It goes on from the line above. */ readonly isRest: boolean;
  readonly isLong: boolean;
};

const kindOf = ({ type }: LayoutRow): string => {
  if (/^([0-9a-f]{2}( |$))+/.test(type) || type.startsWith("reserved")) return "mark";
  if (/ of /.test(type) && /^(sum|crc|xor)/.test(type)) return "check";
  return / (length|count|tag) of /.test(type) ? "count" : "value";
};

const widthOf = (char: string): number => (/[\u2e80-\uffef]/.test(char) ? 12.5 : 6.8);

/** A text on at most `lines` lines of a width, with … where it is longer. Pixels. */
export const fitted = (text: string, width: number, lines: number): readonly string[] => {
  const out: string[] = [];
  let rest = text;
  while (rest !== "" && out.length < lines) {
    let end = 0;
    let used = 0;
    const chars = [...rest];
    while (end < chars.length && used + widthOf(chars[end] ?? "") <= width) used += widthOf(chars[end++] ?? "");
    if (end === 0) break;
    const isLast = out.length === lines - 1;
    let line = chars.slice(0, end).join("");
    if (end < chars.length) {
      if (isLast) line = `${chars.slice(0, Math.max(1, end - 2)).join("")}…`;
      else if (/[a-z]$/i.test(line) && line.includes(" ")) line = line.slice(0, line.lastIndexOf(" ") + 1);
    }
    out.push(line.trim());
    rest = isLast ? "" : rest.slice(line.length).trimStart();
  }
  return out;
};

type Placed = { readonly cells: readonly Cell[]; readonly marks: readonly string[] };

/** Places fields on lines of eight bytes; after a field of varying size positions count from its end. */
const place = (rows: readonly LayoutRow[]): Placed => {
  const cells: Cell[] = [];
  const marks: string[] = [];
  let column = 0;
  let line = -1;
  let at: number | null = 0;
  let sinceVarying = 0;
  const newLine = (): void => {
    line += 1;
    column = 0;
    marks[line] = at === null ? (sinceVarying === 0 ? "n" : `n+${sinceVarying}`) : String(at);
  };
  for (const row of rows) {
    if (row.size === 0) continue;
    if (row.size === null || row.size > LONG) {
      newLine();
      cells.push({ row, column: 0, width: COLUMNS, line, isRest: false, isLong: true });
      column = COLUMNS;
      if (row.size === null) [at, sinceVarying] = [null, 0];
      else if (at !== null) at += row.size;
      else sinceVarying += row.size;
      continue;
    }
    let left = row.size;
    while (left > 0) {
      if (line < 0 || column === COLUMNS) newLine();
      const width = Math.min(left, COLUMNS - column);
      cells.push({ row, column, width, line, isRest: left < row.size, isLong: false });
      left -= width;
      column += width;
      if (at === null) sinceVarying += width;
      else at += width;
    }
  }
  return { cells, marks };
};

const texts = ({ row, column, width, line, isRest, isLong }: Cell, language: Language, group: string): string => {
  const x = GUTTER + column * CELL + (width * CELL) / 2;
  const y = RULER + line * ROW;
  if (isRest) return `<text x="${x}" y="${y + 34}" class="type">…</text>`;
  const label = row[language] || row.zh || nameIn(row.path, group);
  const lines = fitted(label, width * CELL - 8, 2);
  const size =
    row.size === null
      ? { zh: "长度可变", en: "varying length" }[language]
      : `${row.size} ${language === "zh" ? "字节" : "bytes"}`;
  const typeWords = typeIn(row.type, language);
  const below = isLong ? `${typeWords} · ${size}` : typeWords;
  const [type = ""] = fitted(below, width * CELL - 8, 1);
  const top = lines.length === 2 ? 18 : 26;
  return [
    ...lines.map((text, index) => `<text x="${x}" y="${y + top + index * 16}">${escapeHtml(text)}</text>`),
    `<text x="${x}" y="${y + 51}" class="type">${escapeHtml(type)}</text>`,
  ].join("");
};

/**
 * A group of fields as a picture: lines of eight bytes with a ruler, the offset of each line at its left.
 *
 * @returns SVG whose colours are the page's; empty when there is nothing but one field of varying size
 */
export const frameSvg = (rows: readonly LayoutRow[], language: Language, title: string, group: string): string => {
  const { cells, marks } = place(rows);
  if (cells.length === 0 || (cells.length === 1 && cells[0]?.row.size === null)) return "";
  const used = Math.max(...cells.map(({ column, width }) => column + width));
  const width = GUTTER + used * CELL + 2;
  const height = RULER + marks.length * ROW + 2;
  const ruler = Array.from(
    { length: used },
    (_, at) => `<text x="${GUTTER + at * CELL + CELL / 2}" y="15" class="ruler">+${at}</text>`,
  );
  const lines = marks.map(
    (mark, at) => `<text x="${GUTTER - 8}" y="${RULER + at * ROW + 35}" class="ruler start">${mark}</text>`,
  );
  const boxes = cells.map((cell) => {
    const x = GUTTER + cell.column * CELL;
    const y = RULER + cell.line * ROW;
    const varying = cell.row.size === null ? " varying" : "";
    return `<g><title>${escapeHtml(`${cell.row.path}: ${cell.row[language] || cell.row.zh} (${cell.row.type})`)}</title><rect class="${kindOf(cell.row)}${varying}" x="${x}" y="${y}" width="${cell.width * CELL}" height="${ROW}"/>${texts(cell, language, group)}</g>`;
  });
  return `<div class="frame-scroll" tabindex="0" role="group" aria-label="${escapeHtml(title)}"><svg class="frame" role="img" aria-label="${escapeHtml(title)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${[...ruler, ...lines, ...boxes].join("")}</svg></div>\n`;
};

/** Bits of a flags field, highest at the left. */
export const bitsSvg = (bits: Readonly<Record<string, number>>, size: number, title: string): string => {
  const count = size * 8;
  const names = new Map(Object.entries(bits).map(([name, bit]) => [bit, name]));
  const perLine = 8;
  const lines = count / perLine;
  const width = GUTTER + perLine * CELL + 2;
  const height = lines * (ROW - 8) + 2;
  const cells = Array.from({ length: count }, (_, index) => {
    const bit = count - 1 - index;
    const x = GUTTER + (index % perLine) * CELL;
    const y = Math.floor(index / perLine) * (ROW - 8);
    const name = names.get(bit);
    const [label = ""] = fitted(name ?? "—", CELL - 6, 1);
    return `<g><title>${escapeHtml(`${bit}: ${name ?? "—"}`)}</title><rect class="${name === undefined ? "mark" : "value"}" x="${x}" y="${y}" width="${CELL}" height="${ROW - 8}"/><text x="${x + CELL / 2}" y="${y + 18}" class="ruler">${bit}</text><text x="${x + CELL / 2}" y="${y + 38}" class="bit">${escapeHtml(label)}</text></g>`;
  });
  return `<div class="frame-scroll" tabindex="0" role="group" aria-label="${escapeHtml(title)}"><svg class="frame" role="img" aria-label="${escapeHtml(title)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${cells.join("")}</svg></div>\n`;
};
