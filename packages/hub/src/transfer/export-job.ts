import type { Instant } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import { told, tryCommit } from "../ports/act.ts";
import { type Caller, type Circumstance, viewerFor } from "../ports/caller.ts";
import { StoreError } from "../ports/store-error.ts";
import type { ExportDraft } from "../ports/transfer.ts";
import { columnsOfDataset, type ExportRow } from "./export-columns.ts";
import { encoded } from "./export-encode.ts";
import { type ExportBody, ExportEnd, type ExportItem, exportFaults, mediaTypes } from "./export-item.ts";
import { exportRows } from "./export-rows.ts";
import type { FileEngine } from "./files.ts";
import { itemWrite, type TransferDeps } from "./transfer-deps.ts";

export const EXPORT_ROWS_MAX = 1_000_000;
/** Records with persons in one export in full. */
export const PERSONS_MAX = 1_000;
const BYTES_MAX = 1024 ** 3;

const fileName = ({ dataset, format }: ExportBody, at: number, utcOffsetMinutes: number): string => {
  const time = offsetTime(at, utcOffsetMinutes).slice(0, 16).replaceAll(/[-:]/g, "").replace("T", "-");
  return `${dataset}-${time}.${format}`;
};

/** What the file says of itself: what is in it, as of when, for whom. */
const aboutOf = (item: ExportItem, rows: number, utcOffsetMinutes: number): readonly (readonly [string, string])[] => {
  const { dataset, filter, isUnmasked, purpose, by, createdAt } = item.body;
  const isZh = item.body.language === "zh";
  const lines: readonly (readonly [zh: string, en: string, value: string])[] = [
    ["数据集", "dataset", dataset],
    ["筛选条件", "filter", JSON.stringify(filter)],
    ["行数", "rows", String(rows)],
    ["导出人", "by", by],
    ["时间", "time", offsetTime(createdAt, utcOffsetMinutes)],
    ["个人信息", "persons", isUnmasked ? (isZh ? "完整" : "in full") : isZh ? "已脱敏" : "masked"],
    ["用途", "purpose", purpose],
    ["导出编号", "export", item.id],
  ];
  return lines.filter(([, , value]) => value !== "").map(([zh, en, value]) => [isZh ? zh : en, value]);
};

/**
 * Writes an export's file. Never rejects; a job that the closing hub or a cancellation ends leaves its item as it is.
 *
 * @param progress - told how many rows are written
 */
export const runExport = async (
  deps: TransferDeps,
  files: FileEngine,
  item: ExportItem,
  draft: ExportDraft,
  who: Caller,
  at: Circumstance,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<void> => {
  const { shelf, utcOffsetMinutes, clock } = deps;
  const startedAt = clock();
  let rows = 0;
  let persons = 0;

  const tellOf = async (names: readonly string[]): Promise<void> => {
    if (!draft.isUnmasked || names.length === 0) return;
    persons += names.length;
    if (persons > PERSONS_MAX) throw new ExportEnd("too-many-persons");
    // Before they are in the file: whoever is in it stands in the audit log (SEC-PII-04).
    const writes = names.map((name) =>
      told(
        who,
        "personalData.export",
        name,
        "done",
        { ...at, now: clock() },
        `export:${item.id} ${draft.purpose}`.slice(0, 500),
      ),
    );
    await deps.store.commit({ tenant: item.tenant, writes });
  };
  async function* batches(): AsyncGenerator<readonly ExportRow[]> {
    const sight = deps.sightOf(viewerFor(who, draft.isUnmasked));
    for await (const batch of exportRows(draft.source, item.tenant, sight, deps, utcOffsetMinutes)) {
      if (signal.aborted) throw new ExportEnd("interrupted");
      rows += batch.rows.length;
      if (rows > EXPORT_ROWS_MAX) throw new ExportEnd("too-many-rows");
      await tellOf(batch.persons);
      progress(rows);
      yield batch.rows;
    }
  }
  const all = columnsOfDataset(draft.dataset);
  const columns =
    draft.columns === null
      ? all
      : draft.columns.flatMap((member) => all.find((column) => column.member === member) ?? []);
  const { format, language } = draft;
  const about = () => aboutOf(item, rows, utcOffsetMinutes);
  const ended = (body: Partial<ExportBody>, error: keyof typeof exportFaults | null): ExportBody => ({
    ...item.body,
    progress: {
      state: error === null ? "done" : "failed",
      doneItems: rows,
      totalItems: rows,
      startedAt,
      finishedAt: clock(),
      error: error === null ? null : exportFaults[error],
    },
    ...body,
  });

  const fileId = deps.nextId();
  let writer: Awaited<ReturnType<typeof shelf.create>> | null = null;
  try {
    writer = await shelf.create(item.tenant, fileId);
    let size = 0;
    for await (const piece of encoded({ format, columns, language, utcOffsetMinutes, about }, batches())) {
      size += piece.length;
      if (size > BYTES_MAX) throw new ExportEnd("too-large");
      if (signal.aborted) throw new ExportEnd("interrupted");
      await writer.write(piece);
    }
    const written = await writer.finish();
    const name = fileName(item.body, item.body.createdAt, utcOffsetMinutes);
    const made = { id: fileId, name, mediaType: mediaTypes[format], ...written, usedBy: `export:${item.id}` };
    const outcome = await tryCommit(deps, item.tenant, [
      itemWrite("export", item.id, ended({ rows, fileId }, null), item.expiresAt, item.version),
      files.made(who, made, clock(), item.expiresAt as Instant),
      told(who, "export.finish", `export:${item.id}`, "done", { ...at, now: clock() }, `${rows}`),
    ]);
    // Cancelled at the last moment.
    if (outcome === "conflict") await shelf.drop(item.tenant, fileId);
  } catch (error) {
    await writer?.abort();
    await shelf.drop(item.tenant, fileId).catch(() => {});
    if (signal.aborted) return;
    const fault = faultOf(error);
    if (fault === "failed")
      deps.log(`export ${item.id} failed 导出失败: ${error instanceof Error ? error.message : "?"}`);
    await tryCommit(deps, item.tenant, [
      itemWrite("export", item.id, ended({}, fault), item.expiresAt, item.version),
      told(who, "export.finish", `export:${item.id}`, "failed", { ...at, now: clock() }, fault),
    ]).catch(() => {});
  }
};

const faultOf = (error: unknown): keyof typeof exportFaults => {
  if (error instanceof ExportEnd) return error.fault;
  const isFull =
    (error instanceof StoreError && error.code === "full") || (error as { code?: unknown }).code === "ENOSPC";
  return isFull ? "no-space" : "failed";
};
