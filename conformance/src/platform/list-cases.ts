import { pluralOf, type RecordKind, recordKinds } from "@dianan/sharing";
import fc from "fast-check";
import type { Finding } from "../case.ts";
import { onInputs } from "../codec/generated.ts";
import type { SharedRecord } from "../share/delivery.ts";
import { itemsOf, judgeStatus, judgeTaken, membersOf, wrong } from "./answers.ts";
import { live, type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

const PAGES_MAX = 2_000;
const MANY = 7;

type Listed = { readonly ids: readonly string[]; readonly pages: readonly Answer[] };

/** Reads a list to its end. @param query - `deviceId=…` and the like */
const readAll = async (seat: PlatformSeat, plural: string, query: string, limit: number): Promise<Listed | Finding> => {
  const pages: Answer[] = [];
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const after = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await seat.get(`/api/v1/${plural}?${query}&limit=${limit}${after}`);
    const bad = judgeStatus(page, 200);
    if (bad !== null) return bad;
    const { next } = membersOf(page);
    const items = itemsOf(page);
    if (items.length > limit) return wrong("broken-rule", `at most ${limit} items`, page);
    if (next !== null && typeof next !== "string") return wrong("malformed-reply", "`next`: a cursor or null", page);
    const isLinked = /rel="?next"?/.test(page.headers.get("link") ?? "");
    if (isLinked !== (next !== null))
      return wrong("broken-rule", 'Link rel="next" while there is a next page, and only then', page);
    ids.push(...items.map(({ id }) => String(id)));
    pages.push(page);
    cursor = next;
    if (pages.length > PAGES_MAX) return wrong("broken-rule", "an end", page);
  }
  return { ids, pages };
};

/** Some of a kind under a parent of their own, so that nothing else is in the list. */
const some = async (seat: PlatformSeat, kind: RecordKind, count = MANY) => {
  const parent =
    kind === "unit"
      ? await seat.record("operator")
      : kind === "device"
        ? await seat.record("unit")
        : await seat.record("device");
  await seat.need(kind === "unit" ? "operator" : kind === "device" ? "unit" : "device", parent);
  const member = kind === "unit" ? "operatorId" : kind === "device" ? "unitId" : "deviceId";
  const base = await seat.record(kind, {
    [member]: parent.id,
    ...(kind === "component" || kind === "alarm" ? { componentId: undefined } : {}),
  });
  const items = Array.from({ length: count }, (): SharedRecord => ({ ...base, id: seat.id() }));
  // Those that may be one alarm are not: each of a component of its own.
  await seat.need(kind, ...items);
  return {
    query: `${member}=${encodeURIComponent(String(parent.id))}`,
    items,
    ids: items.map(({ id }) => String(id)).sort(),
  };
};

const isFinding = (value: Listed | Finding): value is Finding => "code" in value;
const listed: readonly RecordKind[] = ["unit", "device", "component", "alarm"];

const paging = listed.flatMap((kind) => [
  takes(
    `lists/${kind}/pages`,
    "API-PAGE-01",
    [`${kind} 逐页读取不缺不重`, `pages of ${kind}s skip and repeat nothing`],
    async (seat, context) => {
      const { query, ids } = await some(seat, kind);
      return onInputs(live(context), fc.integer({ min: 1, max: MANY + 1 }), async (limit) => {
        const all = await readAll(seat, pluralOf(kind), query, limit);
        if (isFinding(all)) return all;
        const got = [...all.ids].sort();
        return JSON.stringify(got) === JSON.stringify(ids)
          ? null
          : wrong(
              "lost-or-invented",
              `each of ${ids.length} once, at limit ${limit}: ${ids.join(" ")}`,
              all.pages.at(-1) as Answer,
              all.pages.map(({ asked }) => asked),
            );
      });
    },
    { kind: "generated" },
  ),
  takes(
    `lists/${kind}/while-writing`,
    "API-PAGE-02",
    [`翻页时写入:原有的不缺不重`, `what was there is read once while more is written (${kind})`],
    async (seat) => {
      const { query, ids, items } = await some(seat, kind);
      const got: string[] = [];
      for (let cursor = "", page: Answer; ; ) {
        page = await seat.get(`/api/v1/${pluralOf(kind)}?${query}&limit=2${cursor}`);
        const bad = judgeStatus(page, 200);
        if (bad !== null) return bad;
        got.push(...itemsOf(page).map(({ id }) => String(id)));
        await seat.need(kind, { ...(items[0] as SharedRecord), id: seat.id() });
        const { next } = membersOf(page);
        if (typeof next !== "string" || got.length > 100) {
          const missing = ids.find((id) => got.filter((one) => one === id).length !== 1);
          return missing === undefined ? null : wrong("lost-or-invented", `${missing} once`, page);
        }
        cursor = `&cursor=${encodeURIComponent(next)}`;
      }
    },
    { asks: "full" },
  ),
  takes(
    `lists/${kind}/agree`,
    "API-LIST-01",
    [`${kind} 列表与单条一致`, `a list of ${kind}s agrees with each by its id`],
    async (seat) => {
      const { query } = await some(seat, kind, 3);
      const page = await seat.get(`/api/v1/${pluralOf(kind)}?${query}`);
      for (const item of itemsOf(page)) {
        const one = await seat.get(`/api/v1/${pluralOf(kind)}/${encodeURIComponent(String(item.id))}`);
        if (JSON.stringify(item) !== one.text && !sameRecord(item, membersOf(one)))
          return wrong("wrong-value", `as in the list: ${JSON.stringify(item).slice(0, 400)}`, one, [page.asked]);
      }
      return itemsOf(page).length === 3 ? null : wrong("missing", "three items", page);
    },
    { asks: "full" },
  ),
]);

/** What is in both is the same; a list may show less of each. */
const sameRecord = (a: SharedRecord, b: SharedRecord): boolean =>
  Object.keys(a).every((name) => !(name in b) || JSON.stringify(a[name]) === JSON.stringify(b[name]));

const badLimits = ["0", "-1", "501", "ten", "1.5", "99999999999", "", "1e2", "0x10"];
const badQueries = recordKinds.flatMap((kind) =>
  badLimits.map((text) =>
    refuses(
      `lists/${kind}/limit-${text === "" ? "empty" : text}`,
      ["API-PAGE-03", "API-LIMIT-03"],
      [`${kind} 列表拒绝 limit=${text}`, `a list of ${kind}s refuses limit=${text}`],
      async (seat) =>
        judgeStatus(await seat.get(`/api/v1/${pluralOf(kind)}?limit=${encodeURIComponent(text)}`), 400, 422),
      { asks: kind === "unit" ? "core" : "full" },
    ),
  ),
);

const cursors = recordKinds.flatMap((kind) => [
  ...(
    [
      ["nonsense", "abc"],
      ["empty-object", "e30"],
      ["nul", "%00"],
      ["long", "a".repeat(600)],
      ["negative", "-1"],
    ] as const
  ).map(([name, text]) =>
    refuses(
      `lists/${kind}/cursor-${name}`,
      "API-PAGE-03",
      [`${kind} 列表拒绝游标:${name}`, `a list of ${kind}s refuses a cursor: ${name}`],
      async (seat) => judgeStatus(await seat.get(`/api/v1/${pluralOf(kind)}?cursor=${text}`), 400, 410, 422),
      { asks: "full" },
    ),
  ),
  refuses(
    `lists/${kind}/query-unknown`,
    "API-FILTER-02",
    [`${kind} 列表拒绝未知参数`, `a list of ${kind}s refuses a parameter that there is not`],
    async (seat) => judgeStatus(await seat.get(`/api/v1/${pluralOf(kind)}?colour=red`), 400, 422),
    { asks: "full" },
  ),
]);

type Filter = readonly [kind: RecordKind, name: string, fits: string, other: string, more?: SharedRecord];
/** A filter, a value that is tried, and another that a second record has. Null: ids that are made. */
const filters: readonly Filter[] = [
  ["unit", "regionCode", "350582", "350583"],
  ["unit", "placeType", "labourIntensive", "hotel"],
  ["device", "type", "electricalFireMonitor", "chargingPile"],
  ["component", "status", "normal", "fault"],
  ["alarm", "type", "residualCurrentOver", "overTemperature"],
  ["alarm", "severity", "high", "low"],
  ["alarm", "class", "alarm", "warning"],
  ["alarm", "state", "raised", "cleared"],
];
const times = ["2026-01-02T00:00:00Z", "2026-02-02T00:00:00Z"] as const;

const pair = async (seat: PlatformSeat, kind: RecordKind, a: SharedRecord, b: SharedRecord) => {
  const [one, two] = [await seat.record(kind, a), await seat.record(kind, b)];
  return { one, two, bad: judgeTaken(await seat.put(kind, [one, two]), 2) };
};

/** Whether a record is in a filtered list, of which each page is looked through. */
const holds = async (seat: PlatformSeat, kind: RecordKind, query: string, id: unknown) => {
  for (let cursor = "", pages = 0; ; pages += 1) {
    const page = await seat.get(`/api/v1/${pluralOf(kind)}?${query}&limit=500${cursor}`);
    const { next } = membersOf(page);
    const isThere = itemsOf(page).some((item) => item.id === id);
    if (isThere || typeof next !== "string" || pages > PAGES_MAX) return { isThere, page };
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
};

const listedBy = (
  kind: RecordKind,
  name: string,
  make: (seat: PlatformSeat) => Promise<{ readonly query: string; readonly a: SharedRecord; readonly b: SharedRecord }>,
) => [
  takes(
    `filter/${kind}/${name}/holds`,
    "API-FILTER-01",
    [`${kind} 按 ${name} 过滤:相符的在`, `${kind}s by ${name}: what fits is listed`],
    async (seat) => {
      const { query, a, b } = await make(seat);
      const { one, bad } = await pair(seat, kind, a, b);
      if (bad !== null) return bad;
      const { isThere, page } = await holds(seat, kind, query, one.id);
      return judgeStatus(page, 200) ?? (isThere ? null : wrong("missing", `${String(one.id)} in the list`, page));
    },
  ),
  refuses(
    `filter/${kind}/${name}/leaves-out`,
    "API-FILTER-01",
    [`${kind} 按 ${name} 过滤:不符的不在`, `${kind}s by ${name}: what does not fit is not listed`],
    async (seat) => {
      const { query, a, b } = await make(seat);
      const { two, bad } = await pair(seat, kind, a, b);
      if (bad !== null) return bad;
      const { isThere, page } = await holds(seat, kind, query, two.id);
      return judgeStatus(page, 200) ?? (isThere ? wrong("accepted", `${String(two.id)} not in the list`, page) : null);
    },
  ),
];

const parents = (
  [
    ["unit", "operatorId", "operator"],
    ["device", "unitId", "unit"],
    ["device", "operatorId", "operator"],
    ["component", "deviceId", "device"],
    ["alarm", "deviceId", "device"],
  ] as const
).flatMap(([kind, name, parent]) =>
  listedBy(kind, name, async (seat) => {
    const other = await seat.record(parent);
    await seat.need(parent, other);
    const more = kind === "alarm" ? { componentId: undefined } : {};
    return { query: `${name}=${String(other.id)}`, a: { [name]: other.id, ...more }, b: {} };
  }),
);

const filtered = [
  ...filters.flatMap(([kind, name, fits, other, more = {}]) =>
    listedBy(kind, name, async () => ({
      query: `${name}=${fits}`,
      a: { [name]: fits, ...more },
      b: { [name]: other, ...more },
    })),
  ),
  ...parents,
  ...listedBy("alarm", "occurredFrom", async () => ({
    query: `occurredFrom=${encodeURIComponent("2026-01-15T00:00:00Z")}`,
    a: { occurredAt: times[1] },
    b: { occurredAt: times[0] },
  })),
  ...listedBy("alarm", "occurredTo", async () => ({
    query: `occurredTo=${encodeURIComponent("2026-01-15T00:00:00Z")}`,
    a: { occurredAt: times[0] },
    b: { occurredAt: times[1] },
  })),
  ...(["operator", "unit", "device"] as const).flatMap((kind) =>
    listedBy(kind, "q", async (seat) => {
      const word = `zq${seat.id()}`;
      return { query: `q=${word}`, a: { name: `甲 ${word} 乙` }, b: { name: "别的" } };
    }),
  ),
];

/** Cases of lists: pages, cursors, filters. */
export const listCases: readonly PlatformCase[] = [...paging, ...badQueries, ...cursors, ...filtered];
