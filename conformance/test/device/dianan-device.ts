import { createHmac } from "node:crypto";
import { type DiananFrame, dianan, type Hmac } from "@dianan/codec";
import { type DiananTwist, longPeriod, startKitDiananDevice } from "../../src/loop/dianan-device.ts";
import { mistaken } from "./device.ts";

export const RESEND_MS = 120;
export const KEY = new TextEncoder().encode("0123456789abcdef0123456789abcdef");
const NONE = new Uint8Array(0);

export const hmac: Hmac = (bytes) => createHmac("sha256", KEY).update(bytes).digest();

/** What a wrong device of the open protocol does otherwise. */
export type DiananMutant = DiananTwist & {
  readonly mistake: string;
  readonly caughtBy: string;
  /** Bytes of one frame that leaves; null: it stays. */ readonly out?: () => (bytes: Uint8Array) => Uint8Array | null;
  readonly into?: () => (bytes: Uint8Array) => Uint8Array | null;
  readonly isPlain?: boolean;
};

export { longPeriod };

/** The same frame changed, with the code and the check value that it should have. */
export const rewritten = (bytes: Uint8Array, change: (frame: DiananFrame) => DiananFrame): Uint8Array => {
  const decoded = dianan.decodeFrame(bytes);
  if (!decoded.ok) return bytes;
  const frame = change(decoded.value);
  if (frame === decoded.value) return bytes;
  const plain = { ...frame, mac: null, options: { ...frame.options, secured: false } };
  return frame.options.secured ? dianan.sealFrame(plain, hmac) : dianan.encodeFrame(plain);
};

/** The kit's own device, or a wrong one. */
export const startDiananDevice = (port: number, mutant: DiananMutant | null = null) =>
  startKitDiananDevice(port, mutant?.isPlain === true ? null : hmac, RESEND_MS, {
    ...mutant,
    options: { ...(mutant === null ? {} : { dial: () => mistakenDial(port, mutant) }), ...mutant?.options },
  });

/** A socket through which one mistake goes, frame by frame on the way out. */
const mistakenDial = (port: number, { out, into }: DiananMutant): ReturnType<typeof mistaken> => {
  const leave = out?.();
  const enter = into?.();
  return mistaken(port, {
    ...(leave === undefined ? {} : { out: () => (bytes) => leave(bytes) ?? NONE }),
    ...(enter === undefined ? {} : { into: () => (bytes) => enter(bytes) }),
  });
};
