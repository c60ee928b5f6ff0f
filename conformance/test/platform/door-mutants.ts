import { gb26875 } from "@dianan/codec";
import { butSays, isOf, itemsOf, jsonOf, type PlatformMutant, textOf, withItems } from "./platform-mutant.ts";

const { confirm, deny, sendData } = gb26875.commands;
const COMMAND = 26;
const TYPE = 27;
const LEAST = 30;
const resummed = (bytes: Uint8Array): Uint8Array =>
  bytes.with(bytes.length - 3, bytes.subarray(2, -3).reduce((sum, byte) => sum + byte, 0) & 0xff);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const serialOf = (bytes: Uint8Array): number => (bytes[2] ?? 0) + 256 * (bytes[3] ?? 0);
/** Exactly one frame. */
const isWhole = (bytes: Uint8Array): boolean => bytes.length === LEAST + (bytes[24] ?? 0) + 256 * (bytes[25] ?? 0);
const isEmpty = (bytes: Uint8Array): boolean => bytes.length === LEAST;
const isState = (bytes: Uint8Array): boolean => bytes[TYPE] === 2;
/** The fire bit of the first component's state. */
const STATUS = LEAST + 6;
const isFire = (bytes: Uint8Array): boolean => isState(bytes) && ((bytes[STATUS] ?? 0) & 2) !== 0;

/** An answer to a frame with this command. */
const answerTo = (bytes: Uint8Array, command: number): Uint8Array => {
  const answer = new Uint8Array(LEAST);
  answer.set(bytes.subarray(0, 24));
  answer.set(bytes.subarray(18, 24), 12);
  answer.set(bytes.subarray(12, 18), 18);
  answer.set([0, 0, command, 0, 0x23, 0x23], 24);
  return resummed(answer);
};

/** Wrong platforms: the door for devices. */
export const doorMutants: Readonly<Record<string, PlatformMutant>> = {
  "MP-01": {
    mistake: "frames are confirmed and then lost",
    ...{ caughtBy: "API-DOOR-01", cases: ["API/door/confirm"], alarmMs: 1_000 },
    frame:
      () =>
      (bytes, { toDevice }) =>
        toDevice(answerTo(bytes, confirm.code)),
  },
  "MP-02": {
    mistake: "a frame that is sent again is stored twice",
    ...{ caughtBy: "API-DOOR-02", cases: ["API/door/resend"] },
    frame:
      ({ seen }) =>
      (bytes, { toHub }) => {
        if (seen.has(hex(bytes))) seen.set("again", "yes");
        seen.set(hex(bytes), "once");
        toHub(bytes);
      },
    answer: butSays((said, asked, { seen }) =>
      isOf(asked, "GET", /^\/api\/v1\/alarms\?deviceId/) && seen.has("again")
        ? withItems(said, (items) => items.flatMap((one) => [one, { ...one, id: `${String(one.id)}-2` }]))
        : said,
    ),
  },
  "MP-02b": {
    mistake: "after serial 65535 whatever comes is taken for old: confirmed and not stored",
    ...{ caughtBy: "API-DOOR-01", cases: ["API/door/serial-turns", "API/door/confirm"], alarmMs: 1_000 },
    frame:
      ({ seen }) =>
      (bytes, { toHub, toDevice }) => {
        const device = hex(bytes.subarray(12, 18));
        if (seen.has(device)) return toDevice(answerTo(bytes, confirm.code));
        if (serialOf(bytes) === 65_535) seen.set(device, "stuck");
        toHub(bytes);
      },
  },
  "MP-03": {
    mistake: "a frame that is sent again is met with silence",
    ...{ caughtBy: "API-DOOR-02", cases: ["API/door/resend"] },
    patienceMs: 1000,
    frame:
      ({ seen }) =>
      (bytes, { toHub }) => {
        if (seen.has(hex(bytes))) return;
        seen.set(hex(bytes), "once");
        toHub(bytes);
      },
  },
  "MP-04": {
    mistake: "the checksum is not looked at",
    ...{ caughtBy: "API-DOOR-01", cases: ["API/door/broken/sum-plus-1", "API/door/stored/sum-plus-1"] },
    chunk:
      () =>
      (bytes, { toHub }) =>
        toHub(isWhole(bytes) ? resummed(bytes) : bytes),
  },
  "MP-04b": {
    mistake: "the end mark is not looked at",
    ...{ caughtBy: "API-DOOR-01", cases: ["API/door/broken/end", "API/door/stored/end"] },
    chunk:
      () =>
      (bytes, { toHub }) =>
        toHub(isWhole(bytes) ? bytes.with(bytes.length - 1, 0x23) : bytes),
  },
  "MP-04c": {
    mistake: "reserved commands are taken as data",
    ...{ caughtBy: "API-DOOR-01", cases: ["API/door/broken/command", "API/door/stored/command"] },
    chunk:
      () =>
      (bytes, { toHub }) =>
        toHub(
          isWhole(bytes) && (bytes[COMMAND] === 0 || (bytes[COMMAND] ?? 0) >= 7)
            ? resummed(bytes.with(COMMAND, sendData.code))
            : bytes,
        ),
  },
  "MP-05": {
    mistake: "an alarm is late",
    ...{ caughtBy: "API-E2E-01", cases: ["API/end-to-end/api", "API/end-to-end/normal"], alarmMs: 1_000 },
    frame:
      () =>
      (bytes, { toHub, toDevice }) => {
        if (!isFire(bytes)) return toHub(bytes);
        toDevice(answerTo(bytes, confirm.code));
        setTimeout(() => toHub(bytes), 4_000);
      },
  },
  "MP-07": {
    mistake: "a device is offline as soon as its connection closes",
    ...{ caughtBy: "API-PRESENCE-01", cases: ["API/end-to-end/reconnect"] },
    answer: butSays((said, { path }) =>
      path.startsWith("/api/v1/presence-changes?deviceId")
        ? {
            ...said,
            body: textOf({
              ...jsonOf(said.body),
              items: [{ presence: "offline", before: "online" }, ...itemsOf(said)],
            }),
          }
        : said,
    ),
  },
  "MP-26": {
    mistake: "an alarm that is replayed is a new one",
    ...{ caughtBy: "API-E2E-02", cases: ["API/end-to-end/replay", "API/end-to-end/recovery"] },
    frame:
      ({ seen }) =>
      (bytes, { toHub }) => {
        const isAgain = seen.has(hex(bytes));
        seen.set(hex(bytes), "once");
        const now = gb26875.timeLabelOf(Date.now(), 480);
        const decoded = gb26875.decodeFrame(bytes, { direction: "up" });
        if (!isAgain || !decoded.ok || !isFire(bytes) || decoded.value.message.kind !== "componentStatus")
          return toHub(bytes);
        const items = decoded.value.message.items.map((item) => ({ ...item, time: now }));
        toHub(
          gb26875.encodeFrame({
            ...decoded.value,
            serial: 9_999,
            time: now,
            message: { kind: "componentStatus", items },
          }),
        );
      },
  },
  "MP-26b": {
    mistake: "a recovery is not told",
    ...{ caughtBy: "API-E2E-02", cases: ["API/end-to-end/recovery"], alarmMs: 1_000 },
    frame:
      () =>
      (bytes, { toHub, toDevice }) =>
        isState(bytes) && !isFire(bytes) ? toDevice(answerTo(bytes, confirm.code)) : toHub(bytes),
  },
  "MP-29": {
    mistake: "an empty heartbeat closes the connection",
    ...{ caughtBy: "API-DOOR-04", cases: ["API/door/heartbeat", "API/door/type-100"] },
    frame:
      () =>
      (bytes, { toHub, close }) =>
        isEmpty(bytes) && bytes[COMMAND] === sendData.code ? close() : toHub(bytes),
  },
  "MP-30": {
    mistake: "an unknown type is denied",
    ...{ caughtBy: "API-DOOR-04", cases: ["API/door/type"] },
    frame:
      () =>
      (bytes, { toHub, toDevice }) =>
        !isEmpty(bytes) && (bytes[TYPE] ?? 0) >= 100 ? toDevice(answerTo(bytes, deny.code)) : toHub(bytes),
  },
  "MP-52": {
    mistake: "the addresses are not exchanged in the confirm",
    ...{ caughtBy: "API-DOOR-01", cases: ["API/door/confirm"] },
    reply:
      () =>
      (bytes, { toDevice }) => {
        const wrong = bytes.slice();
        wrong.set(bytes.subarray(12, 18), 18);
        wrong.set(bytes.subarray(18, 24), 12);
        toDevice(resummed(wrong));
      },
  },
  "MP-53": {
    mistake: "confirms count serials of their own",
    ...{ caughtBy: "API-DOOR-01", cases: ["API/door/confirm$", "API/door/confirm-echoes"] },
    patienceMs: 1000,
    reply: () => {
      let serial = 100;
      return (bytes, { toDevice }) => {
        serial += 1;
        toDevice(resummed(bytes.with(2, serial & 0xff)));
      };
    },
  },
  "MP-53b": {
    mistake: "the serial of a confirm is one byte wide",
    ...{ caughtBy: "API-DOOR-01", cases: ["API/door/confirm-echoes", "API/door/confirm$"] },
    patienceMs: 1000,
    reply:
      () =>
      (bytes, { toDevice }) =>
        toDevice(resummed(bytes.with(3, 0))),
  },
  "MP-54": {
    mistake: "a frame in pieces is lost",
    ...{ caughtBy: "API-DOOR-03", cases: ["API/door/stream/split"] },
    patienceMs: 300,
    chunk:
      () =>
      (bytes, { toHub }) => {
        if (bytes.length >= LEAST) toHub(bytes);
      },
  },
  "MP-55": {
    mistake: "of joined frames the first is read",
    ...{ caughtBy: "API-DOOR-03", cases: ["API/door/stream/joined"] },
    patienceMs: 1000,
    chunk:
      () =>
      (bytes, { toHub }) => {
        const [head] = gb26875.cutFrames(new Uint8Array(0), bytes).frames;
        if (head !== undefined) toHub(head);
      },
  },
  "MP-56": {
    mistake: "garbage makes the connection deaf",
    ...{ caughtBy: "API-DOOR-03", cases: ["API/door/stream/after-noise", "API/door/stream/after-http"] },
    patienceMs: 1000,
    chunk: () => {
      let isDeaf = false;
      return (bytes, { toHub }) => {
        isDeaf = isDeaf || bytes[0] !== 0x40;
        if (!isDeaf) toHub(bytes);
      };
    },
  },
  "MP-57": {
    mistake: "a frame of nobody's makes an alarm of another device",
    ...{ caughtBy: "API-DOOR-06", cases: ["API/door/stranger"] },
    answer: butSays((said, { path }) => {
      if (!path.startsWith("/api/v1/changes")) return said;
      return {
        ...said,
        body: textOf({
          ...jsonOf(said.body),
          items: [{ kind: "alarm", id: "x", version: 1, record: { deviceId: "another" } }, ...itemsOf(said)],
        }),
      };
    }),
  },
  "MP-58": {
    mistake: "a state without alarm is an alarm",
    ...{ caughtBy: "API-E2E-01", cases: ["API/end-to-end/normal", "API/end-to-end/api"] },
    frame:
      () =>
      (bytes, { toHub }) =>
        toHub(isState(bytes) ? resummed(bytes.with(STATUS, (bytes[STATUS] ?? 0) | 2)) : bytes),
  },
  "MP-59": {
    mistake: "what is longer than the standard allows is confirmed",
    ...{ caughtBy: "API-DOOR-05", cases: ["API/door/vector/types-refused/c"] },
    patienceMs: 1000,
    chunk: () => (bytes, way) => {
      if (bytes[0] === 0x40 && bytes.length !== LEAST && serialOf(bytes) < 1_000)
        way.toDevice(answerTo(bytes.length < LEAST ? new Uint8Array(LEAST) : bytes, confirm.code));
      else way.toHub(bytes);
    },
  },
  "MP-62": {
    mistake: "the time of an alarm is when it was read",
    ...{ caughtBy: "API-E2E-01", cases: ["API/end-to-end/api"] },
    answer: butSays((said, { path }) =>
      path.startsWith("/api/v1/alarms?deviceId")
        ? { ...said, body: said.body.replaceAll(/"occurredAt":"[^"]*"/g, '"occurredAt":"2026-01-01T00:00:00+08:00"') }
        : said,
    ),
  },
};
