import { type Frame, gb26875 } from "@dianan/codec";
import { afterEach, expect, test } from "vitest";
import { downFrame, type FakeCentre, openFakeCentre } from "./centre-fixture.ts";
import { CENTRE, openLineWorld, putComponents, START, tenant } from "./centre-line-fixture.ts";
import { until } from "./http-fixture.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const isState = ({ message }: Frame): boolean => message.kind === "componentStatus";
const states = (centre: FakeCentre) => centre.heard.filter(({ frame }) => isState(frame));
/** The fact sheet's worked packet (GB/T 26875.3-2011 §8.2.1.2): serial 1, source 1, part type 17 at zone 2, point 5, normal + fire. */
const SHEET = `404001000101030508140b1a0100000000000000000000003000020201${"01011102000500"}0300${"00".repeat(31)}030508140b1ae82323`;
/** Before it, the device's own state, type 21: normal monitoring, serial 0. */
const GREETING = (() => {
  const body = "00000101030508140b1a010000000000000000000000090002" + "150101" + "030508140b1a";
  const sum = Buffer.from(body, "hex").reduce((total, byte) => total + byte, 0) & 0xff;
  return `4040${body}${sum.toString(16).padStart(2, "0")}2323`;
})();

test("§8.2.1.2, §6.6: the state is the fact sheet's packet byte for byte, after the device's own state, serials from 0", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.raise("a1");
  await until(
    () => states(centre).length,
    (count) => count === 1,
  );
  expect(centre.heard.map(({ bytes }) => hex(bytes))).toEqual([GREETING, SHEET]);
  await until(world.queue, ({ pending }) => pending === 0);
});

test("§6.5: without a confirm the same bytes go again 10 s later and not sooner, three times; then the exchange has failed and the state stays queued", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  let isSilent = true;
  centre.act = (frame) => (isState(frame) && isSilent ? "silent" : "confirm");
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.raise("a1");
  for (let sent = 1; sent <= 4; sent += 1) {
    await until(
      () => states(centre).length,
      (count) => count === sent,
    );
    world.time.advance(9_999);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(states(centre).length).toBe(sent);
    if (sent < 4) world.time.advance(1);
  }
  expect(new Set(states(centre).map(({ bytes }) => hex(bytes)))).toEqual(new Set([SHEET]));
  expect(await world.queue()).toMatchObject({ pending: 1, dead: 0 });
  isSilent = false;
  await world.pass(1_000, world.queue, ({ pending }) => pending === 0);
  const last = states(centre).at(-1);
  // A new exchange has a new serial, and tells the same state at the same time.
  expect(last?.frame.serial).toBeGreaterThan(1);
  expect(last?.frame.message).toEqual(states(centre)[0]?.frame.message);
});

test("§6.5.3: a deny is answered with a resend at once; after three exchanges the state is given up, and those behind it go", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const refused = 0x00050002;
  let isRefusing = true;
  centre.act = ({ message }) =>
    isRefusing && message.kind === "componentStatus" && message.items.some((item) => item.componentAddress === refused)
      ? "deny"
      : "confirm";
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.raise("a1");
  await world.raise("a2", { componentId: "k2" });
  const dead = await world.pass(500, world.queue, ({ pending, dead }) => pending === 0 && dead === 1);
  expect(dead.refused).toMatchObject([{ kind: "alarm", id: "a1", version: 1, error: "denied" }]);
  const alone = states(centre).filter(
    ({ frame }) => frame.message.kind === "componentStatus" && frame.message.items.length === 1,
  );
  const transmissions = new Map<number, number>();
  for (const { frame } of alone.filter(({ frame }) => JSON.stringify(frame.message).includes(String(refused))))
    transmissions.set(frame.serial, (transmissions.get(frame.serial) ?? 0) + 1);
  expect([...transmissions.values()].filter((count) => count === 4).length).toBeGreaterThanOrEqual(3);
  expect([...transmissions.values()].every((count) => count <= 4)).toBe(true);
  expect(centre.states().some(({ componentAddress }) => componentAddress === refused + 1)).toBe(true);
  expect(world.log.filter((line) => line.includes("gave up")).length).toBe(1);

  // Replayed it goes, and behind it how the component is now: an old state is not the last word.
  await world.recover("a1");
  await world.pass(500, world.queue, ({ pending, dead }) => pending === 0 && dead === 2);
  isRefusing = false;
  const before = states(centre).length;
  await world
    .store()
    .store.commit({ tenant, writes: [...(await world.centres.retrying(tenant, CENTRE, world.time.clock()))] });
  world.line().kick();
  await world.pass(500, world.queue, ({ pending, dead }) => pending === 0 && dead === 0);
  const told = states(centre)
    .slice(before)
    .flatMap(({ frame }) => (frame.message.kind === "componentStatus" ? frame.message.items : []))
    .filter(({ componentAddress }) => componentAddress === refused);
  expect(told[0]?.status.fire).toBe(true);
  expect(told.at(-1)?.status.fire).toBe(false);
});

test("§6.5: a centre that denies everything, the greeting too, loses nothing: nothing is given up while it takes nothing", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  let isDenying = true;
  centre.act = () => (isDenying ? "deny" : "confirm");
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.raise("a1");
  await world.pass(
    5_000,
    () => centre.heard.length,
    (count) => count >= 20,
  );
  expect(states(centre)).toEqual([]);
  expect(await world.queue()).toMatchObject({ pending: 1, dead: 0 });
  expect((await world.store().outbox.state(tenant, CENTRE)).lastError).toContain("denied");
  isDenying = false;
  await world.pass(5_000, world.queue, ({ pending }) => pending === 0);
});

test("§6.5, §6.6: garbage, a confirm of another serial and a broken one are no confirm: the packet goes again", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const confirmOf = (frame: Frame): Uint8Array => gb26875.encodeFrame(gb26875.confirm(frame, frame.time));
  const answers: ((frame: Frame) => Uint8Array)[] = [
    () => Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n"),
    (frame) => confirmOf({ ...frame, serial: frame.serial + 7 }),
    (frame) => {
      const broken = confirmOf(frame);
      broken[broken.length - 3] = ((broken[broken.length - 3] ?? 0) + 1) & 0xff;
      return broken;
    },
  ];
  let given = 0;
  centre.act = (frame) => {
    if (!isState(frame)) return "confirm";
    const answer = answers[given++];
    return answer === undefined ? "confirm" : { bytes: answer(frame) };
  };
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.raise("a1");
  for (let sent = 1; sent <= 4; sent += 1) {
    await until(
      () => states(centre).length,
      (count) => count === sent,
    );
    if (sent === 4) break;
    expect(await world.queue()).toMatchObject({ pending: 1 });
    // The answer is there before time moves.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await world.queue()).toMatchObject({ pending: 1 });
    world.time.advance(10_000);
  }
  await until(world.queue, ({ pending, dead }) => pending === 0 && dead === 0);
  expect(new Set(states(centre).map(({ bytes }) => hex(bytes)))).toEqual(new Set([SHEET]));
});

test("§6.5: a centre that closes in the middle of its confirm hears the same packet again on the next link", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  let cuts = 2;
  centre.act = (frame) => (isState(frame) && cuts-- > 0 ? "cut" : "confirm");
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.raise("a1");
  await world.pass(
    250,
    () => states(centre).length,
    (count) => count >= 3,
  );
  await until(world.queue, ({ pending }) => pending === 0);
  expect(centre.connections()).toBe(3);
  expect(new Set(states(centre).map(({ bytes }) => hex(bytes))).size).toBe(1);
});

test("EF-N.4: a centre away for 24 h hears every state in its order: raised, gone, raised again; nothing is lost, with two restarts", {
  timeout: SLOW,
}, async () => {
  const away = await openFakeCentre(ends);
  const { port } = away;
  await away.close();
  const world = await openLineWorld(ends, port);
  await putComponents(world);
  const expected: (readonly [component: number, fire: boolean])[] = [];
  const day = 24 * 3_600_000;
  for (let hour = 0; hour < 24; hour += 1) {
    const n = (hour % 9) + 1;
    await world.raise(`a${hour}`, { componentId: `k${n}` });
    expected.push([n, true]);
    if (hour % 3 !== 0) {
      world.time.advance(60_000);
      await world.recover(`a${hour}`);
      await world.clear(`a${hour}`);
    }
    await world.pass(300_000, world.queue, ({ pending }) => pending >= expected.length, 20);
    world.time.advance(3_600_000 - 60_000);
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (hour === 8 || hour === 16) await world.again();
  }
  expect(world.time.clock() - START).toBeGreaterThan(day * 0.95);
  expect(await world.queue()).toMatchObject({ dead: 0 });
  const debt = await world.centres.debt(tenant, CENTRE, await world.store().outbox.debt(tenant, CENTRE));
  expect(debt.alarms.since).toBeLessThan(START + 3_600_000);
  const back = await openFakeCentre(ends, port);
  await world.pass(5_000, world.queue, ({ pending }) => pending === 0);
  // Of each component in the order in which it happened; what stays open once more at the end, or not, is the restatement.
  for (let n = 1; n <= 9; n += 1) {
    const told = back.states().filter(({ componentAddress }) => componentAddress === 0x00050002 + (n - 1));
    const words = told.map(({ status }) => status.fire);
    const wanted: boolean[] = [];
    let open = 0;
    for (let hour = n - 1; hour < 24; hour += 9) {
      open += 1;
      wanted.push(true);
      if (hour % 3 === 0) continue;
      open -= 1;
      wanted.push(open > 0);
    }
    expect([n, words.slice(0, wanted.length)]).toEqual([n, wanted]);
  }
});

test("§6.4: what the centre does not understand is its own affair: an answer nobody waits for is ignored, a broken order gets no answer", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const world = await openLineWorld(ends, centre.port);
  await until(
    () => centre.heard.length,
    (count) => count === 1,
  );
  const order = gb26875.encodeFrame(
    downFrame(9, gb26875.commands.request.code, { kind: "readTransmitterTime" } as never),
  );
  order[order.length - 3] = ((order[order.length - 3] ?? 0) + 1) & 0xff;
  centre.say(order);
  centre.say(gb26875.encodeFrame(downFrame(77, gb26875.commands.confirm.code, { kind: "empty" })));
  centre.say(
    gb26875.encodeFrame(downFrame(10, gb26875.commands.request.code, { kind: "readTransmitterTime" } as never)),
  );
  await until(
    () => centre.heard.find(({ frame }) => frame.serial === 10),
    (one) => one !== undefined,
  );
  expect(centre.heard.some(({ frame }) => frame.serial === 9)).toBe(false);
  expect(await world.queue()).toMatchObject({ pending: 0, dead: 0 });
});
