// A list of many alarms at a real hub: places and devices, and alarms of a partner's platform, which the hub does not group.

type Hub = { readonly httpUrl: string; readonly firstKey: string | null };
const BATCH = 500;
/** Devices of a unit. */ const DEVICES = 5;
const types = ["residualCurrentOver", "temperatureOver", "residualCurrentHigh", "commFault", "offline"] as const;

const timeOf = (at: number): string => `${new Date(at + 28_800_000).toISOString().slice(0, 19)}+08:00`;
const post = async (hub: Hub, kind: string, items: readonly object[]): Promise<void> => {
  for (let first = 0; first < items.length; first += BATCH) {
    const response = await fetch(`${hub.httpUrl}/api/v1/${kind}`, {
      method: "POST",
      headers: { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" },
      body: JSON.stringify({ items: items.slice(first, first + BATCH) }),
    });
    const text = await response.text();
    if (!response.ok || text.includes('"refused"')) throw new Error(`${response.status} ${text.slice(0, 400)}`);
  }
};

/** Registers so many units, of five devices each. */
export const registerMany = async (hub: Hub, units: number): Promise<void> => {
  const place = { latitude: 24.718, longitude: 118.538, operatorId: "op-01", platformCode: "JJLY01" };
  const many = <T>(count: number, of: (n: number) => T): readonly T[] => Array.from({ length: count }, (_, n) => of(n));
  await post(
    hub,
    "units",
    many(units, (n) => ({
      ...{
        ...place,
        id: `many-${n}`,
        name: `单位 ${n}`,
        address: `${n} 号`,
        regionCode: "350582",
        deviceCount: DEVICES,
      },
      community: `社区 ${n % 40}`,
    })),
  );
  await post(
    hub,
    "devices",
    many(units * DEVICES, (n) => ({
      ...{ ...place, id: `many-dev-${n}`, name: `探测器 ${n}`, type: "electricalFireMonitor", address: "一层" },
      ...{ unitId: `many-${n % units}`, installedOn: "2026-03-18", status: "normal", manufacturer: "示例电气" },
      componentCount: 0,
    })),
  );
};

/** The id of an alarm of {@link sendAlarms}. */
export const loadId = (n: number): string => `load-${n}`;

/** Alarms of all classes but events, one for each device in turn; `cleared` ends what was raised by the same numbers. */
export const sendAlarms = (
  hub: Hub,
  from: number,
  count: number,
  units: number,
  state: "raised" | "cleared" = "raised",
): Promise<void> =>
  post(
    hub,
    "alarms",
    Array.from({ length: count }, (_, place) => {
      const n = from + place;
      return {
        ...{ id: loadId(n), deviceId: `many-dev-${n % (units * DEVICES)}`, unitId: `many-${n % units}` },
        ...{ type: types[n % types.length], occurredAt: timeOf(Date.now()), description: `负载 ${n}` },
        ...{ platformCode: "JJLY02", state },
      };
    }),
  );

/** Ids of the alarms that stand, as the hub lists them. */
export const standingAtHub = async (hub: Hub): Promise<readonly string[]> => {
  const ids: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const query: string = `state=raised&limit=500${next === "" ? "" : `&cursor=${encodeURIComponent(next)}`}`;
    const response = await fetch(`${hub.httpUrl}/api/v1/alarms?${query}`, {
      headers: { authorization: `Bearer ${hub.firstKey}` },
    });
    const page = (await response.json()) as { items: readonly { id: string }[]; next: string | null };
    ids.push(...page.items.map(({ id }) => id));
    next = page.next;
  }
  return ids;
};
