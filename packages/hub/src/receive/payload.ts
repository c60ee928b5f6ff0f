import type { ModelEvent } from "@dianan/model";
import { conditionEvent, diagnostic, readingEvent } from "../core/said-event.ts";
import type { PushFault, ReceiverPayload } from "../ports/receivers.ts";
import { bytesOfBase64 } from "./onenet-crypto.ts";
import { isMissing, isObject, type MessagePart, memberAt } from "./platform-message.ts";

const fault = (code: string, path: string, zh: string, en: string): PushFault => ({ code, path, message: { zh, en } });

/** A frame as text: hex may be in upper or lower case with spaces; in base64 a `+` may have become a space. */
const bytesOf = (encoding: "base64" | "hex", text: string): Buffer | null => {
  if (encoding === "base64") return bytesOfBase64(text.trim());
  const hex = text.replace(/\s+/g, "");
  return hex.length > 0 && hex.length % 2 === 0 && /^[0-9A-Fa-f]+$/.test(hex) ? Buffer.from(hex, "hex") : null;
};

/** Longest frame text that is looked at. Characters. */
const FRAME_TEXT_MAX = 16 * 1024;

export type FramesRead = {
  readonly frames: readonly { readonly bytes: Buffer; readonly path: string }[];
  readonly faults: readonly PushFault[];
};

/** The frames in what a device reported (报文). */
export const framesIn = (
  { member = "", encoding = "base64" }: ReceiverPayload,
  parts: readonly MessagePart[],
): FramesRead => {
  const frames: FramesRead["frames"][number][] = [];
  const faults: PushFault[] = [];
  for (const part of parts) {
    const value = memberAt(part.data, member);
    const path = `${part.path}${member}`;
    // A push of other properties than the frame is no fault of the device.
    if (isMissing(value)) continue;
    const bytes = typeof value === "string" && value.length <= FRAME_TEXT_MAX ? bytesOf(encoding, value) : null;
    if (bytes !== null) frames.push({ bytes, path });
    else faults.push(fault("not-text", path, `不是 ${encoding} 文本`, `It is not ${encoding} text.`));
  }
  const isNothing = frames.length === 0 && faults.length === 0;
  return {
    frames,
    faults: isNothing
      ? [fault("no-frame", member, `推送中没有 ${member} 成员`, `Nothing in the push has the member ${member}.`)]
      : faults,
  };
};

const numberOf = (value: unknown): number | null => {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || !/^\s*[+-]?[0-9]+(\.[0-9]+)?\s*$/.test(value)) return null;
  return Number(value);
};

/**
 * Values and alarms in what a device reported. Missing values are none; what is no number is told to who integrates the device and
 * is no reason to lose what is beside it.
 */
export const eventsIn = (
  { readings = [], conditions = [] }: ReceiverPayload,
  parts: readonly MessagePart[],
): readonly ModelEvent[] =>
  parts.flatMap(({ data, at }) => {
    if (!isObject(data)) return [];
    const alarms = conditions.flatMap(({ member, type, raisedBy, component }) => {
      const value = memberAt(data, member);
      if (isMissing(value)) return [];
      const present = raisedBy.some((one) => one === value);
      return [conditionEvent({ component, type, present, at })];
    });
    const values = readings.flatMap(({ member, quantity, component, factor = 1 }) => {
      const given = memberAt(data, member);
      if (isMissing(given)) return [];
      const value = numberOf(given);
      if (value === null) return [diagnostic("not-a-number", `${member}: 不是数值 it is not a number`)];
      return [readingEvent({ component, quantity, value: value * factor, at })];
    });
    return [...alarms, ...values];
  });
