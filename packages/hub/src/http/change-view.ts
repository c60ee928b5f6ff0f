import { sharedRecord } from "../core/shared-record.ts";
import type { Change, JsonObject } from "../ports/store.ts";

/** A change of the feed as the stream and the list of changes tell it. */
export const changeView = ({ kind, id, version, record }: Change, utcOffsetMinutes: number): JsonObject => ({
  kind,
  id,
  version,
  record: sharedRecord(record, utcOffsetMinutes),
});
