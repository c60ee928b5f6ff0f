import { type Frame, gb26875 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { createGb26875Commands } from "./gb26875-commands.ts";

const { confirm, deny, reply } = gb26875.commands;

/** A time label has years from 2000 to 2099, in any zone. */
const LABEL_FROM = Date.UTC(2000, 0, 2);
const LABEL_UNTIL = Date.UTC(2099, 11, 30);

/** GB/T 26875.3-2011 over TCP as the ingest drives it. `utcOffsetMinutes`: the zone of device clocks, 480 is China. */
export const createGb26875Driver = (utcOffsetMinutes: number): ProtocolDriver => ({
  id: gb26875.id,
  trust: "T0",
  cut: (carry, chunk) => gb26875.cutFrames(carry, chunk),
  commands: createGb26875Commands(utcOffsetMinutes),
  open: (bytes, receivedAt) => openFrame(bytes, receivedAt, utcOffsetMinutes),
  describeComponent: (key) => {
    const code = Number(key.split("/")[2]);
    const row = Object.entries(gb26875.componentTypes).find(([, { code: one }]) => one === code);
    return {
      type: row?.[0] ?? String(code),
      name: `${row?.[1].zh ?? `部件类型 ${code}`} ${key}`.slice(0, 100),
      address: key,
    };
  },
});

const openFrame = (bytes: Uint8Array, receivedAt: Instant, utcOffsetMinutes: number): OpenedFrame => {
  const decoded = gb26875.decodeFrame(bytes, { direction: "up" });
  // A hub whose clock was never set answers all the same: what matters to the device is that it is confirmed.
  const timeAt = (now: Instant): Frame["time"] =>
    gb26875.timeLabelOf(Math.min(Math.max(now, LABEL_FROM), LABEL_UNTIL), utcOffsetMinutes);
  if (!decoded.ok)
    return {
      kind: "broken",
      error: { ...decoded.error } as JsonObject,
      deny: (now) => gb26875.encodeFrame(gb26875.denyBroken(bytes, timeAt(now))),
    };
  const frame = decoded.value;
  const wireAddress = String(frame.source);
  const due = gb26875.dueOf(frame);
  // Table 2: confirm, reply and deny are answers, and nothing is answered to them.
  if (frame.command === confirm.code || frame.command === deny.code) return { kind: "answer", wireAddress };
  return {
    kind: "message",
    wireAddress,
    serial: frame.serial,
    // A hub has nothing to reply with: a request from a device is denied.
    answer: due === "reply" ? "deny" : due,
    isReply: frame.command === reply.code,
    events: gb26875.normalise(frame, { receivedAt, utcOffsetMinutes }),
    confirm: (now) => gb26875.encodeFrame(gb26875.confirm(frame, timeAt(now))),
    deny: (now) => gb26875.encodeFrame(gb26875.deny(frame, timeAt(now))),
  };
};
