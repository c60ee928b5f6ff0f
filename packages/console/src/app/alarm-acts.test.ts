import { expect, test } from "vitest";
import { shallowRef } from "vue";
import type { AlarmApi } from "../api/alarm-api.ts";
import type { Account, Answer } from "../api/hub-api.ts";
import { type AlarmRecord, alarmRow } from "../live/alarm-row.ts";
import { createAlarmStore } from "../live/store.ts";
import { createAlarmActs } from "./alarm-acts.ts";
import type { Session } from "./session.ts";

const record = (version: number, handling: AlarmRecord["handling"] = { stage: "unacknowledged" }): AlarmRecord => ({
  ...{ id: "al-1", deviceId: "dev-1", unitId: "unit-1", occurredAt: "2026-01-02T11:04:05+08:00", version, handling },
  ...{ receivedAt: "2026-01-02T11:04:06+08:00", description: "x", type: "offline", platformCode: "JJLY01" },
});
const refusal = (status: number): Answer<never> => ({
  ok: false,
  error: { status, title: { zh: "拒绝", en: "refused" }, requestId: "r-1" },
});
const acknowledgedBy = (id: string): AlarmRecord =>
  record(2, { stage: "acknowledged", acknowledgedBy: { kind: "person", id, name: "陈*" } });

/** A page whose hub gives these answers, one for each call. */
const open = (answers: readonly Answer<AlarmRecord>[], operations = ["acknowledgeAlarm"]) => {
  const alarms = createAlarmStore();
  alarms.put(alarmRow(record(1)));
  const keys: string[] = [];
  let ended = 0;
  const api: Pick<AlarmApi, "act" | "acknowledgeAll"> = {
    act: async (_act, _id, _body, key) => {
      keys.push(key);
      return answers[keys.length - 1] ?? refusal(500);
    },
    acknowledgeAll: async (ids) => ({
      ok: true,
      value: {
        results: ids.map((id, n) => ({
          id,
          status: (["acknowledged", "already", "refused"] as const)[n % 3] ?? "refused",
        })),
      },
    }),
  };
  const account = shallowRef({ id: "user-1", operations } as unknown as Account);
  const session = {
    account,
    mayAct: (operation: string) => account.value.operations.includes(operation),
    ended: () => {
      ended += 1;
    },
  } as unknown as Session;
  const acts = createAlarmActs(api, { alarms, takeAnswer: (one) => void alarms.put(alarmRow(one)) }, session);
  const row = () => alarms.get("al-1") ?? alarmRow(record(1));
  return { acts, alarms, keys, row, endedOf: () => ended };
};

test("EF-4.2: an act is pending until the hub confirms it, and only then shown as done", async () => {
  const { acts, row } = open([{ ok: true, value: acknowledgedBy("user-1") }]);
  const sent = acts.act("acknowledge", "al-1", {});
  expect([acts.pendingOf(row())?.state, row().stage]).toEqual(["sent", "unacknowledged"]);
  expect(await sent).toBe(true);
  expect([acts.pendingOf(row()), row().stage, acts.notice.value]).toEqual([null, "acknowledged", null]);
});

test("EF-4.2: of two officers at once the second is told who was first", async () => {
  const { acts } = open([{ ok: true, value: acknowledgedBy("user-2") }]);
  await acts.act("acknowledge", "al-1", {});
  expect(acts.notice.value).toMatchObject({ kind: "already", id: "al-1", by: { id: "user-2" } });
});

test.each([
  [409, "refused"],
  [422, "refused"],
  [403, "refused"],
  [503, "unsure"],
  [0, "unsure"],
] as const)("an answer of %i leaves the alarm as it was and says why: %s", async (status, state) => {
  const { acts, row } = open([refusal(status)]);
  expect(await acts.act("acknowledge", "al-1", {})).toBe(false);
  expect(acts.pendingOf(row())).toMatchObject({ state, problem: { status } });
  expect(row().stage).toBe("unacknowledged");
  expect(acts.notice.value?.kind).toBe("failed");
});

test("SEC-API-12: what is sent again has the same key; a new act has a new one; a second press is no second act", async () => {
  const { acts, keys } = open([refusal(0), refusal(0), { ok: true, value: acknowledgedBy("user-1") }]);
  const both = await Promise.all([acts.act("acknowledge", "al-1", {}), acts.act("acknowledge", "al-1", {})]);
  expect([both, keys.length]).toEqual([[false, false], 1]);
  await acts.again("al-1");
  expect([keys[0] === keys[1], /^[0-9a-f]{32}$/.test(keys[0] ?? "")]).toEqual([true, true]);
  await acts.act("acknowledge", "al-1", {});
  expect(keys[2]).not.toBe(keys[0]);
  expect(await acts.again("al-2")).toBe(false);
});

test("an unanswered act is settled by what the stream tells", async () => {
  const { acts, alarms, row } = open([refusal(0)]);
  await acts.act("acknowledge", "al-1", {});
  alarms.put(alarmRow(acknowledgedBy("user-1")));
  expect(acts.pendingOf(row())).toBeNull();
});

test("SEC-USR-06: a session that is over asks again", async () => {
  const { acts, endedOf } = open([refusal(401)]);
  await acts.act("acknowledge", "al-1", {});
  expect(endedOf()).toBe(1);
});

test("EF-4.2: each of a group has its own result", async () => {
  const { acts } = open([]);
  await acts.acknowledgeGroup(["a", "b", "c", "d"]);
  expect(acts.notice.value).toEqual({ kind: "group", done: 2, already: 1, refused: 1 });
});

test("SEC-AZ-05: what the role does not allow is not offered", () => {
  const { acts } = open([], ["commentAlarm"]);
  expect((["acknowledge", "shelve", "comment", "files"] as const).map(acts.mayAct)).toEqual([
    false,
    false,
    true,
    false,
  ]);
});
