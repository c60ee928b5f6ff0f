import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { frame, openClient } from "./coap-fixture.ts";
import { killHubChild, startHubChild } from "./hub-child.ts";
import { register } from "./mqtt-fixture.ts";

const KILLS = 4;
/** Devices that send at once, so that some wait for their answer whenever the hub is killed. */
const DEVICES = 12;

test(`EF-4.4.3, EF-4.4.4: a hub killed ${KILLS} times between datagram and answer; what has no answer is sent again, and stored once`, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-coap-kill-"));
  let child = await startHubChild(dataDir, { HUB_COAP: "0" });
  const { keys } = await register(child.httpUrl, child.firstKey ?? "");
  const env = { HUB_COAP: String(child.doorPorts[0]) };
  const authorization = `Bearer ${child.firstKey ?? ""}`;
  let serial = 0;
  let answered = 0;
  let unanswered = 0;
  let isOver = false;
  const send = async (): Promise<void> => {
    const client = openClient(() => Number(env.HUB_COAP));
    while (!isOver) {
      serial += 1;
      const payload = frame(101, serial, serial);
      let code = "";
      while (code !== "2.04") {
        const ask = { key: keys.get("own") ?? "", payload, contentFormat: 42 };
        code = await client.ask("/up", ask).then(
          (said) => said.code,
          () => "",
        );
      }
      answered += 1;
    }
    client.end();
  };
  const sending: Promise<void>[] = [];
  try {
    for (let n = 0; n < DEVICES; n += 1) sending.push(send());
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = answered;
      while (answered < before + 40) await new Promise((resolve) => setTimeout(resolve, 1));
      await killHubChild(child);
      unanswered += serial - answered;
      child = await startHubChild(dataDir, env);
    }
    isOver = true;
    await Promise.all(sending);
    console.log(`coap kill: ${serial} frames, ${unanswered} without an answer at the kills`);
    expect([unanswered > 0, answered]).toEqual([true, serial]);
    const values: number[] = [];
    let path = "/api/v1/readings?deviceId=own&limit=500";
    while (path !== "") {
      const answer = await fetch(`${child.httpUrl}${path}`, { headers: { authorization } });
      const { items } = (await answer.json()) as { items: readonly { value: number }[] };
      values.push(...items.map(({ value }) => value));
      const next = /<([^>]+)>;\s*rel="?next/.exec(answer.headers.get("link") ?? "")?.[1] ?? "";
      path = next === "" ? "" : next.replace(/^https?:\/\/[^/]+/, "");
    }
    const sent = Array.from({ length: serial }, (_, n) => (n + 1) / 10);
    expect(values.sort((a, b) => a - b)).toEqual(sent);
  } finally {
    isOver = true;
    await killHubChild(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 180_000);
