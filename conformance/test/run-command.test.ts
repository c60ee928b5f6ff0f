import { createHash, generateKeyPairSync } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type AdapterCommand, type Report, runCommand } from "../src/index.ts";
import { mutant, odd, reference } from "./adapters.ts";

const folder = mkdtempSync(join(tmpdir(), "dianan-conform-"));
afterAll(() => rmSync(folder, { recursive: true }));
const TIME = 60_000;

const tail = ({ command, args }: AdapterCommand): readonly string[] => ["--", command, ...args];
const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const said = { out: [] as string[], err: [] as string[] };
  const code = await runCommand(args, { out: (text) => said.out.push(text), err: (text) => said.err.push(text), env });
  return { code, out: said.out.join("\n"), err: said.err.join("\n") };
};

const keys = generateKeyPairSync("ed25519");
const privatePem = join(folder, "private.pem");
const publicPem = join(folder, "public.pem");
writeFileSync(privatePem, keys.privateKey.export({ type: "pkcs8", format: "pem" }));
writeFileSync(publicPem, keys.publicKey.export({ type: "spki", format: "pem" }));

test("a codec that passes: counts, seed, exit code 0", { timeout: TIME }, async () => {
  const args = ["run", "codec", "--only", "F3/decode/*", "--exclude", "*dialects*", "--seed", "7"];
  const { code, out, err } = await run([...args, ...tail(odd("none"))]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^none 1 \(any\):共 (\d+) 项,通过 \1, 不通过 0/);
  expect(out).toContain("(种子 7)\n只运行了部分用例,不评定等级");
});

test("options may stand in the environment, and the command line outweighs it", { timeout: TIME }, async () => {
  const env = { CONFORM_SEED: "5", CONFORM_LANG: "en", CONFORM_ONLY: "F3/decode/field/*", CONFORM_VERBOSE: "1" };
  const { out } = await run(["run", "codec", "--seed", "6", ...tail(reference)], env);
  expect(out).toContain("pass  decode field frame 1: fire alarm (bit1) (§7)");
  expect(out).toContain("8 cases, pass 8, FAIL 0 (seed 6)");
});

test("a codec that ignores the checksum: requirement, clause, bytes, what was expected and what came; exit code 1", {
  timeout: TIME,
}, async () => {
  const out = join(folder, "report");
  const args = [
    "run",
    "codec",
    "--requirement",
    "F3-6.5.3-01",
    "--seed",
    "7",
    "--lang",
    "en",
    "--out",
    out,
    "--sign-key",
    privatePem,
  ];
  const said = await run([...args, ...tail(mutant("MC-02"))]);
  expect(said.code).toBe(1);
  expect(said.out).toContain("F3-6.5.3-01 (§6.5.3) 9/9: A wrong checksum is recognised as an error.");
  expect(said.out).toContain(
    "FAIL  decode checksum one too large (§6.6 table 1): accepted what must be refused [accepted]",
  );
  expect(said.out).toContain("expected: bad-checksum at byte 27 (sum)");

  const report = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as Report;
  expect(report).toMatchObject({ mode: "explore", classReached: null, seed: 7, counts: { FAIL: 9, PASS: 0 } });
  expect(report.requirements.find(({ id }) => id === "F3-6.5.3-01")).toMatchObject({
    verdict: "FAIL",
    exercised: true,
  });
  const html = readFileSync(join(out, "report.html"), "utf8");
  expect(html).toContain("accepted what must be refused");
  // Nothing is fetched; an empty icon keeps the browser from asking for one.
  expect(html).not.toMatch(/<script|src=|href=(?!"data:,")/);
  expect(readFileSync(join(out, "junit.xml"), "utf8")).toContain('failures="9"');
  expect(readFileSync(join(out, "requirements.csv"), "utf8")).toContain("F3-6.5.3-01,§6.5.3,MUST,yes,FAIL");
  expect(JSON.parse(readFileSync(join(out, "badge.json"), "utf8"))).toMatchObject({
    message: "0 of 9",
    color: "red",
  });
  const badge = readFileSync(join(out, "badge.svg"), "utf8");
  const digest = createHash("sha256")
    .update(readFileSync(join(out, "report.json")))
    .digest("hex");
  expect(badge).toContain("<title>codec · GB/T 26875.3-2011 · self-tested: 0 of 9</title>");
  expect(badge).toContain(`report.json sha256 ${digest}</desc>`);
  expect(badge).not.toMatch(/<script|href=|100 %|[^=]"#2e7d32"/);

  const good = await run(["verify", out, "--key", publicPem, "--lang", "en"]);
  expect(good).toMatchObject({ code: 0, out: expect.stringContaining("the report is whole, Ed25519 ") });

  // The same mistake shows again; a codec without it passes what failed.
  const again = await run([
    "replay",
    join(out, "report.json"),
    "F3/broken/bit-in-source",
    "--lang",
    "en",
    ...tail(mutant("MC-02")),
  ]);
  expect(again).toMatchObject({ code: 1, out: expect.stringContaining("1 cases, pass 0, FAIL 1 (seed 7)") });
  const mended = await run(["replay", join(out, "report.json"), "--lang", "en", ...tail(mutant("none"))]);
  expect(mended).toMatchObject({ code: 0, out: expect.stringContaining("9 cases, pass 9, FAIL 0") });

  appendFileSync(join(out, "report.html"), " ");
  expect(await run(["verify", out, "--lang", "en"])).toMatchObject({ code: 1, out: "does not fit: report.html" });
});

test("a report that was signed by somebody else, or by nobody, is told", { timeout: TIME }, async () => {
  const out = join(folder, "unsigned");
  await run(["run", "codec", "--only", "F3/decode/field/*", "--out", out, ...tail(reference)]);
  expect(await run(["verify", out])).toMatchObject({ code: 0, out: "报告完整,未签名" });
  expect(await run(["verify", out, "--key", publicPem])).toMatchObject({ code: 1, out: "不符:signature" });
});

test("what was asked for and not reached: exit code 3", { timeout: TIME }, async () => {
  const args = ["run", "codec", "--class", "full", "--runs", "1", "--lang", "en", ...tail(odd("decodes-only"))];
  const { code, out } = await run(args);
  expect(out).toContain("\nclass: core (explored, not certified)\n");
  expect({ code, reached: out.split("\n").at(-1) }).toEqual({
    code: 3,
    reached: expect.stringMatching(/^not full: F3\/encode/),
  });
});

test("list and lint tell what there is without an adapter", async () => {
  const { out } = await run(["list", "--requirement", "F3-6.6-08", "--lang", "en"]);
  expect(out).toContain("F3/decode/refusals/checksum-one-too-large  core −  F3-6.5.3-01 F3-6.6-08");
  expect(JSON.parse((await run(["list", "--json"])).out.split("\n")[0] ?? "")).toMatchObject({
    asks: "core",
    needs: [],
  });
  expect(await run(["lint", "--lang", "en"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/requirements, \d+ cases, .* 0 problems$/),
  });
});

test.each([
  ["no command", []],
  ["a command that there is not", ["certify"]],
  ["a target that there is not", ["run", "city", ...tail(reference)]],
  ["a device without an address", ["run", "device"]],
  ["a device of a protocol that there is not", ["run", "device", "--listen", "0", "--spec", "YKC"]],
  ["a device key that is too short", ["run", "device", "--listen", "0", "--spec", "DP", "--device-key", "00ff"]],
  ["no adapter", ["run", "codec"]],
  ["an unknown option", ["run", "codec", "--colour", ...tail(reference)]],
  ["a timeout that is no number", ["run", "codec", "--timeout", "soon", ...tail(reference)]],
  ["a seed below 0", ["run", "codec", "--seed=-1", ...tail(reference)]],
  ["a language that is neither", ["run", "codec", "--lang", "fr", ...tail(reference)]],
  ["a class that there is not", ["run", "codec", "--class", "gold", ...tail(reference)]],
  ["a case that there is not", ["run", "codec", "--only", "F9/*", ...tail(reference)]],
  ["an adapter that does not start", ["run", "codec", "--", "/no/such/adapter"]],
  ["a key that there is not", ["run", "codec", "--sign-key", "/no/such/key", ...tail(reference)]],
  [
    "a key that is none",
    ["run", "codec", "--only", "F3/decode/field/*", "--out", "/tmp/x", "--sign-key", publicPem, ...tail(reference)],
  ],
  ["a report that there is not", ["replay", "/no/such/report.json", ...tail(reference)]],
  ["no report to verify", ["verify"]],
  ["a folder that is no report", ["verify", tmpdir()]],
])("%s: exit code 2 and the reason on standard error", { timeout: TIME }, async (_, args) => {
  const { code, err } = await run(args);
  expect(code).toBe(2);
  expect(err).not.toBe("");
});
