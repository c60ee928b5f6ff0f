import { setTimeout as sleep } from "node:timers/promises";
import { type Content, dianan } from "@dianan/codec";
import { Unmet } from "../case.ts";
import { actOf, wrong } from "./device-case.ts";
import { type DiananCase, done, make } from "./dianan-case.ts";
import { alarmsOf, framesSince, GONE, PRESENT, TEST } from "./dianan-contents.ts";
import type { DiananSeat } from "./dianan-seat.ts";
import { reconnects } from "./reconnect.ts";

/** An alarm leaves the device at once: the rest is the network. Milliseconds. */
const ALARM_MS = 1_000;

const alarmOf = async (seat: DiananSeat) => {
  const press = actOf(seat.options.press, "relay");
  const [isNew, since] = [seat.isNew(), seat.heard.length];
  await press();
  const ms = seat.options.isAssisted === true ? seat.options.waitMs : ALARM_MS;
  return seat.next(since, (frame) => isNew(frame) && alarmsOf(frame, PRESENT).length > 0, ms);
};

/** Cases of alarms, their end, and of a link that is cut. */
export const diananAlarmCases: readonly DiananCase[] = [
  make(
    {
      id: "alarm",
      requirements: ["DP-4.3-01"],
      polarity: "positive",
      asks: "core",
      zh: "报警立即发送并要求确认",
      en: "an alarm is sent at once, with confirmWanted",
    },
    async (seat) => {
      const heard = await alarmOf(seat);
      if (heard?.frame == null) return wrong("missing", "an alarm at once", "none");
      return heard.frame.options.confirmWanted
        ? null
        : wrong("broken-rule", "confirmWanted", "not asked for", heard.bytes);
    },
  ),
  make(
    {
      id: "alarm-until-confirmed",
      requirements: ["DP-4.3-02"],
      polarity: "negative",
      asks: "core",
      zh: "未确认的报警一直重发",
      en: "an alarm is sent again until it is confirmed",
    },
    async (seat) => {
      const { resendMs, resends } = seat.options;
      actOf(seat.options.press, "relay");
      const first = await seat.nextWanted("silence");
      const { counter } = first.frame;
      const until = performance.now() + resendMs * (resends + 8) * 1.5;
      while (seat.transmissions(counter).length < resends + 2 && performance.now() < until) await sleep(5);
      const count = seat.transmissions(counter).length;
      return count > resends + 1
        ? null
        : wrong("missing", "it goes on after the resends", `${count} transmissions`, first.bytes);
    },
  ),
  make(
    {
      id: "alarm-while-away",
      requirements: ["DP-4.3-02"],
      polarity: "negative",
      asks: "robust",
      zh: "断线期间的报警在重连后上传",
      en: "an alarm raised while the link is down comes afterwards",
    },
    async (seat) => {
      const press = actOf(seat.options.press, "relay");
      const [isNew, since] = [seat.isNew(), seat.heard.length];
      await seat.link.close();
      await sleep(60);
      await press();
      await seat.link.listen(seat.options.port);
      const heard = await seat.next(since, (frame) => isNew(frame) && alarmsOf(frame, PRESENT).length > 0);
      return heard === null ? wrong("missing", "the alarm after reconnecting", "none") : null;
    },
  ),
  make(
    {
      id: "recovery",
      requirements: ["DP-4.3-05"],
      polarity: "negative",
      asks: "full",
      zh: "恢复的类型和部位与报警相同",
      en: "a recovery has the type and the place of its alarm",
    },
    async (seat) => {
      const clear = actOf(seat.options.clear, "clear");
      const alarm = await alarmOf(seat);
      const [raised] = alarm?.frame == null ? [] : alarmsOf(alarm.frame, PRESENT);
      if (alarm === null || raised === undefined) return wrong("missing", "an alarm", "none");
      const [isNew, since] = [seat.isNew(), seat.heard.length];
      await clear();
      const gone = await seat.next(since, (frame) => isNew(frame) && alarmsOf(frame, GONE).length > 0);
      if (gone?.frame == null) return wrong("missing", "the alarm gone", "nothing", alarm.bytes);
      const isIt = alarmsOf(gone.frame, GONE).some(({ type, place }) => type === raised.type && place === raised.place);
      const told = alarmsOf(gone.frame, GONE)
        .map(({ type, place }) => `type ${type} at place ${place}`)
        .join(", ");
      return isIt
        ? null
        : wrong("broken-rule", `type ${raised.type} at place ${raised.place}`, told, alarm.bytes, gone.bytes);
    },
  ),
  make(
    {
      id: "self-test",
      requirements: ["DP-4.3-03"],
      polarity: "positive",
      asks: "full",
      zh: "自检用状态 2,不产生报警",
      en: "a self-test has state 2 and raises no alarm",
      needs: ["self-test"],
    },
    async (seat) => {
      const [isNew, since] = [seat.isNew(), seat.heard.length];
      const test: Content = { kind: "act", action: dianan.actions.selfTest.code, unparsed: new Uint8Array(0) };
      const { results } = await seat.command(seat.make([test]));
      if (results[0]?.outcome !== done.code) throw new Unmet("设备没有执行自检 / the device made no self-test");
      const heard = await seat.next(since, (frame) => isNew(frame) && alarmsOf(frame, TEST).length > 0);
      const real = framesSince(seat, since).find((frame) => isNew(frame) && alarmsOf(frame, PRESENT).length > 0);
      if (real !== undefined) return wrong("broken-rule", "state 2", "an alarm that is present");
      return heard === null ? wrong("missing", "what the self-test found, with state 2", "nothing") : null;
    },
  ),
  make(
    {
      id: "reconnects",
      requirements: ["DP-2-05"],
      polarity: "negative",
      asks: "robust",
      zh: "被断开后以递增的间隔重连",
      en: "a device that is hung up on dials again with growing pauses",
    },
    (seat) => reconnects(seat.link, seat.options.resendMs, seat.options.waitMs),
  ),
];
