import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shippedProfiles, starterProfiles } from "@dianan/profile/shipped";
import { afterEach, expect, test } from "vitest";
import { dianan, printed, scratchFolder } from "./run-dianan.ts";

const LIMIT = { timeout: 60_000 };
const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
});
const folder = (): string => {
  const { path, remove } = scratchFolder();
  undo.push(remove);
  return path;
};
const LEAK = "404001000101030508140b1a010000000000000000000000120002030101011101000000090300030508140b1ace2323";

test("profile test without a name runs every profile that comes along", LIMIT, async () => {
  const ended = await dianan(["profile", "test", "--json", "--strict"]);
  expect(ended.code).toBe(0);
  const reports = printed(ended) as unknown as readonly { ok: boolean; profile: { id: string } }[];
  expect(reports.map(({ profile }) => profile.id)).toEqual(Object.keys(shippedProfiles));
  expect(reports.every(({ ok }) => ok)).toBe(true);
});

test.each(Object.keys(starterProfiles))(
  "profile new for %s writes a profile that passes as it is",
  LIMIT,
  async (protocol) => {
    const file = join(folder(), "my-device.json");
    const made = await dianan(["profile", "new", "my-device", "--protocol", protocol, "--out", file]);
    expect(made.code).toBe(0);
    expect(made.out).toContain("dianan profile test");
    for (const name of ["profile.schema.json", "codes.schema.json"])
      expect(existsSync(join(file, "..", name))).toBe(true);
    expect(readFileSync(file, "utf8").split("\n").length).toBeLessThan(100);
    const ended = await dianan(["profile", "test", "--strict", file]);
    expect(ended.out).toContain("my-device 0.1.0");
    expect(ended.code).toBe(0);
  },
);

test("profile new overwrites nothing", LIMIT, async () => {
  const file = join(folder(), "mine.json");
  writeFileSync(file, "mine");
  const ended = await dianan(["profile", "new", "mine", "--protocol", "dianan", "--out", file]);
  expect(ended.code).toBe(1);
  expect(ended.err).toContain("already");
  expect(readFileSync(file, "utf8")).toBe("mine");
});

test(
  "a wrong value is told with its place, the right value and the one that came; the exit code is 1",
  LIMIT,
  async () => {
    const file = join(folder(), "wrong.json");
    const text = JSON.stringify(starterProfiles.gb26875).replace('"300 mA"', '"3 mA"');
    writeFileSync(
      file,
      text.replace('"readings":{"residualCurrent":"300 mA"}', '"readings":{"residualCurrent":"3 mA"}'),
    );
    const ended = await dianan(["profile", "test", file]);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain("✗");
    expect(ended.out).toContain("value should be 3 mA, is 300 mA");
    expect(ended.out).toContain("应为 3 mA,实际 300 mA");
  },
);

test("faults of a profile are listed with JSON pointer, Chinese and English", LIMIT, async () => {
  const file = join(folder(), "broken.json");
  writeFileSync(file, JSON.stringify({ ...starterProfiles.dianan, id: "Broken Id", version: undefined }));
  const ended = await dianan(["profile", "test", file]);
  expect(ended.code).toBe(1);
  for (const words of ["2 faults", "/id", "/version", "请补上", "Add it"]) expect(ended.err).toContain(words);
});

test.each([
  [["test", "no-such-profile.json"], 1, "no file"],
  [["test", "dianan-pilee"], 1, "dianan-pile"],
  [["docs"], 2, "One profile"],
  [["docs", "nothing-like-it-at-all"], 1, "profile list"],
  [["new"], 2, "One id"],
  [["new", "My Meter", "--protocol", "dianan"], 2, "lower-case"],
  [["new", "my-meter"], 2, "--protocol"],
  [["list", "x"], 2, "no other words"],
  [["tests"], 2, "test"],
  [[], 2, "new, test, docs, list"],
])("profile %j exits %i and says %s", LIMIT, async (words, code, said) => {
  const ended = await dianan(["profile", ...words]);
  expect(ended.code).toBe(code);
  expect(ended.err).toContain(said);
  expect(ended.err).toMatch(/[\u4e00-\u9fff]/);
});

test("a file that is no JSON is named with the place", LIMIT, async () => {
  const file = join(folder(), "text.json");
  writeFileSync(file, '{"profile": 1,,}');
  const ended = await dianan(["profile", "test", file]);
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(/is no JSON: .*position 14/);
});

test("profile docs prints the page that is committed, and writes it with --out", LIMIT, async () => {
  const page = await dianan(["profile", "docs", "dianan-pile"]);
  expect(page.code).toBe(0);
  const committed = readFileSync(new URL("../../../docs/profiles/dianan-pile.md", import.meta.url), "utf8");
  expect(committed.endsWith(page.out)).toBe(true);
  const file = join(folder(), "page.md");
  expect((await dianan(["profile", "docs", "dianan-pile", "--out", file])).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(page.out);
});

test("profile list names every profile that comes along", LIMIT, async () => {
  const ended = await dianan(["profile", "list"]);
  for (const id of Object.keys(shippedProfiles)) expect(ended.out).toContain(`${id} `);
});

test("decode --profile prints the events, and takes protocol and dialect from the profile", LIMIT, async () => {
  const ended = await dianan(["decode", "--profile", "gb26875-electrical-fire", LEAK]);
  expect(ended.code).toBe(0);
  expect(printed(ended)).toMatchObject([{ ok: true, events: [{ quantity: "residualCurrent", value: "300 mA" }] }]);
  const milliamp = await dianan(["decode", "--profile", "gb26875-electrical-fire-milliamp", LEAK]);
  expect(printed(milliamp)).toMatchObject([{ events: [{ value: "3 mA" }] }]);
  expect((await dianan(["decode", "--profile", "nothing-like-it-at-all", LEAK])).code).toBe(1);
  expect((await dianan(["decode", "--profile", "dianan-pile", "--dialect", "list", LEAK])).code).toBe(2);
});
