import { setTimeout as sleep } from "node:timers/promises";
import { type Frame, gb26875, type Message } from "@dianan/codec";
import { type Finding, Unmet } from "../case.ts";
import { type DeviceCase, make, SLACK_MS, wrong } from "./device-case.ts";
import { type DeviceSeat, type Heard, instantOfLabel, isUpload, timeLabel } from "./device-seat.ts";

const DAY_MS = 86_400_000;

/** How the device answers a frame; null: not at all. */
export const answerTo = async (
  seat: DeviceSeat,
  frame: Frame,
  write = (bytes: Uint8Array) => seat.send(bytes),
): Promise<{ readonly sent: Uint8Array; readonly heard: Heard | null }> => {
  const sent = gb26875.encodeFrame(frame);
  const since = seat.heard.length;
  write(sent);
  const heard = await seat.next(
    since,
    ({ command, serial }) => !isUpload({ ...frame, command }) && serial === frame.serial,
    Math.min(seat.options.waitMs, 10_000),
  );
  return { sent, heard };
};

const asked = async (seat: DeviceSeat, frame: Frame, name: "confirm" | "reply" | "deny"): Promise<Finding | null> => {
  const { sent, heard } = await answerTo(seat, frame);
  if (heard === null) return wrong("no-answer", `${name} with serial ${frame.serial}`, "nothing", sent);
  return heard.frame?.command === gb26875.commands[name].code
    ? null
    : wrong("wrong-value", name, `command ${heard.frame?.command}`, sent, heard.bytes);
};

export const clockTo = (at: number): Message => ({ kind: "setClock", time: timeLabel(at) }) as Message;

/** How far the device's time label is from ours. Milliseconds. */
const clockOffset = async (seat: DeviceSeat): Promise<number> => {
  const { frame } = await seat.nextUpload("confirm");
  const at = instantOfLabel(frame.time);
  if (at === null) throw new Unmet("设备的时间标签不是时间 / the device's time label is no time");
  return at - Date.now();
};

/** Whether bytes that are no valid command moved the device's clock. */
const notObeyed = async (seat: DeviceSeat, spoil: (bytes: Uint8Array) => Uint8Array): Promise<Finding | null> => {
  const before = await clockOffset(seat);
  const bytes = spoil(gb26875.encodeFrame(seat.make("control", clockTo(Date.now() + before + 40 * DAY_MS))));
  seat.send(bytes);
  await sleep(SLACK_MS);
  const moved = (await clockOffset(seat)) - before;
  if (Math.abs(moved) < DAY_MS) return null;
  await asked(seat, seat.make("control", clockTo(Date.now())), "confirm");
  return wrong("accepted", "the clock as it was", `moved by ${Math.round(moved / DAY_MS)} days`, bytes);
};

export const spoilt = (bytes: Uint8Array, place: number, change: (byte: number) => number): Uint8Array =>
  bytes.with(place, change(bytes.at(place) ?? 0) & 0xff);

/** Cases of what is asked of a device or ordered. */
export const commandCases: readonly DeviceCase[] = [
  make(
    "set-clock",
    ["F3-6.2-01", "F3-6.1-01", "F3-6.6-03"],
    "positive",
    "core",
    "校时命令得到确认",
    "a command to set the clock is confirmed",
    (seat) => asked(seat, seat.make("control", clockTo(Date.now())), "confirm"),
  ),
  make(
    "clock-moves",
    ["F3-6.2-01"],
    "positive",
    "core",
    "校时命令被执行",
    "a command to set the clock is carried out",
    async (seat) => {
      const frame = seat.make("control", clockTo(Date.now() + DAY_MS));
      const refused = await asked(seat, frame, "confirm");
      if (refused !== null) return refused;
      const offset = await clockOffset(seat);
      await asked(seat, seat.make("control", clockTo(Date.now())), "confirm");
      return Math.abs(offset - DAY_MS) < 60_000
        ? null
        : wrong(
            "broken-rule",
            "a clock one day ahead",
            `${Math.round(offset / 1000)} s ahead`,
            gb26875.encodeFrame(frame),
          );
    },
  ),
  make(
    "bad-checksum",
    ["F3-6.2-01", "F3-6.5.3-01"],
    "negative",
    "core",
    "校验错误的命令不执行",
    "a command with a wrong checksum is not carried out",
    (seat) => notObeyed(seat, (bytes) => spoilt(bytes, bytes.length - 3, (byte) => byte + 1)),
  ),
  make(
    "bad-end",
    ["F3-6.2-01", "F3-6.5.3-04"],
    "negative",
    "core",
    "结束符错误的命令不执行",
    "a command with a wrong end is not carried out",
    (seat) => notObeyed(seat, (bytes) => spoilt(bytes, bytes.length - 1, () => 0x24)),
  ),
  make(
    "bad-bit",
    ["F3-6.2-01", "F3-6.5.3-01"],
    "negative",
    "robust",
    "一位翻转的命令不执行",
    "a command with one bit changed is not carried out",
    (seat) => notObeyed(seat, (bytes) => spoilt(bytes, 30, (byte) => byte ^ 1)),
  ),
  make(
    "request",
    ["F3-6.4-01", "F3-6.1-01"],
    "positive",
    "core",
    "读时间得到应答",
    "a request for the time is replied to",
    (seat) => asked(seat, seat.make("request", { kind: "readTransmitterTime", spare: 0 } as Message), "reply"),
    ["replies"],
  ),
  make(
    "unknown-request",
    ["F3-6.4-01"],
    "negative",
    "core",
    "无效的请求被否认",
    "an invalid request is denied",
    (seat) =>
      asked(
        seat,
        seat.make("request", { kind: "unknown", typeFlag: 120, bytes: new Uint8Array([1, 0]) } as Message),
        "deny",
      ),
  ),
  make(
    "unknown-control",
    ["F3-6.2-01"],
    "negative",
    "core",
    "无效的控制命令被否认",
    "an invalid control command is denied",
    (seat) =>
      asked(
        seat,
        seat.make("control", { kind: "unknown", typeFlag: 120, bytes: new Uint8Array([1, 0]) } as Message),
        "deny",
      ),
  ),
  make(
    "clock-without-time",
    ["F3-6.2-01"],
    "negative",
    "full",
    "不带时间的校时命令被否认",
    "a command to set the clock without a time is denied",
    (seat) => asked(seat, seat.make("control", { kind: "setClock", time: null } as Message), "deny"),
  ),
  make(
    "answer-serial",
    ["F3-6.6-03"],
    "positive",
    "core",
    "应答的流水号与请求相同",
    "an answer has the serial of what it answers",
    async (seat) => {
      const frame = { ...seat.make("control", clockTo(Date.now())), serial: 54_321 };
      return asked(seat, frame, "confirm");
    },
  ),
  make(
    "serial-turns",
    ["DP-SERIAL-01", "F3-6.6-03"],
    "positive",
    "full",
    "平台流水号 65535 之后为 0,命令照常得到确认",
    "after serial 65535 of the platform comes 0, and commands are confirmed as before",
    async (seat) => {
      for (const serial of [65_534, 65_535, 0, 1]) {
        const refused = await asked(seat, { ...seat.make("control", clockTo(Date.now())), serial }, "confirm");
        if (refused !== null) return refused;
      }
      return null;
    },
  ),
  make(
    "answer-addresses",
    ["F3-6.6-06"],
    "positive",
    "core",
    "应答交换地址",
    "an answer exchanges the addresses",
    async (seat) => {
      const frame = seat.make("control", clockTo(Date.now()));
      const { sent, heard } = await answerTo(seat, frame);
      if (heard?.frame == null) return wrong("no-answer", "a confirm", "nothing", sent);
      const { source, destination } = heard.frame;
      return source === frame.destination && destination === frame.source
        ? null
        : wrong(
            "wrong-value",
            `from ${frame.destination} to ${frame.source}`,
            `from ${source} to ${destination}`,
            sent,
            heard.bytes,
          );
    },
  ),
];
