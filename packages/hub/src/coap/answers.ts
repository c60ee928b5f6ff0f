import type { JsonObject } from "../ports/records.ts";
import type { UplinkResult } from "../ports/uplink.ts";
import { type CoapAnswer, contentFormats } from "./message.ts";

/** Longest diagnostic payload (RFC 7252 §5.5.2). Characters. */
const WORDS_MAX = 200;
const BUSY_SECONDS = 5;

/** A refusal with why, as short as a narrow band wants it. */
export const refusal = (code: string, words: string): CoapAnswer => ({
  code,
  payload: Buffer.from(words.slice(0, WORDS_MAX), "utf8"),
});
export const busy = (): CoapAnswer => ({ ...refusal("5.03", "busy"), maxAgeSeconds: BUSY_SECONDS });
export const jsonAnswer = (code: string, value: unknown): CoapAnswer => ({
  ...{ code, payload: Buffer.from(JSON.stringify(value), "utf8"), contentFormat: contentFormats.json },
});

/** Code, place and words of a fault; a device's log has no room for more. */
export const faultWords = (error: JsonObject): string => {
  const { en = "" } = (error.message ?? {}) as { readonly en?: string };
  const where = error.path ? `${String(error.path)} ` : "";
  return `${String(error.code)} ${where}@${String(error.offset ?? 0)} ${en}`.trim();
};

const codes: Readonly<Record<string, string>> = {
  ...{ "not-carried": "4.03", "wrong-address": "4.03", "not-listed": "4.03", "unknown-protocol": "4.04" },
};

/** What frames come to. One that is stored makes it a success: sending the others again would be no use. */
export const framesAnswer = (results: readonly UplinkResult[], replies: readonly Uint8Array[]): CoapAnswer => {
  const errors = results.flatMap(({ error }) => (error === null ? [] : [error]));
  // What was stored is told as a repeat then.
  if (errors.some(({ code }) => code === "not-stored")) return busy();
  const [error] = errors;
  const payload = Buffer.concat(replies);
  const said = payload.length === 0 ? {} : { payload, contentFormat: contentFormats.bytes };
  if (error === undefined || errors.length < results.length) return { code: "2.04", ...said };
  const code = codes[String(error.code)] ?? "4.00";
  return payload.length === 0 ? refusal(code, faultWords(error)) : { code, ...said };
};
