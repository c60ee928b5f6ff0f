import { isDeepStrictEqual } from "node:util";
import type { Vector } from "@dianan/testkit";
import type { Reply } from "./messages.ts";

/** Why a case failed. Codes are public. */
export type FailureCode =
  | "accepted"
  | "refused"
  | "wrong-value"
  | "wrong-length"
  | "wrong-error"
  | "wrong-place"
  | "wrong-bytes"
  | "malformed-reply"
  | "crashed"
  | "timeout"
  | "garbage"
  | "not-started";

export type Failure = {
  readonly code: FailureCode;
  /** What the vector asks for. */ readonly expected: string;
  readonly got: string;
};

const errorCodes = ["truncated", "bad-magic", "bad-length", "bad-checksum", "bad-value", "bad-mac", "replayed"];
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

/** Whether a reply to `decode` is what the vector asks for; null when it is. */
export const judgeDecode = (vector: Vector, reply: Reply): Failure | null => {
  if (vector.error !== undefined) return judgeRefusal(vector.error, reply);
  const wanted = { expected: "a decoded frame", got: shown(reply) };
  if (reply.ok === false && (typeof reply.error === "string" || typeof reply.need === "number"))
    return { ...wanted, code: "refused" };
  if (reply.ok !== true || !("value" in reply)) return { ...wanted, code: "malformed-reply" };
  const path = differenceAt(vector.value, reply.value);
  if (path !== null)
    return {
      code: "wrong-value",
      expected: `${path}: ${shown(at(vector.value, path))}`,
      got: shown(at(reply.value, path)),
    };
  const size = vector.hex.length / 2;
  if (reply.used !== size) return { code: "wrong-length", expected: `used: ${size}`, got: shown(reply.used) };
  return null;
};

/** `truncated` may be said as `need`: how many bytes more. Offset, path and clause count when they are given. */
const judgeRefusal = (error: NonNullable<Vector["error"]>, reply: Reply): Failure | null => {
  const expected = `${error.code} at byte ${error.offset} (${error.path || "the whole"})`;
  const fail = (code: FailureCode): Failure => ({ code, expected, got: shown(reply) });
  if (reply.ok === true) return fail("accepted");
  if (reply.ok !== false) return fail("malformed-reply");
  if (typeof reply.need === "number" && reply.error === undefined)
    return error.code === "truncated" && reply.need > 0 ? null : fail("wrong-error");
  if (typeof reply.error !== "string" || !errorCodes.includes(reply.error)) return fail("malformed-reply");
  if (reply.error !== error.code) return fail("wrong-error");
  const place = (["offset", "path"] as const).every((name) => !(name in reply) || reply[name] === error[name]);
  return place ? null : fail("wrong-place");
};

/** Whether a reply to `encode` gives the vector's bytes back; null when it does. */
export const judgeEncode = (vector: Vector, reply: Reply): Failure | null => {
  const wanted = { expected: vector.hex, got: shown(reply) };
  if (reply.ok === false && typeof reply.error === "string") return { ...wanted, code: "refused" };
  if (reply.ok !== true || typeof reply.hex !== "string") return { ...wanted, code: "malformed-reply" };
  return reply.hex === vector.hex ? null : { ...wanted, code: "wrong-bytes", got: reply.hex };
};
