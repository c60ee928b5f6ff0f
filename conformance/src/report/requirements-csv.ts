import type { Report } from "./report-json.ts";

/** A cell; what a spreadsheet would take for a formula is made text. */
const cell = (value: string): string => {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One row a requirement, with a mark in front so that spreadsheets read it as UTF-8. */
export const requirementsCsv = ({ requirements }: Report): string => {
  const rows = requirements.map(({ id, clause, level, exercised, verdict, text }) => [
    ...[id, clause, level, exercised ? "yes" : "no", verdict ?? "", text.zh, text.en],
  ]);
  const all = [["id", "clause", "level", "exercised", "verdict", "zh", "en"], ...rows];
  return `\ufeff${all.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
};
