import type { Instant } from "@dianan/model";
import type { DeviceName, PushKind } from "../ports/receivers.ts";

/** What a device reported at one time; `path` is where in the push it lies. */
export type MessagePart = { readonly data: unknown; readonly at: Instant | null; readonly path: string };

/** A push once its platform's form was read (平台消息). */
export type PlatformMessage = {
  readonly kind: PushKind;
  readonly names: { readonly [N in DeviceName]?: string };
  /** What a command to the device must name beside it; empty: nothing. */ readonly productId: string;
  /** Texts of which each tells a resend; empty: the whole push does; null: nothing does, each is one of its own. */
  readonly keys: readonly string[] | null;
  readonly parts: readonly MessagePart[];
  /** Headers that its mapping reads, their names in lower case. */ readonly headers?: {
    readonly [name: string]: string;
  };
};

export type Json = { readonly [member: string]: unknown };
export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {});

/** Missing values come as empty texts or the text `undefined` (CTWing); they are as if they were not there. */
export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || value === "undefined" || value === "null";

/** A name or number as text; undefined: it is missing, or no such thing. */
export const textOf = (value: unknown): string | undefined =>
  !isMissing(value) && (typeof value === "string" || typeof value === "number") ? String(value).trim() : undefined;

const LAST_MS = 253_402_300_799_999;

/** Milliseconds since 1970, as number or as its text. */
export const msOf = (value: unknown): Instant | null => {
  const ms = Number(textOf(value) ?? Number.NaN);
  return Number.isFinite(ms) && ms > 0 && ms <= LAST_MS ? (Math.trunc(ms) as Instant) : null;
};

/** The names that are there. */
export const namesOf = (names: { readonly [N in DeviceName]?: string | undefined }): PlatformMessage["names"] =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));

/** Steps of a JSON Pointer (RFC 6901). */
const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** What lies there; undefined: nothing. */
export const memberAt = (value: unknown, pointer: string): unknown => {
  let at: unknown = value;
  for (const step of stepsOf(pointer)) {
    if (Array.isArray(at)) at = /^[0-9]{1,5}$/.test(step) ? at[Number(step)] : undefined;
    else at = isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
};
