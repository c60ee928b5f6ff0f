import { afterAll, beforeAll, expect, test } from "vitest";
import { createKeyRing } from "../src/access/key-ring.ts";
import { createSeals } from "../src/access/seal.ts";
import { createDrivers } from "../src/drivers/drivers.ts";
import type { HttpDeps } from "../src/http/http-deps.ts";
import { openReceivers } from "../src/open-receivers.ts";
import { type DoorCall, openDoorCall } from "./door-call.ts";
import { device, openTestHub, operator, testLimits, unit } from "./http-fixture.ts";
import { ctwingReport, MEASURED, onenetPush, openReceiving } from "./receiver-fixture.ts";

let door: DoorCall;
beforeAll(async () => {
  door = await openDoorCall();
  for (const [plural, item] of [
    ["operators", operator],
    ["units", unit],
    ["devices", { ...device, id: "d1", protocol: "json", wireAddress: "861000000000018" }],
  ] as const)
    await door.call("POST", `/api/v1/${plural}`, { items: [item] });
}, 20_000);
afterAll(() => door?.end());

const payload = { kind: "members", readings: [{ member: "/t", quantity: "temperature" }] } as const;
const open = (
  deps: HttpDeps,
  uplinkOf = deps.uplinkOf,
  store: Pick<HttpDeps["store"], "commit" | "record"> = deps.store,
) => {
  const log: string[] = [];
  const receive = openReceivers({
    ...{ store, access: deps.accessStore, seals: deps.seals as never, clock: deps.clock, uplinkOf },
    ...{
      drivers: createDrivers(480),
      outbound: {} as never,
      mapper: {} as never,
      log: (line: string) => void log.push(line),
    },
  });
  return { ...receive, log };
};
const pushOf = (n: number) => {
  const body = ctwingReport({ t: n }, { timestamp: MEASURED + n });
  return { body, text: JSON.stringify(body), header: () => null, source: "127.0.0.1", now: door.deps.clock() };
};
const values = async (): Promise<readonly number[]> =>
  (await door.call("GET", "/api/v1/readings?deviceId=d1")).body.items.map(({ value }: { value: number }) => value);

test("SEC-BAK-01: what was acknowledged and not yet decoded is decoded at the next start, once", async () => {
  const { body } = await door.call("POST", "/api/v1/receivers", {
    ...{ name: "x", platform: "ctwing", deviceKey: "imei", payload },
  });
  const address = String(body.url).split("/").at(-1) ?? "";
  const real = await door.deps.uplinkOf(door.deps.tenant);
  // Its engine never takes anything: as a hub that was killed after its answer.
  const dead = open(door.deps, async () => ({ ...real, relayedEvents: () => new Promise(() => {}) }));
  expect(await dead.pushDoor.take(address, pushOf(21))).toBe("accepted");
  expect(await dead.pushDoor.take(address, pushOf(22))).toBe("accepted");
  expect(await values()).toEqual([]);
  const after = open(door.deps);
  // A resend before anything is decoded is told all the same.
  expect(await after.pushDoor.take(address, pushOf(21))).toBe("duplicate");
  await after.resume([door.deps.tenant]);
  await after.idle();
  expect([...(await values())].sort()).toEqual([21, 22]);
  await after.resume([door.deps.tenant]);
  await after.idle();
  expect(await values()).toHaveLength(2);
  expect(await after.pushDoor.take(address, pushOf(22))).toBe("duplicate");
});

test("SEC-BAK-01: what the store does not take is not acknowledged; what cannot be decoded yet is tried again", async () => {
  const { body } = await door.call("POST", "/api/v1/receivers", {
    ...{ name: "y", platform: "ctwing", deviceKey: "imei", payload },
  });
  const address = String(body.url).split("/").at(-1) ?? "";
  const broken = open(door.deps, door.deps.uplinkOf, {
    record: door.deps.store.record,
    commit: () => Promise.reject(new Error("disk full")),
  });
  await expect(broken.pushDoor.take(address, pushOf(31))).rejects.toThrow("disk full");
  let isDown = true;
  const flaky = open(door.deps, async (tenant) => {
    const uplink = await door.deps.uplinkOf(tenant);
    const down = { status: "refused", reply: null, error: { code: "not-stored" } } as const;
    return { ...uplink, relayedEvents: async (...args) => (isDown ? down : uplink.relayedEvents(...args)) };
  });
  expect(await flaky.pushDoor.take(address, pushOf(31))).toBe("accepted");
  await flaky.idle();
  expect(await values()).not.toContain(31);
  expect(flaky.log).toHaveLength(1);
  isDown = false;
  flaky.tick();
  await flaky.idle();
  expect(await values()).toContain(31);
  const full = open(door.deps, async (tenant) => ({ ...(await door.deps.uplinkOf(tenant)), isFull: () => true }));
  expect(await full.pushDoor.take(address, pushOf(32))).toEqual({ refusal: "busy" });
});

test("SEC-KEY-02: secrets that another master key sealed open nothing; all of them must be entered again", async () => {
  const secrets = { token: "token-1" };
  const draft = { name: "z", platform: "onenet", deviceKey: "deviceName", payload, secrets };
  const { body } = await door.call("POST", "/api/v1/receivers", draft);
  const address = String(body.url).split("/").at(-1) ?? "";
  const other = createSeals(createKeyRing(new Uint8Array(32).fill(7)));
  const lost = open({ ...door.deps, seals: other as never });
  const message = { deviceName: "d", messageType: "lifeCycle", data: { status: "online" } };
  const push = onenetPush(message, { token: "token-1" });
  const incoming = { ...pushOf(41), body: push, text: JSON.stringify(push) };
  expect(await lost.pushDoor.take(address, incoming)).toEqual({ refusal: "lost" });
  const who = { tenant: door.deps.tenant, actor: "key:1", role: "platform" } as never;
  const at = { now: door.deps.clock(), source: "", requestId: "" };
  const { id, version } = body.receiver;
  expect(await lost.receivers.change(who, id, version, { name: "y" }, at)).toMatchObject({ fault: "invalid" });
  expect(await lost.receivers.change(who, id, version, { secrets: { token: "token-2" } }, at)).toMatchObject({
    ...{ view: { version: version + 1, secretsSet: ["token"] } },
  });
  expect(await lost.pushDoor.take(address, incoming)).toEqual({ refusal: "signature" });
});

test("SEC-DEV-01: when the list of unregistered devices is full, a push of one more is kept as refused and not tried for ever", async () => {
  const hub = await openTestHub({ limits: { ...testLimits, strangers: 3 } });
  try {
    const receiving = await openReceiving(() => hub);
    const to = await receiving.receiver({ name: "x", platform: "ctwing", deviceKey: "imei", payload });
    const states: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      await receiving.push(to, ctwingReport({ t: n }, { IMEI: `stranger-${n}`, timestamp: MEASURED + n }));
      const { state, faults } = await receiving.newest(to);
      states.push(`${state} ${faults[0]?.code ?? ""}`);
    }
    expect(states.slice(0, 2)).toEqual(["taken ", "taken "]);
    expect(states.slice(-2)).toEqual(["refused not-listed", "refused not-listed"]);
    expect(hub.log.filter((line) => line.startsWith("pushes:"))).toEqual([]);
  } finally {
    await hub.end();
  }
});
