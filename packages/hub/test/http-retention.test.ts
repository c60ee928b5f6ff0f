import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";
import { analogFrame, openWire } from "./wire.ts";

const PATH = "/api/v1/retention";

type Row = {
  readonly dataset: string;
  readonly days: number;
  readonly rows: number;
  readonly nextExpiryAt: string | null;
  readonly hold: { readonly since: string; readonly reason: string } | null;
};

let hub: TestHub;
let people: People;
let system: Person;
let officer: Person;
beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(hub);
  system = await people.invited("systemAdministrator");
  officer = await people.invited("dutyOfficer");
}, 60_000);
afterAll(() => hub?.end());

const get = (who = system) => people.ask("GET", PATH, undefined, who.headers);
const put = async (items: readonly object[], ifMatch: string | null = null, who = system) => {
  const tag = ifMatch ?? (await get()).headers.get("etag") ?? "";
  return people.ask("PUT", PATH, { items }, { ...who.headers, ...(tag === "none" ? {} : { "if-match": tag }) });
};
const rowOf = (body: { readonly items?: unknown }, dataset: string): Row | undefined =>
  (body.items as Row[]).find((row) => row.dataset === dataset);
const pathsOf = ({ body }: { body: { readonly [member: string]: unknown } }): readonly string[] =>
  (body.errors as { path: string }[]).map(({ path }) => path);

test("EF-4.4.3: what is kept how long, and what there is of it", async () => {
  const wire = await openWire(hub.hub.gb26875Port);
  await wire.ask(analogFrame(700_001, 1, 5));
  await wire.end();
  const { body } = await get();
  expect(rowOf(body, "readings")).toMatchObject({ days: 1_095, nextExpiryAt: null });
  expect(rowOf(body, "alarms")).toMatchObject({ days: 36_500, nextExpiryAt: null });
  expect(rowOf(body, "sessions")).toMatchObject({ days: 1_826, rows: 0, nextExpiryAt: null, hold: null });
  expect(rowOf(body, "audit")?.rows).toBeGreaterThan(3);
  const frames = rowOf(body, "frames");
  expect(frames?.rows).toBe(1);
  const days = (Date.parse(String(frames?.nextExpiryAt)) - Date.now()) / 86_400_000;
  expect([Math.round(days), (await get(officer)).status]).toEqual([1_095, 200]);
});

test("EF-4.4.3: days are set at the version that was read; what is not named stays", async () => {
  const first = await put([{ dataset: "frames", days: 400 }], '"0"');
  expect([first.status, first.body.version, rowOf(first.body, "frames")?.days]).toEqual([200, 1, 400]);
  expect((await put([{ dataset: "frames", days: 500 }], '"0"')).status).toBe(412);
  expect((await put([{ dataset: "frames", days: 500 }], "none")).status).toBe(428);
  const second = await put([{ dataset: "readings", days: 36_500 }]);
  expect([rowOf(second.body, "frames")?.days, rowOf(second.body, "readings")?.days]).toEqual([400, 36_500]);
  const told = await people.ask(
    "GET",
    "/api/v1/audit?act=retention.put",
    undefined,
    (await people.invited("auditAdministrator")).headers,
  );
  expect((told.body.items as { reason: string }[]).map(({ reason }) => reason)).toEqual([
    "readings: 1095 to 36500",
    "frames: 1095 to 400",
  ]);
});

test("SEC-BAK-08: a legal hold is set, shown, kept by later days, lifted, and audited with its reason", async () => {
  const { version } = (await get()).body as { readonly version: number };
  const hold = { since: "2020-01-02T11:04:05+08:00", reason: "火灾事故调查" };
  const set = await put([{ dataset: "frames", days: 400, hold }]);
  expect([set.status, set.body.version]).toEqual([200, version + 1]);
  expect(rowOf(set.body, "frames")).toMatchObject({ days: 400, hold, nextExpiryAt: null });
  expect([rowOf(set.body, "readings")?.hold, rowOf(set.body, "audit")?.hold]).toEqual([null, null]);
  expect(rowOf((await put([{ dataset: "frames", days: 500 }])).body, "frames")?.hold).toEqual(hold);
  const lifted = rowOf((await put([{ dataset: "frames", days: 500, hold: null }])).body, "frames");
  expect([lifted?.hold, lifted?.nextExpiryAt === null]).toEqual([null, false]);
  const auditor = await people.invited("auditAdministrator");
  const told = await people.ask("GET", "/api/v1/audit?act=retention.put&limit=3", undefined, auditor.headers);
  expect((told.body.items as { reason: string }[]).map(({ reason }) => reason)).toEqual([
    "frames: 500 to 500, hold lifted",
    "frames: 400 to 500",
    "frames: 400 to 400, held since 2020-01-02T03:04:05.000Z (火灾事故调查)",
  ]);
});

test("CP-3.4.3: charging sessions have their days and their hold like the others", async () => {
  const hold = { since: "2024-01-02T11:04:05+08:00", reason: "充电火灾调查" };
  const set = await put([{ dataset: "sessions", days: 365, hold }]);
  expect([set.status, rowOf(set.body, "sessions")]).toEqual([200, expect.objectContaining({ days: 365, hold })]);
  const lifted = await put([{ dataset: "sessions", days: 1_826, hold: null }]);
  expect(rowOf(lifted.body, "sessions")).toMatchObject({ days: 1_826, hold: null });
});

test("EF-4.2: old notices have their days and their hold like the others", async () => {
  const hold = { since: "2024-01-02T11:04:05+08:00", reason: "通知争议" };
  const set = await put([{ dataset: "notifications", days: 400, hold }]);
  expect([set.status, rowOf(set.body, "notifications")]).toEqual([200, expect.objectContaining({ days: 400, hold })]);
  const lifted = await put([{ dataset: "notifications", days: 1_095, hold: null }]);
  expect(rowOf(lifted.body, "notifications")).toMatchObject({ days: 1_095, hold: null, rows: 0 });
});

const since = "2020-01-02T11:04:05+08:00";
test.each([
  [[{ dataset: "sessions", days: 364 }], "/items/0/days"],
  [[{ dataset: "sessions", days: 36_501 }], "/items/0/days"],
  [[{ dataset: "sessions", days: 400, hold: { since } }], "/items/0/hold/reason"],
  [[{ dataset: "frames", days: 364 }], "/items/0/days"],
  [[{ dataset: "frames", days: 0 }], "/items/0/days"],
  [[{ dataset: "frames", days: -1 }], "/items/0/days"],
  [[{ dataset: "frames", days: 400.5 }], "/items/0/days"],
  [[{ dataset: "frames", days: 36_501 }], "/items/0/days"],
  [[{ dataset: "everything", days: 400 }], "/items/0/dataset"],
  [[{ dataset: "alarms", days: 400 }], "/items/0/dataset"],
  [[{ dataset: "audit", days: 400 }], "/items/0/dataset"],
  [
    [
      { dataset: "frames", days: 400 },
      { dataset: "frames", days: 500 },
    ],
    "/items/1/dataset",
  ],
  [[], "/items"],
  [[{ dataset: "frames", days: 400, hold: { since } }], "/items/0/hold/reason"],
  [[{ dataset: "frames", days: 400, hold: { since, reason: " " } }], "/items/0/hold/reason"],
  [[{ dataset: "frames", days: 400, hold: { since: "2020-02-30T00:00:00Z", reason: "a" } }], "/items/0/hold/since"],
  [[{ dataset: "frames", days: 400, hold: { since, reason: "a", until: since } }], "/items/0/hold/until"],
  [[{ dataset: "frames", days: 400, hold: true }], "/items/0/hold"],
  [[{ dataset: "frames", hold: null }], "/items/0/days"],
  [[{ dataset: "alarms", days: 400, hold: null }], "/items/0/dataset"],
])(
  "EF-4.4.3, SEC-BAK-08: less than a year, and what never expires, is refused by its path: %#",
  async (items, path) => {
    const before = await get();
    const refused = await put(items);
    expect([refused.status, pathsOf(refused)]).toEqual([422, [path]]);
    expect((await get()).body).toEqual(before.body);
  },
);

test("SEC-AZ-05: only the system administrator sets it", async () => {
  for (const who of [officer, people.security])
    expect((await put([{ dataset: "frames", days: 400 }], '"2"', who)).status).toBe(403);
  expect((await people.ask("PUT", PATH, { items: [{ dataset: "frames", days: 400 }] })).status).toBe(401);
  expect((await people.ask("GET", `${PATH}?x=1`, undefined, system.headers, PATH)).status).toBe(422);
});
