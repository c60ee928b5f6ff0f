import {
  type BusAsked,
  type BusInput,
  type BusQuestion,
  type BusRules,
  type BusState,
  newBus,
  stepBus,
} from "../core/bus.ts";
import type { BusDriver, BusRequest } from "../ports/bus.ts";
import type { AcceptLink, DeviceLink, LinkReader } from "../ports/device-link.ts";
import type { ProtocolDriver } from "../ports/protocol.ts";
import { type BusHearing, createBusHearing } from "./bus-hearing.ts";
import type { EngineDeps } from "./deps.ts";
import type { DeviceBook } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { FrameWork } from "./frame-work.ts";
import { lineText } from "./line-text.ts";
import type { LinkLosses } from "./link-losses.ts";
import type { Pending } from "./link-reader.ts";
import type { RefusedFrames } from "./refused-frames.ts";

/** An answer of a gateway and the line behind it, and how long one that comes later is reckoned with. */
const ANSWER_MS = 1_000;
const LATE_MS = 10_000;
/** Registered devices are looked through this often. */
const LOOK_TICKS = 5;

type Unit = { readonly profileId: string; readonly unit: number; readonly questions: readonly BusQuestion[] };
type Units = ReadonlyMap<string, Unit>;

export type BusLines = {
  /** Takes the connection of one line, as wire addresses name it. */
  accept(driver: ProtocolDriver, bus: BusDriver, line: string): AcceptLink;
  /** Once a second: what is due is asked. */ tick(): void;
};

export type BusDeps = {
  readonly deps: EngineDeps;
  readonly book: DeviceBook;
  readonly work: FrameWork;
  readonly losses: LinkLosses;
  readonly refused: RefusedFrames;
  readonly pending: Pending;
  readonly downlink: IngestDownlink;
};

export const createBusLines = (all: BusDeps): BusLines => {
  const { deps, book, pending } = all;
  const lines = new Set<{ readonly look: () => void; readonly tick: () => void }>();
  let ticks = 0;

  /** Registered units of a line that have a profile: nobody else is asked. */
  const unitsOf = (protocol: string, bus: BusDriver, line: string): Units => {
    const units = new Map<string, Unit>();
    for (const { device, wireAddress, protocol: own } of book.entries.values()) {
      if (own !== protocol || !device?.own || device.profileId === "") continue;
      const place = bus.placeOf(wireAddress);
      if (place?.line !== line) continue;
      const questions = bus.questionsOf(device.profileId, place.unit);
      units.set(wireAddress, { profileId: device.profileId, unit: place.unit, questions });
    }
    return units;
  };

  const openLine = (driver: ProtocolDriver, bus: BusDriver, line: string, link: DeviceLink): LinkReader => {
    const origin = { protocol: driver.id, remote: link.remote };
    /** What was asked to be sent once, by its id. */ const errands = new Map<string, Uint8Array>();
    const sendOnce = (unit: string, bytes: Uint8Array): void => {
      if (bytes.length === 0) return;
      const id = `${unit} ${Buffer.from(bytes).toString("hex")}`;
      errands.set(id, bytes);
      take({ kind: "errand", at: deps.clock(), errand: { unit, id, looks: bus.looksOf(bytes) } });
      for (const known of errands.keys())
        if (known !== state.asked?.key && !state.errands.some((one) => one.id === known)) errands.delete(known);
    };
    const hearing: BusHearing = createBusHearing(all, driver, link, sendOnce);
    let units: Units = new Map();
    let rules: BusRules = { units: new Map(), answerMs: ANSWER_MS, lateMs: LATE_MS };
    let state: BusState = newBus;
    let request: BusRequest | null = null;
    let carry: Uint8Array = new Uint8Array(0);
    let isClosed = false;

    const take = (input: BusInput): void => {
      const step = stepBus(state, input, rules);
      state = step.state;
      if (state.asked === null) request = null;
      for (const asked of step.effects) send(asked);
    };

    const send = ({ unit, key, serial, isErrand }: BusAsked): void => {
      const { profileId = "", unit: number = 0 } = units.get(unit) ?? {};
      const errand = isErrand ? errands.get(key) : undefined;
      const bytes = errand ?? bus.ask(profileId, number, key, serial, deps.clock());
      // What was begun before belongs to another answer.
      carry = new Uint8Array(0);
      request = { profileId, bytes };
      link.send(bytes);
      // What is commanded is shown by who commands.
      if (errand === undefined) hearing.asked(unit, bytes);
    };

    /** True when it answers what is asked. */
    const takeFrame = (bytes: Uint8Array): boolean => {
      const { asked } = state;
      const receivedAt = deps.clock();
      if (asked === null || request === null) {
        refusedLate(bytes);
        return false;
      }
      const opened = bus.open(bytes, request, receivedAt);
      if (opened.kind === "other") {
        all.refused.broken(origin, bytes, opened.error);
        return false;
      }
      // Of a unit that its gateway cannot reach nothing was heard.
      if (opened.says === "absent") hearing.diagnose(asked.unit, bytes, opened.events);
      else hearing.heard(asked.unit, { bytes, receivedAt, events: opened.events, isReply: asked.isErrand });
      take({ kind: "answer", at: receivedAt, says: opened.says });
      return true;
    };

    const refusedLate = (bytes: Uint8Array): void => {
      const message = {
        zh: "没有等待应答的请求:应答迟到或无人询问",
        en: "Nothing waits for an answer: it is late, or was not asked for",
      };
      all.refused.broken(origin, bytes, { code: "late-answer", offset: 0, path: "", clause: "", message });
    };

    const entry = {
      look: () => {
        units = unitsOf(driver.id, bus, line);
        rules = { ...rules, units: new Map([...units].map(([unit, { questions }]) => [unit, questions] as const)) };
      },
      tick: () => {
        const isFull = pending.count > deps.limits.pendingFrames;
        if (link.isOpen() && !isFull) take({ kind: "tick", at: deps.clock() });
      },
    };
    entry.look();
    lines.add(entry);

    return {
      read: (chunk) => {
        const cut = bus.cut(carry, chunk, request?.bytes ?? null);
        carry = cut.carry;
        // A gateway's heartbeat is no noise.
        for (const run of cut.skipped) if (lineText(run.bytes) === null) all.refused.skipped(origin, run.bytes);
        let valid = 0;
        for (const frame of cut.frames) if (takeFrame(frame)) valid += 1;
        return { unfinished: false, valid };
      },
      isBusy: hearing.isBusy,
      closed: () => {
        if (isClosed) return;
        isClosed = true;
        lines.delete(entry);
        hearing.closed();
      },
    };
  };

  return {
    accept: (driver, bus, line) => (link) => openLine(driver, bus, line, link),
    tick: () => {
      ticks += 1;
      for (const line of lines) {
        if (ticks % LOOK_TICKS === 0) line.look();
        line.tick();
      }
    },
  };
};
