// A hub of a benchmark with its fleet registered.
import { FIRST_ADDRESS } from "./fleet-device.ts";

/** Id of the record of a device of the fleet. */
export const benchDevice = (index: number): string => `bench-${index}`;
/** Id of the unit that has it. */
export const benchUnit = (index: number): string => `u-${Math.floor(index / PER_UNIT)}`;
const PER_UNIT = 30;
const BULK = 500;
const place = { address: "bench", latitude: 24.78, longitude: 118.55, platformCode: "BENCH" };

export type Api = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** @throws Error for an answer that is none of success, and for a refused item */
export const apiOf =
  (httpUrl: string, key: string): Api =>
  async (method, path, body) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    for (;;) {
      const answer = await fetch(`${httpUrl}/api/v1${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (answer.status === 429) {
        await answer.body?.cancel();
        await new Promise((go) => setTimeout(go, 1_000));
        continue;
      }
      const text = await answer.text();
      if (!answer.ok || text.includes('"refused"')) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
      return JSON.parse(text);
    }
  };

/** Registers so many devices, in units of 30. @param periodSeconds - how often each is expected to report; 0: as the hub expects */
export const registerFleet = async (api: Api, devices: number, periodSeconds = 0): Promise<void> => {
  const contact = { contactName: "bench", contactPhone: "0595-0000000" };
  await api("POST", "/operators", { items: [{ id: "op", name: "bench", code: "op", address: "bench", ...contact }] });
  const put = async (path: string, count: number, of: (n: number) => object): Promise<void> => {
    for (let from = 0; from < count; from += BULK)
      await api("POST", path, {
        items: Array.from({ length: Math.min(BULK, count - from) }, (_, n) => of(from + n)),
      });
  };
  await put("/units", Math.ceil(devices / PER_UNIT), (n) => ({
    ...{ id: `u-${n}`, name: `bench ${n}`, operatorId: "op", regionCode: "350582", deviceCount: 0, ...place },
  }));
  await put("/devices", devices, (n) => ({
    ...{ id: benchDevice(n), name: `bench ${n}`, type: "electricalFireMonitor", operatorId: "op" },
    ...{ unitId: benchUnit(n), installedOn: "2026-01-01", status: "normal", manufacturer: "bench" },
    ...{ componentCount: 0, protocol: "gb26875", wireAddress: String(FIRST_ADDRESS + n), ...place },
    ...(periodSeconds > 0 ? { expectedPeriodSeconds: periodSeconds } : {}),
  }));
};
