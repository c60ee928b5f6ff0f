import { expect, test } from "vitest";
import {
  readTcecOrderCheck,
  readTcecOrderCheckAnswer,
  tcecDisputes,
  toTcecOrderCheck,
  toTcecOrderCheckAnswer,
} from "./tcec-order-check.ts";

const seq = (n: number): string => `MA0000001${String(n).padStart(18, "0")}`;
const order = (n: number, more: object = {}) => ({
  ...{ StartChargeSeq: seq(n), TotalPower: 0.82, TotalMoney: 1.2 },
  ...more,
});
const check = (more: object = {}) => ({
  ...{ CheckOrderSeq: seq(99), StartTime: "2026-01-02 00:00:00", EndTime: "2026-01-02 23:59:59", OrderCount: 2 },
  ...{ TotalOrderPower: 1.64, TotalOrderMoney: 2.4, ChargeOrders: [order(1), order(2)] },
  ...more,
});
const faultsOf = (data: object, numbers: "number" | "text" = "number"): readonly string[] => {
  const read = readTcecOrderCheck(data as never, numbers);
  return read.ok ? [] : read.error.map(({ path }) => path);
};

test("T/CEC 102.3-2016: orders of a time are read, also of a partner that writes numbers as text", () => {
  const orders = [1, 2].map((n) => ({ startChargeSeq: seq(n), energyKwh: 0.82, totalYuan: 1.2 }));
  expect(readTcecOrderCheck(check(), "number")).toEqual({ ok: true, value: { checkOrderSeq: seq(99), orders } });
  const text = check({ OrderCount: "0", TotalOrderPower: "0", TotalOrderMoney: "0", ChargeOrders: [] });
  expect(readTcecOrderCheck(text, "text")).toMatchObject({ ok: true, value: { orders: [] } });
});

test.each([
  [{ CheckOrderSeq: "1" }, ["/CheckOrderSeq"]],
  [{ CheckOrderSeq: undefined }, ["/CheckOrderSeq"]],
  [{ StartTime: "2026-13-02 00:00:00" }, ["/StartTime"]],
  [{ EndTime: "2026-01-01 00:00:00" }, ["/EndTime"]],
  [{ OrderCount: 3 }, ["/OrderCount"]],
  [{ OrderCount: 1.5 }, ["/OrderCount"]],
  [{ TotalOrderPower: 2 }, ["/TotalOrderPower"]],
  [{ TotalOrderMoney: 0 }, ["/TotalOrderMoney"]],
  [{ TotalOrderMoney: "2.4" }, ["/TotalOrderMoney"]],
  [{ ChargeOrders: [order(1), order(2, { StartChargeSeq: "x" })] }, ["/ChargeOrders/1/StartChargeSeq"]],
  [{ ChargeOrders: [order(1), order(2, { TotalPower: -1 })] }, ["/ChargeOrders/1/TotalPower"]],
  [{ ChargeOrders: [order(1), 7] }, ["/ChargeOrders/1"]],
  [{ ChargeOrders: {} }, ["/ChargeOrders"]],
])("what does not fit is refused with its place: %j", (more, paths) => {
  expect(faultsOf(check(more))).toEqual(expect.arrayContaining(paths));
});

test("the answer names what is disputed, with its sums; nothing disputed is an empty list", () => {
  const disputed = [
    { order: { startChargeSeq: seq(1), energyKwh: 0.82, totalYuan: 1.2 }, why: "missing" },
    { order: { startChargeSeq: seq(2), energyKwh: 0.1, totalYuan: 0.2 }, why: "money" },
  ] as const;
  expect(toTcecOrderCheckAnswer(check(), disputed)).toMatchObject({
    ...{ CheckOrderSeq: seq(99), TotalDisputeOrder: 2, TotalDisputePower: 0.92, TotalDisputeMoney: 1.4 },
    DisputeOrders: [{ DisputeReason: tcecDisputes.missing }, { DisputeReason: tcecDisputes.money }],
  });
  expect(toTcecOrderCheckAnswer(check(), [])).toMatchObject({ TotalDisputeOrder: 0, DisputeOrders: [] });
});

test("what one side sends the other reads, and its answer comes back; an answer of another form is refused", () => {
  const orders = [1, 2].map((n) => ({ startChargeSeq: seq(n), energyKwh: 0.1, totalYuan: 0.3 }));
  const sent = toTcecOrderCheck(seq(9), Date.UTC(2026, 0, 1, 16), Date.UTC(2026, 0, 2, 16), orders);
  expect(sent).toMatchObject({ TotalOrderPower: 0.2, TotalOrderMoney: 0.6, StartTime: "2026-01-02 00:00:00" });
  expect(readTcecOrderCheck(sent, "number")).toEqual({ ok: true, value: { checkOrderSeq: seq(9), orders } });
  const answer = toTcecOrderCheckAnswer(sent, [{ order: orders[1] as (typeof orders)[0], why: "energy" }]);
  expect(readTcecOrderCheckAnswer(answer, "number")).toEqual({
    ok: true,
    value: [{ startChargeSeq: seq(2), reason: 2 }],
  });
  expect(readTcecOrderCheckAnswer({ DisputeOrders: null }, "number")).toEqual({ ok: true, value: [] });
  for (const bad of [{}, { DisputeOrders: {} }, { DisputeOrders: [1] }, { DisputeOrders: [{ DisputeReason: 1 }] }])
    expect(readTcecOrderCheckAnswer(bad, "number").ok, JSON.stringify(bad)).toBe(false);
});
