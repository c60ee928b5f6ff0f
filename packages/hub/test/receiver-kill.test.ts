import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { operator, unit, until } from "./http-fixture.ts";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";
import { ctwingReport, frameOf, MEASURED } from "./receiver-fixture.ts";
import { deviceBody } from "./registry.ts";

const KILLS = 3;
const PUSHES = 240;
const AT_ONCE = 12;

/** What is kept of pushes in the file, as `<kind> <state>`, by what they say. */
const keptIn = (dataDir: string): ReadonlyMap<number, readonly string[]> => {
  const database = new DatabaseSync(join(dataDir, "hub.db"));
  const rows = database.prepare("SELECT kind, body FROM access WHERE kind IN ('openPush', 'push')").all() as {
    kind: string;
    body: string;
  }[];
  database.close();
  const kept = new Map<number, string[]>();
  for (const { kind, body } of rows) {
    const push = JSON.parse(body) as { readonly text: string; readonly state?: string };
    const { timestamp } = JSON.parse(push.text) as { readonly timestamp: number };
    const number = timestamp - MEASURED;
    kept.set(number, [...(kept.get(number) ?? []), `${kind} ${push.state ?? "pending"}`]);
  }
  return kept;
};

test("SEC-BAK-01, SEC-DEV-06: a hub killed among pushes has all that it acknowledged, and each once after resends", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-receiver-kill-"));
  let key = "";
  let address = "";
  const call = async (hub: HubChild, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    return (await (await fetch(`${hub.httpUrl}/api/v1/${path}`, { headers, ...sent })).json()) as never;
  };
  const push = async (hub: HubChild, n: number): Promise<boolean> => {
    const payload = { APPdata: frameOf(11, n, 100 + n).toString("base64") };
    try {
      const response = await fetch(`${hub.httpUrl}${address}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(ctwingReport(payload, { timestamp: MEASURED + n })),
      });
      await response.text();
      return response.status === 200;
    } catch {
      return false;
    }
  };
  try {
    const acked = new Set<number>();
    for (let round = 0; round <= KILLS; round += 1) {
      const hub = await startHubChild(dataDir);
      if (round === 0) {
        key = hub.firstKey ?? "";
        await call(hub, "operators", { items: [{ ...operator, id: "op1" }] });
        await call(hub, "units", { items: [{ ...unit, id: "u1", operatorId: "op1" }] });
        await call(hub, "devices", { items: [deviceBody("d11", "11")] });
        const payload = { kind: "frames", protocol: "gb26875", member: "/APPdata", encoding: "base64" };
        const made = await call(hub, "receivers", { name: "x", platform: "ctwing", deviceKey: "imei", payload });
        address = new URL(String(made.url)).pathname;
      }
      // The platform sends again whatever it got no answer to, and some that it did.
      const due = Array.from({ length: PUSHES }, (_, n) => n + 1).filter((n) => !acked.has(n) || n % 10 === 0);
      const isLast = round === KILLS;
      const target = isLast ? PUSHES : acked.size + PUSHES / (KILLS + 1);
      let isOver = false;
      const work = Array.from({ length: AT_ONCE }, async () => {
        for (let n = due.shift(); n !== undefined && !isOver; n = due.shift()) if (await push(hub, n)) acked.add(n);
      });
      if (isLast) await Promise.all(work);
      else {
        await until(
          () => acked.size,
          (size) => size >= target,
        );
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
        await killHubChild(hub);
        isOver = true;
        await Promise.all(work);
        const kept = keptIn(dataDir);
        for (const n of acked) expect(kept.get(n), `push ${n} after kill ${round}`).toHaveLength(1);
        continue;
      }
      expect(acked.size).toBe(PUSHES);
      await until(
        () => [...keptIn(dataDir).values()].flat(),
        (all) => all.every((one) => one === "push taken"),
      );
      expect([...keptIn(dataDir).values()].every((one) => one.length === 1)).toBe(true);
      const readings = (await call(hub, "readings?deviceId=d11&limit=500")).items as { value: number }[];
      expect(readings.map(({ value }) => Math.round(value * 10)).sort((a, b) => a - b)).toEqual(
        Array.from({ length: PUSHES }, (_, n) => 101 + n),
      );
      await killHubChild(hub);
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 120_000);
