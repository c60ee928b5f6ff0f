import { type components, createClient } from "@dianan/open-api";
import type { AlarmRecord, AlarmRow } from "../live/alarm-row.ts";
import type { DeviceRecord, UnitRecord } from "../live/directory.ts";
import type { Refusal } from "../live/link.ts";
import { wordsOf } from "./problem-words.ts";

export type FrameEvidence = components["schemas"]["FrameEvidence"];
export type ComponentRecord = components["schemas"]["Component"];
export type Unclaimed = components["schemas"]["Unclaimed"];
/** One's own account and what it may do (本人账号). */
export type Account = components["schemas"]["Account"];

/** What the page starts from: the lists, and the place in the feed from which to follow them. */
export type Snapshot = Lists & { readonly cursor: string };
export type Lists = {
  readonly alarms: readonly AlarmRow[];
  readonly devices: readonly DeviceRecord[];
  readonly units: readonly UnitRecord[];
};
/** How a snapshot is taken in while it is read. */
export type Reading = {
  /** Makes a row as soon as its page is there: a hundred thousand records are never there at once. */
  readonly rowOf: (record: AlarmRecord) => AlarmRow;
  /** Where the alarms are many: the top of the list with all devices and units, before the rest is read. */
  readonly early: (lists: Lists) => void;
};

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** The open API as the console uses it. Every call ends within {@link TIMEOUT_MS} and none rejects. */
export type HubApi = {
  /** `records`: without alarms, for who has none. */ snapshot(
    part: "all" | "records",
    reading: Reading,
  ): Promise<Answer<Snapshot>>;
  unclaimed(): Promise<Answer<readonly Unclaimed[]>>;
  frame(id: string): Promise<Answer<FrameEvidence>>;
  component(id: string): Promise<Answer<ComponentRecord>>;
  componentsOf(deviceId: string): Promise<Answer<{ items: readonly ComponentRecord[]; isMore: boolean }>>;
  /** What the device's ack means; null: it has said nothing since the hub's start. */ ackOf(
    deviceId: string,
  ): Promise<Answer<"stored" | "atBroker" | "atPlatform" | null>>;
  /** Refused with 403 where the session is a key's or a display's: they are nobody's account. */ account(): Promise<
    Answer<Account>
  >;
  signIn(credential: { readonly key: string } | { readonly code: string }): Promise<Answer<null>>;
  signOut(): Promise<Answer<null>>;
};

/** Milliseconds: on a bad network an answer that takes longer is none. */
export const TIMEOUT_MS = 8_000;
const PAGE = 500;
const openStages = ["unacknowledged", "acknowledged", "rectified"] as const;

const noAnswer: Refusal = { status: 0, title: { zh: "没有应答", en: "No answer" }, requestId: null };

export type Reply<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

const refusalOf = (status: number, problem: unknown): Refusal => {
  const { title, titleZh, requestId, code, detail, errors } = (problem ?? {}) as Partial<
    components["schemas"]["Problem"]
  >;
  const plain = `HTTP ${status}`;
  return {
    status,
    title: { zh: titleZh ?? title ?? plain, en: title ?? plain },
    requestId: requestId ?? null,
    code: code ?? "",
    ...(detail === undefined ? {} : { detail: wordsOf(detail) }),
    findings: (errors ?? []).map(({ message, path, clause }) => ({
      ...{ ...message, path },
      ...(clause === undefined ? {} : { clause }),
    })),
  };
};

export const answer = async <T>(
  call: (signal: AbortSignal) => Promise<Reply<T>>,
  timeoutMs: number = TIMEOUT_MS,
): Promise<Answer<T>> => {
  try {
    const { data, error, response } = await call(AbortSignal.timeout(timeoutMs));
    if (response.status === 204) return { ok: true, value: null as T };
    if (data !== undefined) return { ok: true, value: data };
    return { ok: false, error: refusalOf(response.status, error) };
  } catch {
    return { ok: false, error: noAnswer };
  }
};

type Page<R> = { readonly items: readonly R[]; readonly next: string | null; readonly feedCursor: string };
type Query = { limit: number; cursor?: string };

type Read<R> = (query: Query, signal: AbortSignal) => Promise<Reply<Page<R>>>;
const pageOf = <R>(read: Read<R>, cursor: string | null): Promise<Answer<Page<R>>> =>
  answer((signal) => read({ limit: PAGE, ...(cursor === null ? {} : { cursor }) }, signal));

/** Reads all pages of a list, from its start or after a page that is there, and makes something of each item. */
const allOf = async <R, T>(read: Read<R>, make: (item: R) => T, first?: Page<R>): Promise<Answer<readonly T[]>> => {
  const items: T[] = (first?.items ?? []).map(make);
  let next = first === undefined ? "" : first.next;
  while (next !== null) {
    const page: Answer<Page<R>> = await pageOf(read, next === "" ? null : next);
    if (!page.ok) return page;
    for (const item of page.value.items) items.push(make(item));
    next = page.value.next;
  }
  return { ok: true, value: items };
};
const allPages = <R>(read: Read<R>, first?: Page<R>): Promise<Answer<readonly R[]>> =>
  allOf(read, (item) => item, first);

/** In the order of the list: what stands at its top is of the first of these that has any. */
const urgentFirst = ["alarm", "warning", "fault", "offline"] as const;
/** Page by page, each of the class after it, until there is a page full or no class is left. */
const topOf = async (of: (name: string) => Read<AlarmRecord>): Promise<Answer<readonly AlarmRecord[]>> => {
  const items: AlarmRecord[] = [];
  for (const name of urgentFirst) {
    const page = await pageOf(of(name), null);
    if (!page.ok) return page;
    items.push(...page.value.items);
    if (items.length >= PAGE || page.value.next !== null) break;
  }
  return { ok: true, value: items };
};

export const createHubApi = (baseUrl: string): HubApi => {
  // The page has its own patience: it says what failed and when it tries again.
  const client = createClient({ baseUrl, retry: false });
  return {
    snapshot: async (part, { rowOf, early }) => {
      const readDevices: Read<DeviceRecord> = (query, signal) =>
        client.GET("/api/v1/devices", { params: { query }, signal });
      const readUnits: Read<UnitRecord> = (query, signal) => client.GET("/api/v1/units", { params: { query }, signal });
      if (part === "records") {
        const start = await pageOf(readDevices, null);
        if (!start.ok) return start;
        const [all, places] = await Promise.all([allPages(readDevices, start.value), allPages(readUnits)]);
        if (!all.ok) return all;
        if (!places.ok) return places;
        const { feedCursor } = start.value;
        return { ok: true, value: { cursor: feedCursor, alarms: [], devices: all.value, units: places.value } };
      }
      const raised: Read<AlarmRecord> = (query, signal) =>
        client.GET("/api/v1/alarms", { params: { query: { ...query, state: "raised" } }, signal });
      // The place in the feed is that of the first page of all, so that no change beside what is read after it is missed.
      const first = await pageOf(raised, null);
      if (!first.ok) return first;
      // Gone, and yet not closed: somebody still has to say what was done (EF-5.3).
      const unclosed = (stage: (typeof openStages)[number]) =>
        allOf(
          (query, signal) =>
            client.GET("/api/v1/alarms", { params: { query: { ...query, state: "cleared", stage } }, signal }),
          rowOf,
        );
      // More than a page: whoever opens the list has its top before the rest, which is in no order that a person needs.
      const top =
        first.value.next === null
          ? null
          : topOf((name) => (query, signal) => {
              const asked = { ...query, class: name, stage: "unacknowledged" } as const;
              return client.GET("/api/v1/alarms", { params: { query: asked }, signal });
            });
      const [head, devices, units] = await Promise.all([top, allPages(readDevices), allPages(readUnits)]);
      if (head?.ok === false) return head;
      if (!devices.ok) return devices;
      if (!units.ok) return units;
      if (head !== null) early({ alarms: head.value.map(rowOf), devices: devices.value, units: units.value });
      const [standing, ...rests] = await Promise.all([allOf(raised, rowOf, first.value), ...openStages.map(unclosed)]);
      if (!standing.ok) return standing;
      const alarms = [...standing.value];
      for (const rest of rests) {
        if (!rest.ok) return rest;
        alarms.push(...rest.value);
      }
      const cursor = first.value.feedCursor;
      return { ok: true, value: { cursor, alarms, devices: devices.value, units: units.value } };
    },
    unclaimed: async () => {
      const list = await answer((signal) => client.GET("/api/v1/unclaimed", { signal }));
      return list.ok ? { ok: true, value: list.value.items } : list;
    },
    frame: (id) => answer((signal) => client.GET("/api/v1/frames/{id}", { params: { path: { id } }, signal })),
    component: (id) => answer((signal) => client.GET("/api/v1/components/{id}", { params: { path: { id } }, signal })),
    componentsOf: async (deviceId) => {
      const page = await answer((signal) =>
        client.GET("/api/v1/components", { params: { query: { deviceId, limit: PAGE } }, signal }),
      );
      return page.ok ? { ok: true, value: { items: page.value.items, isMore: page.value.next !== null } } : page;
    },
    ackOf: async (id) => {
      const way = await answer((signal) =>
        client.GET("/api/v1/devices/{id}/way", { params: { path: { id } }, signal }),
      );
      return way.ok ? { ok: true, value: way.value.ack } : way;
    },
    account: () => answer((signal) => client.GET("/api/v1/me", { signal })),
    signIn: (body) =>
      answer<null>((signal) => client.POST("/api/v1/session", { body, signal }) as Promise<Reply<null>>),
    signOut: () => answer<null>((signal) => client.DELETE("/api/v1/session", { signal }) as Promise<Reply<null>>),
  };
};
