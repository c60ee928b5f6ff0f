import { noAlarm } from "./alarm-acts.ts";
import { groupsOf, shownGroup } from "./alarm-groups.ts";
import { recordView } from "./alarm-view.ts";
import { feedCursorOf, pageCursorText } from "./cursor.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { readPageAsk } from "./page-ask.ts";
import { linkTo } from "./query.ts";

/** Alarms that a storm has grouped (告警归并), EF-4.2. */
export const alarmMemberRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "GET",
    path: "/api/v1/alarms/{id}/members",
    handle: async ({ url, id, view, caller }) => {
      const alarm = await view.record("alarm", id);
      if (alarm === null || alarm.deleted) return noAlarm();
      const list = `alarm ${id} members`;
      const asked = readPageAsk(url, list, []);
      if (!asked.ok) return asked.error;
      const { after, limit } = asked.value;
      // Before the page: a change in between is then in the page, in the feed, or in both.
      const feed = await view.feed();
      const rootId = (await groupsOf(view, [alarm])).get(id)?.storedAs ?? id;
      const range = { updatedFrom: null, updatedTo: null, withDeleted: false };
      const page = await view.page({ kind: "alarm", where: { rootId }, after, limit, ...range });
      const members = page.items.filter((one) => one.id !== id);
      const groups = await groupsOf(view, members);
      const items = members.map((one) => recordView(deps, one, caller, shownGroup(groups.get(one.id))));
      const next = page.next === null ? null : pageCursorText(list, page.next);
      const more = next === null ? {} : { Link: linkTo(url, next) };
      return json({ items, next, feedCursor: feedCursorOf(feed) }, 200, more);
    },
  },
];
