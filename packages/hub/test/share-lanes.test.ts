import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Outbox, OutboxLane } from "../src/ports/outbox.ts";
import { type CourierWorld, openCourier, openTime, type Time, tenant } from "./courier-fixture.ts";
import { alarm, operator, unit, until as untilWithin } from "./http-fixture.ts";
import { type Answer, type City, openCity, type Push } from "./share-city.ts";

/** However busy the machine is. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const until = <T>(look: () => Promise<T> | T, isGood: (value: T) => boolean): Promise<T> =>
  untilWithin(look, isGood, 25_000);

const alarms = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ ...alarm, id: `al-${String(from + n).padStart(5, "0")}` }));
const operators = (count: number) => Array.from({ length: count }, (_, n) => ({ ...operator, id: `o-${n}` }));

let folder: string;
let city: City;
let time: Time;
let world: CourierWorld;
const file = () => join(folder, "hub.db");
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dianan-lanes-"));
  city = await openCity();
  time = openTime();
  ends.push(async () => rmSync(folder, { recursive: true, force: true }), city.close);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const open = async (around?: Parameters<typeof openCourier>[3]): Promise<void> => {
  world = await openCourier(file(), city.url, time, around);
  ends.push(() => world.close());
};
/** Idle, with nothing left that keeps records from being looked for at once. */
const idle = async (): Promise<void> => {
  await asleep();
  time.pass(50);
  await asleep();
};
const to = (path: string): readonly Push[] => city.pushes.filter((push) => push.path === path);
const pushed = (path: string, count: number) =>
  until(
    () => to(path),
    (all) => all.length >= count,
  );
const settled = (more: object = {}) =>
  until(
    world.state,
    (state) => state.pending === 0 && Object.entries(more).every(([k, v]) => state[k as "dead"] === v),
  );
/** Long enough to see what should not be. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
/** Whether so many of the two ways have nothing to do but to wait for time or a hint; one that waits for an answer is none of them. */
const asleep = (count = 2) => until(time.sleeping, (sleeping) => sleeping >= count);
/** Holds an answer back until it is let go. */
const held = (): { readonly answer: Promise<Answer>; readonly give: (answer: Answer) => void } => {
  let give: (answer: Answer) => void = () => {};
  const answer = new Promise<Answer>((resolve) => {
    give = resolve;
  });
  return { answer, give };
};
/** How often each lane asked what is owed. */
const counted = (asked: { [L in OutboxLane]: number }) => (ports: { readonly outbox: Outbox }) => ({
  outbox: {
    ...ports.outbox,
    next: (...args: Parameters<Outbox["next"]>) => {
      asked[args[2]] += 1;
      return ports.outbox.next(...args);
    },
  },
});

test("EF-N.5: a backlog goes in pushes of 500, oldest first, each alarm once, each push settled in one commit", async () => {
  let settles = 0;
  await open(({ store }) => ({
    store: {
      ...store,
      commit: (batch) => {
        if (batch.writes.some((write) => write.kind === "outbox")) settles += 1;
        return store.commit(batch);
      },
    },
  }));
  city.answer = () => ({ status: 503 });
  for (let from = 0; from < 1_200; from += 400) {
    await world.put("alarm", alarms(400, from));
    time.pass(1);
  }
  await until(world.state, ({ fails }) => fails === 1);
  city.answer = () => "accept";
  city.pushes.length = 0;
  world.courier.kick();
  await settled();
  const all = to("/alarms").filter(({ items }) => items.length > 0);
  const groups = all.map(({ items }) => items.length);
  expect(groups).toEqual([500, 500, 200]);
  const ids = all.flatMap(({ items }) => items.map(({ id }) => id));
  expect(ids).toEqual(alarms(1_200).map(({ id }) => id));
  expect(settles).toBe(3);
});

test("EF-N.5: a push grows with what waits: all that came while one was under way goes with the next", async () => {
  const first = held();
  city.answer = () => (city.pushes.length === 1 ? first.answer : "accept");
  await open();
  await world.put("alarm", alarms(1));
  await pushed("/alarms", 1);
  for (let n = 1; n <= 40; n += 1) await world.put("alarm", alarms(1, n));
  expect(city.pushes.length).toBe(1);
  first.give("accept");
  await asleep();
  time.pass(10);
  await settled();
  expect(to("/alarms").map(({ items }) => items.length)).toEqual([1, 40]);
});

test("SH-5: an alarm is woken by its own commit: no timer has to fire; a commit that owes nothing wakes nobody", async () => {
  const asked = { alarms: 0, records: 0 };
  await open(counted(asked));
  await asleep();
  const before = asked.alarms;
  // Readings and devices' states owe nothing to anybody.
  const { head } = await world.ports.store.commit({
    tenant,
    writes: [{ kind: "deviceState", row: { key: "gb26875/1", state: { version: 1 } } }],
  });
  world.hints.hint(head);
  await aWhile();
  expect(asked.alarms).toBe(before);
  await world.put("alarm", alarms(1));
  await pushed("/alarms", 1);
  await settled();
});

test("SEC-OUT-05: a hint that was lost delays an alarm, and loses it not", async () => {
  const asked = { alarms: 0, records: 0 };
  await open(counted(asked));
  await asleep();
  const [one] = alarms(1);
  if (one === undefined) throw new Error("no alarm");
  const write = { kind: "put", record: "alarm", id: one.id, set: one, at: time.clock(), how: "replace" } as const;
  await world.ports.store.commit({ tenant, writes: [write] });
  await aWhile();
  expect(city.pushes).toEqual([]);
  time.pass(5_000);
  await pushed("/alarms", 1);
  await settled();
});

test("EF-N.5: what is sent of one alarm keeps its order over pushes, and never two pushes of a kind are under way", async () => {
  const underWay = new Map<string, number>();
  let most = 0;
  city.answer = async ({ path }): Promise<Answer> => {
    const now = (underWay.get(path) ?? 0) + 1;
    underWay.set(path, now);
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    underWay.set(path, now - 1);
    return "accept";
  };
  await open();
  for (let n = 0; n < 24; n += 1) {
    const [one] = alarms(1, n % 3);
    await world.put("alarm", [{ ...alarm, id: String(one?.id), description: `第 ${n} 次` }]);
    if (n % 4 === 0) time.pass(10);
  }
  await until(
    async () => {
      time.pass(10);
      return world.state();
    },
    ({ pending }) => pending === 0,
  );
  expect(most).toBe(1);
  for (const { id } of alarms(3)) {
    const versions = to("/alarms").flatMap(({ items }) =>
      items.filter((one) => one.id === id).map((one) => one.version),
    );
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(8);
  }
});

test("SH-6: what is refused in a push is dead with its reason; the rest of it and what follows are not held up", async () => {
  const bad = new Set(["al-00001", "al-00004", "al-00007"]);
  city.answer = ({ items }) => ({
    status: 200,
    body: JSON.stringify({
      results: items.map(({ id }) =>
        bad.has(id) ? { id, status: "refused", problem: { code: "invalid", title: "No" } } : { id, status: "created" },
      ),
    }),
  });
  await open();
  await world.put("alarm", alarms(10));
  await settled({ dead: 3 });
  const { refused, fails } = await world.state();
  expect(new Set(refused.map(({ id, error }) => `${id} ${error}`))).toEqual(
    new Set([...bad].map((id) => `${id} invalid: No`)),
  );
  expect(fails).toBe(0);
  await asleep();
  time.pass(10);
  await world.put("alarm", alarms(1, 50));
  await pushed("/alarms", 2);
  bad.clear();
  await asleep();
  time.pass(10);
  // Corrected it goes again by itself; the others stay refused.
  await world.put("alarm", [{ ...alarm, id: "al-00004", description: "更正" }]);
  await settled({ dead: 2 });
});

test("SH-6: a city that takes three at a time gets three at a time, and nothing is refused for it", async () => {
  city.answer = ({ items }) => (items.length > 3 ? { status: 413 } : "accept");
  await open();
  await world.put("alarm", alarms(20));
  await settled();
  expect((await world.state()).dead).toBe(0);
  const taken = to("/alarms").filter(({ items }) => items.length <= 3);
  expect(taken.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(alarms(20).map(({ id }) => id));
});

test("SH-5: while the city holds a push of records, alarms go and are settled", async () => {
  const slow = held();
  city.answer = ({ path }) => (path === "/alarms" ? "accept" : slow.answer);
  await open();
  await idle();
  await world.put("operator", operators(500));
  await pushed("/operators", 1);
  for (let n = 0; n < 3; n += 1) {
    await world.put("alarm", alarms(1, n));
    await until(world.state, ({ pending }) => pending === 500);
    await asleep(1);
    time.pass(10);
  }
  expect(to("/alarms").length).toBe(3);
  expect(to("/operators").length).toBe(1);
  slow.give("accept");
  await settled();
});

test("SH-5: a city that chokes on records gets its alarms at once, and is not asked for records before their time", async () => {
  city.answer = ({ path }) => (path === "/alarms" ? "accept" : { status: 500 });
  await open();
  await idle();
  await world.put("operator", operators(2));
  for (const [n, wait] of [0, 1_000, 2_000].entries()) {
    time.pass(wait);
    await until(world.state, ({ fails }) => fails === n + 1);
    await asleep();
  }
  for (let n = 0; n < 5; n += 1) {
    await world.put("alarm", alarms(1, n));
    await pushed("/alarms", n + 1);
    await until(world.state, ({ pending }) => pending === 2);
    await asleep();
    time.pass(100);
  }
  // The third wait is 4 s; half a second of it is over. That alarms get through does not end it, nor hides why.
  expect(to("/operators").length).toBe(3);
  const { lanes, ...both } = await world.state();
  expect(both).toMatchObject({ fails: 3, lastError: "HTTP 500" });
  expect(lanes).toMatchObject({ alarms: { fails: 0, lastError: null }, records: { fails: 3, lastOkAt: null } });
  expect(lanes.alarms.lastOkAt).not.toBeNull();
  city.answer = () => "accept";
  time.pass(3_500);
  await settled({ fails: 0 });
});

test("SEC-OUT-05: after a restart each way goes on with its own wait: what failed on one keeps nothing on the other", async () => {
  city.answer = ({ path }) => (path === "/alarms" ? "accept" : { status: 500 });
  await open();
  await idle();
  await world.put("operator", operators(1));
  for (const [n, wait] of [0, 1_000, 2_000, 4_000, 8_000].entries()) {
    time.pass(wait);
    await until(world.state, ({ fails }) => fails === n + 1);
    await asleep();
  }
  await world.close();
  ends.pop();
  const before = to("/operators").length;
  await open();
  await asleep();
  await world.put("alarm", alarms(1));
  await pushed("/alarms", 1);
  await until(world.state, ({ lanes }) => lanes.alarms.pending === 0);
  await asleep();
  time.pass(10_000);
  await asleep();
  expect(to("/operators").length).toBe(before);
  city.answer = () => "accept";
  time.pass(5_000);
  await settled({ fails: 0 });
});

test("EF-N.5: a way on which nothing is owed any more does not fail", async () => {
  city.answer = () => ({ status: 500 });
  await open();
  await idle();
  await world.put("operator", operators(1));
  await until(world.state, ({ lanes }) => lanes.records.fails === 1);
  const destination = { name: world.name, url: city.url, kinds: ["alarm"] } as const;
  const write = { act: "set", destination, owe: [], at: time.clock() } as const;
  await world.ports.store.commit({ tenant, writes: [{ kind: "outbox", write }] });
  const over = async () => {
    time.pass(100);
    return world.state();
  };
  await until(over, ({ lanes }) => lanes.records.fails === 0);
  expect((await world.state()).lanes.records).toMatchObject({ lastError: null, lastOkAt: null, pending: 0 });
});

test("SH-5: whoever is back for one is asked for the other at once", async () => {
  city.answer = () => "cut";
  await open();
  await idle();
  await world.put("operator", operators(1));
  // Records have failed four times, alarms once.
  for (const [n, wait] of [0, 1_000, 2_000, 4_000].entries()) {
    time.pass(wait);
    await until(world.state, ({ fails }) => fails === n + 1);
    await asleep();
  }
  await world.put("alarm", alarms(1));
  await until(world.state, ({ lanes }) => lanes.alarms.fails === 1);
  expect((await world.state()).lanes.records.fails).toBe(4);
  await asleep();
  city.answer = () => "accept";
  // The alarm's next try is due, that of records in seven more seconds.
  time.pass(1_000);
  await settled({ fails: 0 });
});

test("SEC-OUT-05: 429 with Retry-After: no alarm before that, then the same push with the same id", async () => {
  city.answer = () => ({ status: 429, headers: { "retry-after": "120" } });
  await open();
  await world.put("alarm", alarms(3));
  await until(world.state, ({ fails }) => fails === 1);
  for (let second = 0; second < 119; second += 1) {
    await asleep();
    time.pass(1_000);
    world.hints.hint(1);
  }
  await aWhile();
  expect(city.pushes.length).toBe(1);
  city.answer = () => "accept";
  const { fails } = await until(
    async () => {
      time.pass(1_000);
      return world.state();
    },
    ({ pending }) => pending === 0,
  );
  expect(fails).toBe(0);
  expect(new Set(city.pushes.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(city.pushes.map(({ body }) => body)).toEqual([city.pushes[0]?.body, city.pushes[0]?.body]);
});

test("SEC-OUT-05: an answer that is cut in its middle is no receipt: the same push goes again with the same id", async () => {
  city.answer = () => (city.pushes.length < 3 ? "half" : "accept");
  await open();
  await world.put("alarm", alarms(3));
  await until(world.state, ({ fails }) => fails === 1);
  expect((await world.state()).pending).toBe(3);
  await asleep();
  time.pass(1_000);
  await until(world.state, ({ fails }) => fails === 2);
  await asleep();
  time.pass(2_000);
  await settled({ fails: 0 });
  expect(city.pushes.map(({ headers }) => headers["webhook-id"])).toEqual(
    Array.from({ length: 3 }, () => city.pushes[0]?.headers["webhook-id"]),
  );
});

test("SEC-OUT-05: killed between the answer and its mark: sent again with the same id and bytes, then no more", {
  timeout: 60_000,
}, async () => {
  await open();
  city.answer = () => ({ status: 503 });
  await world.put("alarm", alarms(3));
  await pushed("/alarms", 1);
  await until(world.state, ({ fails }) => fails === 1);
  await world.close();
  ends.pop();
  city.answer = () => "accept";
  city.pushes.length = 0;
  const child = fork(fileURLToPath(new URL("./courier-killed.ts", import.meta.url)), [file(), city.url], {
    execArgv: ["--conditions=@dianan/source"],
  });
  ends.push(async () => void child.kill("SIGKILL"));
  const signal = await new Promise((resolve) => child.once("exit", (_, by) => resolve(by)));
  expect(signal).toBe("SIGKILL");
  expect(city.pushes.length).toBe(1);
  await open();
  expect((await world.state()).pending).toBe(3);
  world.courier.kick();
  await settled();
  expect(city.pushes.length).toBe(2);
  const [answered, again] = city.pushes;
  expect(again?.headers["webhook-id"]).toBe(answered?.headers["webhook-id"]);
  expect(again?.body).toBe(answered?.body);
  await asleep();
  time.pass(60_000);
  await asleep();
  expect(city.pushes.length).toBe(2);
});

test("SEC-OUT-05: a hub that closes while both ways wait for an answer hangs up on both and owes both still", async () => {
  city.answer = () => "hang";
  await open();
  await idle();
  await world.put("operator", operators(1));
  await world.put("alarm", alarms(1));
  await pushed("/alarms", 1);
  await pushed("/operators", 1);
  await world.close();
  ends.pop();
  city.answer = () => "accept";
  await open();
  await settled({ fails: 0 });
  // Each went twice: nobody knows what a city that hung has taken.
  expect([to("/alarms").length, to("/operators").length]).toEqual([2, 2]);
});

test("SH-6: records keep their period though alarms do not wait for it", async () => {
  const settings = { coordinateSystem: "CGCS2000", personalData: "full", periodSeconds: 3_600, rate: null } as const;
  await open(() => ({ settings }));
  await idle();
  await world.put("operator", operators(1));
  await pushed("/operators", 1);
  await asleep();
  time.pass(1_000);
  await world.put("unit", [unit]);
  await world.put("alarm", alarms(1));
  await pushed("/alarms", 1);
  await asleep();
  time.pass(3_000_000);
  await asleep();
  expect(to("/units")).toEqual([]);
  for (let n = 0; n < 700 && to("/units").length === 0; n += 1) {
    await asleep();
    time.pass(1_000);
  }
  await settled();
  expect(to("/units").length).toBe(1);
});
