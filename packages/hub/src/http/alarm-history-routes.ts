import type { Instant } from "@dianan/model";
import type { AlarmAct } from "../core/alarm-act.ts";
import { offsetTime } from "../core/offset-time.ts";
import type { AlarmEntryRow } from "../ports/alarm-reads.ts";
import type { Caller } from "../ports/caller.ts";
import type { Page, StoredRecord } from "../ports/records.ts";
import { doAct, noAlarm, seesAlarm } from "./alarm-acts.ts";
import { actorView, entryView } from "./alarm-view.ts";
import { pageCursorText } from "./cursor.ts";
import { frameAnswer } from "./frame-answer.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { isProblem, type Problem } from "./problem.ts";
import { LIMIT_MAX, readCursor, readLimit, readQuery } from "./query.ts";
import { readingView } from "./readings.ts";
import { readBody } from "./request-body.ts";

/** Readings are shown from this long before an alarm to this long after its last occurrence. */
const AROUND_MS = 15 * 60_000;
const READINGS_MAX = 500;
/** Behind every entry of a version. */
const LAST_PART = 999_999_999;

/** What happened to an alarm, and what it rests on (告警经过与证据), EF-4.1, EF-4.2. */
export const alarmHistoryRoutes = (deps: HttpDeps): readonly Route[] => {
  /** Does it, and answers with the entry that tells it; of what was so already with the one that told it then. */
  const entryOf = async (ask: Ask, act: AlarmAct): Promise<Response | Problem> => {
    const result = await doAct(deps, ask, act);
    if (isProblem(result)) return result;
    const entry =
      result.status === "unchanged"
        ? await entryBefore(ask, act)
        : (await ask.view.alarmEntries(ask.id, `${(result.version ?? 1) - 1}.${LAST_PART}`, 1)).items[0];
    if (entry === undefined) throw new Error("the entry of an act is not there");
    const place = `/api/v1/alarms/${encodeURIComponent(ask.id)}/timeline#${entry.id}`;
    return json(entryView(entry, deps, ask.caller), 201, { Location: place });
  };

  /** The entry by which a file was attached. */
  const entryBefore = async ({ id, view }: Ask, act: AlarmAct): Promise<AlarmEntryRow | undefined> => {
    let after: string | null = null;
    do {
      const page: Page<AlarmEntryRow> = await view.alarmEntries(id, after, LIMIT_MAX);
      const found = page.items.find(({ files }) => "fileId" in act && files.includes(act.fileId));
      if (found !== undefined) return found;
      after = page.next;
    } while (after !== null);
    return undefined;
  };

  /** An act that is answered with its entry. */
  const told = <T>(name: "comments" | "evidence", actFor: (body: T) => AlarmAct): Route => {
    const path = `/api/v1/alarms/{id}/${name}`;
    const handle: Handler = async (ask) => {
      if (!(await seesAlarm(ask, ask.id))) return noAlarm();
      const body = await readBody<T>(ask.request, "POST", path);
      return body.ok ? entryOf(ask, actFor(body.value)) : body.error;
    };
    return { method: "POST", path, handle };
  };

  /** Whoever may see an alarm may see what is attached to it, whoever brought it. */
  const filesOf = async ({ caller, circumstance }: Ask, { life }: StoredRecord) => {
    const whole = { ...(caller as Caller), scope: {} };
    const found = await Promise.all(
      (life?.files ?? []).map((id) => deps.transfer.files.find(whole, id, circumstance.now)),
    );
    const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
    return found.flatMap((file) => {
      if (file === null) return [];
      const { createdAt, expiresAt, createdBy } = file;
      const more = { createdAt: time(createdAt), expiresAt: time(expiresAt), createdBy: actorView(createdBy, caller) };
      return [{ ...file, ...more }];
    });
  };

  const readingsAround = async ({ view }: Ask, alarm: StoredRecord) => {
    const { deviceId, componentId, occurredAt, lastOccurredAt } = alarm.body;
    const first = Date.parse(String(occurredAt));
    const last = Date.parse(String(lastOccurredAt ?? occurredAt));
    if (Number.isNaN(first) || Number.isNaN(last) || typeof deviceId !== "string") return [];
    const range = { from: (first - AROUND_MS) as Instant, to: (last + AROUND_MS) as Instant };
    const page = await view.readings({ deviceId, ...range, after: null, limit: READINGS_MAX });
    const isMeant = (component: string | null): boolean => typeof componentId !== "string" || component === componentId;
    return page.items
      .flatMap((row) =>
        row.values
          .filter(({ component }) => isMeant(component))
          .map((one) => readingView(row, one, deps.utcOffsetMinutes)),
      )
      .slice(0, READINGS_MAX);
  };

  const frames = async ({ view }: Ask, { body }: StoredRecord) => {
    const frame = typeof body.evidence === "string" ? await view.frame(body.evidence) : null;
    return frame === null ? [] : [frameAnswer(frame, deps.utcOffsetMinutes)];
  };

  return [
    told<{ readonly text: string; readonly files?: readonly string[] }>("comments", ({ text, files = [] }) => ({
      ...{ kind: "comment", text, files },
    })),
    told<{ readonly fileId: string; readonly text?: string }>("evidence", ({ fileId, text = null }) => ({
      ...{ kind: "addEvidence", fileId, text },
    })),
    {
      method: "GET",
      path: "/api/v1/alarms/{id}/timeline",
      handle: async (ask) => {
        const { id, url, view, caller } = ask;
        if (!(await seesAlarm(ask, id))) return noAlarm();
        const query = readQuery(url, ["limit", "cursor"]);
        if (!query.ok) return query.error;
        const limit = readLimit(query.value);
        if (!limit.ok) return limit.error;
        const place = `alarm ${id} timeline`;
        const after = readCursor(query.value, place);
        if (!after.ok) return after.error;
        const page = await view.alarmEntries(id, after.value, limit.value);
        const next = page.next === null ? null : pageCursorText(place, page.next);
        const items = page.items.map((entry) => entryView(entry, deps, caller));
        if (next === null) return json({ items, next });
        const more = new URL(url);
        more.searchParams.set("cursor", next);
        return json({ items, next }, 200, { Link: `<${more.pathname}${more.search}>; rel="next"` });
      },
    },
    {
      method: "GET",
      path: "/api/v1/alarms/{id}/evidence",
      handle: async (ask) => {
        const alarm = (await seesAlarm(ask, ask.id)) ? await ask.view.record("alarm", ask.id) : null;
        if (alarm === null || alarm.deleted) return noAlarm();
        const query = readQuery(ask.url, []);
        if (!query.ok) return query.error;
        return json({
          frames: await frames(ask, alarm),
          readings: await readingsAround(ask, alarm),
          files: await filesOf(ask, alarm),
        });
      },
    },
  ];
};
