import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Message } from "@dianan/codec";
import { openDevice } from "@dianan/device";
import { expect, test } from "vitest";
import { until } from "./http-fixture.ts";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";
import { deviceBody } from "./registry.ts";

/** One transmission and three resends: a command that is under way at every kill still gets its last. */
const KILLS = 3;
const ADDRESSES = [11, 12, 13, 14];
const COMMANDS_PER_ROUND = 4;

type Kept = {
  readonly state: string;
  readonly transmissions: number;
  readonly parameters: { readonly records: number };
};

/** Every command in the file, by the number of records that it asks for: no two ask for the same. */
const keptIn = (dataDir: string): ReadonlyMap<number, Kept> => {
  const database = new DatabaseSync(join(dataDir, "hub.db"));
  const rows = database.prepare("SELECT body FROM access WHERE kind = 'command'").all() as { body: string }[];
  database.close();
  const bodies = rows.map(({ body }) => JSON.parse(body) as Kept);
  return new Map(bodies.map((body) => [body.parameters.records, body]));
};

test("SEC-DEV-14: a hub killed while commands are under way sends nothing that is not on its disk, and loses none", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-command-kill-"));
  /** By address, what its device was asked, in order. */ const heard = new Map<number, number[]>();
  let key = "";
  let last = 0;
  const call = async (hub: HubChild, path: string, body: unknown): Promise<number> => {
    const response = await fetch(`${hub.httpUrl}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    await response.text();
    return response.status;
  };
  const deviceOf = (hub: HubChild, address: number) => {
    const onAsked = (message: Message): Message | "deny" => {
      if (message.kind !== "readTransmitterOperation") return "deny";
      heard.set(address, [...(heard.get(address) ?? []), message.records]);
      const operation = { reset: false, muted: true, manualAlarm: false, alarmCleared: false };
      const more = { selfTest: false, acknowledged: false, dutyAnswered: false, tested: false, reserved: 0 };
      const item = { operation: { ...operation, ...more }, operator: 1, time: message.start };
      return { kind: "transmitterOperation", items: [item] } as unknown as Message;
    };
    return openDevice({ host: "127.0.0.1", port: hub.gb26875Port, address, onAsked });
  };
  const connect = (hub: HubChild) =>
    ADDRESSES.map((address) => {
      const device = deviceOf(hub, address);
      device.send({ kind: "empty" }).catch(() => {});
      return device;
    });
  const accepted: number[] = [];
  const askSome = async (hub: HubChild): Promise<void> => {
    for (let n = 0; n < COMMANDS_PER_ROUND; n += 1)
      for (const address of ADDRESSES) {
        last += 1;
        const records = last;
        const parameters = { what: "operations", records, fromTime: "2026-01-02T00:00:00+08:00" };
        const status = await call(hub, `/api/v1/devices/d${address}/commands`, {
          ...{ action: "read", parameters, reason: "核对操作记录" },
        }).catch(() => 0);
        if (status === 202) accepted.push(records);
      }
  };
  const place = { address: "x", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  try {
    for (let round = 0; round < KILLS; round += 1) {
      const hub = await startHubChild(dataDir);
      key ||= hub.firstKey ?? "";
      if (round === 0) {
        const contact = { contactName: "x", contactPhone: "0595-85600000" };
        await call(hub, "/api/v1/operators", {
          items: [{ id: "op1", name: "x", code: "op1", address: "x", ...contact }],
        });
        const unit = { id: "u1", name: "x", operatorId: "op1", regionCode: "350582", deviceCount: 0, ...place };
        await call(hub, "/api/v1/units", { items: [unit] });
        await call(hub, "/api/v1/devices", { items: ADDRESSES.map((one) => deviceBody(`d${one}`, String(one))) });
      }
      const devices = connect(hub);
      const before = accepted.length;
      const asking = askSome(hub);
      // Another moment each time, so that the kill meets commands in every state.
      await until(
        () => accepted.length - before,
        (count) => count >= ADDRESSES.length,
      );
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      await killHubChild(hub);
      await asking;
      await Promise.all(devices.map((device) => device.close()));
      // What a device was asked was on the disk before, with as many transmissions as it heard.
      const kept = keptIn(dataDir);
      for (const records of [...heard.values()].flat()) {
        const times = [...heard.values()].flat().filter((one) => one === records).length;
        expect(kept.get(records)?.transmissions ?? 0, `command ${records}`).toBeGreaterThanOrEqual(times);
      }
      for (const records of accepted) expect(kept.has(records), `command ${records}`).toBe(true);
    }
    const hub = await startHubChild(dataDir);
    const devices = connect(hub);
    await until(
      () => [...keptIn(dataDir).values()].filter(({ state }) => state !== "done"),
      (open) => open.length === 0,
      20_000,
    );
    await Promise.all(devices.map((device) => device.close()));
    await killHubChild(hub);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  expect(accepted.length).toBeGreaterThanOrEqual(KILLS * ADDRESSES.length);
  for (const [address, all] of heard) {
    // In the order in which they were asked for; again only what was under way.
    const order = [...new Set(all)];
    expect(order, `device ${address}`).toEqual([...order].sort((a, b) => a - b));
    for (const records of order) expect(all.filter((one) => one === records).length).toBeLessThanOrEqual(4);
  }
  for (const records of accepted) expect([...heard.values()].flat()).toContain(records);
}, 90_000);
