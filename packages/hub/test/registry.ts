import type { TestHub } from "./http-fixture.ts";

const place = { address: "灵源街道", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };

export const deviceBody = (id: string, wireAddress: string, more: Record<string, unknown> = {}) => ({
  id,
  name: `监控装置 ${id}`,
  type: "electricalFireMonitor",
  operatorId: "op1",
  unitId: "u1",
  installedOn: "2026-01-02",
  status: "normal",
  manufacturer: "甲厂",
  componentCount: 0,
  protocol: "gb26875",
  wireAddress,
  ...place,
  ...more,
});

const post = async (hub: TestHub, kind: string, items: readonly unknown[]): Promise<void> => {
  const answer = await hub.call("POST", `/api/v1/${kind}`, { items });
  const text = await answer.text();
  if (answer.status !== 200 || text.includes("refused")) throw new Error(`${kind}: ${answer.status} ${text}`);
};

/** Registers an operator, a unit and devices `d<address>` at the addresses. */
export const register = async (hub: TestHub, addresses: readonly number[]): Promise<void> => {
  await post(hub, "operators", [
    { id: "op1", name: "运维", code: "op1", address: "x", contactName: "李", contactPhone: "0595-85600000" },
  ]);
  await post(hub, "units", [
    { id: "u1", name: "单位", operatorId: "op1", regionCode: "350582", deviceCount: 0, ...place },
  ]);
  for (let at = 0; at < addresses.length; at += 500)
    await post(
      hub,
      "devices",
      addresses.slice(at, at + 500).map((address) => deviceBody(`d${address}`, String(address))),
    );
};

export const registerDevice = (hub: TestHub, body: unknown): Promise<void> => post(hub, "devices", [body]);

/** Items of a list, as the API gives them. */
export const list = async (hub: TestHub, path: string): Promise<readonly Record<string, unknown>[]> => {
  const answer = await hub.call("GET", `/api/v1/${path}`);
  const { items } = (await answer.json()) as { items?: readonly Record<string, unknown>[] };
  if (!items) throw new Error(`${path}: ${answer.status}`);
  return items;
};
export const record = async (hub: TestHub, path: string): Promise<Record<string, unknown>> =>
  (await (await hub.call("GET", `/api/v1/${path}`)).json()) as Record<string, unknown>;

/** Value of one figure of /metrics; 0 when it is not there yet. */
export const figure = async (hub: TestHub, name: string): Promise<number> => {
  const text = await (await hub.call("GET", "/metrics")).text();
  return Number(new RegExp(`^\\S*${name}(?:\\{[^}]*\\})? (\\S+)`, "m").exec(text)?.[1] ?? 0);
};
