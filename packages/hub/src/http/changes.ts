import type { Change, RecordKind } from "../ports/records.ts";
import { changeView } from "./change-view.ts";
import { feedCursorText } from "./cursor.ts";
import { feedPosition } from "./feed-position.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid } from "./problem.ts";
import { readLimit, readQuery } from "./query.ts";

const kindsShape = /^(operator|unit|device|component|alarm)(,(operator|unit|device|component|alarm)){0,4}$/;
/** Changes looked through for one answer: who sees little of a large tenant goes on from where this one ended. */
const LOOKED_AT_MAX = 5_000;
const FETCH_MAX = 500;

/** The change feed by cursor (EF-N.5, SH-6): the same log as the stream, for readers that cannot hold one. */
export const changeRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "GET",
    path: "/api/v1/changes",
    handle: async ({ url, view }) => {
      const query = readQuery(url, ["limit", "after", "kinds"]);
      if (!query.ok) return query.error;
      const limit = readLimit(query.value);
      if (!limit.ok) return limit.error;
      const { kinds: text } = query.value;
      if (text !== undefined && !kindsShape.test(text))
        return invalid(
          "/query/kinds",
          "kinds is a list such as unit,alarm of operator, unit, device, component, alarm.",
          "kinds 应为 operator、unit、device、component、alarm 中的若干项,以逗号分隔。",
        );
      const kinds = text?.split(",") as readonly RecordKind[] | undefined;
      const feed = await view.feed();
      const start = feedPosition(feed, query.value.after ?? null, feed.oldest - 1);
      if (!start.ok) return start.error;

      const items: Change[] = [];
      let position = start.value;
      for (let looked = 0; looked < LOOKED_AT_MAX && items.length < limit.value && position < feed.head; ) {
        const part = await view.changes(position, Math.min(FETCH_MAX, LOOKED_AT_MAX - looked));
        if (part.position === position) break;
        const fits = part.items.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
        const room = limit.value - items.length;
        items.push(...fits.slice(0, room));
        looked += part.position - position;
        // What did not fit is read again: the next answer begins after the last change of this one.
        position = fits.length > room ? (items.at(-1)?.position ?? position) : part.position;
      }
      return json({
        items: items.map((change) => changeView(change, deps)),
        feedCursor: feedCursorText({ epoch: feed.epoch, positions: [position] }),
        isMore: position < feed.head,
      });
    },
  },
];
