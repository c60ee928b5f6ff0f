// Our own protocol over what carries it: CoAP as its specification has it (POST /dp), and MQTT.
import { type Content, type DiananFrame, dianan } from "@dianan/codec";
import { connectAsync } from "mqtt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CoapClient, coapDoor, openClient } from "./coap-fixture.ts";
import { type CommandDesk, openDesk } from "./command-fixture.ts";
import { until } from "./http-fixture.ts";
import { deviceBody, list, registerDevice } from "./registry.ts";

const DEVICE = 861_234_567_890;
const NOTHING = new Uint8Array(0);
let desk: CommandDesk;
let client: CoapClient;
let key = "";
beforeAll(async () => {
  desk = await openDesk([], { doors: [coapDoor, { protocol: "mqtt", host: "127.0.0.1", port: 0 }] });
  await registerDevice(desk.hub(), deviceBody("nb", String(DEVICE), { protocol: "dianan" }));
  const invited = await desk.hub().call("POST", "/api/v1/devices/nb/enrolments");
  const { secret } = (await invited.json()) as { secret: string };
  const enrolled = await desk.hub().call("POST", "/api/v1/uplink/enrolment", { secret });
  key = ((await enrolled.json()) as { secret: string }).secret;
  client = openClient(() => desk.hub().hub.doorPorts[0] ?? 0);
}, 60_000);
afterAll(async () => {
  client?.end();
  await desk?.end();
});

let counter = 0;
const frame = (contents: readonly Content[], more: Partial<DiananFrame> = {}): Buffer => {
  counter += 1;
  return Buffer.from(
    dianan.encodeFrame({
      options: { secured: false, confirmWanted: true, down: false, reserved: 0 },
      ...{ device: DEVICE, counter, time: dianan.secondsOf(Date.now()), mac: null },
      records: contents.map((content) => ({ content })),
      ...more,
    }),
  );
};
const temperature = (value: number): Content => ({
  kind: "readings",
  series: [{ quantity: 3, place: 0x20, values: { width: 2, values: [value] } }],
});
const alarm: Content = {
  ...{ kind: "alarm", type: 1, place: 0x10, state: 1, at: 0, value: 6_890, threshold: 5_000, unparsed: NOTHING },
};
const contentsOf = (payload: Uint8Array): readonly Content[] =>
  dianan.cutFrames(NOTHING, payload).frames.flatMap((bytes) => {
    const read = dianan.decodeFrame(bytes);
    return read.ok ? read.value.records.map(({ content }) => content) : [];
  });
const post = (payload: Buffer) => client.ask("/dp", { key, payload, contentFormat: 42 });

test("EF-N.1, EF-4.4.3: frames of our own protocol in one datagram are stored and confirmed, once", async () => {
  const first = frame([temperature(251)]);
  const second = frame([alarm]);
  const said = await post(Buffer.concat([first, second]));
  expect(said.code).toBe("2.04");
  expect(contentsOf(said.payload)).toMatchObject([
    { kind: "confirm", counter: 1, outcome: 0 },
    { kind: "confirm", counter: 2, outcome: 0 },
  ]);
  expect(contentsOf((await post(second)).payload)).toMatchObject([{ kind: "confirm", counter: 2, outcome: 0 }]);
  expect((await list(desk.hub(), "readings?deviceId=nb")).map(({ quantity, value }) => [quantity, value])).toEqual([
    ["temperature", 25.1],
  ]);
  expect(await list(desk.hub(), "alarms?deviceId=nb")).toMatchObject([{ value: 689, threshold: 500, repeats: 0 }]);
});

test("SEC-DEV-18: another's frame, one of a platform, a broken one are refused and store nothing", async () => {
  const bad = frame([temperature(999)]);
  bad.writeUInt8(bad.readUInt8(bad.length - 1) ^ 1, bad.length - 1);
  const down = frame([temperature(999)], { options: { secured: false, confirmWanted: true, down: true, reserved: 0 } });
  for (const [payload, code] of [
    [frame([temperature(999)], { device: DEVICE + 1 }), "4.03"],
    [down, "4.00"],
    [bad, "4.00"],
  ] as const)
    expect((await post(payload)).code).toBe(code);
  expect((await list(desk.hub(), "readings?deviceId=nb")).map(({ value }) => value)).not.toContain(99.9);
});

test("SEC-DEV-14: a command comes with the confirm, its result ends it; what changes something wants the written word", async () => {
  const refused = await desk.send("nb", { action: "selfTest" });
  expect([refused.status, refused.body.code]).toEqual([422, "trust-too-low"]);
  const { body } = await desk.send("nb", { action: "read" });
  const asleep = await post(frame([temperature(252)]));
  const [frameOfCommand] = dianan.cutFrames(NOTHING, asleep.payload).frames.slice(1);
  const command = dianan.decodeFrame(frameOfCommand ?? NOTHING);
  if (!command.ok) throw new Error("no command");
  expect(command.value.records.map(({ content }) => content.kind)).toEqual(["expiry", "report"]);
  const result: Content = {
    ...{ kind: "result", command: command.value.counter, index: 1, outcome: 0, detail: 0, unparsed: NOTHING },
  };
  await post(frame([result, temperature(253)]));
  expect(await desk.settled(body.id)).toMatchObject({ state: "done" });
});

test("EF-N.1: the same frames over MQTT, by the topics of the specification", async () => {
  const port = desk.hub().hub.doorPorts[1] ?? 0;
  const one = await connectAsync({
    ...{ host: "127.0.0.1", port, clientId: String(DEVICE), username: "nb", password: key, reconnectPeriod: 0 },
  });
  const heard: Buffer[] = [];
  one.on("message", (_, payload) => void heard.push(payload));
  await one.subscribeAsync(`dp/v1/${DEVICE}/down`);
  await one.publishAsync(`dp/v1/${DEVICE}/up`, frame([temperature(260)]), { qos: 1 });
  expect((await list(desk.hub(), "readings?deviceId=nb")).map(({ value }) => value)).toContain(26);
  await until(
    () => heard.flatMap(contentsOf),
    (contents) => contents.some((one) => one.kind === "confirm" && one.counter === counter),
  );
  await one.endAsync();
});
