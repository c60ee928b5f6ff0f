import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  openTcecAnswer,
  openTcecRequest,
  sealTcecAnswer,
  sealTcecRequest,
  type TcecEnvelope,
} from "./tcec-envelope.ts";
import { standardTcecProfile, type TcecKeys, type TcecProfile, tcecKeys } from "./tcec-keys.ts";
import { nextTcecSeq, tcecTime, tcecTimeOf } from "./tcec-seq.ts";

// Three different secrets: one that is used in the place of another shows.
const secrets = { dataSecret: "0123456789abcdef", dataSecretIv: "fedcba9876543210", sigSecret: "another-secret-x" };
const keysOf = (): TcecKeys => {
  const keys = tcecKeys(secrets, standardTcecProfile);
  if (!keys.ok) throw new Error("the secrets of the test are good");
  return keys.value;
};
const keys = keysOf();
const OPERATOR = "M000100Y4";
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const stamp = { TimeStamp: "20260102110405", Seq: "0001" };
const when = { now: NOW, windowMs: 300_000 };
const profileOf = (set: Partial<TcecProfile>): TcecProfile => ({ ...standardTcecProfile, ...set });
const hex = (text: string): string => Buffer.from(text).toString("hex");

const openssl = (args: readonly string[], input: string): string =>
  execFileSync("openssl", args, { input, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
const cipher = ["enc", "-aes-128-cbc", "-a", "-A", "-K", hex(secrets.dataSecret), "-iv", hex(secrets.dataSecretIv)];
const sigOf = (text: string): string =>
  (openssl(["dgst", "-md5", "-hmac", secrets.sigSecret], text).trim().split("= ")[1] ?? "").toUpperCase();
/** A request that nothing of ours has made. */
const foreign = (text: string, set: Partial<TcecEnvelope> = {}): TcecEnvelope => {
  const Data = openssl(cipher, text);
  const member = { OperatorID: OPERATOR, Data, ...stamp, ...set };
  return { Sig: sigOf(member.OperatorID + member.Data + member.TimeStamp + member.Seq), ...member };
};
const refusal = async (body: unknown, profile = standardTcecProfile): Promise<readonly [number, string] | "opened"> => {
  const opened = await openTcecRequest(body, OPERATOR, keys, profile, when);
  return opened.ok ? "opened" : [opened.error.ret, opened.error.path];
};

test("CP-N.1: openssl decrypts and signs what we seal (T/CEC 102.4)", async () => {
  const sealed = await sealTcecRequest(OPERATOR, { StationIDs: ["站-1"] }, stamp, keys, standardTcecProfile);
  expect(openssl([...cipher, "-d"], sealed.Data)).toBe('{"StationIDs":["站-1"]}');
  expect(sealed.Sig).toBe(sigOf(`${OPERATOR + sealed.Data}202601021104050001`));
});

test("CP-N.1: what openssl made is opened", async () => {
  const opened = await openTcecRequest(foreign('{"PageNo":2}'), OPERATOR, keys, standardTcecProfile, when);
  expect(opened).toEqual({ ok: true, value: { ...stamp, data: { PageNo: 2 } } });
});

test.for(["OperatorID", "Data", "TimeStamp", "Seq", "Sig"])("CP-N.1: a request without %s is 4003", async (member) => {
  const { [member as "Data"]: _, ...rest } = foreign("{}");
  expect(await refusal(rest)).toEqual([4003, `/${member}`]);
});

test("CP-N.1: a request of another operator, number, time or shape is 4003, whatever its signature", async () => {
  expect(await refusal(foreign("{}", { OperatorID: "M000100Y5" }))).toEqual([4003, "/OperatorID"]);
  expect(await refusal(foreign("{}", { Seq: "0000" }))).toEqual([4003, "/Seq"]);
  expect(await refusal(foreign("{}", { Seq: "12" }))).toEqual([4003, "/Seq"]);
  expect(await refusal(foreign("{}", { TimeStamp: "20260231110405" }))).toEqual([4003, "/TimeStamp"]);
  expect(await refusal(foreign("{}", { TimeStamp: "20260102105904" }))).toEqual([4003, "/TimeStamp"]);
  expect(await refusal(foreign("{}", { TimeStamp: "20260102105905" }))).toBe("opened");
  expect(await refusal([])).toEqual([4003, ""]);
});

test("CP-N.1: a signature that does not fit is 4001, each member changed in turn", async () => {
  const good = foreign("{}");
  expect(await refusal({ ...good, Sig: `${good.Sig.slice(0, -1)}g` })).toEqual([4001, "/Sig"]);
  expect(await refusal({ ...good, Sig: `${good.Sig}0` })).toEqual([4001, "/Sig"]);
  expect(await refusal({ ...good, Seq: "0002" })).toEqual([4001, "/Sig"]);
  expect(await refusal({ ...good, TimeStamp: "20260102110406" })).toEqual([4001, "/Sig"]);
  expect(await refusal({ ...good, Data: openssl(cipher, "[]") })).toEqual([4001, "/Sig"]);
});

test("CP-N.1: the letter case of a signature is the partner's", async () => {
  const good = foreign("{}");
  const low = { ...good, Sig: good.Sig.toLowerCase() };
  expect(await refusal(low)).toEqual([4001, "/Sig"]);
  expect(await refusal(low, profileOf({ sigCase: "lower" }))).toBe("opened");
  expect(await refusal(good, profileOf({ sigCase: "lower" }))).toEqual([4001, "/Sig"]);
  expect(await refusal(low, profileOf({ sigCase: "any" }))).toBe("opened");
});

test("CP-N.1: Data that does not decrypt to an object is 4004", async () => {
  for (const text of ["[]", "null", "1", '{"a":1,}', ""]) expect(await refusal(foreign(text))).toEqual([4004, "/Data"]);
  for (const Data of ["!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA=="])
    expect(await refusal(foreign("", { Data }))).toEqual([4004, "/Data"]);
});

test("CP-N.1: an answer is signed over Ret, Msg and Data; other signatures are for profiles that say so", async () => {
  const asked = foreign("{}");
  const answer = await sealTcecAnswer(0, "ok", { Status: 0 }, keys, standardTcecProfile);
  expect(answer.Sig).toBe(sigOf(`0ok${answer.Data}`));
  const ask = (body: unknown, set: Partial<TcecProfile> = {}) => openTcecAnswer(body, asked, keys, profileOf(set));
  expect(await ask(answer)).toEqual({ ok: true, value: { ret: 0, message: "ok", data: { Status: 0 } } });
  for (const wrong of [asked.Sig, sigOf(OPERATOR + answer.Data)]) {
    expect(await ask({ ...answer, Sig: wrong })).toMatchObject({ ok: false, error: { path: "/Sig" } });
    expect(await ask({ ...answer, Sig: wrong }, { answerSig: "lenient" })).toMatchObject({ ok: true });
  }
  expect(await ask({ ...answer, Sig: "0" }, { answerSig: "lenient" })).toMatchObject({ ok: false });
  expect(await ask({ ...answer, Sig: "0" }, { answerSig: "none" })).toMatchObject({ ok: true });
  expect(await ask({ ...answer, Ret: "0" })).toMatchObject({ ok: false, error: { path: "/Ret" } });
  expect(await ask({ ...answer, Ret: "0" }, { ret: "text" })).toMatchObject({ ok: true, value: { ret: 0 } });
  expect(await ask({ ...answer, Ret: "x" }, { ret: "text" })).toMatchObject({ ok: false, error: { path: "/Ret" } });
  expect(await ask(await sealTcecAnswer(4002, "token", null, keys, standardTcecProfile))).toMatchObject({
    value: { ret: 4002, data: null },
  });
});

test("SEC-KEY-02: secrets of a wrong length or form are refused by name, and not repeated", () => {
  const faults = (set: Partial<typeof secrets>, secretForm: TcecProfile["secretForm"] = "text") => {
    const read = tcecKeys({ ...secrets, ...set }, { secretForm });
    expect(JSON.stringify(read)).not.toContain(secrets.sigSecret);
    return read.ok ? [] : read.error.map(({ path }) => path);
  };
  expect(faults({ dataSecret: "short" })).toEqual(["/dataSecret"]);
  expect(faults({ dataSecretIv: "0123456789abcdefg" })).toEqual(["/dataSecretIv"]);
  expect(faults({ sigSecret: "" })).toEqual(["/sigSecret"]);
  expect(faults({}, "hex")).toEqual(["/dataSecret", "/dataSecretIv", "/sigSecret"]);
  expect(faults({}, "base64")).toEqual(["/dataSecret", "/dataSecretIv", "/sigSecret"]);
  const asHex = {
    dataSecret: hex(secrets.dataSecret),
    dataSecretIv: hex(secrets.dataSecretIv),
    sigSecret: hex(secrets.sigSecret),
  };
  expect(tcecKeys(asHex, { secretForm: "hex" })).toEqual({ ok: true, value: keys });
});

test("CP-N.1: whatever is sealed is opened, and no body whatever makes opening throw", async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (value) => {
      const data = JSON.parse(JSON.stringify(value)) as { readonly [member: string]: unknown };
      const sealed = await sealTcecRequest(OPERATOR, data, stamp, keys, standardTcecProfile);
      expect(await openTcecRequest(sealed, OPERATOR, keys, standardTcecProfile, when)).toMatchObject({
        ok: true,
        value: { data },
      });
    }),
    { numRuns: 50 },
  );
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (body) => {
      expect((await openTcecRequest(body, OPERATOR, keys, standardTcecProfile, when)).ok).toBe(false);
      expect((await openTcecAnswer(body, foreignAsked, keys, standardTcecProfile)).ok).toBe(false);
    }),
    { numRuns: 50 },
  );
});
const foreignAsked = foreign("{}");

test("CP-N.1: Seq begins at 0001 in each second and never comes twice, also when the clock is set back", () => {
  expect(nextTcecSeq(null, NOW)).toEqual(stamp);
  expect(nextTcecSeq(stamp, NOW + 999)).toEqual({ ...stamp, Seq: "0002" });
  expect(nextTcecSeq(stamp, NOW + 1000)).toEqual({ TimeStamp: "20260102110406", Seq: "0001" });
  expect(nextTcecSeq(stamp, NOW - 60_000)).toEqual({ ...stamp, Seq: "0002" });
  expect(nextTcecSeq({ ...stamp, Seq: "9999" }, NOW)).toBeNull();
  expect(tcecTimeOf(tcecTime(NOW))).toBe(NOW);
  for (const text of ["", "2026010211040", "20261302110405", "2026-01-02 11:0"]) expect(tcecTimeOf(text)).toBeNull();
});
