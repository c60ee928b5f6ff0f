import { createHash } from "node:crypto";
import { createBoundedMap } from "./bounded.ts";

/** RFC 7252 §4.8.2: how long a message id means the same message. Milliseconds. */
const LIFETIME_MS = 247_000;
/** Messages that are remembered. Above it the oldest are taken again, and told as repeats by what they say. */
const EXCHANGES_MAX = 20_000;
/** Answers of ours that wait for their ack, over all devices. */
const SEPARATE_MAX = 1_024;
/** RFC 7252 §4.8: ACK_TIMEOUT, ACK_RANDOM_FACTOR, MAX_RETRANSMIT. */
const ACK_TIMEOUT_MS = 2_000;
const RANDOM_FACTOR = 1.5;
const RETRANSMITS_MAX = 4;

/** One message of a peer and what was said to it; null: nothing yet. */
export type Exchange = { readonly digest: string; said: Uint8Array | null };

type Separate = {
  readonly bytes: Uint8Array;
  readonly send: (bytes: Uint8Array) => void;
  dueAt: number;
  timeoutMs: number;
  left: number;
};

/** What passes between a peer and the hub, message by message (RFC 7252 §4): repeats are told, answers are sent until they are acked. */
export type Exchanges = {
  /** The exchange of this message when it came before, byte for byte; else a new one. @param peer - address and port */
  open(
    peer: string,
    messageId: number,
    datagram: Uint8Array,
  ): { readonly exchange: Exchange; readonly isRepeat: boolean };
  /** It was not looked at: the same message again is a new one. */ forget(peer: string, messageId: number): void;
  /** A message id that the peer has not had for as long as it means anything. */ nextId(): number;
  /** Sends a confirmable message until it is acked, or given up; false: too many wait. */ sendUntilAcked(
    peer: string,
    messageId: number,
    bytes: Uint8Array,
    send: (bytes: Uint8Array) => void,
  ): boolean;
  /** An ack or a reset has come. */ settled(peer: string, messageId: number): void;
  /** Sends again what is due, forgets what is over. @returns how many were given up */ sweep(now: number): number;
};

/** @param random - 0 to 1 */
export const createExchanges = (now: () => number, random: () => number): Exchanges => {
  const seen = createBoundedMap<Exchange>(EXCHANGES_MAX, LIFETIME_MS, now);
  const separate = new Map<string, Separate>();
  let lastId = Math.floor(random() * 0x10000);
  const keyOf = (peer: string, messageId: number): string => `${peer}#${messageId}`;
  return {
    open: (peer, messageId, datagram) => {
      const key = keyOf(peer, messageId);
      const digest = createHash("sha256").update(datagram).digest("base64");
      const before = seen.get(key);
      // Another device behind the same address (NAT) may have the same id by chance: what it says is its own.
      if (before?.digest === digest) return { exchange: before, isRepeat: true };
      const exchange: Exchange = { digest, said: null };
      seen.set(key, exchange);
      return { exchange, isRepeat: false };
    },
    forget: (peer, messageId) => seen.delete(keyOf(peer, messageId)),
    nextId: () => {
      lastId = (lastId + 1) % 0x10000;
      return lastId;
    },
    sendUntilAcked: (peer, messageId, bytes, send) => {
      if (separate.size >= SEPARATE_MAX) return false;
      const timeoutMs = ACK_TIMEOUT_MS * (1 + random() * (RANDOM_FACTOR - 1));
      separate.set(keyOf(peer, messageId), { bytes, send, dueAt: now() + timeoutMs, timeoutMs, left: RETRANSMITS_MAX });
      send(bytes);
      return true;
    },
    settled: (peer, messageId) => void separate.delete(keyOf(peer, messageId)),
    sweep: (at) => {
      seen.sweep(at);
      let given = 0;
      for (const [key, one] of separate) {
        if (one.dueAt > at) continue;
        if (one.left === 0) {
          separate.delete(key);
          given += 1;
          continue;
        }
        one.left -= 1;
        one.timeoutMs *= 2;
        one.dueAt = at + one.timeoutMs;
        one.send(one.bytes);
      }
      return given;
    },
  };
};
