import { isRecordId } from "@dianan/model";
import { decodedAnswer, frameAnswer } from "./frame-answer.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { invalid, type Problem, problem } from "./problem.ts";

const notFound = (): Problem => problem("not-found", "There is no frame with this id. 没有此 id 的报文。");

const list =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const asked = readPageAsk(url, "frames", ["deviceId", "protocol"], ["direction"]);
    if (!asked.ok) return asked.error;
    const direction = url.searchParams.get("direction") ?? "up";
    if (direction !== "up" && direction !== "down")
      return invalid("/query/direction", "direction is up or down.", "direction 应为 up 或 down。");
    // What the hub sends follows from what it received, and is not kept.
    if (direction === "down") return json({ items: [], next: null });
    const page = await view.frames(asked.value);
    const items = page.items.map((frame) => frameAnswer(frame, deps.utcOffsetMinutes));
    return pageAnswer(url, "frames", items, page.next);
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
