import { offsetTime } from "../core/offset-time.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Sheet } from "../ports/registry.ts";
import { type Ask, json } from "./http-deps.ts";
import { changedSince, readPrecondition, tagged, tagOf, versionNeeded } from "./precondition.ts";
import type { Problem } from "./problem.ts";

/**
 * The version that a sheet must have for a change: that of If-Match, 0 where there is none yet.
 *
 * @returns 412 when it is another, 428 when one is there and the caller does not say that it read it
 */
export const sheetVersion = ({ request }: Ask, found: Pick<Sheet, "version"> | null): number | Problem => {
  const condition = readPrecondition(request.headers);
  if (!condition.ok) return condition.error;
  switch (condition.value.kind) {
    case "none":
      return found === null ? 0 : versionNeeded();
    case "absent":
      return found === null ? 0 : changedSince();
    case "present":
      return found === null ? changedSince() : found.version;
    case "version":
      // The ETag of what is not written yet.
      if (found === null && request.headers.get("if-match")?.trim() === tagOf(0)) return 0;
      return found?.version === condition.value.version ? found.version : changedSince();
  }
};

/** What a change came to: the sheet as `shown` makes it, or 412 when somebody else was faster. */
export const sheetChanged = (outcome: Sheet | "conflict", shown: (sheet: Sheet) => unknown): Response | Problem =>
  outcome === "conflict" ? changedSince() : json(shown(outcome), 200, { ETag: tagOf(outcome.version) });

/** A sheet that is read. */
export const sheetRead = ({ request, view }: Ask, sheet: Sheet, shown: (sheet: Sheet) => unknown): Response =>
  tagged(request, tagOf(sheet.version), () => shown(sheet), view.isPersonal ? "no-store" : "no-cache");

/** A sheet's own members with its version and time. */
export const withMeta = ({ version, updatedAt }: Sheet, body: JsonObject, utcOffsetMinutes: number): JsonObject => ({
  ...body,
  version,
  updatedAt: offsetTime(updatedAt, utcOffsetMinutes),
});
