// A hub with a door for MQTT and a registry, and what tests of it need: clients of mqtt.js, frames, Debian's tools.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import { defaultLimits, type HubConfig, type RunningHub, startHub } from "@dianan/hub";
import { connectAsync, type IClientOptions, type MqttClient } from "mqtt";
import { device, operator, unit } from "./http-fixture.ts";

export type MqttHub = {
  readonly hub: RunningHub;
  readonly port: number;
  readonly logged: string[];
  /** Keys of devices. */ readonly keys: ReadonlyMap<string, string>;
  call(method: string, path: string, body?: object): Promise<Record<string, never>>;
  list(path: string): Promise<readonly Record<string, unknown>[]>;
  /** A client of one device, signed in with its key. */
  client(deviceId: string, more?: IClientOptions): Promise<MqttClient>;
  end(): Promise<void>;
};

const wire = (id: string, wireAddress: string, more: object = {}): object => ({
  ...{ ...device, id, unitId: "unit-0001", protocol: "gb26875", wireAddress, ...more },
});
/** A device of its own, one behind it, one that is a stranger to it, one that speaks JSON. */
export const devices: readonly object[] = [
  wire("own", "101"),
  wire("carried", "102", { gatewayId: "own" }),
  wire("other", "103"),
  wire("spoken", "spoken", { protocol: "json" }),
  wire("pile", "0000000123", { protocol: "ykc" }),
];

export const startMqttHub = async (more: Partial<HubConfig> = {}): Promise<MqttHub> => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-mqtt-"));
  const logged: string[] = [];
  const hub = await startHub(
    {
      dataDir,
      ...{ httpHost: "127.0.0.1", httpPort: 0, gb26875Host: "127.0.0.1", gb26875Port: 0 },
      ...{ platformCode: "JJLY01", platformName: "test", city: null, consoleDir: null },
      ...{ utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000, limits: defaultLimits },
      doors: [{ protocol: "mqtt", host: "127.0.0.1", port: 0 }],
      ...more,
    },
    { log: (line) => void logged.push(line) },
  );
  const registry = await register(hub.httpUrl, hub.firstKey ?? "");
  const port = hub.doorPorts[0] ?? 0;
  return {
    ...{ hub, port, logged, ...registry },
    client: (deviceId, options = {}) =>
      connectAsync({
        ...{ host: "127.0.0.1", port, clientId: deviceId, username: deviceId, reconnectPeriod: 0, ...options },
        password: options.password ?? registry.keys.get(deviceId) ?? "",
      }),
    end: async () => {
      await hub.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** Fills the registry of a hub and makes the keys. */
export const register = async (httpUrl: string, firstKey: string) => {
  const call: MqttHub["call"] = async (method, path, body) => {
    const response = await fetch(`${httpUrl}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${firstKey}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return text === "" ? {} : JSON.parse(text);
  };
  await call("POST", "operators", { items: [operator] });
  await call("POST", "units", { items: [unit] });
  await call("POST", "devices", { items: devices });
  const keys = new Map<string, string>();
  for (const id of ["own", "spoken", "other", "pile"]) {
    const { secret } = await call("POST", `devices/${id}/enrolments`);
    const { secret: key } = await call("POST", "uplink/enrolment", { secret });
    keys.set(id, String(key));
  }
  const list: MqttHub["list"] = async (path) => (await call("GET", path)).items ?? [];
  return { call, keys, list };
};

const at = { year: 2026, month: 11, day: 27, hour: 8, minute: 0, second: 0 };
const system = { systemType: 1, systemAddress: 1, componentAddress: 1, time: at };
/** A frame of GB/T 26875.3 with one temperature. */
export const frame = (address: number, serial: number, value = 300): Buffer =>
  Buffer.from(
    gb26875.encodeFrame({
      ...{ serial, version: { main: 1, user: 1 }, time: at, source: address, destination: 0, command: 2 },
      message: {
        kind: "componentAnalog",
        items: [{ ...system, componentType: 18, analogType: gb26875.analogTypes.temperature.code, value }],
      },
    } as never),
  );

/** Resolves when it is so; rejects with what it was after 10 s. */
export const until = async <T>(what: () => Promise<T> | T, isSo: (value: T) => boolean): Promise<T> => {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const value = await what();
    if (isSo(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Debian's MQTT tools, on this machine. */
export const hasMosquitto = ["mosquitto_pub", "mosquitto_sub"].every(
  (tool) => spawnSync(tool, ["--help"]).error === undefined,
);
export const mosquittoServer = ["/usr/sbin/mosquitto", "mosquitto"].find(
  (path) => spawnSync(path, ["-h"]).error === undefined,
);
/** In CI they must be there: a test that is skipped proves nothing. */
export const isMosquittoRequired = process.env.DIANAN_REQUIRE_MOSQUITTO === "1";

export const runTool = (
  tool: string,
  args: readonly string[],
  input?: Buffer,
): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn(tool, args);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    child.once("close", (code) => resolve({ code, said }));
    child.stdin.end(input);
  });
