import { type Frame, gb26875 } from "@dianan/codec";
import { afterEach, expect, test } from "vitest";
import { openFakeCentre } from "./centre-fixture.ts";
import { CENTRE, openLineWorld, putComponents, tenant } from "./centre-line-fixture.ts";
import { until } from "./http-fixture.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const FIRST = 0x00050002;
const tells =
  (address: number) =>
  ({ message }: Frame): boolean =>
    message.kind === "componentStatus" && message.items.some((item) => item.componentAddress === address);
const isStatus = ({ message }: Frame): boolean => message.kind === "transmitterStatus";

test("§6.5: a state to which a centre that confirms others says nothing is given up after three exchanges; others go meanwhile, and it is told no more on new links", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const poison = tells(FIRST);
  centre.act = (frame) => (poison(frame) ? "silent" : "confirm");
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.raise("a1");
  for (let n = 2; n <= 5; n += 1) await world.raise(`a${n}`, { componentId: `k${n}` });
  const given = await world.pass(2_000, world.queue, ({ pending, dead }) => pending === 0 && dead === 1);
  expect(given.refused).toMatchObject([{ id: "a1", error: "unconfirmed" }]);
  const alone = centre.heard.findIndex(
    ({ frame }) => frame.message.kind === "componentStatus" && frame.message.items.length === 1 && poison(frame),
  );
  const lastAlone = centre.heard.findLastIndex(({ frame }) => poison(frame));
  const others = centre.heard.findIndex(({ frame }) => tells(FIRST + 4)(frame) && !poison(frame));
  expect([alone >= 0, others > 0 && others < lastAlone]).toEqual([true, true]);
  centre.hangUp();
  const before = centre.heard.length;
  await world.pass(
    500,
    () => centre.heard.slice(before).filter(({ frame }) => tells(FIRST + 4)(frame)).length,
    (count) => count > 0,
  );
  await world.pass(
    5_000,
    () => centre.heard.slice(before).filter(({ frame }) => isStatus(frame)).length,
    (count) => count >= 3,
  );
  expect(centre.heard.slice(before).some(({ frame }) => poison(frame))).toBe(false);
  expect((await world.store().outbox.state(tenant, CENTRE)).fails).toBe(0);
  // Once its state changes it is told again, like any other.
  centre.act = () => "confirm";
  await world.recover("a1");
  await until(
    () => centre.heard.slice(before).filter(({ frame }) => poison(frame)).length,
    (count) => count === 1,
  );
});

test("heartbeatSeconds 0: no state of the device is ever sent; a denied state is given up, a silent centre is away however long", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  let act: "deny" | "silent" | "confirm" = "deny";
  centre.act = () => act;
  const world = await openLineWorld(ends, centre.port, { heartbeatSeconds: 0 });
  await putComponents(world);
  await world.raise("a1");
  await world.pass(500, world.queue, ({ pending, dead }) => pending === 0 && dead === 1);
  act = "silent";
  await world.raise("a2", { componentId: "k2" });
  await world.pass(
    10_000,
    () => centre.heard.filter(({ frame }) => tells(FIRST + 1)(frame)).length,
    (count) => count >= 24,
  );
  expect(await world.queue()).toMatchObject({ pending: 1, dead: 1 });
  act = "confirm";
  await world.pass(10_000, world.queue, ({ pending }) => pending === 0);
  expect(centre.heard.some(({ frame }) => isStatus(frame))).toBe(false);
});

test("EF-N.4: a line that stood still for longer than changes are kept tells states as they are now, and says so", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const world = await openLineWorld(ends, centre.port, {}, 10);
  await putComponents(world);
  await world.raise("a1");
  await world.raise("a2", { componentId: "k2" });
  await until(
    () => centre.states().length,
    (count) => count === 2,
  );
  await until(world.queue, ({ pending }) => pending === 0);
  // The hub is down while records change on: there is no line.
  const closing = world.line().close();
  world.time.advance(2_000);
  await closing;
  await world.recover("a1");
  await world.raise("a3", { componentId: "k3" });
  for (let n = 0; n < 40; n += 1) await world.put("unit", { id: "u1", name: `单位 ${n}` });
  await world.again();
  await until(
    () =>
      centre
        .states()
        .slice(2)
        .map(({ componentAddress, status }) => [componentAddress, status.fire]),
    (told) =>
      JSON.stringify(told.filter(([address]) => address !== FIRST + 1).sort()) ===
      JSON.stringify([
        [FIRST, false],
        [FIRST + 2, true],
      ]),
  );
  expect(world.log.filter((line) => line.includes("stopped for longer")).length).toBe(1);
});

test("EF-N.4: a centre is told of its units alone; when other units are chosen what is open there follows, and the rest is closed", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const world = await openLineWorld(ends, centre.port, { unitIds: ["u1"] });
  await putComponents(world);
  await world.raise("a1");
  await world.raise("a2", { componentId: "k2", unitId: "u2" });
  await world.raise("a3", { componentId: "k3" });
  await until(
    () => centre.states().length,
    (count) => count === 2,
  );
  expect(centre.states().map(({ componentAddress }) => componentAddress)).toEqual([FIRST, FIRST + 2]);
  await until(world.queue, ({ pending }) => pending === 0);
  await world.again({ unitIds: ["u2"] });
  await until(
    () =>
      centre
        .states()
        .slice(2)
        .map(({ componentAddress, status }) => `${Number(componentAddress) - FIRST} ${status.fire}`)
        .sort(),
    (told) => told.join() === "0 false,1 true,2 false",
  );
  await world.raise("a4", { componentId: "k4" });
  await world.raise("a5", { componentId: "k5", unitId: "u2" });
  await until(
    () => centre.states().at(-1)?.componentAddress,
    (address) => address === FIRST + 4,
  );
  expect(centre.states().some(({ componentAddress }) => componentAddress === FIRST + 3)).toBe(false);
});

test("table 3: a device as a whole and components of other protocols are numbered, and stay what they are after a restart", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const world = await openLineWorld(ends, centre.port, { systemType: 129, systemAddress: 3 });
  await world.put("device", {
    id: "m1",
    name: "三相电表",
    protocol: "modbus-tcp",
    wireAddress: "plc1/3",
    unitId: "u1",
  });
  await world.put("component", {
    id: "m1:a",
    deviceId: "m1",
    name: "A 相",
    type: "temperatureDetector",
    componentKey: "1/1/17/5",
  });
  const of = (more: object) => ({ deviceId: "m1", componentId: null, ...more });
  await world.raise("a1", of({ type: "offline", class: "offline" }));
  await world.raise("a2", of({ componentId: "m1:a", type: "temperatureOver" }));
  await until(
    () => centre.states().length,
    (count) => count === 2,
  );
  const places = [
    {
      systemType: 129,
      systemAddress: 3,
      componentType: 16,
      componentAddress: 1,
      note: "三相电表",
      status: { fault: true },
    },
    { systemType: 129, systemAddress: 3, componentType: 18, componentAddress: 2, note: "A 相", status: { fire: true } },
  ];
  // In one packet the fire alarm goes first.
  const byAddress = [...centre.states()].sort((a, b) => Number(a.componentAddress) - Number(b.componentAddress));
  expect(byAddress).toMatchObject(places);
  await until(world.queue, ({ pending }) => pending === 0);
  await world.again();
  await world.recover("a2");
  const gone = () => centre.states().find(({ componentType, status }) => componentType === 18 && status.fire === false);
  expect(await until(gone, (state) => state !== undefined)).toMatchObject({ systemType: 129, componentAddress: 2 });
  // An event is no state, and what a person does is none either.
  const told = () => centre.states().filter(({ componentType }) => componentType === 18);
  const before = told().length;
  await world.raise("a9", of({ type: "reset", class: "event", state: "cleared" }));
  await world.clear("a2");
  await world.raise("a3", of({ componentId: "m1:a", type: "temperatureOver" }));
  await until(
    () => told().length,
    (count) => count > before,
  );
  expect(told().slice(before)).toMatchObject([{ componentAddress: 2, status: { fire: true } }]);
});

test("§6.5: the frames of the centre's answers are read whatever the network makes of their pieces", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  centre.act = (frame) => {
    const answer = gb26875.encodeFrame(gb26875.confirm(frame, frame.time));
    for (const byte of answer.subarray(0, -1)) centre.say(Uint8Array.of(byte));
    return { bytes: answer.subarray(-1) };
  };
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.raise("a1");
  await until(
    () => centre.states().length,
    (count) => count === 1,
  );
  await until(world.queue, ({ pending }) => pending === 0);
  expect(centre.connections()).toBe(1);
});
