import { createHmac } from "node:crypto";
import { type Content, type DiananFrame, dianan, type Hmac } from "@dianan/codec";
import { type DiananDevice, type DiananDeviceOptions, openDiananDevice } from "@dianan/device";
import { mistaken } from "./device.ts";

export const RESEND_MS = 120;
export const KEY = new TextEncoder().encode("0123456789abcdef0123456789abcdef");
const PERIOD_MS = 30;
const NONE = new Uint8Array(0);
const TYPE = 1;
const PLACE = 0x10;

export const hmac: Hmac = (bytes) => createHmac("sha256", KEY).update(bytes).digest();

/** What a wrong device of the open protocol does otherwise. */
export type DiananMutant = {
  readonly mistake: string;
  readonly caughtBy: string;
  readonly options?: Partial<DiananDeviceOptions>;
  /** Bytes of one frame that leaves; null: it stays. */ readonly out?: () => (bytes: Uint8Array) => Uint8Array | null;
  readonly into?: () => (bytes: Uint8Array) => Uint8Array | null;
  readonly place?: number;
  readonly testState?: number;
  /** Alarms that nobody confirms are given up, or not asked to be confirmed, or lost while away. */
  readonly alarms?: "told" | "lost-away";
  readonly forgetsCounter?: boolean;
  readonly isSilent?: boolean;
  readonly isPlain?: boolean;
};

const facts: Content = {
  kind: "identity",
  facts: [
    { what: 1, text: "1.0.3" },
    { what: 6, text: "示例电气" },
  ],
};
const period = (upload = 1): Content => ({ kind: "period", upload, silent: upload * 3, unparsed: NONE });
export const introduction: readonly Content[] = [facts, period()];
export const longPeriod: readonly Content[] = [facts, period(30_000)];
const readings: Content = {
  kind: "readings",
  series: [{ quantity: 1, place: PLACE, values: { width: 2, values: [123] } }],
} as Content;
const alarm = (state: number, place = PLACE): Content => ({
  ...{ kind: "alarm", type: TYPE, place, state, at: 0, value: 6890, threshold: 5000, unparsed: NONE },
});

/** The same frame changed, with the code and the check value that it should have. */
export const rewritten = (bytes: Uint8Array, change: (frame: DiananFrame) => DiananFrame): Uint8Array => {
  const decoded = dianan.decodeFrame(bytes);
  if (!decoded.ok) return bytes;
  const frame = change(decoded.value);
  if (frame === decoded.value) return bytes;
  const plain = { ...frame, mac: null, options: { ...frame.options, secured: false } };
  return frame.options.secured ? dianan.sealFrame(plain, hmac) : dianan.encodeFrame(plain);
};

/** The reference device of the open protocol with time compressed. */
export const startDiananDevice = (port: number, mutant: DiananMutant | null = null) => {
  let counter = 0;
  let device: DiananDevice;
  const raise = (place?: number, state = 1): void => {
    const records = [alarm(state, place)];
    if (mutant?.alarms === "told") device.tell(records);
    else if (mutant?.alarms !== "lost-away" || device.linkUp) device.report(records).catch(() => {});
  };
  const onCommand: DiananDeviceOptions["onCommand"] = (command) => {
    if (command.kind === "report") device.tell([readings]);
    if (command.kind === "act" && command.action === dianan.actions.selfTest.code) raise(PLACE, mutant?.testState ?? 2);
    return "done";
  };
  const open = (): DiananDevice =>
    openDiananDevice({
      ...{ host: "127.0.0.1", port, address: 889, hmac: mutant?.isPlain === true ? null : hmac, introduction },
      ...{ resendAfterMs: RESEND_MS, longestPauseMs: 2_000, reconnectMs: [20, 1_000] },
      ...{ counter: mutant?.forgetsCounter === true ? 0 : counter, onCommand },
      onCounter: (next) => {
        counter = next;
      },
      ...(mutant === null ? {} : { dial: () => mistakenDial(port, mutant) }),
      ...mutant?.options,
    });
  device = open();
  let isOpen = true;
  const beat = async (): Promise<void> => {
    while (isOpen) {
      if (mutant?.isSilent !== true || counter < 2) device.tell([readings]);
      await new Promise((resolve) => setTimeout(resolve, PERIOD_MS));
    }
  };
  const beating = beat();
  return {
    press: async (): Promise<void> => raise(),
    clear: async (): Promise<void> => raise(mutant?.place, 0),
    restart: async (): Promise<void> => {
      await device.close();
      device = open();
    },
    close: async (): Promise<void> => {
      isOpen = false;
      await device.close();
      await beating;
    },
  };
};

/** A socket through which one mistake goes, frame by frame on the way out. */
const mistakenDial = (port: number, { out, into }: DiananMutant): ReturnType<typeof mistaken> => {
  const leave = out?.();
  const enter = into?.();
  return mistaken(port, {
    ...(leave === undefined ? {} : { out: () => (bytes) => leave(bytes) ?? NONE }),
    ...(enter === undefined ? {} : { into: () => (bytes) => enter(bytes) }),
  });
};
