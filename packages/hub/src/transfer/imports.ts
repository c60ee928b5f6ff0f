import type { Instant, TenantId } from "@dianan/model";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { Files } from "../ports/files.ts";
import type { JobLane } from "../ports/jobs.ts";
import type { Imports } from "../ports/transfer.ts";
import {
  callerBehind,
  ended,
  type ImportItem,
  importView,
  interrupted,
  type LiveProgress,
  newImport,
} from "./import-item.ts";
import { createImportJobs, reportOf, running } from "./import-jobs.ts";
import { readRows } from "./row-report.ts";
import { itemWrite, liveItem, type TransferDeps } from "./transfer-deps.ts";

/** How long an import is kept, with its report and its spreadsheet. */
const KEPT_MS = 30 * 86_400_000;
/** Others may refer to the same file at the same time. */
const ATTEMPTS_MAX = 5;
const tables: readonly string[] = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"];

export type ImportEngine = Imports & {
  /** Goes on with what was under way when the hub ended. */ resume(tenant: TenantId): Promise<void>;
};

/** Imports of registers from spreadsheets (表格导入). */
export const createImports = (deps: TransferDeps, files: Files, lane: JobLane): ImportEngine => {
  const { access, shelf } = deps;
  const live: LiveProgress = new Map();
  const jobs = createImportJobs(deps, files, live);
  const itemOf = async (who: Caller, id: string, now: Instant): Promise<ImportItem | null> => {
    const item = (await liveItem(access, who.tenant, "import", id, now)) as ImportItem | null;
    if (item === null) return null;
    return item.body.who.actor === who.actor || deps.sightOf(who).isWhole ? item : null;
  };
  const begin = (item: ImportItem, who: Caller): void => lane.run(item.id, (signal) => jobs.check(item, who, signal));

  return {
    add: async (who, draft, at) => {
      const { kind, columns, sheet } = draft;
      const more = { ...(columns === undefined ? {} : { columns }), ...(sheet === undefined ? {} : { sheet }) };
      const id = deps.nextId();
      const expiresAt = (at.now + KEPT_MS) as Instant;
      for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
        const file = await files.find(who, draft.fileId, at.now);
        if (file === null) return "no-file";
        if (!tables.includes(file.mediaType)) return "no-table";
        const refer = await files.refer(who.tenant, file.id, `import:${id}`, expiresAt);
        if (refer === null) return "no-file";
        const body = running(newImport(who, kind, file, more, at.now), "checking", at.now);
        const made = await tryCommit(deps, who.tenant, [
          itemWrite("import", id, body, expiresAt, 0),
          refer,
          told(who, "import.create", `import:${id}`, "done", at, `${kind} file:${file.id}`),
        ]);
        if (made === "conflict") continue;
        const item: ImportItem = {
          ...{ kind: "import", id, body, lookup: null, expiresAt, tenant: who.tenant, version: 1 },
        } as ImportItem;
        begin(item, who);
        return importView(item, live);
      }
      return "no-file";
    },
    list: async (who, now) => {
      const all = (await allOf(access, who.tenant, "import")) as readonly ImportItem[];
      const { isWhole } = deps.sightOf(who);
      return all
        .filter(({ body, expiresAt }) => (expiresAt ?? 0) > now && (isWhole || body.who.actor === who.actor))
        .map((item) => importView(item, live))
        .reverse();
    },
    find: async (who, id, now) => {
      const item = await itemOf(who, id, now);
      return item === null ? null : importView(item, live);
    },
    rows: async (who, id, query, now) => {
      const item = await itemOf(who, id, now);
      if (item === null) return null;
      return (await readRows(shelf.pathOf(who.tenant, reportOf(id)), query)) ?? "bad-position";
    },
    commit: async (who, id, at) => {
      const item = await itemOf(who, id, at.now);
      if (item === null) return "absent";
      const { stage, bad } = item.body;
      if (stage === "storing" || stage === "stored") return importView(item, live);
      if (stage !== "checked") return "wrong-state";
      if (bad > 0) return "has-bad-rows";
      const body = running(item.body, "storing", at.now);
      const outcome = await tryCommit(deps, who.tenant, [
        itemWrite("import", id, body, item.expiresAt, item.version),
        told(who, "import.commit", `import:${id}`, "done", at),
      ]);
      if (outcome === "conflict") return "wrong-state";
      const storing = { ...item, body, version: item.version + 1 };
      lane.run(id, (signal) => jobs.store(storing, who, at, signal));
      return importView(storing, live);
    },
    discard: async (who, id, at) => {
      const item = await itemOf(who, id, at.now);
      if (item === null) return "absent";
      const { stage, fileId, progress } = item.body;
      if (stage === "discarded") return "done";
      if (stage === "storing" || stage === "stored") return "wrong-state";
      const body = {
        ...item.body,
        stage: "discarded",
        progress: stage === "checking" ? { ...progress, state: "cancelled", finishedAt: at.now } : progress,
      };
      const release = await files.release(who.tenant, fileId, `import:${id}`);
      const outcome = await tryCommit(deps, who.tenant, [
        itemWrite("import", id, body, item.expiresAt, item.version),
        ...(release === null ? [] : [release]),
        told(who, "import.discard", `import:${id}`, "done", at),
      ]);
      if (outcome === "conflict") return "wrong-state";
      await lane.cancel(id);
      await shelf.drop(who.tenant, reportOf(id));
      return "done";
    },
    resume: async (tenant) => {
      for (const item of (await allOf(access, tenant, "import")) as readonly ImportItem[]) {
        if (item.body.stage === "checking") begin(item, callerBehind(item));
        if (item.body.stage !== "storing") continue;
        const progress = ended(item.body.progress, item.body.rows, deps.clock(), interrupted);
        const body = { ...item.body, stage: "checked", progress };
        await tryCommit(deps, tenant, [itemWrite("import", item.id, body, item.expiresAt, item.version)]);
      }
    },
  };
};
