import type { Instant } from "@dianan/model";
import { told, tryCommit } from "../ports/act.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { Files } from "../ports/files.ts";
import type { ImportRow, JobFault } from "../ports/transfer.ts";
import type { Write } from "../ports/write.ts";
import {
  changedMeanwhile,
  ended,
  type ImportBody,
  type ImportItem,
  type LiveProgress,
  notChecked,
  notStored,
} from "./import-item.ts";
import { type Scanned, scanTable } from "./import-scan.ts";
import { rowLine } from "./row-report.ts";
import { itemWrite, type TransferDeps } from "./transfer-deps.ts";

export const reportOf = (id: string): string => `${id}.rows`;

/** Lines that go to the disk together. */
const LINES_AT_ONCE = 1_000;

/** What an import does in the background. Neither rejects; a job that the closing hub ends leaves its item as it is. */
export type ImportJobs = {
  check(item: ImportItem, who: Caller, signal: AbortSignal): Promise<void>;
  store(item: ImportItem, who: Caller, at: Circumstance, signal: AbortSignal): Promise<void>;
};

export const createImportJobs = (deps: TransferDeps, files: Files, live: LiveProgress): ImportJobs => {
  const { shelf, store, clock } = deps;

  /** An import that is over no longer holds its spreadsheet. */
  const letGo = async ({ tenant, id, body }: ImportItem): Promise<void> => {
    const release = await files.release(tenant, body.fileId, `import:${id}`);
    if (release !== null) await tryCommit(deps, tenant, [release]);
  };

  const writeReport = async (tenant: string, id: string, rows: readonly ImportRow[]): Promise<void> => {
    const writer = await shelf.create(tenant, reportOf(id));
    try {
      for (let at = 0; at < rows.length; at += LINES_AT_ONCE)
        await writer.write(
          Buffer.from(
            rows
              .slice(at, at + LINES_AT_ONCE)
              .map(rowLine)
              .join(""),
          ),
        );
      await writer.finish();
    } catch (error) {
      await writer.abort();
      throw error;
    }
  };
  const save = (item: ImportItem, body: ImportBody, ifVersion = item.version): Write =>
    itemWrite("import", item.id, body, item.expiresAt, ifVersion);
  const scan = (item: ImportItem, who: Caller, signal: AbortSignal) => {
    const { kind, fileId, columns, sheet } = item.body;
    const more = { ...(columns === undefined ? {} : { columns }), ...(sheet === undefined ? {} : { sheet }) };
    return scanTable(deps, { who, kind, fileId, ...more }, signal, (done, total) => live.set(item.id, { done, total }));
  };
  const counted = (item: ImportItem, scanned: Scanned, error: JobFault | null): ImportBody => {
    const good = scanned.changes.length;
    return {
      ...item.body,
      rows: scanned.rows.length,
      good,
      bad: scanned.rows.length - good,
      ignoredColumns: scanned.ignored,
      progress: ended(item.body.progress, scanned.rows.length, clock(), error),
    };
  };
  /** Runs a job; what it throws is told in the log, and to whom it is for as `fault`. */
  const guarded = async (
    item: ImportItem,
    signal: AbortSignal,
    work: () => Promise<void>,
    fault: ImportBody["stage"],
    error: JobFault,
  ): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      if (signal.aborted) return;
      deps.log(`import ${item.id} failed 导入失败: ${cause instanceof Error ? cause.message : "?"}`);
      const body = { ...item.body, stage: fault, progress: ended(item.body.progress, item.body.rows, clock(), error) };
      await tryCommit(deps, item.tenant, [save(item, body)]).catch(() => {});
    } finally {
      live.delete(item.id);
    }
  };

  const check: ImportJobs["check"] = (item, who, signal) =>
    guarded(
      item,
      signal,
      async () => {
        const scanned = await scan(item, who, signal);
        if (scanned.ok) await writeReport(item.tenant, item.id, scanned.value.rows);
        const body: ImportBody = scanned.ok
          ? { ...counted(item, scanned.value, null), stage: "checked" }
          : { ...item.body, stage: "failed", progress: ended(item.body.progress, 0, clock(), scanned.error) };
        // Discarded meanwhile: nobody asks for it any more.
        if ((await tryCommit(deps, item.tenant, [save(item, body)])) === "conflict")
          await shelf.drop(item.tenant, reportOf(item.id));
        else if (!scanned.ok) await letGo(item);
      },
      "failed",
      notChecked,
    );

  const store_: ImportJobs["store"] = (item, who, at, signal) =>
    guarded(
      item,
      signal,
      async () => {
        const refuse = async (body: ImportBody, error: JobFault): Promise<void> => {
          await tryCommit(deps, item.tenant, [
            save(item, { ...body, stage: "failed", progress: ended(body.progress, body.rows, clock(), error) }),
            told(who, "import.store", `import:${item.id}`, "failed", { ...at, now: clock() }, error.code),
          ]);
          await letGo(item);
        };
        const scanned = await scan(item, who, signal);
        if (!scanned.ok) return refuse(item.body, scanned.error);
        const { rows, changes, known } = scanned.value;
        const body = counted(item, scanned.value, null);
        if (changes.length < rows.length) {
          await writeReport(item.tenant, item.id, rows);
          return refuse(body, changedMeanwhile);
        }
        const updated = changes.filter(({ id }) => known.has(id)).length;
        const stored: ImportBody = { ...body, stage: "stored", created: changes.length - updated, updated };
        const done = await (await deps.intakeOf(item.tenant)).applyWhole(changes, [
          save(item, stored),
          told(who, "import.store", `import:${item.id}`, "done", { ...at, now: clock() }, `${changes.length}`),
        ]);
        // A device was registered between the check and this moment.
        if (!done.isStored) return refuse(body, changedMeanwhile);
        const count = (status: string): number => done.results.filter((one) => one.status === status).length;
        const exact = { ...stored, created: count("created"), updated: count("updated") };
        await store.commit({ tenant: item.tenant, writes: [save(item, exact, item.version + 1)] });
        await letGo(item);
      },
      "checked",
      notStored,
    );
  return { check, store: store_ };
};

/** A job's item as it is once it runs. */
export const running = (body: ImportBody, stage: "checking" | "storing", now: Instant): ImportBody => ({
  ...body,
  stage,
  progress: { ...body.progress, state: "running", doneItems: 0, startedAt: now, finishedAt: null, error: null },
});
