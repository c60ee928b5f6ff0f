import { pluralOf, type RecordKind, type Result } from "@dianan/sharing";
import { backoffMs } from "../core/backoff.ts";
import type { LinkedParty } from "../ports/connections.ts";
import type { Outbound } from "../ports/outbound.ts";
import type { JsonObject } from "../ports/records.ts";

const LIMIT = 200;
const DEADLINE_MS = 15_000;
const ANSWER_MAX = 8 * 1024 * 1024;
/** Waits of 0, 1, 2 s between them; what fails for longer is tried again at the next period. */
const ATTEMPTS = 4;

/** Where a platform serves a kind; null: it does not. */
export const baseOfSender = ({ endpoints }: Pick<LinkedParty, "endpoints">, kind: RecordKind): string | null =>
  endpoints.find(({ module, role }) => module === pluralOf(kind) && role === "sender")?.url ?? null;

export type PullPage = { readonly items: readonly JsonObject[]; readonly next: string | null };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const pageOf = (bytes: Uint8Array): PullPage | null => {
  try {
    const body: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!isObject(body) || !Array.isArray(body.items) || body.items.length > 500 || !body.items.every(isObject))
      return null;
    const next = body.next ?? null;
    return next === null || (typeof next === "string" && next.length <= 4096) ? { items: body.items, next } : null;
  } catch {
    return null;
  }
};

/**
 * Reads lists of another platform, changes and tombstones from a time on, page by page; its answers are checked like anybody's.
 *
 * @param base - address of the list
 * @returns a page, or why there is none, in words for people
 */
export const createPullPages =
  (outbound: Pick<Outbound, "get">, base: string, sleep: (ms: number) => Promise<void>, stop: AbortSignal) =>
  async (kind: RecordKind, from: number, cursor: string | null): Promise<Result<PullPage, string>> => {
    const url = new URL(base);
    url.searchParams.set("limit", String(LIMIT));
    // Without a time there are no tombstones, and at first there is nothing that they could end.
    if (from > 0) url.searchParams.set("updatedFrom", new Date(from).toISOString());
    if (cursor !== null) url.searchParams.set("cursor", cursor);
    let why = "";
    for (let fails = 0; fails < ATTEMPTS && !stop.aborted; fails += 1) {
      if (fails > 0) await sleep(backoffMs(fails, Math.random()));
      const answer = await outbound.get({
        ...{ url: url.href, headers: { accept: "application/json" }, stop },
        ...{ deadlineMs: DEADLINE_MS, answerBytes: ANSWER_MAX },
      });
      if (!answer.ok) {
        why = `${kind}: no answer 对方无应答 (${answer.error})`;
        continue;
      }
      const { status, body } = answer.value;
      if (status === 200) {
        const page = pageOf(body);
        return page === null
          ? { ok: false, error: `${kind}: the answer is no list 应答不是列表` }
          : { ok: true, value: page };
      }
      why = `${kind}: HTTP ${status}${status === 403 ? ": our token there has no right to read 我方令牌无读取权限" : ""}`;
      if (status !== 429 && status < 500) break;
    }
    return { ok: false, error: why };
  };
