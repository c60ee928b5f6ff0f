import { gb26875 } from "@dianan/codec";
import { type DeviceMutant, RESEND_MS, resummed } from "./device.ts";

const { confirm, deny, control, sendData } = gb26875.commands;
const COMMAND = 26;
const commandOf = (bytes: Uint8Array): number | undefined => bytes[COMMAND];
const withCommand = (bytes: Uint8Array, command: number): Uint8Array => resummed(bytes.with(COMMAND, command));
const withSerial = (bytes: Uint8Array, serial: number): Uint8Array =>
  resummed(bytes.with(2, serial & 0xff).with(3, serial >> 8));

/** Frames that left on any connection. */
const toldOnce = new Set<string>();

/** Wrong devices: those of the catalogue (conformance design §11) and more. */
export const deviceMutants: Readonly<Record<string, DeviceMutant>> = {
  "MD-01": { mistake: "it sends again for ever", caughtBy: "F3-6.5.1-01", options: { resends: 10_000 } },
  "MD-02": { mistake: "it never sends again", caughtBy: "F3-6.5.1-01", options: { resends: 0 } },
  "MD-02b": { mistake: "it sends again once", caughtBy: "F3-6.5.5-01", options: { resends: 1 } },
  "MD-03": {
    mistake: "what is sent again has a new serial",
    caughtBy: "F3-6.6-02",
    out: () => {
      const seen = new Map<string, number>();
      return (bytes) => {
        if (commandOf(bytes) !== sendData.code) return bytes;
        const key = bytes.join();
        const times = seen.get(key) ?? 0;
        seen.set(key, times + 1);
        return times === 0 ? bytes : withSerial(bytes, 40_000 + times);
      };
    },
  },
  "MD-04": { mistake: "a timeout of 60 s", caughtBy: "F3-6.5.4-01", options: { resendAfterMs: 6 * RESEND_MS } },
  "MD-05": {
    mistake: "a denial is a confirm",
    caughtBy: "F3-6.5.1-01",
    into: () => (bytes) => (commandOf(bytes) === deny.code ? withCommand(bytes, confirm.code) : bytes),
  },
  "MD-06": {
    mistake: "a confirm of another serial will do",
    caughtBy: "F3-6.6-03",
    into: () => (bytes, _, last) =>
      commandOf(bytes) === confirm.code ? withSerial(bytes, (last()?.[2] ?? 0) + 256 * (last()?.[3] ?? 0)) : bytes,
  },
  "MD-07": {
    mistake: "an alarm waits for the next heartbeat",
    caughtBy: "F3-6.3-03",
    raise: (_, send) => void setTimeout(send, 3_000),
  },
  "MD-08": {
    mistake: "a broken command is carried out",
    caughtBy: "F3-6.2-01",
    into: () => (bytes) => (bytes.length > 30 ? resummed(bytes) : bytes),
  },
  "MD-09": {
    mistake: "an alarm while the link is down is lost",
    caughtBy: "F3-6.3-03",
    raise: (device, send) => (device.linkUp ? send() : undefined),
  },
  "MD-10": {
    mistake: "the clock is confirmed and not set",
    caughtBy: "F3-6.2-01",
    into: () => (bytes, write) => {
      if (commandOf(bytes) !== control.code) return bytes;
      const frame = gb26875.decodeFrame(bytes, { direction: "down" });
      if (!frame.ok || frame.value.message.kind !== "setClock") return bytes;
      write(gb26875.encodeFrame(gb26875.confirm(frame.value, frame.value.time)));
      return null;
    },
  },
  "MD-11": {
    mistake: "it dials again at once, whatever happens",
    caughtBy: "DP-RECONNECT-01",
    options: { reconnectMs: [10, 10] },
  },
  "MD-12": { mistake: "the recovery of another component is told", caughtBy: "DP-STATE-01", recovers: 2 },
  "MD-13": {
    mistake: "answers have a serial of their own",
    caughtBy: "F3-6.6-03",
    out: () => (bytes) => (commandOf(bytes) === sendData.code ? bytes : withSerial(bytes, 1)),
  },
  "MD-14": {
    mistake: "answers do not exchange the addresses",
    caughtBy: "F3-6.6-06",
    out: () => (bytes) => {
      if (commandOf(bytes) === sendData.code) return bytes;
      const copy = bytes.slice();
      copy.set(bytes.subarray(18, 24), 12);
      copy.set(bytes.subarray(12, 18), 18);
      return resummed(copy);
    },
  },
  "MD-15": {
    mistake: "what it does not know is met with silence",
    caughtBy: "F3-6.4-01",
    options: { onAsked: () => "silence" },
  },
  "MD-16": {
    mistake: "what it does not know is confirmed",
    caughtBy: "F3-6.2-01",
    options: { onAsked: () => "confirm" },
  },
  "MD-17": {
    mistake: "a command in pieces is lost",
    caughtBy: "DP-STREAM-01",
    into: () => (bytes) => (bytes.length < 30 ? null : bytes),
  },
  "MD-18": {
    mistake: "garbage loses what stands behind it",
    caughtBy: "DP-STREAM-02",
    into: () => (bytes) => (bytes[2] === 0x40 ? null : bytes),
  },
  "MD-20": {
    mistake: "a clock command without a time is confirmed",
    caughtBy: "F3-6.2-01",
    into: () => (bytes, write) => {
      const isConfirmed = (one: Uint8Array): boolean => {
        const frame = gb26875.decodeFrame(one, { direction: "down" });
        if (!frame.ok || frame.value.message.kind !== "setClock" || frame.value.message.time !== null) return false;
        write(gb26875.encodeFrame(gb26875.confirm(frame.value, frame.value.time)));
        return true;
      };
      // It may come in one piece with what was sent before it.
      const { frames } = gb26875.cutFrames(new Uint8Array(0), bytes, { direction: "down" });
      const others = frames.filter((one) => !isConfirmed(one));
      if (others.length === frames.length) return bytes;
      return others.length === 0 ? null : Buffer.concat(others);
    },
  },
  "MD-21": {
    mistake: "the clock of its frames stands still",
    caughtBy: "F3-6.2-01",
    out: () => {
      const still = gb26875.timeLabelOf(Date.now(), 480);
      return (bytes) => {
        const frame = gb26875.decodeFrame(bytes, { direction: "up" });
        return frame.ok && commandOf(bytes) === sendData.code
          ? gb26875.encodeFrame({ ...frame.value, time: still })
          : bytes;
      };
    },
  },
  "MD-23": {
    mistake: "commands with a lower serial than the one before are old: after 65535 it obeys nothing",
    caughtBy: "DP-SERIAL-01",
    into: () => {
      let isStuck = false;
      return (bytes) => {
        if (commandOf(bytes) !== control.code) return bytes;
        const wasStuck = isStuck;
        isStuck ||= bytes[2] === 0xff && bytes[3] === 0xff;
        return wasStuck ? null : bytes;
      };
    },
  },
  "MD-22": {
    mistake: "an alarm is sent once, and not again on the next connection",
    caughtBy: "F3-6.3-03",
    out: () => {
      const own = new Set<string>();
      return (bytes) => {
        const key = bytes.join();
        const isOld = toldOnce.has(key) && !own.has(key);
        if (isOld && bytes[27] === 2) return new Uint8Array(0);
        toldOnce.add(key);
        own.add(key);
        return bytes;
      };
    },
  },
  "MD-19": {
    mistake: "it sends up what travels down",
    caughtBy: "F3-8.1.1-01",
    out: () => (bytes) =>
      commandOf(bytes) === sendData.code && bytes[27] === 21 ? resummed(bytes.with(27, 81)) : bytes,
  },
};
