import { afterAll, beforeAll, expect, test } from "vitest";
import { invite, type Person, platformOf } from "./alarm-people.ts";
import { alarm, openTestHub, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { deviceBody, register } from "./registry.ts";
import { openWire, statusFrame } from "./wire.ts";

const TODAY = Date.now();
const at = (ms: number): string => encodeURIComponent(new Date(TODAY + ms).toISOString());
const span = `from=${at(-3_600_000)}&to=${at(3_600_000)}`;
let hub: TestHub;
let people: People;
let key: Person;
let chen: Person;
let bounded: Person;
let fire = "";

type Figure = { readonly leg: string; readonly system: string; readonly count: number; readonly maxMs: number };
const figures = async (who: Person, query = span) => {
  const { status, body } = await who.ask("GET", `/api/v1/statistics/latency?${query}`);
  expect(status).toBe(200);
  return body.items as unknown as readonly (Figure & { readonly limitMs: number; readonly over: number })[];
};
const counts = async (who: Person) =>
  Object.fromEntries((await figures(who)).map(({ leg, system, count }) => [`${leg} ${system}`, count]));
const report = (who: Person, alarms: unknown) =>
  who.ask("POST", "/api/v1/duty/latency", { consoleId: "console-1", buckets: [{ upToMs: 500, count: 1 }], alarms });

beforeAll(async () => {
  hub = await openTestHub();
  await register(hub, [1]);
  const pile = deviceBody("d2", "2", { type: "chargingPile" });
  await (await hub.call("POST", "/api/v1/devices", { items: [pile] })).text();
  people = await openPeople(() => hub);
  key = platformOf(people, hub);
  chen = await invite(people, "陈伟", "dutyOfficer");
  bounded = await invite(people, "王磊", "dutyOfficer", { units: ["u9"] });
}, 60_000);
afterAll(() => hub?.end());

test("EF-4.4.1, CP-3.4.1: an alarm is followed from its device to the screen", async () => {
  const stop = new AbortController();
  const stream = await fetch(`${hub.hub.httpUrl}/api/v1/events`, {
    headers: { authorization: `Bearer ${hub.key}` },
    signal: stop.signal,
  });
  expect(stream.status).toBe(200);
  const wire = await openWire(hub.hub.gb26875Port);
  // The device says that it happened half a minute ago; the pile gives the time of now.
  await wire.ask(statusFrame(1, 1, { fire: true }, Date.now() - 30_000));
  await wire.ask(statusFrame(2, 1, { fire: true }, Date.now() + 5_000));
  const listed = await key.ask("GET", "/api/v1/alarms?deviceId=d1&class=alarm");
  fire = String(listed.body.items[0]?.id);
  const known = await until(
    () => counts(key),
    (all) => all["storedToPushed charging"] === 1 && all["storedToPushed electricalFire"] === 1,
  );
  expect(known).toEqual({
    "deviceToReceived electricalFire": 1,
    ...{ "receivedToStored electricalFire": 1, "receivedToStored charging": 1 },
    ...{ "storedToPushed electricalFire": 1, "storedToPushed charging": 1 },
  });
  const [device] = await figures(key);
  expect(device).toMatchObject({ leg: "deviceToReceived", limitMs: 20_000, over: 1 });
  expect(device?.maxMs).toBeGreaterThan(29_000);
  expect((await figures(key)).find(({ system }) => system === "charging")).toMatchObject({ limitMs: 5_000 });
  stop.abort();
  await wire.end();
});

test("EF-4.4.1: the first screen counts, and none paints an alarm before it is durable", async () => {
  // Who may not see it cannot say that it was shown; what there is not is passed over.
  expect((await report(bounded, [{ id: fire, agoMs: 0 }])).status).toBe(204);
  expect((await report(chen, [{ id: "nothing", agoMs: 1 }])).status).toBe(204);
  expect((await report(chen, [{ id: fire, agoMs: 0 }])).status).toBe(204);
  const shown = async (): Promise<number> =>
    (await figures(key)).find(({ leg }) => leg === "storedToShown")?.maxMs ?? Number.POSITIVE_INFINITY;
  const first = await until(shown, Number.isFinite);
  expect(await counts(key)).toMatchObject({ "storedToShown electricalFire": 1, "receivedToShown electricalFire": 1 });
  // A later one changes nothing, an earlier one does, and a day ago it was not there.
  expect((await report(chen, [{ id: fire, agoMs: 0 }])).status).toBe(204);
  expect((await report(chen, [{ id: fire, agoMs: 86_400_000 }])).status).toBe(204);
  expect(await until(shown, (ms) => ms < first)).toBe(0);
});

test("EF-4.4.1: an alarm that another platform sends has no way of this hub's", async () => {
  const before = await counts(key);
  const sent = { ...alarm, id: "al-sent", deviceId: "d1", unitId: "u1", receivedAt: new Date().toISOString() };
  expect((await key.ask("POST", "/api/v1/alarms", { items: [sent] })).body.results).toMatchObject([
    { status: "created" },
  ]);
  expect((await report(chen, [{ id: "al-sent", agoMs: 0 }])).status).toBe(204);
  hub = await hub.restart();
  expect(await counts(key)).toEqual(before);
}, 30_000);

test("SEC-AZ-03: who sees a part is told of the part", async () => {
  expect(await figures(bounded)).toEqual([]);
  const own = await invite(people, "孙立", "dutyOfficer", { units: ["u1"] });
  expect(await figures(own)).toEqual(await figures(key));
  expect(await figures(key, `from=${at(-7_200_000)}&to=${at(-3_600_000)}`)).toEqual([]);
});

test("EF-4.4.1: what is no span or no report is refused; so is whom it is not for", async () => {
  const refused = async (query: string) => {
    const { status, body } = await key.ask("GET", `/api/v1/statistics/latency?${query}`);
    expect([query, status]).toEqual([query, 422]);
    return body.errors[0]?.path;
  };
  const from = "from=2026-03-01T00:00:00Z";
  expect(await refused("")).toBe("/query/from");
  expect(await refused(from)).toBe("/query/to");
  expect(await refused(`${from}&to=2026-03-01`)).toBe("/query/to");
  expect(await refused(`${from}&to=2026-02-01T00:00:00Z`)).toBe("/query/to");
  expect(await refused(`${from}&to=2036-02-01T00:00:00Z`)).toBe("/query/to");
  expect(await refused(`${span}&by=month`)).toBe("/query/");
  for (const alarms of [
    ...[{}, [{}], [{ id: fire }], [{ id: fire, agoMs: -1 }], [{ id: fire, agoMs: 1.5 }], [{ id: "a b", agoMs: 1 }]],
    ...[[{ id: fire, agoMs: 86_400_001 }], [{ id: fire, agoMs: 1, more: 1 }], [{ id: 1, agoMs: 1 }]],
    Array.from({ length: 501 }, () => ({ id: fire, agoMs: 1 })),
  ])
    expect((await report(chen, alarms)).status).toBe(422);
  const fitter = await invite(people, "赵强", "operatorUser");
  expect((await fitter.ask("GET", `/api/v1/statistics/latency?${span}`)).status).toBe(403);
  expect((await report(fitter, [{ id: fire, agoMs: 0 }])).status).toBe(403);
  expect((await report(key, [{ id: fire, agoMs: 0 }])).status).toBe(403);
});
