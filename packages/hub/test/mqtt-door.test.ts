import { connect } from "node:net";
import { gb26875 } from "@dianan/codec";
import type { MqttClient } from "mqtt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frame, type MqttHub, startMqttHub, until } from "./mqtt-fixture.ts";

let on: MqttHub;
beforeAll(async () => {
  on = await startMqttHub();
}, 60_000);
afterAll(() => on?.end());

const UP = "dianan/v1/gb26875/101/up";
const DOWN = "dianan/v1/gb26875/101/down";
const closed = (client: MqttClient): Promise<boolean> =>
  new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), 5_000);
    client.once("close", () => {
      clearTimeout(late);
      resolve(true);
    });
    client.on("error", () => {});
  });
const valuesOf = async (deviceId: string): Promise<readonly unknown[]> =>
  (await on.list(`readings?deviceId=${deviceId}`)).map(({ value }) => value).sort();

describe.each([
  ["3.1.1", 4, 0],
  ["5", 5, 100],
] as const)("MQTT %s", (name, protocolVersion, serials) => {
  const client = (id: string, more: object = {}) => on.client(id, { protocolVersion, ...more });

  test("EF-N.1, EF-4.4.3: an ack says that it is stored, with QoS 1 and 2; the protocol's own confirm goes down", async () => {
    const one = await client("own");
    const down: Buffer[] = [];
    one.on("message", (_, payload) => down.push(payload));
    await one.subscribeAsync(DOWN, { qos: 1 });
    for (const [n, qos] of ([1, 2] as const).entries()) {
      await one.publishAsync(UP, frame(101, serials + n, 310 + serials + n), { qos });
      // Nothing is waited for: what was acked is there.
      expect(await valuesOf("own"), `${name} ${qos}`).toContain((310 + serials + n) / 10);
    }
    await until(
      () => down.length,
      (n) => n === 2,
    );
    expect(gb26875.decodeFrame(down[0] ?? new Uint8Array())).toMatchObject({ ok: true, value: { command: 3 } });
    await one.endAsync();
  });

  test("EF-4.4.4, SEC-DEV-06, SEC-DEV-18: a repeat is acked and stored once; a gateway sends several frames of what it carries", async () => {
    const one = await client("own");
    const two = Buffer.concat([frame(102, serials + 1, 400 + serials), frame(102, serials + 2, 401 + serials)]);
    for (let n = 0; n < 2; n += 1) await one.publishAsync("dianan/v1/gb26875/102/up", two, { qos: 1 });
    const values = await valuesOf("carried");
    expect(values.filter((value) => value === 40 + serials / 10)).toHaveLength(1);
    expect(values).toContain((401 + serials) / 10);
    await one.endAsync();
  });

  test("EF-2.1, EF-4.1: JSON of our model, an alarm and a reading", async () => {
    const one = await client("spoken");
    const message = {
      sequence: serials + 1,
      readings: [{ component: "loop-5", quantity: "residualCurrent", value: 100 + serials }],
      conditions: [{ component: `loop-${serials}`, type: "temperatureOver", present: true, value: 81.5 }],
    };
    await one.publishAsync("dianan/v1/json/spoken/up", JSON.stringify(message), { qos: 1 });
    expect(await valuesOf("spoken")).toContain(100 + serials);
    expect(await on.list("alarms?deviceId=spoken")).not.toEqual([]);
    await one.endAsync();
  });

  test("SEC-DEV-13: every topic that is not the device's own is denied, to publish and to hear", async () => {
    const denied = [
      "dianan/v1/gb26875/103/up",
      "dianan/v1/gb26875/999/up",
      "dianan/v1/ykc/101/up",
      "dianan/v1/json/spoken/up",
      "dianan/v1/gb26875/101/down",
      "dianan/v1/gb26875/103/status",
      "dp/v1/101/up",
      "$SYS/broker/uptime",
      "anything",
    ];
    for (const topic of denied) {
      const one = await client("own");
      const isClosed = closed(one);
      const sent = one.publishAsync(topic, frame(103, 9), { qos: 1 }).then(
        () => "acked",
        (error: Error & { code?: number }) => `refused ${error.code}`,
      );
      // Version 5 says it in the ack, 3.1.1 can only close.
      if (protocolVersion === 5) expect(await sent, topic).toBe(`refused ${0x87}`);
      else expect(await isClosed, topic).toBe(true);
      one.end(true);
    }
    const one = await client("own");
    const filters = [
      ...denied.slice(0, 4).map((topic) => topic.replace("/up", "/down")),
      "#",
      "dianan/v1/+/+/down",
      "$SYS/#",
    ];
    for (const filter of [...filters, UP, "$share/g/dianan/v1/gb26875/101/down"]) {
      const outcome = await one.subscribeAsync(filter, { qos: 0 }).then(
        (granted) => granted.map(({ qos }) => qos),
        () => "refused",
      );
      expect(outcome === "refused" || (outcome as readonly number[]).every((qos) => qos >= 0x80), filter).toBe(true);
    }
    await one.endAsync();
    expect(await valuesOf("other")).toEqual([]);
  });

  test("SEC-DEV-13: who does not sign in as a device with its key is refused, with the code that says why", async () => {
    const refusals: readonly (readonly [object, number, number])[] = [
      [{ password: "dd_wrong-wrong-wrong" }, 4, 0x86],
      [{ username: "other" }, 4, 0x86],
      [{ username: "", password: "" }, 4, 0x86],
      [{ clientId: "somebody" }, 2, 0x85],
      [{ clientId: "other" }, 2, 0x85],
      [{ will: { topic: "dianan/v1/gb26875/103/status", payload: Buffer.from("offline"), qos: 1 } }, 5, 0x87],
      [{ will: { topic: UP, payload: Buffer.from("x"), qos: 0 } }, 5, 0x87],
    ];
    for (const [more, returnCode, reasonCode] of refusals) {
      const code = await client("own", more).then(
        () => "in",
        (error: { code: number }) => error.code,
      );
      expect(code, JSON.stringify(more)).toBe(protocolVersion === 5 ? reasonCode : returnCode);
    }
    // Its wire address is its name too, and a will on its own status topic is a will.
    const will = {
      topic: "dianan/v1/gb26875/101/status",
      payload: Buffer.from("offline"),
      qos: 1,
      retain: protocolVersion === 4,
    };
    const one = await client("own", { clientId: "101", will });
    expect(one.connected).toBe(true);
    await one.endAsync();
  });

  test("EF-4.4.3: what does not decode is kept with why; version 5 is told, and 3.1.1 sends it no more", async () => {
    const one = await client("own");
    const bad = frame(101, serials + 50);
    bad[bad.length - 3] = (bad[bad.length - 3] ?? 0) ^ 1;
    const reason = await one.publishAsync(UP, bad, { qos: 1 }).then(
      () => "acked",
      (error: Error & { code?: number }) => error.code,
    );
    expect(reason).toBe(protocolVersion === 5 ? 0x99 : "acked");
    const kept = async (): Promise<string> => JSON.stringify(await on.list("undecodable"));
    await until(kept, (text) => text.includes("bad-checksum"));
    await one.endAsync();
    const two = await client("spoken");
    for (const text of [
      "{",
      "{}",
      '{"sequence":1,"sequence":2}',
      '{"sequence":1,"readings":[{"quantity":"temperature"}]}',
    ]) {
      const told = await two.publishAsync("dianan/v1/json/spoken/up", text, { qos: 1 }).then(
        () => "acked",
        (error: Error & { code?: number }) => error.code,
      );
      expect(told, text).toBe(protocolVersion === 5 ? 0x99 : "acked");
    }
    await two.endAsync();
    await until(kept, (text) => text.includes("/readings/0/value"));
  });

  test("SEC-DEV-13: a payload above 64 KiB, and a retained message on an up topic, end the connection", async () => {
    for (const [payload, retain] of [
      [Buffer.alloc(64 * 1024 + 1), false],
      [frame(101, 1), true],
    ] as const) {
      const one = await client("own");
      const isClosed = closed(one);
      const sent = one.publishAsync(UP, payload, { qos: 1, retain }).then(
        () => "acked",
        (error: Error & { code?: number }) => `refused ${error.code}`,
      );
      expect(await Promise.race([sent, isClosed.then((is) => `closed ${is}`)])).not.toBe("acked");
      one.end(true);
    }
  });

  test("SEC-DEV-13, SEC-DEV-17: who signs in as a device puts its former connection out", async () => {
    const first = await client("own");
    const isClosed = closed(first);
    const second = await client("own");
    expect(await isClosed).toBe(true);
    await second.publishAsync(UP, frame(101, serials + 60, 600 + serials), { qos: 1 });
    await second.endAsync();
  });

  test("a session that is kept hears its topics again; a clean one hears nothing", async () => {
    const kept = protocolVersion === 5 ? { properties: { sessionExpiryInterval: 60 } } : {};
    const first = await client("own", { clean: false, ...kept });
    await first.subscribeAsync(DOWN);
    await first.endAsync();
    const second = await client("own", { clean: false, resubscribe: false, ...kept });
    const down: Buffer[] = [];
    second.on("message", (_, payload) => down.push(payload));
    await second.publishAsync(UP, frame(101, serials + 70, 700 + serials), { qos: 1 });
    await until(
      () => down.length,
      (n) => n === 1,
    );
    await second.endAsync();
    const third = await client("own", { clean: true });
    third.on("message", (_, payload) => down.push(payload));
    await third.publishAsync(UP, frame(101, serials + 71, 710 + serials), { qos: 1 });
    await third.endAsync();
    expect(down).toHaveLength(1);
  });
});

test("SEC-DEV-15: a key that is revoked opens nothing from then on, and its open connection ends within 60 s", async () => {
  const one = await on.client("other", { protocolVersion: 5 });
  const ended = new Promise<number | undefined>((resolve) =>
    one.once("disconnect", ({ reasonCode }) => resolve(reasonCode)),
  );
  const { items } = (await on.call("GET", "devices/other/credentials")) as unknown as {
    items: readonly { id: string }[];
  };
  expect(items).toHaveLength(1);
  await on.call("DELETE", `devices/other/credentials/${items[0]?.id}`);
  await expect(on.client("other", { protocolVersion: 4 })).rejects.toMatchObject({ code: 4 });
  expect(await ended).toBe(0x87);
}, 60_000);

test.each([
  ["no MQTT", Buffer.from("GET / HTTP/1.1\r\n\r\n")],
  ["a publish before a sign-in", Buffer.from("300400016141", "hex")],
  ["a version that is none", Buffer.from("100c00044d5154540702003c0000", "hex")],
  ["a length without end", Buffer.from("30ffffffffff", "hex")],
])("SEC-DEV-08, SEC-DEV-12: %s ends the connection", async (_, bytes) => {
  const isClosed = await new Promise((resolve) => {
    const socket = connect(on.port, "127.0.0.1", () => socket.write(bytes));
    socket.on("error", () => {});
    socket.setTimeout(8_000, () => resolve(false));
    socket.on("data", () => {});
    socket.once("close", () => resolve(true));
    socket.once("end", () => socket.end());
  });
  expect(isClosed).toBe(true);
});
