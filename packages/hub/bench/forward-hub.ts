// A hub with devices that shares with a city, for `pnpm bench forward`.
import type { ChildProcess } from "node:child_process";
import { startChild } from "./child.ts";

/** Records of one bulk call, and of one push. */
export const BULK = 500;
/** Of the load of devices, see load.ts. */
const FIRST_ADDRESS = 1_000_000;

export type Hub = {
  readonly child: ChildProcess;
  readonly url: string;
  readonly key: string;
  readonly devicePort: number;
};

const place = { address: "bench", latitude: 24.78, longitude: 118.55, platformCode: "BENCH" };
export const deviceBody = (id: string, address: number) => ({
  ...{ id, name: id, type: "electricalFireMonitor", operatorId: "op", unitId: "u", installedOn: "2026-01-01" },
  ...{ status: "normal", manufacturer: "bench", componentCount: 0, protocol: "gb26875", ...place },
  wireAddress: String(address),
});
/** @param devices - how many take turns */
export const alarmBody = (n: number, devices: number) => ({
  ...{ id: `alarm-${n}`, deviceId: `bench-${n % devices}`, unitId: "u", type: "residualCurrentOver" },
  occurredAt: new Date(1_790_000_000_000 + n * 1_000).toISOString(),
  ...{ description: "剩余电流报警:689 mA", platformCode: "BENCH" },
});

/** Upserts in calls of {@link BULK}. @throws Error when one is refused */
export const put = async ({ url, key }: Hub, plural: string, items: readonly object[]): Promise<void> => {
  for (let from = 0; from < items.length; from += BULK) {
    const answer = await fetch(`${url}/api/v1/${plural}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ items: items.slice(from, from + BULK) }),
    });
    const text = await answer.text();
    if (answer.status !== 200 || text.includes('"refused"'))
      throw new Error(`${plural}: ${answer.status} ${text.slice(0, 300)}`);
  }
};

/** Whether nothing is owed to anybody. */
export const isAtRest = async ({ url, key }: Hub): Promise<boolean> => {
  const answer = await fetch(`${url}/api/v1/sharing`, { headers: { authorization: `Bearer ${key}` } });
  const { items } = (await answer.json()) as { items: readonly { pending: number }[] };
  return items.every(({ pending }) => pending === 0);
};

/** Default limits but for budgets of requests. */
export const startHub = async (folder: string, city: string, devices: number): Promise<Hub> => {
  const [child, says] = await startChild("./hub-process.ts", [folder], {
    BENCH_RATE_FACTOR: "1000000",
    BENCH_CITY: city,
  });
  const hub = {
    ...{ child, url: String(says.httpUrl), key: String(says.firstKey), devicePort: Number(says.gb26875Port) },
  };
  const person = { contactName: "bench", contactPhone: "0595-0000000" };
  await put(hub, "operators", [{ id: "op", name: "bench", code: "op", address: "bench", ...person }]);
  await put(hub, "units", [
    { id: "u", name: "bench", operatorId: "op", regionCode: "350582", deviceCount: 0, ...place },
  ]);
  await put(
    hub,
    "devices",
    Array.from({ length: devices }, (_, n) => deviceBody(`bench-${n}`, FIRST_ADDRESS + n)),
  );
  return hub;
};
