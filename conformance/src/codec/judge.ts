import { isDeepStrictEqual } from "node:util";
import type { Finding } from "../case.ts";
import type { CodecRequest, Reply } from "../messages.ts";

/** What a refusal must say. `codes`: any of them is right. */
export type Refusal = {
  readonly codes: readonly string[];
  /** Compared when the adapter gives them. */ readonly offset?: number;
  readonly path?: string;
};

/** Names of errors that an adapter may give. */
export const errorCodes = ["truncated", "bad-magic", "bad-length", "bad-checksum", "bad-value", "bad-mac", "replayed"];

const shown = (value: unknown): string => JSON.stringify(value) ?? "nothing";

/** The first member in which two values differ, such as `message.items[0].note`; "" when they are no objects. */
export const differenceAt = (expected: unknown, got: unknown, path = ""): string | null => {
  if (isDeepStrictEqual(expected, got)) return null;
  if (typeof expected !== "object" || typeof got !== "object" || expected === null || got === null) return path;
  const [a, b] = [expected as Reply, got as Reply];
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const step = Array.isArray(expected) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
    const found = differenceAt(a[name], b[name], step);
    if (found !== null) return found;
  }
  return path;
};

const at = (value: unknown, path: string): unknown =>
  path
    .split(/[.[\]]/)
    .filter((name) => name !== "")
    .reduce<unknown>((inner, name) => (inner as Reply | undefined)?.[name], value);

type Asked<Op> = Extract<CodecRequest, { op: Op }>;

/** Whether two decoded values are the same; null when they are. */
export const judgeValue = (value: unknown, got: unknown, input: readonly CodecRequest[]): Finding | null => {
  const path = differenceAt(value, got);
  if (path === null) return null;
  const expected = `${path}: ${shown(at(value, path))}`;
  return { code: "wrong-value", expected, got: shown(at(got, path)), input };
};

/** Whether a reply to `decode` is this value and says that all bytes were used; null when it is. */
export const judgeDecoded = (asked: Asked<"decode">, value: unknown, reply: Reply): Finding | null => {
  const wanted = { expected: "a decoded frame", got: shown(reply), input: [asked] };
  if (reply.ok === false && (typeof reply.error === "string" || typeof reply.need === "number"))
    return { ...wanted, code: "refused" };
  if (reply.ok !== true || !("value" in reply)) return { ...wanted, code: "malformed-reply" };
  const wrong = judgeValue(value, reply.value, [asked]);
  if (wrong !== null) return wrong;
  const size = asked.hex.length / 2;
  return reply.used === size
    ? null
    : { code: "wrong-length", expected: `used: ${size}`, got: shown(reply.used), input: [asked] };
};

/** Whether a reply refuses as it must. `truncated` may be said as `need`: how many bytes more. Null when it does. */
export const judgeRefused = (asked: CodecRequest, refusal: Refusal, reply: Reply): Finding | null => {
  const place = refusal.offset === undefined ? "" : ` at byte ${refusal.offset} (${refusal.path || "the whole"})`;
  const expected = `${refusal.codes.join(" or ")}${place}`;
  const fail = (code: string): Finding => ({ code, expected, got: shown(reply), input: [asked] });
  if (reply.ok === true) return fail("accepted");
  if (reply.ok !== false) return fail("malformed-reply");
  if (typeof reply.need === "number" && reply.error === undefined)
    return refusal.codes.includes("truncated") && reply.need > 0 ? null : fail("wrong-error");
  if (typeof reply.error !== "string" || !errorCodes.includes(reply.error)) return fail("malformed-reply");
  if (!refusal.codes.includes(reply.error)) return fail("wrong-error");
  const isThere = (["offset", "path"] as const).every(
    (name) => refusal[name] === undefined || !(name in reply) || reply[name] === refusal[name],
  );
  return isThere ? null : fail("wrong-place");
};

/** Whether a reply to `encode` gives these bytes; null when it does. */
export const judgeEncoded = (asked: Asked<"encode">, hex: string, reply: Reply): Finding | null => {
  const wanted = { expected: hex, got: shown(reply), input: [asked] };
  if (reply.ok === false && typeof reply.error === "string") return { ...wanted, code: "refused" };
  if (reply.ok !== true || typeof reply.hex !== "string") return { ...wanted, code: "malformed-reply" };
  return reply.hex === hex ? null : { ...wanted, code: "wrong-bytes", got: reply.hex };
};
