import { afterEach, expect, test } from "vitest";
import { alarm, putPlace } from "./http-fixture.ts";
import { draft, openReceiver, openSharingHub } from "./sharing-fixture.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const AT = "/api/v1/sharing/{id}";

test("EF-N.5: a city that takes alarms and fails on records is told way by way; one that takes alarms only has one way", {
  timeout: SLOW,
}, async () => {
  const { hub, add, settled } = await openSharingHub(ends);
  const [city, other] = [await openReceiver(ends), await openReceiver(ends)];
  city.answer = ({ path }) => (path.endsWith("/alarms") ? "accept" : { status: 500 });
  const both = await add({ url: city.url });
  const one = await add({ url: other.url, kinds: ["alarm"] });
  await putPlace(hub);
  await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  type Lanes = { readonly [lane: string]: { readonly fails: number; readonly lastOkAt: string | null } };
  const told = await settled(String(both.id), ({ lanes }) => {
    const { alarms, records } = lanes as Lanes;
    return (alarms?.lastOkAt ?? null) !== null && Number(records?.fails) > 0;
  });
  expect(told).toMatchObject({
    ...{ state: "retrying", lastError: "HTTP 500", nextAt: expect.any(String), lastOkAt: expect.any(String) },
    lanes: {
      alarms: { state: "idle", pending: 0, oldestPendingAt: null, fails: 0, lastError: null, nextAt: null },
      records: { state: "retrying", lastOkAt: null, lastError: "HTTP 500", nextAt: expect.any(String) },
    },
  });
  expect((await settled(String(one.id))).lanes).toMatchObject({ alarms: { state: "idle" }, records: null });
});

test("EF-N.4: a rate is part of a destination: shown, changed, taken away, and refused where it is none", {
  timeout: SLOW,
}, async () => {
  const { add, ask, settled } = await openSharingHub(ends);
  const city = await openReceiver(ends);
  const rate = { pushesPerSecond: 0.5, recordsPerSecond: 200 };
  const made = await add({ url: city.url, rate });
  expect(made.rate).toEqual(rate);
  expect((await add({ url: city.url })).rate).toBeNull();
  const change = (set: object, version: unknown) =>
    ask("PATCH", `/api/v1/sharing/${made.id}`, set, AT, { "If-Match": `"${version}"` });
  const slower = await change({ rate: { recordsPerSecond: 1 } }, made.version);
  expect([slower.status, slower.body.rate]).toEqual([200, { recordsPerSecond: 1 }]);
  // Another rate owes nothing again.
  await settled(String(made.id));
  const free = await change({ rate: null }, slower.body.version);
  expect([free.status, free.body.rate]).toEqual([200, null]);
  for (const wrong of [
    {},
    { pushesPerSecond: 0 },
    { pushesPerSecond: 101 },
    { recordsPerSecond: 1.5 },
    { perHour: 1 },
    5,
  ]) {
    const refused = await ask("POST", "/api/v1/sharing", { ...draft, url: city.url, rate: wrong });
    expect([wrong, refused.status]).toEqual([wrong, 422]);
  }
  const centre = { sourceAddress: 1 };
  const url = "gb26875://127.0.0.1:9";
  const one = { ...draft, form: "gb26875", kinds: ["alarm"], url, centre };
  const refused = await ask("POST", "/api/v1/sharing", { ...one, rate: { pushesPerSecond: 1 } });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining("/rate")]);
});
