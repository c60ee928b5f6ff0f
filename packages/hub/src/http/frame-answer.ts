import { type Protocol, protocols, treeOf } from "@dianan/codec";
import { showEvent } from "@dianan/profile";
import { offsetTime } from "../core/offset-time.ts";
import type { FrameRow, UndecodableRow } from "../ports/evidence.ts";

/** Bounds of one answer, as the document has them. */
const FIELDS_MAX = 5_000;
const EVENTS_MAX = 500;

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** A frame as evidence (原始报文). Of refused bytes nobody can say whose they are. */
export const frameAnswer = (frame: FrameRow | UndecodableRow, utcOffsetMinutes: number) => ({
  id: frame.id,
  protocol: frame.protocol,
  wireAddress: "wireAddress" in frame ? frame.wireAddress : null,
  deviceId: "deviceId" in frame ? frame.deviceId : null,
  receivedAt: offsetTime(frame.receivedAt, utcOffsetMinutes),
  remote: frame.remote,
  hex: hexOf(frame.bytes),
});

/** Of `gb26875.dahua` the protocol and the options of its dialect. */
const protocolOf = (id: string): { readonly protocol: Protocol<unknown>; readonly dialect: DialectContext } | null => {
  const [name = "", family] = id.split(".");
  if (!Object.hasOwn(protocols, name)) return null;
  const protocol = protocols[name as keyof typeof protocols] as Protocol<unknown>;
  if (family === undefined) return { protocol, dialect: {} };
  const known = protocol.dialects[family];
  return known === undefined ? null : { protocol, dialect: { dialect: known.options } };
};
type DialectContext = { readonly dialect?: Protocol<unknown>["dialects"][string]["options"] };

/** A frame from a device, field by field, and what became of it in the model's words; null when no protocol has this name. */
export const decodedAnswer = (frame: FrameRow | UndecodableRow, utcOffsetMinutes: number) => {
  const found = protocolOf(frame.protocol);
  if (found === null) return null;
  const { protocol, dialect } = found;
  const context = { direction: "up", ...dialect } as const;
  const result = protocol.decodeFrame(frame.bytes, context);
  const fields = treeOf(protocol, frame.bytes, context).slice(0, FIELDS_MAX);
  const told = result.ok
    ? protocol.normalise(result.value, { receivedAt: frame.receivedAt, utcOffsetMinutes, ...context })
    : [];
  return {
    frame: frameAnswer(frame, utcOffsetMinutes),
    verdict: result.ok ? "good" : "refused",
    fields: fields.map(({ path, offset, bytes, value, clause, zh, en }) => ({
      path,
      offset,
      length: bytes.length,
      value: value === "" ? null : value,
      clause: clause === "" ? null : clause,
      words: { zh, en },
    })),
    error: result.ok ? null : faultOf(result.error),
    events: told.slice(0, EVENTS_MAX).map(showEvent),
  };
};

/** Why bytes were refused, as the document has it. */
export const faultOf = (error: { readonly [member: string]: unknown }) => {
  const { code = "", offset = 0, path = "", clause = "", message } = error;
  // Rows of an earlier release have one text.
  const words = typeof message === "string" ? { zh: message, en: message } : message;
  return { code, offset, path, clause, ...(words === undefined ? {} : { message: words }) };
};
