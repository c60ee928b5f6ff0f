import type { Result } from "./result.ts";
import type { TcecFault } from "./tcec.ts";
import { type TcecMembers, type TcecNumbers, tcecReader } from "./tcec-fields.ts";
import { isTcecBusinessSeq, type TcecCharge, tcecBusinessTime } from "./tcec-order.ts";

/** One order as its operator has it. */
export type TcecCheckedOrder = {
  readonly startChargeSeq: string;
  readonly energyKwh: number;
  readonly totalYuan: number;
};
/** Orders of a time that are held against the other side's (订单对账). */
export type TcecOrderCheck = { readonly checkOrderSeq: string; readonly orders: readonly TcecCheckedOrder[] };

/** Why an order is disputed (争议原因); the numbers are from memory of the text, unconfirmed. */
export const tcecDisputes = { missing: 1, energy: 2, money: 3 } as const;
export type TcecDispute = keyof typeof tcecDisputes;

const ORDERS_MAX = 10_000;
const SEQ_CHARACTERS = 27;
const ENERGY_MAX = 1_000_000;
const MONEY_MAX = 10_000_000;
/** A sum of rounded numbers is off by no more than this for each of them. */
const ROUNDING = 0.005;

/**
 * Reads `check_charge_orders`, or says all that is wrong with it: also a count or a sum that its own list does not have. Only the name, its
 * purpose and `CheckOrderSeq` are confirmed; the other members are from memory of T/CEC 102.3-2016.
 */
export const readTcecOrderCheck = (
  data: TcecMembers,
  numbers: TcecNumbers,
): Result<TcecOrderCheck, readonly TcecFault[]> => {
  const read = tcecReader(data, "", numbers);
  const seqOf = (reader: typeof read, member: string): string => {
    const seq = reader.text(member, SEQ_CHARACTERS);
    if (seq !== "" && !isTcecBusinessSeq(seq))
      reader.bad(member, "An OperatorID and 18 digits.", "应为 OperatorID 加 18 位数字。");
    return seq;
  };
  const checkOrderSeq = seqOf(read, "CheckOrderSeq");
  const [from, until] = [read.time("StartTime"), read.time("EndTime")];
  const count = read.whole("OrderCount", 0, ORDERS_MAX);
  const energy = read.number("TotalOrderPower", 0, ENERGY_MAX * ORDERS_MAX);
  const money = read.number("TotalOrderMoney", 0, MONEY_MAX * ORDERS_MAX);
  const faults: TcecFault[] = [];
  const orders = read.list("ChargeOrders", ORDERS_MAX).map((one, n): TcecCheckedOrder => {
    const each = tcecReader(one, `/ChargeOrders/${n}`, numbers);
    const order = {
      startChargeSeq: seqOf(each, "StartChargeSeq"),
      energyKwh: each.number("TotalPower", 0, ENERGY_MAX),
      totalYuan: each.number("TotalMoney", 0, MONEY_MAX),
    };
    faults.push(...each.faults);
    return order;
  });
  if (read.faults.length + faults.length === 0) {
    const isOff = (total: number, parts: readonly number[]): boolean =>
      Math.abs(parts.reduce((sum, part) => sum + part, 0) - total) > ROUNDING * (parts.length + 1);
    if (until < from) read.bad("EndTime", "It ends before it begins.", "结束时间早于开始时间。");
    if (count !== orders.length)
      read.bad("OrderCount", "It is not the length of ChargeOrders.", "与 ChargeOrders 数量不符。");
    if (
      isOff(
        energy,
        orders.map(({ energyKwh }) => energyKwh),
      )
    )
      read.bad("TotalOrderPower", "It is not the sum of ChargeOrders.", "与 ChargeOrders 之和不符。");
    if (
      isOff(
        money,
        orders.map(({ totalYuan }) => totalYuan),
      )
    )
      read.bad("TotalOrderMoney", "It is not the sum of ChargeOrders.", "与 ChargeOrders 之和不符。");
  }
  const all = [...read.faults, ...faults];
  return all.length === 0 ? { ok: true, value: { checkOrderSeq, orders } } : { ok: false, error: all };
};

/** Orders of a time as they are sent to be compared; each with its number, energy and sum. */
export const toTcecOrderCheck = (
  checkOrderSeq: string,
  from: number,
  to: number,
  orders: readonly Pick<TcecCharge, "startChargeSeq" | "energyKwh" | "totalYuan">[],
): TcecMembers => {
  const sum = (of: (order: (typeof orders)[number]) => number): number =>
    two(orders.reduce((total, order) => total + of(order), 0));
  return {
    ...{ CheckOrderSeq: checkOrderSeq, StartTime: tcecBusinessTime(from), EndTime: tcecBusinessTime(to) },
    ...{
      OrderCount: orders.length,
      TotalOrderPower: sum((one) => one.energyKwh),
      TotalOrderMoney: sum((one) => one.totalYuan),
    },
    ChargeOrders: orders.map(({ startChargeSeq, energyKwh, totalYuan }) => ({
      ...{ StartChargeSeq: startChargeSeq, TotalPower: energyKwh, TotalMoney: totalYuan },
    })),
  };
};

/** What the other side disputes, by its own numbers of reasons; null: it gives none. */
export const readTcecOrderCheckAnswer = (
  data: TcecMembers,
  numbers: TcecNumbers,
): Result<readonly { readonly startChargeSeq: string; readonly reason: number | null }[], readonly TcecFault[]> => {
  const read = tcecReader(data, "", numbers);
  const faults: TcecFault[] = [];
  const disputed = (data.DisputeOrders === null ? [] : read.list("DisputeOrders", ORDERS_MAX)).map((one, n) => {
    const each = tcecReader(one, `/DisputeOrders/${n}`, numbers);
    const found = {
      startChargeSeq: each.text("StartChargeSeq", SEQ_CHARACTERS),
      reason: each.optionalWhole("DisputeReason", 0, 99) ?? null,
    };
    faults.push(...each.faults);
    return found;
  });
  const all = [...read.faults, ...faults];
  return all.length === 0 ? { ok: true, value: disputed } : { ok: false, error: all };
};

const two = (value: number): number => Math.round(value * 100) / 100;

/** The answer: what is disputed, with its own numbers, and the sums of it. */
export const toTcecOrderCheckAnswer = (
  { CheckOrderSeq, StartTime, EndTime }: TcecMembers,
  disputed: readonly { readonly order: TcecCheckedOrder; readonly why: TcecDispute }[],
): TcecMembers => ({
  ...{ CheckOrderSeq, StartTime, EndTime, TotalDisputeOrder: disputed.length },
  TotalDisputePower: two(disputed.reduce((sum, { order }) => sum + order.energyKwh, 0)),
  TotalDisputeMoney: two(disputed.reduce((sum, { order }) => sum + order.totalYuan, 0)),
  DisputeOrders: disputed.map(({ order, why }) => ({
    ...{ StartChargeSeq: order.startChargeSeq, TotalPower: order.energyKwh, TotalMoney: order.totalYuan },
    DisputeReason: tcecDisputes[why],
  })),
});
