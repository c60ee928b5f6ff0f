import { setTimeout as sleep } from "node:timers/promises";
import type { Finding } from "../case.ts";
import { SLACK_MS, wrong } from "./device-case.ts";
import { type DiananCase, make, quiet } from "./dianan-case.ts";
import type { Answer, DiananSeat } from "./dianan-seat.ts";

/** The transmissions of a frame that is answered so, until there are so many. */
const transmitted = async (seat: DiananSeat, answer: Answer, count: number) => {
  const first = await seat.nextWanted(answer);
  const until = performance.now() + seat.options.resendMs * 1.6 * (count + 3) + SLACK_MS;
  const all = () => seat.transmissions(first.frame.counter);
  while (all().length < count && performance.now() < until) await sleep(5);
  return { first, all: all() };
};

const again = async (seat: DiananSeat, answer: Answer): Promise<Finding | null> => {
  const { first, all } = await transmitted(seat, answer, 2);
  return all.length > 1 ? null : wrong("missing", "the same frame again", "nothing", first.bytes);
};

const pausesOf = (all: readonly { readonly at: number }[]): readonly number[] =>
  all.slice(1).map(({ at }, i) => Math.round(at - (all[i] as { at: number }).at));

/** Cases of what is confirmed and what is not. DianAn DP V1 §5.1. */
export const diananResendCases: readonly DiananCase[] = [
  make(
    {
      id: "confirmed",
      requirements: ["DP-5.1-04"],
      polarity: "negative",
      asks: "core",
      zh: "已确认的帧不再发送",
      en: "what was confirmed is not sent again",
    },
    async (seat) => {
      const first = await seat.nextWanted("stored");
      await quiet(seat);
      const count = seat.transmissions(first.frame.counter).length;
      return count === 1 ? null : wrong("broken-rule", "one transmission", `${count} transmissions`, first.bytes);
    },
  ),
  make(
    {
      id: "silence",
      requirements: ["DP-5.1-04"],
      polarity: "negative",
      asks: "core",
      zh: "无确认则重发",
      en: "without a confirm it is sent again",
    },
    (seat) => again(seat, "silence"),
  ),
  make(
    {
      id: "same-bytes",
      requirements: ["DP-5.1-03"],
      polarity: "negative",
      asks: "core",
      zh: "重发的是相同的字节",
      en: "what is sent again is the same bytes",
    },
    async (seat) => {
      const first = await seat.nextWanted("silence");
      await sleep(seat.options.resendMs * 2.5);
      const content = JSON.stringify(first.frame.records.map((one) => one));
      const copy = seat.heard.find(
        ({ frame, at, bytes }) =>
          at > first.at &&
          frame !== null &&
          frame.options.confirmWanted &&
          bytes.join() !== first.bytes.join() &&
          JSON.stringify(frame.records) === content,
      );
      if (copy !== undefined)
        return wrong("broken-rule", "the same bytes", "the same records in another frame", first.bytes, copy.bytes);
      const count = seat.transmissions(first.frame.counter).length;
      return count > 1 ? null : wrong("missing", "the same bytes again", "nothing", first.bytes);
    },
  ),
  make(
    {
      id: "timeout",
      requirements: ["DP-5.1-04", "KIT-CLAIM-02"],
      polarity: "negative",
      asks: "core",
      zh: "按声明的超时和次数重发,不超过 10 s",
      en: "it is sent again after the timeout and as often as is claimed, within 10 s",
    },
    async (seat) => {
      const { resendMs, resends } = seat.options;
      const { first, all } = await transmitted(seat, "silence", resends + 1);
      const pauses = pausesOf(all).slice(0, resends);
      const isRight =
        pauses.length === resends &&
        pauses.every((ms) => ms > resendMs * 0.5 && ms < Math.min(10_000, resendMs) * 1.5 + SLACK_MS);
      return isRight
        ? null
        : wrong("broken-rule", `${resends} times, ${resendMs} ms apart`, `after ${pauses.join(", ")} ms`, first.bytes);
    },
  ),
  make(
    {
      id: "pauses-grow",
      requirements: ["DP-5.1-04"],
      polarity: "negative",
      asks: "full",
      zh: "三次重发之后停顿递增",
      en: "after three resends the pauses grow",
    },
    async (seat) => {
      const { resendMs } = seat.options;
      const { first, all } = await transmitted(seat, "silence", 6);
      const pauses = pausesOf(all);
      const late = pauses.at(4);
      if (late === undefined)
        return pauses.length >= 3 ? null : wrong("missing", "at least three resends", `${pauses.length}`, first.bytes);
      return late > resendMs * 1.5
        ? null
        : wrong("broken-rule", `pauses of more than ${resendMs} ms`, `after ${pauses.join(", ")} ms`, first.bytes);
    },
  ),
  make(
    {
      id: "broken",
      requirements: ["DP-5.1-05"],
      polarity: "negative",
      asks: "core",
      zh: "broken 之后重发",
      en: "after broken it is sent again",
    },
    (seat) => again(seat, "broken"),
  ),
  make(
    {
      id: "busy",
      requirements: ["DP-5.1-05"],
      polarity: "negative",
      asks: "core",
      zh: "busy 之后重发",
      en: "after busy it is sent again",
    },
    (seat) => again(seat, "busy"),
  ),
  make(
    {
      id: "other-counter",
      requirements: ["DP-5.1-04"],
      polarity: "negative",
      asks: "core",
      zh: "其他计数器的确认不算",
      en: "a confirm of another counter confirms nothing",
    },
    async (seat) => {
      const first = await seat.nextWanted("silence");
      seat.confirm(first.frame.counter + 1_000_003, "stored");
      await quiet(seat);
      const count = seat.transmissions(first.frame.counter).length;
      return count > 1 ? null : wrong("accepted", "the same frame again", "nothing", first.bytes);
    },
  ),
  make(
    {
      id: "confirm-is-not-confirmed",
      requirements: ["DP-5.1-06"],
      polarity: "negative",
      asks: "core",
      zh: "确认本身不再确认",
      en: "a confirm is never itself confirmed",
    },
    async (seat) => {
      const first = await seat.nextWanted("silence");
      const since = seat.heard.length;
      const confirm = seat.confirm(first.frame.counter, "stored");
      await quiet(seat);
      return seat.said(confirm, since).confirms.length === 0
        ? null
        : wrong("broken-rule", "no confirm", "a confirm of a confirm", confirm);
    },
  ),
];
