import { sessionEnds } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tcecBusinessTimeOf, tcecReader } from "./tcec-fields.ts";
import {
  readTcecOrder,
  readTcecRunning,
  sessionEndOfTcec,
  type TcecSpelling,
  tcecBusinessTime,
  tcecStopReasonOf,
  toTcecOrder,
  toTcecRunning,
} from "./tcec-order.ts";
import { readTcecStationPage, readTcecStationStatuses, readTcecStatusPush } from "./tcec-stations.ts";

const STANDARD: TcecSpelling = { service: "Sevice", elec: "Elec" };
const LARGE: TcecSpelling = { service: "Service", elec: "Elect" };
const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const order = {
  ...{ startChargeSeq: "M000100Y4000000000000000007", connectorId: "port-1", startAt: START, endAt: START + 3_600_000 },
  ...{ energyKwh: 0.82, elecYuan: 0.8, serviceYuan: 0.4, totalYuan: 1.2, stopReason: 2 },
};
const paths = (read: ReturnType<typeof readTcecOrder>): readonly string[] =>
  read.ok ? [] : read.error.map(({ path }) => path);

test("CP-N.1: the text of 2016 spells Sevice, large platforms Service; never both at one partner (T/CEC 102.3)", () => {
  const wire = toTcecOrder(order, STANDARD);
  expect(wire).toMatchObject({
    ...{ StartTime: "2026-01-02 11:04:05", EndTime: "2026-01-02 12:04:05", TotalPower: 0.82, StopReason: 2 },
    ...{ TotalElecMoney: 0.8, TotalSeviceMoney: 0.4, TotalMoney: 1.2 },
  });
  expect(readTcecOrder(wire, STANDARD, "number")).toEqual({ ok: true, value: order });
  expect(paths(readTcecOrder(wire, LARGE, "number"))).toEqual(["/TotalElectMoney", "/TotalServiceMoney"]);
  expect(readTcecOrder(toTcecOrder(order, LARGE), LARGE, "number")).toEqual({ ok: true, value: order });
  expect(paths(readTcecOrder(toTcecOrder(order, LARGE), STANDARD, "number"))).toHaveLength(2);
});

test.for([
  ["StartChargeSeq", "M000100Y40000000000000007"],
  ["StartChargeSeq", "undefined"],
  ["ConnectorID", ""],
  ["ConnectorID", "x".repeat(27)],
  ["StartTime", "2026-02-30 11:04:05"],
  ["StartTime", "20260102110405"],
  ["EndTime", "2026-01-02 11:04:04"],
  ["TotalPower", "undefined"],
  ["TotalPower", ""],
  ["TotalPower", "0.82"],
  ["TotalPower", -0.1],
  ["StopReason", 100],
  ["StopReason", 1.5],
  ["TotalMoney", null],
] as const)("CP-N.1: an order whose %s is %s is refused there", ([member, value]) => {
  expect(paths(readTcecOrder({ ...toTcecOrder(order, STANDARD), [member]: value }, STANDARD, "number"))).toEqual([
    `/${member}`,
  ]);
});

test("platform-interop §8.4: numbers as texts are for partners whose profile says so", () => {
  const wire = { ...toTcecOrder(order, STANDARD), TotalPower: "0.82", StopReason: "2" };
  expect(readTcecOrder(wire, STANDARD, "text")).toEqual({ ok: true, value: order });
  expect(paths(readTcecOrder({ ...wire, TotalPower: "undefined" }, STANDARD, "text"))).toEqual(["/TotalPower"]);
  expect(paths(readTcecOrder({ ...wire, TotalPower: "1e3" }, STANDARD, "text"))).toEqual(["/TotalPower"]);
});

test("platform-interop §8.1: a business time of one digit is understood, one that no calendar has is not", () => {
  expect(tcecBusinessTimeOf("2016-1-2 12:12:12")).toBe(tcecBusinessTimeOf("2016-01-02 12:12:12"));
  for (const text of ["", "undefined", "2016-13-02 12:12:12", "2016-01-02T12:12:12", "2016-01-02"])
    expect(tcecBusinessTimeOf(text), text).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (s) => {
      expect(tcecBusinessTimeOf(tcecBusinessTime(s * 1000))).toBe(s * 1000);
    }),
  );
});

test("CP-N.1: the state of a charge goes both ways; its money may be missing, its state may not", () => {
  const { endAt: _, stopReason: __, ...charge } = order;
  const running = { ...charge, state: 2, at: START + 60_000 };
  const wire = toTcecRunning(running, LARGE);
  expect(wire).toMatchObject({ ElectMoney: 0.8, ServiceMoney: 0.4, StartChargeSeqStat: 2 });
  expect(readTcecRunning(wire, LARGE, "number")).toEqual({ ok: true, value: running });
  const { ElectMoney: _e, ServiceMoney: _s, TotalMoney: _t, ...bare } = wire;
  expect(readTcecRunning(bare, LARGE, "number")).toMatchObject({ ok: true, value: { totalYuan: 0 } });
  expect(readTcecRunning({ ...wire, StartChargeSeqStat: 0 }, LARGE, "number")).toMatchObject({
    ok: false,
    error: [{ path: "/StartChargeSeqStat" }],
  });
});

test("CP-3.2: whether an end is abnormal survives the way there and back", () => {
  for (const [end, { isAbnormal }] of Object.entries(sessionEnds)) {
    const reason = tcecStopReasonOf(end as keyof typeof sessionEnds);
    expect(reason, end).toBeLessThanOrEqual(99);
    expect(sessionEnds[sessionEndOfTcec(reason)].isAbnormal, end).toBe(isAbnormal);
  }
  expect(tcecStopReasonOf(null)).toBe(99);
  expect(sessionEndOfTcec(61)).toBe("unknown");
});

const status = { ConnectorID: "c1", Status: 3, ParkStatus: 0, LockStatus: 0 };

test("platform-interop §8.6: one object or a list, as the partner's profile says, and nothing else", () => {
  const one = { ConnectorStatusInfo: status };
  const many = { ConnectorStatusInfo: [status, { ...status, ConnectorID: "c2", Status: 255 }] };
  expect(readTcecStatusPush(one, "object", "number")).toEqual({ ok: true, value: [{ connectorId: "c1", status: 3 }] });
  expect(readTcecStatusPush(many, "array", "number")).toMatchObject({ ok: true, value: { length: 2 } });
  expect(readTcecStatusPush(many, "object", "number").ok).toBe(false);
  expect(readTcecStatusPush(one, "array", "number").ok).toBe(false);
  for (const wrong of [{}, { ConnectorStatusInfo: [] }, { ConnectorStatusInfo: null }, { ConnectorStatusInfo: ["x"] }])
    for (const shape of ["object", "array"] as const) expect(readTcecStatusPush(wrong, shape, "number").ok).toBe(false);
});

test.for([
  { Status: 5 },
  { Status: "3" },
  { Status: 254 },
  { ConnectorID: "" },
  { ConnectorID: "undefined" },
  { ConnectorID: "a b" },
  { ConnectorID: 7 },
])("CP-N.1: a connector's status with %s is refused", (wrong) => {
  expect(readTcecStatusPush({ ConnectorStatusInfo: { ...status, ...wrong } }, "object", "number").ok).toBe(false);
  const infos = [{ StationID: "s", ConnectorStatusInfos: [{ ...status, ...wrong }] }];
  expect(readTcecStationStatuses({ Total: 1, StationStatusInfos: infos }, "number").ok).toBe(false);
});

const station = {
  ...{ StationID: "S1", OperatorID: "M000100Y4", StationName: "车棚", AreaCode: "350582", Address: "灵源街道" },
  ...{ StationType: 1, StationStatus: 50, StationLng: 118.5, StationLat: 24.7 },
  EquipmentInfos: [{ EquipmentID: "E1", EquipmentType: 2, ConnectorInfos: [{ ConnectorID: "C1", ConnectorType: 1 }] }],
};

test("CP-N.1: of a page of stations those that are wrong are told, the others taken", () => {
  const page = {
    PageCount: 1,
    StationInfos: [station, { ...station, StationID: "S 2" }, { ...station, StationLat: "" }],
  };
  const read = readTcecStationPage(page, "number");
  expect(read).toMatchObject({
    ok: true,
    value: {
      stations: [{ StationID: "S1", Construction: 255 }],
      faults: [{ path: "/StationInfos/1/StationID" }, { path: "/StationInfos/2/StationLat" }],
    },
  });
  for (const wrong of [{}, { PageCount: 1 }, { PageCount: "1", StationInfos: [] }, { PageCount: -1, StationInfos: [] }])
    expect(readTcecStationPage(wrong, "number").ok).toBe(false);
});

test("CP-N.1: whatever is sent, readers say what is wrong and never throw", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("StartTime", "TotalPower", "StationInfos", "x"), fc.anything()),
      (data) => {
        expect(readTcecOrder(data, STANDARD, "text").ok).toBe(false);
        expect(readTcecStationPage(data, "text").ok).toBe(false);
        expect(tcecReader(data, "", "text").optionalText("y", 1)).toBeUndefined();
      },
    ),
  );
});
