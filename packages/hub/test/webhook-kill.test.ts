import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { alarm, samples, until } from "./http-fixture.ts";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";
import { accept, openReceiver, status } from "./webhook-receiver.ts";

const ROUNDS = Number(process.env.DIANAN_KILL_ROUNDS ?? 4);

test(
  `SEC-OUT-05: a hub killed ${ROUNDS} times in the middle of deliveries has told of every stored alarm, each under one id`,
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "dianan-webhook-kill-"));
    const receiver = await openReceiver();
    const stored: string[] = [];
    let key = "";
    const post = async ({ httpUrl }: HubChild, path: string, body: unknown): Promise<Response> =>
      fetch(`${httpUrl}/api/v1/${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    /** Alarms until the hub is gone; those whose answer came are stored. */
    const write = async (child: HubChild, round: number): Promise<void> => {
      for (let n = 0; ; n += 1) {
        const id = `al-${round}-${n}`;
        const answer = await post(child, "alarms", { items: [{ ...alarm, id }] }).catch(() => null);
        if (answer === null) return;
        if (answer.status === 200) stored.push(id);
        await answer.body?.cancel().catch(() => {});
      }
    };
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const child = await startHubChild(dataDir);
        if (round === 0) {
          key = child.firstKey ?? "";
          for (const plural of ["operators", "units", "devices"] as const)
            expect((await post(child, plural, { items: [samples[plural]] })).status).toBe(200);
          const types = ["com.dianan.alarm.raised"];
          expect((await post(child, "webhooks", { url: receiver.url, eventTypes: types })).status).toBe(201);
        }
        // Sometimes the receiver is away too, so that the kill meets a queue, a circuit and requests under way.
        receiver.answer = round % 3 === 1 ? status(503) : accept;
        const writing = write(child, round);
        await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700));
        await killHubChild(child);
        await writing;
      }
      receiver.answer = accept;
      const last = await startHubChild(dataDir);
      const missing = (): readonly string[] => {
        const told = new Set(receiver.events().map(({ subject }) => subject));
        return stored.filter((id) => !told.has(id));
      };
      await until(missing, (ids) => ids.length === 0, 30_000);
      await killHubChild(last);
      expect(stored.length).toBeGreaterThan(20 * ROUNDS);
      const ids = new Map<string | null, Set<string>>();
      for (const { subject, id } of receiver.events()) ids.set(subject, (ids.get(subject) ?? new Set()).add(id));
      expect([...ids.values()].filter((set) => set.size !== 1)).toEqual([]);
    } finally {
      await receiver.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
  60_000 + ROUNDS * 6_000,
);
