import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, openTestHub, type TestHub } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";
import { checkAnswer } from "./http-schema.ts";
import { putUnits, reader, span } from "./statistics-fixture.ts";

let hub: TestHub;
let people: People;
let ofUnit2: Person;
let auditor: Person;
const read = reader(() => hub);
const CELL = "/api/v1/statistics/alarm-cell";
const CONTENT = "/api/v1/statistics/alarm-table/content";

beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(hub);
  await putUnits(hub);
  const at = (day: number, time = "08:00:00") => `2026-03-${String(day).padStart(2, "0")}T${time}+08:00`;
  const there = { deviceId: "dev-2", unitId: "unit-0002", type: "temperatureOver" };
  const items = [
    { ...alarm, id: "al-1", receivedAt: at(1, "00:00:00") },
    { ...alarm, id: "al-2", receivedAt: at(31, "23:59:59") },
    { ...alarm, ...there, id: "al-3", receivedAt: at(2) },
    { ...alarm, ...there, id: "al-4", receivedAt: at(2, "08:00:20"), class: "warning" },
    { ...alarm, ...there, id: "al-5", receivedAt: at(2, "08:01:00"), repeats: 4 },
    { ...alarm, id: "al-6", receivedAt: "2026-04-01T00:00:00+08:00" },
  ];
  expect(await (await hub.call("POST", "/api/v1/alarms", { items })).text()).not.toContain("refused");
  const within = { units: ["unit-0002"] };
  ofUnit2 = await people.invited("operatorUser", { grant: { role: "operatorUser", within } });
  auditor = await people.invited("auditAdministrator");
}, 60_000);
afterAll(() => hub?.end());

const table = async (query: string, headers: Record<string, string> = {}) =>
  (await read("alarm-table", `${span}&${query}`, headers)).body;
type Item = {
  label: string;
  cells: readonly (number | null)[];
  total: number;
  previous: number | null;
  filter: object;
};
const shown = ({ items }: { items: readonly Item[] }) =>
  items.map(({ label, cells, total }) => [label, ...cells, total]);

test("EF-4.3: rows by one dimension, columns by another, each named and with its sum", async () => {
  const byPlace = await table("rows=placeType&columns=class");
  expect(byPlace.heads.map(({ label }: { label: string }) => label)).toEqual(["报警", "预警"]);
  expect(shown(byPlace)).toEqual([
    [expect.stringContaining("工业"), 2, 1, 3],
    [expect.stringContaining("学校"), 2, 0, 2],
  ]);
  expect(byPlace.total).toEqual({ cells: [4, 1], total: 5, previous: null });
  const english = await table("rows=unitId&columns=type&language=en");
  expect(english.items.map(({ label }: Item) => label)).toContain("示例制衣厂");
  expect(english.heads[0].label).toMatch(/^Temperature/);
});

test("without columns there is one for each figure; a mean of nothing is none, a count of it 0", async () => {
  const figures = await table("rows=community");
  expect(figures.columns).toBeNull();
  expect(figures.heads).toHaveLength(12);
  expect(shown(figures)).toEqual([
    ["灵水", 2, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, 2],
    ["未登记", 3, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, 3],
  ]);
  for (const figure of ["meanAcknowledgeSeconds", "p90AcknowledgeSeconds", "p90RectifyHours"]) {
    const { items } = await table(`rows=community&columns=class&figure=${figure}`);
    expect(
      items.flatMap(({ cells, total }: Item) => [...cells, total]).filter((value: unknown) => value !== null),
    ).toEqual([]);
  }
});

test("periods without alarms stand in their place, the first and the last as far as they lie in the span", async () => {
  const days = await table("rows=day");
  expect(days.items).toHaveLength(31);
  expect(days.items.map(({ total }: Item) => total).slice(0, 3)).toEqual([1, 3, 0]);
  const weeks = await table("rows=week");
  expect(weeks.items.at(-1).filter).toEqual({ from: "2026-03-30T00:00:00+08:00", to: "2026-04-01T00:00:00+08:00" });
});

test("compared with the span before, each row and the total", async () => {
  const april = "from=2026-04-01T00:00:00%2B08:00&to=2026-05-02T00:00:00%2B08:00";
  const { body } = await read("alarm-table", `${april}&rows=placeType&columns=class&compare=previous`);
  expect(body.items.map(({ total, previous }: Item) => [total, previous])).toEqual([[1, 2]]);
  expect(body.total).toMatchObject({ total: 1, previous: 5 });
});

test("EF-4.3: every cell leads to exactly the alarms that it counts, closed ones and those of nothing recorded too", async () => {
  for (const query of [
    "rows=community&columns=type",
    "rows=regionCode&columns=day",
    "rows=vendorId",
    "rows=severity",
  ]) {
    const found = await table(query);
    for (const item of found.items as (Item & { cells: number[] })[]) {
      const counted =
        found.columns === null ? [[{}, item.total]] : item.cells.map((count, n) => [found.heads[n].filter, count]);
      for (const [filter, count] of counted as [object, number][]) {
        const asked = new URLSearchParams({
          from: "2026-03-01T00:00:00+08:00",
          to: "2026-04-01T00:00:00+08:00",
          ...item.filter,
          ...filter,
        });
        const { status, body } = await read("alarm-cell", asked.toString());
        expect([query, status, body.items?.length], String(asked)).toEqual([query, 200, count]);
      }
    }
  }
});

test("EF-5.3: a figure of what people did leads to the alarms that it counts", async () => {
  const officer = await people.invited("dutyOfficer");
  const act = (path: string, body: object) =>
    people.ask("POST", `/api/v1/alarms/al-3/${path}`, body, officer.headers, `/api/v1/alarms/{id}/${path}`);
  expect((await act("acknowledge", {})).status).toBe(200);
  expect((await act("close", { reason: "false", text: "误报" })).status).toBe(200);
  const found = await table("rows=unitId&unitId=unit-0002");
  for (const [n, { key, filter }] of found.heads.entries()) {
    const count = /^(mean|p90)/.test(key) ? 1 : found.items[0].cells[n];
    if (key === "meanRectifyHours" || key === "p90RectifyHours") continue;
    const { body } = await read("alarm-cell", `${span}&unitId=unit-0002&figure=${key}`);
    expect([key, filter, body.items.length]).toEqual([key, {}, count]);
  }
  const of = (figure: string): number =>
    found.items[0].cells[found.heads.findIndex((one: { key: string }) => one.key === figure)];
  // Long after it came, and nobody rectified it.
  expect([of("acknowledgedInTime"), of("rectifiedInTime"), of("p90RectifyHours")]).toEqual([0, 0, null]);
  expect(of("p90AcknowledgeSeconds")).toBe(of("meanAcknowledgeSeconds"));
  expect((await read("alarm-cell", `${span}&figure=worst`)).body.errors[0].path).toBe("/query/figure");
});

test("alarms of a cell come page by page, newest first, none twice", async () => {
  const ids: string[] = [];
  let path = `${CELL}?${span}&limit=2`;
  for (let n = 0; n < 4 && path !== ""; n += 1) {
    const answer = await hub.call("GET", path);
    const body = (await answer.json()) as { items: { id: string }[]; next: string | null };
    checkAnswer("GET", CELL, answer.status, body);
    ids.push(...body.items.map(({ id }) => id));
    path = body.next === null ? "" : `${CELL}?${span}&limit=2&cursor=${body.next}`;
  }
  expect(ids).toEqual(["al-2", "al-5", "al-4", "al-3", "al-1"]);
});

test("EF-4.3, SEC-API-15: the file holds what the table shows, with its filter in its head; who took it stands in the audit log", async () => {
  const query = `${span}&rows=placeType&columns=class&class=alarm&compare=previous`;
  const xlsx = await hub.call("GET", `${CONTENT}?${query}&format=xlsx`);
  expect([xlsx.status, xlsx.headers.get("content-disposition")]).toEqual([200, expect.stringContaining("attachment")]);
  const { rows = [] } = (await readXlsx(new Uint8Array(await xlsx.arrayBuffer()))).sheets[0] ?? {};
  expect(String(rows[1]?.[0])).toMatch(/2026-03-01 00:00 – 2026-04-01 00:00[\s\S]*级别 报警/);
  expect(rows.slice(2, 6).map((row) => row.slice(0, 4))).toEqual([
    ["场所类型", "报警", "合计", "上期"],
    ["工业企业", 2, 2, 0],
    ["学校", 2, 2, 0],
    ["合计", 4, 4, 0],
  ]);
  const csv = await (await hub.call("GET", `${CONTENT}?${query}&format=csv&language=en`)).text();
  expect(csv).toMatch(/^\ufeff?Alarm statistics\r?\nPeriod,[\s\S]*Class Alarm[\s\S]*\nTotal,4,4,0\r?\n$/);
  const pdf = await hub.call("GET", `${CONTENT}?${query}&format=pdf`);
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  const log = await people.ask(
    "GET",
    "/api/v1/audit?act=statistics.export",
    undefined,
    auditor.headers,
    "/api/v1/audit",
  );
  expect((log.body.items as { reason: string }[]).map(({ reason }) => reason.slice(0, 4))).toEqual(
    expect.arrayContaining(["xlsx", "csv ", "pdf "]),
  );
});

test("SEC-AZ-03: who sees a part has a table, a file and alarms of that part", async () => {
  const { headers } = ofUnit2;
  expect(shown(await table("rows=unitId&columns=class", headers)).map((row) => row.at(-1))).toEqual([3]);
  expect((await read("alarm-cell", `${span}&unitId=unit-0001`, headers)).body.items).toEqual([]);
  const file = await fetch(`${hub.hub.httpUrl}${CONTENT}?${span}&rows=unitId&format=csv`, { headers });
  expect(await file.text()).toMatch(/\n合计,3,/);
  const foreign = await read("alarm-table", span, auditor.headers);
  expect(foreign.status).toBe(403);
});

test("what is no table, no file and no cell is refused, and told why", async () => {
  const refused = async (name: string, query: string): Promise<string> => {
    const { status, body } = await read(name, query);
    expect([query, status]).toEqual([query, 422]);
    return body.errors[0].path;
  };
  for (const name of ["alarm-table", "alarm-table/content"]) {
    expect(await refused(name, "")).toBe("/query/from");
    expect(await refused(name, `${span}&rows=colour`)).toBe("/query/rows");
    expect(await refused(name, `${span}&rows=type&columns=type`)).toBe("/query/columns");
    expect(await refused(name, `${span}&rows=day&columns=month`)).toBe("/query/columns");
    expect(await refused(name, `${span}&figure=worst`)).toBe("/query/figure");
    expect(await refused(name, `${span}&compare=next`)).toBe("/query/compare");
    expect(await refused(name, `${span}&language=fr`)).toBe("/query/language");
    expect(await refused(name, `${span}&regionCode=35`)).toBe("/query/regionCode");
    expect(await refused(name, `${span}&nobody=1`)).toBe("/query/");
  }
  const years = "from=2022-01-01T00:00:00%2B08:00&to=2027-01-01T00:00:00%2B08:00";
  expect(await refused("alarm-table", `${years}&rows=day`)).toBe("/query/to");
  expect(await refused("alarm-table/content", `${span}&format=docx`)).toBe("/query/format");
  expect(await refused("alarm-cell", span.slice(0, 36))).toBe("/query/to");
  expect(await refused("alarm-cell", `${span}&without=colour`)).toBe("/query/without");
  expect(await refused("alarm-cell", `${span}&without=month`)).toBe("/query/without");
  expect(await refused("alarm-cell", `${span}&community=`)).toBe("/query/community");
  expect(await refused("alarm-cell", `${span}&regionIs=35`)).toBe("/query/regionIs");
  expect(await refused("alarm-cell", `${span}&limit=0`)).toBe("/query/limit");
  expect(await refused("alarm-cell", `${span}&cursor=nothing`)).toBe("/query/cursor");
});

test("EF-4.2: of those acknowledged, the ones within five minutes are counted apart, and lead to exactly these", async () => {
  const officer = await people.invited("dutyOfficer");
  const hour = (n: number): string => encodeURIComponent(new Date(Date.now() + n * 3_600_000).toISOString());
  const late = new Date(Date.now() - 7_200_000).toISOString();
  const items = [
    { ...alarm, id: "al-soon", receivedAt: new Date().toISOString() },
    { ...alarm, id: "al-late", receivedAt: late },
  ];
  await hub.call("POST", "/api/v1/alarms", { items });
  for (const { id } of items)
    await people.ask(
      ...(["POST", `/api/v1/alarms/${id}/acknowledge`, {}] as const),
      ...([officer.headers, "/api/v1/alarms/{id}/acknowledge"] as const),
    );
  const now = `from=${hour(-3)}&to=${hour(1)}`;
  const { body } = await read("alarm-table", `${now}&rows=unitId&columns=class&figure=acknowledgedInTime`);
  expect(body.total.total).toBe(1);
  const found = await read("alarm-cell", `${now}&figure=acknowledgedInTime`);
  expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual(["al-soon"]);
  expect((await read("alarm-cell", `${now}&figure=acknowledged`)).body.items).toHaveLength(2);
});
