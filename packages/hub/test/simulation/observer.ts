// Watches the wire, and reads frames on its own: it shares nothing with the codec or the hub that it judges.
import type { Tap } from "./network.ts";
import type { Scheduler } from "./scheduler.ts";

/** A copy of a frame that has reached the hub. */
export type Copy = {
  readonly link: number;
  readonly at: number;
  /** Of all that has reached the hub. */ readonly order: number;
  /** What the hub said to it, in the same count; null: nothing. */
  answer: { readonly isConfirm: boolean; readonly at: number; readonly order: number } | null;
};

/** Something that a device said, however often it was sent. */
export type Said = {
  readonly address: number;
  readonly bytes: string;
  readonly serial: number;
  /** Place among what this device said. */ readonly place: number;
  readonly sentAt: number;
  /** A temperature in 0.1 °C, and the address of its detector. */
  readonly reading: {
    readonly value: number;
    readonly component: number;
    /** When it was taken, as the device says: the standard's six numbers as one that grows. */ readonly taken: number;
  } | null;
  /** Whether its detector alarms, and since when, as it says. */ readonly alarm: {
    readonly isOn: boolean;
    readonly since: string;
  } | null;
  readonly copies: Copy[];
};

/** A duty check on its way to a device. */
export type Order = {
  readonly address: number;
  readonly minutes: number;
  readonly serial: number;
  readonly at: number;
};

const CONTROL = 1;
const SEND = 2;
const CONFIRM = 3;
const DENY = 6;
/** Bytes of a frame around its data. */
const FRAME = 30;
const DATA = 27;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
const addressAt = (bytes: Uint8Array, at: number): number => u16(bytes, at) + 65_536 * u16(bytes, at + 2);

/** Seconds first, years last: read from behind. */
const takenAt = (bytes: Uint8Array): number =>
  [...bytes.subarray(DATA + 12, DATA + 18)].reduceRight((sum, one) => sum * 100 + one, 0);

/** Whole frames at the start of bytes, and what is left. */
const framesOf = (bytes: Uint8Array): { readonly frames: readonly Uint8Array[]; readonly rest: Uint8Array } => {
  const frames: Uint8Array[] = [];
  let at = 0;
  while (bytes.length - at >= FRAME) {
    const length = FRAME + u16(bytes, at + 24);
    if (bytes.length - at < length) break;
    frames.push(bytes.subarray(at, at + length));
    at += length;
  }
  return { frames, rest: bytes.subarray(at) };
};

export type Observer = Tap & {
  /** By bytes. */ readonly said: ReadonlyMap<string, Said>;
  /** What devices answered to commands, as bytes. */ readonly answers: ReadonlySet<string>;
  readonly orders: readonly Order[];
  /** When links ended at the hub, and which device was heard on them from when to when. */
  readonly ends: readonly { readonly link: number; readonly at: number }[];
  /** What the hub said that answers nothing. */ readonly strange: readonly string[];
};

export const createObserver = (scheduler: Scheduler): Observer => {
  const said = new Map<string, Said>();
  const answers = new Set<string>();
  const counts = new Map<number, number>();
  const orders: Order[] = [];
  const ends: { link: number; at: number }[] = [];
  const strange: string[] = [];
  const carries = new Map<number, Uint8Array>();
  const unanswered = new Map<number, { readonly serial: number; readonly copy: Copy }[]>();
  let order = 0;

  const speak = (bytes: Uint8Array): void => {
    const key = hex(bytes);
    if (bytes[26] !== SEND) answers.add(key);
    if (bytes[26] !== SEND || said.has(key)) return;
    const address = addressAt(bytes, 12);
    const place = counts.get(address) ?? 0;
    counts.set(address, place + 1);
    const type = bytes[DATA];
    said.set(key, {
      ...{ address, bytes: key, place, serial: u16(bytes, 2), sentAt: scheduler.now(), copies: [] },
      reading:
        type === 3 ? { value: u16(bytes, DATA + 10), component: u16(bytes, DATA + 5), taken: takenAt(bytes) } : null,
      alarm:
        type === 2
          ? { isOn: ((bytes[DATA + 9] ?? 0) & 2) !== 0, since: hex(bytes.subarray(DATA + 42, DATA + 48)) }
          : null,
    });
  };

  return {
    said,
    answers,
    orders,
    ends,
    strange,
    sent: (_, bytes) => {
      for (const frame of framesOf(bytes).frames) speak(frame);
    },
    up: (link, bytes) => {
      const { frames, rest } = framesOf(Buffer.concat([carries.get(link) ?? new Uint8Array(0), bytes]));
      carries.set(link, rest);
      for (const frame of frames) {
        const one = said.get(hex(frame));
        if (one === undefined) continue;
        order += 1;
        const copy: Copy = { link, at: scheduler.now(), order, answer: null };
        one.copies.push(copy);
        const waiting = unanswered.get(link) ?? [];
        unanswered.set(link, waiting);
        waiting.push({ serial: one.serial, copy });
      }
    },
    down: (link, bytes) => {
      for (const frame of framesOf(bytes).frames) {
        const serial = u16(frame, 2);
        const command = frame[26];
        if (command === CONTROL && frame[DATA] === 91)
          orders.push({ address: addressAt(frame, 18), minutes: frame[DATA + 2] ?? 0, serial, at: scheduler.now() });
        if (command !== CONFIRM && command !== DENY) continue;
        const waiting = unanswered.get(link) ?? [];
        const at = waiting.findIndex((one) => one.serial === serial);
        order += 1;
        if (at < 0) strange.push(`link ${link}: an answer to ${serial}, which nobody sent`);
        else {
          const [one] = waiting.splice(at, 1);
          if (one) one.copy.answer = { isConfirm: command === CONFIRM, at: scheduler.now(), order };
        }
      }
    },
    closed: (link) => {
      carries.delete(link);
      unanswered.delete(link);
      ends.push({ link, at: scheduler.now() });
    },
  };
};
