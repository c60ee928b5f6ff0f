import { connect } from "node:net";
import { type Frame, gb26875, type Message } from "@dianan/codec";
import { DeviceError } from "./device-error.ts";
import { newSender, type SenderInput, type SenderState, senderDueAt, stepSender } from "./sender.ts";

/** The device's end of a connection: what it needs of a TCP socket. */
export type DeviceSocket = {
  readonly destroyed: boolean;
  write(bytes: Uint8Array): unknown;
  /** Closes once what was written is sent. */ end(): unknown;
  destroy(): unknown;
  on(event: "connect" | "error" | "close", listener: () => void): unknown;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  once(event: "close", listener: () => void): unknown;
};

/** Where a device connects, as whom, and how it waits. Durations are milliseconds. */
export type DeviceOptions = {
  readonly host: string;
  readonly port: number;
  /** Local IP address to connect from; the system chooses when it is left out. */ readonly localAddress?: string;
  /** This device's source address (源地址), 48 bits. */ readonly address: number;
  /** The platform's address (目的地址), 48 bits; 0 by default. */ readonly platformAddress?: number;
  /** Milliseconds UTC. */ readonly clock?: () => number;
  /** 0 up to 1, for the jitter of reconnects. */ readonly random?: () => number;
  /** Opens the connection in place of TCP to `host` and `port`; `connect`, or `close` alone, follows. */
  readonly dial?: () => DeviceSocket;
  /** Runs something once after milliseconds and returns its cancellation, in place of the system's timers. */
  readonly timer?: (run: () => void, ms: number) => () => void;
  /** 10 s by the standard. Milliseconds. */ readonly resendAfterMs?: number;
  /** 3 by the standard. */ readonly resends?: number;
  /** Exchanges at once, 1 by default. */ readonly window?: number;
  /** First and longest pause before connecting again; it doubles until the platform has spoken. Milliseconds. */
  readonly reconnectMs?: readonly [first: number, longest: number];
  /** Zone of the device's clock. Minutes. */ readonly utcOffsetMinutes?: number;
  /** The centre asks whether someone is there (查岗); the answer is due within so many minutes. */
  readonly onDutyCheck?: (timeoutMinutes: number) => void;
  /**
   * Whatever else the centre asks for or orders (读, 初始化): the message to reply with, or how to answer; `silence`: not at all. A
   * device without it denies.
   */
  readonly onAsked?: (message: Message) => Message | "confirm" | "deny" | "silence";
  /** The link came up or went down. */ readonly onLink?: (up: boolean) => void;
};

/** A device that talks to a platform. */
export type Device = {
  /** Resolves once the platform has confirmed; rejects with a {@link DeviceError}. */ send(
    message: Message,
  ): Promise<void>;
  /** What the platform's clock commands have moved this device's clock by. Milliseconds. */ readonly clockOffsetMs: number;
  readonly linkUp: boolean;
  /** Transmissions so far, resends included. */ readonly transmissions: number;
  /** Ends the link; what is not confirmed rejects with `closed`. */ close(): Promise<void>;
};

type Pending = {
  readonly message: Message;
  bytes: Uint8Array | null;
  readonly resolve: () => void;
  readonly reject: (error: DeviceError) => void;
};

const realTimer = (run: () => void, ms: number): (() => void) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};

/** Messages that may wait for their turn. */
const WAITING_MAX = 1_000;
const { control, sendData, request, confirm, deny } = gb26875.commands;

/** Connects to a platform and behaves as a user information transmission device (用户信息传输装置): GB/T 26875.3-2011 §6. */
export const openDevice = (options: DeviceOptions): Device => {
  const clock = options.clock ?? Date.now;
  const random = options.random ?? Math.random;
  const timer = options.timer ?? realTimer;
  const [firstPauseMs, longestPauseMs] = options.reconnectMs ?? [500, 30_000];
  const zone = options.utcOffsetMinutes ?? 480;
  const rules = {
    resendAfterMs: options.resendAfterMs ?? 10_000,
    resends: options.resends ?? 3,
    window: options.window ?? 1,
  };
  const pending = new Map<number, Pending>();
  let sender: SenderState = newSender;
  let socket: DeviceSocket | null = null;
  let carry: Uint8Array = new Uint8Array(0);
  let nextId = 0;
  let pauseMs = firstPauseMs;
  let closed = false;
  let clockOffsetMs = 0;
  let transmissions = 0;
  let stopWake = (): void => {};
  let stopReconnect = (): void => {};

  const label = (): Frame["time"] => gb26875.timeLabelOf(clock() + clockOffsetMs, zone);
  const frameOf = (serial: number, message: Message): Frame => ({
    serial,
    version: { main: 1, user: 1 },
    time: label(),
    source: options.address,
    destination: options.platformAddress ?? 0,
    command: sendData.code,
    message,
  });

  const take = (input: SenderInput): void => {
    const step = stepSender(sender, input, rules);
    sender = step.state;
    for (const effect of step.effects) {
      const one = pending.get(effect.id);
      if (!one) continue;
      if (effect.kind === "transmit") {
        // A resend is the same packet, byte for byte: that is how the platform knows it.
        one.bytes ??= gb26875.encodeFrame(frameOf(effect.serial, one.message));
        transmissions += 1;
        socket?.write(one.bytes);
        continue;
      }
      pending.delete(effect.id);
      if (effect.outcome === "confirmed") one.resolve();
      else one.reject(new DeviceError(effect.outcome, `device ${options.address}: message was ${effect.outcome}`));
    }
    plan();
  };

  const plan = (): void => {
    stopWake();
    const due = senderDueAt(sender);
    if (due !== null && !closed)
      stopWake = timer(() => take({ kind: "tick", at: clock() }), Math.max(1, due - clock()));
  };

  const obey = (frame: Frame): void => {
    const answer = (make: typeof gb26875.confirm): void => {
      socket?.write(gb26875.encodeFrame(make(frame, label())));
    };
    switch (frame.message.kind) {
      case "setClock": {
        const at = gb26875.instantOf(frame.message.time, zone);
        if (at !== null) clockOffsetMs = at - clock();
        answer(at === null ? gb26875.deny : gb26875.confirm);
        return;
      }
      case "dutyCheck":
        answer(gb26875.confirm);
        options.onDutyCheck?.(frame.message.timeoutMinutes);
        return;
      default: {
        const said = options.onAsked?.(frame.message) ?? "deny";
        if (said === "silence") return;
        if (typeof said === "string") answer(said === "confirm" ? gb26875.confirm : gb26875.deny);
        else socket?.write(gb26875.encodeFrame(gb26875.reply(frame, label(), said)));
      }
    }
  };

  const hear = (chunk: Uint8Array): void => {
    const cut = gb26875.cutFrames(carry, chunk);
    carry = cut.carry;
    for (const bytes of cut.frames) {
      const frame = gb26875.decodeFrame(bytes, { direction: "down" });
      // An answer that does not decode is no answer: the resend takes care of it.
      if (!frame.ok) continue;
      // A platform that takes connections and ends them is not pressed: pauses grow until it has spoken.
      pauseMs = firstPauseMs;
      const { command, serial } = frame.value;
      if (command === confirm.code) take({ kind: "answer", answer: "confirm", serial, at: clock() });
      else if (command === deny.code) take({ kind: "answer", answer: "deny", serial, at: clock() });
      else if (command === control.code || command === request.code) obey(frame.value);
    }
  };

  const overTcp = (): DeviceSocket => {
    const { host, port, localAddress } = options;
    return connect({ host, port, noDelay: true, ...(localAddress === undefined ? {} : { localAddress }) });
  };
  const dial = options.dial ?? overTcp;
  const open = (): void => {
    const own = dial();
    socket = own;
    carry = new Uint8Array(0);
    own.on("connect", () => {
      options.onLink?.(true);
      take({ kind: "linkUp", at: clock() });
    });
    own.on("data", hear);
    // `close` follows every error and says all there is to say.
    own.on("error", () => {});
    own.on("close", () => {
      const wasUp = sender.linkUp;
      if (socket === own) socket = null;
      take({ kind: "linkDown", at: clock() });
      if (wasUp) options.onLink?.(false);
      if (closed) return;
      stopReconnect = timer(open, pauseMs * (0.5 + random() / 2));
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  };
  open();

  return {
    send: (message) =>
      new Promise((resolve, reject) => {
        if (closed) throw new DeviceError("closed", `device ${options.address} is closed`);
        if (sender.waiting.length >= WAITING_MAX)
          throw new DeviceError("full", `device ${options.address}: ${WAITING_MAX} messages wait already`);
        // Refuses at once what no packet can carry.
        gb26875.encodeFrame(frameOf(0, message));
        const id = nextId++;
        pending.set(id, { message, bytes: null, resolve, reject });
        take({ kind: "send", id, at: clock() });
      }),
    get clockOffsetMs() {
      return clockOffsetMs;
    },
    get linkUp() {
      return sender.linkUp;
    },
    get transmissions() {
      return transmissions;
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
        if (last === null || last.destroyed) {
          resolve();
          return;
        }
        const stopForce = timer(() => last.destroy(), 1_000);
        last.once("close", () => {
          stopForce();
          resolve();
        });
        last.end();
      }),
  };
};
