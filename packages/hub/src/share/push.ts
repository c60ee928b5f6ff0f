import { createHash } from "node:crypto";
import { signWebhook } from "@dianan/open-api";
import { pluralOf, type RecordKind } from "@dianan/sharing";
import { retryAfterMs } from "../core/backoff.ts";
import { urlBelow } from "../ports/mapped-request.ts";
import type { Outbound, OutboundFault } from "../ports/outbound.ts";
import { addressBelow, type Credentials, signingSecrets } from "./settings.ts";

/** A record on its way out. */
export type Parcel = {
  readonly id: string;
  readonly version: number;
  readonly json: string;
  readonly isTombstone: boolean;
};

/** Where a push goes and how it gets there. */
export type PushTarget = Credentials & {
  /** Id of the destination. */ readonly id: string;
  readonly url: string;
  readonly outbound: Outbound;
  /** Makes a request of the receiver's own form; absent: bulk upserts. Rejects when that cannot be worked out now. */
  readonly mapped?: (kind: RecordKind, parcels: readonly Parcel[]) => Promise<MappedPush>;
};

/** What a mapping made of records: a request, nothing, or why there is none. */
export type MappedPush =
  | {
      readonly kind: "request";
      /** Below the destination's address. */ readonly path: string;
      readonly headers: { readonly [name: string]: string };
      readonly body: string;
    }
  | { readonly kind: "skip" }
  | { readonly kind: "fault"; readonly reason: string };

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
export const webhookId = (
  destination: string,
  kind: RecordKind,
  parcels: readonly Parcel[],
  mapped: string | null = null,
): string => {
  const hash = createHash("sha256").update(`${destination}\n${kind}\n`);
  for (const parcel of parcels) hash.update(`${parcel.id} ${parcel.version} ${parcel.json}\n`);
  if (mapped !== null) hash.update(mapped);
  return `msg_${hash.digest("base64url").slice(0, 32)}`;
};

/** Reason without control characters, bounded: it is shown to people and stored. */
const reasonText = (text: string): string => text.replace(/[\p{Cc}\p{Surrogate}]+/gu, " ").slice(0, REASON_MAX);

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null;

const answerOf = (result: { readonly [member: string]: unknown }, { isTombstone }: Parcel): ParcelAnswer | null => {
  const { status, problem } = result;
  if (status === "created" || status === "updated" || status === "unchanged" || status === "parked")
    return { accepted: true };
  if (status !== "refused") return null;
  // What it never had it need not delete.
  if (isTombstone && isObject(problem) && problem.code === "not-found") return { accepted: true };
  const words = isObject(problem) ? [problem.code, problem.title].filter((one) => typeof one === "string") : [];
  return { accepted: false, reason: reasonText(words.join(": ") || "refused") };
};

/** The code of a problem document (RFC 9457, extended), where the answer is one: what the sender can act on. */
const problemCode = (body: Uint8Array): readonly string[] => {
  try {
    const { code } = JSON.parse(Buffer.from(body).toString("utf8")) as { readonly code?: unknown };
    return typeof code === "string" && /^[a-z][a-z0-9-]{1,39}$/.test(code) ? [code] : [];
  } catch {
    return [];
  }
};

/** The receiver's results in the order of the parcels, or null when the answer is not such a list. */
export const parseAnswer = (text: string, parcels: readonly Parcel[]): readonly ParcelAnswer[] | null => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  const results = isObject(body) ? body.results : null;
  if (!Array.isArray(results) || results.length !== parcels.length) return null;
  const answers: ParcelAnswer[] = [];
  for (const [index, result] of results.entries()) {
    const parcel = parcels[index];
    const answer =
      isObject(result) && parcel !== undefined && result.id === parcel.id ? answerOf(result, parcel) : null;
    if (answer === null) return null;
    answers.push(answer);
  }
  return answers;
};

/** Why there was no answer. */
const faultText: { readonly [F in OutboundFault]: string } = {
  addressForbidden: "the address must not be called",
  nameNotFound: "its name leads nowhere",
  noConnection: "no connection",
  tlsRefused: "its certificate is not good",
  timeout: `no answer within ${PUSH_TIMEOUT_MS / 1000} s`,
  stopped: "stopped",
};

/**
 * Sends one group of records (批量上报). Redirects are failures: records hold personal data and go to the address that was set up
 * and to no other (SEC-PII-05, SEC-OUT-02).
 *
 * @param stop - hangs up at once
 */
export const push = async (
  target: PushTarget,
  kind: RecordKind,
  parcels: readonly Parcel[],
  now: number,
  stop: AbortSignal,
): Promise<PushOutcome> => {
  const { id: destination, url, headers, outbound } = target;
  const mapped = target.mapped === undefined ? null : await target.mapped(kind, parcels);
  if (mapped?.kind === "fault") return { kind: "rejected", reason: reasonText(mapped.reason) };
  if (mapped?.kind === "skip") return { kind: "answered", answers: parcels.map(() => ({ accepted: true })) };
  const secrets = signingSecrets(target, now);
  const body = mapped?.body ?? `{"items":[${parcels.map(({ json }) => json).join(",")}]}`;
  const id = webhookId(destination, kind, parcels, mapped?.body);
  const signature =
    secrets.length === 0 ? { "webhook-id": id } : await signWebhook({ id, timestamp: now, body, secret: secrets });
  const outcome = await outbound.post({
    url: mapped === null ? addressBelow(url, pluralOf(kind)) : urlBelow(url, mapped.path),
    headers: { ...mapped?.headers, ...headers, "content-type": "application/json; charset=utf-8", ...signature },
    body,
    stop,
    deadlineMs: PUSH_TIMEOUT_MS,
    answerBytes: ANSWER_MAX,
  });
  if (!outcome.ok)
    return outcome.error === "stopped"
      ? { kind: "stopped" }
      : { kind: "failed", reason: faultText[outcome.error], retryAfterMs: null };
  const { status, retryAfter } = outcome.value;
  const reason = [`HTTP ${status}`, ...problemCode(outcome.value.body)].join(" ");
  if (status === 400 || status === 413 || status === 422) return { kind: "rejected", reason };
  if (status < 200 || status >= 300)
    return {
      kind: "failed",
      reason: status >= 300 && status < 400 ? `${reason}: redirects are not followed` : reason,
      retryAfterMs: retryAfterMs(retryAfter, now),
    };
  const said = parseAnswer(Buffer.from(outcome.value.body).toString("utf8"), parcels);
  // Who has a form of its own has answers of its own: that it took the request is the receipt of all that was in it.
  const answers = said ?? (mapped === null ? null : parcels.map(() => ({ accepted: true }) as const));
  return answers === null
    ? { kind: "failed", reason: `${reason}: no results in the answer`, retryAfterMs: null }
    : { kind: "answered", answers };
};
