import { hmac } from "@noble/hashes/hmac.js";
import { md5 } from "@noble/hashes/legacy.js";
import type { Result } from "./result.ts";
import type { TcecFault } from "./tcec.ts";
import type { TcecKeys, TcecProfile } from "./tcec-keys.ts";
import { type TcecStamp, tcecTimeOf } from "./tcec-seq.ts";

/** What an answer says of its request (返回编码). */
export const tcecRets = {
  busy: -1,
  accepted: 0,
  signature: 4001,
  token: 4002,
  parameters: 4003,
  business: 4004,
  failed: 500,
} as const;

/** A request on the wire; all five members are mandatory. */
export type TcecEnvelope = TcecStamp & { readonly OperatorID: string; readonly Data: string; readonly Sig: string };
/** An answer on the wire. `Data` is empty where there is nothing to say. */
export type TcecAnswer = { readonly Ret: number; readonly Msg: string; readonly Data: string; readonly Sig: string };

/** What was wrong with a message, and the `Ret` with which a request is answered. */
export type TcecEnvelopeFault = TcecFault & { readonly ret: number };
export type TcecOpened = TcecStamp & { readonly data: { readonly [member: string]: unknown } };

const CLAUSE = "T/CEC 102.4-2016";
const SIG_DIGITS = 32;

const utf8 = new TextEncoder();
const fault = (
  ret: number,
  path: string,
  en: string,
  zh: string,
): { readonly ok: false; readonly error: TcecEnvelopeFault } => ({
  ok: false,
  error: { ret, path, clause: CLAUSE, message: { zh, en } },
});

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

const aesOf = async ({ data, iv }: TcecKeys, use: "encrypt" | "decrypt") => ({
  key: await crypto.subtle.importKey("raw", new Uint8Array(data), "AES-CBC", false, [use]),
  way: { name: "AES-CBC", iv: new Uint8Array(iv) },
});
const encrypted = async (keys: TcecKeys, text: string): Promise<string> => {
  const { key, way } = await aesOf(keys, "encrypt");
  return toBase64(new Uint8Array(await crypto.subtle.encrypt(way, key, utf8.encode(text))));
};
/** Null: it is no base64, no whole block, or has another key's padding. */
const decrypted = async (keys: TcecKeys, base64: string): Promise<string | null> => {
  const { key, way } = await aesOf(keys, "decrypt");
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await crypto.subtle.decrypt(way, key, bytes));
  } catch {
    return null;
  }
};

const signed = (keys: TcecKeys, text: string): string =>
  Array.from(hmac(md5, keys.sig, utf8.encode(text)), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
const written = (sig: string, { sigCase }: Pick<TcecProfile, "sigCase">): string =>
  sigCase === "lower" ? sig.toLowerCase() : sig;

/** Compares every digit, so that the time tells nothing of where two differ. */
const isSame = (given: string, sig: string, profile: TcecProfile): boolean => {
  const right = profile.sigCase === "any" ? sig : written(sig, profile);
  const text = profile.sigCase === "any" ? given.toUpperCase() : given;
  let difference = text.length ^ SIG_DIGITS;
  for (let i = 0; i < SIG_DIGITS; i += 1) difference |= text.charCodeAt(i) ^ right.charCodeAt(i);
  return difference === 0;
};

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectIn = async (keys: TcecKeys, base64: string): Promise<Result<TcecOpened["data"], TcecEnvelopeFault>> => {
  const text = await decrypted(keys, base64);
  if (text === null)
    return fault(
      tcecRets.business,
      "/Data",
      "Data does not decrypt: compare DataSecret and DataSecretIV.",
      "Data 无法解密,请核对 DataSecret 与 DataSecretIV。",
    );
  try {
    const data: unknown = JSON.parse(text);
    if (isObject(data)) return { ok: true, value: data };
  } catch {}
  return fault(tcecRets.business, "/Data", "Data holds no JSON object.", "Data 解密后不是 JSON 对象。");
};

/** Encrypts and signs a request. */
export const sealTcecRequest = async (
  operatorId: string,
  data: TcecOpened["data"],
  { TimeStamp, Seq }: TcecStamp,
  keys: TcecKeys,
  profile: TcecProfile,
): Promise<TcecEnvelope> => {
  const Data = await encrypted(keys, JSON.stringify(data));
  const Sig = written(signed(keys, operatorId + Data + TimeStamp + Seq), profile);
  return { OperatorID: operatorId, Data, TimeStamp, Seq, Sig };
};

/**
 * Checks and decrypts a request: members, who, number, time, signature, then what is inside. Whether it came before is not looked at.
 *
 * @param from - OperatorID of the partner whose keys these are
 * @param when - the time now and how far a sender's may be from it; milliseconds
 */
export const openTcecRequest = async (
  body: unknown,
  from: string,
  keys: TcecKeys,
  profile: TcecProfile,
  when: { readonly now: number; readonly windowMs: number },
): Promise<Result<TcecOpened, TcecEnvelopeFault>> => {
  const bad = (path: string, en: string, zh: string) => fault(tcecRets.parameters, path, en, zh);
  if (!isObject(body)) return bad("", "Send a JSON object.", "请求体应为 JSON 对象。");
  for (const member of ["OperatorID", "Data", "TimeStamp", "Seq", "Sig"])
    if (typeof body[member] !== "string" || body[member] === "")
      return bad(`/${member}`, `${member} is missing or no text.`, `缺少 ${member} 或其不是字符串。`);
  const { OperatorID, Data, TimeStamp, Seq, Sig } = body as TcecEnvelope;
  if (OperatorID !== from) return bad("/OperatorID", "It is not the partner's.", "OperatorID 与约定不符。");
  if (!/^\d{4}$/.test(Seq) || Seq === "0000")
    return bad("/Seq", "Four digits from 0001 to 9999.", "Seq 应为 0001 至 9999 的四位数字。");
  const at = tcecTimeOf(TimeStamp);
  if (at === null) return bad("/TimeStamp", "yyyyMMddHHmmss of UTC+8.", "TimeStamp 应为 yyyyMMddHHmmss(UTC+8)。");
  if (Math.abs(at - when.now) > when.windowMs)
    return bad("/TimeStamp", "Too far from our time: set the clock.", "TimeStamp 与本平台时间相差过大,请校时。");
  if (!isSame(Sig, signed(keys, OperatorID + Data + TimeStamp + Seq), profile))
    return fault(tcecRets.signature, "/Sig", "The signature does not fit.", "签名不符。");
  const data = await objectIn(keys, Data);
  return data.ok ? { ok: true, value: { TimeStamp, Seq, data: data.value } } : data;
};

/** Encrypts and signs an answer. @param data - null: it has none */
export const sealTcecAnswer = async (
  ret: number,
  message: string,
  data: TcecOpened["data"] | null,
  keys: TcecKeys,
  profile: TcecProfile,
): Promise<TcecAnswer> => {
  const Data = data === null ? "" : await encrypted(keys, JSON.stringify(data));
  return { Ret: ret, Msg: message, Data, Sig: written(signed(keys, `${ret}${message}${Data}`), profile) };
};

/**
 * Checks and decrypts an answer.
 *
 * @param asked - the request that it answers
 * @returns its `Ret`, and its data where it has some
 */
export const openTcecAnswer = async (
  body: unknown,
  asked: TcecEnvelope,
  keys: TcecKeys,
  profile: TcecProfile,
): Promise<
  Result<
    { readonly ret: number; readonly message: string; readonly data: TcecOpened["data"] | null },
    TcecEnvelopeFault
  >
> => {
  const bad = (path: string, en: string, zh: string) => fault(tcecRets.failed, path, en, zh);
  if (!isObject(body)) return bad("", "The answer is no JSON object.", "应答不是 JSON 对象。");
  const ret =
    profile.ret === "text" && typeof body.Ret === "string" && /^-?\d{1,6}$/.test(body.Ret)
      ? Number(body.Ret)
      : body.Ret;
  if (typeof ret !== "number" || !Number.isInteger(ret)) return bad("/Ret", "Ret is no integer.", "Ret 不是整数。");
  const { Msg = "", Data = "", Sig = "" } = body;
  if (typeof Msg !== "string") return bad("/Msg", "Msg is no text.", "Msg 不是字符串。");
  if (typeof Data !== "string") return bad("/Data", "Data is no text.", "Data 不是字符串。");
  if (typeof Sig !== "string") return bad("/Sig", "Sig is no text.", "Sig 不是字符串。");
  const isLenient =
    profile.answerSig === "lenient" &&
    (Sig === asked.Sig || isSame(Sig, signed(keys, asked.OperatorID + Data), profile));
  if (profile.answerSig !== "none" && !isLenient && !isSame(Sig, signed(keys, `${ret}${Msg}${Data}`), profile))
    return bad("/Sig", "The signature of the answer does not fit.", "应答签名不符。");
  if (Data === "") return { ok: true, value: { ret, message: Msg, data: null } };
  const data = await objectIn(keys, Data);
  return data.ok ? { ok: true, value: { ret, message: Msg, data: data.value } } : data;
};
