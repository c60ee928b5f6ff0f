import { afterEach, expect, test } from "vitest";
import { openCentreHub, openFakeCentre } from "./centre-fixture.ts";
import { until } from "./http-fixture.ts";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";
import { register } from "./registry.ts";
import { CONFIRM, openWire, statusFrame } from "./wire.ts";

const ROUNDS = Number(process.env.DIANAN_KILL_ROUNDS ?? 4);
const COMPONENTS = 20;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

test(
  `EF-N.4: a hub killed ${ROUNDS} times has told the centre of every state that it confirmed, of each component in its order`,
  async () => {
    const centre = await openFakeCentre(ends);
    const here = await openCentreHub(ends);
    await register(here.hub, [889]);
    await here.addCentre(centre.port);
    await here.hub.hub.close();
    /** What each component was confirmed to have said. */ const confirmed = new Map<number, boolean[]>();
    let serial = 0;
    /** States until the hub is gone. */
    const say = async (child: HubChild): Promise<void> => {
      const wire = await openWire(child.gb26875Port);
      for (;;) {
        serial += 1;
        const component = (serial % COMPONENTS) + 1;
        const told = confirmed.get(component) ?? [];
        const fire = told.at(-1) !== true;
        const answer = await wire.ask(statusFrame(889, serial, { fire }, Date.now(), component)).catch(() => null);
        if (answer === null) break;
        if (answer.command === CONFIRM) confirmed.set(component, [...told, fire]);
        // States of one component lie seconds apart: their times tell them apart.
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      await wire.end().catch(() => {});
    };
    let isThere = true;
    centre.act = () => (isThere ? "confirm" : "close");
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = await startHubChild(here.hub.dataDir);
      // Sometimes the centre is away too, so that the kill meets a queue and exchanges under way.
      isThere = round % 3 !== 1;
      const saying = say(child);
      await new Promise((resolve) => setTimeout(resolve, 1_500 + Math.random() * 1_000));
      await killHubChild(child);
      await saying;
    }
    isThere = true;
    const last = await startHubChild(here.hub.dataDir);
    ends.push(() => killHubChild(last));
    /** States in the order in which the centre first heard them: a resend has the time of the first. */
    const heardOf = (component: number): readonly boolean[] => {
      const states = centre.states().filter(({ componentAddress }) => componentAddress === component);
      const times = states.map(({ status, time }) => `${JSON.stringify(time)} ${status.fire}`);
      return states.filter((_, n) => times.indexOf(times[n] ?? "") === n).map(({ status }) => status.fire === true);
    };
    const missing = () => [...confirmed].filter(([component, words]) => heardOf(component).length < words.length);
    await until(missing, (left) => left.length === 0, 90_000);
    expect(confirmed.size).toBe(COMPONENTS);
    for (const [component, words] of confirmed) {
      const heard = heardOf(component);
      // What the last kill kept from being confirmed may have been stored.
      expect([component, heard.slice(0, words.length)]).toEqual([component, words]);
      expect(heard.length).toBeLessThanOrEqual(words.length + 1);
    }
  },
  150_000 + ROUNDS * 10_000,
);
