import { bytes, list, named, struct, text, u8, u16le } from "@dianan/layout";
import { body, type TypeRow } from "./body.ts";
import * as codes from "./codes.ts";
import * as f from "./fields.ts";
import { frameTypes as types } from "./frame-types.ts";
import { tariffOf } from "./login-bodies.ts";

const { pile, gun, physicalCard } = f;
const done = (zh: string, en: string) => named(u8, { zh, en, codes: codes.failureFirst });
const reason = named(u8, { zh: "失败原因", en: "why not" });
const reservedBytes = named(bytes(4), { zh: "预留位", en: "reserved" });
const answer = (type: TypeRow, result: ReturnType<typeof done>) => body(type, { pile, result });
const cards = (type: TypeRow) =>
  body(type, {
    pile,
    cards: named(list(struct(type.clause, { physicalCard }), { count: u8 }), { zh: "卡", en: "cards" }),
  });

/** Accounts, offline cards, parameters, clock, tariff, parking lock, reboot and upgrade: types 41 to 94. */
export const serviceBodies = {
  balanceAnswer: body(types.balanceAnswer, { pile, physicalCard, result: named(u8, { zh: "修改结果", en: "result" }) }),
  balance: body(types.balance, { pile, gun, physicalCard, balance: f.fen("修改后账户金额", "new balance") }),
  cardsAnswer: body(types.cardsAnswer, { pile, result: done("保存结果", "result"), reason }),
  cards: body(types.cards, {
    pile,
    cards: named(list(struct(types.cards.clause, { card: f.logicalCard, physicalCard }), { count: u8 }), {
      zh: "卡",
      en: "cards",
    }),
  }),
  clearCardsAnswer: [
    types.clearCardsAnswer.code,
    struct(types.clearCardsAnswer.clause, {
      pile,
      cards: named(
        list(struct(types.clearCardsAnswer.clause, { physicalCard, result: done("清除标记", "cleared"), reason }), {
          count: "untilEnd",
        }),
        { zh: "卡", en: "cards" },
      ),
    }),
  ],
  clearCards: cards(types.clearCards),
  findCardsAnswer: [
    types.findCardsAnswer.code,
    struct(types.findCardsAnswer.clause, {
      pile,
      cards: named(
        list(struct(types.findCardsAnswer.clause, { physicalCard, result: done("查询结果", "stored") }), {
          count: "untilEnd",
        }),
        { zh: "卡", en: "cards" },
      ),
    }),
  ],
  findCards: cards(types.findCards),
  workParamsAnswer: answer(types.workParamsAnswer, done("设置结果", "result")),
  workParams: body(types.workParams, {
    pile,
    permit: named(u8, { zh: "是否允许工作", en: "may it work", codes: codes.workPermits }),
    powerMax: named(u8, { zh: "最大允许输出功率(30–100)", en: "highest power, 30 to 100", unit: "%" }),
  }),
  setClockAnswer: body(types.setClockAnswer, { pile, time: f.time("当前时间", "time now") }),
  setClock: body(types.setClock, { pile, time: f.time("当前时间", "time now") }),
  setTariffAnswer: answer(types.setTariffAnswer, done("设置结果", "result")),
  setTariff: tariffOf(types.setTariff),
  lockState: body(types.lockState, {
    pile,
    gun,
    position: named(u8, { zh: "车位锁状态", en: "position", codes: codes.lockPositions }),
    parked: named(u8, { zh: "车位状态(00 无车,FF 停放)", en: "vehicle: 0 none, 255 parked" }),
    battery: named(u8, { zh: "地锁电量", en: "battery", unit: "%" }),
    alarm: named(u8, { zh: "报警状态(00 正常,FF 摇臂破坏)", en: "alarm: 0 none, 255 arm broken" }),
    reservedBytes,
  }),
  lock: body(types.lock, {
    pile,
    gun,
    position: named(u8, { zh: "升锁或降锁", en: "raise or lower", codes: codes.lockPositions }),
    reservedBytes,
  }),
  lockAnswer: body(types.lockAnswer, { pile, gun, result: done("地锁控制返回标志", "result"), reservedBytes }),
  rebootAnswer: answer(types.rebootAnswer, done("设置结果", "result")),
  reboot: body(types.reboot, { pile, when: named(u8, { zh: "执行控制", en: "when: 1 now, 2 when idle" }) }),
  upgradeAnswer: body(types.upgradeAnswer, {
    pile,
    result: named(u8, { zh: "升级状态", en: "result", codes: codes.upgradeStates }),
  }),
  upgrade: body(types.upgrade, {
    pile,
    model: named(u8, { zh: "桩型号", en: "model: 1 direct, 2 alternating current" }),
    power: named(u16le, { zh: "桩功率", en: "power" }),
    server: named(text(16, "ascii"), { zh: "升级服务器地址", en: "server" }),
    port: named(u16le, { zh: "升级服务器端口", en: "port" }),
    user: named(text(16, "ascii"), { zh: "用户名", en: "user" }),
    password: named(text(16, "ascii"), { zh: "密码", en: "password" }),
    path: named(text(32, "ascii"), { zh: "文件路径", en: "path of the file" }),
    when: named(u8, { zh: "执行控制", en: "when: 1 now, 2 when idle" }),
    timeout: named(u8, { zh: "下载超时时间", en: "time for the download", unit: "min" }),
  }),
} as const;
