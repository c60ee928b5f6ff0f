import { afterAll, beforeAll, expect, test } from "vitest";
import { type CoapClient, frame, openClient, openRelay, type Relay, startCoapHub } from "./coap-fixture.ts";
import type { MqttHub } from "./mqtt-fixture.ts";

/** Of each direction: lost, come twice, come late. */
const BADNESS = 0.25;
const SEED = 20_261_127;
const DEVICES = 4;
const FRAMES = 25;

let on: MqttHub;
let relay: Relay;
beforeAll(async () => {
  on = await startCoapHub();
  relay = await openRelay(() => on.port, SEED, BADNESS);
}, 60_000);
afterAll(async () => {
  relay?.end();
  await on?.end();
});

const untilAnswered = async (client: CoapClient, path: string, ask: Parameters<CoapClient["ask"]>[1]) => {
  for (;;) {
    // A device whose message got no answer at all sends it again, as a message of its own.
    const said = await client.ask(path, ask).catch(() => null);
    // A late "continue" of an earlier block is what this client takes for the answer; then the body is sent from its beginning.
    if (said !== null && !["5.03", "2.31", "4.08"].includes(said.code)) return said;
  }
};

test("EF-4.4.3, EF-4.4.4: over a wire that loses, repeats and reorders, what is answered is stored, once", async () => {
  const sent: number[] = [];
  const work = async (device: number): Promise<void> => {
    const client = openClient(() => relay.port);
    for (let n = 0; n < FRAMES; n += 1) {
      const value = device * 100 + n + 1;
      const payload = frame(101, value, value);
      const said = await untilAnswered(client, "/up", { key: on.keys.get("own") ?? "", payload, contentFormat: 42 });
      expect(said.code).toBe("2.04");
      sent.push(value / 10);
    }
    client.end();
  };
  await Promise.all(Array.from({ length: DEVICES }, (_, device) => work(device)));
  const readings = await on.list("readings?deviceId=own&limit=500");
  const stored = readings.map(({ value }) => Number(value)).sort((a, b) => a - b);
  expect(stored).toEqual(sent.sort((a, b) => a - b));
  console.log(`coap lossy: ${JSON.stringify(relay.counts)}`);
  expect(relay.counts.lost).toBeGreaterThan(20);
  expect(relay.counts.repeated).toBeGreaterThan(20);
  expect(relay.counts.late).toBeGreaterThan(20);
}, 180_000);

test("RFC 7959: blocks in both directions get through such a wire, and their frames are stored once", async () => {
  // A body is as many round trips as it has blocks: one that loses less gets it through in fewer tries.
  const calmer = await openRelay(() => on.port, SEED, BADNESS / 2);
  const client = openClient(() => calmer.port);
  const serials = Array.from({ length: 16 }, (_, n) => 2_000 + n);
  const payload = Buffer.concat(serials.map((serial) => frame(103, serial, serial)));
  const ask = { key: on.keys.get("other") ?? "", payload, contentFormat: 42, blockExponent: 3 };
  expect((await untilAnswered(client, "/up", ask)).code).toBe("2.04");
  client.end();
  calmer.end();
  expect(calmer.counts.passed).toBeGreaterThan(8);
  const values = (await on.list("readings?deviceId=other&limit=500")).map(({ value }) => Number(value));
  expect(values.sort()).toEqual(serials.map((serial) => serial / 10));
}, 180_000);
