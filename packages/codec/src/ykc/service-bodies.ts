import { bytes, list, named, struct, text, u8, u16le } from "@dianan/layout";
import * as codes from "./codes.ts";
import * as f from "./fields.ts";
import { clauseOf, frameTypes as types } from "./frame-types.ts";
import { tariffOf } from "./login-bodies.ts";

const { pile, gun, unparsed, physicalCard } = f;
const done = (zh: string, en: string) => named(u8, { zh, en, codes: codes.failureFirst });
const reason = named(u8, { zh: "失败原因", en: "why not" });
const reservedBytes = named(bytes(4), { zh: "预留位", en: "reserved" });
const answer = (type: number, result: ReturnType<typeof done>) => struct(clauseOf(type), { pile, result, unparsed });
const cards = (type: number) =>
  struct(clauseOf(type), {
    pile,
    cards: named(list(struct(clauseOf(type), { physicalCard }), { count: u8 }), { zh: "卡", en: "cards" }),
    unparsed,
  });

/** Accounts, offline cards, parameters, clock, tariff, parking lock, reboot and upgrade: types 41 to 94. */
export const serviceBodies = {
  balanceAnswer: [
    types.balanceAnswer.code,
    struct(clauseOf(0x41), { pile, physicalCard, result: named(u8, { zh: "修改结果", en: "result" }), unparsed }),
  ],
  balance: [
    types.balance.code,
    struct(clauseOf(0x42), { pile, gun, physicalCard, balance: f.fen("修改后账户金额", "new balance"), unparsed }),
  ],
  cardsAnswer: [
    types.cardsAnswer.code,
    struct(clauseOf(0x43), { pile, result: done("保存结果", "result"), reason, unparsed }),
  ],
  cards: [
    types.cards.code,
    struct(clauseOf(0x44), {
      pile,
      cards: named(list(struct(clauseOf(0x44), { card: f.logicalCard, physicalCard }), { count: u8 }), {
        zh: "卡",
        en: "cards",
      }),
      unparsed,
    }),
  ],
  clearCardsAnswer: [
    types.clearCardsAnswer.code,
    struct(clauseOf(0x45), {
      pile,
      cards: named(
        list(struct(clauseOf(0x45), { physicalCard, result: done("清除标记", "cleared"), reason }), {
          count: "untilEnd",
        }),
        { zh: "卡", en: "cards" },
      ),
    }),
  ],
  clearCards: [types.clearCards.code, cards(0x46)],
  findCardsAnswer: [
    types.findCardsAnswer.code,
    struct(clauseOf(0x47), {
      pile,
      cards: named(
        list(struct(clauseOf(0x47), { physicalCard, result: done("查询结果", "stored") }), { count: "untilEnd" }),
        { zh: "卡", en: "cards" },
      ),
    }),
  ],
  findCards: [types.findCards.code, cards(0x48)],
  workParamsAnswer: [types.workParamsAnswer.code, answer(0x51, done("设置结果", "result"))],
  workParams: [
    types.workParams.code,
    struct(clauseOf(0x52), {
      pile,
      permit: named(u8, { zh: "是否允许工作", en: "may it work", codes: codes.workPermits }),
      powerMax: named(u8, { zh: "最大允许输出功率(30–100)", en: "highest power, 30 to 100", unit: "%" }),
      unparsed,
    }),
  ],
  setClockAnswer: [
    types.setClockAnswer.code,
    struct(clauseOf(0x55), { pile, time: f.time("当前时间", "time now"), unparsed }),
  ],
  setClock: [types.setClock.code, struct(clauseOf(0x56), { pile, time: f.time("当前时间", "time now"), unparsed })],
  setTariffAnswer: [types.setTariffAnswer.code, answer(0x57, done("设置结果", "result"))],
  setTariff: [types.setTariff.code, tariffOf(0x58)],
  lockState: [
    types.lockState.code,
    struct(clauseOf(0x61), {
      pile,
      gun,
      position: named(u8, { zh: "车位锁状态", en: "position", codes: codes.lockPositions }),
      parked: named(u8, { zh: "车位状态(00 无车,FF 停放)", en: "vehicle: 0 none, 255 parked" }),
      battery: named(u8, { zh: "地锁电量", en: "battery", unit: "%" }),
      alarm: named(u8, { zh: "报警状态(00 正常,FF 摇臂破坏)", en: "alarm: 0 none, 255 arm broken" }),
      reservedBytes,
      unparsed,
    }),
  ],
  lock: [
    types.lock.code,
    struct(clauseOf(0x62), {
      pile,
      gun,
      position: named(u8, { zh: "升锁或降锁", en: "raise or lower", codes: codes.lockPositions }),
      reservedBytes,
      unparsed,
    }),
  ],
  lockAnswer: [
    types.lockAnswer.code,
    struct(clauseOf(0x63), { pile, gun, result: done("地锁控制返回标志", "result"), reservedBytes, unparsed }),
  ],
  rebootAnswer: [types.rebootAnswer.code, answer(0x91, done("设置结果", "result"))],
  reboot: [
    types.reboot.code,
    struct(clauseOf(0x92), { pile, when: named(u8, { zh: "执行控制", en: "when: 1 now, 2 when idle" }), unparsed }),
  ],
  upgradeAnswer: [
    types.upgradeAnswer.code,
    struct(clauseOf(0x93), {
      pile,
      result: named(u8, { zh: "升级状态", en: "result", codes: codes.upgradeStates }),
      unparsed,
    }),
  ],
  upgrade: [
    types.upgrade.code,
    struct(clauseOf(0x94), {
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
      unparsed,
    }),
  ],
} as const;
