import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import { afterAll, describe, expect, test } from "vitest";
import {
  type AdapterCommand,
  type Claims,
  claimsOf,
  loadSuite,
  type Report,
  runCodec,
  runCommand,
} from "../src/index.ts";
import { isSm2Signature, sm2Sign } from "../src/report/report-signature.ts";
import { mutant, odd, reference } from "./adapters.ts";
import { claimsErrors, reportErrors } from "./report.ts";

const folder = mkdtempSync(join(tmpdir(), "dianan-claims-"));
afterAll(() => rmSync(folder, { recursive: true }));
const TIME = { timeout: 120_000 };

const right: Claims = {
  claims: 1,
  implementation: { name: "none", version: "1", vendor: "示例" },
  target: "codec",
  protocol: "F3",
  features: ["decode", "encode", "stream"],
};
const fileOf = (name: string, claims: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof claims === "string" ? claims : JSON.stringify(claims));
  return file;
};
const tail = ({ command, args }: AdapterCommand): readonly string[] => ["--", command, ...args];
const run = async (args: readonly string[]) => {
  const said = { out: [] as string[], err: [] as string[] };
  const code = await runCommand(args, {
    ...{
      out: (text: string) => said.out.push(text),
      err: (text: string) => said.err.push(text),
      env: { CONFORM_LANG: "en" },
    },
  });
  return { code, out: said.out.join("\n"), err: said.err.join("\n") };
};

describe("claims say what an implementation has", () => {
  const without = (name: string) => Object.fromEntries(Object.entries(right).filter(([one]) => one !== name));
  const device = { ...right, target: "device", features: ["replies"], timers: { resendMs: 5000, resends: 3 } };
  test.each<[string, unknown]>([
    ["a codec", right],
    ["a codec with dialects", { ...right, dialects: Object.keys(gb26875.dialects).slice(0, 2) }],
    ["a device with its timers", device],
    ["a receiver", { ...right, target: "share", protocol: "CS", role: "receiver", features: ["read", "digests"] }],
    ["a class", { ...right, class: "full" }],
  ])("right: %s", (_, claims) => {
    expect(claimsOf(claims)).toEqual(claims);
    expect(claimsErrors(claims)).toEqual([]);
  });

  // What the schema alone cannot know: features of the cases, and which members go together.
  const beyondSchema = new Set(["feature", "dialect", "role", "goes", "protocol"]);
  test.each<[string, string, unknown]>([
    ["no object", "", [right]],
    ["another version of the form", "/claims", { ...right, claims: 2 }],
    ["no implementation", "/implementation", without("implementation")],
    ["no version of it", "/implementation/version", { ...right, implementation: { name: "x" } }],
    ["a name that is a number", "/implementation/name", { ...right, implementation: { name: 1, version: "1" } }],
    ["an unknown member of it", "/implementation/sn", { ...right, implementation: { name: "x", version: "1", sn: 1 } }],
    ["an unknown member", "/feature", { ...right, feature: [] }],
    ["a target that there is not", "/target", { ...right, target: "hub" }],
    ["protocol of another target", "/protocol", { ...right, protocol: "CS" }],
    ["role of a codec", "/role", { ...right, role: "sender" }],
    ["role missing", "/role", { ...right, target: "share", protocol: "CS", features: [] }],
    ["no features", "/features", without("features")],
    ["feature that there is not", "/features/1", { ...right, features: ["decode", "colour"] }],
    ["the same twice", "/features/1", { ...right, features: ["decode", "decode"] }],
    ["dialect that there is not", "/dialects/0", { ...right, dialects: ["klingon"] }],
    ["goes with codecs: dialects of a device", "/dialects", { ...device, dialects: [] }],
    ["goes with devices: timers of a codec", "/timers", { ...right, timers: {} }],
    ["a timeout that is too short", "/timers/resendMs", { ...device, timers: { resendMs: 1 } }],
    ["half a resend", "/timers/resends", { ...device, timers: { resends: 0.5 } }],
    ["a timer that there is not", "/timers/beatMs", { ...device, timers: { beatMs: 1 } }],
    ["a class that there is not", "/class", { ...right, class: "gold" }],
  ])("wrong: %s", (name, path, claims) => {
    expect(() => claimsOf(claims)).toThrow(expect.objectContaining({ path }));
    if (!beyondSchema.has(name.split(" ")[0] as string)) expect(claimsErrors(claims)).not.toEqual([]);
  });

  test("the command names the place, and takes YAML", async () => {
    const yaml =
      "claims: 1\nimplementation: {name: x, version: '1'}\ntarget: codec\nprotocol: F3\nfeatures: [decode]\n";
    expect(await run(["claims", "check", fileOf("right.yaml", yaml)])).toMatchObject({ code: 0, err: "" });
    const wrong = await run(["claims", "check", fileOf("wrong.yaml", yaml.replace("[decode]", "[decod]"))]);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("/features/0") });
    expect(await run(["claims", "check", fileOf("none.yaml", "a: [1")])).toMatchObject({ code: 2 });
    expect(await run(["claims", "check", join(folder, "nothing.yaml")])).toMatchObject({ code: 2 });
    expect(await run(["claims"])).toMatchObject({ code: 2 });
  });
});

describe("certify refuses what explore tolerates", () => {
  const some = ["run", "codec", "--only", "F3/decode/field/*"];
  test.each([
    ["no claims", []],
    ["a case left out", ["--claims", "CLAIMS", "--exclude", "F3/x"]],
    ["some cases alone", ["--claims", "CLAIMS", "--only", "F3/decode/*"]],
    ["fewer inputs", ["--claims", "CLAIMS", "--runs", "1"]],
    ["more time for an answer", ["--claims", "CLAIMS", "--timeout", "60000"]],
    ["claims of another target", ["--claims", "DEVICE"]],
    ["claims that are wrong", ["--claims", "WRONG"]],
  ])("%s", TIME, async (_, more) => {
    const files: Readonly<Record<string, string>> = {
      CLAIMS: fileOf("claims.json", right),
      DEVICE: fileOf("device.json", { ...right, target: "device", features: [] }),
      WRONG: fileOf("wrong.json", { ...right, features: ["colour"] }),
    };
    const args = ["run", "codec", "--mode", "certify", ...more.map((one) => files[one] ?? one), ...tail(odd("none"))];
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toMatch(/certify|claims|声明/);
  });

  test("what is claimed and is not there fails, in certify alone", TIME, async () => {
    const suite = loadSuite("F3");
    const claims = { ...right, implementation: { name: "other", version: "9" } };
    const options = { suite, adapter: odd("decodes-only"), seed: 1, runs: 1, claims };
    const certified = await runCodec({ ...options, mode: "certify" });
    const failed = certified.results.filter(({ id, verdict }) => id.startsWith("KIT/") && verdict === "FAIL");
    expect(failed.map(({ id }) => id)).toEqual(["KIT/codec/features", "KIT/codec/name"]);
    expect(certified).toMatchObject({ mode: "certify", reached: null });
    expect(certified.gap?.cases[0]).toMatchObject({ id: "KIT/codec/features", verdict: "FAIL" });
    const explored = await runCodec({ ...options, keeps: ({ id }) => id.startsWith("F3/decode/field/") });
    expect(explored.results.some(({ id }) => id.startsWith("KIT/"))).toBe(false);
  });

  test("a report replays alone, claims included", TIME, async () => {
    const out = join(folder, "report");
    const claims = fileOf("mutant.json", { ...right, implementation: { name: "mutant", version: "MC-02" } });
    const first = await run([
      ...some,
      "--claims",
      claims,
      "--seed",
      "7",
      "--only",
      "F3/decode/refusals/checksum*",
      "--out",
      out,
      ...tail(mutant("MC-02")),
    ]);
    expect(first.code).toBe(1);
    rmSync(claims);
    const report = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as Report;
    expect(reportErrors(report)).toEqual([]);
    expect(report.claims?.implementation.version).toBe("MC-02");
    const file = join(out, "report.json");
    expect(await run(["replay", file, ...tail(mutant("MC-02"))])).toMatchObject({ code: 1 });
    expect(await run(["replay", file, ...tail(mutant("none"))])).toMatchObject({ code: 0 });
  });
});

describe("the report's schema refuses what is no report", () => {
  test.each<[string, (report: Record<string, unknown>) => unknown]>([
    ["another version", (report) => ({ ...report, reportVersion: 1 })],
    ["no seed", ({ seed: _, ...rest }) => rest],
    ["a verdict that there is not", (report) => ({ ...report, cases: [{ verdict: "MAYBE" }] })],
    ["a member that there is not", (report) => ({ ...report, path: "/home" })],
    ["claims that are wrong", (report) => ({ ...report, claims: { ...right, target: "hub" } })],
  ])("%s", TIME, async (_, spoil) => {
    const out = join(folder, "small");
    await run(["run", "codec", "--only", "F3/decode/field/*", "--out", out, ...tail(reference)]);
    const report = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as Record<string, unknown>;
    expect(reportErrors(report)).toEqual([]);
    expect(reportErrors(spoil(report))).not.toEqual([]);
  });
});

describe("signatures by SM2", () => {
  // GB/T 32918.5-2017, annex A.2: curve of 256 bits, identity 1234567812345678.
  const known = {
    privateKey: "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
    publicKey:
      "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
    signature:
      "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa",
  };
  const message = new TextEncoder().encode("message digest");
  test("the known answer of the standard is a signature, and nothing beside it", () => {
    const { privateKey, publicKey, signature } = known;
    expect(isSm2Signature(message, signature, publicKey)).toBe(true);
    expect(isSm2Signature(message, sm2Sign(message, privateKey, publicKey), publicKey)).toBe(true);
    expect(isSm2Signature(new TextEncoder().encode("message digesu"), signature, publicKey)).toBe(false);
    expect(isSm2Signature(message, `${signature.slice(0, -1)}b`, publicKey)).toBe(false);
    expect(isSm2Signature(message, "0".repeat(128), publicKey)).toBe(false);
  });

  test(
    "a report is signed and verified without a network; other keys and other kinds of keys are told",
    TIME,
    async () => {
      const pem = (name: string, curve: string) => {
        const keys = generateKeyPairSync("ec", { namedCurve: curve });
        const one = fileOf(`${name}.pem`, keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString());
        return { one, other: fileOf(`${name}.pub`, keys.publicKey.export({ type: "spki", format: "pem" }).toString()) };
      };
      const [mine, yours, foreign] = [pem("mine", "SM2"), pem("yours", "SM2"), pem("foreign", "P-256")];
      const out = join(folder, "sm2");
      const args = ["run", "codec", "--only", "F3/decode/field/*", "--out", out];
      expect(await run([...args, "--sign-key", mine.one, ...tail(reference)])).toMatchObject({ code: 0 });
      expect(await run(["verify", out, "--key", mine.other])).toMatchObject({
        code: 0,
        out: expect.stringContaining("SM2 "),
      });
      expect(await run(["verify", out, "--key", yours.other])).toMatchObject({
        code: 1,
        out: "does not fit: signature",
      });
      expect(await run([...args, "--sign-key", foreign.one, ...tail(reference)])).toMatchObject({ code: 2 });
      const manifest = join(out, "manifest.json");
      writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"SM2"', '"Ed25519"'));
      expect(await run(["verify", out])).toMatchObject({ code: 1 });
    },
  );
});
