// Writes specs/device/gb26875/tables.md from the layouts and code tables that the codec itself reads.
import { mkdirSync, writeFileSync } from "node:fs";
import { type Code, describeLayout, type LayoutRow } from "@dianan/layout";
import { gb26875 } from "../src/gb26875/protocol.ts";

const folder = new URL("../../../specs/device/gb26875/", import.meta.url);
const cell = (text: string | number | null): string => String(text ?? "").replaceAll("|", "\\|");

const layoutTable = (rows: readonly LayoutRow[]): string =>
  [
    "| offset | bytes | field | 中文 | English | type | clause |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(
      ({ path, offset, size, zh, en, type, clause, unit }) =>
        `| ${cell(offset)} | ${cell(size)} | \`${cell(path)}\` | ${zh} | ${en}${unit === "" ? "" : `, ${unit}`} | ${cell(type)} | ${clause.replace("GB/T 26875.3-2011 ", "")} |`,
    ),
    "",
  ].join("\n");

const bitTables = (rows: readonly LayoutRow[]): string =>
  rows
    .filter(({ bits }) => Object.keys(bits).length > 0)
    .map(({ path, zh, bits }) =>
      [
        `### ${zh} \`${path}\``,
        "",
        "| bit | name |",
        "|---|---|",
        ...Object.entries(bits).map(([name, bit]) => `| ${bit} | \`${name}\` |`),
        "",
      ].join("\n"),
    )
    .join("\n");

const codeTable = (title: string, codes: Readonly<Record<string, Code>>): string =>
  [
    `## ${title}`,
    "",
    "| code | 中文 | English | slug | clause |",
    "|---|---|---|---|---|",
    ...Object.entries(codes).map(
      ([slug, { code, zh, en, clause }]) =>
        `| ${code} | ${zh} | ${cell(en ?? "")} | \`${slug}\` | ${(clause ?? "").replace("GB/T 26875.3-2011 ", "")} |`,
    ),
    "",
  ].join("\n");

const rows = describeLayout(gb26875.layout);
const text = [
  "<!-- Generated from packages/codec/src/gb26875 by packages/codec/scripts/gen-tables.ts, do not edit. -->",
  "# GB/T 26875.3-2011: tables",
  "",
  "报警传输网络通信协议 Alarm transmission network protocol. Integers are little-endian. Offsets count from 0; inside a",
  "list item or a union case they begin again at 0. `path[]` is an item of a list, `path<kind>` a case of a union.",
  "",
  "## 数据包 Packet",
  "",
  layoutTable(rows),
  "## 状态位 Status bits",
  "",
  bitTables(rows),
  codeTable("命令字节 Command byte", gb26875.commands),
  codeTable("类型标志 Type flag", gb26875.typeFlags),
  codeTable("系统类型 System type", gb26875.systemTypes),
  codeTable("部件类型 Component type", gb26875.componentTypes),
  "## 模拟量类型 Analog type",
  "",
  "| code | 中文 | English | unit | step | min | max |",
  "|---|---|---|---|---|---|---|",
  ...Object.values(gb26875.analogTypes).map(
    ({ code, zh, en, unit, step, min, max }) => `| ${code} | ${zh} | ${en} | ${unit} | ${step} | ${min} | ${max} |`,
  ),
  "",
].join("\n");

mkdirSync(folder, { recursive: true });
writeFileSync(new URL("tables.md", folder), text);
