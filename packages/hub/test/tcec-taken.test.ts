import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestHub, unit, until } from "./http-fixture.ts";
import {
  type Caller,
  envelope,
  OURS,
  openCaller,
  openTcecHub,
  partnerDraft,
  type Reply,
  servePartner,
  THEIRS,
  THEM,
} from "./tcec-fixture.ts";

const connector = (ConnectorID: string) => ({ ConnectorID, ConnectorName: `口 ${ConnectorID}`, ConnectorType: 1 });
const stationOf = (n: number, more: object = {}) => ({
  ...{ StationID: `S${n}`, OperatorID: THEM, EquipmentOwnerID: THEM, StationName: `车棚 ${n}`, CountryCode: "CN" },
  ...{ AreaCode: "350582", Address: "灵源街道", ServiceTel: "", StationType: 1, StationStatus: 50, ParkNums: 0 },
  ...{ StationLng: 118.543, StationLat: 24.715, Construction: 1, SiteGuide: "北门" },
  EquipmentInfos: [
    {
      ...{ EquipmentID: `E${n}`, EquipmentType: 2, ManufacturerName: "乙厂", EquipmentLng: "" },
      ConnectorInfos: [connector(`C${n}-1`), connector(`C${n}-2`)],
    },
  ],
  ...more,
});

/** The operator's platform: what it has, how it answers, and what it was asked. */
const theirs = {
  stations: [stationOf(1), stationOf(2)] as object[],
  states: {} as Record<string, unknown>,
  pageSize: 1,
  ret: 0,
  tweak: (_name: string, data: object): object => data,
  asked: [] as { readonly name: string; readonly data: Record<string, unknown> }[],
};
const answerTo = (name: string, data: Record<string, unknown>): object => {
  if (name === "query_token")
    return { OperatorID: THEM, SuccStat: 0, AccessToken: "t-1", TokenAvailableTime: 7_200, FailReason: 0 };
  if (name === "query_stations_info") {
    const page = Number(data.PageNo);
    const some = theirs.stations.slice((page - 1) * theirs.pageSize, page * theirs.pageSize);
    const count = Math.ceil(theirs.stations.length / theirs.pageSize);
    return { PageNo: page, PageCount: count, ItemSize: some.length, StationInfos: some };
  }
  const infos = (data.StationIDs as string[]).map((StationID) => ({
    StationID,
    ConnectorStatusInfos: [1, 2].map((n) => {
      const ConnectorID = `C${StationID.slice(1)}-${n}`;
      return { ConnectorID, Status: theirs.states[ConnectorID] ?? 1, ParkStatus: 0, LockStatus: 0 };
    }),
  }));
  return { Total: infos.length, StationStatusInfos: infos };
};

let server: Awaited<ReturnType<typeof servePartner>>;
let hub: TestHub & { id: string };
let partner: Caller;
beforeAll(async () => {
  server = await servePartner(OURS, ({ name, data }) => {
    theirs.asked.push({ name, data });
    const ret = name === "query_token" ? 0 : theirs.ret;
    return { ret, data: ret === 0 ? theirs.tweak(name, answerTo(name, data)) : null };
  });
  const { url } = server;
  const records = {
    platformCode: "PILE01",
    operatorId: "op-01",
    installedOn: "2026-01-02",
    manufacturer: "未提供",
    idPrefix: "p1-",
  };
  const secrets = { incoming: THEIRS, outgoing: OURS };
  hub = await openTcecHub({ ...partnerDraft, role: "platform", url, records, secrets }, { outboundAllow: "127.0.0.1" });
  partner = openCaller(() => hub.hub.httpUrl);
}, 30_000);
afterAll(async () => {
  await hub?.end();
  server?.close();
});

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
type Any = any;
const get = async (path: string): Promise<Any> => (await hub.call("GET", `/api/v1/${path}`)).json();
const view = () => get(`tcec-partners/${hub.id}`);
test("CP-N.1: a new partner is asked for its stations page by page, and they become our units, devices and components", async () => {
  const { lastPull } = await until(view, (one) => one.lastPull !== null);
  expect(lastPull).toMatchObject({ stations: 2, connectors: 4, faults: [], error: null });
  expect(theirs.asked.map(({ name, data }) => `${name} ${data.PageNo ?? data.StationIDs ?? ""}`.trim())).toEqual([
    ...["query_token", "query_stations_info 1", "query_station_status S1"],
    ...["query_stations_info 2", "query_station_status S2"],
  ]);
  expect(theirs.asked[1]?.data).not.toHaveProperty("LastQueryTime");
  expect(await get("units/p1-S1")).toMatchObject({
    ...{ name: "车棚 1", operatorId: "op-01", platformCode: "PILE01", coordinateSystem: "GCJ02", longitude: 118.543 },
    tcec: { SiteGuide: "北门" },
  });
  expect(await get("devices/p1-E2")).toMatchObject({
    ...{ type: "chargingPile", unitId: "p1-S2", status: "normal", presence: "online", manufacturer: "乙厂" },
  });
  expect(await get("components/p1-C1-1")).toMatchObject({ deviceId: "p1-E1", status: "idle", type: "chargingPort" });
  const sites = (await get("charging-sites")).items as Any[];
  expect(sites.find(({ unitId }) => unitId === "p1-S1")).toMatchObject({ portCount: 2, idle: 2 });
});

test("CP-N.1: asked again nothing new makes no new version; what has changed does; the next time only what is new is asked for", async () => {
  const before = await get("units/p1-S1");
  const heads = (await get("changes?limit=500")).items.length;
  theirs.stations = [stationOf(1), stationOf(2, { StationName: "新车棚" })];
  const again = theirs.asked.length;
  await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/pull`);
  await until(
    () => get("units/p1-S2"),
    ({ name }) => name === "新车棚",
  );
  expect((await get("units/p1-S1")).version).toBe(before.version);
  await until(
    () => theirs.asked.length,
    (count) => count >= again + 4,
  );
  expect((await get("changes?limit=500")).items.length).toBe(heads + 1);
});

test("SH-4: a state that is pushed becomes the port's and the pile's; the same again changes nothing", async () => {
  const push = (ConnectorID: string, Status: unknown) =>
    partner.call("notification_stationStatus", {
      ConnectorStatusInfo: { ConnectorID, Status, ParkStatus: 0, LockStatus: 0 },
    });
  expect(await push("C1-1", 3)).toMatchObject({ ret: 0, data: { Status: 0 } });
  const { version, status } = await get("components/p1-C1-1");
  expect(status).toBe("charging");
  expect((await push("C1-1", 3)).ret).toBe(0);
  expect((await get("components/p1-C1-1")).version).toBe(version);
  await push("C1-1", 0);
  expect(await get("devices/p1-E1")).toMatchObject({ presence: "online", status: "normal" });
  await push("C1-2", 0);
  expect(await get("devices/p1-E1")).toMatchObject({ presence: "offline", status: "offline" });
  await push("C1-1", 1);
  await push("C1-2", 1);
});

test("SH-5: a connector at fault raises one alarm, which ends when it is well; the next fault is another", async () => {
  const push = (Status: number) =>
    partner.call("notification_stationStatus", { ConnectorStatusInfo: { ConnectorID: "C2-1", Status } });
  const alarms = async (): Promise<Any[]> => (await get("alarms?deviceId=p1-E2")).items;
  await Promise.all([push(255), push(255), push(255)]);
  expect(await alarms()).toMatchObject([
    { type: "deviceFault", state: "raised", componentId: "p1-C2-1", unitId: "p1-S2", platformCode: "PILE01" },
  ]);
  expect(await get("devices/p1-E2")).toMatchObject({ status: "fault", presence: "online" });
  await push(1);
  expect(await alarms()).toMatchObject([{ state: "cleared" }]);
  await push(255);
  expect((await alarms()).map(({ state }) => state).sort()).toEqual(["cleared", "raised"]);
  await push(2);
});

const order = {
  ...{ StartChargeSeq: `${THEM}000000000000000001`, ConnectorID: "C1-1", StartTime: "2026-01-02 11:00:00" },
  ...{ EndTime: "2026-01-02 13:00:00", TotalPower: 0.82, TotalElecMoney: 0.8, TotalSeviceMoney: 0.4, TotalMoney: 1.2 },
  ...{ StopReason: 3, SumPeriod: 0 },
};
const sessions = async (): Promise<Any[]> => (await get("charging-sessions?deviceId=p1-E1")).items;

test("CP-3.2: an order becomes one session, whether it comes before or after its state, and however often", async () => {
  const running = {
    ...{ StartChargeSeq: order.StartChargeSeq, StartChargeSeqStat: 2, ConnectorID: "C1-1", TotalPower: 0.4 },
    ...{ StartTime: order.StartTime, EndTime: "2026-01-02 12:00:00" },
  };
  expect(await partner.call("notification_equip_charge_status", running)).toMatchObject({
    ret: 0,
    data: { SuccStat: 0 },
  });
  expect(await sessions()).toMatchObject([{ state: "charging", energyKwh: 0.4, endedAt: null }]);
  const told = [];
  for (let n = 0; n < 3; n += 1) told.push(await partner.call("notification_charge_order_info", order));
  expect(told.map(({ ret, data }) => [ret, data.ConfirmResult])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  await partner.call("notification_equip_charge_status", { ...running, TotalPower: 0.9 });
  expect(await sessions()).toMatchObject([
    {
      ...{ id: `PILE01-${order.StartChargeSeq}`, order: order.StartChargeSeq, componentId: "p1-C1-1", unitId: "p1-S1" },
      ...{ state: "ended", startedAt: "2026-01-02T11:00:00+08:00", endedAt: "2026-01-02T13:00:00+08:00" },
      ...{ energyKwh: 0.82, amountFen: 120, end: "deviceFault", isAbnormal: true, rawCode: "stop:3" },
    },
  ]);
  const other = await partner.call("notification_charge_order_info", { ...order, ConnectorID: "C1-2" });
  expect(other.data).toMatchObject({ ConfirmResult: 1 });
  expect(await sessions()).toHaveLength(1);
});

test("CP-N.1: the very same push again, as it was sent, is answered as before", async () => {
  const token = await partner.token();
  const one = envelope({ ...order, StartChargeSeq: `${THEM}000000000000000002` });
  for (let n = 0; n < 2; n += 1)
    expect((await partner.send("notification_charge_order_info", one, token)).data).toMatchObject({ ConfirmResult: 0 });
  expect(await sessions()).toHaveLength(2);
});

test.for([
  ["notification_stationStatus", {}, "/ConnectorStatusInfo"],
  ["notification_stationStatus", { ConnectorStatusInfo: [{ ConnectorID: "C1-1", Status: 1 }] }, "/ConnectorStatusInfo"],
  [
    "notification_stationStatus",
    { ConnectorStatusInfo: { ConnectorID: "C1-1", Status: "1" } },
    "/ConnectorStatusInfo/Status",
  ],
  [
    "notification_stationStatus",
    { ConnectorStatusInfo: { ConnectorID: "undefined", Status: 1 } },
    "/ConnectorStatusInfo/ConnectorID",
  ],
  ["notification_charge_order_info", { ...order, StartChargeSeq: "" }, "/StartChargeSeq"],
  ["notification_charge_order_info", { ...order, TotalPower: "undefined" }, "/TotalPower"],
  ["notification_charge_order_info", { ...order, EndTime: "2026-01-02 10:59:59" }, "/EndTime"],
  [
    "notification_charge_order_info",
    { ...order, TotalSeviceMoney: undefined, TotalServiceMoney: 0.4 },
    "/TotalSeviceMoney",
  ],
  ["notification_equip_charge_status", { ...order, StartChargeSeqStat: 9 }, "/StartChargeSeqStat"],
  ["notification_equip_charge_status", order, "/StartChargeSeqStat"],
  ["query_stations_info", {}, ""],
  ["query_station_status", { StationIDs: ["unit-0001"] }, ""],
] as const)("CP-N.1: %s is 4004 where it is wrong, and stores nothing: %j", async ([name, data, path]) => {
  const before = (await sessions()).length;
  const reply: Reply = await partner.call(name, data);
  expect(reply).toMatchObject({ ret: 4004, data: null });
  expect(reply.message).toContain(`${path}:`);
  expect(await sessions()).toHaveLength(before);
});

test("SEC-AZ-03: what is not the partner's it neither changes nor learns: our own port, another's id", async () => {
  const own = await partner.call("notification_stationStatus", {
    ConnectorStatusInfo: { ConnectorID: "pile-1:port-1", Status: 255 },
  });
  expect([own.ret, own.data]).toEqual([-1, null]);
  expect((await get("components/pile-1:port-1")).status).toBe("normal");
  // Somebody else registers what has the id of a station to come.
  const put = await hub.call("POST", "/api/v1/units", { items: [{ ...unit, id: "p1-S3", platformCode: "OTHER1" }] });
  expect(await put.json()).toMatchObject({ results: [{ status: "created" }] });
  theirs.stations = [stationOf(1), stationOf(3)];
  await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/pull`);
  const { lastPull } = await until(view, (one) => one.lastPull.faults.length > 0);
  expect(lastPull.faults).toEqual(["p1-S3: the id is another unit's"]);
  expect((await get("units/p1-S3")).platformCode).toBe("OTHER1");
  expect((await get("devices/p1-E3")).code).toBe("not-found");
});

test("CP-N.1: a connector that is not known is busy (-1), its station is asked for, and the push is taken when it comes again", async () => {
  theirs.stations = [stationOf(1), stationOf(2), stationOf(4)];
  await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/pull`);
  await until(
    () => get("components/p1-C4-2"),
    ({ code }) => code === undefined,
  );
  const late = { ...order, StartChargeSeq: `${THEM}000000000000000009`, ConnectorID: "C4-2" };
  expect((await partner.call("notification_charge_order_info", late)).data).toMatchObject({ ConfirmResult: 0 });
});

test.for([
  ["query_stations_info: Ret 4004", { ret: 4004 }],
  ["query_stations_info: Ret 500", { ret: 500 }],
  ["query_stations_info: /PageCount", { tweak: (_: string, data: object) => ({ ...data, PageCount: "undefined" }) }],
  [
    "query_station_status: /StationStatusInfos",
    { tweak: (name: string, data: object) => (name === "query_station_status" ? {} : data) },
  ],
] as const)(
  "CP-N.1: a partner that answers %s is asked again later, and what is there stays",
  { timeout: 30_000 },
  async ([error, set]) => {
    const usual = { ret: 0, tweak: (_: string, data: object) => data };
    Object.assign(theirs, usual, set);
    await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/pull`);
    const failed = await until(view, (one) => String(one.lastPull.error).startsWith(error));
    expect(failed.lastPull.error).toContain(error);
    expect((await get("units/p1-S1")).name).toBe("车棚 1");
    Object.assign(theirs, usual);
    await until(view, (one) => one.lastPull.error === null, 20_000);
  },
);

test("CP-N.1: stations that are wrong are told, the others taken", async () => {
  theirs.pageSize = 10;
  theirs.stations = [
    stationOf(1, { StationName: "改名" }),
    stationOf(5, { StationLat: "" }),
    stationOf(6, { AreaCode: "泉州" }),
  ];
  await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/pull`);
  const { lastPull } = await until(view, (one) => one.lastPull.faults.length === 2);
  expect(lastPull.faults).toEqual(["page 1 /StationInfos/1/StationLat", "p1-S6: /regionCode"]);
  expect((await get("units/p1-S1")).name).toBe("改名");
  expect((await get("units/p1-S5")).code).toBe("not-found");
});

test("CP-N.1: only who is asked can be asked: another role, no address, switched off", async () => {
  const { version } = await view();
  const set = { isEnabled: false };
  await hub.call("PATCH", `/api/v1/tcec-partners/${hub.id}`, set, { "if-match": `"${version}"` });
  const refused = await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/pull`);
  expect([refused.status, ((await refused.json()) as Any).code]).toEqual([409, "wrong-state"]);
  expect((await hub.call("POST", "/api/v1/tcec-partners/nobody/pull")).status).toBe(404);
  for (const secret of [...Object.values(OURS), ...Object.values(THEIRS), "t-1"])
    expect(hub.log.join("\n")).not.toContain(secret);
});
