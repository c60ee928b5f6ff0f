import { type Frame, gb26875 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import type { OpenedFrame, ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { createGb26875Commands } from "./gb26875-commands.ts";

const { confirm, deny, reply } = gb26875.commands;

/** Bytes of the shortest packet. GB/T 26875.3-2011 §6.6. */
const PACKET_MIN = 30;
/** A time label has years from 2000 to 2099, in any zone. */
const LABEL_FROM = Date.UTC(2000, 0, 2);
const LABEL_UNTIL = Date.UTC(2099, 11, 30);

/** Families of devices that differ from the standard (方言), by name. */
export const gb26875Dialects = Object.keys(gb26875.dialects) as readonly (keyof typeof gb26875.dialects)[];

/**
 * GB/T 26875.3-2011 over TCP as the ingest drives it; a dialect is a protocol of its own, `gb26875.dahua`, because nothing in a frame says of
 * which it is.
 *
 * @param utcOffsetMinutes - zone of device clocks, 480 is China
 */
export const createGb26875Driver = (
  utcOffsetMinutes: number,
  dialect?: keyof typeof gb26875.dialects,
): ProtocolDriver => {
  const context: Context = dialect === undefined ? {} : { dialect: gb26875.dialects[dialect].options };
  const up: Context = { ...context, direction: "up" };
  const timeAt = createTimeLabels(utcOffsetMinutes);
  return {
    id: dialect === undefined ? gb26875.id : `${gb26875.id}.${dialect}`,
    ...(dialect === undefined ? {} : { dialect }),
    trust: "T0",
    cut: (carry, chunk) => gb26875.cutFrames(carry, chunk, context),
    commands: createGb26875Commands(utcOffsetMinutes, context),
    open: (bytes, receivedAt, heardAs) => openFrame(bytes, receivedAt, utcOffsetMinutes, timeAt, up, heardAs ?? null),
    describeComponent,
  };
};

type Context = NonNullable<Parameters<typeof gb26875.encodeFrame>[1]>;

const describeComponent: ProtocolDriver["describeComponent"] = (key) => {
  const code = Number(key.split("/")[2]);
  const row = Object.entries(gb26875.componentTypes).find(([, { code: one }]) => one === code);
  return {
    type: row?.[0] ?? String(code),
    name: `${row?.[1].zh ?? `部件类型 ${code}`} ${key}`.slice(0, 100),
    address: key,
  };
};

const NO_DATA: Frame["message"] = { kind: "empty" };

const noAddress: JsonObject = {
  ...{ code: "no-address", offset: 0, path: "source", clause: "GB/T 26875.3-2011 §6.6" },
  message: {
    en: "It names no source, and no message came before it on this connection.",
    zh: "报文没有源地址,且此连接此前没有其他报文。",
  },
};

type TimeAt = (now: Instant) => Frame["time"];

/** Time labels of answers: all of a second have the same. */
const createTimeLabels = (utcOffsetMinutes: number): TimeAt => {
  let second = Number.NaN;
  let label: Frame["time"] = null;
  return (now) => {
    // A hub whose clock was never set answers all the same: what matters to the device is that it is confirmed.
    const at = Math.floor(Math.min(Math.max(now, LABEL_FROM), LABEL_UNTIL) / 1_000);
    if (at !== second) {
      second = at;
      label = gb26875.timeLabelOf(at * 1_000, utcOffsetMinutes);
    }
    return label;
  };
};

const openFrame = (
  bytes: Uint8Array,
  receivedAt: Instant,
  utcOffsetMinutes: number,
  timeAt: TimeAt,
  context: Context,
  heardAs: string | null,
): OpenedFrame => {
  const decoded = gb26875.decodeFrame(bytes, context);
  if (!decoded.ok)
    return {
      kind: "broken",
      error: { ...decoded.error } as JsonObject,
      // Heartbeats of dialects may be shorter than a head: nothing to answer by.
      deny: (now) =>
        bytes.length < PACKET_MIN
          ? null
          : gb26875.encodeFrame(gb26875.denyBroken(bytes, timeAt(now), context), context),
    };
  const frame = decoded.value;
  const due = gb26875.dueOf(frame, context);
  // What its answers are made of: the frame itself need not be kept until it is durable.
  const confirming = gb26875.confirm(frame, null, context);
  const confirmed = (now: Instant): Uint8Array => gb26875.encodeFrame({ ...confirming, time: timeAt(now) }, context);
  const denied = (now: Instant): Uint8Array =>
    gb26875.encodeFrame({ ...confirming, command: deny.code, message: NO_DATA, time: timeAt(now) }, context);
  // A heartbeat of a dialect has no head: it is of who spoke before, and nobody's without one.
  const isHeadless = context.dialect !== undefined && (frame.source === null || frame.source === 0);
  const wireAddress = isHeadless ? heardAs : String(frame.source);
  if (wireAddress === null)
    return { kind: "broken", error: noAddress, deny: (now) => (due === "confirm" ? confirmed(now) : null) };
  // Table 2: confirm, reply and deny are answers, and nothing is answered to them.
  if (frame.command === confirm.code || frame.command === deny.code) return { kind: "answer", wireAddress };
  return {
    kind: "message",
    wireAddress,
    serial: frame.serial,
    // A hub has nothing to reply with: a request from a device is denied.
    answer: due === "reply" ? "deny" : due,
    isReply: frame.command === reply.code,
    events: gb26875.normalise(frame, { ...context, receivedAt, utcOffsetMinutes }),
    confirm: confirmed,
    deny: denied,
  };
};
