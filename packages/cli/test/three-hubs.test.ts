// Two hubs and a city's, each `dianan hub` as a process of its own, that share while they are killed.
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { type PlatformProcess, startPlatform } from "./platform-process.ts";

/** 10,000 and 1,000 in the long tier. */
const DEVICES = Number(process.env.DIANAN_SHARED_DEVICES ?? 500);
const ALARMS = Number(process.env.DIANAN_SHARED_ALARMS ?? 60);
/** Of each process. */
const KILLS = Number(process.env.DIANAN_SHARED_KILLS ?? 1);
const LIMIT_MS = 240_000 + DEVICES * 60 + KILLS * 90_000;

const kinds = ["operator", "unit", "device", "component", "alarm"] as const;
const scopes = ["records:read", "records:write", "alarms:read", "alarms:write", "pii:read"];
const push = { push: { kinds: [...kinds], periodSeconds: 1, personalData: "full" as const, agreement: "共享协议 1" } };
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const good = <T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T => {
  if (data === undefined) throw new Error(`${response.status} ${JSON.stringify(error)}`);
  return data;
};

/** `from` invites `to`, which connects: a call from each side. */
const connect = async (from: PlatformProcess, to: PlatformProcess, isBothWays: boolean): Promise<void> => {
  const body = { name: to.code, platformCode: to.code, scopes, ...(isBothWays ? { exchange: push } : {}) };
  const { token, versionsUrl } = good(await from.person.POST("/api/v1/parties", { body, headers: from.admin.headers }));
  const party = await to.person.POST("/api/v1/party-connections", {
    ...{ body: { versionsUrl, token, scopes: scopes.slice(0, 4), exchange: push }, headers: to.admin.headers },
  });
  expect(good(party)).toMatchObject({ state: "connected", platformCode: from.code });
};

const waitFor = async <T>(look: () => Promise<T>, isGood: (value: T) => boolean, ms: number): Promise<T> => {
  const deadline = performance.now() + ms;
  for (;;) {
    const value = await look().catch((error: unknown) => error as T);
    if (!(value instanceof Error) && isGood(value)) return value;
    if (performance.now() > deadline) throw new Error(`still not: ${JSON.stringify(value)} ${String(value)}`);
    await delay(200);
  }
};

/** Puts records; a hub that is away, or has much to do, is asked again: what it has taken already changes nothing. */
const put = async (at: PlatformProcess, plural: string, items: readonly object[]): Promise<void> => {
  const body = JSON.stringify({ items });
  const headers = { authorization: `Bearer ${at.key}`, "content-type": "application/json" };
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${at.url}/api/v1/${plural}`, { method: "POST", headers, body }).catch(() => null);
    const text = (await answer?.text().catch(() => "")) ?? "";
    if (answer?.status === 200) {
      if (text.includes('"refused"')) throw new Error(`${at.code} ${plural}: ${text.slice(0, 500)}`);
      return;
    }
    if (answer !== null && answer.status < 500 && answer.status !== 429) throw new Error(`${answer.status} ${text}`);
    if (tries > 3_000) throw new Error(`${at.code} takes nothing: ${at.log()}`);
    await delay(50);
  }
};

const place = (code: string) => ({ address: "x", latitude: 24.78, longitude: 118.55, platformCode: code });
const deviceOf = (code: string, n: number, name: string) => ({
  ...{
    id: `${code}-d${n}`,
    name,
    type: "electricalFireMonitor",
    operatorId: `${code}-op`,
    unitId: `${code}-u${n % 20}`,
  },
  ...{ installedOn: "2026-01-01", status: "normal", manufacturer: "示例电气", componentCount: 0, ...place(code) },
});
const alarmOf = (code: string, n: number, devices: number) => ({
  ...{ id: `${code}-a${n}`, deviceId: `${code}-d${n % devices}`, unitId: `${code}-u${(n % devices) % 20}` },
  ...{ occurredAt: new Date(1_790_000_000_000 + n * 1_000).toISOString(), description: `剩余电流报警 ${n}` },
  ...{ type: "residualCurrentOver", platformCode: code },
});

/** How much of all that is to be put is there; who waits for a part of it goes on when that part is. */
const trafficOf = (all: number) => {
  let done = 0;
  let waiting: { readonly from: number; readonly go: () => void }[] = [];
  return {
    add: (many: number): void => {
      done += many;
      for (const { from, go } of waiting) if (from <= done) go();
      waiting = waiting.filter(({ from }) => from > done);
    },
    /** @param part - of 1 */
    at: (part: number): Promise<void> =>
      new Promise((go) => {
        if (part * all <= done) go();
        else waiting.push({ from: part * all, go });
      }),
  };
};

/** What a platform's own day brings: devices, alarms of them as they come, then changes and an end of some. */
const live = async (
  at: PlatformProcess,
  devices: number,
  alarms: number,
  came: (many: number) => void,
): Promise<void> => {
  const { code } = at;
  const person = { contactName: "联系人", contactPhone: "+86-595-85600000" };
  await put(at, "operators", [
    { id: `${code}-op`, name: "示例运维", code: "91350100M000100Y43", address: "x", ...person },
  ]);
  const units = Array.from({ length: 20 }, (_, n) => ({
    ...{ id: `${code}-u${n}`, name: `单位 ${n}`, operatorId: `${code}-op`, regionCode: "350582", deviceCount: 0 },
    ...place(code),
  }));
  await put(at, "units", units);
  let raised = 0;
  const raise = async (to: number, of: number): Promise<void> => {
    while (raised < to) {
      const some = Math.min(5, to - raised);
      await put(
        at,
        "alarms",
        Array.from({ length: some }, (_, n) => alarmOf(code, raised + n, of)),
      );
      raised += some;
      came(some);
    }
  };
  const STEP = 100;
  for (let from = 0; from < devices; from += STEP) {
    const many = Math.min(STEP, devices - from);
    await put(
      at,
      "devices",
      Array.from({ length: many }, (_, n) => deviceOf(code, from + n, `设备 ${from + n}`)),
    );
    came(many);
    await raise(Math.floor((alarms * (from + many)) / devices), from + many);
  }
  const changed = Array.from({ length: Math.floor(devices / 10) }, (_, n) => deviceOf(code, n * 10, `改名 ${n}`));
  for (let from = 0; from < changed.length; from += STEP) await put(at, "devices", changed.slice(from, from + STEP));
  await put(at, "devices", [deviceOf(code, devices, "临时")]);
  await put(at, "devices", [{ id: `${code}-d${devices}`, deleted: true }]);
};

type Sides = { readonly from: PlatformProcess; readonly to: PlatformProcess; readonly destination: string };
const destinationsOf = async (from: PlatformProcess, all: readonly PlatformProcess[]): Promise<readonly Sides[]> => {
  const { items } = good(await from.person.GET("/api/v1/parties", { headers: from.admin.headers }));
  return items.flatMap(({ platformCode, destinationId }) => {
    const to = all.find(({ code }) => code === platformCode);
    return destinationId === null || to === undefined ? [] : [{ from, to, destination: destinationId }];
  });
};

const compared = async ({ from, destination }: Sides): Promise<object> => {
  const body = { destinationId: destination, kinds: [...kinds] };
  const { id } = good(await from.api.POST("/api/v1/reconciliations", { body }));
  const done = await waitFor(
    async () => good(await from.api.GET("/api/v1/reconciliations/{id}", { params: { path: { id } } })),
    ({ progress }) => progress.state === "done" || progress.state === "failed",
    120_000,
  );
  const { missingThere, missingHere, different, owed, progress } = done;
  return { missingThere, missingHere, different, owed, state: progress.state, compared: progress.doneItems };
};

/** Everything that a platform has, by kind and id, without asking it to compare. */
const digests = async ({ api }: PlatformProcess): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const kind of kinds) {
    let cursor: string | null = "";
    while (cursor !== null) {
      const after: { cursor?: string } = cursor === "" ? {} : { cursor };
      const page: { items: readonly { id: string; digest: string; deleted: boolean }[]; next: string | null } = good(
        await api.GET("/api/v1/sharing-digests", { params: { query: { kind, limit: 500, ...after } } }),
      );
      for (const { id, digest, deleted } of page.items) if (!deleted) found.set(`${kind} ${id}`, digest);
      cursor = page.next;
    }
  }
  return found;
};

test(`EF-N.3, EF-N.5: two hubs and a city's agree on ${DEVICES} devices and ${ALARMS} alarms although each was killed ${KILLS} times`, {
  timeout: LIMIT_MS,
}, async () => {
  const started = performance.now();
  const all = await Promise.all(["ALPHA01", "BRAVO01", "CITY0001"].map((code) => startPlatform(code)));
  for (const one of all) ends.push(() => one.end());
  const [alpha, bravo, city] = all as [PlatformProcess, PlatformProcess, PlatformProcess];
  // Both push to each other; the city hears of the first through the second, which bridges.
  await connect(alpha, bravo, true);
  await connect(city, bravo, false);

  const half = Math.ceil(DEVICES / 2);
  const traffic = trafficOf(DEVICES + ALARMS);
  const lives = Promise.all([
    live(alpha, half, Math.ceil(ALARMS / 2), traffic.add),
    live(bravo, DEVICES - half, Math.floor(ALARMS / 2), traffic.add),
  ]);
  // Each at a moment of its own in the midst of the traffic, so that two or all three may be down at once.
  const kills = Promise.all(
    all.map(async (one) => {
      for (let round = 0; round < KILLS; round += 1) {
        await traffic.at((0.8 * (round + Math.random())) / KILLS);
        await one.kill();
      }
    }),
  );
  await Promise.all([lives, kills]);

  const pairs = [...(await destinationsOf(alpha, all)), ...(await destinationsOf(bravo, all))];
  expect(pairs.map(({ from, to }) => `${from.code} ${to.code}`).sort()).toEqual([
    ...["ALPHA01 BRAVO01", "BRAVO01 ALPHA01", "BRAVO01 CITY0001"],
  ]);
  const settle = async (): Promise<void> => {
    for (const { from, destination } of pairs)
      await waitFor(
        async () => good(await from.api.GET("/api/v1/sharing/{id}", { params: { path: { id: destination } } })),
        ({ state, pending, refused }) => state === "idle" && pending === 0 && refused === 0,
        150_000,
      );
  };
  // Twice: what the first has sent may be owed further by who got it.
  await settle();
  await settle();
  const found = await Promise.all(pairs.map(compared));
  // Two operators, 40 units, and everything else once; the device that was deleted is a tombstone where it was known.
  const records = 2 + 40 + DEVICES + ALARMS;
  for (const one of found)
    expect(one).toMatchObject({ missingThere: 0, missingHere: 0, different: 0, owed: 0, state: "done" });
  const [a, b, c] = await Promise.all([digests(alpha), digests(bravo), digests(city)]);
  expect([a.size, b.size, c.size]).toEqual([records, records, records]);
  expect([...a].filter(([id, digest]) => b.get(id) !== digest || c.get(id) !== digest)).toEqual([]);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `three hubs: ${DEVICES} devices, ${ALARMS} alarms, ${3 * KILLS} kills in the midst of traffic, ${records} records on each of three, 0 differences, ${seconds} s`,
  );
});
