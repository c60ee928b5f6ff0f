import { isRecordId } from "@dianan/model";
import { pluralOf, type RecordKind, type Result } from "@dianan/sharing";
import { backoffMs, retryAfterMs } from "../core/backoff.ts";
import type { OutboundOutcome } from "../ports/outbound.ts";
import type { JobFault } from "../ports/reconciliation.ts";
import { recordDigest } from "../ports/record-digest.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Side } from "./compare.ts";
import type { PushTarget } from "./push.ts";
import { addressBelow } from "./settings.ts";

/** A record as the other side says it has it. */
export type PeerRow = Side & { /** Milliseconds; null when it does not say. */ readonly updatedAt: number | null };
export type PeerPage = { readonly rows: readonly PeerRow[]; readonly next: string | null };

/** Reads the other side, whose answers are checked like anybody's (SEC-OUT-06). */
export type PeerRecords = {
  /** A page of digests along the ids; null: it has no digests. */
  digests(kind: RecordKind, cursor: string | null): Promise<Result<PeerPage | null, JobFault>>;
  /** A page of whole records in no order, digests made here. */
  pages(kind: RecordKind, cursor: string | null): Promise<Result<PeerPage, JobFault>>;
  /** Null: it has no such record. */
  record(kind: RecordKind, id: string): Promise<Result<JsonObject | null, JobFault>>;
};

const DIGESTS_LIMIT = 500;
const PAGE_LIMIT = 200;
const DEADLINE_MS = 15_000;
const ANSWER_MAX = 8 * 1024 * 1024;
/** Waits of 0, 1, 2, 4, 8, 15, 30 s between them: a receiver that restarts is waited for. */
const ATTEMPTS = 8;
const RETRY_AFTER_MAX_MS = 60_000;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const fault = (code: string, en: string, zh: string): { readonly ok: false; readonly error: JobFault } => ({
  ok: false,
  error: { code, words: { en, zh } },
});

const badAnswer = () => fault("bad-answer", "The other side answers with something else.", "对方应答内容不符。");

const timeOf = (value: unknown): number | null => {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};

const digestRowOf = (item: unknown): PeerRow | null => {
  if (!isObject(item) || typeof item.id !== "string" || !isRecordId(item.id)) return null;
  if (typeof item.digest !== "string" || !/^[0-9a-f]{64}$/.test(item.digest)) return null;
  return {
    id: item.id,
    digest: item.digest,
    deleted: item.deleted === true,
    updatedAt: timeOf(item.updatedAt),
  };
};

const recordRowOf = (item: unknown): PeerRow | null => {
  if (!isObject(item) || typeof item.id !== "string" || !isRecordId(item.id)) return null;
  const deleted = item.deleted === true;
  return {
    id: item.id,
    digest: recordDigest({ id: item.id, body: item, deleted }),
    deleted,
    updatedAt: timeOf(item.updatedAt),
  };
};

const pageOf = (body: unknown, rowOf: (item: unknown) => PeerRow | null): PeerPage | null => {
  if (!isObject(body) || !Array.isArray(body.items) || body.items.length > DIGESTS_LIMIT) return null;
  const rows: PeerRow[] = [];
  for (const item of body.items) {
    const row = rowOf(item);
    if (row === null) return null;
    rows.push(row);
  }
  const next = body.next ?? null;
  return next === null || typeof next === "string" ? { rows, next } : null;
};

type Answer = { readonly status: number; readonly body: unknown };

/**
 * @param sleep - waits that many milliseconds, or less when `stop` says so
 * @param stop - hangs up at once
 */
export const createPeerRecords = (
  { url, headers, outbound }: Pick<PushTarget, "url" | "headers" | "outbound">,
  sleep: (ms: number) => Promise<void>,
  stop: AbortSignal,
): PeerRecords => {
  const isWorthAgain = (outcome: OutboundOutcome): boolean =>
    outcome.ok
      ? outcome.value.status === 429 || outcome.value.status >= 500
      : ["noConnection", "timeout", "nameNotFound"].includes(outcome.error);

  const ask = async (path: string, query: { readonly [name: string]: string }): Promise<Result<Answer, JobFault>> => {
    const address = new URL(addressBelow(url, path));
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    let outcome: OutboundOutcome | null = null;
    for (let fails = 0; fails < ATTEMPTS; fails += 1) {
      if (fails > 0) {
        const asked = outcome?.ok === true ? retryAfterMs(outcome.value.retryAfter, Date.now()) : null;
        await sleep(Math.max(backoffMs(fails, Math.random()), Math.min(asked ?? 0, RETRY_AFTER_MAX_MS)));
      }
      const answer = await outbound.get({
        url: address.href,
        headers: { ...headers, accept: "application/json" },
        deadlineMs: DEADLINE_MS,
        answerBytes: ANSWER_MAX,
        stop,
      });
      outcome = answer;
      if (stop.aborted || !isWorthAgain(answer)) break;
    }
    if (outcome === null || !outcome.ok)
      return fault("peer-unreachable", "The other side does not answer.", "对方平台无应答。");
    const { status, body } = outcome.value;
    if (status === 401 || status === 403)
      return fault(
        "peer-forbids",
        `The other side does not let us read: HTTP ${status}; the credential in headers needs records:read.`,
        `对方不允许读取:HTTP ${status};headers 中的凭证需有 records:read 权限。`,
      );
    if (status === 429 || status >= 500)
      return fault("peer-unreachable", `The other side answers HTTP ${status}.`, `对方应答 HTTP ${status}。`);
    try {
      return { ok: true, value: { status, body: JSON.parse(Buffer.from(body).toString("utf8")) } };
    } catch {
      return { ok: true, value: { status, body: null } };
    }
  };

  const page = async (
    path: string,
    query: { readonly [name: string]: string },
    rowOf: (item: unknown) => PeerRow | null,
  ): Promise<Result<PeerPage | "none", JobFault>> => {
    const answer = await ask(path, query);
    if (!answer.ok) return answer;
    if ([404, 405, 501].includes(answer.value.status)) return { ok: true, value: "none" };
    const found = answer.value.status === 200 ? pageOf(answer.value.body, rowOf) : null;
    return found === null ? badAnswer() : { ok: true, value: found };
  };

  const withCursor = (cursor: string | null): { readonly cursor?: string } => (cursor === null ? {} : { cursor });

  return {
    digests: async (kind, cursor) => {
      const query = { kind, limit: String(DIGESTS_LIMIT), ...withCursor(cursor) };
      const found = await page("sharing-digests", query, digestRowOf);
      if (!found.ok) return found;
      if (found.value === "none") return { ok: true, value: null };
      const { rows } = found.value;
      const isInOrder = rows.every(({ id }, n) => n === 0 || (rows[n - 1]?.id ?? "") < id);
      return isInOrder ? { ok: true, value: found.value } : badAnswer();
    },
    pages: async (kind, cursor) => {
      const found = await page(pluralOf(kind), { limit: String(PAGE_LIMIT), ...withCursor(cursor) }, recordRowOf);
      if (!found.ok) return found;
      return found.value === "none" ? badAnswer() : { ok: true, value: found.value };
    },
    record: async (kind, id) => {
      const answer = await ask(`${pluralOf(kind)}/${encodeURIComponent(id)}`, {});
      if (!answer.ok) return answer;
      const { status, body } = answer.value;
      if (status === 404 || status === 410) return { ok: true, value: null };
      return status === 200 && isObject(body) && body.id === id ? { ok: true, value: body } : badAnswer();
    },
  };
};
