import { afterAll, beforeAll, expect, test } from "vitest";
import { session } from "./charging-fixture.ts";
import { type TestHub, unit } from "./http-fixture.ts";
import {
  type Caller,
  encrypted,
  envelope,
  nextSeq,
  OURS,
  openCaller,
  openTcecHub,
  partnerDraft,
  type Reply,
  signed,
  stampOf,
  THEIRS,
  THEM,
} from "./tcec-fixture.ts";

let hub: TestHub & { id: string };
let partner: Caller;
beforeAll(async () => {
  hub = await openTcecHub({ ...partnerDraft, serviceTel: "4001234567" });
  partner = openCaller(() => hub.hub.httpUrl);
  await hub.call("POST", "/api/v1/charging-sessions", { items: [session] });
}, 30_000);
afterAll(() => hub?.end());

const rets = async (replies: readonly Promise<Reply>[]): Promise<readonly unknown[]> =>
  (await Promise.all(replies)).map(({ ret }) => ret);

test("CP-N.1: a token is given for the right OperatorSecret, and again while it is good", async () => {
  const ask = (data: object) => partner.send("query_token", envelope(data));
  const right = { OperatorID: THEM, OperatorSecret: THEIRS.operatorSecret };
  const first = await ask(right);
  expect(first).toMatchObject({ status: 200, ret: 0, data: { OperatorID: THEM, SuccStat: 0, FailReason: 0 } });
  expect(first.data.TokenAvailableTime).toBeGreaterThan(7_000);
  expect((await ask(right)).data.AccessToken).toBe(first.data.AccessToken);
  const fails = [
    [{ ...right, OperatorID: "MA0000009" }, 1],
    [{ ...right, OperatorSecret: "wrong" }, 2],
    [{ ...right, OperatorSecret: "" }, 2],
    [{ ...right, OperatorSecret: undefined }, 2],
    [{ ...right, OperatorSecret: 7 }, 2],
    [{ ...right, OperatorSecret: OURS.operatorSecret }, 2],
  ] as const;
  for (const [data, FailReason] of fails)
    expect((await ask(data)).data, JSON.stringify(data)).toMatchObject({ SuccStat: 1, FailReason, AccessToken: "" });
});

test("CP-N.1: stations are told page by page with their equipment and connectors, coordinates in GCJ-02, no person in them", async () => {
  const all = await partner.call("query_stations_info", { LastQueryTime: "", PageNo: 1, PageSize: 10 });
  expect(all).toMatchObject({ ret: 0, data: { PageNo: 1, PageCount: 1, ItemSize: 2 } });
  const [station] = all.data.StationInfos;
  expect(station).toMatchObject({
    ...{ StationID: "unit-0001", OperatorID: "MA0000002", CountryCode: "CN", AreaCode: "350582" },
    ...{ ServiceTel: "4001234567", StationStatus: 50 },
    EquipmentInfos: [
      {
        EquipmentID: "pile-1",
        ConnectorInfos: [
          { ConnectorID: "pile-1:port-1", ConnectorType: 1 },
          { ConnectorID: "pile-1:port-2", ConnectorType: 1 },
        ],
      },
    ],
  });
  // About 560 m from where it is (platform-interop §7.3).
  expect(station.StationLng - unit.longitude).toBeCloseTo(0.0045, 3);
  expect(JSON.stringify(all.data)).not.toContain("0595-85600000");
  const second = await partner.call("query_stations_info", { PageNo: 2, PageSize: 1 });
  expect(second.data).toMatchObject({ PageNo: 2, PageCount: 2, StationInfos: [{ StationID: "unit-0002" }] });
  expect((await partner.call("query_stations_info", { PageNo: 9 })).data.StationInfos).toEqual([]);
});

test("CP-N.1: the newest change of station, equipment or connector counts for LastQueryTime", async () => {
  const since = (text: string) => partner.call("query_stations_info", { LastQueryTime: text });
  expect((await since("2026-01-02 11:04:05")).data.ItemSize).toBe(2);
  expect((await since("2099-1-2 3:04:05")).data).toMatchObject({ ItemSize: 0, PageCount: 0 });
});

test.for([
  { LastQueryTime: "undefined" },
  { LastQueryTime: "2026-02-30 11:04:05" },
  { LastQueryTime: 20260102 },
  { PageNo: 0 },
  { PageNo: "1" },
  { PageNo: 1.5 },
  { PageSize: 0 },
  { PageSize: 101 },
  { PageSize: "undefined" },
])("CP-N.1: query_stations_info with %s is 4004, and says where", async (data) => {
  const reply = await partner.call("query_stations_info", data);
  expect(reply).toMatchObject({ status: 200, ret: 4004, data: null });
  expect(reply.message).toContain(`/${Object.keys(data)[0]}`);
});

test("CP-N.1: states of connectors: a pile that is away is offline, a charge under way is charging", async () => {
  const status = async () =>
    (await partner.call("query_station_status", { StationIDs: ["unit-0001", "nobody", "unit-0001"] })).data;
  expect(await status()).toMatchObject({
    Total: 1,
    StationStatusInfos: [
      {
        StationID: "unit-0001",
        ConnectorStatusInfos: [
          { ConnectorID: "pile-1:port-1", Status: 0, ParkStatus: 0, LockStatus: 0 },
          { ConnectorID: "pile-1:port-2", Status: 0 },
        ],
      },
    ],
  });
  const pile = (await (await hub.call("GET", "/api/v1/devices/pile-1")).json()) as object;
  await hub.call("POST", "/api/v1/devices", { items: [{ ...pile, presence: "online" }] });
  const { end: _, ...open } = { ...session, id: "session-2", order: "2", componentId: "pile-1:port-2" };
  await hub.call("POST", "/api/v1/charging-sessions", {
    items: [{ ...open, state: "charging", endedAt: null, end: null }],
  });
  const infos = (await status()).StationStatusInfos[0].ConnectorStatusInfos;
  expect(infos.map(({ Status }: { Status: number }) => Status)).toEqual([1, 3]);
});

test.for([
  {},
  { StationIDs: [] },
  { StationIDs: "unit-0001" },
  { StationIDs: [""] },
  { StationIDs: [1] },
  { StationIDs: Array.from({ length: 51 }, (_, n) => `s${n}`) },
])("CP-N.1: query_station_status %# with other than 1 to 50 ids is 4004", async (data) => {
  expect((await partner.call("query_station_status", data)).ret).toBe(4004);
});

test("CP-3.2: electricity of a station, its equipment and connectors over days", async () => {
  const stats = (StartTime: unknown, EndTime: unknown, StationID: unknown = "unit-0001") =>
    partner.call("query_station_stats", { StationID, StartTime, EndTime });
  expect((await stats("2026-01-02", "2026-01-02")).data.StationStats).toMatchObject({
    ...{ StationID: "unit-0001", StartTime: "2026-01-02", StationElectricity: 1.64 },
    EquipmentStatsInfos: [
      {
        ...{ EquipmentID: "pile-1", EquipmentElectricity: 1.64 },
        ConnectorStatsInfos: [
          { ConnectorID: "pile-1:port-1", ConnectorElectricity: 0.82 },
          { ConnectorID: "pile-1:port-2", ConnectorElectricity: 0.82 },
        ],
      },
    ],
  });
  expect((await stats("2026-01-03", "2026-01-04")).data.StationStats.StationElectricity).toBe(0);
  expect(
    await rets([
      stats("2026-01-02", "2026-01-01"),
      stats("2026-01-02", "2027-06-01"),
      stats("2026-01-02", "undefined"),
      stats("", ""),
      stats("2026-1", "2026-01-02"),
      stats("2026-01-02", "2026-01-02", "nobody"),
      stats("2026-01-02", "2026-01-02", ""),
    ]),
  ).toEqual([4004, 4004, 4004, 4004, 4004, 4004, 4004]);
});

test("CP-N.1: what is wrong with an envelope is 4003, a signature 4001, padding 4004, in this order", async () => {
  const token = await partner.token();
  const ask = (body: unknown) => partner.send("query_station_status", body, token);
  const data = { StationIDs: ["unit-0001"] };
  const good = envelope(data);
  const late = stampOf(Date.now() - 301_000);
  const { Seq: _, ...withoutSeq } = envelope(data);
  expect(
    await rets([
      ask("no json"),
      ask([]),
      ask(null),
      ask(withoutSeq),
      ask({ ...good, Data: "" }),
      ask(envelope(data, { Seq: "0000" })),
      ask(envelope(data, { Seq: "1" })),
      ask(envelope(data, { Seq: "undefined" })),
      ask(envelope(data, { TimeStamp: late })),
      ask(envelope(data, { TimeStamp: "undefined" })),
      ask(envelope(data, { OperatorID: "MA0000009" })),
      ask(envelope(data, { OperatorID: "" })),
      ask({ ...good, OperatorID: 7 }),
    ]),
  ).toEqual(Array.from({ length: 13 }, () => 4003));
  const data2 = encrypted(THEIRS, "[]");
  expect(
    await rets([
      ask({ ...good, Sig: good.Sig.toLowerCase() }),
      ask({ ...good, Sig: "undefined" }),
      ask({ ...good, Data: data2 }),
      ask(envelope(data, {}, OURS)),
      ask({ ...envelope(data), Sig: signed(OURS, "x") }),
    ]),
  ).toEqual([4001, 4001, 4001, 4001, 4001]);
  const half = Buffer.from(data2, "base64").subarray(0, 8).toString("base64");
  expect(
    await rets([
      ask(envelope("[]")),
      ask(envelope("undefined")),
      ask(envelope(data, { Data: half })),
      ask(envelope(data, { Data: "AAAAAAAAAAAAAAAAAAAAAA==" })),
      ask(envelope(data, { Data: "!" })),
    ]),
  ).toEqual([4004, 4004, 4004, 4004, 4004]);
});

test("CP-N.1: a request that came before, or another with its TimeStamp and Seq, is 4003", async () => {
  const token = await partner.token();
  const one = envelope({ StationIDs: ["unit-0001"] });
  expect((await partner.send("query_station_status", one, token)).ret).toBe(0);
  const again = await partner.send("query_station_status", one, token);
  expect(again).toMatchObject({ ret: 4003, data: null });
  expect(again.message).toContain("/Seq");
  const { TimeStamp, Seq } = one;
  const other = envelope({ StationIDs: ["unit-0002"] }, { TimeStamp, Seq });
  expect((await partner.send("query_station_status", other, token)).ret).toBe(4003);
  expect((await partner.send("query_station_status", envelope({}, { TimeStamp, Seq: nextSeq() }), token)).ret).toBe(
    4004,
  );
});

test("CP-N.1: without a token, with another's or an invented one it is 4002; an unknown interface is 4004", async () => {
  const ask = (token?: string) => partner.send("query_station_stats", envelope({}), token);
  expect(await rets([ask("dk_invented"), ask("undefined"), ask(hub.key), ask()])).toEqual([4002, 4002, 4002, 4002]);
  for (const name of ["query_everything", "notification_alarmInfo", "toString", "notification_stationStatus"])
    expect((await partner.call(name, {})).ret, name).toBe(4004);
});

test("SEC-KEY-02: secrets and tokens are in no answer and in no line of the log; refusals are counted", async () => {
  const shown = await (await hub.call("GET", `/api/v1/tcec-partners/${hub.id}`)).text();
  const all = [shown, await (await hub.call("GET", "/api/v1/tcec-partners")).text(), ...hub.log].join("\n");
  for (const secret of [...Object.values(THEIRS), await partner.token()]) expect(all).not.toContain(secret);
  const { refused, lastRefusal, secretsSet } = JSON.parse(shown) as Record<string, unknown>;
  expect(Number(refused)).toBeGreaterThan(30);
  expect(lastRefusal).toBe("4004 notification_stationStatus");
  expect(secretsSet).toEqual(["incoming"]);
});

test("CP-N.1: a token ends with the partner's secrets and with the partner, and outlives a restart", async () => {
  const token = await partner.token();
  const ask = (secrets = THEIRS) =>
    partner.send("query_station_status", envelope({ StationIDs: ["unit-0001"] }, {}, secrets), token).catch(() => null);
  hub = { ...(await hub.restart()), id: hub.id };
  expect((await ask())?.ret).toBe(0);
  const patch = async (body: object, version: number) =>
    (await hub.call("PATCH", `/api/v1/tcec-partners/${hub.id}`, body, { "if-match": `"${version}"` })).status;
  expect(await patch({ isEnabled: false }, 1)).toBe(200);
  expect((await ask())?.ret).toBe(-1);
  expect(await patch({ isEnabled: true, callsPerMinute: 1 }, 2)).toBe(200);
  // Whoever knows no secret uses nothing up.
  for (let n = 0; n < 3; n += 1) expect((await ask(OURS))?.ret).toBe(4001);
  expect((await ask())?.ret).toBe(0);
  expect((await ask())?.ret).toBe(-1);
  expect(await patch({ callsPerMinute: 600, secrets: { incoming: OURS } }, 3)).toBe(200);
  expect((await ask())?.ret).toBe(4001);
  const renewed = openCaller(() => hub.hub.httpUrl, OURS);
  expect((await renewed.send("query_station_status", envelope({}, {}, OURS), token)).ret).toBe(4002);
  expect((await renewed.call("query_station_status", { StationIDs: ["unit-0001"] })).ret).toBe(0);
  expect((await hub.call("DELETE", `/api/v1/tcec-partners/${hub.id}`)).status).toBe(204);
  expect((await renewed.call("query_station_status", { StationIDs: ["unit-0001"] })).ret).toBe(4003);
});
