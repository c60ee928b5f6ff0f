import { createHash } from "node:crypto";
import { signWebhook } from "@dianan/open-api";
import { pluralOf, type RecordKind } from "@dianan/sharing";
import type { CityConfig } from "../config.ts";
import { retryAfterMs } from "../core/backoff.ts";
import { kindUrl } from "./destination.ts";

/** A record on its way out. */
export type Parcel = { readonly id: string; readonly version: number; readonly json: string };

/** What the receiver said of one record. */
export type ParcelAnswer = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };

/** What became of one push. */
export type PushOutcome =
  | { readonly kind: "answered"; readonly answers: readonly ParcelAnswer[] }
  /** The content was refused as a whole: a smaller push may tell which record is at fault. */
  | { readonly kind: "rejected"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string; readonly retryAfterMs: number | null }
  /** We hung up ourselves, because the hub closes. */
  | { readonly kind: "stopped" };

/** From the first byte to the last of the answer. */
export const PUSH_TIMEOUT_MS = 15_000;
/** Longest answer that is read: 500 results with their findings. Bytes. */
const ANSWER_MAX = 1024 * 1024;
/** Longest reason that is kept of what a receiver says. Characters. */
const REASON_MAX = 200;

/** The same content has the same id, over retries and restarts: the receiver's key against doing things twice. */
export const webhookId = (destination: string, kind: RecordKind, parcels: readonly Parcel[]): string => {
  const hash = createHash("sha256").update(`${destination}\n${kind}\n`);
  for (const { id, version } of parcels) hash.update(`${id} ${version}\n`);
  return `msg_${hash.digest("base64url").slice(0, 32)}`;
};

/** Reason without control characters, bounded: it is shown to people and stored. */
const reasonText = (text: string): string => text.replace(/[\p{Cc}\p{Surrogate}]+/gu, " ").slice(0, REASON_MAX);

const readBounded = async (response: Response): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > ANSWER_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
};

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null;

const answerOf = (result: { readonly [member: string]: unknown }): ParcelAnswer | null => {
  const { status, problem } = result;
  if (status === "created" || status === "updated" || status === "unchanged" || status === "parked")
    return { accepted: true };
  if (status !== "refused") return null;
  const words = isObject(problem) ? [problem.code, problem.title].filter((one) => typeof one === "string") : [];
  return { accepted: false, reason: reasonText(words.join(": ") || "refused") };
};

/** The receiver's results in the order of the parcels, or null when the answer is not such a list. */
export const parseAnswer = (text: string | null, parcels: readonly Parcel[]): readonly ParcelAnswer[] | null => {
  let body: unknown;
  try {
    body = JSON.parse(text ?? "");
  } catch {
    return null;
  }
  const results = isObject(body) ? body.results : null;
  if (!Array.isArray(results) || results.length !== parcels.length) return null;
  const answers: ParcelAnswer[] = [];
  for (const [index, result] of results.entries()) {
    const answer = isObject(result) && result.id === parcels[index]?.id ? answerOf(result) : null;
    if (answer === null) return null;
    answers.push(answer);
  }
  return answers;
};

/** Why there was no answer: the system's code, never a message that could repeat a header or an address. */
const networkReason = (error: unknown): string => {
  if (!(error instanceof Error)) return "network";
  if (error.name === "TimeoutError") return `no answer within ${PUSH_TIMEOUT_MS / 1000} s`;
  const cause = error.cause;
  return isObject(cause) && typeof cause.code === "string" ? reasonText(cause.code) : "network";
};

/**
 * Sends one group of records (批量上报). Redirects are failures: records hold personal data and go to the configured city only
 * (SEC-PII-05, SEC-OUT-02).
 *
 * @param stop - hangs up at once
 */
export const push = async (
  city: CityConfig,
  destination: string,
  kind: RecordKind,
  parcels: readonly Parcel[],
  now: number,
  stop: AbortSignal,
): Promise<PushOutcome> => {
  const body = `{"items":[${parcels.map(({ json }) => json).join(",")}]}`;
  const id = webhookId(destination, kind, parcels);
  try {
    const signature =
      city.secret === null
        ? { "webhook-id": id }
        : await signWebhook({ id, timestamp: now, body, secret: city.secret });
    const response = await fetch(kindUrl(city.url, pluralOf(kind)), {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.any([stop, AbortSignal.timeout(PUSH_TIMEOUT_MS)]),
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        ...signature,
        ...(city.key === null ? {} : { Authorization: `Bearer ${city.key}` }),
      },
      body,
    });
    if (!response.ok) {
      await response.body?.cancel();
      const reason = `HTTP ${response.status}`;
      if (response.status === 400 || response.status === 413 || response.status === 422)
        return { kind: "rejected", reason };
      return {
        kind: "failed",
        reason: response.status >= 300 && response.status < 400 ? `${reason}: redirects are not followed` : reason,
        retryAfterMs: retryAfterMs(response.headers.get("retry-after"), now),
      };
    }
    const answers = parseAnswer(await readBounded(response), parcels);
    return answers === null
      ? { kind: "failed", reason: `HTTP ${response.status}: no results in the answer`, retryAfterMs: null }
      : { kind: "answered", answers };
  } catch (error) {
    return stop.aborted ? { kind: "stopped" } : { kind: "failed", reason: networkReason(error), retryAfterMs: null };
  }
};
