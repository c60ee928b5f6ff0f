import type { Change, JsonObject } from "../ports/records.ts";
import { recordView } from "./alarm-view.ts";
import type { HttpDeps } from "./http-deps.ts";

/** A change of the feed as the stream and the list of changes tell it. */
export const changeView = (
  { kind, id, version, record }: Change,
  words: Pick<HttpDeps, "clock" | "utcOffsetMinutes">,
): JsonObject => ({ kind, id, version, record: recordView(words, record, null) });
