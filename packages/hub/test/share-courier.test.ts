import { verifyWebhook } from "@dianan/open-api";
import { afterEach, expect, test } from "vitest";
import { alarm, device, openTestHub, operator, putPlace, type TestHub, unit, until } from "./http-fixture.ts";
import { type Answer, type City, openCity } from "./share-city.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

const openBoth = async (more: { key?: string; secret?: string } = {}): Promise<{ city: City; hub: TestHub }> => {
  const city = await openCity();
  ends.push(() => city.close());
  const hub = await openTestHub({
    city: { url: `${city.url}/in/`, key: more.key ?? null, secret: more.secret ?? null },
  });
  ends.push(() => hub.end());
  return { city, hub };
};
const sharing = async (
  hub: TestHub,
): Promise<{
  url: string;
  state: string;
  pending: number;
  dead: number;
  refused: readonly object[];
  lastError: string | null;
  nextAt: string | null;
}> => ((await (await hub.call("GET", "/api/v1/sharing")).json()) as { items: never[] }).items[0] as never;
const settled = (hub: TestHub) =>
  until(
    () => sharing(hub),
    ({ state, pending }) => state === "idle" && pending === 0,
    // A busy machine may fail more often before it is let through, and each failure doubles the wait.
    60_000,
  );

test("SH-1..SH-5: records arrive in push order, with version and updatedAt, and nothing stays owed", async () => {
  const { city, hub } = await openBoth();
  await putPlace(hub);
  await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  await settled(hub);
  const last = new Map(
    city.pushes.flatMap(({ path, items }) => items.map((item) => [`${path} ${item.id}`, item] as const)),
  );
  expect([...last.keys()].sort()).toEqual([
    "/in/alarms al-1",
    "/in/components dev-889:1",
    "/in/devices dev-889",
    "/in/operators op-01",
    "/in/units unit-0001",
  ]);
  expect(last.get("/in/devices dev-889")).toMatchObject({
    platformCode: "JJLY01",
    version: expect.any(Number),
    updatedAt: expect.stringMatching(/\+08:00$/),
  });
  expect(last.get("/in/units unit-0001")).toMatchObject({ deviceCount: 1 });
});

test("SEC-OUT-04: every push is signed over its bytes and carries the key; its id is stable over retries", async () => {
  const { city, hub } = await openBoth({ key: "da_citycitycity", secret });
  let refusals = 2;
  city.answer = () => (refusals-- > 0 ? { status: 503 } : "accept");
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  await settled(hub);
  expect(city.pushes.length).toBe(3);
  for (const push of city.pushes) {
    expect(push.headers.authorization).toBe("Bearer da_citycitycity");
    expect(
      (await verifyWebhook({ headers: push.headers, body: push.body, secrets: [secret], now: Date.now() })).ok,
    ).toBe(true);
  }
  expect(new Set(city.pushes.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  const outputs = [
    hub.log.join("\n"),
    JSON.stringify(await sharing(hub)),
    await (await hub.call("GET", "/metrics")).text(),
  ];
  for (const output of outputs) {
    expect(output).not.toContain("da_citycitycity");
    expect(output).not.toContain(secret.slice(6));
    expect(output).not.toContain(operator.contactPhone);
  }
}, 15_000);

test("SH-5: an alarm does not wait for records, and goes at once", async () => {
  const { city, hub } = await openBoth();
  let isOpen = false;
  city.answer = () => (isOpen ? "accept" : { status: 503 });
  await hub.call("POST", "/api/v1/operators", {
    items: Array.from({ length: 500 }, (_, n) => ({ ...operator, id: `o-${n}` })),
  });
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  await hub.call("POST", "/api/v1/units", { items: [unit] });
  await hub.call("POST", "/api/v1/devices", { items: [device] });
  await until(
    () => city.pushes.length,
    (count) => count > 0,
  );
  await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  // Records wait for their next try, the alarm has its first.
  await until(
    () => city.pushes.filter(({ path }) => path === "/in/alarms").length,
    (count) => count > 0,
  );
  isOpen = true;
  const before = city.pushes.length;
  await settled(hub);
  const order = city.pushes.slice(before).map(({ path }) => path);
  expect(order.indexOf("/in/units")).toBeGreaterThan(order.lastIndexOf("/in/operators"));
  expect(city.pushes.every(({ items }) => items.length <= 500)).toBe(true);
  // Nothing is owed: the next alarm is woken by its own commit.
  const start = performance.now();
  await hub.call("POST", "/api/v1/alarms", { items: [{ ...alarm, id: "al-2" }] });
  await until(() => city.pushes.some(({ items }) => items[0]?.id === "al-2"), Boolean);
  expect(performance.now() - start).toBeLessThan(4_000);
}, 20_000);

test("SH-6: one push of records at a time, and a record that changed meanwhile is sent again", async () => {
  const { city, hub } = await openBoth();
  let release = 0;
  city.answer = ({ items }) => {
    if (items[0]?.id === "op-01" && release === 0) {
      release = 1;
      // The change is made while the city still has the older version in hand.
      void hub.call("POST", "/api/v1/operators", { items: [{ ...operator, name: "改名" }] });
    }
    return "accept";
  };
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  await until(
    () => city.pushes.at(-1)?.items[0]?.name,
    (name) => name === "改名",
  );
  await settled(hub);
  expect(city.pushes.at(-1)?.items[0]).toMatchObject({ id: "op-01", version: 2 });
});

test("SEC-OUT-05: a city that is away over a restart of the hub loses nothing; the back-off goes on where it was", async () => {
  const { city, hub: first } = await openBoth();
  ends.pop();
  let hub = first;
  ends.push(() => hub.end());
  let away: Answer | null = { status: 500 };
  city.answer = () => away ?? "accept";
  await putPlace(hub);
  await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  const of = (isAlarm: boolean) => city.pushes.filter(({ path }) => (path === "/in/alarms") === isAlarm);
  await until(
    () => of(true).length,
    (count) => count > 0,
  );
  away = "cut";
  await until(
    () => of(false).length,
    (count) => count > 2,
  );
  const before = await sharing(hub);
  expect(before).toMatchObject({ pending: 5, dead: 0, lastError: expect.any(String), nextAt: expect.any(String) });
  hub = await hub.restart();
  expect(await sharing(hub)).toMatchObject({ state: "retrying", pending: 5 });
  // No attempt came early: 1, then 2 seconds, less a tenth.
  const gaps = [of(false)[1], of(false)[2]].map((push, n) => (push?.at ?? 0) - (of(false)[n]?.at ?? 0));
  for (const [n, gap] of gaps.entries()) expect(gap, `gap ${n}`).toBeGreaterThan(850 * 2 ** n);
  away = null;
  await settled(hub);
  const kept = new Set(city.pushes.flatMap(({ path, items }) => items.map(({ id }) => `${path} ${id}`)));
  expect(kept.size).toBe(5);
}, 100_000);

test("SEC-PII-05: a redirect is a failure: nothing goes to another address", async () => {
  const other = await openCity();
  ends.push(() => other.close());
  const { city, hub } = await openBoth();
  city.answer = () => ({ status: 307, headers: { location: `${other.url}/in/operators` } });
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  const { lastError } = await until(
    () => sharing(hub),
    ({ state }) => state === "retrying",
  );
  expect(lastError).toContain("307");
  expect(other.pushes).toEqual([]);
});

test("SEC-OUT-05: Retry-After is honoured", async () => {
  const { city, hub } = await openBoth();
  city.answer = () => ({ status: 429, headers: { "retry-after": "120" } });
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  const { nextAt } = await until(
    () => sharing(hub),
    ({ state }) => state === "retrying",
  );
  const wait = Date.parse(nextAt ?? "") - Date.now();
  expect([wait > 100_000, wait <= 120_000]).toEqual([true, true]);
});

test("SH-6: what the city refuses for good is dead with its reason and holds up nothing", async () => {
  const { city, hub } = await openBoth();
  city.answer = ({ items }) => ({
    status: 200,
    body: JSON.stringify({
      results: items.map(({ id }) =>
        id === "op-bad"
          ? { id, status: "refused", problem: { code: "invalid", title: "No" } }
          : { id, status: "created" },
      ),
    }),
  });
  await hub.call("POST", "/api/v1/operators", {
    items: [
      { ...operator, id: "op-bad" },
      { ...operator, id: "op-good" },
    ],
  });
  await until(
    () => sharing(hub),
    ({ dead, pending }) => dead === 1 && pending === 0,
  );
  expect((await sharing(hub)).refused).toEqual([
    { kind: "operator", id: "op-bad", version: 1, since: expect.any(String), error: expect.stringContaining("No") },
  ]);
  city.answer = () => "accept";
  await hub.call("POST", "/api/v1/operators", { items: [{ ...operator, id: "op-bad", name: "更正" }] });
  await until(
    () => sharing(hub),
    ({ dead, pending, refused }) => dead === 0 && pending === 0 && refused.length === 0,
  );
});

test("SH-6: one record for which a push is refused whole is found; the others arrive", async () => {
  const { city, hub } = await openBoth();
  city.answer = ({ items }) => (items.some(({ id }) => id === "o-13") ? { status: 422 } : "accept");
  await hub.call("POST", "/api/v1/operators", {
    items: Array.from({ length: 40 }, (_, n) => ({ ...operator, id: `o-${n}` })),
  });
  await until(
    () => sharing(hub),
    ({ dead, pending }) => dead === 1 && pending === 0,
  );
  const accepted = city.pushes
    .filter(({ items }) => !items.some(({ id }) => id === "o-13"))
    .flatMap(({ items }) => items.map(({ id }) => id));
  expect(new Set(accepted).size).toBe(39);
});

test("SEC-OUT-05: a hub that closes while the city does not answer closes in time and still owes the records", async () => {
  const { city, hub: first } = await openBoth();
  ends.pop();
  let hub = first;
  ends.push(() => hub.end());
  city.answer = () => "hang";
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  await until(
    () => city.pushes.length,
    (count) => count === 1,
  );
  const start = performance.now();
  await hub.hub.close();
  expect(performance.now() - start).toBeLessThan(10_000);
  city.answer = () => "accept";
  hub = await hub.restart();
  await settled(hub);
  expect(city.pushes.at(-1)?.items[0]?.id).toBe("op-01");
}, 30_000);

test("SH-6: a deletion reaches the city as a tombstone", async () => {
  const { city, hub } = await openBoth();
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  await settled(hub);
  await hub.call("DELETE", "/api/v1/operators/op-01");
  await settled(hub);
  expect(city.pushes.at(-1)?.items).toMatchObject([{ id: "op-01", deleted: true, version: 2, name: operator.name }]);
});

test("the city's address must be http or https without credentials: the hub does not start with another", async () => {
  for (const url of ["ftp://city.example", "https://user:canary@city.example"])
    await expect(openTestHub({ city: { url, key: null, secret: null } })).rejects.toThrow(/city/);
});
