import { afterEach, expect, test } from "vitest";
import { openCentreHub, SOURCE } from "./centre-fixture.ts";
import { openTestHub, until } from "./http-fixture.ts";
import { list, register } from "./registry.ts";
import { openWire, statusFrame } from "./wire.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A second hub as the centre: it knows the first as a device. */
const openCentre = async () => {
  const centre = await openTestHub();
  ends.push(() => centre.end());
  await register(centre, [SOURCE]);
  return centre;
};
const seconds = (text: unknown): number => Math.floor(Date.parse(String(text)) / 1000);

test("EF-N.4: alarms of devices arrive at a second hub as records: same types, component addresses, times; recovery too", {
  timeout: SLOW,
}, async () => {
  const centre = await openCentre();
  const here = await openCentreHub(ends);
  await register(here.hub, [889, 890]);
  const id = await here.addCentre(centre.hub.gb26875Port);
  const wire = await openWire(here.hub.hub.gb26875Port);
  ends.push(() => wire.end());
  const at = Date.now() - 5_000;
  await wire.ask(statusFrame(889, 1, { fire: true }, at));
  await wire.ask(statusFrame(889, 2, { fault: true }, at, 6));
  // Another device with a component at the same address: at the centre all belong to one device, so it moves aside.
  await wire.ask(statusFrame(890, 1, { fire: true }, at + 1_000));
  const there = await until(
    () => list(centre, "alarms"),
    (items) => items.length === 3,
    20_000,
  );
  const components = new Map((await list(centre, "components")).map((one) => [one.id, one.componentKey]));
  expect(
    there.map((one) => [one.type, components.get(one.componentId), seconds(one.occurredAt), one.deviceId]).sort(),
  ).toEqual(
    [
      ["residualCurrentOver", "1/1/17/5", Math.floor(at / 1000), `d${SOURCE}`],
      ["residualCurrentOver", "1/2/17/5", Math.floor((at + 1_000) / 1000), `d${SOURCE}`],
      ["sensorFault", "1/1/17/6", Math.floor(at / 1000), `d${SOURCE}`],
    ].sort(),
  );
  await wire.ask(statusFrame(889, 3, { fire: false }, at + 2_000));
  const [gone] = await until(
    async () =>
      (await list(centre, "alarms")).filter((one) => one.recoveredAt !== undefined && one.recoveredAt !== null),
    (items) => items.length === 1,
    20_000,
  );
  expect([gone?.type, seconds(gone?.recoveredAt)]).toEqual(["residualCurrentOver", Math.floor((at + 2_000) / 1000)]);
  expect(await here.settled(id)).toMatchObject({ state: "idle", pending: 0, refused: 0, link: { isUp: true } });
});
