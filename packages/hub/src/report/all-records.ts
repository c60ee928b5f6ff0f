import type { Instant } from "@dianan/model";
import type { PageQuery, StoredRecord } from "../ports/records.ts";
import type { ReportSight } from "../ports/reports.ts";

const PAGE_MAX = 500;

/** Every record that is seen, page by page. */
export async function* allRecords(
  sight: Pick<ReportSight, "page">,
  kind: PageQuery["kind"],
  more: Partial<Pick<PageQuery, "where" | "regionCode" | "occurredFrom" | "occurredTo">> = {},
): AsyncGenerator<StoredRecord> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<ReportSight["page"]>> = await sight.page({
      ...{ kind, after, limit: PAGE_MAX, where: {}, updatedFrom: null, updatedTo: null, withDeleted: false },
      ...more,
    });
    yield* page.items;
    after = page.next;
  } while (after !== null);
}

/** A member that is a text; empty: it is none. */
export const textIn = (body: StoredRecord["body"], member: string): string => {
  const value = body[member];
  return typeof value === "string" ? value : "";
};

/** A time that a record says. */
export const timeIn = (body: StoredRecord["body"], member: string): Instant | null => {
  const at = Date.parse(textIn(body, member));
  return Number.isNaN(at) ? null : (at as Instant);
};
