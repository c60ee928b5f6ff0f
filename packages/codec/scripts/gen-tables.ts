// Writes specs/device/<protocol>/tables.md from the layouts and code tables that the codec itself reads.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { type Code, describeLayout, type LayoutRow } from "@dianan/layout";
import type { Protocol, ProtocolCodes } from "../src/protocol.ts";
import { protocols } from "../src/protocols.ts";

const cell = (text: unknown): string => String(text ?? "").replaceAll("|", "\\|");
const row = (cells: readonly unknown[]): string => `| ${cells.map(cell).join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [row(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(row), ""].join("\n");

const textsOf = (document: string) => {
  const short = (clause: string): string => clause.replace(`${document} `, "");

  const layoutTable = (rows: readonly LayoutRow[]): string =>
    table(
      ["offset", "bytes", "field", "中文", "English", "type", "clause"],
      rows.map(({ path, offset, size, zh, en, type, clause, unit }) => [
        ...[offset, size, `\`${path}\``, zh, unit === "" ? en : `${en}, ${unit}`],
        ...[type, short(clause)],
      ]),
    );

  const bitTables = (rows: readonly LayoutRow[]): string =>
    rows
      .filter(({ bits }) => Object.keys(bits).length > 0)
      .map(
        ({ path, zh, bits }) =>
          `### ${zh} \`${path}\`\n\n${table(
            ["bit", "name"],
            Object.entries(bits).map(([name, bit]) => [bit, `\`${name}\``]),
          )}`,
      )
      .join("\n");

  const known = new Set(["code", "zh", "en", "clause"]);
  const codeTable = ({ zh, en, codes }: ProtocolCodes): string => {
    const entries = Object.entries(codes as Readonly<Record<string, Code & Readonly<Record<string, unknown>>>>);
    const more = [...new Set(entries.flatMap(([, code]) => Object.keys(code)))].filter((name) => !known.has(name));
    const head = ["code", "中文", "English", "slug", "clause", ...more];
    return `## ${zh} ${en}\n\n${table(
      head,
      entries.map(([slug, code]) => [
        ...[code.code, code.zh, code.en, `\`${slug}\``, short(code.clause ?? "")],
        ...more.map((name) => code[name]),
      ]),
    )}`;
  };
  return { layoutTable, bitTables, codeTable };
};

/** Protocols that share their tables share a folder, which has the name in front of the dash. */
const folderOf = (id: string): string =>
  existsSync(new URL(`../src/${id}/`, import.meta.url)) ? id : (id.split("-")[0] ?? id);

const code = (text: unknown): string => `\`${String(text)}\``;

/** Options in which devices differ, the document's own value first, and the families that are named sets of them. */
const dialectTables = ({ dialectOptions, dialects }: Protocol<never>): readonly string[] => {
  const options = Object.entries(dialectOptions);
  if (options.length === 0) return [];
  const names = Object.entries(dialects);
  return [
    "## 方言选项 Dialect options\n",
    table(
      ["option", "中文", "English", "the document", "others"],
      options.map(([name, { zh, en, default: standard, oneOf }]) => [
        ...[code(name), zh, en, code(standard)],
        oneOf
          .filter((value) => value !== standard)
          .map(code)
          .join(", "),
      ]),
    ),
    ...(names.length === 0
      ? []
      : [
          "## 方言 Dialects\n",
          table(
            ["dialect", "中文", "English", "options"],
            names.map(([name, { zh, en, options: set }]) => [
              ...[code(name), zh, en],
              Object.entries(set)
                .map(([option, value]) => code(`${option}=${String(value)}`))
                .join(", "),
            ]),
          ),
        ]),
  ];
};

const page = (protocol: Protocol<never>): string => {
  const { id, zh, en, document, tables, codeTables } = protocol;
  const { layoutTable, bitTables, codeTable } = textsOf(document);
  const layouts = tables.map((one) => ({ ...one, rows: describeLayout(one.layout) }));
  const bits = layouts.map(({ rows }) => bitTables(rows)).filter((text) => text !== "");
  return [
    `<!-- Generated from packages/codec/src/${folderOf(id)} by packages/codec/scripts/gen-tables.ts, do not edit. -->`,
    `# ${document}: tables`,
    "",
    `${zh} ${en}. Offsets count from 0; inside a list item or a union case they begin again at 0. \`path[]\` is an item of a`,
    "list, `path<kind>` a case of a union.",
    "",
    ...layouts.map((one) => `## ${one.zh} ${one.en}\n\n${layoutTable(one.rows)}`),
    ...(bits.length === 0 ? [] : ["## 状态位 Status bits\n", ...bits]),
    ...codeTables.map(codeTable),
    ...dialectTables(protocol),
  ].join("\n");
};

for (const protocol of Object.values(protocols)) {
  const folder = new URL(`../../../specs/device/${protocol.id}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("tables.md", folder), page(protocol as never));
}
