import type { TenantId } from "@dianan/model";
import { type Caller, viewerFor } from "../ports/caller.ts";
import type { OpenFile } from "../ports/files.ts";
import type { ReportFormat, ReportSight } from "../ports/reports.ts";
import type { ReportDeps } from "./report-deps.ts";
import { type ReportItem, reportView } from "./report-item.ts";

/** Who sees which report, and its files. */
export const createReportAccess = ({ access, shelf, sightOf, utcOffsetMinutes }: ReportDeps) => {
  const sightFor = (who: Caller, isUnmasked: boolean): ReportSight => sightOf(viewerFor(who, isUnmasked));
  /** Whether a report is of what a scope holds. */
  const isOf = async (sight: ReportSight, { body }: ReportItem): Promise<boolean> =>
    sight.isWhole || (body.unitId !== null && (await sight.record("unit", body.unitId)) !== null);

  return {
    sightFor,
    isOf,
    find: async (tenant: TenantId, id: string): Promise<ReportItem | null> =>
      (await access.item(tenant, "report", id)) as ReportItem | null,
    /** Null: it is not there, or not for them. */
    seen: async (who: Caller, item: ReportItem | null): Promise<ReportItem | null> => {
      if (item === null || item.body.actor === who.actor) return item;
      // Contacts in full are for who asked for them.
      if (item.body.isUnmasked) return null;
      return (await isOf(sightFor(who, false), item)) ? item : null;
    },
    /** Null: it has no file of this format. */
    file: (item: ReportItem, format: ReportFormat): OpenFile | null => {
      const file = item.body.files[format];
      if (file === undefined) return null;
      const { number, title, createdAt } = item.body;
      return {
        view: {
          ...{ id: item.id, bytes: file.bytes, sha256: file.sha256, createdAt, expiresAt: null },
          ...{ name: `${number} ${title}.${format}`, createdBy: reportView(item, utcOffsetMinutes).createdBy },
          mediaType:
            format === "pdf" ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        },
        stream: (start, end) => shelf.stream(item.tenant, file.name, start, end),
      };
    },
  };
};
export type ReportAccess = ReturnType<typeof createReportAccess>;
