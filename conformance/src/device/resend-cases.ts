import { setTimeout as sleep } from "node:timers/promises";
import { type Frame, gb26875 } from "@dianan/codec";
import { type DeviceCase, make, SLACK_MS, wrong } from "./device-case.ts";
import { type DeviceSeat, timeLabel } from "./device-seat.ts";

/** How one exchange goes that is never answered, or always denied. */
const unanswered = async (seat: DeviceSeat, policy: "silence" | "deny") => {
  const { resendMs, resends } = seat.options;
  const first = await seat.nextUpload(policy);
  await sleep((resends + 2) * resendMs * 1.5 + SLACK_MS);
  const all = seat.uploads().filter(({ at }) => at >= first.at);
  return { first, all, same: all.filter(({ frame }) => frame.serial === first.frame.serial) };
};

/** The same message in another exchange, time labels apart. */
const isCopy = (a: Frame, b: Frame): boolean =>
  a.serial !== b.serial &&
  JSON.stringify({ ...a, serial: 0, time: 0 }) === JSON.stringify({ ...b, serial: 0, time: 0 }) &&
  JSON.stringify(a.time) === JSON.stringify(b.time);

/** Cases of what is not confirmed. */
export const resendCases: readonly DeviceCase[] = [
  make(
    "confirmed",
    ["F3-6.5.1-01", "F3-6.1-01"],
    "positive",
    "core",
    "确认后不再重发",
    "what was confirmed is not sent again",
    async (seat) => {
      const first = await seat.nextUpload("confirm");
      await sleep(seat.options.resendMs * 1.6 + SLACK_MS);
      const count = seat
        .uploads()
        .filter(({ frame, at }) => at >= first.at && frame.serial === first.frame.serial).length;
      return count === 1 ? null : wrong("broken-rule", "one transmission", `${count} transmissions`, first.bytes);
    },
  ),
  make(
    "silence",
    ["F3-6.5.1-01"],
    "negative",
    "core",
    "无确认则重发",
    "without a confirm it is sent again",
    async (seat) => {
      const { first, same } = await unanswered(seat, "silence");
      return same.length > 1 ? null : wrong("missing", "the same message again", "nothing", first.bytes);
    },
  ),
  make(
    "gives-up",
    ["F3-6.5.1-01"],
    "negative",
    "core",
    "重发到规定次数后放弃",
    "after the set number the exchange is given up",
    async (seat) => {
      const { first, same } = await unanswered(seat, "silence");
      const most = seat.options.resends + 1;
      return same.length <= most
        ? null
        : wrong("broken-rule", `at most ${most} transmissions`, `${same.length}`, first.bytes);
    },
  ),
  make("resends", ["F3-6.5.5-01"], "negative", "full", "重发 3 次", "it is sent again 3 times", async (seat) => {
    const { first, same } = await unanswered(seat, "silence");
    return same.length === 4 ? null : wrong("broken-rule", "4 transmissions", `${same.length}`, first.bytes);
  }),
  make(
    "timeout",
    ["F3-6.5.4-01"],
    "negative",
    "full",
    "按声明的超时重发,不超过 10 s",
    "it is sent again after the timeout that is claimed, of 10 s at most",
    async (seat) => {
      const { resendMs } = seat.options;
      const first = await seat.nextUpload("silence");
      await sleep(Math.min(resendMs, 10_000) * 2 + SLACK_MS);
      const second = seat.uploads().filter(({ frame }) => frame.serial === first.frame.serial)[1];
      if (second === undefined)
        return wrong("missing", `again within ${Math.round(resendMs * 1.5)} ms`, "nothing", first.bytes);
      const after = second.at - first.at;
      return after > resendMs * 0.5 && after < resendMs * 1.5 + SLACK_MS
        ? null
        : wrong("broken-rule", `after ${resendMs} ms`, `after ${Math.round(after)} ms`, first.bytes);
    },
  ),
  make(
    "claimed-timers",
    ["KIT-CLAIM-02"],
    "negative",
    "core",
    "重发的超时和次数与声明一致",
    "it is sent again after the timeout and as often as is claimed",
    async (seat) => {
      const { resendMs, resends } = seat.options;
      const { first, same } = await unanswered(seat, "silence");
      const gaps = same.slice(1).map(({ at }, i) => Math.round(at - (same[i]?.at ?? 0)));
      const isClaimed = gaps.every((ms) => ms > resendMs * 0.5 && ms < resendMs * 1.5 + SLACK_MS);
      return same.length === resends + 1 && isClaimed
        ? null
        : wrong(
            "false-claim",
            `${resends} times, after ${resendMs} ms`,
            `${gaps.length} times, after ${gaps.join(", ")} ms`,
            first.bytes,
          );
    },
  ),
  make("denied", ["F3-6.5.1-01"], "negative", "core", "否认后重发", "after a denial it is sent again", async (seat) => {
    const { first, same } = await unanswered(seat, "deny");
    return same.length > 1 ? null : wrong("missing", "the same message again", "nothing", first.bytes);
  }),
  make(
    "same-serial",
    ["F3-6.6-02", "F3-6.5.1-01"],
    "negative",
    "core",
    "重发保持流水号",
    "a message that is sent again keeps its serial",
    async (seat) => {
      const { first, all } = await unanswered(seat, "silence");
      // What follows the first transmission: later ones may be another message that says the same.
      const [, second] = all;
      const copy = second !== undefined && isCopy(second.frame, first.frame) ? second : undefined;
      return copy === undefined
        ? null
        : wrong("broken-rule", `serial ${first.frame.serial}`, `serial ${copy.frame.serial}`, first.bytes, copy.bytes);
    },
  ),
  make(
    "serial-grows",
    ["F3-6.6-02"],
    "positive",
    "core",
    "新的交互流水号加 1",
    "a new exchange has the next serial",
    async (seat) => {
      const one = await seat.nextUpload("confirm");
      const two = await seat.nextUpload("confirm");
      const expected = (one.frame.serial + 1) % 65_536;
      return two.frame.serial === expected
        ? null
        : wrong("broken-rule", `serial ${expected}`, `serial ${two.frame.serial}`, one.bytes, two.bytes);
    },
  ),
  make(
    "other-serial",
    ["F3-6.6-03", "F3-6.5.1-01"],
    "negative",
    "core",
    "流水号不同的确认不算",
    "a confirm of another serial confirms nothing",
    async (seat) => {
      const first = await seat.nextUpload("silence");
      const confirm = gb26875.confirm(first.frame, timeLabel(Date.now()));
      seat.send(gb26875.encodeFrame({ ...confirm, serial: (first.frame.serial + 7) % 65_536 }));
      await sleep(seat.options.resendMs * 1.6 + SLACK_MS);
      const count = seat
        .uploads()
        .filter(({ frame, at }) => at >= first.at && frame.serial === first.frame.serial).length;
      return count > 1 ? null : wrong("accepted", "the same message again", "nothing", first.bytes);
    },
  ),
];
