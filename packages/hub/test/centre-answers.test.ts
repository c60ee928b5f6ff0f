import { type Frame, gb26875, type Message } from "@dianan/codec";
import { afterEach, expect, test } from "vitest";
import { askHub, type FakeCentre, openFakeCentre, SOURCE } from "./centre-fixture.ts";
import { type LineWorld, openLineWorld, putComponents, START } from "./centre-line-fixture.ts";
import { until } from "./http-fixture.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const { request, control, reply, confirm, deny } = gb26875.commands;
const system = { systemType: 1, systemAddress: 1 };
const spare = { spare: 0 };
const FIRST = 0x00050002;

/** Two alarms at one component, a fault at another, told to the centre. */
const openWorld = async (): Promise<{ centre: FakeCentre; world: LineWorld }> => {
  const centre = await openFakeCentre(ends);
  const world = await openLineWorld(ends, centre.port);
  await putComponents(world);
  await world.put("component", { id: "k1", deviceId: "d1", name: "1 号楼配电箱", componentKey: `1/1/17/${FIRST}` });
  await world.raise("a1");
  await world.raise("a2", { type: "mainsSupplyFault", class: "fault" });
  await world.raise("a3", { type: "sensorFault", class: "fault", componentId: "k2" });
  await until(
    () => centre.states().length,
    (count) => count === 3,
  );
  return { centre, world };
};
const word = ({ status }: { readonly status: object }): readonly string[] =>
  Object.entries(status).flatMap(([flag, isSet]) => (isSet === true ? [flag] : []));

test("§6.2, table 3: requests are answered by command 5 with type t-60: states, configuration, versions, times", {
  timeout: SLOW,
}, async () => {
  const { centre } = await openWorld();
  const time = gb26875.timeLabelOf(START, 480);
  const asked: readonly (readonly [Message, (message: Message) => unknown, unknown])[] = [
    [
      { kind: "readSystemStatus", items: [system] },
      (message) => message.kind === "systemStatus" && message.items.map(word),
      [["normal", "fire", "fault", "mainPowerFault"]],
    ],
    [
      {
        kind: "readComponentStatus",
        items: [
          { ...system, componentAddress: FIRST },
          { ...system, componentAddress: FIRST + 1 },
        ],
      },
      (message) => message.kind === "componentStatus" && message.items.map(word),
      [
        ["normal", "fire", "powerFault"],
        ["normal", "fault"],
      ],
    ],
    [
      { kind: "readComponentConfiguration", items: [{ ...system, componentAddress: FIRST }] },
      (message) =>
        message.kind === "componentConfiguration" && message.items.map((item) => [item.componentType, item.note]),
      [[17, "1 号楼配电箱"]],
    ],
    [{ kind: "readSystemTime", ...system }, (message) => message.kind === "systemTime" && message.time, time],
    [
      { kind: "readTransmitterStatus", ...spare },
      (message) => message.kind === "transmitterStatus" && word(message),
      ["normal"],
    ],
    [
      { kind: "readTransmitterVersion", ...spare },
      (message) => message.kind === "transmitterVersion" && [message.major, message.minor],
      [1, 2],
    ],
    [
      { kind: "readTransmitterConfiguration", ...spare },
      (message) => message.kind === "transmitterConfiguration" && message.description,
      "灵源用电安全平台",
    ],
    [{ kind: "readTransmitterTime", ...spare }, (message) => message.kind === "transmitterTime" && message.time, time],
  ];
  for (const [index, [message, read, wanted]] of asked.entries()) {
    const answer = await askHub(centre, 100 + index, request.code, message);
    expect([message.kind, answer.command, answer.source, answer.destination]).toEqual([
      message.kind,
      reply.code,
      SOURCE,
      0,
    ]);
    expect([message.kind, read(answer.message)]).toEqual([message.kind, wanted]);
  }
});

test("§6.2: what this device does not have or does not know is denied, with the serial of the question", {
  timeout: SLOW,
}, async () => {
  const { centre } = await openWorld();
  const start = gb26875.timeLabelOf(START, 480);
  const refused: readonly (readonly [number, Message])[] = [
    [request.code, { kind: "readComponentStatus", items: [{ ...system, componentAddress: 999 }] }],
    // One that is known beside one that is not: half an answer would pass for a whole one.
    [
      request.code,
      {
        kind: "readComponentStatus",
        items: [
          { ...system, componentAddress: FIRST },
          { ...system, componentAddress: 999 },
        ],
      },
    ],
    [request.code, { kind: "readComponentConfiguration", items: [{ ...system, componentAddress: 999 }] }],
    [request.code, { kind: "readSystemStatus", items: [{ systemType: 1, systemAddress: 77 }] }],
    [request.code, { kind: "readSystemTime", systemType: 19, systemAddress: 1 }],
    [request.code, { kind: "readComponentAnalog", items: [{ ...system, componentAddress: FIRST }] }],
    [request.code, { kind: "readOperation", ...system, records: 1, start }],
    [request.code, { kind: "readSoftwareVersion", ...system }],
    [request.code, { kind: "readSystemConfiguration", items: [system] }],
    [request.code, { kind: "readTransmitterOperation", records: 1, start }],
    [request.code, { kind: "unknown", typeFlag: 200, bytes: Uint8Array.of(1, 2, 3) }],
    // No time is in it.
    [control.code, { kind: "setClock", time: null }],
  ];
  for (const [index, [command, message]] of refused.entries()) {
    const answer = await askHub(centre, 200 + index, command, message);
    expect([message.kind, answer.command, answer.message.kind]).toEqual([message.kind, deny.code, "empty"]);
  }
});

test("figure 45: the centre's time is confirmed and goes into the labels of what is sent; alarms keep their own", {
  timeout: SLOW,
}, async () => {
  const { centre, world } = await openWorld();
  const theirs = START + 3_600_000;
  const answer = await askHub(centre, 1, control.code, { kind: "setClock", time: gb26875.timeLabelOf(theirs, 480) });
  expect(answer.command).toBe(confirm.code);
  await world.raise("a4", { componentId: "k3" });
  await until(
    () => centre.states().length,
    (count) => count === 4,
  );
  const frame = centre.heard.at(-1)?.frame as Frame;
  expect(frame.time).toEqual(gb26875.timeLabelOf(theirs, 480));
  expect(frame.message.kind === "componentStatus" && frame.message.items[0]?.time).toEqual(
    gb26875.timeLabelOf(START, 480),
  );
});

test("figure 46: a duty check is confirmed at once, answered once by whoever is on duty, and over when its time is", {
  timeout: SLOW,
}, async () => {
  const { centre, world } = await openWorld();
  const line = world.line();
  expect(await line.answerDuty(7)).toBe("unasked");
  const asked = await askHub(centre, 1, control.code, { kind: "dutyCheck", timeoutMinutes: 5 });
  expect(asked.command).toBe(confirm.code);
  expect(line.link().dutyCheckUntil).toBe(START + 5 * 60_000);
  expect(await line.answerDuty(7)).toBe("confirmed");
  const told = centre.heard.at(-1)?.frame.message;
  expect(told?.kind === "transmitterOperation" && told.items[0]).toMatchObject({
    operator: 7,
    operation: { dutyAnswered: true, reset: false, alarmCleared: false },
  });
  expect([line.link().dutyCheckUntil, await line.answerDuty(7)]).toEqual([null, "unasked"]);
  await askHub(centre, 2, control.code, { kind: "dutyCheck", timeoutMinutes: 1 });
  world.time.advance(60_000);
  expect([line.link().dutyCheckUntil, await line.answerDuty(7)]).toEqual([null, "unasked"]);
});

test("table 3 type 89: after it is told to begin anew the device tells again what is open", {
  timeout: SLOW,
}, async () => {
  const { centre, world } = await openWorld();
  await world.recover("a3");
  await until(
    () => centre.states().length,
    (count) => count === 4,
  );
  const answer = await askHub(centre, 1, control.code, { kind: "initialise", ...spare } as never);
  expect(answer.command).toBe(confirm.code);
  await until(
    () => centre.states().length,
    (count) => count === 5,
  );
  const [state] = centre.states().slice(4);
  expect([state?.componentAddress, word(state as never)]).toEqual([FIRST, ["normal", "fire", "powerFault"]]);
});

test("§6.2: after a new link every component with open alarms is told once more, with all its flags; what is over is not", {
  timeout: SLOW,
}, async () => {
  const { centre, world } = await openWorld();
  await world.recover("a3");
  await until(
    () => centre.states().length,
    (count) => count === 4,
  );
  await until(world.queue, ({ pending }) => pending === 0);
  centre.hangUp();
  await world.pass(
    500,
    () => centre.states().length,
    (count) => count === 5,
  );
  const [state] = centre.states().slice(4);
  expect([state?.componentAddress, word(state as never)]).toEqual([FIRST, ["normal", "fire", "powerFault"]]);
  // The time is that of the state, not of the telling: a centre knows it again.
  expect((state as unknown as { time: unknown }).time).toEqual(gb26875.timeLabelOf(START, 480));
  await world.clear("a1");
  await world.clear("a2");
  await until(
    () => centre.states().length,
    (count) => count === 7,
  );
  await until(world.queue, ({ pending }) => pending === 0);
  centre.hangUp();
  const links = centre.connections();
  await world.pass(500, centre.connections, (count) => count > links);
  await world.pass(
    5_000,
    () => centre.heard.length,
    (count) => count > 14,
  );
  expect(centre.states().length).toBe(7);
});

test("§6.2: a link that stays silent is asked for with the device's own state; without a confirm it is given up and dialled again", {
  timeout: SLOW,
}, async () => {
  const { centre, world } = await openWorld();
  const greetings = () => centre.heard.filter(({ frame }) => frame.message.kind === "transmitterStatus").length;
  const before = greetings();
  await world.pass(5_000, greetings, (count) => count === before + 1);
  centre.act = () => "silent";
  const links = centre.connections();
  await world.pass(5_000, centre.connections, (count) => count === links + 1);
  centre.act = () => "confirm";
  await world.pass(1_000, greetings, (count) => count > before + 5);
  expect(world.line().link().isUp).toBe(true);
});
