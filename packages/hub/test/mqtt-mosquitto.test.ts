import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import { connectAsync } from "mqtt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  frame,
  hasMosquitto,
  isMosquittoRequired,
  type MqttHub,
  mosquittoServer,
  runTool,
  startMqttHub,
  until,
} from "./mqtt-fixture.ts";

const isThere = hasMosquitto && mosquittoServer !== undefined;
if (!isThere)
  console.warn(
    "SKIPPED: mosquitto, mosquitto_pub and mosquitto_sub are not installed (apt install mosquitto mosquitto-clients)",
  );

/** As root it would become a user who may not read our folder. */
const asWeAre = process.getuid?.() === 0 ? ["user root"] : [];

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
const valuesOf = async (on: MqttHub, deviceId: string): Promise<readonly unknown[]> =>
  (await on.list(`readings?deviceId=${deviceId}`)).map(({ value }) => value);

describe.runIf(isThere || isMosquittoRequired)("Debian's mosquitto", () => {
  let on: MqttHub;
  beforeAll(async () => {
    on = await startMqttHub();
  }, 60_000);
  afterAll(() => on?.end());
  const args = (id: string, topic: string, version: string): string[] => [
    ...[
      "-h",
      "127.0.0.1",
      "-p",
      String(on.port),
      "-V",
      version,
      "-i",
      id,
      "-u",
      id,
      "-P",
      on.keys.get(id) ?? "",
      "-t",
      topic,
    ],
  ];

  test.each([
    ["mqttv311", 1, 500],
    ["mqttv5", 1, 501],
    ["mqttv311", 2, 502],
    ["mqttv5", 2, 503],
  ] as const)("EF-N.1: mosquitto_pub %s with QoS %i: stored when it ends", async (version, qos, value) => {
    const sent = await runTool(
      "mosquitto_pub",
      [...args("own", "dianan/v1/gb26875/101/up", version), "-q", String(qos), "-s"],
      frame(101, value, value),
    );
    expect(sent).toEqual({ code: 0, said: "" });
    expect(await valuesOf(on, "own")).toContain(value / 10);
  });

  test("EF-N.1: mosquitto_pub sends JSON of our model", async () => {
    const message = JSON.stringify({ sequence: 7, readings: [{ quantity: "temperature", value: 41.5 }] });
    const sent = await runTool("mosquitto_pub", [
      ...args("spoken", "dianan/v1/json/spoken/up", "mqttv311"),
      ...["-q", "1", "-m", message],
    ]);
    expect(sent.code).toBe(0);
    expect(await valuesOf(on, "spoken")).toEqual([41.5]);
  });

  test("SEC-DEV-13: mosquitto_pub is told what it may not do", async () => {
    const wrongKey = await runTool("mosquitto_pub", [
      ...["-h", "127.0.0.1", "-p", String(on.port), "-V", "mqttv311", "-i", "own", "-u", "own", "-P", "dd_wrong"],
      ...["-t", "dianan/v1/gb26875/101/up", "-q", "1", "-m", "x"],
    ]);
    expect(wrongKey.code).not.toBe(0);
    const foreign = await runTool(
      "mosquitto_pub",
      [...args("own", "dianan/v1/gb26875/103/up", "mqttv5"), "-q", "1", "-s"],
      frame(103, 1),
    );
    expect(foreign.said).toContain("Not authorized");
    expect(await valuesOf(on, "other")).toEqual([]);
  });

  test("SEC-DEV-13: mosquitto_sub may hear its own down topic and is refused every other", async () => {
    const foreign = await runTool("mosquitto_sub", [
      ...args("own", "dianan/v1/gb26875/103/down", "mqttv311"),
      "-W",
      "3",
    ]);
    expect(foreign.said).toContain("denied");
    const all = await runTool("mosquitto_sub", [...args("own", "#", "mqttv5"), "-W", "3"]);
    expect(all.said).toContain("denied");
    const own = await runTool("mosquitto_sub", [
      ...args("own", "dianan/v1/gb26875/101/down", "mqttv311"),
      ...["-W", "2"],
    ]);
    // It has waited for a message until its time was over.
    expect(own.said).toContain("Timed out");
  }, 30_000);
});

describe.runIf(isThere || isMosquittoRequired)("mosquitto as the broker between", () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-mosquitto-"));
  let broker: ChildProcess;
  let port = 0;
  let on: MqttHub;
  const startBroker = async (): Promise<void> => {
    broker = spawn(mosquittoServer ?? "mosquitto", ["-c", join(folder, "mosquitto.conf")], { stdio: "ignore" });
    await until(
      () =>
        connectAsync({ ...account, reconnectPeriod: 0 }).then(
          (client) => client.endAsync().then(() => true),
          () => false,
        ),
      (is) => is,
    );
  };
  const stopBroker = (): Promise<void> =>
    new Promise((resolve) => {
      broker.once("exit", () => resolve());
      broker.kill("SIGKILL");
    });
  const password = "broker-secret";
  let account = { host: "127.0.0.1", port: 0, username: "hub", password };
  beforeAll(async () => {
    port = await freePort();
    account = { ...account, port };
    writeFileSync(join(folder, "passwords"), "");
    await runTool("mosquitto_passwd", ["-b", join(folder, "passwords"), "hub", password]);
    const conf = [`listener ${port} 127.0.0.1`, "allow_anonymous false", `password_file ${join(folder, "passwords")}`];
    writeFileSync(join(folder, "mosquitto.conf"), [...asWeAre, ...conf, ""].join("\n"));
    await startBroker();
    on = await startMqttHub({
      doors: [],
      lines: [{ name: "broker1", protocol: "mqtt", host: "127.0.0.1", port, username: "hub", password }],
    });
  }, 60_000);
  afterAll(async () => {
    await on?.end();
    await stopBroker();
    rmSync(folder, { recursive: true, force: true });
  });
  const device = () => connectAsync({ ...account, clientId: "device-101" });

  test("EF-N.1, EF-4.4.3: a frame by the broker is stored, its confirm comes back, a stranger is listed", async () => {
    const one = await device();
    const down: Buffer[] = [];
    one.on("message", (_, payload) => down.push(payload));
    await one.subscribeAsync("dianan/v1/gb26875/101/down");
    await until(
      async () => {
        await one.publishAsync("dianan/v1/gb26875/101/up", frame(101, 1, 300), { qos: 1 });
        return valuesOf(on, "own");
      },
      (values) => values.length > 0,
    );
    expect(await valuesOf(on, "own")).toEqual([30]);
    await until(
      () => down.length,
      (n) => n > 0,
    );
    expect(gb26875.decodeFrame(down[0] ?? new Uint8Array())).toMatchObject({ ok: true, value: { command: 3 } });
    expect(await on.call("GET", "devices/own/way")).toEqual({ deviceId: "own", way: "broker", ack: "atBroker" });
    await one.publishAsync("dianan/v1/gb26875/777/up", frame(777, 1), { qos: 1 });
    await until(
      () => on.list("unclaimed"),
      (items) => JSON.stringify(items).includes('"777"'),
    );
    await one.endAsync();
  }, 30_000);

  test("what is no frame, another's address, or no topic of ours stores nothing and stops nothing", async () => {
    const one = await device();
    for (const [topic, payload] of [
      ["dianan/v1/gb26875/101/up", Buffer.from("nonsense")],
      ["dianan/v1/gb26875/103/up", frame(101, 5, 555)],
      ["dianan/v1/nothing/101/up", frame(101, 5, 555)],
      ["dianan/v1/json/spoken/up", Buffer.from("{}")],
      ["dp/v1/101/up", frame(101, 5, 555)],
    ] as const)
      await one.publishAsync(topic, payload, { qos: 1 });
    await one.publishAsync("dianan/v1/gb26875/101/up", frame(101, 2, 310), { qos: 1 });
    await until(
      () => valuesOf(on, "own"),
      (values) => values.includes(31),
    );
    expect([...(await valuesOf(on, "own")), ...(await valuesOf(on, "other"))]).not.toContain(55.5);
    await until(
      async () => JSON.stringify(await on.list("undecodable")),
      (text) => text.includes("invalid") && text.includes("6e6f6e73656e7365"),
    );
    await one.endAsync();
  }, 30_000);

  test("EF-4.4.3: what comes while the hub is down waits at the broker, and is stored when it is up again", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "dianan-mqtt-away-"));
    const config = {
      ...{ dataDir, doors: [] },
      lines: [{ name: "broker2", protocol: "mqtt", host: "127.0.0.1", port, username: "hub", password }],
    };
    const before = await startMqttHub(config);
    const key = before.hub.firstKey ?? "";
    const one = await device();
    // Until its subscription is there.
    await until(
      async () => {
        await one.publishAsync("dianan/v1/gb26875/103/up", frame(103, 1, 300), { qos: 1 });
        return valuesOf(before, "other");
      },
      (values) => values.length > 0,
    );
    await before.hub.close();
    for (const n of [2, 3, 4]) await one.publishAsync("dianan/v1/gb26875/103/up", frame(103, n, 300 + n), { qos: 1 });
    await one.endAsync();
    const after = await startMqttHub(config);
    await until(
      async () => {
        const headers = { authorization: `Bearer ${key}` };
        const answer = await fetch(`${after.hub.httpUrl}/api/v1/readings?deviceId=other`, { headers });
        return ((await answer.json()) as { items: { value: number }[] }).items.map(({ value }) => value).sort();
      },
      (values) => JSON.stringify(values) === "[30,30.2,30.3,30.4]",
    );
    await after.end();
    await before.end();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  test("the broker is dialled again when it has gone, and its password is in no log", async () => {
    await stopBroker();
    await startBroker();
    const one = await device();
    await until(
      async () => {
        await one.publishAsync("dianan/v1/gb26875/101/up", frame(101, 3, 320), { qos: 1 });
        return valuesOf(on, "own");
      },
      (values) => values.includes(32),
    );
    await one.endAsync();
    expect(on.logged.join("\n")).toContain("line broker1");
    expect(on.logged.join("\n")).not.toContain(password);
  }, 30_000);
});

test.runIf(isThere || isMosquittoRequired)(
  "a broker that refuses the sign-in is said by its name",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "dianan-mosquitto-"));
    const port = await freePort();
    writeFileSync(
      join(folder, "mosquitto.conf"),
      [...asWeAre, `listener ${port} 127.0.0.1`, "allow_anonymous false", ""].join("\n"),
    );
    const broker = spawn(mosquittoServer ?? "mosquitto", ["-c", join(folder, "mosquitto.conf")], { stdio: "ignore" });
    const on = await startMqttHub({
      doors: [],
      lines: [{ name: "broker1", protocol: "mqtt", host: "127.0.0.1", port }],
    });
    try {
      await until(
        () => on.logged.join("\n"),
        (text) => /line broker1: .*refused the sign-in, code 5/.test(text),
      );
    } finally {
      await on.end();
      broker.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    }
  },
  30_000,
);
