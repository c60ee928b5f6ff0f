import { type Ap3000Frame, ap3000, type YkcFrame, ykc } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import { describe, expect, test } from "vitest";
import type { CommandDriver, CommandQuestion, CommandWish } from "../ports/device-command.ts";
import { ap3000Commands } from "./ap3000-commands.ts";
import { createYkcCommands } from "./ykc-commands.ts";

const NOW = Date.UTC(2026, 10, 20, 0, 5, 3) as Instant;
const NOTHING = new Uint8Array(0);
const PILE = "55031412782305";
const drivers = { ykc: createYkcCommands(480), ap3000: ap3000Commands };
const planned = (driver: CommandDriver, wish: Partial<CommandWish>): CommandQuestion => {
  const made = driver.plan({ action: "read", componentKey: null, parameters: {}, ...wish });
  if (!made.ok) throw new Error(made.error.words.en);
  // As it comes back from the disk.
  return JSON.parse(JSON.stringify(made.value)) as CommandQuestion;
};

type Refusal = readonly ["ykc" | "ap3000", Partial<CommandWish>, string | null];
const refusals: readonly Refusal[] = [
  ["ykc", { action: "mute" }, null],
  ["ykc", { action: "openBreaker" }, null],
  ["ykc", { action: "read" }, "/componentId"],
  ["ykc", { action: "read", componentKey: "port/0" }, "/componentId"],
  ["ykc", { action: "read", componentKey: "port/100" }, "/componentId"],
  ["ykc", { action: "read", componentKey: "port/1/battery" }, "/componentId"],
  ["ykc", { action: "read", componentKey: "port/1", parameters: { what: "status" } }, "/parameters"],
  ["ykc", { action: "stopCharge", componentKey: "port/1", parameters: { order: "1" } }, "/parameters"],
  ["ykc", { action: "startCharge", componentKey: "port/1" }, "/parameters/balanceFen"],
  ["ykc", { action: "startCharge", componentKey: "port/1", parameters: { balanceFen: 0 } }, "/parameters/balanceFen"],
  ["ykc", { action: "startCharge", componentKey: "port/1", parameters: { balanceFen: 1.5 } }, "/parameters/balanceFen"],
  ["ykc", { action: "startCharge", parameters: { balanceFen: 100 } }, "/componentId"],
  [
    "ykc",
    { action: "startCharge", componentKey: "port/1", parameters: { balanceFen: 100, card: "12" } },
    "/parameters/card",
  ],
  ["ykc", { action: "syncClock", componentKey: "port/1" }, "/componentId"],
  ["ykc", { action: "reset", parameters: { now: true } }, "/parameters"],
  ["ap3000", { action: "syncClock" }, null],
  ["ap3000", { action: "dutyCheck" }, null],
  ["ap3000", { action: "read", componentKey: "port/1" }, "/componentId"],
  ["ap3000", { action: "startCharge", parameters: { order: "A", seconds: 600 } }, "/componentId"],
  ["ap3000", { action: "startCharge", componentKey: "port/1", parameters: { seconds: 600 } }, "/parameters/order"],
  [
    "ap3000",
    { action: "startCharge", componentKey: "port/1", parameters: { order: "订单", seconds: 600 } },
    "/parameters/order",
  ],
  ["ap3000", { action: "startCharge", componentKey: "port/1", parameters: { order: "A" } }, "/parameters/seconds"],
  [
    "ap3000",
    { action: "startCharge", componentKey: "port/1", parameters: { order: "A", seconds: 59 } },
    "/parameters/seconds",
  ],
  [
    "ap3000",
    { action: "startCharge", componentKey: "port/1", parameters: { order: "A", seconds: 60, overloadW: 6_554 } },
    "/parameters/overloadW",
  ],
  ["ap3000", { action: "stopCharge", componentKey: "port/1", parameters: { order: "A", seconds: 60 } }, "/parameters"],
];
test.each(refusals)("%s %j is refused at %s, in both languages", (protocol, wish, path) => {
  const made = drivers[protocol].plan({ action: "read", componentKey: null, parameters: {}, ...wish });
  expect(made).toMatchObject({ ok: false, error: { path } });
  if (made.ok) return;
  expect(made.error.words.zh).toMatch(/[一-龥]/);
  expect(made.error.words.en).toMatch(/[a-z]/);
});

describe("YKC", () => {
  const driver = drivers.ykc;
  const envelope = { wireAddress: PILE, serial: 0x1234, now: NOW, askedAt: NOW };
  const sent = (question: CommandQuestion, later = 0): YkcFrame => {
    const bytes = driver.encode(question, { ...envelope, now: (NOW + later) as Instant });
    const frame = ykc.decodeFrame(bytes);
    if (!frame.ok) throw new Error(JSON.stringify(frame.error));
    return frame.value;
  };
  const answered = (question: CommandQuestion, body: object, seq = [0x12, 0x34]) =>
    driver.answerOf(
      question,
      envelope,
      ykc.encodeFrame({
        seq: Uint8Array.from(seq),
        encryption: 0,
        body: { pile: PILE, gun: "02", unparsed: NOTHING, ...body } as YkcFrame["body"],
      }),
    );
  const start = planned(driver, {
    action: "startCharge",
    componentKey: "port/2",
    parameters: { balanceFen: 500, card: "1000000000000573" },
  });

  test("a start names pile, gun, card and balance, and has one transaction number however often it is sent", () => {
    const { seq, body } = sent(start);
    expect([...seq]).toEqual([0x12, 0x34]);
    expect(body).toMatchObject({
      kind: "remoteStart",
      transaction: `${PILE}022611200805034660`,
      pile: PILE,
      gun: "02",
      card: "1000000000000573",
      balance: 500,
    });
    expect(sent(start, 60_000)).toEqual(sent(start));
  });

  test.each([
    [
      { action: "stopCharge", componentKey: "port/2" },
      { kind: "remoteStop", pile: PILE, gun: "02" },
    ],
    [
      { action: "read", componentKey: "port/12" },
      { kind: "readRealtime", pile: PILE, gun: "12" },
    ],
    [{ action: "reset" }, { kind: "reboot", pile: PILE, when: 2 }],
    [{ action: "syncClock" }, { kind: "setClock", time: { year: 2026, month: 11, day: 20, hour: 8, minute: 5 } }],
  ] as const)("%j becomes %j", (wish, body) => {
    expect(sent(planned(driver, wish)).body).toMatchObject(body);
  });

  test("what a pile answers: done, refused with its reason, or nothing of ours", () => {
    const of = { kind: "remoteStartAnswer", transaction: "0".repeat(32) };
    expect(answered(start, { ...of, result: 1, reason: 0 })).toMatchObject({ serial: 0x1234, says: "done" });
    expect(answered(start, { ...of, result: 0, reason: 5 })).toMatchObject({
      says: "refused",
      words: { zh: "未插枪", en: "not plugged in" },
    });
    expect(answered(start, { ...of, result: 0, reason: 99 })).toMatchObject({ words: { zh: "原因 99" } });
    expect(answered(start, { ...of, result: 1, reason: 0 }, [0x12, 0x35])).toBeNull();
    expect(answered(start, { ...of, result: 1, reason: 0, gun: "01" })).toBeNull();
    expect(answered(start, { ...of, result: 1, reason: 0, pile: "00000000000001" })).toBeNull();
    expect(answered(start, { kind: "remoteStopAnswer", result: 1, reason: 0 })).toBeNull();
    const stop = planned(driver, { action: "stopCharge", componentKey: "port/2" });
    expect(answered(stop, { kind: "remoteStopAnswer", result: 0, reason: 2 })).toMatchObject({
      says: "refused",
      words: { en: "not charging" },
    });
    expect(driver.answerOf(stop, envelope, Uint8Array.of(0x68, 1, 2))).toBeNull();
  });
});

describe("AP3000", () => {
  const envelope = { wireAddress: "07ceaa40", serial: 513, now: NOW, askedAt: NOW };
  const device = { number: 13_544_000, recognition: 7 };
  const start = planned(ap3000Commands, {
    action: "startCharge",
    componentKey: "port/3",
    parameters: { order: "A-1", seconds: 3_600 },
  });
  const sent = (question: CommandQuestion): Ap3000Frame => {
    const frame = ap3000.decodeFrame(ap3000Commands.encode(question, envelope), { direction: "down" });
    if (!frame.ok) throw new Error(JSON.stringify(frame.error));
    return frame.value;
  };
  const answered = (question: CommandQuestion, message: object, messageId = 513) =>
    ap3000Commands.answerOf(
      question,
      envelope,
      ap3000.encodeFrame({ device, messageId, message: message as Ap3000Frame["message"] }),
    );

  test("start, stop and read name the device, the port from 0, and the command's serial", () => {
    expect(sent(start)).toMatchObject({
      device,
      messageId: 513,
      message: { kind: "startStop", port: 2, action: 1, limit: 3_600, maxSeconds: 36_000, overloadPower: 5_000 },
    });
    const stop = planned(ap3000Commands, {
      action: "stopCharge",
      componentKey: "port/3",
      parameters: { order: "A-1" },
    });
    expect(sent(stop)).toMatchObject({ message: { action: 0, port: 2, maxSeconds: null, limit: 0 } });
    expect(sent(planned(ap3000Commands, {}))).toMatchObject({ message: { kind: "query" } });
  });

  test("what a device answers: done, refused with its reason, or nothing of ours", () => {
    const of = {
      kind: "startStopAnswer",
      result: 0,
      order: new Uint8Array(16),
      port: 2,
      waiting: 0,
      unparsed: NOTHING,
    };
    expect(answered(start, of)).toMatchObject({ serial: 513, says: "done" });
    expect(answered(start, { ...of, result: 11 })).toMatchObject({ says: "refused", words: { zh: "烟感报警" } });
    expect(answered(start, { ...of, result: 200 })).toMatchObject({ says: "refused", words: { zh: "结果 200" } });
    expect(answered(start, of, 514)).toBeNull();
    const state = { kind: "heartbeat", voltage: 2_200, states: [0], rssi: null, temperature: null, unparsed: NOTHING };
    expect(answered(start, state)).toBeNull();
    expect(answered(planned(ap3000Commands, {}), state, 9)).toMatchObject({ says: "done" });
    expect(ap3000Commands.answerOf(start, envelope, Uint8Array.of(0x44, 0x4e))).toBeNull();
  });
});
