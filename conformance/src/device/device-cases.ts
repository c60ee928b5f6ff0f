import { setTimeout as sleep } from "node:timers/promises";
import { type Frame, gb26875 } from "@dianan/codec";
import { type Finding, Unmet } from "../case.ts";
import { answerTo, clockTo, commandCases, spoilt } from "./command-cases.ts";
import { actOf, type DeviceCase, make, SLACK_MS, wrong } from "./device-case.ts";
import { type DeviceSeat, isUpload } from "./device-seat.ts";
import { reconnects } from "./reconnect.ts";
import { resendCases } from "./resend-cases.ts";

const streamed = async (
  seat: DeviceSeat,
  write: (bytes: Uint8Array) => Promise<void> | void,
): Promise<Finding | null> => {
  const { sent, heard } = await answerTo(seat, seat.make("control", clockTo(Date.now())), (bytes) => void write(bytes));
  return heard?.frame?.command === gb26875.commands.confirm.code
    ? null
    : wrong("lost-or-invented", "a confirm", heard === null ? "nothing" : `command ${heard.frame?.command}`, sent);
};

const streamCases: readonly DeviceCase[] = [
  make(
    "one-by-one",
    ["DP-STREAM-01"],
    "positive",
    "robust",
    "逐字节到达的命令",
    "a command that comes byte by byte",
    (seat) =>
      streamed(seat, async (bytes) => {
        // A confirm between two bytes would be the kit's own mistake.
        seat.policy = () => "silence";
        for (const byte of bytes) {
          seat.send(Uint8Array.of(byte));
          await sleep(2);
        }
      }),
  ),
  make("joined", ["DP-STREAM-01"], "positive", "robust", "两条命令在一个包中", "two commands in one packet", (seat) =>
    streamed(seat, (bytes) =>
      seat.send(Buffer.concat([gb26875.encodeFrame(seat.make("control", clockTo(Date.now()))), bytes])),
    ),
  ),
  make("after-garbage", ["DP-STREAM-02"], "negative", "robust", "乱码之后的命令", "a command behind garbage", (seat) =>
    streamed(seat, (bytes) => seat.send(Buffer.concat([Buffer.from("404040ff2323000102", "hex"), bytes]))),
  ),
  make(
    "after-broken",
    ["DP-STREAM-02"],
    "negative",
    "robust",
    "坏帧之后的命令",
    "a command behind a broken frame",
    (seat) =>
      streamed(seat, (bytes) => seat.send(Buffer.concat([spoilt(bytes, bytes.length - 3, (byte) => byte + 1), bytes]))),
  ),
];

const isAlarm = ({ message }: Frame): boolean =>
  message.kind === "componentStatus" && message.items.some(({ status }) => status.fire || status.fault);
/** An alarm leaves the device at once: the rest is the network. Milliseconds. */
const ALARM_MS = 1_000;

const uploadCases: readonly DeviceCase[] = [
  make(
    "well-formed",
    ["F3-8.1.1-01"],
    "positive",
    "core",
    "上传的帧都能解码,类型只用上行类型",
    "every frame decodes and is of a type that travels up",
    async (seat) => {
      await sleep(seat.options.resendMs * 2);
      const bad = seat.heard.find(({ frame }) => frame === null);
      if (bad === undefined) {
        await seat.nextUpload("confirm");
        return null;
      }
      const decoded = gb26875.decodeFrame(bad.bytes, { direction: "up" });
      return wrong(
        "refused",
        "a frame of the standard",
        decoded.ok ? "" : `${decoded.error.code} at byte ${decoded.error.offset} (${decoded.error.path})`,
        bad.bytes,
      );
    },
  ),
  make(
    "no-down-types",
    ["F3-8.1.1-01"],
    "negative",
    "core",
    "不上传下行类型",
    "no type that travels down is sent up",
    async (seat) => {
      const { frame, bytes } = await seat.nextUpload("confirm");
      const flag = bytes.length > 30 ? (bytes[27] ?? 0) : 0;
      return (flag >= 61 && flag <= 68) || (flag >= 81 && flag <= 91)
        ? wrong("broken-rule", "a type of 1..8 or 21..28", `type ${flag} (${frame.message.kind})`, bytes)
        : null;
    },
  ),
  make("alarm", ["F3-6.3-03"], "positive", "core", "报警立即上传", "an alarm is sent at once", async (seat) => {
    const since = seat.heard.length;
    await actOf(seat.options.press, "relay")();
    const ms = seat.options.isAssisted === true ? seat.options.waitMs : ALARM_MS;
    const heard = await seat.next(since, (frame) => isUpload(frame) && isAlarm(frame), ms);
    return heard === null ? wrong("missing", `an alarm within ${ms} ms`, "none") : null;
  }),
  make(
    "alarm-while-away",
    ["F3-6.3-03"],
    "positive",
    "robust",
    "断线期间的报警在重连后上传",
    "an alarm raised while the link is down comes afterwards",
    async (seat) => {
      const press = actOf(seat.options.press, "relay");
      await seat.link.close();
      await sleep(SLACK_MS);
      await press();
      const since = seat.heard.length;
      await seat.link.listen(seat.options.port);
      const heard = await seat.next(since, (frame) => isUpload(frame) && isAlarm(frame));
      return heard === null ? wrong("missing", "the alarm after reconnecting", "none") : null;
    },
  ),
];

const cutCases: readonly DeviceCase[] = [
  make(
    "alarm-cut",
    ["F3-6.3-03", "F3-6.5.1-01"],
    "negative",
    "robust",
    "报警未确认即断线,重连后再次上传",
    "an alarm that was not confirmed before the link was cut comes again",
    async (seat) => {
      const press = actOf(seat.options.press, "relay");
      const since = seat.heard.length;
      seat.policy = (frame) => (isAlarm(frame) ? "silence" : "confirm");
      await press();
      const first = await seat.next(since, (frame) => isUpload(frame) && isAlarm(frame));
      if (first === null) throw new Unmet("设备没有报警 / the device raised no alarm");
      const cutAt = seat.heard.length;
      seat.link.drop();
      seat.policy = () => "confirm";
      const again = await seat.next(cutAt, (frame) => isUpload(frame) && isAlarm(frame));
      return again === null ? wrong("missing", "the alarm on the next connection", "none", first.bytes) : null;
    },
  ),
];

const partOf = (frame: Frame): ((other: Frame) => boolean) | null => {
  const { message } = frame;
  if (message.kind !== "componentStatus") return null;
  const key = ({
    systemType,
    systemAddress,
    componentType,
    componentAddress,
  }: (typeof message.items)[number]): string =>
    [systemType, systemAddress, componentType, JSON.stringify(componentAddress)].join("/");
  const ill = message.items.filter(({ status }) => status.fire || status.fault).map(key);
  return ({ message: other }) =>
    other.kind === "componentStatus" && other.items.some((item) => ill.includes(key(item)));
};

const stateCases: readonly DeviceCase[] = [
  make(
    "recovery",
    ["DP-STATE-01"],
    "negative",
    "full",
    "恢复上报的部件即报警的部件",
    "a recovery names the component that was in alarm",
    async (seat) => {
      const press = actOf(seat.options.press, "relay");
      const clear = actOf(seat.options.clear, "clear");
      const since = seat.heard.length;
      await press();
      const alarm = await seat.next(since, (frame) => isUpload(frame) && isAlarm(frame));
      const isOfIt = alarm?.frame == null ? null : partOf(alarm.frame);
      if (alarm === null || isOfIt === null) return wrong("missing", "an alarm of a component", "none");
      const from = seat.heard.length;
      await clear();
      const isWell = (frame: Frame): boolean =>
        isUpload(frame) && frame.message.kind === "componentStatus" && !isAlarm(frame);
      const well = await seat.next(from, isWell);
      if (well?.frame == null)
        return wrong("missing", "the component's state once the alarm is gone", "none", alarm.bytes);
      return isOfIt(well.frame)
        ? null
        : wrong("broken-rule", "the component that was in alarm", "another one", alarm.bytes, well.bytes);
    },
  ),
  make(
    "reconnects",
    ["DP-RECONNECT-01"],
    "negative",
    "robust",
    "被断开后以递增的间隔重连",
    "a device that is hung up on dials again with growing pauses",
    (seat) => reconnects(seat.link, seat.options.resendMs, seat.options.waitMs),
  ),
];

/** Cases of a device that speaks GB/T 26875.3-2011; the kit is its platform. */
export const deviceCases: readonly DeviceCase[] = [
  ...uploadCases,
  ...cutCases,
  ...stateCases,
  ...resendCases,
  ...commandCases,
  ...streamCases,
];
