import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const page = read("docs/bridges.md");

type Row = {
  readonly bridge: string;
  readonly page: string;
  readonly example: string;
  readonly cells: readonly string[];
};
const ROW =
  /^\| (?<bridge>[^|]+) \| \[[\w-]+\]\((?<page>[\w-]+\.md)\) \| \[[\w-]+\]\(\.\.\/examples\/(?<example>[\w-]+)\) \|(?<rest>.+)\|$/;
const rows: readonly Row[] = page.split("\n").flatMap((line) => {
  const { bridge = "", page: own = "", example = "", rest = "" } = ROW.exec(line)?.groups ?? {};
  return own === "" ? [] : [{ bridge, page: own, example, cells: rest.split("|").map((cell) => cell.trim()) }];
});

/** Ways in and out that a hub has (EF-N.1 to EF-N.5). */
const bridges = [
  ...[
    "own broker",
    "another broker",
    "HTTP uplink",
    "CoAP",
    "Modbus",
    "DL/T 645",
    "dialects",
    "AP3000",
    "BKV",
    "JUY",
    "YKC",
    "7B7B",
  ],
  ...["CTWing", "OneNET, current", "OneNET, legacy", "IoTDA", "T/CEC 102", "platform to platform", "ThingsBoard"],
  ...["city sharing", "receiving side", "GB/T 26875.3 upward"],
];

test("EF-N.1 to EF-N.5: every bridge has its row, and no row of the table is left out by its form", () => {
  for (const name of bridges)
    expect(
      rows.filter(({ bridge }) => bridge.includes(name)),
      name,
    ).toHaveLength(1);
  const written = page.split("\n").filter((line) => line.includes("](../examples/"));
  expect(rows).toHaveLength(written.length);
  expect(rows.length).toBeGreaterThanOrEqual(bridges.length);
});

test.each(rows.map((row) => [row.bridge, row] as const))(
  "%s: its page and its example are there, and name each other",
  (_, row) => {
    const [verified = "", unconfirmed = ""] = row.cells;
    expect(verified.length).toBeGreaterThan(5);
    expect(unconfirmed.length).toBeGreaterThan(3);
    const guide = read(`docs/${row.page}`);
    expect(guide).toContain(`examples/${row.example}`);
    expect(guide).toMatch(/verified|已验证/i);
    expect(guide).toMatch(/unconfirmed|未证实/i);
    const folder = `examples/${row.example}`;
    expect(read(`${folder}/README.md`)).toContain(`docs/${row.page}`);
    const tests = readdirSync(join(root, folder, "test")).filter((name) => name.endsWith(".test.ts"));
    expect(tests.length).toBeGreaterThan(0);
  },
);

test.each([...new Set(rows.map((row) => row.page))])("%s: it is configured in ten lines", (name) => {
  const blocks = [...read(`docs/${name}`).matchAll(/```(?:sh|json|bash)\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  expect(blocks.some((text) => text.trim().split("\n").length <= 10)).toBe(true);
});

test("no example is without a bridge, but for those that are no bridge", () => {
  const known = new Set([
    ...rows.map(({ example }) => example),
    "example-hub",
    "adapter-python",
    "adapter-c",
    "alarm-notices",
    "browser-codec",
    "custom-profile",
    "open-device",
    "targets",
  ]);
  const folders = readdirSync(join(root, "examples")).filter((name) =>
    existsSync(join(root, "examples", name, "package.json")),
  );
  expect(folders.filter((name) => !known.has(name))).toEqual([]);
});
