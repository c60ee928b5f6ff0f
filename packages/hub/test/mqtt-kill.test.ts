import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "mqtt";
import { expect, test } from "vitest";
import { killHubChild, startHubChild } from "./hub-child.ts";
import { frame, register } from "./mqtt-fixture.ts";

const KILLS = 4;
/** More are on their way than the hub can have acked when it is killed. */
const IN_FLIGHT = 20;

test(`EF-4.4.3, EF-4.4.4: a hub killed ${KILLS} times between PUBLISH and PUBACK; each message is sent again until it is acked, and stored once`, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-mqtt-kill-"));
  let child = await startHubChild(dataDir, { HUB_MQTT: "0" });
  const { keys } = await register(child.httpUrl, child.firstKey ?? "");
  const env = { HUB_MQTT: String(child.doorPorts[0]) };
  const key = child.firstKey ?? "";
  // As a device is: what was not acked it keeps, and sends when it is connected again.
  const client = connect({
    ...{ host: "127.0.0.1", port: child.doorPorts[0] ?? 0, clientId: "own", username: "own", clean: false },
    ...{ password: keys.get("own") ?? "", reconnectPeriod: 100, protocolVersion: 4 },
  });
  client.on("error", () => {});
  let publishes = 0;
  client.on("packetsend", ({ cmd }) => {
    if (cmd === "publish") publishes += 1;
  });
  let serial = 0;
  let ackedCount = 0;
  let isKilled = false;
  let isOver = false;
  const sending: Promise<void>[] = [];
  const send = async (): Promise<void> => {
    while (!isOver) {
      serial += 1;
      await client.publishAsync("dianan/v1/gb26875/101/up", frame(101, serial, serial), { qos: 1 });
      ackedCount += 1;
    }
  };
  try {
    for (let n = 0; n < IN_FLIGHT; n += 1) sending.push(send());
    let unacked = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = ackedCount;
      while (ackedCount < before + 30) await new Promise((resolve) => setTimeout(resolve, 1));
      const waiting = new Promise<void>((resolve) => client.once("packetsend", () => resolve()));
      await waiting;
      await killHubChild(child);
      isKilled = true;
      unacked += serial - ackedCount;
      child = await startHubChild(dataDir, env);
    }
    isOver = true;
    await Promise.all(sending);
    console.log(`mqtt kill: ${serial} messages, ${publishes} PUBLISH, ${unacked} without ack at the kills`);
    expect([isKilled, unacked > 0, publishes > serial, ackedCount]).toEqual([true, true, true, serial]);
    const values: number[] = [];
    let path = "/api/v1/readings?deviceId=own&limit=500";
    while (path !== "") {
      const answer = await fetch(`${child.httpUrl}${path}`, { headers: { authorization: `Bearer ${key}` } });
      const { items } = (await answer.json()) as { items: readonly { value: number }[] };
      values.push(...items.map(({ value }) => value));
      const next = /<([^>]+)>;\s*rel="?next/.exec(answer.headers.get("link") ?? "")?.[1] ?? "";
      path = next === "" ? "" : next.replace(/^https?:\/\/[^/]+/, "");
    }
    const sent = Array.from({ length: serial }, (_, n) => (n + 1) / 10);
    expect(values.sort((a, b) => a - b)).toEqual(sent);
  } finally {
    isOver = true;
    client.end(true);
    await killHubChild(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 180_000);
