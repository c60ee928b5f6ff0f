import type { Finding } from "../case.ts";
import { first, itemsOf, judgeStatus, membersOf, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";
import { openStream, type StreamEvent } from "./stream.ts";

const EVENTS = "/api/v1/events";
const CHANGES = "/api/v1/changes";
const NEEDS = { needs: ["events"] } as const;
/** A stream without a beat for so long is broken. */
const BEAT_MS = 15_000;

const FIRST_MS = 1_000;

const changesOf = (events: readonly StreamEvent[], ids: ReadonlySet<string>): readonly string[] =>
  events
    .filter(({ event, data }) => event === "change" && ids.has(String(data.id)))
    .map(({ data }) => `${String(data.id)}@${String(data.version)}`);

const told = (answer: string): Answer => ({
  status: 200,
  headers: new Headers(),
  body: null,
  text: answer,
  asked: { method: "GET", path: EVENTS },
});

/** Writes some operators, twice each. */
const write = async (
  seat: PlatformSeat,
  count: number,
): Promise<{ readonly ids: ReadonlySet<string>; readonly expected: readonly string[] }> => {
  const records = [];
  for (let i = 0; i < count; i += 1) records.push(await seat.record("operator"));
  const expected: string[] = [];
  for (const [version, name] of ["甲", "乙"].entries())
    for (const record of records) {
      await seat.need("operator", { ...record, name });
      expected.push(`${String(record.id)}@${version + 1}`);
    }
  return { ids: new Set(records.map(({ id }) => String(id))), expected };
};

const feedCursor = async (seat: PlatformSeat): Promise<string> =>
  String(membersOf(await seat.get("/api/v1/operators?limit=1")).feedCursor);

const same = (got: readonly string[], expected: readonly string[]): Finding | null =>
  got.join() === expected.join()
    ? null
    : wrong("lost-or-invented", `in this order, once each: ${expected.join(" ")}`, told(got.join(" ")));

/** Reads the log of changes to its end. */
const readChanges = async (seat: PlatformSeat, from: string, limit: number): Promise<readonly string[] | Finding> => {
  const got: string[] = [];
  for (let after = from, pages = 0; pages < 1_000; pages += 1) {
    const page = await seat.get(`${CHANGES}?limit=${limit}&after=${encodeURIComponent(after)}`);
    const bad = judgeStatus(page, 200);
    if (bad !== null) return bad;
    got.push(...itemsOf(page).map(({ id, version }) => `${String(id)}@${String(version)}`));
    const { feedCursor: next, isMore } = membersOf(page);
    if (typeof next !== "string" || isMore !== true) return got;
    after = next;
  }
  return got;
};

const badCursors = ["abc", "e30", "42", "%00", "a".repeat(600)];

/** Cases of changes as they happen and as they are read later (EF-N.5, SEC-API-13). */
export const feedCases: readonly PlatformCase[] = [
  takes(
    "events/change",
    "API-STREAM-01",
    ["变更到达数据流", "a change arrives in the stream with its record"],
    async (seat) => {
      const stream = await openStream(seat, {});
      try {
        if (stream.status !== 200) return wrong("refused", "200", told(String(stream.status)));
        // Some begin with a beat.
        await seat.until(() => (stream.events.length > 0 ? true : null), FIRST_MS);
        const record = await seat.record("operator");
        await seat.need("operator", record);
        const found = await seat.until(() => stream.events.find(({ data }) => data.id === record.id) ?? null);
        if (found === null)
          return wrong("missing", `a change of ${String(record.id)}`, told(JSON.stringify(stream.events.slice(-3))));
        const { record: shown } = found.data as { readonly record?: { readonly name?: unknown } };
        if (found.id === "") return wrong("missing", "an id", told(JSON.stringify(found)));
        return found.data.kind === "operator" && shown?.name === record.name
          ? null
          : wrong("wrong-value", "kind operator, the record", told(JSON.stringify(found)));
      } finally {
        stream.close();
      }
    },
    NEEDS,
  ),
  takes(
    "events/beat",
    "API-STREAM-01",
    ["数据流有心跳", "the stream beats"],
    async (seat) => {
      const stream = await openStream(seat, {});
      try {
        const beats = (): number => stream.events.filter(({ event }) => event === "beat").length;
        const found = await seat.until(() => (beats() >= 2 ? true : null), BEAT_MS);
        return found === null ? wrong("missing", `two beats within ${BEAT_MS} ms`, told(`${beats()} beats`)) : null;
      } finally {
        stream.close();
      }
    },
    { ...NEEDS, asks: "full" },
  ),
  takes(
    "events/after",
    "API-STREAM-02",
    ["自游标起重放", "what happened since a cursor is replayed in order"],
    async (seat) => {
      const after = await feedCursor(seat);
      const { ids, expected } = await write(seat, 4);
      const stream = await openStream(seat, { after });
      try {
        await seat.until(() => (changesOf(stream.events, ids).length >= expected.length ? true : null));
        return same(changesOf(stream.events, ids), expected);
      } finally {
        stream.close();
      }
    },
    NEEDS,
  ),
  takes(
    "events/resume",
    "API-STREAM-02",
    ["断开后从最后的 id 恢复", "a reader that resumes misses and repeats nothing"],
    async (seat) => {
      let last = await feedCursor(seat);
      const { ids, expected } = await write(seat, 5);
      const got: string[] = [];
      for (let breaks = 0; got.length < expected.length && breaks < expected.length + 2; breaks += 1) {
        const stream = await openStream(seat, { last });
        await seat.until(
          () =>
            changesOf(stream.events, ids).length >= 3 ||
            got.length + changesOf(stream.events, ids).length >= expected.length
              ? true
              : null,
          3_000,
        );
        stream.close();
        got.push(...changesOf(stream.events, ids));
        last = stream.events.filter(({ id }) => id !== "").at(-1)?.id ?? last;
      }
      return same(got, expected);
    },
    NEEDS,
  ),
  refuses(
    "events/resume-while-away",
    "API-STREAM-02",
    ["断开期间的变更不丢", "what happens while a reader is away is not lost"],
    async (seat) => {
      const stream = await openStream(seat, { after: await feedCursor(seat) });
      const before = await write(seat, 1);
      await seat.until(() => (changesOf(stream.events, before.ids).length >= 2 ? true : null));
      const last = stream.events.filter(({ id, event }) => id !== "" && event === "change").at(-1)?.id ?? "";
      stream.close();
      const { ids, expected } = await write(seat, 3);
      const again = await openStream(seat, { last });
      try {
        await seat.until(() => (changesOf(again.events, ids).length >= expected.length ? true : null));
        return same(changesOf(again.events, new Set([...ids, ...before.ids])), expected);
      } finally {
        again.close();
      }
    },
    NEEDS,
  ),
  ...badCursors.flatMap((text) => [
    refuses(
      `events/cursor-${text.slice(0, 6)}`,
      "API-STREAM-02",
      ["数据流拒绝无效游标", "the stream refuses what is no cursor"],
      async (seat) => judgeStatus(await seat.get(`${EVENTS}?after=${text}`), 410, 422),
      NEEDS,
    ),
    refuses(
      `changes/cursor-${text.slice(0, 6)}`,
      "API-FEED-01",
      ["变更日志拒绝无效游标", "the log refuses what is no cursor"],
      async (seat) => judgeStatus(await seat.get(`${CHANGES}?after=${text}`), 410, 422),
      NEEDS,
    ),
  ]),
  refuses(
    "events/last-event-id",
    "API-STREAM-02",
    ["拒绝无效的 Last-Event-ID", "a Last-Event-ID that is none is refused"],
    async (seat) => judgeStatus(await seat.get(EVENTS, { headers: { "last-event-id": "42" } }), 410, 422),
    NEEDS,
  ),
  refuses(
    "events/nobody",
    "API-STREAM-01",
    ["无凭证不得打开数据流", "nobody opens a stream without a credential"],
    async (seat) => judgeStatus(await seat.get(EVENTS, { key: null }), 401),
    NEEDS,
  ),
  ...[1, 3, 500].map((limit) =>
    takes(
      `changes/pages-${limit}`,
      "API-FEED-01",
      [`变更日志按序各一次(每页 ${limit})`, `every change once and in order, ${limit} a page`],
      async (seat) => {
        const from = await feedCursor(seat);
        const { ids, expected } = await write(seat, 4);
        const got = await readChanges(seat, from, limit);
        return "code" in got
          ? got
          : same(
              got.filter((one) => ids.has(one.split("@")[0] ?? "")),
              expected,
            );
      },
      NEEDS,
    ),
  ),
  takes(
    "changes/deleted",
    "API-FEED-01",
    ["删除出现在变更日志中", "a deletion is in the log"],
    async (seat) => {
      const from = await feedCursor(seat);
      const record = await seat.record("operator");
      await seat.need("operator", record);
      await seat.ask("DELETE", `/api/v1/operators/${String(record.id)}`);
      const page = await seat.get(`${CHANGES}?limit=500&after=${encodeURIComponent(from)}`);
      const mine = itemsOf(page).filter(({ id }) => id === record.id);
      const { deleted } = (mine.at(-1)?.record ?? {}) as { readonly deleted?: unknown };
      return mine.length === 2 && deleted === true
        ? null
        : wrong("missing", "two changes, the second a mark of deletion", page);
    },
    { ...NEEDS, asks: "full" },
  ),
  refuses(
    "changes/persons",
    "API-PERSON-01",
    ["变更中的电话脱敏", "phones are not in full in streams and the log"],
    async (seat) => {
      const from = await feedCursor(seat);
      const phone = "0595-85601234";
      const record = await seat.record("operator", { contactPhone: phone });
      await seat.need("operator", record);
      const page = await seat.get(`${CHANGES}?limit=500&after=${encodeURIComponent(from)}`);
      const stream = await openStream(seat, { after: from });
      const event = await seat.until(() => stream.events.find(({ data }) => data.id === record.id) ?? null);
      stream.close();
      if (event === null) return wrong("missing", "the change", told(JSON.stringify(stream.events)));
      return first(
        page.text.includes(phone) ? wrong("accepted", "the phone masked", page) : null,
        JSON.stringify(event).includes(phone)
          ? wrong("accepted", "the phone masked", told(JSON.stringify(event)))
          : null,
      );
    },
    { ...NEEDS, asks: "full" },
  ),
  refuses(
    "changes/unknown-kind",
    "API-FEED-01",
    ["变更日志拒绝未知类别", "the log refuses a kind that there is not"],
    async (seat) => judgeStatus(await seat.get(`${CHANGES}?kinds=building`), 400, 422),
    NEEDS,
  ),
];
