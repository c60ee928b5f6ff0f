import { readFileSync, writeFileSync } from "node:fs";

const page = new URL("../docs/speed.md", import.meta.url);

/** Puts lines between the marks of a section of docs/speed.md. @throws TypeError when the page has no such marks */
export const writeSection = (name: string, lines: readonly string[]): void => {
  const text = readFileSync(page, "utf8");
  const [from, to] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new TypeError(`docs/speed.md has no ${from} before ${to}`);
  writeFileSync(page, [text.slice(0, start + from.length), "", ...lines, text.slice(end)].join("\n"));
};
