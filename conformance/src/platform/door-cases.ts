import { setTimeout as sleep } from "node:timers/promises";
import { gb26875 } from "@dianan/codec";
import { Unmet } from "../case.ts";
import { itemsOf, membersOf } from "./answers.ts";
import { frameOf, resummed, spoilt, stateOf } from "./door-frames.ts";
import { alarmOf, alarmsOf, begun, confirmed, FULL, found, NEEDS, QUIET_MS, told, unconfirmed } from "./door-judge.ts";
import { streamCases, vectorCases } from "./door-stream-cases.ts";
import { isConfirm } from "./door-wire.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";

const REQUEST_MS = 2_000;

/** Mistakes in a frame that would raise an alarm. */
const broken: readonly (readonly [name: string, requirement: string, make: (bytes: Uint8Array) => Uint8Array])[] = [
  ["sum-plus-1", "checksum", (bytes) => spoilt(bytes, bytes.length - 3, (byte) => byte + 1)],
  [
    "sum-xor",
    "checksum",
    (bytes) => bytes.with(bytes.length - 3, bytes.subarray(2, -3).reduce((sum, byte) => sum ^ byte, 0x55) ^ 0xaa),
  ],
  ["bit-in-address", "checksum", (bytes) => spoilt(bytes, 12, (byte) => byte ^ 1)],
  ["bit-in-status", "checksum", (bytes) => spoilt(bytes, 36, (byte) => byte ^ 4)],
  ["end", "end", (bytes) => bytes.with(bytes.length - 1, 0x24)],
  ["command-0", "command", (bytes) => resummed(bytes.with(26, 0))],
  ["command-7", "command", (bytes) => resummed(bytes.with(26, 7))],
  ["command-127", "command", (bytes) => resummed(bytes.with(26, 127))],
  ["length-plus-1", "length", (bytes) => resummed(spoilt(bytes, 24, (byte) => byte + 1))],
  ["length-minus-1", "length", (bytes) => resummed(spoilt(bytes, 24, (byte) => byte - 1))],
  ["count-0", "count", (bytes) => resummed(bytes.with(28, 0))],
  ["count-2", "count", (bytes) => resummed(bytes.with(28, 2))],
  ["down-type", "type", (bytes) => resummed(bytes.with(27, 61))],
];

const refusals: readonly PlatformCase[] = broken.flatMap(([name, , make]) => [
  refuses(
    `door/broken/${name}`,
    "API-DOOR-01",
    [`错误帧不确认:${name}`, `a broken frame is not confirmed: ${name}`],
    async (seat) => {
      const { address, bytes } = await begun(seat);
      return unconfirmed(seat, address, make(bytes), 5);
    },
    name.startsWith("count") || name === "down-type" ? FULL : NEEDS,
  ),
  refuses(
    `door/stored/${name}`,
    "API-DOOR-01",
    [`错误帧不保存:${name}`, `nothing of a broken frame is stored: ${name}`],
    async (seat) => {
      const { id, address, bytes, wire } = await begun(seat);
      const bad = make(bytes);
      wire.send(bad);
      await sleep(QUIET_MS);
      // A right frame behind it: when that is confirmed, the broken one was dealt with.
      const again = await seat.wire();
      const behind = await confirmed(again, gb26875.encodeFrame(frameOf(seat, address, 9)), 9);
      if (behind !== null) return behind;
      const alarms = await alarmsOf(seat, id);
      return alarms.length === 0 ? null : found("accepted", "no alarm", JSON.stringify(alarms[0]).slice(0, 300), bad);
    },
    FULL,
  ),
]);

const right: readonly PlatformCase[] = [
  takes(
    "door/confirm",
    "API-DOOR-01",
    ["有效帧得到确认", "a valid frame is confirmed"],
    async (seat) => {
      const { wire, bytes } = await begun(seat);
      return confirmed(wire, bytes, 5);
    },
    NEEDS,
  ),
  takes(
    "door/confirm-echoes",
    "API-DOOR-01",
    ["确认带流水号并交换地址", "the confirm has the serial, and the addresses exchanged"],
    async (seat) => {
      const { wire, address } = await begun(seat);
      const bytes = stateOf(seat, address, 4_660, false);
      const answer = await wire.ask(bytes, 4_660);
      return answer !== null && isConfirm(answer) && answer.destination === address
        ? null
        : found(
            "wrong-value",
            `a confirm of serial 4660 to ${address}`,
            told(answer ?? wire.heard.at(-1) ?? null),
            bytes,
          );
    },
    NEEDS,
  ),
  takes(
    "door/confirm-stored",
    "API-DOOR-01",
    ["确认之后内容可读", "what was confirmed can be read"],
    async (seat) => {
      const { id, wire, bytes } = await begun(seat);
      const bad = await confirmed(wire, bytes, 5);
      if (bad !== null) return bad;
      return (await alarmOf(seat, id)) !== null
        ? null
        : found("missing", "the alarm that was confirmed", "none", bytes);
    },
    NEEDS,
  ),
  ...([0, 65_535] as const).map((serial) =>
    takes(
      `door/serial-${serial}`,
      "API-DOOR-01",
      [`流水号 ${serial}`, `a frame of serial ${serial} is confirmed`],
      async (seat) => {
        const { wire, address } = await begun(seat);
        return confirmed(wire, gb26875.encodeFrame(frameOf(seat, address, serial)), serial);
      },
      FULL,
    ),
  ),
  takes(
    "door/serial-turns",
    "API-DOOR-01",
    ["流水号 65535 之后为 0:照常确认并保存", "after serial 65535 comes 0: confirmed and stored as before"],
    async (seat) => {
      const { id, wire, address } = await begun(seat);
      for (const serial of [65_534, 65_535]) {
        const bad = await confirmed(wire, gb26875.encodeFrame(frameOf(seat, address, serial)), serial);
        if (bad !== null) return bad;
      }
      const bytes = stateOf(seat, address, 0, true);
      const bad = await confirmed(wire, bytes, 0);
      if (bad !== null) return bad;
      return (await alarmOf(seat, id)) !== null
        ? null
        : found("missing", "the alarm of serial 0, which was confirmed", "none", bytes);
    },
    FULL,
  ),
  takes(
    "door/resend",
    "API-DOOR-02",
    ["重发再次确认", "a frame that is sent again is confirmed again"],
    async (seat) => {
      const { wire, bytes } = await begun(seat);
      return (
        (await confirmed(wire, bytes, 5)) ??
        (await confirmed(wire, bytes, 5)) ??
        (await confirmed(await seat.wire(), bytes, 5))
      );
    },
    NEEDS,
  ),
  takes(
    "door/resend-once",
    "API-DOOR-02",
    ["重发不产生新告警", "a frame that is sent again makes no second alarm"],
    async (seat) => {
      const { id, wire, bytes } = await begun(seat);
      for (let i = 0; i < 4; i += 1) {
        const bad = await confirmed(i === 3 ? await seat.wire() : wire, bytes, 5);
        if (bad !== null) return bad;
      }
      await alarmOf(seat, id);
      const alarms = await alarmsOf(seat, id);
      const repeats = Number(alarms[0]?.repeats ?? 0);
      return alarms.length === 1 && repeats === 0
        ? null
        : found("lost-or-invented", "one alarm without repeats", `${alarms.length} alarms, ${repeats} repeats`, bytes);
    },
    NEEDS,
  ),
  takes(
    "door/heartbeat",
    "API-DOOR-04",
    ["空心跳得到确认", "an empty heartbeat is confirmed, again and again"],
    async (seat) => {
      const { wire, address } = await begun(seat);
      for (let serial = 1; serial <= 3; serial += 1) {
        const bad = await confirmed(wire, gb26875.encodeFrame(frameOf(seat, address, serial)), serial);
        if (bad !== null) return bad;
      }
      return null;
    },
    NEEDS,
  ),
  ...([100, 128, 254] as const).map((type) =>
    takes(
      `door/type-${type}`,
      "API-DOOR-04",
      [`未知数据类型 ${type} 得到确认`, `an unknown type of data (${type}) is confirmed`],
      async (seat) => {
        const { wire, bytes } = await begun(seat);
        return confirmed(wire, resummed(bytes.with(27, type)), 5);
      },
      FULL,
    ),
  ),
  takes(
    "door/user-version",
    "API-DOOR-01",
    ["用户版本号不限", "any user version is taken"],
    async (seat) => {
      const { wire, address } = await begun(seat);
      return confirmed(wire, gb26875.encodeFrame(frameOf(seat, address, 3, { version: { main: 1, user: 77 } })), 3);
    },
    FULL,
  ),
];

const strangers: readonly PlatformCase[] = [
  refuses(
    "door/stranger",
    "API-DOOR-06",
    ["未登记地址不产生告警", "an address that is not registered raises nobody's alarm"],
    async (seat) => {
      const before = String(membersOf(await seat.get("/api/v1/alarms?limit=1")).feedCursor);
      const bytes = stateOf(seat, seat.wireAddress(), 5, true);
      await (await seat.wire()).ask(bytes, 5, REQUEST_MS);
      const { wire, id, bytes: own } = await begun(seat);
      await wire.ask(own, 5);
      if ((await alarmOf(seat, id)) === null)
        throw new Unmet("登记设备的告警未出现 / the alarm of a registered device did not come");
      const changes = itemsOf(await seat.get(`/api/v1/changes?limit=500&after=${encodeURIComponent(before)}`));
      const stray = changes.find(
        (one) => one.kind === "alarm" && (one.record as { readonly deviceId?: unknown }).deviceId !== id,
      );
      return stray === undefined
        ? null
        : found("accepted", "no alarm of another", JSON.stringify(stray).slice(0, 300), bytes);
    },
    { needs: ["door", "events"], asks: "full" },
  ),
];

/** Cases of the door for devices (GB/T 26875.3-2011 over TCP): the kit is the devices. */
export const doorCases = (): readonly PlatformCase[] => [
  ...right,
  ...refusals,
  ...streamCases,
  ...strangers,
  ...vectorCases(),
];
