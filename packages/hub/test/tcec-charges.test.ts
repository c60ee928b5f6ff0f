// Charges that are asked for and orders that are compared, in both roles.
import { afterAll, beforeAll, expect, test } from "vitest";
import { session } from "./charging-fixture.ts";
import { type TestHub, until } from "./http-fixture.ts";
import { type Caller, OURS, openCaller, openTcecHub, partnerDraft, servePartner, THEM, US } from "./tcec-fixture.ts";

const seq = (operator: string, n: number): string => `${operator}${String(n).padStart(18, "0")}`;

let hub: TestHub & { id: string };
let partner: Caller;
/** Charges under way at the operator that the hub asks, by number. */
type Any = Record<string, unknown>;
const theirs = {
  ...{ asked: [] as string[], pulls: 0, energy: 0.5, ret: 0, checked: {} as Any },
  answer: (_: Any): object => ({ DisputeOrders: [] }),
};
const station = {
  ...{ StationID: "S1", OperatorID: THEM, EquipmentOwnerID: THEM, StationName: "车棚", CountryCode: "CN" },
  ...{ AreaCode: "350582", Address: "灵源街道", ServiceTel: "", StationType: 1, StationStatus: 50, ParkNums: 0 },
  ...{ StationLng: 118.543, StationLat: 24.715, Construction: 1 },
  EquipmentInfos: [
    {
      EquipmentID: "E1",
      EquipmentType: 2,
      ConnectorInfos: [{ ConnectorID: "C1", ConnectorName: "口", ConnectorType: 1 }],
    },
  ],
};
const running = (n: number, energy: number) => ({
  ...{ StartChargeSeq: seq(THEM, n), StartChargeSeqStat: 2, ConnectorID: "C1", TotalPower: energy },
  ...{ StartTime: "2026-01-02 11:00:00", EndTime: "2026-01-02 12:00:00" },
});
const order = (n: number, more: object = {}) => ({
  ...{ StartChargeSeq: seq(THEM, n), ConnectorID: "C1", StartTime: "2026-01-02 08:00:00" },
  ...{ EndTime: "2026-01-02 09:00:00", TotalPower: 0.82, TotalElecMoney: 0.8, TotalSeviceMoney: 0.4, TotalMoney: 1.2 },
  ...{ StopReason: 2, SumPeriod: 0, ...more },
});
let server: Awaited<ReturnType<typeof servePartner>>;

beforeAll(async () => {
  server = await servePartner(OURS, ({ name, data }) => {
    if (name === "query_token")
      return {
        ret: 0,
        data: { OperatorID: THEM, SuccStat: 0, AccessToken: "t", TokenAvailableTime: 7_200, FailReason: 0 },
      };
    if (name === "query_stations_info")
      return { ret: 0, data: { PageNo: 1, PageCount: 1, ItemSize: 1, StationInfos: [station] } };
    if (name === "query_station_status") {
      theirs.pulls += 1;
      const ConnectorStatusInfos = [{ ConnectorID: "C1", Status: 3, ParkStatus: 0, LockStatus: 0 }];
      return { ret: 0, data: { Total: 1, StationStatusInfos: [{ StationID: "S1", ConnectorStatusInfos }] } };
    }
    if (name.startsWith("notification_")) return { ret: 0, data: { Status: 0, SuccStat: 0, ConfirmResult: 0 } };
    if (name === "check_charge_orders") {
      theirs.checked = data;
      return { ret: theirs.ret, data: theirs.ret === 0 ? theirs.answer(data) : null };
    }
    theirs.asked.push(`${name} ${String(data.StartChargeSeq)}`);
    return { ret: theirs.ret, data: theirs.ret === 0 ? running(1, theirs.energy) : null };
  });
  const records = {
    platformCode: "PILE01",
    operatorId: "op-01",
    installedOn: "2026-01-02",
    manufacturer: "未提供",
    idPrefix: "p1-",
  };
  hub = await openTcecHub(
    {
      ...{ ...partnerDraft, role: "both", url: server.url, pullMinutes: 0, records },
      secrets: { ...partnerDraft.secrets, outgoing: OURS },
    },
    { outboundAllow: "127.0.0.1" },
  );
  partner = openCaller(() => hub.hub.httpUrl);
  await pull();
  await until(
    async () => (await hub.call("GET", "/api/v1/components/p1-C1")).status,
    (status) => status === 200,
    20_000,
  );
}, 60_000);
afterAll(async () => {
  await hub?.end();
  server?.close();
});

async function pull(): Promise<void> {
  const before = theirs.pulls;
  await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/pull`);
  await until(
    () => theirs.pulls,
    (pulls) => pulls > before,
    20_000,
  );
}
const sessionOf = async (n: number): Promise<Record<string, unknown>> =>
  (await (await hub.call("GET", `/api/v1/charging-sessions/PILE01-${seq(THEM, n)}`)).json()) as Record<string, unknown>;

test("CP-N.1, CP-3.2: as operator a charge under way is told by its number; one that has ended, of nobody or no number is 4004", async () => {
  const own = seq(US, 7);
  const open = {
    ...session,
    id: "open-1",
    order: own,
    state: "charging",
    endedAt: null,
    end: null,
    energyKwh: 0.3,
    rawCode: null,
  };
  const put = await hub.call("POST", "/api/v1/charging-sessions", { items: [open, session] });
  expect(await put.text()).not.toContain("refused");
  const ask = (StartChargeSeq: unknown) => partner.call("query_equip_charge_status", { StartChargeSeq });
  expect(await ask(own)).toMatchObject({
    ret: 0,
    data: { StartChargeSeq: own, StartChargeSeqStat: 2, ConnectorID: "pile-1:port-1", TotalPower: 0.3 },
  });
  for (const bad of [seq(US, 8), seq(THEM, 7), "7", "", undefined, 7]) {
    const refused = await ask(bad);
    expect([refused.ret, refused.message.includes("/StartChargeSeq")], String(bad)).toEqual([4004, true]);
  }
});

test("CP-N.1: as platform a charge that is known is asked for with each pull, and grows by what is told", async () => {
  expect(theirs.asked).toEqual([]);
  expect((await partner.call("notification_equip_charge_status", running(1, 0.2))).ret).toBe(0);
  theirs.energy = 0.6;
  await pull();
  expect(
    await until(
      () => sessionOf(1),
      ({ energyKwh }) => energyKwh === 0.6,
      20_000,
    ),
  ).toMatchObject({ endedAt: null });
  expect(theirs.asked).toEqual([`query_equip_charge_status ${seq(THEM, 1)}`]);
});

test("CP-N.1: a partner that does not offer it, or tells of another charge, changes nothing and breaks no pull", async () => {
  theirs.ret = 4004;
  await pull();
  await until(
    () => theirs.asked.length,
    (count) => count === 2,
    20_000,
  );
  const shown = async () =>
    (await (await hub.call("GET", `/api/v1/tcec-partners/${hub.id}`)).json()) as { lastPull: { error: unknown } };
  expect((await shown()).lastPull.error).toBeNull();
  expect(await sessionOf(1)).toMatchObject({ energyKwh: 0.6 });
  theirs.ret = 0;
});

test("CP-3.2: orders are held against ours: what is missing, of other energy or other money is named, and nothing is changed", async () => {
  for (const n of [11, 12, 13]) expect((await partner.call("notification_charge_order_info", order(n))).ret).toBe(0);
  const checked = (n: number, TotalPower: number, TotalMoney: number) => ({
    StartChargeSeq: seq(THEM, n),
    TotalPower,
    TotalMoney,
  });
  const check = (orders: readonly ReturnType<typeof checked>[], more: object = {}) =>
    partner.call("check_charge_orders", {
      ...{ CheckOrderSeq: seq(THEM, 900), StartTime: "2026-01-02 00:00:00", EndTime: "2026-01-03 00:00:00" },
      ...{ OrderCount: orders.length, ChargeOrders: orders },
      TotalOrderPower: orders.reduce((sum, { TotalPower }) => sum + TotalPower, 0),
      TotalOrderMoney: orders.reduce((sum, { TotalMoney }) => sum + TotalMoney, 0),
      ...more,
    });
  const good = await check([checked(11, 0.82, 1.2), checked(12, 0.82, 1.2)]);
  expect(good).toMatchObject({
    ret: 0,
    data: { CheckOrderSeq: seq(THEM, 900), TotalDisputeOrder: 0, DisputeOrders: [] },
  });
  const before = await sessionOf(12);
  const bad = await check([
    checked(11, 0.82, 1.2),
    checked(12, 1.82, 1.2),
    checked(13, 0.82, 1.3),
    checked(14, 0.1, 0.1),
    checked(1, 0.6, 0),
  ]);
  expect(
    bad.data.DisputeOrders.map((one: { StartChargeSeq: string; DisputeReason: number }) => [
      one.StartChargeSeq,
      one.DisputeReason,
    ]),
  ).toEqual([
    [seq(THEM, 12), 2],
    [seq(THEM, 13), 3],
    [seq(THEM, 14), 1],
    [seq(THEM, 1), 1],
  ]);
  expect(bad.data).toMatchObject({ TotalDisputeOrder: 4, TotalDisputePower: 3.34, TotalDisputeMoney: 2.6 });
  expect(await sessionOf(12)).toEqual(before);
  for (const more of [{ OrderCount: 9 }, { TotalOrderMoney: 9 }, { CheckOrderSeq: "x" }, { ChargeOrders: null }])
    expect((await check([checked(11, 0.82, 1.2)], more)).ret, JSON.stringify(more)).toBe(4004);
});

test("CP-3.2: as operator our orders of a time are held against the partner's, and what it disputes is told by session", async () => {
  const check = async (body: object, id = hub.id): Promise<{ readonly status: number; readonly body: Any }> => {
    const answer = await hub.call("POST", `/api/v1/tcec-partners/${id}/check`, body);
    return { status: answer.status, body: (await answer.json()) as Any };
  };
  const day = { from: "2026-01-02T00:00:00+08:00", to: "2026-01-03T00:00:00+08:00" };
  expect(await check(day)).toEqual({ status: 200, body: { orders: 1, disputed: [] } });
  const { ChargeOrders, OrderCount, StartTime, EndTime } = theirs.checked;
  expect({ OrderCount, StartTime, EndTime }).toEqual({
    ...{ OrderCount: 1, StartTime: "2026-01-02 00:00:00", EndTime: "2026-01-03 00:00:00" },
  });
  const [sent] = ChargeOrders as readonly Any[];
  expect(sent).toMatchObject({ TotalPower: 0.82, TotalMoney: 1.2 });
  // What came from the partner does not go back to it, also not to be compared.
  expect(JSON.stringify(ChargeOrders)).not.toContain(THEM);
  theirs.answer = () => ({
    DisputeOrders: [
      { StartChargeSeq: sent?.StartChargeSeq, DisputeReason: 2 },
      { StartChargeSeq: seq(US, 5), DisputeReason: "" },
    ],
  });
  expect((await check(day)).body.disputed).toEqual([
    { orderNumber: sent?.StartChargeSeq, sessionId: "session-1", reason: 2 },
    { orderNumber: seq(US, 5), sessionId: null, reason: null },
  ]);
  expect((await check({ from: "2025-01-02T00:00:00+08:00", to: "2025-01-03T00:00:00+08:00" })).body.orders).toBe(0);

  const codes = async (body: object, id?: string): Promise<string> => {
    const refused = await check(body, id);
    return `${refused.status} ${String(refused.body.code)}`;
  };
  expect(await codes({ from: day.to, to: day.from })).toBe("422 invalid");
  expect(await codes({ from: "yesterday", to: day.to })).toBe("422 invalid");
  expect(await codes({})).toBe("422 invalid");
  expect(await codes(day, "nobody")).toBe("404 not-found");
  theirs.answer = () => ({ DisputeOrders: [{ StartChargeSeq: 7 }] });
  expect(await codes(day)).toBe("422 peer-unreachable");
  theirs.ret = 4004;
  expect(await codes(day)).toBe("422 peer-unreachable");
  theirs.ret = 0;
  const plain = await hub.call("POST", "/api/v1/tcec-partners", { ...partnerDraft, operatorId: "MA0000077" });
  expect(await codes(day, String(((await plain.json()) as Any).id))).toBe("409 wrong-state");
});
