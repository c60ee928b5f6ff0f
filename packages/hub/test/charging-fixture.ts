import { component, device, putPlace, type TestHub, unit } from "./http-fixture.ts";

export const PILE = { ...device, id: "pile-1", name: "车棚充电桩", type: "chargingPile" };
export const OTHER = { ...PILE, id: "pile-2", unitId: "unit-0002" };
export const portOf = (pile: string, n: number) => ({
  ...{
    ...component,
    id: `${pile}:port-${n}`,
    name: `充电口 ${n}`,
    address: `${n} 号口`,
    deviceId: pile,
    type: "chargingPort",
  },
});

export const session = {
  id: "session-1",
  deviceId: "pile-1",
  componentId: "pile-1:port-1",
  unitId: "unit-0001",
  order: "20260102110405007",
  state: "ended",
  startedAt: "2026-01-02T11:00:00+08:00",
  endedAt: "2026-01-02T13:00:00+08:00",
  energyKwh: 0.82,
  amountFen: 120,
  maxPowerW: 186,
  end: "full",
  isAbnormal: false,
  rawCode: "stop:11",
};
export type Session = typeof session;

/** Two sites, their piles and ports. */
export const putSites = async (hub: TestHub): Promise<void> => {
  const put = async (list: string, items: readonly unknown[]): Promise<void> => {
    const answer = await hub.call("POST", `/api/v1/${list}`, { items });
    const text = await answer.text();
    if (answer.status !== 200 || text.includes('"refused"')) throw new Error(`${list}: ${text}`);
  };
  await putPlace(hub);
  await put("units", [{ ...unit, id: "unit-0002", name: "第二站点", regionCode: "350524", placeType: "residential" }]);
  await put("devices", [PILE, OTHER]);
  await put("components", [portOf("pile-1", 1), portOf("pile-1", 2), portOf("pile-2", 1)]);
};
