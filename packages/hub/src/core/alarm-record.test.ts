import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import { type AlarmLife, newLife } from "./alarm-life-state.ts";
import { type AlarmRecordChange, lifeAfterRecord } from "./alarm-record.ts";

const AT = 1_764_000_000_000;
const WEEK = 7 * 86_400_000;
const raised = {
  deviceId: "d1",
  class: "alarm",
  type: "residualCurrentOver",
  state: "raised",
  description: "剩余电流报警:689 mA",
  platformCode: "JJLY01",
  repeats: 0,
};
const peer: Actor = { kind: "machine", id: "k1", name: "对接平台" };
const change = (more: Partial<AlarmRecordChange>) =>
  lifeAfterRecord({
    ...{ before: null, after: raised, life: null, at: AT, by: null, platformCode: "JJLY01", due: () => WEEK },
    ...more,
  });
const kinds = ({ entries }: ReturnType<typeof change>) => entries.map(({ kind, by }) => `${kind} by ${by.kind}`);
const life: AlarmLife = newLife(AT, WEEK, null);

test("EF-4.2: an alarm of a device begins unacknowledged and due, told as the device's", () => {
  const begun = change({});
  expect(begun.life).toEqual(life);
  expect(begun.entries).toMatchObject([
    { kind: "raised", via: "device", text: "剩余电流报警:689 mA", by: { id: "d1" } },
  ]);
});

test("EF-4.2: repeats and the recovery that a device reports are told; the recovery ends nothing (SEC-DEV-03)", () => {
  expect(kinds(change({ before: raised, after: { ...raised, repeats: 3 }, life }))).toEqual(["repeated by device"]);
  expect(kinds(change({ before: raised, after: { ...raised, repeats: 13 }, life }))).toEqual([]);
  const recovered = change({ before: raised, after: { ...raised, recoveredAt: "2026-01-02T11:30:05+08:00" }, life });
  expect([kinds(recovered), recovered.life]).toEqual([["recovered by device"], life]);
  const same = { ...raised, recoveredAt: "2026-01-02T11:30:05+08:00" };
  expect(kinds(change({ before: same, after: { ...same, repeats: 11 }, life }))).toEqual([]);
});

test("EF-5.3: an alarm that ends without a person still is work for people; offline and events are not", () => {
  const cleared = change({ before: raised, after: { ...raised, state: "cleared" }, life });
  expect([kinds(cleared), cleared.life.stage]).toEqual([["cleared by device"], "unacknowledged"]);
  const offline = { ...raised, class: "offline", type: "offline" };
  const online = change({ before: offline, after: { ...offline, state: "cleared" }, life });
  expect([kinds(online), online.life.stage]).toEqual([["cleared by system", "closed by system"], "closed"]);
  const event = change({ after: { ...raised, class: "event", type: "selfCheck", state: "cleared" } });
  expect(event.life).toMatchObject({ stage: "closed", closure: { reason: "resolved", hasCleared: false } });
});

test("SH-5: what another platform deals with is closed by that platform's word; what is ours is not", () => {
  const theirs = { ...raised, platformCode: "OTHER1" };
  const begun = change({ after: theirs, by: peer });
  expect(begun.life.sender).toEqual(peer);
  const ended = change({ before: theirs, after: { ...theirs, state: "cleared" }, life: begun.life, by: peer });
  expect([kinds(ended), ended.life.stage]).toEqual([["cleared by machine", "closed by machine"], "closed"]);
  const ours = change({ by: peer });
  expect(ours.life.sender).toBe(null);
  const over = change({ before: raised, after: { ...raised, state: "cleared" }, life: ours.life, by: peer });
  expect(over.life.stage).toBe("unacknowledged");
});

test("SH-5: what stands again after it was closed begins anew, and keeps what was said and attached", () => {
  const ended = { ...raised, state: "cleared" };
  const closure = { at: AT, by: peer, reason: "resolved", text: "", hasCleared: false } as const;
  const closed: AlarmLife = { ...life, stage: "closed", closure, comments: 2, files: ["file-1"] };
  const again = change({ before: ended, after: raised, life: closed, at: AT + 5, by: peer });
  expect([again.life.stage, again.life.closure, again.life.comments, again.life.dueAt]).toEqual([
    "unacknowledged",
    null,
    2,
    AT + 5 + WEEK,
  ]);
  expect(kinds(again)).toEqual(["raised by machine"]);
});

test("EF-4.2: what comes back after it was gone or rectified is new again: nobody would look at it otherwise", () => {
  const officer: Actor = { kind: "person", id: "u", name: "陈伟" };
  const acknowledged: AlarmLife = { ...life, stage: "acknowledged", acknowledged: { at: AT, by: officer, via: "web" } };
  const time = (ms: number) => new Date(AT + ms).toISOString();
  const gone = { ...raised, repeats: 14, recoveredAt: time(1_000) };
  const again = { ...raised, repeats: 15, lastOccurredAt: time(9_000) };
  const back = change({ before: gone, after: again, life: acknowledged, at: AT + 9_000 });
  expect([back.life.stage, back.life.acknowledged, back.life.dueAt]).toEqual(["unacknowledged", null, life.dueAt]);
  expect(kinds(back)).toEqual(["repeated by device"]);
  // More of what somebody has in hand is not.
  const more = change({ before: { ...again, repeats: 14 }, after: again, life: acknowledged });
  expect([more.life, kinds(more)]).toEqual([acknowledged, []]);
  const rectification = { at: AT, by: officer, text: "已更换", rectifiedAt: AT + 5_000, files: [] };
  const rectified: AlarmLife = { ...acknowledged, stage: "rectified", rectification };
  const failed = change({ before: raised, after: { ...again, repeats: 1 }, life: rectified, at: AT + 9_000 });
  expect(failed.life).toMatchObject({ stage: "unacknowledged", rectification: null, dueAt: AT + 9_000 + WEEK });
  const late = { ...again, repeats: 1, lastOccurredAt: time(4_000) };
  expect(change({ before: raised, after: late, life: rectified }).life).toEqual(rectified);
  const closure = { at: AT, by: officer, reason: "test", text: "", hasCleared: true } as const;
  const closed: AlarmLife = { ...rectified, stage: "closed", closure };
  expect(change({ before: gone, after: again, life: closed }).life).toEqual(closed);
});

test("EF-4.2, ISA-18.2: an alarm that chatters stays with who has it; after a quiet while, and after it was rectified, it is new again", () => {
  const MINUTE = 60_000;
  const gone = { ...raised, recoveredAt: "2026-01-02T11:30:05+08:00" };
  const officer: Actor = { kind: "person", id: "p1", name: "陈" };
  const has = (one: AlarmLife, at: number): AlarmLife => ({
    ...one,
    stage: "acknowledged",
    acknowledged: { at, by: officer, via: "web" },
  });
  let now: AlarmLife = has(life, AT);
  const comeAgain = (n: number, at: number) => {
    const step = change({
      before: { ...gone, repeats: n - 1 },
      after: { ...raised, repeats: n, lastOccurredAt: new Date(at).toISOString() },
      life: now,
      at,
    });
    now = step.life;
    return step;
  };
  for (const n of [1, 2]) {
    expect(comeAgain(n, AT + n * MINUTE).life.stage).toBe("unacknowledged");
    now = has(now, AT);
  }
  const third = comeAgain(3, AT + 3 * MINUTE);
  expect([third.life.stage, third.life.chatter?.returns]).toEqual(["acknowledged", 3]);
  expect(third.entries[0]?.text).toContain("反复抖动");
  expect(comeAgain(14, AT + 4 * MINUTE)).toMatchObject({ life: { stage: "acknowledged" }, entries: [] });
  // Every repeat counts all the same, and quiet ends it.
  expect(comeAgain(15, AT + 9 * MINUTE + 1).life.stage).toBe("unacknowledged");
  const rectification = { at: AT, by: officer, text: "更换", rectifiedAt: AT, files: [] };
  now = { ...has(now, AT), stage: "rectified", rectification, chatter: { at: AT + 9 * MINUTE, returns: 30 } };
  expect(comeAgain(16, AT + 10 * MINUTE).life.stage).toBe("unacknowledged");
});
