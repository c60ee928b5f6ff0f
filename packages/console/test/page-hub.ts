import { gb26875 } from "@dianan/codec";
import { type Device, openDevice } from "@dianan/device";
import { defaultLimits, type HubConfig, type RunningHub, startHub } from "@dianan/hub";

type Message = Parameters<Device["send"]>[0];

/** A real hub that serves the built page. */
export const openHub = (dataDir: string, consoleDir: string, more: Partial<HubConfig> = {}): Promise<RunningHub> =>
  startHub(
    {
      dataDir,
      httpHost: "127.0.0.1",
      httpPort: 0,
      gb26875Host: "127.0.0.1",
      gb26875Port: 0,
      platformCode: "JJLY01",
      platformName: "示例平台",
      city: null,
      consoleDir,
      utcOffsetMinutes: 480,
      expectedPeriodMs: 300_000,
      linkGraceMs: 60_000,
      // Pages are opened faster than a person could.
      limits: { ...defaultLimits, requestRateFactor: 100 },
      ...more,
    },
    { log: () => undefined },
  );

const places = ["灵水制衣厂", "林口养老院", "大布林小学", "小布林农贸市场", "曾林出租屋", "张前小区物业"];
const rooms = ["厨房配电箱", "二层东侧配电箱", "配电房 1 号柜", "车间 A 总闸", "宿舍楼 3 层", "门卫室"];

/** Text that a page must show and never run: markup, marks that turn the reading direction, a very long name. */
export const hostile = {
  markup: '<img src=x onerror="document.title=`owned`"><script>document.title="owned"</script>',
  turned: "配电箱\u202Etxt.exe",
  long: `很长${"名".repeat(97)}`,
} as const;

const place = { latitude: 24.718012, longitude: 118.538871 };
/** Address on the wire of the device at a place of {@link seed}. */
export const addressOf = (index: number): number => 900 + index;

/** Registers one operator, units and devices through the open API; the last devices have the `odd` names. */
export const seed = async (
  hub: RunningHub,
  key: string,
  odd: readonly string[] = Object.values(hostile),
): Promise<void> => {
  const devices = 14;
  const put = async (kind: string, items: readonly object[]): Promise<void> => {
    const response = await fetch(`${hub.httpUrl}/api/v1/${kind}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ items }),
    });
    const answer = (await response.json()) as { results?: readonly { status: string }[] };
    if (!answer.results?.every(({ status }) => status === "created")) throw new Error(JSON.stringify(answer));
  };
  const phone = { contactName: "示例联系人", contactPhone: "0595-85600000" };
  await put("operators", [
    { id: "op-01", name: "示例运维", code: "91350100M000100Y43", address: "灵源街道", ...phone },
  ]);
  await put(
    "units",
    places.map((name, n) => ({
      ...{ id: `unit-${n}`, name, operatorId: "op-01", address: `晋江市灵源街道${name} 1 号`, ...place },
      ...{ regionCode: "350582", deviceCount: 0, platformCode: "JJLY01", ...phone },
      community: ["灵水", "林口", "大布林"][n % 3] ?? "灵水",
    })),
  );
  await put(
    "devices",
    Array.from({ length: devices }, (_, n) => ({
      ...{ id: `dev-${addressOf(n)}`, name: odd[n - devices + odd.length] ?? rooms[n % rooms.length], ...place },
      ...{
        type: "electricalFireMonitor",
        address: "一层东侧",
        operatorId: "op-01",
        unitId: `unit-${n % places.length}`,
      },
      ...{ platformCode: "JJLY01", installedOn: "2026-03-18", status: "normal", manufacturer: "示例电气" },
      ...{ model: "DA-200", componentCount: 0, protocol: "gb26875", wireAddress: String(addressOf(n)) },
    })),
  );
};

/** A simulated device that is linked to the hub. */
export const link = (hub: RunningHub, address: number): Device =>
  openDevice({
    host: "127.0.0.1",
    port: hub.gb26875Port,
    address,
    clock: Date.now,
    random: Math.random,
    resendAfterMs: 2_000,
  });

const noBits = {
  ...{ normal: false, fire: false, fault: false, shielded: false, supervised: false, started: false },
  ...{ feedback: false, delayed: false, powerFault: false, reserved: 0 },
};

/** A component's status as GB/T 26875.3 says it. */
export const componentStatus = (
  bits: { readonly [name: string]: boolean },
  componentType: number,
  note: string,
): Message =>
  ({
    kind: "componentStatus",
    items: [
      {
        ...{ systemType: 1, systemAddress: 1, componentType, componentAddress: 327682, note },
        status: { ...noBits, ...bits },
        time: gb26875.timeLabelOf(Date.now(), 480),
      },
    ],
  }) as Message;

/** Alarms with values and of every class, as a partner platform sends them. */
export const putAlarms = async (hub: RunningHub, key: string): Promise<void> => {
  const ago = (minutes: number): string =>
    `${new Date(Date.now() - minutes * 60_000 + 28_800_000).toISOString().slice(0, 19)}+08:00`;
  const rows = [
    ["residualCurrentOver", 1, 3, { value: 689, threshold: 500, unit: "mA", repeats: 2 }],
    ["temperatureOver", 2, 25, { value: 87.5, threshold: 70, unit: "Cel" }],
    ["arcDetected", 3, 40, { value: 18, threshold: 14, unit: "{arc}" }],
    ["residualCurrentHigh", 4, 8, { value: 326, threshold: 300, unit: "mA" }],
    ["overloadHigh", 5, 52, { value: 61.2, threshold: 60, unit: "A" }],
    ["commFault", 6, 12, {}],
    ["lowBattery", 7, 1500, { value: 11, unit: "%" }],
    ["offline", 8, 31, {}],
    ["offline", 9, 90, {}],
    ["selfCheck", 10, 5, {}],
  ] as const;
  const items = rows.map(([type, n, minutes, more]) => ({
    ...{ id: `partner-${n}`, deviceId: `dev-${addressOf(n)}`, unitId: `unit-${n % places.length}`, type },
    ...{
      occurredAt: ago(minutes),
      receivedAt: ago(minutes),
      description: `来自合作平台:${type}`,
      platformCode: "JJLY02",
    },
    ...more,
  }));
  const response = await fetch(`${hub.httpUrl}/api/v1/alarms`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ items }),
  });
  if (response.status !== 200) throw new Error(await response.text());
};

/** Address on the wire of the pile of {@link putCharging}, by the open device protocol. */
export const PILE = 8_801;

/** A charging site: a pile with two ports, one with a port that is never there, and two sessions, one of which ended abnormally (CP-3.2). */
export const putCharging = async (hub: RunningHub, key: string): Promise<void> => {
  const put = async (kind: string, items: readonly object[]): Promise<void> => {
    const response = await fetch(`${hub.httpUrl}/api/v1/${kind}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ items }),
    });
    const text = await response.text();
    if (!response.ok || text.includes('"refused"')) throw new Error(text);
  };
  const of = { manufacturer: "示例电气", installedOn: "2026-03-18", status: "normal" };
  const ports = ["2", "1"];
  const pile = (n: number): object => ({
    ...{
      ...of,
      ...place,
      id: `pile-${n}`,
      name: "车棚充电桩",
      type: "chargingPile",
      address: "车棚",
      unitId: "unit-5",
    },
    ...{ operatorId: "op-01", platformCode: "JJLY01", componentCount: 3 - n, protocol: "dianan" },
    wireAddress: String(PILE - 1 + n),
  });
  const port = (pileId: string, n: string): object => ({
    ...{ ...of, id: `${pileId}:port-${n}`, name: `充电口 ${n}`, address: `${n} 号口`, deviceId: pileId },
    ...{ type: "chargingPort", componentKey: `port/${n}` },
  });
  await put("devices", [pile(1), pile(2)]);
  await put("components", [...ports.map((n) => port("pile-1", n)), port("pile-2", "3")]);
  const ago = (minutes: number): string =>
    `${new Date(Date.now() - minutes * 60_000 + 28_800_000).toISOString().slice(0, 19)}+08:00`;
  await put(
    "charging-sessions",
    ports.map((n) => ({
      ...{ id: `session-${n}`, deviceId: "pile-1", componentId: `pile-1:port-${n}`, unitId: "unit-5", order: `A${n}` },
      ...{ state: "ended", startedAt: ago(90), endedAt: ago(30), energyKwh: 0.82, amountFen: 120, maxPowerW: 186 },
      ...(n === "1" ? { end: "full", isAbnormal: false } : { end: "overPower", isAbnormal: true }),
      rawCode: `stop:${n}`,
    })),
  );
};
