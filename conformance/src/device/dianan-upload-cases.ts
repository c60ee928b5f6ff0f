import { setTimeout as sleep } from "node:timers/promises";
import { type DiananFrame, dianan } from "@dianan/codec";
import { type Finding, Unmet } from "../case.ts";
import { wrong } from "./device-case.ts";
import { type DiananCase, done, make, restarted, setClock } from "./dianan-case.ts";
import { contentsOf, framesSince } from "./dianan-contents.ts";
import type { DiananSeat } from "./dianan-seat.ts";

const CLOCK_MS = 60_000;
const PERIOD_MAX_S = 21_600;

const introduced = async (seat: DiananSeat, kind: "identity" | "period"): Promise<Finding | null> => {
  const since = await restarted(seat);
  const has = (frame: DiananFrame): boolean => contentsOf([frame], kind).length > 0;
  return (await seat.next(since, has)) === null ? wrong("missing", `${kind} after a start`, "none") : null;
};

/** Cases of what a device of the open protocol says by itself. */
export const diananUploadCases: readonly DiananCase[] = [
  make(
    {
      id: "well-formed",
      requirements: ["DP-3.1-01"],
      polarity: "negative",
      asks: "core",
      zh: "只发送能解码的帧",
      en: "nothing but frames that decode",
    },
    async (seat) => {
      await seat.nextUpload();
      await sleep(seat.options.resendMs * 2);
      const [garbage] = seat.skipped;
      if (garbage !== undefined) return wrong("refused", "frames of the protocol", "bytes that are no frame", garbage);
      const bad = seat.heard.find(({ frame }) => frame === null);
      if (bad === undefined) return null;
      const decoded = dianan.decodeFrame(bad.bytes);
      const got = decoded.ok ? "" : `${decoded.error.code} at byte ${decoded.error.offset} (${decoded.error.path})`;
      return wrong("refused", "a frame of the protocol", got, bad.bytes);
    },
  ),
  make(
    {
      id: "up-alone",
      requirements: ["DP-3.2-01"],
      polarity: "negative",
      asks: "core",
      zh: "设备的帧 down 位为 0",
      en: "the bit down is clear in what a device sends",
    },
    async (seat) => {
      await seat.nextUpload();
      const bad = seat.heard.find(({ frame }) => frame?.options.down === true);
      return bad === undefined ? null : wrong("broken-rule", "options.down: 0", "1", bad.bytes);
    },
  ),
  make(
    {
      id: "clock",
      requirements: ["DP-3.3-01"],
      polarity: "negative",
      asks: "core",
      zh: "校时之后发送时间正确,没有时钟则为 0",
      en: "once the clock is set the time of sending is right, or 0 without a clock",
    },
    async (seat) => {
      const { results } = await seat.command(seat.make([setClock]));
      const hasClock = results[0]?.outcome === done.code;
      const { frame, bytes } = await seat.nextUpload();
      const at = dianan.instantOf(frame.time);
      if (!hasClock && at === null) return null;
      const off = at === null ? Number.NaN : at - Date.now();
      if (Math.abs(off) < CLOCK_MS) return null;
      return wrong(
        "wrong-value",
        "the time that was set, UTC since 2000",
        at === null ? "0" : `${Math.round(off / 1000)} s off`,
        bytes,
      );
    },
  ),
  make(
    {
      id: "keeps-link",
      requirements: ["DP-2-01"],
      polarity: "positive",
      asks: "core",
      zh: "保持连接",
      en: "the connection is kept",
    },
    async (seat) => {
      const dials = seat.link.dials.length;
      for (let i = 0; i < 3; i += 1) await seat.nextUpload();
      return seat.link.isUp && seat.link.dials.length === dials
        ? null
        : wrong("broken-rule", "one connection", "another one");
    },
  ),
  make(
    {
      id: "counter-rises",
      requirements: ["DP-5.2-01"],
      polarity: "negative",
      asks: "core",
      zh: "新帧的计数器更大",
      en: "each new frame has a higher counter",
    },
    async (seat) => {
      const since = seat.heard.length;
      for (let i = 0; i < 3; i += 1) await seat.nextUpload();
      const seen = new Map<string, number>();
      let highest = -1;
      for (const { frame, bytes } of seat.heard.slice(since)) {
        if (frame === null || seen.has(bytes.join())) continue;
        seen.set(bytes.join(), frame.counter);
        const isRepeat = seat.heard.slice(0, since).some((one) => one.bytes.join() === bytes.join());
        if (isRepeat) continue;
        if (frame.counter <= highest) return wrong("broken-rule", `above ${highest}`, String(frame.counter), bytes);
        highest = frame.counter;
      }
      return null;
    },
  ),
  make(
    {
      id: "counter-over-restart",
      requirements: ["DP-5.2-01"],
      polarity: "negative",
      asks: "full",
      zh: "重启后计数器仍更大",
      en: "the counter rises over a restart",
    },
    async (seat) => {
      const highest = Math.max(...seat.heard.map(({ frame }) => frame?.counter ?? 0));
      const since = await restarted(seat);
      await seat.next(since, ({ options }) => !options.confirmWanted);
      // What was not confirmed before may come again as it was; nothing else may.
      const low = seat.heard.slice(since).find(({ frame, bytes }) => {
        const isRepeat = seat.heard.slice(0, since).some((one) => one.bytes.join() === bytes.join());
        return frame !== null && frame.counter <= highest && !(frame.options.confirmWanted && isRepeat);
      });
      if (seat.heard.length === since) throw new Unmet("重启后没有新帧 / no new frame came after the restart");
      return low === undefined ? null : wrong("broken-rule", `above ${highest}`, String(low.frame?.counter), low.bytes);
    },
  ),
  make(
    {
      id: "identity",
      requirements: ["DP-4.5-01"],
      polarity: "positive",
      asks: "full",
      zh: "启动后发送设备标识",
      en: "the identity is sent after a start",
    },
    (seat) => introduced(seat, "identity"),
  ),
  make(
    {
      id: "period",
      requirements: ["DP-4.6-01"],
      polarity: "positive",
      asks: "full",
      zh: "启动后发送上报周期",
      en: "the upload period is sent after a start",
    },
    (seat) => introduced(seat, "period"),
  ),
  make(
    {
      id: "period-limit",
      requirements: ["DP-4.6-01"],
      polarity: "negative",
      asks: "core",
      zh: "上报周期不超过 6 h",
      en: "the upload period is at most 6 h",
    },
    async (seat) => {
      await seat.nextUpload();
      const periods = contentsOf(framesSince(seat, 0), "period");
      if (periods.length === 0) throw new Unmet("设备还没有发送上报周期 / no upload period has been sent so far");
      const bad = periods.find(({ upload }) => upload > PERIOD_MAX_S);
      return bad === undefined ? null : wrong("broken-rule", `at most ${PERIOD_MAX_S} s`, `${bad.upload} s`);
    },
  ),
  make(
    {
      id: "keeps-period",
      requirements: ["DP-5.3-01"],
      polarity: "negative",
      asks: "full",
      zh: "每个上报周期内至少发送一次",
      en: "something is sent every upload period",
    },
    async (seat) => {
      const period = contentsOf(framesSince(seat, 0), "period").at(-1);
      if (period === undefined) throw new Unmet("设备还没有发送上报周期 / no upload period has been sent so far");
      const ms = period.upload * 1_000;
      if (ms > seat.options.waitMs) throw new Unmet(`上报周期长于 --wait / the period is longer than --wait: ${ms} ms`);
      for (let i = 0; i < 2; i += 1)
        if ((await seat.next(seat.heard.length, () => true, ms * 1.2)) === null)
          return wrong("missing", `a frame within ${ms} ms`, "none");
      return null;
    },
  ),
];
