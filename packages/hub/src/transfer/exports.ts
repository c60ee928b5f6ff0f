import type { Instant, TenantId } from "@dianan/model";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { JobLane } from "../ports/jobs.ts";
import type { Exports } from "../ports/transfer.ts";
import { columnsOfDataset } from "./export-columns.ts";
import { type ExportBody, type ExportItem, exportFaults, exportView, newExport } from "./export-item.ts";
import { runExport } from "./export-job.ts";
import type { FileEngine } from "./files.ts";
import { itemWrite, liveItem, type TransferDeps } from "./transfer-deps.ts";

/** How long an export and its file are kept. */
const KEPT_MS = 7 * 86_400_000;

/** Characters of the reason in an audit entry. */
const REASON_MAX = 500;

export type ExportEngine = Exports & {
  /** Tells what the hub's end broke off as failed: rights may have changed since it was asked for. */
  resume(tenant: TenantId): Promise<void>;
};

/** Exports of data as files (数据导出). */
export const createExports = (deps: TransferDeps, files: FileEngine, lane: JobLane): ExportEngine => {
  const { access, shelf, store } = deps;
  /** Rows so far of the jobs that run. */ const live = new Map<string, number>();
  const isUnderWay = ({ body }: ExportItem): boolean => body.progress.state === "queued";
  const viewOf = (item: ExportItem) => exportView(item, live.get(item.id));
  const itemOf = async (who: Caller, id: string, now: Instant): Promise<ExportItem | null> => {
    const item = (await liveItem(access, who.tenant, "export", id, now)) as ExportItem | null;
    return item?.body.actor === who.actor ? item : null;
  };
  const over = (body: ExportBody, state: "failed" | "cancelled"): ExportBody => ({
    ...body,
    progress: {
      ...body.progress,
      state,
      finishedAt: deps.clock(),
      error: state === "failed" ? exportFaults.interrupted : null,
    },
  });

  return {
    members: (dataset) => columnsOfDataset(dataset).map(({ member }) => member),
    add: async (who, draft, at) => {
      const id = deps.nextId();
      const body = newExport(who, draft, at.now);
      const expiresAt = (at.now + KEPT_MS) as Instant;
      // Words that somebody searched for may name a person (SEC-PII-06).
      const filter = JSON.stringify(draft.filter, (name, value) => (name === "q" ? "…" : value));
      const what = `${draft.dataset} ${draft.format} ${filter}${draft.isUnmasked ? " unmasked" : ""}`;
      await store.commit({
        tenant: who.tenant,
        writes: [
          itemWrite("export", id, body, expiresAt, 0),
          told(
            who,
            "export.create",
            `export:${id}`,
            "done",
            at,
            `${what} ${draft.purpose}`.trim().slice(0, REASON_MAX),
          ),
        ],
      });
      const item = { kind: "export", id, body, lookup: null, expiresAt, tenant: who.tenant, version: 1 } as unknown;
      lane.run(id, async (signal) => {
        live.set(id, 0);
        await runExport(deps, files, item as ExportItem, draft, who, at, signal, (rows) => live.set(id, rows));
        live.delete(id);
      });
      return viewOf(item as ExportItem);
    },
    list: async (who, now) =>
      ((await allOf(access, who.tenant, "export")) as readonly ExportItem[])
        .filter(({ body, expiresAt }) => (expiresAt ?? 0) > now && body.actor === who.actor)
        .map(viewOf)
        .reverse(),
    find: async (who, id, now) => {
      const item = await itemOf(who, id, now);
      return item === null ? null : viewOf(item);
    },
    cancel: async (who, id, at) => {
      // It may end while it is being cancelled: then there is a file to remove.
      for (;;) {
        const item = await itemOf(who, id, at.now);
        if (item === null) return "absent";
        const { fileId } = item.body;
        if (!isUnderWay(item) && fileId === null) return "done";
        const body = isUnderWay(item) ? over(item.body, "cancelled") : { ...item.body, fileId: null };
        const outcome = await tryCommit(deps, who.tenant, [
          itemWrite("export", id, body, item.expiresAt, item.version),
          ...(fileId === null ? [] : [{ kind: "dropItem", item: "file", id: fileId, must: false } as const]),
          told(who, "export.cancel", `export:${id}`, "done", at),
        ]);
        if (outcome === "conflict") continue;
        await lane.cancel(id);
        if (fileId !== null) await shelf.drop(who.tenant, fileId);
        return "done";
      }
    },
    open: async (who, id, at) => {
      const item = await itemOf(who, id, at.now);
      if (item === null) return "absent";
      if (isUnderWay(item)) return "not-ready";
      const file = item.body.fileId === null ? null : await files.openOwn(who, item.body.fileId, at.now);
      if (file === null) return "absent";
      await store.commit({ tenant: who.tenant, writes: [told(who, "export.download", `export:${id}`, "done", at)] });
      return file;
    },
    resume: async (tenant) => {
      for (const item of (await allOf(access, tenant, "export")) as readonly ExportItem[])
        if (isUnderWay(item))
          await tryCommit(deps, tenant, [
            itemWrite("export", item.id, over(item.body, "failed"), item.expiresAt, item.version),
          ]);
    },
  };
};
