import { bytes, named, struct, u8, u32le, u40le } from "@dianan/layout";
import { body } from "./body.ts";
import * as codes from "./codes.ts";
import * as f from "./fields.ts";
import { frameTypes as types } from "./frame-types.ts";
import { stopCodes } from "./stop-codes.ts";

const { pile, gun, ofSession } = f;
const startResult = named(u8, { zh: "启动结果", en: "result", codes: codes.failureFirst });
const startReason = named(u8, { zh: "失败原因", en: "why it was not started", codes: codes.startFailures });

const cardStart = {
  pile,
  gun,
  mode: named(u8, { zh: "启动方式", en: "how: 1 card, 2 account, 3 VIN" }),
  needsPassword: named(u8, { zh: "是否需要密码", en: "password wanted: 0 no, 1 yes" }),
  card: named(bytes(8), { zh: "账号或物理卡号", en: "account or physical card number" }),
  password: named(bytes(16), { zh: "输入密码(MD5)", en: "password (MD5)" }),
  vin: f.vin,
} as const;
const cardStartAnswer = {
  ...ofSession,
  card: f.logicalCard,
  balance: f.fen("账户余额", "balance"),
  result: named(u8, { zh: "鉴权成功标志", en: "result", codes: codes.failureFirst }),
  reason: named(u8, { zh: "失败原因", en: "why not" }),
} as const;
const remoteStart = {
  ...ofSession,
  card: f.logicalCard,
  physicalCard: f.physicalCard,
  balance: f.fen("账户余额", "balance"),
} as const;
const role = named(u8, { zh: "主辅枪标记", en: "main or second gun" });

/** Energy and money of one tariff period. */
const period = (zh: string, en: string) =>
  named(
    struct(types.transaction.clause, {
      price: named(u32le, { zh: "单价", en: "price", unit: "0.00001 yuan/kWh" }),
      energy: f.energy("电量", "energy"),
      lossEnergy: f.energy("计损电量", "energy with losses"),
      amount: f.money("金额", "amount"),
    }),
    { zh, en },
  );
const meter = (zh: string, en: string) => named(u40le, { zh, en, unit: "0.0001 kWh" });

/** Starting, stopping and settling: types 31 to 40 and A1 to A4. */
export const chargeBodies = {
  cardStart: body(types.cardStart, { ...cardStart }),
  cardStartAnswer: body(types.cardStartAnswer, { ...cardStartAnswer }),
  remoteStartAnswer: body(types.remoteStartAnswer, { ...ofSession, result: startResult, reason: startReason }),
  remoteStart: body(types.remoteStart, { ...remoteStart }),
  remoteStopAnswer: body(types.remoteStopAnswer, {
    pile,
    gun,
    result: named(u8, { zh: "停止结果", en: "result", codes: codes.failureFirst }),
    reason: named(u8, { zh: "失败原因", en: "why it was not stopped", codes: codes.stopFailures }),
  }),
  remoteStop: body(types.remoteStop, { pile, gun }),
  transaction: body(types.transaction, {
    ...ofSession,
    startedAt: f.time("开始时间", "started at"),
    endedAt: f.time("结束时间", "ended at"),
    sharp: period("尖", "sharp"),
    peak: period("峰", "peak"),
    flat: period("平", "flat"),
    valley: period("谷", "valley"),
    meterStart: meter("电表总起值", "meter at the start"),
    meterEnd: meter("电表总止值", "meter at the end"),
    energy: f.energy("总电量", "energy"),
    lossEnergy: f.energy("计损总电量", "energy with losses"),
    amount: f.money("消费金额", "amount"),
    vin: f.vin,
    startMode: named(u8, { zh: "交易标识", en: "how it was started", codes: codes.startModes }),
    recordedAt: f.time("交易日期、时间", "recorded at"),
    stopCode: named(u8, { zh: "停止原因", en: "why it ended", codes: stopCodes }),
    physicalCard: f.physicalCard,
  }),
  transactionConfirm: body(types.transactionConfirm, {
    transaction: f.transaction,
    result: named(u8, { zh: "确认结果", en: "result", codes: codes.confirmations }),
  }),
} as const;

/** Charging one vehicle with two guns: types A1 to A4, from version 1.6 on. */
export const parallelBodies = {
  parallelCardStart: body(types.parallelCardStart, { ...cardStart, role, parallelOrder: f.parallelOrder }),
  parallelCardStartAnswer: body(types.parallelCardStartAnswer, { ...cardStartAnswer, parallelOrder: f.parallelOrder }),
  parallelStartAnswer: body(types.parallelStartAnswer, {
    ...ofSession,
    result: startResult,
    reason: startReason,
    role,
    parallelOrder: f.parallelOrder,
  }),
  parallelStart: body(types.parallelStart, { ...remoteStart, parallelOrder: f.parallelOrder }),
} as const;
