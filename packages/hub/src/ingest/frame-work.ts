import { isRepeat, stepDevice } from "../core/device.ts";
import type { DeviceEffect } from "../core/device-effect.ts";
import { type DeviceState, isOnlyHeard } from "../core/device-state.ts";
import type { Write } from "../ports/write.ts";
import { type Busy, createBusyEntries } from "./busy-entries.ts";
import type { EngineDeps } from "./deps.ts";
import { type DeviceBook, type Entry, rulesOf } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import { type Cause, deviceWrites, strangerAlarms } from "./effect-writes.ts";
import { createFrameAnswers } from "./frame-answers.ts";
import type { Lanes } from "./lanes.ts";
import type { Message, PendingFrame } from "./pending-frame.ts";
import { digestOf } from "./state-reading.ts";
import type { PlacedAlarms, StormBook } from "./storm-book.ts";

export type FrameWork = {
  /** Takes a frame of this address; it is answered when it is durable. Never throws. */
  take(entry: Entry, frame: PendingFrame): void;
  /** When the oldest frame came that is not yet committed; null: none waits. */ pendingSince(): number | null;
};

const causeOf = (
  { receivedAt: at, message: { serial } }: PendingFrame,
  evidence: string,
  isTrusted: boolean,
  rootIds?: Cause["rootIds"],
): Cause =>
  rootIds === undefined ? { at, serial, evidence, isTrusted } : { at, serial, evidence, isTrusted, rootIds };

const frameWrite = (
  { protocol, wireAddress }: Entry,
  { bytes, receivedAt, link: { remote } }: PendingFrame,
  id: string,
  deviceId: string | null,
): Write => ({ kind: "frame", frame: { id, protocol, wireAddress, deviceId, receivedAt, remote, bytes } });

/** Frames of one address that share a commit: a gateway that sends many at once, or a device that catches up. */
const FRAMES_PER_STEP = 64;
/** Frames of a stranger that are kept whole; later ones only when they raise an alarm. */
const STRANGER_SAMPLES = 4;
/** Unclaimed alarms kept per listed stranger, on average. */
const ALARMS_PER_STRANGER = 10;

const isAlarm = (event: Message["events"][number]): boolean => event.kind === "condition" && event.present;

class Refusal extends Error {}

export const createFrameWork = (
  deps: EngineDeps,
  book: DeviceBook,
  lanes: Lanes,
  committed: (head: number) => void,
  downlink: IngestDownlink,
  storms: StormBook,
): FrameWork => {
  const { tenant, store, figures, limits } = deps;
  const answerAll = createFrameAnswers(deps, downlink);
  const busy = createBusyEntries();
  let due: Busy[] = [];
  let unclaimed = 0;
  for (const entry of book.entries.values()) unclaimed += entry.device ? 0 : entry.alarms;

  /** Steps one frame. Writes come out; the entry is not changed before they are committed. */
  const stepOne = (
    entry: Entry,
    state: DeviceState,
    frame: PendingFrame,
    writes: Write[],
    placed: PlacedAlarms[],
  ): DeviceState => {
    const digest = digestOf(frame.bytes, frame.message.isPolled ? frame.receivedAt : null);
    const repeat = isRepeat(state, digest);
    const evidence = deps.nextId();
    frame.evidence = evidence;
    frame.isRepeat = repeat;
    const isTrusted = frame.trust >= (deps.leastTrust?.() ?? "T0");
    const input = {
      kind: "frame",
      at: frame.receivedAt,
      digest,
      // SEC-DEV-02: of what is not trusted enough only alarms are taken, and nothing that ends one.
      events: isTrusted ? frame.message.events : frame.message.events.filter(isAlarm),
      nextId: deps.nextId,
    } as const;
    const step = stepDevice(state, input, rulesOf(entry));
    if (repeat) figures.add("framesRepeatedTotal");
    const { device } = entry;
    if (device) {
      if (!repeat) writes.push(frameWrite(entry, frame, evidence, device.deviceId));
      const alarms = storms.place(device, step.effects, frame.receivedAt);
      if (alarms.raised.length > 0 || alarms.over.length > 0) placed.push(alarms);
      const cause = causeOf(frame, evidence, isTrusted, alarms.rootIds);
      for (const write of deviceWrites(device, step.effects, cause, deps)) writes.push(write);
    } else {
      const alarms = strangerAlarms(entry, step.effects, causeOf(frame, evidence, isTrusted), deps);
      if (!repeat && (entry.frames < STRANGER_SAMPLES || alarms.length > 0))
        writes.push(frameWrite(entry, frame, evidence, null));
      countStranger(entry, alarms.length, step.effects, repeat);
      const { protocol, wireAddress, frames } = entry;
      writes.push({ kind: "stranger", protocol, wireAddress, seenAt: frame.receivedAt, frames, alarms });
    }
    return step.state;
  };

  const countStranger = (entry: Entry, alarms: number, effects: readonly DeviceEffect[], repeat: boolean): void => {
    const isFull = effects.length > 0 && unclaimed + alarms > limits.strangers * ALARMS_PER_STRANGER;
    if (alarms > 0 && isFull) throw new Refusal("too many unclaimed alarms");
    if (!repeat) entry.frames += 1;
    entry.alarms += alarms;
    unclaimed += alarms;
  };

  /** What was stepped is durable. */
  const stored = (entry: Entry, state: DeviceState, placed: readonly PlacedAlarms[]): void => {
    for (const alarms of placed) storms.stored(alarms);
    entry.state = state;
    book.reschedule(entry);
  };

  /**
   * Steps and commits frames of one address, all or none, and answers them; when many fail together each is tried alone, so that one
   * bad frame denies no other. Without a promise: nearly all that the hub does goes this way.
   */
  const settle = (entry: Entry, frames: readonly PendingFrame[], then: () => void): void => {
    const { state: before, frames: framesBefore, alarms: alarmsBefore } = entry;
    /** The alarms in it. */ const placed: PlacedAlarms[] = [];
    const failed = (error: unknown): void => {
      for (const alarms of placed) storms.failed(alarms);
      // What the core had worked out is dropped; the store says what is true.
      unclaimed -= entry.alarms - alarmsBefore;
      // It may have been written all the same: then its frames say so.
      const isBehind = entry.device !== null;
      Object.assign(entry, { state: null, frames: framesBefore, alarms: alarmsBefore, isBehind });
      book.reschedule(entry);
      if (frames.length > 1) {
        settleEach(entry, frames, then);
        return;
      }
      if (!(error instanceof Refusal)) {
        figures.add("commitsFailedTotal");
        deps.log(`${entry.key}: not stored, denied: ${error instanceof Error ? error.message : String(error)}`);
      }
      answerAll(entry, frames, error instanceof Refusal ? "unlisted" : "denied");
      then();
    };
    if (before === null) {
      book.stateOf(entry).then(() => settle(entry, frames, then), failed);
      return;
    }
    let state = before;
    const writes: Write[] = [];
    try {
      for (const frame of frames) state = stepOne(entry, state, frame, writes, placed);
    } catch (error) {
      failed(error);
      return;
    }
    // A repeat of a device that is online changes nothing, and what it repeats is durable.
    if (writes.length === 0) {
      stored(entry, state, placed);
      answerAll(entry, frames, "stored");
      then();
      return;
    }
    const isLight = entry.device !== null && isOnlyHeard(before, state);
    if (!isLight) writes.push({ kind: "deviceState", row: { key: entry.key, state: book.storedOf(entry, state) } });
    store.commitThen({ tenant, writes }, (error, receipt) => {
      if (error !== null) {
        failed(error);
        return;
      }
      if (receipt.puts.length > 0) committed(receipt.head);
      entry.isBehind = isLight;
      stored(entry, state, placed);
      answerAll(entry, frames, "stored");
      then();
    });
  };

  const settleEach = (entry: Entry, frames: readonly PendingFrame[], then: () => void): void => {
    const [first, ...others] = frames;
    if (first === undefined) then();
    else settle(entry, [first], () => settleEach(entry, others, then));
  };

  /** In the entry's lane: what has come for it so far. */
  const drain = (one: Busy): void => {
    const { entry } = one;
    const frames = one.waiting;
    one.waiting = frames.length > FRAMES_PER_STEP ? frames.splice(FRAMES_PER_STEP) : [];
    settle(entry, frames, () => {
      lanes.leave(entry.key);
      const [next] = one.waiting;
      if (next === undefined) {
        busy.leave(one);
        return;
      }
      one.since = next.receivedAt;
      enter(one);
    });
  };
  const start = (): void => {
    const all = due;
    due = [];
    for (const one of all) drain(one);
  };
  /** Joins the lane at once; what came in one turn for one address is one step. */
  const enter = (one: Busy): void =>
    lanes.enter(one.entry.key, () => {
      due.push(one);
      if (due.length === 1) queueMicrotask(start);
    });

  /** The last tenth of the list is for addresses that bring an alarm: alarms are the last thing ever refused. */
  const isOverfull = (entry: Entry, { events }: Message): boolean => {
    if (entry.device !== null || entry.frames > 0) return false;
    const bringsAlarm = events.some((event) => event.kind === "condition" && event.present);
    return book.strangers() > limits.strangers * (bringsAlarm ? 1 : 0.9);
  };

  return {
    pendingSince: busy.since,
    take: (entry, frame) => {
      entry.cameBy = frame.link.by ?? "connection";
      if (entry.busy !== null) {
        entry.busy.waiting.push(frame);
        return;
      }
      if (isOverfull(entry, frame.message)) {
        figures.add("strangersRefusedTotal");
        book.forget(entry);
        answerAll(entry, [frame], "unlisted");
        return;
      }
      enter(busy.join(entry, frame));
    },
  };
};
