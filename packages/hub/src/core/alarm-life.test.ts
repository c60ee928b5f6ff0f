import { describe, expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import type { AlarmAct, AlarmScene, AlarmStep } from "./alarm-act.ts";
import { isToldRepeat } from "./alarm-entry.ts";
import { stepAlarmLife } from "./alarm-life.ts";
import { type AlarmLife, defaultDueDays, dueMs, newLife } from "./alarm-life-state.ts";
import { isStillOver } from "./alarm-value.ts";

const AT = Date.parse("2026-01-02T11:04:05+08:00");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const chen: Actor = { kind: "person", id: "user-1", name: "陈伟" };
const lin: Actor = { kind: "person", id: "user-2", name: "林静" };
const fresh = newLife(AT, 7 * DAY, null);
const scene: AlarmScene = {
  ...{ class: "alarm", isRaised: true, isRecovered: false, occurredAt: AT },
  ...{ at: AT + HOUR, by: chen, via: "web", isOver: null, hasSuccessor: false, due: 7 * DAY },
};

const acknowledge: AlarmAct = { kind: "acknowledge", via: "web", note: null };
const advise: AlarmAct = { kind: "advise", text: "检查 5 回路末端线缆绝缘", dueAt: null, files: [] };
const rectify: AlarmAct = { kind: "rectify", text: "已更换线缆", rectifiedAt: AT + HOUR, files: [] };
const resolve: AlarmAct = { kind: "close", reason: "resolved", text: "复测 68 mA,正常" };

/** The life after acts that all succeed. */
const after = (acts: readonly AlarmAct[], at: AlarmScene = scene, life = fresh): AlarmLife =>
  acts.reduce((now, act) => {
    const step = stepAlarmLife(now, act, at);
    if (!step.ok) throw new Error(`${act.kind}: ${step.refusal.en}`);
    return step.life;
  }, life);
const refusal = (step: AlarmStep) => (step.ok ? null : [step.refusal.code, step.refusal.path]);

describe("the way of an alarm", () => {
  test("EF-5.3: acknowledged, advised, rectified, recovered, closed", () => {
    const closed = after([acknowledge, advise, rectify, resolve], { ...scene, isRecovered: true });
    expect(closed).toMatchObject({
      stage: "closed",
      acknowledged: { at: AT + HOUR, by: chen, via: "web" },
      advice: { text: "检查 5 回路末端线缆绝缘" },
      rectification: { text: "已更换线缆" },
      closure: { reason: "resolved", hasCleared: true },
    });
  });

  test("EF-4.2: of two officers the first has it, and the second is not refused", () => {
    const first = after([acknowledge]);
    const second = stepAlarmLife(first, acknowledge, { ...scene, by: lin });
    expect(second).toEqual({ ok: true, life: first, entries: [], record: null });
    expect(first.acknowledged?.by).toEqual(chen);
  });

  test("EF-4.2: taken back it is anybody's again; its advice stays", () => {
    const back = after([acknowledge, advise, { kind: "takeBack", reason: "点错" }]);
    expect([back.stage, back.acknowledged, back.advice?.text]).toEqual([
      "unacknowledged",
      null,
      "检查 5 回路末端线缆绝缘",
    ]);
  });

  test("EF-5.3: advice may set another due time, within a year", () => {
    const dueAt = AT + 30 * DAY;
    expect(after([{ ...advise, dueAt } as AlarmAct]).dueAt).toBe(dueAt);
    for (const bad of [AT, AT + HOUR, AT + 400 * DAY])
      expect(refusal(stepAlarmLife(fresh, { ...advise, dueAt: bad } as AlarmAct, scene))).toEqual([
        "invalid",
        "/dueAt",
      ]);
  });

  test("EF-4.2: what was shelved comes back as new when the time is over and it still stands", () => {
    const shelved = after([acknowledge, { kind: "shelve", minutes: 60, reason: "夜间施工" }]);
    const early = stepAlarmLife(shelved, { kind: "tick" }, { ...scene, at: AT + 2 * HOUR - 1 });
    expect(early).toMatchObject({ ok: true, life: shelved, entries: [] });
    const later = { ...scene, at: AT + 2 * HOUR };
    expect(after([{ kind: "tick" }], later, shelved)).toMatchObject({ stage: "unacknowledged", shelf: null });
    expect(after([{ kind: "tick" }], { ...later, isRaised: false }, shelved).stage).toBe("acknowledged");
  });

  test("CP-4.2: an overdue alarm is said once, again only after a new due time", () => {
    const late = { ...scene, at: AT + 7 * DAY };
    const first = stepAlarmLife(after([acknowledge]), { kind: "tick" }, late);
    if (!first.ok) throw new Error("refused");
    expect(first.entries.map(({ kind }) => kind)).toEqual(["escalated"]);
    expect(stepAlarmLife(first.life, { kind: "tick" }, { ...late, at: AT + 8 * DAY })).toMatchObject({ entries: [] });
    const renewed = after([{ ...advise, dueAt: AT + 9 * DAY } as AlarmAct], late, first.life);
    expect(stepAlarmLife(renewed, { kind: "tick" }, { ...late, at: AT + 9 * DAY })).toMatchObject({
      entries: [{ kind: "escalated" }],
    });
  });

  test("EF-5.3: opened again after a false closing it stands again; due anew", () => {
    const closed = after([acknowledge, { kind: "close", reason: "false", text: "误报" }]);
    const reopen: AlarmAct = { kind: "reopen", reason: "不是误报" };
    const step = stepAlarmLife(closed, reopen, { ...scene, isRaised: false });
    expect(step).toMatchObject({
      ok: true,
      record: "restore",
      life: { stage: "acknowledged", dueAt: AT + HOUR + 7 * DAY },
    });
    expect(refusal(stepAlarmLife(closed, reopen, { ...scene, hasSuccessor: true }))).toEqual(["wrong-state", ""]);
  });

  test("an alarm has at most 100 files", () => {
    const files = Array.from({ length: 100 }, (_, n) => `file-${n}`);
    const full = { ...fresh, files };
    const add = (fileId: string) => stepAlarmLife(full, { kind: "addEvidence", fileId, text: null }, scene);
    expect(refusal(add("file-100"))).toEqual(["invalid", ""]);
    expect(add("file-7")).toMatchObject({ ok: true, entries: [] });
  });
});

describe("steps that are refused", () => {
  const closed = after([acknowledge, { kind: "close", reason: "test", text: "测试" }]);
  const cases: readonly (readonly [string, AlarmLife, AlarmAct, Partial<AlarmScene>, string])[] = [
    ["close what nobody acknowledged", fresh, resolve, { isRecovered: true }, "wrong-state"],
    ["rectify what nobody acknowledged", fresh, rectify, {}, "wrong-state"],
    ["take back what nobody acknowledged", fresh, { kind: "takeBack", reason: "r" }, {}, "wrong-state"],
    [
      "take back after rectification",
      after([acknowledge, rectify]),
      { kind: "takeBack", reason: "r" },
      {},
      "wrong-state",
    ],
    ["unshelve what is not shelved", fresh, { kind: "unshelve", reason: "r" }, {}, "wrong-state"],
    ["reopen what is not closed", fresh, { kind: "reopen", reason: "r" }, {}, "wrong-state"],
    ["close while it stands", after([acknowledge, advise]), resolve, {}, "value-still-over"],
    [
      "close as duplicate while it stands",
      after([acknowledge]),
      { ...resolve, reason: "duplicate" } as AlarmAct,
      {},
      "value-still-over",
    ],
    ["close without advice", after([acknowledge]), resolve, { isRecovered: true }, "advice-missing"],
    [
      "close a fault without advice",
      after([acknowledge]),
      resolve,
      { class: "fault", isRaised: false },
      "advice-missing",
    ],
    [
      "confirm the recovery of what readings say is over",
      fresh,
      { kind: "confirmRecovery", note: "n" },
      { isOver: true },
      "wrong-state",
    ],
    [
      "confirm the recovery of what is cleared",
      fresh,
      { kind: "confirmRecovery", note: "n" },
      { isRaised: false },
      "wrong-state",
    ],
    [
      "rectified before it happened",
      after([acknowledge]),
      { ...rectify, rectifiedAt: AT - 1 } as AlarmAct,
      {},
      "invalid",
    ],
    [
      "rectified in the future",
      after([acknowledge]),
      { ...rectify, rectifiedAt: AT + 2 * HOUR } as AlarmAct,
      {},
      "invalid",
    ],
    ...(["assign", "advise", "rectify", "close", "shelve"] as const).map((kind) => {
      const acts: { readonly [kind: string]: AlarmAct } = {
        ...{ advise, rectify, close: resolve, assign: { kind: "assign", to: lin, note: null } },
        shelve: { kind: "shelve", minutes: 1, reason: "r" },
      };
      return [`${kind} when closed`, closed, acts[kind] as AlarmAct, {}, "wrong-state"] as const;
    }),
  ];
  test.each(cases)("EF-4.2, EF-5.3: %s", (_, life, act, more, code) => {
    const step = stepAlarmLife(life, act, { ...scene, ...more });
    expect(refusal(step)?.[0]).toBe(code);
    if (!step.ok) expect([step.refusal.en, step.refusal.zh].every((words) => words.length > 3)).toBe(true);
  });
});

test("EF-5.3, CP-4.2: a week for electrical fire, three days for charging, none for what ends by itself", () => {
  const days = (kind: string, type: string, device: string) => (dueMs(kind, type, device, defaultDueDays) ?? 0) / DAY;
  expect(days("alarm", "residualCurrentOver", "electricalFireMonitor")).toBe(7);
  expect(days("alarm", "residualCurrentOver", "chargingPile")).toBe(3);
  expect(days("fault", "relayWelded", "")).toBe(3);
  expect(days("fault", "relayWelded", "electricalFireMonitor")).toBe(7);
  expect(days("warning", "nobodyKnows", "")).toBe(7);
  expect(days("offline", "offline", "chargingPile")).toBe(0);
  expect(days("event", "selfCheck", "")).toBe(0);
});

test("EF-4.2: a chattering alarm tells the first ten repeats, then ever fewer", () => {
  const told = Array.from({ length: 1_000 }, (_, n) => n + 1).filter(isToldRepeat);
  expect(told).toEqual([
    ...Array.from({ length: 10 }, (_, n) => n + 1),
    ...Array.from({ length: 9 }, (_, n) => 20 + n * 10),
    ...Array.from({ length: 9 }, (_, n) => 200 + n * 100),
  ]);
});

test("EF-5.3: the newest good reading of the alarm's component and quantity says whether it is over", () => {
  const alarm = {
    type: "residualCurrentOver",
    threshold: 500,
    componentId: "c1",
    occurredAt: "2026-01-02T11:04:05+08:00",
  };
  const reading = (at: number, value: number, more = {}) => ({
    at,
    values: [{ component: "c1", quantity: "residualCurrent", value, quality: "good", ...more }],
  });
  expect(isStillOver(alarm, [reading(AT + 2, 680), reading(AT + 1, 6_890)])).toBe(false);
  expect(isStillOver(alarm, [reading(AT + 2, 5_000), reading(AT + 1, 680)])).toBe(true);
  expect(
    isStillOver({ ...alarm, type: "underVoltage", threshold: 187 }, [reading(AT + 1, 1_800, { quantity: "voltage" })]),
  ).toBe(true);
  for (const foreign of [{ component: "c2" }, { quantity: "current" }, { quality: "sentinel" }])
    expect(isStillOver(alarm, [reading(AT + 1, 680, foreign)])).toBe(null);
  expect(isStillOver(alarm, [reading(AT, 680)])).toBe(null);
  expect(isStillOver({ ...alarm, threshold: undefined }, [reading(AT + 1, 680)])).toBe(null);
  expect(isStillOver({ ...alarm, type: "smokeAlarm" }, [reading(AT + 1, 680)])).toBe(null);
  expect(isStillOver(alarm, [])).toBe(null);
});
