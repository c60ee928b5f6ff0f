import { setTimeout as sleep } from "node:timers/promises";
import { type Finding, Unmet } from "../case.ts";
import { itemsOf, judgeRefused, judgeStatus, judgeTaken, membersOf, wrong } from "./answers.ts";
import { shown, stateOf } from "./door-frames.ts";
import { alarmOf, alarmsOf } from "./door-judge.ts";
import { isConfirm } from "./door-wire.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";
import { openStream } from "./stream.ts";
import { about, RAISED, subscribe } from "./webhook-hook.ts";

const SECOND_MS = 1_000;
const told = (text: string): Answer => ({
  status: 200,
  headers: new Headers(),
  body: null,
  text,
  asked: { method: "GET", path: "/api/v1/alarms" },
});

/** A device reports that something burns; resolves when that is confirmed. */
const burning = async (seat: PlatformSeat, at = Date.now()) => {
  const device = await seat.wiredDevice();
  const wire = await seat.wire();
  const bytes = stateOf(seat, device.address, 5, true, at);
  const sentAt = performance.now();
  const answer = await wire.ask(bytes, 5);
  if (answer === null || !isConfirm(answer)) throw new Unmet("报警帧未被确认 / the alarm's frame was not confirmed");
  return { ...device, wire, bytes, sentAt, at };
};

const inTime = (at: number, value: unknown): boolean =>
  Math.abs(Date.parse(String(value)) - at) <= SECOND_MS && /([+-]\d\d:\d\d|Z)$/.test(String(value));

const arrives: readonly PlatformCase[] = [
  takes(
    "end-to-end/api",
    "API-E2E-01",
    ["报警在时限内出现在接口", "an alarm is in the API within the limit"],
    async (seat) => {
      const { id, at, sentAt, bytes } = await burning(seat);
      const alarm = await alarmOf(seat, id);
      const ms = Math.round(performance.now() - sentAt);
      if (alarm === null || ms > seat.options.alarmMs)
        return wrong(
          "missing",
          `an alarm of ${id} within ${seat.options.alarmMs} ms`,
          told(alarm === null ? "none" : `after ${ms} ms`),
          [shown(bytes)],
        );
      if (alarm.deviceId !== id || alarm.type !== "residualCurrentOver")
        return wrong("wrong-value", `deviceId ${id}, type residualCurrentOver`, told(JSON.stringify(alarm)), [
          shown(bytes),
        ]);
      return inTime(at, alarm.occurredAt)
        ? null
        : wrong("wrong-value", `occurredAt ${new Date(at).toISOString()} with an offset`, told(JSON.stringify(alarm)), [
            shown(bytes),
          ]);
    },
    { needs: ["door"] },
  ),
  takes(
    "end-to-end/place",
    "API-E2E-01",
    ["报警属于其设备的单位和其部件", "an alarm is of its device's unit and of a component of that device"],
    async (seat) => {
      const { id, bytes } = await burning(seat);
      const alarm = await alarmOf(seat, id);
      if (alarm === null) return wrong("missing", `an alarm of ${id}`, told("none"), [shown(bytes)]);
      const device = await seat.get(`/api/v1/devices/${id}`);
      if (alarm.unitId !== membersOf(device).unitId)
        return wrong("wrong-value", `unitId ${String(membersOf(device).unitId)}`, told(JSON.stringify(alarm)), [
          shown(bytes),
        ]);
      // The whole device may be meant; else it is a component, and one of the device's.
      if ((alarm.componentId ?? null) === null) return null;
      const component = await seat.get(`/api/v1/components/${encodeURIComponent(String(alarm.componentId))}`);
      return component.status === 200 && membersOf(component).deviceId === id
        ? null
        : wrong("wrong-value", `a component of ${id}`, component, [shown(bytes)]);
    },
    { needs: ["door"] },
  ),
  takes(
    "end-to-end/stream",
    "API-E2E-01",
    ["报警在时限内到达变更流", "an alarm is in the stream within the limit"],
    async (seat) => {
      const stream = await openStream(seat, {});
      try {
        await seat.until(() => (stream.events.length > 0 ? true : null), SECOND_MS);
        const { id, bytes } = await burning(seat);
        const event = await seat.until(
          () =>
            stream.events.find(
              ({ data }) =>
                data.kind === "alarm" && (data.record as { readonly deviceId?: unknown } | undefined)?.deviceId === id,
            ) ?? null,
          seat.options.alarmMs,
        );
        return event === null
          ? wrong(
              "missing",
              `a change of an alarm of ${id} within ${seat.options.alarmMs} ms`,
              told(JSON.stringify(stream.events.slice(-3))),
              [shown(bytes)],
            )
          : null;
      } finally {
        stream.close();
      }
    },
    { needs: ["door", "events"], asks: "full" },
  ),
  takes(
    "end-to-end/webhook",
    "API-E2E-01",
    ["报警在时限内推送", "an alarm is at the webhook within the limit"],
    async (seat) => {
      const hook = await subscribe(seat, [RAISED]);
      const { id, bytes } = await burning(seat);
      const alarm = await alarmOf(seat, id);
      const came =
        alarm === null
          ? null
          : await seat.until(() => (about(hook, String(alarm.id)).length > 0 ? true : null), seat.options.alarmMs);
      return came === true
        ? null
        : wrong("missing", `an event within ${seat.options.alarmMs} ms`, told(JSON.stringify(alarm)), [shown(bytes)]);
    },
    { needs: ["door", "webhooks", "ear"], asks: "full" },
  ),
  refuses(
    "end-to-end/normal",
    "API-E2E-01",
    ["正常状态不产生告警", "a state without alarm makes none"],
    async (seat) => {
      const { id, address } = await seat.wiredDevice();
      const wire = await seat.wire();
      const bytes = stateOf(seat, address, 5, false);
      await wire.ask(bytes, 5);
      await burning(seat);
      const alarms = await alarmsOf(seat, id);
      return alarms.length === 0 ? null : wrong("accepted", "no alarm", told(JSON.stringify(alarms)), [shown(bytes)]);
    },
    { needs: ["door"] },
  ),
  takes(
    "end-to-end/recovery",
    "API-E2E-02",
    ["恢复后解除或注明恢复", "a recovery clears the alarm, or is noted in it"],
    async (seat) => {
      const { id, address, wire, at } = await burning(seat, Date.now() - 2 * SECOND_MS);
      const first = await alarmOf(seat, id);
      const bytes = stateOf(seat, address, 6, false, at + SECOND_MS);
      await wire.ask(bytes, 6);
      const after = await seat.until(
        async () =>
          (await alarmsOf(seat, id)).find(
            ({ state, recoveredAt }) => state === "cleared" || recoveredAt !== undefined,
          ) ?? null,
        seat.options.alarmMs,
      );
      return after !== null && after.id === first?.id
        ? null
        : wrong("missing", "state cleared, or recoveredAt", told(JSON.stringify(after ?? first)), [shown(bytes)]);
    },
    { needs: ["door"], asks: "full" },
  ),
  refuses(
    "end-to-end/replay",
    "API-E2E-02",
    ["重放原帧不产生新告警", "the first frame once more makes no new alarm"],
    async (seat) => {
      const { id, address, wire, bytes, at } = await burning(seat, Date.now() - 2 * SECOND_MS);
      await alarmOf(seat, id);
      await wire.ask(stateOf(seat, address, 6, false, at + SECOND_MS), 6);
      await wire.ask(bytes, 5);
      await (await seat.wire()).ask(bytes, 5);
      await burning(seat);
      const alarms = await alarmsOf(seat, id);
      return alarms.length === 1 && Number(alarms[0]?.repeats ?? 0) === 0
        ? null
        : wrong("lost-or-invented", "one alarm without repeats", told(JSON.stringify(alarms)), [shown(bytes)]);
    },
    { needs: ["door"], asks: "robust" },
  ),
  takes(
    "end-to-end/reconnect",
    "API-PRESENCE-01",
    ["断开后立即重连不算离线", "closing and coming back at once is not offline"],
    async (seat) => {
      const { id, address, wire } = await burning(seat);
      wire.end();
      const again = await seat.wire();
      await again.ask(stateOf(seat, address, 6, false), 6);
      await sleep(SECOND_MS);
      const page = await seat.get(`/api/v1/presence-changes?deviceId=${id}`);
      const offline = itemsOf(page).find(({ presence }) => presence !== "online");
      return (
        judgeStatus(page, 200) ?? (offline === undefined ? null : wrong("broken-rule", "no change but to online", page))
      );
    },
    { needs: ["door", "presence"], asks: "full" },
  ),
];

const times: readonly PlatformCase[] = [
  ...(
    [
      "2026-01-02T11:04:05+08:00",
      "2026-01-02T03:04:05Z",
      "2026-01-01T21:34:05-05:30",
      "2026-01-02T03:04:05.250Z",
    ] as const
  ).map((text, i) =>
    takes(
      `time/offset-${i}`,
      "API-TIME-01",
      [`时间 ${text} 按时刻保存`, `${text} is kept as an instant`],
      async (seat) => {
        const alarm = await seat.record("alarm", { componentId: undefined, occurredAt: text });
        const bad = judgeTaken(await seat.put("alarm", [alarm]));
        if (bad !== null) return bad;
        const answer = await seat.get(`/api/v1/alarms/${String(alarm.id)}`);
        const { occurredAt } = membersOf(answer);
        const isRight =
          Math.abs(Date.parse(String(occurredAt)) - Date.parse(text)) < SECOND_MS &&
          /([+-]\d\d:\d\d|Z)$/.test(String(occurredAt));
        return isRight ? null : wrong("wrong-value", `the instant ${text}, with an offset`, answer);
      },
    ),
  ),
  ...(
    [
      "2026-01-02T03:04:05",
      "2026-01-02",
      "2026-02-30T00:00:00Z",
      "1767322445",
      "2026-01-02T25:00:00Z",
      "2026-01-02 03:04:05Z",
    ] as const
  ).map((text, i) =>
    refuses(
      `time/refused-${i}`,
      "API-TIME-01",
      [`拒绝时间 ${text}`, `${text} is refused`],
      async (seat): Promise<Finding | null> => {
        const answer = await seat.put("alarm", [await seat.record("alarm", { occurredAt: text })]);
        const [result] = (membersOf(answer).results ?? []) as readonly { readonly status?: unknown }[];
        return result?.status === "refused" ? null : judgeRefused(answer);
      },
    ),
  ),
];

/** Cases from a device to whoever must know (EF-4.4.1, CP-3.4.1). */
export const endToEndCases: readonly PlatformCase[] = [...arrives, ...times];
