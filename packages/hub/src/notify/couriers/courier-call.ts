import { retryAfterMs } from "../../core/backoff.ts";
import type { SendOutcome } from "../../core/notify-attempt.ts";
import type { Outbound, OutboundRequest } from "../../ports/outbound.ts";

/** An answer of a provider: its JSON, or why there is none as an outcome. */
export type CourierAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly json: { readonly [member: string]: unknown };
      readonly afterMs: number | null;
    }
  | { readonly ok: false; readonly outcome: SendOutcome };

const ANSWER_BYTES = 64 * 1_024;

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (bytes: Uint8Array): { readonly [member: string]: unknown } => {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
};

/** What a status of HTTP says when its body says nothing better; null: it was taken. */
export const statusOutcome = (status: number, afterMs: number | null): SendOutcome | null => {
  if (status >= 200 && status < 300) return null;
  const code = `HTTP ${status}`;
  if (status === 429 || status >= 500)
    return { kind: "refused", code, retry: "later", ...(afterMs === null ? {} : { afterMs }) };
  return { kind: "refused", code, retry: status === 401 || status === 403 ? "account" : "never" };
};

/**
 * Calls a provider through the one way out (SEC-OUT-01 to -03). What was cut off may have got through: its outcome is unknown.
 * A name that leads nowhere, a bad certificate or a forbidden address was never called.
 */
export const courierCall = async (
  outbound: Pick<Outbound, "post" | "get">,
  request: Omit<OutboundRequest, "body"> & { readonly body: string | Uint8Array | null },
): Promise<CourierAnswer> => {
  const { body, ...rest } = request;
  const whole = { ...rest, answerBytes: ANSWER_BYTES };
  const outcome = await (body === null ? outbound.get(whole) : outbound.post({ ...whole, body }));
  if (!outcome.ok) {
    const { error, isUnsent } = outcome;
    return isUnsent !== true && (error === "timeout" || error === "noConnection" || error === "stopped")
      ? { ok: false, outcome: { kind: "unknown", code: error } }
      : { ok: false, outcome: { kind: "refused", code: error, retry: "later" } };
  }
  const { status, body: bytes, retryAfter } = outcome.value;
  return { ok: true, status, json: parsed(bytes), afterMs: retryAfterMs(retryAfter, Date.now()) };
};

export const textOf = (json: { readonly [member: string]: unknown }, member: string): string => {
  const value = json[member];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};
export const objectOf = (
  json: { readonly [member: string]: unknown },
  member: string,
): { readonly [member: string]: unknown } => {
  const value = json[member];
  return isObject(value) ? value : {};
};
export const listOf = (value: unknown): readonly { readonly [member: string]: unknown }[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** What a text of JSON is; null: none. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
