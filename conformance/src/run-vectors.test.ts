import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hexText } from "@dianan/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { type AdapterCommand, type CaseResult, resultText, runVectors, summaryText } from "./index.ts";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const folder = path("../../specs/vectors/gb26875/");
const files = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));
const adapterIn = (file: string, ...args: readonly string[]): AdapterCommand => ({
  command: process.execPath,
  args: ["--conditions=@dianan/source", path(file), ...args],
});
const faulty = (...args: readonly string[]): AdapterCommand => adapterIn("../test/adapters/faulty.ts", ...args);
const failuresOf = (results: readonly CaseResult[]): readonly CaseResult[] =>
  results.filter(({ failure }) => failure !== null);

const scratch = mkdtempSync(join(tmpdir(), "dianan-conform-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Five refusals that any decoder gives, so that a test of the runner is short. */
const short = join(scratch, "short.json");
const names = ["one", "two", "three", "four", "five"];
const vectorOf = (name: string, i: number) => ({
  name,
  layout: "frame",
  clause: "§6.6",
  hex: hexText(Uint8Array.from({ length: i + 1 }, () => 0x68)),
  error: { code: "bad-magic", offset: 0, path: "start" },
});
writeFileSync(short, JSON.stringify({ protocol: "gb26875", count: 5, vectors: names.map(vectorOf) }));

describe("the codec of this project", () => {
  test("passes every vector, decoding and encoding", async () => {
    const run = await runVectors({ files, adapter: adapterIn("./adapters/typescript.ts") });
    expect(failuresOf(run.results)).toEqual([]);
    expect(run.failed).toBe(0);
    expect(run.passed).toBe(run.results.length);
    expect(run.results.filter(({ op }) => op === "encode").length).toBeGreaterThan(30);
    expect(summaryText(run, "en")).toContain(", 0 failed");
    expect(run.results.map(({ name }) => name)).toContain("component address: zone, then point");
  });

  test("an adapter that speaks no dialects is judged by the standard alone", async () => {
    const { results } = await runVectors({ files, adapter: faulty("none") });
    expect(results.map(({ name }) => name)).not.toContain("component address: zone, then point");
  });
});

describe("a codec with one fault fails the vector that shows it", () => {
  test.each([
    ["big-endian-serial", "residual-current detector alarms, zone 2 point 5", "wrong-value", "serial: 1"],
    ["checksum-ignored", "checksum one too large", "accepted", "bad-checksum"],
    ["source-of-32-bits", "all header fields at their upper limit", "wrong-value", "source: 281474976710655"],
    ["unsigned-analog", "analog value, lowest", "wrong-value", "value: -32768"],
    ["text-cut-at-the-first-nul", "field frame 7: component status", "wrong-value", "厨房"],
    ["unknown-types-refused", "user type 254 keeps its bytes", "refused", "a decoded frame"],
    ["says-only-wrong", "checksum one too large", "wrong-error", "bad-checksum"],
    ["wrong-offset", "another end mark", "wrong-place", "byte 28"],
    ["used-too-much", "confirm without data", "wrong-length", "used: 30"],
    ["no-shape", "deny without data", "malformed-reply", "a decoded frame"],
  ])("%s: %s", async (fault, name, code, expected) => {
    const { results, adapter } = await runVectors({ files, adapter: faulty(fault) });
    expect(adapter.version).toBe(fault);
    const caught = results.find((result) => result.name === name);
    expect(caught?.failure).toMatchObject({ code, expected: expect.stringContaining(expected) });
    expect(caught?.clause).toMatch(/§|table|figure/);
  });
});

describe("an adapter that misbehaves fails its case, and the run goes on", () => {
  test.each([
    ["crashes", "crashed", "segmentation fault"],
    ["hangs", "timeout", "no answer within 1500 ms"],
    ["prints-garbage", "garbage", "not JSON: DEBUG"],
    ["prints-a-list", "garbage", "not a JSON object: [1]"],
    ["answers-another-id", "garbage", "answered with -1"],
    ["floods", "garbage", "characters"],
  ])("%s", async (fault, code, said) => {
    const { results, passed } = await runVectors({ files: [short], adapter: faulty(fault), timeoutMs: 1_500 });
    // The third request of each process goes wrong: "three", and nothing after the restart.
    expect(results.map(({ failure }) => failure?.code ?? "pass")).toEqual(["pass", "pass", code, "pass", "pass"]);
    expect(passed).toBe(4);
    expect(results[2]?.failure?.got).toContain(said);
  });

  test("one that crashes at every request fails every case", async () => {
    const { failed } = await runVectors({ files: [short], adapter: faulty("crashes", "1") });
    expect(failed).toBe(5);
  });
});

describe("what cannot be run is refused before the first case", () => {
  test.each([
    ["a command that does not exist", { command: "/no/such/adapter", args: [] }, "not-started"],
    ["a banner before the answer to hello", faulty("banner"), "garbage"],
    ["an answer to hello without features", faulty("no-features"), "garbage"],
    ["a program that ends at once", { command: process.execPath, args: ["-e", "process.exit(3)"] }, "crashed"],
  ])("%s", async (_, adapter, code) => {
    await expect(runVectors({ files: [short], adapter })).rejects.toMatchObject({ name: "AdapterError", code });
  });

  test.each([
    ["a file that is no JSON", "{", /broken\.json: /],
    ["a file that was cut short", JSON.stringify({ protocol: "gb26875", count: 2, vectors: [] }), /count says 2/],
    ["a protocol without a specification", JSON.stringify({ protocol: "x", count: 0, vectors: [] }), /protocol x/],
    ["no frame vector at all", JSON.stringify({ protocol: "gb26875", count: 0, vectors: [] }), /no frame vector/],
  ])("%s", async (_, text, message) => {
    const file = join(scratch, "broken.json");
    writeFileSync(file, text);
    await expect(runVectors({ files: [file], adapter: faulty("") })).rejects.toThrow(message);
  });
});

test("a failure is told in Chinese and English, with its vector, its clause and both values", () => {
  const result: CaseResult = {
    file: "x.json",
    name: "checksum one too large",
    clause: "§6.6 table 1",
    op: "decode",
    failure: { code: "accepted", expected: "bad-checksum at byte 27 (sum)", got: '{"ok":true}' },
  };
  expect(resultText(result, "zh")).toBe(
    '不通过  解码  checksum one too large (§6.6 table 1): 接受了应当拒绝的报文 [accepted]\n      应当: bad-checksum at byte 27 (sum)\n      实际: {"ok":true}',
  );
  expect(resultText(result, "en")).toContain("FAIL  decode  checksum one too large (§6.6 table 1): accepted a frame");
});
