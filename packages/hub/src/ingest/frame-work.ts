import type { Instant } from "@dianan/model";
import { isRepeat, stepDevice } from "../core/device.ts";
import type { DeviceEffect } from "../core/device-effect.ts";
import { type DeviceState, isOnlyHeard } from "../core/device-state.ts";
import type { DeviceLink } from "../ports/device-link.ts";
import type { OpenedFrame } from "../ports/protocol.ts";
import type { TrustLevel } from "../ports/tenants.ts";
import type { Write } from "../ports/write.ts";
import type { EngineDeps } from "./deps.ts";
import { type DeviceBook, type Entry, rulesOf } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import { deviceWrites, strangerAlarms } from "./effect-writes.ts";
import type { Lanes } from "./lanes.ts";
import { digestOf } from "./state-reading.ts";
import type { PlacedAlarms, StormBook } from "./storm-book.ts";

type Message = Extract<OpenedFrame, { readonly kind: "message" }>;

/** A frame on its way from the socket to the disk and back. */
export type PendingFrame = {
  readonly link: DeviceLink;
  readonly bytes: Uint8Array;
  readonly receivedAt: Instant;
  readonly message: Message;
  readonly trust: TrustLevel;
  /** Id of its evidence, once it was stepped. */ evidence?: string;
  /** Its bytes were stored before, once it was stepped. */ isRepeat?: boolean;
  /** Called once, last. `unlisted`: there is no room for what nobody has registered, now or when it is sent again. */
  readonly answered?: (outcome: "stored" | "repeat" | "denied" | "unlisted") => void;
  /** Called once, after it was answered. */ readonly done: () => void;
};

export type FrameWork = {
  /** Takes a frame of this address; it is answered when it is durable. Never throws. */
  take(entry: Entry, frame: PendingFrame): void;
  /** When the oldest frame came that is not yet committed; null: none waits. */ pendingSince(): number | null;
};

/** Frames of one address that share a commit: a gateway that sends many at once, or a device that catches up. */
const FRAMES_PER_STEP = 64;
/** Frames of a stranger that are kept whole; later ones only when they raise an alarm. */
const STRANGER_SAMPLES = 4;
/** Unclaimed alarms kept per listed stranger, on average. */
const ALARMS_PER_STRANGER = 10;

const isAlarm = (event: Message["events"][number]): boolean => event.kind === "condition" && event.present;

/** What a step of several frames writes, and the alarms in it. */
type Batch = { readonly writes: Write[]; readonly placed: PlacedAlarms[] };

class Refusal extends Error {}

export const createFrameWork = (
  deps: EngineDeps,
  book: DeviceBook,
  lanes: Lanes,
  committed: (head: number) => void,
  downlink: IngestDownlink,
  storms: StormBook,
): FrameWork => {
  const { tenant, store, figures, limits, clock } = deps;
  const waiting = new Map<Entry, PendingFrame[]>();
  let unclaimed = 0;
  for (const entry of book.entries.values()) unclaimed += entry.device ? 0 : entry.alarms;

  /** Steps one frame. Writes come out; the entry is not changed before they are committed. */
  const stepOne = (entry: Entry, state: DeviceState, frame: PendingFrame, batch: Batch): DeviceState => {
    const { writes, placed } = batch;
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
    const cause = { at: frame.receivedAt, serial: frame.message.serial, evidence, isTrusted };
    if (repeat) figures.add("framesRepeatedTotal");
    const { device } = entry;
    const keepFrame = (deviceId: string | null): void => {
      const { bytes, receivedAt, link } = frame;
      const { protocol, wireAddress } = entry;
      const { remote } = link;
      writes.push({
        kind: "frame",
        frame: { id: evidence, protocol, wireAddress, deviceId, receivedAt, remote, bytes },
      });
    };
    if (device) {
      if (!repeat) keepFrame(device.deviceId);
      const alarms = storms.place(device, step.effects, frame.receivedAt);
      placed.push(alarms);
      writes.push(...deviceWrites(device, step.effects, { ...cause, rootIds: alarms.rootIds }, deps));
    } else {
      const alarms = strangerAlarms(entry, step.effects, cause, deps);
      if (!repeat && (entry.frames < STRANGER_SAMPLES || alarms.length > 0)) keepFrame(null);
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

  /** Steps and commits frames of one address, all or none. */
  const commit = async (entry: Entry, frames: readonly PendingFrame[]): Promise<void> => {
    const before = await book.stateOf(entry);
    const batch: Batch = { writes: [], placed: [] };
    const { writes, placed } = batch;
    let state = before;
    try {
      for (const frame of frames) state = stepOne(entry, state, frame, batch);
      // A repeat of a device that is online changes nothing, and what it repeats is durable.
      if (writes.length > 0) {
        const isLight = entry.device !== null && isOnlyHeard(before, state);
        if (!isLight) writes.push({ kind: "deviceState", row: { key: entry.key, state: book.storedOf(entry, state) } });
        const receipt = await store.commit({ tenant, writes });
        if (receipt.puts.length > 0) committed(receipt.head);
        entry.isBehind = isLight;
      }
    } catch (error) {
      for (const alarms of placed) storms.failed(alarms);
      throw error;
    }
    for (const alarms of placed) storms.stored(alarms);
    entry.state = state;
    book.reschedule(entry);
  };

  const answer = (entry: Entry, frame: PendingFrame, outcome: "stored" | "denied" | "unlisted"): void => {
    reply(entry, frame, outcome === "stored");
    frame.answered?.(outcome === "stored" && frame.isRepeat === true ? "repeat" : outcome);
  };

  const reply = (entry: Entry, frame: PendingFrame, isStored: boolean): void => {
    const { link, message } = frame;
    const verdict = isStored ? message.answer : "deny";
    let sent: Uint8Array | null = null;
    if (verdict !== "none") {
      figures.add(verdict === "confirm" ? "framesConfirmedTotal" : "framesDeniedTotal");
      sent = verdict === "confirm" ? message.confirm(clock()) : message.deny(clock());
      if (sent !== null) link.send(sent);
    }
    if (deps.tap?.isWatched()) tell(entry, frame, sent);
    if (!isStored) return;
    downlink.tell(entry, (listener, id) => {
      const { wireAddress } = entry;
      if (message.isReply)
        listener.answered(id, {
          wireAddress,
          bytes: frame.bytes,
          evidence: frame.evidence ?? null,
          remote: link.remote,
        });
      listener.spoke(id);
    });
  };

  const tell = (entry: Entry, frame: PendingFrame, sent: Uint8Array | null): void => {
    const { receivedAt, link, bytes, message } = frame;
    const now = clock();
    const common = {
      tenant,
      protocol: entry.protocol,
      wireAddress: entry.wireAddress,
      deviceId: entry.device?.deviceId ?? null,
      remote: link.remote,
      verdict: "good",
    } as const;
    const ackMs = sent === null ? null : Math.max(0, now - receivedAt);
    const id = frame.evidence ?? deps.nextId();
    deps.tap?.passed({ ...common, id, receivedAt, bytes, direction: "up", events: message.events, ackMs });
    if (sent === null) return;
    const down = {
      id: deps.nextId(),
      receivedAt: now,
      bytes: sent,
      direction: "down",
      events: [],
      ackMs: null,
    } as const;
    deps.tap?.passed({ ...common, ...down });
  };

  /** Commits and answers; when many fail together each is tried alone, so that one bad frame denies no other. */
  const settle = async (entry: Entry, frames: readonly PendingFrame[]): Promise<void> => {
    const { frames: framesBefore, alarms: alarmsBefore } = entry;
    try {
      await commit(entry, frames);
    } catch (error) {
      // What the core had worked out is dropped; the store says what is true.
      unclaimed -= entry.alarms - alarmsBefore;
      // It may have been written all the same: then its frames say so.
      const isBehind = entry.device !== null;
      Object.assign(entry, { state: null, frames: framesBefore, alarms: alarmsBefore, isBehind });
      if (frames.length > 1) {
        for (const frame of frames) await settle(entry, [frame]);
        return;
      }
      if (!(error instanceof Refusal)) {
        figures.add("commitsFailedTotal");
        deps.log(`${entry.key}: not stored, denied: ${error instanceof Error ? error.message : String(error)}`);
      }
      for (const frame of frames) {
        frame.done();
        answer(entry, frame, error instanceof Refusal ? "unlisted" : "denied");
      }
      return;
    }
    for (const frame of frames) {
      frame.done();
      answer(entry, frame, "stored");
    }
  };

  /** Receipt of the first frame of each address that is not yet committed. */ const busySince = new Map<
    Entry,
    number
  >();
  const drain = async (entry: Entry): Promise<void> => {
    const frames = waiting.get(entry) ?? [];
    waiting.delete(entry);
    for (let at = 0; at < frames.length; at += FRAMES_PER_STEP)
      await settle(entry, frames.slice(at, at + FRAMES_PER_STEP));
    const [next] = waiting.get(entry) ?? [];
    if (next === undefined) busySince.delete(entry);
    else busySince.set(entry, next.receivedAt);
  };

  /** The last tenth of the list is for addresses that bring an alarm: alarms are the last thing ever refused. */
  const isOverfull = (entry: Entry, { events }: Message): boolean => {
    if (entry.device !== null || entry.frames > 0) return false;
    const bringsAlarm = events.some((event) => event.kind === "condition" && event.present);
    return book.strangers() > limits.strangers * (bringsAlarm ? 1 : 0.9);
  };

  return {
    pendingSince: () => (busySince.size === 0 ? null : Math.min(...busySince.values())),
    take: (entry, frame) => {
      const queue = waiting.get(entry);
      if (queue) {
        queue.push(frame);
        return;
      }
      if (isOverfull(entry, frame.message)) {
        figures.add("strangersRefusedTotal");
        book.forget(entry);
        answer(entry, frame, "unlisted");
        frame.done();
        return;
      }
      waiting.set(entry, [frame]);
      if (!busySince.has(entry)) busySince.set(entry, frame.receivedAt);
      lanes.run([entry.key], () => drain(entry)).catch((error: unknown) => deps.log(`${entry.key}: ${String(error)}`));
    },
  };
};
