import { setTimeout as delay } from "node:timers/promises";
import type { Instant, TenantId } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";
import type { Difference, JobFault } from "../ports/reconciliation.ts";
import { StoreError } from "../ports/store-error.ts";
import { pairsUpTo } from "./compare.ts";
import type { Couriers } from "./couriers.ts";
import { type DestinationItem, destinationItem } from "./destination-item.ts";
import { createPeerRecords, type PeerRecords } from "./peer-records.ts";
import { createPeerRows } from "./peer-rows.ts";
import { judgePairs, type OwnRow, ownRows } from "./reconcile-chunk.ts";
import {
  differenceWrite,
  type Place,
  type ReconciliationBody,
  type ReconciliationItem,
  reconciliationItem,
  reconciliationWrite,
} from "./reconciliation-item.ts";
import type { SharingDeps } from "./sharing-deps.ts";

/** Our records read at once. */
const PAGE = 500;
/** Progress is durable at least this often: compared records, differences found. */
const COMPARED_MAX = 2_000;
const FOUND_MAX = 200;
/** Records of one comparison whose members are looked at, each a request to the other side. */
const LOOKS_MAX = 1_000;

const gone: JobFault = {
  code: "destination-gone",
  words: { en: "The destination was removed or moved meanwhile.", zh: "共享目的地已删除或更换地址。" },
};

/** What is found but not yet written, over the last durable state. */
type Progress = {
  item: ReconciliationItem;
  differences: Difference[];
  compared: number;
};

/**
 * Runs one comparison from where it stands to its end (对账任务). Where it is, is durable with what was found up to there, so that
 * after a crash it goes on without naming anything twice.
 *
 * @param stop - ends at the next step, to be gone on with later
 */
export const runReconciliation = async (
  deps: SharingDeps,
  couriers: Pick<Couriers, "targetOf">,
  tenant: TenantId,
  id: string,
  stop: AbortSignal,
): Promise<void> => {
  const { access, store, clock } = deps;
  const found = await reconciliationItem(access, tenant, id);
  if (found === null || found.body.state === "done" || found.body.state === "failed") return;
  const progress: Progress = { item: found, differences: [], compared: 0 };

  const save = async (change: Partial<ReconciliationBody>): Promise<void> => {
    const { item, differences } = progress;
    const before: ReconciliationBody = item.body;
    const of = (what: Difference["difference"]): number =>
      differences.filter(({ difference }) => difference === what).length;
    const place = { ...before.place, ...change.place, found: before.place.found + differences.length };
    const body: ReconciliationBody = {
      ...before,
      ...change,
      missingThere: before.missingThere + of("missingThere"),
      missingHere: before.missingHere + of("missingHere"),
      different: before.different + of("different"),
      place,
    };
    const writes = differences.map((one, n) => differenceWrite(id, before.place.found + n, one, before));
    await store.commit({ tenant, writes: [reconciliationWrite(id, body, item.version), ...writes] });
    progress.item = { ...item, version: item.version + 1, body: body as ReconciliationItem["body"] };
    progress.differences = [];
    progress.compared = 0;
  };
  const fail = (error: JobFault): Promise<void> => save({ state: "failed", finishedAt: clock(), error });

  const destinationNow = async (): Promise<DestinationItem | null> =>
    destinationItem(access, tenant, found.body.destinationId);

  /** Compares one kind to its end. Null: stopped. */
  const compareKind = async (
    kind: RecordKind,
    destination: DestinationItem,
    peer: PeerRecords,
  ): Promise<JobFault | "done" | null> => {
    const { place, startedAt, updatedFrom, updatedTo } = progress.item.body;
    const theirs = createPeerRows(peer, kind, place.after, place.cursor);
    let ours: readonly OwnRow[] = [];
    let readTo = place.after;
    let isWhole = false;
    let { owed, doneItems } = progress.item.body;
    let { looked } = place;
    for (;;) {
      if (ours.length === 0 && !isWhole) {
        const query = { kind, after: readTo, limit: PAGE, updatedFrom: null, updatedTo: null };
        const records = await store.inOrder(tenant, query);
        ours = await ownRows(deps, tenant, destination, records);
        readTo = ours.at(-1)?.id ?? readTo;
        isWhole = records.length < PAGE;
      }
      const filled = await theirs.fill();
      if (stop.aborted) return null;
      if (!filled.ok) return filled.error;
      const ends = [isWhole ? null : readTo, theirs.isWhole ? null : (theirs.rows.at(-1)?.id ?? null)];
      const bound = ends.reduce((a, b) => (a === null ? b : b === null ? a : a < b ? a : b), null);
      const scope = {
        ...{ tenant, destination, kind, updatedFrom, updatedTo, peer },
        startedAt: startedAt ?? clock(),
        looksLeft: LOOKS_MAX - looked,
      };
      const pairs = pairsUpTo(ours, theirs.rows, bound);
      const judged = await judgePairs(deps, scope, pairs);
      if (stop.aborted) return null;
      const own = pairs.filter(({ here }) => here !== null).length;
      ours = ours.slice(own);
      owed += judged.owed;
      looked += judged.looked;
      doneItems += own;
      progress.differences.push(...judged.differences);
      progress.compared += pairs.length;
      if (bound === null) {
        const next: Place = { ...place, kind: place.kind + 1, after: "", cursor: null, looked };
        await save({ owed, doneItems, place: next });
        return "done";
      }
      theirs.dropTo(bound);
      if (progress.compared < COMPARED_MAX && progress.differences.length < FOUND_MAX) continue;
      await save({ owed, doneItems, place: { ...place, after: bound, cursor: theirs.cursor, looked } });
      const now = await destinationNow();
      if (now === null || now.body.url !== destination.body.url) return gone;
    }
  };

  const begin = async (kinds: readonly RecordKind[]): Promise<void> => {
    const figures = await store.figures(tenant);
    const totalItems = kinds.reduce((sum, kind) => sum + Number(figures[`${kind}Rows`] ?? 0), 0);
    await save({ state: "running", startedAt: clock() as Instant, totalItems });
  };

  try {
    const { kinds } = found.body;
    if (found.body.state === "queued") await begin(kinds);
    const destination = await destinationNow();
    if (destination === null) return await fail(gone);
    const sleep = (ms: number): Promise<void> => delay(ms, undefined, { signal: stop }).catch(() => {});
    const peer = createPeerRecords(couriers.targetOf(destination), sleep, stop);
    for (let kind = kinds[progress.item.body.place.kind]; kind !== undefined; ) {
      const outcome = await compareKind(kind, destination, peer);
      if (outcome === null) return;
      if (outcome !== "done") return await fail(outcome);
      kind = kinds[progress.item.body.place.kind];
    }
    await save({ state: "done", finishedAt: clock() });
  } catch (error) {
    if (stop.aborted) return;
    // Removed meanwhile, or the hub closes.
    if (error instanceof StoreError && (error.code === "conflict" || error.code === "closed")) return;
    deps.log(`reconciliation ${id} failed 对账失败: ${error instanceof Error ? error.message : "?"}`);
    await fail({
      code: "internal",
      words: { en: "Something failed; see the hub's log.", zh: "内部错误,请查看日志。" },
    });
  }
};
