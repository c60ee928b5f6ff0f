import { type SessionEnd, sessionEnds } from "@dianan/model";
import type { Result } from "./result.ts";
import type { TcecFault } from "./tcec.ts";
import { type TcecMembers, type TcecNumbers, tcecReader } from "./tcec-fields.ts";
import { tcecTime } from "./tcec-seq.ts";

/**
 * How a partner spells members (字段拼写): the text of 2016 has `Sevice`, large platforms have `Service`; `ElecMoney` and `ElectMoney`
 * are both in it. One spelling for one partner: never both.
 */
export type TcecSpelling = { readonly service: "Sevice" | "Service"; readonly elec: "Elec" | "Elect" };

/** What is told of one charge (充电订单). */
export type TcecCharge = {
  /** 27 characters: OperatorID and 18 digits of its own. */ readonly startChargeSeq: string;
  readonly connectorId: string;
  /** Milliseconds since 1970. */ readonly startAt: number;
  readonly endAt: number;
  readonly energyKwh: number;
  readonly elecYuan: number;
  readonly serviceYuan: number;
  readonly totalYuan: number;
};
/** A charge that has ended (充电订单信息). */
export type TcecOrder = TcecCharge & { /** 停止原因. */ readonly stopReason: number };
/** A charge under way (充电状态). */
export type TcecRunning = Omit<TcecCharge, "endAt"> & {
  /** 1 starting, 2 charging, 3 stopping, 4 ended, 5 unknown. */ readonly state: number;
  /** As of this time. */ readonly at: number;
};

const ENERGY_MAX = 1_000_000;
const MONEY_MAX = 10_000_000;
const SEQ_CHARACTERS = 27;
const CONNECTOR_MAX = 26;

/** `yyyy-MM-dd HH:mm:ss` of UTC+8, as business times are written. */
export const tcecBusinessTime = (at: number): string =>
  tcecTime(at).replace(/(....)(..)(..)(..)(..)(..)/, "$1-$2-$3 $4:$5:$6");

const six = (value: number): number => Math.round(value * 1e6) / 1e6;

/** An order as it is pushed. */
export const toTcecOrder = (order: TcecOrder, { service, elec }: TcecSpelling): TcecMembers => ({
  StartChargeSeq: order.startChargeSeq,
  ConnectorID: order.connectorId,
  StartTime: tcecBusinessTime(order.startAt),
  EndTime: tcecBusinessTime(order.endAt),
  TotalPower: six(order.energyKwh),
  [`Total${elec}Money`]: order.elecYuan,
  [`Total${service}Money`]: order.serviceYuan,
  TotalMoney: order.totalYuan,
  StopReason: order.stopReason,
  SumPeriod: 0,
});

/** The state of a charge as it is pushed. */
export const toTcecRunning = (charge: TcecRunning, { service, elec }: TcecSpelling): TcecMembers => ({
  StartChargeSeq: charge.startChargeSeq,
  StartChargeSeqStat: charge.state,
  ConnectorID: charge.connectorId,
  StartTime: tcecBusinessTime(charge.startAt),
  EndTime: tcecBusinessTime(charge.at),
  TotalPower: six(charge.energyKwh),
  [`${elec}Money`]: charge.elecYuan,
  [`${service}Money`]: charge.serviceYuan,
  TotalMoney: charge.totalYuan,
});

/** Whether a text is a number of business (业务流水号): an OperatorID and 18 digits of its own. */
export const isTcecBusinessSeq = (text: string): boolean => /^[0-9A-Z]{9}\d{18}$/.test(text);

const readHead = (data: TcecMembers, numbers: TcecNumbers) => {
  const read = tcecReader(data, "", numbers);
  const startChargeSeq = read.text("StartChargeSeq", SEQ_CHARACTERS);
  if (startChargeSeq !== "" && !isTcecBusinessSeq(startChargeSeq))
    read.bad("StartChargeSeq", "An OperatorID and 18 digits.", "应为 OperatorID 加 18 位数字。");
  const head = {
    startChargeSeq,
    connectorId: read.text("ConnectorID", CONNECTOR_MAX),
    startAt: read.time("StartTime"),
    energyKwh: read.number("TotalPower", 0, ENERGY_MAX),
  };
  return { read, head };
};

/** Reads an order that was pushed, or says all that is wrong with it. */
export const readTcecOrder = (
  data: TcecMembers,
  { service, elec }: TcecSpelling,
  numbers: TcecNumbers,
): Result<TcecOrder, readonly TcecFault[]> => {
  const { read, head } = readHead(data, numbers);
  const order = {
    ...head,
    endAt: read.time("EndTime"),
    elecYuan: read.number(`Total${elec}Money`, 0, MONEY_MAX),
    serviceYuan: read.number(`Total${service}Money`, 0, MONEY_MAX),
    totalYuan: read.number("TotalMoney", 0, MONEY_MAX),
    stopReason: read.whole("StopReason", 0, 99),
  };
  if (read.faults.length === 0 && order.endAt < order.startAt)
    read.bad("EndTime", "It ended before it began.", "结束时间早于开始时间。");
  return read.faults.length === 0 ? { ok: true, value: order } : { ok: false, error: read.faults };
};

/** Reads the state of a charge that was pushed, or says all that is wrong with it. Money may be missing from it. */
export const readTcecRunning = (
  data: TcecMembers,
  { service, elec }: TcecSpelling,
  numbers: TcecNumbers,
): Result<TcecRunning, readonly TcecFault[]> => {
  const { read, head } = readHead(data, numbers);
  const charge = {
    ...head,
    state: read.whole("StartChargeSeqStat", 1, 5),
    at: read.optionalTime("EndTime") ?? head.startAt,
    elecYuan: read.optionalNumber(`${elec}Money`, 0, MONEY_MAX) ?? 0,
    serviceYuan: read.optionalNumber(`${service}Money`, 0, MONEY_MAX) ?? 0,
    totalYuan: read.optionalNumber("TotalMoney", 0, MONEY_MAX) ?? 0,
  };
  return read.faults.length === 0 ? { ok: true, value: charge } : { ok: false, error: read.faults };
};

const [BY_USER, BY_PLATFORM, FULL, CHARGER_FAULT, UNPLUGGED] = [0, 1, 2, 3, 4];
/** From 5 to 99 the numbers are an operator's own: ours are those of our code list from here on. */
const OWN_FROM = 40;
const OWN_UNKNOWN = 99;

const stopReasons: { readonly [E in SessionEnd]?: number } = {
  full: FULL,
  timeLimit: BY_PLATFORM,
  energyLimit: BY_PLATFORM,
  moneyLimit: BY_PLATFORM,
  serverStopped: BY_PLATFORM,
  userUnplugged: UNPLUGGED,
  noLoad: UNPLUGGED,
  userStopped: BY_USER,
  normal: BY_USER,
  deviceFault: CHARGER_FAULT,
  unknown: OWN_UNKNOWN,
};

/** Why a session ended, as T/CEC 102 numbers it (停止原因); null, nobody said: 99. */
export const tcecStopReasonOf = (end: SessionEnd | null): number =>
  end === null ? OWN_UNKNOWN : (stopReasons[end] ?? OWN_FROM + sessionEnds[end].code);

const ends: { readonly [reason: number]: SessionEnd } = {
  [BY_USER as 0]: "userStopped",
  [BY_PLATFORM as 1]: "serverStopped",
  [FULL as 2]: "full",
  [CHARGER_FAULT as 3]: "deviceFault",
  [UNPLUGGED as 4]: "userUnplugged",
};

/** Their number as our word; what is the operator's own is `unknown`, which counts as abnormal. */
export const sessionEndOfTcec = (reason: number): SessionEnd => ends[reason] ?? "unknown";
