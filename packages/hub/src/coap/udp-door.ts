import { createSocket, type RemoteInfo } from "node:dgram";
import { isIPv6 } from "node:net";
import { createRates } from "./bounded.ts";
import type { CoapDeps } from "./coap-deps.ts";
import { createExchanges, type Exchange } from "./exchanges.ts";
import { type CoapRequest, emptyMessage, type Part, readDatagram, writeAnswer } from "./message.ts";
import { createCoapServer } from "./server.ts";

/** A door for devices that come by datagrams. */
export type UdpDoor = {
  readonly port: number;
  /** Sends again what was not acked, forgets what is over. Once a second. */ sweep(): void;
  /** Takes no more; answers can still be sent. */ stop(): void;
  /** Sends the answers that are on their way and closes. */ close(): Promise<void>;
};

/** Datagrams of one source. Cellular devices share addresses behind NAT, as connections do (SEC-DEV-09). */
const SOURCE_RATE = { perSecond: 200, burst: 2_000 };
/** Requests that wait for their answer, over all devices: above it nothing is said, and the device sends again. */
const PENDING_MAX = 2_048;
/** RFC 7252 §5.2.2: before the device sends again, after 2 to 3 s, it is told that its message is here. */
const ACK_AFTER_MS = 1_000;
/** Longest datagram that is looked at. */
const DATAGRAM_MAX = 2_048;
/** What is on its way may take this long to leave when the door closes. */
const CLOSE_MS = 1_000;

/**
 * Opens a door of CoAP over UDP (RFC 7252): repeats are told by address and message id, an answer leaves in the ack when what was sent is
 * stored in time, else as a message of its own. An answer means: durable. Rejects with Node's error, such as `code: "EADDRINUSE"`.
 */
export const openCoapDoor = async (
  deps: CoapDeps,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<UdpDoor> => {
  const { figures, limits, now, log } = deps;
  const server = createCoapServer(deps);
  const exchanges = createExchanges(now, Math.random);
  const sources = createRates(SOURCE_RATE, () => limits.requestRateFactor, now);
  const pending = new Set<Promise<void>>();
  let isStopped = false;
  let isClosed = false;
  const socket = createSocket(isIPv6(host) ? "udp6" : "udp4");

  const sendTo =
    ({ address, port: to }: RemoteInfo) =>
    (bytes: Uint8Array): void => {
      // A datagram that does not leave is one that was lost on the way.
      if (!isClosed) socket.send(bytes, to, address, () => {});
    };

  /** What was said is kept: it answers the same message again. */
  const say = (exchange: Exchange, bytes: Uint8Array, send: (bytes: Uint8Array) => void): void => {
    exchange.said = bytes;
    send(bytes);
  };

  const request = async (message: CoapRequest, from: RemoteInfo, exchange: Exchange): Promise<void> => {
    const { messageId, isConfirmable, token } = message;
    const peer = `${from.address}:${from.port}`;
    const send = sendTo(from);
    let isAcked = false;
    const timer = setTimeout(() => {
      if (!isConfirmable) return;
      isAcked = true;
      say(exchange, emptyMessage("ack", messageId), send);
    }, ACK_AFTER_MS);
    const answer: Part = await server.answer(message, peer);
    clearTimeout(timer);
    figures.add(answer.code.startsWith("2.") ? "coapAnsweredTotal" : "coapRefusedTotal");
    if (!isConfirmable) return say(exchange, writeAnswer("non", exchanges.nextId(), token, answer), send);
    if (!isAcked) return say(exchange, writeAnswer("ack", messageId, token, answer), send);
    const own = exchanges.nextId();
    figures.add("coapSeparateTotal");
    if (!exchanges.sendUntilAcked(peer, own, writeAnswer("confirmable", own, token, answer), send))
      send(writeAnswer("non", own, token, answer));
  };

  const take = (datagram: Buffer, from: RemoteInfo) => {
    if (isStopped) return;
    figures.add("coapDatagramsTotal");
    if (!sources.take(from.address)) return figures.add("coapShedTotal");
    const message = datagram.length > DATAGRAM_MAX ? null : readDatagram(datagram);
    if (message === null) return figures.add("coapMalformedTotal");
    const { kind, messageId, isConfirmable } = message;
    const send = sendTo(from);
    const peer = `${from.address}:${from.port}`;
    if (kind === "settled") return exchanges.settled(peer, messageId);
    if (kind !== "request") {
      if (kind === "malformed") figures.add("coapMalformedTotal");
      // RFC 7252 §4.2: rejected with a reset, a ping too; what is not confirmable is ignored.
      if (isConfirmable) send(emptyMessage("reset", messageId));
      return;
    }
    const { exchange, isRepeat } = exchanges.open(peer, messageId, datagram);
    if (isRepeat) {
      figures.add("coapRepeatsTotal");
      // Without an answer yet it will come by itself.
      if (exchange.said !== null) send(exchange.said);
      return;
    }
    if (pending.size >= PENDING_MAX) {
      exchanges.forget(peer, messageId);
      return figures.add("coapShedTotal");
    }
    const work = request(message, from, exchange).catch((error: unknown) => log(`coap ${peer}: ${String(error)}`));
    pending.add(work);
    void work.then(() => pending.delete(work));
  };

  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind({ address: host, port }, () => {
      socket.off("error", reject);
      resolve();
    });
  });
  socket.on("error", (error) => log(`coap door: ${error.message}`));
  socket.on("message", (datagram, from) => {
    try {
      take(datagram, from);
    } catch (error) {
      log(
        `coap ${from.address}:${from.port}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  });

  return {
    port: socket.address().port,
    sweep: () => {
      const at = now();
      const given = exchanges.sweep(at);
      if (given > 0) figures.add("coapUnackedTotal", given);
      server.sweep(at);
      sources.sweep(at);
    },
    stop: () => {
      isStopped = true;
    },
    close: async () => {
      isStopped = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_MS)));
      await Promise.race([Promise.all(pending), late]);
      clearTimeout(timer);
      if (isClosed) return;
      // Behind the answers that were handed to the system.
      await new Promise<void>((resolve) => setImmediate(resolve));
      isClosed = true;
      await new Promise<void>((resolve) => socket.close(() => resolve()));
    },
  };
};
