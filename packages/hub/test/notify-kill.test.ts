import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { alarm, samples, unit, until } from "./http-fixture.ts";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";
import { accepted, isHook, isSms } from "./notify-fixture.ts";
import { openProvider, PHONE } from "./notify-provider.ts";

const ROUNDS = Number(process.env.DIANAN_KILL_ROUNDS ?? 3);
/** Alarms stored in a round before the hub is killed. */
const PER_ROUND = 25;

test(
  `EF-4.2: a hub killed ${ROUNDS} times tells of every stored alarm, and of none more than twice by one attempt`,
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "dianan-notify-kill-"));
    const provider = await openProvider();
    // So slow that a kill meets requests under way.
    provider.answer = (asked, response) => void setTimeout(() => accepted(asked, response), 30);
    const stored: string[] = [];
    let key = "";
    const ask = async (
      { httpUrl }: HubChild,
      method: string,
      path: string,
      body: unknown,
      headers: Record<string, string> = {},
    ) => {
      const response = await fetch(`${httpUrl}/api/v1/${path}`, {
        ...{ method, body: JSON.stringify(body) },
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as { readonly [member: string]: unknown };
    };
    const place = (id: string) => `unit-${id}`;
    const setUp = async (child: HubChild): Promise<void> => {
      key = child.firstKey ?? "";
      for (const plural of ["operators", "units", "devices"] as const)
        await ask(child, "POST", plural, { items: [samples[plural]] });
      const channel = async (kind: string, more: object) =>
        ((await ask(child, "POST", "notification-channels", { name: kind, kind, ...more })).channel as { id: string })
          .id;
      const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
      const hook = await channel("webhook", { options: { url: `${provider.url}/hook` }, secrets: { secret } });
      const template = { id: "T", variables: [{ name: "code", fact: "code" }] };
      const keys = { accessKeyId: "i", accessKeySecret: "s" };
      await channel("aliyunSms", {
        options: { endpoint: provider.url, signName: "x" },
        secrets: keys,
        fallbackTemplate: template,
        caps: [],
      });
      const contact = String(
        (await ask(child, "POST", "notification-contacts", { name: "陈伟", addresses: { phone: PHONE } })).id,
      );
      const step = {
        afterSeconds: 0,
        channels: ["sms", "webhook"],
        recipients: ["contact", "group"],
        contactIds: [contact],
        channelIds: [hook],
      };
      const policy = {
        rules: [{ name: "r", classes: ["alarm"], steps: [step] }],
        fallbackContactIds: [contact],
        // Each alarm is in a unit of its own; these are no storm.
        grouping: { windowSeconds: 10, stormPerMinute: 1_000, perPersonMax: 100 },
      };
      await ask(child, "PUT", "notification-policy", policy, { "if-match": '"0"' });
    };
    const told = (): ReadonlySet<string> =>
      new Set(provider.asked.filter(isHook).map(({ body }) => (JSON.parse(body) as { subject: string }).subject));
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const child = await startHubChild(dataDir);
        if (round === 0) await setUp(child);
        const ids = Array.from({ length: PER_ROUND }, (_, n) => `al-${round}-${n}`);
        await ask(child, "POST", "units", { items: ids.map((id) => ({ ...unit, id: place(id) })) });
        for (const id of ids) {
          await ask(child, "POST", "alarms", { items: [{ ...alarm, id, unitId: place(id), class: "alarm" }] });
          stored.push(id);
        }
        // Killed while some are told and some are not.
        await until(
          () => told().size,
          (count) => count > round * PER_ROUND,
          20_000,
        );
        await killHubChild(child);
      }
      const last = await startHubChild(dataDir);
      await until(
        () => stored.filter((id) => !told().has(id)),
        (missing) => missing.length === 0,
        60_000,
      );
      const unsent = async (): Promise<number> => {
        const headers = { authorization: `Bearer ${key}` };
        const answer = await fetch(`${last.httpUrl}/api/v1/notifications?limit=500`, { headers });
        const { items } = (await answer.json()) as { items: { state: string }[] };
        return items.filter(({ state }) => state === "queued" || state === "sending").length;
      };
      await until(unsent, (count) => count === 0, 60_000);
      await killHubChild(last);
      const times = new Map<string, number>();
      for (const one of provider.asked.filter(isSms)) {
        const id = one.query.get("OutId") ?? "";
        times.set(id, (times.get(id) ?? 0) + 1);
      }
      const twice = [...times.values()].filter((count) => count === 2).length;
      console.log(`notify kill: ${ROUNDS} kills, ${stored.length} alarms, all told, ${twice} attempts sent once more`);
      expect(times.size).toBe(stored.length);
      expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
      // A webhook's receiver knows a repeat by its id: one alarm, one id.
      const ids = new Map<string, Set<string>>();
      for (const { body, headers } of provider.asked.filter(isHook)) {
        const { subject } = JSON.parse(body) as { subject: string };
        ids.set(subject, (ids.get(subject) ?? new Set()).add(String(headers["webhook-id"])));
      }
      expect([...ids.values()].filter(({ size }) => size !== 1)).toEqual([]);
    } finally {
      await provider.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
  120_000 + ROUNDS * 20_000,
);
