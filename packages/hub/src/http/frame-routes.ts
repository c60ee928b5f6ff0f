import { isRecordId } from "@dianan/model";
import { pageCursorText } from "./cursor.ts";
import { decodedAnswer, frameAnswer } from "./frame-answer.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { readCursor, readFilter, readLimit, readQuery, readTime } from "./query.ts";

const notFound = (): Problem => problem("not-found", "There is no frame with this id. 没有此 id 的报文。");

const list =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const query = readQuery(url, ["limit", "cursor", "from", "to", "deviceId", "protocol", "direction"]);
    if (!query.ok) return query.error;
    const limit = readLimit(query.value);
    if (!limit.ok) return limit.error;
    const after = readCursor(query.value, "frames");
    if (!after.ok) return after.error;
    const from = readTime(query.value, "from");
    if (!from.ok) return from.error;
    const to = readTime(query.value, "to");
    if (!to.ok) return to.error;
    const deviceId = readFilter(query.value, "deviceId");
    if (!deviceId.ok) return deviceId.error;
    const protocol = readFilter(query.value, "protocol");
    if (!protocol.ok) return protocol.error;
    const { direction = "up" } = query.value;
    if (direction !== "up" && direction !== "down")
      return invalid("/query/direction", "direction is up or down.", "direction 应为 up 或 down。");
    // What the hub sends follows from what it received, and is not kept.
    if (direction === "down") return json({ items: [], next: null });
    const page = await view.frames({
      deviceId: deviceId.value,
      protocol: protocol.value,
      from: from.value,
      to: to.value,
      after: after.value,
      limit: limit.value,
    });
    const items = page.items.map((frame) => frameAnswer(frame, deps.utcOffsetMinutes));
    if (page.next === null) return json({ items, next: null });
    const next = pageCursorText("frames", page.next);
    const more = new URL(url);
    more.searchParams.set("cursor", next);
    return json({ items, next }, 200, { Link: `<${more.pathname}${more.search}>; rel="next"` });
  };

/** Received frames (原始报文), whole and field by field (EF-N.2). */
export const frameRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/frames", handle: list(deps) },
  {
    method: "GET",
    path: "/api/v1/frames/{id}",
    handle: async ({ id, view }) => {
      const frame = isRecordId(id) ? await view.frame(id) : null;
      return frame === null ? notFound() : json(frameAnswer(frame, deps.utcOffsetMinutes));
    },
  },
  {
    method: "GET",
    path: "/api/v1/frames/{id}/decoded",
    handle: async ({ id, view }) => {
      if (!isRecordId(id)) return notFound();
      // Bytes that were refused have ids too, and are what one most wants to see.
      const frame = (await view.frame(id)) ?? (view.isWhole ? await deps.store.refusedFrame(view.tenant, id) : null);
      const decoded = frame === null ? null : decodedAnswer(frame, deps.utcOffsetMinutes);
      return decoded === null ? notFound() : json(decoded);
    },
  },
];
