// A hub with a door for CoAP, and what tests of it need: the client of npm, datagrams by hand, a relay that loses them, libcoap.
import { spawnSync } from "node:child_process";
import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { Agent, type IncomingMessage, request, updateTiming } from "coap";
import { generate, type Packet, type ParsedPacket, parse } from "coap-packet";
import { type MqttHub, startMqttHub } from "./mqtt-fixture.ts";

export { frame, runTool, until } from "./mqtt-fixture.ts";

export const coapDoor = { protocol: "coap", host: "127.0.0.1", port: 0 };
export const startCoapHub = (more: Parameters<typeof startMqttHub>[0] = {}): Promise<MqttHub> =>
  startMqttHub({ doors: [coapDoor], ...more });

/** Quicker than on a narrow band, or tests of loss would take minutes. */
updateTiming({ ackTimeout: 0.3, ackRandomFactor: 1.2, maxRetransmit: 5, maxLatency: 2 });

export type Said = { readonly code: string; readonly payload: Buffer };
export type CoapAsk = {
  readonly method?: "GET" | "POST" | "PUT";
  /** Empty: none. */ readonly key?: string;
  readonly payload?: Buffer | string;
  readonly contentFormat?: number;
  readonly isConfirmable?: boolean;
  /** Sends the body in blocks: 2^(n + 4) bytes. */ readonly blockExponent?: number;
  readonly option?: readonly [string, Buffer];
};

/** A client of npm on one socket of its own. */
export type CoapClient = { ask(path: string, what?: CoapAsk): Promise<Said>; end(): void };

/** @param port - where the hub listens, looked at for each request */
export const openClient = (port: () => number): CoapClient => {
  const agent = new Agent({ type: "udp4" });
  return {
    ask: (path, what = {}) =>
      new Promise((resolve, reject) => {
        const { method = "POST", key = "", payload, contentFormat, isConfirmable = true, blockExponent, option } = what;
        const asked = request({
          ...{ hostname: "127.0.0.1", port: port(), method, pathname: path, agent, confirmable: isConfirmable },
          ...(key === "" ? {} : { query: `k=${key}` }),
        });
        if (contentFormat !== undefined) asked.setOption("Content-Format", Buffer.from([contentFormat]));
        if (blockExponent !== undefined) asked.setOption("Block1", Buffer.from([blockExponent]));
        if (option !== undefined) asked.setOption(option[0] as "ETag", option[1]);
        asked.on("response", (response: IncomingMessage) =>
          resolve({ code: response.code, payload: Buffer.from(response.payload) }),
        );
        asked.on("error", reject);
        asked.on("timeout", () => reject(new Error("timeout")));
        asked.end(payload === undefined ? undefined : Buffer.from(payload));
      }),
    end: () => agent.close(),
  };
};

/** A peer that sends datagrams as they are. */
export type RawPeer = {
  readonly port: number;
  readonly heard: Buffer[];
  send(bytes: Uint8Array): void;
  /** Resolves with the n-th datagram that came, from 0. */ got(
    n: number,
  ): Promise<ParsedPacket & { readonly bytes: Buffer }>;
  end(): void;
};

export const openRaw = async (port: number): Promise<RawPeer> => {
  const socket = createSocket("udp4");
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", () => resolve()));
  const heard: Buffer[] = [];
  const waiting: (() => void)[] = [];
  socket.on("message", (bytes) => {
    heard.push(bytes);
    for (const wake of waiting.splice(0)) wake();
  });
  return {
    ...{ port: socket.address().port, heard },
    send: (bytes) => socket.send(bytes, port, "127.0.0.1"),
    got: async (n) => {
      while (heard.length <= n) await new Promise<void>((resolve) => waiting.push(resolve));
      const bytes = heard[n] ?? Buffer.alloc(0);
      return { ...parse(bytes), bytes };
    },
    end: () => socket.close(),
  };
};

export const datagram = (
  method: "GET" | "POST",
  path: string,
  messageId: number,
  more: { readonly key?: string; readonly payload?: Uint8Array; readonly options?: Packet["options"] } & Omit<
    Packet,
    "options" | "payload"
  > = {},
): Buffer => {
  const { key, payload, options = [], ...packet } = more;
  return generate(
    {
      ...{ code: method, confirmable: true, messageId, token: Buffer.from([1, 2]), ...packet },
      ...(payload === undefined ? {} : { payload: Buffer.from(payload) }),
      options: [
        ...path.split("/").map((part) => ({ name: "Uri-Path" as const, value: Buffer.from(part) })),
        ...(key === undefined ? [] : [{ name: "Uri-Query" as const, value: Buffer.from(`k=${key}`) }]),
        ...options,
      ],
    },
    2_000,
  );
};

/** A way between devices and the hub that loses, repeats and reorders datagrams of both directions, by a seed. */
export type Relay = {
  readonly port: number;
  readonly counts: { passed: number; lost: number; repeated: number; late: number };
  end(): void;
};

export const openRelay = async (to: () => number, seed: number, badness: number): Promise<Relay> => {
  const counts = { passed: 0, lost: 0, repeated: 0, late: 0 };
  let state = seed;
  // A generator of Park and Miller: the same seed loses the same.
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const outer = createSocket("udp4");
  const inner = new Map<string, Socket>();
  let isOver = false;
  const pass = (send: () => void): void => {
    if (random() < badness) {
      counts.lost += 1;
      return;
    }
    counts.passed += 1;
    const copies = random() < badness ? 2 : 1;
    counts.repeated += copies - 1;
    for (let n = 0; n < copies; n += 1) {
      const isLate = random() < badness;
      counts.late += Number(isLate);
      setTimeout(() => !isOver && send(), isLate ? random() * 300 : 0);
    }
  };
  const towards = (from: RemoteInfo): Socket => {
    const key = `${from.address}:${from.port}`;
    const known = inner.get(key);
    if (known) return known;
    const socket = createSocket("udp4");
    socket.on("message", (bytes) => pass(() => outer.send(bytes, from.port, from.address)));
    inner.set(key, socket);
    return socket;
  };
  outer.on("message", (bytes, from) => {
    const socket = towards(from);
    pass(() => socket.send(bytes, to(), "127.0.0.1"));
  });
  await new Promise<void>((resolve) => outer.bind(0, "127.0.0.1", () => resolve()));
  return {
    ...{ port: outer.address().port, counts },
    end: () => {
      isOver = true;
      for (const socket of [outer, ...inner.values()]) socket.close();
    },
  };
};

/** Debian's libcoap, on this machine. */
export const libcoap = ["coap-client-notls", "coap-client"].find((tool) => spawnSync(tool, ["-h"]).error === undefined);
/** In CI it must be there: a test that is skipped proves nothing. */
export const isLibcoapRequired = process.env.DIANAN_REQUIRE_LIBCOAP === "1";
