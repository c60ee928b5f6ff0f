import { connect } from "node:net";
import { type Content, type DiananFrame, dianan, type Hmac } from "@dianan/codec";
import type { DeviceSocket } from "./device.ts";
import { DeviceError } from "./device-error.ts";
import { type Outcome, obey } from "./dianan-commands.ts";
import { dueOf, nextDueAt, sentAgain, type Unconfirmed } from "./dianan-sender.ts";

/** Where a device of the open protocol connects, as whom, and how it waits. Durations are milliseconds. */
export type DiananDeviceOptions = {
  readonly host: string;
  readonly port: number;
  /** 48 bits. */ readonly address: number;
  /** HMAC-SHA-256 with the device's key (§6); null: frames are not secured. */ readonly hmac?: Hmac | null;
  /** Sent after every start: identity, upload period (§4.5, §4.6). */ readonly introduction: readonly Content[];
  /** The last counter used; it only rises, over restarts too (§5.2). */ readonly counter?: number;
  /** Keeps the counter where a restart finds it. */ readonly onCounter?: (counter: number) => void;
  /** Commands 67 to 72 of frames that are not secured are obeyed: the owner allows it (§4.10). */
  readonly obeysUnsecured?: boolean;
  /** Carries out a command; the clock is set by the device itself. Absent: refused. */
  readonly onCommand?: (command: Content) => Outcome;
  readonly resendAfterMs?: number;
  readonly resends?: number;
  readonly longestPauseMs?: number;
  /** First and longest pause before connecting again; it doubles until the platform has answered. */
  readonly reconnectMs?: readonly [first: number, longest: number];
  readonly clock?: () => number;
  readonly random?: () => number;
  readonly dial?: () => DeviceSocket;
  readonly timer?: (run: () => void, ms: number) => () => void;
};

/** A device that talks to a platform by DianAn DP V1 over TCP. */
export type DiananDevice = {
  /** Sends records that are not asked to be confirmed; lost while the link is down. */ tell(
    records: readonly Content[],
  ): void;
  /** Sends records until they are confirmed; rejects with `denied` or `closed`. */ report(
    records: readonly Content[],
  ): Promise<void>;
  readonly clockOffsetMs: number;
  readonly linkUp: boolean;
  close(): Promise<void>;
};

type Pending = {
  readonly bytes: Uint8Array;
  readonly resolve: () => void;
  readonly reject: (error: DeviceError) => void;
};

const HOUR_MS = 3_600_000;
const { confirmations } = dianan;
const realTimer = (run: () => void, ms: number): (() => void) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};
const recordOf = (content: Content) => ({ content });

/** Connects to a platform and behaves as a device of the open protocol (电安开放设备协议): specs/device/dianan §5. */
export const openDiananDevice = (options: DiananDeviceOptions): DiananDevice => {
  const { clock = Date.now, random = Math.random, timer = realTimer, hmac = null } = options;
  const [firstPauseMs, longestPauseMs] = options.reconnectMs ?? [500, 30_000];
  const rules = {
    resendAfterMs: options.resendAfterMs ?? 10_000,
    resends: options.resends ?? 3,
    longestPauseMs: options.longestPauseMs ?? HOUR_MS,
  };
  const pending = new Map<number, Pending>();
  let waiting: readonly Unconfirmed[] = [];
  let counter = options.counter ?? 0;
  let lastDown: { readonly counter: number; readonly bytes: string } | null = null;
  let socket: DeviceSocket | null = null;
  let carry: Uint8Array = new Uint8Array(0);
  let pauseMs = firstPauseMs;
  let clockOffsetMs = 0;
  let [closed, linkUp] = [false, false];
  let stopWake = (): void => {};
  let stopReconnect = (): void => {};
  const now = (): number => clock() + clockOffsetMs;

  const bytesOf = (records: readonly Content[], confirmWanted: boolean): Uint8Array => {
    counter += 1;
    const frame: DiananFrame = {
      options: { secured: false, confirmWanted, down: false, reserved: 0 },
      ...{ device: options.address, counter, time: dianan.secondsOf(now()), records: records.map(recordOf), mac: null },
    };
    const bytes = hmac === null ? dianan.encodeFrame(frame) : dianan.sealFrame(frame, hmac);
    options.onCounter?.(counter);
    return bytes;
  };
  const tell = (records: readonly Content[]): void => void (linkUp && socket?.write(bytesOf(records, false)));

  const transmit = (one: Unconfirmed): Unconfirmed => {
    const bytes = pending.get(one.counter)?.bytes;
    // What is sent again is the same bytes.
    if (bytes !== undefined) socket?.write(bytes);
    return sentAgain(one, clock(), rules);
  };
  const plan = (): void => {
    stopWake();
    const due = nextDueAt(waiting);
    if (due !== null && !closed) stopWake = timer(wake, Math.max(1, due - clock()));
  };
  const wake = (): void => {
    const due = dueOf(waiting, clock());
    waiting = waiting.map((one) => (due.includes(one) ? transmit(one) : one));
    plan();
  };
  const report = (records: readonly Content[]): Promise<void> =>
    new Promise((resolve, reject) => {
      if (closed) throw new DeviceError("closed", `device ${options.address} is closed`);
      const bytes = bytesOf(records, true);
      pending.set(counter, { bytes, resolve, reject });
      const one: Unconfirmed = { counter, transmissions: 0, dueAt: null };
      waiting = [...waiting, linkUp ? transmit(one) : one];
      plan();
    });

  const confirmed = (which: number, outcome: number): void => {
    const one = pending.get(which);
    // Broken and busy mean: send it again, in its time.
    if (one === undefined || outcome === confirmations.broken.code || outcome === confirmations.busy.code) return;
    pending.delete(which);
    waiting = waiting.filter((each) => each.counter !== which);
    if (outcome === confirmations.stored.code || outcome === confirmations.unknownDevice.code) one.resolve();
    else one.reject(new DeviceError("denied", `device ${options.address}: frame ${which} was refused with ${outcome}`));
    plan();
  };

  /** How a frame of the platform stands: its code is looked at first, then its counter (§6). */
  const standing = (frame: DiananFrame, bytes: Uint8Array): "fresh" | "repeat" | "stale" | "notAuthentic" => {
    if (!frame.options.secured || hmac === null) return frame.options.secured ? "notAuthentic" : "fresh";
    if (!dianan.isAuthentic(bytes, hmac)) return "notAuthentic";
    const freshness = dianan.freshnessOf(frame.counter, lastDown?.counter ?? null);
    const text = bytes.join();
    if (freshness === "repeat") return lastDown?.bytes === text ? "repeat" : "stale";
    if (freshness === "fresh") lastDown = { counter: frame.counter, bytes: text };
    return freshness;
  };
  const take = (bytes: Uint8Array): void => {
    const decoded = dianan.decodeFrame(bytes);
    if (!decoded.ok || !decoded.value.options.down || decoded.value.device !== options.address) return;
    const frame = decoded.value;
    const how = standing(frame, bytes);
    const contents = frame.records.map(({ content }) => content);
    const isTaken = how === "fresh" || how === "repeat";
    pauseMs = isTaken ? firstPauseMs : pauseMs;
    if (isTaken)
      for (const content of contents) if (content.kind === "confirm") confirmed(content.counter, content.outcome);
    if (frame.options.confirmWanted) {
      const outcome = confirmations[isTaken ? "stored" : how].code;
      tell([{ kind: "confirm", counter: frame.counter, outcome, unparsed: new Uint8Array(0) }]);
    }
    if (how !== "fresh") return;
    const isAllowed = frame.options.secured || options.obeysUnsecured === true;
    const { results, setClockTo } = obey(frame, {
      isAllowed,
      seconds: dianan.secondsOf(now()),
      act: options.onCommand,
    });
    if (setClockTo !== null) clockOffsetMs = setClockTo - clock();
    if (results.length > 0) tell(results);
  };
  const hear = (chunk: Uint8Array): void => {
    const cut = dianan.cutFrames(carry, chunk);
    carry = cut.carry;
    for (const bytes of cut.frames) take(bytes);
  };

  const dial = options.dial ?? (() => connect({ host: options.host, port: options.port, noDelay: true }));
  const open = (): void => {
    const own = dial();
    socket = own;
    carry = new Uint8Array(0);
    own.on("connect", () => {
      linkUp = true;
      waiting = waiting.map(transmit);
      plan();
    });
    own.on("data", hear);
    // `close` follows every error and says all there is to say.
    own.on("error", () => {});
    own.on("close", () => {
      if (socket === own) socket = null;
      linkUp = false;
      waiting = waiting.map((one) => ({ ...one, dueAt: null }));
      stopWake();
      if (closed) return;
      stopReconnect = timer(open, pauseMs * (0.5 + random() / 2));
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  };
  report(options.introduction).catch(() => {});
  open();

  return {
    tell,
    report,
    get clockOffsetMs() {
      return clockOffsetMs;
    },
    get linkUp() {
      return linkUp;
    },
    close: () =>
      new Promise((resolve) => {
        closed = true;
        stopWake();
        stopReconnect();
        for (const one of pending.values())
          one.reject(new DeviceError("closed", `device ${options.address} was closed`));
        pending.clear();
        const last = socket;
        if (last === null || last.destroyed) return resolve();
        const stopForce = timer(() => last.destroy(), 1_000);
        last.once("close", () => {
          stopForce();
          resolve();
        });
        last.end();
      }),
  };
};
