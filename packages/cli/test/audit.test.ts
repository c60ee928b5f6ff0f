import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dianan } from "./run-dianan.ts";

const LIMIT = { timeout: 60_000 };
/** Made with the seed 01 … 01. */
const KEY = "iojj3XQJ8ZX9UtstPLpdcspnCb8dlBIb83SIAbQPb1w=";
const fixture = (name: string): string => fileURLToPath(new URL(`audit/${name}`, import.meta.url));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dianan-audit-"));
  for (const name of ["export.jsonl", "checkpoints.jsonl"]) copyFileSync(fixture(name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = (...words: string[]) => dianan(["audit", "verify", ...words], "", {}, folder);
const changed = (name: string, change: (lines: string[]) => string[]): string => {
  const lines = readFileSync(join(folder, "export.jsonl"), "utf8").trim().split("\n");
  writeFileSync(join(folder, name), `${change(lines).join("\n")}\n`);
  return name;
};

test(
  "SEC-AUD-05: an export of a hub verifies offline, alone, with the public key and with the file of checkpoints",
  LIMIT,
  async () => {
    const alone = await verify("export.jsonl");
    expect([alone.code, alone.err]).toEqual([0, ""]);
    expect(alone.out).toContain("entries 1 to 12, 12 in all, 2 checkpoints met");
    expect(alone.out).toContain(KEY);
    const all = await verify("--public-key", KEY, "--json", "checkpoints.jsonl", "export.jsonl");
    expect(all.code).toBe(0);
    expect(JSON.parse(all.out)).toEqual({
      ...{ path: "export.jsonl", publicKey: KEY },
      verdict: { ok: true, tenant: "main", firstSequence: 1, lastSequence: 12, entries: 12, checkpoints: 4 },
    });
  },
);

test(
  "SEC-AUD-05: what was changed is named in both languages by its first bad sequence, and the exit code is 1",
  LIMIT,
  async () => {
    const edited = changed("edited.jsonl", (lines) => lines.map((line) => line.replace("op-7", "op-8")));
    const result = await verify(edited);
    expect(result.code).toBe(1);
    expect(result.out).toContain("首个异常序号 7");
    expect(result.out).toContain("first bad sequence 7: an entry was changed");
    const cut = await verify(changed("cut.jsonl", (lines) => lines.slice(0, 9)));
    expect([cut.code, cut.out.includes("it ends before its end")]).toEqual([1, true]);
  },
);

test("SEC-AUD-05: another key, no export, no file and a wrong use are said so", LIMIT, async () => {
  const other = await verify("--public-key", Buffer.alloc(32, 5).toString("base64"), "export.jsonl");
  expect([other.code, other.out.includes("another key")]).toEqual([1, true]);
  expect(await verify("checkpoints.jsonl")).toMatchObject({ code: 1, err: expect.stringContaining("no export") });
  expect(await verify("none.jsonl")).toMatchObject({ code: 1, err: expect.stringContaining("ENOENT") });
  expect((await verify()).code).toBe(2);
  expect((await dianan(["audit", "check", "export.jsonl"], "", {}, folder)).code).toBe(2);
});
